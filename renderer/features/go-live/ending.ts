/** Whether ending now would lose something. Pure. */

/** A sentence, or null when nothing is lost. */
export function whatEndingLoses(input: {
  readonly isRecording: boolean;
  readonly isRehearsing: boolean;
  readonly isByKeyboard: boolean;
}): string | null {
  if (input.isRecording) return 'The recording goes on until you stop it; viewers will see the stream end.';
  if (input.isByKeyboard && !input.isRehearsing) return 'Viewers will see the stream end.';
  return null;
}
