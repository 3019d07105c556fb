import { personRule } from '../rule.ts';

export const povertyMarkMissing = personRule({
  id: 'poverty-mark-missing',
  title: '系统未标注建档立卡',
  valueHeadings: ['应标注', '系统标注'],
  clause: '九-2',
  severities: ['error'],
  needs: ['poverty-registration', 'assistance-system'],
  restsOn: ['povertyMark'],
  only: { has: ['registered', 'system'], lacks: ['marked'] },
  message: '{name}在建档立卡名册中，救助系统中未见建档立卡标识，请核实后补标。',

  // Where a whole programme carries no mark, the export has left the column empty: that says nothing of any person.
  unable: ({ programmes, markedProgrammes }) => {
    const unmarked = [...programmes].filter((programme) => !markedProgrammes.has(programme)).sort();
    return {
      reasons: unmarked.map((programme) => `标识列全空（${programme}）`),
      whole: unmarked.length > 0 && unmarked.length === programmes.size,
    };
  },

  // One marked row is enough: the mark is the person's, whichever programme it stands in.
  find: ({ registered, system }, { markedProgrammes }) =>
    registered.length > 0 &&
    system.some(({ programme }) => markedProgrammes.has(programme)) &&
    !system.some(({ povertyMark }) => povertyMark)
      ? [{ expected: '是', actual: '否', at: [...registered, ...system] }]
      : [],
});
