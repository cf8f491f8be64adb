/** Takes any publication over RTMFP and throws it away, in a process of its own. Prints its port, runs until it is killed. */
import { FlowReceiver } from '../../../electron/rtmp/rtmfp/messages/flow-receiver.ts';
import { SessionServer } from '../../../electron/rtmp/rtmfp/net/session-server.ts';

/** Never resolves. */
export async function runSink(): Promise<object> {
  const server = await SessionServer.open({
    host: '127.0.0.1',
    isProtectionRequired: true,
    accept: ({ path }) => {
      const receiver: FlowReceiver = new FlowReceiver(
        { path },
        {
          onEvent: (event) => {
            if (event.type === 'connectRequested') receiver.acceptConnect();
            if (event.type === 'publishRequested') receiver.acceptPublish();
          },
          onEnded: () => undefined,
        },
        performance.now(),
      );
      return receiver;
    },
  });
  process.stdout.write(`port ${server.port}\n`);
  return new Promise(() => undefined);
}
