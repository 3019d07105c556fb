import type { MessagePart } from '../../schemas/finding.ts';
import { yuanText } from '../../schemas/values/money.ts';
import type { MessageValue, RuleText } from './rule.ts';
import type { SubjectColumns } from './subject-columns.ts';

type Piece = string | { readonly placeholder: string };

const placeholder = /\{([A-Za-z]+)\}/;

/** A sentence taken apart: plain words at even places, names of placeholders at odd ones. */
const takeApart = (sentence: string): readonly Piece[] =>
  sentence.split(placeholder).map((piece, at) => (at % 2 === 0 ? piece : { placeholder: piece }));

/** Rules have few sentences and many findings: each sentence is taken apart once. */
export class Sentences {
  readonly #pieces = new Map<string, readonly Piece[]>();

  partsOf(sentence: string, values: Readonly<Record<string, MessageValue>>): MessagePart[] {
    const pieces = this.#pieces.get(sentence) ?? takeApart(sentence);
    this.#pieces.set(sentence, pieces);
    return pieces.flatMap((piece) => {
      if (typeof piece === 'string') return piece === '' ? [] : [piece];
      return values[piece.placeholder] ?? [];
    });
  }
}

/** A name that a list leaves blank still has to be read in a sentence. */
const orUnknown = (name: string) => name || '（姓名空缺）';

/** Values for the placeholders that every rule may use. */
export function standardValues(
  { personalValues }: RuleText,
  columns: SubjectColumns,
  found: { readonly expected: string; readonly actual: string; readonly amount: number | undefined },
): Record<string, MessageValue> {
  const kind = personalValues ?? 'text';
  return {
    name: { kind: 'name', text: orUnknown(columns.name) },
    id: { kind: 'id', text: columns.idNumber },
    head: { kind: 'name', text: orUnknown(columns.headName) },
    household: { kind: 'household', text: columns.householdId },
    account: { kind: 'account', text: columns.account },
    township: columns.township,
    village: columns.village,
    expected: { kind, text: found.expected },
    actual: { kind, text: found.actual },
    amount: yuanText(Math.abs(found.amount ?? 0)),
  };
}
