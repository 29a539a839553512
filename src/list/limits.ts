/*
 * Sizes past which a list is refused, so that one bad release can fill neither memory nor screen.
 * Each is several times what the largest real list needs.
 */

/** One file below `lists/`. */
export const MAX_FILE_CHARS = 4 * 1024 * 1024;
/** One line of a release: an entry, whose scopes may be longer there than in its file. */
export const MAX_LINE_CHARS = 2 * MAX_FILE_CHARS;
/** A release as text: a million hosts need 300 million. */
export const MAX_LIST_CHARS = 1024 * 1024 * 1024;
/** A context as text; it is read whole. */
export const MAX_CONTEXT_CHARS = 16 * 1024 * 1024;
/** A delta as text; it is read whole, and past this the whole list is the better way. */
export const MAX_DELTA_CHARS = 64 * 1024 * 1024;
export const MAX_LIST_ENTRIES = 500_000;
export const MAX_LIST_SCOPES = 2_000_000;
/** Hosts on which a list names paths: pages look such hosts up by name. */
export const MAX_PATH_HOSTS = 1_000;
export const MAX_ENTRY_SCOPES = 10_000;
export const MAX_ENTRY_EVIDENCE = 20_000;
export const MAX_ENTRY_LANGUAGES = 40;
export const MAX_ADDRESS_CHARS = 2048;
export const MAX_NAME_CHARS = 200;
export const MAX_SLUG_CHARS = 100;
/** A claim is one line in our own words. */
export const MAX_CLAIM_CHARS = 500;
export const MAX_REPLY_CHARS = 5_000;
export const MAX_REASON_CHARS = 1_000;
/** `reviewBy` lies at most this many times the list's `reviewDays` after `reviewed`. */
export const MAX_REVIEW_PERIODS = 2;
export const MAX_REVIEW_DAYS = 3_650;
export const MAX_STALE_DAYS = 3_650;
/** Nesting of JSON, so that no reader of ours runs out of stack. */
export const MAX_JSON_DEPTH = 32;
/** Told of one file or entry, however many there are: a hostile one may have millions. */
export const MAX_FILE_PROBLEMS = 100;
/** Told of one release; how many more there are is said in their place. */
export const MAX_LIST_PROBLEMS = 100;
