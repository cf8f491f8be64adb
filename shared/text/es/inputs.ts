/** Video and audio sources, the preview, the slate. */
import { endSentence } from '../end-sentence.ts';
import { format } from './format.ts';

type DeviceKind = 'camera' | 'microphone' | 'screen';

/** With the article, for the middle of a sentence. */
const devices: Readonly<Record<DeviceKind, string>> = {
  camera: 'la cámara',
  microphone: 'el micrófono',
  screen: 'la pantalla',
};

export const sources = {
  list: 'Fuente de vídeo',
  camera: 'Cámara',
  cameraNumber: (number: number) => `Cámara ${number}`,
  noneFound: 'ninguna encontrada',
  pickScreen: 'Pantalla o ventana…',
  wholeScreen: 'Pantalla completa',
  selectedWindow: 'Ventana seleccionada',
  testPattern: 'Patrón de prueba',

  pickerTitle: 'Capturar una pantalla o ventana',
  screens: 'Pantallas',
  windows: 'Ventanas',
  looking: 'Buscando pantallas y ventanas…',
  nothingToCapture: 'Aún no hay nada que capturar. Abre una ventana y actualiza la lista.',
  refresh: 'Actualizar',
};

export const preview = {
  title: 'Vista previa',
  starting: 'Iniciando el vídeo…',
  nothingSelected: 'No hay fuente de vídeo. Elige una cámara o una pantalla en Fuentes.',
  tryAgain: 'Reintentar',
  useTestPattern: 'Usar patrón de prueba',
  /** What viewers get, for those who cannot see it. @param label absent while the source has no name. */
  shown: (label: string | undefined) => (label === undefined ? 'Vista previa' : `Vista previa: ${label}`),
  noVideo: 'Vista previa: sin vídeo',
};

export const away = {
  /** Viewers read this on the slate. */
  slate: 'Vuelvo enseguida',
  turnOn: 'Mostrar «Vuelvo enseguida» y silenciar el audio sin finalizar la transmisión',
  turnOff: 'Los espectadores ven «Vuelvo enseguida» y no oyen nada. Haz clic para volver.',
};

const notStarted = (kind: DeviceKind) =>
  `No se pudo ${kind === 'screen' ? 'capturar' : 'iniciar'} ${devices[kind]}`;

const missing: Readonly<Record<DeviceKind, string>> = {
  camera: 'No se encontró ninguna cámara.',
  microphone: 'No se encontró ningún micrófono.',
  screen: 'No se encontró ninguna pantalla.',
};

const selectedGone: Readonly<Record<DeviceKind, string>> = {
  camera: 'La cámara seleccionada no está conectada.',
  microphone: 'El micrófono seleccionado no está conectado.',
  screen: 'La pantalla seleccionada no está conectada.',
};

/** Names of what is captured, and what went wrong with it. */
export const capture = {
  camera: 'Cámara',
  microphone: 'Micrófono',
  screen: 'Pantalla',
  testPattern: 'Patrón de prueba',
  tone: 'Tono, 1 kHz a −20 dBFS',

  missing: (kind: DeviceKind) => missing[kind],
  /** @param label absent where the system never named the device. */
  notConnected: (kind: DeviceKind, label?: string) =>
    label === undefined ? selectedGone[kind] : `El dispositivo «${label}» no está conectado.`,
  ambiguous: (kind: 'camera' | 'microphone', label: string, count: number) =>
    `Hay ${format.number(count)} ${kind === 'camera' ? 'cámaras' : 'micrófonos'} con el nombre «${label}».`,
  notAllowed: (kind: DeviceKind) =>
    `Upcast no tiene permiso para ${kind === 'screen' ? 'capturar' : 'usar'} ${devices[kind]}.`,
  openPrivacy: 'Abrir ajustes de privacidad',
  restart: 'Reiniciar Upcast',
  busy: (kind: DeviceKind) => `${notStarted(kind)}. Puede que otra aplicación use este dispositivo.`,
  failed: (kind: DeviceKind, reason: string) => endSentence(`${notStarted(kind)}: ${reason}`),
  noVideo: (label: string) => `No llega vídeo de «${label}».`,
  /** @param label absent where the system never named the source. */
  disconnected: (label: string | undefined) =>
    label === undefined ? 'La fuente se desconectó.' : `«${label}» se desconectó.`,
  muted: (label: string, kind: 'camera' | 'microphone') =>
    kind === 'camera' ? `No llega vídeo de «${label}».` : `«${label}» está en silencio fuera de Upcast.`,
  windowClosed: (label: string) => `Se cerró «${label}».`,
  screenDisconnected: 'La pantalla se desconectó.',
  audioStopped: 'El servicio de audio de este equipo se detuvo.',
  systemAudio: 'Audio del escritorio',
  speakersGone: (label: string) => `El dispositivo «${label}» no está conectado.`,
  pageAudio: 'Audio de la página',
  captureFailed: (kind: 'system' | 'page') =>
    `No se pudo capturar el audio ${kind === 'system' ? 'del escritorio' : 'de la página'}.`,
  mediaAudio: 'Audio del archivo multimedia',
  noSystemAudio: 'Upcast no puede capturar el audio del escritorio en este sistema.',
};
