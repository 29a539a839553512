import { formatLocalDay } from '../list/day.ts';
import type { ListsStatus } from '../messages/list-status.ts';
import { useText } from '../ui/text-context.ts';
import { useFocusKept } from '../ui/use-focus-kept.ts';
import { FailureNote } from './failure-note.tsx';
import { judgeList } from './list-age.ts';
import { ListCard } from './list-card.tsx';
import type { PageParts } from './page-parts.ts';
import { useLists } from './use-lists.ts';

/** Every list that is followed: how it stands, what changed, and what can be done with it. */
export function ListsPage({ source, announce, main }: PageParts) {
  const text = useText();
  const { view, isSyncing, actions } = useLists(source, announce);
  useFocusKept(main);
  if (view.kind === 'loading') return <p>{text.say('dashboard_loading')}</p>;
  if (view.kind === 'unanswered') {
    // The key keeps its button from becoming another one, with the focus on it.
    return (
      <div key="unanswered" class="label" role="alert">
        <p>{text.say('dashboard_unanswered')}</p>
        <button type="button" onClick={actions.retry}>
          {text.say('failed_retry')}
        </button>
      </div>
    );
  }
  const { lists, failure, running, isPaused } = view.status;
  const now = source.now();
  const today = formatLocalDay(new Date(now));
  return (
    <>
      <p>{text.say('lists_intro')}</p>
      {isPaused === true && <p class="caution">{text.say('lists_paused')}</p>}
      {failure !== undefined && (
        <FailureNote heading={text.say('failure_heading_all')} failure={failure} />
      )}
      <NothingChecked status={view.status} today={today} />
      <div class="actions">
        {lists.some((list) => list.isEnabled && list.address !== undefined) && (
          <button type="button" aria-disabled={isSyncing} onClick={() => actions.sync()}>
            {text.say(isSyncing ? 'lists_syncing' : 'lists_sync_all')}
          </button>
        )}
        <a href="#follow">{text.say('dashboard_follow')}</a>
      </div>
      {lists.length > 1 && <p class="small">{text.say('lists_order')}</p>}
      {lists.map((list, place) => (
        <ListCard
          key={list.key}
          {...{ list, place, now, today, isSyncing, actions }}
          count={lists.length}
          running={running?.find(({ key }) => key === list.key)}
        />
      ))}
    </>
  );
}

/** Without a list in force no page is checked, and that must not pass for "nothing is listed". */
function NothingChecked({ status, today }: { status: ListsStatus; today: string }) {
  const text = useText();
  const enabled = status.lists.filter(({ isEnabled }) => isEnabled);
  const isUsable = enabled.some((list) => {
    const { freshness } = judgeList(list, today);
    return freshness === 'fresh' || freshness === 'getting-old';
  });
  if (isUsable) return null;
  if (status.lists.length === 0 && status.failure === undefined) {
    return <p class="caution">{text.say('lists_preparing')}</p>;
  }
  return (
    <div class="caution">
      <p class="strong">{text.say(enabled.length === 0 ? 'lists_all_off' : 'lists_none_usable')}</p>
      <p>{text.say('no_list_meaning')}</p>
    </div>
  );
}
