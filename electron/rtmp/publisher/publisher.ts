/**
 * The publisher: takes a server address and a key, goes through every step of going live with a deadline on each,
 * and hands back a connection that takes packets. Owns authentication, redirects and the choice of handshake, each of
 * which costs a new connection. The protocol itself lives in the session, the bytes in the channel.
 */
import { randomBytes } from 'node:crypto';
import { AppError } from '../../../shared/errors/app-error.ts';
import { mayMoveTo } from '../../../shared/destinations/moved-host.ts';
import { PublishSession } from '../index.ts';
import type { PublishSessionOptions, Refusal } from '../session/publish/publish-session-types.ts';
import type { RtmpCapabilities } from '../session/publish/publish-session-types.ts';
import { answerChallenge } from './authentication.ts';
import { capabilitiesFor } from './codec-offer.ts';
import { isPrivateHost } from '../net/dial.ts';
import { openChannel } from '../net/open-channel.ts';
import { FlowPublisher } from '../rtmfp/messages/flow-publisher.ts';
import { openRtmfpConnection } from '../rtmfp/net/rtmfp-connection.ts';
import { LivePublisher } from './live-publisher.ts';
import { defaultDeadlines } from './publisher-types.ts';
import type { PublishConnection } from './publish-connection.ts';
import type { Publisher, PublisherDeadlines, PublisherOptions } from './publisher-types.ts';
import { refusalError } from './refusal.ts';
import { abortedError } from '../net/run-step.ts';
import { followPublishRedirect, followServer, movedElsewhere } from './redirection.ts';
import type { Ownership } from './redirection.ts';
import { StreamConnection } from './stream-connection.ts';
import { readTarget } from './target.ts';
import type { Target } from './target.ts';

export type { Publisher, PublisherEvent, PublisherOptions } from './publisher-types.ts';

const MAX_REDIRECTS = 3;
/** Plain connect, naming the user, the answer. */
const MAX_AUTHENTICATION_STEPS = 2;
const NONCE_BYTES = 4;

interface Attempt {
  readonly target: Target;
  readonly handshake: 'plain' | 'digest';
  /** Appended to `app` and `tcUrl`. */
  readonly authQuery: string;
}

/** A classic `connect` unless the pictures need more than that. */
function offer({ capabilities, videoFourCc }: PublisherOptions): { capabilities?: RtmpCapabilities } {
  if (capabilities !== undefined) return { capabilities };
  return videoFourCc === undefined ? {} : { capabilities: capabilitiesFor(videoFourCc) };
}

/** What `connect` and `publish` are to say. */
function namesFor({ target, authQuery }: Attempt, options: PublisherOptions) {
  const { app, tcUrl, streamKey } = target;
  return { app: app + authQuery, tcUrl: tcUrl + authQuery, streamKey, ...offer(options) };
}

/** @throws AppError `input/*` for what no message can hold: nothing is dialled then. */
function sessionFor(attempt: Attempt, options: PublisherOptions): PublishSession {
  const session: PublishSessionOptions = {
    ...namesFor(attempt, options),
    handshake: attempt.handshake,
    isEncrypted: attempt.target.isEncrypted,
    ...(options.windowAckBytes === undefined ? {} : { windowAckBytes: options.windowAckBytes }),
    ...(options.chunkSizeBytes === undefined ? {} : { chunkSizeBytes: options.chunkSizeBytes }),
  };
  return new PublishSession(session, (length) => randomBytes(length));
}

async function isPublicOnly(target: Target, { own }: Ownership, options: PublisherOptions): Promise<boolean> {
  return target.host !== own.host && !(await isPrivateHost(own.host, options));
}

async function openStream(
  attempt: Attempt,
  options: PublisherOptions,
  deadlines: PublisherDeadlines,
  ownership: Ownership,
): Promise<PublishConnection> {
  const { target } = attempt;
  const session = sessionFor(attempt, options);
  const isPublic = await isPublicOnly(target, ownership, options);
  const channel = await openChannel(target, options, deadlines, isPublic);
  return new StreamConnection(channel, session, target.host);
}

async function openFlows(
  attempt: Attempt,
  options: PublisherOptions,
  deadlines: PublisherDeadlines,
  ownership: Ownership,
): Promise<PublishConnection> {
  const { target } = attempt;
  const { own, trustedHosts, isSameService } = ownership;
  const { mustYield } = options;
  const publisher = new FlowPublisher({ ...namesFor(attempt, options), mustYield }, performance.now());
  return openRtmfpConnection({
    ...{ target, options, deadlines, publisher },
    isPublicOnly: await isPublicOnly(target, ownership, options),
    mayMoveTo: (host) => mayMoveTo(host, own.host, trustedHosts, isSameService),
    moveRefused: (host) => movedElsewhere(own.host, host),
  });
}

