import type { Entry } from '../list/entry.ts';
import type { ShownList } from '../messages/described-address.ts';
import { type FactRow, FactRows } from '../ui/fact-rows.tsx';
import { useText } from '../ui/text-context.ts';
import { nameList } from './name-list.ts';

interface Props {
  readonly list: ShownList;
  /** Where it can be read. */
  readonly entry?: Entry;
}

/** Who says it, in which version, and until when it holds. */
export function ListSection({ list, entry }: Props) {
  const text = useText();
  const version = String(list.version);
  const rows: readonly FactRow[] = [
    [text.say('list_name'), nameList(list, text)],
    [
      text.say('list_version'),
      text.say('list_version_published', version, text.day(list.publishedOn)),
    ],
    [text.say('list_listed_since'), entry && text.day(entry.listed)],
    [text.say('list_reviewed'), entry && text.day(entry.reviewed)],
    [text.say('list_lapses'), entry && text.day(entry.reviewBy)],
  ];
  return (
    <section>
      <h3>{text.say('list_heading')}</h3>
      <FactRows rows={rows} />
    </section>
  );
}
