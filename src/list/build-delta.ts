import { buildPatch } from './build-patch.ts';
import { compareText, formatCanonicalJson, isSameJson } from './canonical-json.ts';
import type { CompiledList, RawEntry } from './compiled-list.ts';
import { CHANGES_FIELD, DELTA_FORMAT } from './delta.ts';
import { formatFirstLine } from './json-lines.ts';
import { toListHeader } from './list-header.ts';

/**
 * The text that turns one version of a list into a later one, entries newer than this reader
 * included. It has the form of a list's text: the header first, then one change a line.
 */
export function buildDelta(from: CompiledList, to: CompiledList): string {
  if (from.list.id !== to.list.id || from.version >= to.version) {
    throw new RangeError('A delta leads to a later version of the same list');
  }
  const [before, after] = [toEntries(from), toEntries(to)];
  const removed = [...before.keys()].filter((slug) => !after.has(slug)).sort(compareText);
  const changes: string[] = [];
  for (const slug of [...after.keys()].sort(compareText)) {
    const [old, entry] = [before.get(slug), after.get(slug)];
    if (entry && !isSameJson(old, entry)) changes.push(formatChange(old, entry));
  }
  const [format, header] = [DELTA_FORMAT, toListHeader(to)];
  const fields = { format, from: from.version, to: to.version, header, removed };
  const lines = [formatFirstLine(fields, CHANGES_FIELD)];
  if (changes.length > 0) lines.push(changes.join(',\n'));
  return [...lines, ']}'].join('\n');
}

function toEntries({ entries, setAside }: CompiledList): ReadonlyMap<string, RawEntry> {
  return new Map([...entries, ...setAside].map((entry) => [entry.slug, entry]));
}

function formatChange(old: RawEntry | undefined, next: RawEntry): string {
  const { slug, ...entry } = toPlain(next);
  const whole = formatCanonicalJson({ slug, entry });
  if (old === undefined) return whole;
  const { slug: _, ...fields } = toPlain(old);
  const patch = formatCanonicalJson({ slug, ...buildPatch(fields, entry) });
  return patch.length < whole.length ? patch : whole;
}

/** As it travels, without fields that have no value. */
function toPlain(entry: RawEntry): RawEntry {
  return JSON.parse(formatCanonicalJson(entry));
}
