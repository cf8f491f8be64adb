/** What a status means for a publisher (reference §6.4). Codes are compared as they are written. */

export type StatusJudgement =
  'publishStarted' | 'refused' | 'reconnectRequested' | 'unpublished' | 'closeRequested' | 'informational';

/** Fatal whatever their level and whenever they come. */
const refusals = new Set([
  'NetConnection.Connect.Rejected',
  'NetConnection.Connect.Failed',
  'NetConnection.Connect.InvalidApp',
  'NetStream.Publish.BadName',
  'NetStream.Publish.Denied',
  'NetStream.Publish.Rejected',
  'NetStream.Publish.Unauthorized',
  'NetStream.Publish.BadAuth',
  'NetStream.Publish.Failed',
  'NetStream.Failed',
]);

/** Errors about something other than our publication, or that servers send while they carry on. */
const harmlessPrefixes = [
  'NetConnection.Call.',
  'NetStream.Record.',
  'NetStream.Data.',
  'NetStream.Clear.',
  'NetStream.InvalidArg',
  'NetStream.Play.',
  'NetStream.Pause.',
  'NetStream.Seek.',
  'NetStream.Buffer.',
  'NetStream.Connect.',
  'NetGroup.',
  'SharedObject.',
];

/** `isPublishing`: Publish.Start has come before; errors that we do not know are then not the end. */
export function judgeStatus(code: string, level: string, isPublishing: boolean): StatusJudgement {
  if (code === 'NetStream.Publish.Start') return 'publishStarted';
  if (code === 'NetConnection.Connect.ReconnectRequest') return 'reconnectRequested';
  if (code === 'NetStream.Unpublish.Success') return 'unpublished';
  if (refusals.has(code)) return 'refused';
  if (code === 'NetConnection.Connect.Closed' || code === 'NetConnection.Connect.AppShutdown') {
    return isPublishing ? 'closeRequested' : 'refused';
  }
  if (harmlessPrefixes.some((prefix) => code.startsWith(prefix))) return 'informational';
  return level === 'error' && !isPublishing ? 'refused' : 'informational';
}
