import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type S3TestServer, startS3TestServer } from '../functions/storage/s3-test-server.ts';
import { enforceRoles } from './role-policies.ts';
import { synthesizedMachines } from './synthesized-machines.ts';

const { policies } = synthesizedMachines();
const run = 'reports/230123/2020H1/half-year';

describe('the role of a function', () => {
  it.each([
    ['half-year', 's3:PutObject', `${run}/abc/findings.csv`],
    ['half-year', 's3:PutObject', `${run}/refused.json`],
    ['half-year', 's3:GetObject', `${run}/abc/findings.csv`],
    ['publish-run', 's3:PutObject', `${run}/current.json`],
    ['read-input', 's3:ListBucket', 'inbox'],
    ['check-arrival', 's3:ListBucket', 'inbox'],
  ])('lets %s do %s on %s', (handler, action, resource) => {
    expect(policies.allows(handler, action, resource)).toBe(true);
  });

  it.each([
    ['half-year', 's3:PutObject', `${run}/current.json`],
    ['half-year', 's3:PutObject', 'reports/230123/2020Q3/payout/abc/findings.csv'],
    ['half-year', 's3:GetObject', 'inbox/230123/2020H1/a.csv'],
    ['read-input', 's3:PutObject', 'snapshots/230123/2020H1/half-year/x/basis.json'],
    ['publish-run', 's3:DeleteObject', `${run}/abc/findings.csv`],
    ['no-such-function', 's3:GetObject', 'inbox/a'],
  ])('does not let %s do %s on %s', (handler, action, resource) => {
    expect(policies.allows(handler, action, resource)).toBe(false);
  });
});

describe('the enforcement of roles', () => {
  let server: S3TestServer;
  let roles: ReturnType<typeof enforceRoles>;
  beforeAll(async () => {
    server = await startS3TestServer();
    await server.newBucket('inbox');
  });
  afterAll(() => server.stop());
  afterEach(() => roles.restore());

  const denied = { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } };
  const get = new GetObjectCommand({ Bucket: 'inbox', Key: 'a' });

  it('denies what the role does not name, and says of a missing object only that it is', async () => {
    roles = enforceRoles(policies);
    const put = new PutObjectCommand({ Bucket: 'inbox', Key: 'a' });
    await expect(roles.as('read-input', () => server.client().send(put))).rejects.toMatchObject(denied);
    await expect(roles.as('read-input', () => server.client().send(get))).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('says of no object that it is missing where the role may not list', async () => {
    roles = enforceRoles({ allows: (_, action) => action !== 's3:ListBucket' });
    await expect(roles.as('read-input', () => server.client().send(get))).rejects.toMatchObject(denied);
  });

  it('leaves alone what no function sends', async () => {
    roles = enforceRoles({ allows: () => false });
    await expect(server.client().send(get)).rejects.toMatchObject({ name: 'NoSuchKey' });
  });
});
