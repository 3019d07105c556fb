import { join } from 'node:path';
import { type BenchHousehold, type BenchPerson, benchHousehold, genderOf, townshipName, villageName } from './bench-people.ts';
import { LineWriter } from './line-writer.ts';
import { falls, scramble } from './scramble.ts';
import type { BenchSize } from './sizes.ts';

/** What is wrong with a household or person, by salt: how many in a thousand. */
const isUnregistered = (index: number, { unregistered }: BenchSize) => falls(index, 20, unregistered);
const unmarked = (index: number) => falls(index, 21, 15);
const markedAllTheSame = (index: number) => falls(index, 22, 40);
const movedVillage = (index: number) => falls(index, 23, 15);
const misnamed = (person: number) => falls(person, 24, 5);
const mistyped = (person: number) => falls(person, 25, 3);
const lostDigits = (person: number) => falls(person, 26, 3);
const left = (index: number) => falls(index, 27, 20);
const wronglyCalled = (index: number) => falls(index, 28, 10);
const stillPoor = (index: number) => falls(index, 29, 200);
const split = (index: number) => falls(index, 32, 15);

/** Writes roster, registration and system of a bench county; tells the rows of each source. */
export function writeHalfYearCounty(inbox: string, size: BenchSize): Record<string, number> {
  return {
    'dibao-roster': writeFiles(join(inbox, 'dibao-roster'), size, rosterHeadings, rosterOrder(size), rosterRows),
    'poverty-registration': writeFiles(
      join(inbox, 'poverty-registration'),
      size,
      registrationHeadings,
      registrationOrder(size),
      registrationRows,
    ),
    'assistance-system': writeFiles(join(inbox, 'assistance-system'), size, systemHeadings, systemOrder(size), systemRows),
  };
}

type Rows = (household: BenchHousehold, size: BenchSize) => string[][];

/** Every second file is GB18030: an export is as likely to be one as the other. */
function writeFiles(folder: string, size: BenchSize, headings: string[], order: Iterable<number>, rows: Rows): number {
  const writers = Array.from({ length: size.files }, (_, at) => new LineWriter(join(folder, `第${at + 1}册.csv`), at % 2 === 1));
  for (const writer of writers) writer.line(headings);
  let written = 0;
  for (const index of order) {
    const household = benchHousehold(index, size.townships);
    const writer = writers[household.township % writers.length]!;
    for (const cells of rows(household, size)) {
      writer.line(cells);
      written += 1;
    }
  }
  for (const writer of writers) writer.close();
  return written;
}

function* rosterOrder({ households }: BenchSize): Generator<number> {
  for (let index = 0; index < households; index++) yield index;
}

/** Registered: most of the assisted, and as many others as make up for the rest; in an order of their own. */
function* registrationOrder(size: BenchSize): Generator<number> {
  const all = Math.floor(size.households * (1 + size.onlyRegistered));
  for (const index of shuffled(all, 48_271)) if (index >= size.households || !isUnregistered(index, size)) yield index;
}

/** The assisted, and 特困 households beside them. */
function* systemOrder({ households, supported }: BenchSize): Generator<number> {
  yield* shuffled(Math.floor(households * (1 + supported)), 69_623);
}

/** Every number below `count` once, in steps of a prime that divides none of our counts. */
function* shuffled(count: number, step: number): Generator<number> {
  for (let at = 0, index = 0; at < count; at++, index = (index + step) % count) yield index;
}

const personNumber = (household: BenchHousehold, at: number) => household.index * 4 + at;
const householdId = (index: number) => '230123' + String(1_000_000 + index);

const rosterHeadings = [
  ...['乡镇', '村', '户编号', '户主姓名', '户主身份证号', '姓名', '身份证号', '与户主关系', '是否保障对象'],
  ...['保障人数', '分类', '月保障金额', '起始保障年月', '截止保障年月', '状态', '户名', '银行账号', '城乡类别', '备注'],
  ...['性别', '家庭住址', '联系电话', '开户银行', '主要致贫原因'],
];

