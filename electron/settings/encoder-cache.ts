/** What the probe of the encoders found, kept for one ffmpeg and driver: another key, or a file that does not fit, is no result. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { encoderProbeSchema } from '../../shared/encoding/encoder-probe-schema.ts';
import type { EncoderProbe } from '../../shared/encoding/encoder-list.ts';
import { writeFileAtomically } from './atomic-file.ts';

const FILE_NAME = 'encoders.json';
/** Grows when other encoders are tried, or they are tried in another way. */
const VERSION = 3;

const cacheSchema = z.strictObject({
  version: z.literal(VERSION),
  key: z.string().max(4096),
  probes: z.array(encoderProbeSchema).min(1).max(32),
});

/** Undefined when nothing usable is kept for this key: the probe is run again, so nothing is lost. */
export async function readEncoderCache(
  folder: string,
  key: string,
): Promise<readonly EncoderProbe[] | undefined> {
  try {
    const cache = cacheSchema.parse(JSON.parse(await readFile(join(folder, FILE_NAME), 'utf8')));
    return cache.key === key ? cache.probes : undefined;
  } catch {
    return undefined;
  }
}

/** @throws AppError `settings/write-failed`. */
export async function writeEncoderCache(
  folder: string,
  key: string,
  probes: readonly EncoderProbe[],
): Promise<void> {
  await writeFileAtomically(
    join(folder, FILE_NAME),
    `${JSON.stringify({ version: VERSION, key, probes }, undefined, 2)}\n`,
  );
}
