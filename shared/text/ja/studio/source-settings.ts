/** Settings of a source beyond its place: how a camera is asked, what part of a screen shows. */
import { format } from '../format.ts';

const size = (width: number, height: number) => `${width} × ${height}`;

export const sourceSettings = {
  size,

  camera: '解像度とフレームレート',
  cameraSize: '解像度',
  cameraRate: 'フレームレート',
  automatic: '自動',
  rate: (fps: number) => `${format.number(fps)} fps`,
  /** What the camera sends, whatever was chosen. */
  gives: (width: number, height: number, fps: number | undefined) =>
    fps === undefined
      ? `カメラの出力は${size(width, height)}です。`
      : `カメラの出力は${size(width, height)}、${format.number(fps)} fpsです。`,
  givesOther: (width: number, height: number, fps: number | undefined) =>
    `カメラはこの設定に対応していません。${sourceSettings.gives(width, height, fps)}`,

  part: '領域',
  region: '画面の一部だけをキャプチャ',
  regionNames: { x: 'X、左端', y: 'Y、上端', width: '幅、領域の幅', height: '高さ、領域の高さ' },
  selectRegion: '領域を選択…',
  regionTitle: '領域を選択',
  regionHint: '視聴者に見せたい部分をドラッグで囲んでください。枠をドラッグすると移動できます。',
  regionPicture: 'キャプチャした画面',
  useRegion: '領域を使う',

  gradient: 'グラデーション',
  angle: '角度',
  stop: (number: number) => `色${number}`,
  stopAt: '位置',
  stopAtName: (number: number) => `色${number}の位置`,
  addStop: '色を追加',
  removeStop: (number: number) => `色${number}を削除`,

  vertical: '縦書き',
  columnHeight: '列の高さ',
  scroll: 'スクロール',
  scrollDirection: '方向',
  scrollDirections: { left: '左', right: '右', up: '上', down: '下' },
  speed: '速度',
  pixelsASecond: 'px/s',
  window: '長さ',
  windowName: '表示部分の長さ',
  gap: '間隔',
  gapName: 'テキストが再び始まるまでの間隔',
  scrollHint: 'テキストはフレームごとに整数ピクセルずつ動くため、滑らかに動く最も近い速度が使われます。',
};
