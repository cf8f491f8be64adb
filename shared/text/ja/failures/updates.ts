/** Updates: the dialog, the notices, and what can go wrong. */
import type { PackageKind } from '../../../updates/update-state.ts';

/** Where the newer version comes from, for packages that don't update themselves. */
const sources: Readonly<Record<PackageKind, string>> = {
  installer: '',
  mac: '',
  appimage: '',
  deb: 'パッケージマネージャーでインストールするか、リリースページから.debをダウンロードしてください。',
  rpm: 'パッケージマネージャーでインストールするか、リリースページから.rpmをダウンロードしてください。',
  flatpak: 'ソフトウェアセンターでインストールするか、次を実行してください: flatpak update',
  snap: 'ソフトウェアセンターでインストールするか、次を実行してください: snap refresh',
  folder: 'Upcastのリリースページからダウンロードしてください。',
};

export const updates = {
  menu: 'アップデートを確認…',
  title: 'アップデート',
  version: (version: string) => `Upcast ${version}`,

  off: 'このビルドはアップデートを確認しません。',
  idle: 'アップデートはまだ確認されていません。',
  newest: '最新バージョンです。',
  checking: 'アップデートを確認しています…',
  available: (version: string) => `Upcast ${version}を利用できます。`,
  source: (kind: PackageKind) => sources[kind],
  waiting: (version: string) =>
    `Upcast ${version}を利用できます。配信や録画をしていないときにダウンロードされます。`,
  downloading: (version: string, percent: number) => `Upcast ${version}をダウンロード中: ${percent}%`,
  ready: (version: string) => `Upcast ${version}をインストールできます。`,
  readyWhileBusy: '配信や録画をしていないときに再起動できます。',
  installing: '再起動しています…',

  check: '今すぐ確認',
  restart: '再起動してアップデート',
  whatsNew: '新機能',
  noNotes: 'このバージョンにはリリースノートがありません。',
  automatic: 'アップデートを自動的に確認',
  automaticHint: 'アップデートサーバーに最新バージョンを問い合わせます。個人に関する情報は送信されません。',
  channel: 'アップデートチャンネル',
  channels: { stable: '安定版', beta: 'ベータ版' },

  installed: (version: string) => `Upcastを${version}にアップデートしました。`,
  goBack: (version: string) =>
    `元に戻すには、Upcast ${version}をインストールし直してください。アップデート前の設定は、Upcastの設定フォルダ内のbefore-updateフォルダにあります。`,
};
