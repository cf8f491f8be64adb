/**
 * The clock of the window, for components that show passing time. One for all, so that two that count the same seconds
 * never show different numbers; whoever brings news of a state turns it first.
 */
import { useEffect, useSyncExternalStore } from 'react';
import { createStore } from 'zustand/vanilla';

const TICK_MS = 1000;

const clock = createStore(() => Date.now());
let runners = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** To be called before a new state is shown: what it counts from is never later than the clock. */
export function turnClock(): void {
  clock.setState(Date.now(), true);
}

/** Milliseconds since the epoch, renewed at least each second while `isRunning`. */
export function useNow(isRunning: boolean): number {
  useEffect(() => {
    if (!isRunning) return undefined;
    turnClock();
    runners += 1;
    timer ??= setInterval(turnClock, TICK_MS);
    return () => {
      runners -= 1;
      if (runners > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  }, [isRunning]);
  return useSyncExternalStore(isRunning ? clock.subscribe : neverChanges, clock.getState);
}

function neverChanges(): () => void {
  return () => undefined;
}
