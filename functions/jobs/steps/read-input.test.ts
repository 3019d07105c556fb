import { expect, it } from 'vitest';
import type { ReadRequest } from '../../../schemas/messages.ts';
import { unpackPart } from '../../reading/part-snapshot.ts';
import { memoryStore } from '../memory-ports.ts';
import { readInput } from './read-input.ts';
import { keepBasis } from './run-basis.ts';

const key = '230123/2020H1/dibao-roster/a.csv';
const snapshots = '230123/2020H1/half-year/run/';
const request: ReadRequest = {
  ...{ job: 'half-year', county: '230123', period: '2020H1', force: false, run: 'run', snapshots },
  file: { key, source: 'dibao-roster', size: 1, snapshot: '0.part' },
};

it('refuses a file that went after it was listed, as a run on a laptop does', async () => {
  const kept = new Map<string, Uint8Array>();
  const ports = { inbox: memoryStore(new Map()), snapshots: memoryStore(kept) };
  await keepBasis(ports.snapshots, snapshots, { profile: undefined, refusals: [], listed: true, acceptedPeriods: [] });
  expect(await readInput(ports, request)).toMatchObject({ refused: true, rows: 0 });
  expect(await unpackPart(kept.get(`${snapshots}0.part`)!)).toMatchObject({ state: 'refused', source: 'dibao-roster' });
});
