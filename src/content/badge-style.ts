/**
 * The badge's look. Sizes are in em, counted from the reader's own default size: the page's `rem`
 * must not shrink it. The corner itself is the host element's matter. The pill reaches up to the
 * card by an empty box, so that a mouse on its way there never leaves the badge. The backdrop that
 * pages style for their own dialogs must not darken them because of us.
 */
export const BADGE_STYLE = `
:host::backdrop{display:none!important}
.badge{--paper:#fbfaf6;--ink:#14233b;--soft:#43526a;--line:#14233b;--amber:#f2b13a;--focus:#0b4f9e;
display:flex;flex-direction:column-reverse;align-items:flex-end;gap:.4em;
box-sizing:border-box;max-inline-size:100vw;padding:.6em;pointer-events:none;
font:.875em/1.4 system-ui,sans-serif;color:var(--ink);text-align:start;overflow-wrap:anywhere}
.badge *{box-sizing:border-box}
.pill,.card{pointer-events:auto;background:var(--paper);border:2px solid var(--line)}
button{font:inherit;color:inherit;background:none;border:1px solid var(--line);border-radius:.3em;
margin:0;padding:.4em .7em;min-block-size:2em;text-align:start;cursor:pointer}
.pill{display:flex;align-items:center;gap:.45em;border-radius:1.2em;font-weight:600;position:relative}
.pill::before{content:'';position:absolute;inset:-.5em 0 auto;block-size:.5em}
svg{inline-size:1.15em;block-size:1.15em;flex:none}
path{fill:var(--amber);stroke:currentColor;stroke-width:1.5;stroke-linejoin:round}
.card{inline-size:22em;max-inline-size:100%;max-block-size:calc(100vh - 5em);overflow:auto;
padding:.8em;border-radius:.4em;box-shadow:0 .3em 1.2em #0004;animation:open .12s ease-out}
.card[hidden]{display:none}
p{margin:0 0 .55em}
.name{font-size:1.15em;font-weight:700;padding-block-end:.3em;border-block-end:4px solid var(--line)}
*+.name{margin-block-start:.9em}
.facts{font-weight:600}
.shared{padding-block-start:.55em;border-block-start:1px solid var(--line)}
.small{color:var(--soft);font-size:.93em}
.card button{display:block;inline-size:100%;margin-block-start:.4em;text-align:center}
button:hover{text-decoration:underline}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
@keyframes open{from{opacity:0;transform:translateY(.3em)}}
@media (prefers-color-scheme:dark){.badge{--paper:#10192a;--ink:#e9eef7;--soft:#b3bfd1;
--line:#8fa3c4;--focus:#8fbcff}}
@media (prefers-reduced-motion:reduce){.card{animation:none}}
@media (forced-colors:active){path{fill:Highlight;stroke:CanvasText}}
@media print{.badge{display:none}}
`;
