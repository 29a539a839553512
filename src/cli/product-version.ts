import { readFile } from 'node:fs/promises';

/** Put in by the build; not there when the sources run as they are. */
declare const DEMONITOR_VERSION: string | undefined;

/** The version in package.json, as of the build. */
export async function readProductVersion(): Promise<string> {
  if (typeof DEMONITOR_VERSION === 'string') return DEMONITOR_VERSION;
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  const json: unknown = JSON.parse(text);
  const version = typeof json === 'object' && json !== null && 'version' in json && json.version;
  return typeof version === 'string' ? version : 'unknown';
}
