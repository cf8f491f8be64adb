/** The worker of the self-test: converts a frame, composes a picture and makes a frame file as the capture worker does. */
import { checkRow } from '../../../shared/self-test/check-row.ts';
import type { SelfTestRow } from '../../../shared/self-test/self-test.ts';
import { Compositor } from '../compositor/compositor.ts';
import { PlaneMemory } from '../compositor/memory.ts';
import { allocatePicture, halfOf } from '../compositor/picture.ts';
import type { Picture } from '../compositor/picture.ts';
import { FrameConverter } from '../convert/frame-bytes.ts';
import { countPrivateFiles, createMarkedFile } from '../worker/private-file.ts';
import type { ConvertedFrame, FromSelfTestWorker, ToSelfTestWorker } from './self-test-messages.ts';

const PROGRAM = { width: 64, height: 36 } as const;
const SOURCE = { width: 128, height: 72 } as const;
const LUMA = 200;
/** Half of it over black, whose luma is 16. */
const HALF_LUMA = 108;
const TOLERANCE = 2;
const FILE_BYTES = 1_000_000;

async function convertFirst(readable: ReadableStream<VideoFrame>): Promise<ConvertedFrame> {
  const reader = readable.getReader();
  try {
    const { value: frame } = await reader.read();
    if (frame === undefined) throw new Error('the track gave no frame');
    try {
      const { data, colour } = await new FrameConverter(PROGRAM).convert(frame);
      const middle = (PROGRAM.height / 2) * PROGRAM.width + PROGRAM.width / 2;
      const { codedWidth: width, codedHeight: height } = frame;
      return { format: frame.format ?? undefined, width, height, luma: data[middle] ?? 0, colour };
    } finally {
      frame.close();
    }
  } finally {
    await reader.cancel();
  }
}

function fill(memory: PlaneMemory, { width, height, y, cb, cr }: Picture): void {
  memory.kernels.fill(y.offset, y.stride, width, height, LUMA);
  for (const plane of [cb, cr])
    memory.kernels.fill(plane.offset, plane.stride, halfOf(width), halfOf(height), 128);
}

/** A picture at half its size and half its opacity over black. */
function composeOne(): number {
  const memory = new PlaneMemory();
  const picture = { ...allocatePicture(memory, SOURCE, false), revision: 1 };
  fill(memory, picture);
  const crop = { x: 0, y: 0, ...SOURCE };
  const { y } = new Compositor(memory, PROGRAM).compose([
    {
      id: 'one',
      picture,
      placement: { crop, matrix: [0.5, 0, 0, 0.5, 0, 0] },
      opacity: 0.5,
      isVisible: true,
    },
  ]);
  return memory.bytes[y.offset + (PROGRAM.height / 2) * y.stride + PROGRAM.width / 2] ?? 0;
}

async function ownRows(): Promise<readonly SelfTestRow[]> {
  return [
    await checkRow('compositor kernels', () => {
      const luma = composeOne();
      const isRight = Math.abs(luma - HALF_LUMA) <= TOLERANCE;
      const value = `kernels run, ${isRight ? 'a scaled and blended picture is right' : `luma ${luma}`}`;
      return { status: isRight ? 'passed' : 'failed', value };
    }),
    await checkRow('frame file storage', async () => {
      // Another kind than those that the engine looks for and a program removes.
      const { file, release } = await createMarkedFile('media', FILE_BYTES);
      const bytes = new Uint8Array([1, 2, 3]);
      file.write(bytes, { at: FILE_BYTES - 3 });
      const back = new Uint8Array(3);
      file.read(back, { at: FILE_BYTES - 3 });
      await release();
      const isRight = back.every((each, index) => each === bytes[index]);
      const left = await countPrivateFiles('media');
      return {
        status: isRight && left === 0 ? 'passed' : 'failed',
        value: `private files are written, read and removed in the worker; ${left} left`,
      };
    }),
  ];
}

async function answer({ id, readable }: ToSelfTestWorker): Promise<FromSelfTestWorker> {
  try {
    if (readable === undefined) return { id, type: 'rows', rows: await ownRows() };
    return { id, type: 'converted', frame: await convertFirst(readable) };
  } catch (error) {
    return { id, type: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

addEventListener('message', (event: MessageEvent<ToSelfTestWorker>) => {
  void answer(event.data).then((message) => postMessage(message));
});
