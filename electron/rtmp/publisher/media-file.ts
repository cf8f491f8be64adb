/**
 * Reads a media file as packets: FLV as it is, anything else through ffmpeg, which changes the container, and encodes no more than
 * sound that FLV cannot hold. For the command-line publisher and for whoever sends a file with the library.
 */
import { spawn } from 'node:child_process';
import { pipeline } from 'node:stream/promises';
import type { AppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import { explainFfmpeg, ffmpegInputArguments } from '../../media-file/ffmpeg-input.ts';
import type { FfmpegInput, FileFault } from '../../media-file/ffmpeg-input.ts';
import { planFlv } from '../../media-file/flv-codecs.ts';
import type { FlvPlan } from '../../media-file/flv-codecs.ts';
import { openMediaSource } from '../../media-file/media-source.ts';
import { placeOnClock, readFlv } from '../../media-file/read-flv.ts';
import type { OnNotice } from '../../media-file/read-flv.ts';
import { readListing } from '../../media-file/read-listing.ts';
import { FlvDemuxer } from '../flv/demuxer.ts';
import type { MediaPacket } from '../flv/packet.ts';

const MAX_WORDS_CHARACTERS = 2000;
/** ffmpeg's words on Matroska and on MP4 in fragments. */
const CUT_OFF = /ended prematurely|partial file/;

/** How a media file is read. */
export interface ReadMediaOptions {
  /** Read at once, default 128 KiB; two blocks are held. More costs less CPU: tags that lie across two blocks are copied. */
  readonly blockBytes?: number | undefined;
  /** Called for each kind of fault that didn't keep the file from being read. */
  readonly onNotice?: OnNotice | undefined;
}

/**
 * Packets of a file, or of a stream that is open already, in batches as they are read. Times are the file's own where they run
 * through, from 0 on; a gap over 10 s and a new beginning are closed up. The bodies of a batch hold until the next batch is asked
 * for: whoever keeps one longer copies it.
 * @throws AppError `input/bad-file`, `flv/bad-data`, `encoder/not-found`.
 */
export async function* readMediaFile(
  input: string | AsyncIterable<Uint8Array>,
  ffmpegPath: string,
  { blockBytes, onNotice = () => undefined }: ReadMediaOptions = {},
): AsyncGenerator<readonly MediaPacket[]> {
  const source = await openMediaSource(input, blockBytes);
  const { format } = source;
  try {
    if (format === 'flv') return yield* readFlv(source.blocks(), onNotice);
    if (typeof input !== 'string' || !source.isFile) {
      const plan = { audio: ['-c:a', 'copy'], notices: [], refusal: undefined };
      const piped = { ffmpegPath, input: { path: undefined, format }, plan, blocks: source.blocks() };
      return yield* placeOnClock(remux(piped, onNotice), onNotice);
    }
  } finally {
    await source.close();
  }
  const file = { path: input, format };
  const plan = planFlv(await readListing(ffmpegPath, file));
  if (plan.refusal !== undefined) throw unreadable(plan.refusal);
  for (const notice of plan.notices) onNotice(notice);
  yield* placeOnClock(remux({ ffmpegPath, input: file, plan, blocks: undefined }, onNotice), onNotice);
}

function unreadable({ reason, details }: FileFault): AppError {
  return withReason('input/bad-file', reason, details);
}

interface Remux {
  readonly ffmpegPath: string;
  readonly input: FfmpegInput;
  readonly plan: FlvPlan;
  /** What is written to ffmpeg's standard input. */
  readonly blocks: AsyncIterable<Uint8Array> | undefined;
}

async function* remux(
  { ffmpegPath, input, plan, blocks }: Remux,
  onNotice: OnNotice,
): AsyncGenerator<readonly MediaPacket[]> {
  const args = [
    ...['-v', 'error', ...(blocks === undefined ? ['-nostdin'] : []), ...ffmpegInputArguments(input)],
    // The picture on the cover of a song is no video; clocks and subtitles have no place in FLV.
    ...['-map', '0:V:0?', '-map', '0:a:0?', '-c:v', 'copy', ...plan.audio],
    ...['-f', 'flv', '-flvflags', 'no_duration_filesize', '-'],
  ];
  const child = spawn(ffmpegPath, args, {
    stdio: [blocks === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const { stdin, stdout, stderr } = child;
  if (stdout === null || stderr === null) throw withReason('encoder/not-found', 'ffmpegNotStarted');
  let words = '';
  stderr.on('data', (bytes: Buffer) => {
    // The first words tell the reason, the last what came of it.
    if (words.length < MAX_WORDS_CHARACTERS) words += bytes.toString('utf8');
  });
  const exited = new Promise<number | Error>((resolve) => {
    child.once('error', resolve);
    child.once('close', (code) => resolve(code ?? 1));
  });
  // ffmpeg may end before it has read everything: its own words say why.
  if (blocks !== undefined && stdin !== null) pipeline(blocks, stdin).catch(() => undefined);
  try {
    const demuxer = new FlvDemuxer();
    for await (const bytes of stdout) yield demuxer.push(bytes as Buffer);
    const outcome = await exited;
    if (outcome instanceof Error) throw withReason('encoder/not-found', 'ffmpegNotStarted', {}, outcome);
    if (outcome !== 0) throw unreadable(explainFfmpeg(words));
    if (CUT_OFF.test(words)) onNotice({ code: 'endsEarly', count: 1 });
  } finally {
    child.kill();
  }
}
