/** What a proof finds: each promise with the figure that was seen. Kept apart from the runner, so that every proof can name it. */

import { defaultEncodingProfile } from '../../shared/encoding/profile.ts';
import type { EncodingProfile } from '../../shared/encoding/profile.ts';

export interface Finding {
  /** The promise, with its bound. */
  readonly promise: string;
  /** What was seen, with its unit. */
  readonly seen: string | number;
  readonly holds: boolean;
}

/** `--name 20`, or `fallback` when it is not given. @throws Error when it is no positive number. */
export function numberOption(argv: readonly string[], name: string, fallback: number): number {
  const at = argv.indexOf(`--${name}`);
  if (at < 0) return fallback;
  const value = Number(argv[at + 1]);
  if (!(value > 0)) throw new Error(`--${name} takes a number above 0.`);
  return value;
}

/** `--name TEXT`; absent when it is not given. */
export function textOption(argv: readonly string[], name: string): string | undefined {
  const at = argv.indexOf(`--${name}`);
  return at < 0 ? undefined : argv[at + 1];
}

/** The default profile with `--width`, `--height` and `--fps`, 720p30 where they are not given. */
export function profileOption(argv: readonly string[]): EncodingProfile {
  return {
    ...defaultEncodingProfile,
    width: numberOption(argv, 'width', 1280),
    height: numberOption(argv, 'height', 720),
    fps: numberOption(argv, 'fps', 30),
  };
}
