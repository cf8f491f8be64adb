/** Projectors: windows that show a picture alone. */
import { format, zh } from '../format.ts';

export const projectors = {
  title: '投影',
  menu: '投影',
  program: '节目',
  preview: '预览',
  multiview: '多画面',
  scene: '场景',
  source: '来源',
  inWindow: '窗口',
  onDisplay: (name: string) => `全屏（${name}）`,
  display: (number: number, isPrimary: boolean) =>
    zh`显示器 ${format.number(number)}${isPrimary ? '，主显示器' : ''}`,
  refused: 'Upcast 无法再打开投影。请先关闭一个。',
  /** What a cell of the multiview does. */
  cell: (scene: string, number: number) => `${format.number(number)}：${scene}`,
  cells: '场景',
  cellHint: '点按可预览此场景，连按两次可切换到此场景',
  cellOnAirHint: '点按可切换到此场景',
};
