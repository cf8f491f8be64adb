import { expect, it } from 'vitest';
import { knownNames } from '../../../../electron/main/diagnostics/known-names.ts';
import { Scrubber } from '../../../../electron/log/diagnostics/scrubber.ts';
import { destinationSchema } from '../../../../shared/destinations/destination.ts';
import { defaultSettings } from '../../../../shared/settings/settings.ts';
import type { Settings } from '../../../../shared/settings/settings.ts';

const destination = destinationSchema.parse({
  ...{
    id: 'one',
    name: 'Anna’s channel',
    serviceId: 'custom',
    url: 'rtmp://nas-of-anna/live',
    isEnabled: true,
  },
  ...{ hasKey: false, hasPassword: false, tls: { minimumVersion: 'TLSv1.2' }, username: 'anna.k' },
});
const settings: Settings = {
  ...defaultSettings,
  destinations: [destination],
  recordingFolder: '/mnt/films of Anna',
  monitorDevice: { deviceId: 'abc-device-7', label: 'Anna’s headphones' },
  studio: {
    ...defaultSettings.studio,
    sources: [
      {
        ...{ id: 'film', name: 'Holiday', kind: 'video' },
        input: { type: 'media', paths: ['/home/anna/beach.mp4'] } as never,
      },
    ],
  },
};

it('each name, host, file, folder and device of the profile is left out of a line', () => {
  const scrubber = new Scrubber(knownNames(settings, { 'settings folder': '/home/anna/.config/Upcast' }));
  const line =
    'Anna’s channel at nas-of-anna as anna.k: Holiday from /home/anna/beach.mp4 to /mnt/films of Anna, heard on Anna’s headphones ' +
    '(abc-device-7), kept in /home/anna/.config/Upcast/logs';
  const cleaned = scrubber.clean(line);
  expect(cleaned).not.toMatch(/anna|nas|holiday|beach|films|abc-device/i);
  expect(cleaned).toContain('[settings folder]/logs');
});
