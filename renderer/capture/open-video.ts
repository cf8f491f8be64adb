/**
 * Opens what gives pictures: a camera, a screen or window, the file that main serves. Asks the source for the program's
 * own size, so that its frames go straight through; what it cannot give is scaled in the worker.
 */
import { AppError } from '../../shared/errors/app-error.ts';
import type { UpcastBridge } from '../../shared/ipc/contract.ts';
import type { SourceChoice } from '../../shared/settings/settings.ts';
import { fitInside } from '../compositor/fit.ts';
import type { Size } from '../compositor/fit.ts';
import { toCaptureError } from './capture-errors.ts';
import type { CaptureKind } from './capture-errors.ts';

export interface OpenVideo {
  readonly label: string;
  readonly stream: MediaStream;
  readonly track: MediaStreamTrack;
  /** `clock`: gives a frame only when something changes. */
  readonly pacing: 'frames' | 'clock';
  /** The player of a file, and its sound when it has any. */
  readonly player?: HTMLVideoElement;
  readonly sound?: MediaStreamTrack;
  close(): void;
}

interface CapturableElement extends HTMLVideoElement {
  /** Media Capture from DOM Elements §2. */
  captureStream(): MediaStream;
}

/** Web Audio API §1.2: a context may run by a clock alone, without a device to play on. */
interface SilentContextOptions extends AudioContextOptions {
  readonly sinkId: { readonly type: 'none' };
}

const LIVE_FILE_PATH = '/live-source';
const FILE_DEADLINE_MS = 10_000;

/** @throws AppError of the `capture` area. */
export async function openVideo(
  choice: Extract<SourceChoice, { type: 'camera' | 'screen' | 'file' }>,
  program: Size & { readonly fps: number; readonly sampleRate: number },
  bridge: UpcastBridge,
): Promise<OpenVideo> {
  if (choice.type === 'file') return openFile(program.sampleRate);
  await askPermission(bridge, choice.type);
  try {
    return choice.type === 'camera'
      ? await openCamera(choice.deviceId, program)
      : await openScreen(choice.sourceId, program, bridge);
  } catch (error) {
    throw toCaptureError(error, choice.type);
  }
}

/** @throws AppError `capture/permission-denied`. */
export async function askPermission(bridge: UpcastBridge, kind: CaptureKind): Promise<void> {
  const answer = await bridge.invoke('permission:request', { kind });
  if (answer.ok && !answer.value.isGranted) {
    throw new AppError('capture/permission-denied', {
      message: `The system does not let Upcast use the ${kind}.`,
      kind,
    });
  }
}

function fromStream(stream: MediaStream, pacing: 'frames' | 'clock', fallbackLabel: string): OpenVideo {
  const track = stream.getVideoTracks()[0];
  if (track === undefined)
    throw new AppError('capture/failed', { message: `${fallbackLabel} gives no picture.` });
  return {
    label: track.label === '' ? fallbackLabel : track.label,
    stream,
    track,
    pacing,
    close: () => stream.getTracks().forEach((each) => each.stop()),
  };
}

async function openCamera(
  deviceId: string | undefined,
  program: Size & { readonly fps: number },
): Promise<OpenVideo> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: {
      ...(deviceId === undefined ? {} : { deviceId: { exact: deviceId } }),
      width: { ideal: program.width },
      height: { ideal: program.height },
      frameRate: { ideal: program.fps },
      // One of the camera's own sizes: the whole picture, never a part cut out to fit.
      resizeMode: 'none',
    } as MediaTrackConstraints,
  });
  const camera = fromStream(stream, 'frames', 'Camera');
  await shrinkToProgram(camera.track, program);
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

async function openScreen(
  sourceId: string | undefined,
  program: Size & { readonly fps: number },
  bridge: UpcastBridge,
): Promise<OpenVideo> {
  const chosen = await bridge.invoke('screens:choose', sourceId === undefined ? {} : { sourceId });
  if (!chosen.ok) throw new AppError(chosen.error.code, chosen.error.details);
  const stream = await navigator.mediaDevices.getDisplayMedia({
    video: {
      width: { max: program.width },
      height: { max: program.height },
      frameRate: { max: program.fps },
    },
    audio: false,
  });
  return fromStream(stream, 'clock', 'Screen');
}

async function openFile(sampleRate: number): Promise<OpenVideo> {
  const player = document.createElement('video') as CapturableElement;
  player.playsInline = true;
  player.loop = true;
  player.src = new URL(LIVE_FILE_PATH, location.href).href;
  let context: AudioContext | undefined;
  const close = (): void => {
    player.pause();
    player.removeAttribute('src');
    player.load();
    void context?.close();
  };
  try {
    await untilPlayable(player);
    const stream = player.captureStream();
    const file = { ...fromStream(stream, 'frames', 'File'), label: 'File', player, close };
    if (stream.getAudioTracks().length === 0) return file;
    context = openSilently(sampleRate);
    const sound = tapSound(context, player);
    return sound === undefined ? file : { ...file, sound };
  } catch (error) {
    close();
    if (error instanceof AppError) throw error;
    throw new AppError('capture/file-unreadable', { message: 'The file cannot be played.' }, error);
  }
}

function openSilently(sampleRate: number): AudioContext {
  const options: SilentContextOptions = { sampleRate, latencyHint: 'interactive', sinkId: { type: 'none' } };
  return new AudioContext(options);
}

/**
 * A player's picture follows the clock of whoever takes its sound. Taken by an audio graph without a device, both are in
 * step at the moment of taking, whatever loudspeakers there are, and nothing is heard in the room.
 */
function tapSound(context: AudioContext, player: HTMLVideoElement): MediaStreamTrack | undefined {
  const tap = context.createMediaStreamDestination();
  context.createMediaElementSource(player).connect(tap);
  return tap.stream.getAudioTracks()[0];
}

function untilPlayable(player: HTMLVideoElement): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (message: string): void => {
      clearTimeout(deadline);
      reject(new AppError('capture/file-unreadable', { message }));
    };
    const deadline = setTimeout(() => fail('The file does not become playable.'), FILE_DEADLINE_MS);
    player.addEventListener(
      'error',
      () => fail(`The file cannot be played: ${player.error?.message ?? 'unknown'}`),
      {
        once: true,
      },
    );
    player.addEventListener(
      'canplay',
      () => {
        clearTimeout(deadline);
        resolve();
      },
      { once: true },
    );
  });
}
