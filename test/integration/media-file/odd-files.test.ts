/** Files as people have them, through `npm run publish` in plain Node, judged by what arrives at a receiver. */
import { execFile, spawn } from 'node:child_process';
import { createReadStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MediaPacket } from '../../../electron/rtmp/flv/packet.ts';
import { startReceiver, type Receiver } from '../../../electron/engine/rehearsal/receiver.ts';
import {
  bodyAlone,
  buildFlv,
  joinBytes,
  leap,
  moveTimes,
  oneLess,
  parseFlv,
  rightSize,
  tagBytes,
  twice,
  zeroSize,
  type RawFlv,
} from '../../support/media/flv-damage.ts';
import { ffmpegPath, makeFlv } from '../../support/media/ffmpeg.ts';
import { buildPublishTool, type PublishTool } from '../../support/processes/publish-tool.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'upcast-test-odd-'));
const HOUR_MS = 3_600_000;
const VIDEO_FRAMES = 60;
let tool: PublishTool;
let receiver: Receiver;
let good: Uint8Array;
let flv: RawFlv;
let audioFrames = 0;

beforeAll(async () => {
  tool = await buildPublishTool();
  receiver = await startReceiver({ isTls: false });
  const path = join(folder, 'good.flv');
  await makeFlv(path, { seconds: 2, size: '320x180', videoKbps: 200 });
  good = new Uint8Array(readFileSync(path));
  flv = parseFlv(good);
  audioFrames = flv.tags.filter(({ type, body }) => type === 8 && body[1] === 1).length;
});
afterAll(async () => {
  await receiver.close();
  tool.remove();
  rmSync(folder, { recursive: true, force: true });
});

interface Sent {
  readonly code: number | null;
  readonly output: string;
  readonly packets: readonly MediaPacket[];
  readonly frames: { readonly video: number; readonly audio: number };
  readonly lastMs: number;
}

