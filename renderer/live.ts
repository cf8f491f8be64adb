/** The entry of the page that nobody sees, of `live` and of the self-test: captures, and draws nothing. */
import { reportFault } from '../shared/report-fault.ts';
import { createClient } from './state/client.ts';
import { createCaptureController } from './media/capture/capture-controller.ts';
import { reportSelfTest } from './media/self-test/run-self-test.ts';
import { loadOwnLanguage } from './own-language.ts';
import { runLiveMode } from './live-mode.ts';

async function begin(): Promise<void> {
  const client = createClient(window.upcast);
  const [settings] = await Promise.all([client.invoke('settings:get'), loadOwnLanguage()]);
  await reportSelfTest(window.upcast);
  await runLiveMode(client, createCaptureController(window.upcast), settings);
}

begin().catch(reportFault);
