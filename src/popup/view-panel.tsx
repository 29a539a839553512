import { useText } from '../ui/text-context.ts';
import { ListedPanel } from './listed-panel.tsx';
import { NoListPanel } from './no-list-panel.tsx';
import { NotCheckablePanel } from './not-checkable-panel.tsx';
import { NotListedPanel } from './not-listed-panel.tsx';
import { PlainPanel } from './plain-panel.tsx';
import type { PopupActions } from './popup-actions.ts';
import type { PopupView } from './popup-view.ts';

interface Props {
  readonly view: PopupView;
  readonly actions: PopupActions;
}

/** The panel for each kind of view. */
export function ViewPanel({ view, actions }: Props) {
  const text = useText();
  switch (view.kind) {
    case 'loading':
      return null;
    case 'listed':
      return <ListedPanel view={view} actions={actions} />;
    case 'not-listed':
      return <NotListedPanel view={view} />;
    case 'no-list':
      return <NoListPanel view={view} actions={actions} />;
    case 'not-checkable':
      return <NotCheckablePanel view={view} actions={actions} />;
    case 'paused':
      return (
        <PlainPanel
          message={text.say('paused_text')}
          action={text.say('paused_resume')}
          press={actions.resume}
        />
      );
    case 'failed':
      return (
        <PlainPanel
          message={text.say('failed_text')}
          action={text.say('failed_retry')}
          press={actions.retry}
        />
      );
    default:
      return view satisfies never;
  }
}
