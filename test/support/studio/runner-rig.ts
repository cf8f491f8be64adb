/** A command runner over the real stores and an engine that answers by script. */
import { join } from 'node:path';
import { SecretRegister } from '../../../electron/log/secret-register.ts';
import { BroadcastSession } from '../../../electron/main/studio/broadcast-session.ts';
import type { EngineLink } from '../../../electron/main/studio/broadcast-session.ts';
import { DestinationStore } from '../../../electron/main/destinations/destination-store.ts';
import { PageAddresses } from '../../../electron/main/page-sources/page-addresses.ts';
import { CaptureWatch } from '../../../electron/main/studio/capture-watch.ts';
import { CommandRunner } from '../../../electron/main/studio/command-runner.ts';
import { savedPlan } from '../../../electron/main/studio/stream-plan.ts';
import { SecretStore } from '../../../electron/settings/secrets.ts';
import { SettingsStore } from '../../../electron/settings/settings-store.ts';
import type { DestinationState, EngineSnapshot } from '../../../shared/broadcast/state.ts';
import { destinationSchema } from '../../../shared/destinations/destination.ts';
import type { Destination } from '../../../shared/destinations/destination.ts';
import { Emitter } from '../../../shared/emitter.ts';
import type { ErrorRecord } from '../../../shared/errors/app-error.ts';
import type { EngineCommand, FromEngine, ToEngine } from '../../../shared/ipc/engine-control.ts';
import type { CaptureReport } from '../../../shared/studio/readiness.ts';
import type { MediaControl } from '../../../shared/studio/files/media-input.ts';
import { noSystemProxy } from '../computer/no-system-proxy.ts';
import { cipherKeychain } from '../saved/cipher-keychain.ts';

const now = (): number => 7;
export const running: CaptureReport = { video: 'running', audio: 'running', isAway: false };
export const RECORDING = { phase: 'recording', path: '/videos/a.mp4', sinceMs: 0, bytes: 0 } as const;

/** An engine that answers each command after its snapshot, or refuses it. */
class ScriptedEngine implements EngineLink {
  readonly onMessage = new Emitter<FromEngine>();
  readonly onExit = new Emitter<ErrorRecord>();
  readonly pid = undefined;
  readonly sent: EngineCommand[] = [];
  refusal: ErrorRecord | undefined;
  isSilent = false;
  #revision = 0;

  send(message: ToEngine): void {
    if (message.type !== 'command') return;
    const { requestId, command } = message;
    this.sent.push(command);
    if (this.isSilent) return;
    queueMicrotask(() => {
      if (this.refusal !== undefined) {
        this.onMessage.emit({ type: 'answer', requestId, error: this.refusal });
        return;
      }
      this.show(after(command));
      this.onMessage.emit({ type: 'answer', requestId });
    });
  }

  show(state: Partial<EngineSnapshot>): void {
    this.#revision += 1;
    const snapshot = {
      ...{
        broadcast: { phase: 'idle' as const },
        destinations: [],
        recorder: { phase: 'off' as const },
        encoders: [],
      },
      ...state,
      revision: this.#revision,
      nowMs: 0,
    };
    this.onMessage.emit({ type: 'snapshot', snapshot });
  }
}

function after({ type }: EngineCommand): Partial<EngineSnapshot> {
  const one = (state: DestinationState) => [{ kind: 'destination' as const, id: 'one', name: 'One', state }];
  switch (type) {
    case 'startBroadcast':
      return { broadcast: { phase: 'starting', sinceMs: 0 } };
    case 'stopBroadcast':
      return { broadcast: { phase: 'stopping', deadlineMs: 0 } };
    case 'addDestination':
    case 'retryNow':
    case 'useBackup':
      return { destinations: one({ phase: 'connecting', attempt: 1, step: 'dns' }) };
    case 'startRecording':
      return { recorder: RECORDING };
    default:
      return {};
  }
}

/** A runner over the real stores in a folder, and an engine that answers by script. */
export async function openRunner(folder: string, capture: CaptureReport | undefined = running) {
  const engine = new ScriptedEngine();
  return { ...(await openStudio({ folder, engine, destinations: [{ id: 'one' }], capture })), engine };
}

export interface StudioOptions {
  readonly folder: string;
  readonly engine: EngineLink;
  /** Saved with a key, in this order. */
  readonly destinations: readonly (Partial<Destination> & { readonly id: string })[];
  readonly capture: CaptureReport | undefined;
}

/** The real stores in a folder, and a runner over them. */
export async function openStudio({ folder, engine, destinations, capture }: StudioOptions) {
  const settings = await SettingsStore.open(folder, now);
  const register = new SecretRegister();
  const secrets = await SecretStore.open(folder, cipherKeychain(), now);
  const destinationStore = new DestinationStore(settings, secrets, register, noSystemProxy);
  const addresses = new PageAddresses(secrets, register);
  const saved = settings.get().destinations;
  for (const own of destinations.filter(({ id }) => !saved.some((each) => each.id === id))) {
    const base = { name: 'One', serviceId: 'custom', url: 'rtmp://h/app', isEnabled: true };
    await destinationStore.save(destinationSchema.parse({ ...base, ...own }), { key: 'sk-31415' });
  }
  const session = new BroadcastSession({ engine, now, wallMs: now, completeSample: (sample) => sample });
  const failed: string[] = [];
  const controls: MediaControl[] = [];
  const watch = new CaptureWatch();
  watch.set(capture);
  const recordings = {
    next: () =>
      Promise.resolve({ encodingId: 'main', path: join(folder, 'a.mp4'), split: { by: 'never' as const } }),
  };
  const runner = new CommandRunner({
    session,
    settings,
    destinationStore,
    recordings,
    plan: savedPlan({
      ...{ settings, destinationStore, recordings, capture: watch },
      recordingPath: join(folder, 'rehearsal.flv'),
      needFfmpeg: () => Promise.resolve(),
    }),
    controlMedia: (control) => {
      controls.push(control);
      return true;
    },
    copyPages: async (ids) => await addresses.copy(ids),
    clean: (text) => register.clean(text),
    onFailed: (command) => failed.push(command),
  });
  return { runner, session, settings, destinationStore, addresses, failed, watch, controls };
}
