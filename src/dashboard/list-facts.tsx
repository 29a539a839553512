import type { ListStatus } from '../messages/list-status.ts';
import { type FactRow, FactRows } from '../ui/fact-rows.tsx';
import { OutsideLink } from '../ui/outside-link.tsx';
import type { Text } from '../ui/text.ts';
import { useText } from '../ui/text-context.ts';
import { formatAgo, formatBytes, formatMoment } from './format-moment.ts';

interface Props {
  readonly list: ListStatus;
  readonly now: number;
}

/** What is known of a list, a line each: which version, how much, from where, and when. */
export function ListFacts({ list, now }: Props) {
  const text = useText();
  return (
    <>
      <FactRows rows={[...describeContent(list, text), ...describeSyncs(list, now, text)]} />
      {list.setAside !== undefined && list.setAside > 0 && (
        <p class="small">{text.count('list_set_aside', list.setAside)}</p>
      )}
      {list.address === undefined && <p class="note">{text.say('failure_not_offered')}</p>}
    </>
  );
}

function describeContent(list: ListStatus, text: Text): readonly FactRow[] {
  const { version, publishedOn, entries, scopes, licence, home, address } = list;
  return [
    [
      text.say('list_version'),
      orNone(version, (known) => describeVersion(known, publishedOn, text)),
    ],
    [text.say('lists_entries'), orNone(entries, (known) => countEntries(known, scopes, text))],
    [text.say('lists_licence'), licence],
    [
      text.say('lists_page'),
      orNone(home, (known) => <OutsideLink href={known}>{readHost(known)}</OutsideLink>),
    ],
    [text.say('lists_address'), address],
  ];
}

function describeSyncs(list: ListStatus, now: number, text: Text): readonly FactRow[] {
  const { lastSuccess, lastAttempt, nextAttempt, lastDownloadBytes, bytes } = list;
  const say = (moment: number): string =>
    text.say('lists_moment', formatAgo(moment, now, text), formatMoment(moment, text));
  const size = (value: number): string => formatBytes(value, text);
  // A list without address is never fetched, and one that is switched off not for now.
  const success = orNone(lastSuccess, say) ?? text.say('lists_never');
  const next = orNone(nextAttempt, (moment) =>
    moment <= now ? text.say('lists_due') : say(moment),
  );
  const isLatest = lastAttempt === lastSuccess;
  return [
    [text.say('lists_last_success'), list.address === undefined ? undefined : success],
    [text.say('lists_last_attempt'), isLatest ? undefined : orNone(lastAttempt, say)],
    [text.say('lists_next_attempt'), list.isEnabled ? next : undefined],
    [text.say('lists_downloaded'), orNone(lastDownloadBytes, size)],
    [text.say('lists_size'), orNone(bytes, size)],
  ];
}

function orNone<Known, Shown>(value: Known | undefined, show: (known: Known) => Shown) {
  return value === undefined ? undefined : show(value);
}

function describeVersion(version: number, publishedOn: string | undefined, text: Text): string {
  if (publishedOn === undefined) return String(version);
  return text.say('list_version_published', String(version), text.day(publishedOn));
}

/** `1,204, covering 5,310 addresses`. */
export function countEntries(entries: number, scopes: number | undefined, text: Text): string {
  if (scopes === undefined) return text.number(entries);
  const covered = text.count('lists_scopes', scopes);
  return text.say('lists_entries_covering', text.number(entries), covered);
}

function readHost(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
