/** FLV files as other writers and power cuts leave them, through `npm run publish`, judged by what arrives at a receiver. */
import { describe, expect, it } from 'vitest';
import {
  bodyAlone,
  buildFlv,
  joinBytes,
  leap,
  moveTimes,
  oneLess,
  rightSize,
  tagBytes,
  twice,
  zeroSize,
} from '../../support/media/flv-damage.ts';
import { isFrame, preparePublishing, VIDEO_FRAMES } from './publishing.ts';
import type { Sent } from './publishing.ts';

const HOUR_MS = 3_600_000;
const files = preparePublishing();
const { publish, write } = files;

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
    const sent = await publish(write('sizes.flv', buildFlv(files.flv, sizeOf)));
    expect([sent.code, sent.frames], sent.output).toEqual([
      0,
      { video: VIDEO_FRAMES, audio: files.audioFrames },
    ]);
    expect(sent.output.match(/incorrect tag size/g)).toHaveLength(1);
  });

  it('F2: 100000 zeros behind the last tag, after a power cut: everything whole is published, the rest is told', async () => {
    const sent = await publish(write('zeros.flv', joinBytes([files.good, new Uint8Array(100_000)])));
    expect([sent.code, sent.frames.video], sent.output).toEqual([0, VIDEO_FRAMES]);
    expect(sent.output).toContain('note: Skipped 100,000 bytes after the last tag.');
  });

  it('F2: a file cut in its last tag, one with a hole of zeros, and one with rubbish between tags', async () => {
    const cut = await publish(write('cut.flv', files.good.subarray(0, -10)));
    expect([cut.code, cut.output.includes('The last tag is incomplete')]).toEqual([0, true]);
    expect(cut.frames.video + cut.frames.audio).toBeGreaterThanOrEqual(VIDEO_FRAMES + files.audioFrames - 1);
    const holed = files.good.slice();
    holed.fill(0, 20_000, 24_096);
    const hole = await publish(write('hole.flv', holed));
    expect(hole.code, hole.output).toBe(0);
    expect(hole.frames.video).toBeGreaterThan(VIDEO_FRAMES - 15);
    const first = files.flv.tags.slice(0, 30);
    const rest = files.flv.tags.slice(30);
    const rubbish = Buffer.from('worker process exited on signal 9\n'.repeat(50));
    const bytes = [
      buildFlv({ ...files.flv, tags: first }),
      rubbish,
      ...rest.map((tag) => tagBytes(tag, rightSize)),
    ];
    const mixed = await publish(write('mixed.flv', joinBytes(bytes)));
    expect([mixed.code, mixed.frames], mixed.output).toEqual([
      0,
      { video: VIDEO_FRAMES, audio: files.audioFrames },
    ]);
  });

  it('F3: media an hour after its metadata is sent at once, at its own pace', async () => {
    const sent = await publish(write('late.flv', buildFlv(moveTimes(files.flv, HOUR_MS))), { isPaced: true });
    expect([sent.code, sent.frames.video], sent.output).toEqual([0, VIDEO_FRAMES]);
    growsFromZero(sent);
    expect(sent.lastMs).toBeLessThan(2100);
  });

  it('F3: a leap of an hour in the middle is an edit, told once', async () => {
    const sent = await publish(write('leap.flv', buildFlv(leap(files.flv, 1000, HOUR_MS))), {
      isPaced: true,
    });
    expect([sent.code, sent.frames.video], sent.output).toEqual([0, VIDEO_FRAMES]);
    growsFromZero(sent);
    expect(sent.lastMs).toBeLessThan(2200);
    expect(sent.output.match(/jump ahead by more than 10 s/g)).toHaveLength(1);
  });

  it.each([
    ['tags again behind the others', () => buildFlv(twice(files.flv))],
    ['a whole file behind the other', () => joinBytes([files.good, files.good])],
  ])('F4: two recordings in one file, %s: time goes on, pace kept', async (_what, build) => {
    const startMs = performance.now();
    const sent = await publish(write('twice.flv', build()), { isPaced: true });
    expect(performance.now() - startMs).toBeGreaterThan(3900);
    expect([sent.code, sent.frames.video], sent.output).toEqual([0, 2 * VIDEO_FRAMES]);
    growsFromZero(sent);
    expect(Math.abs(sent.lastMs - 3980)).toBeLessThan(100);
  });

  it.each([-33, -2000, 66])('F5: media from %i ms on: the first time on the wire is 0', async (byMs) => {
    const sent = await publish(write('early.flv', buildFlv(moveTimes(files.flv, byMs))));
    const plain = await publish(write('plain.flv', files.good));
    expect([sent.code, sent.frames]).toEqual([0, plain.frames]);
    growsFromZero(sent);
    const times = ({ packets }: Sent): number[] =>
      packets.filter(isFrame).map(({ timestampMs }) => timestampMs);
    expect(times(sent)).toEqual(times(plain));
  });
});
