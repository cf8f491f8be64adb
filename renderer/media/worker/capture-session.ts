/**
 * All that the capture worker holds: the program's canvas with its sources, the sound and the port to the engine. Does what the page
 * commands and reports what comes of it.
 */
import { missingCase } from '../../../shared/assert.ts';
import type { FromCaptureWorker, OpenDrawn, ProgramFormat, ToCaptureWorker } from './worker-messages.ts';
import { nowUs } from './clock.ts';
import { ColourSource } from '../stills/colour-source.ts';
import { TextSource } from '../stills/text/text-source.ts';
import type { TextContent, TextSurroundings } from '../stills/text/text-source.ts';
import { openTextSurroundings } from '../stills/text/worker-text.ts';
import type { TextInput } from '../../../shared/studio/inputs.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import { EnginePort } from './engine-port.ts';
import { FilterFiles } from './filter-files.ts';
import { MediaSources } from '../layers/media/media-sources.ts';
import { FrameLoader } from '../layers/frame-loader.ts';
import { PageSource } from '../layers/page-source.ts';
import { PatternSource } from '../layers/pattern-source.ts';
import type { CanvasScene } from '../canvas/canvas-scene.ts';
import { ClapWatch } from '../canvas/clap-watch.ts';
import { ProgramCanvas } from '../canvas/program-canvas.ts';
import { ProgramPreview } from '../canvas/program-preview.ts';
import { ProgramScene } from '../canvas/program-scene.ts';
import { TrackSource } from '../layers/track-source.ts';
import { ShownMeters } from '../meters/shown-meters.ts';
import { PlaneMemory } from '../compositor/memory.ts';
import type { StillSource } from '../stills/drawn-picture.ts';
import { ProgramSound } from './sound/program-sound.ts';
import { SoundInputs } from './sound/sound-inputs.ts';
import { SlateFont } from './slate-font.ts';
import { StillSources } from './still-sources.ts';

type Command<Type extends ToCaptureWorker['type']> = Extract<ToCaptureWorker, { type: Type }>;

