import { contentKind } from './content-kind.ts';
import { type FileBytes, type FileInput, surveyBytes } from './file-bytes.ts';
import { FileRefused } from './file-refused.ts';
import { fileLimits, type Limits } from './limits.ts';
import type { RawFile } from './raw-sheet.ts';
import type { HeadingRecogniser } from './text/choose-delimiter.ts';
import { openText } from './text/open-text.ts';
import { WorkBudget } from './work-budget.ts';

export interface OpenedFile extends RawFile {
  /** Bytes as read, which a listing may have got wrong. */
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/**
 * Opens a file by its content, whatever its name says. Throws `FileRefused` where it can't be read or asks too much of
 * the machine, here or while its sheets are read. What the store throws goes through.
 */
export async function openFile(
  input: FileInput,
  recognises: HeadingRecogniser,
  limits: Limits = fileLimits,
  milliseconds: () => number = () => performance.now(),
): Promise<OpenedFile> {
  const bytes = await surveyBytes(input);
  if (bytes.size === 0) throw new FileRefused('文件是空的（0 字节）', '请核对后重新发送。');
  const budget = new WorkBudget(limits, milliseconds);
  return { ...(await openContent(bytes, recognises, budget)), size: bytes.size, sha256: bytes.sha256 };
}

async function openContent(bytes: FileBytes, recognises: HeadingRecogniser, budget: WorkBudget): Promise<RawFile> {
  const kind = contentKind(bytes.head);
  if (kind === 'text') return openText(bytes, recognises, budget.limits);
  const most = budget.limits.workbookBytes;
  if (bytes.size > most) throw new FileRefused(`工作簿超过上限${most}字节`, '请拆成几个较小的文件，或另存为 CSV 后重新发送。');
  // Loaded when a file is of the kind: loading readers that a run of text files never needs would take as long as its reading.
  if (kind === 'zip') return (await import('./workbook/open-xlsx.ts')).openXlsx(await bytes.whole(), budget);
  if (kind === 'ole') return (await import('./workbook/open-xls.ts')).openXls(await bytes.whole(), budget);
  return (await import('./html/open-html.ts')).openHtml(bytes, recognises, budget);
}
