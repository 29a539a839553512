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
      {view.reason === 'too-old' ? (
        <p>{text.say('no_list_update_text')}</p>
      ) : (
        <>
          <p>{text.say('no_list_rebuild_text')}</p>
          <button type="button" onClick={actions.repair}>
            {text.say('no_list_rebuild')}
          </button>
        </>
      )}
      <ListLines heading={text.say('list_stale_heading')} lists={view.staleLists} />
    </div>
  );
}
