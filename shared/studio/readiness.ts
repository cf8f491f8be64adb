/** Decides whether a stream can start, and why not. Pure: main asks before a start, the window shows the same answer. */
import * as z from 'zod';
import type { Destination } from '../destinations/destination.ts';
import { needsKey } from '../destinations/destination-service.ts';
import type { ProgramSound } from './mixer/program-sound.ts';
import type { ReadinessItem } from './readiness-item.ts';

const capturePhase = z.enum(['off', 'starting', 'running', 'failed']);

/** What the window reports of capture. Absent while the window loads. */
export const captureReportSchema = z.strictObject({
  video: capturePhase,
  audio: capturePhase,
  isAway: z.boolean(),
});
export type CaptureReport = z.infer<typeof captureReportSchema>;

/** Video runs and audio is not about to: `live` starts its stream then. */
export function isCaptureUnderWay({ video, audio }: CaptureReport): boolean {
  return video === 'running' && audio !== 'starting';
}

export interface Readiness {
  /** Each one prevents a start. */
  readonly blockers: readonly ReadinessItem[];
  /** Worth knowing; none prevents a start. */
  readonly notes: readonly ReadinessItem[];
}

export interface ReadinessInput {
  readonly hasFfmpeg: boolean;
  readonly isRehearsal: boolean;
  readonly destinations: readonly Destination[];
  /** Whether the scene on the canvas shows any source. */
  readonly hasPicture: boolean;
  readonly sound: ProgramSound;
  /**
   * Undefined while the window loads or is gone: the scene's sources open with the window, and the encoder waits
   * for its first frame.
   */
  readonly capture: CaptureReport | undefined;
}

export function decideReadiness(input: ReadinessInput): Readiness {
  const blockers: ReadinessItem[] = [];
  if (!input.hasFfmpeg) blockers.push({ code: 'ffmpegMissing' });
  const video = videoBlocker(input);
  if (video !== undefined) blockers.push(video);
  if (!input.isRehearsal) blockers.push(...destinationBlockers(input.destinations));
  return { blockers, notes: notesOf(input) };
}

function videoBlocker({ hasPicture, capture }: ReadinessInput): ReadinessItem | undefined {
  const phase = capture?.video ?? (hasPicture ? 'running' : 'off');
  if (phase === 'starting') return { code: 'videoStarting' };
  if (phase === 'failed') return { code: 'videoFailed' };
  return phase === 'off' ? { code: 'sourceMissing' } : undefined;
}

function destinationBlockers(destinations: readonly Destination[]): readonly ReadinessItem[] {
  if (destinations.length === 0) return [{ code: 'destinationMissing' }];
  const enabled = destinations.filter(({ isEnabled }) => isEnabled);
  if (enabled.length === 0) return [{ code: 'destinationDisabled' }];
  return enabled
    .filter((destination) => !destination.hasKey && needsKey(destination))
    .map(({ name }) => ({ code: 'keyMissing', name }) as const);
}

function notesOf({ sound, capture }: ReadinessInput): readonly ReadinessItem[] {
  const notes: ReadinessItem[] = [];
  if (sound === 'none') notes.push({ code: 'audioOff' });
  else if (capture?.audio === 'failed') notes.push({ code: 'audioFailed' });
  else if (sound === 'muted') notes.push({ code: 'allMuted' });
  else if (sound === 'microphoneMuted') notes.push({ code: 'muted' });
  if (capture?.isAway === true) notes.push({ code: 'away' });
  return notes;
}
