import * as v from 'valibot';
import { type BothLanguages, bothLanguagesField, partialDayField } from './fields.ts';
import { lastDayOf } from './partial-day.ts';

/** A sentence in both languages; what it tells was known on the last day that `from` may mean. */
export const datedNoteField = v.object({
  from: v.optional(partialDayField),
  ...bothLanguagesField.entries,
});
type DatedNote = v.InferOutput<typeof datedNoteField>;

/** What notes tell on a day, as one text: what happened later is no news on an earlier day. */
export function tellNotes(notes: readonly DatedNote[], day: string): BothLanguages | undefined {
  const told = notes.filter(({ from }) => from === undefined || lastDayOf(from) <= day);
  if (told.length === 0) return undefined;
  return { en: told.map(({ en }) => en).join(' '), fr: told.map(({ fr }) => fr).join(' ') };
}
