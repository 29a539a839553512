import { firstDayOf } from '../list/day.ts';
import type { CodeCatalogue } from './code-catalogue.ts';
import { tellNotes } from './dated-note.ts';
import type { Designation, Dsa, DsaArticle } from './dsa.ts';
import { addMonths, lastDayOf } from './partial-day.ts';
import type { Service } from './service.ts';

/** Article 33(6): the duties apply from four months after the provider was notified. */
const MONTHS_FROM_NOTIFICATION = 4;
/** What designation means for disinformation: risks, their mitigation, the audit, the Code. */
const DUTY_ARTICLES: readonly string[] = ['34', '35', '37', '45'];

/** Where a service stands under the Digital Services Act's rules for very large services. */
export type DsaStatus =
  /** Nothing recorded, which may be our ignorance. */
  | { readonly kind: 'no-record' }
  | { readonly kind: 'under-assessment'; readonly assessment: Dsa['underAssessment'][number] }
  /** Designated on a later day than the one asked about. */
  | { readonly kind: 'not-yet-designated'; readonly designation: Designation }
  /** Designated, the duties don't apply yet. */
  | { readonly kind: 'designated'; readonly designation: Designation }
  /** Designated; the day from which the duties apply is not recorded. */
  | { readonly kind: 'duties-unknown'; readonly designation: Designation }
  | { readonly kind: 'duties-apply'; readonly designation: Designation }
  /** Its end is announced; the day on which it takes effect is not recorded. */
  | { readonly kind: 'ending'; readonly designation: Designation }
  | { readonly kind: 'ended'; readonly designation: Designation };

/** The articles that `DsaStatus` speaks of, in the words of the catalogue, as known on a day. */
export function dutyArticles({ dsa }: CodeCatalogue, day: string): readonly DsaArticle[] {
  const articles = dsa.articles.filter(({ article }) => DUTY_ARTICLES.includes(article));
  return articles.map((article) => {
    const summary = tellNotes([article.summary, ...(article.notes ?? [])], day);
    return { ...article, summary: summary ?? article.summary };
  });
}

/**
 * What a service is under the Digital Services Act on a day. X: designated on 25 April 2023,
 * `designated` until 24 August 2023, `duties-apply` from 25 August 2023. Only the service that was
 * designated is meant, not its owner.
 */
export function designationOn({ dsa }: CodeCatalogue, service: Service, day: string): DsaStatus {
  const designation = dsa.designations.find((one) => one.service === service.id);
  if (!designation) {
    const assessment = dsa.underAssessment.find((one) => one.service === service.id);
    return assessment && firstDayOf(assessment.reported) <= day
      ? { kind: 'under-assessment', assessment }
      : { kind: 'no-record' };
  }
  const { designated, dutiesFrom, ended, endAnnounced } = designation;
  if (day < designated) return { kind: 'not-yet-designated', designation };
  if (ended !== undefined && day > lastDayOf(ended)) return { kind: 'ended', designation };
  if (endAnnounced !== undefined && day >= endAnnounced) return { kind: 'ending', designation };
  // Notification can't come before the decision, so the duties apply no earlier than this.
  const earliest = dutiesFrom
    ? firstDayOf(dutiesFrom)
    : addMonths(designated, MONTHS_FROM_NOTIFICATION);
  if (day < earliest) return { kind: 'designated', designation };
  const isSure = dutiesFrom !== undefined && day >= lastDayOf(dutiesFrom);
  return { kind: isSure ? 'duties-apply' : 'duties-unknown', designation };
}
