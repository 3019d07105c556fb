import type { Source } from '../../../schemas/sources/source.ts';
import { normaliseHeading } from './normalise-heading.ts';

/** A field that a heading may name; the lower the rank, the stronger. */
export interface HeadingUse {
  readonly field: string;
  readonly rank: number;
}

/** What a source's headings mean. */
export interface HeadingDictionary {
  readonly uses: ReadonlyMap<string, readonly HeadingUse[]>;
  /** Headings that name a field only where another column gives the field that they stand beside. */
  readonly beside: ReadonlyMap<string, { readonly field: string; readonly besides: string }>;
}

const ownRank = 0;
const profileRank = 1;
const aliasRank = 1000;

/** The field's own heading, then the profile's, then its aliases in the order listed. */
export function headingDictionary(
  source: Source,
  profileHeadings: Readonly<Record<string, readonly string[] | undefined>>,
): HeadingDictionary {
  const uses = new Map<string, HeadingUse[]>();
  const beside = new Map<string, { field: string; besides: string }>();
  const add = (heading: string, field: string, rank: number) => {
    const { text } = normaliseHeading(heading);
    const known = uses.get(text) ?? [];
    if (known.every((use) => use.field !== field)) uses.set(text, [...known, { field, rank }]);
  };
  for (const [name, field] of Object.entries(source.fields)) {
    if (field.derived !== undefined) continue;
    add(field.heading, name, ownRank);
    for (const [at, heading] of (profileHeadings[name] ?? []).entries()) add(heading, name, profileRank + at);
    for (const [at, heading] of field.aliases.entries()) add(heading, name, aliasRank + at);
    if (field.beside !== undefined) {
      beside.set(normaliseHeading(field.beside.heading).text, { field: name, besides: field.beside.field });
    }
  }
  return { uses, beside };
}