export class CaptureSession {
  readonly #report: (event: FromCaptureWorker) => void;
  readonly #port = new EnginePort({
    onCredit: () => this.#scene.onCredit(),
    onConnected: () => {
      this.#media.engineConnected();
      this.#inputs.applications.engineConnected();
    },
    onMedia: (message) => this.#media.receive(message),
    onApplication: (message) => this.#inputs.applications.receive(message),
    onWantedTracks: (trackIds) => this.#sound.setWantedTracks(trackIds),
  });
  readonly #preview = new ProgramPreview((isShown) => this.#report({ type: 'previewShown', isShown }));
  readonly #scene = new ProgramScene(this.#port, this.#preview);
  /** Made when the first scene is composed or drawn: a single source needs none of them. */
  #madeMemory: PlaneMemory | undefined;
  #madeLoader: FrameLoader | undefined;
  #madeText: TextSurroundings | undefined;
  readonly #canvas: ProgramCanvas;
  readonly #filterFiles: FilterFiles;
  readonly #stills: StillSources;
  readonly #media: MediaSources;
  readonly #sound: ProgramSound;
  readonly #inputs: SoundInputs;
  readonly #meters = new ShownMeters((meterId, heldDb) =>
    this.#report({ type: 'meterFigure', meterId, heldDb }),
  );
  #isPageReading = false;
  #claps: ClapWatch | undefined;
  #program: ProgramFormat | undefined;
  #slateFont: SlateFont | undefined;

  constructor(report: (event: FromCaptureWorker) => void) {
    this.#report = report;
    this.#filterFiles = new FilterFiles(report);
    this.#canvas = new ProgramCanvas(
      this.#scene,
      () => this.#memory,
      (message) => report({ type: 'canvasFailed', message }),
      this.#filterFiles,
    );
    this.#stills = new StillSources(this.#canvas, () => this.#memory, report);
    this.#media = new MediaSources({
      canvas: this.#canvas,
      memory: () => this.#memory,
      send: (message) => this.#port.sendMedia(message),
      report: (sourceId, status) => report({ type: 'mediaStatus', sourceId, status }),
      onSound: (part) => this.#inputs.takeMedia(part),
      onSoundEnd: (sourceId) => this.#inputs.endMedia(sourceId),
    });
    const sound = new ProgramSound({
      sink: this.#port,
      onMeters: (readings) => {
        this.#meters.read(readings);
        if (this.#isPageReading) report({ type: 'meters', readings });
      },
      onFaults: (channelId, faults) => report({ type: 'soundFaults', channelId, faults }),
    });
    this.#sound = sound;
    this.#inputs = new SoundInputs({
      push: (channelId, part) => sound.push(channelId, part),
      end: (channelId) => sound.end(channelId),
      wantMedia: (sampleRates) => this.#media.setSound(sampleRates),
      sendApplication: (message) => this.#port.sendMedia(message),
      report,
    });
  }

  /** @param ports were transferred with the command. */
  run(command: ToCaptureWorker, ports: readonly MessagePort[]): void {
    switch (command.type) {
      case 'enginePort': {
        const [port] = ports;
        if (port !== undefined) this.#port.connect(port);
        return;
      }
      case 'program':
        return this.#setProgram(command.program);
      case 'openTrack':
        return this.#openTrack(command);
      case 'setRegion':
        return this.#canvas.setRegion(command.sourceId, command.region);
      case 'openPattern':
        return this.#openPattern(command);
      case 'openDrawn':
        return this.#stills.show(command.sourceId, this.#draw(command));
      case 'openImage':
        return void this.#stills.openImage(command);
      case 'openSlideshow':
        return this.#stills.openSlideshow(command);
      case 'slide':
        return this.#stills.takeSlide(command);
      case 'slideChanged':
        return this.#stills.reloadSlide(command);
      case 'filterFile':
        return void this.#filterFiles.take(command);
      case 'openMedia':
        return this.#media.show(command.sourceId, command.input);
      case 'controlMedia':
        return this.#media.control(command.control);
      case 'openPage': {
        const [port] = ports;
        if (port !== undefined)
          this.#canvas.openSource(command.sourceId, new PageSource(port, () => this.#memory));
        return;
      }
      case 'closeVideo':
        this.#stills.forget(command.sourceId);
        this.#media.forget(command.sourceId);
        return this.#canvas.closeSource(command.sourceId);
      case 'holdVideo':
        return this.#canvas.holdSource(command.sourceId);
      case 'showScene':
        return this.#showScene(command.scene);
      case 'takeSound':
        return this.#inputs.take(command);
      case 'makeSound':
        return this.#inputs.make(command);
      case 'endSound':
        return this.#inputs.end(command.channelId);
      case 'watchApplications':
        return this.#inputs.applications.watch(command.isWatching);
      case 'setMixer':
        return this.#sound.setMixer(command.settings);
      case 'adjustChannel':
        return this.#sound.adjust(command.channelId, command.change);
      case 'soloChannels':
        return this.#sound.setSolo(command.channelIds);
      case 'openMonitor': {
        const [port] = ports;
        if (port === undefined) return;
        this.#sound.monitor.open(port);
        return this.#inputs.setHeard(true);
      }
      case 'closeMonitor':
        this.#sound.monitor.close();
        return this.#inputs.setHeard(false);
      case 'watchMeters':
        this.#isPageReading = command.isWatching;
        return this.#watchMeters();
      case 'openMeter':
        this.#meters.open(command.meter);
        return this.#watchMeters();
      case 'sizeMeter':
        return this.#meters.resize(command.meterId, command.width, command.height);
      case 'closeMeter':
        this.#meters.close(command.meterId);
        return this.#watchMeters();
      case 'resetLoudness':
        return this.#sound.resetLoudness();
      case 'watchClaps':
        return this.#watchClaps(command.channelId);
      case 'away':
        return this.#setAway(command.isAway, command.slateText);
      case 'showPreview':
        return this.#preview.connect(command.writable);
      case 'openView':
        return this.#canvas.openView(command.viewId, command.writable, command.format);
      case 'openProgramView':
        return this.#preview.connect(command.writable, command.viewId);
      case 'showView':
        this.#preview.setLookedAt(command.content.isLookedAt, command.viewId);
        return this.#canvas.showView(command.viewId, command.content);
      case 'closeView':
        this.#preview.disconnect(command.viewId);
        return this.#canvas.closeView(command.viewId);
      case 'previewSize':
        return this.#preview.setSize(command.size);
      case 'previewLookedAt':
        return this.#preview.setLookedAt(command.isLookedAt);
      default:
        missingCase(command);
    }
  }

  #setProgram(next: ProgramFormat): void {
    this.#program = next;
    this.#canvas.setProgram(next);
    this.#media.setCanvasSize(next);
    this.#sound.setProgram(next);
    this.#inputs.setProgram(next);
  }

  #openTrack({ sourceId, run, readable, pacing, region }: Command<'openTrack'>): void {
    const report = this.#report;
    const events = {
      sizeChanged: (width: number, height: number, whole: Size) =>
        report({ type: 'videoSize', sourceId, run, width, height, whole }),
      ended: () => report({ type: 'videoEnded', sourceId, run }),
      stalled: () => report({ type: 'videoStalled', sourceId, run }),
      frameWanted: () => report({ type: 'videoFrameWanted', sourceId, run }),
      failed: (message: string) => report({ type: 'videoFailed', sourceId, run, message }),
    };
    const source = new TrackSource(readable, pacing, events, () => this.#loader);
    source.setRegion(region);
    this.#canvas.openSource(sourceId, source);
  }

  #openPattern({ sourceId, run }: Command<'openPattern'>): void {
    const program = this.#program;
    if (program === undefined) return;
    const originUs = nowUs();
    this.#canvas.openSource(sourceId, new PatternSource(originUs, () => this.#loader));
    this.#report({ type: 'videoSize', sourceId, run, width: program.width, height: program.height });
    this.#inputs.openPattern(sourceId, originUs);
  }

  get #memory(): PlaneMemory {
    this.#madeMemory ??= new PlaneMemory();
    return this.#madeMemory;
  }

  get #loader(): FrameLoader {
    this.#madeLoader ??= new FrameLoader(this.#memory);
    return this.#madeLoader;
  }

  get #text(): TextSurroundings {
    this.#madeText ??= openTextSurroundings();
    return this.#madeText;
  }

  #draw({ input, locale }: OpenDrawn): StillSource {
    if (input.type === 'colour') {
      const { colour, width, height, gradient } = input;
      return new ColourSource(colour, width, height, gradient);
    }
    const { type: _type, text: _text, content: _content, ...look } = input;
    return new TextSource(contentOf(input, locale), look, this.#text);
  }

  #showScene(scene: CanvasScene): void {
    this.#canvas.showScene(scene);
    this.#sound.showScene(scene, this.#canvas.nextPictureUs);
  }

  #watchMeters(): void {
    this.#sound.watchMeters(this.#isPageReading || this.#meters.isReading);
  }

  #watchClaps(channelId: string | undefined): void {
    this.#claps?.end();
    this.#claps = undefined;
    this.#scene.watch(undefined);
    this.#sound.watch(undefined);
    if (channelId === undefined) return;
    const watch = new ClapWatch((pictures) => this.#report({ type: 'clapFound', pictures }));
    this.#claps = watch;
    this.#scene.watch((frame) => watch.takePicture(frame));
    this.#sound.watch({ channelId, onBlock: (...block) => watch.takeSound(...block) });
  }

  #setAway(isAway: boolean, slateText: string): void {
    this.#slateFont ??= new SlateFont(slateText);
    const { loading } = this.#slateFont;
    if (this.#program !== undefined) this.#scene.setAway(isAway, this.#program, slateText, loading);
    this.#sound.setSilent(isAway);
  }
}

/** What the page read of a file comes as the text. */
function contentOf({ text, content }: TextInput, locale: string): TextContent {
  if (content === undefined || content.type === 'file') return { type: 'fixed', text };
  return content.type === 'clock' ? { ...content, locale } : content;
}
