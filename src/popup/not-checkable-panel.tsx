import type { MessageKey } from '../ui/text.ts';
import { useText } from '../ui/text-context.ts';
import type { PopupActions } from './popup-actions.ts';
import type { NotCheckableReason, PopupView } from './popup-view.ts';

/** Why, and what helps. */
const REASON_TEXTS: Readonly<Record<NotCheckableReason, readonly [MessageKey, MessageKey]>> = {
  'no-access': ['not_checkable_no_access', 'not_checkable_no_access_cure'],
  'reload-needed': ['not_checkable_reload', 'not_checkable_reload_cure'],
  'browser-page': ['not_checkable_browser_page', 'not_checkable_web_only'],
  'local-file': ['not_checkable_local_file', 'not_checkable_web_only'],
  'other-scheme': ['not_checkable_other_scheme', 'not_checkable_write_it'],
  'not-an-address': ['not_checkable_not_an_address', 'not_checkable_write_it'],
};

interface Props {
  readonly view: Extract<PopupView, { kind: 'not-checkable' }>;
  readonly actions: PopupActions;
}

/** An address that no list can speak about, or a page that the extension may not see. */
export function NotCheckablePanel({ view, actions }: Props) {
  const text = useText();
  const [reason, cure] = REASON_TEXTS[view.reason];
  const { address } = view;
  return (
    <div class="label">
      <p class="strong">{text.say(reason)}</p>
      <p>{text.say(cure)}</p>
      {view.reason === 'reload-needed' && (
        <button type="button" onClick={actions.reload}>
          {text.say('not_checkable_reload_button')}
        </button>
      )}
      {address !== undefined && (
        <button type="button" onClick={() => actions.lookUp(address)}>
          {text.say('not_checkable_look_up')}
        </button>
      )}
    </div>
  );
}
