/** What happened, newest first, each with its time on air and one plain sentence. */
import type { BroadcastEvent } from '../../../shared/broadcast/statistics.ts';
import { useSession } from '../../api/services.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { classNames } from '../../ui/class-names.ts';
import { formatClock, formatElapsed } from '../../ui/format.ts';
import { eventTone } from '../../api/event-tone.ts';
import css from './EventList.module.css';

/** More are kept, and exported, than are shown. */
const SHOWN = 300;

export function EventList() {
  const events = useSession((state) => state.events);
  const firstMs = events[0]?.timeMs ?? 0;
  if (events.length === 0) {
    return <EmptyState text="Nothing has happened yet. What happens on air is listed here, in words." />;
  }
  return (
    <ol className={css['list']} aria-label="Events">
      {events
        .slice(-SHOWN)
        .toReversed()
        .map((event, index) => (
          <li key={events.length - index} className={classNames(css['event'], css[eventTone(event)])}>
            <time className={css['time']} title={formatClock(event.timeMs)}>
              {formatElapsed(event.timeMs - firstMs)}
            </time>
            <span className={css['dot']} aria-hidden />
            <span className={css['text']}>{describeEvent(event)}</span>
          </li>
        ))}
    </ol>
  );
}

function describeEvent(event: BroadcastEvent): string {
  const { destinationName: name, text } = event;
  return name === undefined || text.includes(name) ? text : `${name}: ${text}`;
}
