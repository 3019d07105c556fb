import type { assistanceSystem } from './assistance-system.ts';
import type { bankPayout } from './bank-payout.ts';
import type { benefitRoster } from './benefit-roster.ts';
import type { deathRegister } from './death-register.ts';
import type { destituteRoster } from './destitute-roster.ts';
import type { dibaoRoster } from './dibao-roster.ts';
import type { exclusionRegister } from './exclusion-register.ts';
import type { paymentList } from './payment-list.ts';
import type { povertyRegistration } from './poverty-registration.ts';
import type { RowOf } from './source.ts';
import type { statisticsReturn } from './statistics-return.ts';

export type RosterRow = RowOf<typeof dibaoRoster.fields>;
export type SystemRow = RowOf<typeof assistanceSystem.fields>;
export type RegistrationRow = RowOf<typeof povertyRegistration.fields>;
export type DestituteRow = RowOf<typeof destituteRoster.fields>;
export type DeathRow = RowOf<typeof deathRegister.fields>;
export type ListRow = RowOf<typeof paymentList.fields>;
export type BankRow = RowOf<typeof bankPayout.fields>;
export type StatisticsRow = RowOf<typeof statisticsReturn.fields>;
export type BenefitRow = RowOf<typeof benefitRoster.fields>;
export type ExclusionRow = RowOf<typeof exclusionRegister.fields>;

/** The row type of each source. */
export interface SourceRows {
  readonly 'dibao-roster': RosterRow;
  readonly 'assistance-system': SystemRow;
  readonly 'poverty-registration': RegistrationRow;
  readonly 'destitute-roster': DestituteRow;
  readonly 'death-register': DeathRow;
  readonly 'payment-list': ListRow;
  readonly 'bank-payout': BankRow;
  readonly 'statistics-return': StatisticsRow;
  readonly 'benefit-roster': BenefitRow;
  readonly 'exclusion-register': ExclusionRow;
}

export type AnyRow = SourceRows[keyof SourceRows];
