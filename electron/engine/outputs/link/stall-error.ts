/** Why a connection was replaced, as an error: `reason` and `seconds` for texts, `message` for the log. */
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { StallReason, Verdict } from '../../health/connection-health.ts';

const messages: Readonly<Record<StallReason, (seconds: number) => string>> = {
  notAcknowledged: (seconds) => `Nothing has arrived for ${seconds} seconds.`,
  notAnswered: (seconds) => `Nothing has arrived for ${seconds} seconds.`,
  nothingTaken: (seconds) => `The connection took no data for ${seconds} seconds.`,
  serverAnswersOthers: () => 'Nothing arrives over this connection, though the server answers.',
  computerSlept: (seconds) => `This computer was asleep for ${seconds} seconds.`,
  addressLost: () => 'This computer no longer has the address that the connection went out from.',
  tooSlowForAudio: () => 'The connection is too slow even for the audio.',
};

export function stallError({ reason, forMs }: Extract<Verdict, { status: 'stalled' }>): AppError {
  const seconds = Math.round(forMs / 1000);
  return new AppError('transport/stalled', { message: messages[reason](seconds), reason, seconds });
}
