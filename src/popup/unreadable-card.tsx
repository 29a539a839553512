import type { UnreadableFinding } from '../messages/described-address.ts';
import { useText } from '../ui/text-context.ts';
import { DismissedNote } from './dismissed-note.tsx';
import { ListSection } from './list-section.tsx';
import type { PopupActions } from './popup-actions.ts';
import { WrongSection } from './wrong-section.tsx';

interface Props {
  readonly finding: UnreadableFinding;
  /** As it was checked. */
  readonly address: string;
  readonly actions: PopupActions;
}

/** Listed, by an entry that cannot be read: what is known all the same, and what may mend it. */
export function UnreadableCard({ finding, address, actions }: Props) {
  const text = useText();
  const { slug, scope, isContested } = finding;
  return (
    <article class="label">
      <h2>{text.say('unreadable_name', slug)}</h2>
      {isContested && (
        <p>
          <strong class="tag">{text.say('contested_short')}</strong>
        </p>
      )}
      <p>{text.say(scope.includes('/') ? 'scope_path' : 'scope_host', scope)}</p>
      <div class="caution">
        <p>{text.say('unreadable_text')}</p>
        <button type="button" onClick={actions.repair}>
          {text.say('no_list_rebuild')}
        </button>
      </div>
      <DismissedNote finding={finding} actions={actions} />
      <ListSection list={finding.list} />
      <WrongSection finding={finding} address={address} />
    </article>
  );
}
