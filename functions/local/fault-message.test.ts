import { expect, it } from 'vitest';
import { faultMessage } from './fault-message.ts';

it('shows where the program failed, but neither the stack nor the words of the error', () => {
  const message = faultMessage(new TypeError('张三 110101199003070011'));
  expect(message).toMatch(/^程序故障（TypeError，functions\/local\/fault-message\.test\.ts:\d+）/u);
  expect(message).not.toMatch(/张三|1101|\n|node_modules/u);
});

it('says in Chinese what a person can mend', () => {
  expect(faultMessage(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toContain('磁盘已满');
});

it('copes with what is no error at all', () => {
  expect(faultMessage('张三')).toContain('程序故障（unknown）');
});
