/**
 * The front door of capture: which source and which sound are taken, what state they are in, preview and meter.
 * Owns every track, worker and audio context; the window holds only this object and its store.
 */
import { isSameData } from '../../../shared/is-same-data.ts';
import { createStore } from 'zustand/vanilla';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import type { AudioChoice, SourceChoice } from '../../../shared/studio/inputs.ts';
import type { ClapPicture } from '../canvas/clap-picture.ts';
import type { CaptureDevice, CaptureState, CaptureStore } from './capture-state.ts';
import { listDevices } from './devices.ts';
import { MediaPortLink } from './media-port-link.ts';
import { openSceneView } from './preview/scene-view.ts';
import type { SceneView } from './preview/scene-view.ts';
import type { ViewFormat } from '../canvas/views/view-content.ts';
import { MeterViews } from './meter-views.ts';
import type { MeterLook } from './meter-views.ts';
import { PreviewSurface, showStream } from './preview/preview-surface.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { MonitorOutput } from './sound/monitor-output.ts';
import { isComputerSound } from './sound/sound-choice.ts';
import { SoundSources } from './sound/sound-sources.ts';
import type { SoundView } from './sound/sound-sources.ts';
import { VideoSources } from './video-sources.ts';
import type { StudioView } from './video-sources.ts';
import { warn } from './warn.ts';
import { CaptureWorker } from './worker-client.ts';
import { isSoundEvent } from '../worker/worker-messages.ts';
import type { ChannelAdjustment, MixerSetup, ProgramFormat } from '../worker/worker-messages.ts';
import type { MixerReadings } from '../mixer/core/mixer-types.ts';
import { texts } from '../../../shared/text/text.ts';

export type { ClapPicture } from '../canvas/clap-picture.ts';
export type { CaptureDevice, CaptureState, CaptureStore } from './capture-state.ts';

export interface CaptureController {
  readonly store: CaptureStore;
  /** Opens the view's sources, closes all others, and shows the scene. Never throws for a missing device: the store says why. */
  showStudio(view: StudioView): Promise<void>;
  /** Opens a source, the main one unless said, also anew. Never throws. */
  openSource(choice: SourceChoice, sourceId?: string): Promise<void>;
  /** Opens the channels' sounds and closes all others. Never throws. */
  showSounds(view: SoundView): Promise<void>;
  /** Opens the main channel's sound, also anew. Never throws. */
  setAudio(choice: AudioChoice): Promise<void>;
  /** What the mixer does with the sounds. */
  setMixer(settings: MixerSetup): void;
  /** Size, rate and audio format of the program; restarts what the change touches. */
  setEncoding(profile: EncodingProfile): void;
  /** While away, viewers get the slate and silence; the sources run on, so that coming back takes no time. */
  setAway(isAway: boolean): void;
  /** At once, until the mixer is set the next time: while a fader moves. */
  adjustChannel(channelId: string, change: ChannelAdjustment): void;
  /** Called for each clap in the channel, with small pictures on both sides of its sound, which the callee closes. The returned function ends it. */
  watchClaps(channelId: string, onClap: (pictures: readonly ClapPicture[]) => void): () => void;
  /** Shows the program in `container`, filling it; the returned function takes it out again. One container at a time. */
  attachPreview(container: HTMLElement): () => void;
  /** Shows a captured source by itself, whole, in `container`; the returned function takes it out again. */
  attachSource(container: HTMLElement, sourceId: string): () => void;
  /** A picture of a scene, or of the program without a format, for a window. Made while it is looked at. */
  openSceneView(format: ViewFormat | undefined, page: Document): SceneView;
  /** What the headphones are plugged into; the system's usual output when absent. */
  setMonitorDevice(device: Settings['monitorDevice']): void;
  /** The only channels in the headphones, before their faders; none for those that are monitored. */
  setSolo(channelIds: readonly string[]): void;
  /** The loudness of the whole program is measured from now on. */
  resetLoudness(): void;
  /** Fills `container` with a meter, past React; the returned function takes it out. @param onFigure gets the held peak a few times a second. */
  openMeter(container: HTMLElement, look: MeterLook, onFigure: (heldDb: number) => void): () => void;
  /** About 30 times a second. */
  attachMeters(callback: (readings: MixerReadings) => void): () => void;
  /** Keeps the store's list of applications that play true, until the returned function is called. */
  watchApplications(): () => void;
  listDevices(): Promise<{ cameras: readonly CaptureDevice[]; microphones: readonly CaptureDevice[] }>;
  dispose(): void;
}

function toProgram(profile: EncodingProfile): ProgramFormat {
  return {
    width: profile.width,
    height: profile.height,
    fps: profile.fps,
    sampleRate: profile.audioSampleRate,
    channels: profile.audioChannels,
  };
}

function closeAll(pictures: readonly ClapPicture[]): void {
  for (const { picture } of pictures) picture.close();
}

/**
 * Nothing is captured until a studio is shown.
 * @param begins the worker and the engine start when it settles: until then the page has the processor to itself
 */
