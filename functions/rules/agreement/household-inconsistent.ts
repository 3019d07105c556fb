import { yuanText } from '../../../schemas/values/money.ts';
import { normaliseTownship, normaliseVillage, type PlaceNames } from '../../../schemas/values/place.ts';
import { householdRule, type RuleRun } from '../rule.ts';
import { type RegisterRow, registerNames, registers, rowsIn } from './household-standing.ts';

interface Trait {
  readonly title: string;
  /** As written; '' disagrees with nothing. */
  readonly text: (row: RegisterRow) => string;
  /** As compared, where that is another form. */
  readonly normalise?: (text: string, places: PlaceNames) => string;
}

const traits: readonly Trait[] = [
  { title: '月保障金额', text: ({ monthlyAmount }) => (monthlyAmount === undefined ? '' : yuanText(monthlyAmount)) },
  { title: '分类', text: ({ category }) => category },
  { title: '城乡类别', text: ({ area }) => area },
  { title: '银行账号', text: ({ account }) => account.digits },
  { title: '乡镇', text: ({ township }) => township, normalise: normaliseTownship },
  { title: '村', text: ({ village }) => village, normalise: normaliseVillage },
];

/** The first row of each value of a trait, where there is more than one. */
function disagreeing(rows: readonly RegisterRow[], { text, normalise }: Trait, { places }: RuleRun): readonly RegisterRow[] {
  const firsts = new Map<string, RegisterRow>();
  for (const row of rows) {
    const said = text(row);
    if (said !== '' && !firsts.has(said)) firsts.set(said, row);
  }
  // Nearly all households say the same in the same words, so nothing is normalised for them.
  if (firsts.size < 2) return [];
  if (normalise === undefined) return [...firsts.values()];
  const compared = new Map<string, RegisterRow>();
  for (const [written, row] of firsts) {
    const key = normalise(written, places);
    if (!compared.has(key)) compared.set(key, row);
  }
  return compared.size > 1 ? [...compared.values()] : [];
}

export const householdInconsistent = householdRule({
  id: 'household-inconsistent',
  title: '同户信息不一致',
  clause: '五-2',
  severities: ['warning'],
  needs: [registers],
  restsOn: ['monthlyAmount', 'category', 'area', 'account', 'township', 'village'],
  personalValues: 'account',
  periodic: true,
  only: [{ has: ['amounts-differ'] }, { has: ['accounts-differ'] }, { has: ['categories-differ'] }, { has: ['places-differ'] }],
  message: '{head}户在{source}中各成员行的{traits}不一致，请核实后统一。',

  // What belongs to the household stands on every row of it, so the rows must say the same or nothing.
  find: (household, run) =>
    registers.flatMap((register) => {
      const rows = rowsIn(household, register);
      if (rows.length < 2) return [];
      const broken = traits.flatMap((trait) => {
        const at = disagreeing(rows, trait, run);
        return at.length === 0 ? [] : [{ trait, at }];
      });
      if (broken.length === 0) return [];
      const words = (pick: (at: readonly RegisterRow[]) => readonly RegisterRow[]) =>
        broken.map(({ trait, at }) => `${trait.title}：${pick(at).map(trait.text).join('、')}`).join('；');
      return {
        expected: words((at) => at.slice(0, 1)),
        actual: words((at) => at.slice(1)),
        at: [...new Map(broken.flatMap(({ at }) => at.map((row) => [row.index, row] as const))).values()],
        aspect: register,
        values: { source: registerNames[register], traits: broken.map(({ trait }) => trait.title).join('、') },
      };
    }),
});
