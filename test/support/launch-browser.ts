import puppeteer, { type Browser } from 'puppeteer-core';
import { type BrowserFamily, findBrowser } from './find-browser.ts';
import type { LocalWeb } from './local-web.ts';

/** The extension's fixed address inside Firefox, set by a preference, so that tests can open it. */
export const FIREFOX_UUID = '5e0b1a2c-3d4e-4f60-8a7b-9c0d1e2f3a4b';
const FIREFOX_ADDON_ID = 'demonitor@demonitor.example';

export interface LaunchOptions {
  readonly family: BrowserFamily;
  /** The unpacked build to load; without it a Chromium to which it can be added later. */
  readonly extension?: string;
  /** Every host name leads here. */
  readonly web: LocalWeb;
  readonly headless?: boolean;
  /** The language of browser and extension, `en` or `fr`. */
  readonly language?: string;
  /** A folder that outlives the browser; without it the profile goes with it. */
  readonly profile?: string;
}

/** Starts a throw-away browser with the extension, every host mapped to the stand-in web. */
export async function launchBrowser(options: LaunchOptions): Promise<Browser> {
  const executablePath = findBrowser(options.family);
  if (executablePath === undefined) throw new Error(`No ${options.family} found.`);
  return options.family === 'chromium'
    ? launchChromium(options, executablePath)
    : launchFirefox(options, executablePath);
}

function launchChromium(options: LaunchOptions, executablePath: string): Promise<Browser> {
  const { httpPort, httpsPort } = options.web;
  const language = options.language ?? 'en';
  return puppeteer.launch({
    executablePath,
    headless: options.headless ?? true,
    pipe: true,
    enableExtensions: options.extension === undefined ? true : [options.extension],
    acceptInsecureCerts: true,
    ...(options.profile !== undefined && { userDataDir: options.profile }),
    env: { ...process.env, LANGUAGE: language },
    args: [
      // Chromium refuses to run as root with its sandbox; everybody else keeps it.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--no-first-run',
      `--lang=${language}`,
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--ignore-certificate-errors',
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
      `--host-resolver-rules=MAP *:80 127.0.0.1:${httpPort}, MAP *:443 127.0.0.1:${httpsPort}, EXCLUDE localhost, EXCLUDE 127.0.0.1`,
    ],
  });
}

async function launchFirefox(options: LaunchOptions, executablePath: string): Promise<Browser> {
  const port = options.web.proxyPort;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: options.headless ?? true,
    acceptInsecureCerts: true,
    ...(options.profile !== undefined && { userDataDir: options.profile }),
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': port,
      'network.proxy.no_proxies_on': '',
      'dom.security.https_first': false,
      'dom.security.https_only_mode': false,
      'intl.locale.requested': options.language ?? 'en-US',
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ADDON_ID]: FIREFOX_UUID }),
      'xpinstall.signatures.required': false,
      // An extension that is loaded for a session is forgotten with it, and its data too, else.
      ...(options.profile !== undefined && {
        'extensions.webextensions.keepStorageOnUninstall': true,
        'extensions.webextensions.keepUuidOnUninstall': true,
      }),
    },
  });
  if (options.extension !== undefined) await browser.installExtension(options.extension);
  return browser;
}
