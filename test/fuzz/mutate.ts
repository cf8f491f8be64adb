/** Repeatable mutations of inputs. The same seed gives the same run. */

const interestingBytes = [0x00, 0x01, 0x7f, 0x80, 0xff, 0x02, 0x03, 0x09, 0x11, 0x14, 0xc3];
const maxInputBytes = 16 * 1024;

/** Xorshift: fast, and repeatable from its seed. */
export class Prng {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0 || 1;
  }

  next(): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state >>> 0;
    return this.#state;
  }

  /** 0 to `limit` - 1; 0 for a limit of 0. */
  below(limit: number): number {
    return limit === 0 ? 0 : this.next() % limit;
  }
}

type Mutation = (input: Uint8Array, random: Prng, seeds: readonly Uint8Array[]) => Uint8Array;

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const length = Math.min(
    maxInputBytes,
    parts.reduce((sum, part) => sum + part.length, 0),
  );
  const output = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    const piece = part.subarray(0, length - offset);
    output.set(piece, offset);
    offset += piece.length;
  }
  return output;
}

const mutations: readonly Mutation[] = [
  function flipBit(input, random) {
    const at = random.below(input.length);
    input[at] = (input[at] ?? 0) ^ (1 << random.below(8));
    return input;
  },
  function setByte(input, random) {
    input[random.below(input.length)] = interestingBytes[random.below(interestingBytes.length)] ?? 0;
    return input;
  },
  function setRandomByte(input, random) {
    input[random.below(input.length)] = random.below(256);
    return input;
  },
  function setWord(input, random) {
    const at = random.below(input.length);
    const value = [0, 0xffffffff, 0x80000000, 0x00ffffff, 0x7fffffff][random.below(5)] ?? 0;
    for (let index = 0; index < 4 && at + index < input.length; index += 1) {
      input[at + index] = value >>> (24 - index * 8);
    }
    return input;
  },
  function truncate(input, random) {
    return input.subarray(0, random.below(input.length + 1));
  },
  function remove(input, random) {
    const at = random.below(input.length);
    return joined(input.subarray(0, at), input.subarray(at + 1 + random.below(16)));
  },
  function repeat(input, random) {
    const at = random.below(input.length);
    const end = at + 1 + random.below(64);
    return joined(input.subarray(0, end), input.subarray(at));
  },
  function insert(input, random) {
    const at = random.below(input.length + 1);
    const added = Uint8Array.from({ length: 1 + random.below(8) }, () => random.below(256));
    return joined(input.subarray(0, at), added, input.subarray(at));
  },
  function splice(input, random, seeds) {
    const other = seeds[random.below(seeds.length)] ?? input;
    return joined(
      input.subarray(0, random.below(input.length + 1)),
      other.subarray(random.below(other.length + 1)),
    );
  },
];

/** A new input made from the seeds; neither they nor it share bytes. */
export function mutate(seeds: readonly Uint8Array[], random: Prng): Uint8Array {
  let input: Uint8Array = (seeds[random.below(seeds.length)] ?? new Uint8Array(0)).slice();
  for (let count = 1 + random.below(6); count > 0; count -= 1) {
    input = mutations[random.below(mutations.length)]?.(input, random, seeds) ?? input;
  }
  return input;
}
