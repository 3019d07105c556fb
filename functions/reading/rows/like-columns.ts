import { readAccount } from '../../../schemas/values/account.ts';
import { isBlank } from '../../../schemas/values/blank-characters.ts';
import type { Cell } from '../../../schemas/values/cell.ts';
import { readMoney } from '../../../schemas/values/money.ts';
import { readResidentId } from '../../../schemas/values/resident-id.ts';
import { cellText } from './reject-reason.ts';
import type { RowSetting } from './row-setting.ts';
import type { PlannedColumn, SheetPlan } from './sheet-plan.ts';

interface Rivals {
  readonly winner: PlannedColumn;
  readonly loser: PlannedColumn;
  count: number;
  first: string;
}

/** Counts the accepted rows in which an id, account or money column that was not taken says something else. */
export class LikeColumns {
  readonly #rivals: readonly Rivals[];
  readonly #setting: RowSetting;

  constructor(plan: SheetPlan, setting: RowSetting) {
    this.#setting = setting;
    this.#rivals = plan.losers.flatMap((loser) => {
      const winner = plan.columns.find(({ name, again }) => name === loser.name && !again);
      return winner === undefined ? [] : [{ winner, loser, count: 0, first: '' }];
    });
  }

  get any(): boolean {
    return this.#rivals.length > 0;
  }

  /** Which columns differ in a row, as bits; a blank one says nothing. */
  differing(cells: readonly Cell[]): number {
    let bits = 0;
    for (const [at, { winner, loser }] of this.#rivals.entries()) {
      const theirs = cells[loser.position];
      const ours = cells[winner.position];
      if (theirs !== ours && !isBlank(theirs) && this.#value(loser, theirs) !== this.#value(winner, ours)) bits |= 1 << (at % 31);
    }
    return bits;
  }

  /** An accepted row in which columns differ. */
  count(bits: number, rowNumber: number): void {
    for (const [at, rivals] of this.#rivals.entries()) {
      if ((bits & (1 << (at % 31))) === 0) continue;
      rivals.count += 1;
      const { sheet } = this.#setting;
      if (rivals.first === '') rivals.first = `${sheet === '' ? '' : `${sheet} `}第${rowNumber}行`;
    }
  }

  remarks(): readonly string[] {
    return this.#rivals
      .filter(({ count }) => count > 0)
      .map(
        ({ winner, loser, count, first }) =>
          `未采用的同类列“${loser.heading}”与已采用的“${winner.heading}”有 ${count} 行不同，首见于 ${first}，请核对应以哪一列为准。`,
      );
  }

  #value({ field, unit }: PlannedColumn, cell: Cell): string {
    if (field.kind === 'id') return readResidentId(cell, this.#setting.latestBirth).id.text;
    if (field.kind === 'account') return readAccount(cell).digits || cellText(cell);
    return String(readMoney(cell, unit) ?? cellText(cell));
  }
}
