import { DashboardLink } from '../ui/dashboard-link.tsx';
import { useText } from '../ui/text-context.ts';

interface Props {
  readonly isPaused: boolean;
  readonly pause: () => void;
}

/** What Demonitor is, the way to its own pages, and the switch that stops it; the way back stands in the paused view. */
export function PopupFooter({ isPaused, pause }: Props) {
  const text = useText();
  return (
    <footer>
      <p class="small">{text.say('extension_description')}</p>
      <DashboardLink page="#lists">{text.say('dashboard_lists')}</DashboardLink>
      {!isPaused && (
        <button type="button" onClick={pause}>
          {text.say('pause_button')}
        </button>
      )}
    </footer>
  );
}
