import { describe, expect, it } from 'vitest';
import { parsePasted } from '../../../shared/destinations/paste/pasted-address.ts';
import { joinServerSecret } from '../../../shared/destinations/server-secret.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { wordsOf } from '../../support/words-of.ts';

/** Text, server, key. */
const forms: readonly (readonly [string, string, string])[] = [
  // One address, as the services form it.
  ['rtmp://live.example/app/key', 'rtmp://live.example/app', 'key'],
  ['rtmp://live.example:1940/app/inst/key?x=y', 'rtmp://live.example:1940/app/inst', 'key?x=y'],
  ['RTMPS://LIVE.Example/App/Key', 'rtmps://live.example/App', 'Key'],
  ['rtmps://[2001:db8::1]:8443/app/key', 'rtmps://[2001:db8::1]:8443/app', 'key'],
  ['rtmp://[fe80::1%25eth0]/app/key', 'rtmp://[fe80::1%eth0]/app', 'key'],
  ['rtmpt://live.example/app/key', 'rtmpt://live.example/app', 'key'],
  ['rtmpts://live.example/app/key', 'rtmpts://live.example/app', 'key'],
  ['rtmfp://live.example/app/key', 'rtmfp://live.example/app', 'key'],
  ['Server: rtmfp://live.example/app\nStream key: ab12-cd34', 'rtmfp://live.example/app', 'ab12-cd34'],
  [
    'rtmfp://live.example/app\nrtmps://live.example/app\nab12-cd34-ef56',
    'rtmps://live.example/app',
    'ab12-cd34-ef56',
  ],
  ['rtmp://live.example/app/a%2Fb%20c==', 'rtmp://live.example/app', 'a%2Fb%20c=='],
  ['rtmps://a.rtmps.youtube.com:443/live2/ab12-cd34', 'rtmps://a.rtmps.youtube.com:443/live2', 'ab12-cd34'],
  ['rtmps://a.rtmps.youtube.com/live2/ab12-cd34', 'rtmps://a.rtmps.youtube.com/live2', 'ab12-cd34'],
  [
    'rtmps://b.rtmps.youtube.com:443/live2?backup=1/ab12',
    'rtmps://b.rtmps.youtube.com:443/live2?backup=1',
    'ab12',
  ],
  [
    'rtmps://live-api-s.facebook.com:443/rtmp/FB-1-0-AbC?s_bl=1&s_ps=1&a=x/y',
    'rtmps://live-api-s.facebook.com:443/rtmp',
    'FB-1-0-AbC?s_bl=1&s_ps=1&a=x/y',
  ],
  [
    'rtmp://live-fra.twitch.tv/app/live_1_a?bandwidthtest=true',
    'rtmp://live-fra.twitch.tv/app',
    'live_1_a?bandwidthtest=true',
  ],
  [
    'rtmps://fa72.global-contribute.live-video.net/app/sk_us-west-2_a',
    'rtmps://fa72.global-contribute.live-video.net/app',
    'sk_us-west-2_a',
  ],
  ['rtmp://live.restream.io/live/re_1_a?test=true', 'rtmp://live.restream.io/live', 're_1_a?test=true'],
  ['rtmps://dc4-1.rtmp.t.me/s/123:AbC-d', 'rtmps://dc4-1.rtmp.t.me/s', '123:AbC-d'],
  [
    'rtmps://rtmp-auto.millicast.com/v2/pub/name?token=a/b',
    'rtmps://rtmp-auto.millicast.com/v2/pub',
    'name?token=a/b',
  ],
  ['rtmps://live.cloudflare.com:443/live/a/b', 'rtmps://live.cloudflare.com:443/live', 'a/b'],
  [
    'rtmp://live-push.bilivideo.com/live-bvc/?streamname=a&key=b',
    'rtmp://live-push.bilivideo.com/live-bvc',
    '?streamname=a&key=b',
  ],
  [
    'rtmp://push.example/live/name?txSecret=a&txTime=b',
    'rtmp://push.example/live',
    'name?txSecret=a&txTime=b',
  ],
  ['rtmp://push.example/app/name?auth_key=1-0-0-a', 'rtmp://push.example/app', 'name?auth_key=1-0-0-a'],
  ['rtmp://wowza.example:1935/live/_definst_/name', 'rtmp://wowza.example:1935/live/_definst_', 'name'],
  ['rtmp://wowza.example/vod/mp4:dir/name.mp4', 'rtmp://wowza.example/vod', 'mp4:dir/name.mp4'],
  ['rtmp://a-b.media.azure.net:1935/live/8d5c/name', 'rtmp://a-b.media.azure.net:1935/live/8d5c', 'name'],
  ['rtmp://srs.example/live?vhost=one/name', 'rtmp://srs.example/live?vhost=one', 'name'],
  ['rtmp://host.example/ingest?user=a:b/name', 'rtmp://host.example/ingest?user=a:b', 'name'],
  ['rtmp://live.example//app//key', 'rtmp://live.example/app', 'key'],
  // A server alone.
  ['rtmps://a.rtmps.youtube.com:443/live2', 'rtmps://a.rtmps.youtube.com:443/live2', ''],
  ['rtmps://rtmp-auto.millicast.com:443/v2/pub', 'rtmps://rtmp-auto.millicast.com:443/v2/pub', ''],
  ['rtmps://live.cloudflare.com:443/live/', 'rtmps://live.cloudflare.com:443/live', ''],
  ['rtmp://live.example/app', 'rtmp://live.example/app', ''],
  ['rtmps://fa72.global-contribute.live-video.net', 'rtmps://fa72.global-contribute.live-video.net/app', ''],
  [
    'rtmps://fa72.global-contribute.live-video.net:443/',
    'rtmps://fa72.global-contribute.live-video.net:443/app',
    '',
  ],
  ['rtmp://live-fra.twitch.tv/app/{stream_key}', 'rtmp://live-fra.twitch.tv/app', ''],
  ['rtmp://live.example/app/<key>', 'rtmp://live.example/app', ''],
  ['rtmp://live.example/app/STREAM_KEY', 'rtmp://live.example/app', ''],
  // What was around it.
  ['  rtmp://live.example/app/key \r\n', 'rtmp://live.example/app', 'key'],
  ['\ufeffrtmp://live.example/app/key\u200b', 'rtmp://live.example/app', 'key'],
  ['"rtmp://live.example/app/key"', 'rtmp://live.example/app', 'key'],
  ["'rtmp://live.example/app/key';", 'rtmp://live.example/app', 'key'],
  ['<rtmp://live.example/app/key>', 'rtmp://live.example/app', 'key'],
  ['“rtmp://live.example/app/key”,', 'rtmp://live.example/app', 'key'],
  ['ffmpeg -re -i a.mp4 -c copy -f flv "rtmp://live.example/app/key"', 'rtmp://live.example/app', 'key'],
  // Server and key.
  ['rtmp://live.example/app key', 'rtmp://live.example/app', 'key'],
  ['rtmp://live.example/app/inst/\nkey?a=b/c', 'rtmp://live.example/app/inst', 'key?a=b/c'],
  ['Server: rtmp://live.example/app\r\nStream key: key', 'rtmp://live.example/app', 'key'],
  ['Server:rtmp://live.example/app\nKey:key', 'rtmp://live.example/app', 'key'],
  ['Stream URL\nrtmp://live.example/app\nStream key\nkey', 'rtmp://live.example/app', 'key'],
  ['Stream key: "key"\nServer: "rtmp://live.example/app"', 'rtmp://live.example/app', 'key'],
  ['rtmp://live.example/app playpath=key live=1', 'rtmp://live.example/app', 'key'],
  ['rtmp://live.example/app/key live=1 timeout=30', 'rtmp://live.example/app', 'key'],
  [
    'rtmps://fa72.global-contribute.live-video.net sk_a',
    'rtmps://fa72.global-contribute.live-video.net/app',
    'sk_a',
  ],
];

