/**
 * The bytes that a signature in TUF metadata covers: the value in OLPC canonical JSON (TUF §4.2.1,
 * http://wiki.laptop.org/go/Canonical_JSON). Keys in the order of their code units, nothing escaped
 * but `"` and `\`, whole numbers only.
 *
 * @throws TypeError on a number with a fraction, which has no canonical form
 */
export function formatSignedJson(value: unknown): string {
  if (typeof value === 'string') return formatText(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`${value} has no canonical form.`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(formatSignedJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`${typeof value} has no canonical form.`);
  const fields = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${formatText(key)}:${formatSignedJson(item)}`);
  return `{${fields.join(',')}}`;
}

function formatText(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
