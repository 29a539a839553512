import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coversHost } from '../../src/list/check-scope.ts';
import { CoveredHosts } from '../../src/list/covered-hosts.ts';

const RULES = {
  aliases: [
    { from: 'old.test', to: 'a.test' },
    { from: 'a.test', to: 'b.a.test' },
    { from: 'old.test', to: 'c.test' },
  ],
  foldPathHosts: [],
};

test.each([
  ['x.test', 'x.test'],
  ['www.x.test', 'x.test'],
  ['test', 'x.test'],
  ['notx.test', undefined],
  ['a.x.test', undefined],
])('finds what listing %s would list: %s', (host, found) => {
  const hosts = new CoveredHosts([{ host: 'y.example' }, { host: 'x.test' }]);
  expect(hosts.find(host, RULES)?.host).toBe(found);
});

test('finds what going through all hosts finds', () => {
  const label = fc.constantFrom('a', 'b', 'c', 'm', 'www', 'old');
  const host = fc.array(label, { maxLength: 3 }).map((labels) => [...labels, 'test'].join('.'));
  let found = 0;
  const property = fc.property(fc.array(host, { maxLength: 5 }), host, (hosts, asked) => {
    const items = hosts.map((each, place) => ({ host: each, place }));
    const expected = items.find((item) => coversHost(asked, item.host, RULES));
    expect(new CoveredHosts(items).find(asked, RULES)).toBe(expected);
    if (expected !== undefined) found += 1;
  });
  fc.assert(property, { seed: 20_261_125, numRuns: 2_000 });
  expect(found).toBeGreaterThan(500);
});
