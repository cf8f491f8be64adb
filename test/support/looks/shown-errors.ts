/** Errors of files, addresses, proxies and servers as the engine reports them, for looking at their texts in the window. */
import type { ErrorRecord } from '../../../shared/errors/app-error.ts';

const host = 'live.example.com';
const proxy = { host: 'proxy.example.com', port: 3128 };

export const shownErrors: readonly (readonly [name: string, error: ErrorRecord])[] = [
  [
    'Proxy: rules',
    {
      code: 'transport/proxy-refused',
      details: {
        ...proxy,
        reason: 'rules',
        message: 'the HTTP proxy refused the way to live.example.com (403)',
      },
    },
  ],
  [
    'Proxy: no way',
    {
      code: 'transport/proxy-refused',
      details: { ...proxy, reason: 'server', message: 'the SOCKS proxy says that the host is unreachable' },
    },
  ],
  [
    'Proxy: other kind',
    {
      code: 'transport/proxy-refused',
      details: { ...proxy, reason: 'otherProtocol', message: 'the proxy does not speak HTTP' },
    },
  ],
  [
    'Proxy: sign-in page',
    {
      code: 'transport/proxy-refused',
      details: { ...proxy, reason: 'signIn', message: 'the proxy answered with a web page (302)' },
    },
  ],
  [
    'Sign-in page in place of the tunnel',
    {
      code: 'transport/tunnel-refused',
      details: { host, port: 80, isWebPage: true, message: 'a web page answered in place of the tunnel' },
    },
  ],
  [
    'Sign-in page in place of TLS',
    {
      code: 'transport/tls-failed',
      details: { host, port: 443, isPlain: true, message: `${host} port 443 answered without TLS` },
    },
  ],
  [
    'Proxy: silent',
    {
      code: 'transport/proxy-refused',
      details: { ...proxy, reason: 'silent', message: 'the proxy proxy.example.com did not answer in time' },
    },
  ],
  [
    'Proxy: closed',
    {
      code: 'transport/proxy-refused',
      details: { ...proxy, reason: 'closed', message: 'the proxy closed the connection' },
    },
  ],
  [
    'Proxy: password',
    {
      code: 'transport/proxy-login',
      details: { ...proxy, hasLogin: true, message: 'the SOCKS proxy refused the user name or password' },
    },
  ],
  [
    'Proxy: wants one',
    {
      code: 'transport/proxy-login',
      details: {
        ...proxy,
        hasLogin: false,
        message: 'the HTTP proxy wants a user name and password, or refused them',
      },
    },
  ],
  [
    'Proxy: NTLM',
    {
      code: 'transport/proxy-login',
      details: {
        ...proxy,
        hasLogin: true,
        otherMethods: 'NTLM, Kerberos, Negotiate',
        message: 'the HTTP proxy wants a user name and password, or refused them',
      },
    },
  ],
  [
    'Proxy: away',
    {
      code: 'transport/proxy-unreachable',
      details: {
        ...proxy,
        message: 'the proxy is out of reach: nothing accepts connections at proxy.example.com port 3128',
      },
    },
  ],
  [
    'Name not found',
    {
      code: 'transport/host-not-found',
      details: { host, port: 443, message: `the server name ${host} was not found` },
    },
  ],
  [
    'Port closed',
    {
      code: 'transport/refused',
      details: { host, port: 1935, message: `nothing accepts connections at ${host} port 1935` },
    },
  ],
  [
    'No answer',
    {
      code: 'transport/timeout',
      details: { host, step: 'handshake', message: `${host} did not answer the handshake in time` },
    },
  ],
  [
    'TLS too old',
    {
      code: 'transport/tls-failed',
      details: {
        host,
        neededVersion: 'TLS 1.2',
        message: `${host} offers TLS 1.0 or 1.1 alone; this destination needs TLS 1.2 or later`,
      },
    },
  ],
  [
    'No TLS',
    {
      code: 'transport/tls-failed',
      details: { host, message: `${host} port 1935 ended the TLS handshake; is it a server without TLS?` },
    },
  ],
  [
    'Chain missing',
    {
      code: 'transport/certificate-unknown-authority',
      details: {
        host,
        isChainMissing: true,
        message: `the certificate of ${host} was issued by an authority that this computer does not know`,
      },
    },
  ],
  [
    'Authority',
    {
      code: 'transport/certificate-unknown-authority',
      details: {
        host,
        message: `the certificate of ${host} was issued by an authority that this computer does not know`,
      },
    },
  ],
  [
    'Other host',
    {
      code: 'transport/certificate-wrong-host',
      details: { host, message: `the certificate was made for another host than ${host}` },
    },
  ],
  [
    'Expired',
    {
      code: 'transport/certificate-expired',
      details: { host, message: `the certificate of ${host} has expired` },
    },
  ],
  [
    'Closed at publish',
    {
      code: 'rtmp/key-refused',
      details: {
        host,
        message:
          'The server closed the connection right after publish: the key was probably refused, or another app or device uses it.',
      },
    },
  ],
  [
    'Cut at publish',
    {
      code: 'rtmp/cut-after-publish',
      details: {
        host,
        message:
          'The connection was reset right after publish, without a word: the network failed, the key was refused, or another app or device uses it.',
      },
    },
  ],
  [
    'Key refused',
    { code: 'rtmp/key-refused', details: { host, serverWords: 'NetStream.Publish.Denied: unknown key' } },
  ],
  [
    'Name in use',
    {
      code: 'rtmp/name-in-use',
      details: { host, serverWords: 'NetStream.Publish.BadName: Already publishing' },
    },
  ],
  [
    'Application',
    {
      code: 'rtmp/unknown-application',
      details: {
        host,
        message:
          'the server closed the connection instead of answering: it probably knows no application "live", or lets only certain apps connect',
      },
    },
  ],
  [
    'Moved',
    {
      code: 'rtmp/moved-elsewhere',
      details: {
        server: host,
        host: 'ingest.other-cdn.example',
        message: `${host} wants to send this stream to ingest.other-cdn.example`,
      },
    },
  ],
  [
    'Moved, private',
    {
      code: 'rtmp/moved-elsewhere',
      details: {
        server: host,
        host: '10.0.0.7',
        isPrivate: true,
        message: `${host} wants to send this stream to 10.0.0.7`,
      },
    },
  ],
  [
    'In a circle',
    {
      code: 'rtmp/connect-rejected',
      details: {
        host,
        message: 'the server sends the stream on, again and again',
        serverWords: 'NetConnection.Connect.Rejected: [ 302 ]',
      },
    },
  ],
  [
    'Sign-in wanted',
    {
      code: 'rtmp/authentication-required',
      details: { host, serverWords: '[ AccessManager.Reject ] : [ code=403 need auth; authmod=adobe ]' },
    },
  ],
  [
    'Sign-in wrong',
    {
      code: 'rtmp/authentication-failed',
      details: { host, serverWords: '[ authmod=adobe ] : ?reason=authfailed' },
    },
  ],
  [
    'Codec',
    { code: 'rtmp/codec-refused', details: { host, codec: 'HEVC', message: `${host} does not take HEVC` } },
  ],
  [
    'Not RTMP',
    {
      code: 'rtmp/not-rtmp',
      details: { host, isWebPage: true, message: 'the server answered like a web server' },
    },
  ],
  [
    'RTMPE',
    { code: 'rtmp/wants-encryption', details: { host, version: 8, message: 'the server wants RTMPE' } },
  ],
  [
    'Handshake',
    {
      code: 'rtmp/handshake-failed',
      details: { host, message: `${host} closed the connection during the handshake; wrong scheme or port?` },
    },
  ],
  [
    'Tunnel',
    { code: 'transport/tunnel-refused', details: { host, message: 'not a server of the RTMP tunnel' } },
  ],
];
