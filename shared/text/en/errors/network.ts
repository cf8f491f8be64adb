/** What goes wrong between this computer and a server: network, TLS, RTMP. */
import type { ErrorDetails } from '../../../errors/app-error.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorText, ErrorTexts } from '../../error-text-types.ts';

type NetworkCode = Extract<ErrorCode, `transport/${string}` | `rtmp/${string}`>;

function host(details: ErrorDetails, otherwise = 'the server'): string {
  return typeof details['host'] === 'string' ? details['host'] : otherwise;
}

/** In a sentence's first place, where a host keeps its small letter. */
function subject(details: ErrorDetails): string {
  return host(details, 'The server');
}

/** A network answers in the server's place until its user has signed in. */
const SIGN_IN_PAGE = 'If you’re on public Wi-Fi, open any page in a browser and sign in first.';

const late: ReadonlyMap<unknown, (details: ErrorDetails) => string> = new Map([
  ['dns', (details) => `Looking up ${host(details)} took too long.`],
  ['tcp', (details) => `Connecting to ${host(details)} took too long.`],
  ['tls', (details) => lateAt(details, 'while securing the connection')],
  ['handshake', (details) => lateAt(details, 'during the RTMP handshake')],
  ['connect', (details) => lateAt(details, 'while opening the RTMP application')],
  ['publish', (details) => lateAt(details, 'after Upcast sent the stream key')],
]);

function lateAt(details: ErrorDetails, when: string): string {
  return `${subject(details)} didn’t respond in time ${when}.`;
}

function timeout(details: ErrorDetails): ErrorText {
  return {
    title: late.get(details['step'])?.(details) ?? `${subject(details)} didn’t respond in time.`,
    action: 'Check the address and your network, or use the backup server.',
  };
}

function tlsFailed(details: ErrorDetails): ErrorText {
  const needed = details['neededVersion'];
  if (typeof needed === 'string')
    return {
      title: `${subject(details)} doesn’t support ${needed} or later.`,
      action:
        needed === 'TLS 1.3'
          ? 'Ask the server’s admin to turn on TLS 1.3, or set this destination’s minimum TLS version to TLS 1.2.'
          : `Ask the server’s admin to turn on ${needed}. Older versions aren’t secure.`,
    };
  if (details['isPlain'] === true)
    return {
      title: `${subject(details)} responded without encryption.`,
      action: `Check that the port supports RTMPS. ${SIGN_IN_PAGE}`,
    };
  return {
    title: 'Couldn’t make a secure connection.',
    action: 'Check that the port supports RTMPS. Then check the minimum TLS version in this destination.',
  };
}

function movedElsewhere(details: ErrorDetails): ErrorText {
  const server = typeof details['server'] === 'string' ? details['server'] : 'The server';
  const isPrivate = details['isPrivate'] === true;
  const target = host(details, 'another server');
  return {
    title: `${server} wants to redirect your stream to ${target}${isPrivate ? ', which is on a private network' : ''}.`,
    action: isPrivate
      ? 'Upcast didn’t follow the redirect, which would send your stream key to this host. Ask the server’s admin whether this host is right. If it is, enter its address in this destination.'
      : 'Upcast didn’t follow the redirect, which would send your stream key to this host. If you trust this host, choose Allow this host. If you’re not sure, ask the server’s admin.',
  };
}

const proxyActions: ReadonlyMap<unknown, string> = new Map([
  ['signIn', 'Open any page in a browser on this computer and sign in there, then try again.'],
  ['rules', 'Ask the proxy’s admin to allow this server and port, or connect without a proxy.'],
  ['server', 'The proxy can’t reach the server. Check the server’s address and port.'],
  ['otherProtocol', 'Check the proxy’s address, port, and type: SOCKS5 and HTTP aren’t interchangeable.'],
  ['silent', 'Check the proxy’s port and type (SOCKS5 or HTTP), or connect without a proxy.'],
  ['datagrams', 'Use RTMPS for this destination, or connect without a proxy.'],
]);

