import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  fromEncoderMs,
  fromPacketMs,
  OutputClock,
  ProgramClock,
  toEncoderUs,
  toPacketMs,
} from '../../../../shared/media/timeline.ts';

/** Written out, so that this test doesn't follow a change of the offsets. */
const FIRST_PACKET_MS = 250;
const FIRST_PICTURE_MS = 4000;

describe('the timeline of media', () => {
  it('takes a frame from its capture to an output and back to its capture', () => {
    const clock = new ProgramClock();
    const captureUs = 7_000_000_000;
    clock.start(captureUs);
    const programUs = clock.toProgramUs(captureUs + 2_000_000);
    expect(programUs).toBe(2_000_000);

    // An encoder that took over at 1.5 s: this frame is its picture at 0.5 s.
    const originUs = 1_500_000;
    const encoderUs = toEncoderUs(programUs - originUs);
    expect(encoderUs).toBe(FIRST_PICTURE_MS * 1000 + 500_000);
    const packetMs = toPacketMs(originUs / 1000 + fromEncoderMs(encoderUs / 1000));
    expect(packetMs).toBe(FIRST_PACKET_MS + 2000);
    expect(clock.toCaptureMs(packetMs)).toBe((captureUs + 2_000_000) / 1000);

    const output = new OutputClock();
    output.start(toPacketMs(1000));
    expect(output.toOutputMs(packetMs)).toBe(1000);
  });

  it('is the same whichever encoder a frame goes through', () => {
    const through = (originMs: number): number =>
      toPacketMs(originMs + fromEncoderMs(toEncoderUs((3000 - originMs) * 1000) / 1000));
    expect([0, 500, 2999].map(through)).toEqual([3250, 3250, 3250]);
  });

  it('begins with the first frame and only with the first', () => {
    const clock = new ProgramClock();
    expect(clock.isRunning).toBe(false);
    expect(clock.toCaptureMs(FIRST_PACKET_MS)).toBeUndefined();
    clock.start(100);
    clock.start(200);
    expect(clock.isRunning).toBe(true);
    expect(clock.toProgramUs(150)).toBe(50);
    // Sound from before the first frame.
    expect(clock.toProgramUs(40)).toBe(-60);
  });

  it('goes on where it was after the capture clock was set back', () => {
    const clock = new ProgramClock();
    clock.start(5_000_000);
    clock.set(1_000_000, 9_000_000);
    expect(clock.toProgramUs(1_500_000)).toBe(9_500_000);
    expect(clock.toCaptureMs(toPacketMs(9000))).toBe(1000);
  });

  it('has no time below zero on an encoder’s input, and priming sound above zero on packets', () => {
    expect(toEncoderUs(-FIRST_PICTURE_MS * 1000 - 1)).toBe(0);
    expect(toPacketMs(0)).toBe(FIRST_PACKET_MS);
    expect(fromPacketMs(toPacketMs(-21))).toBe(-21);
  });

  it('gives each output a zero of its own, and negative times to what came before', () => {
    const output = new OutputClock();
    output.start(1250);
    output.start(9999);
    expect([1240, 1250, 1290].map((packetMs) => output.toOutputMs(packetMs))).toEqual([-10, 0, 40]);
  });

  it('has its offsets in one file', () => {
    const root = join(import.meta.dirname, '../../../..');
    const files = [
      'electron/engine/encode',
      'electron/engine/broadcast',
      'electron/engine/outputs',
      'shared/media',
    ].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name),
      ),
    );
    const stating = files.filter(
      (name) => name.endsWith('.ts') && /_(OFFSET|START)_MS = /.test(readFileSync(join(root, name), 'utf8')),
    );
    expect(stating).toEqual(['shared/media/timeline.ts']);
  });
});
