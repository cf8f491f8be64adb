/** The output that is usual on a system, as PulseAudio's tools write it. */
import { expect, test } from 'vitest';
import { findUsualSpeakers, readUsualSpeakers } from '../../../../electron/main/sound/usual-speakers.ts';

const sinks = ['speakers', 'headset']
  .map(
    (name) => `Sink #1
	State: RUNNING
	Name: alsa_output.${name}
	Description: My ${name}
	Properties:
		device.description = "My ${name}"
`,
  )
  .join('\n');

test('is named as Chromium names it', () => {
  expect(readUsualSpeakers('Server Name: x\nDefault Sink: alsa_output.headset\n', sinks)).toBe('My headset');
});

test('is unknown where the server names none, or one that isn’t there', () => {
  expect(readUsualSpeakers('', sinks)).toBeUndefined();
  expect(readUsualSpeakers('Default Sink: alsa_output.tv\n', sinks)).toBeUndefined();
});

test('is unknown without the tools, and isn’t asked for on other systems', async () => {
  expect(await findUsualSpeakers({ platform: 'linux', environment: { PATH: '' } })).toBeUndefined();
  expect(await findUsualSpeakers({ platform: 'darwin', environment: {} })).toBeUndefined();
});
