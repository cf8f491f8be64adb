/** What a link is made from: what all links of a stream share, what is its own, and whom it reports to. */
import type { Clock } from '../../../../shared/clock.ts';
import type { OutputKind } from '../../../../shared/broadcast/state.ts';
import type { DestinationWithSecrets } from '../../../../shared/destinations/destination.ts';
import type { VideoCodec } from '../../../../shared/encoding/codec.ts';
import type { OutputClock } from '../../../../shared/media/timeline.ts';
import type { MediaPacket } from '../../../rtmp/flv/packet.ts';
import type { Program } from '../program.ts';
import type { OutputDriver } from '../driver.ts';
import type { DestinationPhase, DestinationReport } from '../machines/destination-types.ts';
import type { OutputLog } from '../output.ts';
import type { QueueLimits } from './send-queue.ts';
import type { ServerMessage } from './server-message-limit.ts';

/** The same for all links of one stream. */
export interface SharedLinkOptions {
  readonly shouldRetryFirst: boolean;
  readonly program: Program;
  /** Of the program, for as long as it is on air. */
  readonly videoCodec: VideoCodec;
  readonly limits: QueueLimits;
  readonly driver: OutputDriver;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: OutputLog;
}

/** What one link sends to. */
export interface LinkTarget {
  readonly kind: OutputKind;
  readonly id: string;
  /** Of a backup that is sent to at the same time: the id of its destination. */
  readonly backupOf?: string;
  readonly name: string;
  readonly destination: DestinationWithSecrets;
  /** The server of this link; a backup sent to at the same time is a link of its own. */
  readonly url: string;
  /** For fail-over. */
  readonly backupUrl?: string;
  readonly base: OutputClock;
}

export interface DestinationLinkOptions extends SharedLinkOptions, LinkTarget {
  /** When other links are to retry, on the clock. */
  readonly takenMs: () => readonly number[];
  /** After every change of the view. */
  readonly onChange: (previous: DestinationPhase, next: DestinationPhase) => void;
  /** Media that was handed to a connection, under the timestamp that the server gets. */
  readonly onSent: (packet: MediaPacket, timestampMs: number) => void;
  readonly onReport: (what: DestinationReport) => void;
  readonly onServerMessage: (message: ServerMessage) => void;
}
