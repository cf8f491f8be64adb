/** What a person enters and Upcast refuses or takes in part, for looking at the texts about it in the window. */

/** What the form refuses: where it stands, and what is pasted. */
export const shownPastes: readonly (readonly [name: string, text: string])[] = [
  ['two-servers', 'rtmp://one.example/app rtmp://two.example/app rtmp://three.example/app'],
  ['two-services', 'rtmp://live-fra.twitch.tv/app\nrtmps://a.rtmps.youtube.com/live2\nkkk1'],
  ['choice', 'rtmp://h.example/live/kqAbcdefgh7z\nalice-2027-live'],
  ['unknown-label', 'Server: rtmp://h.example/live\nUnheard label: abc'],
  ['password-hash', 'rtmp://admin:pass123##X@127.0.0.1/app/k'],
  ['lone-key', 'abcd-1234-efgh-5678-ijkl'],
  ['number', '{"server":"rtmp://h.example/live","key":12345678901234567890}'],
  ['srt', 'srt://live.example:9000?streamid=topsecretkey'],
  ['page', 'https://studio.youtube.com/channel/abc'],
  ['whip', 'https://live.example/whip/topsecretkey'],
  [
    'moved',
    'Server: rtmp://h.example/live\nStream key: abcdefgh\nUsername: u\nPassword: p\nBackup: rtmp://b.example/live',
  ],
];

/** Files that an import refuses or takes in part. */
export const shownFiles: readonly (readonly [name: string, text: string | Uint8Array])[] = [
  ['damaged-json', '{"type":"rtmp_custom","settings":{"server":"rtmp://h.example/live"'],
  ['part-of-json', 'Church = rtmp://h.example/live/k1\n  "server": "rtmp://h.example/live",\n  "key": "abc"'],
  ['binary', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0xff)],
  ['empty', '\n\n'],
  ['other-json', '{"some":"thing"}'],
  ['plugin-empty', '{"targets":[]}'],
  ['not-rtmp', '{"type":"whip_custom","settings":{"server":"https://h.example/whip"}}'],
  [
    'windows-1252',
    Buffer.concat([Buffer.from('Kirche M'), Buffer.of(0xfc), Buffer.from('nchen = rtmp://127.0.0.1/live/k')]),
  ],
  [
    'brings',
    JSON.stringify({
      format: 'upcast-presets',
      version: 1,
      destinations: [
        {
          name: 'Plain',
          serviceId: 'custom',
          url: 'rtmp://one.example/app',
          proxy: { mode: 'own', url: 'socks5://proxy.example:1080' },
        },
        { name: 'System', serviceId: 'custom', url: 'rtmps://one.example/app', proxy: { mode: 'system' } },
        { name: 'Direct', serviceId: 'custom', url: 'rtmps://two.example/app', proxy: { mode: 'none' } },
      ],
    }),
  ],
];

/** Proxy addresses that the form refuses. */
export const shownProxies: readonly (readonly [name: string, url: string])[] = [
  ['empty', ''],
  ['tls', 'https://proxy.example.com'],
  ['socks4', 'socks4://proxy.example.com'],
  ['scheme', 'ftp://proxy.example.com'],
  ['port', 'socks5://proxy.example.com:99999'],
  ['text', 'socks5://my proxy'],
];
