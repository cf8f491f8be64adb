/**
 * Keys that mute and unmute channels while any application is in front. The system tells of such a key when it is pressed and never when
 * it is let go: so a key can switch, and can't be held to talk. A key that can't be had works in the window alone.
 */
import { Emitter } from '../../../shared/emitter.ts';
import { isSameData } from '../../../shared/is-same-data.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { isGlobalKey, toggleKeysOf } from '../../../shared/studio/mixer/global-keys.ts';

export interface MuteKeysParts {
  readonly document: () => Pick<StudioDocument, 'channels'>;
  readonly now: () => number;
  /** False, or throws, where the key can't be had: another application has it, or the system gives none. */
  register(accelerator: string, onPressed: () => void): boolean;
  unregister(accelerator: string): void;
  toggle(channelId: string, isMuted: boolean): void;
}

/** A key that stays down is pressed anew and anew: first after 660 ms on X11, then every 40 ms. */
const REPEAT_MS = 700;

export class MuteKeys {
  /** The keys that work in the window alone, whenever they are others. */
  readonly onChange = new Emitter<readonly string[]>();
  readonly #parts: MuteKeysParts;
  readonly #registered = new Map<string, { pressedMs: number }>();
  #refused: readonly string[] = [];

  constructor(parts: MuteKeysParts) {
    this.#parts = parts;
  }

  get refused(): readonly string[] {
    return this.#refused;
  }

  /** The document may have changed. */
  follow(): void {
    const wanted = [...toggleKeysOf(this.#parts.document().channels).keys()];
    for (const key of this.#registered.keys()) if (!wanted.includes(key)) this.#unregister(key);
    const refused = wanted.filter((key) => !this.#registered.has(key) && !this.#register(key));
    if (isSameData(refused, this.#refused)) return;
    this.#refused = refused;
    this.onChange.emit(refused);
  }

  #register(accelerator: string): boolean {
    if (!isGlobalKey(accelerator)) return false;
    try {
      if (!this.#parts.register(accelerator, () => this.#press(accelerator))) return false;
    } catch {
      // A key that this system has no name for.
      return false;
    }
    this.#registered.set(accelerator, { pressedMs: -Infinity });
    return true;
  }

  #unregister(accelerator: string): void {
    this.#registered.delete(accelerator);
    this.#parts.unregister(accelerator);
  }

  #press(accelerator: string): void {
    const key = this.#registered.get(accelerator);
    if (key === undefined) return;
    const nowMs = this.#parts.now();
    const isRepeated = nowMs - key.pressedMs < REPEAT_MS;
    key.pressedMs = nowMs;
    if (isRepeated) return;
    const { channels } = this.#parts.document();
    const ids = toggleKeysOf(channels).get(accelerator) ?? [];
    for (const { id, isMuted } of channels) if (ids.includes(id)) this.#parts.toggle(id, !isMuted);
  }
}
