import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ScopeOwners } from '../../src/list/scope-owners.ts';
import { hashKey, mixHash } from '../../src/match/host-hash.ts';

test('says who named a scope first, as a map does', () => {
  const scope = fc.stringMatching(/^[ab]{1,3}(\/[ab])?$/);
  const named = fc.array(fc.tuple(scope, fc.constantFrom('one', 'two')), { maxLength: 300 });
  const property = fc.property(named, (all) => {
    const [owners, map] = [new ScopeOwners(), new Map<string, string>()];
    for (const [text, slug] of all) {
      expect(owners.add(text, slug)).toBe(map.get(text));
      if (!map.has(text)) map.set(text, slug);
    }
  });
  fc.assert(property, { seed: 20_261_125 });
});

test('knows each of many scopes again', () => {
  const owners = new ScopeOwners();
  const count = 100_000;
  for (let at = 0; at < count; at++) {
    expect(owners.add(`host-${at}.test`, `source-${at >> 3}`)).toBeUndefined();
  }
  for (let at = 0; at < count; at += 97) {
    expect(owners.add(`host-${at}.test`, 'other')).toBe(`source-${at >> 3}`);
  }
});

test('knows scopes that were chosen to collide', () => {
  const owners = new ScopeOwners();
  // The same lower 17 bits: one table, and one place in it for long.
  const isChosen = (scope: string) => (mixHash(hashKey(scope, 0)) & 0x1ffff) === 0x1234;
  const chosen: string[] = [];
  for (let at = 0; chosen.length < 100; at++) {
    if (isChosen(`${at}.test`)) chosen.push(`${at}.test`);
  }
  for (const scope of chosen) expect(owners.add(scope, 'first')).toBeUndefined();
  for (const scope of chosen) expect(owners.add(scope, 'second')).toBe('first');
  // Once its table has grown, some of them would have a place in it.
  for (let at = 0; at < 150_000; at++) owners.add(`host-${at}.test`, 'other');
  for (const scope of chosen) expect(owners.add(scope, 'second')).toBe('first');
});
