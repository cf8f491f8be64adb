/**
 * What a script that has taken over the window sends on each channel to lead a saved key to another server, or to see one. A record
 * by channel and by command, so that a new one doesn't compile until its attacks are written.
 */
import { newMedia } from '../../../../shared/studio/files/media-input.ts';
import type { Destination } from '../../../../shared/destinations/destination.ts';
import type { InvokeChannel } from '../../../../shared/ipc/contract.ts';
import type { Command } from '../../../../shared/studio/commands.ts';

export interface HijackTarget {
  /** As the window has it from `settings:get`. */
  readonly saved: Destination;
  /** The server that may get no key. */
  readonly thief: { readonly host: string; readonly port: number; readonly url: string };
  /** Proxies that read what goes through them. */
  readonly proxyUrls: readonly string[];
  readonly authorityPem: string;
}

type Attacks<Name extends string> = Readonly<Record<Name, readonly unknown[]>>;

/** By channel, the inputs to send in turn. */
export function attacksOn(target: HijackTarget): Attacks<InvokeChannel> {
  const { saved, thief, proxyUrls } = target;
  const { id } = saved;
  const moved = movesOf(target);
  const ownProxies = proxyUrls.map((url) => ({ mode: 'own', url }));
  const harmless = [undefined, { id }];
  return {
    'app:facts': harmless,
    'settings:get': harmless,
    'settings:update': [
      { destinations: moved },
      ...ownProxies.map((proxy) => ({ proxy, hasProxyPassword: true })),
      { recordingFolder: '/tmp' },
      { uplink: {}, studio: {} },
      { remote: { isOn: true, port: thief.port }, destinations: moved },
      { recordingPattern: '../../../{date}' },
    ],
    'destination:save': moved.flatMap((destination) => [
      { destination },
      { destination, key: undefined, password: undefined, serverSecret: undefined },
      { destination, serverSecret: '?x=1', proxyPassword: 'x' },
    ]),
    'destination:duplicate': [{ id }, { id, url: thief.url }],
    'destination:trustHost': [saved.id, 'mover'].flatMap((each) =>
      [thief.host, 'localhost', `${thief.host}:${thief.port}`].map((host) => ({ id: each, host })),
    ),
    'proxy:save': ownProxies.map((proxy) => ({ proxy, password: 'x' })),
    'destination:delete': [{ id }],
    'destination:restore': [
      { id, url: thief.url },
      { id, destination: moved[0] },
      { id: 'remote:token' },
      { id },
    ],
    'destination:reorder': [{ ids: [id] }, { ids: [id, id, 'remote:token'] }],
    'destination:startTest': [
      { id, mayPublish: true, url: thief.url },
      { id, mayPublish: true },
    ],
    'destination:cancelTest': harmless,
    'relay:write': [
      { destinationIds: [id], host: thief.host, port: thief.port },
      { destinationIds: [id], host: thief.host, port: thief.port, url: thief.url },
    ],
    'relay:use': [{ url: thief.url }, undefined],
    'relay:status': harmless,
    'presets:openFile': [undefined],
    'presets:unlock': [{ passphrase: '' }, { passphrase: 'correct horse battery' }],
    'presets:add': [{ chosen: [0] }, { chosen: [0], destinations: moved }],
    'presets:discard': harmless,
    'presets:undo': [{ ids: [id] }],
    'presets:export': [{ ids: [id] }, { ids: [id], passphrase: 'known to the script' }],
    'studio:run': Object.values(commandAttacks(target))
      .flat()
      .map((command, index) => ({ requestId: `hijack-${index}`, command })),
    'sourceFiles:chooseImage': [
      { sourceId: 'video', path: '/etc/passwd' },
      { sceneId: 'nobody', name: 'File', path: '/etc/passwd' },
    ],
    'sourceFiles:chooseText': [{ sourceId: 'video' }, { sourceId: 'video', path: '/etc/passwd' }],
    'sourceFiles:chooseSlides': [{ sourceId: 'video', paths: ['/etc/passwd'] }],
    'sourceFiles:chooseForFilter': [{ filterId: 'nobody' }, { filterId: 'nobody', path: '/etc/passwd' }],
    'sourceFiles:chooseMedia': [
      { sourceId: 'video', isAddition: true },
      { sourceId: 'video', isAddition: true, paths: ['/etc/passwd'] },
    ],
    'sourceFiles:chooseStinger': [
      { sourceId: 'video' },
      { name: 'File', gestureId: 'a', path: '/etc/passwd' },
    ],
    'sourceFiles:read': [
      { filterId: 'nobody' },
      { filterId: '/etc/passwd' },
      { sourceId: '/etc/passwd', index: 0 },
      { sourceId: '../../etc/passwd', index: 0 },
      { sourceId: 'video', index: 0, path: '/etc/passwd' },
      { sourceId: 'video', index: -1 },
      { sourceId: 'video', index: 0 },
    ],
    'collections:list': harmless,
    'collections:export': [{ collectionId: '../settings' }, { collectionId: 'nobody', path: '/tmp/x' }],
    'collections:findObs': harmless,
    'collections:openImport': [{ index: 99_999 }, { path: '/etc/passwd' }],
    'collections:locate': [undefined, { folder: '/' }],
    'collections:import': [
      { devices: [] },
      { devices: [], folder: '/' },
      { devices: [{ sourceId: 'video', input: { type: 'image', path: '/etc/passwd' } }] },
    ],
    'collections:cancelTransfer': harmless,
    'collections:discardImport': harmless,
    'pages:save': [
      {
        ...{
          target: { sceneId: 'main', name: 'Page' },
          address: `http://${thief.host}:${thief.port}/`,
          css: '',
        },
        settings: { width: 64, height: 64, fps: 1, whenHidden: 'pause' },
      },
    ],
    'pages:read': [{ sourceId: 'video' }],
    'pages:connect': [{ sourceId: 'video' }, { sourceId: thief.url }],
    'pages:reload': [{ sourceId: 'video' }],
    'pages:interact': [{ sourceId: 'video' }, { sourceId: thief.url }],
    'capture:report': [{ video: 'running', audio: 'running', isAway: false }],
    'encoders:list': harmless,
    'encoders:probeFirst': harmless,
    'encoders:probe': harmless,
    'recording:show': harmless,
    'recording:chooseFolder': [{ folder: '/tmp' }],
    'screens:list': harmless,
    'displays:list': harmless,
    'sound:speakers': harmless,
    'sound:choose': [{ kind: 'system' }, { kind: 'page', sourceId: 'video' }],
    'screens:choose': [{ sourceId: thief.url, wasLost: false }],
    'permission:request': [{ kind: 'screen' }, { kind: 'clipboard' }],
    'permission:openSettings': [{ kind: 'screen' }, { kind: 'camera', url: thief.url }],
    'permission:restart': [{ args: ['--no-sandbox'] }],
    'media:requestPort': harmless,
    'window:isShown': harmless,
    'keys:refused': harmless,
    'media:restartAudio': harmless,
    'media:warning': [{ code: 'settings/no-key', text: thief.url }],
    'engine:snapshot': harmless,
    'engine:history': harmless,
    'pastStreams:list': harmless,
    'pastStreams:open': [{ id: '../secrets' }],
    'pastStreams:delete': [{ id: '../secrets' }],
    'pastStreams:restore': [{ id: '../secrets' }],
    'remote:status': harmless,
    'remote:showToken': harmless,
    'remote:copyToken': harmless,
    'remote:newToken': harmless,
    'rehearsal:lastReport': harmless,
    'diagnostics:save': harmless,
    'update:get': harmless,
    'update:check': [{ url: thief.url }],
    'update:install': [{ version: '99.0.0' }],
    'selfTest:plan': harmless,
    'selfTest:report': [[{ name: 'rehearsal', status: 'passed', value: thief.url }]],
    'export:save': [{ suggestedName: '../../secrets.bin', kind: 'csv', content: '' }],
  };
}

