import type { Evidence } from '../list/entry.ts';
import { countYears, findNewestDay } from '../list/evidence-age.ts';
import type { Text } from './text.ts';

/** From this age on the newest item is marked as old. */
const OLD_YEARS = 1;

interface Props {
  readonly items: readonly Evidence[];
  readonly today: string;
  readonly text: Pick<Text, 'say' | 'count' | 'day'>;
}

/** Old evidence must read as old; a legal act doesn't age, it holds until it is repealed. */
export function EvidenceAge({ items, today, text }: Props) {
  const newest = findNewestDay(items);
  if (newest === undefined) return <p class="caution">{text.say('evidence_none_dated')}</p>;
  const years = countYears(newest, today);
  const day = text.say('evidence_newest', text.day(newest));
  if (years < OLD_YEARS || items.some(({ kind }) => kind === 'legal-act')) return <p>{day}</p>;
  return (
    <p class="caution">
      {day} {text.count('evidence_old', years)}
    </p>
  );
}
