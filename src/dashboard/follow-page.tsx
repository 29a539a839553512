import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { parseDigest } from '../messages/parse-digest.ts';
import {
  type FollowOffer,
  formatOfferParameters,
  parseFollowLink,
} from '../messages/parse-follow-link.ts';
import { parseListAddress } from '../sync/parse-list-address.ts';
import { useText } from '../ui/text-context.ts';
import { TextField } from './text-field.tsx';

/** Takes a link, or an address with its digest, to the confirmation. Nothing is fetched here. */
export function FollowPage({ isUnreadable }: { readonly isUnreadable: boolean }) {
  const text = useText();
  return (
    <>
      {isUnreadable && (
        <p class="caution" role="alert">
          {text.say('follow_link_unreadable')}
        </p>
      )}
      <p>{text.say('follow_intro')}</p>
      <LinkForm />
      <PartsForm />
    </>
  );
}

function LinkForm() {
  const text = useText();
  const [problem, setProblem] = useState<string>();
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const offer = parseFollowLink(readField(event.currentTarget, 'link'));
    if (offer === undefined) {
      setProblem(text.say('follow_link_unreadable'));
      focusField(event.currentTarget, 'link');
    } else openOffer(offer);
  };
  return (
    <section class="label" aria-labelledby="link-heading">
      <h2 id="link-heading">{text.say('follow_link_heading')}</h2>
      <form onSubmit={submit} noValidate>
        <TextField name="link" label={text.say('follow_link_label')} problem={problem} />
        <button type="submit" aria-describedby="link-heading">
          {text.say('follow_continue')}
        </button>
      </form>
    </section>
  );
}

function PartsForm() {
  const text = useText();
  const [problems, setProblems] = useState<{ address?: string; digest?: string }>({});
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const address = parseListAddress(readField(form, 'address'));
    const rootDigest = parseDigest(readField(form, 'digest'));
    setProblems({
      ...(address === undefined && { address: text.say('follow_address_unreadable') }),
      ...(rootDigest === undefined && { digest: text.say('follow_digest_unreadable') }),
    });
    if (address === undefined) focusField(form, 'address');
    else if (rootDigest === undefined) focusField(form, 'digest');
    else openOffer({ address, rootDigest });
  };
  return (
    <section class="label" aria-labelledby="parts-heading">
      <h2 id="parts-heading">{text.say('follow_parts_heading')}</h2>
      <form onSubmit={submit} noValidate>
        <TextField
          name="address"
          label={text.say('follow_address_label')}
          problem={problems.address}
        />
        <TextField
          name="digest"
          label={text.say('follow_digest_label')}
          problem={problems.digest}
        />
        <button type="submit" aria-describedby="parts-heading">
          {text.say('follow_continue')}
        </button>
      </form>
    </section>
  );
}

/** By the address, so that the browser's back button leads back to the form. */
function openOffer(offer: FollowOffer): void {
  location.hash = `#follow?${formatOfferParameters(offer)}`;
}

function readField(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : '';
}

function focusField(form: HTMLFormElement, name: string): void {
  form.querySelector<HTMLInputElement>(`[name=${name}]`)?.focus();
}
