import type { ExplainedFinding } from '../messages/described-address.ts';
import { CodeSection } from './code-section.tsx';
import { EvidenceSection } from './evidence-section.tsx';
import { GroundsSection } from './grounds-section.tsx';
import { LawSection } from './law-section.tsx';
import { ListSection } from './list-section.tsx';
import type { PopupActions } from './popup-actions.ts';
import { ReplySection } from './reply-section.tsx';
import { SourceSummary } from './source-summary.tsx';
import { WrongSection } from './wrong-section.tsx';

interface Props {
  readonly finding: ExplainedFinding;
  /** As it was checked. */
  readonly address: string;
  readonly today: string;
  readonly actions: PopupActions;
}

/** What one list says, in the order in which a reader needs it. */
export function FindingCard({ finding, address, today, actions }: Props) {
  return (
    <article class="label">
      <SourceSummary finding={finding} actions={actions} />
      <CodeSection asked={finding.commitments} />
      <LawSection laws={finding.laws} />
      <GroundsSection grounds={finding.entry.grounds} />
      <EvidenceSection finding={finding} today={today} />
      {finding.entry.reply && <ReplySection reply={finding.entry.reply} />}
      <ListSection list={finding.list} entry={finding.entry} />
      <WrongSection finding={finding} address={address} />
    </article>
  );
}
