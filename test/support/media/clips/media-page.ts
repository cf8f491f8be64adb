/** The worker's part towards the engine's media sources: makes the file, takes pictures, gives slots back. For tests of the engine. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MediaSources } from '../../../../electron/engine/media-source/media-sources.ts';
import { mediaFileBytes, mediaFileOffset } from '../../../../shared/media/media-source-port.ts';
import type {
  FromEngineMediaSourceMessage,
  MediaEnded,
  MediaFailed,
  MediaPassBegan,
  MediaPicture,
  MediaSound,
  MediaSourceFiles,
  PlayMedia,
} from '../../../../shared/media/media-source-port.ts';
import { ffmpegPath } from '../ffmpeg.ts';
import { waitUntil } from '../../processes/processes.ts';
import { makeClip } from './numbered-clips.ts';

export interface SeenPicture {
  readonly bytes: Buffer;
  readonly lineUs: number;
  readonly positionUs: number;
  readonly pass: MediaPassBegan;
}

const SOURCE_ID = 'clip';

export class MediaPage {
  readonly folder = mkdtempSync(join(tmpdir(), 'upcast-test-media-'));
  readonly passes: MediaPassBegan[] = [];
  readonly pictures: SeenPicture[] = [];
  readonly sounds: MediaSound[] = [];
  /** How far the newest picture was ahead when a block of sound came, at most. */
  soundBehindUs = 0;
  readonly failures: MediaFailed[] = [];
  ended: MediaEnded | undefined;
  changed = 0;
  /** Slots go back at once; otherwise they are kept. */
  isTaking = true;
  /** Pictures are kept only for their times. */
  keepsBytes = true;
  filesMade = 0;
  readonly #engine: MediaSources;
  readonly #hasStorage: boolean;
  #file: { readonly number: number; readonly descriptor: number; readonly slotBytes: number } | undefined;
  readonly #waiting: number[] = [];
  #run = 0;

  constructor({ hasStorage = true } = {}) {
    this.#hasStorage = hasStorage;
    mkdirSync(join(this.folder, 'File System'));
    this.#engine = new MediaSources({ ffmpegPath, log: () => undefined });
    this.#engine.connect({ profileFolder: this.folder, send: (message) => this.#receive(message) });
  }

  /** A file in the page's folder. @param args of ffmpeg */
  async make(name: string, args: readonly string[]): Promise<string> {
    return await makeClip(this.folder, name, args);
  }

  async until(what: string, isSo: () => boolean): Promise<void> {
    await waitUntil(what, async () => isSo());
  }

  async untilEnded(): Promise<void> {
    await this.until('the end', () => this.ended !== undefined);
  }

  get pids(): readonly number[] {
    return this.#engine.pids;
  }

  setFiles(paths: readonly string[], rules: Partial<MediaSourceFiles> = {}): void {
    this.#engine.setFiles([{ sourceId: SOURCE_ID, paths, order: 'inTurn', isLooping: false, ...rules }]);
  }

  play(start: Partial<PlayMedia> = {}): void {
    this.#run += 1;
    this.ended = undefined;
    this.#waiting.length = 0;
    this.#engine.receive({
      ...{ type: 'playMedia', sourceId: SOURCE_ID, run: this.#run, from: 'first', entry: 0, atUs: 0 },
      ...{ limit: { width: 3840, height: 2160 }, ...start },
    });
  }

  stop(): void {
    this.#engine.receive({ type: 'stopMedia', sourceId: SOURCE_ID });
  }

  /** Lets so many blocks of sound go that were kept. */
  takeSound(blocks: number): void {
    this.#engine.receive({ type: 'mediaSoundTaken', sourceId: SOURCE_ID, run: this.#run, blocks });
  }

  /** Gives the slots back that were kept. */
  takeKept(): void {
    for (const slot of this.#waiting.splice(0)) this.#free(slot);
  }

  end(): void {
    this.#engine.connect({ profileFolder: undefined, send: () => undefined });
    if (this.#file !== undefined) closeSync(this.#file.descriptor);
    rmSync(this.folder, { recursive: true, force: true });
  }

  #receive(message: FromEngineMediaSourceMessage): void {
    if (message.run !== this.#run) return;
    switch (message.type) {
      case 'mediaPass':
        this.passes.push(message);
        if (message.pictureBytes > (this.#file?.slotBytes ?? 0)) this.#makeFile(message.pictureBytes);
        return;
      case 'mediaPicture':
        return this.#take(message);
      case 'mediaSound':
        this.sounds.push(message);
        this.soundBehindUs = Math.max(
          this.soundBehindUs,
          (this.pictures.at(-1)?.lineUs ?? 0) - message.lineUs,
        );
        if (this.isTaking) queueMicrotask(() => this.takeSound(1));
        return;
      case 'mediaEnded':
        this.ended = message;
        return;
      case 'mediaFailed':
        this.failures.push(message);
        return;
      case 'mediaFilesChanged':
        this.changed += 1;
    }
  }

  /** As Chromium lays it down. */
  #makeFile(slotBytes: number): void {
    if (!this.#hasStorage)
      return queueMicrotask(() =>
        this.#engine.receive({ type: 'noMediaFile', sourceId: SOURCE_ID, reason: 'no storage' }),
      );
    this.filesMade += 1;
    const number = this.filesMade;
    const descriptor = openSync(join(this.folder, 'File System', `0000${number}`), 'w+');
    const mark = randomBytes(16);
    ftruncateSync(descriptor, mediaFileBytes(slotBytes));
    writeSync(descriptor, mark, 0, mark.length, 0);
    if (this.#file !== undefined) closeSync(this.#file.descriptor);
    this.#file = { number, descriptor, slotBytes };
    const message = { file: number, mark: mark.toString('hex'), slotBytes };
    queueMicrotask(() => this.#engine.receive({ type: 'mediaFile', sourceId: SOURCE_ID, ...message }));
  }

  #take({ slot, file, lineUs, positionUs, data }: MediaPicture): void {
    const pass = this.passes.at(-1);
    if (pass === undefined) throw new Error('a picture came before its pass');
    let bytes = Buffer.alloc(0);
    if (data !== undefined) bytes = Buffer.from(data);
    else if (this.#file?.number !== file) throw new Error('a picture lies in a file that was replaced');
    else if (this.keepsBytes) {
      bytes = Buffer.alloc(pass.pictureBytes);
      const at = mediaFileOffset(slot, this.#file.slotBytes);
      if (readSync(this.#file.descriptor, bytes, 0, bytes.length, at) !== bytes.length)
        throw new Error('a picture is cut');
    }
    this.pictures.push({ bytes, lineUs, positionUs, pass });
    if (this.isTaking) queueMicrotask(() => this.#free(slot));
    else this.#waiting.push(slot);
  }

  #free(slot: number): void {
    this.#engine.receive({ type: 'mediaTaken', sourceId: SOURCE_ID, run: this.#run, slot });
  }
}
