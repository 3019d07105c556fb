const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** Cells that a terminal shows for a text: letters of East Asian width take two. */
export function cellsOf(text: string): number {
  let cells = 0;
  for (const letter of text) cells += wide.test(letter) ? 2 : 1;
  return cells;
}

/** Lines of a table under its headings: columns of figures stand right, others left. */
export function textTable([headings, ...rows]: readonly [readonly string[], ...(readonly string[])[]]): readonly string[] {
  const columns = headings.map((heading, column) => {
    const texts = [heading, ...rows.map((row) => row[column] ?? '')];
    const figures = texts.slice(1).every((text) => /^[-\d.]*$/u.test(text));
    const width = Math.max(...texts.map(cellsOf));
    return texts.map((text) => {
      const space = ' '.repeat(width - cellsOf(text));
      return figures ? space + text : text + space;
    });
  });
  return [headings, ...rows].map((_, row) =>
    columns
      .map((column) => column[row])
      .join('  ')
      .trimEnd(),
  );
}