describe('what is pasted', () => {
  it.each(forms)('%j', (text, url, key) => {
    const found = parsePasted(text);
    expect({ url: joinServerSecret(found.url, found.serverSecret), key: found.key }).toEqual({ url, key });
  });

  it.each([
    ['rtmp://us%40er:p%3Aw@live.example:1935/app/inst/key?x=y', 'us@er', 'p:w'],
    ['rtmp://user:p@ss@live.example/app/key', 'user', 'p@ss'],
    ['rtmp://user:pass@live.example/app\nkey', 'user', 'pass'],
  ])('credentials leave the server: %s', (text, username, password) => {
    const found = parsePasted(text);
    expect(found).toMatchObject({ username, password });
    expect(found.key).toMatch(/^key/);
    expect(found.url).not.toContain('@');
  });

  it.each([
    ['', /Enter a server/],
    ['topsecretkey', /Start the server address with/],
    ['live.example/app/topsecretkey', /Start the server address with/],
    ['srt://live.example:9000?streamid=topsecretkey', /SRT/],
    ['rist://live.example:9000/topsecretkey', /RIST/],
    ['https://live.example/whip/topsecretkey', /WHIP/],
    ['https://global.whip.live-video.net/topsecretkey', /WHIP/],
    ['whip://live.example/topsecretkey', /WHIP/],
    ['https://a.upload.youtube.com/http_upload_hls?cid=topsecretkey&file=out.m3u8', /HLS/],
    ['https://studio.youtube.com/channel/topsecretkey', /web page/],
    ['rtmpe://live.example/app/topsecretkey', /RTMPE/],
    ['rtmp://live.example', /application/],
    ['rtmp://live.example/app topsecretkey and more', /more than a server and key/],
    [
      'rtmp://one.example/app/topsecretkey rtmp://two.example/app rtmp://three.example/app',
      /more than two server/,
    ],
    [`rtmp://live.example/app/topsecretkey${'k'.repeat(20_000)}`, /too long/],
  ])('is refused in words that hold no key: %s', (text, words) => {
    const refused = refusalOf(text);
    expect(refused).toMatchObject({ code: 'input/bad-url' });
    expect(wordsOf(refused)).toMatch(words);
    expect(JSON.stringify(refused.toRecord())).not.toContain('topsecretkey');
  });
});

function refusalOf(text: string): AppError {
  try {
    parsePasted(text);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('it was taken');
}
