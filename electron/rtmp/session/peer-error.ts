/** Parts what a peer did wrong, which is an event, from a bug of ours, which is thrown on. */
import { AppError } from '../../../shared/errors/app-error.ts';

/** @throws whatever is no fault of the peer's. */
export function peerErrorFrom(error: unknown): AppError {
  if (error instanceof AppError && error.code.startsWith('rtmp/')) return error;
  throw error;
}
