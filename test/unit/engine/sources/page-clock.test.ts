/** How far a page's clock is from the engine's: measured by question and reply alone, whatever the wall clock shows. */
import { expect, test } from 'vitest';
import { PageClock } from '../../../../electron/engine/sources/page-clock.ts';

const HOUR_US = 3_600_000_000;

/** A page whose replies take a while each way. */
function conversation(aheadUs: number) {
  const state = { nowUs: 5_000_000, aheadUs, thereUs: 400, backUs: 600 };
  const asked: number[] = [];
  const clock = new PageClock(
    (id) => asked.push(id),
    () => state.nowUs,
  );
  /** Lets the page answer everything that is asked, and each answer arrive. */
  const answer = (): void => {
    for (let id = asked.shift(); id !== undefined; id = asked.shift()) {
      state.nowUs += state.thereUs;
      const pageUs = state.nowUs + state.aheadUs;
      state.nowUs += state.backUs;
      expect(clock.reply(id, pageUs)).toBe(true);
    }
  };
  const errorUs = (): number => Math.abs(clock.toEngineUs(state.nowUs + state.aheadUs) - state.nowUs);
  return { state, asked, clock, answer, errorUs };
}

test.each([0, 1, -1, 24, -24])(
  'a page whose clock is %i hours ahead is placed to half a round trip',
  (hours) => {
    const { clock, answer, errorUs } = conversation(hours * HOUR_US);
    clock.refresh();
    expect(clock.isKnown).toBe(false);
    answer();
    expect(clock.isKnown).toBe(true);
    expect(errorUs()).toBeLessThanOrEqual(500);
  },
);

test('a page that answers its first question late is asked on until its clock is known to 5 ms', () => {
  const { state, asked, clock, errorUs } = conversation(HOUR_US);
  const answer = (id: number | undefined, backUs: number): void => {
    const pageUs = state.nowUs + state.aheadUs;
    state.nowUs += backUs;
    clock.reply(id ?? NaN, pageUs);
  };
  clock.refresh();
  state.nowUs += 3_000_000;
  answer(asked.shift(), 400);
  expect(clock.isKnown).toBe(false);
  answer(asked.shift(), 400);
  expect(clock.isKnown).toBe(true);
  expect(errorUs()).toBeLessThanOrEqual(5000);
  expect(asked).toHaveLength(0);
});

test('a page that always answers late is believed after twenty replies', () => {
  const { state, asked, clock, answer } = conversation(HOUR_US);
  state.backUs = 40_000;
  clock.refresh();
  for (let reply = 1; reply < 20; reply += 1) {
    const id = asked.shift() ?? NaN;
    state.nowUs += state.backUs;
    clock.reply(id, state.nowUs + state.aheadUs - state.backUs);
    expect(clock.isKnown).toBe(false);
  }
  answer();
  expect(clock.isKnown).toBe(true);
});

test('a slow reply does not spoil what a quick one has told', () => {
  const { state, clock, answer, errorUs } = conversation(HOUR_US);
  clock.refresh();
  answer();
  const before = errorUs();
  state.backUs = 300_000;
  state.nowUs += 3_000_000;
  clock.refresh();
  answer();
  expect(errorUs()).toBeLessThanOrEqual(before);
});

test('a sleep in which one clock goes on and the other stands still is seen at the next reply', () => {
  for (const sleptUs of [40_000_000, -40_000_000]) {
    const { state, clock, answer, errorUs } = conversation(HOUR_US);
    clock.refresh();
    answer();
    state.aheadUs += sleptUs;
    state.nowUs += 3_000_000;
    clock.refresh();
    answer();
    expect(errorUs()).toBeLessThanOrEqual(1000);
  }
});

test('one question is open at a time, and none follows within two seconds', () => {
  const { state, asked, clock, answer } = conversation(0);
  clock.refresh();
  clock.refresh();
  expect(asked).toHaveLength(1);
  answer();
  state.nowUs += 1_900_000;
  clock.refresh();
  expect(asked).toHaveLength(0);
  state.nowUs += 200_000;
  clock.refresh();
  clock.refresh();
  expect(asked).toHaveLength(1);
});

test('a reply to no question is refused', () => {
  const { clock, asked } = conversation(0);
  expect(clock.reply(1, 0)).toBe(false);
  clock.refresh();
  expect(clock.reply((asked[0] ?? 0) + 1, 0)).toBe(false);
  expect(clock.isKnown).toBe(false);
});
