import { expect, it } from 'vitest';
import { UpdateController } from '../../../../electron/main/updates/update-controller.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { FoundUpdate, UpdateState } from '../../../../shared/updates/update-state.ts';

const update: FoundUpdate = { version: '2.0.0', notes: 'New' };

interface Rig {
  readonly controller: UpdateController;
  readonly phases: UpdateState['phase'][];
  readonly did: string[];
  isBusy: boolean;
  found: FoundUpdate | AppError | undefined;
  /** Ends the download that runs. */
  finish: (error?: unknown) => void;
}

function open({ canInstall = true, prepare = () => Promise.resolve() } = {}): Rig {
  const rig: Rig = {
    controller: undefined as unknown as UpdateController,
    ...{ phases: [], did: [], isBusy: false, found: update, finish: () => undefined },
  };
  const controller = new UpdateController({
    source: {
      find: () => (rig.found instanceof AppError ? Promise.reject(rig.found) : Promise.resolve(rig.found)),
      download: (onPercent, signal) => {
        rig.did.push('download');
        onPercent(50);
        return new Promise((resolve, reject) => {
          rig.finish = (error) => (error === undefined ? resolve() : reject(error));
          signal.addEventListener('abort', () => reject(new Error('given up')));
        });
      },
      install: () => rig.did.push('install'),
    },
    ...{ canInstall, channel: () => 'stable', isAutomatic: () => true, isBusy: () => rig.isBusy },
    prepareInstall: prepare,
    onFailed: ({ code }) => rig.did.push(code),
  });
  controller.onChange.on(({ phase }) => rig.phases.push(phase));
  return Object.assign(rig, { controller });
}

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('A3: finds, downloads and waits for the person, then installs', async () => {
  const rig = open();
  const checked = rig.controller.check();
  await soon();
  expect(rig.controller.state).toEqual({ phase: 'downloading', update, percent: 50 });
  rig.finish();
  await checked;
  expect(rig.controller.state).toEqual({ phase: 'ready', update });
  expect(rig.did).toEqual(['download']);
  await rig.controller.install();
  expect(rig.did).toEqual(['download', 'install']);
});

it('A3: while live nothing is downloaded, and what is downloaded is not installed', async () => {
  const rig = open();
  rig.isBusy = true;
  await rig.controller.check();
  expect(rig.controller.state.phase).toBe('waiting');
  expect(rig.did).toEqual([]);
  rig.isBusy = false;
  rig.controller.busyChanged();
  await soon();
  rig.finish();
  await soon();
  expect(rig.controller.state.phase).toBe('ready');
  rig.isBusy = true;
  rig.controller.busyChanged();
  await expect(rig.controller.install()).rejects.toMatchObject({
    code: 'studio/not-ready',
    details: { reason: 'updateWhileLive' },
  });
  expect(rig.did).toEqual(['download']);
  rig.isBusy = false;
  await rig.controller.install();
  expect(rig.did).toEqual(['download', 'install']);
});

it('A3: a stream that begins ends the download, which begins anew behind it', async () => {
  const rig = open();
  const checked = rig.controller.check();
  await soon();
  rig.isBusy = true;
  rig.controller.busyChanged();
  await checked;
  expect(rig.controller.state).toEqual({ phase: 'waiting', update });
  rig.isBusy = false;
  rig.controller.busyChanged();
  await soon();
  rig.finish();
  await soon();
  expect(rig.controller.state).toEqual({ phase: 'ready', update });
  expect(rig.did).toEqual(['download', 'download']);
});

it('A3: what isn’t genuine is refused, and a later look begins anew', async () => {
  const rig = open();
  rig.found = new AppError('update/not-genuine');
  await rig.controller.check();
  expect(rig.controller.state).toMatchObject({ phase: 'failed', error: { code: 'update/not-genuine' } });
  await expect(rig.controller.install()).rejects.toMatchObject({ details: { reason: 'noUpdate' } });
  rig.found = update;
  const checked = rig.controller.check();
  await soon();
  rig.finish(new AppError('update/not-genuine'));
  await checked;
  expect(rig.controller.state.phase).toBe('failed');
  expect(rig.did).toEqual(['update/not-genuine', 'download', 'update/not-genuine']);
});

it('says that there is nothing newer, or where a newer version comes from', async () => {
  const rig = open({ canInstall: false });
  rig.found = undefined;
  await rig.controller.check();
  expect(rig.controller.state).toEqual({ phase: 'idle', isNewest: true });
  rig.found = update;
  await rig.controller.check();
  expect(rig.controller.state).toEqual({ phase: 'available', update });
  expect(rig.did).toEqual([]);
});

it('an app that can’t be prepared for its end goes on, and says so', async () => {
  const rig = open({ prepare: () => Promise.reject(new AppError('settings/write-failed')) });
  const checked = rig.controller.check();
  await soon();
  rig.finish();
  await checked;
  await expect(rig.controller.install()).rejects.toMatchObject({ code: 'settings/write-failed' });
  expect(rig.controller.state.phase).toBe('failed');
  expect(rig.did).not.toContain('install');
});

it('a build without a feed does nothing', async () => {
  const controller = new UpdateController({
    ...{
      source: undefined,
      canInstall: true,
      channel: () => 'stable',
      isAutomatic: () => true,
      isBusy: () => false,
    },
    ...{ prepareInstall: () => Promise.resolve(), onFailed: () => undefined },
  });
  await controller.check();
  expect(controller.state).toEqual({ phase: 'off' });
});
