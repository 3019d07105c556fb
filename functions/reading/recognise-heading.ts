import type { CountyProfile } from '../../schemas/county-profile.ts';
import type { Source } from '../../schemas/sources/source.ts';
import { assignColumns, headingScore, isHeading } from './headings/assign-columns.ts';
import { headingCells } from './headings/heading-cells.ts';
import type { HeadingDictionary } from './headings/heading-dictionary.ts';
import { fitsLayout } from './headings/layout-assignment.ts';
import type { HeadingRecogniser } from './text/choose-delimiter.ts';

export interface Recognised {
  readonly source: Source;
  readonly dictionary: HeadingDictionary;
}

/**
 * Tells the reader of a text file how well a record serves as a heading row of any of the sources: more known headings,
 * higher score. A record that fits a layout of the profile scores less than any heading.
 */
export function headingRecogniser(candidates: readonly Recognised[], profile: CountyProfile): HeadingRecogniser {
  return (cells) => {
    let best = 0;
    for (const { source, dictionary } of candidates) {
      const assignment = assignColumns(source, dictionary, headingCells({ row: 1, cells }));
      if (isHeading(source, assignment)) best = Math.max(best, headingScore(assignment));
      if (best === 0 && profile.layouts[source.id]?.some((layout) => fitsLayout(source, layout, cells))) best = 0.5;
    }
    return best;
  };
}
