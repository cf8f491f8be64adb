/** What goes wrong between this computer and a server: network, TLS, RTMP. */
import type { ErrorDetails } from '../../../errors/app-error.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorText, ErrorTexts } from '../../error-text-types.ts';

type NetworkCode = Extract<ErrorCode, `transport/${string}` | `rtmp/${string}`>;

function host(details: ErrorDetails, otherwise = 'サーバー'): string {
  return typeof details['host'] === 'string' ? details['host'] : otherwise;
}

/** A network answers in the server's place until its user has signed in. */
const SIGN_IN_PAGE =
  '公衆Wi-Fiを使っている場合は、先にブラウザで任意のページを開いてサインインしてください。';

const late: ReadonlyMap<unknown, (details: ErrorDetails) => string> = new Map([
  ['dns', (details) => `${host(details)}の検索に時間がかかりすぎました。`],
  ['tcp', (details) => `${host(details)}への接続に時間がかかりすぎました。`],
  ['tls', (details) => lateAt(details, '接続の暗号化中に')],
  ['handshake', (details) => lateAt(details, 'RTMPハンドシェイク中に')],
  ['connect', (details) => lateAt(details, 'RTMPアプリケーションを開く際に')],
  ['publish', (details) => lateAt(details, 'ストリームキーの送信後に')],
]);

function lateAt(details: ErrorDetails, when: string): string {
  return `${when}${host(details)}が時間内に応答しませんでした。`;
}

function timeout(details: ErrorDetails): ErrorText {
  return {
    title: late.get(details['step'])?.(details) ?? lateAt(details, ''),
    action: 'アドレスとネットワークを確認するか、バックアップサーバーを使ってください。',
  };
}

function tlsFailed(details: ErrorDetails): ErrorText {
  const needed = details['neededVersion'];
  if (typeof needed === 'string')
    return {
      title: `${host(details)}は${needed}以降に対応していません。`,
      action:
        needed === 'TLS 1.3'
          ? 'サーバーの管理者にTLS 1.3の有効化を依頼するか、この配信先のTLSの最低バージョンをTLS 1.2にしてください。'
          : `サーバーの管理者に${needed}の有効化を依頼してください。それより古いバージョンは安全ではありません。`,
    };
  if (details['isPlain'] === true)
    return {
      title: `${host(details)}が暗号化なしで応答しました。`,
      action: `ポートがRTMPSに対応しているか確認してください。${SIGN_IN_PAGE}`,
    };
  return {
    title: '安全な接続を確立できませんでした。',
    action:
      'ポートがRTMPSに対応しているか確認してください。次に、この配信先のTLSの最低バージョンを確認してください。',
  };
}

function movedElsewhere(details: ErrorDetails): ErrorText {
  const server = typeof details['server'] === 'string' ? details['server'] : 'サーバー';
  const isPrivate = details['isPrivate'] === true;
  const target = `${isPrivate ? 'プライベートネットワーク上の' : ''}${host(details, '別のサーバー')}`;
  const notFollowed =
    '転送に従うとこのホストにストリームキーが送信されるため、Upcastは転送に従いませんでした。';
  return {
    title: `${server}が配信を${target}へ転送しようとしています。`,
    action: isPrivate
      ? `${notFollowed}このホストが正しいかサーバーの管理者に確認してください。正しい場合は、そのアドレスをこの配信先に入力してください。`
      : `${notFollowed}このホストを信頼できる場合は、「このホストを許可」を選択してください。不明な場合は、サーバーの管理者に確認してください。`,
  };
}

const proxyActions: ReadonlyMap<unknown, string> = new Map([
  ['signIn', 'このコンピューターのブラウザで任意のページを開いてサインインし、もう一度お試しください。'],
  ['rules', 'プロキシの管理者にこのサーバーとポートの許可を依頼するか、プロキシなしで接続してください。'],
  ['server', 'プロキシがサーバーに接続できません。サーバーのアドレスとポートを確認してください。'],
  ['otherProtocol', 'プロキシのアドレス、ポート、種類を確認してください: SOCKS5とHTTPに互換性はありません。'],
  ['silent', 'プロキシのポートと種類 (SOCKS5またはHTTP) を確認するか、プロキシなしで接続してください。'],
  ['datagrams', 'この配信先にRTMPSを使うか、プロキシなしで接続してください。'],
]);

function proxy(details: ErrorDetails): string {
  return `プロキシ${host(details, '')}`;
}

