/**
 * Whole blocks as people copy them from services' pages, with made-up keys. Each has its right answer: server, key, and
 * what else it names. Labels follow the pages; everything else is ours.
 */

export interface PastedBlock {
  /** Service and language. */
  readonly from: string;
  readonly text: string;
  readonly url: string;
  readonly key: string;
  readonly backupUrl?: string;
  readonly username?: string;
  readonly password?: string;
}

const lines = (...each: readonly string[]): string => each.join('\n');

export const pastedBlocks: readonly PastedBlock[] = [
  {
    from: 'YouTube, English',
    text: lines(
      'Stream settings',
      'Stream key (paste in encoder)',
      'abcd-1234-efgh-5678-ijkl',
      'Stream URL',
      'rtmp://a.rtmp.youtube.com/live2',
      'Backup server URL',
      'rtmp://b.rtmp.youtube.com/live2?backup=1',
    ),
    url: 'rtmp://a.rtmp.youtube.com/live2',
    key: 'abcd-1234-efgh-5678-ijkl',
    backupUrl: 'rtmp://b.rtmp.youtube.com/live2?backup=1',
  },
  {
    from: 'YouTube, German',
    text: lines(
      'Streamschlüssel (in Encoder einfügen)',
      'abcd-1234-efgh-5678-ijkl',
      'Kopieren',
      'Stream-URL',
      'rtmps://a.rtmps.youtube.com/live2',
      'Kopieren',
    ),
    url: 'rtmps://a.rtmps.youtube.com/live2',
    key: 'abcd-1234-efgh-5678-ijkl',
  },
  {
    from: 'YouTube, its interface for programs',
    text: JSON.stringify({
      cdn: {
        ingestionInfo: {
          streamName: 'abcd-1234-efgh-5678-ijkl',
          ingestionAddress: 'rtmp://a.rtmp.youtube.com/live2',
          backupIngestionAddress: 'rtmp://b.rtmp.youtube.com/live2?backup=1',
        },
        resolution: 'variable',
      },
    }),
    url: 'rtmp://a.rtmp.youtube.com/live2',
    key: 'abcd-1234-efgh-5678-ijkl',
    backupUrl: 'rtmp://b.rtmp.youtube.com/live2?backup=1',
  },
  {
    from: 'Twitch, French',
    text: lines(
      'Clé de stream principale',
      'live_123_AbC',
      'Copier',
      'Serveur',
      'rtmps://live.twitch.tv/app',
    ),
    url: 'rtmps://live.twitch.tv/app',
    key: 'live_123_AbC',
  },
  {
    from: 'Facebook Live',
    text: lines(
      'Server URL',
      'rtmps://live-api-s.facebook.com:443/rtmp/',
      'Stream key',
      'FB-10-0-Abx?s_bl=1&s_psm=1&a=Ab/c',
    ),
    url: 'rtmps://live-api-s.facebook.com:443/rtmp',
    key: 'FB-10-0-Abx?s_bl=1&s_psm=1&a=Ab/c',
  },
  {
    from: 'Kick',
    text: lines(
      'Stream URL',
      'rtmps://fa723fc1b171.global-contribute.live-video.net',
      'Stream Key',
      'sk_us-west-2_Ab',
    ),
    url: 'rtmps://fa723fc1b171.global-contribute.live-video.net/app',
    key: 'sk_us-west-2_Ab',
  },
  {
    from: 'Instagram Live Producer',
    text: lines(
      'Stream URL',
      'rtmps://edgetee-upload-fra3-1.xx.fbcdn.net:443/rtmp/',
      'Stream key',
      '17900?s_bl=1&s_ml=2&a=Ab-1',
    ),
    url: 'rtmps://edgetee-upload-fra3-1.xx.fbcdn.net:443/rtmp',
    key: '17900?s_bl=1&s_ml=2&a=Ab-1',
  },
  {
    from: 'TikTok Live',
    text: lines(
      'Server URL: rtmp://push-rtmp-l11.example.com/stage/',
      'Stream key: stream-117?expire=1&sign=ab',
    ),
    url: 'rtmp://push-rtmp-l11.example.com/stage',
    key: 'stream-117?expire=1&sign=ab',
  },
  {
    from: 'LinkedIn Live',
    text: lines(
      'Stream URL',
      'rtmps://1af.channel.media.azure.example:2935/live/ab12',
      'Copy',
      'Stream key',
      'k-7',
      'Copy',
    ),
    url: 'rtmps://1af.channel.media.azure.example:2935/live/ab12',
    key: 'k-7',
  },
  {
    from: 'Vimeo',
    text: lines('RTMPS URL', 'rtmps://rtmp-global.cloud.vimeo.com:443/live', 'Stream key', '5ab1-77'),
    url: 'rtmps://rtmp-global.cloud.vimeo.com:443/live',
    key: '5ab1-77',
  },
  {
    from: 'Restream',
    text: lines('RTMP URL', 'rtmp://live.restream.io/live', 'Stream Key', 're_123_ab'),
    url: 'rtmp://live.restream.io/live',
    key: 're_123_ab',
  },
  {
    from: 'Cloudflare Stream, RTMP and RTMPS listed',
    text: lines('RTMPS URL', 'rtmps://live.cloudflare.com:443/live/', 'RTMPS Key', 'ab12kcd34'),
    url: 'rtmps://live.cloudflare.com:443/live',
    key: 'ab12kcd34',
  },
  {
    from: 'Mux',
    text: lines('Server URL\trtmps://global-live.mux.com:443/app', 'Stream Key\t1c5e-ab'),
    url: 'rtmps://global-live.mux.com:443/app',
    key: '1c5e-ab',
  },
  {
    from: 'Amazon IVS',
    text: lines(
      'Ingest server',
      'rtmps://a1b2.global-contribute.live-video.net:443/app/',
      'Stream key',
      'sk_eu-west-1_a',
    ),
    url: 'rtmps://a1b2.global-contribute.live-video.net:443/app',
    key: 'sk_eu-west-1_a',
  },
  {
    from: 'Dailymotion, French',
    text: lines(
      'URL du serveur : rtmp://publish.dailymotion.com/publish-dm',
      'Clé de diffusion : x8ab?auth=77',
    ),
    url: 'rtmp://publish.dailymotion.com/publish-dm',
    key: 'x8ab?auth=77',
  },
  {
    from: 'VK Video, Russian',
    text: lines('URL сервера', 'rtmp://vsu.okcdn.ru/input/', 'Ключ потока', '77_12_ab', 'Копировать'),
    url: 'rtmp://vsu.okcdn.ru/input',
    key: '77_12_ab',
  },
  {
    from: 'bilibili, Chinese',
    text: lines(
      '服务器地址：rtmp://live-push.bilivideo.com/live-bvc/',
      '串流密钥：?streamname=live_7&key=ab&schedule=rtmp',
    ),
    url: 'rtmp://live-push.bilivideo.com/live-bvc',
    key: '?streamname=live_7&key=ab&schedule=rtmp',
  },
  {
    from: 'Douyu, Chinese',
    text: lines('rtmp地址', 'rtmp://sendtc3.douyu.example/live', '直播码', '99rab?wsSecret=1a&wsTime=2'),
    url: 'rtmp://sendtc3.douyu.example/live',
    key: '99rab?wsSecret=1a&wsTime=2',
  },
  {
    from: 'niconico, Japanese',
    text: lines(
      'URL',
      'rtmp://aliveorigin.dmc.nico/named_input',
      'ストリームキー',
      'nicolive-production-pg_ab',
      'コピー',
    ),
    url: 'rtmp://aliveorigin.dmc.nico/named_input',
    key: 'nicolive-production-pg_ab',
  },
  {
    from: 'SOOP, Korean',
    text: lines('스트림 URL', 'rtmp://rtmpmanager.example.kr/app', '스트림 키', 'bj77-ab12', '복사'),
    url: 'rtmp://rtmpmanager.example.kr/app',
    key: 'bj77-ab12',
  },
  {
    from: 'Taiwan, traditional Chinese',
    text: lines('伺服器網址：rtmp://h.example/live', '串流金鑰：ab-77'),
    url: 'rtmp://h.example/live',
    key: 'ab-77',
  },
  {
    from: 'Trovo, Spanish',
    text: lines('Servidor: rtmp://livepush.trovo.live/live/', 'Clave de transmisión: 7_a?bizid=1'),
    url: 'rtmp://livepush.trovo.live/live',
    key: '7_a?bizid=1',
  },
  {
    from: 'Nimo, Portuguese',
    text: lines(
      'URL do servidor',
      'rtmp://txpush.example.tv/live/',
      'Chave de transmissão',
      'su77?txSecret=a',
    ),
    url: 'rtmp://txpush.example.tv/live',
    key: 'su77?txSecret=a',
  },
  {
    from: 'Italian page',
    text: lines('URL di streaming', 'rtmp://h.example/diretta', 'Chiave di streaming', 'ab:77'),
    url: 'rtmp://h.example/diretta',
    key: 'ab:77',
  },
  {
    from: 'Polish page',
    text: lines('Adres serwera: rtmp://h.example/live', 'Klucz strumienia: ab=77'),
    url: 'rtmp://h.example/live',
    key: 'ab=77',
  },
  {
    from: 'Turkish page',
    text: lines('Sunucu URL', 'rtmp://h.example/live', 'Yayın anahtarı', 'ab77'),
    url: 'rtmp://h.example/live',
    key: 'ab77',
  },
  {
    from: 'Arabic page',
    text: lines('عنوان الخادم: \u200ertmp://h.example/live', 'مفتاح البث: \u200eab77'),
    url: 'rtmp://h.example/live',
    key: 'ab77',
  },
  {
    from: 'Dutch page',
    text: lines('Serveradres: rtmp://h.example/live', 'Streamsleutel: ab77'),
    url: 'rtmp://h.example/live',
    key: 'ab77',
  },
  {
    from: 'Wowza, with a sign-in',
    text: lines(
      'Host Server: rtmp://w.example:1935/live',
      'Stream name: myStream',
      'Username: me',
      'Password: p w/1',
    ).replace('Host Server', 'Server'),
    url: 'rtmp://w.example:1935/live',
    key: 'myStream',
    username: 'me',
    password: 'p w/1',
  },
  {
    from: 'Dacast, application beside the host',
    text: lines(
      'Server URL: rtmp://p.ep1.i.akamaientrypoint.example',
      'Application: EntryPoint',
      'Stream name: ab_1@7',
    ),
    url: 'rtmp://p.ep1.i.akamaientrypoint.example/EntryPoint',
    key: 'ab_1@7',
  },
  {
    from: 'Castr, both addresses and a page',
    text: lines(
      'https://app.castr.example/stream/7',
      'Primary server: rtmp://fr.castr.example/static',
      'Backup server: rtmp://bkp.castr.example/static',
      'Stream key: live_7?password=ab',
    ),
    url: 'rtmp://fr.castr.example/static',
    backupUrl: 'rtmp://bkp.castr.example/static',
    key: 'live_7?password=ab',
  },
];
