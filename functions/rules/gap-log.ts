import type { SourceId } from '../../schemas/sources/source.ts';
import { sources } from '../../schemas/sources/sources.ts';
import { byCodePoints } from '../../schemas/values/code-point-order.ts';
import type { Coverage, Gap } from './coverage.ts';
import type { Absence, GapSubject } from './rule.ts';

interface Noted extends Gap {
  readonly source: SourceId;
  /** The source that has households there: the one that the first silenced rule, in report order, names. */
  presentIn: SourceId;
  rule: number;
  /** As printed: of several spellings the first by code points, so that no file's place among others matters. */
  printed: string;
}

/** The gaps that silenced a rule, each once however many findings it swallowed. */
export class GapLog {
  readonly #gaps = new Map<string, Noted>();
  readonly #coverage: Coverage;

  constructor(coverage: Coverage) {
    this.#coverage = coverage;
  }

  note({ missingFrom, presentIn }: Absence, gap: Gap, rule: number, township: string): void {
    const key = `${missingFrom}/${gap.area}/${gap.township}`;
    const printed = gap.area === '' ? township : '';
    const known = this.#gaps.get(key);
    if (known === undefined) {
      this.#gaps.set(key, { ...gap, source: missingFrom, presentIn, rule, printed });
      return;
    }
    if (rule < known.rule) Object.assign(known, { rule, presentIn });
    if (byCodePoints(printed, known.printed) < 0) known.printed = printed;
  }

  subjects(): readonly GapSubject[] {
    return [...this.#gaps.values()].map(({ source, presentIn, area, township, printed }) => ({
      source,
      name: sources[source].name,
      area,
      township: printed,
      otherName: sources[presentIn].name,
      households: this.#coverage.householdsIn(presentIn, { area, township }),
    }));
  }
}
