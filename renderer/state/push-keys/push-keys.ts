/** Which channels' keys are held: push to talk, push to mute; and which are pressed to mute. Knows keys and times, and nothing of the window or of sound. */
import type { Channel } from '../../../shared/studio/document-schema.ts';
import type { PushTo } from '../../../shared/studio/mixer/channel-settings.ts';

type KeyedChannel = Pick<Channel, 'id' | 'pushTo'>;

export interface PushKeysOptions {
  readonly channels: () => readonly KeyedChannel[];
  /** Calls back after so many milliseconds; what it returns ends that. */
  readonly after: (ms: number, work: () => void) => () => void;
  readonly onChange: (held: ReadonlySet<string>) => void;
  /** A key that main couldn't have for all applications: it works here. */
  readonly isTogglerHere: (accelerator: string) => boolean;
  readonly toggle: (channelId: string) => void;
}

interface Hold {
  readonly pushTo: PushTo;
  /** The key on the keyboard, whatever modifiers were let go first. */
  readonly code: string;
  endRelease: (() => void) | undefined;
}

export class PushKeys {
  readonly #options: PushKeysOptions;
  readonly #holds = new Map<string, Hold>();

  constructor(options: PushKeysOptions) {
    this.#options = options;
  }

  get held(): ReadonlySet<string> {
    return new Set(this.#holds.keys());
  }

  /** @returns whether the key belongs to a channel. */
  press(accelerator: string, code: string): boolean {
    const pressed = this.#options.channels().filter(({ pushTo }) => pushTo?.accelerator === accelerator);
    for (const { id, pushTo } of pressed) {
      if (pushTo?.mode === 'toggle') {
        if (this.#options.isTogglerHere(accelerator)) this.#options.toggle(id);
        continue;
      }
      this.#holds.get(id)?.endRelease?.();
      if (pushTo !== undefined) this.#holds.set(id, { pushTo, code, endRelease: undefined });
    }
    if (pressed.length > 0) this.#options.onChange(this.held);
    return pressed.length > 0;
  }

  release(code: string): void {
    for (const [id, hold] of this.#holds) if (hold.code === code) this.#endSoon(id, hold);
  }

  /** The window lost the keyboard: nobody says when a key is let go. */
  releaseAll(): void {
    for (const [id, hold] of this.#holds) this.#endSoon(id, hold);
  }

  #endSoon(id: string, hold: Hold): void {
    if (hold.endRelease !== undefined) return;
    const end = () => {
      if (this.#holds.get(id) !== hold) return;
      this.#holds.delete(id);
      this.#options.onChange(this.held);
    };
    hold.endRelease = this.#options.after(hold.pushTo.releaseMs, end);
  }
}

/** Whether a channel is silent, by its button or by its key. @param held channels; undefined where nobody listens to keys. */
export function isSilent(
  { id, isMuted, pushTo }: Pick<Channel, 'id' | 'isMuted' | 'pushTo'>,
  held: ReadonlySet<string> | undefined,
): boolean {
  if (isMuted || pushTo === undefined || pushTo.mode === 'toggle' || held === undefined) return isMuted;
  return pushTo.mode === 'talk' ? !held.has(id) : held.has(id);
}
