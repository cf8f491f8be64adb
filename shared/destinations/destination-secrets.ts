/** The secrets of a destination, and of a browser page: what they are and which of them there are. */

/** What the keychain keeps for a destination. An absent one is not there; none is empty. */
export interface DestinationSecrets {
  readonly key?: string;
  readonly password?: string;
  /** The rest of `url`, to be put behind it when publishing. */
  readonly serverSecret?: string;
  /** The same of `backupUrl`. */
  readonly backupSecret?: string;
  /** Of `proxy`. */
  readonly proxyPassword?: string;
  /** Of a browser page, which has these two and no other. */
  readonly pageAddress?: string;
  readonly pageCss?: string;
}

export const secretNames = [
  ...(['key', 'password', 'serverSecret', 'backupSecret', 'proxyPassword'] as const),
  ...(['pageAddress', 'pageCss'] as const),
] as const;

/** The secrets alone, without those that are absent or empty. */
export function secretsOf(from: {
  readonly [Name in keyof DestinationSecrets]?: DestinationSecrets[Name] | undefined;
}): DestinationSecrets {
  return Object.fromEntries(
    secretNames.flatMap((name) => {
      const secret = from[name];
      return secret === undefined || secret === '' ? [] : [[name, secret]];
    }),
  );
}
