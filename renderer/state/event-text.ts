/** An event in words, with the name of its destination where the words don't have it. */
import type { BroadcastEvent } from '../../shared/broadcast/statistics.ts';
import { texts } from '../../shared/text/text.ts';

export function describeEvent({ destinationName: name, text }: BroadcastEvent): string {
  return name === undefined || text.includes(name) ? text : texts.window.event(name, text);
}
