import type { Progress } from '../jobs/ports.ts';

/** The part of a stream that progress needs; `process.stderr` is one. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface ClosableProgress extends Progress {
  /** Clears the bar, so that what is printed next stands on a line of its own. */
  close(): void;
}

const barCells = 24;
const redrawMs = 80;

/** A bar that redraws itself on a terminal; elsewhere a line as each stage begins, since logs keep every line. */
export function terminalProgress(stream: ProgressStream): ClosableProgress {
  return stream.isTTY ? bar(stream) : lines(stream);
}

function bar(stream: ProgressStream): ClosableProgress {
  let drawn = 0;
  let stageNow = '';
  return {
    stage: (name, done, total) => {
      const now = performance.now();
      if (name === stageNow && done < total && now - drawn < redrawMs) return;
      drawn = now;
      stageNow = name;
      stream.write(`\r\x1b[2K${total > 1 ? `${drawnBar(done / total)}  ${name}` : `${name}…`}`);
    },
    close: () => {
      if (stageNow !== '') stream.write('\r\x1b[2K');
    },
  };
}

function drawnBar(done: number): string {
  const share = Math.min(1, done);
  const full = Math.round(share * barCells);
  return `${'█'.repeat(full)}${'░'.repeat(barCells - full)} ${String(Math.floor(share * 100)).padStart(3)}%`;
}

function lines(stream: ProgressStream): ClosableProgress {
  let stageNow = '';
  return {
    stage: (name) => {
      if (name === stageNow) return;
      stageNow = name;
      stream.write(`${name}…\n`);
    },
    close: () => {},
  };
}
