/** What is still missing before going live, in words. Pure. */
import type { AppFacts } from '../../../shared/ipc/contract.ts';
import type { Destination } from '../../../shared/destinations/destination.ts';
import type { CaptureState } from '../../capture/capture-state.ts';

export interface Readiness {
  /** Each one stands in the way. */
  readonly missing: readonly string[];
  /** Worth knowing; in nobody's way. */
  readonly notes: readonly string[];
}

export interface ReadinessInput {
  readonly isRehearsing: boolean;
  readonly destinations: readonly Destination[];
  readonly capture: Pick<CaptureState, 'video' | 'audio' | 'audioChoice' | 'source' | 'isAway'>;
  readonly facts: Pick<AppFacts, 'ffmpeg'>;
  readonly isMuted: boolean;
}

export function decideReadiness({
  isRehearsing,
  destinations,
  capture,
  facts,
  isMuted,
}: ReadinessInput): Readiness {
  const missing: string[] = [];
  const notes: string[] = [];
  if (facts.ffmpeg === null) missing.push('ffmpeg was not found. Install it; Upcast goes on by itself.');
  if (capture.video.phase === 'starting') missing.push('The picture is starting…');
  if (capture.video.phase === 'failed') missing.push('There is no picture. Choose another source.');
  if (capture.video.phase === 'off') missing.push('Choose a camera, a screen or the test picture.');
  const enabled = destinations.filter((destination) => destination.isEnabled);
  if (!isRehearsing && destinations.length === 0) missing.push('Add a destination, or rehearse first.');
  else if (!isRehearsing && enabled.length === 0) missing.push('Switch a destination on, or rehearse first.');
  if (!isRehearsing) {
    for (const { name, hasKey, serviceId } of enabled) {
      if (!hasKey && serviceId !== 'custom') missing.push(`${name} has no stream key yet.`);
    }
  }
  if (capture.audioChoice.type === 'none') notes.push('The stream will be silent: no sound is chosen.');
  else if (capture.audio.phase === 'failed') notes.push('The stream will be silent: there is no microphone.');
  else if (isMuted) notes.push('The sound is muted.');
  if (capture.isAway) notes.push('Viewers will see “Be right back” until you come back.');
  return { missing, notes };
}

/** Whether ending now would lose something, in words; null when it would not. */
export function whatEndingLoses(input: {
  readonly isRecording: boolean;
  readonly isRehearsing: boolean;
  readonly isByKeyboard: boolean;
}): string | null {
  if (input.isRecording) return 'The recording goes on until you stop it; viewers will see the stream end.';
  if (input.isByKeyboard && !input.isRehearsing) return 'Viewers will see the stream end.';
  return null;
}
