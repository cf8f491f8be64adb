/** One past stream: how it went, its graph, its figures, and everything that happened. */
import { useCallback, useEffect } from 'react';
import { format, texts } from '../../../shared/text/text.ts';
import { eventTone } from '../../state/event-tone.ts';
import { NamedText } from '../../ui/layout/NamedText.tsx';
import { ReportGroups } from '../../ui/layout/ReportGroups.tsx';
import { classNames } from '../../ui/class-names.ts';
import { GraphView } from '../graph/index.ts';
import type { OpenedStream } from './past-stream.ts';
import { describeStream, streamReportGroups } from './stream-report.ts';
import css from './PastStream.module.css';

export interface PastStreamProps {
  readonly stream: OpenedStream;
  readonly isCompared: boolean;
}

export function PastStream({ stream, isCompared }: PastStreamProps) {
  const { summary, events, history } = stream;
  const getEvents = useCallback(() => events, [events]);
  const nameOf = (id: string) => summary.destinations.find((each) => each.id === id)?.name ?? id;
  const began = texts.pastStreams.startedAt(summary.startedMs);
  useEffect(() => {
    // The graph is a child: its effect has drawn it already.
    performance.mark('pastStream:drawn');
  }, [stream]);
  return (
    <section
      className={css['stream']}
      data-testid="past-stream"
      aria-label={texts.pastStreams.streamOf(began)}
    >
      <p>
        <strong>{began}</strong> <span className={css['verdict']}>{describeStream(summary)}</span>
      </p>
      <div className={css['graph']}>
        <GraphView
          history={history}
          getEvents={getEvents}
          destinations={history.destinationIds.map((id) => ({ id, name: nameOf(id) }))}
          hasSamples={history.length > 0}
          initialWindow="all"
          exportName="upcast-report"
        />
      </div>
      <ReportGroups groups={streamReportGroups(summary, events)} />
      <details open={!isCompared && events.length <= FEW_EVENTS}>
        <summary>{texts.pastStreams.events(events.length)}</summary>
        <ol className={css['events']}>
          {events.map((event, index) => (
            <li key={index} className={classNames(css['event'], css[eventTone(event)])}>
              <time>{format.clock(event.timeMs)}</time>
              <span>
                <NamedText text={texts.events.sentence(event)} name={event.destinationName} />
              </span>
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

const FEW_EVENTS = 30;
