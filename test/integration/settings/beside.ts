/**
 * A process of its own beside others on the same saved files. Arguments: folder, role. `window` changes one destination's server
 * and key together, over and over, until its standard input ends, and prints what it saved last; `cutOff` begins such a change and
 * ends amid it; `live` opens everything as `live` does, as often as its input asks, and prints each pair of server and key.
 */
import { createInterface } from 'node:readline';
import { SecretRegister } from '../../../electron/log/secret-register.ts';
import { DestinationStore } from '../../../electron/main/destinations/destination-store.ts';
import { openSaved } from '../../../electron/settings/open-saved.ts';
import { destinationSchema } from '../../../shared/destinations/destination.ts';
import { testKeychain } from './test-keychain.ts';
import { noSystemProxy } from '../../support/computer/no-system-proxy.ts';

const [folder = '', role = ''] = process.argv.slice(2);
const now = (): number => 7;

async function open(isReadOnly: boolean) {
  const { settings, secrets } = await openSaved({ folder, keychain: testKeychain, now, isReadOnly });
  const destinationStore = new DestinationStore(settings, secrets, new SecretRegister(), noSystemProxy);
  await destinationStore.settle();
  return { settings, secrets, destinationStore };
}

function destination(name: string) {
  return destinationSchema.parse({
    ...{ id: 'one', name, serviceId: 'custom', url: `rtmp://127.0.0.1/${name}`, isEnabled: true },
  });
}

async function changeOverAndOver(): Promise<void> {
  const { destinationStore } = await open(false);
  let isEnding = false;
  process.stdin.on('end', () => (isEnding = true)).resume();
  for (let count = 0; !isEnding; count += 1) {
    await destinationStore.save(destination(`app${count}`), { key: `key-of-app${count}` });
    if (count === 0) process.stdout.write('saving\n');
    else if (isEnding) process.stdout.write(`app${count}\n`);
  }
}

/** As a process that is killed between the two files of a change. */
async function cutOff(): Promise<void> {
  const { destinationStore, secrets } = await open(false);
  await destinationStore.save(destination('before'), { key: 'key-of-before' });
  await secrets.begin('one', { key: 'key-of-after' }, 'the mark of settings that were not saved');
}

async function readWhenAsked(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const { settings, secrets, destinationStore } = await open(true);
    if (line === 'change') {
      await destinationStore.save(destination('live'), { key: 'key-of-live' });
      await settings.update((before) => ({ ...before, drainSeconds: 1 }));
    }
    const pairs = destinationStore.all().map(({ url, key }) => [url, key]);
    const problems = [settings.problem, secrets.problem].flatMap((each) => each?.code ?? []);
    process.stdout.write(`${JSON.stringify({ pairs, problems })}\n`);
  }
}

if (role === 'window') await changeOverAndOver();
else if (role === 'cutOff') await cutOff();
else await readWhenAsked();
