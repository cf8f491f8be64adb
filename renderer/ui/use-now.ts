/**
 * The clock of the window, for components that show passing time. One for all, so that two that count the same seconds
 * never show different numbers. Each snapshot sets it before it is shown, and between them it goes by the monotonic clock:
 * what the engine counts from and this clock lie on one line, wherever the system's clock is set to.
 */
import { useEffect, useSyncExternalStore } from 'react';
import { createStore } from 'zustand/vanilla';

const TICK_MS = 1000;

/** The engine's time less this window's monotonic one. */
let aheadMs = 0;
const clock = createStore(readClock);
let runners = 0;
let timer: ReturnType<typeof setInterval> | undefined;

function readClock(): number {
  return Math.round(performance.now() + aheadMs);
}

function turnClock(): void {
  clock.setState(readClock(), true);
}

/** To be called with a snapshot's `nowMs` before it is shown: what it counts from is never later than the clock. */
export function setClock(nowMs: number): void {
  aheadMs = nowMs - performance.now();
  turnClock();
}

/** Milliseconds on the line of the engine's times, renewed at least each second while `isRunning`. */
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
