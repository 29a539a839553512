/** What the public pages say beside the texts of the extension; French has the same keys. */
export const EN = {
  other_language: 'Français',
  skip: 'Skip to the content',
  nav_label: 'Pages of this list',
  nav_overview: 'Overview',
  nav_entries: 'Entries',
  nav_policy: 'Policy',
  nav_changelog: 'Changelog',
  page_title: '{page} · {list}',
  page_footer_source:
    'Made by Demonitor from the release itself. These pages set no cookie, load nothing from elsewhere and tell nobody that you were here.',

  index_lead:
    'Publishers and networks about which independent organisations have published evidence: claims found false, news made up, media imitated, covert operations, or an EU legal act that names the outlet. Each entry shows that evidence, item by item, with its day and its address.',
  reading_heading: 'What a listing means',
  reading_text:
    'A listing is this list’s reading of published evidence. It is no finding of a court, of the European Union, of a platform or of the organisations quoted. Where the evidence is a legal act, the act names the outlet; that an address belongs to that outlet is still this list’s reading.',
  reading_code:
    'The EU Code of Conduct on Disinformation names no websites. It binds the companies that signed it, and it asks nothing of a listed source.',
  reading_not_listed: '“Not listed” is no certificate. Most sources have never been looked at.',

  facts_heading: 'This release',
  fact_publisher: 'Published by',
  fact_publisher_unnamed: 'The list names nobody: whoever serves this page answers for it',
  fact_licence: 'Licence of the entries',
  fact_home: 'Page of the list',
  fact_version: 'Version',
  fact_published: 'Published on',
  fact_believed: 'Believed until',
  fact_believed_note:
    'After that day, Demonitor no longer goes by this release, unless its publisher has confirmed it again by then.',
  numbers_heading: 'In numbers',
  number_entries: 'Entries',
  number_hosts: 'Hosts covered',
  number_paths: 'Accounts and pages covered',
  number_evidence: 'Items of evidence',
  number_organisations: 'Organisations quoted',
  numbers_states: 'Entries by state',
  numbers_grounds: 'Entries by ground',
  numbers_grounds_note: 'An entry may have several grounds.',
  most_quoted: 'Organisations quoted most',

  search_heading: 'Is a source on the list?',
  search_label: 'Address, name, organisation, ground or country',
  search_hint: 'The search runs on your machine: what you type stays on this page.',
  search_noscript: 'Searching needs JavaScript. The table of all entries does not.',
  search_all: 'All entries as a table',
  search_covered: 'The entry “{entry}” covers {address} by its scope {scope}. State: {state}.',
  search_not_covered:
    'No entry covers {address}. That is no certificate: most sources have never been looked at.',
  search_found_one: '{count} entry matches.',
  search_found_other: '{count} entries match.',
  search_capped: 'The first {shown} of {count} entries that match: type more to narrow it down.',
  search_none:
    'No entry matches “{query}”. That is no certificate: most sources have never been looked at.',
  search_loading: 'Reading the list…',
  search_failed:
    'Part of the list could not be read, so nothing can be said. Reload the page, or use the table of all entries.',

  follow_heading: 'Follow this list',
  follow_text:
    'To follow it with Demonitor, press its button in the toolbar, then “Manage lists” and “Follow a list”, and give the link, or address and root digest:',
  follow_address: 'Address',
  follow_address_text:
    'the address of this page, as your browser shows it; it begins with https://',
  follow_digest: 'Root digest',
  follow_link: 'Link to follow',
  follow_link_text:
    'the address, #demonitor-root= and the root digest, one after the other without a space',
  follow_compare:
    'Compare the digest with one that you had by another way, such as from the publisher: whoever can change this page can change the digest on it. It is the SHA-256 of the file metadata/1.root.json.',
  copy: 'Copy',
  copied: 'Copied.',
  copy_selected:
    'The browser does not let the page copy. The text is selected: copy it with the keyboard or the menu.',

  files_heading: 'Downloads',
  files_text:
    'Made from the same release. They carry no signature; what Demonitor reads is signed. They hold as of {day}: entries lapse, so take them afresh.',
  file_name: 'File',
  file_holds: 'What it holds',
  file_domains:
    'Hosts in force, one a line; each stands for itself and its subdomains. For filters and exclusion lists.',
  file_scopes: 'The same, and the accounts and pages on shared hosts (host/path).',
  file_csv: 'Every scope with entry, state, grounds, country and counts of evidence, as a table.',
  file_parquet: 'The same table for DuckDB, pandas and the like.',
  file_json: 'Everything: the entries with all their evidence, as in the signed release.',
  file_organisations: 'The organisations that the entries quote, each with kind, country and page.',
  file_changelog_json: 'What each release changed, newest first.',
  file_changelog_atom: 'The same to subscribe to in a feed reader.',

  entries_heading: 'All entries',
  entries_page: 'All entries, page {page} of {pages}',
  entries_pages: 'Pages of the table',
  entries_empty: 'The list has no entries.',
  column_source: 'Source',
  column_grounds: 'Grounds',
  column_evidence: 'Evidence',
  column_state: 'State',
  hosts_more_one: '{hosts} and {count} more',
  hosts_more_other: '{hosts} and {count} more',

  state_listed: 'Listed',
  state_appealed: 'Contested',
  state_suspended: 'Suspended',
  state_removed: 'Removed',
  state_lapsed: 'Lapsed',
  state_suspended_text: 'The entry is kept but not flagged until its review is finished.',
  state_removed_text:
    'The entry is kept for the record, for those who use older releases. It is not flagged.',
  state_lapsed_since:
    'This page was made while the entry was in force. It has lapsed since: a review was due by {day}.',
  state_lapsed_text: 'A review was due by {day} and the entry was not renewed. It is not flagged.',

  grounds_given: 'Grounds that were given',
  entry_kind: 'Kind',
  entry_country: 'Country',
  entry_languages: 'Languages',
  entry_facts: 'The entry',
  code_heading: 'What the Code asks of its signatories',
  scopes_heading: 'What the entry covers',
  scopes_hosts: 'Hosts, each with all its subdomains',
  scopes_paths: 'Pages, each with all pages below it, not the rest of the site',
  scope_imitates: '{scope}, described as an imitation of {host}',
  entry_imitates: 'The evidence describes it as an imitation of {host}.',
  evidence_about: 'About {scopes} only.',
  evidence_about_many: 'About {count} of the addresses',
  evidence_mirror: 'Ties this address to {scope} as its mirror or new address.',
  wrong_text:
    'Say what is wrong, and quote the lines below, in the public repository of the list. The policy says how it is decided, how a source can answer, and when an entry is removed.',
  wrong_link: 'How to dispute, answer or be removed',

  changelog_heading: 'Changelog',
  changelog_lead: 'What each release changed against the one before it, newest first.',
  changelog_feed: 'Subscribe (Atom)',
  changelog_data: 'As data (JSON)',
  changelog_release: 'Version {version}, {day}',
  changelog_unchanged: 'No entry changed.',
  changelog_added_one: '{count} entry added',
  changelog_added_other: '{count} entries added',
  changelog_removed_one: '{count} entry removed from the list',
  changelog_removed_other: '{count} entries removed from the list',
  changelog_changed_one: '{count} entry changed',
  changelog_changed_other: '{count} entries changed',
  changelog_more: 'and {count} more, in changelog.json',
  changelog_older: 'Older releases are in changelog.json.',
  change_scopes_added: 'now also covers {scopes}',
  change_scopes_removed: 'no longer covers {scopes}',
  change_evidence_added_one: '{count} item of evidence added',
  change_evidence_added_other: '{count} items of evidence added',
  change_evidence_removed_one: '{count} item of evidence removed',
  change_evidence_removed_other: '{count} items of evidence removed',
  change_state: 'state: {from}, now {to}',
  change_fields: 'changed: {fields}',
  change_list: 'The list’s own data changed: {fields}.',
  field_name: 'name',
  field_kind: 'kind',
  field_scopes: 'order of addresses',
  field_posesAs: 'whom it imitates',
  field_country: 'country',
  field_languages: 'languages',
  field_grounds: 'grounds',
  field_evidence: 'order of the evidence',
  field_listed: 'day of listing',
  field_reviewed: 'day of review',
  field_reviewBy: 'day by which the next review is due',
  field_reply: 'reply of the source',
  field_title: 'title',
  field_licence: 'licence',
  field_homePage: 'home page',
  field_publisher: 'publisher',
  field_thresholds: 'number of organisations needed',
  field_reviewDays: 'period of review',
  field_maxStaleDays: 'days for which a release is believed',

  policy_heading: 'Policy',
  policy_lead:
    'What it takes to be listed, and how an entry is proposed, disputed, answered, renewed and removed.',
  policy_elsewhere:
    'This is the policy that Demonitor’s own check holds entries to, with the numbers of this list. Where the publisher’s own page says otherwise, that page decides.',
  needs_heading: 'What an entry needs',
  needs_text:
    'The policy holds for each address by itself: a host with its subdomains, or a page on a host that many publishers share. Each needs one of two things:',
  needs_act: 'a dated legal act of a public body that names the outlet, or',
  needs_organisations_one: 'evidence of {count} organisation, of which the following holds.',
  needs_organisations_other:
    'evidence of {count} independent organisations, of which the following holds.',
  needs_recognised:
    'One organisation is recognised: a fact-checker with a public method, a public body, a newsroom with a named method, or a rater with public criteria, named people behind it and a way to answer. Membership in IFCN or EFCSN, the networks of fact-checkers, is shown where it is known and never required.',
  needs_shown:
    'One item shows what was false or who ran it: a fact-check, an investigation or a legal act. Ratings and source lists alone are not enough, however many they are.',
  needs_dated:
    'One dated item judges the outlet itself. An undated item, or a case about a single message (as EUvsDisinfo collects them), counts as the second organisation and never as the first.',
  needs_independent:
    'Organisations are independent when neither belongs to the other, took its finding from the other, or published it jointly with the other.',
  needs_mirror:
    'A mirror or new address of a listed source may stand on one dated item of a recognised organisation that ties the two together.',
  needs_undated:
    'A day is never made up. Where the publisher’s day is not known, the item is shown as undated, with where and when it was transcribed.',
  needs_law:
    'Legal acts name outlets, rarely addresses. Which address belongs to an outlet is this list’s reading, and can be disputed like anything else here.',
  grounds_heading: 'The grounds',
  grounds_text:
    'A ground is given only where the evidence bears it for every address of the entry. Being named in a legal act says that and nothing else.',
  out_heading: 'What stays out',
  out_politics:
    'Sites contested for their politics, with evidence of opinion rather than of falsehood.',
  out_satire:
    'Self-described satire, parody and prank sites, also where readers took a story for real.',
  out_known:
    'Well-known sites without a named exception, and platforms as a whole: there, the account is listed.',
  out_owner: 'Sites whose owner changed, or may have changed, after the evidence was published.',
  out_thin:
    'Whatever rests on ratings or source lists only, on one organisation only, or on nothing dated that judges the outlet.',
  out_meaning:
    'That a source stayed out says nothing in its favour or against it, and better evidence brings it back.',
  first_heading: 'What the first release rests on',
  first_text:
    'The first release, of November 2026, did not go through the review described below. Its items were transcribed from public data sets that quote them, and part of them from stored copies of the pages. The form of each address and its host were checked by machine; the pages and the texts of the legal acts were not all opened, and no second person has confirmed them. That is why entries that rest on old checks end after three months.',
  propose_heading: 'How to propose a source',
  propose_text:
    'Open a pull request with the entry, or an issue with the evidence. Say for each item who published it, where and on which day, and in one neutral line of your own what was checked. Someone other than the proposer opens every address and confirms that it is about this very site.',
  propose_not:
    'Suspicion, screenshots and one’s own reading of a site are no evidence here: bring it to a fact-checker first.',
  dispute_heading: 'How to dispute, answer or be removed',
  dispute_where:
    'All of it goes by issue or pull request in the public repository of the list, so that everybody can see how it was decided. It costs nothing, no lawyer is needed, and nobody promises how soon an answer comes.',
  dispute_home: 'The page of the list leads to its repository.',
  dispute_no_home:
    'The list names no page of its own: ask whoever serves this page where its repository is.',
  dispute_mistake: 'A mistake',
  dispute_mistake_text:
    'Wrong address, withdrawn or corrected fact-check, other owner: say which item, and show the correction. An entry whose evidence no longer meets the policy is removed at once, and the reason is published.',
  dispute_appeal: 'An appeal',
  dispute_appeal_text:
    'The entry is shown as contested until someone who did not list it has reviewed it again. If that cannot be finished soon, it is suspended: kept, but not flagged.',
  dispute_reply: 'A reply',
  dispute_reply_text:
    'A listed source may add its own words, which are shown wherever the entry is shown. To prove that they come from the source, it publishes a text that it is given in a DNS record of its domain or in a file below /.well-known/ on it. Mails and accounts prove nothing: people have tried to have others’ sites removed, and their rivals’ added.',
  dispute_owner: 'A new owner, or a change of practice',
  dispute_owner_text:
    'The same proof, and what changed. Old evidence about an earlier owner does not bind a new one.',
  dispute_removed: 'Removal',
  dispute_removed_text:
    'A removed entry is never flagged. It stays visible as removed where the record matters to those who use older releases; otherwise it goes, and the history keeps it.',
  renewal_heading: 'Renewal and lapse',
  renewal_text_one:
    'Every entry ends by itself on the day after its review is due, at most {count} day after the last one. A day is the reader’s own calendar day. Nobody has to do anything for an entry to end.',
  renewal_text_other:
    'Every entry ends by itself on the day after its review is due, at most {count} days after the last one. A day is the reader’s own calendar day. Nobody has to do anything for an entry to end.',
  renewal_means:
    'Renewing means opening the addresses, looking for newer evidence, and checking that the site still belongs to the same source. Three months are given where a domain looks defunct, where it imitates another site, or where the newest dated evidence is from 2022 or older and no legal act in force carries it.',
  renewal_owner:
    'A domain that changed hands after its entry was written is the commonest way for a list to do harm. When in doubt, it lapses.',
} as const;

export type SiteKey = keyof typeof EN;