/** Ways to say in a destination that its key goes elsewhere too. */
function movesOf({ saved, thief, proxyUrls, authorityPem }: HijackTarget): readonly object[] {
  const { url } = saved;
  return [
    { ...saved, url: thief.url },
    { ...saved, url: `${url}/../..`, backupUrl: thief.url, backupMode: 'both' },
    { ...saved, backupUrl: thief.url, backupMode: 'failover' },
    { ...saved, url: url.replace('://', `://${thief.host}:${thief.port}@`) },
    { ...saved, tls: { ...saved.tls, extraAuthorityPem: authorityPem }, url: thief.url },
    { ...saved, tls: { ...saved.tls, pinnedSha256: '0'.repeat(64) }, url: thief.url },
    ...proxyUrls.map((proxyUrl) => ({ ...saved, proxy: { mode: 'own', url: proxyUrl } })),
    { ...saved, trustedHosts: [thief.host, 'localhost'] },
    { ...saved, localAddress: thief.host, username: 'x' },
    { ...saved, id: 'another', url: thief.url, hasKey: true },
    { ...saved, key: 'x', serverSecret: '?x', url: thief.url },
  ];
}

/** By command, the last of them ends the stream. */
export function commandAttacks({ saved, thief }: HijackTarget): Attacks<Command['type']> {
  const { id } = saved;
  const ids = [id, `${id}-backup`, 'mover', 'another'];
  const onEach = (type: Command['type']) => ids.map((each) => ({ type, id: each }));
  return {
    setVideoSource: [
      { type: 'setVideoSource', source: { type: 'file', path: '/etc/passwd' } },
      { type: 'setVideoSource', source: { type: 'pattern' } },
    ],
    setAudioSource: [{ type: 'setAudioSource', audio: { type: 'none' } }],
    setAudioLevel: [{ type: 'setAudioLevel', isMuted: true }],
    setEncoding: [{ type: 'setEncoding', profile: { url: thief.url } }],
    ...sceneAttacks(),
    ...filterAttacks(),
    ...mixerAttacks(),
    ...collectionAttacks(),
    controlMedia: [{ type: 'controlMedia', sourceId: 'video', action: 'seek', atMs: 1 }],
    undo: [{ type: 'undo' }],
    redo: [{ type: 'redo' }],
    setDestinationEnabled: ids.flatMap((each) => [
      { type: 'setDestinationEnabled', id: each, isEnabled: true, url: thief.url },
      { type: 'setDestinationEnabled', id: each, isEnabled: true },
    ]),
    startStream: [
      { type: 'startStream', isRehearsal: false, destinations: [{ ...saved, url: thief.url }] },
      { type: 'startStream', isRehearsal: false, shouldRetryFirst: true },
    ],
    retryDestination: onEach('retryDestination'),
    useBackup: onEach('useBackup'),
    giveUpDestination: onEach('giveUpDestination').slice(1),
    startRecording: [{ type: 'startRecording', path: '/etc/x' }, { type: 'startRecording' }],
    stopRecording: [{ type: 'stopRecording' }],
    endStream: [{ type: 'endStream', url: thief.url }],
    endStreamNow: [{ type: 'endStreamNow', url: thief.url }, { type: 'endStreamNow' }],
  };
}

