/** What the rehearsal's report says of the stream. */
import { missingCase } from '../../assert.ts';
import type { RehearsalFinding } from '../../broadcast/rehearsal-findings.ts';
import { format, times } from './format.ts';

export const rehearsal = {
  finding: (finding: RehearsalFinding): string => {
    switch (finding.code) {
      case 'noVideo':
        return 'Nenhum vídeo chegou.';
      case 'noAudio':
        return 'Nenhum áudio chegou. Alguns serviços não mostram uma transmissão sem áudio.';
      case 'codecsEverywhere':
        return 'H.264 com AAC funciona em todos os serviços.';
      case 'codecsRare':
        return `Só alguns serviços aceitam ${finding.details.video} com ${finding.details.audio}.`;
      case 'keyframesTooFar':
        return `Houve até ${seconds(finding.details.seconds)} entre os quadros-chave. Alguns serviços rejeitam intervalos acima de ${format.number(finding.details.limitSeconds)} s. Mude o intervalo de quadros-chave em Configurações.`;
      case 'keyframesFar':
        return `Houve até ${seconds(finding.details.seconds)} entre os quadros-chave. A maioria dos serviços recomenda ${format.number(finding.details.wantedSeconds)} s. Mude o intervalo de quadros-chave em Configurações.`;
      case 'keyframesUneven':
        return `O intervalo de quadros-chave variou de ${seconds(finding.details.minimumSeconds)} a ${seconds(finding.details.maximumSeconds)}. Alguns serviços esperam um intervalo constante.`;
      case 'keyframesEven':
        return `Houve um quadro-chave a cada ${seconds(finding.details.seconds)}.`;
      case 'videoRate':
        return rate('O vídeo', finding.details);
      case 'audioRate':
        return rate('O áudio', finding.details);
      case 'ratePeak':
        return `A taxa de bits chegou a ${format.number(finding.details.peakKbps)} kbps, mais que o dobro da média de ${format.number(finding.details.averageKbps)} kbps. Verifique se o seu upload suporta esses picos.`;
      case 'timestampsBack':
        return `As marcas de tempo voltaram para trás ${times(finding.details.times)}. Os espectadores podem ver saltos ou congelamentos.`;
      case 'gaps':
        return `${format.count(finding.details.video, { one: 'lacuna', many: 'de lacunas', other: 'lacunas' })} no vídeo e ${format.number(finding.details.audio)} no áudio. Os espectadores podem notar interrupções curtas.`;
      case 'noGaps':
        return 'Todos os quadros codificados chegaram.';
      case 'startsApart':
        return `O vídeo e o áudio começaram com ${format.number(finding.details.ms)} ms de diferença. Alguns serviços podem reproduzi-los fora de sincronia.`;
      case 'lengthsDiffer':
        return `A duração do vídeo e a do áudio diferem em ${format.number(finding.details.ms)} ms. Em uma transmissão longa, eles podem perder a sincronia.`;
      case 'inSync':
        return 'O vídeo e o áudio estavam em sincronia.';
      case 'framesSkipped':
        return `Codificação sobrecarregada: ${format.count(finding.details.frames, { one: 'quadro ignorado', many: 'de quadros ignorados', other: 'quadros ignorados' })}. Escolha uma resolução menor ou menos quadros por segundo.`;
      default:
        return missingCase(finding);
    }
  },
};

function seconds(value: number): string {
  return format.seconds(value * 1000, 2);
}

interface Rate {
  readonly kbps: number;
  readonly limitKbps: number;
  readonly service: string;
}

function rate(what: string, { kbps, limitKbps, service }: Rate): string {
  return `${what} teve média de ${format.number(kbps)} kbps. ${service} permite até ${format.number(limitKbps)} kbps.${kbps > limitKbps ? ' Reduza a taxa de bits em Configurações.' : ''}`;
}
