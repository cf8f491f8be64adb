/**
 * The program's sound: one unbroken run of PCM, and its last seconds kept, so that an encoder that takes over can start
 * a little earlier and join on the same AAC frame grid. The seam is then between packets made from the same samples.
 */
import type { EncodingProfile } from '../../../../shared/encoding/profile.ts';
import { ENCODER_OFFSET_MS, fromPacketMs, toPacketMs } from '../../../../shared/media/timeline.ts';
import { PcmContinuity } from '../../../../shared/sound/pcm-continuity.ts';
import type { PcmBlock } from '../../../../shared/sound/pcm-continuity.ts';

/** Samples. */
export const AAC_FRAME = 1024;
/** Frames encoded and thrown away before the join, so that the transform's overlap is real. */
export const WARM_UP_FRAMES = 2;
const KEPT_MS = ENCODER_OFFSET_MS - 500;
/** Sound may be this much later than the blocks before it before silence takes its place; less while none ever came. */
const GRACE_US = 300_000;
const FIRST_GRACE_US = 100_000;
/** A mixer that waits for a late channel, or delays all others for one, is late by no more. */
const MAX_LATENESS_US = 1_500_000;
/** Of the lateness, from block to block. */
const LATENESS_DECAY = 0.98;
/**
 * A longer gap is left out, not filled: memory for an hour of silence would be 1.4 GB. Pictures bridge 2 s, and silence is due a grace
 * after them; what is longer always comes with another encoder, which begins after it.
 */
const MAX_FILLED_US = 3_000_000;
/** Half an AAC frame is 10 ms and more: times this close to a packet's mean that packet. */
const TOLERANCE_MS = 5;

/** What comes is mixed, and faded out where a source ends: it breaks off only with the page. What is held back makes the stream later. */
const FADE_SECONDS = 0.001;

interface Chunk {
  readonly firstSample: number;
  readonly samples: Float32Array;
}

/** What encodes the sound: an encoder, or that of a further track. */
export interface AudioTaker {
  /** First sample, counted on the program's audio clock, that it has not got yet. */
  nextSample: number;
  /** Sound before and from these packet times comes from others. */
  audioFromMs: number;
  audioUntilMs: number;
  /** Sound that begins at `timeUs` of the program. */
  writeAudio(samples: Float32Array, timeUs: number): void;
}

export class ProgramAudio {
  readonly #sampleRate: number;
  readonly #channels: 1 | 2;
  readonly #run: PcmContinuity;
  #chunks: Chunk[] = [];
  /** First sample after the last chunk. */
  #keptUntil = 0;
  #receivedUntilUs: number | undefined;
  #beginsUs = 0;
  #pictureUs = 0;
  /** How far the newest blocks were behind the picture. */
  #latenessUs = 0;

  constructor(profile: Pick<EncodingProfile, 'audioSampleRate' | 'audioChannels'>) {
    this.#sampleRate = profile.audioSampleRate;
    this.#channels = profile.audioChannels;
    this.#run = new PcmContinuity({ sampleRate: this.#sampleRate, channels: this.#channels }, FADE_SECONDS);
  }

