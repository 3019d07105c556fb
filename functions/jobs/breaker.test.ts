import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../../schemas/county-profile.ts';
import type { FileReport } from '../../schemas/reading.ts';
import type { RejectedRow } from '../../schemas/reject.ts';
import type { SourceId } from '../../schemas/sources/source.ts';
import { breakerReasons } from './breaker.ts';

const limits = defaultProfile.breaker;
const noErrors = { subjects: '台账人员', withError: 0, total: 100 };
const fileOf = (source: SourceId, read: number, rejected: number) =>
  ({ source, rows: { read, accepted: read - rejected, rejected } }) as unknown as FileReport;
const reading = (files: readonly FileReport[]) => ({ files, rejectedRows: [] });

describe('the breaker', () => {
  it('stops where more than a fifth of the rows of a source is rejected, over all its files', () => {
    const files = [fileOf('dibao-roster', 15, 0), fileOf('dibao-roster', 15, 7), fileOf('death-register', 30, 0)];
    expect(breakerReasons(reading(files), noErrors, limits)).toEqual([
      '低保台账（dibao-roster）读入 30 行，退回 7 行，占 23.3%，超过 20%',
    ]);
  });

  it('says where most of them stand and why, and nothing of what stands there', () => {
    const row = (column: string, reason: string) =>
      ({
        address: { source: 'dibao-roster', file: 'a.xlsx', sheet: '表', row: 2 },
        column,
        value: '秘密',
        reason,
      }) as RejectedRow;
    const rejectedRows = [row('乡镇', '必填项为空'), ...Array.from({ length: 6 }, () => row('月保障金额', '公式没有计算结果'))];
    const [reason] = breakerReasons({ files: [fileOf('dibao-roster', 30, 7)], rejectedRows }, noErrors, limits);
    expect(reason).toMatch(/；最多的是 a\.xlsx〔表〕“月保障金额”公式没有计算结果，6 行$/);
    expect(reason).not.toContain('秘密');
  });

  it('says nothing at the limit, nor of a source of fewer than 20 rows', () => {
    const small = [fileOf('dibao-roster', 30, 6), fileOf('death-register', 19, 19)];
    expect(breakerReasons(reading(small), noErrors, limits)).toEqual([]);
    expect(breakerReasons(reading([fileOf('death-register', 20, 5)]), noErrors, limits)).toHaveLength(1);
  });

  it('stops where more than four fifths of the subjects have an error', () => {
    const of = (withError: number) => breakerReasons(reading([]), { subjects: '台账人员', withError, total: 10 }, limits);
    expect(of(8)).toEqual([]);
    expect(of(9)).toEqual(['台账人员 10，其中有“错误”级疑点的 9，占 90%，超过 80%']);
  });

  it('follows the county where it is stricter', () => {
    expect(
      breakerReasons(reading([]), { subjects: '名册户', withError: 1, total: 10 }, { ...limits, findingShare: 0.05 }),
    ).toHaveLength(1);
  });
});
