/** Arrow keys along a line, in the direction in which the window is read. */
import { chosenLanguage } from '../../../shared/text/languages/chosen-language.ts';

const mirrored: ReadonlyMap<string, string> = new Map([
  ['ArrowLeft', 'ArrowRight'],
  ['ArrowRight', 'ArrowLeft'],
]);

/** `ArrowRight` leads on, as the right arrow does in English and the left one in Arabic; other keys are themselves. */
export function alongLine(key: string): string {
  return chosenLanguage.direction === 'rtl' ? (mirrored.get(key) ?? key) : key;
}
