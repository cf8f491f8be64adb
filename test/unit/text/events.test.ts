import { expect, test } from 'vitest';
import type { EventFact } from '../../../shared/broadcast/events.ts';
import { kindOf } from '../../../shared/broadcast/event-kind.ts';
import type { ErrorRecord } from '../../../shared/errors/app-error.ts';
import { texts } from '../../../shared/text/text.ts';
import { toStatsLine } from '../../../shared/text/with-sentence.ts';

const file = 'a.mp4';
const facts: readonly (readonly [EventFact, string])[] = [
  [{ code: 'broadcastStarted', details: { destinations: 1 } }, 'Starting the stream.'],
  [{ code: 'broadcastStarted', details: { destinations: 3 } }, 'Starting the stream to 3 destinations.'],
  [{ code: 'broadcastEnded', details: { outcome: 'lost' } }, 'Stream ended: every destination failed.'],
  [{ code: 'destinationConnecting', details: { attempt: 1 } }, 'Connecting to Twitch.'],
  [{ code: 'destinationConnecting', details: { attempt: 2 } }, 'Connecting to Twitch (attempt 2).'],
  [{ code: 'destinationLive', details: { isReturn: false, isBackup: false } }, 'Twitch is live.'],
  [
    { code: 'destinationLive', details: { isReturn: true, isBackup: true } },
    'Twitch is live again on its backup server.',
  ],
  [
    { code: 'destinationReconnecting', details: { delayMs: 2100, attempt: 3 } },
    'Reconnecting to Twitch in 2 s (attempt 3).',
  ],
  [
    { code: 'destinationReconnecting', details: { delayMs: 40, attempt: 1 } },
    'Reconnecting to Twitch now (attempt 1).',
  ],
  [{ code: 'destinationFailed', details: {} }, 'The stream to Twitch failed. Upcast won’t retry.'],
  [{ code: 'serverSaid', details: { words: 'hello', times: 1, isRepeated: false } }, 'Twitch said: “hello”.'],
  [
    { code: 'serverSaid', details: { words: 'go away', times: 2499, isRepeated: true } },
    'Twitch said “go away” 2,499 more times.',
  ],
  [
    { code: 'serverSaid', details: { words: 'bye', times: 5000, isRepeated: false } },
    'Twitch sent 5,000 more messages. The last one was: “bye”.',
  ],
  [
    { code: 'serverSaid', details: { words: 'Bad key.', times: 1, isRepeated: false } },
    'Twitch said: “Bad key.”',
  ],
  [
    { code: 'bitrateChanged', details: { videoKbps: 4500, isDown: true } },
    'Lowered the video bitrate to 4,500 kbps: the network couldn’t keep up.',
  ],
  [
    { code: 'encoderSlowStart', details: {} },
    'Waiting for FFmpeg to start. Antivirus software may be scanning it.',
  ],
  [{ code: 'recordingSpaceLow', details: { secondsLeft: 90 } }, 'Disk full in about 90 s.'],
  [{ code: 'recordingSpaceLow', details: { secondsLeft: 120 } }, 'Disk full in about 2 min.'],
  [{ code: 'recordingFailed', details: {} }, 'Recording stopped.'],
  [
    { code: 'recordingTrackLost', details: { track: 2 } },
    'Track 2 stopped recording. The other tracks continue.',
  ],
  [{ code: 'recordingEnded', details: { file } }, `Recording saved: ${file}.`],
  [
    { code: 'encodingOverloaded', details: { lagMs: 250, skippedFrames: 1 } },
    'Encoding overloaded: 250 ms behind, 1 frame skipped.',
  ],
  [{ code: 'encodingOverloaded', details: { lagMs: 20, skippedFrames: 0 } }, 'Encoding overloaded.'],
];

function eventOf(fact: EventFact, error?: ErrorRecord) {
  const about = { type: 'event', timeMs: 1, kind: kindOf(fact.code), destinationName: 'Twitch' } as const;
  return { ...about, ...fact, ...(error === undefined ? {} : { error }) };
}

test.each(facts)('an event of the code $code reads: %s', (fact, sentence) => {
  expect(texts.events.sentence(eventOf(fact))).toBe(sentence);
});

test.each([
  [{ code: 'destinationConnecting', details: { attempt: 1 } }, 'Connecting to the destination.'],
  [{ code: 'destinationFailed', details: {} }, 'The stream to the destination failed. Upcast won’t retry.'],
] as const)(
  'a destination without a name is called so, with a capital where a sentence begins: %#',
  (fact, sentence) => {
    const { destinationName: _none, ...event } = eventOf(fact);
    expect(texts.events.sentence(event)).toBe(sentence);
  },
);

test.each([
  [{ code: 'destinationConnecting', details: { attempt: 1 } }, 'Connecting to the local test server.'],
  [{ code: 'destinationLive', details: { isReturn: false, isBackup: false } }, 'Rehearsal started.'],
  [{ code: 'destinationLive', details: { isReturn: true, isBackup: false } }, 'Rehearsal resumed.'],
  [{ code: 'destinationLost', details: {} }, 'Lost the connection to the local test server.'],
  [
    { code: 'destinationFailed', details: {} },
    'The stream to the local test server failed. Upcast won’t retry.',
  ],
  [{ code: 'destinationEnded', details: {} }, 'Rehearsal ended.'],
] as const)('a rehearsal goes to the local test server, and is not said to be live: %#', (fact, sentence) => {
  const event = { ...eventOf(fact), isRehearsal: true, destinationName: 'Rehearsal' };
  expect(texts.events.sentence(event)).toBe(sentence);
});

test('the cause of an event follows in a sentence of its own, then the server’s words', () => {
  const fact = { code: 'destinationLost', details: {} } as const;
  const error = { code: 'rtmp/server-ended', details: { serverWords: 'maintenance' } } as const;
  expect(texts.events.sentence(eventOf(fact, error))).toBe(
    'Lost the connection to Twitch. The server ended the stream. The server said: “maintenance”.',
  );
  const ended = { ...error, details: { serverWords: 'Maintenance.' } };
  expect(texts.events.sentence(eventOf(fact, ended))).toBe(
    'Lost the connection to Twitch. The server ended the stream. The server said: “Maintenance.”',
  );
});

test('a line of the NDJSON has its code, its details and its sentence', () => {
  const event = eventOf({ code: 'destinationLive', details: { isReturn: false, isBackup: false } });
  expect(toStatsLine(event)).toEqual({ ...event, text: 'Twitch is live.' });
});
