/** Whether the system lets Upcast use cameras, microphones and the screen, and where a person allows it. */
import type { Shell, SystemPreferences } from 'electron';
import { TaskQueue } from '../../../shared/task-queue.ts';

export type AccessKind = 'camera' | 'microphone' | 'screen';

export interface MediaAccessSystem {
  readonly platform: NodeJS.Platform;
  readonly systemPreferences: Pick<SystemPreferences, 'getMediaAccessStatus' | 'askForMediaAccess'>;
  readonly openExternal: Shell['openExternal'];
}

const MAC = 'x-apple.systempreferences:com.apple.preference.security';
const privacyPages: Partial<Record<NodeJS.Platform, Partial<Record<AccessKind, string>>>> = {
  darwin: {
    camera: `${MAC}?Privacy_Camera`,
    microphone: `${MAC}?Privacy_Microphone`,
    screen: `${MAC}?Privacy_ScreenCapture`,
  },
  win32: { camera: 'ms-settings:privacy-webcam', microphone: 'ms-settings:privacy-microphone' },
};

export class MediaAccess {
  readonly #system: MediaAccessSystem;
  /** A person answers one question at a time, in the order in which they came up. */
  readonly #questions = new TaskQueue();

  constructor(system: MediaAccessSystem) {
    this.#system = system;
  }

  /** Asks the person where the system has such a question. */
  async ask(kind: AccessKind): Promise<boolean> {
    if (kind === 'screen') return this.hasScreen();
    const { platform, systemPreferences } = this.#system;
    if (platform === 'win32')
      return !['denied', 'restricted'].includes(systemPreferences.getMediaAccessStatus(kind));
    if (platform !== 'darwin') return true;
    return await this.#questions.run(() => systemPreferences.askForMediaAccess(kind));
  }

  /** macOS has no question to ask for the screen: the first look at it puts Upcast into the list where people allow it. */
  hasScreen(): boolean {
    const { platform, systemPreferences } = this.#system;
    return platform !== 'darwin' || systemPreferences.getMediaAccessStatus('screen') === 'granted';
  }

  /** Nothing happens where the system has no such page. */
  async openSettings(kind: AccessKind): Promise<void> {
    const page = privacyPages[this.#system.platform]?.[kind];
    if (page !== undefined) await this.#system.openExternal(page);
  }
}
