/** How the remote control answers a request that it refuses. */
export const remote = {
  unknownPath: 'There’s nothing at this path.',
  wrongMethod: (method: string) => `Use ${method} with this path.`,
  wrongHost: (port: number) => `Use the address http://127.0.0.1:${port}.`,
  fromPage: 'Web pages can’t use remote control.',
  tooManyHeaders: (maximum: number) => `A request can have at most ${maximum} headers.`,
  headersTooLarge: (bytes: number) => `The headers can be at most ${bytes} bytes.`,
  tokenMissing: 'Send the token from Upcast’s settings as “Authorization: Bearer …”.',
  bodyTooLarge: (bytes: number) => `The body can be at most ${bytes} bytes.`,
  badBody:
    'Leave the body empty. To start a stream, you can send JSON such as {"isRehearsal": true} with Content-Type: application/json.',
  tooManyListeners: (maximum: number) => `At most ${maximum} apps can listen at once.`,
  tooSlow: 'The request took too long to arrive.',
  notHttp: 'This isn’t HTTP.',
};
