import type { CodeCatalogue } from '../code-of-practice/code-catalogue.ts';
import { type DsaStatus, dutyArticles } from '../code-of-practice/designation-on.ts';
import type { Designation } from '../code-of-practice/dsa.ts';
import type { ServiceStatus } from '../code-of-practice/status-on.ts';
import { formatPartialDay } from './format-partial-day.ts';
import { markUnverified as mark } from './mark-unverified.ts';

const SIZES: Readonly<Record<Designation['kind'], string>> = {
  VLOP: 'a very large online platform',
  VLOSE: 'a very large online search engine',
};
const NOT_RECORDED =
  'Its duties apply from four months after the provider was notified (Article 33(6)); that day is not recorded here';

function formatDesignation({ kind, designated }: Designation): string {
  return `designated as ${SIZES[kind]} on ${formatPartialDay(designated)}`;
}

function formatStart({ dutiesFrom, dutiesCertainty }: Designation): string {
  if (dutiesFrom === undefined) return NOT_RECORDED;
  return `Its duties apply from ${formatPartialDay(dutiesFrom)}${mark(dutiesCertainty)}`;
}

function isDesignated(dsa: DsaStatus): boolean {
  return 'designation' in dsa && dsa.kind !== 'not-yet-designated' && dsa.kind !== 'ended';
}

/** In one sentence or two; what is asked of the service follows apart. */
function describeKind(dsa: DsaStatus): string {
  switch (dsa.kind) {
    case 'no-record':
      return 'no designation as a very large service is recorded.';
    case 'under-assessment':
      return dsa.assessment.note.en;
    case 'not-yet-designated':
      return `not designated yet; ${formatDesignation(dsa.designation)}.`;
    case 'designated':
      return `${formatDesignation(dsa.designation)}. ${formatStart(dsa.designation)}; on this day they don’t apply yet.`;
    case 'duties-unknown':
    case 'duties-apply':
      return `${formatDesignation(dsa.designation)}. ${formatStart(dsa.designation)}.`;
    case 'ending': {
      const { designation } = dsa;
      const told = designation.endAnnounced ? formatPartialDay(designation.endAnnounced) : '';
      return `${formatDesignation(designation)}. Its end was announced on ${told}; the day on which the duties cease is not recorded here.`;
    }
    case 'ended':
      return `was ${formatDesignation(dsa.designation)}; that ended in ${formatPartialDay(dsa.designation.ended ?? '')}${mark(dsa.designation.endCertainty)}.`;
    default:
      return dsa satisfies never;
  }
}

/** What a service is under the Digital Services Act, and what that asks of it. */
export function describeDsa(
  catalogue: CodeCatalogue,
  { dsa, day, relatives }: ServiceStatus,
): readonly string[] {
  const { number } = catalogue.dsa.regulation;
  const lines = [`Digital Services Act, Regulation ${number}: ${describeKind(dsa)}`];
  if ('designation' in dsa && dsa.designation.note && dsa.kind !== 'not-yet-designated') {
    lines.push(`  ${dsa.designation.note.en}`);
  }
  if (['designated', 'duties-unknown', 'duties-apply'].includes(dsa.kind)) {
    for (const { article, title, summary } of dutyArticles(catalogue, day)) {
      lines.push(`  Article ${article}, ${title.en.toLowerCase()}: ${summary.en}`);
    }
  }
  const daughters = relatives.filter((one) => one.relation === 'daughter' && isDesignated(one.dsa));
  if (daughters.length > 0) {
    const names = daughters.map(({ service }) => service.name).join(', ');
    lines.push(`  Services of its own that are designated, each for itself: ${names}.`);
  }
  if ('designation' in dsa) {
    const { source, dutiesSource = [], endSource = [] } = dsa.designation;
    const addresses = isDesignated(dsa) ? [...source, ...dutiesSource] : [...source, ...endSource];
    for (const address of new Set(addresses)) lines.push(`  Source: ${address}`);
  }
  return lines;
}
