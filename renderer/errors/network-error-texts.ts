/** Texts for what goes wrong between this computer and a server: network, TLS, RTMP. */
import type { ErrorDetails } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/error-codes.ts';
import type { ErrorText, ErrorTexts } from './error-text-types.ts';

type NetworkCode = Extract<ErrorCode, `transport/${string}` | `rtmp/${string}`>;

function host(details: ErrorDetails): string {
  return typeof details['host'] === 'string' ? details['host'] : 'the server';
}

/** At the beginning of a sentence: a host is written as it is. */
function hostFirst(details: ErrorDetails): string {
  return typeof details['host'] === 'string' ? details['host'] : 'The server';
}

const steps: ReadonlyMap<unknown, string> = new Map([
  ['dns', 'the look-up of its name'],
  ['tcp', 'connecting'],
  ['tls', 'the TLS handshake'],
  ['handshake', 'the RTMP handshake'],
  ['connect', 'opening the application'],
  ['publish', 'the start of publishing'],
]);

function timeout(details: ErrorDetails): ErrorText {
  const step = steps.get(details['step']);
  return {
    title: `${hostFirst(details)} did not answer in time${step === undefined ? '' : ` during ${step}`}.`,
    action: 'Check the address and your network, or use the backup server.',
  };
}

function tlsFailed(details: ErrorDetails): ErrorText {
  const needed = details['neededVersion'];
  if (typeof needed === 'string')
    return {
      title: `${hostFirst(details)} doesn’t offer ${needed} or later.`,
      action: `Whoever runs the server has to switch ${needed} on. Older versions aren’t secure.`,
    };
  return {
    title: 'The secure connection could not be made.',
    action: 'Check that the port speaks RTMPS, and the lowest TLS version allowed.',
  };
}

function movedElsewhere(details: ErrorDetails): ErrorText {
  const server = typeof details['server'] === 'string' ? details['server'] : 'The server';
  const isPrivate = details['isPrivate'] === true;
  return {
    title: `${server} wants to send this stream to ${host(details)}${isPrivate ? ', an address of a private network' : ''}.`,
    action: isPrivate
      ? 'Upcast didn’t follow: your stream key would go there too. Ask whoever runs the server. If the address is right, enter it in this destination.'
      : 'Upcast didn’t follow: your stream key would go there too. If you know this host, choose “Allow this host”. If not, ask whoever runs the server.',
  };
}

const proxyActions: ReadonlyMap<unknown, string> = new Map([
  ['rules', 'Ask whoever runs the proxy to allow this server and port, or connect without a proxy.'],
  ['server', 'Check the server’s address and port: the proxy found no way to it.'],
  ['otherProtocol', 'Check the address, port and kind of the proxy: SOCKS5 and HTTP are different.'],
  ['silent', 'Check the kind of the proxy (SOCKS5 or HTTP) and its port, or connect without a proxy.'],
]);

function proxyLogin(details: ErrorDetails): ErrorText {
  const { hasLogin, otherMethods } = details;
  if (typeof otherMethods === 'string')
    return {
      title: `The proxy ${host(details)} wants a sign-in of another kind${otherMethods === '' ? '' : ` (${otherMethods})`}.`,
      action:
        'Upcast signs in with a user name and password. Ask whoever runs the proxy to allow that (Basic), or connect without it.',
    };
  return {
    title:
      hasLogin === true
        ? `The proxy ${host(details)} refused the user name or password.`
        : `The proxy ${host(details)} wants a user name and a password.`,
    action: 'Enter the user name and password of the proxy: in this destination, or under Proxy in Settings.',
  };
}

function proxyRefused(details: ErrorDetails): ErrorText {
  const isSilent = details['reason'] === 'silent';
  return {
    title: `The proxy ${host(details)} ${isSilent ? 'accepts connections, but doesn’t answer' : 'doesn’t connect to the server'}.`,
    action:
      proxyActions.get(details['reason']) ??
      'Check the address and kind of the proxy, or connect without a proxy.',
  };
}

