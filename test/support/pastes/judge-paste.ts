/** What must hold of every paste and every list file: no crash, no secret in a field that shows it or in a sentence, no key altered. */
import { parsePresets } from '../../../electron/settings/preset-import.ts';
import { isPartOfAddress, readPaste } from '../../../renderer/features/destinations/form/draft.ts';
import { parsePasted } from '../../../shared/destinations/paste/pasted-address.ts';
import { isButton, readLabel } from '../../../shared/destinations/paste/read-label.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { Brought } from './mutated-paste.ts';

/** @returns what does not hold, or undefined. */
export function judgePaste(brought: Brought): string | undefined {
  if (saysUsername(brought)) return undefined;
  const found = attempt(() => parsePasted(brought.text));
  if (found instanceof AppError) return judgeRefusal(found, brought) ?? judgeForm(brought);
  const { key, password, ...shown } = found;
  return judgeValues(key, password, shown, brought) ?? judgeForm(brought);
}

/** The address field itself: what stays in it is shown. */
function judgeForm({ text, key, password }: Brought): string | undefined {
  const paste = readPaste(text, false);
  if (paste.type === 'plain')
    return isPartOfAddress(text.trim())
      ? undefined
      : judgeShown('the address field', text, { text, key, password });
  if (paste.type === 'refused') return judgeShown('the refusal', paste.reason, { text, key, password });
  const {
    key: found,
    password: foundPassword,
    serverSecret: _server,
    backupSecret: _backup,
    ...shown
  } = paste.changes;
  return judgeValues(found ?? '', foundPassword, shown, { text, key, password });
}

export function judgeFile(brought: Brought & { readonly bytes: Uint8Array }): string | undefined {
  const found = attempt(() => parsePresets(brought.bytes));
  if (found instanceof AppError) return judgeRefusal(found, brought);
  for (const { preset, key = '', password } of found.presets) {
    const problem = judgeValues(key, password, preset, brought);
    if (problem !== undefined) return problem;
  }
  return judgeShown('the problems', found.problems.join('\n'), brought);
}

function judgeValues(
  key: string,
  password: string | undefined,
  shown: object,
  brought: Brought,
): string | undefined {
  if (key !== '' && key !== brought.key) return `another key came out: ${key}`;
  if (password !== undefined && brought.password !== undefined && password !== brought.password)
    return `another password came out: ${password}`;
  return judgeShown('the shown fields', JSON.stringify(shown), brought);
}

/** The text itself has the key where it names the user: lines changed places. */
function saysUsername({ text, key }: Brought): boolean {
  const lines = text
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !isButton(line));
  const above = lines.filter((_line, index) => lines[index + 1]?.includes(key) === true);
  return above.some((line) => readLabel(line)?.kind === 'username');
}

function judgeRefusal(error: AppError, brought: Brought): string | undefined {
  if (!error.code.startsWith('input/')) return `it threw ${error.code}`;
  return judgeShown('the error', JSON.stringify(error.toRecord()), brought);
}

function judgeShown(where: string, text: string, { key, password }: Brought): string | undefined {
  const isIn = (secret: string | undefined): boolean => secret !== undefined && text.includes(secret);
  return isIn(key) || isIn(password) ? `${where} hold a secret` : undefined;
}

function attempt<T>(run: () => T): T | AppError {
  try {
    return run();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
