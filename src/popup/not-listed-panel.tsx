import { useText } from '../ui/text-context.ts';
import { ListLines } from './list-lines.tsx';
import type { PopupView } from './popup-view.ts';

/** Who was asked, and that their silence certifies nothing. */
export function NotListedPanel({ view }: { view: Extract<PopupView, { kind: 'not-listed' }> }) {
  const text = useText();
  const { ended } = view;
  return (
    <div class="label">
      <p class="strong">{text.say('not_listed_text')}</p>
      {ended?.reason === 'lapsed' && (
        <p>{text.say('not_listed_lapsed', ended.scope, text.day(ended.until))}</p>
      )}
      {ended?.reason === 'decided' && <p>{text.say('not_listed_decided', ended.scope)}</p>}
      <p class="note">{text.say('not_listed_no_certificate')}</p>
      <ListLines heading={text.say('consulted_heading')} lists={view.lists} />
      <ListLines heading={text.say('list_stale_heading')} lists={view.staleLists} />
    </div>
  );
}
