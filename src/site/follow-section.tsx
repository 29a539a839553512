import { copyWords } from './copy-words.ts';
import type { SiteText } from './site-text.ts';

interface Props {
  readonly text: SiteText;
  readonly rootDigest: string;
}

/**
 * By what a list is followed. The pages do not know their address: a script shows the one that the
 * reader sees, and the link that is made of it.
 */
export function FollowSection({ text, rootDigest }: Props) {
  return (
    <section class="label" aria-labelledby="follow">
      <h2 id="follow">{text.tell('follow_heading')}</h2>
      <p>{text.tell('follow_text')}</p>
      <dl class="follow">
        <dt id="follow-link">{text.tell('follow_link')}</dt>
        <dd data-link>{text.tell('follow_link_text')}</dd>
        <dt id="follow-address">{text.tell('follow_address')}</dt>
        <dd data-address>{text.tell('follow_address_text')}</dd>
        <dt id="follow-digest">{text.tell('follow_digest')}</dt>
        <dd>
          <code {...copyWords(text)}>{rootDigest}</code>
        </dd>
      </dl>
      <p>{text.tell('follow_compare')}</p>
    </section>
  );
}
