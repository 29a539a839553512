import type { CodeCatalogue } from '../code-of-practice/code-catalogue.ts';
import { findNearServices } from '../code-of-practice/find-near-services.ts';
import type { Service } from '../code-of-practice/service.ts';
import type { Ending, Signature, Standing } from '../code-of-practice/standing-on.ts';
import type { Relative, ServiceStatus } from '../code-of-practice/status-on.ts';
import { describeDsa } from './describe-dsa.ts';
import { describeSubscription } from './describe-subscription.ts';
import { UNVERIFIED } from './explain-unverified.ts';
import { formatPartialDay } from './format-partial-day.ts';
import { markUnverified as mark } from './mark-unverified.ts';
import { showText } from './show-text.ts';

const HOW_ENDED: Readonly<Record<Ending['how'], string>> = {
  withdrawal: 'It withdrew',
  closure: 'It closed, which is no withdrawal',
};

function nameEdition(id: string): string {
  return id === '2025' ? 'the Code of Conduct of 2025' : `the Code of ${id}`;
}

/** Of the first day alone: where the whole signature is unverified, saying so once will do. */
function markSince({ certainty, sinceCertainty }: Signature): string {
  return certainty === 'high' ? mark(sinceCertainty) : '';
}

function formatSince(signature: Signature): string {
  const { since } = signature;
  if (since === undefined) return ', since a day that is not recorded';
  return ` since ${formatPartialDay(since)}${markSince(signature)}`;
}

function formatSigningDay(signature: Signature): string {
  const { since } = signature;
  if (since === undefined) return ' on a day that is not recorded';
  const preposition = since.length === 'YYYY-MM-DD'.length ? 'on' : 'in';
  return ` ${preposition} ${formatPartialDay(since)}${markSince(signature)}`;
}

/** Through whose signature, where it is not the service's own. */
function formatSigner({ signedBy }: Signature, service: Service): string {
  return signedBy.id === service.id ? '' : `, by the signature of ${signedBy.name}, which names it`;
}

function formatDoubt({ certainty, confirmedUntil }: Signature): string {
  if (confirmedUntil !== undefined) {
    return ` (unverified: nothing later than ${formatPartialDay(confirmedUntil)} confirms it)`;
  }
  return mark(certainty);
}

function describeStanding(standing: Standing, service: Service, edition: string): string {
  switch (standing.kind) {
    case 'signatory': {
      const { signature, lastDay } = standing;
      const last = lastDay
        ? ` ${HOW_ENDED[lastDay.how]} on this day${mark(lastDay.untilCertainty)}.`
        : '';
      const what = nameEdition(signature.edition);
      return `Signatory of ${what}${formatSince(signature)}${formatSigner(signature, service)}${formatDoubt(signature)}.${last}`;
    }
    case 'was': {
      const { signature, ending } = standing;
      const markUntil = signature.certainty === 'high' ? mark(ending.untilCertainty) : '';
      const until = `${formatPartialDay(ending.until)}${markUntil}`;
      const what = nameEdition(signature.edition);
      return `Was a signatory of ${what} until ${until}${formatSigner(signature, service)}${mark(signature.certainty)}. ${HOW_ENDED[ending.how]}.`;
    }
    case 'earlier-edition': {
      const { signature } = standing;
      const what = nameEdition(signature.edition);
      return `Signed ${what}${formatSigningDay(signature)}${formatSigner(signature, service)}${mark(signature.certainty)}. Nothing is recorded for ${edition}, in force on this day; that doesn’t mean that it left.`;
    }
    case 'no-record':
      return 'No record of a signature. That doesn’t mean that it did not sign.';
    default:
      return standing satisfies never;
  }
}

/** `Bing, LinkedIn and Microsoft Advertising`. */
function joinNames(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(names);
}

const RELATIONS: Readonly<Record<Relative['relation'], string>> = {
  owner: 'Its owner ',
  daughter: 'It owns ',
  sister: 'Of the same owner, ',
};

