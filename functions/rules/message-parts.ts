import type { MessagePart } from '../../schemas/finding.ts';
import { yuanText } from '../../schemas/values/money.ts';
import type { MessageValue, RuleText } from './rule.ts';
import type { SubjectColumns } from './subject-columns.ts';

/** What a sentence is said of. */
export interface SaidOf {
  readonly rule: RuleText;
  readonly columns: SubjectColumns;
  readonly expected: string;
  readonly actual: string;
  /** Fen. */
  readonly amount: number | undefined;
}

/** A name that a list leaves blank still has to be read in a sentence. */
const orUnknown = (name: string) => name || '（姓名空缺）';

/** Values for the placeholders that every rule may use. */
const standardValues: Readonly<Record<string, (of: SaidOf) => MessagePart>> = {
  name: ({ columns }) => ({ kind: 'name', text: orUnknown(columns.name) }),
  id: ({ columns }) => ({ kind: 'id', text: columns.idNumber }),
  head: ({ columns }) => ({ kind: 'name', text: orUnknown(columns.headName) }),
  household: ({ columns }) => ({ kind: 'household', text: columns.householdId }),
  account: ({ columns }) => ({ kind: 'account', text: columns.account }),
  township: ({ columns }) => columns.township,
  village: ({ columns }) => columns.village,
  expected: ({ rule, expected }) => ({ kind: rule.personalValues ?? 'text', text: expected }),
  actual: ({ rule, actual }) => ({ kind: rule.personalValues ?? 'text', text: actual }),
  amount: ({ amount }) => yuanText(Math.abs(amount ?? 0)),
};

type Piece = string | { readonly placeholder: string; readonly standard: ((of: SaidOf) => MessagePart) | undefined };

const placeholder = /\{([A-Za-z]+)\}/;

/** A sentence taken apart: plain words, and placeholders with what they mostly stand for. */
const takeApart = (sentence: string): readonly Piece[] =>
  sentence
    .split(placeholder)
    .map((piece, at) => (at % 2 === 0 ? piece : { placeholder: piece, standard: standardValues[piece] }))
    .filter((piece) => piece !== '');

/**
 * Rules have few sentences and many findings: each sentence is taken apart once, and of the values only those are made
 * that it asks for.
 */
export class Sentences {
  readonly #pieces = new Map<string, readonly Piece[]>();

  /** `values` are the finding's own; they go before the standard ones. Throws where a placeholder has neither: a fault of the rule. */
  partsOf(sentence: string, of: SaidOf, values: Readonly<Record<string, MessageValue>> | undefined): MessagePart[] {
    const parts: MessagePart[] = [];
    for (const piece of this.#piecesOf(sentence)) {
      if (typeof piece === 'string') parts.push(piece);
      else {
        const value = values?.[piece.placeholder] ?? piece.standard?.(of);
        if (value === undefined) throw new Error(`nothing given for {${piece.placeholder}}`);
        if (isSeveral(value)) parts.push(...value);
        else parts.push(value);
      }
    }
    return parts;
  }

  #piecesOf(sentence: string): readonly Piece[] {
    const known = this.#pieces.get(sentence);
    if (known !== undefined) return known;
    const pieces = takeApart(sentence);
    this.#pieces.set(sentence, pieces);
    return pieces;
  }
}

const isSeveral = (value: MessageValue): value is readonly MessagePart[] => Array.isArray(value);
