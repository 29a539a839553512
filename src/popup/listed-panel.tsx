import { useText } from '../ui/text-context.ts';
import { FindingCard } from './finding-card.tsx';
import { ListLines } from './list-lines.tsx';
import type { PopupActions } from './popup-actions.ts';
import type { PopupView } from './popup-view.ts';
import { UnreadableCard } from './unreadable-card.tsx';

interface Props {
  readonly view: Extract<PopupView, { kind: 'listed' }>;
  readonly actions: PopupActions;
}

/** Every list that lists the address, each with its own reasons. */
export function ListedPanel({ view, actions }: Props) {
  const text = useText();
  const { address, today, findings } = view;
  return (
    <>
      {findings.length > 1 && <p>{text.count('listed_on', findings.length)}</p>}
      {findings.map((finding) =>
        finding.kind === 'explained' ? (
          <FindingCard key={finding.list.id} finding={finding} {...{ address, today, actions }} />
        ) : (
          <UnreadableCard key={finding.list.id} finding={finding} {...{ address, actions }} />
        ),
      )}
      <ListLines heading={text.say('list_stale_heading')} lists={view.staleLists} />
    </>
  );
}
