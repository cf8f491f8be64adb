/** Settings of a source beyond its place: how a camera is asked, what part of a screen shows. */
import { format } from '../format.ts';

const size = (width: number, height: number) => `${width} × ${height}`;

export const sourceSettings = {
  size,

  camera: 'Resolución y fotogramas/s',
  cameraSize: 'Resolución',
  cameraRate: 'Fotogramas/s',
  automatic: 'Automático',
  rate: (fps: number) => `${format.number(fps)} fps`,
  /** What the camera sends, whatever was chosen. */
  gives: (width: number, height: number, fps: number | undefined) =>
    fps === undefined
      ? `La cámara envía ${size(width, height)}.`
      : `La cámara envía ${size(width, height)} a ${format.number(fps)} fps.`,
  givesOther: (width: number, height: number, fps: number | undefined) =>
    `La cámara no ofrece este ajuste. ${sourceSettings.gives(width, height, fps)}`,

  part: 'Región',
  region: 'Capturar solo una parte de la pantalla',
  regionNames: {
    x: 'X, borde izquierdo',
    y: 'Y, borde superior',
    width: 'An, ancho de la región',
    height: 'Al, alto de la región',
  },
  selectRegion: 'Seleccionar región…',
  regionTitle: 'Seleccionar región',
  regionHint:
    'Arrastra sobre la parte de la pantalla que quieres que vean los espectadores. Arrastra el marco para moverlo.',
  regionPicture: 'Pantalla capturada',
  useRegion: 'Usar región',

  gradient: 'Degradado',
  angle: 'Ángulo',
  stop: (number: number) => `Color ${number}`,
  stopAt: 'Posición',
  stopAtName: (number: number) => `Posición del color ${number}`,
  addStop: 'Añadir color',
  removeStop: (number: number) => `Quitar color ${number}`,

  vertical: 'Vertical',
  columnHeight: 'Alto de columna',
  scroll: 'Desplazamiento',
  scrollDirection: 'Dirección',
  scrollDirections: { left: 'Izquierda', right: 'Derecha', up: 'Arriba', down: 'Abajo' },
  speed: 'Velocidad',
  pixelsASecond: 'px/s',
  window: 'Longitud',
  windowName: 'Longitud de la parte visible',
  gap: 'Espacio',
  gapName: 'Espacio antes de que el texto vuelva a empezar',
  scrollHint:
    'El texto se mueve un número entero de píxeles por fotograma, así que Upcast usa la velocidad fluida más cercana.',
};
