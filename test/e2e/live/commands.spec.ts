/** Commands in the real app: each answer is what the state shows right after. Every state and order is in `test/unit/main/studio/answers`. */
import { expect, it } from 'vitest';
import type { EngineSnapshot } from '../../../shared/broadcast/state.ts';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import type { Command } from '../../../shared/studio/commands.ts';
import { findFreePorts, waitUntil } from '../../support/processes/processes.ts';
import { startBlackHole } from '../../support/servers/black-hole.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import { fakeDevices, launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { chooseRecordingFolder } from '../../support/window/frames/recording-folder.ts';
import { saveDestination } from '../../support/window/frames/secret-frame.ts';
import { runCommand } from '../../support/window/window-driver.ts';

declare global {
  interface Window {
    readonly upcast: UpcastBridge;
  }
}

class Studio {
  readonly launched: LaunchedBuild;

  constructor(launched: LaunchedBuild) {
    this.launched = launched;
  }

  async snapshot(): Promise<EngineSnapshot> {
    const result = await this.launched.page.evaluate(() =>
      window.upcast.invoke('engine:snapshot', undefined),
    );
    if (!result.ok) throw new Error(result.error.code);
    return result.value;
  }

  async phaseOf(id: string): Promise<string | undefined> {
    return (await this.snapshot()).destinations.find((view) => view.id === id)?.state.phase;
  }

  async recorderPhase(): Promise<string> {
    return (await this.snapshot()).recorder.phase;
  }

  /** `done`, or the reason or code of the refusal. */
  async ask(command: Command): Promise<unknown> {
    const answer = await runCommand(this.launched.page, command);
    return answer.isDone ? 'done' : (answer.error.details['reason'] ?? answer.error.code);
  }
}

it('answers for both servers of a destination, and by what was done rather than by what shows', async () => {
  const server = await startNginx({ isRecording: false });
  const hole = await startBlackHole();
  const studio = new Studio(await launchApp({ args: fakeDevices }));
  const { page } = studio.launched;
  try {
    const [nobody = 0] = await findFreePorts(1);
    const backupUrl = `rtmp://127.0.0.1:${nobody}/live`;
    await saveDestination(page, { id: 'two-servers', url: server.url, backupUrl, backupMode: 'both' }, 'one');
    const spareUrl = `rtmp://127.0.0.1:${hole.port}/live`;
    await saveDestination(page, { id: 'spare', url: server.url, backupUrl: spareUrl }, 'two');
    await runCommand(page, { type: 'setVideoSource', source: { type: 'pattern' } });
    await expect
      .poll(
        async () => await studio.ask({ type: 'startStream', isRehearsal: false, shouldRetryFirst: true }),
        {
          timeout: 20_000,
        },
      )
      .toBe('done');
    const isUp = async () =>
      (await studio.phaseOf('two-servers')) === 'live' &&
      (await studio.phaseOf('two-servers-backup')) === 'reconnecting' &&
      (await studio.phaseOf('spare')) === 'live';
    await waitUntil('two that are live and a backup that is away', isUp);

    // Refused for the moments that an attempt takes.
    await expect
      .poll(async () => await studio.ask({ type: 'retryDestination', id: 'two-servers' }))
      .toBe('done');
    expect(await studio.ask({ type: 'giveUpDestination', id: 'two-servers' })).toBe('done');
    expect(await studio.phaseOf('two-servers')).toBe('live');
    expect(await studio.phaseOf('two-servers-backup')).toBe('failed');
    expect(await studio.ask({ type: 'giveUpDestination', id: 'two-servers' })).toBe('notRetrying');
    await page
      .getByRole('article', { name: 'two-servers' })
      .getByRole('button', { name: 'Try again' })
      .click();
    await waitUntil('the backup to be tried again', async () => {
      return (await studio.phaseOf('two-servers-backup')) !== 'failed';
    });
    expect(await studio.ask({ type: 'useBackup', id: 'two-servers' })).toBe('noBackupNow');
    expect(await studio.ask({ type: 'useBackup', id: 'spare' })).toBe('done');
    expect(await studio.ask({ type: 'useBackup', id: 'spare' })).toBe('noBackupNow');
    expect(await studio.phaseOf('spare')).toBe('live');
    for (const type of ['retryDestination', 'giveUpDestination', 'useBackup'] as const)
      expect(await studio.ask({ type, id: 'nobody' })).toBe('destinationUnknown');
    expect(await studio.ask({ type: 'endStreamNow' })).toBe('done');
    expect((await studio.snapshot()).broadcast.phase).toBe('idle');
    expect(await studio.ask({ type: 'endStream' })).toBe('nothingLive');
  } finally {
    await studio.ask({ type: 'endStreamNow' });
    await studio.launched.close();
    await hole.stop();
    await server.stop();
  }
});

it('shows a recording that waits for its first frame, and stops it', async () => {
  // No camera: no frame ever comes.
  const studio = new Studio(await launchApp());
  const { page } = studio.launched;
  try {
    await chooseRecordingFolder(studio.launched, `${studio.launched.userDataDir}/recordings`);
    const started = studio.ask({ type: 'startRecording' });
    await waitUntil('a recording that waits', async () => (await studio.recorderPhase()) === 'waiting');
    expect(await studio.ask({ type: 'startRecording' })).toBe('alreadyRecording');
    await page.getByRole('button', { name: 'Waiting for video' }).waitFor();
    expect(await studio.ask({ type: 'stopRecording' })).toBe('done');
    expect(await studio.recorderPhase()).toBe('off');
    expect(await started).toBe('internal/aborted');
    expect(await studio.ask({ type: 'stopRecording' })).toBe('notRecording');
    await page.getByRole('button', { name: 'Record', exact: true }).waitFor();
  } finally {
    await studio.launched.close();
  }
});
