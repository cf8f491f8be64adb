/** A camera that comes while it is looked for, against a computer by script. */
import { afterEach, expect, test, vi } from 'vitest';
import type { VideoSourceState } from '../../../../../renderer/media/capture/capture-state.ts';
import { VideoCapture } from '../../../../../renderer/media/capture/video-capture.ts';
import type { ToCaptureWorker } from '../../../../../renderer/media/worker/worker-messages.ts';
import type { UpcastBridge } from '../../../../../shared/ipc/contract.ts';

const camera = { type: 'camera', deviceId: 'id-camera', label: 'Camera' } as const;
const program = { width: 64, height: 36, fps: 25, sampleRate: 48_000, channels: 2 } as const;

afterEach(() => vi.unstubAllGlobals());

interface Device {
  readonly kind: 'videoinput';
  readonly deviceId: string;
  readonly label: string;
}

/** Lists its devices when it is told to. */
function openComputer() {
  const lists: ((devices: readonly Device[]) => void)[] = [];
  const track = {
    label: 'Camera',
    addEventListener: () => undefined,
    ...{ getSettings: () => ({}), getCapabilities: () => ({}), stop: () => undefined },
  };
  vi.stubGlobal('navigator', {
    mediaDevices: {
      enumerateDevices: () => new Promise<readonly Device[]>((resolve) => lists.push(resolve)),
      getUserMedia: () => Promise.resolve({ getVideoTracks: () => [track], getTracks: () => [track] }),
    },
  });
  vi.stubGlobal(
    'MediaStreamTrackProcessor',
    class {
      readonly readable = 'readable';
    },
  );
  const there: Device = { kind: 'videoinput', deviceId: 'id-camera', label: 'Camera' };
  /** Answers the one who asks next. */
  const list = async (isThere: boolean): Promise<void> => {
    await vi.waitFor(() => expect(lists).not.toHaveLength(0));
    lists.shift()?.(isThere ? [there] : []);
  };
  return { list };
}

function open() {
  const said: string[] = [];
  const states: VideoSourceState[] = [];
  const sent: ToCaptureWorker['type'][] = [];
  const bridge = {
    invoke: (channel: string) => {
      if (channel === 'media:warning') said.push(channel);
      return Promise.resolve({ ok: true, value: { isGranted: true } });
    },
  } as unknown as UpcastBridge;
  const capture = new VideoCapture({
    ...{ sourceId: 'camera', bridge, program: () => program },
    worker: { send: ({ type }) => sent.push(type) },
    onState: (state) => states.push(state),
  });
  return { capture, said, states, sent };
}

test('a camera that is plugged in while it is being looked for is opened, and nothing is said', async () => {
  const { list } = openComputer();
  const { capture, said, states, sent } = open();
  const opened = capture.set(camera);
  // The list was made before the camera came.
  await capture.retryIfFailed();
  await list(false);
  await list(true);
  await opened;
  expect([said, sent.at(-1), states.at(-1)?.phase]).toEqual([[], 'openTrack', 'starting']);
});

test('a camera that comes during the second try is opened by a third one', async () => {
  const { list } = openComputer();
  const { capture, said, sent } = open();
  const opened = capture.set(camera);
  await list(false);
  await opened;
  expect(said).toHaveLength(1);
  const again = capture.retryIfFailed();
  const once = capture.retryIfFailed();
  await list(false);
  await list(true);
  await Promise.all([again, once]);
  expect([said.length, sent.at(-1)]).toEqual([1, 'openTrack']);
});

test('without another change of the devices, a camera that is missing is looked for once', async () => {
  const { list } = openComputer();
  const { capture, said, states } = open();
  const opened = capture.set(camera);
  await list(false);
  await opened;
  expect([said.length, states.at(-1)?.error?.code]).toEqual([1, 'capture/no-camera']);
});

test('a screen that is to be captured now gets a reader that comes and goes, until the screen is closed', async () => {
  const screen = { type: 'screen', sourceId: 'screen:0:0' } as const;
  const track = {
    label: 'Screen',
    addEventListener: () => undefined,
    getSettings: () => ({}),
    stop: () => undefined,
  };
  const stream = { getVideoTracks: () => [track], getTracks: () => [track] };
  vi.stubGlobal('navigator', { mediaDevices: { getDisplayMedia: () => Promise.resolve(stream) } });
  const readers: { isThere: boolean }[] = [];
  vi.stubGlobal(
    'MediaStreamTrackProcessor',
    class {
      readonly readable;

      constructor() {
        const reader = { isThere: true };
        readers.push(reader);
        this.readable = new ReadableStream({ cancel: () => void (reader.isThere = false) });
      }
    },
  );
  const invoke = () => Promise.resolve({ ok: true, value: { sourceId: screen.sourceId, title: '' } });
  const capture = new VideoCapture({
    ...{ sourceId: 'screen', bridge: { invoke } as unknown as UpcastBridge, program: () => program },
    ...{ worker: { send: () => undefined }, onState: () => undefined },
  });
  await capture.set(screen);
  const wanted = { type: 'videoFrameWanted', sourceId: 'screen', run: 1 } as const;
  capture.onWorkerEvent(wanted);
  expect(readers).toEqual([{ isThere: true }, { isThere: false }]);
  await capture.set({ type: 'none' });
  capture.onWorkerEvent(wanted);
  expect(readers).toHaveLength(2);
});
