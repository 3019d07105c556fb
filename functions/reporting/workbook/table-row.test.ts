import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellXml, rowXml } from './cells.ts';
import { RowEncoder, type TableColumn } from './table-row.ts';
import { linesOf } from './text-width.ts';

const column: TableColumn<readonly (string | number | undefined)[]> = {
  heading: '说明',
  width: 12,
  style: 'long',
  value: (row) => row[0],
};

function writer() {
  const encoder = new RowEncoder([column, { ...column, value: (row) => row[1] }]);
  return (row: readonly (string | number | undefined)[], number: number, ordinal: number): string => {
    encoder.add(row, number, ordinal);
    return Buffer.from(encoder.take()).toString('utf8');
  };
}

describe('a row of a table', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(' 张三', '张三\n', 'a&b<c>', '_x0041_', '低'.repeat(40_000)),
  );

  it('holds every text as any other cell does, also where the row above has the same', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 6 }), (values) => {
        const write = writer();
        const first = values[0]!;
        for (const [at, value] of [...values, ...values.slice(-1)].entries()) {
          const number = at + 4;
          const cells = cellXml(`A${number}`, 'long', value) + cellXml(`B${number}`, 'long', first);
          const lines = Math.max(linesOf(value, 12), linesOf(first, 12));
          expect(write([value, first], number, at)).toBe(rowXml(number, cells, lines));
        }
      }),
    );
  });

  it('holds numbers and nothing as any other cell does', () => {
    const write = writer();
    for (const [number, value] of ([0, -1, 12.5, undefined, ''] as const).entries()) {
      const cells = cellXml(`A${number}`, 'long', value) + cellXml(`B${number}`, 'long', 7);
      expect(write([value, 7], number, 0)).toBe(rowXml(number, cells));
    }
  });
});
