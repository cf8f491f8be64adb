/** Started by the command line, without a window to see: captures what the studio document says, as the window does. */
import { reportFault } from '../shared/report-fault.ts';
import type { Settings } from '../shared/settings/settings.ts';
import type { Client } from './state/client.ts';
import { createCommandSender } from './state/commands.ts';
import { followStudio } from './state/studio/follow-studio.ts';
import { reportCapture } from './state/report-capture.ts';
import { createSession } from './state/session.ts';
import { createSettingsStore } from './state/settings-store.ts';
import type { CaptureController } from './media/capture/capture-controller.ts';

/** @param settings as main has them for this run, with the document of `live` in them. */
export async function runLiveMode(
  client: Client,
  capture: CaptureController,
  settings: Settings,
): Promise<void> {
  // A dead engine ends `live`: main sees it itself.
  const session = createSession(client, () => undefined);
  const run = createCommandSender(client);
  followStudio({ settings: createSettingsStore(client, settings), session, capture, run }, reportFault);
  reportCapture(client, capture, reportFault);
  await session.load();
}
