import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DestinationTests } from '../../../../electron/main/destinations/destination-tests.ts';
import { toAppError } from '../../../../shared/errors/app-error.ts';
import { describeError } from '../../../../shared/text/error-text.ts';
import { openRunner } from '../../../support/studio/runner-rig.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-tests-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('refuses a test while a stream is running as what isn’t possible now, in words of its own', async () => {
  const { engine, session, settings, destinationStore } = await openRunner(folder);
  const tests = new DestinationTests({ engine, session, settings, destinationStore, onFailed: () => {} });
  engine.show({ broadcast: { phase: 'live', sinceMs: 0 } });
  const refusal = toAppError(await tests.start('one', false).catch((error: unknown) => error));
  expect(refusal.toRecord()).toEqual({ code: 'studio/not-ready', details: { reason: 'testWhileLive' } });
  expect(describeError(refusal.toRecord()).title).toMatch(/^Can’t test while a stream is running/);
});
