import type { ListedFinding, ShownList } from '../messages/described-address.ts';
import { CopyableText } from '../ui/copyable-text.tsx';
import { OutsideLink } from '../ui/outside-link.tsx';
import type { MessageKey } from '../ui/text.ts';
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
          <WhereToSend list={list} />
        </li>
      </ol>
      <p>{text.say('wrong_outcome')}</p>
    </details>
  );
}

/** Somebody else's list is disputed with them: at their own pages, or those of its releases. */
function WhereToSend({ list }: { readonly list: ShownList }) {
  const text = useText();
  const { home, publisherUrl, followedAt } = list;
  const isOwn = followedAt === undefined;
  const places: readonly (readonly [MessageKey, string | undefined])[] = [
    ['wrong_home', home],
    ['wrong_publisher', isOwn ? undefined : publisherUrl],
    ['wrong_pages', followedAt],
  ];
  const known = places.flatMap(([name, href]) => (href === undefined ? [] : [{ name, href }]));
  return (
    <>
      {text.say(isOwn ? 'wrong_send' : 'wrong_send_followed', nameList(list, text))}
      {known.length === 0 && ` ${text.say('wrong_no_home')}`}
      {known.map(({ name, href }) => (
        <span key={name}>
          {' '}
          <OutsideLink href={href}>{text.say(name)}</OutsideLink>
        </span>
      ))}
    </>
  );
}
