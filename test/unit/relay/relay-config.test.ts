/** The relay's configuration: every value either quoted so that it stays one word, or refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRelay } from '../../../shared/relay/relay-config.ts';
import type { RelayTarget } from '../../../shared/relay/relay-config.ts';
import { relayGuide, relayReadme } from '../../../shared/relay/relay-guide.ts';
import { quoteNginx, toComment } from '../../../shared/relay/nginx-text.ts';

const target: RelayTarget = { name: 'One', url: 'rtmp://one.example/live', key: 'key-1' };
const build = (targets: readonly RelayTarget[], more: Partial<Parameters<typeof buildRelay>[0]> = {}) =>
  buildRelay({ targets, publishKey: 'abc123', port: 1935, isLocalOnly: false, ...more });
const file = (configuration: ReturnType<typeof build>, path: string): string =>
  configuration.files.find((each) => each.path === path)?.content ?? '';

/** Reads words as nginx does (ngx_conf_read_token), for what stands in double quotes. */
function readWord(text: string): { readonly word: string; readonly rest: string } {
  let word = '';
  for (let index = 1; index < text.length; index += 1) {
    const letter = text[index] ?? '';
    const next = text[index + 1] ?? '';
    if (letter === '"') return { word, rest: text.slice(index + 1) };
    if (letter === '\\' && /["'\\]/.test(next)) {
      word += next;
      index += 1;
    } else if (letter === '\\' && /[trn]/.test(next)) {
      word += { t: '\t', r: '\r', n: '\n' }[next] ?? '';
      index += 1;
    } else word += letter;
  }
  return { word, rest: '' };
}

describe('a quoted word', () => {
  it('comes back as it was, and ends where it ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (value) => {
        fc.pre(!/[\u0000-\u001f\u007f]/.test(value));
        expect(readWord(`${quoteNginx(value)};`)).toEqual({ word: value, rest: ';' });
      }),
    );
  });

  it.each(['a\nb', 'a\rb', 'a\u0000b', 'x'.repeat(5_000)])('is refused: %j', (value) => {
    expect(() => quoteNginx(value)).toThrow(expect.objectContaining({ code: 'input/bad-option' }));
  });

  it('stays on its line in a comment', () => {
    expect(toComment('One\n} server {\r\u2028x')).toBe('# One } server {  x');
  });
});

describe('the configuration', () => {
  it('pushes plain RTMP by itself and TLS through a checked way of its own', () => {
    const made = build([target, { name: 'Two', url: 'rtmps://two.example:443/app?backup=1', key: 'k2?a=b' }]);
    expect(made.pushedTo).toEqual(['One', 'Two']);
    const push = file(made, 'keys/push.conf');
    expect(push).toContain('push rtmp://one.example:1935 "app=live" "playPath=key-1"');
    expect(push).toContain('push rtmp://127.0.0.1:19351 "app=app?backup=1" "playPath=k2?a=b"');
    expect(push).toContain('"tcUrl=rtmps://two.example:443/app?backup=1"');
    const main = file(made, 'nginx.conf');
    expect(main).toContain('proxy_pass two.example:443;');
    expect(main).toContain('proxy_ssl_verify on;');
    expect(main).toContain('proxy_ssl_name two.example;');
    expect(main).toContain('proxy_ssl_trusted_certificate "/etc/ssl/certs/ca-certificates.crt";');
    expect(main).not.toContain('key-1');
  });

  it('trusts an authority of a target’s own in place of the system’s', () => {
    const made = build([{ ...target, url: 'rtmps://one.example/live', extraAuthorityPem: 'PEM' }]);
    expect(file(made, 'authorities/1.pem')).toBe('PEM');
    expect(file(made, 'nginx.conf')).toContain('proxy_ssl_trusted_certificate "authorities/1.pem";');
  });

  it('takes its own stream by TLS where it has a certificate', () => {
    const certificate = { certificatePath: '/etc/ssl/my relay.pem', keyPath: '/etc/ssl/my "key".pem' };
    const main = file(build([target], { certificate }), 'nginx.conf');
    expect(main).toContain('listen 1935 ssl;');
    expect(main).toContain('ssl_certificate "/etc/ssl/my relay.pem";');
    expect(main).toContain('ssl_certificate_key "/etc/ssl/my \\"key\\".pem";');
    expect(main).toContain('listen 127.0.0.1:19350;');
  });

  it.each<readonly [string, Partial<RelayTarget>, RegExp]>([
    ['a tunnel', { url: 'rtmpt://one.example/live' }, /HTTP/],
    ['RTMFP', { url: 'rtmfp://one.example/live' }, /RTMFP/],
    ['a user', { hasCredentials: true }, /password/],
    ['a user in the address', { url: 'rtmp://me:secret@one.example/live' }, /password/],
    ['no application', { url: 'rtmp://one.example' }, /application/],
    ['no key', { key: '' }, /key/],
    ['a number with TLS', { url: 'rtmps://192.0.2.1/live' }, /name/],
    ['a pin', { url: 'rtmps://one.example/live', pinnedSha256: 'ab' }, /pinned/],
    ['a hostile host', { url: 'rtmp://one.example;}/live' }, /host|address/],
    ['a line break', { key: 'a\nb' }, /or key: the stream key contains a line break/],
    ['an endless key', { key: 'x'.repeat(2_000) }, /long/],
  ])('refuses %s, in words and without the key', (_what, change, why) => {
    const made = build([{ ...target, ...change }]);
    expect(made.pushedTo).toEqual([]);
    expect(made.refusals[0]?.why).toMatch(why);
    expect(JSON.stringify(made.refusals)).not.toMatch(/key-1|secret/);
  });

  it('refuses a certificate whose path nginx would read as a variable', () => {
    const certificate = { certificatePath: '/etc/ssl/$ssl_server_name.pem', keyPath: '/etc/ssl/key.pem' };
    expect(() => build([target], { certificate })).toThrow('$');
  });

  it('tells statistics to nobody where no token was made, and never holds the token in the main file', () => {
    expect(file(build([target]), 'nginx.conf')).not.toContain('rtmp_stat');
    const main = file(build([target], { statusToken: 'a1b2c3' }), 'nginx.conf');
    expect(main).toContain('rtmp_stat');
    expect(main).not.toContain('a1b2c3');
  });
});

describe('the guide', () => {
  it('says what to type on the server', () => {
    const readme = relayReadme({
      isLocal: false,
      folder: '/home/me/relay',
      url: 'rtmp://relay.example/relay',
    });
    expect(readme).toContain('sudo apt install nginx libnginx-mod-rtmp libnginx-mod-stream');
    expect(readme).toContain('sudo nginx -c /etc/upcast-relay/nginx.conf -s stop');
  });

  it('quotes a folder for the shell', () => {
    const steps = relayGuide({ isLocal: true, folder: "/home/me/it's mine", url: 'rtmp://127.0.0.1/relay' });
    expect(steps.flatMap(({ commands }) => commands)).toContain(
      "nginx -e '/home/me/it'\\''s mine/error.log' -c '/home/me/it'\\''s mine/nginx.conf' -t",
    );
  });
});
