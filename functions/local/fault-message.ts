import { sourcePlace } from './source-place.ts';

const systemFaults: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满，请清理后重新运行。',
  EACCES: '没有读写权限，请检查文件夹权限后重新运行。',
  EPERM: '系统不允许此操作，请检查文件夹权限、或文件是否正被打开后重新运行。',
  EROFS: '磁盘是只读的，请换一个输出文件夹。',
  EMFILE: '系统打开的文件太多，请关闭其他程序后重新运行。',
  EBUSY: '文件正被其他程序占用，请关闭后重新运行。',
};

/**
 * One Chinese sentence for a fault that no caller expected. Neither the error's message nor its stack is shown: either
 * may hold a person's data. What is left leads a developer to the line.
 */
export function faultMessage(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? '';
  const known = systemFaults[code];
  if (known) return `运行中断：${known}`;
  const name = error instanceof Error ? error.name : 'unknown';
  const place = error instanceof Error ? sourcePlace(error.stack ?? '') : undefined;
  return `程序故障（${[name, code, place].filter(Boolean).join('，')}），没有生成报告。请把括号内的内容告诉维护人员。`;
}
