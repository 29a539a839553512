import { useEffect, useRef, useState } from 'preact/hooks';
import { useText } from '../ui/text-context.ts';

interface Props {
  readonly title: string;
  readonly titleId: string;
  readonly unfollow: () => void;
}

/** Asks before it unfollows; the focus goes to the question and back. */
export function UnfollowButton({ title, titleId, unfollow }: Props) {
  const text = useText();
  const [isAsking, setIsAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const question = useRef<HTMLFieldSetElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (isAsking) question.current?.focus();
    else if (wasAsking.current) opener.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  if (!isAsking) {
    return (
      <button
        ref={opener}
        type="button"
        aria-describedby={titleId}
        onClick={() => setIsAsking(true)}
      >
        {text.say('lists_unfollow')}
      </button>
    );
  }
  return (
    <fieldset
      ref={question}
      tabIndex={-1}
      class="caution question"
      onKeyDown={({ key }) => key === 'Escape' && setIsAsking(false)}
    >
      <legend dir="auto">{text.say('lists_unfollow_question', title)}</legend>
      <button type="button" onClick={unfollow}>
        {text.say('lists_unfollow_yes')}
      </button>
      <button type="button" onClick={() => setIsAsking(false)}>
        {text.say('lists_unfollow_no')}
      </button>
    </fieldset>
  );
}
