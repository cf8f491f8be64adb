/** What the window lists of the devices that Chromium tells, among them its aliases of the system's usual microphone. */
import { afterEach, expect, test, vi } from 'vitest';
import { listDevices } from '../../../../../renderer/media/capture/devices.ts';

afterEach(() => vi.unstubAllGlobals());

function plug(
  devices: readonly (readonly [kind: string, deviceId: string, label: string, groupId: string])[],
) {
  const listed = devices.map(([kind, deviceId, label, groupId]) => ({ kind, deviceId, label, groupId }));
  vi.stubGlobal('navigator', { mediaDevices: { enumerateDevices: () => Promise.resolve(listed) } });
}

test('the usual microphone is named, also when it is not the first in the list', async () => {
  plug([
    ['audioinput', 'default', 'Default - Headset (Sound Card)', 'g3'],
    ['audioinput', 'communications', 'Communications - Webcam', 'g1'],
    ['audioinput', 'a', 'Webcam', 'g1'],
    ['audioinput', 'b', 'Line in', 'g2'],
    ['audioinput', 'c', 'Headset (Sound Card)', 'g3'],
  ]);
  const { microphones, usualMicrophone } = await listDevices();
  expect(microphones.map(({ deviceId }) => deviceId)).toEqual(['a', 'b', 'c']);
  expect(usualMicrophone).toBe('Headset (Sound Card)');
});

test.each([
  ['there is no alias', [['audioinput', 'a', 'Webcam', 'g1']]],
  [
    'names are not told yet',
    [
      ['audioinput', 'default', '', ''],
      ['audioinput', 'a', '', ''],
    ],
  ],
] as const)('the usual microphone has no name where %s', async (_why, devices) => {
  plug(devices);
  expect((await listDevices()).usualMicrophone).toBeUndefined();
});