  /** Before anything else: it begins here, with the AAC frame that this time of the program lies in. */
  beginAt(timeUs: number): void {
    const frame = Math.floor((timeUs * this.#sampleRate) / 1e6 / AAC_FRAME) * AAC_FRAME;
    this.#run.skipTo(frame);
    this.#keptUntil = frame;
    this.#beginsUs = timeUs;
  }

  /** Of what is kept; where the next one belongs when nothing is. */
  get firstSample(): number {
    return this.#chunks[0]?.firstSample ?? this.#keptUntil;
  }

  push(block: PcmBlock): void {
    this.#skipGap(block.timeUs);
    this.#keep(this.#run.push(block));
    const lengthUs = (block.samples.length / block.channels / block.sampleRate) * 1e6;
    const endUs = block.timeUs + lengthUs;
    this.#receivedUntilUs = Math.max(this.#receivedUntilUs ?? 0, endUs);
    const lateUs = Math.max(this.#pictureUs - endUs, this.#latenessUs * LATENESS_DECAY);
    this.#latenessUs = Math.min(lateUs, MAX_LATENESS_US);
  }

  /** Gives silence up to the picture's time when no sound is to be expected any more. */
  fillTo(timeUs: number): void {
    this.#pictureUs = timeUs;
    const graceUs = this.#receivedUntilUs === undefined ? FIRST_GRACE_US : GRACE_US + this.#latenessUs;
    if (timeUs - (this.#receivedUntilUs ?? this.#beginsUs) < graceUs) return;
    this.#skipGap(timeUs);
    const samples = this.#run.fillTo(timeUs);
    if (samples !== undefined) this.#keep(samples);
  }

  /** Hands a session all sound that it has not got yet. */
  feed(session: AudioTaker): void {
    for (const chunk of this.#chunks) {
      const end = chunk.firstSample + chunk.samples.length / this.#channels;
      if (end <= session.nextSample) continue;
      const skip = Math.max(0, session.nextSample - chunk.firstSample);
      const firstSample = chunk.firstSample + skip;
      session.writeAudio(chunk.samples.subarray(skip * this.#channels), this.#timeUs(firstSample));
      session.nextSample = end;
    }
  }

  /** The session gets no more sound: its last packets, made of less than they should be, belong to the next one. */
  leaveAtSeam(session: AudioTaker): void {
    const seam = Math.floor(session.nextSample / AAC_FRAME) * AAC_FRAME - AAC_FRAME;
    session.audioUntilMs = Math.max(0, this.#packetMs(seam) - TOLERANCE_MS);
  }

  /** Lets a session's sound begin where the last one's ends. `lastAudioMs` is the last packet given out by a dead one. */
  join(session: AudioTaker, last: { readonly lastMs: number; readonly untilMs: number } | undefined): void {
    if (last === undefined) {
      session.nextSample = 0;
      return;
    }
    const fromMs = Number.isFinite(last.untilMs) ? last.untilMs : last.lastMs + TOLERANCE_MS;
    session.audioFromMs = fromMs;
    const seam = Math.floor(this.#sampleAt(fromMs) / AAC_FRAME) * AAC_FRAME;
    const oldest = Math.ceil((this.#chunks[0]?.firstSample ?? 0) / AAC_FRAME) * AAC_FRAME;
    session.nextSample = Math.max(oldest, seam - WARM_UP_FRAMES * AAC_FRAME, 0);
  }

  /** Before sound or silence of this time: the AAC frame that it lies in begins anew where too much is missing. */
  #skipGap(timeUs: number): void {
    if (timeUs - this.#timeUs(this.#run.writtenFrames) <= MAX_FILLED_US) return;
    const frame = Math.floor((timeUs * this.#sampleRate) / 1e6 / AAC_FRAME) * AAC_FRAME;
    this.#run.skipTo(frame);
    // What is kept belongs to the encoder before.
    this.#chunks = [];
    this.#keptUntil = frame;
  }

  #keep(samples: Float32Array): void {
    if (samples.length === 0) return;
    const frames = samples.length / this.#channels;
    this.#chunks.push({ firstSample: this.#keptUntil, samples: samples.slice() });
    this.#keptUntil += frames;
    const oldest = this.#keptUntil - (KEPT_MS * this.#sampleRate) / 1000;
    while (this.#chunks.length > 1 && (this.#chunks[1]?.firstSample ?? oldest) < oldest) this.#chunks.shift();
  }

  #timeUs(sample: number): number {
    return (sample * 1e6) / this.#sampleRate;
  }

  #packetMs(sample: number): number {
    return toPacketMs((sample * 1000) / this.#sampleRate);
  }

  #sampleAt(packetMs: number): number {
    return (fromPacketMs(packetMs + TOLERANCE_MS) * this.#sampleRate) / 1000;
  }
}
