/** Two hours through the very arguments and container that a broadcast gives to ffmpeg, as fast as ffmpeg takes them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { buildFfmpegArguments } from '../../../../electron/engine/ffmpeg/ffmpeg-arguments.ts';
import {
  AUDIO_TRACK,
  buildBlockPrefix,
  buildMatroskaHeader,
  TICK_US,
  VIDEO_TRACK,
} from '../../../../electron/engine/encode/matroska-writer.ts';
import { FlvDemuxer } from '../../../../electron/rtmp/flv/demuxer.ts';
import { exactFrameRate } from '../../../../shared/encoding/frame-rate.ts';
import { Cadence } from '../../../../shared/media/cadence.ts';
import { fromEncoderMs, toEncoderUs } from '../../../../shared/media/timeline.ts';
import { defaultEncodingProfile } from '../../../../shared/encoding/profile.ts';
import { ffmpegPath } from '../../../support/media/ffmpeg.ts';

const SECONDS = 7200;
const SAMPLE_RATE = 8000;
/** As small as the encoder takes them: what counts is the clock. */
const SIDE = 16;

it.each([
  [29.97, 30_000],
  [59.94, 60_000],
])(
  'D9: two hours of %d by ffmpeg: every frame once, at its rational to the millisecond, and audio ends with them',
  { timeout: 300_000 },
  async (written, numerator) => {
    const fps = exactFrameRate(written);
    const profile = {
      ...defaultEncodingProfile,
      ...{ width: SIDE, height: SIDE, fps, videoKbps: 100, audioKbps: 32, audioChannels: 1 as const },
      preset: 'ultrafast' as const,
    };
    const input = { width: SIDE, height: SIDE, format: 'I420', colour: 'bt709-limited' } as const;
    const args = buildFfmpegArguments({
      profile: { ...profile, audioSampleRate: SAMPLE_RATE as 48000 },
      ...{ input, encoder: 'libx264', matrixFilter: 'scale', processors: 2 },
    });
    const child = spawn(ffmpegPath(), args, { stdio: ['pipe', 'pipe', 'ignore'] });
    const demuxer = new FlvDemuxer();
    const video: number[] = [];
    let audioEndMs = 0;
    let audioPackets = 0;
    child.stdout.on('data', (bytes: Buffer) => {
      for (const { kind, body, timestampMs } of demuxer.push(bytes)) {
        if (body[1] !== 1 || kind === 'script') continue;
        if (kind === 'video') video.push(fromEncoderMs(timestampMs));
        else {
          audioPackets += 1;
          audioEndMs = fromEncoderMs(timestampMs) + (1024 * 1000) / SAMPLE_RATE;
        }
      }
    });
    const closed = once(child, 'close');
    const write = async (track: number, timeUs: number, data: Uint8Array): Promise<void> => {
      const ticks = Math.round(toEncoderUs(timeUs) / TICK_US);
      child.stdin.write(buildBlockPrefix(track, ticks, data.length));
      if (!child.stdin.write(data)) await once(child.stdin, 'drain');
    };
    child.stdin.write(
      buildMatroskaHeader(
        { width: SIDE, height: SIDE, format: 'I420', fps },
        { sampleRate: SAMPLE_RATE, channels: 1 },
      ),
    );
    const frames = Math.floor((SECONDS * numerator) / 1001);
    const cadence = new Cadence(fps);
    const picture = new Uint8Array((SIDE * SIDE * 3) / 2);
    const second = new Uint8Array(4 * SAMPLE_RATE);
    let seconds = 0;
    for (let n = 0; n < frames; n += 1) {
      const timeUs = cadence.timeUs(n);
      for (; seconds * 1e6 <= timeUs && seconds < SECONDS; seconds += 1)
        await write(AUDIO_TRACK, seconds * 1e6, second);
      await write(VIDEO_TRACK, timeUs, picture);
    }
    child.stdin.end();
    expect((await closed)[0]).toBe(0);
    expect(video).toHaveLength(frames);
    const off = video.findIndex((ms, n) => Math.abs(ms - (n * 1_001_000) / numerator) > 1);
    expect([off, video[off]]).toEqual([-1, undefined]);
    expect(audioPackets).toBeGreaterThanOrEqual(Math.floor((SECONDS * SAMPLE_RATE) / 1024));
    // Whole AAC frames: the last may end up to one of them later.
    expect(audioEndMs - SECONDS * 1000).toBeGreaterThan(-1);
    expect(audioEndMs - SECONDS * 1000).toBeLessThan((2 * 1024 * 1000) / SAMPLE_RATE);
  },
);
