/** What a source of OBS becomes, and what of the source is lost on the way. */
import type { VideoInput } from '../../studio/inputs.ts';
import type { ReportReason } from '../report.ts';

export interface Loss {
  readonly reason: ReportReason;
  readonly details: Readonly<Record<string, string | number>>;
}

export interface FoundInput {
  /** Undefined where the source is not taken. */
  readonly input: VideoInput | undefined;
  readonly loss: Loss | undefined;
}
