import type { MoneyUnit } from '../../../schemas/values/money.ts';
import { normaliseKey } from '../../../schemas/values/text.ts';

export interface NormalHeading {
  readonly text: string;
  /** From a bracket such as `（元）`, `(万元)`, `（单位：分）`, `(元/月)`. */
  readonly unit: MoneyUnit | undefined;
}

const moneyBracket = /[([【](?:单位:?)?(?:人民币)?(万元|元|分)(?:\/[^()[\]【】]*)?[)\]】]$/;
const otherBracket = /[([【](?:单位:?)?(?:个月|平方米|人|户|个|月|岁|笔|份|亩|%)[)\]】]$/;

/** What a heading ends with where anything is left off. */
const endings = ':)]】';

/** A heading as it is compared: NFKC, no white space or `*`, no trailing colon, no bracketed unit. */
export function normaliseHeading(written: string): NormalHeading {
  let text = normaliseKey(written).replaceAll('*', '');
  // Cells of the first rows of data are normalised too, for they might be a heading.
  if (!endings.includes(text.charAt(text.length - 1))) return { text, unit: undefined };
  let unit: MoneyUnit | undefined;
  for (;;) {
    const bare = text.replace(/:+$/, '');
    const bracket = moneyBracket.exec(bare);
    if (bracket !== null) unit ??= bracket[1] as MoneyUnit;
    const shorter = bare.replace(moneyBracket, '').replace(otherBracket, '');
    if (shorter === text || shorter === '') return { text, unit };
    text = shorter;
  }
}
