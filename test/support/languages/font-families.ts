/** The families of this computer's fonts, by fontconfig: none where the system has another. */
import { execFileSync } from 'node:child_process';

/** @param language with letters of this language alone, as fontconfig calls it: `zh-cn` */
export function fontFamilies(language?: string): readonly string[] {
  if (process.platform !== 'linux') return [];
  const pattern = language === undefined ? ':' : `:lang=${language}`;
  return execFileSync('fc-list', [pattern, 'family'], { encoding: 'utf8' }).split(/[\n,]/).filter(Boolean);
}
