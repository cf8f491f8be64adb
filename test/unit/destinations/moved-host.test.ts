import { describe, expect, it } from 'vitest';
import { mayMoveTo, registrableDomain } from '../../../shared/destinations/moved-host.ts';
import { isSameService } from '../../../shared/destinations/services.ts';

describe('registrable domain', () => {
  it.each([
    ['live.example.com', 'example.com'],
    ['a.b.example.com.', 'example.com'],
    ['a.example.co.uk', 'example.co.uk'],
    ['live.example.com.au', 'example.com.au'],
    ['a.example.govt.nz', 'example.govt.nz'],
    ['example.tv', 'example.tv'] /* a country's own, under which anybody registers */,
  ])('of %s is %s', (host, domain) => {
    expect(registrableDomain(host)).toBe(domain);
  });

  it.each([
    ...['co.uk', 'com.au', 'localhost', '203.0.113.5', '2001:db8::1', 'fe80::1%eth0'],
    ...['a.duckdns.org', 'x.eu-west-1.compute.amazonaws.com', 'amazonaws.com', 'app.fly.dev'],
  ])('of %s is none', (host) => {
    expect(registrableDomain(host)).toBeUndefined();
  });
});

describe('a server may send a stream', () => {
  it.each([
    ['to itself', '203.0.113.5', '203.0.113.5', []],
    ['within its domain', 'b.example.com', 'a.example.com', []],
    ['within its service', 'live-jfk.twitch.tv', 'ingest.global-contribute.live-video.net', []],
    ['to a host that the owner allowed', 'other.example', 'a.example.com', ['other.example']],
  ])('%s', (_where, host, own, trusted) => {
    expect(mayMoveTo(host, own, trusted, isSameService)).toBe(true);
  });
});

describe('a server may not send a stream', () => {
  it.each([
    ['to another domain', 'example.net', 'a.example.com'],
    ['to another domain of the same country', 'evil.co.uk', 'good.co.uk'],
    ['to a name that ends alike', 'evilexample.com', 'example.com'],
    ['to an address near its own', '203.0.113.6', '203.0.113.5'],
    ['to another customer of the same cloud', 'evil.duckdns.org', 'good.duckdns.org'],
    ['to another service', 'a.rtmp.youtube.com', 'live-fra.twitch.tv'],
    ['from an unknown host to another unknown one', 'b', 'a'],
    ['to a name of the prototype', 'constructor', 'a.example.com'],
  ])('%s', (_where, host, own) => {
    expect(mayMoveTo(host, own, [], isSameService)).toBe(false);
  });
});