/** Files by the side of the collections, names that hide what they are. */
function collectionAttacks() {
  const ids = ['../settings', '/etc/passwd', 'main.json', 'nobody'];
  const onEach = (type: Command['type']) => ids.map((collectionId) => ({ type, collectionId }));
  return {
    newCollection: [{ type: 'newCollection', name: '\u202e' }],
    duplicateCollection: onEach('duplicateCollection'),
    renameCollection: ids.map((collectionId) => ({ type: 'renameCollection', collectionId, name: 'x' })),
    removeCollection: [...onEach('removeCollection'), { type: 'removeCollection', collectionId: 'main' }],
    restoreCollection: onEach('restoreCollection'),
    switchCollection: onEach('switchCollection'),
  };
}

/** Files that nobody chose, ids that don't exist, pictures without an end. */
function sceneAttacks() {
  const [sceneId, sourceId, itemId] = ['main', 'video', 'item-video'];
  const image = { type: 'image', path: '/etc/passwd' };
  const slides = {
    ...{ type: 'slideshow', paths: ['/etc/passwd'], width: 64, height: 64 },
    ...{ slideMs: 1000, fadeMs: 0, order: 'loop' },
  };
  const itself = { type: 'scene', sceneId };
  return {
    addScene: [{ type: 'addScene', name: 'Another' }],
    duplicateScene: [{ type: 'duplicateScene', sceneId }],
    renameScene: [{ type: 'renameScene', sceneId, name: '\u202e' }],
    moveScene: [{ type: 'moveScene', sceneId, index: -1 }],
    removeScene: [{ type: 'removeScene', sceneId: 'nobody' }],
    switchScene: [{ type: 'switchScene', canvasId: 'main', sceneId: '../main' }],
    setTransition: [{ type: 'setTransition', canvasId: 'main', transition: { kind: 'cut', path: '/etc/x' } }],
    setSceneTransition: [{ type: 'setSceneTransition', sceneId: 'nobody' }],
    setStudioMode: [{ type: 'setStudioMode', canvasId: 'nobody', isOn: true }],
    setPreviewScene: [{ type: 'setPreviewScene', canvasId: 'main', sceneId: '../main' }],
    transition: [{ type: 'transition', canvasId: 'main', transition: { kind: 'cut', path: '/etc/x' } }],
    setTransitionPosition: [{ type: 'setTransitionPosition', canvasId: 'main', position: 2 }],
    setQuickTransitions: [{ type: 'setQuickTransitions', canvasId: 'nobody', quickTransitions: [] }],
    setItemTransition: [{ type: 'setItemTransition', sceneId, itemId: 'nobody', when: 'show' }],
    addSource: [
      { type: 'addSource', sceneId, name: 'File', input: image },
      { type: 'addSource', sceneId, name: 'Files', input: slides },
      { type: 'addSource', sceneId, name: 'Scene', input: itself },
    ],
    addStingerSource: [
      { type: 'addStingerSource', name: 'File', input: { ...newMedia, paths: ['/etc/passwd'] } },
    ],
    addItem: [{ type: 'addItem', sceneId, sourceId: 'nobody' }],
    duplicateItem: [{ type: 'duplicateItem', sceneId, itemId: 'nobody' }],
    removeItem: [{ type: 'removeItem', sceneId, itemId: 'nobody' }],
    moveItem: [{ type: 'moveItem', sceneId, itemId, index: 1.5 }],
    setItem: [{ type: 'setItem', sceneId, itemId, opacity: 2 }],
    setTransform: [{ type: 'setTransform', sceneId, transforms: [] }],
    setSourceInput: [
      { type: 'setSourceInput', sourceId, input: image },
      { type: 'setSourceInput', sourceId, input: itself },
    ],
    renameSource: [{ type: 'renameSource', sourceId, name: '' }],
    groupItems: [{ type: 'groupItems', sceneId, itemIds: [], name: 'Group' }],
    ungroupItem: [{ type: 'ungroupItem', sceneId, itemId: 'nobody' }],
  };
}

