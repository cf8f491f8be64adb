/** The engine's end of the frame file, against files that the test lays down as Chromium and the page do. */
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  closeSync,
  readSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PageSource } from '../../../electron/engine/sources/page-source.ts';
import { MAIN_TRACK, MAX_TRACK_ID_BYTES } from '../../../shared/media/track.ts';
import { MediaInput } from '../../../electron/engine/sources/media-input.ts';
import {
  FRAME_FILE_COUNT_OFFSET,
  FRAME_FILE_SLOTS,
  FRAME_FILE_TRACK_OFFSET,
  frameFileBytes,
  frameFileOffset,
  frameFileTrack,
} from '../../../shared/media/frame-file.ts';
import type { FromEngineMediaMessage, ToEngineMediaMessage } from '../../../shared/media/media-port.ts';

const SLOT_BYTES = 12;
const shape = {
  trackId: MAIN_TRACK,
  timestampUs: 1,
  width: 4,
  height: 2,
  format: 'I420',
  colour: 'bt709-limited',
} as const;

let profile: string;
let page: MessagePort;
let engineEnd: MessagePort;
let input: MediaInput;
let pictures: number[][];
let troubles: string[];

beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), 'upcast-test-frame-file-'));
  ({ port1: page, port2: engineEnd } = new MessageChannel());
  pictures = [];
  troubles = [];
  input = new MediaInput();
  page.on('message', (message: FromEngineMediaMessage) => {
    if (message.type === 'clockRequest') send({ type: 'clockReply', id: message.id, nowUs: 0 });
  });
  const granted = answer('credit');
  attach();
  input.open({
    pushVideo: ({ data }) => {
      data.hold();
      pictures.push([...data.bytes]);
      data.release();
      input.frameConsumed();
    },
    pushAudio: () => undefined,
  });
  await granted;
});
afterEach(() => {
  page.close();
  engineEnd.close();
  rmSync(profile, { recursive: true, force: true });
});

function attach(): void {
  const end = engineEnd;
  const port = {
    on: (_event: 'message', listener: (event: { readonly data: unknown }) => void) =>
      end.on('message', (data: unknown) => listener({ data })),
    postMessage: (message: FromEngineMediaMessage) => end.postMessage(message),
    start: () => end.start(),
    close: () => end.close(),
  };
  input.usePage(
    new PageSource({
      port,
      profileFolder: profile,
      onMedia: () => undefined,
      onApplication: () => undefined,
      onTrouble: (text) => troubles.push(text),
    }),
  );
}

/** Lays a frame file down where Chromium would; returns what the page knows of it. */
function layDown(
  folder = 'File System/000/t/00',
  trackId: string = MAIN_TRACK,
): { path: string; file: number; mark: string } {
  mkdirSync(join(profile, folder), { recursive: true });
  const path = join(profile, folder, `0000000${Math.floor(Math.random() * 1e6)}`);
  const file = openSync(path, 'w+');
  const mark = randomBytes(16);
  truncateSync(path, frameFileBytes(SLOT_BYTES));
  writeSync(file, mark, 0, 16, 0);
  writeSync(file, frameFileTrack(trackId), 0, MAX_TRACK_ID_BYTES, FRAME_FILE_TRACK_OFFSET);
  return { path, file, mark: mark.toString('hex') };
}

function send(message: ToEngineMediaMessage): void {
  page.postMessage(message);
}

/** The next message of this kind from the engine. */
async function answer(type: FromEngineMediaMessage['type']): Promise<FromEngineMediaMessage> {
  for (;;) {
    const [message] = (await once(page, 'message')) as [FromEngineMediaMessage];
    if (message.type === type) return message;
  }
}

/** Everything that was sent before has been heard. */
async function settle(): Promise<void> {
  const heard = answer('frameFile');
  send({ type: 'frameFile', trackId: MAIN_TRACK, mark: 'ab'.repeat(16), slotBytes: SLOT_BYTES });
  await heard;
}

function countIn(file: number): number {
  const bytes = Buffer.alloc(4);
  readSync(file, bytes, 0, 4, FRAME_FILE_COUNT_OFFSET);
  return bytes.readUInt32LE();
}

async function open(): Promise<{ path: string; file: number }> {
  const { path, file, mark } = layDown();
  const opened = answer('frameFile');
  send({ type: 'frameFile', trackId: MAIN_TRACK, mark, slotBytes: SLOT_BYTES });
  expect(await opened).toEqual({ type: 'frameFile', isOpen: true });
  return { path, file };
}

test('frames are read from their places in order, and counted', async () => {
  const { file } = await open();
  for (let slot = 0; slot < FRAME_FILE_SLOTS; slot += 1) {
    writeSync(
      file,
      new Uint8Array(SLOT_BYTES).fill(slot + 1),
      0,
      SLOT_BYTES,
      frameFileOffset(slot, SLOT_BYTES),
    );
    send({ type: 'stored', ...shape, slot });
  }
  await settle();
  expect(pictures).toEqual([1, 2, 3, 4].map((value) => Array.from({ length: SLOT_BYTES }, () => value)));
  expect(countIn(file)).toBe(4);
  closeSync(file);
});

test('the file has no name once it is open', async () => {
  const { path, file } = await open();
  expect(existsSync(path)).toBe(false);
  closeSync(file);
});

test('a frame that nobody wants is counted, unread', async () => {
  const { file } = await open();
  input.close();
  send({ type: 'stored', ...shape, slot: 0 });
  await settle();
  expect(pictures).toEqual([]);
  expect(countIn(file)).toBe(1);
  closeSync(file);
});

test('a file that shrinks under the engine is given up: the page is told, and its credit comes back', async () => {
  const { file } = await open();
  ftruncateSync(file, 100);
  const told = answer('frameFile');
  send({ type: 'stored', ...shape, slot: 3 });
  expect(await told).toEqual({ type: 'frameFile', isOpen: false });
  expect(pictures).toEqual([]);
  expect(troubles).toEqual(['a frame could not be read from the frame file']);
  send({ type: 'video', ...shape, data: new ArrayBuffer(SLOT_BYTES) });
  await settle();
  expect(pictures).toHaveLength(1);
  closeSync(file);
});

test('a frame that is larger than its place is not read', async () => {
  const { file } = await open();
  const told = answer('frameFile');
  send({ type: 'stored', ...shape, width: 8, slot: 0 });
  expect(await told).toEqual({ type: 'frameFile', isOpen: false });
  expect(pictures).toEqual([]);
  closeSync(file);
});

test.each([
  ['another mark', (): string => 'cd'.repeat(16)],
  ['no folder at all', (): string => layDownIn('Elsewhere')],
  ['a file deep below', (): string => layDownIn('File System/1/2/3/4/5/6')],
  ['the file of another track', (): string => layDownIn('File System/000/t/00', 'upright')],
  ['a link to such a file', (): string => linkTo()],
])('a page that names a file which is not there is told so: %s', async (_name, prepare) => {
  const told = answer('frameFile');
  send({ type: 'frameFile', trackId: MAIN_TRACK, mark: prepare(), slotBytes: SLOT_BYTES });
  expect(await told).toEqual({ type: 'frameFile', isOpen: false });
});

function layDownIn(folder: string, trackId?: string): string {
  const { file, mark } = layDown(folder, trackId);
  closeSync(file);
  return mark;
}

/** Only files of the profile itself are opened. */
function linkTo(): string {
  const { path, file, mark } = layDown('Elsewhere');
  closeSync(file);
  mkdirSync(join(profile, 'File System'));
  symlinkSync(path, join(profile, 'File System', 'link'));
  return mark;
}
