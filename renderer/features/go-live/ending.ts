/** Whether ending now would lose something. Pure. */
import { texts } from '../../../shared/text/text.ts';

/** A sentence, or undefined when nothing is lost. */
export function whatEndingLoses(input: {
  readonly isRecording: boolean;
  readonly isRehearsing: boolean;
  readonly isByKeyboard: boolean;
}): string | undefined {
  if (input.isRecording) return texts.goLive.recordingContinues;
  if (input.isByKeyboard && !input.isRehearsing) return texts.goLive.viewersSeeEnd;
  return undefined;
}
