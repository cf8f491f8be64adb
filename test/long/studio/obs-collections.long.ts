/**
 * Scene collections in OBS and in Upcast: each picture of one is the other's within 2 pixels of position and 2 code values. OBS is
 * Debian's `obs-studio`, on a display of its own. `--only NAME`, `--keep FOLDER` for the pictures.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ffmpegPath } from '../../support/media/ffmpeg.ts';
import { farApart } from '../../support/obs/picture-distance.ts';
import type { ComparedPicture } from '../../support/obs/picture-distance.ts';
import { isObsInstalled, startObs } from '../../support/obs/obs-studio.ts';
import { connectToObs } from '../../support/obs/obs-websocket.ts';
import type { ObsClient } from '../../support/obs/obs-websocket.ts';
import { CANVAS, placedCollections } from '../../support/obs/placed-collections.ts';
import { findFreePorts, startProcess, waitUntil } from '../../support/processes/processes.ts';
import { textOption } from '../proof.ts';
import type { Finding } from '../proof.ts';

const OBS_START_MS = 120_000;
const RECORDED_SECONDS = 3;
/** So many that the encoder changes hardly a value by more than one. */
const VIDEO_KBPS = 50_000;
const ENCODER_DIFFERENCE = 1;
/** Of positions, in pixels, and of values, in codes of 8 bits. */
const [MAX_DISTANCE, MAX_DIFFERENCE] = [2, 2];
const limits = { ...CANVAS, distance: MAX_DISTANCE, difference: MAX_DIFFERENCE + ENCODER_DIFFERENCE };

const run = promisify(execFile);

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const promise = `the picture of OBS within ${MAX_DISTANCE} px and ${MAX_DIFFERENCE} code values (${ENCODER_DIFFERENCE} more for the encoder)`;
  if (!isObsInstalled()) {
    yield { promise, seen: 'not tried: OBS is needed, Debian’s package obs-studio', holds: false };
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'upcast-prove-obs-collections-'));
  try {
    const only = textOption(argv, 'only');
    const kept = textOption(argv, 'keep') ?? folder;
    const collections = [...placedCollections(folder)].filter(
      ([name]) => only === undefined || name === only,
    );
    const theirs = await picturesOfObs(new Map(collections));
    for (const [name, collection] of collections) {
      const file = join(folder, 'collection.json');
      writeFileSync(file, JSON.stringify({ ...collection, name }));
      const screenshotFile = join(kept, `${name}-obs.png`);
      writeFileSync(screenshotFile, theirs.get(name) ?? Buffer.alloc(0));
      // oxlint-disable-next-line no-await-in-loop -- one program at a time
      await putOnBlack(screenshotFile);
      // oxlint-disable-next-line no-await-in-loop -- one program at a time
      const own = await pictureOfUpcast(file, folder, join(kept, `${name}-upcast.png`));
      // oxlint-disable-next-line no-await-in-loop -- one program at a time
      const obs = await pictureOf(['-i', screenshotFile], 'out_color_matrix=bt709:out_range=tv');
      const far = farApart(own, obs, limits);
      yield { promise: `${name}: ${promise}`, seen: `${far} values beyond`, holds: far === 0 };
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** PNG, by collection. */
async function picturesOfObs(collections: ReadonlyMap<string, object>): Promise<ReadonlyMap<string, Buffer>> {
  const [port = 0] = await findFreePorts(1);
  const [[, collection] = ['', {}]] = collections;
  const more = new Map([...collections].map(([name, each]) => [name, each]));
  const obs = await startObs({
    ...{ ...CANVAS, fps: 30, videoKbps: 2500, collection, websocketPort: port, moreCollections: more },
  });
  let client: ObsClient | undefined;
  try {
    await waitUntil(
      'OBS to answer',
      async () => {
        client = await connectToObs(port).catch(() => undefined);
        return client !== undefined;
      },
      OBS_START_MS,
    );
    if (client === undefined) throw new Error(obs.process.output());
    const pictures = new Map<string, Buffer>();
    for (const name of collections.keys()) {
      // oxlint-disable-next-line no-await-in-loop -- OBS shows one at a time
      pictures.set(name, await screenshot(client, name));
    }
    return pictures;
  } finally {
    client?.close();
    await obs.stop();
  }
}

/** Once two in a row are the same and show something. */
async function screenshot(client: ObsClient, sceneCollectionName: string): Promise<Buffer> {
  await client.request('SetCurrentSceneCollection', { sceneCollectionName });
  let last = '';
  let data = '';
  await waitUntil(`a still picture of ${sceneCollectionName}`, async () => {
    const wanted = {
      sourceName: 'Scene',
      imageFormat: 'png',
      imageWidth: CANVAS.width,
      imageHeight: CANVAS.height,
    };
    const { imageData } = await client
      .request('GetSourceScreenshot', wanted)
      .catch(() => ({ imageData: '' }));
    [last, data] = [data, String(imageData)];
    return data !== '' && data === last;
  });
  return Buffer.from(data.replace(/^data:[^,]*,/, ''), 'base64');
}

async function pictureOfUpcast(file: string, folder: string, png: string): Promise<ComparedPicture> {
  const recording = join(folder, 'recording.mp4');
  rmSync(recording, { force: true });
  const live = startProcess(
    process.execPath,
    [
      ...['build/live.mjs', '--rehearse', '--import-obs', file, '--size', `${CANVAS.width}x${CANVAS.height}`],
      ...['--video-kbps', String(VIDEO_KBPS), '--seconds', String(RECORDED_SECONDS), '--record', recording],
    ],
    { env: { ...process.env, UPCAST_USER_DATA: join(folder, 'user-data') } },
  );
  if ((await live.exited) !== 0) throw new Error(live.output());
  await run(ffmpegPath(), ['-v', 'error', '-y', '-sseof', '-0.5', '-i', recording, '-frames:v', '1', png]);
  return await pictureOf(['-sseof', '-0.5', '-i', recording], 'in_color_matrix=bt709:in_range=tv');
}

/** @param matrix of the scaler's conversion between I420 and RGB. */
async function pictureOf(input: readonly string[], matrix: string): Promise<ComparedPicture> {
  const read = async (format: string): Promise<Buffer> => {
    const { stdout } = await run(
      ffmpegPath(),
      [
        ...['-v', 'error', ...input, '-frames:v', '1'],
        ...['-vf', `scale=${matrix}:flags=accurate_rnd+full_chroma_int+area`],
        ...['-pix_fmt', format, '-f', 'rawvideo', '-'],
      ],
      { encoding: 'buffer', maxBuffer: 64_000_000 },
    );
    return stdout;
  };
  return { i420: await read('yuv420p'), rgb: await read('rgb24') };
}

/** Where OBS shows nothing, its screenshot is transparent: on air that is black. */
async function putOnBlack(png: string): Promise<void> {
  const whole = `${png}.whole.png`;
  const ground = `color=c=black:s=${CANVAS.width}x${CANVAS.height}`;
  await run(ffmpegPath(), [
    ...['-v', 'error', '-y', '-f', 'lavfi', '-i', ground, '-i', png, '-frames:v', '1', '-filter_complex'],
    ...['[0:v]format=rgb24[ground];[ground][1:v]overlay=format=rgb,format=rgb24', whole],
  ]);
  renameSync(whole, png);
}
