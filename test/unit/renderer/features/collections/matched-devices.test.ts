import { expect, test } from 'vitest';
import { matchedDevices } from '../../../../../renderer/features/collections/import/matched-devices.ts';

const computer = {
  cameras: [
    { deviceId: 'c1', label: 'Desk camera' },
    { deviceId: 'c2', label: 'Twin' },
    { deviceId: 'c3', label: 'Twin' },
  ],
  microphones: [{ deviceId: 'm1', label: 'Desk camera' }],
};

test('a device of the same kind and name is chosen already; where two have the name, none is', () => {
  const device = (sourceId: string, kind: 'camera' | 'microphone' | 'screen', name: string) => {
    return { sourceId, kind, name: sourceId, device: name };
  };
  const chosen = matchedDevices(
    [
      device('face', 'camera', 'Desk camera'),
      device('voice', 'microphone', 'Desk camera'),
      device('side', 'camera', 'Twin'),
      device('game', 'screen', 'Desk camera'),
      device('lost', 'microphone', '/dev/video3'),
    ],
    computer,
  );
  expect([...chosen.values()]).toEqual([
    { sourceId: 'face', input: { type: 'camera', deviceId: 'c1', label: 'Desk camera' } },
    { sourceId: 'voice', input: { type: 'microphone', deviceId: 'm1', label: 'Desk camera' } },
  ]);
});
