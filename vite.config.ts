import { readFileSync } from 'node:fs';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { defineConfig, type UserConfig } from 'vite';
import manifest from './manifest.json' with { type: 'json' };

/**
 * One configuration, three outputs: `vite build --mode chromium | firefox | cli`.
 * `manifest.json` is Chromium's; Firefox's is derived here, so that they cannot drift apart.
 */
const MODES = ['chromium', 'firefox', 'cli'] as const;
type Mode = (typeof MODES)[number];

const version = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;

function buildManifest(mode: Exclude<Mode, 'cli'>): ManifestV3Export {
  if (mode === 'chromium') return { ...manifest, version } as ManifestV3Export;
  const { minimum_chrome_version: _, background, ...shared } = manifest;
  return {
    ...shared,
    version,
    // Firefox runs event pages, not service workers: https://bugzil.la/1573659
    background: { scripts: [background.service_worker], type: 'module' },
    // A page's follow link leads to the confirmation. Chromium knows no such handlers: there the
    // popup offers the list.
    protocol_handlers: [
      {
        protocol: 'ext+demonitor',
        name: 'Demonitor',
        uriTemplate: `${manifest.options_ui.page}#follow?link=%s`,
      },
    ],
    browser_specific_settings: {
      gecko: {
        id: 'demonitor@demonitor.example',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
      // The first one for Android that knows `data_collection_permissions`.
      gecko_android: { strict_min_version: '142.0' },
    },
  } as unknown as ManifestV3Export;
}

function extensionConfig(mode: Exclude<Mode, 'cli'>): UserConfig {
  return {
    plugins: [
      preact(),
      crx({ manifest: buildManifest(mode), browser: mode === 'firefox' ? 'firefox' : 'chrome' }),
    ],
    // Icons, texts and the compiled list; tools/build.ts fills it before vite runs.
    publicDir: '.cache/public',
    build: {
      outDir: `dist/${mode}`,
      target: mode === 'chromium' ? 'chrome120' : 'firefox140',
      // No polyfill that fetches: every file is in the package.
      modulePreload: false,
      sourcemap: false,
      rolldownOptions: {
        output: {
          // By a name of its own, so that tools/judge-lint.ts knows where its one warning belongs.
          codeSplitting: { groups: [{ name: 'preact', test: /node_modules\/preact\// }] },
        },
      },
    },
  };
}

function cliConfig(): UserConfig {
  return {
    publicDir: false,
    define: { DEMONITOR_VERSION: JSON.stringify(version) },
    ssr: { noExternal: true },
    build: {
      ssr: 'src/cli/main.ts',
      outDir: 'dist/cli',
      target: 'node20.19',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'demonitor.mjs', format: 'es' } },
    },
  };
}

export default defineConfig(({ mode }): UserConfig => {
  const known = MODES.find((each) => each === mode);
  if (known === undefined) throw new Error(`--mode must be one of ${MODES.join(', ')}: ${mode}`);
  return known === 'cli' ? cliConfig() : extensionConfig(known);
});
