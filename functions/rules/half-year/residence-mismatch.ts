import { byCodePoints } from '../../../schemas/values/code-point-order.ts';
import { type Place, placesAgree } from '../../../schemas/values/place.ts';
import { personRule } from '../rule.ts';

const placesOf = (rows: readonly Place[]) =>
  [...new Set(rows.map(({ township, village }) => township + village))].sort(byCodePoints).join('、');

export const residenceMismatch = personRule({
  id: 'residence-mismatch',
  title: '住址不一致',
  valueHeadings: ['建档立卡住址', '低保台账住址'],
  clause: '一-1',
  severities: ['list'],
  needs: ['dibao-roster', 'poverty-registration'],
  restsOn: ['township', 'village'],
  only: { has: ['dibao', 'registered', 'several-places'] },
  message: '{name}在建档立卡名册中住{expected}，在低保台账中住{actual}，住址不符，列入清单供核对。',

  // People move, and the two offices write places in their own way: only where no two rows fit is it said.
  find: ({ dibao, registered }, { places }) =>
    dibao.length > 0 && registered.length > 0 && !dibao.some((row) => registered.some((other) => placesAgree(row, other, places)))
      ? [{ expected: placesOf(registered), actual: placesOf(dibao), at: [...registered, ...dibao] }]
      : [],
});
