import { countEdits } from '../list/count-edits.ts';
import type { CodeCatalogue } from './code-catalogue.ts';
import { normaliseName } from './find-service.ts';
import type { Service } from './service.ts';

/** Shorter names are near to everything. */
const MIN_CHARS = 4;
const MAX_SUGGESTIONS = 3;

/** `https://www.google.fr/a` may be meant as `google.fr` or as `google`. */
function listReadings(text: string): readonly string[] {
  const name = normaliseName(text);
  const host = name.replace(/^[a-z]+:\/\//, '').replace(/[/?#:].*$/s, '');
  return [...new Set([name, host, ...host.split('.').slice(0, -1)])];
}

function measure(reading: string, known: string): number {
  if (reading === known) return 0;
  const length = Math.min(reading.length, known.length);
  if (length < MIN_CHARS || Math.abs(reading.length - known.length) > 2) return Infinity;
  const edits = countEdits(reading, known);
  return edits <= (length < 7 ? 1 : 2) ? edits : Infinity;
}

/**
 * Services that may have been meant by a name or domain that leads to none, nearest first: `tiktk`
 * is near TikTok, `google.fr` near Google. They are to be offered, never answered for.
 */
export function findNearServices({ services }: CodeCatalogue, text: string): readonly Service[] {
  const readings = listReadings(text.slice(0, 100)).filter(({ length }) => length >= MIN_CHARS);
  const near = services.flatMap((service) => {
    const { id, name, aliases, domains, hosts = [] } = service;
    const known = [id, name, ...aliases, ...domains, ...hosts].map(normaliseName);
    const edits = Math.min(...readings.flatMap((one) => known.map((other) => measure(one, other))));
    return Number.isFinite(edits) ? [{ service, edits }] : [];
  });
  return near
    .sort((a, b) => a.edits - b.edits)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ service }) => service);
}
