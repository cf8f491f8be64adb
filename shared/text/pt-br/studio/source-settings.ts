/** Settings of a source beyond its place: how a camera is asked, what part of a screen shows. */
import { format } from '../format.ts';

const size = (width: number, height: number) => `${width} × ${height}`;

export const sourceSettings = {
  size,

  camera: 'Resolução e quadros/s',
  cameraSize: 'Resolução',
  cameraRate: 'Quadros/s',
  automatic: 'Automático',
  rate: (fps: number) => `${format.number(fps)} fps`,
  /** What the camera sends, whatever was chosen. */
  gives: (width: number, height: number, fps: number | undefined) =>
    fps === undefined
      ? `A câmera envia ${size(width, height)}.`
      : `A câmera envia ${size(width, height)} a ${format.number(fps)} fps.`,
  givesOther: (width: number, height: number, fps: number | undefined) =>
    `A câmera não oferece esta configuração. ${sourceSettings.gives(width, height, fps)}`,

  part: 'Região',
  region: 'Capturar só uma parte da tela',
  regionNames: {
    x: 'X, borda esquerda',
    y: 'Y, borda superior',
    width: 'L, largura da região',
    height: 'A, altura da região',
  },
  selectRegion: 'Selecionar região…',
  regionTitle: 'Selecionar região',
  regionHint: 'Arraste sobre a parte da tela que os espectadores devem ver. Arraste a moldura para movê-la.',
  regionPicture: 'Tela capturada',
  useRegion: 'Usar região',

  gradient: 'Gradiente',
  angle: 'Ângulo',
  stop: (number: number) => `Cor ${number}`,
  stopAt: 'Posição',
  stopAtName: (number: number) => `Posição da cor ${number}`,
  addStop: 'Adicionar cor',
  removeStop: (number: number) => `Remover cor ${number}`,

  vertical: 'Vertical',
  columnHeight: 'Altura da coluna',
  scroll: 'Rolagem',
  scrollDirection: 'Direção',
  scrollDirections: { left: 'Esquerda', right: 'Direita', up: 'Para cima', down: 'Para baixo' },
  speed: 'Velocidade',
  pixelsASecond: 'px/s',
  window: 'Comprimento',
  windowName: 'Comprimento da parte visível',
  gap: 'Espaço',
  gapName: 'Espaço antes de o texto recomeçar',
  scrollHint:
    'O texto se move um número inteiro de pixels por quadro, por isso o Upcast usa a velocidade fluida mais próxima.',
};
