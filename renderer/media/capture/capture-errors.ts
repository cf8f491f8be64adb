/** What the platform throws when a device cannot be had, as an `AppError` of the `capture` area with a sentence to read. */
import { AppError } from '../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../shared/errors/error-codes.ts';
import { ownSystem } from '../../own-system.ts';
import { texts } from '../../../shared/text/text.ts';

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
      return new AppError(missing[kind], { message: texts.capture.missing(kind) }, error);
    case 'NotAllowedError':
    case 'SecurityError':
      return new AppError(
        'capture/permission-denied',
        { message: texts.capture.notAllowed(kind), kind, system: ownSystem },
        error,
      );
    case 'NotReadableError':
    case 'AbortError':
      return new AppError('capture/failed', { message: texts.capture.busy(kind), kind }, error);
    default:
      return new AppError('capture/failed', { message: texts.capture.failed(kind, message), kind }, error);
  }
}

/** @param kind of a device; its picture stays, its sound doesn't. */
export function lostSource(label: string | undefined, kind: 'camera' | 'microphone' = 'camera'): AppError {
  return new AppError('capture/source-lost', {
    message: texts.capture.disconnected(label),
    kind,
    ...(label === undefined ? {} : { label }),
  });
}

/** @param kind of a device whose track goes on without giving anything. */
export function mutedDevice(label: string, kind: 'camera' | 'microphone'): AppError {
  return new AppError('capture/muted', { message: texts.capture.muted(label, kind), kind, label });
}

/** All microphones went away at once. */
export function soundStopped(): AppError {
  return new AppError('capture/sound-stopped', { message: texts.capture.audioStopped });
}

export function noSystemAudio(): AppError {
  return new AppError('capture/no-system-audio', { message: texts.capture.noSystemAudio });
}

/** @param sourceId of the screen or window; the primary screen when absent. */
export function lostScreen(label: string, sourceId: string | undefined): AppError {
  return sourceId?.startsWith('window:') === true
    ? new AppError('capture/window-closed', { message: texts.capture.windowClosed(label), label })
    : new AppError('capture/no-screen', { message: texts.capture.screenDisconnected });
}
