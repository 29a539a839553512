import type { SyncProgress } from '../messages/list-status.ts';
import type { MessageKey, Text } from '../ui/text.ts';
import { useText } from '../ui/text-context.ts';
import { formatBytes } from './format-moment.ts';

const STAGES: Readonly<Record<SyncProgress['stage'], MessageKey>> = {
  metadata: 'stage_metadata',
  download: 'stage_download',
  check: 'stage_check',
  index: 'stage_index',
};

interface Props {
  readonly running: SyncProgress | undefined;
  readonly titleId: string;
}

/** What is being done with the list just now. The stage is announced, the numbers are only seen. */
export function ProgressLine({ running, titleId }: Props) {
  const text = useText();
  // Always there, empty: a screen reader only hears what changes inside it.
  return (
    <>
      <p role="status" class="stage">
        {running !== undefined && text.say(STAGES[running.stage])}
      </p>
      {running !== undefined && (
        <p class="progress">
          <progress aria-labelledby={titleId} {...readValue(running)} />
          <span class="small">{describeProgress(running, text)}</span>
        </p>
      )}
    </>
  );
}

function readValue({ done, total }: SyncProgress): { value?: number; max?: number } {
  return done === undefined || total === undefined || total <= 0
    ? {}
    : { value: Math.min(done, total), max: total };
}

function describeProgress({ stage, done, total }: SyncProgress, text: Text): string {
  if (done === undefined) return '';
  const format = (value: number): string =>
    stage === 'check' || stage === 'index' ? text.number(value) : formatBytes(value, text);
  return total === undefined
    ? format(done)
    : text.say('stage_progress', format(done), format(total));
}
