import type { Grounds } from '../list/entry.ts';

/** Whom a commitment asks to act on a listed source; keys of `roles.json`. */
export type Role = 'ad-seller' | 'ad-buyer' | 'platform';

/**
 * `always`: it speaks to the source being listed. `when-advertised`: it speaks to ads for the
 * source or with its pages as landing pages, so only if the source advertises.
 */
export type Reach = 'always' | 'when-advertised';

/** One commitment of the 2022 Code, read for one role. */
export interface AskedCommitment {
  readonly commitment: number;
  /** Ids in `measures.json`; empty where only the commitment as a whole is known to us. */
  readonly measures: readonly string[];
  readonly role: Role;
  readonly reach: Reach;
}

interface Row extends AskedCommitment {
  readonly grounds: readonly Grounds[];
}

const EVERY_GROUNDS: readonly Grounds[] = [
  'repeated-false-claims',
  'fabricated-news',
  'impersonation',
  'influence-operation',
  'banned-outlet',
];
/** What independent fact-checkers and investigators found, as against what a legal act says. */
const FOUND: readonly Grounds[] = EVERY_GROUNDS.filter((grounds) => grounds !== 'banned-outlet');
const FALSE_CONTENT: readonly Grounds[] = ['repeated-false-claims', 'fabricated-news'];
const DECEIT_ABOUT_ORIGIN: readonly Grounds[] = ['impersonation', 'influence-operation'];

/*
 * The Code names no website: each row says whose promise has such a source for its object, never
 * that a signatory must do a given thing. In the order of the commitments.
 *
 *  1 seller  1.1 no ads "on sources that repeatedly violate" the rules; 1.2 who may earn; 1.3
 *            buyers can see where they appear; 1.6 fact-checkers' findings in brand-safety tools.
 *            (1.5 opens figures to auditors: no one source is its object.)
 *  1 buyer   1.4 buy where sellers keep ads away from disinformation; 1.6 use those tools.
 *            A banned outlet is no exception: the ban is law, the promise stands beside it.
 *  2 seller  2.2 finds sources and ads that break ad rules, 2.3 reviews landing pages: both reach a
 *            listed source only as an advertiser, so `when-advertised`. (2.1 sets the rules, 2.4
 *            protects the advertiser. That landing pages can be verified is also part of 1.1.)
 *  3 both    3.1 information on those who spread disinformation flows along the chain; 3.3 the
 *            work of fact-checkers and investigators is used to cut the money. Not for a banned
 *            outlet: its ban rests on an act of the Council, not on their work.
 * 14 service 14.1 rules against impersonation, fake accounts and bot networks. Only for deceit
 *            about who speaks; a false claim under one's own name isn't its object.
 * 16 service campaigns that cross services are made known to the others: influence operations.
 * 21 service fact-checks and warnings reach users: there is a debunked item to show.
 * 22 service users are helped to judge a source: 22.1, 22.2. (22.3 explains how; 22.4 to 22.6 bind
 *            raters; 22.7 leads to authoritative sources: none has the listed source for object.)
 *
 * Left out on purpose: 18 (design of services), 23 (users report content), 24 (notice and appeal)
 * and 30 to 33 (fact-checkers) concern services and people, whoever the source is.
 */
const ROWS: readonly Row[] = [
  {
    commitment: 1,
    measures: ['1.1', '1.2', '1.3', '1.6'],
    role: 'ad-seller',
    reach: 'always',
    grounds: EVERY_GROUNDS,
  },
  {
    commitment: 1,
    measures: ['1.4', '1.6'],
    role: 'ad-buyer',
    reach: 'always',
    grounds: EVERY_GROUNDS,
  },
  {
    commitment: 2,
    measures: ['2.2', '2.3'],
    role: 'ad-seller',
    reach: 'when-advertised',
    grounds: FOUND,
  },
  {
    commitment: 3,
    measures: ['3.1', '3.3'],
    role: 'ad-seller',
    reach: 'always',
    grounds: FOUND,
  },
  {
    commitment: 3,
    measures: ['3.1', '3.3'],
    role: 'ad-buyer',
    reach: 'always',
    grounds: FOUND,
  },
  {
    commitment: 14,
    measures: ['14.1'],
    role: 'platform',
    reach: 'always',
    grounds: DECEIT_ABOUT_ORIGIN,
  },
  {
    commitment: 16,
    measures: [],
    role: 'platform',
    reach: 'always',
    grounds: ['influence-operation'],
  },
  { commitment: 21, measures: [], role: 'platform', reach: 'always', grounds: FALSE_CONTENT },
  {
    commitment: 22,
    measures: ['22.1', '22.2'],
    role: 'platform',
    reach: 'always',
    grounds: FALSE_CONTENT,
  },
];

/**
 * The commitments of the 2022 Code that have a source listed on these grounds for their object,
 * with the role asked, in ascending order and each once. Measures 1 to 33 kept their numbers in
 * 2025 as far as reports show.
 */
export function commitmentsFor(grounds: readonly Grounds[]): readonly AskedCommitment[] {
  return ROWS.filter((row) => row.grounds.some((one) => grounds.includes(one))).map(
    ({ commitment, measures, role, reach }) => ({ commitment, measures, role, reach }),
  );
}

/**
 * The numbers of those commitments, ascending and each once; without those that reach the source
 * only when it advertises.
 */
export function commitmentNumbersFor(grounds: readonly Grounds[]): number[] {
  const always = commitmentsFor(grounds).filter(({ reach }) => reach === 'always');
  return [...new Set(always.map(({ commitment }) => commitment))];
}
