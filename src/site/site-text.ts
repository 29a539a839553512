import { readBundledMessages } from '../ui/bundled-message.ts';
import { createText, type Text } from '../ui/text.ts';
import { EN, type SiteKey } from './texts/en.ts';
import { FR } from './texts/fr.ts';

/** Those that the pages are written in; the first has no folder of its own. */
export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

type Values = Readonly<Record<string, string>>;

/** What has a form for one and another for many: the stem of `…_one` and `…_other`. */
type CountedSiteKey = SiteKey extends infer Key
  ? Key extends `${infer Stem}_other`
    ? Stem
    : never
  : never;

/** The texts of the extension, so that pages and popup say the same, and those of the pages. */
export interface SiteText extends Text {
  readonly code: Language;
  /** A text of the pages, its `{names}` filled in. */
  readonly tell: (key: SiteKey, values?: Values) => string;
  /** The form for this number, which is `{count}`. */
  readonly tellCount: (stem: CountedSiteKey, number: number, values?: Values) => string;
  /** The name of a country or a language by its code. */
  readonly region: (code: string) => string;
  readonly tongue: (code: string) => string;
}

const TEXTS: Readonly<Record<Language, Readonly<Record<SiteKey, string>>>> = { en: EN, fr: FR };

/** Speaks one of the languages of the pages. */
export function createSiteText(code: Language): SiteText {
  const text = createText(readBundledMessages(code), code === 'en' ? 'en-GB' : code);
  const plurals = new Intl.PluralRules(code);
  const regions = new Intl.DisplayNames(text.language, { type: 'region' });
  const tongues = new Intl.DisplayNames(text.language, { type: 'language' });
  // `Intl` is slow to set up, and a large list asks for the same things very often.
  const numbers = new Intl.NumberFormat(text.language);
  const lists = new Intl.ListFormat(text.language);
  const days = new Map<string, string>();
  const number = (value: number): string => numbers.format(value);
  const formOf = (value: number): 'one' | 'other' =>
    plurals.select(value) === 'one' ? 'one' : 'other';
  const tell = (key: SiteKey, values: Values = {}): string =>
    TEXTS[code][key].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  return {
    ...text,
    code,
    tell,
    number,
    list: (items) => lists.format(items),
    count: (stem, value, ...values) =>
      text.say(`${stem}_${formOf(value)}`, number(value), ...values),
    tellCount: (stem, value, values = {}) =>
      tell(`${stem}_${formOf(value)}`, { count: number(value), ...values }),
    day: (day) => {
      const known = days.get(day) ?? text.day(day);
      days.set(day, known);
      return known;
    },
    region: (country) => regions.of(country) ?? country,
    tongue: (language) => tongues.of(language) ?? language,
  };
}
