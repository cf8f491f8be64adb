/** Nothing that main gives to the window has a place for a key or a password; the compiler walks every answer and event. */
import { expect, test } from 'vitest';
import type {
  EventChannel,
  EventContract,
  InvokeChannel,
  InvokeOutput,
} from '../../../shared/ipc/contract.ts';
import type { DestinationWithSecrets } from '../../../shared/destinations/destination.ts';

type SecretName = 'key' | 'streamKey' | 'password' | 'passphrase' | 'secrets' | 'token';

/** True when a value of this type can have a property of such a name, however deep. */
type Carries<T> = T extends Uint8Array
  ? false
  : T extends readonly (infer Item)[]
    ? Carries<Item>
    : T extends object
      ? Extract<keyof T, SecretName> extends never
        ? { [Name in keyof T]-?: Carries<NonNullable<T[Name]>> }[keyof T]
        : true
      : false;

type Carrying<Table> = {
  [Name in keyof Table]: true extends Carries<Table[Name]> ? Name : never;
}[keyof Table];
type Answers = { [Channel in InvokeChannel]: InvokeOutput<Channel> };

/** Does not compile unless the type is `never`. */
function expectNone<T extends never>(...found: T[]): void {
  expect(found).toEqual([]);
}

test('no answer and no event can carry a secret', () => {
  expectNone<Carrying<Answers>>();
  expectNone<Carrying<Pick<EventContract, EventChannel>>>();
  // What it looks for is what main hands to the engine.
  const seen: Carrying<{ engine: { destinations: readonly DestinationWithSecrets[] } }> = 'engine';
  expect(seen).toBe('engine');
});
