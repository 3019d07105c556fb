import { FileRefused } from '../file-refused.ts';

/** The file is a workbook, but not a sound one. `what` says in Chinese what is wrong, without any cell's content. */
export function damaged(what: string): FileRefused {
  return new FileRefused(`工作簿已损坏：${what}`, '请用 Excel 或 WPS 打开核对（可试“打开并修复”），另存为 xlsx 后重新发送。');
}
