import type { ShownList } from '../messages/described-address.ts';
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
            {text.say(
              'list_line',
              nameList(list, text),
              String(list.version),
              text.day(list.publishedOn),
              list.ageDays === 0
                ? text.say('list_age_today')
                : text.count('list_age', list.ageDays),
            )}
            {list.setAside !== undefined && (
              <p class="small">{text.count('list_set_aside', list.setAside)}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
