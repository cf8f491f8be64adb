/** Why an address, a paste, or a file with destinations can't be used. Each also stands after a colon, without an end. */
import { endSentence } from '../../end-sentence.ts';
import { format } from '../format.ts';

const askForRtmp = (protocol: string) =>
  `${protocol}には対応していません。サービスのrtmp://またはrtmps://のアドレスを確認してください`;
const insecure = (protocol: string) =>
  `${protocol}は安全ではなく、現在は使われていません。サービスのrtmps://のアドレスを確認してください`;

export const addresses = {
  askForRtmp,
  insecure,
  webPage: 'これはウェブページのアドレスです。サーバーアドレスはrtmp://またはrtmps://で始まります',
  empty: 'サーバーアドレスを入力してください',
  hasSpace: 'サーバーアドレスに空白または改行が含まれています',
  badScheme: 'サーバーアドレスはrtmp://またはrtmps://で始めてください',
  hashBehindHost: 'サーバーアドレスのホストの後にある「#」を削除してください',
  noApplication: 'サーバーアドレスの末尾には、/liveなどのアプリケーション名が必要です',
  unreadableHost: 'サーバーアドレスのホストを読み取れません。IPv6アドレスの場合は角括弧で囲んでください',
  noHost: (scheme: string) => `サーバーアドレスの${scheme}://の後にホストがありません`,
  badPassword:
    'パスワードに「#」「/」「?」のいずれかが含まれています。ユーザー名とパスワードの欄に入力するか、代わりに「%23」「%2F」「%3F」と書いてください',
  badPort: 'サーバーアドレスのポートは1～65535にしてください',
  badIpv6: 'サーバーアドレスのIPv6アドレスが正しくありません',
  badHost: 'サーバーアドレスのホスト名が正しくありません',
  longHost: 'サーバーアドレスのホスト名が長すぎます',
  longApplication: 'アドレスのアプリケーション名が長すぎて送信できません',
  longKey: 'ストリームキーが長すぎて送信できません',
  badKey: 'ストリームキーに改行または制御文字が含まれています',

  longPaste: '貼り付けた内容は、アドレスとしては長すぎます',
  twoServices: '貼り付けた内容に2つのサービスのサーバーが含まれています。1つのサービスずつ貼り付けてください',
  tooManyServers:
    '貼り付けた内容に3つ以上のサーバーアドレスがあります。サーバーとそのバックアップだけを貼り付けてください',
  unknownLabel: '不明なラベルの行があります。サーバーとキーをそれぞれの欄に貼り付けてください',
  moreThanServerAndKey:
    '貼り付けた内容にサーバーとキー以外のものが含まれています。それぞれの欄に貼り付けてください',
  numericKey:
    'ストリームキーが引用符で囲まれていないため、数字の一部が正しくない可能性があります。専用の欄に貼り付けてください',

  notObsService: 'これはOBSのサービスファイルではありません',
  obsNotRtmp: 'このOBSサービスはRTMPを使っていません。対応しているのはRTMPだけです',
  obsAutoServer:
    'このサーバーはOBSが自動で選択するため、ファイルに含まれていません。サーバーを入力してください',
  noOutputs: (plugin: string, problem = '') =>
    `${plugin}のファイルにインポートできる配信先がありません${problem === '' ? '' : `。${problem}`}`,
  obsSettings:
    'このOBSプロファイルのファイルにはサーバーが含まれていません。同じフォルダのservice.jsonをインポートしてください',
  longValue: '長すぎる値があります',
  output: (number: number) => `配信先${format.number(number)}`,
  problemOf: (name: string, problem: string) => endSentence(`${name}: ${problem}`),
  problemOfLine: (line: number, problem: string) => endSentence(`${format.number(line)}行目: ${problem}`),
  unreadable: '読み取れません',
  onlyFirstOutputs: (count: number) => `最初の${format.number(count)}件の配信先だけを読み込みました。`,
  onlyFirstLines: (count: number) => `最初の${format.number(count)}行だけを読み込みました。`,
  onlyFirstAddresses: (count: number) => `最初の${format.number(count)}件のアドレスだけを読み込みました。`,
  longLine: 'アドレスとしては長すぎます',
  partOfJson: '不完全なJSONファイルの一部です',
  badName: 'アドレスの前のテキストを名前として使えません',
  firstOfTwo: '2つのアドレスのうち最初のものだけを使いました',
  otherProtocol: 'RTMPを使っていません',
  noServer: 'サーバーアドレスがありません',

  nginxControl: 'nginx用の値に制御文字が含まれています',
  nginxLong: 'nginxには長すぎる値があります',
  nginxDollar: 'nginx用のパスに「$」は使えません。ファイルまたはフォルダの名前を変更してください',

  proxyTls: 'プロキシへのTLS接続には対応していません。http://またはsocks5://のアドレスを使ってください',
  proxySocks4: 'SOCKS4には対応していません。socks5://またはhttp://のプロキシを使ってください',
  proxyScheme: 'プロキシのアドレスはsocks5://またはhttp://で始めてください',
  proxyUnreadable:
    'プロキシのアドレスを読み取れません。socks5://proxy.example.com:1080のように入力してください',
  proxySystemType:
    'システムのプロキシがHTTPでもSOCKS5でもありません。この配信先には別のプロキシまたは直接接続を選択してください',
  proxyPort: 'プロキシのポートは1～65535にしてください',
  proxyPasswordNeedsProxy: '--proxy-password-fileには、ユーザー名を含む--proxy URLが必要です',
  proxyPasswordNeedsUsername:
    '--proxy-password-fileを使う場合、--proxyにはsocks5://user@host:1080のように、ユーザー名だけを含めてください',
  proxyPasswordReadable:
    '--proxyに含まれるパスワードは、このコンピューターの全ユーザーから見えます。--proxy-password-file FILEを使うか、--key-in-argumentsを追加してください',
  inEnvironment: (name: string, reason: string) => `環境変数${name}: ${reason}`,
  proxyCredentials: 'プロキシのユーザー名またはパスワードが長すぎます。それぞれ255バイトまでです',
};
