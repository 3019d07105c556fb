/** Which rows belong to which group: two integers a row, whatever the number of groups. */
export class RowGroups {
  readonly count: number;
  readonly #starts: Int32Array;
  readonly #rows: Int32Array;

  /** `groupOf` gives each row's group, -1 for rows of none. Rows of a group keep their order. */
  constructor(groupOf: Int32Array, count: number) {
    this.count = count;
    this.#starts = startsOf(groupOf, count);
    this.#rows = rowsByGroup(groupOf, this.#starts);
  }

  /** The rows of a group without a copy. */
  of(group: number): Int32Array {
    return this.#rows.subarray(this.#starts[group]!, this.#starts[group + 1]!);
  }

  start(group: number): number {
    return this.#starts[group]!;
  }

  /** The row at a position between `start(group)` and `start(group + 1)`: for loops that must not allocate. */
  at(position: number): number {
    return this.#rows[position]!;
  }
}

// One loop a function: V8 compiles a long loop while it runs and knows nothing yet of a second one, so it would throw the
// code away there.

/** How many rows each group has, one place further on: sums of it are where the groups begin. */
function countByGroup(groupOf: Int32Array, count: number): Int32Array {
  const counts = new Int32Array(count + 1);
  for (let row = 0; row < groupOf.length; row += 1) if (groupOf[row]! >= 0) counts[groupOf[row]! + 1]! += 1;
  return counts;
}

/** Where the rows of each group begin, and the end of the last. */
function startsOf(groupOf: Int32Array, count: number): Int32Array {
  const starts = countByGroup(groupOf, count);
  for (let group = 0; group < count; group += 1) starts[group + 1]! += starts[group]!;
  return starts;
}

function rowsByGroup(groupOf: Int32Array, starts: Int32Array): Int32Array {
  const next = starts.slice(0, -1);
  const rows = new Int32Array(starts.at(-1)!);
  for (let row = 0; row < groupOf.length; row += 1) {
    const group = groupOf[row]!;
    if (group < 0) continue;
    rows[next[group]!] = row;
    next[group]! += 1;
  }
  return rows;
}
