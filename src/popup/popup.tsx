import { useEffect, useRef } from 'preact/hooks';
import { useText } from '../ui/text-context.ts';
import { useFocusKept } from '../ui/use-focus-kept.ts';
import { FollowOffer } from './follow-offer.tsx';
import { LookupForm } from './lookup-form.tsx';
import { PopupFooter } from './popup-footer.tsx';
import type { PopupSource } from './popup-view.ts';
import { StatusHeading } from './status-heading.tsx';
import { usePopup } from './use-popup.ts';
import { ViewPanel } from './view-panel.tsx';

/** The whole popup: the answer for this page, or for an address looked up by hand. */
export function Popup({ source }: { readonly source: PopupSource }) {
  const text = useText();
  const { view, lookedUp, isPaused, actions } = usePopup(source);
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    // The result stands above the form that asked for it.
    if (lookedUp !== undefined) main.current?.focus();
  }, [lookedUp]);
  useFocusKept(main);
  return (
    <>
      <header>{text.say('extension_name')}</header>
      <main ref={main} tabIndex={-1} aria-busy={view.kind === 'loading'}>
        {lookedUp !== undefined && (
          <p class="looked-up">
            {text.say('lookup_result', lookedUp)}{' '}
            <button type="button" onClick={actions.showPage}>
              {text.say('lookup_close')}
            </button>
          </p>
        )}
        <StatusHeading view={view} />
        <ViewPanel view={view} actions={actions} />
        <FollowOffer source={source} />
        <LookupForm lookUp={actions.lookUp} />
      </main>
      <PopupFooter isPaused={isPaused} pause={actions.pause} />
    </>
  );
}
