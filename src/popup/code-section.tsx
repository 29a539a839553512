import type { AskedCommitment } from '../messages/described-address.ts';
import { useText } from '../ui/text-context.ts';
import { CommitmentBlock } from './commitment-block.tsx';
import { type CommitmentGroup, groupCommitments } from './group-commitments.ts';

/**
 * Which commitments the grounds touch, whom they bind, and what the Code does not do. The badge names
 * those that always concern such a source, so the others are counted apart.
 */
export function CodeSection({ asked }: { readonly asked: readonly AskedCommitment[] }) {
  const text = useText();
  const [first, ...more] = groupCommitments(asked);
  const always = more.filter(({ reach }) => reach === 'always');
  const others = more.filter(({ reach }) => reach !== 'always');
  return (
    <section>
      <h3>{text.say('code_heading')}</h3>
      {first !== undefined && <CommitmentBlock asked={first} />}
      <p class="note">
        {text.say('code_binds')} <strong>{text.say('code_names_no_sites')}</strong>
      </p>
      <MoreCommitments label={text.count('code_more', always.length)} groups={always} />
      <MoreCommitments label={text.count('code_if_advertised', others.length)} groups={others} />
    </section>
  );
}

function MoreCommitments({
  label,
  groups,
}: {
  readonly label: string;
  readonly groups: readonly CommitmentGroup[];
}) {
  if (groups.length === 0) return null;
  return (
    <details>
      <summary>{label}</summary>
      {groups.map((group) => (
        <CommitmentBlock key={group.commitment} asked={group} />
      ))}
    </details>
  );
}
