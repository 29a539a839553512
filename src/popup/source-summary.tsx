import type { Entry } from '../list/entry.ts';
import type { ExplainedFinding } from '../messages/described-address.ts';
import type { MessageKey } from '../ui/text.ts';
import { useText } from '../ui/text-context.ts';
import { DismissedNote } from './dismissed-note.tsx';
import type { PopupActions } from './popup-actions.ts';

const KIND_TEXTS: Readonly<Record<Entry['kind'], MessageKey>> = {
  publisher: 'kind_publisher',
  network: 'kind_network',
  impersonator: 'kind_impersonator',
};

interface Props {
  readonly finding: ExplainedFinding;
  readonly actions: PopupActions;
}

/** Who is listed, how far the entry reaches, and whether the source contests it. */
export function SourceSummary({ finding, actions }: Props) {
  const text = useText();
  const { entry, scope } = finding;
  const others = entry.scopes.filter((other) => other !== scope);
  const posesAs = readPosesAs(entry, scope);
  return (
    <>
      <h2 dir="auto">{entry.name}</h2>
      <p class="small">
        {text.say(KIND_TEXTS[entry.kind])}{' '}
        {entry.state === 'appealed' && <strong class="tag">{text.say('contested_short')}</strong>}
      </p>
      <p>{text.say(scope.includes('/') ? 'scope_path' : 'scope_host', scope)}</p>
      {posesAs !== undefined && <p class="strong">{text.say('poses_as', posesAs)}</p>}
      {entry.state === 'appealed' && <p class="caution">{text.say('contested_text')}</p>}
      {others.length > 0 && (
        <details>
          <summary>{text.count('scope_others', others.length)}</summary>
          <ul class="scopes">
            {others.map((other) => (
              <li key={other}>{other}</li>
            ))}
          </ul>
        </details>
      )}
      <DismissedNote finding={finding} actions={actions} />
    </>
  );
}

function readPosesAs({ posesAs }: Entry, scope: string): string | undefined {
  return typeof posesAs === 'object' ? posesAs[scope] : posesAs;
}
