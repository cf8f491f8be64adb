/**
 * A media source that is open in the worker: shows the pictures that the engine decodes, each at its time in the program, and hands on
 * their sound. A source that waits gives no slot back, so the engine reads no further.
 */
import type { ErrorRecord } from '../../../../shared/errors/app-error.ts';
import type {
  FromEngineMediaSourceMessage,
  MediaPassBegan,
} from '../../../../shared/media/media-source-port.ts';
import { missingCase } from '../../../../shared/assert.ts';
import { isSameData } from '../../../../shared/is-same-data.ts';
import type { MediaControl, MediaFileInput } from '../../../../shared/studio/files/media-input.ts';
import type { Size } from '../../../../shared/studio/transform.ts';
import type { Picture } from '../../compositor/picture.ts';
import { nowUs } from '../../worker/clock.ts';
import type { LayerSource, VideoSource } from '../layer-source.ts';
import {
  caughtUp,
  controlled,
  ended,
  held,
  isMoving,
  newClock,
  placeAt,
  sped,
  started,
} from './media-clock.ts';
import type { MediaClock, MediaRequest } from './media-clock.ts';
import { MediaPictures } from './media-pictures.ts';
import { MediaSoundQueue } from './media-sound.ts';
import type { MediaSourceParts } from './media-source-parts.ts';
import { statusOf } from './media-status.ts';
import type { MediaPlace } from './media-status.ts';

/** Without a picture being composed, pictures whose time is over are passed over this often. */
const PASS_EVERY_MS = 100;
/** While pictures are composed, they are taken there. */
const UNCOMPOSED_US = 300_000;
/** A moving source tells its place this often. */
const REPORT_EVERY_US = 500_000;
/** Pixels, of a file that is asked for as it is. */
const MAX_SIDE = 65_536;
/** A picture shows until the next frame time, which may be a little early. */
const END_TOLERANCE_US = 1000;

export class MediaSource implements VideoSource {
  readonly #parts: MediaSourceParts;
  readonly #pictures: MediaPictures;
  readonly #sound: MediaSoundQueue;
  #input: MediaFileInput;
  #limit: Size;
  #isFullSize = false;
  #clock: MediaClock = newClock;
  #run = 0;
  /** The last picture's place; none comes after it. */
  #endUs: number | undefined;
  /** Where the run begins. */
  #start: MediaPlace = { pass: undefined, entry: 0, positionUs: 0 };
  /** The file under way stands elsewhere in the list since it began. */
  #moved: { readonly pass: MediaPassBegan; readonly entry: number } | undefined;
  #error: ErrorRecord | undefined;
  #isShown = false;
  /** It waits without a run, which begins once the source is shown. */
  #isAsleep = false;
  /** The picture of before a stop, or of behind the end, doesn't show. */
  #isBlank = false;
  #composedUs = -Infinity;
  #reportedUs = -Infinity;
  readonly #timer: ReturnType<typeof setInterval>;

