/** Enhanced RTMP v2 capabilities in `connect` and in its result (reference §6.3). */
import { amfNumber, amfProperties, type AmfValue } from '../../amf/amf-value.ts';
import type { RtmpCapabilities } from './publish-session-types.ts';

/** Undefined if the object speaks of none, which does not mean that the peer has none. */
export function parseCapabilities(object: ReadonlyMap<string, AmfValue>): RtmpCapabilities | undefined {
  const names = ['fourCcList', 'videoFourCcInfoMap', 'audioFourCcInfoMap', 'capsEx'];
  if (!names.some((name) => object.has(name))) return undefined;
  const list = object.get('fourCcList');
  const items = list !== null && typeof list === 'object' && list.type === 'strictArray' ? list.items : [];
  return {
    fourCcList: items.filter((item) => typeof item === 'string'),
    videoFourCcInfoMap: parseMasks(object.get('videoFourCcInfoMap')),
    audioFourCcInfoMap: parseMasks(object.get('audioFourCcInfoMap')),
    capsEx: toMask(amfNumber(object, 'capsEx')),
  };
}

function parseMasks(value: AmfValue): Record<string, number> {
  const masks: [string, number][] = [];
  for (const [fourCc, mask] of amfProperties(value) ?? []) {
    if (typeof mask === 'number') masks.push([fourCc, toMask(mask)]);
  }
  return Object.fromEntries(masks);
}

function toMask(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) && value >= 0 ? value >>> 0 : 0;
}
