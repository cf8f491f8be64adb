import { expect, it } from 'vitest';
import type { ReportEntry } from '../../../shared/obs-collection/report.ts';
import { texts } from '../../../shared/text/text.ts';

const left: Pick<ReportEntry, 'kind' | 'taken'> = { kind: '', taken: 'not' };
const partly: Pick<ReportEntry, 'kind' | 'taken'> = { kind: '', taken: 'partly' };
const entries: readonly (readonly [ReportEntry, string])[] = [
  [
    { ...left, subject: 'source', name: 'Cam', reason: 'kindUnknown', details: {} },
    'Source “Cam”: left out, because Upcast doesn’t recognize its type.',
  ],
  [
    { ...left, subject: 'item', name: 'Cam', reason: 'missing', details: { scene: 'Intro' } },
    'Source “Cam” in “Intro”: left out, because what it refers to isn’t in the file.',
  ],
  [
    { ...left, subject: 'item', name: 'Cam', reason: 'scaleFilter', details: { filter: 'lanczos' } },
    'Source “Cam” in a scene: scaled with the bicubic filter instead of “lanczos”.',
  ],
  [
    { ...left, subject: 'item', name: '', reason: 'tooMany', details: { maximum: 50, scene: 'A', count: 2 } },
    '2 sources in “A”: left out, because the limit of 50 was already reached.',
  ],
  [
    { ...left, subject: 'item', name: '', reason: 'tooMany', details: { maximum: 5000 } },
    'Source in a scene: left out, because the limit of 5,000 was already reached.',
  ],
  [
    {
      ...{ ...partly, subject: 'transition', name: 'Swipe', reason: 'transitionNearest' },
      details: { as: 'fadeToColour' },
    },
    'Transition “Swipe”: replaced by the closest match: Fade to color.',
  ],
  [
    { ...partly, subject: 'transition', name: 'Intro', reason: 'transitionSettings', details: {} },
    'Transition “Intro”: imported with the closest settings.',
  ],
];

it.each(entries)('an entry of an import names what it is about: %j', (entry, sentence) => {
  expect(texts.obsImport.entry(entry)).toBe(sentence);
});
