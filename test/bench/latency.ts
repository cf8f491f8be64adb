/** From a picture's capture to its tag at the receiver's socket over RTMPS, both latency settings: median and 95th percentile, ms. */
import { readLiveRehearsal } from '../support/live-rehearsal.ts';

/** `--seconds 20`. */
export async function run(argv: readonly string[]): Promise<object> {
  const at = argv.indexOf('--seconds');
  const seconds = at < 0 ? 20 : Number(argv[at + 1]);
  const low = await readLiveRehearsal(['--latency', 'low', '--seconds', String(seconds)]);
  const quality = await readLiveRehearsal(['--latency', 'quality', '--seconds', String(seconds)]);
  return { seconds, lowMs: low.latencyMs, qualityMs: quality.latencyMs };
}
