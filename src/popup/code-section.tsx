import type { AskedCommitment } from '../messages/described-address.ts';
import { useText } from '../ui/text-context.ts';
import { CommitmentBlock } from './commitment-block.tsx';
import { groupCommitments } from './group-commitments.ts';

/** Which commitments the grounds touch, whom they bind, and what the Code does not do. */
export function CodeSection({ asked }: { readonly asked: readonly AskedCommitment[] }) {
  const text = useText();
  const [first, ...more] = groupCommitments(asked);
  return (
    <section>
      <h3>{text.say('code_heading')}</h3>
      {first !== undefined && <CommitmentBlock asked={first} />}
      <p class="note">
        {text.say('code_binds')} <strong>{text.say('code_names_no_sites')}</strong>
      </p>
      {more.length > 0 && (
        <details>
          <summary>{text.count('code_more', more.length)}</summary>
          {more.map((group) => (
            <CommitmentBlock key={group.commitment} asked={group} />
          ))}
        </details>
      )}
    </section>
  );
}
