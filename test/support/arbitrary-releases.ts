import fc from 'fast-check';
import { entry, type Fields, factCheck, LIST_INFO, rating } from './list-files.ts';

/*
 * Lists as publishers change them from one release to the next: entries come, go, lapse, are decided
 * otherwise, carry what this reader does not know, or stand in another order within themselves.
 */

/** A list before it is compiled: entries by their slug, and fields of the header. */
export interface Draft {
  readonly entries: Readonly<Record<string, Fields>>;
  readonly header: Fields;
}

/** One change of a list; `put` adds the entry where there is none, `change` does nothing then. */
export type Edit =
  | { readonly kind: 'put' | 'change'; readonly slug: string; readonly fields: Fields }
  | { readonly kind: 'remove'; readonly slug: string }
  | { readonly kind: 'header'; readonly fields: Fields };

const SLUGS = Array.from({ length: 9 }, (_, at) => `source-${at}`);
/** Hosts of an entry; each belongs to one slug, since a list names a host once. */
const HOSTS_PER_SLUG = 4;

/** Every host that may come, and one that never does. */
export const ALL_HOSTS: readonly string[] = [
  ...SLUGS.flatMap((slug) =>
    Array.from({ length: HOSTS_PER_SLUG }, (_, at) => `${slug}-${at}.test`),
  ),
  'never.test',
];

const slugs = fc.constantFrom(...SLUGS);
const hosts = (slug: string) =>
  fc
    .uniqueArray(fc.nat({ max: HOSTS_PER_SLUG - 1 }), { minLength: 1 })
    .map((numbers) => numbers.map((number) => `${slug}-${number}.test`));

const fields: fc.Arbitrary<Fields> = fc.oneof(
  fc.constantFrom('listed', 'appealed', 'suspended', 'removed').map((state) => ({ state })),
  // Lapsed, and holding again.
  fc.constantFrom('2025-11-24', '2026-11-24').map((reviewed) => ({
    reviewed,
    reviewBy: `${Number(reviewed.slice(0, 4)) + 1}${reviewed.slice(4).replace('24', '20')}`,
  })),
  fc.jsonValue({ maxDepth: 2 }).map((value) => ({ newer: JSON.parse(JSON.stringify(value)) })),
  // Values of a newer format: such an entry is set aside.
  fc.constantFrom('paused', 'listed').map((state) => ({ state })),
  fc.constantFrom('publisher', 'syndicate').map((kind) => ({ kind })),
  fc
    .shuffledSubarray([factCheck(), rating(), factCheck({ url: 'https://checker.example/2' })], {
      minLength: 1,
    })
    .map((evidence) => ({ evidence })),
  fc.constantFrom('A', 'B, renamed').map((name) => ({ name })),
);

const headerFields: fc.Arbitrary<Fields> = fc.oneof(
  fc.nat({ max: 3 }).map((seed) => ({ seed })),
  fc.constantFrom('2026-11-24', '2026-11-25').map((publishedOn) => ({ publishedOn })),
  fc.constantFrom('Test list', 'Another title').map((en) => ({
    list: { ...LIST_INFO, title: { en, fr: en } },
  })),
  fc.jsonValue({ maxDepth: 1 }).map((value) => ({ newer: JSON.parse(JSON.stringify(value)) })),
);

const edits: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: slugs.chain((slug) =>
      hosts(slug).map((scopes): Edit => ({ kind: 'put', slug, fields: { scopes } })),
    ),
  },
  { weight: 2, arbitrary: slugs.map((slug): Edit => ({ kind: 'remove', slug })) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(slugs, fields)
      .map(([slug, changed]): Edit => ({ kind: 'change', slug, fields: changed })),
  },
  {
    weight: 1,
    arbitrary: headerFields.map((changed): Edit => ({ kind: 'header', fields: changed })),
  },
);

/** What one release changes; it may be nothing but the version. */
export const arbitraryEdits: fc.Arbitrary<readonly Edit[]> = fc.array(edits, { maxLength: 5 });

/** The list after one change more. */
export function applyEdit(draft: Draft, edit: Edit): Draft {
  const { entries, header } = draft;
  switch (edit.kind) {
    case 'put':
    case 'change': {
      const { slug } = edit;
      if (edit.kind === 'change' && !Object.hasOwn(entries, slug)) return draft;
      const next = entry({ slug, ...entries[slug], ...edit.fields });
      return { entries: { ...entries, [slug]: next }, header };
    }
    case 'remove': {
      const { [edit.slug]: _, ...others } = entries;
      return { entries: others, header };
    }
    case 'header':
      return { entries, header: { ...header, ...edit.fields } };
    default:
      return edit satisfies never;
  }
}
