/** Sound for tests of meters and limiters, made from its definition: stereo, planar, the same in every run. */

export interface Program {
  readonly sampleRate: number;
  readonly left: Float32Array;
  readonly right: Float32Array;
}

/** Value of one side at frame `frame`. */
export type Wave = (frame: number) => number;

export const amplitudeOf = (db: number): number => 10 ** (db / 20);

/** @param peakDb amplitude of the sine, dBFS. @param degrees phase at the first frame. */
export function sine(hz: number, peakDb: number, sampleRate: number, degrees = 0): Wave {
  const amplitude = amplitudeOf(peakDb);
  const step = (2 * Math.PI * hz) / sampleRate;
  const phase = (degrees * Math.PI) / 180;
  return (frame) => amplitude * Math.sin(step * frame + phase);
}

export const silence: Wave = () => 0;

/** Numbers between −1 and 1 that look like chance. */
export function noise(seed: number): Wave {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 31 - 1;
  };
}

/** One part after the other, the same on both sides unless a part names a right side. */
export function program(
  sampleRate: number,
  parts: readonly { readonly seconds: number; readonly wave: Wave; readonly right?: Wave }[],
): Program {
  const lengths = parts.map(({ seconds }) => Math.round(seconds * sampleRate));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const left = new Float32Array(total);
  const right = new Float32Array(total);
  let at = 0;
  for (const [index, { wave, right: other = wave }] of parts.entries()) {
    const end = at + (lengths[index] ?? 0);
    for (; at < end; at += 1) {
      left[at] = wave(at);
      right[at] = other === wave ? (left[at] ?? 0) : other(at);
    }
  }
  return { sampleRate, left, right };
}

/** Hands the program over in blocks, as a mixer does; with copies, so that they may be changed. */
export function inBlocks(
  { left, right }: Program,
  frames: number,
  give: (left: Float32Array, right: Float32Array, at: number) => void,
): void {
  for (let at = 0; at < left.length; at += frames) {
    give(left.slice(at, at + frames), right.slice(at, at + frames), at);
  }
}

/** Syllables of noise and a voice's harmonics with pauses between, at about the loudness of speech. */
export function speech(sampleRate: number, seed: number): Wave {
  const chance = noise(seed);
  return (frame) => {
    const time = frame / sampleRate;
    const syllable = Math.max(0, Math.sin(2 * Math.PI * 3.1 * time)) ** 2;
    const sentence = time % 4 < 2.8 ? 1 : 0;
    const pitch = 2 * Math.PI * (120 + 20 * Math.sin(2 * Math.PI * 0.7 * time)) * time;
    const voice =
      Math.sin(pitch) + 0.6 * Math.sin(2 * pitch) + 0.4 * Math.sin(5 * pitch) + 0.3 * Math.sin(17 * pitch);
    return sentence * syllable * (0.12 * voice + 0.08 * chance(frame));
  };
}
