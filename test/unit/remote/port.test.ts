/** L11: no system gives the remote control's port to a program for a connection of its own, so that it is free when Upcast starts. */
import { expect, test } from 'vitest';
import { RELAY_HTTP_PORT } from '../../../shared/relay/relay-config.ts';
import { DEFAULT_REMOTE_PORT } from '../../../shared/remote/remote-control.ts';

/** First and last port that a system gives out by itself: Linux' usual range, and IANA's, which Windows and macOS use. */
const ranges = [
  ['Linux', 32_768, 60_999],
  ['Windows and macOS', 49_152, 65_535],
] as const;

test.each(ranges)('L11: %s gives out no port that Upcast listens on', (_system, first, last) => {
  for (const port of [DEFAULT_REMOTE_PORT, RELAY_HTTP_PORT]) {
    expect(port).toBeGreaterThan(1023);
    expect(port < first || port > last).toBe(true);
  }
});
