/** A gap of an hour in sound and pictures: nothing is made for it, and the program goes on after it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ProgramAudio } from '../../../../electron/engine/encode/audio/program-audio.ts';
import { ProgramEncoder } from '../../../../electron/engine/encode/program-encoder.ts';
import type { EncoderSession } from '../../../../electron/engine/encode/encoder-session.ts';
import type { MediaPacket } from '../../../../electron/rtmp/flv/packet.ts';
import { feed, findFfmpeg, makeFrame, makeTone, smallProfile } from './synthetic.ts';

const HOUR_US = 3_600_000_000;
const RATE = 48_000;

function block(timeUs: number) {
  return { timeUs, sampleRate: RATE, channels: 2 as const, samples: new Float32Array(960).fill(0.5) };
}

/** What a session gets, with the time of it. */
function session() {
  const got: { readonly timeUs: number; readonly frames: number }[] = [];
  const taking = {
    nextSample: 0,
    writeAudio: (samples: Float32Array, timeUs: number) => got.push({ timeUs, frames: samples.length / 2 }),
  };
  return { got, taking: taking as unknown as EncoderSession };
}

test.each([1, 24 * 7])('sound that comes again after %i hours makes no silence for them', (hours) => {
  const audio = new ProgramAudio({ audioSampleRate: RATE, audioChannels: 2 });
  const { got, taking } = session();
  for (let index = 0; index < 10; index += 1) audio.push(block(index * 10_000));
  audio.feed(taking);
  audio.push(block(hours * HOUR_US));
  audio.push(block(hours * HOUR_US + 10_000));
  audio.feed(taking);
  expect(got.reduce((sum, { frames }) => sum + frames, 0)).toBeLessThan(RATE);
  const last = got.at(-1);
  const endUs = (last?.timeUs ?? 0) + ((last?.frames ?? 0) * 1e6) / RATE;
  expect(Math.abs(endUs - hours * HOUR_US - 20_000)).toBeLessThan(25_000);
});

test('silence for a picture that comes after an hour is not made either', () => {
  const audio = new ProgramAudio({ audioSampleRate: RATE, audioChannels: 2 });
  const { got, taking } = session();
  audio.push(block(0));
  audio.fillTo(HOUR_US);
  audio.feed(taking);
  expect(got.reduce((sum, { frames }) => sum + frames, 0)).toBeLessThan(RATE);
});

test('a gap of two and a half seconds is filled as before', () => {
  const audio = new ProgramAudio({ audioSampleRate: RATE, audioChannels: 2 });
  const { got, taking } = session();
  audio.push(block(0));
  audio.push(block(2_500_000));
  audio.feed(taking);
  expect(got.reduce((sum, { frames }) => sum + frames, 0)).toBeGreaterThan(2.4 * RATE);
});

let ffmpegPath = '';
let program: ProgramEncoder | undefined;
beforeAll(async () => {
  ffmpegPath = await findFfmpeg();
});
afterAll(async () => {
  await program?.stop();
});

test.each(['sound', 'a picture'])(
  'the program goes on with another encoder when %s comes first after an hour',
  async (first) => {
    const packets: MediaPacket[] = [];
    const sink = { push: (packet: MediaPacket) => packets.push(packet) };
    const running = new ProgramEncoder({ encodingId: 'main', sink, ffmpegPath, log: () => {} });
    program = running;
    running.start(smallProfile);
    const size = { width: 320, height: 180 };
    await feed(running, { from: 0, to: 60, fps: 30, size });
    const baseUs = (running.captureTimeMs(250) ?? 0) * 1000;
    for (let index = 0; index < 60; index += 1) {
      const atUs = baseUs + HOUR_US + (index * 1_000_000) / 30;
      const picture = () => running.pushVideo(makeFrame(index, Math.round(atUs), size));
      if (first === 'a picture') picture();
      running.pushAudio(makeTone(index * 1600, 1600, baseUs + HOUR_US));
      if (first === 'sound') picture();
    }
    await running.stop();
    program = undefined;
    for (const kind of ['video', 'audio'] as const) {
      const times = packets
        .filter((packet) => packet.kind === kind && !packet.isSequenceHeader)
        .map(({ timestampMs }) => timestampMs);
      const late = times.filter((time) => time > 3_600_000);
      expect(late.length).toBeGreaterThan(40);
      expect(times.filter((time) => time > 4000 && time < 3_599_000)).toEqual([]);
    }
  },
);
