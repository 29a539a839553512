import type { ShownList } from '../messages/described-address.ts';
import { DashboardLink } from '../ui/dashboard-link.tsx';
import { findLastDay, judgeFreshness } from '../ui/list-freshness.ts';
import type { Text } from '../ui/text.ts';
import { useText } from '../ui/text-context.ts';
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
            {list.isDevelopment === true && (
              <p class="small">
                {text.say('lists_development')} · {text.say('lists_development_text')}
              </p>
            )}
            <GettingOld list={list} />
            {list.setAside !== undefined && (
              <p class="small">{text.count('list_set_aside', list.setAside)}</p>
            )}
          </li>
        ))}
      </ul>
      <p>
        <DashboardLink page="#lists">{text.say('list_manage')}</DashboardLink>
      </p>
    </section>
  );
}

/** Said while the list still counts: once it no longer does, its lines stand under that heading. */
function GettingOld({ list }: { readonly list: ShownList }) {
  const text = useText();
  const { ageDays, maxStaleDays, confirmedOn, publishedOn } = list;
  if (maxStaleDays === undefined || judgeFreshness(ageDays, maxStaleDays) !== 'getting-old') {
    return null;
  }
  const lastDay = findLastDay(confirmedOn ?? publishedOn, maxStaleDays);
  if (lastDay === undefined) return null;
  return <p class="caution">{text.say('list_getting_old', text.day(lastDay))}</p>;
}

function describeList(list: ShownList, text: Text): string {
  const { version, publishedOn, confirmedOn, ageDays } = list;
  const facts = [nameList(list, text), String(version), text.day(publishedOn)];
  if (ageDays === undefined) return text.say('list_line_ageless', ...facts);
  // Where its publisher is, it may be tomorrow already.
  const age = ageDays <= 0 ? text.say('list_age_today') : text.count('list_age', ageDays);
  if (confirmedOn === undefined || confirmedOn === publishedOn) {
    return text.say('list_line', ...facts, age);
  }
  return text.say('list_line_confirmed', ...facts, text.day(confirmedOn), age);
}
