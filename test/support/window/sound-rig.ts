/** The app with a studio that was saved before, on a sound server of its own for each test. Call it once at the top of a file. */
import { afterEach, beforeEach } from 'vitest';
import { startSoundServer } from '../computer/sound-server.ts';
import type { SoundServer, SoundServerOptions } from '../computer/sound-server.ts';
import { openStudios } from './studio-fixture.ts';
import type { StudioFixture } from './studio-fixture.ts';

export interface SoundRig extends StudioFixture {
  readonly sound: SoundServer;
}

/** A microphone as the studio keeps the microphone: found by its label, for ids change with each sound server. */
export const savedMicrophone = (label: string) =>
  ({ type: 'microphone', label, deviceId: 'of another start' }) as const;

/** Its members are there while a test runs. */
export function openSoundRig(options?: SoundServerOptions): SoundRig {
  let sound: SoundServer;
  // The last hook runs first after a test: the app is closed before its sound server ends.
  beforeEach(async () => {
    sound = await startSoundServer(options);
  });
  afterEach(async () => await sound.stop());
  const studios = openStudios();
  return {
    get sound() {
      return sound;
    },
    get server() {
      return studios.server;
    },
    get folder() {
      return studios.folder;
    },
    launch: (studio, options) => studios.launch(studio, { ...options, env: sound.env }),
  };
}
