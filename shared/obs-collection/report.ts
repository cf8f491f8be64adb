/** What became of each thing in a collection, as codes and values: whoever shows the report has the sentences. */

export type ReportSubject =
  'collection' | 'scene' | 'group' | 'source' | 'item' | 'filter' | 'transition' | 'setting';

export type ReportReason =
  /** `{ to }`: another has the name. */
  | 'renamed'
  /** An item's source, or a transition, isn't in the file. */
  | 'missing'
  /** `{ width, height }`: the file has absolute coordinates and doesn't say of which canvas. */
  | 'canvasGuessed'
  /** `{ version }`: of the file, which a newer OBS wrote. */
  | 'newerVersion'
  /** The scene on air isn't in the file. */
  | 'currentSceneMissing'
  /** A scene that contains itself: the item is left out. */
  | 'cycle'
  /** Too many scenes within each other. */
  | 'tooDeep'
  /** `{ maximum }`: more than Upcast reads. `{ count, scene }` besides for the items of a scene. */
  | 'tooMany'
  /** `{ canvas }`: the scene belongs to another canvas. */
  | 'otherCanvas'
  /** A kind that Upcast doesn't know: of a plug-in, or of a newer OBS. */
  | 'kindUnknown'
  /** A kind that Upcast knows and can't play yet. `{ host }` for a page or a network stream. */
  | 'kindLater'
  /** `{ device }`: another program has other ids, so the device is to be chosen again. */
  | 'chooseDevice'
  | 'chooseScreen'
  | 'chooseWindow'
  | 'chooseApplication'
  /** A capture card's sound: which device of ours has it can't be told. */
  | 'ownSound'
  /** `{ parts }`: names of what a text has and Upcast doesn't draw. */
  | 'textParts'
  /** `{ parts }`: names of what a filter has and Upcast's doesn't. */
  | 'filterParts'
  /** `{ parts }`: names of what a media source has and Upcast doesn't play. */
  | 'mediaParts'
  /** `{ filter }`: bicubic stands in. */
  | 'scaleFilter'
  /** Of an item that is shown or hidden. */
  | 'ownTransitions'
  /** The file is named by an address, by a path that isn't absolute, or not at all. */
  | 'noFile'
  /** A file of another computer: opening it would tell that computer who this is. */
  | 'networkFile'
  /** `{ parts }`: names of what a source's sound has and a channel doesn't. */
  | 'audioParts'
  /** Push to talk by a key that isn't known: muted until a person chooses one. */
  | 'pushKey'
  /** No scene shows the source of sound: muted, as it was silent. */
  | 'hiddenSound'
  /** A filter of the sound of a source that has none here. */
  | 'filterSilent'
  /** `{ as }`: the nearest of Upcast's own. */
  | 'transitionNearest'
  /** `{ as }`: the same kind, with the nearest settings. */
  | 'transitionSettings'
  /** Cut or fade: the file has only a name, in a language that isn't known. */
  | 'transitionGuessed'
  /** Something of OBS's window or of a plug-in: projectors, scripts, hotkeys. */
  | 'notOurs';

export interface ReportEntry {
  readonly subject: ReportSubject;
  /** Of the thing, cleaned of addresses. */
  readonly name: string;
  /** Empty where there is none. */
  readonly kind: string;
  readonly taken: 'whole' | 'partly' | 'not';
  /** Absent where the whole was taken. */
  readonly reason?: ReportReason;
  readonly details: Readonly<Record<string, string | number>>;
}

/** A report of a hostile file stays short enough to be read. */
export const MAX_NOTES = 1000;
