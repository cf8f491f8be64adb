/** Files as people have them, through `npm run publish` in plain Node, judged by what arrives at a receiver. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ffmpegPath } from '../../support/media/ffmpeg.ts';
import { preparePublishing, VIDEO_FRAMES } from './publishing.ts';

const run = promisify(execFile);
const files = preparePublishing();
const { folder, publish, write } = files;

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
      files.goodPath,
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
    const writing = run('sh', ['-c', 'cat "$0" > "$1"', files.goodPath, fifo]);
    const sent = await publish(fifo);
    await writing;
    expect([sent.code, sent.frames], sent.output).toEqual([
      0,
      { video: VIDEO_FRAMES, audio: files.audioFrames },
    ]);
    for (const input of ['-', '/dev/stdin']) {
      const piped = await publish(input, { stdin: files.goodPath });
      expect([piped.code, piped.frames.video], piped.output).toEqual([0, VIDEO_FRAMES]);
    }
    const command = `"$0" "$1" --fast --key-in-arguments --to "$2" --input <(cat "$3")`;
    const { stdout } = await run('bash', [
      ...['-c', command, process.execPath, files.script, files.to],
      files.goodPath,
    ]);
    expect(stdout).toContain('Sent ');
  });

  it('F7: MPEG-TS from standard input goes through ffmpeg', async () => {
    const path = join(folder, 'piped.ts');
    await run(ffmpegPath(), ['-v', 'error', '-y', '-i', files.goodPath, '-c', 'copy', path]);
    const sent = await publish('-', { stdin: path });
    expect([sent.code, sent.frames.video], sent.output).toEqual([0, VIDEO_FRAMES]);
  });

  it('F7: nothing on standard input, and words, are refused before going live', async () => {
    const empty = await publish('-');
    expect([empty.code, empty.output.includes('The file is empty')], empty.output).toEqual([2, true]);
    const words = await publish(write('words.txt', Buffer.from('not media\n'.repeat(100))));
    expect(
      [words.code, /found no video in the file|can’t open files/.test(words.output)],
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
    await run(ffmpegPath(), ['-v', 'error', '-y', '-i', files.goodPath, '-c:v', 'copy', ...audio, path]);
    const sent = await publish(path);
    expect([sent.code, sent.frames.video], sent.output).toEqual([0, VIDEO_FRAMES]);
    expect(sent.frames.audio).toBeGreaterThan(85);
    expect(sent.output).toContain('Upcast converts it to AAC');
  });

  it.each<[string, string[], RegExp]>([
    ['a phone held upright', ['-c', 'copy', '-metadata:s:v', 'rotate=90'], /rotate its video by 90°/],
    [
      '10 bits',
      ['-c:a', 'copy', '-c:v', 'libx264', '-pix_fmt', 'yuv420p10le'],
      /the yuv420p10le pixel format/,
    ],
    ['4:4:4', ['-c:a', 'copy', '-c:v', 'libx264', '-pix_fmt', 'yuv444p'], /the yuv444p pixel format/],
  ])('F8: video that viewers may not see as it was meant is told of: %s', async (what, encode, words) => {
    const path = join(folder, `${what.replaceAll(/\W/g, '-')}.mp4`);
    const input = ['-v', 'error', '-y', '-i', files.goodPath, '-t', '0.5'];
    await run(ffmpegPath(), [...input, ...encode, path]);
    const sent = await publish(path);
    expect(sent.code, sent.output).toBe(0);
    expect(sent.output).toMatch(words);
  });

  it('F2: a Matroska file that was cut off is published as far as it goes, and that is told', async () => {
    const whole = join(folder, 'whole.mkv');
    const cut = join(folder, 'cut.mkv');
    await run(ffmpegPath(), ['-v', 'error', '-y', '-i', files.goodPath, '-c', 'copy', whole]);
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
    await run(ffmpegPath(), ['-v', 'error', '-y', '-i', files.goodPath, '-t', '0.2', ...video, path]);
    const sent = await publish(path);
    expect([sent.code, sent.output.includes(reason)], sent.output).toEqual([2, true]);
  });

  it('F8: an MP4 whose index is missing says so', async () => {
    await run(ffmpegPath(), [
      '-v',
      'error',
      '-y',
      '-i',
      files.goodPath,
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
    await run(ffmpegPath(), ['-v', 'error', '-y', '-i', files.goodPath, '-c', 'copy', secret]);
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
