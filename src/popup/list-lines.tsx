import type { ShownList } from '../messages/described-address.ts';
import { DashboardLink } from '../ui/dashboard-link.tsx';
import type { Text } from '../ui/text.ts';
import { useText } from '../ui/text-context.ts';
import { describeAge, ListNotes } from './list-notes.tsx';
import { nameList } from './name-list.ts';

interface Props {
  readonly heading: string;
  readonly lists: readonly ShownList[];
}

/** Lists by name, version and age, and the way to where they are kept. */
export function ListLines({ heading, lists }: Props) {
  const text = useText();
  if (lists.length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      <ul class="lists">
        {lists.map((list) => (
          <li key={list.id}>
            {describeList(list, text)}
            <ListNotes list={list} />
          </li>
        ))}
      </ul>
      <p>
        <DashboardLink page="#lists">{text.say('list_manage')}</DashboardLink>
      </p>
    </section>
  );
}

function describeList(list: ShownList, text: Text): string {
  const { version, publishedOn, confirmedOn } = list;
  const facts = [nameList(list, text), String(version), text.day(publishedOn)];
  const age = describeAge(list, text);
  if (age === undefined) return text.say('list_line_ageless', ...facts);
  if (confirmedOn === undefined || confirmedOn === publishedOn) {
    return text.say('list_line', ...facts, age);
  }
  return text.say('list_line_confirmed', ...facts, text.day(confirmedOn), age);
}
