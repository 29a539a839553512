import { useText } from '../ui/text-context.ts';
import type { ShownList } from './popup-view.ts';

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
        {lists.map(({ id, title, version, publishedOn, ageDays, isDevelopment, setAside = 0 }) => (
          <li key={id}>
            {text.say(
              'list_line',
              title,
              String(version),
              text.day(publishedOn),
              ageDays === 0 ? text.say('list_age_today') : text.count('list_age', ageDays),
            )}
            {isDevelopment && <p class="caution">{text.say('list_development')}</p>}
            {setAside > 0 && <p class="small">{text.count('list_set_aside', setAside)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
