/**
 * The edge of the media port: what a page sends is believed only as far as these functions go. Everything behind them has types that
 * hold.
 */
import type {
  AudioBlockMessage,
  ClockReply,
  FrameFileMessage,
  FrameShape,
  NoFrameFileMessage,
  SkippedMessage,
  StoredFrameMessage,
  ToEngineMediaMessage,
  VideoFrameMessage,
} from '../../../shared/media/media-port.ts';
import { MAX_BLOCK_SECONDS } from '../../../shared/media/media-port.ts';
import { isSoundTrack, MAIN_TRACK } from '../../../shared/media/track.ts';
import { isApplicationMessage } from '../application-sound/read-application-message.ts';
import { isMediaSourceMessage } from '../media-source/read-media-message.ts';
import { isFrameFile, isSlot } from './frame-file-reader.ts';

/** Largest side of a frame, pixels; beyond it a message is not believed. */
const MAXIMUM_SIDE = 8192;

/** 24 dB over full scale. */
const MAX_SAMPLE = 16;

const formats: ReadonlySet<unknown> = new Set<FrameShape['format']>(['I420', 'NV12', 'BGRA']);
const colours: ReadonlySet<unknown> = new Set<FrameShape['colour']>([
  'bt709-limited',
  'bt601-limited',
  'bt709-full',
  'rgb-full',
]);

/** What the page sent, or undefined when it is none of ours. */
export function readMessage(data: unknown): ToEngineMediaMessage | undefined {
  const isOurs =
    isVideo(data) ||
    isStored(data) ||
    isFrameFileMessage(data) ||
    isNoFrameFile(data) ||
    isAudio(data) ||
    isClockReply(data) ||
    isSkipped(data) ||
    isMediaSourceMessage(data) ||
    isApplicationMessage(data);
  return isOurs ? data : undefined;
}

function fieldsOf(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
}

/** A track of pictures that this engine knows. */
function isTrack(value: unknown): boolean {
  return value === MAIN_TRACK;
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

/** Bytes of one packed frame. */
export function frameBytes({
  format,
  width,
  height,
}: Pick<FrameShape, 'format' | 'width' | 'height'>): number {
  if (format === 'BGRA') return width * height * 4;
  return width * height + 2 * Math.ceil(width / 2) * Math.ceil(height / 2);
}

function isSide(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 2 && value <= MAXIMUM_SIDE;
}

function isShape(fields: Readonly<Record<string, unknown>>): boolean {
  const { trackId, timestampUs, width, height, format, colour } = fields;
  if (!isTrack(trackId) || !isTime(timestampUs) || !isSide(width) || !isSide(height)) return false;
  return formats.has(format) && colours.has(colour);
}

function isVideo(data: unknown): data is VideoFrameMessage {
  const fields = fieldsOf(data);
  const bytes = fields['data'];
  if (fields['type'] !== 'video' || !isShape(fields) || !(bytes instanceof ArrayBuffer)) return false;
  return bytes.byteLength === frameBytes(fields as unknown as VideoFrameMessage);
}

function isStored(data: unknown): data is StoredFrameMessage {
  const fields = fieldsOf(data);
  return fields['type'] === 'stored' && isShape(fields) && isSlot(fields['slot']);
}

function isFrameFileMessage(data: unknown): data is FrameFileMessage {
  const fields = fieldsOf(data);
  return fields['type'] === 'frameFile' && isTrack(fields['trackId']) && isFrameFile(fields);
}

function isNoFrameFile(data: unknown): data is NoFrameFileMessage {
  const { type, reason } = fieldsOf(data);
  return type === 'noFrameFile' && typeof reason === 'string';
}

function isAudio(data: unknown): data is AudioBlockMessage {
  const { type, trackId, timestampUs, sampleRate, channels, data: bytes } = fieldsOf(data);
  if (type !== 'audio' || !isSoundTrack(trackId) || !isTime(timestampUs) || !(bytes instanceof ArrayBuffer))
    return false;
  if (!isSampleRate(sampleRate) || (channels !== 1 && channels !== 2)) return false;
  const frames = bytes.byteLength / (4 * channels);
  return Number.isInteger(frames) && frames <= MAX_BLOCK_SECONDS * sampleRate;
}

/** Silences what is no sound: ffmpeg ends at a sample that is no number, or is beyond measure. */
export function tameSamples(data: ArrayBuffer): void {
  const samples = new Float32Array(data);
  for (let at = 0; at < samples.length; at += 1)
    if (!(Math.abs(samples[at] ?? 0) <= MAX_SAMPLE)) samples[at] = 0;
}

function isSampleRate(value: unknown): value is number {
  return typeof value === 'number' && value >= 8000 && value <= 192_000;
}

function isClockReply(data: unknown): data is ClockReply {
  const { type, id, nowUs } = fieldsOf(data);
  return type === 'clockReply' && typeof id === 'number' && isTime(nowUs);
}

function isSkipped(data: unknown): data is SkippedMessage {
  const { type, trackId, noCredit, surplus } = fieldsOf(data);
  return type === 'skipped' && isTrack(trackId) && isTime(noCredit) && isTime(surplus);
}
