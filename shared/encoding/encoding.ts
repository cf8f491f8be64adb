/** An encoding: a canvas and a track of sound in a profile, encoded once and used by any number of outputs. */
import type { EncodingProfile } from './profile.ts';

export interface Encoding {
  readonly id: string;
  readonly canvasId: string;
  /** The mix that it takes. */
  readonly trackId: string;
  readonly profile: EncodingProfile;
}
