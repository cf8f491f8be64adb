/** Hands what happens on air to everyone who follows: the window, the remote control, the log, the past streams. */
import type { WebContents } from 'electron';
import { isWorthReporting } from '../../../shared/broadcast/statistics.ts';
import { toAppError } from '../../../shared/errors/app-error.ts';
import { withSentence } from '../../../shared/text/with-sentence.ts';
import type { Logger } from '../../log/logger.ts';
import type { BroadcastSession } from './broadcast-session.ts';
import { sendEvent } from '../ipc/router.ts';
import type { PastStreamStore } from './past-stream-store.ts';
import type { RemoteController } from '../remote/remote-controller.ts';
import { WindowFeed } from '../window/window-feed.ts';

export interface Followers {
  readonly session: BroadcastSession;
  readonly remote: RemoteController;
  readonly pastStreams: PastStreamStore;
  readonly log: Logger;
  /** After each change of what is on air or recorded. */
  readonly keepAwake: () => void;
  /** Our window's contents; `undefined` while there is none. */
  readonly contents: () => WebContents | undefined;
}

/** For as long as the app runs. */
export function publishSession({ session, remote, pastStreams, log, keepAwake, contents }: Followers): void {
  const feed = new WindowFeed({
    sendSnapshot: (snapshot) => sendEvent(contents(), 'engine:snapshot', snapshot),
    sendEvents: (events) => sendEvent(contents(), 'engine:events', events),
  });
  session.onBegin.on(() => {
    feed.forgetEvents();
    sendEvent(contents(), 'engine:began', undefined);
  });
  session.onSnapshot.on((snapshot) => {
    keepAwake();
    feed.pushSnapshot(snapshot);
    remote.publish('snapshot');
  });
  session.onSample.on((sample) => {
    sendEvent(contents(), 'engine:sample', sample);
    remote.publish('sample', sample);
  });
  session.onEvent.on((event) => {
    const line = withSentence(event);
    log.info('broadcast', line.text);
    feed.pushEvent(event);
    remote.publish('event', line);
  });
  session.onSummary.on((summary) => {
    sendEvent(contents(), 'engine:summary', summary);
    remote.publish('summary', summary);
    if (!isWorthReporting(summary)) return;
    const { events, samples } = session.history();
    pastStreams.add(summary, events, samples).then(
      () => sendEvent(contents(), 'pastStreams:changed', undefined),
      (error: unknown) => log.error('report', 'the report was not kept', toAppError(error)),
    );
  });
}