function proxyRefused(details: ErrorDetails): ErrorText {
  const what: ReadonlyMap<unknown, string> = new Map([
    ['silent', 'は接続を受け付けますが、応答しません'],
    ['signIn', 'がウェブページ (おそらくサインインページ) で応答しました'],
    ['datagrams', 'は、UDPを使うRTMFPを通せません'],
  ]);
  return {
    title: `${proxy(details)}${what.get(details['reason']) ?? 'はサーバーに接続しませんでした'}。`,
    action:
      proxyActions.get(details['reason']) ??
      'プロキシのアドレスと種類を確認するか、プロキシなしで接続してください。',
  };
}

function proxyLogin(details: ErrorDetails): ErrorText {
  const { hasLogin, otherMethods } = details;
  if (typeof otherMethods === 'string')
    return {
      title: `${proxy(details)}は、Upcastが対応していないサインイン方法を要求しています${otherMethods === '' ? '' : ` (${otherMethods})`}。`,
      action:
        'Upcastはユーザー名とパスワードでサインインします。プロキシの管理者にその方法 (Basic認証) の許可を依頼するか、プロキシなしで接続してください。',
    };
  return {
    title:
      hasLogin === true
        ? `${proxy(details)}がユーザー名またはパスワードを拒否しました。`
        : `${proxy(details)}にはユーザー名とパスワードが必要です。`,
    action: 'この配信先、または設定の「プロキシ」に、プロキシのユーザー名とパスワードを入力してください。',
  };
}

function webPage(details: ErrorDetails, action: string): ErrorText {
  return {
    title: `${host(details)}の応答は、配信サーバーではなくウェブサイトのものです。`,
    action: `${action}${SIGN_IN_PAGE}`,
  };
}

