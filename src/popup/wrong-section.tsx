import type { ListedFinding } from '../messages/described-address.ts';
import { CopyableText } from '../ui/copyable-text.tsx';
import { OutsideLink } from '../ui/outside-link.tsx';
import { useText } from '../ui/text-context.ts';
import { formatFacts } from './format-facts.ts';
import { nameList } from './name-list.ts';

interface Props {
  readonly finding: ListedFinding;
  /** As it was checked. */
  readonly address: string;
}

/** The way out for readers and for the source itself: what to send, where, and what comes of it. */
export function WrongSection({ finding, address }: Props) {
  const text = useText();
  const { list } = finding;
  return (
    <details class="wrong">
      <summary>{text.say('wrong_heading')}</summary>
      <ol>
        <li>
          {text.say('wrong_quote')}
          <CopyableText value={formatFacts(finding, address, text)} />
        </li>
        <li>
          {text.say('wrong_reason')}
          <ul>
            <li>{text.say('wrong_reader')}</li>
            <li>{text.say('wrong_source')}</li>
          </ul>
        </li>
        <li>
          {text.say('wrong_send', nameList(list, text))}{' '}
          {list.home === undefined ? (
            text.say('wrong_no_home')
          ) : (
            <OutsideLink href={list.home}>{text.say('wrong_home')}</OutsideLink>
          )}
        </li>
      </ol>
      <p>{text.say('wrong_outcome')}</p>
    </details>
  );
}
