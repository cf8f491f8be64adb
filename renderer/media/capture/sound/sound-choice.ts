/** What a channel takes its sound from. */
import type { AudioChoice } from '../../../../shared/studio/inputs.ts';
import type { SoundInput } from '../../../../shared/studio/mixer/sound-view.ts';

/** A video source brings the sound of its kind, or none. */
export interface SoundOfVideo {
  readonly type: 'source';
  readonly sourceId: string;
  readonly kind: Exclude<SoundInput['type'], AudioChoice['type']> | 'none';
}

export type SoundChoice = Exclude<AudioChoice, { type: 'source' }> | SoundOfVideo;

/** As the document's main choice names it. */
export function toAudioChoice(choice: SoundChoice): AudioChoice {
  return choice.type === 'source' ? { type: 'source' } : choice;
}
