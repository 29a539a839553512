import { OutsideLink } from '../ui/outside-link.tsx';
import { useText } from '../ui/text-context.ts';
import type { ListedFinding } from './popup-view.ts';

/** The way out for readers and for the source itself. */
export function WrongSection({ finding }: { readonly finding: ListedFinding }) {
  const text = useText();
  const { list, slug, scope } = finding;
  return (
    <details class="wrong">
      <summary>{text.say('wrong_heading')}</summary>
      <p>{text.say('wrong_reader')}</p>
      <p>{text.say('wrong_source')}</p>
      <p>
        {text.say('wrong_policy')}{' '}
        {list.home !== undefined && (
          <OutsideLink href={list.home}>{text.say('wrong_home')}</OutsideLink>
        )}
      </p>
      <p class="small">
        {text.say('wrong_quote')} <code>{`${list.id} ${list.version} · ${slug} · ${scope}`}</code>
      </p>
    </details>
  );
}
