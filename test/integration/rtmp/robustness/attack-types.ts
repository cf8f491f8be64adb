/** One line of the robustness list, and what its run saw. */
import type { AppError } from '../../../../shared/errors/app-error.ts';
import type {
  Publisher,
  PublisherEvent,
  PublisherOptions,
} from '../../../../electron/rtmp/publisher/publisher.ts';
import type { HostileCertificate, HostileConnection, Stage } from '../../../support/servers/hostile-peer.ts';

export interface Attack {
  /** Begins with the line's number. */
  readonly name: string;
  readonly at: Stage;
  play(connection: HostileConnection, index: number): void | Promise<void>;
  /** The error's code; `lives` when the publisher goes on. */
  readonly outcome: string | RegExp;
  /** The attack is over somewhere else than it began: what is left of the way in good order. */
  readonly goesOnFrom?: Stage;
  readonly options?: Partial<PublisherOptions>;
  /** Makes the peer an RTMPS server. */
  readonly certificate?: HostileCertificate;
  readonly check?: ((seen: Seen) => void) | undefined;
}

export interface Seen {
  readonly events: readonly PublisherEvent[];
  readonly error: AppError | undefined;
  readonly connections: readonly HostileConnection[];
  readonly publisher: Publisher | undefined;
}
