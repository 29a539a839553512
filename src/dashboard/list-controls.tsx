import type { ListStatus } from '../messages/list-status.ts';
import { useText } from '../ui/text-context.ts';
import { MoveButtons } from './move-buttons.tsx';
import { UnfollowButton } from './unfollow-button.tsx';
import type { ListActions } from './use-lists.ts';

interface Props {
  readonly list: ListStatus;
  readonly title: string;
  /** Says of which list each control is: they read alike on every card. */
  readonly titleId: string;
  readonly place: number;
  readonly count: number;
  readonly isSyncing: boolean;
  readonly actions: ListActions;
}

/** All that can be done with one list. */
export function ListControls(props: Props) {
  const text = useText();
  const { list, title, titleId, place, count, isSyncing, actions } = props;
  const { key, isEnabled, isOwn, address } = list;
  return (
    <div class="actions">
      <label class="switch">
        <input
          type="checkbox"
          checked={isEnabled}
          aria-describedby={titleId}
          onChange={(event) => actions.enable(key, event.currentTarget.checked, title)}
        />{' '}
        {text.say('lists_use')}
      </label>
      {isEnabled && address !== undefined && (
        <button
          type="button"
          aria-describedby={titleId}
          aria-disabled={isSyncing}
          onClick={() => actions.sync(key)}
        >
          {text.say('lists_sync')}
        </button>
      )}
      {count > 1 && (
        <MoveButtons
          {...{ titleId, place, count }}
          move={(position) => actions.move(key, position, title)}
        />
      )}
      {!isOwn && (
        <UnfollowButton {...{ title, titleId }} unfollow={() => actions.unfollow(key, title)} />
      )}
    </div>
  );
}
