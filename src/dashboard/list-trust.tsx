import type { ListStatus } from '../messages/list-status.ts';
import { formatFollowLink } from '../messages/parse-follow-link.ts';
import { CopyableText } from '../ui/copyable-text.tsx';
import { useText } from '../ui/text-context.ts';

/** What the list is recognised by, to compare and to pass on. */
export function ListTrust({ list }: { readonly list: ListStatus }) {
  const text = useText();
  const { address, rootDigest } = list;
  return (
    <details>
      <summary>{text.say('lists_trust')}</summary>
      <p>{text.say('lists_digest_text')}</p>
      <h3>{text.say('lists_digest')}</h3>
      <CopyableText value={rootDigest} />
      {address !== undefined && (
        <>
          <h3>{text.say('lists_share')}</h3>
          <CopyableText value={formatFollowLink({ address, rootDigest })} />
        </>
      )}
    </details>
  );
}
