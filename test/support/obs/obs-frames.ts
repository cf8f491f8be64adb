/** How many frames OBS has made since it started, and how many it left out: a computer that is busy makes it look cheap. */
import { connectToObs } from './obs-websocket.ts';

export interface ObsFrames {
  readonly rendered: number;
  /** Not rendered in time. */
  readonly missed: number;
  readonly encoded: number;
  /** Not encoded in time. */
  readonly skipped: number;
}

/** @param port of its websocket. */
export async function framesOfObs(port: number): Promise<ObsFrames> {
  const obs = await connectToObs(port);
  try {
    const stats = await obs.request('GetStats');
    return {
      rendered: Number(stats['renderTotalFrames']),
      missed: Number(stats['renderSkippedFrames']),
      encoded: Number(stats['outputTotalFrames']),
      skipped: Number(stats['outputSkippedFrames']),
    };
  } finally {
    obs.close();
  }
}
