import { assistanceSystem } from './assistance-system.ts';
import { bankPayout } from './bank-payout.ts';
import { benefitRoster } from './benefit-roster.ts';
import { deathRegister } from './death-register.ts';
import { destituteRoster } from './destitute-roster.ts';
import { dibaoRoster } from './dibao-roster.ts';
import { exclusionRegister } from './exclusion-register.ts';
import { paymentList } from './payment-list.ts';
import { povertyRegistration } from './poverty-registration.ts';
import type { Source, SourceId } from './source.ts';
import { statisticsReturn } from './statistics-return.ts';

/** Every source by its id. */
export const sources: { readonly [Id in SourceId]: Source & { readonly id: Id } } = {
  'dibao-roster': dibaoRoster,
  'assistance-system': assistanceSystem,
  'poverty-registration': povertyRegistration,
  'destitute-roster': destituteRoster,
  'death-register': deathRegister,
  'payment-list': paymentList,
  'bank-payout': bankPayout,
  'statistics-return': statisticsReturn,
  'benefit-roster': benefitRoster,
  'exclusion-register': exclusionRegister,
};