async function publish(
  input: string,
  {
    stdin,
    cwd,
    isPaced = false,
  }: { readonly stdin?: string; readonly cwd?: string; readonly isPaced?: boolean } = {},
): Promise<Sent> {
  const packets: MediaPacket[] = [];
  const ended = new Promise<void>((resolve) => {
    listening = receiver.onEvent((event) => {
      if (event.type === 'packetReceived') packets.push({ ...event.packet, body: event.packet.body.slice() });
      if (event.type === 'publishEnded') resolve();
    });
  });
  const args = [
    tool.script,
    `--input=${input}`,
    '--key-in-arguments',
    '--to',
    `${receiver.url}/${receiver.key}`,
  ];
  const child = spawn(process.execPath, isPaced ? args : [...args, '--fast'], {
    cwd,
    env: { ...process.env, UPCAST_FFMPEG: ffmpegPath() },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => (output += bytes.toString()));
  child.stdin.on('error', () => undefined);
  if (stdin === undefined) child.stdin.end();
  else createReadStream(stdin).pipe(child.stdin);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (output.includes('live')) await ended;
  listening.dispose();
  const frames = packets.filter(isFrame);
  return {
    code,
    output,
    packets,
    frames: {
      video: frames.filter(({ kind }) => kind === 'video').length,
      audio: frames.filter(({ kind }) => kind === 'audio').length,
    },
    lastMs: Math.max(...frames.map(({ timestampMs }) => timestampMs)),
  };
}
let listening: { dispose(): void } = { dispose: () => undefined };

function isFrame({ kind, body }: MediaPacket): boolean {
  return kind !== 'script' && body[1] === 1;
}

function write(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

function growsFromZero({ packets }: Sent): void {
  expect(Math.min(...packets.map(({ timestampMs }) => timestampMs))).toBe(0);
  for (const kind of ['audio', 'video'] as const) {
    const times = packets.filter((packet) => packet.kind === kind).map(({ timestampMs }) => timestampMs);
    expect(times).toEqual(times.toSorted((left, right) => left - right));
  }
}

describe('FLV of other writers', { timeout: 60_000 }, () => {
  it.each([
    ['one too small, as OBS before 30.2', oneLess],
    ['zero', zeroSize],
    ['the body’s', bodyAlone],
  ])('F1: sizes behind tags are %s: the whole file is published, and told once', async (_what, sizeOf) => {
    const sent = await publish(write('sizes.flv', buildFlv(flv, sizeOf)));
    expect([sent.code, sent.frames], sent.output).toEqual([0, { video: VIDEO_FRAMES, audio: audioFrames }]);
    expect(sent.output.match(/wrong tag size/g)).toHaveLength(1);
  });

  it('F2: 100000 zeros behind the last tag, after a power cut: everything whole is published, the rest is told', async () => {
    const sent = await publish(write('zeros.flv', joinBytes([good, new Uint8Array(100_000)])));
    expect([sent.code, sent.frames.video], sent.output).toEqual([0, VIDEO_FRAMES]);
    expect(sent.output).toContain('note: Skipped 100,000 bytes after the last tag.');
  });

  it('F2: a file cut in its last tag, one with a hole of zeros, and one with rubbish between tags', async () => {
    const cut = await publish(write('cut.flv', good.subarray(0, -10)));
    expect([cut.code, cut.output.includes('The last tag is incomplete')]).toEqual([0, true]);
    expect(cut.frames.video + cut.frames.audio).toBeGreaterThanOrEqual(VIDEO_FRAMES + audioFrames - 1);
    const holed = good.slice();
    holed.fill(0, 20_000, 24_096);
    const hole = await publish(write('hole.flv', holed));
    expect(hole.code, hole.output).toBe(0);
    expect(hole.frames.video).toBeGreaterThan(VIDEO_FRAMES - 15);
    const first = flv.tags.slice(0, 30);
    const rest = flv.tags.slice(30);
    const rubbish = Buffer.from('worker process exited on signal 9\n'.repeat(50));
    const bytes = [
      buildFlv({ ...flv, tags: first }),
      rubbish,
      ...rest.map((tag) => tagBytes(tag, rightSize)),
    ];
    const mixed = await publish(write('mixed.flv', joinBytes(bytes)));
    expect([mixed.code, mixed.frames], mixed.output).toEqual([
      0,
      { video: VIDEO_FRAMES, audio: audioFrames },
    ]);
  });

  it('F3: media an hour after its metadata is sent at once, at its own pace', async () => {
    const sent = await publish(write('late.flv', buildFlv(moveTimes(flv, HOUR_MS))), { isPaced: true });
    expect([sent.code, sent.frames.video], sent.output).toEqual([0, VIDEO_FRAMES]);
    growsFromZero(sent);
    expect(sent.lastMs).toBeLessThan(2100);
  });

  it('F3: a leap of an hour in the middle is an edit, told once', async () => {
    const sent = await publish(write('leap.flv', buildFlv(leap(flv, 1000, HOUR_MS))), { isPaced: true });
    expect([sent.code, sent.frames.video], sent.output).toEqual([0, VIDEO_FRAMES]);
    growsFromZero(sent);
    expect(sent.lastMs).toBeLessThan(2200);
    expect(sent.output.match(/jump ahead by more than 10 s/g)).toHaveLength(1);
  });

  it.each([
    ['tags again behind the others', () => buildFlv(twice(flv))],
    ['a whole file behind the other', () => joinBytes([good, good])],
  ])('F4: two recordings in one file, %s: time goes on, pace kept', async (_what, build) => {
    const startMs = performance.now();
    const sent = await publish(write('twice.flv', build()), { isPaced: true });
    expect(performance.now() - startMs).toBeGreaterThan(3900);
    expect([sent.code, sent.frames.video], sent.output).toEqual([0, 2 * VIDEO_FRAMES]);
    growsFromZero(sent);
    expect(Math.abs(sent.lastMs - 3980)).toBeLessThan(100);
  });

  it.each([-33, -2000, 66])('F5: media from %i ms on: the first time on the wire is 0', async (byMs) => {
    const sent = await publish(write('early.flv', buildFlv(moveTimes(flv, byMs))));
    const plain = await publish(write('plain.flv', good));
    expect([sent.code, sent.frames]).toEqual([0, plain.frames]);
    growsFromZero(sent);
    const times = ({ packets }: Sent): number[] =>
      packets.filter(isFrame).map(({ timestampMs }) => timestampMs);
    expect(times(sent)).toEqual(times(plain));
  });
});

describe('names and kinds of files', { timeout: 60_000 }, () => {
  const names = [
    'Talk: part 1.mp4',
    '-i.mp4',
    '100%d of %03d.mp4',
    'http:x.mp4',
    'line\nfeed.mp4',
    'concat:a|b.mp4',
    'pipe:0',
    '[a]{b}*?.mp4',
    'picture%03d.jpg',
    '日本 "quoted" \'names\' $HOME.mp4',
  ];

  it.each(names)('F6: %j is a file', async (name) => {
    const named = mkdtempSync(join(folder, 'named-'));
    await run(ffmpegPath(), [
      '-v',
      'error',
      '-y',
      '-i',
      join(folder, 'good.flv'),
      '-c',
      'copy',
      '-f',
      'mp4',
      join(folder, 'good.mp4'),
    ]);
    writeFileSync(join(named, name), readFileSync(join(folder, 'good.mp4')));
    const sent = await publish(name, { cwd: named });
    expect([sent.code, sent.frames.video], sent.output).toEqual([0, VIDEO_FRAMES]);
  });

  it('F7: a FIFO, /dev/stdin, - and a process substitution are published as they come', async () => {
    const fifo = join(folder, 'fifo');
    await run('mkfifo', [fifo]);
    const writing = run('sh', ['-c', 'cat "$0" > "$1"', join(folder, 'good.flv'), fifo]);
    const sent = await publish(fifo);
    await writing;
    expect([sent.code, sent.frames], sent.output).toEqual([0, { video: VIDEO_FRAMES, audio: audioFrames }]);
    for (const input of ['-', '/dev/stdin']) {
      const piped = await publish(input, { stdin: join(folder, 'good.flv') });
      expect([piped.code, piped.frames.video], piped.output).toEqual([0, VIDEO_FRAMES]);
    }
    const command = `"$0" "$1" --fast --key-in-arguments --to "$2" --input <(cat "$3")`;
    const { stdout } = await run('bash', [
      ...['-c', command, process.execPath, tool.script, `${receiver.url}/${receiver.key}`],
      join(folder, 'good.flv'),
    ]);
    expect(stdout).toContain('Sent ');
  });

  it('F7: MPEG-TS from standard input goes through ffmpeg', async () => {
    const path = join(folder, 'piped.ts');
    await run(ffmpegPath(), ['-v', 'error', '-y', '-i', join(folder, 'good.flv'), '-c', 'copy', path]);
    const sent = await publish('-', { stdin: path });
    expect([sent.code, sent.frames.video], sent.output).toEqual([0, VIDEO_FRAMES]);
  });

  it('F7: nothing on standard input, and words, are refused before going live', async () => {
    const empty = await publish('-');
    expect([empty.code, empty.output.includes('The file is empty')], empty.output).toEqual([2, true]);
    const words = await publish(write('words.txt', Buffer.from('not media\n'.repeat(100))));
    expect(
      [words.code, /found no video in the file|doesn’t open files/.test(words.output)],
      words.output,
    ).toEqual([2, true]);
  });

  it.each([
    ['MOV with 16-bit PCM', 'mov', ['-c:a', 'pcm_s16le']],
    ['MOV with 24-bit PCM at 96 kHz', 'mov', ['-c:a', 'pcm_s24le', '-ar', '96000']],
    ['Matroska with FLAC', 'mkv', ['-c:a', 'flac']],
    ['Matroska with 5.1 PCM', 'mkv', ['-c:a', 'pcm_s16le', '-ac', '6']],
    ['AVI with PCM', 'avi', ['-bsf:v', 'h264_mp4toannexb', '-c:a', 'pcm_s16le']],
  ])('F8: %s: the sound is encoded to AAC, and told', async (_what, extension, audio) => {
    const path = join(folder, `pcm.${extension}`);
    await run(ffmpegPath(), [
      '-v',
      'error',
      '-y',
      '-i',
      join(folder, 'good.flv'),
      '-c:v',
      'copy',
      ...audio,
      path,
    ]);
    const sent = await publish(path);
    expect([sent.code, sent.frames.video], sent.output).toEqual([0, VIDEO_FRAMES]);
    expect(sent.frames.audio).toBeGreaterThan(85);
    expect(sent.output).toContain('it’s encoded to AAC');
  });

  it.each<[string, string[], RegExp]>([
    ['a phone held upright', ['-c', 'copy', '-metadata:s:v', 'rotate=90'], /rotated by 90°/],
    ['10 bits', ['-c:a', 'copy', '-c:v', 'libx264', '-pix_fmt', 'yuv420p10le'], /H\.264 in yuv420p10le/],
    ['4:4:4', ['-c:a', 'copy', '-c:v', 'libx264', '-pix_fmt', 'yuv444p'], /H\.264 in yuv444p/],
  ])('F8: video that viewers may not see as it was meant is told of: %s', async (what, encode, words) => {
    const path = join(folder, `${what.replaceAll(/\W/g, '-')}.mp4`);
    const input = ['-v', 'error', '-y', '-i', join(folder, 'good.flv'), '-t', '0.5'];
    await run(ffmpegPath(), [...input, ...encode, path]);
    const sent = await publish(path);
    expect(sent.code, sent.output).toBe(0);
    expect(sent.output).toMatch(words);
  });

  it('F2: a Matroska file that was cut off is published as far as it goes, and that is told', async () => {
    const whole = join(folder, 'whole.mkv');
    const cut = join(folder, 'cut.mkv');
    await run(ffmpegPath(), ['-v', 'error', '-y', '-i', join(folder, 'good.flv'), '-c', 'copy', whole]);
    const bytes = readFileSync(whole);
    writeFileSync(cut, bytes.subarray(0, Math.floor(bytes.length / 2)));
    const complete = await publish(whole);
    expect(complete.output).not.toMatch(/ends early|rotated|H\.264 in/);
    const sent = await publish(cut);
    expect([sent.code, sent.output.includes('The file ends early')], sent.output).toEqual([0, true]);
    expect(sent.frames.video).toBeGreaterThan(5);
  });

  it.each([
    ['ProRes', 'mov', ['-c:v', 'prores_ks'], 'video is prores'],
    ['MJPEG', 'avi', ['-c:v', 'mjpeg'], 'video is mjpeg'],
  ])('F8: %s cannot be sent as it is, and the reason is said', async (_what, extension, video, reason) => {
    const path = join(folder, `video.${extension}`);
    await run(ffmpegPath(), [
      '-v',
      'error',
      '-y',
      '-i',
      join(folder, 'good.flv'),
      '-t',
      '0.2',
      ...video,
      path,
    ]);
    const sent = await publish(path);
    expect([sent.code, sent.output.includes(reason)], sent.output).toEqual([2, true]);
  });

  it('F8: an MP4 whose index is missing says so', async () => {
    await run(ffmpegPath(), [
      '-v',
      'error',
      '-y',
      '-i',
      join(folder, 'good.flv'),
      '-c',
      'copy',
      join(folder, 'whole.mp4'),
    ]);
    const sent = await publish(write('cut.mp4', readFileSync(join(folder, 'whole.mp4')).subarray(0, 30_000)));
    expect([sent.code, sent.output.includes('index is missing')], sent.output).toEqual([2, true]);
  });
});

/** M9: what a text that calls itself a video could have made ffmpeg read. */
describe('files that name other files', { timeout: 60_000 }, () => {
  const others = (secret: string): readonly (readonly [string, string])[] => [
    ['an HLS playlist', `#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nfile://${secret}\n#EXT-X-ENDLIST\n`],
    ['a list for the concat demuxer', `ffconcat version 1.0\nfile '${secret}'\n`],
    [
      'a DASH manifest',
      `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT2S" profiles="urn:mpeg:dash:profile:full:2011"><Period><AdaptationSet mimeType="video/mp2t"><Representation id="1" bandwidth="1"><BaseURL>file://${secret}</BaseURL></Representation></AdaptationSet></Period></MPD>`,
    ],
    [
      'a session description',
      `v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\na=rtpmap:96 H264/90000\n`,
    ],
    ['an image list', `${'/'.repeat(4)}\n${secret}\n`],
  ];

  it('M9: neither publish nor measure opens another file for them', async () => {
    const secret = join(folder, 'secret.ts');
    mkdirSync(join(folder, 'lists'), { recursive: true });
    await run(ffmpegPath(), ['-v', 'error', '-y', '-i', join(folder, 'good.flv'), '-c', 'copy', secret]);
    const { measure } = await import('../../measure/measure.ts');
    for (const [what, text] of others(secret)) {
      const path = join(folder, 'lists', 'x.mp4');
      writeFileSync(path, text);
      const sent = await publish(path);
      expect([what, sent.code, sent.packets.length], sent.output).toEqual([what, 2, 0]);
      const reading = measure(path, { ffmpegPath: ffmpegPath() });
      await expect(reading, what).rejects.toThrow('input/bad-file');
    }
  });
});
