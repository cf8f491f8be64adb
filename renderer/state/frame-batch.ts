/** Runs work once for all that asked for it since the last picture of the display. */

/** Plans one run of `work`; called again only after it ran. */
export type Schedule = (work: () => void) => void;

/** A hidden page may get no pictures to draw. */
const HIDDEN_MS = 250;

/** Before the next picture, or after a quarter of a second where none comes. */
export const nextFrame: Schedule = (work) => {
  let isDone = false;
  const run = () => {
    if (isDone) return;
    isDone = true;
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    work();
  };
  const frame = requestAnimationFrame(run);
  const timer = setTimeout(run, HIDDEN_MS);
};

export interface Batch {
  /** `work` runs soon, once, however often this is called until then. */
  request(): void;
}

export function createBatch(work: () => void, schedule: Schedule): Batch {
  let isPlanned = false;
  return {
    request: () => {
      if (isPlanned) return;
      isPlanned = true;
      schedule(() => {
        isPlanned = false;
        work();
      });
    },
  };
}
