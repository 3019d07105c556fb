import type { ComparedNames } from './compared-names.ts';
import type { PersonTables } from './person-tables.ts';
import type { SameIdGroups } from './same-id-groups.ts';

/** The distinct names under which the rows of a group stand. */
export class GroupNames {
  readonly compared: ComparedNames;
  readonly #groups: SameIdGroups;
  /** Pool code of the name of every person row. */
  readonly #nameOf: Int32Array;

  constructor(people: PersonTables, groups: SameIdGroups, compared: ComparedNames) {
    this.compared = compared;
    this.#groups = groups;
    this.#nameOf = new Int32Array(people.rowCount);
    for (const { names, first } of people.tables) this.#nameOf.set(names, first);
  }

  /** Normalised codes in row order. */
  of(group: number): readonly number[] {
    const { rows } = this.#groups;
    const names: number[] = [];
    const end = rows.start(group + 1);
    let last = -1;
    for (let at = rows.start(group); at < end; at += 1) {
      const written = this.#nameOf[rows.at(at)]!;
      if (written === last) continue;
      last = written;
      const name = this.compared.normalised(written);
      if (!names.includes(name)) names.push(name);
    }
    return names;
  }

  /** True where one of the names of each group agrees with one of the other's. */
  agree(one: number, other: number): boolean {
    const others = this.of(other);
    return this.of(one).some((name) => others.some((otherName) => this.compared.agree(name, otherName)));
  }
}
