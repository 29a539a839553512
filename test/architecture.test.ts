import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which folders of `src` a folder may import, and which packages: docs/architecture.md. */
const MAY_IMPORT: Readonly<Record<string, { folders: string[]; packages: string[] }>> = {
  match: { folders: [], packages: [] },
  links: { folders: [], packages: [] },
  list: { folders: ['match'], packages: ['valibot', '@noble/hashes'] },
  'code-of-practice': { folders: ['list'], packages: ['valibot'] },
  trust: { folders: [], packages: ['valibot', '@noble/hashes'] },
  sync: { folders: ['match', 'list', 'trust'], packages: ['valibot', 'tldts'] },
  messages: { folders: ['match', 'list', 'sync', 'code-of-practice'], packages: ['valibot'] },
  platform: {
    folders: ['match', 'list', 'trust', 'sync'],
    packages: ['webextension-polyfill', 'idb', '@noble/ed25519'],
  },
  store: {
    folders: ['match', 'list', 'trust', 'sync', 'messages', 'platform'],
    packages: ['valibot'],
  },
  ui: { folders: ['match', 'list', 'code-of-practice'], packages: ['preact'] },
  background: {
    folders: [
      'match',
      'links',
      'list',
      'trust',
      'sync',
      'store',
      'code-of-practice',
      'messages',
      'platform',
      'ui',
    ],
    packages: ['valibot'],
  },
  content: { folders: ['match', 'list', 'messages', 'platform', 'ui'], packages: [] },
  popup: {
    folders: ['match', 'list', 'code-of-practice', 'messages', 'platform', 'ui'],
    packages: ['preact'],
  },
  dashboard: {
    folders: ['match', 'list', 'sync', 'code-of-practice', 'messages', 'platform', 'ui'],
    packages: ['preact'],
  },
  site: {
    folders: ['match', 'list', 'code-of-practice', 'ui'],
    packages: ['preact', 'preact-render-to-string', 'hyparquet-writer', 'valibot'],
  },
  cli: {
    folders: ['match', 'list', 'trust', 'sync', 'code-of-practice', 'site'],
    packages: ['node:*', 'valibot', 'tldts', '@tufjs/models', '@valibot/to-json-schema'],
  },
};
/** Neither code nor imported by code. */
const DATA_FOLDERS = ['_locales', 'icons'];
/** These run in the page, the worker, extension pages and Node alike; `site` is data in, files out. */
const PURE = ['match', 'links', 'list', 'code-of-practice', 'trust', 'sync', 'messages', 'site'];
const OUTSIDE_WORLD =
  /\b(document|window|navigator|localStorage|chrome|browser|process|Buffer|fetch|setTimeout|Date\.now|new Date\(\)|Math\.random|crypto)\b(?!['-])/;

/** Comments, strings, templates and regular expressions: words in them touch nothing. */
const COMMENTS_AND_TEXTS =
  /\/\*[\s\S]*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'|`[^`]*`|\/(?:[^/\\\n]|\\.)+\/[a-z]*/g;

interface SourceFile {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const FILES: readonly SourceFile[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
  .map((name) => {
    const path = join('src', name);
    const text = readFileSync(path, 'utf8');
    const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
      ([, target]) => target ?? '',
    );
    return { path, folder: name.split('/')[0] ?? '', text, imports };
  });

describe('the import table', () => {
  it('names every folder of src', () => {
    const folders = readdirSync('src').filter((name) => !DATA_FOLDERS.includes(name));
    expect(folders.sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  it('is kept by every file', () => {
    const broken = FILES.flatMap(({ path, folder, imports }) =>
      imports
        .filter((target) => !mayImport(folder, path, target))
        .map((target) => `${path} imports ${target}`),
    );
    expect(broken).toEqual([]);
    expect(FILES.length).toBeGreaterThan(100);
  });

  it('is the same in the lint configuration', () => {
    const { overrides } = JSON.parse(readFileSync('biome.json', 'utf8')) as {
      overrides: {
        includes: string[];
        linter: {
          rules?: {
            style?: { noRestrictedImports?: { options: { patterns: [{ group: string[] }] } } };
          };
        };
      }[];
    };
    const linted = overrides.flatMap(({ includes, linter }) => {
      const group = linter.rules?.style?.noRestrictedImports?.options.patterns[0].group;
      if (group === undefined) return [];
      const folders = group.flatMap((each) => /^!\.\.\/([a-z].+)\/\*\*$/.exec(each)?.[1] ?? []);
      return [[includes[0]?.split('/')[1], folders.sort()] as const];
    });
    const expected = Object.entries(MAY_IMPORT).map(([folder, may]) => [
      folder,
      [...may.folders].sort(),
    ]);
    expect(Object.fromEntries(linted)).toEqual(Object.fromEntries(expected));
  });
});

it.each(PURE)('src/%s touches nothing outside itself', (folder) => {
  const touching = FILES.filter((file) => file.folder === folder).flatMap(({ path, text }) => {
    const code = text.replace(COMMENTS_AND_TEXTS, '');
    const found = OUTSIDE_WORLD.exec(code);
    return found === null ? [] : [`${path}: ${found[0]}`];
  });
  expect(touching).toEqual([]);
});

function mayImport(folder: string, path: string, target: string): boolean {
  const may = MAY_IMPORT[folder];
  if (may === undefined) return false;
  if (target.startsWith('.')) {
    const other = relative('src', join(dirname(path), target)).split('/')[0] ?? '';
    return (
      other === folder || (folder === 'ui' && other === '_locales') || may.folders.includes(other)
    );
  }
  return may.packages.some(
    (name) =>
      target === name ||
      target.startsWith(`${name}/`) ||
      (name === 'node:*' && target.startsWith('node:')),
  );
}
