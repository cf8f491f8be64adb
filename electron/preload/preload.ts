/**
 * The bridge: the one thing the window may reach outside itself. Runs sandboxed, so it carries no library; main checks
 * every sender and input again. Forwards the media port to the page without looking into it.
 */
import { contextBridge, ipcRenderer } from 'electron';
import type { IpcRendererEvent } from 'electron';
import { PICTURE_FRAME_ORIGIN, SECRET_FRAME_CHANNEL, SECRET_FRAME_ORIGIN } from '../../shared/origins.ts';
import type { EventChannel, InvokeChannel, UpcastBridge } from '../../shared/ipc/contract.ts';

/** A record, so that a channel missing here or in the contract does not compile. */
const invokeChannels: Record<InvokeChannel, true> = {
  'app:facts': true,
  'settings:get': true,
  'settings:update': true,
  'destination:save': true,
  'destination:duplicate': true,
  'destination:trustHost': true,
  'proxy:save': true,
  'destination:delete': true,
  'destination:restore': true,
  'destination:reorder': true,
  'destination:startTest': true,
  'destination:cancelTest': true,
  'relay:write': true,
  'relay:use': true,
  'relay:status': true,
  'presets:openFile': true,
  'presets:unlock': true,
  'presets:add': true,
  'presets:discard': true,
  'presets:undo': true,
  'presets:export': true,
  'studio:run': true,
  'sourceFiles:chooseImage': true,
  'sourceFiles:chooseText': true,
  'sourceFiles:chooseSlides': true,
  'sourceFiles:chooseForFilter': true,
  'sourceFiles:chooseMedia': true,
  'sourceFiles:chooseStinger': true,
  'sourceFiles:read': true,
  'collections:list': true,
  'collections:export': true,
  'collections:findObs': true,
  'collections:openImport': true,
  'collections:locate': true,
  'collections:import': true,
  'collections:cancelTransfer': true,
  'collections:discardImport': true,
  'pages:save': true,
  'pages:read': true,
  'pages:connect': true,
  'pages:reload': true,
  'pages:interact': true,
  'capture:report': true,
  'encoders:list': true,
  'encoders:probeFirst': true,
  'encoders:probe': true,
  'recording:show': true,
  'recording:chooseFolder': true,
  'screens:list': true,
  'displays:list': true,
  'screens:choose': true,
  'sound:choose': true,
  'sound:speakers': true,
  'permission:request': true,
  'permission:openSettings': true,
  'permission:restart': true,
  'media:requestPort': true,
  'keys:refused': true,
  'media:restartAudio': true,
  'media:warning': true,
  'window:isShown': true,
  'engine:snapshot': true,
  'engine:history': true,
  'pastStreams:list': true,
  'pastStreams:open': true,
  'pastStreams:delete': true,
  'pastStreams:restore': true,
  'remote:status': true,
  'remote:showToken': true,
  'remote:copyToken': true,
  'remote:newToken': true,
  'rehearsal:lastReport': true,
  'diagnostics:save': true,
  'selfTest:plan': true,
  'selfTest:report': true,
  'update:get': true,
  'update:check': true,
  'update:install': true,
  'export:save': true,
};

const eventChannels: Record<EventChannel, true> = {
  'engine:began': true,
  'engine:snapshot': true,
  'engine:sample': true,
  'engine:events': true,
  'engine:summary': true,
  'engine:report': true,
  'pastStreams:changed': true,
  'destination:test': true,
  'remote:changed': true,
  'settings:changed': true,
  'settings:notSaved': true,
  'collections:changed': true,
  'collections:progress': true,
  'encoders:changed': true,
  'sourceFiles:changed': true,
  'pages:state': true,
  'engine:exited': true,
  'app:crashed': true,
  'update:changed': true,
  'update:show': true,
  'media:control': true,
  'keys:refused': true,
  'window:shown': true,
  'menu:chosen': true,
};

const bridge: UpcastBridge = {
  invoke: (channel, input) => {
    if (!Object.hasOwn(invokeChannels, channel)) throw new Error(`unknown channel ${String(channel)}`);
    return ipcRenderer.invoke(channel, input);
  },
  on: (channel, listener) => {
    if (!Object.hasOwn(eventChannels, channel)) throw new Error(`unknown event ${String(channel)}`);
    const forward = (_event: IpcRendererEvent, payload: Parameters<typeof listener>[0]): void =>
      listener(payload);
    ipcRenderer.on(channel, forward);
    return () => ipcRenderer.off(channel, forward);
  },
};

// Main keeps the window out of screen captures for as long as this port is open.
if (window.location.origin === SECRET_FRAME_ORIGIN) {
  const { port1, port2 } = new MessageChannel();
  port1.start();
  // oxlint-disable-next-line unicorn/no-null -- Electron's message that has ports and no content
  ipcRenderer.postMessage(SECRET_FRAME_CHANNEL, null, [port2]);
}

// The picture frame asks nothing of main.
if (window.location.origin !== PICTURE_FRAME_ORIGIN) contextBridge.exposeInMainWorld('upcast', bridge);

ipcRenderer.on('upcast:mediaPort', (event) => {
  window.postMessage({ type: 'upcast:mediaPort' }, window.location.origin, [...event.ports]);
});

ipcRenderer.on('upcast:pagePort', (event, sourceId: string) => {
  window.postMessage({ type: 'upcast:pagePort', sourceId }, window.location.origin, [...event.ports]);
});
