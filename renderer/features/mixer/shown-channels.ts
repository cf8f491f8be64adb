/** Which channels the mixer shows. Pure. */
import { MAIN_ID } from '../../../shared/studio/document.ts';
import { NO_SOURCE_ID } from '../../../shared/studio/document-schema.ts';
import type { Channel } from '../../../shared/studio/document-schema.ts';

/** Those with a source; the main channel where there is none. */
export function shownChannels(channels: readonly Channel[]): readonly Channel[] {
  const heard = channels.filter(({ sourceId }) => sourceId !== NO_SOURCE_ID);
  return heard.length > 0 ? heard : channels.slice(0, 1);
}

/** The one that the window's shortcut mutes: the main channel where it is shown. */
export function firstChannel(channels: readonly Channel[]): Channel | undefined {
  const shown = shownChannels(channels);
  return shown.find(({ id }) => id === MAIN_ID) ?? shown[0];
}

/** A channel's place among all after it went one place among those that are shown; undefined beyond them. */
export function movedIndex(
  channels: readonly Channel[],
  channelId: string,
  step: -1 | 1,
): number | undefined {
  const shown = shownChannels(channels);
  const at = shown.findIndex(({ id }) => id === channelId);
  const neighbour = at === -1 ? undefined : shown[at + step];
  return neighbour === undefined ? undefined : channels.indexOf(neighbour);
}
