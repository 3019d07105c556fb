import type { BrokenFile } from './broken-file.ts';
import { htmlFiles } from './html-files.ts';
import { otherKinds } from './other-kinds.ts';
import { textEncodings } from './text-encodings.ts';
import { textRecords } from './text-records.ts';
import { xlsFiles } from './xls-files.ts';
import { xlsxPackages } from './xlsx-packages.ts';
import { xlsxSheets } from './xlsx-sheets.ts';

/** Every odd or hostile file, each name once. */
export const brokenFiles: readonly BrokenFile[] = [
  ...textEncodings,
  ...textRecords,
  ...otherKinds,
  ...xlsxPackages,
  ...xlsxSheets,
  ...xlsFiles,
  ...htmlFiles,
];
