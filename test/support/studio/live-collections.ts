/** Collections for `live --collection`: made of what needs no device, so that a recording of each can be judged exactly. */
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import { newItem } from '../../../shared/studio/document.ts';
import type { Source, StudioDocument } from '../../../shared/studio/document-schema.ts';
import { canvasTransform } from '../../../shared/studio/transform.ts';
import type { Transition } from '../../../shared/studio/transition.ts';

const CANVAS = { width: 640, height: 360 };
/** Of the scene "Blue"; the others come by a cut. */
export const FADE: Transition = { kind: 'fade', durationMs: 300 };

/** Three scenes of one source each over the whole canvas: the test pattern, red, blue. */
export function threeScenes(): StudioDocument {
  const whole = canvasTransform('stretch', CANVAS);
  const colour = (id: string, name: string, value: string): Source => ({
    ...{ id, name, kind: 'video' },
    input: { type: 'colour', colour: value, ...CANVAS },
  });
  const scene = (name: string, sourceId: string) => ({
    ...{ id: `scene-${sourceId}`, name },
    items: [newItem(`item-${sourceId}`, sourceId, whole)],
  });
  return {
    sources: [
      { id: 'pattern', name: 'Pattern', kind: 'video', input: { type: 'pattern' } },
      colour('red', 'Red', '#ff0000ff'),
      colour('blue', 'Blue', '#0000ffff'),
      { id: 'tone', name: 'Tone', kind: 'audio', input: { type: 'tone' } },
    ],
    scenes: [
      scene('Pattern', 'pattern'),
      scene('Red', 'red'),
      { ...scene('Blue', 'blue'), transition: FADE },
    ],
    canvases: [{ id: 'main', name: 'Main', sceneId: 'scene-pattern', transition: { kind: 'cut' } }],
    channels: [{ id: 'main', sourceId: 'tone', isMuted: false, gain: 1 }],
    encodings: [
      {
        ...{ id: 'main', name: 'Main', canvasId: 'main' },
        profile: { ...defaultEncodingProfile, ...CANVAS, videoKbps: 4000 },
      },
    ],
  };
}
