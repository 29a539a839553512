import type { ShownList } from '../messages/described-address.ts';
import { findLastDay, judgeFreshness } from '../ui/list-freshness.ts';
import type { Text } from '../ui/text.ts';
import { useText } from '../ui/text-context.ts';

/** What a reader should know of a list before going by it. */
export function ListNotes({ list }: { readonly list: ShownList }) {
  const text = useText();
  return (
    <>
      {list.isDevelopment === true && (
        <p class="small">
          {text.say('lists_development')} · {text.say('lists_development_text')}
        </p>
      )}
      <GettingOld list={list} />
      {list.setAside !== undefined && (
        <p class="small">{text.count('list_set_aside', list.setAside)}</p>
      )}
    </>
  );
}

/** How old the list is, counted from the last word of its publisher; nothing where no day is known. */
export function describeAge({ ageDays }: ShownList, text: Text): string | undefined {
  if (ageDays === undefined) return undefined;
  // Where its publisher is, it may be tomorrow already.
  return ageDays <= 0 ? text.say('list_age_today') : text.count('list_age', ageDays);
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
