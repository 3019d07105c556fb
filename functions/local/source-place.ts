import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';

const own = /(?:functions|schemas)[\\/][\w\\/.-]+\.ts:\d+/u;
/** The bundle's frames; its map lies beside it (`write-bundle.mjs`). */
const bundled = /(?:\(|at (?:async )?)((?:\/|[A-Za-z]:)[^()\n]*[\\/]program\.js):(\d+):(\d+)/gu;

/** `file:line` of the first frame in our own sources, also where it ran from the bundle; undefined where there is none. */
export function sourcePlace(stack: string): string | undefined {
  const frames = [...stack.matchAll(bundled)];
  if (frames[0] === undefined) return own.exec(stack)?.[0];
  try {
    const map = new SourceMap(JSON.parse(readFileSync(`${frames[0][1]}.map`, 'utf8')));
    // The first may be in a package.
    for (const [, , line, column] of frames) {
      const entry = map.findEntry(Number(line) - 1, Number(column) - 1);
      const place = 'originalSource' in entry ? own.exec(`${entry.originalSource}:${entry.originalLine + 1}`)?.[0] : undefined;
      if (place !== undefined) return place;
    }
  } catch {
    // The map is gone: what is left of the message must do.
  }
  return undefined;
}
