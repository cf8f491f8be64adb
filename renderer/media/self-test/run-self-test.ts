/**
 * The page's part of the self-test: what tracks give on this computer, and whether frames and sound of each kind come through. Nothing that
 * is captured is kept or sent.
 */
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import { checkRow } from '../../../shared/self-test/check-row.ts';
import type { SelfTestPlan, SelfTestRow } from '../../../shared/self-test/self-test.ts';
import { openVideo } from '../capture/open-video.ts';
import type { VideoChoice } from '../capture/open-video.ts';
import { openMadeSound, openTrackFrames, openTrackSound } from '../capture/track-stream.ts';
import { GREY_LUMA, pixelFormats, withMadeFrames } from './made-frames.ts';
import type { PixelFormat } from './made-frames.ts';
import { SelfTestWorker } from './test-worker-client.ts';

type Outcome = Omit<SelfTestRow, 'name'>;

const TOLERANCE = 4;
const PROGRAM = { width: 1280, height: 720, fps: 30 } as const;
const SAMPLE_RATE = 48_000;
const BLOCK_FRAMES = 480;
const WRITE_EVERY_MS = 10;

/** Asks main for the plan. Nothing happens where there is none: this is no self-test. */
export async function reportSelfTest(bridge: UpcastBridge): Promise<void> {
  const asked = await bridge.invoke('selfTest:plan', undefined);
  if (!asked.ok || asked.value === undefined) return;
  await bridge.invoke('selfTest:report', await runChecks(asked.value, bridge));
}

async function runChecks(plan: SelfTestPlan, bridge: UpcastBridge): Promise<SelfTestRow[]> {
  const worker = new SelfTestWorker();
  try {
    const rows: SelfTestRow[] = [
      await checkRow('page isolation', () => ({
        status: crossOriginIsolated ? 'passed' : 'failed',
        value: crossOriginIsolated ? 'isolated from other origins' : 'shares its process',
      })),
      ...(await worker.ownRows()),
    ];
    for (const format of pixelFormats) {
      // One after the other: each has a track of its own.
      // oxlint-disable-next-line no-await-in-loop
      rows.push(await checkRow(`pixel format ${format}`, async () => await checkFormat(worker, format)));
    }
    rows.push(
      await checkRow('canvas track', async () => await checkCanvas(worker)),
      await checkRow('sound track', checkSound),
      await checkRow('devices', listDevices),
      await checkRow(
        'camera',
        async () => await checkVideo(worker, bridge, { type: 'camera' }, plan.mayOpenCamera),
      ),
      await checkRow(
        'screen',
        async () => await checkVideo(worker, bridge, { type: 'screen' }, plan.mayCaptureScreen),
      ),
    );
    return rows;
  } finally {
    worker.dispose();
  }
}

async function checkFormat(worker: SelfTestWorker, format: PixelFormat): Promise<Outcome> {
  try {
    return await withMadeFrames(format, async (readable) => judge(await worker.convert(readable)));
  } catch (error) {
    if (error instanceof TypeError) return { status: 'skipped', value: 'this Chromium makes no such frame' };
    throw error;
  }
}

function judge({ format, luma, colour }: Awaited<ReturnType<SelfTestWorker['convert']>>): Outcome {
  const isRight = Math.abs(luma - GREY_LUMA) <= TOLERANCE;
  const value = `given as ${format ?? 'an opaque texture'}, ${colour}, grey is ${luma}`;
  return { status: isRight ? 'passed' : 'failed', value };
}

async function checkCanvas(worker: SelfTestWorker): Promise<Outcome> {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  const [track] = canvas.captureStream(PROGRAM.fps).getVideoTracks();
  if (context === null || track === undefined) return { status: 'failed', value: 'there is no canvas' };
  const timer = setInterval(() => {
    context.fillStyle = 'rgb(128 128 128)';
    context.fillRect(0, 0, canvas.width, canvas.height);
  }, 1000 / PROGRAM.fps);
  try {
    return judge(await worker.convert(openTrackFrames(track)));
  } finally {
    clearInterval(timer);
    track.stop();
  }
}

async function checkSound(): Promise<Outcome> {
  const { track, writable } = openMadeSound();
  const writer = writable.getWriter();
  const timer = setInterval(() => {
    const block = new AudioData({
      ...{ format: 'f32-planar', sampleRate: SAMPLE_RATE, numberOfChannels: 2, numberOfFrames: BLOCK_FRAMES },
      ...{ timestamp: Math.round(performance.now() * 1000), data: new Float32Array(2 * BLOCK_FRAMES) },
    });
    writer.write(block).catch(() => block.close());
  }, WRITE_EVERY_MS);
  const reader = openTrackSound(track).getReader();
  try {
    const { value: block } = await reader.read();
    if (block === undefined) return { status: 'failed', value: 'the track gave no sound' };
    const { format, sampleRate, numberOfChannels } = block;
    block.close();
    return {
      status: 'passed',
      value: `${format ?? 'unknown'}, ${sampleRate} Hz, ${numberOfChannels} channels`,
    };
  } finally {
    clearInterval(timer);
    await reader.cancel();
    track.stop();
  }
}

async function listDevices(): Promise<Outcome> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  const count = (kind: MediaDeviceKind): number => devices.filter((each) => each.kind === kind).length;
  const value = `${count('videoinput')} cameras, ${count('audioinput')} microphones, ${count('audiooutput')} outputs`;
  return { status: 'passed', value };
}

/** The names of cameras, screens and windows stay out of what is told. */
async function checkVideo(
  worker: SelfTestWorker,
  bridge: UpcastBridge,
  choice: VideoChoice,
  isAllowed: boolean,
): Promise<Outcome> {
  if (!isAllowed) return { status: 'skipped', value: 'the system would ask a person' };
  const devices = await navigator.mediaDevices.enumerateDevices();
  if (choice.type === 'camera' && !devices.some(({ kind }) => kind === 'videoinput'))
    return { status: 'skipped', value: 'there is no camera' };
  const open = await openVideo(choice, PROGRAM, bridge, false);
  try {
    const { format, width, height, colour } = await worker.convert(openTrackFrames(open.track));
    return { status: 'passed', value: `${format ?? 'an opaque texture'}, ${width}x${height}, ${colour}` };
  } finally {
    open.close();
  }
}
