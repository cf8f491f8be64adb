/** How often a server may move one destination: each move is a whole connection, and a third party could be its victim. */
import { AppError } from '../../../../shared/errors/app-error.ts';

export const MAX_MOVES_PER_HOUR = 5;
const HOUR_MS = 3_600_000;

export class MoveBudget {
  /** Of the moves in the last hour, on the clock of the broadcast. */
  #movesMs: number[] = [];

  /** @throws AppError `rtmp/limit` when the hour's moves are used up. */
  check(nowMs: number): void {
    this.#movesMs = this.#movesMs.filter((atMs) => nowMs - atMs < HOUR_MS);
    if (this.#movesMs.length < MAX_MOVES_PER_HOUR) return;
    const message = `the server asked to move the stream more than ${MAX_MOVES_PER_HOUR} times within an hour`;
    throw new AppError('rtmp/limit', { message });
  }

  note(nowMs: number): void {
    this.#movesMs.push(nowMs);
  }
}
