/** The media sources of a page, each played by an ffmpeg of its own: in bounds, and ended with the page. */
import { missingCase } from '../../../shared/assert.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import type {
  FromEngineMediaSourceMessage,
  MediaSourceFiles,
  PlayMedia,
  ToEngineMediaSourceMessage,
} from '../../../shared/media/media-source-port.ts';
import { MediaPlayer } from './media-player.ts';
import { PictureSlots } from './picture-slots.ts';
import { PlayList } from './play-list.ts';
import { SoundWindow } from './sound-window.ts';

/** That play, or wait in the middle. */
const MAX_PLAYING = 16;
/** Characters kept of what the page says. */
const MAX_REASON = 300;

export interface MediaPage {
  readonly send: (message: FromEngineMediaSourceMessage) => void;
  /** Of the page's browser session; undefined when it keeps no files. */
  readonly profileFolder: string | undefined;
}

export interface MediaSourcesOptions {
  readonly ffmpegPath: () => string;
  readonly log: (level: 'debug' | 'warn', text: string) => void;
}

interface OpenSource {
  readonly slots: PictureSlots;
  readonly window: SoundWindow;
  readonly list: PlayList;
  files: MediaSourceFiles;
  run: number;
  player: MediaPlayer | undefined;
}

export class MediaSources {
  readonly #options: MediaSourcesOptions;
  readonly #open = new Map<string, OpenSource>();
  /** Of sources that main hasn't told of yet. */
  readonly #early = new Map<string, PlayMedia>();
  #files: ReadonlyMap<string, MediaSourceFiles> = new Map();
  #page: MediaPage | undefined;

  constructor(options: MediaSourcesOptions) {
    this.#options = options;
  }

  get pids(): readonly number[] {
    return [...this.#open.values()].flatMap(({ player }) => player?.pids ?? []);
  }

  /** A page in place of the one before. */
  connect(page: MediaPage): void {
    for (const sourceId of this.#open.keys()) this.#close(sourceId);
    this.#early.clear();
    this.#page = page;
  }

  /**
   * What the studio document names now. A file under way that is still in its list plays on; else the page starts the source
   * again. A source that is gone ends.
   */
  setFiles(all: readonly MediaSourceFiles[]): void {
    this.#files = new Map(all.map((files) => [files.sourceId, files]));
    for (const [sourceId, open] of this.#open) {
      const files = this.#files.get(sourceId);
      if (files === undefined) this.#close(sourceId);
      else this.#changeFiles(open, files);
    }
    for (const [sourceId, start] of this.#early) {
      if (!this.#files.has(sourceId)) continue;
      this.#early.delete(sourceId);
      this.#play(start);
    }
  }

  receive(message: ToEngineMediaSourceMessage): void {
    const open = this.#open.get(message.sourceId);
    switch (message.type) {
      case 'playMedia':
        return this.#play(message);
      case 'stopMedia':
        this.#early.delete(message.sourceId);
        return this.#close(message.sourceId);
      case 'mediaFile':
        if (open?.slots.useFile(message) === false)
          this.#options.log('warn', 'the file for pictures of a media source was not found');
        return open?.player?.readOn();
      case 'noMediaFile':
        this.#options.log(
          'warn',
          `media pictures come over the port: ${message.reason.slice(0, MAX_REASON)}`,
        );
        open?.slots.useNoFile();
        return open?.player?.readOn();
      case 'mediaTaken':
        if (open?.run !== message.run) return;
        open.slots.takeBack(message.slot);
        return open.player?.readOn();
      case 'mediaSoundTaken':
        if (open?.run !== message.run) return;
        open.window.giveBack(message.blocks);
        return open.player?.readOn();
      default:
        missingCase(message);
    }
  }

  #changeFiles(open: OpenSource, files: MediaSourceFiles): void {
    const { player, list, run } = open;
    const { sourceId, paths } = files;
    const hasOthers = paths.join('\0') !== open.files.paths.join('\0');
    open.files = files;
    list.setRules(rulesOf(files));
    if (!hasOthers || player === undefined) return;
    const entry = paths.indexOf(player.path);
    if (entry !== -1) return player.listChanged(entry);
    player.stop();
    this.#page?.send({ type: 'mediaFilesChanged', sourceId, run });
  }

  #play(start: PlayMedia): void {
    const { sourceId, run, from, entry, atUs, limit, sampleRate } = start;
    const page = this.#page;
    const files = this.#files.get(sourceId);
    if (page === undefined) return;
    if (files === undefined) {
      if (this.#early.size < MAX_PLAYING) this.#early.set(sourceId, start);
      return;
    }
    if (!this.#open.has(sourceId) && this.#open.size >= MAX_PLAYING) {
      const error = withReason('studio/refused', 'tooManyMedia', { maximum: MAX_PLAYING }).toRecord();
      return page.send({ type: 'mediaFailed', sourceId, run, error, isWaiting: false });
    }
    const open = this.#open.get(sourceId) ?? this.#openSource(sourceId, files, page);
    open.player?.stop();
    open.slots.reset();
    open.window.reset();
    open.run = run;
    const { list, slots, window } = open;
    if (from === 'first') list.restart();
    else if (from === 'next') list.advance();
    else if (from === 'previous') list.goBack();
    else list.goTo(entry);
    const { ffmpegPath, log } = this.#options;
    open.player = new MediaPlayer({
      ...{ ffmpegPath, limit, slots, sampleRate, window, list, atUs, log },
      paths: () => open.files.paths,
      send: (message) => page.send({ ...message, sourceId, run }),
    });
  }

  #openSource(sourceId: string, files: MediaSourceFiles, { profileFolder }: MediaPage): OpenSource {
    const slots = new PictureSlots(profileFolder);
    const list = new PlayList(rulesOf(files));
    const open = { slots, window: new SoundWindow(), list, files, run: 0, player: undefined };
    this.#open.set(sourceId, open);
    return open;
  }

  #close(sourceId: string): void {
    const open = this.#open.get(sourceId);
    this.#open.delete(sourceId);
    open?.player?.stop();
    open?.slots.close();
  }
}

function rulesOf({ paths, order, isLooping }: MediaSourceFiles) {
  return { count: paths.length, order, isLooping };
}
