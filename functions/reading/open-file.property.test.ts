import fc from 'fast-check';
import { expect, it } from 'vitest';
import { biffStream, buildOle, labels, numberCell, type Record, uint16s } from '../../sample-data/broken/build-xls.ts';
import { buildXlsx, inlineRows } from '../../sample-data/broken/build-xlsx.ts';
import { delimited, table } from '../../sample-data/broken/roster.ts';
import { FileRefused } from './file-refused.ts';
import { openFile } from './open-file.ts';

/** What is done to the bytes at a place: written over, cut off there, or a piece from elsewhere put in. */
const blow = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('byte', 'mark', 'word', 'cut', 'splice'),
  byte: fc.integer({ min: 0, max: 255 }),
  mark: fc.constantFrom(...Buffer.from('<>&"\',;/\r\n\0\xff', 'latin1')),
  word: fc.constantFrom(0, 1, 2, 0x3c, 0x85, 0xbd, 0xfc, 0xfd, 0x207, 0x27e, 0xffff),
  other: fc.nat(),
});

function struck(bytes: Buffer, blows: readonly (typeof blow extends fc.Arbitrary<infer T> ? T : never)[]): Buffer {
  return blows.reduce(
    (hit, { at: place, kind, byte, mark, word, other }) => {
      const at = place % hit.length;
      if (kind === 'cut') return hit.subarray(0, at + 1);
      if (kind === 'splice') return Buffer.concat([hit.subarray(0, at), hit.subarray(other % hit.length)]);
      if (kind === 'word' && at + 2 <= hit.length) hit.writeUInt16LE(word, at);
      else hit[at] = kind === 'byte' ? byte : (mark ?? 0);
      return hit;
    },
    Buffer.concat([bytes, Buffer.alloc(1)]),
  );
}

const sheets = [{ rows: inlineRows(table), behind: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>' }];
const whole = buildXlsx({ sheets });
const globals: Record[] = [
  [
    0x00fc,
    Buffer.concat([uint16s(2, 0, 2, 0, 2), Buffer.from([1]), Buffer.from('张三', 'utf16le'), uint16s(2), Buffer.from('\0ab')]),
  ],
  [0x0042, uint16s(936)],
  [0x0022, uint16s(1)],
  [0x00e0, uint16s(0, 14)],
];
const records: Record[] = [...labels(table), numberCell(9, 1, 5), [0x00e5, uint16s(1, 1, 2, 1, 2)]];
const stream = biffStream([{ name: '农村', records }], globals);
const page = `<html><table>${table.map((cells) => `<tr><td rowspan=2>${cells.join('</td><td>')}</td></tr>`).join('')}</table></html>`;

/** Each takes the blows where they tell: inside a container whose checksums are then right, or on the file itself. */
const targets: readonly [string, (hit: (bytes: Buffer) => Buffer) => Buffer][] = [
  ['a zip', (hit) => hit(Buffer.from(whole))],
  [
    'a sheet part',
    (hit) =>
      buildXlsx({
        sheets,
        change: (parts) =>
          parts.map((part) => ({
            ...part,
            content: part.name.includes('sheet1') ? hit(Buffer.from(part.content)) : part.content,
          })),
      }),
  ],
  [
    'the workbook part',
    (hit) =>
      buildXlsx({
        sheets,
        change: (parts) =>
          parts.map((part) => ({
            ...part,
            content: part.name.endsWith('workbook.xml') ? hit(Buffer.from(part.content)) : part.content,
          })),
      }),
  ],
  ['an OLE file', (hit) => hit(buildOle({ Workbook: stream }))],
  ['a BIFF stream', (hit) => buildOle({ Workbook: Buffer.concat([hit(Buffer.from(stream)), Buffer.alloc(4096)]) })],
  ['a page', (hit) => hit(Buffer.from(page))],
  ['text', (hit) => hit(Buffer.from(delimited()))],
];

it.each(targets)('%s that is damaged anywhere is read or refused, never a fault of the program', async (_, target) => {
  await fc.assert(
    fc.asyncProperty(fc.array(blow, { minLength: 1, maxLength: 5 }), async (blows) => {
      const bytes = target((content) => struck(content, blows));
      try {
        const input = {
          name: 'a',
          size: bytes.length,
          open: async function* () {
            yield bytes;
          },
        };
        for (const sheet of (await openFile(input, (cells) => cells.includes('姓名'))).sheets) {
          await sheet.merges();
          for await (const _ of sheet.batches());
        }
      } catch (error) {
        expect(error).toBeInstanceOf(FileRefused);
      }
    }),
    { numRuns: 200 },
  );
});
