/** Values in nginx's configuration language: what a user or a service named can neither end a word nor begin another. */
import { AppError } from '../errors/app-error.ts';
import { texts } from '../text/text.ts';
import { cutWhole } from '../whole-characters.ts';

const CONTROL = /[\u0000-\u001f\u007f]/;
/** nginx reads its files through 4096 bytes; one word must fit with room. */
const MAX_WORD_BYTES = 3_900;

/**
 * One word in double quotes: `\` and `"` are escaped, everything else stands for itself there. Variables (`$`) are not
 * expanded by the directives this is used for, but for those whose value goes through `withoutVariables` first.
 * @throws AppError `input/bad-option` for control characters and for words longer than nginx reads.
 */
export function quoteNginx(value: string): string {
  if (CONTROL.test(value)) {
    throw new AppError('input/bad-option', { message: texts.addresses.nginxControl });
  }
  const quoted = `"${value.replace(/[\\"]/g, '\\$&')}"`;
  if (new TextEncoder().encode(quoted).length > MAX_WORD_BYTES) {
    throw new AppError('input/bad-option', { message: texts.addresses.nginxLong });
  }
  return quoted;
}

/**
 * For a directive that expands variables: nginx has no way to write a `$` there.
 * @throws AppError `input/bad-option` when there is one.
 */
export function withoutVariables(value: string): string {
  if (value.includes('$')) {
    throw new AppError('input/bad-option', { message: texts.addresses.nginxDollar });
  }
  return value;
}

/** A comment to the end of its line: control characters become spaces. */
export function toComment(text: string): string {
  return `# ${cutWhole(text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]/g, ' '), 200)}`;
}