/** One relative that signed for itself, and whom its signature names. */
function describeRelative(
  { relation, service, standing }: Relative,
  relatives: readonly Relative[],
): string | undefined {
  if (standing.kind === 'no-record' || standing.signature.signedBy.id !== service.id) {
    return undefined;
  }
  const { certainty, edition } = standing.signature;
  const named = relatives.filter(
    (one) => one.standing.kind !== 'no-record' && one.standing.signature.signedBy.id === service.id,
  );
  const others = named.map((one) => one.service.name).filter((name) => name !== service.name);
  const names = others.length === 0 ? '' : `; that signature names ${joinNames(others)}`;
  const left = standing.kind === 'was' ? `, until ${formatPartialDay(standing.ending.until)}` : '';
  const who = `${RELATIONS[relation]}${service.name}${relation === 'daughter' ? ', which' : ''}`;
  return `  ${who} signed ${nameEdition(edition)}${left}${mark(certainty)}${names}.`;
}

/** What the relatives did, only where it could be mistaken for the service's own doing. */
function describeRelatives({ relatives, standing }: ServiceStatus): readonly string[] {
  if (standing.kind !== 'no-record') return [];
  const lines = relatives
    .map((relative) => describeRelative(relative, relatives))
    .filter((line) => line !== undefined);
  return lines.length === 0
    ? []
    : [...lines, '  Nothing shows that such a signature covers it; none is inherited.'];
}

function listSources(standing: Standing): readonly string[] {
  if (standing.kind === 'no-record') return [];
  const ending = standing.kind === 'was' ? standing.ending : undefined;
  return [...new Set([...(ending?.source ?? []), ...standing.signature.source])];
}

/** Offered, not answered for: a name that is near may still be another's. */
function suggestServices(catalogue: CodeCatalogue, input: string): readonly string[] {
  const names = findNearServices(catalogue, input).map(({ name }) => name);
  const list = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names);
  return names.length === 0 ? [] : [`Did you mean ${list}?`];
}

/** What the mark means, once, where it was used. */
function explainMark(lines: readonly string[]): readonly string[] {
  return lines.some((line) => line.includes('(unverified')) ? [UNVERIFIED.en] : [];
}

/** A status as lines for people. */
export function describeStatus(
  catalogue: CodeCatalogue,
  input: string,
  status: ServiceStatus,
): readonly string[] {
  const { service, standing, signatures, demonetisation, day, known, edition } = status;
  if (!service) {
    return [
      `${showText(input)}: no record. No service is known here by this name or domain.`,
      'That doesn’t mean that it did not sign the Code.',
      ...suggestServices(catalogue, input),
    ];
  }
  const inForce = edition ? nameEdition(edition.id) : 'any edition';
  const lines = [
    `${service.name}, on ${formatPartialDay(day)}`,
    `Code: ${describeStanding(standing, service, inForce)}`,
  ];
  if (!edition) lines.push('  There was no Code yet: the first dates from 2018.');
  // From the newest back, as "before that" reads.
  for (const signature of signatures.slice(0, -1).reverse()) {
    const what = nameEdition(signature.edition);
    const when = `${formatSigningDay(signature)}${mark(signature.certainty)}`;
    lines.push(`  Before that, signed ${what}${when}.`);
  }
  if (standing.kind !== 'no-record' && standing.signature.note) {
    const { signedBy, note } = standing.signature;
    lines.push(`  ${signedBy.id === service.id ? '' : `${signedBy.name}: `}${note.en}`);
  }
  for (const address of listSources(standing)) lines.push(`  Source: ${address}`);
  lines.push(...demonetisation.flatMap(describeSubscription), ...describeRelatives(status));
  lines.push(...describeDsa(catalogue, status));
  lines.push(...explainMark(lines));
  lines.push(`As known on ${formatPartialDay(known)}${day > known ? '; later is not known' : ''}.`);
  return lines;
}
