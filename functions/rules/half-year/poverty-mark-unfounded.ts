import { personRule } from '../rule.ts';

export const povertyMarkUnfounded = personRule({
  id: 'poverty-mark-unfounded',
  title: '系统误标注建档立卡',
  valueHeadings: ['应标注', '系统标注'],
  clause: '九-2',
  severities: ['error'],
  needs: ['poverty-registration', 'assistance-system'],
  absence: { missingFrom: 'poverty-registration', presentIn: 'assistance-system' },
  restsOn: ['povertyMark'],
  only: { has: ['marked'], lacks: ['registered'] },
  message: '{name}在救助系统中标注为建档立卡，建档立卡名册中未见，请与扶贫部门核实后更正标识。',

  // A household on the watch list only (边缘) is not registered as poor, so its mark is unfounded too.
  find: ({ registered, system }) => {
    const marked = system.filter(({ povertyMark }) => povertyMark);
    return marked.length > 0 && registered.length === 0 ? [{ expected: '否', actual: '是', at: marked }] : [];
  },
});