async function runAttempt(
  attempt: Attempt,
  options: PublisherOptions,
  ownership: Ownership,
): Promise<LivePublisher | Refusal> {
  if (options.signal?.aborted) throw abortedError();
  const deadlines = { ...defaultDeadlines, ...options.deadlines };
  const { target } = attempt;
  const open = target.scheme === 'rtmfp' ? openFlows : openStream;
  const connection = await open(attempt, options, deadlines, ownership);
  try {
    if (connection.tls !== undefined) options.onSecured?.(connection.tls);
    const publisher = new LivePublisher({
      connection,
      target,
      ownership,
      hasCredentials: (options.username ?? target.username) !== undefined,
      deadlines,
      videoFourCc: options.videoFourCc,
      onStep: options.onStep,
    });
    return (await publisher.goLive(options.signal)) ?? publisher;
  } catch (error) {
    connection.destroy();
    throw error;
  }
}

/** What to try after a refusal. @throws AppError when there is nothing more to try. */
class Negotiation {
  readonly #options: PublisherOptions;
  readonly #ownership: Ownership;
  #redirects = 0;
  #authenticationSteps = 0;

  constructor(options: PublisherOptions, ownership: Ownership) {
    this.#options = options;
    this.#ownership = ownership;
  }

  after(attempt: Attempt, refusal: Refusal): Attempt {
    const { target } = attempt;
    const { username = target.username, password = target.password ?? '' } = this.#options;
    if (refusal.redirectUrl !== undefined) {
      this.#redirects += 1;
      if (this.#redirects > MAX_REDIRECTS) {
        throw new AppError('rtmp/connect-rejected', {
          message: 'the server redirects in a circle',
          host: target.host,
        });
      }
      const follow = refusal.stage === 'publish' ? followPublishRedirect : followServer;
      return { ...attempt, target: follow(target, refusal.redirectUrl, this.#ownership), authQuery: '' };
    }
    const error = refusalError(refusal, target.host, username !== undefined);
    if (!refusal.auth || username === undefined) throw error;
    this.#authenticationSteps += 1;
    if (this.#authenticationSteps > MAX_AUTHENTICATION_STEPS || refusal.auth.step === 'failed') throw error;
    const nonce = randomBytes(NONCE_BYTES).toString('hex');
    const authQuery = answerChallenge(refusal.auth, { username, password }, nonce, target.app);
    return { ...attempt, authQuery };
  }
}

/**
 * Connects and publishes; resolves once the server has said Publish.Start. That alone does not prove that the key was
 * taken: a close within the first seconds after comes as `closed` with `rtmp/key-refused`, a reset with `rtmp/cut-after-publish`.
 * @throws AppError `input/*` before anything starts; `transport/*` and `rtmp/*` from the step that failed, among them
 * `rtmp/moved-elsewhere` where a server wants the stream at a host that its owner has not allowed;
 * `internal/aborted`. Nothing stays open then.
 */
export async function openPublisher(options: PublisherOptions): Promise<Publisher> {
  const mode = options.handshake ?? 'auto';
  const { url, ownUrl = url, streamKey, trustedHosts = [], isSameService = () => false } = options;
  const ownership: Ownership = { own: readTarget(ownUrl, streamKey), trustedHosts, isSameService };
  const target = readTarget(url, streamKey);
  // An address that a server named before is held against the rule again: what its owner allows may have changed.
  if (!mayMoveTo(target.host, ownership.own.host, trustedHosts, isSameService))
    throw movedElsewhere(ownership.own.host, target.host);
  const negotiation = new Negotiation(options, ownership);
  let attempt: Attempt = {
    target,
    handshake: mode === 'digest' ? 'digest' : 'plain',
    authQuery: '',
  };
  let canTryDigest = mode === 'auto' && !attempt.target.isEncrypted && attempt.target.scheme !== 'rtmfp';
  for (;;) {
    try {
      const outcome = await runAttempt(attempt, options, ownership);
      if (outcome instanceof LivePublisher) return outcome;
      attempt = negotiation.after(attempt, outcome);
    } catch (error) {
      const isHandshake = error instanceof AppError && error.code === 'rtmp/handshake-failed';
      if (!isHandshake || !canTryDigest) throw error;
      canTryDigest = false;
      attempt = { ...attempt, handshake: 'digest' };
    }
  }
}
