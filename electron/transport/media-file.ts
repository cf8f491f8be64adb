/**
 * Reads a media file as packets: FLV as it is, anything else through ffmpeg, which only changes the container.
 * For the command-line publisher and for whoever sends a file with the library.
 */
import { spawn } from 'node:child_process';
import { open, type FileHandle } from 'node:fs/promises';
import { AppError } from '../../shared/errors/app-error.ts';
import { FlvDemuxer } from '../protocol/flv/demuxer.ts';
import type { MediaPacket } from '../protocol/flv/packet.ts';

const DEFAULT_BLOCK_BYTES = 256 * 1024;
const MAX_WORDS_CHARACTERS = 2000;

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path);
  } catch (error) {
    throw new AppError('input/bad-file', { message: `the file ${path} cannot be opened` }, error);
  }
}

async function isFlv(file: FileHandle): Promise<boolean> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
  return bytesRead === 4 && buffer.toString('latin1', 0, 3) === 'FLV';
}

/** Two blocks in turns: one is read while the other is used. A block holds until the next one is asked for. */
async function* readBlocks(file: FileHandle, blockBytes: number): AsyncGenerator<Uint8Array> {
  const read = (block: Buffer): Promise<{ readonly block: Buffer; readonly length: number }> => {
    const result = file.read(block, 0, blockBytes, null).then(
      ({ bytesRead }) => ({ block, length: bytesRead }),
      (error: unknown) => {
        throw new AppError('input/bad-file', { message: 'the file cannot be read' }, error);
      },
    );
    // It may fail before anybody waits for it; whoever does gets the error.
    result.catch(() => undefined);
    return result;
  };
  let spare: Buffer = Buffer.allocUnsafeSlow(blockBytes);
  let reading = read(Buffer.allocUnsafeSlow(blockBytes));
  try {
    for (;;) {
      const { block, length } = await reading;
      if (length === 0) return;
      reading = read(spare);
      spare = block;
      yield block.subarray(0, length);
    }
  } finally {
    await reading.catch(() => undefined);
  }
}

async function* demux(source: AsyncIterable<Uint8Array>): AsyncGenerator<readonly MediaPacket[]> {
  const demuxer = new FlvDemuxer();
  for await (const bytes of source) yield demuxer.push(bytes);
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
 * Packets of the file at `path`, in batches as they are read. The bodies of a batch hold until the next batch is asked
 * for: whoever keeps one longer copies it. `blockBytes` are read at once, default 256 KiB; two blocks are held. More
 * costs less CPU: tags that lie across two blocks are copied.
 * @throws AppError `input/bad-file`, `flv/bad-data`, `encoder/not-found`.
 */
export async function* readMediaFile(
  path: string,
  ffmpegPath: string,
  { blockBytes = DEFAULT_BLOCK_BYTES }: { readonly blockBytes?: number } = {},
): AsyncGenerator<readonly MediaPacket[]> {
  const file = await openFile(path);
  try {
    if (await isFlv(file)) return yield* demux(readBlocks(file, blockBytes));
  } finally {
    await file.close();
  }
  yield* remux(path, ffmpegPath);
}
