import { describe, expect, it } from 'vitest';
import { aFinding, aReject } from '../../sample-data/sample-report.ts';
import { findingColumns } from '../../schemas/finding.ts';
import type { Fen } from '../../schemas/values/money.ts';
import { findingLine, findingsHead } from './findings-csv.ts';
import { rejectLine, rejectsHead } from './rejects-csv.ts';
import { fieldsOf } from './verify/csv-records.ts';

const fields = (line: string) => {
  const values = fieldsOf(line.slice(0, -2));
  return Object.fromEntries(findingColumns.map((column, at) => [column, values[at]]));
};

describe('a line of findings.csv', () => {
  it('begins with a byte order mark and the fixed columns', () => {
    expect(findingsHead).toBe(
      '\uFEFFfinding_id,rule,severity,county,period,township,village,household_id,head_name,name,id_number,account,expected,actual,amount_difference,match_basis,sources,message,facts\r\n',
    );
  });

  it('has a field for every column and ends as RFC 4180 wants', () => {
    const line = findingLine(aFinding({ findingId: '00000000000000aa', amountDifference: -123450 as Fen, account: '622848' }));
    expect(line.endsWith('\r\n')).toBe(true);
    expect(fields(line)).toEqual({
      finding_id: '00000000000000aa',
      rule: 'assisted-not-registered',
      severity: 'list',
      county: '230123',
      period: '2020H1',
      township: '前进乡',
      village: '红旗村',
      household_id: '230123001',
      head_name: '张伟',
      name: '张伟',
      id_number: '230123196001010014',
      account: '622848',
      expected: '有',
      actual: '无',
      amount_difference: '-1234.50',
      match_basis: 'same-id',
      sources: 'dibao-roster:农村低保台账.csv!:2',
      message: '张伟在低保台账中在保，建档立卡名册中未见，请核实。',
      facts: 'fedcba9876543210',
    });
  });

  it('guards texts against being run, and never the amount', () => {
    const line = findingLine(aFinding({ name: '=1+1', actual: '-30.00', amountDifference: -3000 as Fen, message: ['+1'] }));
    expect(fields(line)).toMatchObject({ name: "'=1+1", actual: "'-30.00", amount_difference: '-30.00', message: "'+1" });
  });

  it('joins the places of its values', () => {
    const sources = [
      { source: 'dibao-roster', file: '台账,一.xlsx', sheet: '表1', row: 5 },
      { source: 'death-register', file: '火化.csv', sheet: '', row: 7 },
    ] as const;
    expect(fields(findingLine(aFinding({ sources })))['sources']).toBe(
      'dibao-roster:台账,一.xlsx!表1:5; death-register:火化.csv!:7',
    );
  });

  it('leaves empty what does not apply', () => {
    expect(fields(findingLine(aFinding({ amountDifference: undefined, matchBasis: '', sources: [] })))).toMatchObject({
      amount_difference: '',
      match_basis: '',
      sources: '',
    });
  });
});

describe('a line of rejects.csv', () => {
  it('says what, where and why', () => {
    expect(rejectsHead).toBe('\uFEFFkind,source,file,sheet,row,column,value,reason\r\n');
    expect(rejectLine(aReject)).toBe("row,dibao-roster,农村低保台账.csv,,9,月保障金额,'=三百,金额无法识别，请填写数字\r\n");
  });
});
