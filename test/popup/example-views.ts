import type { Entry } from '../../src/list/entry.ts';
import type {
  AskedCommitment,
  ExplainedFinding,
  ListedFinding,
  ShownList,
  ShownOrganisation,
  UnreadableFinding,
} from '../../src/messages/described-address.ts';
import type { PopupView } from '../../src/popup/popup-view.ts';

/** One view of every kind, on reserved names: for tests and for looking at. */

const LIST: ShownList = {
  id: 'example',
  title: 'Example list',
  version: 1204,
  publishedOn: '2026-11-20',
  ageDays: 4,
};

const STALE_LIST: ShownList = {
  id: 'old',
  title: 'Old list',
  version: 7,
  publishedOn: '2026-03-01',
  ageDays: 268,
};

const ORGANISATIONS: readonly ShownOrganisation[] = [
  {
    id: 'check',
    name: 'Example Check',
    kind: 'fact-checker',
    site: 'https://check.example/',
    memberships: [{ in: 'IFCN', from: '2017-01-01', source: 'https://network.example/check' }],
  },
  { id: 'desk', name: 'Example Desk', kind: 'newsroom', site: 'https://desk.example/' },
  {
    id: 'cases',
    name: 'Example Cases',
    kind: 'public-body',
    site: 'https://cases.example/',
    judges: 'message',
  },
  {
    id: 'council',
    name: 'Example Council',
    kind: 'public-body',
    site: 'https://council.example/',
  },
];

const COMMITMENT_1: AskedCommitment = {
  commitment: 1,
  title: { en: 'Demonetising disinformation', fr: 'Démonétisation de la désinformation' },
  summary: {
    en: 'Companies in the advertising chain promise to cut off the advertising money that reaches disinformation, with better eligibility rules, better placement controls and checkable figures.',
    fr: 'Les acteurs de la chaîne publicitaire promettent de tarir l’argent de la publicité qui finance la désinformation, par de meilleures règles d’admission, de meilleurs contrôles des placements et des chiffres vérifiables.',
  },
  measures: [
    {
      id: '1.1',
      isVerified: true,
      summary: {
        en: 'Ad sellers set, publish and enforce rules so that they do not place ads on sources that keep breaking the rules.',
        fr: 'Les vendeurs de publicité fixent, publient et font respecter des règles pour ne pas placer d’annonces sur les sources récidivistes.',
      },
    },
    {
      id: '1.2',
      isVerified: false,
      summary: {
        en: 'Ad sellers tighten who may earn money on their services.',
        fr: 'Les vendeurs de publicité resserrent les conditions pour gagner de l’argent sur leurs services.',
      },
      note: { en: 'The beginning is confirmed.', fr: 'Le début est confirmé.' },
    },
  ],
  role: 'ad-seller',
  reach: 'always',
  isVerified: true,
  url: 'https://code.example/commitment-1',
};

const PUBLISHER: Entry = {
  name: 'Example Truth',
  kind: 'publisher',
  scopes: ['example-truth.test', 't.me/exampletruth'],
  country: 'FR',
  languages: ['fr'],
  grounds: ['repeated-false-claims', 'fabricated-news'],
  evidence: [
    checked('a', '2017-07-21', 'Two singers were murdered: they were not.'),
    checked('b', '2018-12-28', 'A hospital closed its doors to children: it never did.'),
    checked('c', '2018-03'),
    checked('d', '2018'),
    {
      kind: 'fact-check',
      by: 'check',
      url: 'https://check.example/undated',
      seen: { in: 'example/transcript', date: '2026-11-24' },
    },
    { kind: 'source-list', by: 'desk', url: 'https://www.desk.example/list', date: '2018-06-01' },
    { kind: 'fact-check', by: 'cases', url: 'https://cases.example/1', date: '2017-04-22' },
    { kind: 'fact-check', by: 'cases', url: 'https://cases.example/2', date: '2017-05-22' },
  ],
  listed: '2026-11-24',
  reviewed: '2026-11-24',
  reviewBy: '2027-11-24',
  state: 'listed',
};

export const FINDING: ExplainedFinding = {
  kind: 'explained',
  list: LIST,
  slug: 'example-truth',
  entry: PUBLISHER,
  scope: 'example-truth.test',
  organisations: ORGANISATIONS,
  commitments: [COMMITMENT_1],
  laws: [],
  isDismissed: false,
};

const CONTESTED: ExplainedFinding = {
  ...FINDING,
  entry: {
    ...PUBLISHER,
    state: 'appealed',
    reply: {
      text: 'We corrected both articles in 2019.\nThe list does not say so.',
      url: 'https://example-truth.test/reply',
      date: '2026-12-01',
      proof: 'dns',
    },
  },
  isDismissed: true,
};

