/** A command is answered before main takes the engine for silent, though what it began may take longer. */
import type { Clock } from '../../shared/clock.ts';
import type { Disposable } from '../../shared/disposable.ts';

/** What is still under way by then shows in the state. */
const ANSWER_MS = 5000;

/** The result of the work; undefined when the work takes longer than `ms`, or than a command may. @throws what the work does. */
export async function inTime<T>(
  clock: Pick<Clock, 'after'>,
  work: Promise<T>,
  ms = ANSWER_MS,
): Promise<{ readonly result: T } | undefined> {
  let timer: Disposable | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = clock.after(ms, () => resolve(undefined));
  });
  try {
    return await Promise.race([work.then((result) => ({ result })), late]);
  } finally {
    timer?.dispose();
  }
}
