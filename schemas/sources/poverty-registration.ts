import type { Source } from './source.ts';

/** 建档立卡贫困人口, from the poverty bureau: one row a person, often one file a status or year. */
export const povertyRegistration = {
  id: 'poverty-registration',
  name: '建档立卡名册',
  fields: {
    township: { kind: 'text', heading: '乡(镇)', aliases: ['乡镇', '乡'], requirement: 'required' },
    village: { kind: 'text', heading: '行政村', aliases: ['村', '村(社区)'], requirement: 'column' },
    householdId: { kind: 'key', heading: '户编号', aliases: ['贫困户编号', '户ID'], requirement: 'required' },
    personId: { kind: 'key', heading: '人编号', aliases: ['人员编号'], requirement: 'optional' },
    name: { kind: 'text', heading: '姓名', aliases: ['贫困人口姓名'], requirement: 'required' },
    headName: { kind: 'text', heading: '户主姓名', aliases: ['户主'], requirement: 'optional' },
    idNumber: {
      kind: 'id',
      heading: '证件号码',
      aliases: ['身份证号', '身份证号码', '公民身份号码', '公民身份证号码'],
      requirement: 'required',
    },
    relation: { kind: 'text', heading: '与户主关系', aliases: ['关系'], requirement: 'optional' },
    attribute: {
      kind: 'choice',
      heading: '贫困户属性',
      aliases: ['户类型', '贫困户类型', '属性'],
      requirement: 'required',
      words: {
        一般贫困户: ['扶贫户', '脱贫户'],
        低保贫困户: ['低保户', '扶贫低保户', '纯低保户'],
        特困供养贫困户: ['五保贫困户', '五保户'],
        其他: ['一般农户', '监测对象', '边缘户'],
      },
    },
    status: {
      kind: 'choice',
      heading: '脱贫属性',
      aliases: ['脱贫状态', '脱贫标志', '贫困状态'],
      requirement: 'required',
      words: {
        未脱贫: ['新增'],
        已脱贫: ['已脱贫(享受政策)', '已脱贫(不再享受政策)', '脱贫', '稳定脱贫', '脱贫监测户'],
        返贫: ['返贫户'],
        // On the watch list only, never registered as poor.
        边缘: ['边缘户', '边缘易致贫户'],
      },
      decides: true,
    },
    monitorType: {
      kind: 'text',
      heading: '监测对象类型',
      aliases: ['易返贫致贫户(监测对象)类型', '脱贫监测户'],
      requirement: 'optional',
    },
    riskCleared: { kind: 'yes', heading: '风险是否消除', aliases: ['风险消除'], requirement: 'optional' },
    exitYear: { kind: 'text', heading: '脱贫年度', aliases: ['脱贫年份', '脱贫时间'], requirement: 'optional' },
    perCapitaIncome: {
      kind: 'money',
      heading: '人均纯收入',
      aliases: ['年人均纯收入', '家庭年人均纯收入'],
      requirement: 'optional',
    },
    mainCause: { kind: 'text', heading: '主要致贫原因', aliases: ['致贫原因', '致贫原因1'], requirement: 'optional' },
    health: { kind: 'text', heading: '健康状况', aliases: ['身体状况'], requirement: 'optional' },
    householdSize: { kind: 'count', heading: '人数', aliases: ['家庭人口'], requirement: 'optional' },
  },
} as const satisfies Source;