const NETWORK: ExplainedFinding = {
  ...FINDING,
  slug: 'clones',
  scope: 'paper.example-clone.test',
  commitments: [
    COMMITMENT_1,
    {
      ...COMMITMENT_1,
      role: 'ad-buyer',
      measures: [
        {
          id: '1.4',
          isVerified: true,
          summary: {
            en: 'Advertisers buy through sellers that keep ads away from disinformation.',
            fr: 'Les annonceurs achètent à des vendeurs qui éloignent les annonces de la désinformation.',
          },
        },
      ],
    },
    { ...COMMITMENT_1, commitment: 2, reach: 'when-advertised', measures: [] },
  ],
  laws: [
    {
      act: { en: 'Regulation (EU) No 833/2014', fr: 'Règlement (UE) nº 833/2014' },
      summary: {
        en: 'Advertising in what this outlet broadcasts is forbidden.',
        fr: 'La publicité dans ce que ce média diffuse est interdite.',
      },
      url: 'https://law.example/833',
    },
  ],
  entry: {
    ...PUBLISHER,
    name: 'Example clone operation',
    kind: 'network',
    posesAs: { 'paper.example-clone.test': 'paper.example' },
    scopes: ['paper.example-clone.test', 'a.test', 'b.test', 'c.test/people'],
    grounds: ['impersonation', 'influence-operation', 'banned-outlet'],
    evidence: [
      {
        kind: 'investigation',
        by: 'desk',
        url: 'https://desk.example/investigation',
        date: '2026-05-04',
        archive: 'https://archive.example/desk',
        scopes: ['paper.example-clone.test', 'a.test'],
      },
      { kind: 'legal-act', by: 'council', url: 'https://council.example/act', date: '2026-06-03' },
      {
        kind: 'investigation',
        by: 'unknown-body',
        url: 'https://unknown.example/b',
        date: '2026-01-01',
        scopes: ['b.test'],
      },
    ],
  },
};

const UNREADABLE: UnreadableFinding = {
  kind: 'unreadable',
  list: LIST,
  slug: 'example-truth',
  scope: 'example-truth.test',
  isContested: true,
  isDismissed: false,
};

export const VIEWS = {
  loading: { kind: 'loading' },
  listed: listed(FINDING),
  contested: listed(CONTESTED),
  network: listed(NETWORK),
  unreadable: listed(UNREADABLE),
  twoLists: {
    ...listed(FINDING),
    findings: [FINDING, { ...NETWORK, list: { ...LIST, id: 'other', title: 'Other list' } }],
    staleLists: [STALE_LIST],
  },
  notListed: {
    kind: 'not-listed',
    address: 'news.example',
    lists: [{ ...LIST, setAside: 2 }],
    staleLists: [STALE_LIST],
  },
  lapsed: {
    kind: 'not-listed',
    address: 'lapsed.test',
    lists: [LIST],
    staleLists: [],
    ended: { reason: 'lapsed', scope: 'lapsed.test', until: '2026-10-31' },
  },
  decided: {
    kind: 'not-listed',
    address: 'removed.test',
    lists: [LIST],
    staleLists: [],
    ended: { reason: 'decided', scope: 'removed.test', until: '2026-10-31' },
  },
  noList: { kind: 'no-list', reason: 'broken', staleLists: [] },
  missing: { kind: 'no-list', reason: 'missing', staleLists: [] },
  tooOld: { kind: 'no-list', reason: 'too-old', staleLists: [STALE_LIST] },
  switchedOff: { kind: 'no-list', reason: 'switched-off', staleLists: [] },
  noAccess: { kind: 'not-checkable', reason: 'no-access', address: 'https://news.example/' },
  reload: { kind: 'not-checkable', reason: 'reload-needed' },
  browserPage: { kind: 'not-checkable', reason: 'browser-page' },
  localFile: { kind: 'not-checkable', reason: 'local-file' },
  otherScheme: { kind: 'not-checkable', reason: 'other-scheme' },
  notAnAddress: { kind: 'not-checkable', reason: 'not-an-address' },
  paused: { kind: 'paused' },
  failed: { kind: 'failed' },
} as const satisfies Readonly<Record<string, PopupView>>;

function listed(finding: ListedFinding) {
  return {
    kind: 'listed',
    address: finding.scope,
    today: '2026-11-24',
    findings: [finding],
    staleLists: [],
  } as const satisfies PopupView;
}

function checked(name: string, date: string, claim?: string): Entry['evidence'][number] {
  const url = `https://www.check.example/${name}`;
  return { kind: 'fact-check', by: 'check', url, date, ...(claim === undefined ? {} : { claim }) };
}
