import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ScopeSet } from '../../src/list/scope-set.ts';
import { makeHosts } from '../bench/hosts.ts';

test('takes every scope once, as a set of names does', () => {
  const scope = fc.string({ unit: fc.constantFrom('a', 'b', '.', '/'), maxLength: 4 });
  fc.assert(
    fc.property(fc.array(scope, { maxLength: 200 }), (scopes) => {
      const [set, names] = [new ScopeSet(), new Set<string>()];
      for (const one of scopes) {
        expect(set.add(one)).toBe(!names.has(one));
        names.add(one);
      }
    }),
  );
});

test('tells many hosts apart, also those that differ by one letter, and grows', () => {
  const hosts = makeHosts(50_000, 1);
  const near = hosts.slice(0, 20_000).flatMap((host) => [`${host}a`, `a${host}`, `${host}/a`]);
  const all = [...new Set([...hosts, ...near])];
  const set = new ScopeSet();
  expect(all.length).toBeGreaterThan(100_000);
  expect(all.filter((scope) => !set.add(scope))).toEqual([]);
  expect(all.filter((scope) => set.add(scope))).toEqual([]);
});

test('tells short texts apart, every bit of a character counting', () => {
  const set = new ScopeSet();
  const texts = Array.from({ length: 65_536 }, (_, code) => String.fromCharCode(code));
  expect(texts.filter((text) => !set.add(text))).toEqual([]);
});
