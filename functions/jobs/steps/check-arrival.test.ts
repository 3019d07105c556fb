import { describe, expect, it } from 'vitest';
import { memoryStore } from '../memory-ports.ts';
import { arrivalOf, checkArrival } from './check-arrival.ts';

describe('a file that arrived', () => {
  it.each([
    ['230123/2020H1/dibao-roster/台账.csv', 'dibao-roster'],
    ['230123/2020H1/台账.csv', undefined],
  ])('%s is of the source that its folder says', (key, source) => {
    expect(arrivalOf(key)).toMatchObject({ key, county: '230123', period: { text: '2020H1' }, source, name: '台账.csv' });
  });

  it.each([
    '230123/2020H1/dibao-roster/旧/台账.csv',
    '230123/2020H1/dibao_roster/台账.csv',
    '230123/2020H1/dibao-roster/~$台账.xlsx',
    '230123/2020H1/dibao-roster/',
    '230123/2020H3/dibao-roster/台账.csv',
    '23012/2020H1/dibao-roster/台账.csv',
    '230123/county.json',
  ])('%s is what no run reads', (key) => {
    expect(arrivalOf(key)).toBeUndefined();
  });
});

describe('its check', () => {
  const key = '230123/2020H1/death-register/死亡.csv';
  const check = async (text: string, profile?: string) => {
    const written = new Map<string, Uint8Array>();
    const inbox = memoryStore(new Map([[key, Buffer.from(text)]]));
    const ports = { inbox, reports: memoryStore(written), profile: profile === undefined ? undefined : Buffer.from(profile) };
    const outcome = await checkArrival(ports, arrivalOf(key)!);
    const [[place, report] = ['', Buffer.from('{}')]] = [...written];
    return { outcome, place, report: JSON.parse(Buffer.from(report).toString()) };
  };

  it('is written into a folder of the reports, under the file’s name', async () => {
    const { outcome, place, report } = await check('姓名,身份证件号码,去世日期\n张三,230123195001010017,2020-03-01\n');
    expect(outcome).toEqual({ folder: '230123/2020H1/arrivals/death-register/', refused: false, rows: 1, rejected: 0 });
    expect(place).toBe('230123/2020H1/arrivals/death-register/死亡.csv.json');
    expect(report).toMatchObject({ source: 'death-register', problems: [] });
  });

  it('refuses what a run would', async () => {
    const { outcome, report } = await check('姓名,去世日期\n张三,2020-03-01\n');
    expect(outcome).toMatchObject({ refused: true });
    expect(JSON.stringify(report.problems)).toContain('身份证件号码');
  });

  it('says what is wrong with the profile, under which no file can be read', async () => {
    const { outcome, report } = await check('', '{"nmae": "示例县"}');
    expect(outcome).toMatchObject({ refused: true, rows: 0 });
    expect(JSON.stringify(report.problems)).toContain('nmae');
  });
});
