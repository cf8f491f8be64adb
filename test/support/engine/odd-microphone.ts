/**
 * A broadcast of the test picture with a microphone whose clock is off and which stops now and then, in simulated time:
 * through everything that sound goes through from the point where the platform hands it over, and the real ffmpeg.
 */
import { PictureBytes } from '../../../electron/engine/frames/picture-bytes.ts';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { EncodedPacket } from '../../../electron/engine/encode/encoded-packet.ts';
import { ProgramEncoder } from '../../../electron/engine/encode/program-encoder.ts';
import { measure } from '../../measure/measure.ts';
import type { MeasureReport } from '../../measure/report.ts';
import { FlvWriter } from '../../../electron/rtmp/flv/writer.ts';
import { PcmGatherer } from '../../../renderer/media/audio/pcm-gatherer.ts';
import type { PcmSource } from '../../../renderer/media/audio/pcm-gatherer.ts';
import { Mixer } from '../../../renderer/media/mixer/core/mixer.ts';
import { ClockMapper } from '../../../renderer/media/sources/clock-mapper.ts';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import { PatternPicture } from '../../../shared/pattern/picture.ts';
import { BEEP_AMPLITUDE, BEEP_HZ, BEEP_SECONDS } from '../../../shared/pattern/sound.ts';

const ORIGIN_US = 1_790_000_000_000_000;
const BLOCK_FRAMES = 480;
const MAX_UNDER_WAY = 3;

export interface OddMicrophone {
  /** How much faster than true its clock runs, parts per million. */
  readonly fastPpm: number;
  /** It gives nothing for `stopSeconds` once in `everySeconds`; its own count of time stands still meanwhile. */
  readonly stops?: { readonly everySeconds: number; readonly stopSeconds: number };
  readonly sampleRate: number;
}

export interface OddBroadcast {
  readonly seconds: number;
  readonly microphone: OddMicrophone;
  readonly ffmpegPath: string;
  /** Where the result is written, FLV. */
  readonly file: string;
}

const profile: EncodingProfile = {
  ...defaultEncodingProfile,
  width: 320,
  height: 180,
  fps: 10,
  videoKbps: 500,
  encoder: 'libx264',
  preset: 'ultrafast',
};

/** Faster than the time it plays in. */
export async function broadcastOddly(options: OddBroadcast): Promise<MeasureReport> {
  const { seconds, ffmpegPath, file } = options;
  const writer = new FlvWriter();
  const out = createWriteStream(file);
  out.write(writer.header({ hasAudio: true, hasVideo: true }));
  const sink = { push: (packet: EncodedPacket) => out.write(writer.tag(packet)) };
  const program = new ProgramEncoder({ encodingId: 'main', sink, ffmpegPath, log: () => undefined });
  let underWay = 0;
  let wake: (() => void) | undefined;
  program.onVideoConsumed.on(() => {
    underWay -= 1;
    wake?.();
  });
  program.start(profile);
  const sound = microphoneBlocks(options.microphone);
  let nowUs = ORIGIN_US;
  const mixer = new Mixer({
    ...{ sampleRate: profile.audioSampleRate, channels: 2, nowUs: () => nowUs },
    onTrack: (_track, block) => program.pushAudio({ ...block, data: block.data.slice(0) }),
    onMonitor: () => undefined,
    onMeters: () => undefined,
    onFaults: () => undefined,
  });
  mixer.setChannels([
    {
      ...{
        id: 'microphone',
        gain: 1,
        isMuted: false,
        balance: 0,
        isMono: false,
        tracks: 1,
        monitoring: 'off',
      },
      ...{ syncOffsetMs: 0, filters: [], isSoundExpected: true, presence: 1, fadeMs: 0 },
    },
  ]);
  const gatherer = new PcmGatherer((part) => mixer.push('microphone', part));
  const mapper = new ClockMapper();
  const picture = new PatternPicture(profile.width, profile.height, profile.fps);
  let block = sound.next();
  for (let number = 0; number < seconds * profile.fps; number += 1) {
    while (underWay >= MAX_UNDER_WAY) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    underWay += 1;
    const timestampUs = ORIGIN_US + Math.round((number * 1_000_000) / profile.fps);
    const data = picture.render(number, timestampUs).slice();
    const { width, height } = profile;
    program.pushVideo({
      timestampUs,
      width,
      height,
      format: 'I420',
      colour: 'bt709-limited',
      data: new PictureBytes(data),
    });
    const untilUs = timestampUs + 1_000_000 / profile.fps;
    while (block.done !== true && block.value.arrivalUs < untilUs) {
      const { source, sourceUs, arrivalUs } = block.value;
      const lengthUs = (source.numberOfFrames * 1_000_000) / source.sampleRate;
      nowUs = arrivalUs;
      gatherer.add(source, mapper.map(sourceUs, arrivalUs - lengthUs));
      mixer.tick();
      block = sound.next();
    }
    nowUs = untilUs;
    mixer.tick();
    if (out.writableNeedDrain) await once(out, 'drain');
  }
  await program.stop();
  const { skippedFrames, restarts } = program.stats;
  if (skippedFrames > 0 || restarts > 0)
    throw new Error(`${skippedFrames} frames were skipped, the encoder restarted ${restarts} times`);
  out.end();
  await finished(out);
  return await measure(file, { ffmpegPath, promise: { fps: profile.fps }, comparedPerSecond: 0.01 });
}

interface Block {
  readonly source: PcmSource;
  /** The device's own time of the first sample, by its count of samples. */
  readonly sourceUs: number;
  /** True time at which it is handed over: after its last sample, up to eight milliseconds late. */
  readonly arrivalUs: number;
}

/** What the microphone hears are the beeps of true time. */
function* microphoneBlocks({ fastPpm, stops, sampleRate }: OddMicrophone): Generator<Block> {
  const trueRate = sampleRate * (1 + fastPpm * 1e-6);
  let stoppedSeconds = 0;
  for (let first = 0; ; first += BLOCK_FRAMES) {
    let startSeconds = first / trueRate + stoppedSeconds;
    if (stops !== undefined && startSeconds % stops.everySeconds >= stops.everySeconds - stops.stopSeconds) {
      stoppedSeconds += stops.stopSeconds;
      startSeconds += stops.stopSeconds;
    }
    const samples = new Float32Array(BLOCK_FRAMES);
    for (let index = 0; index < BLOCK_FRAMES; index += 1)
      samples[index] = heardAt(startSeconds + index / trueRate);
    const lateSeconds = ((first / BLOCK_FRAMES) % 9) * 0.001;
    yield {
      source: {
        numberOfFrames: BLOCK_FRAMES,
        numberOfChannels: 1,
        sampleRate,
        copyTo: (destination) => destination.set(samples),
      },
      sourceUs: 123_456 + (first * 1_000_000) / sampleRate,
      arrivalUs: ORIGIN_US + (startSeconds + BLOCK_FRAMES / trueRate + lateSeconds) * 1_000_000,
    };
  }
}

function heardAt(seconds: number): number {
  const position = seconds % 1;
  return position < BEEP_SECONDS ? BEEP_AMPLITUDE * Math.sin(2 * Math.PI * BEEP_HZ * position) : 0;
}
