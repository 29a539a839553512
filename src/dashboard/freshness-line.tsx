import type { ListStatus } from '../messages/list-status.ts';
import type { MessageKey, Text } from '../ui/text.ts';
import { useText } from '../ui/text-context.ts';
import { judgeList, type ListAge } from './list-age.ts';

const WORDS: Readonly<Record<ListAge['freshness'], MessageKey>> = {
  fresh: 'freshness_fresh',
  'getting-old': 'freshness_getting_old',
  'too-old': 'freshness_too_old',
  unknown: 'freshness_unknown',
  missing: 'freshness_missing',
};

interface Props {
  readonly list: ListStatus;
  readonly today: string;
}

/** Whether the list can be believed, in a word, and since and until when. */
export function FreshnessLine({ list, today }: Props) {
  const text = useText();
  const age = judgeList(list, today);
  const isFine = age.freshness === 'fresh';
  return (
    <p class={isFine ? 'freshness' : 'freshness caution'}>
      <strong>{text.say(WORDS[age.freshness])}.</strong> {describeAge(age, text)}
    </p>
  );
}

function describeAge(age: ListAge, text: Text): string {
  const { since, ageDays, lastDay, isConfirmed, freshness } = age;
  if (since === undefined || ageDays === undefined) return '';
  // Where its publisher is, it may be tomorrow already.
  const words = ageDays <= 0 ? text.say('list_age_today') : text.count('list_age', ageDays);
  const from = text.say(
    isConfirmed ? 'freshness_confirmed' : 'freshness_published',
    text.day(since),
    words,
  );
  if (lastDay === undefined) return from;
  const until = freshness === 'too-old' ? 'freshness_ended' : 'freshness_until';
  return `${from} ${text.say(until, text.day(lastDay))}`;
}
