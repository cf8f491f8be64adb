/** Settings: encoding, encoders, recording, remote control, appearance. */
import type { EncodingProfile } from '../../encoding/profile.ts';
import { format } from './format.ts';

export const settings = {
  title: 'Configurações',
  badEncoding:
    'Um valor está fora dos limites. Taxa de bits do vídeo: de 100 a 51.000 kbps. Taxa de bits do áudio: de 32 a 512 kbps. Intervalo de quadros-chave: de 0,5 a 10 s.',

  video: 'Vídeo',
  changesWhileLive: 'As mudanças valem na hora, mesmo ao vivo, sem interromper a transmissão.',
  resolution: 'Resolução',
  size: (width: number, height: number) => `${width} × ${height}`,
  namedSize: (width: number, height: number, name: string) => `${width} × ${height} (${name})`,
  sizeNames: {
    '4k': '4K',
    vertical1080: '1080p vertical',
    vertical720: '720p vertical',
    square: 'quadrado',
  },
  frameRate: 'Quadros/s',
  fps: (fps: string) => `${fps} fps`,
  videoBitrate: 'Taxa de bits do vídeo',
  kbps: 'kbps',
  keyframeInterval: 'Intervalo de quadros-chave',
  seconds: 's',
  dynamicBitrate: 'Taxa de bits dinâmica',
  dynamicBitrateHint:
    'Reduz a taxa de bits quando o upload está lento e a aumenta de novo quando a conexão se recupera, até o valor acima.',

  audio: 'Áudio',
  channels: 'Canais',
  stereo: 'Estéreo',
  mono: 'Mono',
  sampleRate: 'Taxa de amostragem',
  kilohertz: (hertz: number) => `${format.number(hertz / 1000, hertz % 1000 === 0 ? 0 : 1)} kHz`,
  audioBitrate: 'Taxa de bits do áudio',

  recordingAndEnding: 'Gravação e fim da transmissão',
  drain: 'Ao encerrar, continuar enviando por até',

  proxy: 'Proxy',
  remoteControl: 'Controle remoto',

  appearance: 'Aparência',
  theme: 'Tema',
  themes: { system: 'Sistema', dark: 'Escuro', light: 'Claro' },
  about: (version: string, ffmpegVersion: string | undefined, hasKeychain: boolean) =>
    [
      `Upcast ${version}`,
      ffmpegVersion === undefined ? 'FFmpeg não encontrado' : `FFmpeg ${ffmpegVersion}`,
      hasKeychain
        ? 'chaves de transmissão criptografadas com o chaveiro do sistema'
        : 'chaveiro indisponível: chaves de transmissão guardadas só até você sair',
    ].join(' · '),
};

const encoderNames: Readonly<Record<EncodingProfile['encoder'], string>> = {
  auto: 'Automático',
  libx264: 'H.264: x264 (CPU)',
  h264_nvenc: 'H.264: NVIDIA',
  h264_qsv: 'H.264: Intel Quick Sync',
  h264_amf: 'H.264: AMD',
  h264_vaapi: 'H.264: VA-API',
  h264_videotoolbox: 'H.264: Apple VideoToolbox',
  h264_mf: 'H.264: Windows Media Foundation',
  libx265: 'HEVC: x265 (CPU)',
  hevc_nvenc: 'HEVC: NVIDIA',
  hevc_qsv: 'HEVC: Intel Quick Sync',
  hevc_amf: 'HEVC: AMD',
  hevc_vaapi: 'HEVC: VA-API',
  hevc_videotoolbox: 'HEVC: Apple VideoToolbox',
  hevc_mf: 'HEVC: Windows Media Foundation',
  libsvtav1: 'AV1: SVT-AV1 (CPU)',
  av1_nvenc: 'AV1: NVIDIA',
  av1_qsv: 'AV1: Intel Quick Sync',
  av1_amf: 'AV1: AMD',
  av1_vaapi: 'AV1: VA-API',
};

const presetNames: Readonly<Record<EncodingProfile['preset'], string>> = {
  ultrafast: 'ultrafast (menor uso de CPU)',
  superfast: 'superfast',
  veryfast: 'veryfast (padrão)',
  faster: 'faster',
  fast: 'fast',
  medium: 'medium (melhor qualidade)',
};

