/** What is wrong with the options of `npm run live` and `npm run publish`, and with the files that they name. */
import { endSentence } from '../../end-sentence.ts';
import { format } from '../format.ts';

const publishUsage = `使い方: npm run publish -- --input FILE --to URL [--key-file FILE | --key-stdin] [--key-in-arguments] [--ca FILE] [--proxy URL] [--proxy-password-file FILE] [--fast]

  --input FILE     FLV、またはFFmpegが映像をFLVにコピーできるファイル。- は標準入力
  --to URL         サーバーとRTMPアプリケーション: rtmp://、rtmps://、rtmpt://、rtmpts://、
                   rtmfp://
  --key-file FILE  ストリームキーをファイルから読み込む
  --key-stdin      ストリームキーを標準入力から読み込む
  --key-in-arguments
                   --toと--proxyにキーとパスワードを含めることを許可する。このコンピューターの全ユーザーから見える
  --ca FILE        追加の認証局 (PEM)
  --proxy URL      経由するプロキシ: socks5://[user@]host:port または http://[user@]host:port。none でプロキシなし。
                   既定: ALL_PROXYまたはHTTPS_PROXYのプロキシ (NO_PROXYのホストを除く)
  --proxy-password-file FILE
                   プロキシのパスワードをファイルから読み込む
  --fast           実時間に合わせず、接続が許す限り速く送信する
`;

/** The limits of the encoding profile. */
const ranges: ReadonlyMap<string, string> = new Map([
  ['--size', '幅x高さ (WIDTHxHEIGHT) で、どちらも160～3840の偶数'],
  ['--fps', '1～60の整数、または23.976、29.97、59.94'],
  ['--video-kbps', '100～51000の整数'],
  ['--audio-kbps', '32～512の整数'],
  ['--keyframe-seconds', '0.5～10の数値'],
]);

/** Of a schema, by their JSON names. */
const jsonTypes: ReadonlyMap<string, string> = new Map([
  ['string', 'テキスト'],
  ['number', '数値'],
  ['int', '整数'],
  ['boolean', 'trueまたはfalse'],
  ['array', 'リスト'],
  ['object', 'オブジェクト'],
]);

const limit = (origin: string, value: number): string => {
  if (origin === 'string') return `${format.number(value)}文字`;
  return origin === 'array' ? `${format.number(value)}項目` : `${value}`;
};

const documentFaults: ReadonlyMap<string, string> = new Map([
  ['idTwice', 'のIDが別の項目と重複しています'],
  ['idUnknown', 'がこのファイルにないものを参照しています'],
  ['nameTwice', 'の名前が別の項目と重複しています'],
  ['sceneInItself', 'に自分自身を含むシーンがあります'],
  ['trackTwice', 'に同じトラックが2回あります'],
]);

/** What is wrong in a JSON file or line, and in which field. */
const fault = {
  missing: (path: string) => `${field(path)}がありません。`,
  type: (path: string, expected: string) =>
    `${field(path)}の型が違います。${jsonTypes.get(expected) ?? expected}にしてください。`,
  choice: (path: string, values: readonly string[]) =>
    `${field(path)}には${format.list(values, 'disjunction')}を指定してください。`,
  unknown: (path: string, keys: readonly string[]) =>
    `${field(path)}に認識できないフィールドがあります: ${format.list(keys)}。`,
  unknownType: (path: string) => `${field(path)}に認識できない値があります。`,
  tooSmall: (path: string, origin: string, least: number) =>
    `${field(path)}は${limit(origin, least)}以上にしてください。`,
  tooBig: (path: string, origin: string, most: number) =>
    `${field(path)}は${limit(origin, most)}以下にしてください。`,
  form: (path: string) => `${field(path)}が正しくありません。`,
  custom: (path: string, name: string) =>
    `${field(path)}${documentFaults.get(name) ?? 'が正しくありません'}。`,
};

function field(path: string): string {
  return path === '' ? 'JSON' : `「${path}」`;
}

const quoted = (names: readonly string[]): string => names.map((each) => `「${each}」`).join('');

const readable = (secret: string, option: string): string =>
  `${option}に含まれる${secret}は、このコンピューターの全ユーザーから見えます。`;