function proxy(details: ErrorDetails): string {
  return `proxy ${host(details, '')}`.trimEnd();
}

function proxyRefused(details: ErrorDetails): ErrorText {
  const what: ReadonlyMap<unknown, string> = new Map([
    ['silent', 'accepts connections but doesn’t respond'],
    ['signIn', 'responded with a web page, probably a sign-in page'],
    ['datagrams', 'doesn’t carry RTMFP, which uses UDP'],
  ]);
  return {
    title: `The ${proxy(details)} ${what.get(details['reason']) ?? 'didn’t connect to the server'}.`,
    action:
      proxyActions.get(details['reason']) ??
      'Check the proxy’s address and type, or connect without a proxy.',
  };
}

function proxyLogin(details: ErrorDetails): ErrorText {
  const { hasLogin, otherMethods } = details;
  if (typeof otherMethods === 'string')
    return {
      title: `The ${proxy(details)} requires a sign-in method Upcast doesn’t support${otherMethods === '' ? '' : ` (${otherMethods})`}.`,
      action:
        'Upcast signs in with a username and password. Ask the proxy’s admin to allow that (Basic authentication), or connect without a proxy.',
    };
  return {
    title:
      hasLogin === true
        ? `The ${proxy(details)} rejected the username or password.`
        : `The ${proxy(details)} needs a username and password.`,
    action: 'Enter the proxy’s username and password in this destination, or under Proxy in Settings.',
  };
}

function webPage(details: ErrorDetails, action: string): ErrorText {
  return {
    title: `${subject(details)} responded like a website, not a streaming server.`,
    action: `${action} ${SIGN_IN_PAGE}`,
  };
}

