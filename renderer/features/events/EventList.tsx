/** What happened, newest first, each with its time on air and one plain sentence. */
import { memo } from 'react';
import type { BroadcastEvent } from '../../../shared/broadcast/statistics.ts';
import { useSession } from '../../state/services.ts';
import { EmptyState } from '../../ui/layout/EmptyState.tsx';
import { NamedText } from '../../ui/layout/NamedText.tsx';
import { classNames } from '../../ui/class-names.ts';
import { format, texts } from '../../../shared/text/text.ts';
import { eventTone } from '../../state/event-tone.ts';
import css from './EventList.module.css';

/** More are kept, and exported, than are shown. */
const SHOWN = 300;

export function EventList() {
  const events = useSession((state) => state.events);
  const firstMs = useSession((state) => state.firstEventMs) ?? 0;
  if (events.length === 0) {
    return <EmptyState text={texts.window.noEvents} />;
  }
  return (
    <ol className={css['list']} aria-label={texts.window.events}>
      {events
        .slice(-SHOWN)
        .toReversed()
        .map((event) => (
          <EventRow key={keyOf(event)} event={event} firstMs={firstMs} />
        ))}
    </ol>
  );
}

interface EventRowProps {
  readonly event: BroadcastEvent;
  /** When the first event of the list happened. */
  readonly firstMs: number;
}

/** Rendered once: events never change, and hundreds of rows stay while others come. */
const EventRow = memo(function EventRow({ event, firstMs }: EventRowProps) {
  return (
    <li className={classNames(css['event'], css[eventTone(event)])}>
      <time className={css['time']} title={format.clock(event.timeMs)}>
        {format.elapsed(event.timeMs - firstMs)}
      </time>
      <span className={css['dot']} aria-hidden />
      <span className={css['text']}>
        <NamedText text={texts.events.sentence(event)} name={event.destinationName} />
      </span>
    </li>
  );
});

const keys = new WeakMap<BroadcastEvent, number>();
let lastKey = 0;

function keyOf(event: BroadcastEvent): number {
  const known = keys.get(event);
  if (known !== undefined) return known;
  lastKey += 1;
  keys.set(event, lastKey);
  return lastKey;
}
