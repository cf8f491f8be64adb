/**
 * From a picture's capture to its tag at the receiver's socket over RTMPS, both latency settings: median and 95th percentile,
 * ms. `--seconds 20 --encoder auto --size 1280x720 --fps 30`; the last three as `live` takes them.
 */
import { readLiveRehearsal } from '../support/processes/live-rehearsal.ts';

const PASSED_ON = ['--encoder', '--size', '--fps'] as const;

export async function run(argv: readonly string[]): Promise<object> {
  const valueOf = (name: string): string | undefined => {
    const at = argv.indexOf(name);
    return at < 0 ? undefined : argv[at + 1];
  };
  const seconds = Number(valueOf('--seconds') ?? 20);
  const given = PASSED_ON.flatMap((name) => {
    const value = valueOf(name);
    return value === undefined ? [] : [name, value];
  });
  const measured = async (latency: string) => {
    const args = ['--latency', latency, '--seconds', String(seconds), ...given];
    return (await readLiveRehearsal(args)).latencyMs;
  };
  const lowMs = await measured('low');
  const qualityMs = await measured('quality');
  return { seconds, encoder: valueOf('--encoder') ?? 'auto', lowMs, qualityMs };
}
