/** Reads what a feed says of its newest version, once the signature holds. Nothing of it is believed before. */
import type { UpdateInfo } from 'electron-updater';
import * as z from 'zod';
import { AppError } from '../../../shared/errors/app-error.ts';
import { isGenuine } from './signature.ts';

const MAX_FEED_BYTES = 262_144;
const MAX_SIGNATURE_BYTES = 1024;
const MAX_NOTES = 20_000;

export interface Feed {
  /** With a slash at the end. */
  readonly url: string;
  readonly publicKey: string;
  /** @throws Error when it can't be had; no more than so many bytes come. */
  readonly fetch: (url: string, maximumBytes: number) => Promise<Uint8Array>;
  /** YAML. @throws Error when the text is none */
  readonly parse: (text: string) => unknown;
}

const note = z.object({ note: z.string().nullish() });
const infoSchema = z.looseObject({
  version: z.string().max(100),
  files: z
    .array(z.looseObject({ url: z.string().max(2000), sha512: z.string().min(1).max(200) }))
    .min(1)
    .max(50),
  releaseNotes: z.union([z.string(), z.array(note)]).nullish(),
});

export interface FeedEntry {
  readonly info: UpdateInfo;
  readonly notes: string;
}

/** @throws AppError `update/unreachable`, `update/not-genuine`, `update/bad-feed` */
export async function readFeed({ url, publicKey, fetch, parse }: Feed, fileName: string): Promise<FeedEntry> {
  const [data, signature] = await fetchBoth(fetch, `${url}${fileName}`);
  if (!isGenuine(data, new TextDecoder().decode(signature), publicKey))
    throw new AppError('update/not-genuine');
  const parsed = infoSchema.safeParse(parseWith(parse, data));
  if (!parsed.success) throw new AppError('update/bad-feed');
  const { releaseNotes } = parsed.data;
  const notes =
    typeof releaseNotes === 'string'
      ? releaseNotes
      : (releaseNotes ?? []).map((each) => each.note ?? '').join('\n\n');
  return { info: parsed.data as unknown as UpdateInfo, notes: notes.trim().slice(0, MAX_NOTES) };
}

async function fetchBoth(fetch: Feed['fetch'], url: string): Promise<readonly [Uint8Array, Uint8Array]> {
  try {
    return await Promise.all([fetch(url, MAX_FEED_BYTES), fetch(`${url}.sig`, MAX_SIGNATURE_BYTES)]);
  } catch (error) {
    throw new AppError('update/unreachable', {}, error);
  }
}

function parseWith(parse: Feed['parse'], data: Uint8Array): unknown {
  try {
    return parse(new TextDecoder().decode(data));
  } catch (error) {
    throw new AppError('update/bad-feed', {}, error);
  }
}
