/** The channels' sounds in the worker: each by itself, on the one clock. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SoundInputs } from '../../../../../renderer/media/worker/sound/sound-inputs.ts';
import type { ApplicationsEvent, SoundEvent } from '../../../../../renderer/media/worker/worker-messages.ts';

const program = { width: 64, height: 36, fps: 25, sampleRate: 48_000, channels: 2 } as const;

interface Part {
  readonly channelId: string;
  readonly timestampUs: number;
  readonly samples: readonly number[];
}

function open() {
  const parts: Part[] = [];
  const ended: string[] = [];
  const wanted: unknown[] = [];
  const events: (SoundEvent | ApplicationsEvent)[] = [];
  const sent: string[] = [];
  const inputs = new SoundInputs({
    push: (channelId, { timestampUs, samples }) =>
      parts.push({ channelId, timestampUs, samples: [...samples] }),
    end: (channelId) => ended.push(channelId),
    report: (event) => events.push(event),
    wantMedia: (rates) => wanted.push(Object.fromEntries(rates)),
    sendApplication: (message) => sent.push(message.type),
  });
  inputs.setProgram(program);
  const of = (channelId: string) => parts.filter((part) => part.channelId === channelId);
  return { inputs, of, ended, wanted, events, sent };
}

const peakOf = (samples: readonly number[]): number => Math.max(...samples.map(Math.abs));

/** Twenty milliseconds of one side. */
function block(timestamp: number, value: number): AudioData {
  return {
    ...{ timestamp, numberOfFrames: 960, numberOfChannels: 1, sampleRate: 48_000 },
    copyTo: (plane: Float32Array) => plane.fill(value),
    close: () => undefined,
  } as unknown as AudioData;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a tone comes in blocks of 20 ms that follow each other, at the pace of the clock, until it is ended', () => {
  const { inputs, of, ended, events } = open();
  inputs.make({ type: 'makeSound', channelId: 'a', run: 1, made: { kind: 'tone' } });
  vi.advanceTimersByTime(1000);
  const blocks = of('a');
  expect(blocks.length).toBeGreaterThanOrEqual(49);
  expect(blocks.map(({ timestampUs }, at) => timestampUs - at * 20_000)).toEqual(
    blocks.map(() => blocks[0]?.timestampUs),
  );
  expect(blocks.map(({ samples }) => samples.length)).toEqual(blocks.map(() => 1920));
  expect(events).toEqual([{ type: 'soundStarted', channelId: 'a', run: 1 }]);
  inputs.end('a');
  vi.advanceTimersByTime(1000);
  expect(of('a').length).toBe(blocks.length);
  expect(ended).toEqual(['a']);
});

test('beeps begin with each second of their own pattern, and anew with its next picture', () => {
  const { inputs, of } = open();
  const nowUs = performance.now() * 1000;
  inputs.openPattern('one', nowUs - 250_000);
  inputs.openPattern('two', nowUs - 500_000);
  const beeps = (channelId: string, sourceId: string) =>
    inputs.make({ type: 'makeSound', channelId, run: 1, made: { kind: 'beeps', sourceId } });
  beeps('a', 'one');
  beeps('b', 'two');
  vi.advanceTimersByTime(1000);
  const beepsAt = (channelId: string, fromUs: number): readonly number[] =>
    of(channelId)
      .filter(({ samples, timestampUs }) => peakOf(samples) > 0 && timestampUs >= fromUs)
      .map(({ timestampUs }) => timestampUs - nowUs);
  expect(beepsAt('a', nowUs)).toEqual([750_000, 770_000, 790_000]);
  expect(beepsAt('b', nowUs)).toEqual([500_000, 520_000, 540_000]);
  inputs.openPattern('one', nowUs + 1_000_000);
  vi.advanceTimersByTime(500);
  expect(beepsAt('a', nowUs + 1_000_000)).toEqual([1_000_000, 1_020_000, 1_040_000]);
});

test('a program of another rate has its made sounds at that rate', () => {
  const { inputs, of } = open();
  inputs.make({ type: 'makeSound', channelId: 'a', run: 1, made: { kind: 'tone' } });
  inputs.setProgram({ ...program, sampleRate: 44_100, channels: 1 });
  vi.advanceTimersByTime(100);
  expect(new Set(of('a').map(({ samples }) => samples.length))).toEqual(new Set([882]));
});

