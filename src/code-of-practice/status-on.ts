import type { CodeCatalogue } from './code-catalogue.ts';
import { type CommitmentSubscription, demonetisationOn } from './demonetisation-on.ts';
import { type DsaStatus, designationOn } from './designation-on.ts';
import type { Edition } from './edition.ts';
import { findService } from './find-service.ts';
import type { Service } from './service.ts';
import {
  editionOn,
  type Signature,
  type Standing,
  signaturesBy,
  standingOn,
} from './standing-on.ts';

/** Another service of the same house, with a standing of its own: nothing is inherited. */
export interface Relative {
  /** `daughter`: the service asked about owns it; `sister`: both have the same owner. */
  readonly relation: 'owner' | 'daughter' | 'sister';
  readonly service: Service;
  readonly standing: Standing;
  readonly dsa: DsaStatus;
}

/** Everything recorded of a service on a day. */
export interface ServiceStatus {
  readonly day: string;
  /** The day on which our knowledge ends. */
  readonly known: string;
  /** The edition in force on the day; none before the first Code. */
  readonly edition?: Edition;
  /** Missing where the name or domain leads to nobody we know. */
  readonly service?: Service;
  readonly standing: Standing;
  /** Every signature by that day, oldest edition first. */
  readonly signatures: readonly Signature[];
  /** Commitments 1 to 3; empty unless a signatory of 2022 or later. */
  readonly demonetisation: readonly CommitmentSubscription[];
  readonly dsa: DsaStatus;
  /** The owner always; daughters and sisters where something is recorded of them. */
  readonly relatives: readonly Relative[];
}

function relationOf(service: Service, other: Service): Relative['relation'] | undefined {
  if (other.id === service.id) return undefined;
  if (other.id === service.owner) return 'owner';
  if (other.owner === service.id) return 'daughter';
  return other.owner !== undefined && other.owner === service.owner ? 'sister' : undefined;
}

function relativesOn(catalogue: CodeCatalogue, service: Service, day: string): readonly Relative[] {
  const relatives: Relative[] = [];
  for (const other of catalogue.services) {
    const relation = relationOf(service, other);
    if (!relation) continue;
    const standing = standingOn(catalogue, other, day);
    const dsa = designationOn(catalogue, other, day);
    const isRecorded = standing.kind !== 'no-record' || dsa.kind !== 'no-record';
    if (relation === 'owner' || isRecorded) {
      relatives.push({ relation, service: other, standing, dsa });
    }
  }
  return relatives;
}

/**
 * What is recorded of a service (a name, an id or a domain) on an ISO day: its standing under the
 * Code, what it had subscribed to of Commitments 1 to 3, its relatives' own standing, and what it
 * is under the Digital Services Act.
 */
export function statusOn(catalogue: CodeCatalogue, asked: string, day: string): ServiceStatus {
  const edition = editionOn(catalogue, day);
  const service = findService(catalogue, asked);
  const common = { day, known: catalogue.known, ...(edition && { edition }) };
  if (!service) {
    return {
      ...common,
      standing: { kind: 'no-record' },
      signatures: [],
      demonetisation: [],
      dsa: { kind: 'no-record' },
      relatives: [],
    };
  }
  return {
    ...common,
    service,
    standing: standingOn(catalogue, service, day),
    signatures: signaturesBy(catalogue, service, day),
    demonetisation: demonetisationOn(catalogue, service, day),
    dsa: designationOn(catalogue, service, day),
    relatives: relativesOn(catalogue, service, day),
  };
}
