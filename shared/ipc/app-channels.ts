/** What the window learns and asks about the app itself: crashes, the self-test, updates. Part of the contract. */
import type { ErrorRecord } from '../errors/app-error.ts';
import { selfTestRowsSchema } from '../self-test/self-test.ts';
import type { SelfTestPlan } from '../self-test/self-test.ts';
import type { UpdateView } from '../updates/update-state.ts';
import { none, output } from './channel.ts';

/** Each is told once, to the first window that asks. */
export interface FailureFacts {
  /** `cutOff`: the last run ended without a word. `recovered`: parts of it crashed, and it went on. */
  readonly lastRun: 'cutOff' | 'recovered' | undefined;
  /** The window before this one crashed. */
  readonly hasWindowCrashed: boolean;
}

export interface AppEvents {
  /** A process of the app crashed, and the app goes on. */
  'app:crashed': ErrorRecord;
  'update:changed': UpdateView;
  /** The person asked for it in the menu. */
  'update:show': undefined;
}

export const appChannels = {
  /** Saves the file of diagnostics where the person says, in main's own dialog. */
  'diagnostics:save': { input: none, output: output<void>() },
  /** Undefined when Upcast wasn't started to test itself. */
  'selfTest:plan': { input: none, output: output<SelfTestPlan | undefined>() },
  'selfTest:report': { input: selfTestRowsSchema, output: output<void>() },
  'update:get': { input: none, output: output<UpdateView>() },
  /** Looks for a newer version; the state says what came of it. */
  'update:check': { input: none, output: output<void>() },
  /** Ends the app for the version that was downloaded and verified. Refused while on air or recording. */
  'update:install': { input: none, output: output<void>() },
} as const;
