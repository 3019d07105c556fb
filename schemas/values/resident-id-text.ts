import { withoutSpaces } from './blank-characters.ts';
import { repairBits } from './repairs.ts';

// Taken out before NFKC as well as after: it turns an acute accent into a blank and an accent, a double prime into two.
const quotes = /["'`´‘’‚‛“”„‟′″‴‵‶‷«»‹›〝〞〟「」『』＂＇｀ʹʺʻʼʽˊˋ＇]/g;

/**
 * An id as it is compared: NFKC, no white space, no quotes, and what looks like an X in position 18 is one.
 * `repairs` are of `repairBits`.
 */
export function normaliseIdText(written: string): { readonly text: string; readonly repairs: number } {
  const unquoted = written.replace(quotes, '');
  const compact = withoutSpaces(unquoted);
  const folded = withoutSpaces(compact.normalize('NFKC').replace(quotes, ''));
  let repairs = 0;
  if (unquoted.length !== written.length) repairs |= repairBits.apostrophe;
  if (compact.length !== unquoted.length) repairs |= repairBits.space;
  const last = folded.charAt(17);
  const text = /^[x×Х]$/.test(last) ? `${folded.slice(0, 17)}X${folded.slice(18)}` : folded;
  if (text !== folded || /[ⅩⅹＸｘ]/.test(compact.charAt(17))) repairs |= repairBits['lower-x'];
  if (/[\uFF10-\uFF19]/.test(compact)) repairs |= repairBits['full-width'];
  return { text, repairs };
}
