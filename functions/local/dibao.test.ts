import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const launcher = fileURLToPath(new URL('dibao.mjs', import.meta.url));
const guard = fileURLToPath(new URL('node-guard.mjs', import.meta.url));
const ownNode = fileURLToPath(new URL(`../../node_modules/node-${process.platform}-${process.arch}`, import.meta.url));
const asNode20 = ['--import', 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"20.20.2"})'];

function node(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, words, { encoding: 'utf8' });
}

describe('the command', () => {
  it('shows its commands when called without any, as wrong usage', () => {
    const { status, stdout } = node(launcher);
    expect(status).toBe(2);
    expect(stdout).toContain('用法：dibao <命令> [选项]');
  });

  it.each(['half-year', 'payout', 'check', 'start'])('explains %s', (command) => {
    expect(node(launcher, command, '--help')).toMatchObject({ status: 0, stdout: expect.stringContaining(`dibao ${command}`) });
  });

  it.each([
    [['pay'], '没有命令 pay'],
    [['half-year', '--colour'], '没有选项 --colour'],
    [['payout', '--inbox', '.', '--county', '1', '--period', '2020Q3', '--out', 'x'], '--county 应为六位数字'],
  ])('ends with 2 and a Chinese sentence for %j', (words, message) => {
    const { status, stdout, stderr } = node(launcher, ...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/ {4}at /);
  });
});

describe('output that cannot be written', () => {
  it.skipIf(!existsSync('/dev/full'))('ends with 1 and a sentence where the disk is full', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [launcher, '--help'], {
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    expect(status).toBe(1);
    expect(stderr).toBe('屏幕上的结果没有写出（ENOSPC）；报告以文件夹中的为准。\n');
  });

  it('is no fault where its reader has gone', async () => {
    const child = spawn(process.execPath, [launcher, 'half-year', '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    const [status] = await once(child, 'close');
    expect({ status, said }).toEqual({ status: 0, said: '' });
  });
});

describe('an old Node', () => {
  it('is named in Chinese and English before an npm script goes on', () => {
    const { status, stderr } = node(...asNode20, guard);
    expect(status).toBe(1);
    expect(stderr).toContain('需要 Node 24 或更高版本，当前是 20.20.2');
    expect(stderr).toContain('Node 24 or newer is needed, this is 20.20.2');
    expect(node(guard)).toMatchObject({ status: 0, stderr: '' });
  });

  it.runIf(existsSync(ownNode))('hands over to the Node that npm installed', () => {
    const { status, stdout } = node(...asNode20, launcher, '--version');
    expect({ status, stdout }).toEqual({ status: 0, stdout: '0.1.0\n' });
  });
});
