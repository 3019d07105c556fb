import { FileRefused } from '../file-refused.ts';
import type { Limits } from '../limits.ts';
import { attribute } from './attribute-walker.ts';
import { damaged } from './damaged.ts';
import { readXml } from './read-xml.ts';
import type { ZipArchive } from './zip-archive.ts';

export interface SheetPart {
  readonly name: string;
  /** Neither hidden nor very hidden. */
  readonly visible: boolean;
  /** False for chart, dialog and macro sheets. */
  readonly tabular: boolean;
  readonly path: string;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  /** Days are counted from 1904-01-01. */
  readonly date1904: boolean;
  readonly sharedStrings: string | undefined;
  readonly styles: string | undefined;
}

interface Relationship {
  /** Last word of the type: transitional and strict OOXML and Microsoft's own differ only before it. */
  readonly type: string;
  readonly path: string;
  readonly external: boolean;
}

/** What the workbook part and its relationships say. Throws `FileRefused` for other kinds of zip. */
export async function workbookParts(zip: ZipArchive, limits: Limits): Promise<WorkbookParts> {
  const root = zip.has('_rels/.rels') ? await relationships(zip, '_rels/.rels', '', limits) : new Map<string, Relationship>();
  const main = [...root.values()].find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  refuseOtherZip(zip, main);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const links = await relationships(zip, `${folder}_rels/${main.slice(folder.length)}.rels`, folder, limits);
  const listed: { name: string; state: string; id: string }[] = [];
  let date1904 = false;
  await readXml(zip.read(main), limits, {
    open(name, text, from, to) {
      if (name === 'sheet') {
        listed.push({
          name: attribute(text, from, to, 'name') ?? '',
          state: attribute(text, from, to, 'state') ?? 'visible',
          id: attribute(text, from, to, 'id', true) ?? '',
        });
        if (listed.length > limits.sheets) {
          throw new FileRefused(`工作表超过上限${limits.sheets}个`, '请拆成几个较小的文件后重新发送。');
        }
      }
      if (name === 'workbookPr') date1904 = ['1', 'true', 'on'].includes(attribute(text, from, to, 'date1904') ?? '');
    },
    close() {},
    text() {},
  });
  if (listed.length === 0) throw damaged('没有工作表');
  const sheets = listed.map(({ name, state, id }) => {
    const link = links.get(id);
    if (link === undefined || link.external || !zip.has(link.path)) throw damaged('缺少工作表的部件');
    return { name, visible: state === 'visible', tabular: link.type === 'worksheet', path: link.path };
  });
  const linked = (type: string) => [...links.values()].find((link) => link.type === type && zip.has(link.path))?.path;
  return { sheets, date1904, sharedStrings: linked('sharedStrings'), styles: linked('styles') };
}

async function relationships(zip: ZipArchive, path: string, folder: string, limits: Limits): Promise<Map<string, Relationship>> {
  const found = new Map<string, Relationship>();
  if (!zip.has(path)) throw damaged('缺少关系部件');
  await readXml(zip.read(path), limits, {
    open(name, text, from, to) {
      if (name !== 'Relationship') return;
      const target = (attribute(text, from, to, 'Target') ?? '').replaceAll('\\', '/');
      found.set(attribute(text, from, to, 'Id') ?? '', {
        type: (attribute(text, from, to, 'Type') ?? '').split('/').at(-1) ?? '',
        path: target.startsWith('/') ? target.slice(1) : resolved(folder + target),
        external: attribute(text, from, to, 'TargetMode') === 'External',
      });
    },
    close() {},
    text() {},
  });
  return found;
}

/** `xl/../x/./y` → `x/y`. */
function resolved(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function refuseOtherZip(zip: ZipArchive, main: string): void {
  const asXlsx = '请用 Excel 或 WPS 打开，另存为 xlsx 后重新发送。';
  if (main.toLowerCase().endsWith('.bin')) throw new FileRefused('这是二进制工作簿（xlsb）', asXlsx);
  if (zip.has(main) && !/\/document\.xml$|\/presentation\.xml$/i.test(main)) return;
  if (zip.has('content.xml')) throw new FileRefused('这是 OpenDocument 文件（ods）', asXlsx);
  if (zip.has('word/document.xml')) throw new FileRefused('这是 Word 文档，不是表格', '请发送 xlsx、xls、et、csv 或 txt 文件。');
  if (zip.has('[Content_Types].xml')) throw damaged('找不到工作簿部件');
  throw new FileRefused('这是压缩包，不是表格', '请解压后发送里面的表格文件。');
}
