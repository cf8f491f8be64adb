/** The services offered by name, with the servers they publish, secure ones first. What is not here is typed. */

export interface ServiceChoice {
  readonly id: string;
  readonly name: string;
  readonly servers: readonly { readonly name: string; readonly url: string }[];
  /** Where the service shows the key. */
  readonly keyHelp?: string;
}

const one = (url: string): ServiceChoice['servers'] => [{ name: 'Worldwide', url }];

export const serviceChoices: readonly ServiceChoice[] = [
  {
    id: 'youtube',
    name: 'YouTube',
    servers: [
      { name: 'Primary', url: 'rtmps://a.rtmps.youtube.com:443/live2' },
      { name: 'Backup', url: 'rtmps://b.rtmps.youtube.com:443/live2?backup=1' },
    ],
    keyHelp: 'In YouTube Studio: Create, then Go live, then Stream.',
  },
  {
    id: 'twitch',
    name: 'Twitch',
    servers: one('rtmp://live.twitch.tv/app'),
    keyHelp: 'In the Creator Dashboard: Settings, then Stream.',
  },
  {
    id: 'facebook',
    name: 'Facebook Live',
    servers: one('rtmps://rtmp-api.facebook.com:443/rtmp/'),
    keyHelp: 'In Live Producer: Streaming software.',
  },
  {
    id: 'kick',
    name: 'Kick',
    servers: one('rtmps://fa723fc1b171.global-contribute.live-video.net:443/app'),
    keyHelp: 'In the creator dashboard: Settings, then Stream key. Compare the server shown there.',
  },
  {
    id: 'x',
    name: 'X',
    servers: [
      { name: 'US East', url: 'rtmps://va.pscp.tv:443/x' },
      { name: 'US West', url: 'rtmps://or.pscp.tv:443/x' },
      { name: 'Ireland', url: 'rtmps://ie.pscp.tv:443/x' },
    ],
    keyHelp: 'In Media Studio: Producer, then Sources.',
  },
  { id: 'vimeo', name: 'Vimeo', servers: one('rtmp://rtmp.cloud.vimeo.com/live') },
  { id: 'restream', name: 'Restream', servers: one('rtmp://live.restream.io/live') },
  { id: 'cloudflare', name: 'Cloudflare Stream', servers: one('rtmps://live.cloudflare.com:443/live/') },
  {
    id: 'mux',
    name: 'Mux',
    servers: [
      { name: 'Encrypted', url: 'rtmps://global-live.mux.com:443/app' },
      { name: 'Not encrypted', url: 'rtmp://global-live.mux.com:5222/app' },
    ],
  },
  {
    id: 'dolby',
    name: 'Dolby OptiView',
    servers: one('rtmps://rtmp-auto.millicast.com:443/v2/pub'),
  },
  { id: 'vindral', name: 'Vindral', servers: one('rtmps://rtmp.global.cdn.vindral.com/publish') },
  {
    id: 'livepeer',
    name: 'Livepeer Studio',
    servers: one('rtmp://rtmp.livepeer.com/live'),
  },
  { id: 'trovo', name: 'Trovo', servers: one('rtmp://livepush.trovo.live/live/') },
  { id: 'steam', name: 'Steam', servers: one('rtmp://ingest-rtmp.broadcast.steamcontent.com/app') },
  { id: 'chzzk', name: 'CHZZK', servers: one('rtmp://global-rtmp.lip2.navercorp.com:8080/relay') },
  { id: 'bilibili', name: 'Bilibili', servers: one('rtmp://live-push.bilivideo.com/live-bvc/') },
  { id: 'api-video', name: 'api.video', servers: one('rtmp://broadcast.api.video/s') },
  { id: 'dlive', name: 'DLive', servers: one('rtmp://stream.dlive.tv/live') },
];

export function findService(id: string): ServiceChoice | undefined {
  return serviceChoices.find((service) => service.id === id);
}
