import english from '../../src/_locales/en/messages.json';
import french from '../../src/_locales/fr/messages.json';
import { createText, type Text } from '../../src/ui/text.ts';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/** The files that ship, by language. */
export const MESSAGES: Readonly<Record<'en' | 'fr', Readonly<Record<string, Message>>>> = {
  en: english,
  fr: french,
};

/** The real texts, filled in as `browser.i18n.getMessage` does, but strict about what is asked. */
export function createMessageText(language: 'en' | 'fr'): Text {
  const messages = MESSAGES[language];
  const read = (key: string, values: readonly string[]): string => {
    const message = messages[key];
    if (message === undefined) throw new Error(`No message ${key} in ${language}`);
    const placeholders = message.placeholders ?? {};
    if (Object.keys(placeholders).length !== values.length) {
      throw new Error(`${key} takes ${Object.keys(placeholders)}, given ${values.length}`);
    }
    return message.message.replace(/\$(\w+)\$/g, (_, name: string) => {
      const position = Number(placeholders[name.toLowerCase()]?.content.slice(1));
      return values[position - 1] ?? '';
    });
  };
  return createText(read, language === 'en' ? 'en-GB' : language);
}
