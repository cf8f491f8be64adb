/**
 * The one clock of media that comes from a file: where each frame of a file lies on a time line that begins at 0, never goes back
 * and has no long gaps. A late start, a negative time, a leap and a new beginning are decided here and nowhere else. Pure.
 *
 * A leap moves audio and video alike: both keep their step. Each medium follows the other into the new section when its own
 * times leap, as the two don't leap at the same place of a file.
 */
import type { MediaPacket } from './packet.ts';

/** A gap in a file that is longer is an edit, not a pause: the next frame follows at once. */
export const LONGEST_GAP_MS = 10_000;
/** Times of one medium that go back further begin anew; less is an encoder's jitter, and stands still. */
export const LONGEST_JITTER_MS = 100;
/** Between two sections, when nothing tells how long a frame lasts. */
const DEFAULT_STEP_MS = 20;
const LONGEST_STEP_MS = 200;

export interface ClockEdits {
  /** Gaps longer than `LONGEST_GAP_MS` that were left out. */
  gaps: number;
  /** Times that began anew. */
  restarts: number;
}

interface Track {
  section: number;
  lastRawMs: number;
  stepMs: number;
}

type Frame = Pick<MediaPacket, 'kind' | 'timestampMs' | 'isSequenceHeader'>;

export class MediaClock {
  readonly edits: ClockEdits = { gaps: 0, restarts: 0 };
  /** What is added to a file's time, by section. */
  readonly #offsets: number[] = [];
  readonly #tracks: Partial<Record<MediaPacket['kind'], Track>> = {};
  /** The last time given out, of each medium. */
  readonly #floors: Record<MediaPacket['kind'], number> = { audio: 0, video: 0, script: 0 };
  /** The furthest time given out, of any medium. */
  #newestMs = 0;

  /** The file's beginning: the earlier of the first audio and the first video is at 0. Without it, the first frame is. */
  begin(frames: readonly Frame[]): void {
    const ofKind = (kind: MediaPacket['kind']): number | undefined =>
      frames.find((frame) => frame.kind === kind && setsTime(frame))?.timestampMs;
    const audioMs = ofKind('audio');
    const videoMs = ofKind('video') ?? audioMs;
    if (videoMs === undefined || this.#offsets.length > 0) return;
    const isOneBeginning = Math.abs(videoMs - (audioMs ?? videoMs)) <= LONGEST_GAP_MS / 10;
    const first = frames.find((frame) => setsTime(frame))?.timestampMs ?? videoMs;
    this.#offsets.push(-(isOneBeginning ? Math.min(videoMs, audioMs ?? videoMs) : first));
  }

  /** When the frame is, in ms from the start. Configuration and script data go with the frames around them. */
  place(frame: Frame): number {
    const { kind, timestampMs: rawMs } = frame;
    if (!setsTime(frame)) return this.#placeBeside(kind, rawMs);
    if (this.#offsets.length === 0) this.#offsets.push(-rawMs);
    const track = this.#tracks[kind];
    const section = this.#sectionOf(rawMs, track);
    const placedMs = rawMs + (this.#offsets[section] ?? 0);
    const timeMs = Math.max(placedMs, this.#floors[kind]);
    this.#floors[kind] = timeMs;
    const grownMs = track === undefined || track.section !== section ? 0 : rawMs - track.lastRawMs;
    const stepMs = grownMs > 0 && grownMs <= LONGEST_STEP_MS ? grownMs : (track?.stepMs ?? DEFAULT_STEP_MS);
    const isJitter = track?.section === section && rawMs < track.lastRawMs;
    this.#tracks[kind] = {
      section,
      lastRawMs: isJitter ? track.lastRawMs : rawMs,
      stepMs,
    };
    this.#newestMs = Math.max(this.#newestMs, timeMs);
    return timeMs;
  }

  #placeBeside(kind: MediaPacket['kind'], rawMs: number): number {
    const track = this.#tracks[kind];
    const placedMs = rawMs + (this.#offsets[track?.section ?? this.#offsets.length - 1] ?? 0);
    const latestMs = track === undefined ? this.#newestMs : this.#floors[kind] + track.stepMs;
    this.#floors[kind] = Math.max(this.#floors[kind], Math.min(placedMs, latestMs));
    return this.#floors[kind];
  }

  #sectionOf(rawMs: number, track: Track | undefined): number {
    const newest = this.#offsets.length - 1;
    const own = track?.section ?? newest;
    const aheadMs = this.#aheadMs(rawMs, own);
    const isBack =
      track === undefined ? aheadMs < -LONGEST_GAP_MS : rawMs < track.lastRawMs - LONGEST_JITTER_MS;
    if (!isBack && aheadMs <= LONGEST_GAP_MS) return own;
    // The other medium leaped before, and this one follows it; or this one alone had leaped, and comes back.
    const others = Object.values(this.#tracks).map(({ section }) => section);
    const joined = others.find(
      (section) => section !== own && Math.abs(this.#aheadMs(rawMs, section)) <= LONGEST_GAP_MS,
    );
    if (joined !== undefined) return joined;
    if (isBack) this.edits.restarts += 1;
    else this.edits.gaps += 1;
    const isFirst = others.length === 0;
    const startMs = isFirst ? 0 : this.#newestMs + (track?.stepMs ?? DEFAULT_STEP_MS);
    this.#offsets.push(startMs - rawMs);
    return newest + 1;
  }

  /** Of the newest frame, in this section. */
  #aheadMs(rawMs: number, section: number): number {
    return rawMs + (this.#offsets[section] ?? 0) - this.#newestMs;
  }
}

function setsTime({ kind, isSequenceHeader }: Frame): boolean {
  return kind !== 'script' && !isSequenceHeader;
}
