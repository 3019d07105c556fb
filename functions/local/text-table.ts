/** Cells that a terminal shows for a text: letters of East Asian width take two. */
export function cellsOf(text: string): number {
  let cells = 0;
  for (const letter of text)
    cells +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u.test(
        letter,
      )
        ? 2
        : 1;
  return cells;
}

/** Lines of a table whose first column stands left and whose others, figures, stand right. */
export function textTable(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => cellsOf(row[column] ?? ''))));
  return rows.map((row) =>
    row
      .map((text, column) => {
        const space = ' '.repeat((widths[column] ?? 0) - cellsOf(text));
        return column === 0 ? text + space : space + text;
      })
      .join('  ')
      .trimEnd(),
  );
}
