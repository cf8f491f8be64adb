/** Silence, clipping and opposed sides are noticed after a while, and end by another limit than they began. */
import { describe, expect, it } from 'vitest';
import { ChannelWatch } from '../../../../../../renderer/media/mixer/loudness/channel-watch.ts';

const RATE = 8000;

/** Gives so many seconds of a tone, the right side `opposed` by its sign. */
function hear(watch: ChannelWatch, seconds: number, peak: number, right = peak): ChannelWatch {
  for (let block = 0; block < seconds * 100; block += 1) {
    const wave = Float32Array.from({ length: RATE / 100 }, (_, at) => Math.sin((2 * Math.PI * at) / 8 + 0.1));
    watch.add(
      wave.map((value) => value * peak),
      wave.map((value) => value * right),
    );
  }
  return watch;
}

const microphone = (): ChannelWatch => new ChannelWatch(RATE, true);

describe('a silent channel', () => {
  it('had no signal when nothing comes for ten seconds', () => {
    expect(hear(microphone(), 9, 0).faults).toEqual([]);
    expect(hear(microphone(), 10, 0).faults).toEqual(['noSignal']);
  });

  it('went silent when it had sound before', () => {
    const watch = hear(microphone(), 3, 0.1);
    expect(hear(watch, 9, 0.0005).faults).toEqual([]);
    expect(hear(watch, 1, 0.0005).faults).toEqual(['wentSilent']);
  });

  it('isn’t silent in a pause', () => {
    const watch = hear(microphone(), 3, 0.1);
    for (let count = 0; count < 5; count += 1) {
      hear(watch, 8, 0);
      hear(watch, 1, 0.1);
      expect(watch.faults).toEqual([]);
    }
  });

  it('is well again by sound, not by what is barely louder than silence', () => {
    const watch = hear(microphone(), 12, 0);
    expect(hear(watch, 5, 0.0015).faults).toEqual(['noSignal']);
    expect(hear(watch, 1, 0.01).faults).toEqual([]);
    expect(hear(watch, 10, 0).faults).toEqual(['wentSilent']);
  });

  it('has no fault where silence is nothing to speak of', () => {
    expect(hear(new ChannelWatch(RATE, false), 30, 0).faults).toEqual([]);
  });

  it('starts from the beginning when its source is opened anew', () => {
    const watch = hear(microphone(), 12, 0.1);
    hear(watch, 10, 0);
    watch.reset();
    expect(watch.faults).toEqual([]);
    expect(hear(watch, 10, 0).faults).toEqual(['noSignal']);
  });
});

describe('a channel that clips', () => {
  it('has a fault when three of ten seconds did, and none after ten without', () => {
    const watch = microphone();
    for (let count = 0; count < 2; count += 1) {
      hear(watch, 1, 1.1);
      hear(watch, 2, 0.5);
    }
    expect(watch.faults).toEqual([]);
    expect(hear(watch, 1, 1.1).faults).toEqual(['clips']);
    expect(hear(watch, 9, 0.5).faults).toEqual(['clips']);
    expect(hear(watch, 1, 0.5).faults).toEqual([]);
  });

  it('has none for a peak now and then', () => {
    const watch = microphone();
    for (let count = 0; count < 10; count += 1) {
      hear(watch, 1, 1.1);
      expect(hear(watch, 5, 0.5).faults).toEqual([]);
    }
  });
});

describe('a channel out of phase', () => {
  it('has a fault after five seconds, and none after two with sides that agree', () => {
    const watch = hear(microphone(), 4, 0.1, -0.1);
    expect(watch.faults).toEqual([]);
    expect(hear(watch, 1, 0.1, -0.1).faults).toEqual(['outOfPhase']);
    expect(hear(watch, 1, 0.1).faults).toEqual(['outOfPhase']);
    expect(hear(watch, 1, 0.1).faults).toEqual([]);
  });

  it.each([
    ['a side that is barely there', 0.1, -0.001],
    ['one side alone', 0.1, 0],
    ['sides that agree', 0.1, 0.05],
  ])('has none with %s', (_what, left, right) => {
    expect(hear(microphone(), 8, left, right).faults).toEqual([]);
  });

  it('keeps its fault in a pause', () => {
    const watch = hear(microphone(), 6, 0.1, -0.1);
    expect(hear(watch, 5, 0).faults).toEqual(['outOfPhase']);
  });
});

describe('a watch', () => {
  it('says when its faults changed, and gives the same list until then', () => {
    const watch = microphone();
    const second = new Float32Array(RATE);
    const changes = Array.from({ length: 12 }, () => watch.add(second, second));
    expect(changes.map((hasChanged, index) => (hasChanged ? index + 1 : 0)).filter(Boolean)).toEqual([10]);
    const { faults } = watch;
    watch.add(second, second);
    expect(watch.faults).toBe(faults);
  });

  it('has several faults at once', () => {
    expect(hear(microphone(), 6, 1.2, -1.2).faults).toEqual(['clips', 'outOfPhase']);
  });

  it('goes on after numbers that are no sound', () => {
    const watch = microphone();
    const odd = Float32Array.from([NaN, Infinity, -Infinity]);
    watch.add(odd, odd);
    expect(hear(watch, 6, 0.1, -0.1).faults).toEqual(['outOfPhase']);
  });
});
