/** Against a screen by script, in simulated time: it is captured by a timer that runs slow, and that begins anew whenever a frame is asked for. */
import { expect, it } from 'vitest';
import { CaptureStep } from '../../../../../renderer/media/sources/capture-step.ts';

const PERIOD_US = 1_000_000 / 30;
/** From asking to the capture. */
const ASKED_US = 1000;
/** From a capture to its frame. The capture time that is known is that of the frame. */
const PIPELINE_US = 4000;

interface Screen {
  /** How much later than the program's frame each next capture comes. */
  readonly slowUs: number;
  readonly follows: boolean;
  /** After which nothing on the screen changes any more. */
  readonly stillAfterUs?: number;
}

interface Played {
  /** How far each capture was from a frame of the program, and when. */
  readonly captures: readonly { readonly atUs: number; readonly errorUs: number }[];
  readonly askedUs: readonly number[];
}

function play({ slowUs, follows, stillAfterUs = Infinity }: Screen, forSeconds: number): Played {
  const step = new CaptureStep();
  const captures: { atUs: number; errorUs: number }[] = [];
  const askedUs: number[] = [];
  const arriving: number[] = [];
  let [captureUs, momentUs, askUs] = [11_000, 0, Infinity];
  for (;;) {
    const shownUs = momentUs + PERIOD_US / 2;
    const nowUs = Math.min(captureUs, shownUs, askUs, arriving[0] ?? Infinity);
    if (nowUs > forSeconds * 1_000_000) return { captures, askedUs };
    if (nowUs === arriving[0]) {
      arriving.shift();
      step.captured(nowUs);
      const frames = nowUs / PERIOD_US;
      captures.push({ atUs: nowUs, errorUs: (frames - Math.round(frames)) * PERIOD_US });
    } else if (nowUs === captureUs) {
      captureUs += PERIOD_US + slowUs;
      if (nowUs < stillAfterUs) arriving.push(nowUs + PIPELINE_US);
    } else if (nowUs === askUs) {
      askUs = Infinity;
      step.asked(nowUs);
      askedUs.push(nowUs);
      if (follows) captureUs = nowUs + ASKED_US;
    } else {
      const inUs = step.shown(momentUs, PERIOD_US, nowUs);
      if (inUs !== undefined && askUs === Infinity) askUs = nowUs + inUs;
      momentUs += PERIOD_US;
    }
  }
}

it('a screen whose captures come ever later is in step with the program from its first second on', () => {
  const { captures, askedUs } = play({ slowUs: 250, follows: true }, 60);
  const errorsUs = captures.filter(({ atUs }) => atUs > 1_000_000).map(({ errorUs }) => errorUs);
  expect(Math.min(...errorsUs)).toBeGreaterThan(-3000);
  expect(Math.max(...errorsUs)).toBeLessThan(6000);
  expect(askedUs.length).toBeLessThan(180);
});

it('a screen that keeps in step by itself is left alone once it is there', () => {
  expect(play({ slowUs: 0, follows: true }, 60).askedUs.length).toBeLessThanOrEqual(3);
});

it('a screen that doesn’t follow is asked ever more seldom', () => {
  expect(play({ slowUs: 250, follows: false }, 60).askedUs.length).toBeLessThan(20);
});

it('a screen on which nothing changes is asked for nothing', () => {
  const { askedUs } = play({ slowUs: 250, follows: true, stillAfterUs: 5_000_000 }, 60);
  expect(askedUs.filter((atUs) => atUs > 5_500_000)).toEqual([]);
});
