/**
 * Which of a source's frames shows at a moment of the program: the one that was captured nearest to it. A source that runs half a frame
 * off the program's frame times has two that are as near, and its jitter would choose between them anew each time: one frame twice, the
 * next one not at all. So the choice leans towards where the frame before lay. Pure.
 */

/** How far the choice leans, as a share of the time between two frames of the program. */
const MAX_LEAN = 0.25;

export interface NearestFrame {
  /** Of the frames that wait; undefined where the shown one stays. */
  readonly index: number | undefined;
  /** How long after the moment the frame was captured that shows now; negative before it. */
  readonly phaseUs: number;
}

/**
 * @param shownUs when the frame was captured that shows now. @param waitingUs of those that came since, oldest first.
 * @param phaseUs of the choice before. @param periodUs between two frames of the program.
 */
export function nearestFrame(
  shownUs: number,
  waitingUs: readonly number[],
  momentUs: number,
  { phaseUs, periodUs }: { readonly phaseUs: number; readonly periodUs: number },
): NearestFrame {
  const most = MAX_LEAN * periodUs;
  // What shows only a change now and then, as a screen, has no phase to keep.
  const lean = Math.abs(phaseUs) > periodUs ? 0 : Math.min(most, Math.max(-most, phaseUs));
  const targetUs = momentUs + lean;
  let nearest: number | undefined;
  let chosenUs = shownUs;
  for (const [index, capturedUs] of waitingUs.entries()) {
    if (Math.abs(capturedUs - targetUs) > Math.abs(chosenUs - targetUs)) continue;
    nearest = index;
    chosenUs = capturedUs;
  }
  return { index: nearest, phaseUs: chosenUs - momentUs };
}
