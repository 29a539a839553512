import { DashboardLink } from '../ui/dashboard-link.tsx';
import type { MessageKey } from '../ui/text.ts';
import { useText } from '../ui/text-context.ts';
import { ListLines } from './list-lines.tsx';
import type { PopupActions } from './popup-actions.ts';
import type { PopupView } from './popup-view.ts';

type NoList = Extract<PopupView, { kind: 'no-list' }>;

const REASON_TEXTS: Readonly<Record<NoList['reason'], MessageKey>> = {
  missing: 'no_list_missing',
  broken: 'no_list_broken',
  'too-old': 'no_list_too_old',
  'switched-off': 'no_list_switched_off',
};

interface Props {
  readonly view: NoList;
  readonly actions: PopupActions;
}

/** Why no list decides, what that means, and what helps. */
export function NoListPanel({ view, actions }: Props) {
  const text = useText();
  return (
    <div class="label">
      <p class="strong">{text.say(REASON_TEXTS[view.reason])}</p>
      <p>{text.say('no_list_meaning')}</p>
      <Cure reason={view.reason} repair={actions.repair} />
      <ListLines heading={text.say('list_stale_heading')} lists={view.staleLists} />
    </div>
  );
}

/** What helps: a list that is here but damaged is made anew; for the others the Lists page is. */
function Cure({ reason, repair }: { reason: NoList['reason']; repair: () => void }) {
  const text = useText();
  if (reason === 'missing' || reason === 'broken') {
    return (
      <>
        <p>{text.say('no_list_rebuild_text')}</p>
        <button type="button" onClick={repair}>
          {text.say('no_list_rebuild')}
        </button>
      </>
    );
  }
  return (
    <p>
      {reason === 'too-old' && `${text.say('no_list_too_old_cure')} `}
      <DashboardLink page="#lists">{text.say('list_manage')}</DashboardLink>
    </p>
  );
}
