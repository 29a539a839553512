import type { CompiledEntry } from '../list/compiled-list.ts';
import { countEvidence } from '../list/evidence-label.ts';
import type { Organisation } from '../list/organisation.ts';
import { describeEvidence } from '../ui/describe-evidence.ts';
import { type CodeExplainer, createCodeExplainer } from './explain-code.ts';
import type { PublicRelease } from './public-release.ts';
import { createSiteText, LANGUAGES, type Language, type SiteText } from './site-text.ts';

/** What every page of one language is made with. */
export interface SiteEdition {
  readonly release: PublicRelease;
  readonly text: SiteText;
  readonly title: string;
  readonly code: CodeExplainer;
  readonly organisations: ReadonlyMap<string, Organisation>;
  /** Slugs of entries that have a page. */
  readonly slugs: ReadonlySet<string>;
}

/** A page with its place, from which all of its links lead. */
export interface SitePage extends SiteEdition {
  /** Path below the site, without the folder of the language. */
  readonly name: string;
  readonly path: string;
  /** A link to a file of the site that is the same in all languages. */
  readonly toFile: (path: string) => string;
  /** A link to a page in this page's language. */
  readonly toPage: (name: string) => string;
}

/** The parts that pages of all languages share, read once. */
export function createEditions(release: PublicRelease): readonly SiteEdition[] {
  const code = createCodeExplainer(release.context, release.today);
  const organisations = new Map(release.context.organisations.map((one) => [one.id, one]));
  const slugs = new Set(release.list.entries.map(({ slug }) => slug));
  return LANGUAGES.map((language) => {
    const title = release.list.list.title[language];
    return { release, text: createSiteText(language), title, code, organisations, slugs };
  });
}

/** `entries/a.html` is `fr/entries/a.html` in French. */
export function placePage(language: Language, name: string): string {
  return language === 'en' ? name : `${language}/${name}`;
}

/** Links are relative, so that the site works below any address and from a folder. */
export function openPage(edition: SiteEdition, name: string): SitePage {
  const { code } = edition.text;
  const path = placePage(code, name);
  const up = '../'.repeat(path.split('/').length - 1);
  return {
    ...edition,
    name,
    path,
    toFile: (file) => up + file,
    toPage: (other) => up + placePage(code, other),
  };
}

/** The name of the page of an entry. */
export function nameEntryPage(slug: string): string {
  return `entries/${slug}.html`;
}

/** `7 fact-checks by 3 organisations`. */
export function describeEntryEvidence(
  { evidence }: CompiledEntry,
  { organisations, text }: SiteEdition,
): string {
  const judges = new Set(evidence.map(({ by }) => by));
  const known = [...judges].flatMap((id) => organisations.get(id) ?? []);
  return describeEvidence(countEvidence(evidence, known), judges.size, text);
}
