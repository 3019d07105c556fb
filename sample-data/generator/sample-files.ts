import type { SampleWorkbook } from './files/sheet.ts';
import type { SampleFile } from './files/text-file.ts';
import { bankFiles } from './layouts/bank.ts';
import {
  deathWorkbooks,
  otherWorkbooks,
  registrationWorkbooks,
  rosterWorkbooks,
  systemWorkbook,
} from './layouts/half-year-workbooks.ts';
import { deathFiles, destituteFile } from './layouts/other-registers.ts';
import { paymentListFiles } from './layouts/payment-list.ts';
import { bankWorkbooks, paymentListWorkbooks } from './layouts/payout-workbooks.ts';
import { registrationFiles } from './layouts/registration.ts';
import { rosterFiles } from './layouts/roster.ts';
import { systemFiles } from './layouts/system.ts';
import type { County } from './world/county.ts';

/** Every text file of the county's inbox, half-year and quarter. */
export function sampleFiles({ halfYear, quarter }: County): SampleFile[] {
  return [
    ...rosterFiles(halfYear.roster, '2020H1/dibao-roster', '2020年6月'),
    ...registrationFiles(halfYear.registration, '2020H1/poverty-registration'),
    ...systemFiles(halfYear.system, '2020H1/assistance-system'),
    destituteFile(halfYear.destitute, '2020H1/destitute-roster'),
    ...deathFiles(halfYear.deaths, '2020H1/death-register', '2020H1'),
    ...paymentListFiles(quarter, '2020Q3/payment-list'),
    ...bankFiles(quarter, '2020Q3/bank-payout'),
    ...rosterFiles(quarter.roster, '2020Q3/dibao-roster', '2020年7月'),
    ...systemFiles(quarter.system, '2020Q3/assistance-system'),
    ...deathFiles(quarter.deaths, '2020Q3/death-register', '2020Q3'),
  ];
}

/** The same county in workbooks. */
export function sampleWorkbooks({ halfYear, quarter }: County): SampleWorkbook[] {
  return [
    ...rosterWorkbooks(halfYear.roster, '2020H1/dibao-roster', '2020年6月'),
    ...registrationWorkbooks(halfYear.registration, '2020H1/poverty-registration'),
    systemWorkbook(halfYear.system, '2020H1/assistance-system'),
    ...otherWorkbooks(halfYear, '2020H1'),
    ...paymentListWorkbooks(quarter, '2020Q3/payment-list'),
    ...bankWorkbooks(quarter, '2020Q3/bank-payout'),
    ...rosterWorkbooks(quarter.roster, '2020Q3/dibao-roster', '2020年7月'),
    systemWorkbook(quarter.system, '2020Q3/assistance-system'),
    ...deathWorkbooks(quarter.deaths, '2020Q3'),
  ];
}
