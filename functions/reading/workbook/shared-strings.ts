import type { WorkBudget } from '../work-budget.ts';
import { readXml } from './read-xml.ts';
import { type SharedStrings, StringStore } from './string-store.ts';
import { unescapeOffice } from './xml-text.ts';

/** Reads the shared strings of an .xlsx: runs of rich text joined, phonetic hints left out. */
export async function readSharedStrings(chunks: AsyncIterable<Buffer>, budget: WorkBudget): Promise<SharedStrings> {
  const store = new StringStore(budget);
  let words = '';
  let phonetic = false;
  let inText = false;
  await readXml(chunks, budget.limits, {
    open(name) {
      if (name === 'si') words = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = !phonetic;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') store.add(unescapeOffice(words));
    },
    text(piece) {
      if (inText) words += piece;
      store.checkLength(words.length);
    },
  });
  return store;
}
