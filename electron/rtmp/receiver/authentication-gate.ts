/**
 * The server's side of publisher authentication, Adobe's and Limelight's (rtmp-reference §6.9): judges the query that a
 * client appends to the application, connection after connection. No I/O; knows one user.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { adobeResponse, limelightResponse } from '../publisher/authentication.ts';
import type { Credentials } from '../publisher/authentication.ts';

/** Challenges that wait for an answer; a client that only asks for more loses its oldest. */
const MAX_OPEN_CHALLENGES = 64;
const SALT_BYTES = 6;

/** The name and password that a receiver asks for: by Adobe's way or by Limelight's. */
export interface AuthenticationDemand extends Credentials {
  readonly kind: 'adobe' | 'llnw';
}

export type AuthenticationVerdict =
  | { readonly isAccepted: true }
  /** What `NetConnection.Connect.Rejected` is described with: it carries the challenge. */
  | { readonly isAccepted: false; readonly description: string };

/** Compares without telling by the time it takes where the difference is. */
export function isSameSecret(left: string, right: string): boolean {
  const [leftBytes, rightBytes] = [Buffer.from(left), Buffer.from(right)];
  return leftBytes.length === rightBytes.length && timingSafeEqual(leftBytes, rightBytes);
}

/** Values as they are: they hold `+`, `/` and `=`. Clients append their own `?`, whatever stands before it. */
function readQuery(app: string): ReadonlyMap<string, string> {
  const query = app.slice(app.lastIndexOf('?') + 1);
  return new Map(
    query.split('&').map((pair) => {
      const equals = pair.indexOf('=');
      return equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
    }),
  );
}

function fresh(): string {
  return randomBytes(SALT_BYTES).toString('base64');
}

export class AuthenticationGate {
  readonly #demand: AuthenticationDemand;
  /** By opaque or nonce: the salt that went with it. Each serves once. */
  readonly #challenges = new Map<string, string>();

  constructor(demand: AuthenticationDemand) {
    this.#demand = demand;
  }

  /** `app` as the client sent it, with its query. */
  judge(app: string): AuthenticationVerdict {
    const { kind, username } = this.#demand;
    const query = readQuery(app);
    const user = query.get('user');
    if (query.get('authmod') !== kind || user === undefined) {
      return this.#reject(`code=403 need auth; authmod=${kind}`, '');
    }
    if (user !== username) return this.#reject(`authmod=${kind}`, '?reason=nosuchuser');
    if (!query.has('response')) return this.#challenge();
    return this.#isAnswered(query, app)
      ? { isAccepted: true }
      : this.#reject(`authmod=${kind}`, '?reason=authfailed');
  }

  #reject(what: string, tail: string): AuthenticationVerdict {
    return { isAccepted: false, description: `[ AccessManager.Reject ] : [ ${what} ] : ${tail}` };
  }

  #challenge(): AuthenticationVerdict {
    const { kind, username } = this.#demand;
    const [name, salt] = [fresh(), fresh()];
    this.#challenges.set(name, salt);
    if (this.#challenges.size > MAX_OPEN_CHALLENGES) {
      for (const oldest of this.#challenges.keys()) {
        this.#challenges.delete(oldest);
        break;
      }
    }
    const asked = kind === 'adobe' ? `salt=${salt}&challenge=${name}&opaque=${name}` : `nonce=${name}`;
    return this.#reject(`authmod=${kind}`, `?reason=needauth&user=${username}&${asked}`);
  }

  #isAnswered(query: ReadonlyMap<string, string>, app: string): boolean {
    const { kind } = this.#demand;
    const value = (name: string): string => query.get(name) ?? '';
    const name = value(kind === 'adobe' ? 'opaque' : 'nonce');
    const salt = this.#challenges.get(name);
    this.#challenges.delete(name);
    if (salt === undefined) return false;
    const expected =
      kind === 'adobe'
        ? adobeResponse(this.#demand, { salt, echoed: name, nonce: value('challenge') })
        : limelightResponse(this.#demand, {
            nonce: name,
            count: value('nc'),
            clientNonce: value('cnonce'),
            app,
          });
    return isSameSecret(expected, value('response'));
  }
}
