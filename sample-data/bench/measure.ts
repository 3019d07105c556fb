import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Measured {
  readonly seconds: number;
  /** Megabytes. */
  readonly peak: number;
  readonly exitCode: number;
  /** Seconds a stage, in the order in which the run named them on stderr. */
  readonly stages: readonly (readonly [stage: string, seconds: number])[];
  readonly stderr: string;
}

const preload = fileURLToPath(new URL('peak-memory.mjs', import.meta.url));

/** Runs a Node program from its start to its end and takes its time, its peak memory and the stages it tells of. */
export async function measure(words: readonly string[]): Promise<Measured> {
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', preload, ...words], { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const marks: { stage: string; at: number }[] = [{ stage: 'start', at: began }];
  let stderr = '';
  let peak = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    for (const [, stage] of text.matchAll(/^(.+)…$/gm)) marks.push({ stage: stage!, at: performance.now() });
  });
  child.stdio[3]!.on('data', (text: Buffer) => {
    peak += text.toString();
  });
  const exitCode = await new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1)));
  const ended = performance.now();
  const stages = marks.map(({ stage, at }, mark) => [stage, ((marks[mark + 1]?.at ?? ended) - at) / 1000] as const);
  return { seconds: (ended - began) / 1000, peak: Number(peak) / 1024, exitCode, stages, stderr };
}

/**
 * Of so many runs of each program the one in the middle by time. The programs run in turn, since a machine may be a third
 * faster or slower from one second to the next, and what is asked for is how they compare.
 */
export async function mediansInTurn(programs: readonly (readonly string[])[], rounds = 3): Promise<Measured[]> {
  const runs = programs.map((): Measured[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [at, words] of programs.entries()) runs[at]!.push(await measure(words));
  }
  return runs.map((own) => own.sort((one, other) => one.seconds - other.seconds)[rounds >> 1]!);
}
