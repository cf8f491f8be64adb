import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { keyframeInterval } from '../../../../electron/engine/ffmpeg/encoder-options.ts';
import {
  buildFfmpegArguments,
  buildProbeArguments,
} from '../../../../electron/engine/ffmpeg/ffmpeg-arguments.ts';
import { FfmpegLogParser } from '../../../../electron/engine/ffmpeg/ffmpeg-log.ts';
import {
  cannotWriteEnhancedFlv,
  locateFfmpeg,
  parseFfmpegVersion,
} from '../../../../electron/engine/ffmpeg/locate-ffmpeg.ts';
import { buildBlockPrefix, buildMatroskaHeader } from '../../../../electron/engine/encode/matroska-writer.ts';
import { findFault, probeEncoders } from '../../../../electron/engine/ffmpeg/probe-encoders.ts';
import { codecOf } from '../../../../shared/encoding/codec.ts';
import { encoderNames, pickEncoder } from '../../../../shared/encoding/encoder-list.ts';
import type { EncoderName } from '../../../../shared/encoding/encoder-list.ts';
import { Cadence } from '../../../../shared/media/cadence.ts';
import { defaultEncodingProfile, encoderChoices } from '../../../../shared/encoding/profile.ts';
import { findFfmpeg } from './synthetic.ts';

describe('ffmpeg arguments', () => {
  const input = { width: 1280, height: 720, format: 'I420', colour: 'bt709-limited' } as const;
  const build = (change: object, encoder: EncoderName = 'libx264', from: object = {}): string =>
    buildFfmpegArguments({
      profile: { ...defaultEncodingProfile, ...change },
      input: { ...input, ...from },
      encoder,
      processors: 2,
      matrixFilter: 'colorspace',
    }).join(' ');

  it('is constant bitrate with exact keyframes', () => {
    expect(build({})).toContain('-b:v 2500k -maxrate 2500k');
    expect(build({})).toContain('-g 60 ');
    expect(build({})).toContain('-keyint_min 60 -sc_threshold 0');
    expect(keyframeInterval({ ...defaultEncodingProfile, fps: 25, keyframeSeconds: 1.5 })).toBe(38);
  });

  it('has a shorter buffer where bits are few, with x264', () => {
    expect(build({})).toMatch(/-bufsize 2000k .*vbv-init=0.75:/);
    expect(build({ videoKbps: 600 })).toMatch(/-bufsize 300k .*vbv-init=0.9:/);
    expect(build({ videoKbps: 600, width: 640, height: 360 })).toMatch(/-bufsize 480k .*vbv-init=0.75:/);
    expect(build({ videoKbps: 600 }, 'libx265')).toContain('-bufsize 600k');
  });

  it('has no B-frames and no look-ahead at low latency', () => {
    expect(build({})).toContain('-tune zerolatency -profile:v high -bf 0');
    expect(build({ latency: 'quality' })).toContain('-bf 2');
    expect(build({ latency: 'quality' })).not.toContain('zerolatency');
    expect(build({ latency: 'quality', h264Profile: 'baseline' })).toContain('-bf 0');
  });

  it('encodes HEVC and AV1 at a constant bitrate with exact keyframes, and has B-frames only at leisure', () => {
    expect(build({}, 'libx265')).toContain('-tune zerolatency -profile:v main -bf 0 -x265-params ');
    expect(build({}, 'libx265')).toMatch(
      /:keyint=60:min-keyint=60:scenecut=0:open-gop=0:hrd=1:strict-cbr=1:vbv-init=0.65 /,
    );
    expect(build({}, 'libx265')).toContain('-b:v 2500k -maxrate 2500k -bufsize 2500k -g 60');
    expect(build({ latency: 'quality' }, 'libx265')).toMatch(
      /-bf 2 -x265-params \S+:rc-lookahead=10:frame-threads=1 /,
    );
    expect(build({ latency: 'quality' }, 'libx265')).not.toContain('zerolatency');
    expect(build({}, 'libsvtav1')).toContain(
      '-b:v 2500k -bufsize 2500k -g 60 -preset 10 -svtav1-params rc=2:',
    );
    expect(build({ latency: 'quality' }, 'libsvtav1')).toContain('-preset 8 ');
    expect(build({}, 'libsvtav1')).not.toMatch(/-maxrate|-bsf:v/);
    for (const encoder of ['libx265', 'libsvtav1'] as const) {
      expect(build({}, encoder)).toContain(
        '-color_primaries bt709 -color_trc bt709 -colorspace bt709 -color_range tv',
      );
      expect(build({}, encoder)).toContain('format=yuv420p,');
    }
    expect(build({}, 'av1_vaapi')).toContain(
      'setparams=range=limited:color_primaries=bt709:color_trc=bt709:colorspace=bt709,hwupload',
    );
  });

  it('touches the picture only where it must', () => {
    expect(build({})).not.toContain('scale=');
    expect(build({}, 'libx264', { colour: 'bt601-limited' })).toContain(
      'format=yuv420p,colorspace=ispace=smpte170m:irange=tv:',
    );
    expect(build({}, 'libx264', { colour: 'bt601-limited' })).not.toContain('scale=');
    expect(build({}, 'libx264', { width: 640, height: 480 })).toContain('pad=w=1280:h=720');
    expect(build({}, 'libx264', { format: 'BGRA', colour: 'rgb-full' })).toContain(
      'out_color_matrix=bt709:out_range=tv',
    );
  });

  it('has a mapping for every encoder', () => {
    for (const encoder of encoderChoices) {
      if (encoder === 'auto') continue;
      const args = buildFfmpegArguments({
        profile: defaultEncodingProfile,
        input,
        encoder,
        processors: 4,
        matrixFilter: 'scale',
      });
      expect(args).toContain(encoder);
      expect(args.at(-1)).toBe('pipe:1');
    }
  });
});

