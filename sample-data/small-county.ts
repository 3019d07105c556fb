import fc from 'fast-check';
import type { SourceId } from '../schemas/sources/source.ts';
import { validId } from './builders.ts';
import { encodeGb18030 } from './generator/files/gb18030.ts';

/** A file of a made-up county before it becomes bytes. */
export interface SmallFile {
  readonly source: SourceId;
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Which of these a file is written with must not matter. */
export interface Writing {
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'gb18030';
  readonly delimiter: ',' | '\t' | '|' | ';';
  readonly newline: '\r\n' | '\n';
}

const townships = ['红旗乡', '前进镇', '东风镇'];
const surnames = ['王', '李', '张', '闫', '阎', '欧阳'];

const person = fc.record({
  number: fc.nat(7),
  name: fc.nat(surnames.length - 1).map((at) => `${surnames[at]}某`),
  /** Most ids are right; some are missing, cut by a spreadsheet or wrong in one digit. */
  spoilt: fc.constantFrom('', '', '', '', '', 'missing', 'lost', 'digit'),
  household: fc.nat(4),
  township: fc.constantFrom(...townships),
  amount: fc.constantFrom('300', '420.50', '0', '金额不详'),
  status: fc.constantFrom('在保', '在保', '在保', '停保', '', '不明'),
  area: fc.constantFrom('农村', '农村', '农村', '城市'),
  start: fc.constantFrom('2019-03', '2020-02', '', '2020年13月'),
});

type Person = ReturnType<(typeof person)['generate']>['value'] & { readonly head?: boolean };

function idAsWritten({ number, spoilt }: Person): string {
  const id = validId('230123', `19${String(50 + number)}0101`, number + 10);
  if (spoilt === 'missing') return '';
  if (spoilt === 'lost') return `${id.slice(0, 15)}000`;
  return spoilt === 'digit' ? `${id.slice(0, 16)}${(Number(id[16]) + 1) % 10}${id[17]}` : id;
}

const household = ({ household }: Person): string => `H${household}`;
const village = ({ household }: Person): string => `第${household}村`;

const layouts: Readonly<
  Record<string, { headings: readonly string[]; row: (person: Person, index: number) => readonly string[] }>
> = {
  'dibao-roster': {
    headings: [
      '城乡类别',
      '户编号',
      '户主姓名',
      '姓名',
      '身份证号',
      '与户主关系',
      '月保障金额',
      '乡镇',
      '村',
      '起始保障年月',
      '状态',
    ],
    row: (p) => [
      p.area,
      household(p),
      '王某',
      p.name,
      idAsWritten(p),
      '户主',
      p.amount,
      p.township,
      village(p),
      p.start,
      p.status,
    ],
  },
  'poverty-registration': {
    headings: ['乡(镇)', '行政村', '户编号', '人编号', '姓名', '证件号码', '与户主关系', '贫困户属性', '脱贫属性', '人均纯收入'],
    row: (p, index) => {
      const relation = p.head ? '户主' : '之子';
      const attribute = p.household % 2 === 0 ? '低保贫困户' : '一般贫困户';
      return [p.township, village(p), household(p), `P${index}`, p.name, idAsWritten(p), relation, attribute, '未脱贫', p.amount];
    },
  },
  'assistance-system': {
    headings: ['救助类型', '户编号', '户主姓名', '姓名', '身份证号', '月保障金额', '乡镇', '村', '建档立卡标识', '状态'],
    row: (p) => {
      const programme = p.area === '城市' ? '城市低保' : '农村低保';
      const mark = p.number % 2 === 0 ? '是' : '否';
      return [programme, household(p), '王某', p.name, idAsWritten(p), p.amount, p.township, village(p), mark, p.status];
    },
  },
  'death-register': {
    headings: ['姓名', '身份证件号码', '去世日期'],
    row: (p) => [p.name, idAsWritten(p), p.number % 3 === 0 ? '2020-06-11' : '2020-08-01'],
  },
};

/** One head a household: where there is none, a household is named by its first row, and that depends on the files. */
function withHeads(people: readonly Person[]): Person[] {
  const numbers = (of: Person): readonly number[] =>
    people.filter((each) => each.household === of.household).map(({ number }) => number);
  return people.map((each) => ({ ...each, spoilt: '', head: each.number === Math.min(...numbers(each)) }));
}

/**
 * Counties of a handful of people, in whom the sources agree and disagree in every way that the fields above allow.
 * `unique`: no row is repeated and no id is spoilt, so that nothing depends on the order of files.
 */
export function smallCounty(unique = false): fc.Arbitrary<readonly SmallFile[]> {
  const people = unique
    ? fc.uniqueArray(person, { minLength: 1, maxLength: 8, selector: ({ number }) => number }).map(withHeads)
    : fc.array(person, { minLength: 1, maxLength: 12 });
  const tables = Object.entries(layouts).map(([source, { headings, row }]) =>
    people.map((persons) => ({
      source: source as SourceId,
      name: `${source}.csv`,
      headings,
      // One row of each required source is sound, or the run would be refused.
      rows: [row(soundPerson, 99), ...persons.map(row)],
    })),
  );
  return fc.tuple(...tables);
}

const soundPerson: Person = {
  number: 9,
  name: '赵某',
  spoilt: '',
  household: 9,
  head: true,
  township: '红旗乡',
  amount: '300',
  status: '在保',
  area: '农村',
  start: '2019-03',
};

export const anyWriting: fc.Arbitrary<Writing> = fc.record({
  encoding: fc.constantFrom('utf-8', 'utf-8-bom', 'utf-16le', 'gb18030'),
  delimiter: fc.constantFrom(',', '\t', '|', ';'),
  newline: fc.constantFrom('\r\n', '\n'),
});

export const plainWriting: Writing = { encoding: 'utf-8', delimiter: ',', newline: '\r\n' };

export function fileBytes({ headings, rows }: SmallFile, { encoding, delimiter, newline }: Writing): Uint8Array {
  const text = [headings, ...rows].map((cells) => cells.join(delimiter) + newline).join('');
  if (encoding === 'gb18030') return encodeGb18030(text);
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  return Buffer.from(encoding === 'utf-8-bom' ? `\ufeff${text}` : text);
}
