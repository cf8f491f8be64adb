/** The findings of proofs in short: a figure against its bound. */
import type { Finding } from '../proof.ts';

export function exactly(promise: string, value: number, wanted = 0): Finding {
  return { promise: `${promise}: ${wanted}`, seen: Math.round(value * 1000) / 1000, holds: value === wanted };
}

export function atMost(promise: string, value: number, limit: number): Finding {
  return {
    promise: `${promise}: at most ${limit}`,
    seen: Math.round(value * 1000) / 1000,
    holds: value <= limit,
  };
}

export function atLeast(promise: string, value: number, limit: number): Finding {
  return {
    promise: `${promise}: at least ${limit}`,
    seen: Math.round(value * 1000) / 1000,
    holds: value >= limit,
  };
}

/** What an operation said that is to say nothing. */
export function silent(promise: string, said: string): Finding {
  return { promise, seen: said === '' ? 'clean' : said, holds: said === '' };
}
