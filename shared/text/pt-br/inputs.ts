/** Video and audio sources, the preview, the slate. */
import { endSentence } from '../end-sentence.ts';
import { format } from './format.ts';

type DeviceKind = 'camera' | 'microphone' | 'screen';

/** With the article, for the middle of a sentence. */
const devices: Readonly<Record<DeviceKind, string>> = {
  camera: 'a câmera',
  microphone: 'o microfone',
  screen: 'a tela',
};

export const sources = {
  list: 'Fonte de vídeo',
  camera: 'Câmera',
  cameraNumber: (number: number) => `Câmera ${number}`,
  noneFound: 'nenhuma encontrada',
  pickScreen: 'Tela ou janela…',
  wholeScreen: 'Tela inteira',
  selectedWindow: 'Janela selecionada',
  testPattern: 'Padrão de teste',

  pickerTitle: 'Capturar uma tela ou janela',
  screens: 'Telas',
  windows: 'Janelas',
  looking: 'Procurando telas e janelas…',
  nothingToCapture: 'Ainda não há nada para capturar. Abra uma janela e atualize a lista.',
  refresh: 'Atualizar',
};

export const preview = {
  title: 'Prévia',
  starting: 'Iniciando o vídeo…',
  nothingSelected: 'Nenhuma fonte de vídeo. Escolha uma câmera ou tela em Fontes.',
  tryAgain: 'Tentar de novo',
  useTestPattern: 'Usar padrão de teste',
  /** What viewers get, for those who cannot see it. @param label absent while the source has no name. */
  shown: (label: string | undefined) => (label === undefined ? 'Prévia' : `Prévia: ${label}`),
  noVideo: 'Prévia: sem vídeo',
};

export const away = {
  /** Viewers read this on the slate. */
  slate: 'Volto já',
  turnOn: 'Mostrar “Volto já” e silenciar o áudio sem encerrar a transmissão',
  turnOff: 'Os espectadores veem “Volto já” e não ouvem nada. Clique para voltar.',
};

const notStarted = (kind: DeviceKind) =>
  `Não foi possível ${kind === 'screen' ? 'capturar' : 'iniciar'} ${devices[kind]}`;

const missing: Readonly<Record<DeviceKind, string>> = {
  camera: 'Nenhuma câmera encontrada.',
  microphone: 'Nenhum microfone encontrado.',
  screen: 'Nenhuma tela encontrada.',
};

const selectedGone: Readonly<Record<DeviceKind, string>> = {
  camera: 'A câmera selecionada não está conectada.',
  microphone: 'O microfone selecionado não está conectado.',
  screen: 'A tela selecionada não está conectada.',
};

/** Names of what is captured, and what went wrong with it. */
export const capture = {
  camera: 'Câmera',
  microphone: 'Microfone',
  screen: 'Tela',
  testPattern: 'Padrão de teste',
  tone: 'Tom, 1 kHz a −20 dBFS',

  missing: (kind: DeviceKind) => missing[kind],
  /** @param label absent where the system never named the device. */
  notConnected: (kind: DeviceKind, label?: string) =>
    label === undefined ? selectedGone[kind] : `O dispositivo “${label}” não está conectado.`,
  ambiguous: (kind: 'camera' | 'microphone', label: string, count: number) =>
    `Há ${format.number(count)} ${kind === 'camera' ? 'câmeras' : 'microfones'} com o nome “${label}”.`,
  notAllowed: (kind: DeviceKind) =>
    `O Upcast não tem permissão para ${kind === 'screen' ? 'capturar' : 'usar'} ${devices[kind]}.`,
  openPrivacy: 'Abrir configurações de privacidade',
  restart: 'Reiniciar o Upcast',
  busy: (kind: DeviceKind) => `${notStarted(kind)}. Outro aplicativo pode estar usando este dispositivo.`,
  failed: (kind: DeviceKind, reason: string) => endSentence(`${notStarted(kind)}: ${reason}`),
  noVideo: (label: string) => `Nenhum vídeo da fonte “${label}”.`,
  /** @param label absent where the system never named the source. */
  disconnected: (label: string | undefined) =>
    label === undefined ? 'A fonte foi desconectada.' : `A fonte “${label}” foi desconectada.`,
  muted: (label: string, kind: 'camera' | 'microphone') =>
    kind === 'camera'
      ? `Nenhum vídeo da câmera “${label}”.`
      : `O microfone “${label}” está silenciado fora do Upcast.`,
  windowClosed: (label: string) => `A janela “${label}” foi fechada.`,
  screenDisconnected: 'A tela foi desconectada.',
  audioStopped: 'O serviço de áudio deste computador parou.',
  systemAudio: 'Áudio do desktop',
  speakersGone: (label: string) => `O dispositivo “${label}” não está conectado.`,
  pageAudio: 'Áudio da página',
  captureFailed: (kind: 'system' | 'page') =>
    `Não foi possível capturar o áudio ${kind === 'system' ? 'do desktop' : 'da página'}.`,
  mediaAudio: 'Áudio da mídia',
  noSystemAudio: 'O Upcast não consegue capturar o áudio do desktop neste sistema.',
};
