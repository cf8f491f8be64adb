/** Settings of a source beyond its place: how a camera is asked, what part of a screen shows. */
import { format, zh } from '../format.ts';

const size = (width: number, height: number) => `${width} × ${height}`;

export const sourceSettings = {
  size,

  camera: '分辨率和帧率',
  cameraSize: '分辨率',
  cameraRate: '帧率',
  automatic: '自动',
  rate: (fps: number) => `${format.number(fps)} fps`,
  /** What the camera sends, whatever was chosen. */
  gives: (width: number, height: number, fps: number | undefined) =>
    fps === undefined
      ? zh`摄像头输出 ${size(width, height)}。`
      : zh`摄像头输出 ${size(width, height)}，${format.number(fps)} fps。`,
  givesOther: (width: number, height: number, fps: number | undefined) =>
    `摄像头不支持此设置。${sourceSettings.gives(width, height, fps)}`,

  part: '区域',
  region: '仅捕获屏幕的一部分',
  regionNames: { x: 'X，左边缘', y: 'Y，上边缘', width: '宽，区域宽度', height: '高，区域高度' },
  selectRegion: '选择区域…',
  regionTitle: '选择区域',
  regionHint: '拖动框选要让观众看到的屏幕部分。拖动区域可将其移动。',
  regionPicture: '捕获的屏幕',
  useRegion: '使用区域',

  gradient: '渐变',
  angle: '角度',
  stop: (number: number) => zh`颜色 ${number}`,
  stopAt: '位置',
  stopAtName: (number: number) => zh`颜色 ${number} 的位置`,
  addStop: '添加颜色',
  removeStop: (number: number) => zh`移除颜色 ${number}`,

  vertical: '竖排',
  columnHeight: '列高',
  scroll: '滚动',
  scrollDirection: '方向',
  scrollDirections: { left: '左', right: '右', up: '上', down: '下' },
  speed: '速度',
  pixelsASecond: 'px/s',
  window: '长度',
  windowName: '可见部分的长度',
  gap: '间距',
  gapName: '文本再次开始前的间距',
  scrollHint: '文本每帧移动整数个像素，因此 Upcast 会使用最接近的平滑速度。',
};
