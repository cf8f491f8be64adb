/**
 * The person chooses a source's file in a dialog of main's own, and main puts it into the studio document: no command of the window
 * names a file that wasn't chosen so.
 */
import { randomUUID } from 'node:crypto';
import { dialog } from 'electron';
import type { BrowserWindow, OpenDialogOptions } from 'electron';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { StingerTarget } from '../../../shared/ipc/file-target.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import { canvasSizeOf } from '../../../shared/studio/document.ts';
import type { Source, StudioDocument } from '../../../shared/studio/document-schema.ts';
import { MAX_SOURCE_FILES } from '../../../shared/studio/drawn-inputs.ts';
import type { CreatedIds, DocumentCommand } from '../../../shared/studio/document-commands.ts';
import type { VideoInput } from '../../../shared/studio/inputs.ts';
import type { SettingsOf } from '../../../shared/studio/filters/filter.ts';
import type { FilterOwner } from '../../../shared/studio/filters/filter-commands.ts';
import { findFilter } from '../../../shared/studio/filters/filter-files.ts';
import { isNetworkPath } from '../../../shared/studio/files/network-path.ts';
import { newMedia } from '../../../shared/studio/files/media-input.ts';
import { filesOf } from '../../../shared/studio/files/source-files.ts';
import { texts } from '../../../shared/text/text.ts';
import type { CommandRunner } from '../studio/command-runner.ts';

/** A new source of this name in a scene, or one that is there. */
export type FileTarget = { readonly sceneId: string; readonly name: string } | { readonly sourceId: string };

type MediaTarget =
  | Extract<FileTarget, { readonly sceneId: string }>
  | { readonly sourceId: string; readonly isAddition: boolean };

const imageEndings = ['png', 'apng', 'jpg', 'jpeg', 'jfif', 'webp', 'gif', 'avif', 'bmp', 'svg'];

/** Of images that the worker decodes by itself. */
const maskEndings = imageEndings.filter((ending) => ending !== 'svg');

const mediaEndings = [
  ...['mp4', 'm4v', 'mov', 'mkv', 'webm', 'avi', 'flv', 'ts', 'm2ts', 'mts', 'mpg', 'mpeg', 'wmv', 'ogv'],
  ...['mxf', '3gp', 'gif'],
  ...['mp3', 'm4a', 'aac', 'wav', 'flac', 'ogg', 'oga', 'opus', 'wma'],
];

const newSlideshow = { type: 'slideshow', slideMs: 5000, fadeMs: 500, order: 'loop' } as const;

export interface FileChooserParts {
  readonly commands: Pick<CommandRunner, 'run' | 'allowFile'>;
  readonly document: () => StudioDocument;
  readonly window: () => BrowserWindow | undefined;
}

export class FileChooser {
  readonly #parts: FileChooserParts;
  #isOpen = false;

  constructor(parts: FileChooserParts) {
    this.#parts = parts;
  }

