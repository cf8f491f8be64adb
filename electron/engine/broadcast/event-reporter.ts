/** Makes events of what happens in a broadcast: with their time on its timeline, and a line in the log for each. */
import type { ErrorRecord } from '../../../shared/errors/app-error.ts';
import { Emitter } from '../../../shared/emitter.ts';
import { kindOf } from '../../../shared/broadcast/event-kind.ts';
import type { EventFact } from '../../../shared/broadcast/events.ts';
import type { OutputKind } from '../../../shared/broadcast/state.ts';
import type { BroadcastEvent } from '../../../shared/broadcast/statistics.ts';
import type { DestinationReport } from '../outputs/machines/destination-types.ts';
import type { DestinationLink } from '../outputs/link/destination-link.ts';
import type { OutputLog } from '../outputs/output.ts';
import type { ServerMessage } from '../outputs/link/server-message-limit.ts';
import { destinationEvent } from './destination-events.ts';
import type { Timeline } from './timeline.ts';

/** The destination that an event is about. */
export interface EventSubject {
  readonly kind: OutputKind;
  readonly id: string;
  readonly name: string;
}

export class EventReporter {
  readonly onEvent = new Emitter<BroadcastEvent>();
  readonly #log: OutputLog;
  readonly #timeline: Timeline;

  constructor(log: OutputLog, timeline: Timeline) {
    this.#log = log;
    this.#timeline = timeline;
  }

  report(fact: EventFact, error?: ErrorRecord, link?: EventSubject): void {
    this.#log(error ? 'warn' : 'info', `${fact.code} ${link?.name ?? ''} ${JSON.stringify(fact.details)}`);
    this.onEvent.emit({
      type: 'event',
      timeMs: this.#timeline.now(),
      kind: kindOf(fact.code),
      ...fact,
      ...(link === undefined ? {} : { destinationId: link.id, destinationName: link.name }),
      ...(link?.kind === 'rehearsal' ? { isRehearsal: true } : {}),
      ...(error === undefined ? {} : { error }),
    });
  }

  /** What a destination's machine reports. */
  reportLink(
    link: Pick<DestinationLink, 'kind' | 'id' | 'name' | 'movedHost'>,
    what: DestinationReport,
  ): void {
    const { fact, error } = destinationEvent(what, link.movedHost);
    this.report(fact, error, link);
  }

  /** The server's own words. */
  reportServerMessage(link: EventSubject, { text: words, times, isRepeated }: ServerMessage): void {
    this.report({ code: 'serverSaid', details: { words, times, isRepeated } }, undefined, link);
  }

  /** For the log alone: nothing that is under way goes by the system's clock. */
  logClockSet(byMs: number): void {
    const seconds = Math.abs(byMs / 1000).toFixed(1);
    this.#log('warn', `The system clock was set ${byMs > 0 ? 'forward' : 'back'} by ${seconds} s.`);
  }
}
