/** A past stream that is open: its summary, events, and the samples that the graph draws. */
import type { PastStream } from '../../../shared/broadcast/past-stream.ts';
import { SampleHistory } from '../../../shared/broadcast/sample-history.ts';
import type { BroadcastEvent, StatsSummary } from '../../../shared/broadcast/statistics.ts';

export interface OpenedStream {
  readonly id: string;
  readonly summary: StatsSummary;
  readonly events: readonly BroadcastEvent[];
  readonly history: SampleHistory;
}

/** Without its figures, when they were lost, a report still has its summary and events. @throws AppError `report/unreadable` */
export function openPastStream({ id, summary, events, samples }: PastStream): OpenedStream {
  const history = new SampleHistory();
  if (samples.length > 0) history.load(samples);
  return { id, summary, events, history };
}
