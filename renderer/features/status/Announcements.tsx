/** Tells a screen reader what changed on a destination, once, in the words of its newest event. */
import { texts } from '../../../shared/text/text.ts';
import { useSession } from '../../state/services.ts';
import { eventTone } from '../../state/event-tone.ts';

export function Announcements() {
  const latest = useSession((state) => state.events.at(-1));
  const isUrgent = latest !== undefined && (eventTone(latest) === 'bad' || eventTone(latest) === 'warn');
  const sentence = latest === undefined ? '' : texts.events.sentence(latest);
  return (
    <>
      <div className="visually-hidden" aria-live="polite">
        {isUrgent ? '' : sentence}
      </div>
      <div className="visually-hidden" aria-live="assertive">
        {isUrgent ? sentence : ''}
      </div>
    </>
  );
}
