/** A text as a source: fixed, or a clock or countdown that follows the wall clock. Drawn anew only when what it shows has changed. */
import { asDrawn } from '../drawn-picture.ts';
import type { DrawnPicture, StillSource, Pixels } from '../drawn-picture.ts';
import { clockText, countdownText } from './clock-text.ts';
import type { TimedText } from './clock-text.ts';
import type { TextLook } from './text-look.ts';

export type TextContent =
  | { readonly type: 'fixed'; readonly text: string }
  /** `format` as `strftime` has it; its names in the language of `locale`. */
  | { readonly type: 'clock'; readonly format: string; readonly locale: string }
  /** To `targetMs` since the epoch; `over` shows from then on. */
  | { readonly type: 'countdown'; readonly targetMs: number; readonly over: string };

export interface TextSurroundings {
  draw(text: string, look: TextLook): Pixels | undefined;
  /** Milliseconds since the epoch at a moment of the program. */
  wallMsAt(programUs: number): number;
}

/** The wall clock may be set at any time: a text that follows it looks at least this often. */
const LOOK_AGAIN_US = 1_000_000;

export class TextSource implements StillSource {
  readonly #surroundings: TextSurroundings;
  #content: TextContent;
  #look: TextLook;
  /** What `#picture` shows. */
  #drawnText: string | undefined;
  #picture: DrawnPicture | undefined;
  #isEnded = false;

  constructor(content: TextContent, look: TextLook, surroundings: TextSurroundings) {
    this.#content = content;
    this.#look = look;
    this.#surroundings = surroundings;
  }

  /** However often it changes, it's drawn when it is shown. */
  setContent(content: TextContent): void {
    this.#content = content;
  }

  setLook(look: TextLook): void {
    this.#look = look;
    this.#drawnText = undefined;
  }

  pictureAt(programUs: number): DrawnPicture | undefined {
    if (this.#isEnded) return undefined;
    const { text } = this.#textAt(programUs);
    if (text !== this.#drawnText) {
      this.#drawnText = text;
      const drawn = this.#surroundings.draw(text, this.#look);
      this.#picture = drawn === undefined ? undefined : asDrawn(drawn, this.#look.scroll);
    }
    return this.#picture;
  }

  nextChangeUs(programUs: number): number {
    if (this.#isEnded) return Infinity;
    const { text, untilMs } = this.#textAt(programUs);
    if (text !== this.#drawnText) return programUs;
    if (this.#content.type === 'fixed') return Infinity;
    const leftUs = (untilMs - this.#surroundings.wallMsAt(programUs)) * 1000;
    return programUs + Math.min(leftUs, LOOK_AGAIN_US);
  }

  end(): void {
    this.#isEnded = true;
    this.#picture = undefined;
  }

  #textAt(programUs: number): TimedText {
    const content = this.#content;
    switch (content.type) {
      case 'fixed':
        return { text: content.text, untilMs: Infinity };
      case 'clock':
        return clockText(content.format, content.locale, this.#surroundings.wallMsAt(programUs));
      case 'countdown':
        return countdownText(content.targetMs, content.over, this.#surroundings.wallMsAt(programUs));
    }
  }
}
