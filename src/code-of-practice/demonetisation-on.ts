import { firstDayOf } from '../list/day.ts';
import type { CodeCatalogue } from './code-catalogue.ts';
import { tellNotes } from './dated-note.ts';
import { type BothLanguages, type Certainty, worstOf } from './fields.ts';
import { lastDayOf } from './partial-day.ts';
import type { Service } from './service.ts';
import type { Subscription } from './signatory.ts';
import { editionOn, standingOn } from './standing-on.ts';

/** The commitments on money, in the numbering of 2022 and 2025. */
const DEMONETISATION = [1, 2, 3] as const;
/** Its numbering is the one that `measures.json` follows; 2018 had no measures. */
const FIRST_EDITION_WITH_MEASURES = '2022';

/** Whether a signatory had subscribed to a commitment on money, as far as a report shows it. */
export interface CommitmentSubscription {
  readonly commitment: number;
  readonly answer: 'yes' | 'no' | 'unknown';
  /** Missing where the report doesn't show them. */
  readonly measures?: readonly string[];
  /** Month of the report: always to be told, as in "as reported in March 2025". */
  readonly reported?: string;
  /** Months that the report covers, as an ISO interval. */
  readonly covers?: string;
  /** At most `medium` where the report is later than the day or of another edition. */
  readonly certainty?: Certainty;
  readonly source?: readonly string[];
  readonly note?: BothLanguages;
}

/** The newest report by the day, else the first after it. */
function pickReport(reports: readonly Subscription[], day: string): Subscription | undefined {
  const sorted = reports.toSorted((a, b) => ((a.reported ?? '') < (b.reported ?? '') ? -1 : 1));
  return sorted.findLast(({ reported }) => firstDayOf(reported ?? day) <= day) ?? sorted[0];
}

/**
 * What a service had subscribed to of Commitments 1 to 3; empty where it is no signatory on that
 * day. Only reports that speak for this very service count.
 */
export function demonetisationOn(
  catalogue: CodeCatalogue,
  service: Service,
  day: string,
): readonly CommitmentSubscription[] {
  const standing = standingOn(catalogue, service, day);
  if (standing.kind !== 'signatory') return [];
  if (standing.signature.edition < FIRST_EDITION_WITH_MEASURES) return [];
  const own = catalogue.signatories.flatMap(({ subscriptions = [] }) =>
    subscriptions.filter((one) => one.service === service.id),
  );
  return DEMONETISATION.map((commitment): CommitmentSubscription => {
    const report = pickReport(
      own.filter((one) => one.commitment === commitment),
      day,
    );
    if (!report) return { commitment, answer: 'unknown' };
    const { answer, measures, reported, covers, source } = report;
    const note = report.note && tellNotes([report.note], day);
    const isLater = reported !== undefined && firstDayOf(reported) > day;
    const edition = reported && editionOn(catalogue, lastDayOf(reported))?.id;
    const isOther = edition !== standing.signature.edition;
    return {
      commitment,
      answer,
      certainty: worstOf(report.certainty, isLater || isOther ? 'medium' : 'high'),
      source,
      ...(measures && { measures }),
      ...(reported !== undefined && { reported }),
      ...(covers !== undefined && { covers }),
      ...(note && { note }),
    };
  });
}
