import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { MediaInput } from '../../../../electron/engine/sources/media-input.ts';
import { PageSource } from '../../../../electron/engine/sources/page-source.ts';
import type { MediaPort } from '../../../../electron/engine/sources/page-source.ts';
import type { FrameConsumer } from '../../../../electron/engine/sources/frame-source.ts';
import { PictureBytes } from '../../../../electron/engine/frames/picture-bytes.ts';
import type { CapturedFrame } from '../../../../electron/engine/frames/picture-bytes.ts';
import { MAIN_TRACK } from '../../../../shared/media/track.ts';
import { INITIAL_VIDEO_CREDITS } from '../../../../shared/media/media-port.ts';
import type { FromEngineMediaMessage, VideoFrameMessage } from '../../../../shared/media/media-port.ts';

const opened: MessagePort[] = [];
afterEach(() => {
  for (const port of opened.splice(0)) port.close();
});

/** A real channel; the engine's end wears Electron's event shape. The page says what its clock shows. */
function channel(): { readonly page: MessagePort; readonly engineEnd: MediaPort } {
  const { port1, port2 } = new MessageChannel();
  opened.push(port1, port2);
  port1.on('message', (message: FromEngineMediaMessage) => {
    if (message.type !== 'clockRequest') return;
    port1.postMessage({ type: 'clockReply', id: message.id, nowUs: performance.now() * 1000 });
  });
  return {
    page: port1,
    engineEnd: {
      on: (_event, listener) => port2.on('message', (data: unknown) => listener({ data })),
      postMessage: (message) => port2.postMessage(message),
      start: () => port2.start(),
      close: () => port2.close(),
    },
  };
}

function pageSource(port: MediaPort, bad: string[]): PageSource {
  return new PageSource({
    port,
    profileFolder: undefined,
    onMedia: () => undefined,
    onApplication: () => undefined,
    onTrouble: (text) => bad.push(text),
  });
}

/** A source in this process, as a file is. */
function fileSource() {
  let consumer: FrameConsumer | undefined;
  let granted = 0;
  return {
    isReady: true,
    giveFramesTo: (next: FrameConsumer) => {
      consumer = next;
    },
    giveSoundTo: () => undefined,
    wantTracks: () => undefined,
    grant: (frames: number) => {
      granted += frames;
    },
    close: () => {
      consumer = undefined;
    },
    get granted() {
      return granted;
    },
    get consumer() {
      return consumer;
    },
  };
}

const frame: VideoFrameMessage = {
  type: 'video',
  trackId: MAIN_TRACK,
  timestampUs: 1,
  width: 4,
  height: 2,
  format: 'I420',
  colour: 'bt709-limited',
  data: new ArrayBuffer(12),
};

async function credit(page: MessagePort): Promise<unknown> {
  for (;;) {
    const [message] = (await once(page, 'message')) as [FromEngineMediaMessage];
    if (message.type === 'credit') return message;
  }
}

