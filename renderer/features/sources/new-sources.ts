/** Sources that can be added to a scene, and how. */
import { cleanName, cutName } from '../../../shared/destinations/name.ts';
import type { ScreenSource } from '../../../shared/ipc/capture-channels.ts';
import { canvasSizeOf } from '../../../shared/studio/document.ts';
import type { Scene, StudioDocument } from '../../../shared/studio/document-schema.ts';
import { isCaptured, isSameDevice } from '../../../shared/studio/inputs.ts';
import type { CapturedInput, VideoInput } from '../../../shared/studio/inputs.ts';
import { containsScene } from '../../../shared/studio/nesting.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import { selectItems } from '../../state/selection.ts';
import type { Services } from '../../state/services.ts';
import { sourceSize } from './source-size.ts';
import { defaultFont } from './properties/text/fonts.ts';
import { texts } from '../../../shared/text/text.ts';

/** Adds a source, or shows the one that is there of the same device once more, and selects its item. */
export async function addSource(
  { run, settings }: Services,
  scene: Scene,
  name: string,
  input: VideoInput,
): Promise<void> {
  const { studio } = settings.store.getState();
  const same = isCaptured(input) ? sameSource(studio, input) : undefined;
  const size = sourceSize(input, undefined, canvasSizeOf(studio, scene.id));
  const { itemId } =
    same === undefined
      ? await run({ type: 'addSource', sceneId: scene.id, name: nameFor(name, input), input, size })
      : await run({ type: 'addItem', sceneId: scene.id, sourceId: same });
  if (itemId !== undefined) selectItems(scene.id, [itemId]);
}

export async function addExisting(
  { run, settings, capture }: Services,
  scene: Scene,
  sourceId: string,
): Promise<void> {
  const { studio } = settings.store.getState();
  const source = studio.sources.find(({ id }) => id === sourceId);
  const { videos } = capture.store.getState();
  const size = sourceSize(source?.input, videos[sourceId], canvasSizeOf(studio, scene.id));
  const { itemId } = await run({ type: 'addItem', sceneId: scene.id, sourceId, size });
  if (itemId !== undefined) selectItems(scene.id, [itemId]);
}

function sameSource({ sources }: StudioDocument, input: CapturedInput): string | undefined {
  return sources.find(
    (source) => source.kind === 'video' && isCaptured(source.input) && isSameDevice(source.input, input),
  )?.id;
}

/** A name that the document takes: that of the device or window, or the kind's. */
export function nameFor(name: string, input: VideoInput): string {
  const clean = name.trim() === '' ? '' : cleanName(cutName(name.trim()));
  return clean === '' ? texts.items.kinds[input.type] : clean;
}

/** As the system names it; empty where it doesn't. */
export function deviceName(input: CapturedInput): string {
  if (input.type === 'camera') return input.label ?? '';
  return input.type === 'screen' ? (input.title ?? '') : '';
}

export function screenInput({ id, title, program }: ScreenSource): CapturedInput {
  return { type: 'screen', sourceId: id, title, ...(program && { program }) };
}

export function newText({ height }: Size): VideoInput {
  return {
    ...{
      type: 'text',
      text: texts.properties.newText,
      family: defaultFont(),
      sizePx: Math.round(height / 10),
    },
    ...{ isBold: false, isItalic: false, isUnderlined: false, isStruckOut: false },
    ...{ colour: '#ffffffff', background: '#00000000', alignment: 'left', lineSpacing: 1 },
  };
}

/** Half as wide and high as the canvas: on air it never covers everything at once. */
export function newColour({ width, height }: Size): VideoInput {
  return {
    ...{ type: 'colour', colour: '#2f62d9ff' },
    ...{ width: Math.ceil(width / 2), height: Math.ceil(height / 2) },
  };
}

/** Whether a scene shown in the other would show itself. */
export function isCycle(studio: StudioDocument, scene: Scene, input: VideoInput | undefined): boolean {
  return input?.type === 'scene' && containsScene(studio, input.sceneId, scene.id);
}
