/** What can be asked, and what each request means. Pure: method and path in, a command or a refusal out. */
import type { Command } from '../../shared/studio/commands.ts';
import { refusal } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { texts } from '../../shared/text/text.ts';

export type Route =
  | { readonly type: 'state' }
  | { readonly type: 'events' }
  | { readonly type: 'command'; readonly command: Command }
  | { readonly type: 'refused'; readonly refusal: Refusal };

/** No query is known: one that is there is refused, so that a token never ends up in it. */
export function decideRoute(method: string, path: string): Route {
  const found = findRoute(path);
  if (found === undefined)
    return { type: 'refused', refusal: refusal(404, 'remote/not-found', texts.remote.unknownPath) };
  const allowed = found.type === 'command' ? 'POST' : 'GET';
  if (method === allowed) return found;
  return {
    type: 'refused',
    refusal: refusal(405, 'input/bad-message', texts.remote.wrongMethod(allowed), { allow: allowed }),
  };
}

function findRoute(path: string): Exclude<Route, { readonly type: 'refused' }> | undefined {
  switch (path) {
    case '/v1/state':
      return { type: 'state' };
    case '/v1/events':
      return { type: 'events' };
    case '/v1/broadcast/start':
      return { type: 'command', command: { type: 'startStream' } };
    case '/v1/broadcast/end':
      return { type: 'command', command: { type: 'endStream' } };
    case '/v1/recording/start':
      return { type: 'command', command: { type: 'startRecording' } };
    case '/v1/recording/stop':
      return { type: 'command', command: { type: 'stopRecording' } };
    default:
      return findDestinationRoute(path) ?? findChannelRoute(path);
  }
}

function findDestinationRoute(path: string): Exclude<Route, { readonly type: 'refused' }> | undefined {
  const [, id, action] = /^\/v1\/destinations\/([a-z0-9-]{1,64})\/(start|stop|retry)$/.exec(path) ?? [];
  if (id === undefined) return undefined;
  const command: Command =
    action === 'retry'
      ? { type: 'retryDestination', id }
      : { type: 'setDestinationEnabled', id, isEnabled: action === 'start' };
  return { type: 'command', command };
}

function findChannelRoute(path: string): Exclude<Route, { readonly type: 'refused' }> | undefined {
  const [, channelId, action] = /^\/v1\/channels\/([a-z0-9-]{1,64})\/(mute|unmute)$/.exec(path) ?? [];
  if (channelId === undefined) return undefined;
  return { type: 'command', command: { type: 'setChannel', channelId, isMuted: action === 'mute' } };
}
