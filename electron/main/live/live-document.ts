/**
 * The studio document of a `live`: built from the options, or read from the file that they name and changed as they say. Read at
 * once, before the app is started: a mistake in the file ends `live` there.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename, dirname, isAbsolute, resolve } from 'node:path';
import { randomUUID } from 'node:crypto';
import { AppError, toAppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import { encodingProfileSchema } from '../../../shared/encoding/profile-schema.ts';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import { importedPages } from '../../../shared/obs-collection/page-secrets.ts';
import type { ImportedPage } from '../../../shared/obs-collection/page-secrets.ts';
import type { ReportEntry } from '../../../shared/obs-collection/report.ts';
import { readCollection } from '../../../shared/obs-collection/read-collection.ts';
import { toDocument } from '../../../shared/obs-collection/to-document.ts';
import { buildDocument, encodingOf, listedScenes } from '../../../shared/studio/document.ts';
import { studioDocumentSchema } from '../../../shared/studio/document-schema.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { mapPaths } from '../../../shared/studio/files/document-paths.ts';
import { withSceneOnAir } from '../../../shared/studio/reduce/canvases.ts';
import { reduceDocument } from '../../../shared/studio/reduce/reduce.ts';
import { errorSentence } from '../../../shared/text/error-sentence.ts';
import { texts } from '../../../shared/text/text.ts';
import { checkedVersion, COLLECTION_FORMAT, nameIn } from '../../settings/collections/collection-file.ts';
import { withAsked } from './encoding-options.ts';
import type { LiveContent, LiveOptions } from './options.ts';
import { withAskedSound } from './sound-options.ts';
import { faultOf } from './schema-fault.ts';

const MAX_COLLECTION_BYTES = 16 * 1024 * 1024;

export interface LiveDocument {
  readonly document: StudioDocument;
  /** What became of each thing in a collection of OBS. */
  readonly importReport: readonly ReportEntry[];
  /** Of that collection, with their addresses. */
  readonly importedPages: readonly ImportedPage[];
}

const nothingImported = { importReport: [], importedPages: [] } as const;

type FileContent = Extract<LiveContent, { readonly path: string }>;

/** @throws AppError `input/bad-file`; `input/bad-option` for a scene or a source that isn't there. */
export function openLiveDocument(options: LiveOptions): LiveDocument {
  const opened = openContent(options);
  return { ...opened, document: withAskedSound(opened.document, options.sound) };
}

function openContent({ content, encoding: asked }: LiveOptions): LiveDocument {
  switch (content.type) {
    case 'source':
    case 'file': {
      const isFile = content.type === 'file';
      // The engine plays the file, with its sound.
      const source = isFile ? ({ type: 'none' } as const) : content.source;
      const audio = isFile && content.audio.type === 'source' ? ({ type: 'none' } as const) : content.audio;
      const encoding = withAsked(defaultEncodingProfile, asked);
      return {
        document: buildDocument({ source, audio, encoding, isMuted: false, gain: 1 }),
        ...nothingImported,
      };
    }
    case 'collection': {
      const document = readDocument(content.path);
      return {
        document: asAsked(document, content, withAsked(encodingOf(document), asked)),
        ...nothingImported,
      };
    }
    case 'obs': {
      const { document, importReport, importedPages: pages } = importObs(content.path, asked);
      return {
        ...{ document: asAsked(document, content, encodingOf(document)), importReport },
        importedPages: pages,
      };
    }
  }
}

/** The document as the options want it: its encoding, its sound, the scene on air. */
function asAsked(
  document: StudioDocument,
  { audio, sceneName }: FileContent,
  profile: EncodingProfile,
): StudioDocument {
  let next = reduceDocument(document, { type: 'setEncoding', profile }, randomUUID).document;
  if (audio !== undefined)
    next = reduceDocument(next, { type: 'setAudioSource', audio }, randomUUID).document;
  if (sceneName === undefined) return next;
  const scenes = listedScenes(next);
  const sceneId = scenes.find(({ name }) => name === sceneName)?.id;
  if (sceneId === undefined) {
    const names = scenes.map(({ name }) => name);
    throw new AppError('input/bad-option', { message: texts.options.sceneUnknown(sceneName, names) });
  }
  const canvases = next.canvases.map((canvas, index) =>
    index === 0 ? withSceneOnAir(canvas, sceneId, undefined) : canvas,
  );
  return { ...next, canvases };
}

function readDocument(path: string): StudioDocument {
  const option = '--collection';
  const text = readText(option, path);
  const parsed = documentIn(parseJson(option, path, text), () => nameIn(text) ?? basename(path));
  const data = withWholePaths(parsed, dirname(resolve(path)));
  const result = studioDocumentSchema.safeParse(data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const fault = issue === undefined ? '' : faultOf(issue, data);
  throw new AppError('input/bad-file', { message: texts.options.notACollection(option, path, fault) });
}

/** Of a collection's file, or the data itself. @throws AppError `settings/newer-version`, with the collection's name */
function documentIn(data: unknown, readName: () => string): unknown {
  if (!isRecord(data) || data['format'] !== COLLECTION_FORMAT) return data;
  try {
    return checkedVersion(data)['document'];
  } catch (cause) {
    throw withReason('settings/newer-version', 'collectionNewer', { name: readName() }, cause);
  }
}

function parseJson(option: string, path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('input/bad-file', { message: texts.options.notJson(option, path) }, error);
  }
}

/** Files are named relative to the collection. Whatever else the data is goes on as it is. */
function withWholePaths(data: unknown, folder: string): unknown {
  return mapPaths(data, (path) => (path === '' || isAbsolute(path) ? path : resolve(folder, path)));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function importObs(path: string, asked: LiveOptions['encoding']): LiveDocument {
  const text = readText('--import-obs', path);
  try {
    const collection = readCollection(text);
    // The size of its canvas, where a stream can have that.
    const own = encodingProfileSchema.safeParse({ ...defaultEncodingProfile, ...collection.canvas });
    const encoding = withAsked(own.success ? own.data : defaultEncodingProfile, asked);
    const { document, report } = toDocument(collection, encoding);
    return { document, importReport: report, importedPages: importedPages(collection, document) };
  } catch (cause) {
    const error = toAppError(cause);
    if (error.code !== 'input/bad-file') throw error;
    const message = texts.options.fileFault('--import-obs', path, errorSentence(error.toRecord()));
    throw new AppError('input/bad-file', { message }, cause);
  }
}

function readText(option: string, path: string): string {
  let data: Buffer | undefined;
  try {
    data = readBounded(path);
  } catch (error) {
    throw new AppError('input/bad-file', { message: texts.options.unreadable(option, path) }, error);
  }
  if (data === undefined)
    throw new AppError('input/bad-file', { message: texts.options.tooLarge(option, path) });
  return new TextDecoder().decode(data);
}

/** Undefined for a file that is too large. @throws what the system says, also for a folder or a device. */
function readBounded(path: string): Buffer | undefined {
  const file = openSync(path, 'r');
  try {
    const found = fstatSync(file);
    if (!found.isFile()) throw new Error('not a file');
    if (found.size > MAX_COLLECTION_BYTES) return undefined;
    const data = Buffer.alloc(MAX_COLLECTION_BYTES + 1);
    let length = 0;
    for (;;) {
      const count = readSync(file, data, length, data.length - length, length);
      length += count;
      if (length > MAX_COLLECTION_BYTES) return undefined;
      if (count === 0) return data.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}
