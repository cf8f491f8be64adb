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
  title: 'Audio',
  list: 'Fuente de audio',
  microphone: 'Micrófono',
  microphoneNumber: (number: number) => `Micrófono ${number}`,
  /** Whichever the system uses now. @param name absent where the system tells none. */
  usualMicrophone: (name: string | undefined) =>
    name === undefined ? 'Predeterminado' : `Predeterminado (${name})`,
  speakerNumber: (number: number) => `Altavoces ${number}`,
  patternBeeps: 'Pitidos del patrón de prueba',
  noAudio: 'Sin audio',
  otherAudio: 'Audio',
  systemAudio: 'Audio del escritorio',
  tone: 'Tono de prueba',
  applicationAudio: 'Audio de una aplicación',
  applicationNamed: (name: string, program: string) => `${name} (${program})`,
  noApplications: 'Ninguna aplicación reproduce audio',
  applicationWaits: (name: string | undefined) =>
    name === undefined ? 'La aplicación no reproduce audio.' : `«${name}» no reproduce audio.`,

  /** With one channel, and with more. */
  strip: 'Nivel de audio',
  panel: 'Mezclador de audio',
  add: '+ Añadir',
  addAudio: 'Añadir audio',

  mute: (name: string) => `Silenciar ${name}`,
  muted: 'Silenciado',
  silence: '−∞ dB',
  solo: (name: string) => `Escuchar solo ${name}`,
  fader: (name: string) => `${name}, fader`,
  /** The field beside the fader. */
  level: (name: string) => `${name}, nivel`,
  decibels: (decibels: number) => `${signed(decibels)} dB`,
  listening: (name: string, mode: 'off' | 'only' | 'both') =>
    `Monitorización, ${name}: ${{ off: 'desactivada', only: 'solo monitor', both: 'monitor y salida' }[mode]}`,
  /** Of a channel in the headphones. */
  monitoring: { off: 'Monitor desactivado', only: 'Solo monitor (no se envía)', both: 'Monitor y salida' },
  monitorOnly: 'Solo monitor',
  holdToTalk: (key: string) => `Mantén ${key} para hablar`,
  mutedByKey: (key: string) => `Silenciado con ${key}`,
  duckedBy: (names: readonly string[]) => `Atenuado por ${format.list(names)}`,
  filterNames: (names: readonly string[]) => names.join(', '),

  more: (name: string) => `Más opciones de ${name}`,
  menu: {
    rename: 'Renombrar',
    device: 'Dispositivo',
    application: 'Aplicación',
    filters: 'Filtros…',
    copyFilters: (count: number) =>
      count === 1 ? 'Copiar filtro' : `Copiar ${format.number(count)} filtros`,
    pasteFilters: (count: number) => (count > 1 ? `Pegar ${format.number(count)} filtros` : 'Pegar filtro'),
    settings: 'Ajustes de audio…',
    sync: 'Desfase de audio…',
    program: 'Audio del programa…',
    moveLeft: 'Mover a la izquierda',
    moveRight: 'Mover a la derecha',
    remove: 'Quitar',
  },
  /** Within a strip. */
  shortcuts: { mute: 'M', solo: 'S', rename: 'F2', moveLeft: 'Alt+Left', moveRight: 'Alt+Right' },
  channelName: 'Nombre del canal',
  removed: (name: string) => `Se quitó «${name}».`,

  oneSided: (side: Side) => `Solo hay audio en el lado ${side === 'left' ? 'izquierdo' : 'derecho'}.`,
  useOnBoth: 'Usar en ambos lados',
  useSide: 'Usar lado izquierdo',
  /** Of a microphone that gives no more than a telephone does. */
  narrow:
    'Estos auriculares están en modo llamada y su calidad de audio es baja. Usa otro micrófono para mejorarla.',

  channel: {
    title: (name: string) => `Ajustes de audio de «${name}»`,
    sound: 'Sonido',
    balance: 'Balance',
    balanceUnit: '%',
    balanceHint: '−100 es izquierda y 100 es derecha.',
    isMono: 'Mono',
    isMonoHint: 'Reproduce la media de izquierda y derecha en ambos lados.',
    side: 'Lados',
    sides: {
      both: 'Estéreo',
      left: 'Izquierda en ambos lados',
      right: 'Derecha en ambos lados',
    },
    monitoring: 'Monitorización',
    tracks: 'Pistas',
    tracksHint:
      'Cada pista es una mezcla. Elige en Audio del programa qué pistas usan la transmisión y la grabación.',
    noTracks: 'En ninguna pista: los espectadores no oyen este canal.',
    scenes: 'Escenas',
    scenesHint: 'Los espectadores oyen este canal solo mientras una de estas escenas está en directo.',
    allScenes: 'En todas las escenas',
    sync: 'Desfase de audio',
    find: 'Medir con una palmada…',
    push: 'Atajo de teclado',
    pushModes: {
      off: 'Desactivado',
      talk: 'Pulsar para hablar',
      mute: 'Pulsar para silenciar',
      toggle: 'Alternar silencio',
    },
    pushKey: 'Tecla',
    noKey: 'Pulsa una tecla…',
    changeKey: (key: string) => `Tecla: ${key}. Pulsa para cambiarla`,
    waitsForKey: 'Pulsa una tecla. Esc cancela.',
    release: 'Retardo al soltar',
    pushHint:
      'Funciona mientras la ventana de Upcast está en primer plano. Para una tecla que funcione en todas las aplicaciones, elige Alternar silencio.',
    toggleHint: 'Funciona en todas las aplicaciones.',
    keyTaken:
      'Funciona solo mientras la ventana de Upcast está en primer plano. Puede que otra aplicación use esta tecla o que tu sistema no permita teclas que funcionen en todas las aplicaciones.',
    keyTyped:
      'Funciona mientras la ventana de Upcast está en primer plano. Para todas las aplicaciones, usa una tecla de función o añade Ctrl o Alt.',
  },

  tracks: {
    name: (number: number) => `Pista ${format.number(number)}`,
    title: 'Pistas',
    names: 'Nombres de las pistas',
    stream: 'Pista de la transmisión',
    streamWhileLive: 'Puedes cambiar la pista de la transmisión cuando no estés en directo.',
    recording: 'Pistas de la grabación',
    recordingNote: 'Cada pista seleccionada es una pista de audio aparte en la grabación.',
  },

  program: {
    name: 'Programa',
    title: 'Audio del programa',
    more: 'Más opciones del programa',
    target: (lufs: string) => `Objetivo ${lufs}`,
    customTarget: 'Personalizado…',
    custom: 'Objetivo personalizado',
    lufs: 'LUFS',
    truePeak: (figure: string) => `Pico ${figure}`,
    resetName: 'Restablecer la sonoridad integrada',
    limiter: 'Limitador',
    limiterHint: 'Mantiene los picos reales por debajo del techo.',
    limiterState: (decibels: number) => `Limitador −${format.number(decibels, 1)} dB`,
    limiterOff: 'Sin limitador',
    ceiling: 'Techo',
    ceilingUnit: 'dBTP',
    headphones: 'Monitorización',
    device: 'Dispositivo',
    systemDefault: 'Predeterminado',
    figures: 'Valores de sonoridad',
  },

  sync: {
    title: 'Desfase de audio',
    about: 'Retrasa el audio para que coincida con el vídeo.',
    delay: 'Retardo',
    milliseconds: 'ms',
    find: 'Medir el desfase con una palmada',
    clapNow: 'Para medir el desfase, da una palmada delante de la cámara. Upcast está escuchando.',
    choose: 'Selecciona el fotograma en el que se juntan tus manos.',
    pictures: 'Fotogramas alrededor de la palmada',
    later: (ms: number) => {
      if (ms === 0) return 'Sincronizado con el sonido';
      return ms < 0 ? `${-ms} ms antes del sonido` : `${ms} ms después del sonido`;
    },
    laterShort: (ms: number) => `${ms < 0 ? '−' : ms === 0 ? '' : '+'}${Math.abs(ms)} ms`,
    use: (ms: number) => `Retrasar el audio ${ms} ms`,
    again: 'Otra palmada',
    pictureEarly: (ms: number) =>
      `Los espectadores ven la palmada ${ms} ms antes de oírla. Añade en Filtros un retardo de procesamiento de ${ms} ms a la cámara.`,
  },
};
