/**
 * Where a media source stands: whether it plays, and which place of its run shows at a moment of the program. Pure. Places of a run,
 * `lineUs`, are microseconds since its start, over all files and loops.
 */
import type { MediaControl } from '../../../../shared/studio/files/media-input.ts';

export type MediaPhase = 'playing' | 'paused' | 'stopped' | 'ended';

export interface MediaClock {
  readonly phase: MediaPhase;
  /** No scene on air has the source, and it is to wait for that. */
  readonly isHeld: boolean;
  /** Where it stands while it doesn't move. */
  readonly lineUs: number;
  /** When the run's place 0 shows, in the program; undefined while it doesn't move, and until its first picture is there. */
  readonly originUs: number | undefined;
  /** Times as fast as the files say. */
  readonly speed: number;
}

export const newClock: MediaClock = {
  ...{ phase: 'playing', isHeld: false, lineUs: 0, originUs: undefined, speed: 1 },
};

/** Further behind the program, the source goes on from where it is instead of leaving pictures out. */
const REANCHOR_US = 500_000;

export function isMoving({ phase, isHeld }: MediaClock): boolean {
  return phase === 'playing' && !isHeld;
}

/** The place that shows at that moment. */
export function placeAt(clock: MediaClock, timestampUs: number): number {
  return isMoving(clock) && clock.originUs !== undefined
    ? (timestampUs - clock.originUs) * clock.speed
    : clock.lineUs;
}

/** There is a picture: a clock that waited for it moves from here on. */
export function started(clock: MediaClock, timestampUs: number): MediaClock {
  if (!isMoving(clock) || clock.originUs !== undefined) return clock;
  return { ...clock, originUs: timestampUs - clock.lineUs / clock.speed };
}

/** Faster or slower from here on. */
export function sped(clock: MediaClock, speed: number, timestampUs: number): MediaClock {
  if (clock.speed === speed) return clock;
  const lineUs = placeAt(clock, timestampUs);
  const originUs = clock.originUs === undefined ? undefined : timestampUs - lineUs / speed;
  return { ...clock, lineUs, originUs, speed };
}

/** The newest picture belongs at `lineUs`, and shows at `timestampUs`. */
export function caughtUp(clock: MediaClock, lineUs: number, timestampUs: number): MediaClock {
  if (placeAt(clock, timestampUs) - lineUs <= REANCHOR_US * clock.speed) return clock;
  return { ...clock, originUs: timestampUs - lineUs / clock.speed };
}

/** The run's end shows. */
export function ended(clock: MediaClock, lineUs: number): MediaClock {
  return { ...clock, phase: 'ended', lineUs, originUs: undefined };
}

/** It waits, or goes on where it waited. */
export function held(clock: MediaClock, isHeld: boolean, timestampUs: number): MediaClock {
  if (clock.isHeld === isHeld) return clock;
  return { ...clock, lineUs: placeAt(clock, timestampUs), originUs: undefined, isHeld };
}

/** What is asked of the engine: another run, or that there is none. A number is a file's place in the list. */
export type MediaRequest =
  { readonly type: 'play'; readonly from: MediaStart; readonly atUs: number } | { readonly type: 'stop' };
type MediaStart = 'first' | 'next' | 'previous' | 'here' | number;

export interface Controlled {
  readonly clock: MediaClock;
  readonly request?: MediaRequest;
}

export function controlled(
  clock: MediaClock,
  { action, atMs = 0, entry = 0 }: Omit<MediaControl, 'sourceId'>,
  timestampUs: number,
): Controlled {
  const { phase } = clock;
  const anew = (to: MediaPhase): MediaClock => ({ ...clock, phase: to, lineUs: 0, originUs: undefined });
  const start = (from: MediaStart, to: MediaPhase, atUs = 0): Controlled => ({
    clock: anew(to),
    request: { type: 'play', from, atUs },
  });
  switch (action) {
    case 'play':
      if (phase === 'playing') return { clock };
      if (phase === 'paused') return { clock: { ...clock, phase: 'playing', originUs: undefined } };
      return start('first', 'playing');
    case 'pause':
      if (phase !== 'playing') return { clock };
      return {
        clock: { ...clock, phase: 'paused', lineUs: placeAt(clock, timestampUs), originUs: undefined },
      };
    case 'stop':
      if (phase === 'stopped') return { clock };
      return { clock: anew('stopped'), request: { type: 'stop' } };
    case 'restart':
      return start('first', 'playing');
    case 'seek':
      if (phase === 'stopped') return { clock };
      return start('here', phase === 'paused' ? 'paused' : 'playing', atMs * 1000);
    case 'next':
    case 'previous':
      return start(action, phase === 'paused' ? 'paused' : 'playing');
    case 'playFile':
      return start(entry, 'playing');
  }
}
