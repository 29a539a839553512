import type { Entry } from '../list/entry.ts';
import type { ShownList } from '../messages/described-address.ts';
import { type FactRow, FactRows } from '../ui/fact-rows.tsx';
import type { Text } from '../ui/text.ts';
import { useText } from '../ui/text-context.ts';
import { describeAge, ListNotes } from './list-notes.tsx';
import { nameList } from './name-list.ts';

interface Props {
  readonly list: ShownList;
  /** Where it can be read. */
  readonly entry?: Entry;
}

/** Who says it, in which version of what age, and until when it holds. */
export function ListSection({ list, entry }: Props) {
  const text = useText();
  const rows: readonly FactRow[] = [
    [text.say('list_name'), nameList(list, text)],
    [text.say('list_version'), describeVersion(list, text)],
    [text.say('list_listed_since'), entry && text.day(entry.listed)],
    [text.say('list_reviewed'), entry && text.day(entry.reviewed)],
    [text.say('list_lapses'), entry && text.day(entry.reviewBy)],
  ];
  return (
    <section>
      <h3>{text.say('list_heading')}</h3>
      <FactRows rows={rows} />
      <Confirmed list={list} />
      <ListNotes list={list} />
    </section>
  );
}

function describeVersion(list: ShownList, text: Text): string {
  const { version, publishedOn } = list;
  const published = text.say('list_version_published', String(version), text.day(publishedOn));
  const age = describeAge(list, text);
  return age === undefined || isConfirmedLater(list) ? published : `${published} (${age})`;
}

/** Its publisher's last word, where that came after the release. */
function Confirmed({ list }: { readonly list: ShownList }) {
  const text = useText();
  const { confirmedOn } = list;
  const age = describeAge(list, text);
  if (!isConfirmedLater(list) || confirmedOn === undefined || age === undefined) return null;
  return <p class="small">{text.say('freshness_confirmed', text.day(confirmedOn), age)}</p>;
}

function isConfirmedLater({ confirmedOn, publishedOn }: ShownList): boolean {
  return confirmedOn !== undefined && confirmedOn !== publishedOn;
}
