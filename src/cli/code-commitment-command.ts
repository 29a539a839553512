import { changesFor } from '../code-of-practice/changes-for.ts';
import type { Change } from '../code-of-practice/code-catalogue.ts';
import { textOf } from '../code-of-practice/edition.ts';
import { findCommitment } from '../code-of-practice/find-commitment.ts';
import { editionOn } from '../code-of-practice/standing-on.ts';
import type { Command } from './command-io.ts';
import { describeCommitment, type Found, type Language } from './describe-commitment.ts';
import { UsageError } from './errors.ts';
import { openCode } from './open-code.ts';
import { parseOptions } from './parse-options.ts';

const DEFAULT_EDITION = '2022';

const HELP = `demonitor code commitment N [--edition 2022] [--lang fr] [--json]

What Commitment N of the Code asks, and of whom, summarised in our own words with the address of
the official text. The Code names no website.

  --edition   2018, 2022 (as without it: its text is the one held here) or 2025, which is in force
  --lang      en (as without it) or fr
  --json      {"edition","number","lang","title","summary","chapter":{"id","title"},"binds":[…],
               "demonetisation","reason","measures":[{"id","summary","binds","certainty","verified",
               "source","note"}],"certainty","verified","source","text","note",
               "readFrom":{"edition","certainty","source"},"bindsCertainty",
               "changes":[{"id","finding","certainty","source"}]}
              "demonetisation" is "core", "related" or null; "measures" holds those summarised so
              far and is no complete list; "changes" is what is recorded of the step to this
              edition, of the commitment first; what is unknown is null.

Exit: 0 shown, 2 wrongly used, or no such commitment or edition.`;

function isLanguage(text: string): text is Language {
  return text === 'en' || text === 'fr';
}

/** The object of `--json`; its keys and their order are relied upon. */
function toJson(found: Found, changes: readonly Change[], lang: Language): object {
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
    text: textOf(edition, lang),
    note: commitment.note?.[lang] ?? null,
    readFrom: readFrom ?? null,
    bindsCertainty: commitment.bindsCertainty,
    changes: changes.map(({ id, finding, certainty, source }) => ({
      id,
      finding: finding[lang],
      certainty,
      source,
    })),
  };
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
    case 'commitment': {
      const changes = changesFor(catalogue, editionId, found.commitment.number);
      if (values.json) io.print(JSON.stringify(toJson(found, changes, lang)));
      else {
        const context = { catalogue, changes, lang, inForce: editionOn(catalogue, io.today) };
        for (const line of describeCommitment(found, context)) io.print(line);
      }
      return 0;
    }
    default:
      return found satisfies never;
  }
};
