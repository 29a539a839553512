import type english from '../_locales/en/messages.json';

/** Every text of the extension, named as in `_locales`; English is the one all others follow. */
export type MessageKey = keyof typeof english;

/** What has a form for one and another for many: the stem of `…_one` and `…_other`. */
export type CountedKey = MessageKey extends infer Key
  ? Key extends `${infer Stem}_other`
    ? Stem
    : never
  : never;

/** As `browser.i18n.getMessage` does it: the text, or an empty one for an unknown key. */
export type ReadMessage = (key: string, values: readonly string[]) => string;

/** All that a part needs to speak to the reader. */
export interface Text {
  /** BCP 47 tag for `Intl` and `lang`. */
  readonly language: string;
  /** The text, with its values in the order of its placeholders. */
  readonly say: (key: MessageKey, ...values: string[]) => string;
  /** The form for this number, which is the first value. */
  readonly count: (stem: CountedKey, number: number, ...values: string[]) => string;
  readonly number: (value: number) => string;
  /** A day, a month or a year, as precise as it is known. */
  readonly day: (day: string) => string;
  /** `a, b and c`. */
  readonly list: (items: readonly string[]) => string;
}

/** Speaks the language that the messages are written in. */
export function createText(read: ReadMessage, uiLanguage: string): Text {
  const language = chooseLanguage(read('language_tag', []), uiLanguage);
  const plurals = new Intl.PluralRules(language);
  const say = (key: string, values: readonly string[]): string => read(key, values);
  const number = (value: number): string => new Intl.NumberFormat(language).format(value);
  return {
    language,
    number,
    say: (key, ...values) => say(key, values),
    count: (stem, value, ...values) => {
      // French has a third form, from a million on; the plural is right there too.
      const form = plurals.select(value) === 'one' ? 'one' : 'other';
      return say(`${stem}_${form}`, [number(value), ...values]);
    },
    day: (day) => formatDay(day, language),
    list: (items) => new Intl.ListFormat(language).format(items),
  };
}

/**
 * A reader whose browser speaks German gets the English texts: days and numbers then follow the
 * texts, not the browser. `en-GB` with English texts keeps its own way of writing a day.
 */
function chooseLanguage(written: string, uiLanguage: string): string {
  const base = uiLanguage.split(/[-_]/, 1)[0];
  return base === written ? uiLanguage.replaceAll('_', '-') : written;
}

function formatDay(day: string, language: string): string {
  const [year, month, date] = day.split('-');
  const time = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(date ?? 1));
  // `Intl` throws on what is no day; the reader is shown what is written.
  if (Number.isNaN(time)) return day;
  const format = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    ...(month === undefined ? {} : { month: 'short' }),
    ...(date === undefined ? {} : { day: 'numeric' }),
    timeZone: 'UTC',
  });
  if (date !== '01' || !language.startsWith('fr')) return format.format(time);
  // French counts the first of a month as an ordinal, which `Intl` does not.
  const parts = format.formatToParts(time);
  return parts.map(({ type, value }) => (type === 'day' ? '1er' : value)).join('');
}
