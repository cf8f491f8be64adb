/**
 * Reads a media file as packets: FLV as it is, anything else through ffmpeg, which only changes the container.
 * For the command-line publisher and for whoever sends a file with the library.
 */
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { AppError } from '../../shared/errors/app-error.ts';
import { FlvDemuxer } from '../protocol/flv/demuxer.ts';
import type { MediaPacket } from '../protocol/flv/packet.ts';

const READ_BYTES = 1024 * 1024;
const MAX_WORDS_CHARACTERS = 2000;

async function isFlv(path: string): Promise<boolean> {
  const file = await open(path).catch((error: unknown) => {
    throw new AppError('input/bad-file', { message: `the file ${path} cannot be opened` }, error);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.toString('latin1', 0, 3) === 'FLV';
  } finally {
    await file.close();
  }
}

async function* demux(source: Readable): AsyncGenerator<readonly MediaPacket[]> {
  const demuxer = new FlvDemuxer();
  for await (const bytes of source) yield demuxer.push(bytes as Buffer);
}

async function* remux(path: string, ffmpegPath: string): AsyncGenerator<readonly MediaPacket[]> {
  const args = [
    '-v',
    'error',
    '-nostdin',
    '-i',
    path,
    '-c',
    'copy',
    '-f',
    'flv',
    '-flvflags',
    'no_duration_filesize',
    '-',
  ];
  const child = spawn(ffmpegPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  child.stderr.on('data', (bytes: Buffer) => {
    words = (words + bytes.toString('utf8')).slice(-MAX_WORDS_CHARACTERS);
  });
  const exited = new Promise<number | Error>((resolve) => {
    child.once('error', resolve);
    child.once('close', (code) => resolve(code ?? 1));
  });
  try {
    yield* demux(child.stdout);
    const outcome = await exited;
    if (outcome instanceof Error)
      throw new AppError('encoder/not-found', { message: 'ffmpeg could not be started' }, outcome);
    if (outcome !== 0) {
      const message = `ffmpeg cannot read the file: ${words.trim().split('\n').at(-1) ?? ''}`;
      throw new AppError('input/bad-file', { message });
    }
  } finally {
    child.kill();
  }
}

/**
 * Packets of the file at `path`, in batches as they are read.
 * @throws AppError `input/bad-file`, `flv/bad-data`, `encoder/not-found`.
 */
export async function* readMediaFile(
  path: string,
  ffmpegPath: string,
): AsyncGenerator<readonly MediaPacket[]> {
  if (await isFlv(path)) yield* demux(createReadStream(path, { highWaterMark: READ_BYTES }));
  else yield* remux(path, ffmpegPath);
}
