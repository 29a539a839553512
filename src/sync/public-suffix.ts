import { getPublicSuffix } from 'tldts';

/**
 * By the list at publicsuffix.org, private suffixes such as `blogspot.com` included. For whoever
 * takes lists in; on pages it would cost more than all the rest.
 */
export function isPublicSuffix(host: string): boolean {
  return getPublicSuffix(host, { allowPrivateDomains: true }) === host;
}
