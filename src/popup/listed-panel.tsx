import { useText } from '../ui/text-context.ts';
import { FindingCard } from './finding-card.tsx';
import { ListLines } from './list-lines.tsx';
import type { PopupActions } from './popup-actions.ts';
import type { PopupView } from './popup-view.ts';

interface Props {
  readonly view: Extract<PopupView, { kind: 'listed' }>;
  readonly actions: PopupActions;
}

/** Every list that lists the address, each with its own reasons. */
export function ListedPanel({ view, actions }: Props) {
  const text = useText();
  return (
    <>
      {view.findings.length > 1 && <p>{text.count('listed_on', view.findings.length)}</p>}
      {view.findings.map((finding) => (
        <FindingCard key={finding.list.id} finding={finding} today={view.today} actions={actions} />
      ))}
      <ListLines heading={text.say('list_stale_heading')} lists={view.staleLists} />
    </>
  );
}
