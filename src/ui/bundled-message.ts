import english from '../_locales/en/messages.json' with { type: 'json' };
import french from '../_locales/fr/messages.json' with { type: 'json' };
import type { ReadMessage } from './text.ts';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

const MESSAGES: Readonly<Record<'en' | 'fr', Readonly<Record<string, Message>>>> = {
  en: english,
  fr: french,
};

/** Reads the texts of one language where there is no `browser.i18n`, and fills them in as it does. */
export function readBundledMessages(language: 'en' | 'fr'): ReadMessage {
  return (key, values) => {
    const { message = '', placeholders = {} } = MESSAGES[language][key] ?? {};
    return message.replace(/\$(\w+)\$/g, (_, name: string) => {
      // `$1` is the first value.
      const position = Number(placeholders[name.toLowerCase()]?.content.slice(1));
      return values[position - 1] ?? '';
    });
  };
}
