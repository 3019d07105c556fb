import { withoutSpaces } from './blank-characters.ts';

/** People write accounts and telephone numbers in groups. */
const grouping = /[-‐‑‒–—－]/g;
/** The shortest account has eight digits; eight that begin with this century or the last are a day. */
const personal = /\d{9}|(?<!\d)(?!(?:19|20)\d{6}(?!\d))\d{8}/;

/** True where a text holds what may be an id, an account or a telephone number: what messages and summaries must not repeat. */
export const holdsPersonalNumber = (text: string): boolean =>
  personal.test(withoutSpaces(text.normalize('NFKC')).replace(grouping, ''));
