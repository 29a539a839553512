/*
 * The reader of lists refuses such text; an exporter must be safe by itself all the same: XML has no
 * place for controls and noncharacters, and marks that turn text around would turn what stands beside it.
 */
const UNSAFE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Noncharacter_Code_Point}]/gu;

/** Text from a list on one line, without what could steer or turn around where it is shown. */
export function showPlain(text: string): string {
  return text.replace(UNSAFE, '\uFFFD');
}

/** The same for text that may have paragraphs. */
export function showParagraphs(text: string): string {
  return text.split('\n').map(showPlain).join('\n');
}
