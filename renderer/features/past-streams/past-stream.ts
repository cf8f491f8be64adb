/** A kept stream, opened: its figures as a history that a graph draws. */
import type { KeptStream } from '../../../shared/broadcast/kept-stream.ts';
import { SampleHistory } from '../../../shared/broadcast/sample-history.ts';
import type { BroadcastEvent, StatsSummary } from '../../../shared/broadcast/statistics.ts';

export interface OpenedStream {
  readonly id: string;
  readonly summary: StatsSummary;
  readonly events: readonly BroadcastEvent[];
  readonly history: SampleHistory;
}

/** Without its figures, when they were lost, a report still has its summary and events. @throws AppError `settings/corrupt` */
export function openPastStream({ id, summary, events, samples }: KeptStream): OpenedStream {
  const history = new SampleHistory();
  if (samples.length > 0) history.load(samples);
  return { id, summary, events, history };
}
