import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { LinkRule } from '../../src/links/link-rule.ts';
import { linkRuleSchema } from '../../src/list/link-rule-schema.ts';
import { platformsSchema } from '../../src/list/platforms.ts';

const QUERY = { hosts: ['l.example.com'], target: { in: 'query', keys: ['u'] } };

describe('a rule for links that lead through a service', () => {
  it('is what undoes them', () => {
    expectTypeOf<v.InferOutput<typeof linkRuleSchema>>().toExtend<LinkRule>();
    expect(v.is(linkRuleSchema, QUERY)).toBe(true);
  });

  it.each([
    { ...QUERY, hosts: [] },
    { ...QUERY, hosts: ['com'] },
    { ...QUERY, hosts: ['*'] },
    { ...QUERY, hosts: ['a.*.com'] },
    { ...QUERY, hosts: ['*.google.*'] },
    { ...QUERY, hosts: ['L.example.com'] },
    { ...QUERY, paths: ['url'] },
    { ...QUERY, paths: [] },
    { ...QUERY, when: 'always' },
    { ...QUERY, target: { in: 'query', keys: [] } },
    { ...QUERY, target: { in: 'query', keys: ['u'], encoding: 'rot13' } },
    { ...QUERY, target: { in: 'query', keys: ['u'], pattern: '.*' } },
    { ...QUERY, target: { in: 'query', keys: ['u'], skip: -1 } },
    { ...QUERY, target: { in: 'host', ending: 'goog' } },
    { ...QUERY, target: { in: 'text' } },
    { ...QUERY, target: { in: 'script' } },
  ])('is refused where it says what nothing understands: %j', (rule) => {
    expect(v.is(linkRuleSchema, rule)).toBe(false);
  });

  it('is in the product’s own list, and every one of them is understood', () => {
    const file: unknown = JSON.parse(readFileSync('lists/platforms.json', 'utf8'));
    expect(v.parse(platformsSchema, file).wrappers.length).toBeGreaterThan(40);
  });
});
