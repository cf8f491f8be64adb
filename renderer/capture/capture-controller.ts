/**
 * The front door of capture: which source and which sound are taken, what state they are in, preview and meter.
 * Owns every track, worker and audio context; the window holds only this object and its store.
 */
import type { UpcastBridge } from '../../shared/ipc/contract.ts';
import type { EncodingProfile } from '../../shared/encoding/profile.ts';
import type { AudioChoice, SourceChoice } from '../../shared/settings/settings.ts';
import type { CaptureDevice, CaptureStore } from './capture-state.ts';

export interface CaptureController {
  readonly store: CaptureStore;
  /** Never throws for a missing device: the store's `video` turns `failed` and says why. */
  setSource(choice: SourceChoice): Promise<void>;
  setAudio(choice: AudioChoice): Promise<void>;
  /** Size, rate and audio format of the program; restarts what the change touches. */
  setEncoding(profile: EncodingProfile): void;
  setMuted(isMuted: boolean): void;
  /** Linear, 0 to 4, 1 is unchanged. */
  setGain(gain: number): void;
  /** Shows the program in `container`, filling it; the returned function takes it out again. */
  attachPreview(container: HTMLElement): () => void;
  /** About 30 times a second, decibels below full scale (−100 is silence), after gain and mute. */
  attachMeter(callback: (peakDb: number, rmsDb: number) => void): () => void;
  listDevices(): Promise<{ cameras: readonly CaptureDevice[]; microphones: readonly CaptureDevice[] }>;
  dispose(): void;
}

/** Nothing is captured until a source is set. */
export declare function createCaptureController(bridge: UpcastBridge): CaptureController;