export const networkErrorTexts: ErrorTexts<NetworkCode> = {
  'transport/host-not-found': (details) => ({
    title: `${hostFirst(details)} was not found.`,
    action: 'Check the spelling of the server address and whether you are online.',
  }),
  'transport/refused': (details) => ({
    title: `${hostFirst(details)} refuses connections on this port.`,
    action: 'Check the port in the address, and whether the server is running.',
  }),
  'transport/unreachable': (details) => ({
    title: `There is no way to ${host(details)} from this network.`,
    action: 'Check your network, VPN or firewall.',
  }),
  'transport/timeout': timeout,
  'transport/reset': () => ({
    title: 'The server reset the connection.',
    action: 'If it goes on, check the key and your uplink.',
  }),
  'transport/closed': () => ({
    title: 'The server closed the connection.',
    action: 'If it goes on, check the key, or whether someone else streams with it.',
  }),
  'transport/stalled': () => ({
    title: 'The server takes no more data.',
    action: 'Lower the bitrate if your uplink is slow, or use the backup server.',
  }),
  'transport/proxy-refused': proxyRefused,
  'transport/proxy-login': proxyLogin,
  'transport/proxy-unreachable': (details) => ({
    title: `The proxy ${host(details)} can’t be reached.`,
    action: 'Check the address and port of the proxy and whether it runs, or connect without a proxy.',
  }),
  'transport/tunnel-refused': () => ({
    title: 'The server does not speak RTMP over HTTP.',
    action: 'Use its rtmp:// or rtmps:// address.',
  }),
  'transport/tls-failed': tlsFailed,
  'transport/certificate-expired': () => ({
    title: 'The server’s certificate has expired.',
    action: 'Whoever runs the server has to renew it. Also check that your clock is right.',
  }),
  'transport/certificate-not-yet-valid': () => ({
    title: 'The server’s certificate is not valid yet.',
    action: 'See whether the clock of this computer is right.',
  }),
  'transport/certificate-wrong-host': (details) => ({
    title: `The certificate is not for ${host(details)}.`,
    action: 'Use the name that the certificate is made for.',
  }),
  'transport/certificate-unknown-authority': ({ isChainMissing }) => ({
    title: 'The server’s certificate is signed by an authority this computer does not know.',
    action:
      isChainMissing === true
        ? 'The server may not send the certificates between (a “full chain”): ask whoever runs it. For your own server, you can add its authority in the destination’s security settings.'
        : 'If it is your own server, add its authority in the destination’s security settings.',
  }),
  'transport/certificate-pin-mismatch': () => ({
    title: 'The server’s certificate is not the one you pinned.',
    action: 'If the server was given a new certificate, change the pin.',
  }),
  'rtmp/not-rtmp': () => ({
    title: 'What answers there is not an RTMP server.',
    action: 'Check the address and the port.',
  }),
  'rtmp/wants-encryption': () => ({
    title: 'The server wants an encrypted connection.',
    action: 'Use its rtmps:// address.',
  }),
  'rtmp/handshake-failed': () => ({
    title: 'The RTMP handshake failed.',
    action: 'Check that the address is an RTMP server’s.',
  }),
  'rtmp/protocol': () => ({
    title: 'The server said something that RTMP does not allow.',
    action: 'Try another server of the service.',
  }),
  'rtmp/limit': () => ({
    title: 'The server sent more than is reasonable.',
    action: 'Try another server of the service.',
  }),
  'rtmp/bad-amf': () => ({
    title: 'The server’s answer could not be understood.',
    action: 'Try another server of the service.',
  }),
  'rtmp/connect-rejected': () => ({
    title: 'The server refused the connection.',
    action: 'Check the address, and whether your account may stream.',
  }),
  'rtmp/moved-elsewhere': movedElsewhere,
  'rtmp/unknown-application': () => ({
    title: 'The server does not know this application.',
    action:
      'Check what follows the host in the address, often “live” or “app”. If it’s right, the server may let only certain encoders connect.',
  }),
  'rtmp/key-refused': () => ({
    title: 'The server refused the stream key.',
    action:
      'Copy the key from your service again and save it in this destination. If another encoder uses this key, stop it first.',
  }),
  'rtmp/name-in-use': () => ({
    title: 'Someone is already streaming with this key.',
    action: 'End the other stream, or wait until the server has noticed that it ended.',
  }),
  'rtmp/authentication-required': () => ({
    title: 'The server asks for a user name and a password.',
    action: 'Add them under “Sign-in” in this destination.',
  }),
  'rtmp/authentication-failed': () => ({
    title: 'The server refused the user name or the password.',
    action: 'Type them again in this destination.',
  }),
  'rtmp/codec-refused': (details) => ({
    title: `${hostFirst(details)} does not take ${typeof details['codec'] === 'string' ? details['codec'] : 'this codec'}.`,
    action: 'End the stream and choose an H.264 encoder in the settings: every server takes that.',
  }),
  'rtmp/server-error': () => ({
    title: 'The server reports an error of its own.',
    action: 'Wait a moment, or use the backup server.',
  }),
  'rtmp/server-ended': () => ({
    title: 'The server ended the stream.',
    action: 'See on your service’s page whether the stream was ended there.',
  }),
};
