/** Started by the command line, without a window to see: captures what was asked for; main does the rest. */
import type { AppFacts } from '../shared/ipc/contract.ts';
import { AppError } from '../shared/errors/app-error.ts';
import type { ErrorRecord } from '../shared/errors/app-error.ts';
import type { Client } from './state/client.ts';
import type { CaptureController } from './media/capture/capture-controller.ts';

/** Settles once capture runs and main was told so; otherwise main hears why, as a warning, and may end. */
export async function runLiveMode(
  client: Client,
  capture: CaptureController,
  live: NonNullable<AppFacts['live']>,
): Promise<void> {
  capture.setEncoding(live.encoding);
  const warn = (error: ErrorRecord) => client.invoke('media:warning', error);
  await Promise.all([capture.setAudio(live.audio), capture.setSource(live.source)]);
  const { video, audio } = await settled(capture);
  if (audio.phase === 'failed' && audio.error !== undefined) await warn(audio.error);
  if (video.phase === 'failed') {
    await warn(video.error ?? new AppError('capture/failed').toRecord());
    return;
  }
  await client.invoke('media:ready');
}

function settled(capture: CaptureController): Promise<ReturnType<CaptureController['store']['getState']>> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      const state = capture.store.getState();
      if (state.video.phase === 'starting' || state.audio.phase === 'starting') return false;
      resolve(state);
      return true;
    };
    if (look()) return;
    const end = capture.store.subscribe(() => {
      if (look()) end();
    });
  });
}
