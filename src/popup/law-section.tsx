import type { ShownLaw } from '../messages/described-address.ts';
import { chooseText } from '../ui/localised-text.ts';
import { OutsideLink } from '../ui/outside-link.tsx';
import { useText } from '../ui/text-context.ts';

/** Binding law beside the Code; most entries have none. */
export function LawSection({ laws }: { readonly laws: readonly ShownLaw[] }) {
  const text = useText();
  if (laws.length === 0) return null;
  return (
    <section>
      <h3>{text.say('law_heading')}</h3>
      {laws.map(({ act, summary, note, url }) => (
        <div key={url}>
          <p>{chooseText(summary, text)}</p>
          {note !== undefined && <p class="note">{chooseText(note, text)}</p>}
          <p class="small">
            <OutsideLink href={url}>{chooseText(act, text)}</OutsideLink>
          </p>
        </div>
      ))}
    </section>
  );
}
