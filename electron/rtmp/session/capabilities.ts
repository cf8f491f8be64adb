/** Enhanced RTMP v2 capabilities in `connect` and in its result (reference §6.3). */
import { amfNumber, amfObject, amfProperties, amfStrictArray } from '../amf/amf-value.ts';
import type { AmfValue } from '../amf/amf-value.ts';
import type { RtmpCapabilities } from './publish/publish-session-types.ts';

/** What a receiver says of itself unless told otherwise: it takes everything, and can ask for a reconnect. */
export const fullCapabilities: RtmpCapabilities = {
  fourCcList: ['*'],
  videoFourCcInfoMap: { '*': 1 },
  audioFourCcInfoMap: { '*': 1 },
  capsEx: 15,
};

/** As they stand in a command's object. */
export function capabilityProperties(capabilities: RtmpCapabilities): Record<string, AmfValue> {
  return {
    fourCcList: amfStrictArray(capabilities.fourCcList),
    videoFourCcInfoMap: amfObject(capabilities.videoFourCcInfoMap),
    audioFourCcInfoMap: amfObject(capabilities.audioFourCcInfoMap),
    capsEx: capabilities.capsEx,
  };
}

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
