/**
 * Prime groups of Diffie-Hellman by their numbers of IKE: 2 (RFC 2409 §6.2), 5, 14 and 16 (RFC 3526), all with generator 2.
 * For handshakes alone: powers take a millisecond or some, and their time depends on the exponent.
 */
import { buildHex, parseHex } from './hex.ts';

/** Each prime is 2^bits - 2^(bits - 64) - 1 + 2^64 * (the first bits of pi + `offset`). */
const shapes = {
  2: { bits: 1024, offset: 129_093n },
  5: { bits: 1536, offset: 741_804n },
  14: { bits: 2048, offset: 124_476n },
  16: { bits: 4096, offset: 240_904n },
} as const;

export type OakleyGroup = keyof typeof shapes;

const primes = new Map<OakleyGroup, bigint>();

export function oakleyPrime(group: OakleyGroup): bigint {
  const known = primes.get(group);
  if (known !== undefined) return known;
  const { bits, offset } = shapes[group];
  const middle = piBits(bits - 130) + offset;
  const prime = (1n << BigInt(bits)) - (1n << BigInt(bits - 64)) - 1n + (middle << 64n);
  primes.set(group, prime);
  return prime;
}

export function oakleyPrimeBytes(group: OakleyGroup): number {
  return shapes[group].bits / 8;
}

/** The whole part of 2^bits * pi, after Machin: pi = 16 arctan(1/5) - 4 arctan(1/239). */
function piBits(bits: number): bigint {
  const spareBits = 32n;
  const one = 1n << (BigInt(bits) + spareBits);
  return (16n * arctanInverse(5n, one) - 4n * arctanInverse(239n, one)) >> spareBits;
}

function arctanInverse(divisor: bigint, one: bigint): bigint {
  let sum = 0n;
  let sign = 1n;
  let power = one / divisor;
  for (let odd = 1n; power > 0n; odd += 2n) {
    sum += (sign * power) / odd;
    sign = -sign;
    power /= divisor * divisor;
  }
  return sum;
}

export function powerModulo(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** Big-endian; nothing is 0. */
export function toInteger(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${buildHex(bytes)}`);
}

/** Big-endian, with zeros on the left up to `minimumBytes`. */
export function toBytes(value: bigint, minimumBytes: number): Uint8Array {
  const digits = value.toString(16);
  return parseHex(digits.padStart(Math.max(digits.length + (digits.length % 2), minimumBytes * 2), '0'));
}