describe('Matroska', () => {
  it('announces sizes that fit', () => {
    const prefix = buildBlockPrefix(1, 40_000, 1_382_400);
    const view = new DataView(prefix.buffer);
    expect(prefix.length).toBe(34);
    expect(view.getUint32(0)).toBe(0x1f43b675);
    expect(view.getUint32(8)).toBe(prefix.length - 12 + 1_382_400);
    expect(view.getUint32(26)).toBe(4 + 1_382_400);
    expect(
      buildMatroskaHeader(
        { width: 2, height: 2, format: 'BGRA', fps: 30 },
        { sampleRate: 48_000, channels: 1 },
      ).length,
    ).toBeGreaterThan(100);
  });
});

describe('Cadence', () => {
  const place = (times: readonly number[]): (number | null)[] => {
    const cadence = new Cadence(30);
    return times.map((time) => cadence.place((time * 1e6) / 30)?.slot ?? null);
  };
  it.each([
    ['steady', [0, 1, 2, 3], [0, 1, 2, 3]],
    ['jitter', [0, 1.4, 1.7, 3.3, 3.6], [0, 1, 2, 3, 4]],
    ['a gap', [0, 1, 5, 6], [0, 1, 5, 6]],
    ['a burst', [0, 0.1, 0.2, 1, 2], [0, null, null, 1, 2]],
    ['twice the rate', [0, 0.5, 1, 1.5, 2, 2.5], [0, 1, null, 2, null, 3]],
  ] as const)('%s', (_name, times, slots) => {
    expect(place(times)).toEqual(slots);
  });
});

describe('FfmpegLogParser', () => {
  it('reads progress and messages in any split', () => {
    const text =
      'frame=12\nfps=0.0\ndup_frames=1\ndrop_frames=2\nspeed=1.01x\nprogress=continue\n[libx264 @ 0x55] [error] broken\r\n[warning] odd\n';
    for (const size of [1, 3, 7, text.length]) {
      const parser = new FfmpegLogParser();
      const entries = [];
      for (let at = 0; at < text.length; at += size) entries.push(...parser.push(text.slice(at, at + size)));
      expect(entries).toEqual([
        { type: 'progress', progress: { frames: 12, duplicatedFrames: 1, droppedFrames: 2, speed: 1.01 } },
        { type: 'message', level: 'error', text: 'libx264: broken' },
        { type: 'message', level: 'warning', text: 'odd' },
      ]);
    }
  });
});

describe('ffmpeg on this machine', () => {
  it('is found, and what is no ffmpeg is not', async () => {
    const path = await findFfmpeg();
    expect((await locateFfmpeg({ userPath: path })).version).not.toBe('');
    await expect(locateFfmpeg({ userPath: process.execPath })).rejects.toThrow(/encoder\/not-found/);
    await expect(locateFfmpeg({ searchPath: '' })).rejects.toThrow(/encoder\/not-found/);
  });

  it.each([
    ['ffmpeg version 5.1.9-0+deb12u1 Copyright', { major: 5, minor: 1 }, false],
    ['ffmpeg version n7.1 Copyright', { major: 7, minor: 1 }, true],
    ['ffmpeg version 6.1.1-static https', { major: 6, minor: 1 }, true],
    ['ffmpeg version N-118000-gabc Copyright', undefined, true],
  ])('reads the version of %s', (text, release, isEnhanced) => {
    const version = parseFfmpegVersion(text);
    expect(version?.release).toEqual(release);
    expect(cannotWriteEnhancedFlv({ release: version?.release })).toBe(!isEnhanced);
  });

  it('encodes with x264, and auto falls to what works', async () => {
    const probes = await probeEncoders(await findFfmpeg(), () => performance.now());
    expect(probes.find((probe) => probe.encoder === 'libx264')).toMatchObject({ isWorking: true });
    expect(probes.filter((probe) => !probe.isWorking).every((probe) => probe.reason !== undefined)).toBe(
      true,
    );
    expect(probes.some((probe) => probe.encoder === pickEncoder(probes))).toBe(true);
    expect(probes.map(({ encoder }) => encoder)).toEqual(encoderNames);
    const isOld = cannotWriteEnhancedFlv(await locateFfmpeg({ userPath: await findFfmpeg() }));
    const others = probes.filter(({ encoder }) => codecOf(encoder) !== 'h264');
    if (isOld) expect(others.every(({ tooOldFfmpeg }) => tooOldFfmpeg !== undefined)).toBe(true);
  }, 60_000);

  it('believes no encoder whose stream it cannot read', async () => {
    const { stdout } = await promisify(execFile)(await findFfmpeg(), buildProbeArguments('libx264', 2), {
      encoding: 'buffer',
      maxBuffer: 1e8,
    });
    expect(findFault(stdout, 'libx264')).toBeUndefined();
    expect(findFault(stdout, 'libx265')).toBe('the output is avc1, not hvc1');
    expect(findFault(stdout.subarray(0, 13), 'libx264')).toBe('no codec configuration in the output');
    expect(findFault(new Uint8Array(64), 'libx264')).toMatch(/not an FLV/);
  });
});