function mixerAttacks() {
  const channelId = 'main';
  const pushTo = { mode: 'talk', accelerator: 'A B', releaseMs: -1 };
  return {
    setChannel: [
      { type: 'setChannel', channelId, gain: 1e9 },
      { type: 'setChannel', channelId, sourceId: 'video' },
      { type: 'setChannel', channelId, pushTo },
      { type: 'setChannel', channelId, sceneIds: ['nobody'] },
    ],
    addAudioSource: [
      { type: 'addAudioSource', input: { type: 'file', path: '/etc/passwd' } },
      { type: 'addAudioSource', input: { type: 'application', name: 'x'.repeat(1e4) } },
    ],
    setAudioInput: [{ type: 'setAudioInput', sourceId: 'video', input: { type: 'tone' } }],
    addChannel: [{ type: 'addChannel', sourceId: 'nobody' }],
    removeChannel: [{ type: 'removeChannel', channelId: 'nobody' }],
    moveChannel: [{ type: 'moveChannel', channelId, index: -1 }],
    setMixer: [
      { type: 'setMixer', ceilingDb: 40 },
      { type: 'setMixer', trackNames: ['\u202e'] },
    ],
  };
}

function filterAttacks() {
  const owner = { sourceId: 'video' };
  const filterId = 'nobody';
  const lut = { kind: 'lut', path: '/etc/passwd', amount: 1 };
  return {
    addFilter: [
      { type: 'addFilter', owner, name: 'LUT', settings: lut },
      { type: 'addFilter', owner: { sourceId: 'video', sceneId: 'main' }, name: 'LUT', settings: lut },
      { type: 'addFilter', owner, name: 'Delay', settings: { kind: 'delay', delayMs: 1e9 } },
    ],
    setFilter: [{ type: 'setFilter', owner, filterId, settings: lut }],
    setFilterEnabled: [{ type: 'setFilterEnabled', owner, filterId, isEnabled: true }],
    renameFilter: [{ type: 'renameFilter', owner, filterId, name: '\u202e' }],
    moveFilter: [{ type: 'moveFilter', owner, filterId, index: -1 }],
    removeFilter: [{ type: 'removeFilter', owner, filterId }],
  };
}
