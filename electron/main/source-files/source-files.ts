/**
 * The files that sources show: read for the window, which names a source and never a path, and watched as long as the studio document
 * names them.
 */
import { basename, dirname } from 'node:path';
import { Emitter } from '../../../shared/emitter.ts';
import { MAX_TEXT_BYTES } from '../../../shared/studio/files/file-text.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import type { SourceFile } from '../../../shared/ipc/source-file-channels.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { fileAt, placesOfFile } from '../../../shared/studio/files/source-files.ts';
import type { FilePlace, NamedFile } from '../../../shared/studio/files/source-files.ts';
import { allFilterFiles, filterFileAt } from '../../../shared/studio/filters/filter-files.ts';
import type { FilterFilePlace } from '../../../shared/studio/filters/filter-files.ts';
import { FileWatch } from './file-watch.ts';
import { FolderQueue } from './folder-queue.ts';
import { readSourceFile, stampOf } from './read-file.ts';
import type { FilePart } from './read-file.ts';

const MAX_IMAGE_BYTES = 64 * 1024 * 1024;
/** A change is shown after the second look that finds it. */
const LOOK_EVERY_MS = 500;
/** By a slide show: the one that shows, the one before while it fades, the next one. */
const HELD_SLIDES = 3;

/** What a source shows of its file. */
function partOf(input: NamedFile['input']): FilePart {
  if (input.type !== 'text') return { maxBytes: MAX_IMAGE_BYTES, part: 'whole' };
  const isLog = input.content?.type === 'file' && input.content.lastLines !== undefined;
  return { maxBytes: MAX_TEXT_BYTES, part: isLog ? 'end' : 'start' };
}

export class SourceFiles {
  /** The file is another than the one that was read last, or is gone or back. */
  readonly onChange = new Emitter<FilePlace | FilterFilePlace>();
  readonly #document: () => StudioDocument;
  readonly #queue = new FolderQueue();
  readonly #watch: FileWatch;
  /** The files that each slide show read last, newest first. */
  readonly #slides = new Map<string, readonly string[]>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(document: () => StudioDocument) {
    this.#document = document;
    this.#watch = new FileWatch({
      stampOf: async (path) => await this.#queue.run(dirname(path), async () => await stampOf(path)),
      onChange: (path) => {
        for (const { sourceId, index } of placesOfFile(this.#document(), path))
          this.onChange.emit({ sourceId, index });
        for (const { filterId } of this.#filtersOf(path)) this.onChange.emit({ filterId });
      },
    });
  }

  /**
   * The file from now on is watched. Waits as long as a drive does.
   * @throws AppError `studio/refused` where the document names no such file, `source/file-unreadable`
   */
  async read(place: FilePlace | FilterFilePlace): Promise<SourceFile> {
    const file = this.#find(place);
    if (file === undefined) throw withReason('studio/refused', 'sourceUnknown');
    const { path, part } = file;
    return await this.#queue.run(dirname(path), async () => {
      const stamp = await stampOf(path);
      // Of a file that several show, who read it before is told of what changed since.
      if (!this.#isShared(path) || !this.#watch.paths.includes(path)) this.#watch.follow(path, stamp);
      this.#lookLater();
      const bytes = await readSourceFile(path, part);
      if ('sourceId' in place && this.#isSlideAlone(path)) this.#followSlide(place.sourceId, path);
      return { name: basename(path), bytes };
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const path of this.#watch.paths) this.#watch.forget(path);
  }

  #find(place: FilePlace | FilterFilePlace): { readonly path: string; readonly part: FilePart } | undefined {
    const document = this.#document();
    if ('filterId' in place) {
      const file = filterFileAt(document, place);
      return file && { path: file.path, part: { maxBytes: MAX_IMAGE_BYTES, part: 'whole' } };
    }
    const file = fileAt(document, place);
    return file && { path: file.path, part: partOf(file.input) };
  }

  #isShared(path: string): boolean {
    return placesOfFile(this.#document(), path).length + this.#filtersOf(path).length > 1;
  }

  #isSlideAlone(path: string): boolean {
    const places = placesOfFile(this.#document(), path);
    return places.every(({ input }) => input.type === 'slideshow') && this.#filtersOf(path).length === 0;
  }

  /** Those that a slide show holds are watched; any other is read anew when its turn comes. */
  #followSlide(sourceId: string, path: string): void {
    const before = this.#slides.get(sourceId) ?? [];
    const newest = [path, ...before.filter((each) => each !== path)];
    this.#slides.set(sourceId, newest.slice(0, HELD_SLIDES));
    const isHeld = (old: string): boolean => [...this.#slides.values()].some((held) => held.includes(old));
    for (const old of newest.slice(HELD_SLIDES))
      if (!isHeld(old) && this.#isSlideAlone(old)) this.#watch.forget(old);
  }

  #filtersOf(path: string): readonly FilterFilePlace[] {
    return allFilterFiles(this.#document()).filter((file) => file.path === path);
  }

  #lookLater(): void {
    if (this.#timer !== undefined || this.#watch.paths.length === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      for (const path of this.#watch.paths)
        if (placesOfFile(this.#document(), path).length + this.#filtersOf(path).length === 0)
          this.#watch.forget(path);
      void this.#watch.look();
      this.#lookLater();
    }, LOOK_EVERY_MS).unref();
  }
}
