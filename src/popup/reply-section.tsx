import type { Entry } from '../list/entry.ts';
import { OutsideLink } from '../ui/outside-link.tsx';
import { useText } from '../ui/text-context.ts';

/** The source's own words, whole and unchanged, and how we know that they are its own. */
export function ReplySection({ reply }: { readonly reply: NonNullable<Entry['reply']> }) {
  const text = useText();
  const proof = text.say(reply.proof === 'dns' ? 'reply_proof_dns' : 'reply_proof_well_known');
  return (
    <section>
      <h3>{text.say('reply_heading')}</h3>
      <blockquote dir="auto">{reply.text}</blockquote>
      <p class="small">
        {text.say('reply_facts', text.day(reply.date), proof)}{' '}
        <OutsideLink href={reply.url}>{text.say('reply_whole')}</OutsideLink>
      </p>
    </section>
  );
}
