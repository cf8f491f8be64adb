/** Steps from one settings version to the next, oldest first. `migrations[n]` takes a file of version `n + 1` to `n + 2`. */
import * as z from 'zod';
import { AppError } from '../../shared/errors/app-error.ts';
import { SETTINGS_VERSION } from '../../shared/settings/settings.ts';
import { buildDocument, newItem } from '../../shared/studio/document.ts';
import { audioChoiceSchema, sourceChoiceSchema } from '../../shared/studio/inputs.ts';
import { uniqueName } from '../../shared/studio/reduce/unique-name.ts';
import { canvasTransform } from '../../shared/studio/transform.ts';
import { defaultTransition } from '../../shared/studio/transition.ts';
import { encodingProfileSchema } from '../../shared/encoding/profile-schema.ts';

export type Migration = (older: Record<string, unknown>) => Record<string, unknown>;

const choicesOfVersion1 = z.object({
  source: sourceChoiceSchema,
  audio: audioChoiceSchema,
  isMuted: z.boolean(),
  gain: z.number().min(0).max(4),
  encoding: encodingProfileSchema,
});

export const migrations: readonly Migration[] = [toStudioDocument, toScenes, toCollections];

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
  const { scenes, canvases, ...studio } = buildDocument(parsed.data);
  return {
    ...rest,
    studio: {
      ...studio,
      scenes: scenes.map((scene) => ({
        ...scene,
        items: scene.items.map(({ id, sourceId }) => ({ id, sourceId })),
      })),
      canvases: canvases.map(({ transition: _transition, ...canvas }) => canvas),
    },
  };
}

const studioOfVersion2 = z.looseObject({
  sources: z.array(z.looseObject({ id: z.string(), name: z.string(), kind: z.string() })),
  scenes: z.array(
    z.looseObject({
      name: z.string(),
      items: z.array(z.looseObject({ id: z.string(), sourceId: z.string() })),
    }),
  ),
  canvases: z.array(z.looseObject({})),
  encodings: z.tuple([z.looseObject({ profile: encodingProfileSchema })], z.unknown()),
});

/**
 * Version 2 showed each item over the whole canvas: version 3 says how, and names scenes and sources once each. An item of an audio
 * source showed nothing, and goes.
 */
function toScenes(older: Record<string, unknown>): Record<string, unknown> {
  const parsed = studioOfVersion2.safeParse(older['studio']);
  if (!parsed.success) throw new AppError('settings/corrupt', {}, parsed.error);
  const { data: studio } = parsed;
  const transform = canvasTransform('inner', studio.encodings[0].profile);
  const audioIds = new Set(studio.sources.flatMap(({ id, kind }) => (kind === 'audio' ? [id] : [])));
  const scenes = studio.scenes.map((scene) => ({
    ...scene,
    items: scene.items
      .filter(({ sourceId }) => !audioIds.has(sourceId))
      .map((item) => ({ ...item, ...newItem(item.id, item.sourceId, transform) })),
  }));
  const canvases = studio.canvases.map((canvas) => ({ ...canvas, transition: defaultTransition }));
  return {
    ...older,
    studio: { ...studio, sources: named(studio.sources), scenes: named(scenes), canvases },
  };
}

/** Version 3 kept the document in the settings; the store takes it out and saves it as a collection. */
function toCollections(older: Record<string, unknown>): Record<string, unknown> {
  if (older['studio'] === undefined) throw new AppError('settings/corrupt');
  return older;
}

function named<T extends { readonly name: string }>(list: readonly T[]): readonly T[] {
  const done: T[] = [];
  for (const each of list) done.push({ ...each, name: uniqueName(each.name, done) });
  return done;
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
