/** What the window learns of crashes and tells of the self-test, and what it asks main about them. Part of the contract. */
import type { ErrorRecord } from '../errors/app-error.ts';
import { selfTestRowsSchema } from '../self-test/self-test.ts';
import type { SelfTestPlan } from '../self-test/self-test.ts';
import { none, output } from './channel.ts';

/** Each is told once, to the first window that asks. */
export interface FailureFacts {
  /** `cutOff`: the last run ended without a word. `recovered`: parts of it crashed, and it went on. */
  readonly lastRun: 'cutOff' | 'recovered' | undefined;
  /** The window before this one crashed. */
  readonly hasWindowCrashed: boolean;
}

export interface FailureEvents {
  /** A process of the app crashed, and the app goes on. */
  'app:crashed': ErrorRecord;
}

export const failureChannels = {
  /** Saves the file of diagnostics where the person says, in main's own dialog. */
  'diagnostics:save': { input: none, output: output<void>() },
  /** Undefined when Upcast wasn't started to test itself. */
  'selfTest:plan': { input: none, output: output<SelfTestPlan | undefined>() },
  'selfTest:report': { input: selfTestRowsSchema, output: output<void>() },
} as const;
