/** Takes the bytes of one file; the job's draft fits. */
export interface ReportSink {
  write(chunk: Uint8Array): void | Promise<void>;
  close(): Promise<void>;
}

/** The files of a report that nobody sees yet. Written once each, then read back for the count before publishing. */
export interface ReportFiles {
  create(name: string): ReportSink | Promise<ReportSink>;
  /** Each chunk holds until the next is asked for. */
  read(name: string): AsyncIterable<Uint8Array>;
}
