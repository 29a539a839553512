import type { ListedFinding } from '../messages/described-address.ts';
import { useText } from '../ui/text-context.ts';
import type { PopupActions } from './popup-actions.ts';

interface Props {
  readonly finding: ListedFinding;
  readonly actions: PopupActions;
}

/** Where the reader hid the badge: that it is so, and the way back. */
export function DismissedNote({ finding, actions }: Props) {
  const text = useText();
  if (!finding.isDismissed) return null;
  const { list, slug } = finding;
  return (
    <p class="small">
      {text.say('dismissed_text')}{' '}
      <button type="button" onClick={() => actions.restore({ list: list.id, entry: slug })}>
        {text.say('dismissed_restore')}
      </button>
    </p>
  );
}
