import * as z from 'zod';
import { jobIdSchema } from './job.ts';
import { sourceIds } from './sources/source.ts';

const count = z.int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * `manifest.json`: what went into a report and what came out, so that anybody can tell later whether a file is the one
 * that the run wrote. No clock, path or machine: equal inputs give an equal manifest.
 */
export const manifestSchema = z.object({
  job: jobIdSchema,
  county: z.string(),
  period: z.string(),
  programVersion: z.string(),
  ruleSetVersion: z.string(),
  key: z.enum(['sample', 'county']),
  profile: z.object({
    sha256: sha256.nullable(),
    /** Values that differ from the default, by their path; JSON text. */
    differs: z.array(z.object({ path: z.string(), value: z.string() })),
  }),
  /** In file order. Size in bytes; rows = data rows read. */
  inputs: z.array(z.object({ source: z.enum(sourceIds), file: z.string(), size: count, sha256, rows: count })),
  /** Every file of the report but this one. */
  outputs: z.array(z.object({ file: z.string(), size: count, sha256 })),
  /**
   * sha256 over the workbook's parts: of the lines `<sha256 of the part>  <name>\n`, ordered by name (code points). The
   * same on every platform, while the zip around them depends on the compressor.
   */
  workbookParts: sha256,
});
export type Manifest = z.infer<typeof manifestSchema>;
