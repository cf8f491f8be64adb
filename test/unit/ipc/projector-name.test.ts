import { expect, it } from 'vitest';
import { projectorName, readProjectorName } from '../../../shared/ipc/projector-name.ts';

it.each([[undefined], ['2528732444'], ['-7']])('a projector’s name says its display: %s', (displayId) => {
  expect(readProjectorName(projectorName(3, { displayId }))).toEqual({ displayId });
});

it.each([
  '',
  'projector',
  'projector-',
  'projector-1-on-',
  'projector-1-on-x',
  'projector-1234567',
  '_blank',
  'a projector-1',
])('%j names no projector', (name) => {
  expect(readProjectorName(name)).toBeUndefined();
});
