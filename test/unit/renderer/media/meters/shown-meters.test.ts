/** Which meters are drawn by which readings, and what the page hears of them. */
import { expect, it } from 'vitest';
import { ShownMeters } from '../../../../../renderer/media/meters/shown-meters.ts';
import type { MixerReadings } from '../../../../../renderer/media/mixer/core/mixer-types.ts';

/** As much of a canvas as a meter uses: counts its pictures. */
class Canvas {
  width = 0;
  height = 0;
  pictures = 0;
  fillStyle = '';
  globalAlpha = 1;

  getContext(): Canvas {
    return this;
  }

  clearRect(): void {
    this.pictures += 1;
  }

  fillRect(): void {
    // What is drawn is the affair of meter-drawing.test.ts.
  }
}

const colours = { good: 'green', warn: 'yellow', hot: 'red' };

function readingsOf(voiceDb: number, programDb: number): MixerReadings {
  const level = (decibels: number) => ({ peakDb: [decibels, decibels], rmsDb: [decibels, decibels] });
  return {
    channels: new Map([['voice', level(voiceDb)]]),
    program: level(programDb),
    reductions: new Map(),
  } as unknown as MixerReadings;
}

function setUp() {
  const figures: (readonly [number, number])[] = [];
  const meters = new ShownMeters((meterId, heldDb) => figures.push([meterId, heldDb]));
  const open = (meterId: number, channelId: string | undefined, isRunning = true): Canvas => {
    const canvas = new Canvas();
    const look = { isVertical: false, colours, isRunning, channelId };
    meters.open({ ...look, meterId, canvas: canvas as unknown as OffscreenCanvas });
    meters.resize(meterId, 200, 8);
    return canvas;
  };
  return { figures, meters, open };
}

it('draws a channel’s readings and the program’s, each on its own meter', () => {
  const { figures, meters, open } = setUp();
  const [voice, program] = [open(1, 'voice'), open(2, undefined)];
  const before = [voice.pictures, program.pictures];
  meters.read(readingsOf(-20, -10));
  expect([voice.pictures, program.pictures]).toEqual(before.map((pictures) => pictures + 1));
  expect(figures).toEqual([
    [1, -20],
    [2, -10],
  ]);
});

it('draws nothing while nothing changes, and says the peak at every seventh reading', () => {
  const { figures, meters, open } = setUp();
  const voice = open(1, 'voice');
  for (let reading = 0; reading < 15; reading += 1) meters.read(readingsOf(-20, -10));
  expect(voice.pictures).toBe(2);
  expect(figures.length).toBe(3);
});

it('shows the scale alone of a source that is gone, and wants no readings for that', () => {
  const { figures, meters, open } = setUp();
  const voice = open(1, 'voice', false);
  expect(meters.isReading).toBe(false);
  meters.read(readingsOf(-20, -10));
  expect(voice.pictures).toBe(1);
  expect(figures).toEqual([]);
});

it('draws a meter no more that was closed', () => {
  const { meters, open } = setUp();
  const voice = open(1, 'voice');
  expect(meters.isReading).toBe(true);
  meters.close(1);
  meters.resize(1, 100, 8);
  meters.read(readingsOf(-20, -10));
  expect(voice.pictures).toBe(1);
  expect(meters.isReading).toBe(false);
});
