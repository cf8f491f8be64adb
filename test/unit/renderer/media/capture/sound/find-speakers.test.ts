/** Which speakers the headphones' mix goes to. */
import { expect, test } from 'vitest';
import { findSpeakers } from '../../../../../../renderer/media/capture/sound/find-speakers.ts';
import type { CapturedOutput } from '../../../../../../renderer/media/capture/sound/find-speakers.ts';
import { AppError } from '../../../../../../shared/errors/app-error.ts';

const usual = { deviceId: 'default', label: 'Default', groupId: 'a' };
const desk = { deviceId: 'id-desk', label: 'Desk speakers', groupId: 'a' };
const headset = { deviceId: 'id-headset', label: 'Headset', groupId: 'b' };
const devices = [usual, desk, headset];

function found(
  wanted: { deviceId: string; label: string } | undefined,
  list = devices,
  captured?: CapturedOutput,
) {
  try {
    return findSpeakers(wanted, list, captured);
  } catch (error) {
    return error instanceof AppError ? error.code : error;
  }
}

test('without a choice the system’s usual output plays', () => {
  expect(found(undefined)).toBe('');
});

test('the chosen one is found by its id, and by its name under another id', () => {
  expect(found(headset)).toBe('id-headset');
  expect(found({ deviceId: 'of another start', label: 'Headset' })).toBe('id-headset');
});

test('no other one plays in place of one that is gone, has another name or stands twice', () => {
  expect(found({ deviceId: 'id-headset', label: 'Other headset' })).toBe('capture/no-speakers');
  expect(found({ deviceId: 'gone', label: 'Headset' }, [...devices, { ...headset, deviceId: 'id-2' }])).toBe(
    'capture/no-speakers',
  );
});

test('what is captured is never played on: not on the usual output, whichever way it is chosen', () => {
  const captured = { label: undefined };
  expect(found(undefined, devices, captured)).toBe('capture/monitor-loop');
  expect(found(usual, devices, captured)).toBe('capture/monitor-loop');
  expect(found(desk, devices, captured)).toBe('capture/monitor-loop');
  expect(found(headset, devices, captured)).toBe('id-headset');
});

test('on Linux, where no group tells the usual output, its name does, and without the name nothing is played', () => {
  const list = [{ ...usual, groupId: 'default' }, desk, headset];
  expect(found(desk, list, { label: 'Desk speakers' })).toBe('capture/monitor-loop');
  expect(found(headset, list, { label: 'Desk speakers' })).toBe('id-headset');
  expect(found(undefined, list, { label: 'Desk speakers' })).toBe('capture/monitor-loop');
  expect(found(headset, list, { label: undefined })).toBe('capture/monitor-loop');
  expect(found(headset, list)).toBe('id-headset');
});