  /** @param isShown at first; plays from then on, or waits for it. */
  constructor(input: MediaFileInput, isShown: boolean, parts: MediaSourceParts) {
    this.#input = input;
    this.#parts = parts;
    this.#limit = parts.limit;
    this.#pictures = new MediaPictures({
      memory: parts.memory,
      onFree: (slot) => parts.send({ type: 'mediaTaken', sourceId: parts.sourceId, run: this.#run, slot }),
      onFile: (file) => {
        const { sourceId } = parts;
        if ('reason' in file) parts.send({ type: 'noMediaFile', sourceId, ...file });
        else parts.send({ type: 'mediaFile', sourceId, ...file });
      },
    });
    this.#sound = new MediaSoundQueue({ ...parts, clock: () => this.#clock });
    this.#isShown = isShown;
    this.#clock = { ...newClock, isHeld: this.#mustWait, speed: input.speed };
    this.#timer = setInterval(() => this.#passUncomposed(), PASS_EVERY_MS);
    this.#isAsleep = this.#mustWait && !parts.mayBeReady();
    if (!this.#isAsleep) this.#request({ type: 'play', from: 'first', atUs: 0 });
    this.#report();
  }

  /** It waits to be shown, and its first picture is there or on its way. */
  get isReady(): boolean {
    return this.#clock.isHeld && this.#hasRun;
  }

  openLayer(): LayerSource {
    return { prepare: (timestampUs) => this.#prepare(timestampUs), end: () => undefined };
  }

  /** Files that are others are the engine's to notice. */
  setInput(input: MediaFileInput): void {
    const { pass, entry: before } = this.#place;
    const entry = input.paths.indexOf(this.#input.paths[before] ?? '');
    if (entry !== -1 && !isSameData(input.paths, this.#input.paths)) {
      this.#start = { ...this.#start, entry };
      this.#moved = pass && { pass, entry };
    }
    this.#input = input;
    this.#clock = sped(held(this.#clock, this.#mustWait, nowUs()), input.speed, nowUs());
    if (input.atEnd === 'lastPicture' && this.#clock.phase === 'ended') this.#isBlank = false;
    this.#wakeWhenShown();
    this.#report();
  }

  setLimit(limit: Size): void {
    this.#changeSize({ limit });
  }

  setFullSize(isFullSize: boolean): void {
    this.#changeSize({ isFullSize });
  }

  /** Larger ones are asked for from here on, where they were made smaller. */
  #changeSize({ limit = this.#limit, isFullSize = this.#isFullSize }): void {
    const before = this.#wantedSize;
    this.#limit = limit;
    this.#isFullSize = isFullSize;
    const { width, height } = this.#wantedSize;
    const isMore = width > before.width || height > before.height;
    const { pass } = this.#place;
    const isReduced = pass !== undefined && pass.hasPictures !== false && pass.pictureWidth < pass.width;
    if (isMore && isReduced && this.#hasRun) this.#startHere();
  }

  /** Its sound is wanted in another rate, or any more, or no more: the engine begins anew where it is. */
  soundChanged(): void {
    if (this.#hasRun) this.#startHere();
  }

  setShown(isShown: boolean): void {
    if (isShown === this.#isShown) return;
    this.#isShown = isShown;
    this.#clock = held(this.#clock, this.#mustWait, nowUs());
    const mustRestart = !isShown && this.#input.whenHidden === 'restart';
    // Ready at its first picture, for when it shows.
    if (mustRestart) this.#clock = { ...this.#clock, phase: 'playing', lineUs: 0, originUs: undefined };
    if (this.isReady && !this.#parts.mayBeReady()) this.#sleep();
    else if (mustRestart) this.#request({ type: 'play', from: 'first', atUs: 0 });
    if (mustRestart) this.#isBlank = true;
    this.#wakeWhenShown();
    this.#report();
  }

  control(control: Omit<MediaControl, 'sourceId'>): void {
    const { clock, request } = controlled(this.#clock, control, nowUs());
    this.#clock = clock;
    if (request !== undefined) this.#request(request);
    this.#report();
  }

  /** There is another engine: it begins where the one before was. */
  engineConnected(): void {
    this.#pictures.forgetFile();
    if (this.#hasRun) this.#startHere();
  }

  receive(message: FromEngineMediaSourceMessage): void {
    if (message.run !== this.#run) return;
    switch (message.type) {
      case 'mediaPass':
        this.#pictures.begin(message);
        if (this.#pictures.newest !== undefined || !this.#pictures.isEmpty) return;
        this.#start = { ...this.#start, pass: message, entry: message.entry };
        return this.#report();
      case 'mediaPicture':
        return this.#pictures.add(message);
      case 'mediaSound':
        return this.#sound.add(message);
      case 'mediaEnded':
        this.#endUs = message.lineUs;
        return;
      case 'mediaFailed':
        this.#error = message.error;
        return this.#report();
      case 'mediaFilesChanged':
        return this.#filesChanged();
      default:
        missingCase(message);
    }
  }

  end(): void {
    clearInterval(this.#timer);
    this.#parts.send({ type: 'stopMedia', sourceId: this.#parts.sourceId });
    this.#pictures.end();
    this.#sound.clear();
  }

  get #mustWait(): boolean {
    return !this.#isShown && this.#input.whenHidden !== 'playOn';
  }

  /** The engine makes none larger than a file's, or than it can carry. */
  get #wantedSize(): Size {
    return this.#isFullSize ? { width: MAX_SIDE, height: MAX_SIDE } : this.#limit;
  }

  get #hasRun(): boolean {
    const { phase } = this.#clock;
    return !this.#isAsleep && (phase === 'playing' || phase === 'paused');
  }

  /** Its ffmpeg ends; the place where it stands is kept. */
  #sleep(): void {
    const { sourceId, send } = this.#parts;
    this.#start = this.#place;
    this.#isAsleep = true;
    this.#endRun();
    send({ type: 'stopMedia', sourceId });
  }

  #wakeWhenShown(): void {
    if (!this.#isAsleep || this.#mustWait) return;
    if (this.#input.whenHidden === 'restart') this.#request({ type: 'play', from: 'first', atUs: 0 });
    else this.#startHere();
  }

  /** What comes of it is void. */
  #endRun(): void {
    this.#run += 1;
    this.#endUs = undefined;
    this.#error = undefined;
    this.#pictures.beginRun();
    this.#sound.clear();
  }

  /** From the beginning, and paused where it was paused. */
  #filesChanged(): void {
    const { phase } = this.#clock;
    if (phase === 'stopped') return;
    this.control({ action: 'restart' });
    if (phase === 'paused') this.control({ action: 'pause' });
  }

  #startHere(): void {
    const { pass, positionUs } = this.#place;
    this.#clock = { ...this.#clock, lineUs: 0, originUs: undefined };
    const from = pass === undefined ? 'first' : 'here';
    this.#request({ type: 'play', from, atUs: Math.round(positionUs) });
  }

  get #place(): MediaPlace {
    const { newest } = this.#pictures;
    if (newest === undefined) return this.#start;
    const { pass, positionUs } = newest;
    return { pass, entry: this.#moved?.pass === pass ? this.#moved.entry : pass.entry, positionUs };
  }

  #request(request: MediaRequest): void {
    const { sourceId, send, sampleRate } = this.#parts;
    const { pass, entry: here } = this.#place;
    this.#isAsleep = false;
    this.#endRun();
    if (request.type === 'stop') {
      this.#start = { pass, entry: here, positionUs: 0 };
      this.#isBlank = true;
      this.#pictures.forgetFile();
      return send({ type: 'stopMedia', sourceId });
    }
    const { from, atUs } = request;
    const { width, height } = this.#wantedSize;
    const entry = typeof from === 'number' ? from : here;
    this.#start = { pass, entry, positionUs: atUs };
    send({
      ...{ type: 'playMedia', sourceId, run: this.#run, entry, atUs, limit: { width, height } },
      from: from === 'here' || typeof from === 'number' ? 'at' : from,
      sampleRate: sampleRate(),
    });
  }

  /** The picture that shows at a moment of the program. */
  #prepare(timestampUs: number): Picture | undefined {
    this.#composedUs = nowUs();
    this.#advance(timestampUs);
    // The first picture of a run shows, whether the clock moves or not.
    const first = this.#pictures.newest === undefined ? this.#pictures.first : undefined;
    if (first !== undefined && !isMoving(this.#clock)) this.#pictures.pass(first.lineUs);
    const before = this.#pictures.newest;
    const picture = this.#pictures.read();
    if (before !== undefined && this.#clock.phase !== 'ended') this.#isBlank = false;
    if (this.#isBlank || (this.#clock.phase === 'ended' && this.#input.atEnd === 'nothing')) {
      this.#pictures.clear();
      return undefined;
    }
    return picture;
  }

  #advance(timestampUs: number): void {
    const pictures = this.#pictures;
    const { first } = pictures;
    if (first !== undefined) this.#clock = started(this.#clock, timestampUs);
    if (!isMoving(this.#clock)) return;
    if (this.#clock.originUs === undefined) return this.#endEmpty();
    const lineUs = placeAt(this.#clock, timestampUs);
    const before = pictures.newest;
    pictures.pass(lineUs);
    const { newest } = pictures;
    if (newest !== undefined && newest !== before) {
      if (pictures.isEmpty) this.#clock = caughtUp(this.#clock, newest.lineUs, timestampUs);
      if (newest.pass !== before?.pass) {
        this.#error = undefined;
        this.#report();
      }
    }
    if (this.#endUs !== undefined && pictures.isEmpty && lineUs >= this.#endUs - END_TOLERANCE_US) {
      this.#clock = ended(this.#clock, this.#endUs);
      this.#report();
    } else if (nowUs() - this.#reportedUs >= REPORT_EVERY_US) this.#report();
  }

  /** A run without a picture: its place was behind the end of the last file. */
  #endEmpty(): void {
    if (this.#endUs === undefined) return;
    this.#clock = ended(this.#clock, this.#endUs);
    this.#report();
  }

  #passUncomposed(): void {
    if (nowUs() - this.#composedUs > UNCOMPOSED_US) this.#advance(nowUs());
  }

  #report(): void {
    this.#reportedUs = nowUs();
    const entries = this.#input.paths.length;
    this.#parts.report({ ...statusOf(this.#clock, this.#place), entries, error: this.#error });
  }
}
