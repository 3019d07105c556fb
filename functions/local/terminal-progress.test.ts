import { expect, it } from 'vitest';
import { terminalProgress } from './terminal-progress.ts';

function recorded(isTTY: boolean): { lines: string[]; stream: { isTTY: boolean; write: (text: string) => void } } {
  const lines: string[] = [];
  return { lines, stream: { isTTY, write: (text) => lines.push(text) } };
}

it('writes one plain line a stage where nobody watches', () => {
  const { lines, stream } = recorded(false);
  const progress = terminalProgress(stream);
  for (let done = 0; done <= 10; done += 1) progress.stage('读取', done, 10);
  progress.stage('比对', 0, 1);
  progress.close();
  expect(lines).toEqual(['读取…\n', '比对…\n']);
});

it('redraws a bar on a terminal, not for every row, and clears it at the end', () => {
  const { lines, stream } = recorded(true);
  const progress = terminalProgress(stream);
  for (let done = 0; done <= 10_000; done += 1) progress.stage('读取', done, 10_000);
  progress.close();
  expect(lines.length).toBeLessThan(100);
  expect(lines.at(-2)).toContain('100%  读取');
  expect(lines.at(-1)).toBe('\r\x1b[2K');
});
