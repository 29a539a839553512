import type { SiteText } from './site-text.ts';

interface Props {
  readonly text: SiteText;
  readonly rootDigest: string;
}

/**
 * The two things by which a list is followed. The pages do not know their address: a script shows
 * the one that the reader sees.
 */
export function FollowSection({ text, rootDigest }: Props) {
  return (
    <section class="label" aria-labelledby="follow">
      <h2 id="follow">{text.tell('follow_heading')}</h2>
      <p>{text.tell('follow_text')}</p>
      <dl class="follow">
        <dt>{text.tell('follow_address')}</dt>
        <dd data-address>{text.tell('follow_address_text')}</dd>
        <dt>{text.tell('follow_digest')}</dt>
        <dd>
          <code data-copy={text.tell('copy')} data-copied={text.tell('copied')}>
            {rootDigest}
          </code>
        </dd>
      </dl>
      <p>{text.tell('follow_compare')}</p>
    </section>
  );
}
