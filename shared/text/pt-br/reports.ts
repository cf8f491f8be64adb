/** Rehearsals and past streams: cards, lists, and reports of figures. */
import type { RehearsalProtocol } from '../../broadcast/rehearsal-report.ts';
import { format, times } from './format.ts';

const frames = { one: 'quadro', many: 'de quadros', other: 'quadros' };
const droppedFrames = { one: 'quadro perdido', many: 'de quadros perdidos', other: 'quadros perdidos' };
const reconnects = { one: 'reconexão', many: 'de reconexões', other: 'reconexões' };
const interruptions = { one: 'interrupção', many: 'de interrupções', other: 'interrupções' };

export const rehearsalCard = {
  title: 'Ensaio',
  switch: 'Ensaiar em vez de transmitir',
  lastReport: 'Último relatório',
  live: (rate: string | undefined) =>
    `Transmitindo para este computador${rate === undefined ? '' : ` a ${rate}`}. Encerre o ensaio para ver o relatório.`,
  connecting: 'Conectando ao servidor de teste local…',
  off: 'Pratique a transmissão neste computador. Os espectadores não veem nada.',
  on: (protocol: 'rtmps' | 'rtmfp') =>
    `Transmite por ${protocol === 'rtmps' ? 'TLS' : 'UDP'} para um servidor de teste local. Os espectadores não veem nada e você recebe um relatório.`,
  protocol: 'Protocolo do ensaio',
  protocols: { rtmps: 'RTMPS', rtmfp: 'RTMFP' },
};

export const rehearsalReport = {
  title: 'Relatório do ensaio',
  allGood: 'Tudo chegou como deveria. Você pode transmitir.',
  problems: (count: number) =>
    `Verifique ${format.count(count, { one: 'problema', many: 'de problemas', other: 'problemas' })} antes de transmitir.`,
  levels: { good: 'Bom', warning: 'Aviso', problem: 'Problema' },
  finding: (level: string) => `${level}: `,

  rehearsal: 'Ensaio',
  startedAt: 'Início',
  length: 'Duração',
  protocol: 'Protocolo',
  protocolName: (protocol: RehearsalProtocol, tls: string | undefined) =>
    protocol === 'rtmps' ? `RTMPS, ${tls?.replace('TLSv', 'TLS ') ?? 'TLS'}` : protocol.toUpperCase(),
  audio: 'Áudio',
  video: 'Vídeo',
  codec: 'Codec',
  sampleRate: 'Amostragem',
  sampling: (hertz: number, channels: number) =>
    `${format.number(hertz / 1000, hertz % 1000 === 0 ? 0 : 1)} kHz, ${channels === 1 ? 'mono' : 'estéreo'}`,
  bitrate: 'Taxa de bits',
  bitrateWithPeak: (average: string, peak: string) => `${average}, pico ${peak}`,
  gaps: 'Lacunas',
  resolution: 'Resolução',
  frames: 'Quadros',
  framesAtRate: (count: number, fps: number) => `${format.number(count)}, ${format.number(fps, 2)} fps`,
  keyframeInterval: 'Intervalo de quadros-chave',
  interval: (median: number, least: number, most: number) => {
    const [usual, low, high] = [median, least, most].map((seconds) => format.number(seconds, 2));
    return low === high ? `${usual} s` : `${usual} s (${low}–${high})`;
  },
  bFrames: 'Quadros B',
  yes: 'Sim',
  no: 'Não',
  sync: 'Sincronia A/V',
  audioStarts: 'O áudio começa',
  withVideo: 'com o vídeo',
  afterVideo: (ms: number) => `${format.number(ms)} ms depois do vídeo`,
  beforeVideo: (ms: number) => `${format.number(ms)} ms antes do vídeo`,
  lengthDifference: 'Diferença de duração',
  milliseconds: (ms: number) => `${format.number(ms)} ms`,
};

export const streamReport = {
  title: 'Relatório da transmissão',
  pastStreams: 'Transmissões anteriores',
  lost: 'A transmissão terminou antes da hora porque todos os destinos falharam.',
  neverReached: (destinations: readonly string[]) =>
    `A transmissão nunca chegou a ${format.list(destinations, 'disjunction')}.`,
  goneAtEnd: (destinations: readonly string[]) =>
    `Sem conexão com ${format.list(destinations)} quando a transmissão terminou.`,
  complete: 'A transmissão foi ao ar sem interrupções.',
  sentWith: (reconnectCount: number, droppedFrameCount: number) =>
    `A transmissão foi ao ar com ${format.list([
      ...(reconnectCount === 0 ? [] : [format.count(reconnectCount, reconnects)]),
      ...(droppedFrameCount === 0 ? [] : [format.count(droppedFrameCount, droppedFrames)]),
    ])}.`,

  stream: 'Transmissão',
  startedAt: 'Início',
  length: 'Duração',
  encoded: 'Codificados',
  skipped: 'Ignorados',
  frames: (count: number) => format.count(count, frames),
  onAir: 'Ao vivo',
  uptime: (elapsed: string, share: number) => `${elapsed} (${format.percent(share)})`,
  sent: 'Enviado',
  sentBytes: (bytes: number, count: number) => `${format.bytes(bytes)}, ${format.count(count, frames)}`,
  dropped: 'Perdidos',
  reconnects: 'Reconexões',
  lostBy: 'Perdas',
  lastError: 'Último erro',
  losses: 'Perdas e suas causas',
  encodingOverloaded: 'Codificação sobrecarregada',
  networkTooSlow: 'Rede lenta demais',
  offAir: (elapsed: string, times: number) => `${elapsed} fora do ar, ${format.count(times, interruptions)}`,
  lossTimes: (loss: string, count: number) => `${loss.replace(/\.$/, '')} (${times(count)}).`,
  lossShare: (share: number) => (share < 0.001 ? 'menos de 0,1%' : format.percent(share, 1)),
  reconnectCount: (count: number) => format.count(count, reconnects),
  interruptionCount: (count: number) => format.count(count, interruptions),
  nothing: 'nada',
};

export const pastStreams = {
  title: 'Transmissões anteriores',
  one: 'Transmissão anterior',
  compared: 'Comparar transmissões',
  all: 'Todas as transmissões',
  hint: 'Selecione duas transmissões para comparar. O Upcast guarda as últimas 50.',
  deleted: 'Relatório excluído.',
  compare: 'Comparar',
  empty: 'Nenhuma transmissão ainda. Depois de cada uma, o relatório, o gráfico e os eventos aparecem aqui.',
  started: 'Início',
  length: 'Duração',
  destinations: 'Destinos',
  lost: 'Perdas',
  delete: 'Excluir',
  compareOne: (started: string) => `Comparar ${started}`,
  deleteOne: (started: string) => `Excluir ${started}`,
  startedAt: (timeMs: number) => `${format.date(timeMs)}, ${format.clock(timeMs)}`,
  streamOf: (started: string) => `Transmissão: ${started}`,
  names: (destinations: readonly string[]) => destinations.join(', '),
  events: (count: number) => format.count(count, { one: 'evento', many: 'de eventos', other: 'eventos' }),
};
