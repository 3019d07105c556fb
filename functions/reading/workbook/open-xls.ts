import { FileRefused } from '../file-refused.ts';
import type { MergedRange, RawFile, RawRecord, RawSheet } from '../raw-sheet.ts';
import type { WorkBudget } from '../work-budget.ts';
import { type BiffGlobals, type BiffSheetEntry, biffGlobals, checkSheetStart } from './biff-globals.ts';
import { biffMerges, biffRows } from './biff-rows.ts';
import { damaged } from './damaged.ts';
import { OleFile } from './ole-file.ts';

const batchRows = 1024;

/** Streams that tell other kinds of OLE file apart. */
const otherStreams: readonly (readonly [stream: string, name: string])[] = [
  ['WordDocument', 'Word 文档'],
  ['PowerPoint Document', '演示文稿'],
  ['VisioDocument', 'Visio 图'],
  ['__properties_version1.0', '邮件'],
];

/** Opens an .xls or a WPS .et (BIFF8, BIFF5). Throws `FileRefused`, also while its sheets are read. */
export function openXls(bytes: Buffer, budget: WorkBudget): RawFile {
  budget.resume();
  const ole = new OleFile(bytes);
  if (ole.has('EncryptedPackage')) {
    throw new FileRefused('文件已加密', '请用 Excel 或 WPS 打开，去掉密码后另存，再重新发送。');
  }
  const name = ['Workbook', 'Book'].find((stream) => ole.has(stream));
  if (name === undefined) {
    const other = otherStreams.find(([stream]) => ole.has(stream));
    if (other === undefined) throw damaged('找不到工作簿数据');
    throw new FileRefused(`这是${other[1]}，不是表格`, '请发送 xlsx、xls、et、csv 或 txt 文件。');
  }
  const stream = ole.read(name);
  const globals = biffGlobals(stream, budget);
  if (globals.sheets.length === 0) throw damaged('没有工作表');
  const sheets = globals.sheets.map((entry) => new XlsSheet(entry, stream, globals, budget));
  budget.pause();
  return { kind: 'xls', encoding: undefined, delimiter: undefined, sheets };
}

class XlsSheet implements RawSheet {
  readonly name: string;
  readonly visible: boolean;
  readonly tabular: boolean;
  readonly #start: number;
  readonly #stream: Buffer;
  readonly #globals: BiffGlobals;
  readonly #budget: WorkBudget;

  constructor(entry: BiffSheetEntry, stream: Buffer, globals: BiffGlobals, budget: WorkBudget) {
    this.name = entry.name;
    this.visible = entry.visible;
    this.tabular = entry.tabular;
    this.#start = entry.start;
    this.#stream = stream;
    this.#globals = globals;
    this.#budget = budget;
  }

  async merges(): Promise<readonly MergedRange[]> {
    if (!this.tabular) return [];
    checkSheetStart(this.#stream, this.#start);
    return biffMerges(this.#stream, this.#start, this.#budget);
  }

  async *batches(): AsyncGenerator<readonly RawRecord[]> {
    if (!this.tabular) return;
    checkSheetStart(this.#stream, this.#start);
    let batch: RawRecord[] = [];
    this.#budget.resume();
    for (const record of biffRows(this.#stream, this.#start, this.#globals, this.#budget)) {
      if (batch.push(record) < batchRows) continue;
      this.#budget.pause();
      yield batch;
      this.#budget.resume();
      batch = [];
    }
    this.#budget.pause();
    if (batch.length > 0) yield batch;
  }
}
