import type { SiteKey } from './en.ts';

/** The same texts in French; the spaces before `: ; ! ?` do not break. */
export const FR: Readonly<Record<SiteKey, string>> = {
  other_language: 'English',
  skip: 'Aller au contenu',
  nav_label: 'Pages de cette liste',
  nav_overview: 'Vue d’ensemble',
  nav_entries: 'Fiches',
  nav_policy: 'Règles',
  nav_changelog: 'Historique',
  page_title: '{page} · {list}',
  page_footer_source:
    'Établi par Demonitor à partir de la version elle-même. Ces pages ne déposent aucun cookie, ne chargent rien d’ailleurs et ne signalent votre visite à personne.',

  index_lead:
    'Des éditeurs et des réseaux sur lesquels des organisations indépendantes ont publié des éléments\u00a0: affirmations jugées fausses, informations inventées, médias imités, opérations menées à couvert, ou acte juridique de l’UE qui nomme le média. Chaque fiche montre ces éléments un par un, avec leur date et leur adresse.',
  reading_heading: 'Ce que veut dire une fiche',
  reading_text:
    'Une fiche est la lecture que cette liste fait d’éléments publiés. Ce n’est pas un constat d’un tribunal, de l’Union européenne, d’une plateforme ni des organisations citées. Si l’élément est un acte juridique, l’acte nomme le média\u202f; que l’adresse lui appartienne reste la lecture de cette liste.',
  reading_code:
    'Le code de conduite européen contre la désinformation ne nomme aucun site. Il engage les entreprises qui l’ont signé et ne demande rien à une source listée.',
  reading_not_listed:
    '«\u00a0Non listé\u00a0» n’est pas un certificat. La plupart des sources n’ont jamais été examinées.',

  facts_heading: 'Cette version',
  fact_publisher: 'Publiée par',
  fact_publisher_unnamed: 'La liste ne nomme personne\u202f; qui sert cette page en répond',
  fact_licence: 'Licence des fiches',
  fact_home: 'Page de la liste',
  fact_version: 'Version',
  fact_published: 'Publiée le',
  fact_believed: 'Valable jusqu’au',
  fact_believed_note:
    'Passé ce jour, Demonitor ne se fie plus à cette version, sauf si son éditeur l’a confirmée d’ici là.',
  numbers_heading: 'En chiffres',
  number_entries: 'Fiches',
  number_hosts: 'Hôtes couverts',
  number_paths: 'Comptes et pages couverts',
  number_evidence: 'Éléments à l’appui',
  number_organisations: 'Organisations citées',
  numbers_states: 'Fiches par état',
  numbers_grounds: 'Fiches par motif',
  numbers_grounds_note: 'Une fiche peut avoir plusieurs motifs.',
  most_quoted: 'Organisations les plus citées',

  search_heading: 'Une source est-elle sur la liste\u202f?',
  search_label: 'Adresse, nom, organisation, motif ou pays',
  search_hint:
    'La recherche se fait sur votre machine\u00a0: ce que vous tapez reste sur cette page.',
  search_noscript: 'La recherche demande JavaScript. Le tableau de toutes les fiches s’en passe.',
  search_all: 'Toutes les fiches en tableau',
  search_covered:
    'La fiche «\u00a0{entry}\u00a0» couvre {address} par sa portée {scope}. État\u00a0: {state}.',
  search_not_covered:
    'Aucune fiche ne couvre {address}. Ce n’est pas un certificat\u00a0: la plupart des sources n’ont jamais été examinées.',
  search_found_one: '{count} fiche correspond.',
  search_found_other: '{count} fiches correspondent.',
  search_capped:
    'Les {shown} premières des {count} fiches qui correspondent\u00a0: précisez pour en réduire le nombre.',
  search_none:
    'Aucune fiche ne correspond à «\u00a0{query}\u00a0». Ce n’est pas un certificat\u00a0: la plupart des sources n’ont jamais été examinées.',
  search_loading: 'Lecture de la liste…',
  search_failed:
    'Une partie de la liste n’a pas pu être lue, on ne peut donc rien dire. Rechargez la page ou consultez le tableau de toutes les fiches.',

  follow_heading: 'Suivre cette liste',
  follow_text:
    'Pour la suivre avec Demonitor, cliquez sur son bouton dans la barre d’outils, puis sur «\u00a0Gérer les listes\u00a0» et «\u00a0Suivre une liste\u00a0», et donnez le lien, ou l’adresse et l’empreinte racine\u00a0:',
  follow_address: 'Adresse',
  follow_address_text:
    'l’adresse de cette page, telle que votre navigateur l’affiche, sans la fin fr/ ou fr/index.html\u202f; elle commence par https://',
  follow_digest: 'Empreinte racine',
  follow_link: 'Lien à suivre',
  follow_link_text: 'l’adresse, #demonitor-root= et l’empreinte racine, à la suite et sans espace',
  follow_compare:
    'Comparez l’empreinte avec celle que vous tenez d’une autre voie, de l’éditeur par exemple\u00a0: qui peut modifier cette page peut y modifier l’empreinte. C’est le SHA-256 du fichier metadata/1.root.json.',
  copy: 'Copier',
  copied: 'Copié.',
  copy_selected:
    'Le navigateur ne laisse pas la page copier. Le texte est sélectionné\u00a0: copiez-le au clavier ou par le menu.',

  files_heading: 'Téléchargements',
  files_text:
    'Tirés de la même version. Ils ne portent pas de signature\u202f; ce que lit Demonitor est signé. Ils valent au {day}\u00a0: les fiches expirent, reprenez-les donc régulièrement.',
  file_name: 'Fichier',
  file_holds: 'Ce qu’il contient',
  file_domains:
    'Les hôtes en vigueur, un par ligne\u202f; chacun vaut pour lui-même et ses sous-domaines. Pour les filtres et les listes d’exclusion.',
  file_scopes: 'Les mêmes, avec les comptes et les pages sur des hôtes partagés (hôte/chemin).',
  file_csv:
    'Chaque portée avec sa fiche, son état, ses motifs, son pays et le nombre d’éléments, en tableau.',
  file_parquet: 'Le même tableau pour DuckDB, pandas et autres.',
  file_json: 'Tout\u00a0: les fiches avec tous leurs éléments, comme dans la version signée.',
  file_organisations:
    'Les organisations que citent les fiches, chacune avec sa nature, son pays et sa page.',
  file_changelog_json: 'Ce que chaque version a changé, la plus récente d’abord.',
  file_changelog_atom: 'La même chose, pour s’abonner dans un lecteur de flux (en anglais).',

  entries_heading: 'Toutes les fiches',
  entries_page: 'Toutes les fiches, page {page} sur {pages}',
  entries_pages: 'Pages du tableau',
  entries_empty: 'La liste n’a pas de fiche.',
  column_source: 'Source',
  column_grounds: 'Motifs',
  column_evidence: 'Éléments à l’appui',
  column_state: 'État',
  hosts_more_one: '{hosts} et {count} autre',
  hosts_more_other: '{hosts} et {count} autres',

  state_listed: 'Listée',
  state_appealed: 'Contestée',
  state_suspended: 'Suspendue',
  state_removed: 'Retirée',
  state_lapsed: 'Expirée',
  state_suspended_text:
    'La fiche est conservée, mais rien n’est signalé tant que sa revue n’est pas terminée.',
  state_removed_text:
    'La fiche est conservée pour mémoire, pour qui utilise des versions antérieures. Rien n’est signalé.',
  state_lapsed_since:
    'Cette page date d’un jour où la fiche était en vigueur. Elle a expiré depuis\u00a0: une revue était attendue pour le {day}.',
  state_lapsed_text:
    'Une revue était attendue pour le {day} et la fiche n’a pas été renouvelée. Rien n’est signalé.',

  grounds_given: 'Motifs qui ont été donnés',
  entry_kind: 'Type',
  entry_country: 'Pays',
  entry_languages: 'Langues',
  entry_facts: 'La fiche',
  code_heading: 'Ce que le Code demande à ses signataires',
  scopes_heading: 'Ce que couvre la fiche',
  scopes_hosts: 'Hôtes, chacun avec tous ses sous-domaines',
  scopes_paths: 'Pages, chacune avec celles en dessous, pas le reste du site',
  scope_imitates: '{scope}, décrite comme une imitation de {host}',
  entry_imitates: 'Les éléments à l’appui la décrivent comme une imitation de {host}.',
  evidence_about: 'Porte seulement sur {scopes}.',
  evidence_about_many: 'Porte sur {count} des adresses',
  evidence_mirror:
    'Rattache cette adresse à {scope}, dont elle est le miroir ou la nouvelle adresse.',
  wrong_text:
    'Dites ce qui ne va pas, en citant les lignes ci-dessous, dans le dépôt public de la liste. Les règles disent comment on tranche, comment une source peut répondre et quand une fiche est retirée.',
  wrong_link: 'Contester, répondre ou être retiré',

  changelog_heading: 'Historique',
  changelog_lead:
    'Ce que chaque version a changé par rapport à la précédente, la plus récente d’abord.',
  changelog_feed: 'S’abonner (Atom, en anglais)',
  changelog_data: 'En données (JSON)',
  changelog_release: 'Version {version}, {day}',
  changelog_unchanged: 'Aucune fiche n’a changé.',
  changelog_added_one: '{count} fiche ajoutée',
  changelog_added_other: '{count} fiches ajoutées',
  changelog_removed_one: '{count} fiche ôtée de la liste',
  changelog_removed_other: '{count} fiches ôtées de la liste',
  changelog_changed_one: '{count} fiche modifiée',
  changelog_changed_other: '{count} fiches modifiées',
  changelog_more: 'et {count} de plus, dans changelog.json',
  changelog_older: 'Les versions plus anciennes sont dans changelog.json.',
  change_scopes_added: 'couvre aussi désormais {scopes}',
  change_scopes_removed: 'ne couvre plus {scopes}',
  change_evidence_added_one: '{count} élément ajouté',
  change_evidence_added_other: '{count} éléments ajoutés',
  change_evidence_removed_one: '{count} élément ôté',
  change_evidence_removed_other: '{count} éléments ôtés',
  change_state: 'état\u00a0: {from}, désormais {to}',
  change_fields: 'modifié\u00a0: {fields}',
  change_list: 'Les données de la liste elle-même ont changé\u00a0: {fields}.',
  field_name: 'nom',
  field_kind: 'type',
  field_scopes: 'ordre des adresses',
  field_posesAs: 'qui elle imite',
  field_country: 'pays',
  field_languages: 'langues',
  field_grounds: 'motifs',
  field_evidence: 'ordre des éléments',
  field_listed: 'jour d’inscription',
  field_reviewed: 'jour de la revue',
  field_reviewBy: 'jour de la prochaine revue',
  field_reply: 'réponse de la source',
  field_title: 'titre',
  field_licence: 'licence',
  field_homePage: 'page d’accueil',
  field_publisher: 'éditeur',
  field_thresholds: 'nombre d’organisations requises',
  field_reviewDays: 'délai de revue',
  field_maxStaleDays: 'durée de validité d’une version',

  policy_heading: 'Règles',
  policy_lead:
    'Ce qu’il faut pour être listé, et comment une fiche est proposée, contestée, renouvelée et retirée, ou reçoit une réponse.',
  policy_elsewhere:
    'Ce sont les règles auxquelles le contrôle de Demonitor tient les fiches, avec les nombres de cette liste. Là où la page de l’éditeur dit autre chose, c’est elle qui décide.',
  needs_heading: 'Ce qu’il faut pour une fiche',
  needs_text:
    'Ces règles valent pour chaque adresse prise à part\u00a0: un hôte avec ses sous-domaines, ou une page sur un hôte que partagent de nombreux éditeurs. Il faut à chacune l’une de ces deux choses\u00a0:',
  needs_act: 'un acte juridique daté d’un organisme public, qui nomme le média, ou',
  needs_organisations_one: 'un élément de {count} organisation, dont voici les conditions.',
  needs_organisations_other:
    'des éléments de {count} organisations indépendantes, dont voici les conditions.',
  needs_recognised:
    'Une organisation est reconnue\u00a0: un vérificateur de faits à la méthode publique, un organisme public, une rédaction qui nomme sa méthode, ou un évaluateur aux critères publics, porté par des personnes nommées et à qui l’on peut répondre. L’appartenance à l’IFCN ou à l’EFCSN, les réseaux de vérificateurs, est montrée là où elle est connue et n’est jamais exigée.',
  needs_shown:
    'Un élément montre ce qui était faux ou qui était aux commandes\u00a0: une vérification, une enquête ou un acte juridique. Des évaluations et des listes de sources ne suffisent pas, quel que soit leur nombre.',
  needs_dated:
    'Un élément daté juge le média lui-même. Un élément sans date, ou un cas portant sur un seul message (comme en réunit EUvsDisinfo), compte comme la deuxième organisation, jamais comme la première.',
  needs_independent:
    'Des organisations sont indépendantes quand aucune n’appartient à l’autre, n’a repris son constat ni ne l’a publié avec elle.',
  needs_mirror:
    'Un miroir ou une nouvelle adresse d’une source listée peut reposer sur un seul élément daté d’une organisation reconnue qui rattache l’un à l’autre.',
  needs_undated:
    'Une date n’est jamais inventée. Là où celle de l’éditeur n’est pas connue, l’élément est montré sans date, avec le lieu et le jour où il a été relevé.',
  needs_law:
    'Les actes juridiques nomment des médias, rarement des adresses. Le rattachement d’une adresse à un média est la lecture de cette liste et peut être contesté comme tout le reste.',
  grounds_heading: 'Les motifs',
  grounds_text:
    'Un motif n’est donné que si les éléments le soutiennent pour chaque adresse de la fiche. Être nommé dans un acte juridique ne dit que cela.',
  out_heading: 'Ce qui reste dehors',
  out_politics:
    'Les sites contestés pour leur politique, là où les éléments montrent une opinion plutôt qu’une fausseté.',
  out_satire:
    'Les sites qui se disent satiriques, parodiques ou de canulars, même si des lecteurs ont pris un récit au sérieux.',
  out_known:
    'Les sites très connus sans exception nommée, et les plateformes entières\u202f; là, c’est le compte qui est listé.',
  out_owner:
    'Les sites dont le propriétaire a changé, ou a pu changer, après la publication des éléments.',
  out_thin:
    'Ce qui ne repose que sur des évaluations ou des listes de sources, que sur une organisation, ou sur rien de daté qui juge le média.',
  out_meaning:
    'Qu’une source soit restée dehors ne dit rien pour elle ni contre elle, et de meilleurs éléments la font revenir.',
  first_heading: 'Sur quoi repose la première version',
  first_text:
    'La première version, de novembre 2026, n’est pas passée par la revue décrite plus bas. Ses éléments ont été relevés dans des jeux de données publics qui les citent, et en partie dans des copies conservées des pages. La forme de chaque adresse et son hôte ont été contrôlés par la machine\u202f; les pages et les textes des actes juridiques n’ont pas tous été ouverts, et personne d’autre ne les a confirmés. C’est pourquoi les fiches qui reposent sur des vérifications anciennes expirent après trois mois.',
  propose_heading: 'Proposer une source',
  propose_text:
    'Ouvrez une pull request avec la fiche, ou un ticket (issue) avec les éléments. Dites pour chacun qui l’a publié, où et quel jour et, en une ligne neutre de votre main, ce qui a été vérifié. Une autre personne que celle qui propose ouvre chaque adresse et confirme qu’il s’agit bien de ce site.',
  propose_not:
    'Un soupçon, des captures d’écran ou sa propre lecture d’un site ne suffisent pas ici\u202f; soumettez-les d’abord à un vérificateur de faits.',
  dispute_heading: 'Contester, répondre ou être retiré',
  dispute_where:
    'Tout passe par un ticket ou une pull request dans le dépôt public de la liste, pour que chacun voie comment on a tranché. C’est gratuit, il n’y faut pas d’avocat, et personne ne promet de délai de réponse.',
  dispute_home: 'La page de la liste mène à son dépôt.',
  dispute_no_home:
    'La liste ne nomme pas de page à elle\u202f; demandez à qui sert cette page où est son dépôt.',
  dispute_mistake: 'Une erreur',
  dispute_mistake_text:
    'Mauvaise adresse, vérification retirée ou corrigée, autre propriétaire\u00a0: dites quel élément et montrez la correction. Une fiche dont les éléments ne satisfont plus aux règles est retirée aussitôt, et la raison est publiée.',
  dispute_appeal: 'Un recours',
  dispute_appeal_text:
    'La fiche est montrée comme contestée jusqu’à ce qu’une personne qui ne l’a pas inscrite l’ait revue. Si cela ne peut aboutir bientôt, elle est suspendue\u00a0: conservée, mais rien n’est signalé.',
  dispute_reply: 'Une réponse',
  dispute_reply_text:
    'Une source listée peut ajouter ses propres mots, montrés partout où l’est la fiche. Pour prouver qu’ils viennent d’elle, elle publie un texte qui lui est donné, dans un enregistrement DNS de son domaine ou dans un fichier sous /.well-known/. Courriels et comptes ne prouvent rien\u202f; certains ont tenté de faire retirer les sites d’autrui, ou d’y faire inscrire leurs rivaux.',
  dispute_owner: 'Un nouveau propriétaire, ou un changement de pratique',
  dispute_owner_text:
    'La même preuve, et ce qui a changé. D’anciens éléments sur un propriétaire précédent n’engagent pas le nouveau.',
  dispute_removed: 'Le retrait',
  dispute_removed_text:
    'Une fiche retirée ne donne lieu à aucun signalement. Elle reste visible comme telle là où cela importe à qui utilise des versions antérieures\u202f; sinon elle disparaît, et l’historique la garde.',
  renewal_heading: 'Renouvellement et expiration',
  renewal_text_one:
    'Chaque fiche prend fin d’elle-même au lendemain du jour prévu pour sa revue, au plus tard {count} jour après la précédente. Un jour est celui du calendrier du lecteur. Personne n’a rien à faire pour qu’une fiche prenne fin.',
  renewal_text_other:
    'Chaque fiche prend fin d’elle-même au lendemain du jour prévu pour sa revue, au plus tard {count} jours après la précédente. Un jour est celui du calendrier du lecteur. Personne n’a rien à faire pour qu’une fiche prenne fin.',
  renewal_means:
    'Renouveler veut dire ouvrir les adresses, chercher des éléments plus récents et s’assurer que le site appartient toujours à la même source. Trois mois sont donnés là où un domaine paraît abandonné, là où il imite un autre site, ou là où l’élément daté le plus récent remonte à 2022 ou avant et qu’aucun acte juridique en vigueur ne porte la fiche.',
  renewal_owner:
    'Un domaine passé en d’autres mains après la rédaction de sa fiche est le moyen le plus courant, pour une liste, de nuire. Dans le doute, elle expire.',
};
