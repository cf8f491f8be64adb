/**
 * Which frame may call which channel. The window lives as long as the app and shows what servers say, so it is not trusted with
 * addresses, secrets or paths: they are set in the secret frame, whose process ends with its form, or in main's own dialogs.
 */
import type { InvokeChannel } from '../../../shared/ipc/contract.ts';

export type Caller = 'window' | 'secretFrame';

/** A record, so that a new channel doesn't compile until its callers are decided. */
export const callersOf: Readonly<Record<InvokeChannel, readonly Caller[]>> = {
  'app:facts': ['window', 'secretFrame'],
  'settings:get': ['window', 'secretFrame'],
  'settings:update': ['window'],
  'destination:save': ['secretFrame'],
  'destination:duplicate': ['window'],
  'destination:trustHost': ['window'],
  'proxy:save': ['secretFrame'],
  'destination:delete': ['window'],
  'destination:restore': ['window'],
  'destination:reorder': ['window'],
  'destination:startTest': ['window'],
  'destination:cancelTest': ['window'],
  'relay:write': ['window'],
  'relay:use': ['window'],
  'relay:status': ['window'],
  'presets:openFile': ['secretFrame'],
  'presets:unlock': ['secretFrame'],
  'presets:add': ['secretFrame'],
  'presets:discard': ['secretFrame'],
  'presets:undo': ['window'],
  'presets:export': ['secretFrame'],
  'studio:run': ['window'],
  // The window names a source, and main the file: the one in the document, or the one that the person chose.
  'sourceFiles:chooseImage': ['window'],
  'sourceFiles:chooseText': ['window'],
  'sourceFiles:chooseSlides': ['window'],
  'sourceFiles:chooseForFilter': ['window'],
  'sourceFiles:chooseMedia': ['window'],
  'sourceFiles:read': ['window'],
  // Main's dialogs ask for files and folders; the window names a collection.
  'collections:list': ['window'],
  'collections:export': ['window'],
  'collections:findObs': ['window'],
  'collections:openImport': ['window'],
  'collections:locate': ['window'],
  'collections:import': ['window'],
  'collections:discardImport': ['window'],
  // A page's address may hold a token: the window knows its host alone.
  'pages:save': ['secretFrame'],
  'pages:read': ['secretFrame'],
  'pages:connect': ['window'],
  'pages:reload': ['window'],
  'pages:interact': ['window'],
  'capture:report': ['window'],
  'encoders:list': ['window'],
  'encoders:probe': ['window'],
  'recording:show': ['window'],
  'recording:chooseFolder': ['window'],
  'screens:list': ['window'],
  'displays:list': ['window'],
  'screens:choose': ['window'],
  'sound:choose': ['window'],
  'permission:request': ['window'],
  'media:requestPort': ['window'],
  'media:restartAudio': ['window'],
  'media:warning': ['window'],
  'window:isShown': ['window'],
  'engine:snapshot': ['window'],
  'engine:history': ['window'],
  'pastStreams:list': ['window'],
  'pastStreams:open': ['window'],
  'pastStreams:delete': ['window'],
  'pastStreams:restore': ['window'],
  'remote:status': ['window'],
  'remote:showToken': ['secretFrame'],
  // A page of an older Electron can read the clipboard: the person alone may fill it.
  'remote:copyToken': ['secretFrame'],
  'remote:newToken': ['window'],
  'rehearsal:lastReport': ['window'],
  // Main's dialog asks where to, and main writes what is in it.
  'diagnostics:save': ['window'],
  'selfTest:plan': ['window'],
  'selfTest:report': ['window'],
  'update:get': ['window'],
  'update:check': ['window'],
  // Of what was signed and verified, and never while on air.
  'update:install': ['window'],
  'export:save': ['window'],
};
