/**
 * The one JSON text of a value: keys sorted by code unit, no spaces, fields without a value left
 * out. Equal values give equal bytes, so digests and releases can be compared (after RFC 8785).
 */
export function formatCanonicalJson(value: unknown): string {
  // What was read from canonical text is in order already: many times faster than the rest.
  if (hasSortedKeys(value)) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) {
    return `[${value.map((item) => formatCanonicalJson(item ?? null)).join(',')}]`;
  }
  const fields = Object.entries(value as object)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, item]) => `${JSON.stringify(key)}:${formatCanonicalJson(item)}`);
  return `{${fields.join(',')}}`;
}

function hasSortedKeys(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(hasSortedKeys);
  let last: string | undefined;
  for (const [key, item] of Object.entries(value)) {
    if ((last !== undefined && key < last) || !hasSortedKeys(item)) return false;
    last = key;
  }
  return true;
}

/** Order by UTF-16 code units, the same on every machine; `localeCompare` isn't. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Whether two JSON values are equal, whatever the order of their keys; told without their text. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [listFields(a), new Map(listFields(b))];
  return (
    left.length === right.size &&
    left.every(([key, item]) => right.has(key) && isSameJson(item, right.get(key)))
  );
}

function listFields(value: object): readonly [string, unknown][] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}
