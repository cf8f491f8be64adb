/** A studio with a source of every kind, two scenes and three channels: what the screens of a language are looked at with. */
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import { buildDocument, newItem } from '../../../shared/studio/document.ts';
import type { Source, StudioDocument } from '../../../shared/studio/document-schema.ts';
import type { VideoInput } from '../../../shared/studio/inputs.ts';
import { canvasTransform } from '../../../shared/studio/transform.ts';

/** Names that a person gave: the same in every language. */
export const givenNames = [
  'Person',
  'Twitch',
  'fake_device',
  'Fake Default Audio',
  'OpenGL',
  'ffmpeg',
] as const;

const inputs: readonly (readonly [name: string, input: VideoInput])[] = [
  ['Person camera', { type: 'camera' }],
  ['Person screen', { type: 'screen' }],
  ['Person pattern', { type: 'pattern' }],
  [
    'Person text',
    {
      ...{ type: 'text', text: 'Person', family: 'sans-serif', sizePx: 80 },
      ...{ isBold: false, isItalic: false, isUnderlined: false, isStruckOut: false },
      ...{ colour: '#ffffffff', background: '#00000000', alignment: 'left', lineSpacing: 1 },
      outline: { widthPx: 4, colour: '#000000ff' },
      shadow: { offsetX: 4, offsetY: 4, blurPx: 6, colour: '#000000c0' },
    },
  ],
  ['Person color', { type: 'colour', colour: '#2f62d9ff', width: 640, height: 360 }],
  [
    'Person page',
    { type: 'page', host: 'overlay.example', width: 1280, height: 720, fps: 30, whenHidden: 'pause' },
  ],
];

export function everyKind(): StudioDocument {
  const plain = buildDocument({
    ...{ source: { type: 'pattern' }, audio: { type: 'microphone' } },
    ...{ isMuted: false, gain: 1, encoding: { ...defaultEncodingProfile, width: 640, height: 360 } },
  });
  const [scene] = plain.scenes;
  const [channel] = plain.channels;
  if (scene === undefined || channel === undefined) throw new Error('a document has a scene and a channel');
  const audio = plain.sources.filter(({ kind }) => kind === 'audio');
  const sources: Source[] = inputs.map(([name, input], index) => ({
    ...{ id: `kind-${index}`, name, kind: 'video' },
    input,
  }));
  const tone: Source = { id: 'tone', name: 'Person tone', kind: 'audio', input: { type: 'tone' } };
  const transform = canvasTransform('inner', { width: 640, height: 360 });
  const items = sources.map(({ id }) => newItem(`item-${id}`, id, transform));
  return {
    ...plain,
    sources: [...audio.map((source) => ({ ...source, name: 'Person microphone' })), ...sources, tone],
    scenes: [
      { ...scene, name: 'Person scene', items },
      { id: 'second', name: 'Person second scene', items: [] },
    ],
    channels: [channel, { id: 'tone', sourceId: 'tone', isMuted: false, gain: 0.5 }],
  };
}
