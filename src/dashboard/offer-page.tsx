import type { FollowOffer } from '../messages/parse-follow-link.ts';
import { FactRows } from '../ui/fact-rows.tsx';
import { useText } from '../ui/text-context.ts';
import { useFocusKept } from '../ui/use-focus-kept.ts';
import { FailureNote } from './failure-note.tsx';
import type { PageParts } from './page-parts.ts';
import { PreviewPanel } from './preview-panel.tsx';
import { useOffer } from './use-offer.ts';

interface Props extends PageParts {
  readonly offer: FollowOffer;
}

/**
 * The confirmation: what fetching the list shows to whom, then what it says of itself, then whether to
 * follow it. Each step waits for the reader's click.
 */
export function OfferPage({ offer, ...parts }: Props) {
  const text = useText();
  const { step, actions } = useOffer(offer, parts);
  useFocusKept(parts.main);
  const { host } = new URL(offer.address);
  const cancel = (
    <button
      type="button"
      aria-disabled={step.kind === 'previewed' && step.isWorking}
      onClick={actions.cancel}
    >
      {text.say('follow_cancel')}
    </button>
  );
  return (
    <section class="label" aria-labelledby="offer-heading">
      <h2 id="offer-heading">{text.say('follow_heading')}</h2>
      <FactRows
        rows={[
          [text.say('lists_address'), offer.address],
          [text.say('lists_digest'), <code>{offer.rootDigest}</code>],
        ]}
      />
      {step.kind === 'asking' && (
        <>
          <p>{text.say('follow_before', host)}</p>
          <p>{text.say('follow_nothing_yet')}</p>
          <div class="actions">
            <button type="button" onClick={actions.look}>
              {text.say('follow_look')}
            </button>
            {cancel}
          </div>
        </>
      )}
      {step.kind === 'looking' && <div class="actions">{cancel}</div>}
      {step.kind === 'previewed' && (
        <PreviewPanel
          list={step.list}
          address={offer.address}
          isWorking={step.isWorking}
          follow={actions.follow}
        >
          {cancel}
        </PreviewPanel>
      )}
      {step.kind === 'already' && (
        <p>
          {text.say('follow_already')} <a href="#lists">{text.say('dashboard_lists')}</a>
        </p>
      )}
      {step.kind === 'failed' && (
        <FailureNote heading={text.say('follow_refused')} failure={step.failure} isOffer />
      )}
      {step.kind === 'unanswered' && <p class="caution">{text.say('dashboard_unanswered')}</p>}
      {(step.kind === 'failed' || step.kind === 'unanswered') && (
        <div class="actions">
          <button type="button" onClick={actions.look}>
            {text.say('failed_retry')}
          </button>
          {cancel}
        </div>
      )}
    </section>
  );
}
