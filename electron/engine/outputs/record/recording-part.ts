/**
 * One part of a recording: packets in, a file out. Keeps the packets that the disk hasn't taken yet, back to a packet that a file can begin
 * with, so that a file system that takes no larger file loses nothing: the rest goes to the next part.
 */
import type { AppError } from '../../../../shared/errors/app-error.ts';
import { withReason } from '../../../../shared/errors/error-reasons.ts';
import type { EncodedPacket } from '../../encode/encoded-packet.ts';
import { MatroskaMuxer } from './mkv/matroska-muxer.ts';
import { Mp4Muxer } from './mp4/mp4-muxer.ts';
import type { MuxedTrack, Muxer } from './mux/muxer.ts';
import { RecordingFile } from './recording-file.ts';

export interface RecordingPartOptions {
  /** Matroska where it ends in `.mkv`, else MP4. */
  readonly path: string;
  /** Number of this part; a name that is taken gets a higher one. */
  readonly number: number;
  /** Codec headers that the file begins with. */
  readonly headers: readonly EncodedPacket[];
  /** Of sound; the encoding's own one when absent. */
  readonly tracks: readonly MuxedTrack[] | undefined;
  readonly startedMs: number;
  /** The file system takes no more bytes in this file: `cut` gives what belongs into the next part. */
  readonly onFull: () => void;
  readonly onError: (error: AppError) => void;
}

/** What a next part has to hold to lose nothing. */
export interface RecordingRest {
  readonly headers: readonly EncodedPacket[];
  readonly packets: readonly EncodedPacket[];
}

/** Packets from one that a file can begin with up to the next. */
interface Group {
  /** Bytes of the file before the group. */
  readonly offset: number;
  readonly headers: readonly EncodedPacket[];
  readonly packets: EncodedPacket[];
}

export class RecordingPart {
  readonly startedMs: number;
  readonly file: Promise<RecordingFile>;
  readonly #muxer: Muxer;
  readonly #headers = new Map<EncodedPacket['kind'], EncodedPacket>();
  #openFile: RecordingFile | undefined;
  #groups: Group[] = [];
  #isFirstGroupKept = true;
  #bytes = 0;

  constructor(options: RecordingPartOptions) {
    this.startedMs = options.startedMs;
    const isMatroska = /\.mkv$/i.test(options.path);
    this.#muxer = isMatroska ? new MatroskaMuxer(options.tracks) : new Mp4Muxer(options.tracks);
    this.file = RecordingFile.create(options.path, options.number, options);
    this.file.then((file) => {
      this.#openFile = file;
    }, ignoreReported);
    for (const header of options.headers) this.#takeHeader(header);
  }

  /** Bytes on the disk and on their way to it. */
  get bytes(): number {
    return this.#bytes;
  }

  /** False when the file can't go on with this header. */
  accepts(header: EncodedPacket): boolean {
    return this.#muxer.accepts(header);
  }

  push(packet: EncodedPacket): void {
    if (packet.isSequenceHeader) this.#headers.set(packet.kind, packet);
    const bytes = this.#muxer.push(packet);
    this.#append(bytes);
    const isBoundary = this.#headers.has('video')
      ? packet.kind === 'video' && packet.isKeyframe && !packet.isSequenceHeader
      : packet.kind === 'audio' && bytes !== undefined;
    if (isBoundary) this.#beginGroup(packet);
    else this.#groups.at(-1)?.packets.push(packet);
  }

  /** Writes the last fragment and closes the file. @throws AppError when the file could not be finished whole. */
  async end(): Promise<void> {
    const { bytes, patch } = this.#muxer.finish();
    this.#append(bytes);
    const file = await this.file;
    await file.finish(patch);
  }

  /** Closes the file with what it holds; for a recording that failed. */
  async abandon(): Promise<void> {
    await (await this.file).finish(undefined);
  }

  /**
   * After `onFull`: the file will end before the group that didn't fit.
   * @returns that group and all after it.
   * @throws AppError `record/cannot-write` when not even the first group fits.
   */
  cut(): RecordingRest {
    const file = this.#openFile;
    const at = this.#groups.findLastIndex((group) => group.offset <= (file?.bytes ?? 0));
    const first = this.#groups[at];
    const firstPacket = first?.packets[0];
    if (!file || !first || !firstPacket || (at === 0 && this.#isFirstGroupKept))
      throw withReason('record/cannot-write', 'filesTooSmall');
    file.cut(first.offset, this.#muxer.lengthPatch(firstPacket.timestampMs));
    const packets = this.#groups.slice(at).flatMap((group) => group.packets);
    this.#groups = [];
    return { headers: first.headers, packets };
  }

  #takeHeader(packet: EncodedPacket): void {
    this.#headers.set(packet.kind, packet);
    this.#muxer.push(packet);
  }

  #beginGroup(packet: EncodedPacket): void {
    this.#groups.push({ offset: this.#bytes, headers: [...this.#headers.values()], packets: [packet] });
    const writtenBytes = this.#openFile?.bytes ?? 0;
    // A group is on the disk when all bytes before the next one are.
    while ((this.#groups[1]?.offset ?? Infinity) <= writtenBytes) {
      this.#groups.shift();
      this.#isFirstGroupKept = false;
    }
  }

  #append(bytes: Uint8Array | undefined): void {
    if (bytes === undefined) return;
    this.#bytes += bytes.length;
    this.file.then((file) => file.append(bytes), ignoreReported);
  }
}

/** Whoever waits for the file gets the error. */
function ignoreReported(_error: unknown): void {}