export const options = {
  publishUsage,
  noValue: (name: string) => `${name}に値は指定できません。`,
  valueMissing: (name: string) => `${name}には値が必要です。`,
  unknown: (name: string) => `不明なオプション: ${name}。`,
  /** What is no option may be a key in the wrong place: it isn't repeated. */
  stray: '予期しない引数があります。値はオプションの後に指定してください。',
  twice: (name: string) => `${name}は1回だけ指定してください。`,
  noDestination: '配信先を選択してください: --to URL、--preset NAME (保存済みの配信先)、または--rehearse。',
  keyBeforeAddress: (name: string) => `${name}は、対応する--toの後に指定してください。`,
  twoKeys: '--key-fileと--key-stdinは、どちらか一方だけを指定してください。',
  keyMissing: (service: string) =>
    `${service}にはストリームキーが必要です。--toと一緒に--key-file FILEまたは--key-stdinを指定してください。`,
  passwordInAddress: `${readable('パスワード', '--to')}配信先をUpcastに保存して--presetを使うか、--key-in-argumentsを追加してください。`,
  keyInAddress: `${readable('キー', '--to')}--key-file FILEまたは--key-stdinを使うか、--key-in-argumentsを追加してください。`,
  passwordInAddressOfTool: `${readable('パスワード', '--to')}それで問題なければ、--key-in-argumentsを追加してください。`,
  sourcePathMissing: '--source fileにはパスが必要です: --source file:PATH。',
  source: '--sourceにはcamera、screen、pattern、またはfile:PATHを指定してください。',
  audioOfFile: '--audio fileには--source file:PATHが必要です。',
  audio: '--audioにはmic、tone、system、file、またはnoneを指定してください。',
  track: (count: number) => `--trackには1～${count}の数値を指定してください。`,
  channelUnknown: (name: string, names: readonly string[]) =>
    names.length === 0
      ? `「${name}」という音声ソースはありません: ミキサーは空です。`
      : `「${name}」という音声ソースはありません。ミキサーにあるもの: ${quoted(names)}。`,
  range: (name: string, minimum: number, maximum: number) =>
    `${name}には${minimum}～${maximum}の数値を指定してください。`,
  number: (name: string) => `${name}には数値を指定してください。`,
  size: '--sizeは1280x720のように、幅x高さ (WIDTHxHEIGHT) で指定してください。',
  latency: '--latencyにはlowまたはqualityを指定してください。',
  encoder: (choices: readonly string[]) =>
    `--encoderには${format.list(choices, 'disjunction')}を指定してください。`,
  outOfRange: (name: string) => `${name}には${ranges.get(name) ?? '範囲内の値'}を指定してください。`,
  sceneWithoutCollection: '--sceneには--collection FILEまたは--import-obs FILEが必要です。',
  twoCollections: '--collectionと--import-obsは、どちらか一方だけを指定してください。',
  sourceWithCollection: 'コレクションには専用のソースがあります。--sourceを外してください。',
  sceneUnknown: (name: string, names: readonly string[]) =>
    `コレクションに「${name}」というシーンはありません。あるシーン: ${quoted(names)}。`,
  presetUnknown: (name: string) => `「${name}」という保存済みの配信先はありません。`,
  inputAndTo: '--inputと--toは必須です。',
  stdinTaken: '標準入力はすでにメディアに使われています。キーには--key-fileを使ってください。',

  standardInput: '標準入力',
  noPassword: (option: string, path: string) =>
    `${option}: ${path}にパスワードがありません。パスワードは1行で、255バイト以内で記述してください。`,
  noKey: (option: string, path: string) =>
    `${option}: ${path}にキーがありません。キーは1行で記述してください。`,
  noCertificate: (option: string, path: string) => `${option}: ${path}にPEM形式の証明書がありません。`,
  tooLarge: (option: string, path: string) => `${option}: ${path}は大きすぎます。`,
  unreadable: (option: string, path: string) => `${option}: ${path}を読み込めません。`,
  folderReadOnly: (option: string, path: string) => `${option}: ${path}のあるフォルダに書き込めません。`,
  notJson: (option: string, path: string) => `${option}: ${path}は有効なJSONではありません。`,
  notACollection: (option: string, path: string, found: string) =>
    `${option}: ${path}はUpcastで使えるコレクションではありません。${found}`,
  fileFault: (option: string, path: string, sentence: string) => `${option}: ${path}: ${sentence}`,
  fault,
  commandsUnread: (why: string) => endSentence(`--command: コマンドの読み込みを停止しました: ${why}`),
  commandTooLong: '行が64 KBを超えています。',
  commandNotJson: '行が有効なJSONではありません。',
  refusedSwitch: (name: string) =>
    `--${name}は他のプログラムによるウィンドウの操作を可能にするため、このオプションではUpcastを起動できません。オプションを外してもう一度お試しください。`,
};
