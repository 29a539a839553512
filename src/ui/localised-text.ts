import type { Text } from './text.ts';

/** A text of the list's own context, in the languages that it is kept in. */
export interface LocalisedText {
  readonly en: string;
  readonly fr: string;
}

/** The form in the reader's language, else the English one. */
export function chooseText(localised: LocalisedText, text: Pick<Text, 'language'>): string {
  return text.language.startsWith('fr') ? localised.fr : localised.en;
}
