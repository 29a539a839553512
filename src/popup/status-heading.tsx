import { type Status, StatusGlyph } from '../ui/status-glyph.tsx';
import type { MessageKey } from '../ui/text.ts';
import { useText } from '../ui/text-context.ts';
import type { PopupView } from './popup-view.ts';

const STATUS_TEXTS: Readonly<
  Record<PopupView['kind'], { readonly word: MessageKey; readonly glyph: Status }>
> = {
  loading: { word: 'status_loading', glyph: 'loading' },
  listed: { word: 'status_listed', glyph: 'listed' },
  'not-listed': { word: 'status_not_listed', glyph: 'not-listed' },
  'no-list': { word: 'status_no_list', glyph: 'no-list' },
  'not-checkable': { word: 'status_not_checkable', glyph: 'not-checkable' },
  paused: { word: 'status_paused', glyph: 'paused' },
  failed: { word: 'status_failed', glyph: 'no-list' },
};

/** The answer in one word and one shape, announced when it changes, and the address it is about. */
export function StatusHeading({ view }: { readonly view: PopupView }) {
  const text = useText();
  const { word, glyph } = STATUS_TEXTS[view.kind];
  const isChecked = view.kind === 'listed' || view.kind === 'not-listed';
  return (
    <div role="status" class={`status status-${glyph}`}>
      <h1>
        <StatusGlyph status={glyph} /> {text.say(word)}
      </h1>
      {isChecked && <p class="address">{text.say('checked_address', view.address)}</p>}
      {isChecked && view.through !== undefined && (
        <p class="small">{text.say('lookup_leads', view.through)}</p>
      )}
    </div>
  );
}
