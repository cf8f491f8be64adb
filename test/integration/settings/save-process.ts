/**
 * A process of its own that saves with the real stores and stops for good before one of its calls to the file system, to be
 * killed there. Arguments: folder, what to save (`settings`, `secrets`), number of the call to stop before.
 * Prints the name of each call before it is made, and `saved` when all was done.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { testKeychain } from './test-keychain.ts';

const [folder = '', what = '', stopBefore = '0'] = process.argv.slice(2);
let calls = 0;

/** Says what comes, then waits for ever where it was told to. */
async function step(name: string): Promise<void> {
  calls += 1;
  fs.writeSync(1, `${name}\n`);
  if (calls === Number(stopBefore)) {
    fs.writeSync(1, 'stopped\n');
    setInterval(() => {}, 1_000_000);
    await new Promise(() => {});
  }
}

const real = { ...fs.promises };
Object.assign(fs.promises, {
  mkdir: async (...args: Parameters<typeof real.mkdir>) => {
    await step('mkdir');
    return await real.mkdir(...args);
  },
  rename: async (...args: Parameters<typeof real.rename>) => {
    await step('rename');
    await real.rename(...args);
  },
  open: async (path: string, flags: string, mode?: number) => {
    const kind = flags === 'r' ? 'folder' : 'file';
    await step(`open ${kind}`);
    const handle = await real.open(path, flags, mode);
    const { sync, close } = handle;
    return Object.assign(handle, {
      // In two halves, as a system may: what is torn must never be read.
      writeFile: async (data: string | Uint8Array) => {
        const bytes = Buffer.from(data as Uint8Array);
        const half = Math.floor(bytes.length / 2);
        await step('write first half');
        await handle.write(bytes, 0, half);
        await step('write second half');
        await handle.write(bytes, half);
      },
      sync: async () => {
        await step(`sync ${kind}`);
        await sync.call(handle);
      },
      close: async () => {
        await step(`close ${kind}`);
        await close.call(handle);
      },
    });
  },
});
syncBuiltinESMExports();

// After the calls are wrapped: the stores take theirs when they are loaded.
const { SettingsStore } = await import('../../../electron/settings/settings-store.ts');
const { SecretStore } = await import('../../../electron/settings/secrets.ts');

const settings = await SettingsStore.open(folder, Date.now);
const secrets = await SecretStore.open(folder, testKeychain, Date.now);
calls = 0;
fs.writeSync(1, 'saving\n');
if (what === 'settings') await settings.update((before) => ({ ...before, gain: 2 }));
else await secrets.set('one', { key: 'the new key' });
fs.writeSync(1, 'saved\n');