function rosterRows(household: BenchHousehold): string[][] {
  const head = household.people[0]!;
  // Taken in without its last member.
  const people = household.people.length > 1 && split(household.index) ? household.people.slice(0, -1) : household.people;
  return people.map((person, at) => [
    townshipName(household.township),
    villageName(household.village),
    householdId(household.index),
    head.name,
    head.id,
    person.name,
    lostDigits(personNumber(household, at)) ? `${person.id.slice(0, 15)}000` : person.id,
    person.relation,
    '是',
    String(household.people.length),
    household.category,
    household.monthly.toFixed(2),
    household.start,
    left(household.index) ? '2020-05' : '',
    left(household.index) ? '停保' : '在保',
    head.name,
    household.account,
    '农村',
    '',
    genderOf(person),
    household.address,
    household.phone,
    '示例县农村信用合作联社',
    '因病',
  ]);
}

const registrationHeadings = [
  ...['乡(镇)', '行政村', '户编号', '人编号', '姓名', '证件号码', '人数', '与户主关系', '健康状况', '户主姓名'],
  ...[
    '贫困户属性',
    '脱贫属性',
    '脱贫年度',
    '主要致贫原因',
    '人均纯收入',
    '县(市、区、旗)',
    '性别',
    '民族',
    '文化程度',
    '在校生状况',
  ],
  ...['劳动技能', '务工时间（月）', '是否参加大病保险', '危房户', '是否解决安全饮用水', '户联系电话', '首次识别时间', '家庭住址'],
];

function registrationRows(household: BenchHousehold, { households }: BenchSize): string[][] {
  const { index, people } = household;
  const alone = index >= households;
  const poor = alone && stillPoor(index);
  const attribute = alone !== wronglyCalled(index) ? '一般贫困户' : '低保贫困户';
  return people.map((person, at) => [
    townshipName(household.township),
    villageName(movedVillage(index) ? (household.village + 1) % 14 : household.village),
    '2301230' + String(50_000_000 + index),
    '2301230' + String(50_000_000 + index) + at,
    misnamed(personNumber(household, at)) ? otherName(person) : person.name,
    mistyped(personNumber(household, at)) ? otherDigit(person.id) : person.id,
    String(people.length),
    person.relation,
    scramble(index, 30) % 3 === 0 ? '长期慢性病' : '健康',
    people[0]!.name,
    attribute,
    poor ? '未脱贫' : '已脱贫',
    poor ? '' : '2018',
    '因病',
    poor ? '3600' : String(4800 + (scramble(index, 31) % 4000)),
    '示例县',
    genderOf(person),
    '汉族',
    at === 0 ? '小学' : '初中',
    '非在校生',
    '弱劳动力或半劳动力',
    String(scramble(index, 33) % 12),
    '是',
    '否',
    '是',
    household.phone,
    '2014-12-31',
    household.address,
  ]);
}

const otherName = ({ name }: BenchPerson) => name.slice(0, 2) + (name.endsWith('英') ? '兰' : '英');
const otherDigit = (id: string) => id.slice(0, 12) + String((Number(id[12]) + 3) % 10) + id.slice(13);

const systemHeadings = [
  ...['地区', '村(社区)', '家庭主键', '户主姓名', '户主身份证号', '姓名', '身份证号', '与户主关系', '人员状态', '是否保障对象'],
  ...[
    '保障人口数',
    '救助类型',
    '低保类别',
    '户月保障金额（元）',
    '起始保障年月',
    '建档立卡标识',
    '账户名称',
    '银行账号',
    '受理日期',
  ],
  ...['性别', '民族', '家庭住址', '联系电话', '审批日期'],
];

function systemRows(household: BenchHousehold, size: BenchSize): string[][] {
  const { index, people } = household;
  const supported = index >= size.households;
  const registered = !supported && !isUnregistered(index, size);
  const marked = registered ? !unmarked(index) : !supported && markedAllTheSame(index);
  // 特困 beyond the registered ones: people whom no other source has.
  const own = supported ? benchHousehold(index + size.households, 20).people : people;
  return own.map((person) => [
    townshipName(household.township),
    villageName(household.village),
    householdId(index),
    own[0]!.name,
    own[0]!.id,
    person.name,
    person.id,
    person.relation,
    '正常',
    '是',
    String(own.length),
    supported ? '特困' : '农村低保',
    supported ? '' : household.category,
    household.monthly.toFixed(2),
    household.start,
    marked ? '是' : '否',
    own[0]!.name,
    household.account,
    `${household.start}-05`,
    genderOf(person),
    '汉族',
    household.address,
    household.phone,
    `${household.start}-25`,
  ]);
}
