import { expect, it } from 'vitest';
import { nameWithHost, nameWithHostInAll } from '../../src/list/name-with-host.ts';

it.each([
  [{ isOwn: true, address: 'https://lists.example/a/' }, 'Demonitor list'],
  [{ isOwn: true }, 'Demonitor list'],
  [{ isOwn: false, address: 'https://lists.example/a/' }, 'Demonitor list (lists.example)'],
  [
    { isOwn: false, address: 'https://xn--thrd-m9d.example/' },
    'Demonitor list (xn--thrd-m9d.example)',
  ],
  [{ isOwn: false, address: 'http://127.0.0.1:8080/' }, 'Demonitor list (127.0.0.1:8080)'],
])('no list speaks under the name of another: %j is %s', (origin, name) => {
  expect(nameWithHost('Demonitor list', origin)).toBe(name);
});

it('in all languages', () => {
  const titles = { en: 'A list', fr: 'Une liste' };
  expect(nameWithHostInAll(titles, { isOwn: false, address: 'https://a.example/' })).toEqual({
    en: 'A list (a.example)',
    fr: 'Une liste (a.example)',
  });
});