export const networkErrors: ErrorTexts<NetworkCode> = {
  'transport/host-not-found': (details) => ({
    title: `${host(details)}が見つかりません。`,
    action: 'サーバーアドレスの誤字と、インターネット接続を確認してください。',
  }),
  'transport/refused': (details) => ({
    title: `${host(details)}が接続を拒否しました。`,
    action: 'アドレスのポートと、サーバーが動作していることを確認してください。',
  }),
  'transport/unreachable': (details) =>
    details['isLocalNetwork'] === true
      ? {
          title: `ローカルネットワーク上の${host(details)}に接続できません。`,
          action:
            '「システム設定」>「プライバシーとセキュリティ」>「ローカルネットワーク」でUpcastをオンにしてください。すでにオンの場合は、サーバーが動作しているか確認してください。',
        }
      : {
          title: `このネットワークから${host(details)}に接続できません。`,
          action: 'ネットワーク、VPN、ファイアウォールを確認してください。',
        },
  'transport/timeout': timeout,
  'transport/reset': () => ({
    title: 'サーバーが接続をリセットしました。',
    action: '続く場合は、ストリームキーとアップロード速度を確認してください。',
  }),
  'transport/closed': () => ({
    title: 'サーバーが接続を閉じました。',
    action: '続く場合は、ストリームキーを確認し、他の誰かが同じキーで配信していないことを確認してください。',
  }),
  'transport/stalled': () => ({
    title: 'サーバーがデータを受け付けなくなりました。',
    action: 'アップロードが遅い場合はビットレートを下げるか、バックアップサーバーを使ってください。',
  }),
  'transport/proxy-refused': proxyRefused,
  'transport/proxy-login': proxyLogin,
  'transport/proxy-unreachable': (details) => ({
    title: `${proxy(details)}に接続できません。`,
    action:
      'プロキシが動作していて、アドレスとポートが正しいことを確認するか、プロキシなしで接続してください。',
  }),
  'transport/tunnel-refused': (details) =>
    details['isWebPage'] === true
      ? webPage(details, 'サーバーのrtmp://またはrtmps://のアドレスを使ってください。')
      : {
          title: 'サーバーはRTMP over HTTPに対応していません。',
          action: 'サーバーのrtmp://またはrtmps://のアドレスを使ってください。',
        },
  'transport/tls-failed': tlsFailed,
  'transport/certificate-expired': () => ({
    title: 'サーバーの証明書の有効期限が切れています。',
    action:
      'このコンピューターの時計を確認してください。時計が正しい場合は、サーバーの管理者が証明書を更新する必要があります。',
  }),
  'transport/certificate-not-yet-valid': () => ({
    title: 'サーバーの証明書はまだ有効になっていません。',
    action: 'このコンピューターの時計を確認してください。',
  }),
  'transport/certificate-wrong-host': (details) => ({
    title: `サーバーの証明書は${host(details, 'このホスト')}のものではありません。`,
    action: `証明書の発行先のホスト名を使ってください。${SIGN_IN_PAGE}`,
  }),
  'transport/certificate-unknown-authority': ({ isChainMissing }) => ({
    title: 'このコンピューターはサーバーの証明書を信頼していません。',
    action:
      isChainMissing === true
        ? 'サーバーが完全な証明書チェーンを送信していない可能性があります。管理者に確認を依頼してください。自分のサーバーの場合は、この配信先の「セキュリティとネットワーク」で認証局を追加できます。'
        : `自分のサーバーの場合は、この配信先の「セキュリティとネットワーク」で認証局を追加してください。${SIGN_IN_PAGE}`,
  }),
  'transport/certificate-pin-mismatch': () => ({
    title: 'サーバーの証明書が、固定した証明書と一致しません。',
    action: 'サーバーの証明書が新しくなった場合は、この配信先の固定する証明書を更新してください。',
  }),
  'rtmp/not-rtmp': (details) =>
    details['isWebPage'] === true
      ? webPage(details, 'アドレスとポートを確認してください。')
      : {
          title: 'このアドレスにRTMPサーバーはありません。',
          action: 'アドレスとポートを確認してください。',
        },
  'rtmp/wants-encryption': () => ({
    title: 'サーバーは暗号化された接続を要求しています。',
    action: 'サーバーのrtmps://のアドレスを使ってください。',
  }),
  'rtmp/handshake-failed': () => ({
    title: 'RTMPハンドシェイクに失敗しました。',
    action: 'アドレスがRTMPサーバーのものか確認してください。',
  }),
  'rtmp/protocol': () => ({
    title: 'サーバーが不正なRTMPメッセージを送信しました。',
    action: '別のサーバーを選択してください。',
  }),
  'rtmp/limit': () => ({
    title: 'サーバーの送信データが多すぎます。',
    action: '別のサーバーを選択してください。',
  }),
  'rtmp/bad-amf': () => ({
    title: 'サーバーの応答を読み取れません。',
    action: '別のサーバーを選択してください。',
  }),
  'rtmp/connect-rejected': () => ({
    title: 'サーバーが接続を拒否しました。',
    action: 'アドレスと、アカウントに配信が許可されていることを確認してください。',
  }),
  'rtmp/moved-elsewhere': movedElsewhere,
  'rtmp/unknown-application': () => ({
    title: 'サーバーにこの名前のRTMPアプリケーションはありません。',
    action:
      'アドレスのホストより後の部分 (多くの場合「live」または「app」) を確認してください。正しい場合は、サーバーが特定の配信アプリだけを受け付けている可能性があります。',
  }),
  'rtmp/key-refused': () => ({
    title: 'サーバーがストリームキーを拒否しました。',
    action:
      'サービスからキーをコピーし直し、この配信先に保存してください。別のアプリやデバイスがこのキーを使っている場合は、先に停止してください。',
  }),
  'rtmp/cut-after-publish': () => ({
    title: '配信の開始時に接続が閉じられました。',
    action:
      'もう一度お試しください。続く場合は、サービスからキーをコピーし、この配信先に保存してください。別のアプリやデバイスがこのキーを使っている場合は、先に停止してください。',
  }),
  'rtmp/name-in-use': () => ({
    title: 'このキーはすでに別の配信で使われています。',
    action:
      '別の配信を終了してください。終了した直後の場合は、サーバーに反映されるまで1分ほどお待ちください。',
  }),
  'rtmp/authentication-required': () => ({
    title: 'サーバーにはユーザー名とパスワードが必要です。',
    action: 'この配信先の「サインイン」に、ユーザー名とパスワードを入力してください。',
  }),
  'rtmp/authentication-failed': () => ({
    title: 'サーバーがユーザー名またはパスワードを拒否しました。',
    action: 'この配信先に、ユーザー名とパスワードを入力し直してください。',
  }),
  'rtmp/codec-refused': (details) => ({
    title: `${host(details)}は${typeof details['codec'] === 'string' ? details['codec'] : 'このコーデック'}に対応していません。`,
    action: '配信を終了し、設定でH.264のエンコーダを選択してください。H.264はすべてのサーバーで使えます。',
  }),
  'rtmp/server-error': () => ({
    title: 'サーバーで内部エラーが発生しました。',
    action: 'しばらく待つか、バックアップサーバーを使ってください。',
  }),
  'rtmp/server-ended': () => ({
    title: 'サーバーが配信を終了しました。',
    action: 'サービスのダッシュボードで、誰かが配信を終了していないか確認してください。',
  }),
};
