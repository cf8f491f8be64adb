/** What the platform throws when a device cannot be had, as an `AppError` of the `capture` area with a sentence to read. */
import { AppError } from '../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../shared/errors/error-codes.ts';

export type CaptureKind = 'camera' | 'microphone' | 'screen';

const missing: Readonly<Record<CaptureKind, ErrorCode>> = {
  camera: 'capture/no-camera',
  microphone: 'capture/no-microphone',
  screen: 'capture/no-screen',
};

/** Sentences by `DOMException` name: Media Capture and Streams §10.2, Screen Capture §5.2. */
export function toCaptureError(error: unknown, kind: CaptureKind): AppError {
  if (error instanceof AppError) return error;
  const name = error instanceof Error ? error.name : '';
  const message = error instanceof Error ? error.message : String(error);
  switch (name) {
    case 'NotFoundError':
    case 'OverconstrainedError':
      return new AppError(missing[kind], { message: `There is no ${kind} to take.` }, error);
    case 'NotAllowedError':
    case 'SecurityError':
      return new AppError(
        'capture/permission-denied',
        { message: `The ${kind} may not be used.`, kind },
        error,
      );
    case 'NotReadableError':
    case 'AbortError':
      return new AppError(
        'capture/failed',
        { message: `The ${kind} does not start; another program may be using it.`, kind },
        error,
      );
    default:
      return new AppError(
        'capture/failed',
        { message: `The ${kind} does not start: ${message}`, kind },
        error,
      );
  }
}

/** @param kind of a device; its picture stays, its sound doesn't. */
export function lostSource(label: string, kind: 'camera' | 'microphone' = 'camera'): AppError {
  return new AppError('capture/source-lost', { message: `“${label}” was disconnected.`, label, kind });
}

/** All microphones went away at once. */
export function soundStopped(): AppError {
  return new AppError('capture/sound-stopped', { message: 'The system’s sound stopped.' });
}

/** @param sourceId of the screen or window; the primary screen when absent. */
export function lostScreen(label: string, sourceId: string | undefined): AppError {
  return sourceId?.startsWith('window:') === true
    ? new AppError('capture/window-closed', { message: `“${label}” was closed.`, label })
    : new AppError('capture/no-screen', { message: 'The screen was disconnected.' });
}
