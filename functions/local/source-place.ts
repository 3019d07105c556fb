import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';

const own = /(?:functions|schemas)[\\/][\w\\/.-]+\.ts:\d+/u;
/** The bundle's frames; its map lies beside it (`write-bundle.mjs`). */
const bundled = /(?:\(|at (?:async )?)((?:\/|[A-Za-z]:)[^()\n]*[\\/]program\.js):(\d+):(\d+)/u;

/** `file:line` of the first frame in our own sources, also where it ran from the bundle; undefined where there is none. */
export function sourcePlace(stack: string): string | undefined {
  const frame = bundled.exec(stack);
  return frame === null ? own.exec(stack)?.[0] : unbundled(frame);
}

function unbundled([, file, line, column]: RegExpExecArray): string | undefined {
  try {
    const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
    const entry = map.findEntry(Number(line) - 1, Number(column) - 1);
    return 'originalSource' in entry ? own.exec(`${entry.originalSource}:${entry.originalLine + 1}`)?.[0] : undefined;
  } catch {
    return undefined;
  }
}
