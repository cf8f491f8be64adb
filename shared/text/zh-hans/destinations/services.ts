/** What each service of the catalogue says of itself: where its stream key is found, and what is good to know. By the service's id. */

export const services = {
  youtube: {
    keyHint: '在“YouTube Studio > Create > Go live > Stream”中复制推流码。',
    notes: [
      '对于 H.264，YouTube 建议 1080p60 用 12 Mbps，1440p60 用 24 Mbps，2160p60 用 35 Mbps。',
      '加密服务器只使用端口 443。备用服务器需要相同的编码。',
    ],
  },
  twitch: {
    keyHint: '在“Creator Dashboard > Settings > Stream”中复制主推流码。',
    notes: [
      'Twitch 会选择最近的服务器。也可以输入 Twitch 列出的任何其他服务器。',
      '直播最长 48 小时。',
      '仅支持固定比特率。音频：AAC-LC，单声道或立体声，44.1 或 48 kHz。128 kbps 适合所有观众。',
    ],
  },
  facebook: {
    keyHint: '在“Live Producer > Streaming software”中复制推流码，包括末尾很长的部分。',
    notes: [
      '建议：1080p60 用 4.5–9 Mbps，1080p30 用 3–6 Mbps，720p30 用 1.5–4 Mbps。',
      '必须加密并带有音频。直播最长 8 小时。',
      'Facebook 不允许在直播时更改编码。请关闭动态比特率。',
      '未使用的地址会在 24 小时后失效。',
      '账号必须注册满 60 天，并有 100 名粉丝。',
    ],
  },
  instagram: {
    keyHint: '网页版 Live Producer 会为每次直播显示新的地址和推流码。',
    notes: ['建议：720 × 1280，30 fps，2.25–6 Mbps。音频：立体声，44.1 kHz，最高 256 kbps。'],
  },
  tiktok: {
    keyHint: 'LIVE Studio 或 LIVE Center 会为每次直播显示地址和推流码。',
    notes: ['谁可以用其他软件直播由 TikTok 决定。', '建议：1080 × 1920 用约 2.5 Mbps。'],
  },
  kick: {
    keyHint: '在“Creator Dashboard > Settings > Stream URL & Key”中复制这两项。',
    notes: ['Kick 使用 Amazon IVS：TLS 1.2 或更高版本，不支持纯音频直播。'],
  },
  'amazon-ivs': {
    keyHint: 'AWS 控制台中的频道会显示接入服务器和推流码。',
    notes: [
      'BASIC 频道在 480p 时最高接受 1.5 Mbps，在 1080p 时最高接受 3.5 Mbps。比特率更高时，连接可能会断开。',
      '除非频道另有设置，否则必须使用 TLS 1.2 或更高版本。不支持纯音频直播。',
      '每秒一个关键帧可降低延迟。实时舞台不接受 B 帧，音频最高 160 kbps。',
    ],
  },
  x: {
    keyHint: '在“Media Studio > Producer > Sources”中创建 RTMP 来源。',
  },
  linkedin: {
    keyHint: '活动的直播页面会显示地址和推流码。需要先申请权限。',
    notes: ['建议：720p30 用约 3.5 Mbps。也接受 1080p。'],
  },
  vimeo: {
    keyHint: '在“Event settings > Connect to encoder”中复制 RTMPS 地址和推流码。',
    notes: [
      '如果活动显示其他地址，请使用那个地址。',
      '建议：1080p30 最高 5 Mbps。活动如不延长，持续 12 小时。',
    ],
  },
  dacast: {
    keyHint: '直播频道的编码器设置会显示地址和推流码。',
  },
  restream: {
    keyHint: '在“Dashboard > RTMP setup”中复制推流码。',
    notes: ['备用直播需要另一个推流码。'],
  },
  castr: {
    keyHint: '直播的页面会显示推流码和所在区域的地址。',
  },
  'cloudflare-stream': {
    keyHint: '在“Stream > Live inputs”中，输入会显示其 RTMPS 推流码。',
    notes: [
      '视频和音频合计：2–14 Mbps，最好低于 10。封闭式 GOP。',
      '每 2 到 10 秒一个关键帧，最好 4 到 8 秒。',
      '低延迟播放：每 2 到 4 秒一个关键帧，不用 B 帧。',
      'Cloudflare 有时会关闭连接。重新连接后，同一场直播会继续。',
    ],
  },
  mux: {
    keyHint: '在“Live Streams”中，直播会显示其推流码。',
    notes: ['直播的重连时限决定中断最长可以持续多久。'],
  },
  livepeer: {
    keyHint: '在“Streams”中，直播会显示其推流码。',
  },
  'dolby-optiview': {
    keyHint: '发布令牌的页面会显示 RTMP 流名称。请将该名称用作推流码。',
  },
  'google-live-stream': {
    keyHint: '项目的输入端点有地址和推流码。',
    notes: [
      '输入最高接受 6 Mbps（SD）、25 Mbps（HD）或 50 Mbps（UHD）。',
      '建议：1080p60 用 20 Mbps，720p30 用 8 Mbps。',
    ],
  },
  vindral: {
    keyHint: 'Vindral 门户中的频道页面会显示其推流码。',
  },
  trovo: {
    keyHint: '在“Trovo Studio > My Channel > Stream”中复制推流码。',
  },
  steam: {
    keyHint: 'Steam 账号的直播上传页面会显示推流码。',
  },
  picarto: {
    keyHint: '在“Dashboard > Stream settings”中复制推流码。',
  },
  chzzk: {
    keyHint: '在“CHZZK Studio > Broadcast settings”中复制推流码。',
  },
  bilibili: {
    keyHint: '直播中心会显示地址和推流码。请复制完整的推流码，包括末尾很长的部分。',
  },
  'api-video': {
    keyHint: '在“Live Streams”中，直播会显示其推流码。',
  },
  dlive: {
    keyHint: '在“Dashboard > Stream settings”中复制推流码。',
  },
  uscreen: {
    keyHint: 'Uscreen 管理后台中的直播活动页面会显示其推流码。',
  },
  sympla: {
    keyHint: '主办方账号中的线上活动页面会显示其推流码。',
  },
  onlyfans: {
    keyHint: '在“Settings > Streaming”中复制推流码。',
  },
  rumble: {
    keyHint: '直播的设置页面会显示地址和推流码。',
    notes: ['设置页面列出了各项限制。'],
  },
  telegram: {
    keyHint: '在频道中开始直播，然后在“Stream with other apps”中复制服务器地址和推流码。',
  },
  peertube: {
    keyHint: '在“Publish > Go live”中，视频页面会显示地址和推流码。',
    notes: ['自建服务器：限制由所有者设定。可以在推流目标中添加服务器的证书颁发机构。'],
  },
  owncast: {
    keyHint: '在“Admin page > Configuration > Server setup”中复制一个推流码。',
    notes: ['自建服务器：限制由所有者设定。请更改默认推流码。'],
  },
  'nginx-rtmp': {
    keyHint: '任何名称都可以，除非服务器会检查推流码。',
    notes: ['应用程序名和推流码最长各 255 字节。TLS 需要在服务器前设置代理。'],
  },
  relay: {
    keyHint: '“通过中继发送”会创建地址和推流码以及中继的文件。',
    notes: ['中继会原样转发直播，因此 Upcast 会针对其后的每个平台检查编码。'],
  },
  mediamtx: {
    keyHint: '路径由应用程序名和推流码组成。如果服务器要求，请添加用户名和密码。',
  },
  srs: {
    keyHint: '任何名称都可以，除非服务器会检查推流码。',
  },
  'node-media-server': {
    keyHint: '任何名称都可以。如果服务器会检查签名，请在名称后添加。',
  },
};
