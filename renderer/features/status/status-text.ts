/** The state of everything in a few words. Pure. */
import { deriveBadge, isRehearsal } from '../../../shared/broadcast/state.ts';
import type { Badge, EngineSnapshot } from '../../../shared/broadcast/state.ts';
import { missingCase } from '../../../shared/assert.ts';
import { format, texts } from '../../../shared/text/text.ts';

export interface StatusText {
  readonly badge: Badge;
  readonly tone: 'quiet' | 'live' | 'rehearsing' | 'warn';
  readonly text: string;
  /** Time on air; kept apart, so that it is not read out each second. */
  readonly elapsed?: string;
}

/** @param isAway viewers get the slate instead of the picture. */
export function describeStatus(snapshot: EngineSnapshot, nowMs: number, isAway = false): StatusText {
  const status = describeSending(snapshot, nowMs);
  const isOnAir = status.elapsed !== undefined;
  return isAway && isOnAir ? { ...status, text: texts.status.away(status.text) } : status;
}

function describeSending(snapshot: EngineSnapshot, nowMs: number): StatusText {
  const badge = deriveBadge(snapshot);
  const { broadcast, destinations } = snapshot;
  const elapsed = broadcast.phase === 'live' ? { elapsed: format.elapsed(nowMs - broadcast.sinceMs) } : {};
  const liveCount = destinations.filter((destination) => destination.state.phase === 'live').length;
  const isRehearsing = isRehearsal(snapshot);
  switch (badge) {
    case 'off':
      return { badge, tone: 'quiet', text: texts.status.notLive };
    case 'starting':
      return { badge, tone: 'warn', text: texts.status.connecting };
    case 'live':
      if (isRehearsing) return { badge, tone: 'rehearsing', text: texts.status.rehearsing, ...elapsed };
      return {
        badge,
        tone: 'live',
        text: liveCount === 1 ? texts.status.live : texts.status.liveOnAll(liveCount),
        ...elapsed,
      };
    case 'degraded':
      return {
        badge,
        tone: 'warn',
        text: texts.status.liveOnSome(liveCount, destinations.length),
        ...elapsed,
      };
    case 'reconnecting':
      return { badge, tone: 'warn', text: texts.status.reconnecting, ...elapsed };
    case 'stopping':
      return { badge, tone: 'warn', text: texts.status.ending };
    default:
      return missingCase(badge);
  }
}
