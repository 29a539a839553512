export type Status = 'listed' | 'not-listed' | 'no-list' | 'not-checkable' | 'paused' | 'loading';

const SHAPES: Readonly<Record<Status, string>> = {
  // The label of the toolbar icon; solid by the style sheet.
  listed: 'M2 2h6.4l5.6 5.8L7.9 14 2 8.2z',
  'not-listed': 'M2 2h6.4l5.6 5.8L7.9 14 2 8.2z',
  'no-list': 'M2 2h6.4l5.6 5.8L7.9 14 2 8.2zM14.5 1.5l-13 13',
  'not-checkable': 'M2.5 8h11',
  paused: 'M5 3v10M11 3v10',
  loading: 'M3 8h.1M8 8h.1M13 8h.1',
};

/** The state as a shape beside its word: never by colour alone. */
export function StatusGlyph({ status }: { readonly status: Status }) {
  return (
    <svg class={`glyph glyph-${status}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[status]} />
    </svg>
  );
}
