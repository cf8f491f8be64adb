/**
 * Says when a screen is to be captured so that its captures lie where the program's frames do. The system captures a screen by a timer of
 * its own, which runs a little slower than it is asked to: captures wander through the program's frame times, a picture is up to a frame
 * older or newer than the sound beside it, and now and then a frame shows twice. The timer begins anew whenever somebody asks for a frame.
 * Pure.
 */

/** Further off than this, captures are out of step. */
const TOLERANCE_US = 2000;
/** So many captures tell where they lie. */
const JUDGED_CAPTURES = 7;
/** Frame times without a capture after which those before tell nothing any more. */
const MAX_PAUSE_FRAMES = 3;
/** From asking for a frame to its capture time, until it is measured. */
const FIRST_ANSWER_US = 4000;
/** How much of each measured answer counts. */
const FOLLOW = 0.3;
/** A screen that doesn't follow, as on a busy computer, is asked again after twice the time before. */
const FIRST_WAIT_US = 250_000;
const MAX_WAIT_US = 30_000_000;

export class CaptureStep {
  #momentUs = -Infinity;
  #periodUs = 0;
  #capturedUs = -Infinity;
  /** How long after a frame time of the program each of the last captures was. */
  #errorsUs: number[] = [];
  #answerUs = FIRST_ANSWER_US;
  #askedUs = -Infinity;
  #isAnswerDue = false;
  /** Whether captures have followed the last time that a frame was asked for isn't known yet. */
  #isJudgementDue = false;
  #waitUs = FIRST_WAIT_US;

  /** The screen was captured then. */
  captured(capturedUs: number): void {
    if (this.#isAnswerDue && capturedUs > this.#askedUs) {
      this.#isAnswerDue = false;
      const tookUs = capturedUs - this.#askedUs;
      if (tookUs < this.#periodUs / 2) this.#answerUs += FOLLOW * (tookUs - this.#answerUs);
    }
    if (capturedUs - this.#capturedUs > MAX_PAUSE_FRAMES * this.#periodUs) this.#errorsUs = [];
    this.#capturedUs = capturedUs;
    if (this.#periodUs === 0) return;
    const lateFrames = (capturedUs - this.#momentUs) / this.#periodUs;
    this.#errorsUs.push((lateFrames - Math.round(lateFrames)) * this.#periodUs);
    if (this.#errorsUs.length > JUDGED_CAPTURES) this.#errorsUs.shift();
  }

  /**
   * The program shows this moment of the screen, and the next one a period later.
   * @returns how long from now a frame is to be asked for, undefined while captures are in step.
   */
  shown(momentUs: number, periodUs: number, nowUs: number): number | undefined {
    if (momentUs <= this.#momentUs) return undefined;
    this.#momentUs = momentUs;
    this.#periodUs = periodUs;
    if (this.#errorsUs.length < JUDGED_CAPTURES) return undefined;
    const middleUs = this.#errorsUs.toSorted((a, b) => a - b)[Math.floor(JUDGED_CAPTURES / 2)] ?? 0;
    if (this.#isJudgementDue) {
      this.#isJudgementDue = false;
      const hasFollowed = Math.abs(middleUs) <= TOLERANCE_US;
      this.#waitUs = hasFollowed ? FIRST_WAIT_US : Math.min(MAX_WAIT_US, this.#waitUs * 2);
    }
    if (Math.abs(middleUs) <= TOLERANCE_US || nowUs - this.#askedUs < this.#waitUs) return undefined;
    const frames = Math.ceil((nowUs + this.#answerUs - momentUs) / periodUs);
    return momentUs + frames * periodUs - this.#answerUs - nowUs;
  }

  /** A frame was asked for. */
  asked(nowUs: number): void {
    this.#errorsUs = [];
    this.#askedUs = nowUs;
    this.#isAnswerDue = true;
    this.#isJudgementDue = true;
  }
}
