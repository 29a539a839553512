import type { ShownList } from '../messages/described-address.ts';
import type { Text } from '../ui/text.ts';
import { useText } from '../ui/text-context.ts';
import { nameList } from './name-list.ts';

interface Props {
  readonly heading: string;
  readonly lists: readonly ShownList[];
}

/** Lists by name, version and age. */
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
            {list.setAside !== undefined && (
              <p class="small">{text.count('list_set_aside', list.setAside)}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function describeList(list: ShownList, text: Text): string {
  const { version, publishedOn, ageDays } = list;
  const facts = [nameList(list, text), String(version), text.day(publishedOn)];
  if (ageDays === undefined) return text.say('list_line_ageless', ...facts);
  // Where its publisher is, it may be tomorrow already.
  const age = ageDays <= 0 ? text.say('list_age_today') : text.count('list_age', ageDays);
  return text.say('list_line', ...facts, age);
}
