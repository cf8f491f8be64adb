/** What a card says that Upcast does next is what the destination's machine does next: each error code in each state that can show it. */
import { describe, expect, it } from 'vitest';
import {
  initialDestination,
  transition,
} from '../../../electron/engine/outputs/machines/destination-machine.ts';
import type {
  DestinationEvent,
  DestinationModel,
  DestinationOutcome,
} from '../../../electron/engine/outputs/machines/destination-types.ts';
import { describeCard } from '../../../renderer/features/destinations/list/card-text.ts';
import { describeError, titleAndAction } from '../../../shared/text/error-text.ts';
import type { ErrorRecord } from '../../../shared/errors/app-error.ts';
import { errorCodes } from '../../../shared/errors/error-codes.ts';
import { errorReasons } from '../../../shared/errors/error-reasons.ts';

const NOW_MS = 100_000;
const context = { nowMs: NOW_MS, random: 0.5, takenMs: [] };
const loss: ErrorRecord = { code: 'transport/stalled', details: {} };

function models(): readonly (readonly [string, DestinationModel, 'attemptFailed' | 'lost'])[] {
  return [true, false].flatMap((hasBackup) => {
    const first = initialDestination({ firstStep: 'dns', hasBackup, shouldRetryFirst: false });
    const kept = initialDestination({ firstStep: 'dns', hasBackup, shouldRetryFirst: true });
    const { facts } = first;
    const connecting = { phase: 'connecting', attempt: 1, step: 'publish' } as const;
    const retrying = { phase: 'reconnecting', attempt: 2, step: 'publish', cause: loss } as const;
    const live = (sinceMs: number) => ({ phase: 'live', sinceMs, isBackup: false }) as const;
    const which = hasBackup ? ', with a backup' : '';
    return [
      [`the first attempt${which}`, { ...first, state: connecting }, 'attemptFailed'],
      [`an attempt that goes on${which}`, { ...kept, state: connecting }, 'attemptFailed'],
      [`live for a moment${which}`, { facts, state: live(NOW_MS - 100) }, 'lost'],
      [`live for a minute${which}`, { facts, state: live(NOW_MS - 60_000) }, 'lost'],
      [
        `a retry soon${which}`,
        { facts: { ...facts, lastLiveMs: NOW_MS - 5000 }, state: retrying },
        'attemptFailed',
      ],
      [`a retry late${which}`, { facts: { ...facts, lastLiveMs: 0 }, state: retrying }, 'attemptFailed'],
    ] as const;
  });
}

/** What the machine does by itself after the event. */
function nextStep({ effects }: DestinationOutcome): 'retries' | 'connects' | 'nothing' {
  if (effects.some(({ type }) => type === 'scheduleRetry')) return 'retries';
  return effects.some(({ type }) => type === 'openConnection') ? 'connects' : 'nothing';
}

function words({ model }: DestinationOutcome): { readonly sentence: string; readonly rest: string } {
  const { sentence, causes } = describeCard({
    ...{ state: model.state, sample: undefined, isHeldBack: false, serverWords: undefined, nowMs: NOW_MS },
    ...{
      isEnabled: true,
      isRehearsing: false,
      isBroadcasting: true,
      isKeyMissing: false,
      host: 'live.example',
      movedHost: undefined,
    },
    hasBackup: model.facts.hasBackup,
  });
  return { sentence, rest: causes.join(' ') };
}

describe.each(models())('after %s', (_name, model, type) => {
  it.each(errorCodes)('the card of %s says what the machine does', (code) => {
    const event: DestinationEvent = { type, error: { code, details: { host: 'live.example' } } };
    const outcome = transition(model, event, context);
    const { sentence, rest } = words(outcome);
    const { state } = outcome.model;
    switch (nextStep(outcome)) {
      case 'retries': {
        const dueMs = state.phase === 'reconnecting' ? (state.retryAtMs ?? Number.NaN) : Number.NaN;
        expect(sentence).toContain(`Reconnecting in ${Math.ceil((dueMs - NOW_MS) / 1000)} s`);
        break;
      }
      case 'connects':
        expect(sentence).toMatch(/^Looking up the server…/);
        break;
      case 'nothing':
        expect(state.phase).toBe('failed');
        expect(sentence).not.toMatch(/reconnecting|looking up/i);
    }
    expect(rest).not.toMatch(RETRY_WORDS);
  });
});

/** The texts of errors leave it to the state to say whether Upcast tries again. */
const RETRY_WORDS =
  /(upcast|it) (tries|does not try|doesn’t try|reconnects|retries)|try(ing)? again by itself|retrying/i;

it.each(errorCodes)('the text of %s promises no retry', (code) => {
  for (const details of [
    {},
    { label: 'Camera' },
    { isPrivate: true },
    { hasLogin: true },
    { neededVersion: 'TLS 1.3' },
  ]) {
    const text = titleAndAction(describeError({ code, details }));
    if (code.startsWith('transport/') || code.startsWith('rtmp/')) expect(text).not.toMatch(RETRY_WORDS);
  }
  // What to do may depend on the reason, and some reasons leave nothing to do.
  for (const reason of errorReasons)
    expect(describeError({ code, details: { reason } }).action ?? '').not.toMatch(RETRY_WORDS);
});