export const encoders = {
  encoder: 'Codificador',
  names: encoderNames,
  automatic: (encoder: string) => `Automático (${encoder})`,
  cpuPreset: 'Predefinição de CPU',
  preset: 'Predefinição',
  presetNames,
  latency: 'Latência',
  latencyLow: 'Baixa',
  latencyQuality: 'Mais qualidade, até 0,5 s a mais de atraso',
  latencyQualityCpu: 'Mais qualidade, mais CPU',

  codecLocked: (codec: string) => `Você pode mudar o codec (${codec}) quando não estiver ao vivo.`,
  codecSupport: (codec: string) =>
    `Nem todos os serviços e servidores aceitam ${codec}. O Upcast avisa antes de você transmitir. O H.264 funciona em todo lugar.`,

  untested: 'O Upcast ainda não testou os codificadores deste computador.',
  testing: 'Testando cada codificador com dois segundos de vídeo…',
  result: (encoder: string, speed: number, isCpu: boolean) => {
    const cost = isCpu
      ? 'Melhor qualidade com a mesma taxa de bits, mas usa a CPU'
      : 'Leve para a CPU, qualidade um pouco menor';
    return `${encoder} – ${format.number(speed, 1)}× o tempo real em 720p${speed < 1 ? ' (lento demais para transmitir)' : ''}. ${cost}.`;
  },
  onGraphicsCard: (codec: string) => `Codificação ${codec} por hardware (GPU)`,
  unavailable: (names: readonly string[]) => `Não disponíveis: ${format.list(names)}.`,
  needsNewerFfmpeg: (codecs: readonly string[], version: string) =>
    `${format.list(codecs)} ${format.plural(codecs.length, { one: 'precisa', many: 'precisam', other: 'precisam' })} do FFmpeg 6.1 ou posterior. Você tem o FFmpeg ${version}.`,
  test: 'Testar codificadores',
  testAgain: 'Testar de novo',
  testingNow: 'Testando…',
  testHint: 'Codifica dois segundos de vídeo com cada codificador',
  notWhileLive: 'Não disponível enquanto você está ao vivo',
};

export const recordingSettings = {
  always: 'Gravar todas as transmissões',
  folder: 'Pasta',
  defaultFolder: (isMac: boolean): string => (isMac ? 'Sua pasta Filmes' : 'A pasta Vídeos do sistema'),
  choose: 'Escolher…',
  fileName: 'Nome do arquivo',
  fileNameHint: (example: string) => `Você pode usar {date}, {time} e {size}. Exemplo: ${example}`,
  format: 'Formato',
  formats: { mp4: 'MP4', mkv: 'MKV (Matroska)' },
  formatHint: 'Nos dois formatos, a gravação pode ser reproduzida mesmo se o Upcast ou o computador parar.',
  split: 'Iniciar um novo arquivo',
  splitHint: 'Divide em um quadro-chave, assim nada se perde.',
  never: 'Nunca',
  everyMinutes: (minutes: number) =>
    minutes === 60
      ? 'A cada hora'
      : `A cada ${format.count(minutes, { one: 'minuto', many: 'de minutos', other: 'minutos' })}`,
  everyBytes: (megabytes: number) =>
    megabytes % 1000 === 0
      ? `A cada ${format.number(megabytes / 1000)} GB`
      : `A cada ${format.number(megabytes)} MB`,
};

export const remoteSettings = {
  switch: 'Permitir que outros aplicativos deste computador controlem o Upcast',
  switchHint:
    'Vale imediatamente. Só aplicativos deste computador podem se conectar, e cada solicitação precisa do token.',
  port: 'Porta',
  portLocked: 'Desative o controle remoto para mudar a porta.',
  badPort: 'Digite uma porta de 1024 a 65535.',
  off: 'Desativado',
  listening: (port: number) => `Escutando em http://127.0.0.1:${port}`,
  token: 'Token',
  tokenSaved: 'Criptografado com o chaveiro do sistema',
  tokenKept: 'O Upcast não consegue acessar o chaveiro do sistema, por isso guarda o token só até você sair',
  renew: 'Novo token',
  renewHint: 'Desconecta os aplicativos que usam o token antigo',
  renewed: 'O token antigo foi revogado.',
};
