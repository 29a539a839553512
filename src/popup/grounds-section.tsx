import type { Grounds } from '../list/entry.ts';
import { GROUNDS_TEXTS } from '../ui/name-grounds.ts';
import { useText } from '../ui/text-context.ts';

/** Why the source is listed, each reason with one sentence. */
export function GroundsSection({ grounds }: { readonly grounds: readonly Grounds[] }) {
  const text = useText();
  return (
    <section>
      <h3>{text.say('grounds_heading')}</h3>
      <dl>
        {grounds.map((ground) => (
          <div key={ground}>
            <dt>{text.say(GROUNDS_TEXTS[ground].name)}</dt>
            <dd>{text.say(GROUNDS_TEXTS[ground].sentence)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