  /** What the command made; undefined when nothing was chosen. @throws AppError `studio/refused` */
  async chooseImage(target: FileTarget): Promise<CreatedIds | undefined> {
    const [path] = await this.#ask({
      title: texts.main.imageTitle,
      filters: [{ name: texts.main.imageFilter, extensions: imageEndings }],
      properties: ['openFile'],
    });
    return path === undefined ? undefined : await this.#put(target, { type: 'image', path });
  }

  /** The text keeps its look, and its words for when it shows no file any more. @throws AppError `studio/refused` */
  async chooseText(sourceId: string): Promise<CreatedIds | undefined> {
    const { input } = this.#source(sourceId);
    if (input.type !== 'text') throw withReason('studio/refused', 'sourceUnknown');
    const [path] = await this.#ask({
      title: texts.main.textTitle,
      filters: [
        { name: texts.main.textFilter, extensions: ['txt', 'log', 'md', 'csv'] },
        { name: texts.main.allFiles, extensions: ['*'] },
      ],
      properties: ['openFile'],
    });
    if (path === undefined) return undefined;
    const before = input.content?.type === 'file' ? input.content : undefined;
    return await this.#put({ sourceId }, { ...input, content: { ...before, type: 'file', path } });
  }

  /** What the command made; undefined when nothing was chosen. @throws AppError `studio/refused` */
  async chooseSlides(target: FileTarget): Promise<CreatedIds | undefined> {
    const before = 'sourceId' in target ? this.#source(target.sourceId).input : undefined;
    const paths = await this.#ask({
      title: texts.main.slidesTitle,
      filters: [{ name: texts.main.imageFilter, extensions: imageEndings }],
      properties: ['openFile', 'multiSelections'],
    });
    if (paths.length === 0) return undefined;
    const chosen = { paths: paths.slice(0, MAX_SOURCE_FILES) };
    if (before?.type === 'slideshow') return await this.#put(target, { ...before, ...chosen });
    const size = canvasSizeOf(this.#parts.document(), 'sceneId' in target ? target.sceneId : '');
    return await this.#put(target, { ...newSlideshow, ...size, ...chosen });
  }

  /** The filter uses the file at once. @throws AppError `studio/refused` */
  async chooseForFilter(filterId: string): Promise<CreatedIds | undefined> {
    const isLut = this.#fileFilter(filterId).settings.kind === 'lut';
    const [path] = await this.#ask({
      title: isLut ? texts.main.lutTitle : texts.main.maskTitle,
      filters: isLut
        ? [{ name: texts.main.lutFilter, extensions: ['cube'] }]
        : [{ name: texts.main.imageFilter, extensions: maskEndings }],
      properties: ['openFile'],
    });
    if (path === undefined) return undefined;
    this.#allow(path);
    // Other settings may have changed while the dialog was open.
    const { owner, settings } = this.#fileFilter(filterId);
    return await this.#run({ type: 'setFilter', owner, filterId, settings: { ...settings, path } });
  }

  #fileFilter(filterId: string): {
    readonly owner: FilterOwner;
    readonly settings: SettingsOf<'mask' | 'lut'>;
  } {
    const found = findFilter(this.#parts.document(), filterId);
    const settings = found?.filter.settings;
    if (found === undefined || (settings?.kind !== 'mask' && settings?.kind !== 'lut'))
      throw withReason('studio/refused', 'filterUnknown');
    return { owner: found.owner, settings };
  }

  /** As `chooseSlides`; an addition goes behind the files that are there. */
  async chooseMedia(target: MediaTarget): Promise<CreatedIds | undefined> {
    const before = 'sourceId' in target ? this.#source(target.sourceId).input : undefined;
    const paths = await this.#ask({
      title: texts.main.mediaTitle,
      filters: [
        { name: texts.main.mediaFilter, extensions: mediaEndings },
        { name: texts.main.allFiles, extensions: ['*'] },
      ],
      properties: ['openFile', 'multiSelections'],
    });
    if (paths.length === 0) return undefined;
    const { paths: kept, ...rules } = before?.type === 'media' ? before : { ...newMedia, paths: [] };
    const isAddition = 'sourceId' in target && target.isAddition;
    const all = isAddition ? [...kept, ...paths] : paths;
    return await this.#put(target, { ...rules, paths: all.slice(0, MAX_SOURCE_FILES) });
  }

  /** What the command made; undefined when nothing was chosen. @throws AppError `studio/refused` */
  async chooseStinger(target: StingerTarget): Promise<CreatedIds | undefined> {
    const [path] = await this.#ask({
      title: texts.main.stingerTitle,
      filters: [
        { name: texts.main.mediaFilter, extensions: mediaEndings },
        { name: texts.main.allFiles, extensions: ['*'] },
      ],
      properties: ['openFile'],
    });
    if (path === undefined) return undefined;
    if ('sourceId' in target) {
      const { input } = this.#source(target.sourceId);
      if (input.type !== 'media') throw withReason('studio/refused', 'sourceUnknown');
      return await this.#put(target, { ...input, paths: [path] });
    }
    this.#allow(path);
    return await this.#run({ type: 'addStingerSource', ...target, input: { ...newMedia, paths: [path] } });
  }

  #source(sourceId: string): Source {
    const source = this.#parts.document().sources.find(({ id }) => id === sourceId);
    if (source === undefined) throw withReason('studio/refused', 'sourceUnknown');
    return source;
  }

  /** @throws AppError `studio/refused` */
  #allow(path: string): void {
    if (isNetworkPath(path)) throw withReason('studio/refused', 'fileOnNetwork');
    this.#parts.commands.allowFile(path);
  }

  /** A second dialog isn't opened. */
  async #ask(options: OpenDialogOptions): Promise<readonly string[]> {
    if (this.#isOpen) return [];
    this.#isOpen = true;
    try {
      const window = this.#parts.window();
      const { canceled, filePaths } = await (window === undefined
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(window, options));
      return canceled ? [] : filePaths;
    } finally {
      this.#isOpen = false;
    }
  }

  async #put(target: FileTarget, input: VideoInput): Promise<CreatedIds> {
    for (const path of filesOf(input)) this.#allow(path);
    const command: DocumentCommand =
      'sourceId' in target
        ? { type: 'setSourceInput', sourceId: target.sourceId, input }
        : { type: 'addSource', sceneId: target.sceneId, name: target.name, input };
    return await this.#run(command);
  }

  async #run(command: DocumentCommand): Promise<CreatedIds> {
    const answer = await this.#parts.commands.run({ requestId: randomUUID(), command });
    if (!answer.isDone) throw new AppError(answer.error.code, answer.error.details);
    return answer.created ?? {};
  }
}
