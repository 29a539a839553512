import type { SyncFailure } from '../sync/failure.ts';
import { useText } from '../ui/text-context.ts';
import { describeFailure, formatFailure } from './describe-failure.ts';
import { formatMoment } from './format-moment.ts';

/** What a list's server sends may end up in it. */
const MAX_DETAIL_CHARS = 400;

interface Props {
  readonly heading: string;
  readonly failure: SyncFailure;
  /** The version that counts all the same. */
  readonly keptVersion?: number | undefined;
  /** Milliseconds since 1970. */
  readonly since?: number | undefined;
  /** The list is not followed yet. */
  readonly isOffer?: boolean;
}

/** A refusal or failure in words: what happened, what it means, what one can do. */
export function FailureNote({ heading, failure, keptVersion, since, isOffer }: Props) {
  const text = useText();
  const { what, cure } = describeFailure(failure, text, isOffer);
  return (
    <div class="caution failure">
      <p class="strong">{heading}</p>
      <p>
        {what} {keptVersion !== undefined && text.say('failure_kept', String(keptVersion))}
        {isOffer === true && text.say('failure_not_followed')}
      </p>
      <p>{cure}</p>
      {since !== undefined && (
        <p class="small">{text.say('failure_since', formatMoment(since, text))}</p>
      )}
      <details>
        <summary>{text.say('failure_details')}</summary>
        <pre dir="auto">{formatFailure(failure).slice(0, MAX_DETAIL_CHARS)}</pre>
      </details>
    </div>
  );
}
