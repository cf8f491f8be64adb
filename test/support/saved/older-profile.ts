/** What the profile in `test/fixtures/profile-62a4b11` was filled with; its README says how. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DestinationSecrets } from '../../../shared/destinations/destination-secrets.ts';
import { repositoryFolder } from '../repository.ts';

export const olderProfileFolder = join(repositoryFolder, 'test/fixtures/profile-62a4b11');

/** Opens the keyring of the profile. */
export const KEYRING_PASSWORD = 'profile-of-a-test';
/** Opens the keys of the exported presets. */
export const PASSPHRASE = 'three quiet words';

/** By the destination's id; no other destination has one. */
export const typedSecrets: Readonly<Record<string, DestinationSecrets>> = {
  youtube: { key: 'fixt-ure0-keyy-outu-bee0' },
  twitch: { key: 'live_123456789_fixtureKeyOfTwitch?bandwidthtest=true' },
  'own-server': { key: 'fixture-key-own-server' },
  gone: { key: 'fixture-key-gone' },
  pinned: { key: 'fixture key with spaces/and?signs=1&x=ü' },
  login: { key: 'fixture-key-login', password: 'fixture pass:word/@' },
  signed: {
    key: 'fixture-key-signed',
    serverSecret: '?token=fixture-server-token&sig=a%2Fb',
    backupSecret: '?token=fixture-backup-token',
  },
  relay: { key: 'fixture-key-relay' },
};

type Fields = Readonly<Record<string, unknown>>;

export interface SavedEvent extends Fields {
  readonly timeMs: number;
  readonly kind: string;
  readonly text: string;
}

/** What that version itself answered about the profile. */
export interface OlderAnswers {
  /** Of the remote control. */
  readonly token: string;
  readonly settings: Fields & { readonly destinations: readonly (Fields & { readonly id: string })[] };
  /** Newest first. */
  readonly streams: readonly {
    readonly id: string;
    readonly summary: Fields & { readonly destinations: readonly Fields[] };
  }[];
  /** Bytes of the figures of each of them. */
  readonly sampleBytes: readonly number[];
}

export function readOlderAnswers(): OlderAnswers {
  return JSON.parse(readFileSync(join(olderProfileFolder, 'said.json'), 'utf8')) as OlderAnswers;
}

/** Its past streams as this version lists them: each of their outputs is a destination, and says so. */
export function expectedStreams({ streams }: OlderAnswers): unknown {
  return streams.map(({ id, summary }) => ({
    id,
    summary: {
      ...summary,
      destinations: summary.destinations.map((destination) => ({ kind: 'destination', ...destination })),
    },
  }));
}

export function readOlderEvents(id: string): readonly SavedEvent[] {
  const path = join(olderProfileFolder, 'user-data', 'past-streams', `${id}.json`);
  return (JSON.parse(readFileSync(path, 'utf8')) as { events: SavedEvent[] }).events;
}
