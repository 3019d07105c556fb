import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import type { Cell } from '../../../schemas/values/cell.ts';
import { fileLimits } from '../limits.ts';
import { RecordSplitter } from './split-records.ts';

/** Cells of the records when the text comes in pieces cut at these places. */
function split(text: string, delimiter: string, width: number, cuts: readonly number[]): (readonly Cell[])[] {
  const splitter = new RecordSplitter(delimiter, width, fileLimits);
  const ends = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
  const pieces = [...ends, text.length].map((end, index) => text.slice(index === 0 ? 0 : ends[index - 1], end));
  return [...pieces.flatMap((piece) => [...splitter.push(piece)]), ...splitter.end()].map(({ cells }) => cells);
}

const character = fc.constantFrom('张', '三', '1', 'X', ' ', '"', '䶮', '𠮷', "'");
const delimiter = fc.constantFrom(',', '\t', '|', ';');
const cuts = fc.array(fc.nat(500), { maxLength: 8 });

/**
 * Tables of three columns or more. A record with a line break in a cell holds no delimiter in any: else each of its lines
 * can look like a full record, and then nothing tells it from rows that a lone quote has joined.
 */
const tables = delimiter.chain((mark) => {
  const plain = fc.array(fc.oneof(character, fc.constant(mark)), { maxLength: 6 });
  const broken = fc.array(fc.oneof(character, fc.constant('\n')), { maxLength: 6 });
  const cell = fc.oneof({ arbitrary: plain, weight: 5 }, broken).map((characters) => characters.join(''));
  return fc.record({
    mark: fc.constant(mark),
    newline: fc.constantFrom('\r\n', '\n', '\r'),
    rows: fc
      .integer({ min: 3, max: 6 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }))
      .map((table) =>
        table.map((row) => (row.some((text) => text.includes('\n')) ? row.map((text) => text.replaceAll(mark, '')) : row)),
      ),
    cuts,
  });
});

it('gives back what papaparse wrote, whatever is quoted and wherever the pieces are cut', () => {
  fc.assert(
    fc.property(tables, ({ mark, newline, rows, cuts: places }) => {
      const text = Papa.unparse(rows, { delimiter: mark, newline });
      expect(split(`${text}${newline}`, mark, rows[0]!.length, places)).toEqual(rows);
    }),
  );
});

it('gives the same records wherever any text is cut', () => {
  const anything = fc.string({ unit: fc.constantFrom('a', ',', '"', '\r', '\n', '张'), maxLength: 60 });
  fc.assert(
    fc.property(anything, fc.nat(5), cuts, (text, width, places) => {
      expect(split(text, ',', width, places)).toEqual(split(text, ',', width, []));
    }),
  );
});

it('loses no character of any text but delimiters, line breaks and what quotes mean', () => {
  const unquoted = fc.string({ unit: fc.constantFrom('a', ',', '\r', '\n', '张'), maxLength: 60 });
  fc.assert(
    fc.property(unquoted, cuts, (text, places) => {
      expect(split(text, ',', 0, places).flat().join('')).toBe(text.replace(/[,\r\n]/g, ''));
    }),
  );
});
