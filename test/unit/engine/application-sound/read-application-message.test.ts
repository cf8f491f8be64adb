/** What a page may say about the sound of applications. */
import { expect, test } from 'vitest';
import { isApplicationMessage } from '../../../../electron/engine/application-sound/read-application-message.ts';
import { APPLICATION_BLOCKS } from '../../../../shared/media/application-port.ts';

const take = {
  ...{ type: 'takeApplication', channelId: 'game', run: 1, sampleRate: 48_000 },
  application: { name: 'Game', program: 'game' },
};

test.each([
  take,
  { ...take, application: { name: 'Game' } },
  { type: 'endApplication', channelId: 'game' },
  { type: 'applicationSoundTaken', channelId: 'game', run: 1, blocks: APPLICATION_BLOCKS },
  { type: 'watchApplications', isWatching: false },
])('takes $type', (message) => expect(isApplicationMessage(message)).toBe(true));

test.each([
  undefined,
  { ...take, channelId: '' },
  { ...take, channelId: 'x'.repeat(65) },
  { ...take, run: -1 },
  { ...take, application: undefined },
  { ...take, application: { name: '' } },
  { ...take, application: { name: 'x'.repeat(513) } },
  { ...take, application: { name: 'Game', program: 7 } },
  { ...take, sampleRate: '48000 --device=other' },
  { ...take, sampleRate: 48_000.5 },
  { ...take, sampleRate: 0 },
  { type: 'endApplication' },
  { type: 'applicationSoundTaken', channelId: 'game', run: 1, blocks: APPLICATION_BLOCKS + 1 },
  { type: 'watchApplications', isWatching: 1 },
  { type: 'applicationSound' },
])('refuses %j', (message) => expect(isApplicationMessage(message)).toBe(false));