export function createCaptureController(
  bridge: UpcastBridge,
  begins: Promise<void> = Promise.resolve(),
): CaptureController {
  const store: CaptureStore = createStore<CaptureState>(() => ({
    videos: {},
    channels: {},
    drawnSizes: {},
    filterErrors: {},
    program: 'off',
    source: { type: 'none' },
    audioChoice: { type: 'none' },
    video: { phase: 'off' },
    audio: { phase: 'off' },
    isAway: false,
    isPreviewShown: false,
    cameras: [],
    microphones: [],
    speakers: [],
    soloIds: [],
  }));
  let program = toProgram(defaultEncodingProfile);
  let onClap: (pictures: readonly ClapPicture[]) => void = closeAll;
  let applicationWatchers = 0;
  const meters = new Set<(readings: MixerReadings) => void>();

  const worker = new CaptureWorker((event) => {
    if (event.type === 'meterFigure') meterViews.onFigure(event.meterId, event.heldDb);
    else if (event.type === 'meters') for (const meter of meters) meter(event.readings);
    else if (event.type === 'clapFound') onClap(event.pictures);
    else if (event.type === 'previewShown') {
      store.setState({ isPreviewShown: event.isShown });
      preview.setShown(event.isShown);
    } else if (event.type === 'soundFaults') sounds.onFaults(event.channelId, event.faults);
    else if (isSoundEvent(event)) sounds.onWorkerEvent(event);
    else if (event.type === 'applicationsListed')
      store.setState({ applications: event.applications, applicationsError: event.error });
    else if (event.type === 'canvasFailed')
      warn(bridge, new AppError('capture/failed', { message: event.message }));
    else videos.onWorkerEvent(event);
  }, begins);
  worker.send({ type: 'program', program });
  // The slate's font is there before its words are needed.
  worker.send({ type: 'away', isAway: false, slateText: texts.away.slate });
  const preview = new PreviewSurface(worker, bridge);
  const sounds = new SoundSources({ store, worker, bridge, program: () => program });
  const videos = new VideoSources({ store, worker, bridge, program: () => program });
  const meterViews = new MeterViews(worker);
  const monitor = new MonitorOutput({
    ...{ worker, bridge },
    onError: (error) => store.setState({ monitorError: error?.toRecord() }),
  });
  const link = new MediaPortLink(bridge, (port) => worker.send({ type: 'enginePort' }, [port]), begins);

  const refreshDevices = async (): Promise<void> => {
    store.setState(await listDevices());
  };
  const onDeviceChange = (): void => {
    // Devices are listed again; one that was missing or lost may be back.
    monitor.devicesChanged();
    void refreshDevices().then(() => Promise.all([videos.retryFailed(), sounds.retryFailed()]));
  };
  navigator.mediaDevices.addEventListener('devicechange', onDeviceChange);
  void begins.then(refreshDevices);

  return {
    store,
    async showStudio(view) {
      // A drag shows another view for each frame: devices are listed when one was opened.
      if (await videos.show(view)) await refreshDevices();
    },
    async openSource(choice, sourceId) {
      await videos.open(choice, sourceId);
      await refreshDevices();
    },
    async showSounds(view) {
      monitor.set({ isComputerHeard: view.sounds.some(({ choice }) => isComputerSound(choice)) });
      if (await sounds.show(view)) await refreshDevices();
    },
    async setAudio(choice) {
      await sounds.set(choice);
      await refreshDevices();
    },
    setMixer(settings) {
      worker.send({ type: 'setMixer', settings });
      monitor.set({ isMonitored: settings.channels.some(({ monitoring }) => monitoring !== 'off') });
    },
    setMonitorDevice: (device) => monitor.set({ device }),
    setEncoding(profile) {
      const previous = program;
      const next = toProgram(profile);
      if (isSameData(previous, next)) return;
      program = next;
      monitor.set({ sampleRate: program.sampleRate });
      worker.send({ type: 'program', program });
      const { width, height, fps, sampleRate, channels } = program;
      if (previous.width !== width || previous.height !== height || previous.fps !== fps)
        void videos.restart();
      if (previous.sampleRate !== sampleRate || previous.channels !== channels) void sounds.restart();
    },
    setAway(isAway) {
      worker.send({ type: 'away', isAway, slateText: texts.away.slate });
      store.setState({ isAway });
    },
    setSolo(soloIds) {
      worker.send({ type: 'soloChannels', channelIds: soloIds });
      store.setState({ soloIds });
      monitor.set({ isSoloed: soloIds.length > 0 });
    },
    resetLoudness: () => worker.send({ type: 'resetLoudness' }),
    adjustChannel: (channelId, change) => worker.send({ type: 'adjustChannel', channelId, change }),
    watchClaps(channelId, callback) {
      onClap = callback;
      worker.send({ type: 'watchClaps', channelId });
      return () => {
        onClap = closeAll;
        worker.send({ type: 'watchClaps' });
      };
    },
    attachPreview: (container) => preview.attach(container),
    attachSource: (container, sourceId) => showStream(container, videos.streamOf(sourceId)),
    openSceneView: (format, page) => openSceneView(worker, format, page),
    openMeter: (container, look, onFigure) => meterViews.open(container, look, onFigure),
    attachMeters(callback) {
      meters.add(callback);
      worker.send({ type: 'watchMeters', isWatching: true });
      return () => {
        meters.delete(callback);
        if (meters.size === 0) worker.send({ type: 'watchMeters', isWatching: false });
      };
    },
    watchApplications() {
      applicationWatchers += 1;
      if (applicationWatchers === 1) worker.send({ type: 'watchApplications', isWatching: true });
      return () => {
        applicationWatchers -= 1;
        if (applicationWatchers === 0) worker.send({ type: 'watchApplications', isWatching: false });
      };
    },
    async listDevices() {
      await refreshDevices();
      const { cameras, microphones } = store.getState();
      return { cameras, microphones };
    },
    dispose() {
      navigator.mediaDevices.removeEventListener('devicechange', onDeviceChange);
      link.dispose();
      preview.dispose();
      videos.dispose();
      sounds.dispose();
      monitor.dispose();
      worker.dispose();
      meters.clear();
    },
  };
}
