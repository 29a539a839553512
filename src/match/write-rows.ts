import type { RecordRow } from './group-records.ts';

/**
 * Writes the rows of each slot as a line of JSON and says where each begins. A network's scopes
 * share a line: a row leaves out its scope where it is the key.
 */
export function writeRows(
  keys: readonly string[],
  groups: ReadonlyMap<string, readonly RecordRow[]>,
  order: Uint32Array,
): { starts: Uint32Array; bytes: Uint8Array } {
  const encoder = new TextEncoder();
  const starts = new Uint32Array(order.length);
  const known = new Map<string, number>();
  let length = 0;
  for (let slot = 0; slot < order.length; slot++) {
    const key = keys[order[slot] ?? 0] ?? '';
    const rows = groups.get(key) ?? [];
    const text = JSON.stringify(rows.map((row) => (row[4] === key ? row.slice(0, 4) : row)));
    let start = known.get(text);
    if (start === undefined) {
      start = length;
      known.set(text, start);
      length += encoder.encode(text).length + 1;
    }
    starts[slot] = start;
  }
  const lines = [...known.keys()].map((text) => `${text}\n`).join('');
  return { starts, bytes: encoder.encode(lines) };
}
