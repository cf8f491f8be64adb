/** Steps from one settings version to the next, oldest first. `migrations[n]` takes a file of version `n + 1` to `n + 2`. */
import { z } from 'zod';
import { AppError } from '../../shared/errors/app-error.ts';
import { SETTINGS_VERSION } from '../../shared/settings/settings.ts';
import { buildDocument } from '../../shared/studio/document.ts';
import { audioChoiceSchema, sourceChoiceSchema } from '../../shared/studio/inputs.ts';
import { encodingProfileSchema } from '../../shared/encoding/profile.ts';

export type Migration = (older: Record<string, unknown>) => Record<string, unknown>;

const choicesOfVersion1 = z.object({
  source: sourceChoiceSchema,
  audio: audioChoiceSchema,
  isMuted: z.boolean(),
  gain: z.number().min(0).max(4),
  encoding: encodingProfileSchema,
});

export const migrations: readonly Migration[] = [toStudioDocument];

/** Version 1 kept one source, one audio choice, one level and one encoding: version 2 has the studio document. */
function toStudioDocument(older: Record<string, unknown>): Record<string, unknown> {
  const parsed = choicesOfVersion1.safeParse(older);
  if (!parsed.success) throw new AppError('settings/corrupt', {}, parsed.error);
  const {
    source: _source,
    audio: _audio,
    isMuted: _muted,
    gain: _gain,
    encoding: _encoding,
    ...rest
  } = older;
  return { ...rest, studio: buildDocument(parsed.data) };
}

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
    throw new AppError('settings/corrupt');
  }
  if (version > targetVersion) {
    throw new AppError('settings/newer-version', { version, knownVersion: targetVersion });
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
