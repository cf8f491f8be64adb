/** What a destination's server was seen to do; every connection to it starts from here. */
import type { Keepalive } from './liveness.ts';

/** What a server's connections taught so far; outlives each of them. */
export interface ServerHabits {
  /** The keepalive request that it answers. */
  readonly keepalive: Keepalive | undefined;
  /** Losses in a row for overdue acknowledgements. */
  readonly silentLosses: number;
  /** Losses in a row before the full deadline, because the server answered a probe. */
  readonly earlyLosses: number;
  /** The quickest opening so far, ms; undefined before the first. */
  readonly quickestOpeningMs: number | undefined;
  /** Openings in a row that were cut short while the server was at work. */
  readonly shortenedOpenings: number;
}

export const unknownServer: ServerHabits = {
  keepalive: undefined,
  silentLosses: 0,
  earlyLosses: 0,
  quickestOpeningMs: undefined,
  shortenedOpenings: 0,
};
