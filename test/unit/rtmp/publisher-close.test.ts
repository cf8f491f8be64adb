/** What a connection's end means, by when it came and by what the system says of it. */
import { expect, test } from 'vitest';
import { AppError } from '../../../shared/errors/app-error.ts';
import { closeError } from '../../../electron/rtmp/publisher/refusal.ts';
import type { CloseCircumstances } from '../../../electron/rtmp/publisher/refusal.ts';

const place = { host: 'h.example', app: 'live' };
const phases = ['connect', 'createStream', 'publish', 'justLive', 'live'] as const;

test.each<[string, CloseCircumstances['cause'], readonly string[]]>([
  [
    'a server that closes in peace refuses, as known servers do',
    undefined,
    [
      'rtmp/unknown-application',
      'rtmp/server-ended',
      'rtmp/key-refused',
      'rtmp/key-refused',
      'rtmp/server-ended',
    ],
  ],
  [
    'a reset refuses neither the application nor the key',
    new AppError('transport/reset'),
    [
      ...['transport/reset', 'transport/reset'],
      ...['rtmp/cut-after-publish', 'rtmp/cut-after-publish', 'transport/reset'],
    ],
  ],
  [
    'a fault of TLS stays one',
    new AppError('transport/tls-failed'),
    phases.map(() => 'transport/tls-failed'),
  ],
])('%s', (_name, cause, codes) => {
  expect(phases.map((phase) => closeError({ ...place, phase, cause }).code)).toEqual(codes);
});
