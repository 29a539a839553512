import { expect, test } from 'vitest';
import { runCodeCommand as run, findWrongUse as wrongUse } from './run-code.ts';

test.each([['--help'], ['status', '--help'], ['commitment', '--help'], ['commitment', '-h']])(
  'helps with %s %s',
  async (...args) => {
    const { exit, text } = await run(...args);
    expect(exit).toBe(0);
    expect(text).toMatch(/^demonitor code /);
  },
);

test('an unknown command is used wrongly', async () => {
  expect(await wrongUse('sign')).toContain('no command "sign"');
});
