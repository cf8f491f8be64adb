/** A chosen window or screen is found again by what it is, and a stranger's is never taken for it. */
import { expect, test } from 'vitest';
import { findSource, stableTitle } from '../../../../electron/main/screens/find-source.ts';
import type { ListedSource, WantedSource } from '../../../../electron/main/screens/find-source.ts';

const slides: ListedSource = { id: 'window:1:0', kind: 'window', title: 'Slides', program: 'present' };
const wanted: WantedSource = { sourceId: slides.id, title: 'Slides', program: 'present', isIdFresh: false };
const left: ListedSource = { id: 'screen:1:0', kind: 'screen', title: 'Left', program: undefined };

test.each([
  ['D1: under another id', wanted, { ...slides, id: 'window:9:0' }],
  ['D1: with news counted in front', wanted, { ...slides, id: 'window:9:0', title: '(3) Slides' }],
  ['D1: with a change that isn’t saved', wanted, { ...slides, id: 'window:9:0', title: '● Slides' }],
  [
    'with a changed title while its id is known',
    { ...wanted, isIdFresh: true },
    { ...slides, title: 'Page 2' },
  ],
  [
    'by id and title where the system tells no program',
    { ...wanted, program: undefined },
    { ...slides, program: undefined },
  ],
  ['a screen under another id by its name', { ...wanted, sourceId: 'screen:7:0', title: 'Left' }, left],
] as const)('is found: %s', (_what, want, source) => {
  expect(findSource(want, [{ ...slides, id: 'window:5:0', title: 'Chat', program: 'chat' }, source])).toBe(
    source,
  );
});

test.each([
  ['D2: the id of another program', wanted, [{ ...slides, program: 'chat' }], 'capture/window-closed'],
  ['D2: the id of another title', wanted, [{ ...slides, title: 'Mail' }], 'capture/window-closed'],
  [
    'D2: a known id of another program',
    { ...wanted, isIdFresh: true },
    [{ ...slides, program: 'chat', title: 'x' }],
    'capture/window-closed',
  ],
  [
    'D2: a title alone',
    { ...wanted, program: undefined },
    [{ ...slides, id: 'window:9:0', program: undefined }],
    'capture/window-closed',
  ],
  [
    'D2: an id alone',
    { ...wanted, title: undefined, program: undefined },
    [slides],
    'capture/window-unclear',
  ],
  [
    'D2: one of two',
    { ...wanted, sourceId: 'window:0:0' },
    [slides, { ...slides, id: 'window:2:0' }],
    'capture/window-unclear',
  ],
  [
    'D2: another monitor with the id',
    { ...wanted, sourceId: left.id, title: 'Right' },
    [left],
    'capture/no-screen',
  ],
] as const)('is not shown: %s', (_what, want, listed, code) => {
  expect(() => findSource(want, listed)).toThrowError(expect.objectContaining({ code }) as Error);
});

test('a title keeps all that says what it is', () => {
  expect(stableTitle('*notes.txt – Editor')).toBe('notes.txt – Editor');
  expect(stableTitle('[12] Inbox')).toBe('Inbox');
  expect(stableTitle('(draft) Report')).toBe('(draft) Report');
  expect(stableTitle('2024 Report')).toBe('2024 Report');
});
