import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkAddress } from '../../src/match/check-address.ts';
import { decideAddress } from '../../src/match/decide-address.ts';
import { buildHostIndex, loadHostIndex } from '../../src/match/host-index.ts';
import type { ScopeRecord, Verdict } from '../../src/match/verdict.ts';
import { arbitraryInput, arbitraryPlace, RANDOM } from './arbitrary-lists.ts';
import { decideNaively } from './naive-oracle.ts';
import { CountingStore, makeInput, TODAY } from './test-lists.ts';

const questions = fc.array(arbitraryPlace, {
  minLength: 10,
  maxLength: 30,
});

function brief(verdict: Verdict): { kind: string; found: string[] } {
  switch (verdict.kind) {
    case 'listed':
      return {
        kind: 'listed',
        found: verdict.findings.map((f) => `${f.list} ${f.entry} ${f.scope} ${f.state}`),
      };
    case 'not-listed': {
      const { ended } = verdict;
      if (ended === undefined) return { kind: 'not-listed', found: [] };
      const { entry, scope } = ended.record;
      return { kind: 'not-listed', found: [`${ended.reason} ${entry} ${scope}`] };
    }
    default:
      return { kind: verdict.reason, found: [] };
  }
}

/** What a scope covers, and what it fails to cover by a hair. */
function listNeighbours({ scope }: ScopeRecord): [string, string][] {
  const slash = scope.indexOf('/');
  const host = slash < 0 ? scope : scope.slice(0, slash);
  const path = slash < 0 ? '/' : scope.slice(slash);
  return [
    ...[host, `m.${host}`, `a.${host}`, `a${host}`].map((h): [string, string] => [h, path]),
    ...[`${path}/A`, `${path}a`].map((p): [string, string] => [host, p]),
  ];
}

test('whole index, shards and naive reading of the rules agree', async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(arbitraryInput, questions, async (input, asked) => {
      const index = loadHostIndex(buildHostIndex(input).buffer);
      const store = await CountingStore.hold(input);
      if (index === undefined) throw new Error('the index does not load');
      for (const [host, path] of [...asked, ...input.records.flatMap(listNeighbours)]) {
        const expected = decideNaively(input, host, path, TODAY);
        const address = `https://${host}${path}`;
        const whole = decideAddress(index, address, TODAY);
        expect(brief(whole), address).toEqual(expected);
        expect((await checkAddress(address, store.read, TODAY)).verdict).toEqual(whole);
        const kind = expected.kind + (expected.found[0]?.includes('/') ? ' by path' : '');
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }
    }),
    { ...RANDOM, numRuns: 300 },
  );
  // The cases are no use if they all miss.
  for (const kind of ['listed', 'listed by path', 'not-listed', 'not-listed by path', 'too-old']) {
    expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(100);
  }
});

test('they agree where the hosts with paths are too many for the head', async () => {
  const hosts = Array.from({ length: 6_000 }, (_, i) => `h${i}.p${i % 50}.test`);
  const input = makeInput(hosts.map((host, i) => (i % 4 ? `${host}/c${i % 9}` : host)));
  const index = buildHostIndex(input);
  const store = await CountingStore.hold(input);
  expect(store.values.get('head')).not.toHaveProperty('index.pathHosts');
  for (let i = 0; i < 6_000; i += 50) {
    for (const path of ['/', `/c${i % 9}/a`, '/other']) {
      for (const host of [hosts[i], `m.${hosts[i]}`, `other.${hosts[i]}`]) {
        store.reads.length = 0;
        const address = `https://${host}${path}`;
        const { verdict, dependsOnPath } = await checkAddress(address, store.read, TODAY);
        expect(verdict, address).toEqual(decideAddress(index, address, TODAY));
        expect(dependsOnPath).toBe(true);
        // The head, shards of filters, and those of records on a hit.
        expect(store.reads.length).toBeLessThanOrEqual(verdict.kind === 'listed' ? 3 : 2);
        if (verdict.kind !== 'listed') expect(store.reads.flat().length).toBeLessThanOrEqual(4);
      }
    }
  }
});

test('they agree over many shards, where hosts of two to five labels lie apart', async () => {
  const hosts = Array.from({ length: 9000 }, (_, i) => {
    const parents = ['test', 'co.test', `p${i % 50}.test`, `q${i % 50}.p${i % 7}.test`];
    return `h${i}.${parents[i % 4]}`;
  });
  const accounts = Array.from({ length: 3000 }, (_, i) => `v.test/${i % 3 ? 'c/' : ''}n${i}`);
  const input = makeInput([...hosts, ...accounts]);
  const index = buildHostIndex(input);
  const store = await CountingStore.hold(input);
  expect(store.values.size).toBeGreaterThan(50);
  for (let i = 0; i < 9000; i += 25) {
    for (const address of [
      `www.${hosts[i]}/a`,
      `x${hosts[i]}`,
      `v.test/c/n${i}/a`,
      `v.test/n${i}`,
    ]) {
      const whole = decideAddress(index, address, TODAY);
      expect((await checkAddress(address, store.read, TODAY)).verdict, address).toEqual(whole);
    }
    expect(decideAddress(index, `www.${hosts[i]}`, TODAY).kind).toBe('listed');
    expect(decideAddress(index, `x${hosts[i]}`, TODAY).kind).toBe('not-listed');
  }
});
