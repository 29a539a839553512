/**
 * Whether a host is itself a public suffix, private ones such as `blogspot.com` included. The data
 * is an argument everywhere in this folder: it weighs 100 KB and more, and only the ends have it.
 */
export type IsPublicSuffix = (host: string) => boolean;
