/** Started by the command line, without a window to see: captures what was asked for and reports it; main does the rest. */
import type { AppFacts } from '../shared/ipc/contract.ts';
import { buildDocument } from '../shared/studio/document.ts';
import { reportFault } from '../shared/report-fault.ts';
import type { Client } from './state/client.ts';
import { viewOf } from './state/studio-view.ts';
import { reportCapture } from './state/report-capture.ts';
import type { CaptureController } from './media/capture/capture-controller.ts';

/** Settles once each device was asked for. What could not be opened is in capture's report, and main got it as a warning. */
export async function runLiveMode(
  client: Client,
  capture: CaptureController,
  live: NonNullable<AppFacts['live']>,
): Promise<void> {
  reportCapture(client, capture, reportFault);
  capture.setEncoding(live.encoding);
  const { source, audio, encoding } = live;
  const studio = buildDocument({ source, audio, encoding, isMuted: false, gain: 1 });
  await Promise.all([capture.setAudio(audio), capture.showStudio(viewOf(studio, true))]);
}
