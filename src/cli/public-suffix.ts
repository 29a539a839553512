import { getPublicSuffix } from 'tldts';

/** By the list at publicsuffix.org, private suffixes such as `blogspot.com` included. */
export function isPublicSuffix(host: string): boolean {
  return getPublicSuffix(host, { allowPrivateDomains: true }) === host;
}
