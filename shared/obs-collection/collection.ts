/**
 * A scene collection of OBS as Upcast understands it. Keys and names are unique, references lead somewhere, scenes hold no cycle,
 * numbers are within bounds. No address is in it, and no part of one: those are in `original` alone.
 */
import type { Size } from '../studio/transform.ts';
import type { Transform } from '../studio/transform-schema.ts';
import type { FilterFamily, LaterInputFamily, TransitionFamily } from './kinds.ts';
import type { JsonObject } from './json/parse-json.ts';
import type { ReportEntry } from './report.ts';

export interface ObsCollection {
  readonly name: string;
  /** The canvas that the file was made on. */
  readonly canvas: Size;
  /** All but scenes and groups; the global audio devices at the end. */
  readonly sources: readonly ObsSource[];
  /** As OBS lists them, the topmost first. */
  readonly scenes: readonly ObsScene[];
  readonly groups: readonly ObsGroup[];
  /** Of the scene on air. Undefined when there is no scene at all. */
  readonly currentSceneKey: string | undefined;
  readonly transitions: readonly ObsTransition[];
  /** The one for every change of scene. */
  readonly currentTransition: ObsTransition;
  /** Buttons of studio mode. */
  readonly quickTransitions: readonly ObsTransition[];
  /** What was left out or changed while the file was read. */
  readonly notes: readonly ReportEntry[];
  readonly original: OriginalCollection;
}

/**
 * The whole file, for writing back what Upcast has no use for. A secret: addresses of browser sources carry tokens, and plug-ins keep
 * their passwords where they like. It reaches no log, no report, no file in the clear.
 */
export interface OriginalCollection {
  readonly isSecret: true;
  readonly root: JsonObject;
}

/** Where something stands in the original. */
export interface Place {
  /** `sources`, `groups`, `transitions`, `AuxAudioDevice1` … */
  readonly member: string;
  /** Of its list; undefined where the member itself is meant. */
  readonly index: number | undefined;
}

interface Named {
  /** Unique in the collection: lower-case letters, digits and hyphens. */
  readonly key: string;
  /** Unique among sources, scenes and groups. */
  readonly name: string;
  /** As in the file, with its version: `text_gdiplus_v3`. */
  readonly kind: string;
}

interface Placed extends Named {
  readonly place: Place;
  /** In the order in which they are applied. */
  readonly filters: readonly ObsFilter[];
}

export interface ObsSource extends Placed {
  readonly input: ObsInput;
  /** What comes with a captured picture. */
  readonly ownSound?: ObsOwnSound | undefined;
  /** Of the source whose own sound this is: they show and sound together. */
  readonly pictureKey?: string;
  readonly audio: ObsAudio;
  /** For the desktop audio and the microphones that sound in every scene. */
  readonly isGlobalAudio: boolean;
}

export interface ObsScene extends Placed {
  /** From back to front. */
  readonly items: readonly ObsItem[];
  /** Undefined on the main canvas. */
  readonly canvasName: string | undefined;
  /** In place of the transition for every change of scene. */
  readonly transitionOverride: TransitionOverride | undefined;
}

export interface ObsGroup extends Placed {
  readonly items: readonly ObsItem[];
  /** Pixels of the file's canvas. */
  readonly size: Size;
}

interface TransitionOverride {
  /** Undefined for the file's own transition. */
  readonly transitionKey: string | undefined;
  readonly durationMs: number;
}

export interface ObsItem {
  readonly key: string;
  /** Of a source, a scene or a group. */
  readonly sourceKey: string;
  readonly isVisible: boolean;
  readonly isLocked: boolean;
  readonly transform: Transform;
  /** `disable`, `point`, `bilinear`, `bicubic`, `lanczos`, `area`. */
  readonly scaleFilter: string;
  /** `normal`, `additive`, `subtract`, `screen`, `multiply`, `lighten`, `darken`. */
  readonly blendMode: string;
  /** How the item comes and goes; undefined for at once. */
  readonly showTransition: ObsTransition | undefined;
  readonly hideTransition: ObsTransition | undefined;
}

export interface ObsAudio {
  /** Linear, 1 leaves the level unchanged. */
  readonly gain: number;
  readonly isMuted: boolean;
  /** 0 is left, 1 is right. */
  readonly balance: number;
  /** Positive values delay. */
  readonly syncOffsetMs: number;
  /** 1 to 6. */
  readonly tracks: readonly number[];
  readonly monitoring: 'off' | 'only' | 'both';
  /** Both sides are mixed to one. */
  readonly isMono: boolean;
  readonly pushKey: ObsPushKey | undefined;
}

