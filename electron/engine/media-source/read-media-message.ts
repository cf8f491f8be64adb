/** What a page says about media sources is believed only as far as these functions go. */
import {
  MAX_MEDIA_PICTURE_BYTES,
  MEDIA_FILE_SLOTS,
  MEDIA_SOUND_BLOCKS,
} from '../../../shared/media/media-source-port.ts';
import type { ToEngineMediaSourceMessage } from '../../../shared/media/media-source-port.ts';
import { isMark } from '../frames/private-file.ts';

type Fields = Readonly<Record<string, unknown>>;

/** 100 hours. */
const MAX_PLACE_US = 360_000_000_000;
const MIN_SAMPLE_RATE = 8000;
const MAX_SAMPLE_RATE = 192_000;
const MAX_COUNT = 1_000_000_000;
const starts: ReadonlySet<unknown> = new Set(['first', 'next', 'previous', 'at']);

export function isMediaSourceMessage(data: unknown): data is ToEngineMediaSourceMessage {
  const fields = (typeof data === 'object' && data !== null ? data : {}) as Fields;
  const { sourceId } = fields;
  if (typeof sourceId !== 'string' || sourceId === '' || sourceId.length > 64) return false;
  switch (fields['type']) {
    case 'playMedia':
      return isPlay(fields);
    case 'stopMedia':
      return true;
    case 'mediaFile':
      return isCount(fields['file'], MAX_COUNT) && isMark(fields['mark']) && isSlotBytes(fields['slotBytes']);
    case 'noMediaFile':
      return typeof fields['reason'] === 'string';
    case 'mediaTaken':
      return isCount(fields['run'], MAX_COUNT) && isCount(fields['slot'], MEDIA_FILE_SLOTS - 1);
    case 'mediaSoundTaken':
      return isCount(fields['run'], MAX_COUNT) && isCount(fields['blocks'], MEDIA_SOUND_BLOCKS);
    default:
      return false;
  }
}

function isPlay({ run, from, entry, atUs, limit, sampleRate }: Fields): boolean {
  const { width, height } = (typeof limit === 'object' && limit !== null ? limit : {}) as Fields;
  return (
    isCount(run, MAX_COUNT) &&
    starts.has(from) &&
    isCount(entry, MAX_COUNT) &&
    isCount(atUs, MAX_PLACE_US) &&
    isCount(width, 65_536) &&
    isCount(height, 65_536) &&
    Number(width) > 0 &&
    Number(height) > 0 &&
    (sampleRate === undefined ||
      (isCount(sampleRate, MAX_SAMPLE_RATE) && Number(sampleRate) >= MIN_SAMPLE_RATE))
  );
}

function isCount(value: unknown, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
}

function isSlotBytes(value: unknown): boolean {
  return isCount(value, MAX_MEDIA_PICTURE_BYTES) && value !== 0;
}
