import { nameWithHost } from '../list/name-with-host.ts';
import type { ListStatus, SyncProgress } from '../messages/list-status.ts';
import { chooseText } from '../ui/localised-text.ts';
import { OutsideLink } from '../ui/outside-link.tsx';
import { useText } from '../ui/text-context.ts';
import { FailureNote } from './failure-note.tsx';
import { FreshnessLine } from './freshness-line.tsx';
import { judgeList } from './list-age.ts';
import { ListControls } from './list-controls.tsx';
import { ListFacts } from './list-facts.tsx';
import { ListNewsSection } from './list-news-section.tsx';
import { ListTrust } from './list-trust.tsx';
import { ProgressLine } from './progress-line.tsx';
import type { ListActions } from './use-lists.ts';

interface Props {
  readonly list: ListStatus;
  /** Counted from 0, of `count`. */
  readonly place: number;
  readonly count: number;
  readonly now: number;
  readonly today: string;
  readonly running: SyncProgress | undefined;
  readonly isSyncing: boolean;
  readonly actions: ListActions;
}

/** One list, most urgent first: whether it can be believed, what went wrong, what is new in it. */
export function ListCard({ list, place, count, now, today, running, isSyncing, actions }: Props) {
  const text = useText();
  const title = nameWithHost(chooseText(list.title, text), list);
  const { freshness } = judgeList(list, today);
  const titleId = `list-${place}`;
  return (
    <article class="label list" aria-labelledby={titleId}>
      <h2 id={titleId} dir="auto">
        {title}
      </h2>
      <Publisher list={list} />
      {list.isDevelopment && (
        <p class="note">
          <strong>{text.say('lists_development')}.</strong> {text.say('lists_development_text')}
        </p>
      )}
      {list.isEnabled ? (
        <FreshnessLine list={list} today={today} />
      ) : (
        <p>
          <strong class="tag">{text.say('lists_off')}</strong> {text.say('lists_off_text')}
        </p>
      )}
      <ProgressLine running={running} titleId={titleId} />
      {list.failure !== undefined && running === undefined && list.isEnabled && (
        <FailureNote
          heading={text.say('failure_heading')}
          failure={list.failure}
          keptVersion={freshness === 'too-old' ? undefined : list.version}
          since={list.failureSince}
        />
      )}
      <ListNewsSection list={list} />
      <ListFacts list={list} now={now} />
      <ListTrust list={list} />
      <ListControls {...{ list, title, titleId, place, count, isSyncing, actions }} />
    </article>
  );
}

function Publisher({ list }: { readonly list: ListStatus }) {
  const text = useText();
  const { isOwn, publisher, publisherUrl } = list;
  if (isOwn) return <p class="small">{text.say('lists_own')}</p>;
  if (publisher === undefined) return <p class="small">{text.say('lists_publisher_unnamed')}</p>;
  const words = text.say('lists_publisher', publisher);
  return (
    <p class="small" dir="auto">
      {publisherUrl === undefined ? words : <OutsideLink href={publisherUrl}>{words}</OutsideLink>}
    </p>
  );
}
