import { expect, test } from 'vitest';
import { parseBuildOptions } from '../../tools/parse-build-options.ts';

const CLOCK = new Date('2026-11-25T10:00:00Z');

test.each([
  [[], undefined],
  [['--list-address', 'https://List.example/lists'], 'https://list.example/lists/'],
  [['--list-address', 'http://127.0.0.1:8080/'], 'http://127.0.0.1:8080/'],
  [['--list-address', 'http://localhost/'], 'http://localhost/'],
])('takes %j', (args, address) => {
  expect(parseBuildOptions(args, CLOCK)).toMatchObject({ kind: 'options', options: { address } });
});

test('takes another day than today', () => {
  expect(parseBuildOptions(['--at', '2026-01-31'], CLOCK)).toMatchObject({
    options: { today: '2026-01-31', now: new Date('2026-01-31') },
  });
});

test.each([
  [['--list-address', 'http://list.example/'], 'has no https'],
  [['--list-address', 'http://127.0.0.1.list.example/'], 'has no https'],
  [['--list-address', 'ftp://list.example/'], 'is no address of a list'],
  [['--list-address'], "Option '--list-address <value>' argument missing."],
  [['--at', '2026-02-30'], '--at "2026-02-30" is no day that exists'],
  [['chromium'], "Unexpected argument 'chromium'."],
])('refuses %j in words', (args, words) => {
  const reading = parseBuildOptions(args, CLOCK);
  const message = reading.kind === 'refused' ? reading.message : '';
  expect(message).toContain(words);
  expect(message).toContain('\nnpm run build -- [--list-address ADDRESS]');
});
