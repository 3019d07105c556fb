/**
 * What is written for the terminal may be lost: the reader of a pipe has gone, or the disk that stdout is sent to is
 * full. Node would end with a stack trace, in the middle of a run. A reader that has gone wanted no more; a result that
 * could not be written ends with 1, since who reads it would take the rest for the whole.
 */
export function bearLostOutput(): void {
  process.stderr.on('error', () => {});
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE' || code === 'EOF') return;
    process.stderr.write(`屏幕上的结果没有写出（${code ?? 'unknown'}）；报告以文件夹中的为准。\n`);
    process.once('exit', () => {
      process.exitCode = 1;
    });
  });
}
