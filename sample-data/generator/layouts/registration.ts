import type { SampleFile } from '../files/text-file.ts';
import type { Books, RegistrationFile, RegistrationRow } from '../world/rows.ts';
import { type Columns, empty, table } from './columns.ts';

/** The national system's export. */
export const exportColumns: Columns<RegistrationRow> = [
  ['序号', (_, index) => String(index + 1)],
  ['县(市、区、旗)', () => '示例县'],
  ['乡(镇)', (row) => row.township],
  ['行政村', (row) => row.village],
  empty('自然村'),
  ['户编号', (row) => row.householdId],
  ['人编号', (row) => row.personId],
  ['姓名', (row) => row.name],
  ['证件号码', (row) => row.id],
  ['人数', (row) => row.householdSize],
  ['与户主关系', (row) => row.relation],
  ['民族', () => '汉族'],
  ['健康状况', (row) => row.health],
  ['户主姓名', (row) => row.headName],
  ['贫困户属性', (row) => row.attribute],
  ['脱贫属性', (row) => (row.status === '已脱贫' ? '已脱贫(享受政策)' : row.status)],
  ['脱贫年度', (row) => row.exitYear],
  ['主要致贫原因', (row) => row.cause],
  ['人均纯收入（元）', (row) => row.income],
];

const olderWords: Record<string, string> = {
  一般贫困户: '扶贫户',
  低保贫困户: '扶贫低保户',
  特困供养贫困户: '五保贫困户',
  其他: '一般农户',
};

/** A township's list with the older words. */
export const olderColumns: Columns<RegistrationRow> = [
  ['乡镇', (row) => row.township],
  ['村(社区)', (row) => row.village],
  ['贫困户编号', (row) => row.householdId],
  ['人员编号', (row) => row.personId],
  ['贫困人口姓名', (row) => row.name],
  ['公民身份证号码', (row) => row.id],
  ['户主', (row) => row.headName],
  ['关系', (row) => row.relation],
  ['户类型', (row) => olderWords[row.attribute] ?? row.attribute],
  ['脱贫状态', (row) => (row.status === '已脱贫' ? '稳定脱贫' : row.status)],
  ['脱贫时间', (row) => row.exitYear],
  ['家庭年人均纯收入', (row) => row.income],
  ['致贫原因', (row) => row.cause],
  ['身体状况', (row) => row.health],
  ['家庭人口', (row) => row.householdSize],
];

export const monitoredColumns: Columns<RegistrationRow> = [
  ['乡', (row) => row.township],
  ['村', (row) => row.village],
  ['户ID', (row) => row.householdId],
  ['人编号', (row) => row.personId],
  ['户主姓名', (row) => row.headName],
  ['姓名', (row) => row.name],
  ['身份证号', (row) => row.id],
  ['与户主关系', (row) => row.relation],
  ['属性', (row) => (row.status === '边缘' ? '边缘户' : row.attribute)],
  ['贫困状态', (row) => (row.status === '边缘' ? '边缘易致贫户' : row.status)],
  ['易返贫致贫户(监测对象)类型', (row) => row.monitorType],
  ['风险消除', (row) => row.riskCleared],
  ['年人均纯收入', (row) => row.income],
  ['致贫原因1', (row) => row.cause],
];

export function registrationFiles(registration: Books['registration'], folder: string): SampleFile[] {
  const of = (file: RegistrationFile) => registration.filter((entry) => entry.file === file).map(({ row }) => row);
  return [
    {
      path: `${folder}/2014-2018年已脱贫人口.csv`,
      grid: table(exportColumns, of('exited-earlier')),
      form: { encoding: 'utf-8-bom', delimiter: ',', newline: '\r\n' },
    },
    {
      path: `${folder}/2019年已脱贫人口.txt`,
      grid: table(olderColumns, of('exited-2019'), '2019年度已脱贫人口名册'),
      form: { encoding: 'gb18030', delimiter: '\t', newline: '\r\n' },
    },
    {
      path: `${folder}/未脱贫及返贫人口.csv`,
      grid: table(exportColumns, of('poor')),
      form: { encoding: 'gb18030', delimiter: ',', newline: '\r\n' },
    },
    {
      path: `${folder}/监测对象和边缘户.txt`,
      grid: table(monitoredColumns, of('monitored')),
      form: { encoding: 'utf-8', delimiter: '|', newline: '\n' },
    },
  ];
}
