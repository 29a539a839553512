import { useEffect, useRef } from 'preact/hooks';
import { useText } from '../ui/text-context.ts';

interface Props {
  readonly titleId: string;
  readonly place: number;
  readonly count: number;
  readonly move: (position: number) => void;
}

/** Moves a list among the others, and keeps the focus on what was pressed where it moves to. */
export function MoveButtons({ titleId, place, count, move }: Props) {
  const text = useText();
  const up = useRef<HTMLButtonElement>(null);
  const down = useRef<HTMLButtonElement>(null);
  const pressed = useRef<'up' | 'down' | undefined>(undefined);
  useEffect(() => {
    if (pressed.current === undefined) return;
    const order = pressed.current === 'up' ? [up, down] : [down, up];
    pressed.current = undefined;
    // At the end of the way the pressed one is out of use.
    order.find(({ current }) => current?.disabled === false)?.current?.focus();
  }, [place]);
  const press = (which: 'up' | 'down', position: number) => (): void => {
    pressed.current = which;
    move(position);
  };
  return (
    <span class="pair">
      <button
        ref={up}
        type="button"
        aria-describedby={titleId}
        disabled={place === 0}
        onClick={press('up', place - 1)}
      >
        {text.say('lists_up')}
      </button>
      <button
        ref={down}
        type="button"
        aria-describedby={titleId}
        disabled={place === count - 1}
        onClick={press('down', place + 1)}
      >
        {text.say('lists_down')}
      </button>
    </span>
  );
}
