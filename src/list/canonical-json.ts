/**
 * The one JSON text of a value: keys sorted by code unit, no spaces, fields without a value left
 * out. Equal values give equal bytes, so digests and releases can be compared (after RFC 8785).
 */
export function formatCanonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map((item) => formatCanonicalJson(item ?? null)).join(',')}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const fields = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, item]) => `${JSON.stringify(key)}:${formatCanonicalJson(item)}`);
  return `{${fields.join(',')}}`;
}

/** Order by UTF-16 code units, the same on every machine; `localeCompare` isn't. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
