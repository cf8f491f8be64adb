/** The main button, recording, and the advice above them. */
import type { ServiceMessage } from '../../destinations/service-message.ts';
import { format } from './format.ts';

const skippedFrames = { one: 'quadro ignorado', many: 'de quadros ignorados', other: 'quadros ignorados' };

export const goLive = {
  rehearse: 'Ensaiar',
  goLive: 'Transmitir',
  cancel: 'Cancelar',
  endStream: 'Encerrar',
  endRehearsal: 'Encerrar ensaio',
  endNow: 'Encerrar já',
  keepRetrying: 'Seguir tentando',
  rehearsalNote: 'Só este computador recebe a transmissão. Os espectadores não veem nada.',
  ending: (seconds: number) => `Enviando o resto da transmissão por até ${format.number(seconds)} s.`,

  endTitle: 'Encerrar a transmissão?',
  keepStreaming: 'Continuar transmitindo',
  viewersSeeEnd: 'Os espectadores verão a transmissão terminar.',
  recordingContinues: 'Os espectadores verão a transmissão terminar. A gravação continua até você parar.',

  record: 'Gravar',
  waitingForVideo: 'Aguardando o vídeo',
  recording: (elapsed: string) => `Rec ${elapsed}`,
  finishing: 'Finalizando…',
  stopRecording: 'Parar gravação',
  showFile: 'Mostrar arquivo',
  diskFullIn: (seconds: number) =>
    seconds < 120
      ? `O disco ficará cheio em cerca de ${format.number(seconds)} s.`
      : `O disco ficará cheio em cerca de ${format.number(Math.floor(seconds / 60))} min.`,

  overloaded: (skipped: number) =>
    skipped === 0
      ? 'Codificação sobrecarregada.'
      : `Codificação sobrecarregada: ${format.count(skipped, skippedFrames)}.`,
  nothingLower: 'As configurações já estão no mínimo. Feche outros aplicativos.',
  changeTo: (changes: readonly string[]) => `Mudar para ${format.list(changes, 'unit')}`,
  noInterruption: 'Não interrompe a transmissão',
  resolution: (width: number, height: number) => `${width} × ${height}`,
  frameRate: (fps: string) => `${fps} fps`,
  cpuPreset: (preset: string) => `predefinição ${preset}`,

  fixSettings: 'Corrigir configurações',
  fixSettingsHint: 'Muda as configurações de codificação para o que os seus destinos aceitam',
  settingsFixed: 'As configurações de codificação foram atualizadas.',
};

/** What the destinations need against what the upload carries. */
export const uplink = {
  over: (needs: string, measured: string, age: string) =>
    `${needs} de velocidade de upload, mas um teste (${age}) mediu ${measured}.`,
  tight: (needs: string, measured: string, age: string) =>
    `${needs} de velocidade de upload, e um teste (${age}) mediu ${measured}. Sobra pouca margem.`,
  unknown: (needs: string, measured: string, age: string) =>
    `${needs} de velocidade de upload. Um teste (${age}) só conseguiu medir até ${measured}, então o seu upload pode ser suficiente.`,
  needs: (copies: number, rate: string) =>
    copies === 1
      ? `A sua transmissão precisa de ${rate}`
      : `Transmitir para ${format.number(copies)} servidores exige ${rate}`,
  /** @param hasFit a bitrate would fit. */
  slow: (needed: string, leaving: string, hasFit: boolean) =>
    `A sua transmissão precisa de ${needed} de velocidade de upload; você tem ${leaving}.${hasFit ? '' : ' Isso é pouco para transmitir vídeo. Use uma conexão mais rápida.'}`,
  slowForAll: (needed: string, leaving: string, hasFit: boolean) =>
    `Todos os destinos juntos precisam de ${needed} de velocidade de upload; você tem ${leaving}.${hasFit ? '' : ' Desative um destino.'}`,
  justNow: 'agora há pouco',

  lowerTo: (rate: string) => `Reduzir para ${rate}`,
  lowered: 'A taxa de bits foi reduzida para caber na sua velocidade de upload.',
  turnOff: (destination: string) => `Desativar ${destination}`,
  turnedOff: (destination: string) => `“${destination}” foi desativado.`,
};

/** What a streaming service asks of the encoding. */
export function serviceAdvice(message: ServiceMessage): string {
  const { service } = message;
  switch (message.code) {
    case 'maxVideo':
      return `${service} aceita até ${format.kbps(message.kbps)} de vídeo.`;
    case 'maxAudio':
      return `${service} aceita até ${format.kbps(message.kbps)} de áudio.`;
    case 'maxTotal':
      return `${service} aceita até ${format.kbps(message.kbps)}, somando vídeo e áudio.`;
    case 'minTotal':
      return `${service} recomenda pelo menos ${format.kbps(message.kbps)}, somando vídeo e áudio.`;
    case 'maxFrameRate':
      return `${service} aceita até ${format.number(message.fps)} fps.`;
    case 'sampleRate':
      return `${service} recomenda áudio em ${format.number(message.hertz / 1000, message.hertz % 1000 === 0 ? 0 : 1)} kHz.`;
    case 'maxResolution':
      return `${service} aceita vídeo de até ${message.longSide} × ${message.shortSide}.`;
    case 'vertical':
      return `${service} mostra vídeo vertical. O seu é horizontal e vai parecer pequeno nos celulares.`;
    case 'keyframes':
      return `${service} ${message.isRequired ? 'exige' : 'recomenda'} um quadro-chave a cada ${format.count(message.seconds, { one: 'segundo', many: 'de segundos', other: 'segundos' })}.`;
    case 'codec':
      return `${service} não aceita ${message.name}. Use H.264.`;
    case 'codecUnknown':
      return `Talvez ${service} não aceite ${message.name}. Quando estiver ao vivo, verifique se o vídeo aparece no seu canal. O H.264 funciona em todo lugar.`;
    case 'profile':
      return `${service} recomenda o perfil ${message.name} do H.264.`;
    case 'bFrames':
      return `${service} não aceita quadros B. Defina a latência como Baixa.`;
  }
}
