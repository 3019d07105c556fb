import type { Finding, MessagePart } from '../../schemas/finding.ts';
import type { Address } from '../../schemas/sources/source.ts';
import { sources } from '../../schemas/sources/sources.ts';

/** Where the subject of a finding has no township; the same word in every table, so that a filter finds it. */
export const unnamedTownship = '（未注明）';

const basisWords: Readonly<Record<string, string>> = {
  'same-id': '证件号相同',
  'lost-digits': '姓名一致，证件号末几位丢失、前15位相同',
  'near-id': '姓名一致，证件号只差一位或相邻两位颠倒',
  'no-id': '姓名一致且同乡镇同村，一方无有效证件号',
  account: '账号相同',
  identity: '账号对不上，按证件号或户名与金额对应',
};

/** Why two records were taken for one, in words; '' where the finding needs no match. */
export const basisText = (basis: string): string => basisWords[basis] ?? basis;

let last: { readonly message: readonly MessagePart[]; readonly text: string } = { message: [], text: '' };

/** A finding's line and its row ask one after the other: the second is given the same text. */
export function messageText(message: readonly MessagePart[]): string {
  if (last.message === message) return last.text;
  let text = '';
  for (const part of message) text += typeof part === 'string' ? part : part.text;
  last = { message, text };
  return text;
}

/** As `findings.csv` has it: `source:file!sheet:row; …`. */
export function addressesText(addresses: Finding['sources']): string {
  let text = '';
  for (const { source, file, sheet, row } of addresses) text += `${text === '' ? '' : '; '}${source}:${file}!${sheet}:${row}`;
  return text;
}

/** More rows than a reader follows on paper; a day's late payments may be thousands. */
const addressesShown = 20;

const place = ({ source, file, sheet, row }: Address) =>
  `${sources[source].name} ${file}${sheet === '' ? '' : `〔${sheet}〕`}第${row}行`;

/** The same for people, a line each. */
export function addressLines(addresses: Finding['sources']): string {
  if (addresses.length === 1) return place(addresses[0] as Address);
  const shown = addresses.slice(0, addressesShown).map(place);
  if (addresses.length > addressesShown) shown.push(`……共${addresses.length}处，全部见 findings.csv`);
  return shown.join('\n');
}
