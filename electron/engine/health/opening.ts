/** How long a step of an opening may take before the server is probed beside it. Pure. */
import { OPENING } from './deadlines.ts';
import type { ServerHabits } from './server-habits.ts';

export interface Opening {
  readonly phase: 'opening';
  /** As the output's driver names it. */
  readonly step: string;
  /** Who the step waits for: the network alone, the server's greeting, or work of the server's own. */
  readonly awaits: 'network' | 'greeting' | 'server';
  readonly isRetry: boolean;
  readonly sinceMs: number;
  readonly stepSinceMs: number;
}

/** ms; undefined where nobody knows how long this server takes. */
export function slowStepMs({ awaits }: Opening, server: ServerHabits): number | undefined {
  const { quickestOpeningMs, shortenedOpenings } = server;
  if (quickestOpeningMs === undefined) return undefined;
  const growth = awaits === 'server' ? OPENING.growth ** shortenedOpenings : 1;
  return Math.max(OPENING.stepMs, OPENING.slownessFactor * quickestOpeningMs) * growth;
}
