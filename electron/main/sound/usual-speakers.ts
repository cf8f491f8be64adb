/** The name of the output that is usual on this system: what desktop audio captures. Chromium tells it everywhere but on Linux. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const TIMEOUT_MS = 3000;
const MAX_ANSWER_BYTES = 2_000_000;

export interface UsualSpeakersParts {
  readonly platform: NodeJS.Platform;
  /** For PulseAudio's tools, which PipeWire's server answers too. */
  readonly environment: Readonly<Record<string, string>>;
}

/** @returns undefined on other systems, and where the sound server doesn't tell. */
export async function findUsualSpeakers({
  platform,
  environment,
}: UsualSpeakersParts): Promise<string | undefined> {
  if (platform !== 'linux') return undefined;
  // Its words are read.
  const env = { ...environment, LC_ALL: 'C' };
  const options = { env, timeout: TIMEOUT_MS, maxBuffer: MAX_ANSWER_BYTES };
  try {
    const [server, sinks] = await Promise.all([
      run('pactl', ['info'], options),
      run('pactl', ['list', 'sinks'], options),
    ]);
    return readUsualSpeakers(server.stdout, sinks.stdout);
  } catch {
    // No tools, or no server.
    return undefined;
  }
}

/** @param server of `pactl info`. @param sinks of `pactl list sinks`. */
export function readUsualSpeakers(server: string, sinks: string): string | undefined {
  const [, wanted] = /^Default Sink: (.+)$/m.exec(server) ?? [];
  let name = '';
  for (const line of sinks.split('\n')) {
    name = /^\tName: (.+)$/.exec(line)?.[1] ?? name;
    const [, label] = /^\tDescription: (.+)$/.exec(line) ?? [];
    if (label !== undefined && name === wanted) return label;
  }
  return undefined;
}
