import type { ComponentChildren } from 'preact';
import { nameWithHost } from '../list/name-with-host.ts';
import type { PreviewedList } from '../messages/list-status.ts';
import { type FactRow, FactRows } from '../ui/fact-rows.tsx';
import { chooseText } from '../ui/localised-text.ts';
import { OutsideLink } from '../ui/outside-link.tsx';
import type { Text } from '../ui/text.ts';
import { useText } from '../ui/text-context.ts';
import { formatBytes } from './format-moment.ts';
import { countEntries } from './list-facts.tsx';

interface Props {
  readonly list: PreviewedList;
  /** Where it comes from. */
  readonly address: string;
  readonly isWorking: boolean;
  readonly follow: () => void;
  /** The way back. */
  readonly children: ComponentChildren;
}

/** What a list says of itself, once its signatures have held. */
export function PreviewPanel({ list, address, isWorking, follow, children }: Props) {
  const text = useText();
  const { publisher, publisherUrl, licence, home, overlaps } = list;
  const title = chooseText(list.title, text);
  const name = nameWithHost(title, { isOwn: false, address });
  return (
    <>
      <p>{text.say('follow_found')}</p>
      <h3 dir="auto">{title}</h3>
      <p class="small" dir="auto">
        {publisher === undefined
          ? text.say('lists_publisher_unnamed')
          : linkTo(publisherUrl, text.say('lists_publisher', publisher))}
      </p>
      <FactRows
        rows={[
          ...describeSize(list, text),
          [text.say('lists_licence'), licence],
          [text.say('lists_page'), home === undefined ? undefined : linkTo(home, home)],
        ]}
      />
      <p>
        {overlaps === 0
          ? text.say('follow_overlaps_none')
          : text.count('follow_overlaps', overlaps)}
      </p>
      <p class="note">{text.say('follow_unreviewed', name)}</p>
      <div class="actions">
        <button type="button" aria-disabled={isWorking} onClick={follow}>
          {text.say('follow_button')}
        </button>
        {children}
      </div>
    </>
  );
}

function describeSize(list: PreviewedList, text: Text): readonly FactRow[] {
  const { version, publishedOn, entries, scopes, bytes } = list;
  const published = text.say('list_version_published', String(version), text.day(publishedOn));
  return [
    [text.say('list_version'), published],
    [text.say('lists_entries'), countEntries(entries, scopes, text)],
    [text.say('lists_size'), formatBytes(bytes, text)],
  ];
}

function linkTo(href: string | undefined, words: string): ComponentChildren {
  return href === undefined ? words : <OutsideLink href={href}>{words}</OutsideLink>;
}
