import { describe, expect, it } from 'vitest';
import { decideRoute } from '../../../electron/remote/routes.ts';

describe('the routes of the remote control', () => {
  it.each([
    ['GET', '/v1/state', { type: 'state' }],
    ['GET', '/v1/events', { type: 'events' }],
    ['POST', '/v1/broadcast/start', { type: 'command', command: { type: 'startStream' } }],
    ['POST', '/v1/broadcast/end', { type: 'command', command: { type: 'endStream' } }],
    [
      'POST',
      '/v1/destinations/twitch-1/start',
      { type: 'command', command: { type: 'setDestinationEnabled', id: 'twitch-1', isEnabled: true } },
    ],
    [
      'POST',
      '/v1/destinations/a/stop',
      { type: 'command', command: { type: 'setDestinationEnabled', id: 'a', isEnabled: false } },
    ],
    ['POST', '/v1/destinations/a/retry', { type: 'command', command: { type: 'retryDestination', id: 'a' } }],
    [
      'POST',
      '/v1/channels/main/mute',
      { type: 'command', command: { type: 'setChannel', channelId: 'main', isMuted: true } },
    ],
    [
      'POST',
      '/v1/channels/a/unmute',
      { type: 'command', command: { type: 'setChannel', channelId: 'a', isMuted: false } },
    ],
    ['POST', '/v1/recording/start', { type: 'command', command: { type: 'startRecording' } }],
    ['POST', '/v1/recording/stop', { type: 'command', command: { type: 'stopRecording' } }],
  ])('%s %s', (method, path, route) => {
    expect(decideRoute(method, path)).toEqual(route);
  });

  it.each([
    '/',
    '/v1/state/',
    '/v1/state?token=x',
    '//v1/state',
    '/v2/state',
    'http://127.0.0.1/v1/state',
    '/v1/destinations//start',
    '/v1/destinations/../start',
    '/v1/destinations/UPPER/start',
    `/v1/destinations/${'a'.repeat(65)}/start`,
    '/v1/destinations/a/delete',
    '/v1/channels//mute',
    '/v1/channels/a/gain',
    '/v1/destinations/a%2fb/start',
    '*',
    '',
  ])('nothing is at %s', (path) => {
    expect(decideRoute('GET', path)).toMatchObject({
      type: 'refused',
      refusal: { status: 404, code: 'remote/not-found' },
    });
  });

  it.each([
    ['POST', '/v1/state', 'GET'],
    ['GET', '/v1/broadcast/start', 'POST'],
    ['PUT', '/v1/recording/stop', 'POST'],
    ['OPTIONS', '/v1/events', 'GET'],
    ['HEAD', '/v1/state', 'GET'],
  ])('%s %s is refused with what is taken', (method, path, allow) => {
    expect(decideRoute(method, path)).toMatchObject({
      type: 'refused',
      refusal: { status: 405, code: 'input/bad-message', headers: { allow } },
    });
  });
});
