/** What each service of the catalogue says of itself: where its stream key is found, and what is good to know. By the service's id. */

export const services = {
  youtube: {
    keyHint: 'YouTube Studio > Create > Go live > Stream: copy the stream key.',
    notes: [
      'For H.264, YouTube recommends 12 Mbps at 1080p60, 24 Mbps at 1440p60, and 35 Mbps at 2160p60.',
      'The secure servers use port 443 only. The backup needs the same encoding.',
    ],
  },
  twitch: {
    keyHint: 'Creator Dashboard > Settings > Stream: copy the primary stream key.',
    notes: [
      'Twitch picks the nearest server. You can enter any other server Twitch lists.',
      'Streams can last up to 48 hours.',
      'Constant bitrate only. Audio: AAC-LC, mono or stereo, 44.1 or 48 kHz. 128 kbps works for every viewer.',
    ],
  },
  facebook: {
    keyHint: 'Live Producer > Streaming software: copy the stream key, including the long part at the end.',
    notes: [
      'Recommended: 4.5–9 Mbps at 1080p60, 3–6 Mbps at 1080p30, 1.5–4 Mbps at 720p30.',
      'Requires encryption and audio. Streams can last up to 8 hours.',
      'Facebook doesn’t allow encoding changes while live. Turn off dynamic bitrate.',
      'Unused addresses expire after 24 hours.',
      'Your account must be at least 60 days old and have 100 followers.',
    ],
  },
  instagram: {
    keyHint: 'Live Producer on the web shows a new address and key for each stream.',
    notes: ['Recommended: 720 × 1280 at 30 fps, 2.25–6 Mbps. Audio: stereo at 44.1 kHz, up to 256 kbps.'],
  },
  tiktok: {
    keyHint: 'LIVE Studio or LIVE Center shows an address and key for each stream.',
    notes: [
      'TikTok decides who can stream with other software.',
      'Suggested: about 2.5 Mbps at 1080 × 1920.',
    ],
  },
  kick: {
    keyHint: 'Creator Dashboard > Settings > Stream URL & Key: copy both.',
    notes: ['Kick runs on Amazon IVS: TLS 1.2 or later, no audio-only streams.'],
  },
  'amazon-ivs': {
    keyHint: 'The channel in the AWS console shows the ingest server and stream key.',
    notes: [
      'BASIC channels accept up to 1.5 Mbps at 480p and 3.5 Mbps at 1080p. Streams above that may be disconnected.',
      'Requires TLS 1.2 or later unless the channel allows otherwise. No audio-only streams.',
      'A keyframe every second lowers latency. Real-time stages accept no B-frames and up to 160 kbps of audio.',
    ],
  },
  x: {
    keyHint: 'Media Studio > Producer > Sources: create an RTMP source.',
  },
  linkedin: {
    keyHint: 'The event’s streaming page shows the address and key. You have to apply for access.',
    notes: ['Suggested: 720p30 at about 3.5 Mbps. 1080p is accepted.'],
  },
  vimeo: {
    keyHint: 'Event settings > Connect to encoder: copy the RTMPS address and stream key.',
    notes: [
      'If the event shows another address, use that one.',
      'Recommended: up to 5 Mbps at 1080p30. Events last 12 hours unless extended.',
    ],
  },
  dacast: {
    keyHint: 'The live channel’s encoder setup shows the address and key.',
  },
  restream: {
    keyHint: 'Dashboard > RTMP setup: copy the streaming key.',
    notes: ['A backup stream needs a second key.'],
  },
  castr: {
    keyHint: 'The stream’s page shows the key and the address for its region.',
  },
  'cloudflare-stream': {
    keyHint: 'Stream > Live inputs: the input shows its RTMPS key.',
    notes: [
      'Video and audio together: 2–14 Mbps, ideally below 10. Closed GOPs.',
      'A keyframe every 2 to 10 seconds, ideally 4 to 8.',
      'For low-latency playback: a keyframe every 2 to 4 seconds and no B-frames.',
      'Cloudflare may close the connection now and then. Reconnecting continues the same stream.',
    ],
  },
  mux: {
    keyHint: 'Live Streams: the stream shows its key.',
    notes: ['The stream’s reconnect window sets how long an interruption can last.'],
  },
  livepeer: {
    keyHint: 'Streams: the stream shows its key.',
  },
  'dolby-optiview': {
    keyHint: 'The publishing token’s page shows the RTMP stream name. Use that name as the stream key.',
  },
  'google-live-stream': {
    keyHint: 'The project’s input endpoint has the address and key.',
    notes: [
      'Inputs accept up to 6 Mbps (SD), 25 Mbps (HD), or 50 Mbps (UHD).',
      'Recommended: 20 Mbps at 1080p60, 8 Mbps at 720p30.',
    ],
  },
  vindral: {
    keyHint: 'The channel’s page in the Vindral portal shows its ingest key.',
  },
  trovo: {
    keyHint: 'Trovo Studio > My Channel > Stream: copy the stream key.',
  },
  steam: {
    keyHint: 'Your Steam account’s broadcast upload page shows your key.',
  },
  picarto: {
    keyHint: 'Dashboard > Stream settings: copy the stream key.',
  },
  chzzk: {
    keyHint: 'CHZZK Studio > Broadcast settings: copy the stream key.',
  },
  bilibili: {
    keyHint:
      'The live center shows the address and key. Copy the whole key, including the long part at the end.',
  },
  'api-video': {
    keyHint: 'Live Streams: the stream shows its key.',
  },
  dlive: {
    keyHint: 'Dashboard > Stream settings: copy the stream key.',
  },
  uscreen: {
    keyHint: 'The live event’s page in your Uscreen admin area shows its key.',
  },
  sympla: {
    keyHint: 'The online event’s page in your organizer account shows its key.',
  },
  onlyfans: {
    keyHint: 'Settings > Streaming: copy the key.',
  },
  rumble: {
    keyHint: 'The live stream’s setup page shows the address and key.',
    notes: ['The setup page lists the limits.'],
  },
  telegram: {
    keyHint:
      'Start a live stream in the channel and choose “Stream with other apps”: copy the server address and key.',
  },
  peertube: {
    keyHint: 'Publish > Go live: the video’s page shows the address and key.',
    notes: [
      'Self-hosted: the owner sets the limits. You can add the server’s certificate authority to the destination.',
    ],
  },
  owncast: {
    keyHint: 'Admin page > Configuration > Server setup: copy a stream key.',
    notes: ['Self-hosted: the owner sets the limits. Change the default key.'],
  },
  'nginx-rtmp': {
    keyHint: 'Any name works, unless the server checks keys.',
    notes: ['The application and key can each be up to 255 bytes. TLS needs a proxy in front of the server.'],
  },
  relay: {
    keyHint: '“Send through a relay” creates the address and key with the relay files.',
    notes: [
      'The relay forwards your stream unchanged, so Upcast checks your encoding against every service behind it.',
    ],
  },
  mediamtx: {
    keyHint:
      'The path is the application and key together. Add a username and password if the server requires them.',
  },
  srs: {
    keyHint: 'Any name works, unless the server checks keys.',
  },
  'node-media-server': {
    keyHint: 'Any name works. Add a signature after it if the server checks one.',
  },
};
