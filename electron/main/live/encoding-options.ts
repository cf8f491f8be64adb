/** The options of `live` for the encoding: what they ask for, over the defaults or over a collection's own encoding. Pure. */
import { AppError } from '../../../shared/errors/app-error.ts';
import { encodingProfileSchema } from '../../../shared/encoding/profile-schema.ts';
import { defaultEncodingProfile, encoderChoices } from '../../../shared/encoding/profile.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import { texts } from '../../../shared/text/text.ts';

/** Without an option the member is absent. */
export type AskedEncoding = Partial<EncodingProfile>;

/** @throws AppError `input/bad-option` */
export function parseEncoding(one: (name: string) => string | undefined): AskedEncoding {
  const size = one('--size');
  const match = size === undefined ? undefined : /^(\d{2,5})x(\d{2,5})$/.exec(size);
  if (match === null) refuse(texts.options.size);
  const latency = one('--latency');
  if (latency !== undefined && latency !== 'low' && latency !== 'quality') refuse(texts.options.latency);
  const encoder = one('--encoder');
  const choice = encoderChoices.find((known) => known === encoder);
  if (encoder !== undefined && choice === undefined) refuse(texts.options.encoder(encoderChoices));
  const asked: AskedEncoding = {
    ...(match === undefined ? {} : { width: Number(match[1]), height: Number(match[2]) }),
    ...number('fps', '--fps', one),
    ...number('videoKbps', '--video-kbps', one),
    ...number('audioKbps', '--audio-kbps', one),
    ...number('keyframeSeconds', '--keyframe-seconds', one),
    ...(latency === undefined ? {} : { latency }),
    ...(choice === undefined ? {} : { encoder: choice }),
  };
  withAsked(defaultEncodingProfile, asked);
  return asked;
}

/** The limits are the profile's own. @throws AppError `input/bad-option` */
export function withAsked(base: EncodingProfile, asked: AskedEncoding): EncodingProfile {
  const result = encodingProfileSchema.safeParse({ ...base, ...asked });
  if (result.success) return result.data;
  const field = String(result.error.issues[0]?.path[0] ?? '');
  return refuse(texts.options.outOfRange(optionOfField.get(field) ?? field));
}

function number<K extends keyof EncodingProfile>(
  field: K,
  name: string,
  one: (name: string) => string | undefined,
): { readonly [P in K]?: number } {
  const text = one(name);
  if (text === undefined) return {};
  if (!/^\d+(\.\d+)?$/.test(text)) refuse(texts.options.number(name));
  return { [field]: Number(text) } as { readonly [P in K]?: number };
}

const optionOfField: ReadonlyMap<string, string> = new Map<string, string>([
  ['width', '--size'],
  ['height', '--size'],
  ['fps', '--fps'],
  ['videoKbps', '--video-kbps'],
  ['audioKbps', '--audio-kbps'],
  ['keyframeSeconds', '--keyframe-seconds'],
]);

function refuse(message: string): never {
  throw new AppError('input/bad-option', { message });
}
