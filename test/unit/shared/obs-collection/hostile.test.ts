/** Files that mean harm: whatever the text, a collection comes out whose document the studio takes, or an error with a sentence. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultEncodingProfile } from '../../../../shared/encoding/profile.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { readCollection } from '../../../../shared/obs-collection/read-collection.ts';
import { toDocument } from '../../../../shared/obs-collection/to-document.ts';
import { studioDocumentSchema } from '../../../../shared/studio/document-schema.ts';
import { errorSentence } from '../../../../shared/text/error-sentence.ts';
import type { JsonObject, JsonValue } from '../../../../shared/obs-collection/json/parse-json.ts';
import { collection, item, scene, source } from './builders.ts';
import { TEN_COLLECTIONS } from './ten-collections.ts';

/** What the reader makes of a text: a document that is checked, or the reason of its refusal. */
function outcomeOf(text: string): string {
  try {
    const read = readCollection(text);
    const { document } = toDocument(read, defaultEncodingProfile);
    expect(studioDocumentSchema.safeParse(document).error?.issues).toBeUndefined();
    return 'taken';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.code).toBe('input/bad-file');
    expect(errorSentence(error.toRecord())).not.toBe('');
    return String(error.details['reason']);
  }
}

test('any text is refused with a sentence, or is a collection', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void outcomeOf(text)));
  fc.assert(fc.property(fc.json(), (text) => void outcomeOf(text)));
});

test.each([
  '',
  'Scenes',
  '[',
  '[]',
  '1',
  'null',
  '"sources"',
  '{}',
  '{"sources": {}}',
  '{"sources": null, "scenes": []}',
  '{"settings": {"key": "x"}}',
])('%s is no collection', (text) => {
  expect(outcomeOf(text)).toBe('collectionForeign');
});

describe.each(TEN_COLLECTIONS)('a collection %s', (_name, build) => {
  const text = build();

  test('cut anywhere is refused as damaged', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: text.length - 1 }), (length) => {
        expect(outcomeOf(text.slice(0, length))).toBe('collectionDamaged');
      }),
    );
  });

  test('with any value in any place is taken, or refused with a sentence', () => {
    const places = placesIn(JSON.parse(text) as JsonValue);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(places.length - 1), anyValue), { minLength: 1, maxLength: 8 }),
        (changes) => {
          const root = JSON.parse(text) as JsonValue;
          for (const [place, value] of changes) change(root, places[place] ?? [], structuredClone(value));
          outcomeOf(JSON.stringify(root));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('with any members gone is taken, or refused with a sentence', () => {
    const places = placesIn(JSON.parse(text) as JsonValue);
    fc.assert(
      fc.property(fc.array(fc.nat(places.length - 1), { minLength: 1, maxLength: 30 }), (gone) => {
        const root = JSON.parse(text) as JsonValue;
        for (const place of gone) change(root, places[place] ?? [], undefined);
        outcomeOf(JSON.stringify(root));
      }),
      { numRuns: 150 },
    );
  });
});

const anyValue: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.constantFrom<JsonValue>(
    null,
    true,
    0,
    -1,
    2 ** 53,
    1e308,
    -1e308,
    '',
    'scene',
    'group',
    'constructor',
    'uuid-Card',
    [],
    {},
  ),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<JsonValue>,
);

type Path = readonly (string | number)[];

function placesIn(value: JsonValue, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return path.length === 0 ? [] : [path];
  const members = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  const inner = members.flatMap(([name, member]: [string | number, JsonValue]) =>
    placesIn(member, [...path, name]),
  );
  return path.length === 0 ? inner : [path, ...inner];
}

function change(root: JsonValue, path: Path, value: JsonValue | undefined): void {
  let parent: unknown = root;
  for (const name of path.slice(0, -1))
    parent = (parent as Record<string | number, unknown> | undefined)?.[name];
  const last = path.at(-1);
  if (typeof parent !== 'object' || parent === null || last === undefined) return;
  (parent as Record<string | number, unknown>)[last] = value;
}

describe('at its greatest, a collection', () => {
  const long = 'ä'.repeat(900);
  const many = <T>(count: number, build: (index: number) => T): T[] =>
    Array.from({ length: count }, (_none, index) => build(index));

  test.each([
    [
      'of sources that all have one long name',
      () => ({ sources: many(15_000, () => ({ name: long, id: 'image_source' })) }),
    ],
    [
      'of items that lead nowhere',
      () => ({
        sources: [
          scene(
            'Main',
            many(15_000, () => ({ name: long })),
          ),
        ],
      }),
    ],
    [
      'of items in every scene',
      () => ({
        sources: many(500, (index) =>
          scene(
            `${index}`,
            many(30, (other) => item(`${other}`)),
          ),
        ),
      }),
    ],
    [
      'of scenes in scenes in scenes',
      () => ({
        sources: many(500, (index) => scene(`${index}`, [item(`${index + 1}`), item(`${index + 1}`)])),
      }),
    ],
    [
      'of filters',
      () => ({
        sources: [source('image_source', 'a', {}, { filters: many(100_000, () => ({ id: 'vst_filter' })) })],
      }),
    ],
    [
      'of a list of scenes without end',
      () => ({ sources: [scene('a', [])], scene_order: many(400_000, () => ({})) }),
    ],
    [
      'of transitions and canvases',
      () => ({
        sources: [scene('a', [])],
        transitions: many(100_000, () => ({})),
        canvases: many(100_000, () => ({})),
      }),
    ],
    ['of empty things', () => ({ sources: many(400_000, () => ({})) })],
    [
      'of names with addresses',
      () => ({ sources: many(15_000, (index) => ({ name: `${'a '.repeat(450)}x://${index}` })) }),
    ],
    ['of long texts in every member', () => ({ sources: many(2000, () => longMembers()) })],
  ])('%s is read', (_name, build) => {
    const text = collection(build());
    expect(['taken', 'collectionTooLarge']).toContain(outcomeOf(text));
  });

  function longMembers(): JsonObject {
    const names = ['name', 'id', 'versioned_id', 'uuid', 'canvas_uuid'];
    return Object.fromEntries(names.map((name) => [name, long]));
  }
});

test('a file never changes what objects have', () => {
  const members = { constructor: { prototype: { isSecret: false } }, toString: 1, hasOwnProperty: null };
  const text = collection({
    sources: [{ ...source('image_source', 'a', members), ...(members as unknown as JsonObject) }],
    ...(members as unknown as JsonObject),
  });
  expect(outcomeOf(text)).toBe('taken');
  expect('isSecret' in Object.prototype).toBe(false);
});
