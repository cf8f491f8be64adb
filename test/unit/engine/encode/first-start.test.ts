/** W7: a virus scanner may read ffmpeg for many seconds before its first start. That start is waited for, and the wait is told. */
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { mainEncoding } from '../../../../shared/studio/document.ts';
import type { EncodedPacket } from '../../../../electron/engine/encode/encoded-packet.ts';
import { Encodings } from '../../../../electron/engine/encode/encodings.ts';
import { ProgramEncoder } from '../../../../electron/engine/encode/program-encoder.ts';
import type { ProgramEncoderEvent } from '../../../../electron/engine/encode/program-encoder.ts';
import { StallWatch } from '../../../../electron/engine/encode/stall-watch.ts';
import type { FrameInput, MediaSink } from '../../../../electron/engine/frames/frame-input.ts';
import { findFfmpeg, makeFrame, smallProfile } from './synthetic.ts';

const run = promisify(execFile);
const size = { width: 320, height: 180 };
let folder = '';
let program: ProgramEncoder | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'upcast-first-start-'));
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await program?.stop(0);
  await rm(folder, { recursive: true, force: true });
});

/** An ffmpeg that encodes once somebody writes to the pipe that is returned. */
async function heldFfmpeg(): Promise<{ path: string; gate: string }> {
  const [path, gate] = [join(folder, 'ffmpeg'), join(folder, 'gate')];
  await run('mkfifo', [gate]);
  await writeFile(
    path,
    `#!/bin/sh\ncase "$*" in *matroska*) read -r _ < '${gate}';; esac\nexec '${await findFfmpeg()}' "$@"\n`,
  );
  await chmod(path, 0o755);
  return { path, gate };
}

function begin(ffmpegPath: string, isFirstStart: boolean) {
  const events: ProgramEncoderEvent[] = [];
  let onFirst: () => void = () => undefined;
  const first = new Promise<void>((resolve) => {
    onFirst = resolve;
  });
  const sink = { push: ({ kind }: EncodedPacket) => kind === 'video' && onFirst() };
  const own = new ProgramEncoder({
    ...{ encodingId: 'main', sink, ffmpegPath, log: () => undefined },
    isFirstStart: () => isFirstStart,
  });
  const replaced = new Promise<ProgramEncoderEvent>((resolve) => {
    own.onEvent.on((event) => {
      events.push(event);
      if (event.type === 'restarted') resolve(event);
    });
  });
  program = own;
  own.start(smallProfile);
  for (let number = 0; number < 60; number += 1)
    own.pushVideo(makeFrame(number, 1e9 + number * 33_333, size));
  return { events, first, replaced };
}

it('W7: the first ffmpeg of a run has fifteen seconds, and after three the wait is told once', async () => {
  const { path, gate } = await heldFfmpeg();
  const { events, first } = begin(path, true);
  vi.advanceTimersByTime(2750);
  expect(events.map(({ type }) => type)).toEqual(['started']);
  vi.advanceTimersByTime(12_000);
  expect(events.map(({ type }) => type)).toEqual(['started', 'slowStart']);
  await writeFile(gate, 'go\n');
  await first;
  expect(program?.stats).toMatchObject({ restarts: 0 });
});

it('W7: a later one that gives nothing is replaced after six, and nothing is said of a wait', async () => {
  const { path } = await heldFfmpeg();
  const { events, replaced } = begin(path, false);
  vi.advanceTimersByTime(6000);
  expect(await replaced).toMatchObject({ cause: { code: 'encoder/stalled' } });
  expect(events.map(({ type }) => type)).not.toContain('slowStart');
});

it('W7: the first one hangs after fifteen seconds as well', () => {
  const watch = new StallWatch(true);
  for (let picture = 0; picture < 5; picture += 1) watch.written();
  const verdicts = Array.from({ length: 60 }, () => watch.tick());
  expect(verdicts.slice(0, 59).filter((verdict) => verdict !== undefined)).toEqual([{ type: 'slowStart' }]);
  expect(verdicts[59]).toEqual({ type: 'stalled', afterMs: 15_000 });
});

it('W7: of several streams of one run the first alone has the longer start', async () => {
  const { path, gate } = await heldFfmpeg();
  const facts: string[] = [];
  let sink: MediaSink | undefined;
  let onFirst: () => void = () => undefined;
  const none = (): void => undefined;
  const input: FrameInput = {
    open: (opened) => {
      sink = opened;
    },
    ...{ close: none, wantTracks: none, frameConsumed: none },
  };
  const encodings = new Encodings({
    ...{ input, log: none, onChange: none, onNewProgram: none, onFailed: none },
    program: { push: ({ kind }) => kind === 'video' && onFirst(), reset: none },
    report: ({ code }) => facts.push(code),
  });
  encodings.configure(path, 'scale');
  const stream = async (): Promise<void> => {
    encodings.start(mainEncoding(smallProfile));
    for (let number = 0; number < 60; number += 1)
      sink?.pushVideo(makeFrame(number, 1e9 + number * 33_333, size));
    vi.advanceTimersByTime(5750);
    const first = new Promise<void>((resolve) => {
      onFirst = resolve;
    });
    await writeFile(gate, 'go\n');
    await first;
    await encodings.stop();
  };
  await stream();
  await stream();
  expect(facts).toEqual(['encoderStarted', 'encoderSlowStart', 'encoderStarted']);
});
