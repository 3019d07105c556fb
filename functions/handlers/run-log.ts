import type { JobId } from '../../schemas/job.ts';

/**
 * Every line that a function may log. Codes and counts; a line has no room for a person, a file name or a message of
 * somebody else's error.
 */
export interface LogLines {
  'inputs-listed': { job: JobId; county: string; period: string; files: number };
  'input-read': { county: string; period: string; refused: boolean; rows: number; rejected: number };
  'arrival-checked': { county: string; period: string; refused: boolean; rows: number; rejected: number };
  'arrival-ignored': { county: string };
  'run-compared': {
    job: JobId;
    county: string;
    period: string;
    outcome: string;
    rows: number;
    rejects: number;
    findings: number;
  };
  'run-ended': { job: JobId; county: string; period: string; outcome: string };
  'inputs-missing': { job: JobId; county: string; period: string; sources: number };
  'environment-incomplete': { missing: readonly string[] };
  /** `fault` is the error's class. */
  fault: { fault: string; passing: boolean };
  /** Whole megabytes and milliseconds of this invocation. */
  'invocation-ended': { memoryMegabytes: number; milliseconds: number };
}

export type LogCode = keyof LogLines;

/** Takes one line of JSON without its line end. */
export type LineSink = (line: string) => void;

export interface RunLog {
  say<Code extends LogCode>(code: Code, values: LogLines[Code]): void;
  /** One CloudWatch metric line, in the embedded metric format. */
  measure(namespace: string, metrics: Readonly<Partial<Record<MetricName, number>>>, dimensions: { readonly job: string }): void;
}

export type MetricName = 'Rows' | 'Rejects' | 'Findings' | 'Duration' | 'Memory';
const units: Readonly<Record<MetricName, string>> = {
  Rows: 'Count',
  Rejects: 'Count',
  Findings: 'Count',
  Duration: 'Milliseconds',
  Memory: 'Megabytes',
};

/** `now` gives milliseconds since 1970, as the metric format wants them. */
export function runLog(write: LineSink, now: () => number): RunLog {
  return {
    say: (code, values) => write(JSON.stringify({ code, ...values })),
    measure: (namespace, metrics, dimensions) => {
      const definitions = (Object.keys(metrics) as MetricName[]).map((Name) => ({ Name, Unit: units[Name] }));
      write(
        JSON.stringify({
          _aws: {
            Timestamp: now(),
            CloudWatchMetrics: [{ Namespace: namespace, Dimensions: [Object.keys(dimensions)], Metrics: definitions }],
          },
          ...dimensions,
          ...metrics,
        }),
      );
    },
  };
}
