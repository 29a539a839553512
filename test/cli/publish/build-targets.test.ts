import { expect, test } from 'vitest';
import { buildDeltaTarget, describeList } from '../../../src/cli/publish/build-targets.ts';
import { buildDelta } from '../../../src/list/build-delta.ts';
import { makeList } from '../../support/make-list.ts';

test('publishes no delta that readers give up for its length', () => {
  const from = makeList(['a.test']);
  const to = { ...makeList(['a.test', 'bü.test']), version: 2 };
  const { facts } = describeList(to);
  const bytes = Buffer.byteLength(buildDelta(from, to));
  expect(buildDeltaTarget(from, to, facts, bytes)).toMatchObject({
    target: { path: 'delta-1-2.bin' },
  });
  expect(buildDeltaTarget(from, to, facts, bytes - 1)).toBeUndefined();
});