test('each track is read by itself: one that fails says so, and the other goes on', async () => {
  const { inputs, of, events } = open();
  const controllers: ReadableStreamDefaultController<AudioData>[] = [];
  const take = (channelId: string, run: number) => {
    const readable = new ReadableStream<AudioData>({ start: (each) => void controllers.push(each) });
    inputs.take({ type: 'takeSound', channelId, run, readable });
  };
  take('a', 1);
  take('b', 2);
  controllers[0]?.enqueue(block(0, 0.5));
  controllers[1]?.enqueue(block(7_000_000, 0.25));
  await vi.advanceTimersByTimeAsync(1);
  expect(of('a').map(({ samples }) => samples[0])).toEqual([0.5]);
  expect(of('b').map(({ samples }) => samples[0])).toEqual([0.25]);
  controllers[0]?.error(new Error('the device is gone'));
  controllers[1]?.enqueue(block(7_020_000, 0.25));
  await vi.advanceTimersByTimeAsync(1);
  expect(of('b').length).toBe(2);
  expect(events).toEqual([
    { type: 'soundStarted', channelId: 'a', run: 1 },
    { type: 'soundStarted', channelId: 'b', run: 2 },
    { type: 'soundFailed', channelId: 'a', run: 1, message: 'the device is gone' },
  ]);
});

test('sound of a device has the time that its picture will have, some 25 ms after it came', async () => {
  const { inputs, of } = open();
  let first: ReadableStreamDefaultController<AudioData> | undefined;
  const readable = new ReadableStream<AudioData>({ start: (each) => void (first = each) });
  inputs.take({ type: 'takeSound', channelId: 'a', run: 1, readable });
  const capturedUs = performance.now() * 1000 - 20_000;
  first?.enqueue(block(5_000_000, 0.5));
  await vi.advanceTimersByTimeAsync(0);
  expect(of('a').map(({ timestampUs }) => Math.round((timestampUs - capturedUs) / 1000))).toEqual([25]);
});

test('nothing comes of a track that another one took the place of', async () => {
  const { inputs, of, ended } = open();
  let first: ReadableStreamDefaultController<AudioData> | undefined;
  const readable = new ReadableStream<AudioData>({ start: (each) => void (first = each) });
  inputs.take({ type: 'takeSound', channelId: 'a', run: 1, readable });
  inputs.make({ type: 'makeSound', channelId: 'a', run: 2, made: { kind: 'tone' } });
  expect(() => first?.enqueue(block(0, 0.9))).toThrow();
  await vi.advanceTimersByTimeAsync(50);
  expect(ended).toEqual(['a']);
  expect(of('a').every(({ samples }) => peakOf(samples) < 0.2)).toBe(true);
});

test('a media source’s sound is wanted in the program’s rate while a channel has it, and goes to that channel', () => {
  const { inputs, of, ended, wanted } = open();
  inputs.make({ type: 'makeSound', channelId: 'a', run: 1, made: { kind: 'media', sourceId: 'clip' } });
  expect(wanted.at(-1)).toEqual({ clip: 48_000 });
  const part = {
    timestampUs: 1000,
    sampleRate: 48_000,
    channels: 2,
    samples: new Float32Array([0.5, 0.25]),
  } as const;
  inputs.takeMedia({ sourceId: 'clip', ...part });
  inputs.takeMedia({ sourceId: 'other', ...part });
  expect(of('a')).toEqual([{ channelId: 'a', timestampUs: 1000, samples: [0.5, 0.25] }]);
  inputs.endMedia('clip');
  expect(ended).toEqual(['a']);
  inputs.takeMedia({ sourceId: 'clip', ...part });
  expect(of('a').length).toBe(2);
  inputs.setProgram({ ...program, sampleRate: 44_100 });
  expect(wanted.at(-1)).toEqual({ clip: 44_100 });
  inputs.end('a');
  expect(wanted.at(-1)).toEqual({});
});

test('an application is taken from the engine until its channel ends, and a change of the program takes it anew', () => {
  const { inputs, of, ended, sent } = open();
  const made = { kind: 'application', application: { name: 'Game' } } as const;
  inputs.make({ type: 'makeSound', channelId: 'a', run: 1, made });
  const block = { type: 'applicationSound', channelId: 'a', run: 1, lineUs: 0, sampleRate: 48_000 } as const;
  inputs.applications.receive({ ...block, data: new Float32Array(4).fill(0.5).buffer });
  expect(of('a').map(({ samples }) => samples)).toEqual([[0.5, 0.5, 0.5, 0.5]]);
  inputs.setProgram({ ...program, sampleRate: 44_100 });
  inputs.end('a');
  expect([sent, ended]).toEqual([
    ['takeApplication', 'applicationSoundTaken', 'takeApplication', 'endApplication'],
    ['a'],
  ]);
});
