import { useRef, useState } from 'preact/hooks';
import { useText } from './text-context.ts';

type Outcome = 'idle' | 'copied' | 'selected';

/** Text to take along: a button copies it, and where the browser forbids that, selects it. */
export function CopyableText({ value }: { readonly value: string }) {
  const text = useText();
  const shown = useRef<HTMLPreElement>(null);
  const [outcome, setOutcome] = useState<Outcome>('idle');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      setOutcome('copied');
    } catch {
      // No clipboard here, or not now: the reader's own keys always work.
      if (shown.current !== null) getSelection()?.selectAllChildren(shown.current);
      setOutcome('selected');
    }
  };
  return (
    <div class="copyable">
      <pre ref={shown} dir="auto">
        {value}
      </pre>
      <button type="button" onClick={() => void copy()}>
        {text.say('copy_button')}
      </button>
      <p role="status" class="small">
        {outcome === 'copied' && text.say('copy_done')}
        {outcome === 'selected' && text.say('copy_selected')}
      </p>
    </div>
  );
}
