import type { Change, CodeCatalogue } from '../code-of-practice/code-catalogue.ts';
import { type Edition, textOf } from '../code-of-practice/edition.ts';
import type { BothLanguages } from '../code-of-practice/fields.ts';
import { type CommitmentAnswer, findCommitment } from '../code-of-practice/find-commitment.ts';
import { UNVERIFIED } from './explain-unverified.ts';

/** A language in which a commitment is told. */
export type Language = keyof BothLanguages;
/** A commitment that the edition asked about has. */
export type Found = Extract<CommitmentAnswer, { kind: 'commitment' }>;

const WORDS = {
  en: {
    commitment: 'Commitment',
    measure: 'Measure',
    binds: 'Asks this of',
    unverified: 'unverified',
    names: 'The Code names no website.',
    text: 'Official text',
    changes: (edition: string) => `Known of the step to the edition of ${edition}`,
    source: 'Source',
    readFrom: (edition: string) => `Summarised from the text of ${edition}`,
    inForce: (title: string) => `In force now: ${title}`,
    gone: (number: number) => `it has ${number} commitments, and none by this number.`,
    renumbered: 'its commitments are numbered otherwise.',
    high: 'a report under it shows the same number and content.',
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
    changes: (edition: string) => `Ce que l’on sait du passage à l’édition de ${edition}`,
    source: 'Source',
    readFrom: (edition: string) => `Résumé d’après le texte de ${edition}\u00a0`,
    inForce: (title: string) => `En vigueur aujourd’hui\u00a0: ${title}`,
    gone: (number: number) => `il compte ${number} engagements, et aucun sous ce numéro.`,
    renumbered: 'ses engagements sont numérotés autrement.',
    high: 'un rapport rendu sous ce code montre le même numéro et le même contenu.',
    medium: 'les rapports indiquent le même numéro et le même contenu, ce qui n’est pas vérifié.',
    low: 'on ne sait pas si le numéro et le contenu sont ici les mêmes.',
  },
} as const;

interface Context {
  readonly catalogue: CodeCatalogue;
  /** What is known of the step to this edition and touches the commitment. */
  readonly changes: readonly Change[];
  readonly lang: Language;
  /** The edition in force today. */
  readonly inForce: Edition | undefined;
}

/** What is known of the same number in the edition in force, where another one was asked about. */
function describeInForce(found: Found, { catalogue, lang, inForce }: Context): readonly string[] {
  const { edition, commitment } = found;
  if (!inForce || inForce.id === edition.id) return [];
  const words = WORDS[lang];
  const now = findCommitment(catalogue, inForce.id, commitment.number);
  let known: string = words.gone(inForce.commitments);
  if (now.kind === 'commitment') known = words[now.readFrom?.certainty ?? 'low'];
  // Its numbers are held against those of the text that they were read from, and no other.
  const isOther = now.kind === 'commitment' && now.readFrom?.edition !== edition.id;
  const tail = isOther ? words.renumbered : known;
  return [`${words.inForce(inForce.title[lang])}${lang === 'fr' ? '\u202f; ' : '; '}${tail}`];
}

/** The commitment as lines for people. */
export function describeCommitment(found: Found, context: Context): readonly string[] {
  const { edition, chapter, commitment, measures, readFrom } = found;
  const { lang, catalogue, changes } = context;
  const words = WORDS[lang];
  const colon = lang === 'fr' ? '\u00a0:' : ':';
  const mark = (certainty: string) => (certainty === 'high' ? '' : ` (${words.unverified})`);
  const names = commitment.binds.map(
    (id) => catalogue.roles.find((role) => role.id === id)?.name[lang] ?? id,
  );
  const lines = [
    `${words.commitment} ${commitment.number}${colon} ${commitment.title[lang]}`,
    `${edition.title[lang]}, ${chapter.id}. ${chapter.title[lang]}`,
    ...describeInForce(found, context),
    '',
    `${commitment.summary[lang]}${mark(commitment.certainty)}`,
    `${words.binds}${colon} ${names.join(lang === 'fr' ? '\u202f; ' : '; ')}${mark(commitment.bindsCertainty)}`,
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
  if (changes.length > 0) lines.push('', `${words.changes(edition.id)}${colon}`);
  for (const { finding, certainty, source } of changes) {
    lines.push(`  ${finding[lang]}${mark(certainty)}`);
    for (const address of source) lines.push(`    ${words.source}${colon} ${address}`);
  }
  lines.push('', words.names, `${words.text}${colon} ${textOf(edition, lang)}`);
  if (lines.some((line) => line.includes(`(${words.unverified})`))) lines.push(UNVERIFIED[lang]);
  return lines;
}
