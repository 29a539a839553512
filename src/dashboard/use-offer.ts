import { useEffect, useRef, useState } from 'preact/hooks';
import type { PreviewedList } from '../messages/list-status.ts';
import type { FollowOffer } from '../messages/parse-follow-link.ts';
import type { SyncFailure } from '../sync/failure.ts';
import { chooseText } from '../ui/localised-text.ts';
import { useText } from '../ui/text-context.ts';
import type { PageParts } from './page-parts.ts';
import { parseChangeReply, parsePreviewReply } from './parse-replies.ts';

/** How far the reader is. */
type OfferStep =
  /** Nothing was fetched yet. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'previewed'; readonly list: PreviewedList; readonly isWorking: boolean }
  | { readonly kind: 'already' }
  | { readonly kind: 'failed'; readonly failure: SyncFailure }
  | { readonly kind: 'unanswered' };

interface OfferState {
  readonly step: OfferStep;
  readonly actions: {
    readonly look: () => void;
    readonly follow: () => void;
    readonly cancel: () => void;
  };
}

/** Leads from an offered list to a followed one, or away from it; only the reader moves on. */
export function useOffer(
  offer: FollowOffer,
  { source, announce, noteChange }: Pick<PageParts, 'source' | 'announce' | 'noteChange'>,
): OfferState {
  const text = useText();
  const [step, setStep] = useState<OfferStep>({ kind: 'asking' });
  /** A reply that comes after the reader left must not lead anywhere. */
  const isLeft = useRef(false);
  useEffect(
    () => () => {
      isLeft.current = true;
    },
    [],
  );

  const isWorking = step.kind === 'previewed' && step.isWorking;

  const look = async (): Promise<void> => {
    setStep({ kind: 'looking' });
    announce(text.say('follow_looking', new URL(offer.address).host));
    const reply = parsePreviewReply(await source.ask('lists/preview', offer));
    if (isLeft.current) return;
    announce('');
    if (reply === undefined) setStep({ kind: 'unanswered' });
    else if (reply.kind === 'preview')
      setStep({ kind: 'previewed', list: reply, isWorking: false });
    else setStep(reply);
  };

  const follow = async (): Promise<void> => {
    if (step.kind !== 'previewed' || isWorking) return;
    setStep({ ...step, isWorking: true });
    announce(text.say('follow_working'));
    const reply = parseChangeReply(await source.ask('lists/follow', offer));
    const isDone = reply?.kind === 'done';
    announce(isDone ? text.say('follow_done', chooseText(step.list.title, text)) : '');
    if (isLeft.current) {
      // The page that the reader went to may have read the lists before.
      if (isDone) noteChange();
      return;
    }
    if (isDone) location.hash = '#lists';
    else setStep(reply ?? { kind: 'unanswered' });
  };

  const cancel = (): void => {
    // It is being followed already: nothing that could be said of cancelling would be sure.
    if (isWorking) return;
    announce(text.say(step.kind === 'asking' ? 'follow_cancelled' : 'follow_dropped'));
    location.hash = '#lists';
  };

  return {
    step,
    actions: { look: () => void look(), follow: () => void follow(), cancel },
  };
}
