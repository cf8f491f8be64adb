/** A server of RTMFP on loopback that answers as a test wants, and keeps what it gets. */
import { FlowReceiver } from '../../../electron/rtmp/rtmfp/messages/flow-receiver.ts';
import { SessionServer } from '../../../electron/rtmp/rtmfp/net/session-server.ts';
import type { SessionServerOptions } from '../../../electron/rtmp/rtmfp/net/session-server.ts';
import type { ReceiveSessionEvent } from '../../../electron/rtmp/session/receive/receive-session-types.ts';

export type Media = Extract<ReceiveSessionEvent, { type: 'media' }>;

export interface FlowServer {
  readonly url: string;
  readonly port: number;
  readonly media: readonly Media[];
  /** Who ended each session. */
  readonly endings: readonly string[];
  readonly events: readonly ReceiveSessionEvent[];
  readonly receivers: readonly FlowReceiver[];
  close(): void;
}

export interface FlowServerOptions extends Partial<SessionServerOptions> {
  /** By default everybody may publish. */
  readonly answer?: (receiver: FlowReceiver, event: ReceiveSessionEvent) => void;
}

export function acceptAll(receiver: FlowReceiver, event: ReceiveSessionEvent): void {
  if (event.type === 'connectRequested') receiver.acceptConnect();
  if (event.type === 'publishRequested') receiver.acceptPublish();
}

export async function startFlowServer({
  answer = acceptAll,
  ...options
}: FlowServerOptions = {}): Promise<FlowServer> {
  const media: Media[] = [];
  const events: ReceiveSessionEvent[] = [];
  const endings: string[] = [];
  const receivers: FlowReceiver[] = [];
  const server = await SessionServer.open({
    host: '127.0.0.1',
    isProtectionRequired: true,
    accept: ({ path }) => {
      const receiver: FlowReceiver = new FlowReceiver(
        { path },
        {
          onEvent: (event) => {
            events.push(event);
            if (event.type === 'media') media.push(event);
            answer(receiver, event);
          },
          onEnded: (ending) => endings.push(ending),
        },
        performance.now(),
      );
      receivers.push(receiver);
      return receiver;
    },
    ...options,
  });
  const { port } = server;
  const url = `rtmfp://127.0.0.1:${port}/live`;
  return { url, port, media, endings, events, receivers, close: () => server.close() };
}