export const networkErrors: ErrorTexts<NetworkCode> = {
  'transport/host-not-found': (details) => ({
    title: `Can’t find ${host(details)}.`,
    action: 'Check the server address for typos, and check your internet connection.',
  }),
  'transport/refused': (details) => ({
    title: `${subject(details)} refused the connection.`,
    action: 'Check the port in the address, and make sure the server is running.',
  }),
  'transport/unreachable': (details) =>
    details['isLocalNetwork'] === true
      ? {
          title: `Can’t reach ${host(details)} on your local network.`,
          action:
            'Turn on Upcast under System Settings > Privacy & Security > Local Network. If it’s on, check that the server is running.',
        }
      : {
          title: `Can’t reach ${host(details)} from this network.`,
          action: 'Check your network, VPN, or firewall.',
        },
  'transport/timeout': timeout,
  'transport/reset': () => ({
    title: 'The server reset the connection.',
    action: 'If this keeps happening, check the stream key and your upload speed.',
  }),
  'transport/closed': () => ({
    title: 'The server closed the connection.',
    action: 'If this keeps happening, check the stream key, and make sure nobody else is streaming with it.',
  }),
  'transport/stalled': () => ({
    title: 'The server stopped accepting data.',
    action: 'Lower the bitrate if your upload is slow, or use the backup server.',
  }),
  'transport/proxy-refused': proxyRefused,
  'transport/proxy-login': proxyLogin,
  'transport/proxy-unreachable': (details) => ({
    title: `Can’t reach the ${proxy(details)}.`,
    action:
      'Make sure the proxy is running and its address and port are correct, or connect without a proxy.',
  }),
  'transport/tunnel-refused': (details) =>
    details['isWebPage'] === true
      ? webPage(details, 'Use the server’s rtmp:// or rtmps:// address.')
      : {
          title: 'The server doesn’t support RTMP over HTTP.',
          action: 'Use the server’s rtmp:// or rtmps:// address.',
        },
  'transport/tls-failed': tlsFailed,
  'transport/certificate-expired': () => ({
    title: 'The server’s certificate has expired.',
    action:
      'Check this computer’s clock. If the clock is right, the server’s admin has to renew the certificate.',
  }),
  'transport/certificate-not-yet-valid': () => ({
    title: 'The server’s certificate isn’t valid yet.',
    action: 'Check this computer’s clock.',
  }),
  'transport/certificate-wrong-host': (details) => ({
    title: `The server’s certificate isn’t for ${host(details, 'this host')}.`,
    action: `Use the host name the certificate was issued for. ${SIGN_IN_PAGE}`,
  }),
  'transport/certificate-unknown-authority': ({ isChainMissing }) => ({
    title: 'This computer doesn’t trust the server’s certificate.',
    action:
      isChainMissing === true
        ? 'The server may not be sending its full certificate chain. Ask its admin to check. For your own server, you can add its certificate authority under Security and network in this destination.'
        : `If it’s your own server, add its certificate authority under Security and network in this destination. ${SIGN_IN_PAGE}`,
  }),
  'transport/certificate-pin-mismatch': () => ({
    title: 'The server’s certificate doesn’t match the pinned certificate.',
    action: 'If the server has a new certificate, update the pinned certificate in this destination.',
  }),
  'rtmp/not-rtmp': (details) =>
    details['isWebPage'] === true
      ? webPage(details, 'Check the address and port.')
      : { title: 'There’s no RTMP server at this address.', action: 'Check the address and port.' },
  'rtmp/wants-encryption': () => ({
    title: 'The server requires an encrypted connection.',
    action: 'Use the server’s rtmps:// address.',
  }),
  'rtmp/handshake-failed': () => ({
    title: 'RTMP handshake failed.',
    action: 'Check that the address belongs to an RTMP server.',
  }),
  'rtmp/protocol': () => ({
    title: 'The server sent an invalid RTMP message.',
    action: 'Choose another server.',
  }),
  'rtmp/limit': () => ({
    title: 'The server sent too much data.',
    action: 'Choose another server.',
  }),
  'rtmp/bad-amf': () => ({
    title: 'The server sent a response Upcast can’t read.',
    action: 'Choose another server.',
  }),
  'rtmp/connect-rejected': () => ({
    title: 'The server rejected the connection.',
    action: 'Check the address, and make sure your account is allowed to stream.',
  }),
  'rtmp/moved-elsewhere': movedElsewhere,
  'rtmp/unknown-application': () => ({
    title: 'The server has no RTMP application with this name.',
    action:
      'Check the part of the address after the host, often “live” or “app”. If that part is right, the server may accept only certain streaming apps.',
  }),
  'rtmp/key-refused': () => ({
    title: 'The server rejected the stream key.',
    action:
      'Copy the key from your service again and save it in this destination. If another app or device is using this key, stop it first.',
  }),
  'rtmp/cut-after-publish': () => ({
    title: 'The connection closed as the stream started.',
    action:
      'Try again. If this keeps happening, copy the key from your service and save it in this destination. If another app or device is using this key, stop it first.',
  }),
  'rtmp/name-in-use': () => ({
    title: 'Someone is already streaming with this key.',
    action: 'End the other stream. If it has just ended, wait a minute for the server to notice.',
  }),
  'rtmp/authentication-required': () => ({
    title: 'The server requires a username and password.',
    action: 'Enter the username and password under Sign-in in this destination.',
  }),
  'rtmp/authentication-failed': () => ({
    title: 'The server rejected the username or password.',
    action: 'Enter the username and password again in this destination.',
  }),
  'rtmp/codec-refused': (details) => ({
    title: `${subject(details)} doesn’t support ${typeof details['codec'] === 'string' ? details['codec'] : 'this codec'}.`,
    action: 'End the stream and choose an H.264 encoder in Settings. Every server supports H.264.',
  }),
  'rtmp/server-error': () => ({
    title: 'The server reported an internal error.',
    action: 'Wait a moment, or use the backup server.',
  }),
  'rtmp/server-ended': () => ({
    title: 'The server ended the stream.',
    action: 'Check your service’s dashboard to see whether someone ended the stream there.',
  }),
};
