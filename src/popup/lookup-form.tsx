import type { TargetedSubmitEvent } from 'preact';
import { useText } from '../ui/text-context.ts';

/** Looks up what the reader types; the address stays on this machine. */
export function LookupForm({ lookUp }: { readonly lookUp: (address: string) => void }) {
  const text = useText();
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const input = new FormData(event.currentTarget).get('address');
    if (typeof input === 'string' && input.trim() !== '') lookUp(input.trim());
  };
  return (
    <section class="lookup" aria-labelledby="lookup-heading">
      <h2 id="lookup-heading">{text.say('lookup_heading')}</h2>
      <form onSubmit={submit}>
        <label for="lookup-address">{text.say('lookup_label')}</label>
        <div class="field">
          <input
            id="lookup-address"
            name="address"
            type="text"
            inputMode="url"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            dir="ltr"
            aria-describedby="lookup-private"
          />
          <button type="submit">{text.say('lookup_button')}</button>
        </div>
      </form>
      <p id="lookup-private" class="small">
        {text.say('lookup_private')}
      </p>
    </section>
  );
}
