import type { CodeCatalogue } from './code-catalogue.ts';
import type { Service } from './service.ts';

/** A name for comparing: letter case and spaces around and within don't count. */
export function normaliseName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The host of an address or bare host, `undefined` for anything that can't be one. */
function toHost(text: string): string | undefined {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (/\s/.test(text) || !URL.canParse(address)) return undefined;
  const host = new URL(address).hostname.replace(/\.$/, '');
  return host.includes('.') ? host : undefined;
}

/** How many characters of the host this service's longest fitting domain has; 0 for none. */
function fitOf({ domains, hosts }: Service, host: string): number {
  if (hosts?.includes(host)) return Number.POSITIVE_INFINITY;
  const fitting = domains.filter((domain) => host === domain || host.endsWith(`.${domain}`));
  return Math.max(0, ...fitting.map(({ length }) => length));
}

/**
 * The service meant by a name, an id or a domain (an address will do); the most specific domain
 * decides. `twitter`, `X` and `mobile.twitter.com` are X; `play.google.com` is Google Play;
 * `fakex.com` and `x.com.evil.test` are nobody's.
 */
export function findService({ services }: CodeCatalogue, text: string): Service | undefined {
  const name = normaliseName(text);
  const named = services.find((service) =>
    [service.id, service.name, ...service.aliases].some((one) => normaliseName(one) === name),
  );
  if (named) return named;
  const host = toHost(text.trim());
  if (host === undefined) return undefined;
  let best: { service: Service; fit: number } | undefined;
  for (const service of services) {
    const fit = fitOf(service, host);
    if (fit > (best?.fit ?? 0)) best = { service, fit };
  }
  return best?.service;
}
