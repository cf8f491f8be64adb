/** What a canvas is to show: a scene of the studio document as the worker needs it. */
import type { Filter } from '../../../shared/studio/document-schema.ts';
import type { ComposedScene, SceneLayer } from '../../../shared/studio/scene-layers.ts';
import type { Transition } from '../../../shared/studio/transition.ts';

/** From one place of the T-bar to the next. */
const T_BAR_STEP_MS = 50;

export type GradualTransition = Exclude<Transition, { kind: 'cut' }>;

export interface CanvasScene {
  readonly sceneId: string;
  /** Another number: the scene came on air anew, though it may be the same. */
  readonly arrival?: number | undefined;
  /** The visible ones, from back to front. */
  readonly layers: readonly SceneLayer[];
  /** Of all scenes of the document. */
  readonly composed?: readonly ComposedScene[];
  /** Enabled ones, by source or composed scene. */
  readonly filters?: Readonly<Record<string, readonly Filter[]>>;
  /** How the scene before gives way to this one, where it is another. */
  readonly transition: Transition;
  readonly coming?: ComingScene | undefined;
  /** Of the document's channels. */
  readonly sounds?: readonly SceneSound[];
  /** The one source that fills the canvas and may go out as it is, in its own format. */
  readonly straightSourceId?: string;
}

export interface SceneSound {
  readonly channelId: string;
  readonly sourceId: string;
  /** 0 to 1: how much of the channel is heard. */
  readonly presence: number;
}

/** Brought on air by hand. */
export interface ComingScene {
  readonly layers: readonly SceneLayer[];
  readonly transition: Exclude<GradualTransition, { kind: 'stinger' }>;
  /** More than 0, less than 1. */
  readonly share: number;
}

type ShownScene = Pick<CanvasScene, 'layers' | 'composed'> & {
  readonly coming?: Pick<ComingScene, 'layers'> | undefined;
};

/** Of the layers, of those that come by hand, and of those of composed scenes. */
export function shownSources(scene: ShownScene | undefined): readonly string[] {
  const composed = new Map(scene?.composed?.map(({ id, layers }) => [id, layers]));
  const sourcesOf = (layers: readonly SceneLayer[]): readonly string[] =>
    layers.flatMap(({ sourceId }) => {
      const inner = composed.get(sourceId);
      return inner === undefined ? [sourceId] : sourcesOf(inner);
    });
  return sourcesOf([...(scene?.layers ?? []), ...(scene?.coming?.layers ?? [])]);
}

/** Whether the scene gives way: another one comes on air, or the same one anew. */
export function isOtherScene(before: CanvasScene, next: CanvasScene): boolean {
  return next.sceneId !== before.sceneId || next.arrival !== before.arrival;
}

/** How a source's sound comes or goes. */
export interface SoundFade {
  /** After the first picture of the next scene's transition. */
  readonly delayMs: number;
  readonly fadeMs: number;
}

const AT_ONCE: SoundFade = { delayMs: 0, fadeMs: 0 };

/** As the source's picture does. Over a stinger, as OBS does: what goes is gone at the cut, what comes begins there. */
export function soundFade(
  before: CanvasScene | undefined,
  next: CanvasScene,
  { sourceId, isComing }: { readonly sourceId: string; readonly isComing: boolean },
): SoundFade {
  if (before === undefined) return AT_ONCE;
  if (isOtherScene(before, next)) return fadeOf(next.transition, isComing);
  // The T-bar moves in steps.
  if (before.coming !== undefined || next.coming !== undefined) return { delayMs: 0, fadeMs: T_BAR_STEP_MS };
  const layerOf = ({ layers }: CanvasScene): SceneLayer | undefined =>
    layers.find((layer) => layer.sourceId === sourceId);
  const item = layerOf(next)?.show ?? layerOf(before)?.hide;
  return { delayMs: 0, fadeMs: item?.durationMs ?? 0 };
}

function fadeOf(transition: Transition, isComing: boolean): SoundFade {
  if (transition.kind === 'cut') return AT_ONCE;
  const { durationMs } = transition;
  if (transition.kind !== 'stinger' || transition.soundFade === 'cross')
    return { delayMs: 0, fadeMs: durationMs };
  const cutMs = Math.min(transition.cutMs, durationMs);
  return isComing ? { delayMs: cutMs, fadeMs: durationMs - cutMs } : { delayMs: 0, fadeMs: cutMs };
}
