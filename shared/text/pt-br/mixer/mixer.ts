/** The audio mixer: channels, tracks, the program's loudness, the headphones. */
import { format } from '../format.ts';

type Side = 'left' | 'right';

const signed = (decibels: number, digits = 1): string => {
  if (decibels === -Infinity) return '−∞';
  const text = format.number(Math.abs(decibels), digits);
  if (/^[0.,]+$/.test(text)) return text;
  return `${decibels > 0 ? '+' : '−'}${text}`;
};

export const mixer = {
  title: 'Áudio',
  list: 'Fonte de áudio',
  microphone: 'Microfone',
  microphoneNumber: (number: number) => `Microfone ${number}`,
  /** Whichever the system uses now. @param name absent where the system tells none. */
  usualMicrophone: (name: string | undefined) =>
    name === undefined ? 'Padrão do sistema' : `Padrão do sistema (${name})`,
  speakerNumber: (number: number) => `Alto-falantes ${number}`,
  patternBeeps: 'Bipes do padrão de teste',
  noAudio: 'Sem áudio',
  otherAudio: 'Áudio',
  systemAudio: 'Áudio do desktop',
  tone: 'Tom de teste',
  applicationAudio: 'Áudio de um aplicativo',
  applicationNamed: (name: string, program: string) => `${name} (${program})`,
  noApplications: 'Nenhum aplicativo está tocando áudio',
  applicationWaits: (name: string | undefined) =>
    name === undefined ? 'O aplicativo não está tocando áudio.' : `“${name}” não está tocando áudio.`,

  /** With one channel, and with more. */
  strip: 'Nível do áudio',
  panel: 'Mixer de áudio',
  add: '+ Novo',
  addAudio: 'Adicionar novo áudio',

  mute: (name: string) => `Silenciar ${name}`,
  muted: 'Silenciado',
  silence: '−∞ dB',
  solo: (name: string) => `Ouvir só ${name}`,
  fader: (name: string) => `${name}, fader`,
  /** The field beside the fader. */
  level: (name: string) => `${name}, nível`,
  decibels: (decibels: number) => `${signed(decibels)} dB`,
  listening: (name: string, mode: 'off' | 'only' | 'both') =>
    `Monitoramento, ${name}: ${{ off: 'desativado', only: 'só monitor', both: 'monitor e saída' }[mode]}`,
  /** Of a channel in the headphones. */
  monitoring: { off: 'Monitor desativado', only: 'Só monitor (não é enviado)', both: 'Monitor e saída' },
  monitorOnly: 'Só monitor',
  holdToTalk: (key: string) => `Segure ${key} para falar`,
  mutedByKey: (key: string) => `Silenciado com ${key}`,
  duckedBy: (names: readonly string[]) => `Atenuado por ${format.list(names)}`,
  filterNames: (names: readonly string[]) => names.join(', '),

  more: (name: string) => `Mais opções de ${name}`,
  menu: {
    rename: 'Renomear',
    device: 'Dispositivo',
    application: 'Aplicativo',
    filters: 'Filtros…',
    copyFilters: (count: number) =>
      count === 1 ? 'Copiar filtro' : `Copiar ${format.number(count)} filtros`,
    pasteFilters: (count: number) => (count > 1 ? `Colar ${format.number(count)} filtros` : 'Colar filtro'),
    settings: 'Configurações de áudio…',
    sync: 'Ajuste de sincronia…',
    program: 'Áudio do programa…',
    moveLeft: 'Mover para a esquerda',
    moveRight: 'Mover para a direita',
    remove: 'Remover',
  },
  /** Within a strip. */
  shortcuts: { mute: 'M', solo: 'S', rename: 'F2', moveLeft: 'Alt+Left', moveRight: 'Alt+Right' },
  channelName: 'Nome do canal',
  removed: (name: string) => `“${name}” foi removido.`,

  oneSided: (side: Side) => `Áudio só no lado ${side === 'left' ? 'esquerdo' : 'direito'}.`,
  useOnBoth: 'Usar nos dois lados',
  useSide: 'Usar lado esquerdo',
  /** Of a microphone that gives no more than a telephone does. */
  narrow:
    'Este headset está no modo de chamada, com baixa qualidade de áudio. Use outro microfone para um áudio melhor.',

  channel: {
    title: (name: string) => `Configurações de áudio de “${name}”`,
    sound: 'Som',
    balance: 'Balanço',
    balanceUnit: '%',
    balanceHint: '−100 é esquerda, 100 é direita.',
    isMono: 'Mono',
    isMonoHint: 'Toca a média de esquerda e direita nos dois lados.',
    side: 'Lados',
    sides: {
      both: 'Estéreo',
      left: 'Esquerda nos dois lados',
      right: 'Direita nos dois lados',
    },
    monitoring: 'Monitoramento',
    tracks: 'Faixas',
    tracksHint:
      'Cada faixa é uma mixagem. Em Áudio do programa, escolha as faixas que a transmissão e a gravação usam.',
    noTracks: 'Em nenhuma faixa: os espectadores não ouvem este canal.',
    scenes: 'Cenas',
    scenesHint: 'Os espectadores ouvem este canal só enquanto uma destas cenas está ao vivo.',
    allScenes: 'Em todas as cenas',
    sync: 'Ajuste de sincronia',
    find: 'Medir com uma palma…',
    push: 'Tecla de atalho',
    pushModes: {
      off: 'Desativado',
      talk: 'Pressionar para falar',
      mute: 'Pressionar para silenciar',
      toggle: 'Alternar mudo',
    },
    pushKey: 'Tecla',
    noKey: 'Pressione uma tecla…',
    changeKey: (key: string) => `Tecla: ${key}. Pressione para mudar`,
    waitsForKey: 'Pressione uma tecla. Esc cancela.',
    release: 'Atraso ao soltar',
    pushHint:
      'Funciona enquanto a janela do Upcast está em primeiro plano. Para uma tecla que funcione em todos os aplicativos, escolha Alternar mudo.',
    toggleHint: 'Funciona em todos os aplicativos.',
    keyTaken:
      'Funciona só enquanto a janela do Upcast está em primeiro plano. Talvez outro aplicativo use esta tecla ou o seu sistema não permita teclas que funcionem em todos os aplicativos.',
    keyTyped:
      'Funciona enquanto a janela do Upcast está em primeiro plano. Para todos os aplicativos, use uma tecla de função ou adicione Ctrl ou Alt.',
  },

  tracks: {
    name: (number: number) => `Faixa ${format.number(number)}`,
    title: 'Faixas',
    names: 'Nomes das faixas',
    stream: 'Faixa da transmissão',
    streamWhileLive: 'Você pode mudar a faixa da transmissão quando não estiver ao vivo.',
    recording: 'Faixas da gravação',
    recordingNote: 'Cada faixa selecionada é uma faixa de áudio separada na gravação.',
  },

  program: {
    name: 'Programa',
    title: 'Áudio do programa',
    more: 'Mais opções do programa',
    target: (lufs: string) => `Alvo ${lufs}`,
    customTarget: 'Personalizado…',
    custom: 'Alvo personalizado',
    lufs: 'LUFS',
    truePeak: (figure: string) => `Pico ${figure}`,
    resetName: 'Redefinir o loudness integrado',
    limiter: 'Limitador',
    limiterHint: 'Mantém os picos reais abaixo do teto.',
    limiterState: (decibels: number) => `Limitador −${format.number(decibels, 1)} dB`,
    limiterOff: 'Sem limitador',
    ceiling: 'Teto',
    ceilingUnit: 'dBTP',
    headphones: 'Monitoramento',
    device: 'Dispositivo',
    systemDefault: 'Padrão do sistema',
    figures: 'Valores de loudness',
  },

  sync: {
    title: 'Ajuste de sincronia',
    about: 'Atrasa o áudio para que ele coincida com o vídeo.',
    delay: 'Atraso',
    milliseconds: 'ms',
    find: 'Medir o ajuste com uma palma',
    clapNow: 'Para medir o ajuste, bata uma palma na frente da câmera. O Upcast está ouvindo.',
    choose: 'Selecione o quadro em que as mãos se encontram.',
    pictures: 'Quadros em torno da palma',
    later: (ms: number) => {
      if (ms === 0) return 'Sincronizado com o som';
      return ms < 0 ? `${-ms} ms antes do som` : `${ms} ms depois do som`;
    },
    laterShort: (ms: number) => `${ms < 0 ? '−' : ms === 0 ? '' : '+'}${Math.abs(ms)} ms`,
    use: (ms: number) => `Atrasar o áudio em ${ms} ms`,
    again: 'Outra palma',
    pictureEarly: (ms: number) =>
      `Os espectadores veem a palma ${ms} ms antes de ouvi-la. Em Filtros, adicione um atraso de renderização de ${ms} ms à câmera.`,
  },
};
