/** What nginx can't forward to, and how to set up a relay; also written to a file beside its configuration. */
import { endSentence } from '../../end-sentence.ts';

export const relayRefusals = {
  badAddress: (reason: string) => endSentence(`アドレスまたはキーを使えません: ${reason}`),
  tunnel: 'nginxはRTMP over HTTPに対応していません。',
  flows: 'nginxはRTMFPに対応していません。',
  signIn: '配信先にはユーザー名とパスワードが必要ですが、nginxでは送信できません。',
  noApplication: 'nginxにはアプリケーション名を含むアドレスが必要ですが、このアドレスにはありません。',
  noKey: '配信先にストリームキーがありません。',
  longKey: 'ストリームキーがnginxには長すぎます。',
  badHost: 'nginxではこのホスト名を検索できません。',
  numericHost: 'nginxは証明書をホスト名で検証しますが、このアドレスはIPアドレスです。',
  pin: 'nginxでは固定した証明書を検証できません。',
};

export const relayGuide = {
  install: 'インストール',
  installText: 'nginxを、RTMPモジュールとstreamモジュールとともにインストールします。DebianとUbuntuの場合:',
  copy: 'コピー',
  copyText: (folder: string) =>
    `フォルダ全体をサーバーの${folder}にコピーし、rootだけが読み取れるようにします。keys/フォルダにはストリームキーが含まれています。`,
  check: 'ファイルの確認',
  start: '起動',
  stop: '停止または再読み込み',
  stopText:
    'nginxは設定の読み込み時にのみホスト名を検索します。サービスのアドレスが変わった場合は、nginxを再読み込みしてください。',
  send: 'リレーへの配信',
  sendText: (url: string) =>
    `Upcastは、リレー専用のキーを使って${url}に配信します。Upcastが送信している間、nginxが配信を転送します。`,
  readmeTitle: 'リレー: 1つの配信を受け取り、各配信先に1つずつ送り出します。',
  readmeWarning:
    'keys/には暗号化されていないストリームキーが含まれています。このフォルダを共有しないでください。',
};
