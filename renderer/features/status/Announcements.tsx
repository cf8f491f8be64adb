/** Tells a screen reader what changed on a destination, once, in the words of its newest event. */
import { useSession } from '../../state/services.ts';
import { eventTone } from '../../state/event-tone.ts';

export function Announcements() {
  const latest = useSession((state) => state.events.at(-1));
  const isUrgent = latest !== undefined && (eventTone(latest) === 'bad' || eventTone(latest) === 'warn');
  return (
    <>
      <div className="visually-hidden" aria-live="polite">
        {latest !== undefined && !isUrgent ? latest.text : ''}
      </div>
      <div className="visually-hidden" aria-live="assertive">
        {latest !== undefined && isUrgent ? latest.text : ''}
      </div>
    </>
  );
}
