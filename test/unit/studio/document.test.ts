import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import type { DocumentCommand } from '../../../shared/studio/commands.ts';
import {
  audioInputOf,
  buildDocument,
  channelOf,
  defaultDocument,
  encodingOf,
  studioDocumentSchema,
  videoInputOf,
} from '../../../shared/studio/document.ts';
import type { AudioChoice, SourceChoice } from '../../../shared/studio/inputs.ts';
import { beginHistory, edit, redo, reduceDocument, undo } from '../../../shared/studio/reduce.ts';

const sources: readonly SourceChoice[] = [
  { type: 'camera' },
  { type: 'camera', deviceId: 'c1' },
  { type: 'screen', sourceId: 'screen:1:0' },
  { type: 'pattern' },
  { type: 'none' },
];
const audios: readonly AudioChoice[] = [
  { type: 'microphone' },
  { type: 'microphone', deviceId: 'm1' },
  { type: 'tone' },
  { type: 'source' },
  { type: 'none' },
];
const command: fc.Arbitrary<DocumentCommand> = fc.oneof(
  fc.constantFrom(...sources).map((source) => ({ type: 'setVideoSource' as const, source })),
  fc.constantFrom(...audios).map((audio) => ({ type: 'setAudioSource' as const, audio })),
  fc
    .record({
      isMuted: fc.option(fc.boolean(), { nil: undefined }),
      gain: fc.constantFrom(undefined, 0, 0.5, 4),
    })
    .map((level) => ({ type: 'setAudioLevel' as const, ...level })),
  fc.integer({ min: 300, max: 9000 }).map((videoKbps) => ({
    type: 'setEncoding' as const,
    profile: { ...defaultEncodingProfile, videoKbps },
  })),
);

describe('buildDocument', () => {
  it('keeps every choice of today’s window', () => {
    for (const source of sources)
      for (const audio of audios) {
        const document = buildDocument({
          source,
          audio,
          isMuted: true,
          gain: 2,
          encoding: defaultEncodingProfile,
        });
        expect(studioDocumentSchema.safeParse(document).success).toBe(true);
        expect(videoInputOf(document)).toEqual(source);
        const isLost = audio.type === 'source' && source.type === 'none';
        expect(audioInputOf(document)).toEqual(isLost ? { type: 'none' } : audio);
        expect(channelOf(document)).toMatchObject({ isMuted: true, gain: 2 });
        expect(encodingOf(document)).toEqual(defaultEncodingProfile);
      }
  });

  it('is read as the same objects each time, so that a view of it stays still', () => {
    const silent = buildDocument({
      ...{ source: { type: 'none' }, audio: { type: 'none' }, isMuted: false, gain: 1 },
      encoding: defaultEncodingProfile,
    });
    expect(videoInputOf(silent)).toBe(videoInputOf(silent));
    expect(audioInputOf(silent)).toBe(audioInputOf(silent));
    expect(channelOf(silent)).toBe(channelOf(silent));
    expect(encodingOf(silent)).toBe(encodingOf(silent));
  });

  it('refuses ids that refer to nothing or stand twice', () => {
    const [item] = defaultDocument.scenes[0]!.items;
    const lost = { ...defaultDocument, sources: [] };
    const twice = { ...defaultDocument, scenes: [{ id: 'main', name: 'Scene', items: [item, item] }] };
    for (const document of [lost, twice])
      expect(studioDocumentSchema.safeParse(document).success).toBe(false);
  });
});

describe('reduceDocument', () => {
  it('keeps the document valid and does what each command says', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        let document = defaultDocument;
        for (const each of commands) {
          document = reduceDocument(document, each);
          expect(studioDocumentSchema.safeParse(document).success).toBe(true);
          if (each.type === 'setVideoSource') expect(videoInputOf(document)).toEqual(each.source);
          if (each.type === 'setEncoding') expect(encodingOf(document)).toEqual(each.profile);
          if (each.type === 'setAudioLevel' && each.gain !== undefined)
            expect(channelOf(document).gain).toBe(each.gain);
          if (each.type === 'setAudioSource') {
            const isSilent = each.audio.type === 'source' && videoInputOf(document).type === 'none';
            expect(audioInputOf(document)).toEqual(isSilent ? { type: 'none' } : each.audio);
          }
        }
      }),
    );
  });

  it('gives the same document back when nothing changes', () => {
    const document = reduceDocument(defaultDocument, { type: 'setVideoSource', source: { type: 'camera' } });
    expect(document).toBe(defaultDocument);
  });
});

describe('undo and redo', () => {
  it('go back through every edit to the beginning, and forward to the end', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
        const end = commands.reduce(edit, beginHistory(defaultDocument));
        let back = end;
        while (back.past.length > 0) back = undo(back);
        expect(back.present).toEqual(defaultDocument);
        let forth = back;
        while (forth.future.length > 0) forth = redo(forth);
        expect(forth.present).toEqual(end.present);
      }),
    );
  });

  it('do nothing where there is nothing to undo or redo', () => {
    const history = beginHistory(defaultDocument);
    expect(undo(history)).toBe(history);
    expect(redo(history)).toBe(history);
  });
});
