import type { EvidenceLabel } from '../list/evidence-label.ts';
import type { Organisation } from '../list/organisation.ts';
import type { MessageKey } from './text.ts';

/** What a reader is told that an item of evidence is. */
export const EVIDENCE_TEXTS: Readonly<Record<EvidenceLabel, MessageKey>> = {
  'fact-check': 'evidence_fact_check',
  case: 'evidence_case',
  investigation: 'evidence_investigation',
  rating: 'evidence_rating',
  'source-list': 'evidence_source_list',
  'legal-act': 'evidence_legal_act',
};

/** What a reader is told that an organisation is. */
export const ORGANISATION_TEXTS: Readonly<Record<Organisation['kind'], MessageKey>> = {
  'fact-checker': 'organisation_fact_checker',
  newsroom: 'organisation_newsroom',
  'public-body': 'organisation_public_body',
  rater: 'organisation_rater',
  investigator: 'organisation_investigator',
  platform: 'organisation_platform',
  association: 'organisation_association',
};
