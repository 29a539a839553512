import type { Text } from '../ui/text.ts';
import { BADGE_STYLE } from './badge-style.ts';

/** What the badge says: texts ready to read, so that this file knows no list and no locale. */
export interface BadgeView {
  /** One at least: each list that names the source, in the reader's order. */
  readonly findings: readonly BadgeFinding[];
  /** Of all findings together: what a commitment is need be said only once. */
  readonly commitmentNumbers: readonly number[];
}

/** What one list says of the source. */
export interface BadgeFinding {
  readonly name: string;
  readonly groundsText: string;
  readonly isContested: boolean;
  readonly evidenceText: string;
  readonly listTitle: string;
  readonly isDevelopment: boolean;
  /** The day of the last review, written for the reader. */
  readonly reviewedText: string;
}

/** What a press on the badge does. */
export interface BadgeActions {
  readonly dismiss: () => void;
  /** Left out where a page may not open the popup. */
  readonly openDetails?: () => void;
}

const SVG = 'http://www.w3.org/2000/svg';
/** The label of the toolbar icon, in a box of 16. */
const LABEL_PATH = 'M2 2h6.6L15 8.4 8.4 15 2 8.6z';

/**
 * Draws a small pill which opens into a card on hover, focus or press, and closes on Escape.
 * It takes no focus, announces nothing by itself and covers only its own corner.
 */
export function drawBadge(
  root: ShadowRoot | HTMLElement,
  view: BadgeView,
  on: BadgeActions,
  text: Pick<Text, 'language' | 'say' | 'count' | 'list'>,
): void {
  const badge = build('div', 'badge');
  // No region: a page may have several complementary landmarks, so it needs its name.
  badge.setAttribute('role', 'complementary');
  badge.setAttribute('aria-label', text.say('badge_label'));
  badge.lang = text.language;
  badge.dir = 'ltr';

  const card = build('div', 'card');
  card.id = 'demonitor-card';
  card.hidden = true;
  card.append(...buildCard(view, on, text));

  // One appeal is enough: the source's side is heard even where another list was not asked.
  const isContested = view.findings.some((finding) => finding.isContested);
  const pill = build('button', 'pill');
  pill.type = 'button';
  pill.setAttribute('aria-controls', card.id);
  pill.append(
    drawLabel(),
    build('span', '', text.say(isContested ? 'badge_pill_contested' : 'badge_pill')),
  );
  // In this order: the disclosing button comes before what it discloses; the style turns it round.
  badge.append(pill, card);
  openAndClose(badge, pill, card);
  root.append(buildStyle(), badge);
}

function buildCard(
  view: BadgeView,
  on: BadgeActions,
  text: Pick<Text, 'say' | 'count' | 'list'>,
): HTMLElement[] {
  const numbers = view.commitmentNumbers.map(String);
  const isAlone = view.findings.length === 1;
  const lines = view.findings.flatMap((finding) => buildFinding(finding, isAlone, text));
  if (numbers.length > 0) {
    const stem = numbers.length === 1 ? 'badge_commitment_one' : 'badge_commitment_other';
    lines.push(build('p', 'shared', text.say(stem, text.list(numbers))));
  }
  if (on.openDetails) lines.push(buildButton(text.say('badge_details'), on.openDetails));
  else lines.push(build('p', 'small', text.say('badge_hint')));
  lines.push(buildButton(text.say('badge_dismiss'), on.dismiss));
  return lines;
}

/** The pill says of a finding that stands alone that it is contested. */
function buildFinding(
  finding: BadgeFinding,
  isAlone: boolean,
  text: Pick<Text, 'say'>,
): HTMLElement[] {
  const name = build('p', 'name', finding.name);
  // The source's own name may be written from right to left.
  name.dir = 'auto';
  const lines = [
    name,
    build('p', '', text.say('badge_on_list', finding.listTitle, finding.groundsText)),
    build('p', 'facts', finding.evidenceText),
    build('p', 'small', text.say('badge_reviewed', finding.reviewedText)),
  ];
  if (finding.isDevelopment) lines.push(build('p', 'small', text.say('lists_development')));
  if (finding.isContested && !isAlone) {
    lines.push(build('p', 'facts', text.say('contested_short')));
  }
  return lines;
}

/** A press pins the card; without a press it follows pointer and keyboard focus. */
function openAndClose(badge: HTMLElement, pill: HTMLElement, card: HTMLElement): void {
  let isPinned = false;
  let isOpen = false;
  const show = (opens: boolean): void => {
    isOpen = opens;
    card.hidden = !isOpen;
    pill.setAttribute('aria-expanded', String(isOpen));
  };
  show(false);
  pill.addEventListener('click', ({ detail }) => {
    // The keyboard (detail 0) got here by focus, which opened the card: its press closes it again.
    isPinned = detail === 0 ? !isOpen : !isPinned;
    show(isPinned);
  });
  badge.addEventListener('pointerenter', (event) => {
    // A finger has no hover: its press decides.
    if (event.pointerType !== 'touch') show(true);
  });
  badge.addEventListener('pointerleave', () => {
    const isOnKeys = badge.querySelector(':focus-visible') !== null;
    if (!isPinned && !isOnKeys) show(false);
  });
  badge.addEventListener('focusin', ({ target }) => {
    // Focus by a press must not open what the press then closes.
    if (target instanceof Element && target.matches(':focus-visible')) show(true);
  });
  badge.addEventListener('focusout', (event) => {
    const isInside = event.relatedTarget instanceof Node && badge.contains(event.relatedTarget);
    if (!isInside) show(isPinned);
  });
  badge.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    isPinned = false;
    pill.focus();
    show(false);
  });
}

/**
 * A style element whose text is set before it is attached: both browsers then go by the
 * extension's policy, not by the page's `style-src`. Text nodes are judged by the page in Firefox
 * (https://bugzil.la/1706787).
 */
function buildStyle(): HTMLStyleElement {
  const style = document.createElement('style');
  style.textContent = BADGE_STYLE;
  return style;
}

function drawLabel(): SVGElement {
  const label = document.createElementNS(SVG, 'svg');
  label.setAttribute('viewBox', '0 0 16 16');
  label.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', LABEL_PATH);
  label.append(path);
  return label;
}

function build<Tag extends 'div' | 'p' | 'span' | 'button'>(
  tag: Tag,
  className: string,
  content = '',
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = content;
  return element;
}

function buildButton(label: string, press: () => void): HTMLButtonElement {
  const button = build('button', '', label);
  button.type = 'button';
  button.addEventListener('click', press);
  return button;
}
