/**
 * The one JSON text of a value: keys sorted by code unit, no spaces, fields without a value left
 * out. Equal values give equal bytes, so digests and releases can be compared (after RFC 8785).
 */
export function formatCanonicalJson(value: unknown): string {
  // What was canonical once is so again; engines then write it far faster than we do.
  return isInOrder(value) ? JSON.stringify(value) : formatInOrder(value);
}

/** Whether a value already is what we make of it: plain, with its keys sorted, each with a value. */
function isInOrder(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return true;
    case 'object':
      if (value === null) return true;
      if (Array.isArray(value)) return value.every(isInOrder);
      return hasSortedKeys(value);
    default:
      return false;
  }
}

function hasSortedKeys(value: object): boolean {
  // `JSON.stringify` asks dates and the like for another form.
  if ('toJSON' in value) return false;
  let before: string | undefined;
  for (const key of Object.keys(value)) {
    if (before !== undefined && before >= key) return false;
    before = key;
    // Of this very value, so that the name is there.
    if (!isInOrder((value as Readonly<Record<string, unknown>>)[key])) return false;
  }
  return true;
}

function formatInOrder(value: unknown): string {
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
