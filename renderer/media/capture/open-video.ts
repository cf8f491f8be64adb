/**
 * Opens what gives pictures: a camera, a screen or window. Asks the source for the program's
 * own size, so that its frames go straight through; what it cannot give is scaled in the worker.
 */
import { AppError } from '../../../shared/errors/app-error.ts';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import type { SourceChoice } from '../../../shared/studio/inputs.ts';
import { fitInside } from '../convert/fit.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import { toCaptureError } from './capture-errors.ts';
import { findDeviceId } from './devices.ts';
import type { CaptureKind } from './capture-errors.ts';
import type { CameraLimits } from './capture-state.ts';
import { ownSystem } from '../../own-system.ts';
import { texts } from '../../../shared/text/text.ts';

export interface OpenVideo {
  readonly label: string;
  readonly stream: MediaStream;
  readonly track: MediaStreamTrack;
  /** The most that a camera can give. */
  readonly limits: CameraLimits | undefined;
  /** `clock`: gives a frame only when something changes. */
  readonly pacing: 'frames' | 'clock';
  /** The choice with what the source was found by. */
  readonly choice: VideoChoice;
  close(): void;
}

export type VideoChoice = Extract<SourceChoice, { type: 'camera' | 'screen' }>;

/**
 * @param wasLost the screen or window ended by itself: its id may be another's by now.
 * @throws AppError of the `capture` area.
 */
export async function openVideo(
  choice: VideoChoice,
  program: Size & { readonly fps: number },
  bridge: UpcastBridge,
  wasLost: boolean,
): Promise<OpenVideo> {
  // For a screen main asks, once it knows which one.
  if (choice.type === 'camera') await askPermission(bridge, 'camera');
  try {
    return choice.type === 'camera'
      ? await openCamera(choice, program)
      : await inTurn(() => openScreen(choice, program, bridge, wasLost));
  } catch (error) {
    throw toCaptureError(error, choice.type);
  }
}

/** @throws AppError `capture/permission-denied`. */
export async function askPermission(bridge: UpcastBridge, kind: CaptureKind): Promise<void> {
  const answer = await bridge.invoke('permission:request', { kind });
  if (answer.ok && !answer.value.isGranted) {
    throw new AppError('capture/permission-denied', {
      message: texts.capture.notAllowed(kind),
      ...{ kind, system: ownSystem },
    });
  }
}

function fromStream(
  stream: MediaStream,
  pacing: 'frames' | 'clock',
  choice: VideoChoice,
  fallbackLabel: string,
): OpenVideo {
  const track = stream.getVideoTracks()[0];
  if (track === undefined)
    throw new AppError('capture/failed', { message: texts.capture.noVideo(fallbackLabel) });
  return {
    label: track.label === '' ? fallbackLabel : track.label,
    stream,
    track,
    limits: choice.type === 'camera' ? limitsOf(track) : undefined,
    pacing,
    choice,
    close: () => stream.getTracks().forEach((each) => each.stop()),
  };
}

function limitsOf(track: MediaStreamTrack): CameraLimits | undefined {
  const { width, height, frameRate } = track.getCapabilities();
  if (width?.max === undefined || height?.max === undefined) return undefined;
  return { width: width.max, height: height.max, fps: frameRate?.max };
}

async function openCamera(
  choice: Extract<SourceChoice, { type: 'camera' }>,
  program: Size & { readonly fps: number },
): Promise<OpenVideo> {
  const deviceId = await findDeviceId(choice, 'camera');
  const stream = await navigator.mediaDevices.getUserMedia({
    video: {
      ...(deviceId === undefined ? {} : { deviceId: { exact: deviceId } }),
      width: { ideal: choice.size?.width ?? program.width },
      height: { ideal: choice.size?.height ?? program.height },
      frameRate: { ideal: choice.fps ?? program.fps },
      // One of the camera's own sizes: the whole picture, never a part cut out to fit.
      resizeMode: 'none',
    } as MediaTrackConstraints,
  });
  const found = deviceId === undefined ? choice : { ...choice, deviceId };
  const camera = fromStream(stream, 'frames', found, texts.capture.camera);
  // A size that was chosen is wanted whole: to cut a part out of it, say.
  if (choice.size === undefined) await shrinkToProgram(camera.track, program);
  return camera;
}

/** Lets the platform scale down a source that is larger than the program: cheaper than a canvas. */
async function shrinkToProgram(
  track: MediaStreamTrack,
  program: Size & { readonly fps: number },
): Promise<void> {
  const { width, height } = track.getSettings();
  if (width === undefined || height === undefined) return;
  if (width <= program.width && height <= program.height) return;
  const fitted = fitInside({ width, height }, program);
  const constraints = {
    width: { exact: fitted.width },
    height: { exact: fitted.height },
    frameRate: { ideal: program.fps },
    resizeMode: 'crop-and-scale',
  } as MediaTrackConstraints;
  await track.applyConstraints(constraints).catch((error: unknown) => {
    // A source that cannot scale is scaled by the compositor; anything else is a failure.
    if (!(error instanceof Error) || error.name !== 'OverconstrainedError') throw error;
  });
}

/** The screen, window or sound that is being opened. */
let turn: Promise<unknown> = Promise.resolve();

/** Main answers the next capture with what was chosen last: of two at once, one would show the other's window. */
export function inTurn<T>(open: () => Promise<T>): Promise<T> {
  const opened = turn.then(open);
  turn = opened.catch(() => undefined);
  return opened;
}

async function openScreen(
  choice: Extract<SourceChoice, { type: 'screen' }>,
  program: Size & { readonly fps: number },
  bridge: UpcastBridge,
  wasLost: boolean,
): Promise<OpenVideo> {
  const { type, region, ...wanted } = choice;
  const chosen = await bridge.invoke('screens:choose', { ...wanted, wasLost });
  if (!chosen.ok) throw new AppError(chosen.error.code, chosen.error.details);
  const stream = await navigator.mediaDevices.getDisplayMedia({
    video: {
      // A region is a part of the screen in its own size.
      ...(region === undefined && { width: { max: program.width }, height: { max: program.height } }),
      frameRate: { max: program.fps },
    },
    audio: false,
  });
  const { sourceId, title } = chosen.value;
  const label = title === '' ? texts.capture.screen : title;
  // Without a choice the primary screen goes on being the choice, whichever that is.
  const found = wanted.sourceId === undefined ? choice : { type, ...chosen.value, ...(region && { region }) };
  const open = fromStream(stream, 'clock', found, label);
  return { ...open, label: sourceId.startsWith('window:') ? label : texts.capture.screen };
}