/** Held to talk, or to be silent. */
export interface ObsPushKey {
  readonly mode: 'talk' | 'mute';
  /** Undefined where the file has none, or one without a name here. */
  readonly accelerator: string | undefined;
  readonly releaseMs: number;
}

export interface ObsFilter extends Named {
  readonly family: FilterFamily | 'unknown';
  readonly isEnabled: boolean;
  /** Every setting of the kind, with its default where the file has none; empty for an unknown kind. */
  readonly settings: JsonObject;
}

export interface ObsTransition extends Named {
  readonly family: TransitionFamily | 'unknown';
  readonly durationMs: number;
  /** As of a filter. */
  readonly settings: JsonObject;
}

export type ObsInput =
  | { readonly type: 'colour'; readonly colour: string; readonly width: number; readonly height: number }
  | { readonly type: 'image'; readonly path: string }
  | { readonly type: 'text'; readonly text: ObsText }
  | { readonly type: 'camera'; readonly device: ObsDevice }
  | { readonly type: 'screen'; readonly device: ObsDevice; readonly hasSound: boolean }
  | { readonly type: 'window'; readonly title: string; readonly program: string }
  | { readonly type: 'microphone' | 'systemSound' | 'applicationSound'; readonly device: ObsDevice }
  | { readonly type: 'media'; readonly media: ObsMedia }
  | { readonly type: 'page'; readonly page: ObsPage }
  /** `media`: a network stream. */
  | { readonly type: 'later'; readonly family: LaterInputFamily | 'media'; readonly details: LaterDetails }
  | { readonly type: 'unknown' };

/** A browser page; its address and its CSS are in `original` (page-secrets.ts). */
export interface ObsPage extends Size {
  /** With its port where the address names one. */
  readonly host: string;
  readonly fps: number;
  readonly isClosedWhenHidden: boolean;
}

/** What may be shown of a source that Upcast cannot play yet. */
export interface LaterDetails {
  /** A local file. */
  readonly path?: string;
  /** Host of an address; the address itself is a secret. */
  readonly host?: string;
  readonly width?: number;
  readonly height?: number;
  readonly files?: number;
}

export interface ObsMedia {
  /** Empty where an address stands. */
  readonly paths: readonly string[];
  readonly isLooping: boolean;
  readonly isShuffled: boolean;
  readonly whenHidden: 'restart' | 'pause' | 'playOn';
  /** Nothing shows after the end, in place of the last picture. */
  readonly isClearedAtEnd: boolean;
  readonly speedPercent: number;
  /** What else the source has set: `colorRange`, `linearAlpha`, `options`, `subtitles`. */
  readonly otherParts: readonly string[];
}

/** `lost`: it can't be told which device of ours has it. */
export type ObsOwnSound =
  | { readonly type: 'microphone' | 'applicationSound'; readonly device: ObsDevice }
  | { readonly type: 'lost' };

/** Ids are those of another system or program: they tell a device only to a person. */
export interface ObsDevice {
  readonly id: string;
  /** Empty where the file has the id alone. */
  readonly label: string;
}

/** Colours are `#rrggbbaa`, sizes pixels. */
export interface ObsText {
  readonly text: string;
  /** Read instead of the text. */
  readonly file: { readonly path: string; readonly isLog: boolean; readonly lines: number } | undefined;
  readonly font: ObsFont;
  readonly colour: string;
  /** At the other end of the gradient; the same colour where there is none. */
  readonly secondColour: string;
  /** Degrees: 0 from left to right, 90 from top to bottom. */
  readonly gradientAngle: number;
  readonly background: string;
  readonly outline: { readonly colour: string; readonly width: number } | undefined;
  readonly shadow: { readonly colour: string; readonly offset: number } | undefined;
  /** Height 0: as high as the text. */
  readonly box: { readonly width: number; readonly height: number; readonly isWrapped: boolean } | undefined;
  readonly align: 'left' | 'centre' | 'right';
  readonly verticalAlign: 'top' | 'centre' | 'bottom';
  readonly letterCase: 'asIs' | 'upper' | 'lower' | 'start';
  readonly isVertical: boolean;
}

export interface ObsFont {
  readonly family: string;
  readonly style: string;
  readonly size: number;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isUnderlined: boolean;
  readonly isStruckOut: boolean;
}
