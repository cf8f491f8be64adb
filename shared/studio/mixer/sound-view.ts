/** The mixer's channels as whoever opens and mixes their sounds needs them: every setting, and how far each is on air. Pure. */
import { missingCase } from '../../assert.ts';
import { soundFiltersOf } from '../document-schema.ts';
import type { Canvas, Channel, Item, SoundFilter, Source, StudioDocument } from '../document-schema.ts';
import type { AudioInput, CapturedInput } from '../inputs.ts';
import { allTracks, mixerSettingsOf } from './channel-settings.ts';
import type { MixerSettings, PushTo, Side } from './channel-settings.ts';

/** Where a channel's sound comes from. */
export type SoundInput =
  | AudioInput
  /** Of the test pattern. */
  | { readonly type: 'beeps' }
  | { readonly type: 'media' }
  | { readonly type: 'page' }
  | Extract<CapturedInput, { type: 'screen' }>
  | { readonly type: 'none' };

export interface SoundChannel {
  readonly id: string;
  readonly sourceId: string;
  readonly input: SoundInput;
  readonly isMuted: boolean;
  /** Linear. */
  readonly gain: number;
  /** -1 to 1. */
  readonly balance: number;
  readonly isMono: boolean;
  readonly side: Side | undefined;
  /** A bit each, the lowest for track 1. */
  readonly trackMask: number;
  readonly monitoring: 'off' | 'only' | 'both';
  readonly syncOffsetMs: number;
  readonly filters: readonly SoundFilter[];
  readonly pushTo: PushTo | undefined;
  /** 0 to 1: how far the channel is on air. In between while a T-bar is. */
  readonly presence: number;
  /** Whether the input is to be open: a source of sound always, a video source while it is on air or prepared. */
  readonly isNeeded: boolean;
}

export interface SoundView {
  /** As the mixer lists them; one that has no source among them. */
  readonly channels: readonly SoundChannel[];
  readonly mixer: MixerSettings;
}

export function soundOf(document: StudioDocument): SoundView {
  const [canvas] = document.canvases;
  const onAir =
    canvas === undefined ? nothing : shownIn(document, itemsOnAir(document, canvas), canvas.sceneId);
  const preview = canvas?.preview;
  const prepared =
    preview === undefined ? onAir : shownIn(document, itemsOf(document, preview.sceneId), preview.sceneId);
  const share = preview?.position ?? 0;
  return {
    channels: document.channels.map((channel) => {
      const source = document.sources.find(({ id }) => id === channel.sourceId);
      const isOnAir = isPresent(channel, source, onAir);
      const isComing = isPresent(channel, source, prepared);
      return {
        ...settingsOf(channel),
        input: inputOf(source),
        presence: isOnAir && isComing ? 1 : isOnAir ? 1 - share : isComing ? share : 0,
        isNeeded: source?.kind === 'audio' || (source !== undefined && (isOnAir || isComing)),
      };
    }),
    mixer: mixerSettingsOf(document.mixer),
  };
}

function settingsOf(channel: Channel): Omit<SoundChannel, 'input' | 'presence' | 'isNeeded'> {
  const { id, sourceId, isMuted, gain, side, pushTo } = channel;
  const { balance = 0, isMono = false, tracks = allTracks } = channel;
  const { monitoring = 'off', syncOffsetMs = 0 } = channel;
  return {
    ...{ id, sourceId, isMuted, gain, balance, isMono, side, monitoring, syncOffsetMs, pushTo },
    trackMask: tracks.reduce((mask, track) => mask | (1 << (track - 1)), 0),
    filters: soundFiltersOf(channel),
  };
}

function inputOf(source: Source | undefined): SoundInput {
  if (source === undefined) return { type: 'none' };
  const { input } = source;
  switch (input.type) {
    case 'microphone':
    case 'tone':
    case 'system':
    case 'application':
      return input;
    case 'pattern':
      return { type: 'beeps' };
    case 'media':
    case 'page':
      return { type: input.type };
    case 'screen':
      return input.hasSound === true ? input : { type: 'none' };
    case 'camera':
    case 'colour':
    case 'image':
    case 'slideshow':
    case 'text':
    case 'scene':
      return { type: 'none' };
    default:
      return missingCase(input);
  }
}

/** Sources that show, however deep, and the scenes that they show in. */
interface Shown {
  readonly sourceIds: ReadonlySet<string>;
  readonly sceneIds: ReadonlySet<string>;
}

const nothing: Shown = { sourceIds: new Set(), sceneIds: new Set() };

function isPresent({ sceneIds }: Channel, source: Source | undefined, shown: Shown): boolean {
  if (source === undefined) return false;
  if (source.kind === 'video' && !shown.sourceIds.has(source.id)) return false;
  return sceneIds?.some((id) => shown.sceneIds.has(id)) ?? true;
}

/** In studio mode the scene on air may have been edited since. */
function itemsOnAir(document: StudioDocument, { sceneId, preview }: Canvas): readonly Item[] {
  return preview?.itemsOnAir ?? itemsOf(document, sceneId);
}

function itemsOf({ scenes }: StudioDocument, sceneId: string): readonly Item[] {
  return scenes.find(({ id }) => id === sceneId)?.items ?? [];
}

/** Hidden items show nothing. */
function shownIn(document: StudioDocument, own: readonly Item[], sceneId: string): Shown {
  const inputs = new Map(document.sources.map(({ id, input }) => [id, input]));
  const sourceIds = new Set<string>();
  const sceneIds = new Set([sceneId]);
  const open = [...own];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    if (!item.isVisible || sourceIds.has(item.sourceId)) continue;
    sourceIds.add(item.sourceId);
    const input = inputs.get(item.sourceId);
    if (input?.type !== 'scene' || sceneIds.has(input.sceneId)) continue;
    sceneIds.add(input.sceneId);
    open.push(...itemsOf(document, input.sceneId));
  }
  return { sourceIds, sceneIds };
}
