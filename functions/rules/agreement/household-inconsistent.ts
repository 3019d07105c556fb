import { yuanText } from '../../../schemas/values/money.ts';
import { normaliseTownship, normaliseVillage, placeNames } from '../../../schemas/values/place.ts';
import { householdRule, type RuleRun } from '../rule.ts';
import { type RegisterRow, registerNames, registers, rowsIn } from './household-standing.ts';

interface Trait {
  readonly title: string;
  /** What is compared; '' disagrees with nothing. */
  readonly key: (row: RegisterRow) => string;
  readonly text: (row: RegisterRow) => string;
}

function traits({ profile }: RuleRun): readonly Trait[] {
  const names = placeNames(profile.places);
  const amount = ({ monthlyAmount }: RegisterRow) => (monthlyAmount === undefined ? '' : yuanText(monthlyAmount));
  const trait = (title: string, key: Trait['key'], text = key) => ({ title, key, text });
  return [
    trait('月保障金额', amount),
    trait('分类', (row) => row.category),
    trait('城乡类别', (row) => row.area),
    trait('银行账号', (row) => row.account.digits),
    trait(
      '乡镇',
      (row) => normaliseTownship(row.township, names),
      (row) => row.township,
    ),
    trait(
      '村',
      (row) => normaliseVillage(row.village, names),
      (row) => row.village,
    ),
  ];
}

/** The first row of each value of a trait, where there is more than one. */
function disagreeing(rows: readonly RegisterRow[], { key }: Trait): readonly RegisterRow[] {
  const firsts = new Map<string, RegisterRow>();
  for (const row of rows) if (key(row) !== '' && !firsts.has(key(row))) firsts.set(key(row), row);
  return firsts.size > 1 ? [...firsts.values()] : [];
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
  message: '{head}户在{source}中各成员行的{traits}不一致，请核实后统一。',

  // What belongs to the household stands on every row of it, so the rows must say the same or nothing.
  find: (household, run) =>
    registers.flatMap((register) => {
      const rows = rowsIn(household, register, run.asOf);
      if (rows.length < 2) return [];
      const broken = traits(run).flatMap((trait) => {
        const at = disagreeing(rows, trait);
        return at.length === 0 ? [] : [{ trait, at }];
      });
      if (broken.length === 0) return [];
      const words = (pick: (at: readonly RegisterRow[]) => readonly RegisterRow[]) =>
        broken.map(({ trait, at }) => `${trait.title}${pick(at).map(trait.text).join('、')}`).join('；');
      return {
        expected: words((at) => at.slice(0, 1)),
        actual: words((at) => at.slice(1)),
        at: [...new Map(broken.flatMap(({ at }) => at.map((row) => [row.index, row] as const))).values()],
        aspect: register,
        values: { source: registerNames[register], traits: broken.map(({ trait }) => trait.title).join('、') },
      };
    }),
});
