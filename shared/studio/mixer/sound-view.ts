/** The mixer's channels as whoever opens and mixes their sounds needs them: every setting, and how far each is on air. Pure. */
import { missingCase } from '../../assert.ts';
import { maskOfTracks } from '../../media/track.ts';
import { soundFiltersOf } from '../document-schema.ts';
import type { Channel, SoundFilter, Source, StudioDocument } from '../document-schema.ts';
import type { AudioInput, CapturedInput } from '../inputs.ts';
import { shownInScene, shownOnAir } from '../shown/shown.ts';
import type { Shown } from '../shown/shown.ts';
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
  const onAir = canvas === undefined ? nothing : shownOnAir(document, canvas);
  const preview = canvas?.preview;
  const prepared = preview === undefined ? onAir : shownInScene(document, preview.sceneId);
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
    trackMask: maskOfTracks(tracks),
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

const nothing: Shown = { sourceIds: new Set(), sceneIds: new Set() };

function isPresent({ sceneIds }: Channel, source: Source | undefined, shown: Shown): boolean {
  if (source === undefined) return false;
  if (source.kind === 'video' && !shown.sourceIds.has(source.id)) return false;
  return sceneIds?.some((id) => shown.sceneIds.has(id)) ?? true;
}
