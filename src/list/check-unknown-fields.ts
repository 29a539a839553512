import { countEdits } from './count-edits.ts';
import { type Entry, entrySchema } from './entry.ts';
import type { Report } from './report-to.ts';

const EVIDENCE = entrySchema.entries.evidence.item.entries;

/** Each kind of object in an entry, with the names of its fields. */
const FIELDS = {
  'an entry': Object.keys(entrySchema.entries),
  'an item of evidence': Object.keys(EVIDENCE),
  '"seen"': Object.keys(EVIDENCE.seen.wrapped.entries),
  '"reply"': Object.keys(entrySchema.entries.reply.wrapped.entries),
} as const;

/** The one that a name may be a slip for; short names allow one slip, longer ones two. */
function findNearest(name: string, known: readonly string[]): string | undefined {
  const near = known
    .map((other) => ({
      other,
      edits: countEdits(name.slice(0, 40).toLowerCase(), other.toLowerCase()),
    }))
    .filter(({ other, edits }) => edits <= (other.length < 5 ? 1 : 2))
    .sort((a, b) => a.edits - b.edits);
  return near[0]?.other;
}

function checkObject(
  value: object | undefined,
  what: keyof typeof FIELDS,
  prefix: string,
  report: Report,
): void {
  const known: readonly string[] = FIELDS[what];
  for (const name of Object.keys(value ?? {})) {
    if (known.includes(name)) continue;
    const nearest = findNearest(name, known);
    const cure = nearest === undefined ? `one of ${known.join(', ')}` : `"${nearest}"`;
    report(`${prefix}${name}`, `is no field of ${what}, so nothing reads it`, cure);
  }
}

/**
 * Fields that this format doesn't know. Readers keep them, so that an older one survives a newer
 * list; whoever writes an entry has more likely mistyped one, and it would be missing in silence.
 */
export function checkUnknownFields(entry: Entry, report: Report): void {
  checkObject(entry, 'an entry', '', report);
  checkObject(entry.reply, '"reply"', 'reply.', report);
  for (const [at, item] of entry.evidence.entries()) {
    checkObject(item, 'an item of evidence', `evidence[${at}].`, report);
    checkObject(item.seen, '"seen"', `evidence[${at}].seen.`, report);
  }
}
