/** Opens what gives sound: a microphone, what the computer plays, what a browser page plays. */
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { InvokeInput, UpcastBridge } from '../../../../shared/ipc/contract.ts';
import { texts } from '../../../../shared/text/text.ts';
import { noSystemAudio, toCaptureError } from '../capture-errors.ts';
import { findDeviceId } from '../devices.ts';
import type { WantedDevice } from '../find-device.ts';
import { askPermission, inTurn } from '../open-video.ts';

export interface OpenSound {
  readonly label: string;
  readonly track: MediaStreamTrack;
  /** What a microphone was found by. */
  readonly deviceId?: string | undefined;
  /** A microphone that gives no more than a telephone does. */
  readonly isNarrow?: boolean;
  close(): void;
}

/** As the source gives it: no echo, noise or level processing that would change music or timing. */
const unprocessed = { echoCancellation: false, noiseSuppression: false, autoGainControl: false } as const;

/**
 * Samples a second that a Bluetooth headset gives at most while its microphone is open (hands-free profile: 8 kHz, with wide band speech
 * 16 kHz). A microphone of any other kind gives more.
 */
const NARROW_HZ = 16_000;

/** @throws AppError of the `capture` area. */
export async function openMicrophone(
  wanted: WantedDevice,
  sampleRate: number,
  bridge: UpcastBridge,
): Promise<OpenSound> {
  await askPermission(bridge, 'microphone');
  try {
    const deviceId = await findDeviceId(wanted, 'microphone');
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: {
        ...(deviceId === undefined ? {} : { deviceId: { exact: deviceId } }),
        sampleRate: { ideal: sampleRate },
        // Both sides, whatever the program has: one of them may be picked.
        channelCount: { ideal: 2 },
        ...unprocessed,
      },
    });
    const open = fromStream(stream);
    const label = open.track.label === '' ? texts.capture.microphone : open.track.label;
    const { sampleRate: givenHz = Infinity } = open.track.getSettings();
    return { ...open, label, deviceId, isNarrow: givenHz <= NARROW_HZ };
  } catch (error) {
    throw toCaptureError(error, 'microphone');
  }
}

/** @throws AppError `capture/no-system-audio`, or what main says of a page. */
export async function openCapturedSound(
  wanted: InvokeInput<'sound:choose'>,
  sampleRate: number,
  bridge: UpcastBridge,
): Promise<OpenSound> {
  return await inTurn(async () => {
    const chosen = await bridge.invoke('sound:choose', wanted);
    if (!chosen.ok) throw new AppError(chosen.error.code, chosen.error.details);
    try {
      const stream = await navigator.mediaDevices.getDisplayMedia({
        // A capture has a picture: of this window, small, and ended at once.
        video: { width: 16, height: 16, frameRate: 1 },
        audio: { sampleRate: { ideal: sampleRate }, channelCount: { ideal: 2 }, ...unprocessed },
      });
      for (const track of stream.getVideoTracks()) track.stop();
      const { systemAudio, pageAudio } = texts.capture;
      return { ...fromStream(stream), label: wanted.kind === 'system' ? systemAudio : pageAudio };
    } catch (error) {
      const message = texts.capture.captureFailed(wanted.kind);
      throw error instanceof AppError ? error : new AppError('capture/failed', { message }, error);
    }
  });
}

function fromStream(stream: MediaStream): Omit<OpenSound, 'label'> {
  const [track] = stream.getAudioTracks();
  if (track === undefined) throw noSystemAudio();
  return { track, close: () => stream.getTracks().forEach((each) => each.stop()) };
}