/** Everything the page sent before this was heard when the answer to it arrives. */
async function settle(input: MediaInput, bad: string[], page: MessagePort): Promise<void> {
  const count = bad.length;
  page.postMessage('settle');
  for (let turn = 0; bad.length === count && turn < 1000; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  bad.pop();
  expect(input).toBeDefined();
}

test('grants nothing without a program, the first credits with one, and anew what was consumed, a few at once', async () => {
  const bad: string[] = [];
  const input = new MediaInput();
  const { page, engineEnd } = channel();
  input.usePage(pageSource(engineEnd, bad));
  page.postMessage(frame);
  await settle(input, bad, page);
  expect(input.counts()).toEqual({ capturedFrames: 0, skippedFrames: 0 });

  const frames: CapturedFrame[] = [];
  const granted = credit(page);
  input.open({ pushVideo: (each) => frames.push(each), pushAudio: () => undefined });
  expect(await granted).toEqual({ type: 'credit', trackId: MAIN_TRACK, video: INITIAL_VIDEO_CREDITS });
  const more = credit(page);
  for (let count = 0; count < 5; count += 1) page.postMessage(frame);
  await settle(input, bad, page);
  expect(frames).toHaveLength(5);
  for (let count = 0; count < 5; count += 1) input.frameConsumed();
  expect(await more).toEqual({ type: 'credit', trackId: MAIN_TRACK, video: 5 });
});

test('a page with hardly a credit left gets each one at once', async () => {
  const bad: string[] = [];
  const input = new MediaInput();
  const { page, engineEnd } = channel();
  input.usePage(pageSource(engineEnd, bad));
  const granted = credit(page);
  input.open({ pushVideo: () => undefined, pushAudio: () => undefined });
  await granted;
  for (let count = 0; count < INITIAL_VIDEO_CREDITS; count += 1) page.postMessage(frame);
  await settle(input, bad, page);
  const more = credit(page);
  input.frameConsumed();
  expect(await more).toEqual({ type: 'credit', trackId: MAIN_TRACK, video: 1 });
});

test('what the page skipped after the first frame is counted as captured and skipped', async () => {
  const bad: string[] = [];
  const input = new MediaInput();
  const { page, engineEnd } = channel();
  const granted = credit(page);
  input.usePage(pageSource(engineEnd, bad));
  input.open({ pushVideo: () => undefined, pushAudio: () => undefined });
  await granted;
  page.postMessage({ type: 'skipped', trackId: MAIN_TRACK, noCredit: 50, surplus: 0 });
  page.postMessage(frame);
  page.postMessage({ type: 'skipped', trackId: MAIN_TRACK, noCredit: 3, surplus: 2 });
  await settle(input, bad, page);
  expect(input.counts()).toEqual({ capturedFrames: 4, skippedFrames: 3 });
});

test.each([
  ['no bytes', { ...frame, data: new ArrayBuffer(0) }],
  ['too many bytes', { ...frame, data: new ArrayBuffer(13) }],
  ['too few bytes', { ...frame, data: new ArrayBuffer(11) }],
  ['no such colours', { ...frame, colour: 'red' }],
  ['a frame in a file that was never named', { ...frame, type: 'stored', slot: 0 }],
  ['a place that no file has', { ...frame, type: 'stored', slot: 4 }],
  ['a file without a mark', { type: 'frameFile', trackId: MAIN_TRACK, mark: '', slotBytes: 12 }],
  ['a file of no size', { type: 'frameFile', trackId: MAIN_TRACK, mark: 'ab'.repeat(16), slotBytes: 0 }],
  [
    'a file beyond all size',
    { type: 'frameFile', trackId: MAIN_TRACK, mark: 'ab'.repeat(16), slotBytes: 2 ** 40 },
  ],
  ['no such format', { ...frame, format: 'RGB' }],
  ['a size that is no number', { ...frame, width: Number.NaN }],
  ['a track that nobody knows', { ...frame, trackId: 'upright' }],
  ['a frame of no track', { ...frame, trackId: undefined }],
  ['no time', { ...frame, timestampUs: Number.POSITIVE_INFINITY }],
  [
    'half a sample',
    {
      type: 'audio',
      trackId: MAIN_TRACK,
      timestampUs: 1,
      sampleRate: 48000,
      channels: 2,
      data: new ArrayBuffer(6),
    },
  ],
  ['a clock that is no number', { type: 'clockReply', id: 1, nowUs: 'noon' }],
  ['a reply to no question', { type: 'clockReply', id: -1, nowUs: 1 }],
  ['nothing', null],
])('a message that is none of ours is refused: %s', async (_name, message) => {
  const bad: string[] = [];
  const input = new MediaInput();
  const { page, engineEnd } = channel();
  const granted = credit(page);
  input.usePage(pageSource(engineEnd, bad));
  input.open({
    pushVideo: () => expect.unreachable(),
    pushAudio: () => expect.unreachable(),
  });
  await granted;
  page.postMessage(message);
  await settle(input, bad, page);
  expect(bad).toHaveLength(1);
});

test('a file takes the place of the page’s pictures, not of its sound, until it ends', async () => {
  const bad: string[] = [];
  const input = new MediaInput();
  const page = channel();
  const file = fileSource();
  const pictures: number[] = [];
  const sounds: number[] = [];
  const known = credit(page.page);
  input.usePage(pageSource(page.engineEnd, bad));
  input.open({
    pushVideo: ({ timestampUs }) => pictures.push(timestampUs),
    pushAudio: ({ timestampUs }) => sounds.push(timestampUs),
  });
  await known;
  input.useFile(file);
  const ofFile = file.consumer;
  expect(file.granted).toBe(INITIAL_VIDEO_CREDITS);
  page.page.postMessage(frame);
  const block = {
    type: 'audio',
    trackId: MAIN_TRACK,
    timestampUs: 7,
    sampleRate: 48_000,
    channels: 1,
    data: new ArrayBuffer(8),
  };
  page.page.postMessage(block);
  await settle(input, bad, page.page);
  expect(ofFile?.wantsFrame()).toBe(true);
  const { width, height, format, colour } = frame;
  const data = new PictureBytes(new Uint8Array(12));
  ofFile?.frame({ timestampUs: 2, width, height, format, colour, data });
  ofFile?.skipped(3);
  // A file has the engine's clock. The page has its own, which is nearly the same here.
  expect(pictures).toEqual([2]);
  expect(sounds).toEqual([expect.closeTo(7, -6)]);
  expect(input.counts()).toEqual({ capturedFrames: 4, skippedFrames: 3 });

  const again = credit(page.page);
  input.useFile(undefined);
  expect([file.consumer, ofFile?.wantsFrame()]).toEqual([undefined, false]);
  expect(await again).toEqual({ type: 'credit', trackId: MAIN_TRACK, video: INITIAL_VIDEO_CREDITS });
  page.page.postMessage({ ...frame, timestampUs: 3 });
  await settle(input, bad, page.page);
  expect(pictures).toEqual([2, expect.closeTo(3, -6)]);
});

test('nothing is granted and no sound is taken before the page has answered what its clock shows', async () => {
  const bad: string[] = [];
  const input = new MediaInput();
  const { port1: page, port2 } = new MessageChannel();
  opened.push(page, port2);
  const heard: FromEngineMediaMessage[] = [];
  page.on('message', (message: FromEngineMediaMessage) => heard.push(message));
  const port: MediaPort = {
    on: (_event, listener) => port2.on('message', (data: unknown) => listener({ data })),
    postMessage: (message) => port2.postMessage(message),
    start: () => port2.start(),
    close: () => port2.close(),
  };
  input.usePage(pageSource(port, bad));
  input.open({ pushVideo: () => expect.unreachable(), pushAudio: () => expect.unreachable() });
  page.postMessage(frame);
  page.postMessage({
    type: 'audio',
    trackId: MAIN_TRACK,
    timestampUs: 7,
    sampleRate: 48_000,
    channels: 1,
    data: new ArrayBuffer(8),
  });
  await settle(input, bad, page);
  expect(heard).toEqual([
    { type: 'clockRequest', id: 1 },
    { type: 'wantedTracks', trackIds: [] },
  ]);
  const granted = credit(page);
  const answer = (id: number): void =>
    page.postMessage({ type: 'clockReply', id, nowUs: performance.now() * 1000 });
  page.on('message', (message: FromEngineMediaMessage) => {
    if (message.type === 'clockRequest') answer(message.id);
  });
  answer(1);
  expect(await granted).toEqual({ type: 'credit', trackId: MAIN_TRACK, video: INITIAL_VIDEO_CREDITS });
});
