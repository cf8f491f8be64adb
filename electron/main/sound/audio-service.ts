/** Chromium's audio process. */
import { app } from 'electron';

const AUDIO_SERVICE = 'audio.mojom.AudioService';

/**
 * Ends the audio process; Chromium starts another one at once, which finds the devices there are now. The old one never finds a
 * PulseAudio or PipeWire again that was restarted.
 */
export function restartAudioService(): void {
  for (const { pid, serviceName } of app.getAppMetrics()) {
    if (serviceName === AUDIO_SERVICE) process.kill(pid);
  }
}
