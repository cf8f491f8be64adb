/** What a media file is, before it is read: looked at anew for each pass, since it may be another by now. */
import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError, toAppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import { explainFfmpeg, saysMissing } from '../../media-file/ffmpeg-input.ts';
import type { FileFault } from '../../media-file/ffmpeg-input.ts';
import { openMediaSource } from '../../media-file/media-source.ts';
import { readListing } from '../../media-file/read-listing.ts';
import { parseMatrix } from '../ffmpeg/probe-matrix.ts';
import type { InputMatrix } from '../ffmpeg/probe-matrix.ts';
import { durationOf, parseFileFacts, parseSound } from './file-facts.ts';
import type { FileFacts, SoundFacts } from './file-facts.ts';

export interface SeenFile {
  /** Undefined for a file of sound alone. */
  readonly facts: FileFacts | undefined;
  readonly sound: SoundFacts;
  readonly durationUs: number | undefined;
  /** By the file's first bytes, as ffmpeg calls it. */
  readonly container: string | undefined;
  readonly matrix: InputMatrix;
  readonly decoder: string | undefined;
  /** Another one for another state of the file. */
  readonly stamp: string | undefined;
}

const DEADLINE_MS = 10_000;
/** ffmpeg's own decoders of these leave alpha out. */
const alphaDecoders: ReadonlyMap<string, string> = new Map([
  ['vp8', 'libvpx'],
  ['vp9', 'libvpx-vp9'],
]);

/** Files that were looked at and whose stamp is the same are not looked at again: a short loop costs one ffmpeg, not two. */
const MAX_SEEN = 200;
const seenFiles = new Map<string, { readonly stamp: string; readonly seen: SeenFile }>();

/** @throws AppError `source/file-unreadable` */
export async function lookAtFile(ffmpegPath: string, path: string): Promise<SeenFile> {
  if (ffmpegPath === '') throw withReason('encoder/not-found', 'ffmpegMissing');
  const key = `${ffmpegPath}\0${path}`;
  const stamp = await stampOf(path);
  const before = seenFiles.get(key);
  if (before !== undefined && stamp !== undefined && before.stamp === stamp) return before.seen;
  const seen = { ...(await look(ffmpegPath, path)), stamp };
  if (seenFiles.size >= MAX_SEEN) seenFiles.clear();
  if (stamp !== undefined) seenFiles.set(key, { stamp, seen });
  return seen;
}

/** Another text for another state of the file; undefined where it can't be looked at. */
export async function stampOf(path: string): Promise<string | undefined> {
  const status = await stat(path, { bigint: true }).catch(() => undefined);
  return status && [status.dev, status.ino, status.size, status.mtimeNs, status.ctimeNs].join(' ');
}

async function look(ffmpegPath: string, path: string): Promise<Omit<SeenFile, 'stamp'>> {
  const container = await findContainer(path);
  const listing = await readListing(ffmpegPath, { path, format: container });
  const facts = parseFileFacts(listing);
  const sound = parseSound(listing);
  const common = { container, sound, durationUs: durationOf(listing), matrix: parseMatrix(listing) };
  if (facts === undefined && sound !== 'none') return { ...common, facts, decoder: undefined };
  if (facts === undefined) {
    const { reason, details } = explainReading(listing);
    const isKnown = reason !== 'ffmpegSaid' && reason !== 'ffmpegStopped';
    const isMedia = /Stream #/.test(listing);
    throw fileError(
      path,
      withReason(
        'source/file-unreadable',
        isMedia ? 'fileNoVideo' : isKnown ? reason : 'fileNotMedia',
        details,
      ),
    );
  }
  const decoder = facts.hasAlpha ? alphaDecoders.get(facts.codec) : undefined;
  const hasDecoder = decoder !== undefined && (await knowsDecoder(ffmpegPath, decoder));
  if (decoder === undefined || hasDecoder) return { ...common, facts, decoder };
  return { ...common, facts: { ...facts, hasAlpha: false }, decoder: undefined };
}

/** Why ffmpeg could not read a file that was there a moment ago. */
export function explainReading(words: string): FileFault {
  return saysMissing(words) ? { reason: 'fileMissing' } : explainFfmpeg(words);
}

/** Names the file, without its folder. */
export function fileError(path: string, cause: unknown): AppError {
  const { details } = toAppError(cause);
  return new AppError('source/file-unreadable', { ...details, path: basename(path) }, cause);
}

/** @throws AppError `source/file-unreadable` */
async function findContainer(path: string): Promise<string | undefined> {
  try {
    const status = await stat(path).catch(() => undefined);
    // A pipe or a device could wait for ever. What isn't there at all is said below.
    if (status !== undefined && !status.isFile() && !status.isDirectory())
      throw withReason('source/file-unreadable', 'fileNotPlain');
    const source = await openMediaSource(path);
    await source.close();
    return source.format;
  } catch (error) {
    throw fileError(path, error);
  }
}

const known = new Map<string, Promise<boolean>>();

/** Asked once for each ffmpeg. */
async function knowsDecoder(ffmpegPath: string, decoder: string): Promise<boolean> {
  const key = `${ffmpegPath} ${decoder}`;
  const asked = known.get(key) ?? ask(ffmpegPath, decoder);
  known.set(key, asked);
  return await asked;
}

async function ask(ffmpegPath: string, decoder: string): Promise<boolean> {
  const options = { timeout: DEADLINE_MS, maxBuffer: 1_000_000, windowsHide: true };
  return await new Promise((resolve) => {
    execFile(
      ffmpegPath,
      ['-hide_banner', '-nostdin', '-h', `decoder=${decoder}`],
      options,
      (_error, stdout) => resolve(stdout.startsWith('Decoder ')),
    );
  });
}
