import { expect, it } from 'vitest';
import { ChangeCollector } from '../../src/store/entry-changes.ts';

const one = (slug: string, more: object = {}) => ({ slug, name: `The ${slug}`, ...more });

it('tells what came, what went and what changed, by its new name', () => {
  const changes = new ChangeCollector();
  changes.add(undefined, one('new'));
  changes.add(one('old'), undefined);
  changes.add(one('other'), { ...one('other'), name: 'Renamed' });
  changes.add(one('same', { a: 1, b: [1] }), { b: [1], a: 1, ...one('same') });
  expect(changes.finish()).toEqual({
    added: [{ slug: 'new', name: 'The new' }],
    removed: [{ slug: 'old', name: 'The old' }],
    changed: [{ slug: 'other', name: 'Renamed' }],
    more: 0,
  });
});

it('calls an entry without a readable name by its slug', () => {
  const changes = new ChangeCollector();
  changes.add(undefined, { slug: 'newer', name: { text: 'of another form' } });
  expect(changes.finish().added).toEqual([{ slug: 'newer', name: 'newer' }]);
});

it.each([
  [200, 200, 0],
  [201, 200, 1],
])('of %i changes names %i and counts %i', (count, named, more) => {
  const changes = new ChangeCollector();
  for (let at = 0; at < count; at += 1) changes.add(undefined, one(`s${at}`));
  const { added, more: rest } = changes.finish();
  expect([added.length, rest]).toEqual([named, more]);
});
