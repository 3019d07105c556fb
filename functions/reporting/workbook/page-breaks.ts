/** Rows that stand together, with nothing blank between them: a section's title with its table and sums. */
export interface RowBlock {
  /** Row before it, after which a page may end. */
  readonly after: number;
  /** Points of its rows. */
  readonly heights: readonly number[];
  /** It begins a page in any case. */
  readonly begins: boolean;
}

/** A block is rather torn than that more than half of a page stays empty. */
const fullEnough = 0.5;
/** Rows at the foot of a page that are enough to begin a table with: its title and heading, and some lines. */
const enoughRows = 7;

/**
 * After which rows pages end, so that a block that fits on a page is not torn without need, and a longer one does not begin
 * with its heading alone. `room` and `repeated` are points: of a page, and of the rows that stand on top of each.
 */
export function pageBreaks(blocks: readonly RowBlock[], room: number, repeated: number): readonly number[] {
  const breaks: number[] = [];
  let used = 0;
  for (const { after, heights, begins } of blocks) {
    const whole = sum(heights);
    const staysWhole = whole <= room - repeated && used >= room * fullEnough;
    const needed = staysWhole ? whole : sum(heights.slice(0, enoughRows));
    if (after > 0 && (begins || used + needed > room)) {
      breaks.push(after);
      used = repeated;
    }
    for (const height of heights) used = used + height > room ? repeated + height : used + height;
  }
  return breaks;
}

const sum = (heights: readonly number[]): number => heights.reduce((total, height) => total + height, 0);
