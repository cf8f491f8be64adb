/**
 * What a page says on the media port, up to what the encoders get: messages that are nearly right, with fields that aren't. Each record of
 * an input is a kind of message, a field of it and what stands there instead.
 */
import { ApplicationSounds } from '../../../electron/engine/application-sound/application-sounds.ts';
import { ProgramAudio } from '../../../electron/engine/encode/audio/program-audio.ts';
import { MediaSources } from '../../../electron/engine/media-source/media-sources.ts';
import { MediaInput } from '../../../electron/engine/sources/media-input.ts';
import { PageSource } from '../../../electron/engine/sources/page-source.ts';
import { MAX_BLOCK_SECONDS } from '../../../shared/media/media-port.ts';
import type { AudioBlock, FromEngineMediaMessage } from '../../../shared/media/media-port.ts';
import { TRACK_NUMBERS, soundTrackId } from '../../../shared/media/track.ts';
import type { FuzzTarget } from '../fuzz-target.ts';

const RECORD_BYTES = 4;
const RATE = 48_000;

const frame = { timestampUs: 1, width: 4, height: 2, format: 'I420', colour: 'bt709-limited' };
const play = { sourceId: 'clip', run: 1, from: 'first', entry: 0, atUs: 0, sampleRate: RATE };
const kinds: readonly Readonly<Record<string, unknown>>[] = [
  { type: 'audio', trackId: 'main', timestampUs: 1, sampleRate: RATE, channels: 2, data: 480 },
  { type: 'video', trackId: 'main', ...frame, data: 12 },
  { type: 'stored', trackId: 'main', ...frame, slot: 0 },
  { type: 'frameFile', trackId: 'main', mark: '0'.repeat(32), slotBytes: 12 },
  { type: 'noFrameFile', reason: 'x' },
  { type: 'skipped', trackId: 'main', noCredit: 1, surplus: 0 },
  { type: 'clockReply', id: 1, nowUs: 1 },
  { type: 'playMedia', ...play, limit: { width: 64, height: 48 } },
  { type: 'stopMedia', sourceId: 'clip' },
  { type: 'mediaFile', sourceId: 'clip', file: 1, mark: '0'.repeat(32), slotBytes: 12 },
  { type: 'noMediaFile', sourceId: 'clip', reason: 'x' },
  { type: 'mediaTaken', sourceId: 'clip', run: 1, slot: 0 },
  { type: 'mediaSoundTaken', sourceId: 'clip', run: 1, blocks: 1 },
  { type: 'takeApplication', channelId: 'game', run: 1, application: { name: 'Game' }, sampleRate: RATE },
  { type: 'endApplication', channelId: 'game' },
  { type: 'applicationSoundTaken', channelId: 'game', run: 1, blocks: 1 },
  { type: 'watchApplications', isWatching: true },
];

const values: readonly unknown[] = [
  ...[undefined, null, true, -1, 0, 1, 2, 0.5, 8000, 44_100, 192_001, 2 ** 53, 1e300],
  ...[Number.NaN, Infinity, '', 'main', 'track-2', 'track-6', 'track-7', '__proto__', 'x'.repeat(65)],
  ...[[], {}, new SharedArrayBuffer(8), new Float64Array(2)],
];

/** Bytes in place of a number in `data`: the bits of what follows in the input. */
function buffer(length: number, seed: number): ArrayBuffer {
  const samples = new Float32Array(Math.max(0, length) * 2).fill(0.25);
  const strange = [Number.NaN, Infinity, -1e38, 17, 0.5, -0][seed % 6] ?? 0;
  if (samples.length > 0) samples[seed % samples.length] = strange;
  return samples.buffer;
}

function messageOf(record: Uint8Array): unknown {
  const [kind = 0, field = 0, value = 0, length = 0] = record;
  const message = { ...kinds[kind % kinds.length] };
  const names = Object.keys(message);
  const name = names[field % names.length] ?? '';
  // Half of all messages are as they should be, but for their sizes.
  if (value >= 128) message[name] = values[value % values.length];
  if (message['type'] === 'audio' && message['data'] === 480)
    message['data'] = buffer(length < 200 ? length * 4 : length * 500, value);
  if (message['data'] === 12) message['data'] = new ArrayBuffer(12);
  return message;
}

/** Throws for what no encoder may get. */
function judge({ timestampUs, sampleRate, channels, data }: AudioBlock, trackId: string | undefined): void {
  if (!Number.isFinite(timestampUs) || trackId === undefined)
    throw new Error('a block without time or track');
  const samples = new Float32Array(data);
  if (samples.length > MAX_BLOCK_SECONDS * sampleRate * channels) throw new Error('a block is too long');
  if (samples.some((sample) => !Number.isFinite(sample))) throw new Error('a sample is no number');
}

export const target: FuzzTarget = {
  name: 'page',
  run(input) {
    let receive = (_event: { readonly data: unknown }): void => {};
    const sent: FromEngineMediaMessage[] = [];
    const tracks = new Map(
      TRACK_NUMBERS.map((track) => [
        soundTrackId(track),
        new ProgramAudio({ audioSampleRate: RATE, audioChannels: 2 }),
      ]),
    );
    const mediaInput = new MediaInput();
    const media = new MediaSources({ ffmpegPath: () => '', log: () => undefined });
    media.connect({ profileFolder: undefined, send: (message) => sent.push(message) });
    // Of a system without such a sound server: no process begins.
    const applications = new ApplicationSounds({ platform: 'win32', log: () => undefined });
    applications.connect((message) => sent.push(message));
    const port = {
      on: (_event: 'message', listener: typeof receive) => {
        receive = listener;
      },
      postMessage: (message: FromEngineMediaMessage) => sent.push(message),
      ...{ start: () => undefined, close: () => undefined },
    };
    mediaInput.usePage(
      new PageSource({
        ...{ port, profileFolder: undefined, onTrouble: () => undefined },
        onMedia: (message) => media.receive(message),
        onApplication: (message) => applications.receive(message),
      }),
    );
    mediaInput.wantTracks([...tracks.keys()]);
    mediaInput.open({
      pushVideo: ({ data }) => data.release(),
      pushAudio: (block, trackId) => {
        judge(block, trackId);
        const { timestampUs: timeUs, data, ...shape } = block;
        const audio = tracks.get(trackId ?? '');
        if (audio === undefined) throw new Error('a block of no track');
        audio.push({ ...shape, timeUs, samples: new Float32Array(data) });
      },
    });
    // A page answers what its clock shows.
    for (const message of sent.splice(0))
      if (message.type === 'clockRequest')
        receive({ data: { type: 'clockReply', id: message.id, nowUs: 1 } });
    for (let at = 0; at + RECORD_BYTES <= input.length && at < 64 * RECORD_BYTES; at += RECORD_BYTES)
      receive({ data: messageOf(input.subarray(at, at + RECORD_BYTES)) });
    media.connect({ profileFolder: undefined, send: () => undefined });
    mediaInput.close();
  },
  seeds: [
    Uint8Array.from(kinds.flatMap((_, kind) => [kind, 0, 0, 120])),
    Uint8Array.from(kinds.flatMap((_, kind) => [kind, 1, 145, 120])),
    Uint8Array.from(Array.from({ length: 8 }, (_, index) => [0, 5, index, 60 * index]).flat()),
  ],
};
