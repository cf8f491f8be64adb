/** What each service of the catalogue says of itself: where its stream key is found, and what is good to know. By the service's id. */

export const services = {
  youtube: {
    keyHint: '「YouTube Studio > Create > Go live > Stream」でストリームキーをコピーします。',
    notes: [
      'YouTubeの推奨値 (H.264): 1080p60で12 Mbps、1440p60で24 Mbps、2160p60で35 Mbps。',
      '暗号化サーバーはポート443のみを使います。バックアップにも同じエンコードが必要です。',
    ],
  },
  twitch: {
    keyHint: '「Creator Dashboard > Settings > Stream」でプライマリストリームキーをコピーします。',
    notes: [
      '最も近いサーバーがTwitchによって選ばれます。Twitchの一覧にある他のサーバーも入力できます。',
      '配信は最長48時間です。',
      '固定ビットレートのみ。音声: AAC-LC、モノラルまたはステレオ、44.1または48 kHz。128 kbpsならすべての視聴者が再生できます。',
    ],
  },
  facebook: {
    keyHint: '「Live Producer > Streaming software」で、末尾の長い部分も含めてストリームキーをコピーします。',
    notes: [
      '推奨: 1080p60で4.5～9 Mbps、1080p30で3～6 Mbps、720p30で1.5～4 Mbps。',
      '暗号化と音声が必須です。配信は最長8時間です。',
      'Facebookでは配信中にエンコードを変更できません。動的ビットレートをオフにしてください。',
      '使われていないアドレスは24時間で無効になります。',
      'アカウントの作成から60日以上が経ち、フォロワーが100人以上いる必要があります。',
    ],
  },
  instagram: {
    keyHint: 'Web版のLive Producerに、配信ごとに新しいアドレスとキーが表示されます。',
    notes: ['推奨: 720 × 1280、30 fps、2.25～6 Mbps。音声: ステレオ、44.1 kHz、最大256 kbps。'],
  },
  tiktok: {
    keyHint: 'LIVE StudioまたはLIVE Centerに、配信ごとにアドレスとキーが表示されます。',
    notes: ['他のソフトウェアで配信できるかどうかは、TikTokが決めます。', '目安: 1080 × 1920で約2.5 Mbps。'],
  },
  kick: {
    keyHint: '「Creator Dashboard > Settings > Stream URL & Key」で両方をコピーします。',
    notes: ['KickはAmazon IVSを使っています: TLS 1.2以降、音声のみの配信は不可。'],
  },
  'amazon-ivs': {
    keyHint: 'AWSコンソールのチャンネルに、取り込みサーバーとストリームキーが表示されます。',
    notes: [
      'BASICチャンネルの上限は、480pで1.5 Mbps、1080pで3.5 Mbpsです。それより高いビットレートでは切断されることがあります。',
      'チャンネルで許可されていない限り、TLS 1.2以降が必須です。音声のみの配信はできません。',
      'キーフレームを毎秒入れると遅延が減ります。リアルタイムステージではBフレームは使えず、音声は最大160 kbpsです。',
    ],
  },
  x: {
    keyHint: '「Media Studio > Producer > Sources」でRTMPソースを作成します。',
  },
  linkedin: {
    keyHint: 'イベントの配信ページにアドレスとキーが表示されます。利用には申請が必要です。',
    notes: ['目安: 720p30で約3.5 Mbps。1080pも使えます。'],
  },
  vimeo: {
    keyHint: '「Event settings > Connect to encoder」でRTMPSアドレスとストリームキーをコピーします。',
    notes: [
      'イベントに別のアドレスが表示される場合は、そちらを使ってください。',
      '推奨: 1080p30で最大5 Mbps。イベントは、延長しなければ12時間です。',
    ],
  },
  dacast: {
    keyHint: 'ライブチャンネルのエンコーダ設定にアドレスとキーが表示されます。',
  },
  restream: {
    keyHint: '「Dashboard > RTMP setup」でストリームキーをコピーします。',
    notes: ['バックアップの配信には別のキーが必要です。'],
  },
  castr: {
    keyHint: '配信のページに、キーと地域のアドレスが表示されます。',
  },
  'cloudflare-stream': {
    keyHint: '「Stream > Live inputs」で、入力にRTMPSキーが表示されます。',
    notes: [
      '映像と音声の合計: 2～14 Mbps、できれば10未満。クローズドGOP。',
      'キーフレームは2～10秒ごと、できれば4～8秒ごと。',
      '低遅延で再生するには: キーフレームは2～4秒ごと、Bフレームなし。',
      'Cloudflareから接続が切られることがあります。再接続すると同じ配信が続きます。',
    ],
  },
  mux: {
    keyHint: '「Live Streams」で、配信にキーが表示されます。',
    notes: ['途切れてもよい時間の長さは、配信の再接続時間の設定で決まります。'],
  },
  livepeer: {
    keyHint: '「Streams」で、配信にキーが表示されます。',
  },
  'dolby-optiview': {
    keyHint:
      '公開トークンのページにRTMPストリーム名が表示されます。その名前をストリームキーとして使ってください。',
  },
  'google-live-stream': {
    keyHint: 'プロジェクトの入力エンドポイントにアドレスとキーがあります。',
    notes: [
      '入力の上限は、6 Mbps (SD)、25 Mbps (HD)、50 Mbps (UHD) です。',
      '推奨: 1080p60で20 Mbps、720p30で8 Mbps。',
    ],
  },
  vindral: {
    keyHint: 'Vindralポータルのチャンネルのページに、取り込みキーが表示されます。',
  },
  trovo: {
    keyHint: '「Trovo Studio > My Channel > Stream」でストリームキーをコピーします。',
  },
  steam: {
    keyHint: 'Steamアカウントのブロードキャストアップロードのページにキーが表示されます。',
  },
  picarto: {
    keyHint: '「Dashboard > Stream settings」でストリームキーをコピーします。',
  },
  chzzk: {
    keyHint: '「CHZZK Studio > Broadcast settings」でストリームキーをコピーします。',
  },
  bilibili: {
    keyHint:
      'ライブセンターにアドレスとキーが表示されます。末尾の長い部分も含めてキー全体をコピーしてください。',
  },
  'api-video': {
    keyHint: '「Live Streams」で、配信にキーが表示されます。',
  },
  dlive: {
    keyHint: '「Dashboard > Stream settings」でストリームキーをコピーします。',
  },
  uscreen: {
    keyHint: 'Uscreenの管理画面にあるライブイベントのページにキーが表示されます。',
  },
  sympla: {
    keyHint: '主催者アカウントにあるオンラインイベントのページにキーが表示されます。',
  },
  onlyfans: {
    keyHint: '「Settings > Streaming」でキーをコピーします。',
  },
  rumble: {
    keyHint: 'ライブ配信の設定ページにアドレスとキーが表示されます。',
    notes: ['設定ページに上限が書かれています。'],
  },
  telegram: {
    keyHint:
      'チャンネルでライブ配信を始め、「Stream with other apps」でサーバーアドレスとキーをコピーします。',
  },
  peertube: {
    keyHint: '「Publish > Go live」で、動画のページにアドレスとキーが表示されます。',
    notes: ['セルフホスト: 上限は運営者が決めます。サーバーの認証局は配信先に追加できます。'],
  },
  owncast: {
    keyHint: '「Admin page > Configuration > Server setup」でストリームキーをコピーします。',
    notes: ['セルフホスト: 上限は運営者が決めます。初期設定のキーは変更してください。'],
  },
  'nginx-rtmp': {
    keyHint: 'サーバーがキーを確認しない限り、どんな名前でも使えます。',
    notes: ['アプリケーションとキーは、それぞれ最大255バイトです。TLSにはサーバーの前にプロキシが必要です。'],
  },
  relay: {
    keyHint: '「リレー経由で送信」で、リレーのファイルとともにアドレスとキーが作られます。',
    notes: [
      'リレーは配信をそのまま転送します。そのため、エンコードはリレーの先のすべてのサービスについて確認されます。',
    ],
  },
  mediamtx: {
    keyHint:
      'パスはアプリケーションとキーを合わせたものです。サーバーが求める場合は、ユーザー名とパスワードを追加します。',
  },
  srs: {
    keyHint: 'サーバーがキーを確認しない限り、どんな名前でも使えます。',
  },
  'node-media-server': {
    keyHint: 'どんな名前でも使えます。サーバーが署名を確認する場合は、名前の後に署名を追加します。',
  },
};
