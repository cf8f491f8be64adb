/**
 * Steps from one settings version to the next, oldest first. `migrations[n]` takes a file of version `n + 1`
 * to version `n + 2`; there is none yet because version 1 is the first.
 */
import { AppError } from '../../shared/errors/app-error.ts';
import { SETTINGS_VERSION } from '../../shared/settings/settings.ts';

export type Migration = (older: Record<string, unknown>) => Record<string, unknown>;

export const migrations: readonly Migration[] = [];

/**
 * Brings a parsed file to `targetVersion`.
 * @throws AppError `settings/newer-version` for a file of a newer Upcast, `settings/corrupt` for one without a version.
 */
export function migrate(
  parsed: unknown,
  steps: readonly Migration[] = migrations,
  targetVersion: number = SETTINGS_VERSION,
): Record<string, unknown> {
  const version = isRecord(parsed) ? parsed['version'] : undefined;
  if (!isRecord(parsed) || typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    throw new AppError('settings/corrupt', { message: 'the settings file has no version' });
  }
  if (version > targetVersion) {
    throw new AppError('settings/newer-version', {
      message: `the settings were written by a newer Upcast (version ${version}, this one knows ${targetVersion})`,
    });
  }
  let current = parsed;
  for (let at = version; at < targetVersion; at += 1) {
    const step = steps[at - 1];
    if (step === undefined)
      throw new AppError('internal/bug', { message: `no migration from settings version ${at}` });
    current = { ...step(current), version: at + 1 };
  }
  return current;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
