import type { CodeCatalogue } from '../code-of-practice/code-catalogue.ts';
import type { BothLanguages } from '../code-of-practice/fields.ts';
import { type CommitmentAnswer, findCommitment } from '../code-of-practice/find-commitment.ts';
import type { Command } from './command-io.ts';
import { UsageError } from './errors.ts';
import { openCode } from './open-code.ts';
import { parseOptions } from './parse-options.ts';

const DEFAULT_EDITION = '2022';

const HELP = `demonitor code commitment N [--edition 2022] [--lang fr] [--json]

What Commitment N of the Code asks, and of whom, summarised in our own words with the address of
the official text. The Code names no website.

  --edition   2018, 2022 (as without it) or 2025
  --lang      en (as without it) or fr
  --json      {"edition","number","lang","title","summary","chapter":{"id","title"},"binds":[…],
               "demonetisation","reason","measures":[{"id","summary","binds","certainty","verified",
               "source","note"}],"certainty","verified","source","text","note",
               "readFrom":{"edition","certainty","source"}}
              "demonetisation" is "core", "related" or null; "measures" holds those summarised so
              far and is no complete list; what is unknown is null.

Exit: 0 shown, 2 wrongly used, or no such commitment or edition.`;

type Language = keyof BothLanguages;
type Found = Extract<CommitmentAnswer, { kind: 'commitment' }>;

function isLanguage(text: string): text is Language {
  return text === 'en' || text === 'fr';
}

/** The object of `--json`; its keys and their order are relied upon. */
function toJson(found: Found, lang: Language): object {
  const { edition, chapter, commitment, measures, isVerified, readFrom } = found;
  return {
    edition: edition.id,
    number: commitment.number,
    lang,
    title: commitment.title[lang],
    summary: commitment.summary[lang],
    chapter: { id: chapter.id, title: chapter.title[lang] },
    binds: commitment.binds,
    demonetisation: commitment.demonetisation?.role ?? null,
    reason: commitment.demonetisation?.why[lang] ?? null,
    measures: measures.map(({ id, summary, binds, certainty, source, note }) => ({
      id,
      summary: summary[lang],
      binds,
      certainty,
      verified: certainty === 'high' && (readFrom?.certainty ?? 'high') === 'high',
      source,
      note: note?.[lang] ?? null,
    })),
    certainty: commitment.certainty,
    verified: isVerified,
    source: commitment.source,
    text: edition.text,
    note: commitment.note?.[lang] ?? null,
    readFrom: readFrom ?? null,
  };
}

const WORDS = {
  en: {
    commitment: 'Commitment',
    measure: 'Measure',
    binds: 'Asks this of',
    unverified: 'unverified',
    names: 'The Code names no website.',
    text: 'Official text',
    readFrom: (edition: string) => `Summarised from the text of ${edition}`,
    high: 'a report under this edition shows the same number and content.',
    medium: 'reports suggest the same number and content, which is unverified.',
    low: 'whether number and content are the same here is not known.',
  },
  fr: {
    commitment: 'Engagement',
    measure: 'Mesure',
    binds: 'S’adresse à',
    unverified: 'non vérifié',
    names: 'Le code ne nomme aucun site.',
    text: 'Texte officiel',
    readFrom: (edition: string) => `Résumé d’après le texte de ${edition}\u00a0`,
    high: 'un rapport rendu sous cette édition montre le même numéro et le même contenu.',
    medium: 'les rapports indiquent le même numéro et le même contenu, ce qui n’est pas vérifié.',
    low: 'on ne sait pas si le numéro et le contenu sont ici les mêmes.',
  },
} as const;

/** The commitment as lines for people. */
function describe(found: Found, { roles }: CodeCatalogue, lang: Language): readonly string[] {
  const { edition, chapter, commitment, measures, readFrom } = found;
  const words = WORDS[lang];
  const colon = lang === 'fr' ? '\u00a0:' : ':';
  const mark = (certainty: string) => (certainty === 'high' ? '' : ` (${words.unverified})`);
  const names = commitment.binds.map(
    (id) => roles.find((role) => role.id === id)?.name[lang] ?? id,
  );
  const lines = [
    `${words.commitment} ${commitment.number}${colon} ${commitment.title[lang]}`,
    `${edition.title[lang]}, ${chapter.id}. ${chapter.title[lang]}`,
    '',
    `${commitment.summary[lang]}${mark(commitment.certainty)}`,
    `${words.binds}${colon} ${names.join(lang === 'fr' ? '\u00a0; ' : '; ')}${mark(commitment.bindsCertainty)}`,
  ];
  if (commitment.demonetisation) lines.push(commitment.demonetisation.why[lang]);
  if (commitment.note) lines.push(commitment.note[lang]);
  if (readFrom) {
    lines.push(`${words.readFrom(readFrom.edition)}; ${words[readFrom.certainty]}`);
  }
  if (measures.length > 0) lines.push('');
  for (const { id, summary, certainty, note } of measures) {
    lines.push(`  ${words.measure} ${id}${colon} ${summary[lang]}${mark(certainty)}`);
    if (note) lines.push(`    ${note[lang]}`);
  }
  lines.push('', words.names, `${words.text}${colon} ${edition.text}`);
  return lines;
}

/** `code commitment`: one commitment of one edition. */
export const runCodeCommitment: Command = async (args, io) => {
  const table = { edition: { type: 'string' }, lang: { type: 'string' } } as const;
  const { values, positionals } = parseOptions(args, table, HELP);
  if (values.help) {
    io.print(HELP);
    return 0;
  }
  const [number = '', ...more] = positionals;
  if (number === '') throw new UsageError('Which commitment?', HELP);
  if (more.length > 0) throw new UsageError('One commitment at a time.', HELP);
  const lang = values.lang ?? 'en';
  if (!isLanguage(lang)) throw new UsageError(`--lang "${lang}" is not known: en or fr.`);
  const editionId = values.edition ?? DEFAULT_EDITION;
  if (!/^[1-9]\d{0,3}$/.test(number)) {
    throw new UsageError(`"${number}" is no commitment: its number is meant, such as 1.`);
  }

  const catalogue = await openCode();
  const found = findCommitment(catalogue, editionId, Number(number));
  switch (found.kind) {
    case 'unknown-edition':
      throw new UsageError(
        `There is no edition ${editionId} of the Code: it is one of ${found.editions.join(', ')}.`,
      );
    case 'unknown-commitment':
      throw new UsageError(
        `The edition of ${editionId} has no Commitment ${number}; it has ${found.edition.commitments} of them.`,
      );
    case 'commitment':
      if (values.json) io.print(JSON.stringify(toJson(found, lang)));
      else for (const line of describe(found, catalogue, lang)) io.print(line);
      return 0;
    default:
      return found satisfies never;
  }
};
