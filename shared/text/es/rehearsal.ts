/** What the rehearsal's report says of the stream. */
import { missingCase } from '../../assert.ts';
import type { RehearsalFinding } from '../../broadcast/rehearsal-findings.ts';
import { format, times } from './format.ts';

export const rehearsal = {
  finding: (finding: RehearsalFinding): string => {
    switch (finding.code) {
      case 'noVideo':
        return 'No llegó vídeo.';
      case 'noAudio':
        return 'No llegó audio. Algunos servicios no muestran una transmisión sin audio.';
      case 'codecsEverywhere':
        return 'H.264 con AAC funciona en todos los servicios.';
      case 'codecsRare':
        return `Solo algunos servicios admiten ${finding.details.video} con ${finding.details.audio}.`;
      case 'keyframesTooFar':
        return `Hubo hasta ${seconds(finding.details.seconds)} entre fotogramas clave. Algunos servicios rechazan intervalos de más de ${format.number(finding.details.limitSeconds)} s. Cambia el intervalo de fotogramas clave en Configuración.`;
      case 'keyframesFar':
        return `Hubo hasta ${seconds(finding.details.seconds)} entre fotogramas clave. La mayoría de los servicios recomienda ${format.number(finding.details.wantedSeconds)} s. Cambia el intervalo de fotogramas clave en Configuración.`;
      case 'keyframesUneven':
        return `El intervalo de fotogramas clave varió entre ${seconds(finding.details.minimumSeconds)} y ${seconds(finding.details.maximumSeconds)}. Algunos servicios esperan un intervalo constante.`;
      case 'keyframesEven':
        return `Hubo un fotograma clave cada ${seconds(finding.details.seconds)}.`;
      case 'videoRate':
        return rate('El vídeo', finding.details);
      case 'audioRate':
        return rate('El audio', finding.details);
      case 'ratePeak':
        return `La tasa de bits llegó a ${format.number(finding.details.peakKbps)} kbps, más del doble de la media de ${format.number(finding.details.averageKbps)} kbps. Comprueba que tu conexión de subida soporte esos picos.`;
      case 'timestampsBack':
        return `Las marcas de tiempo retrocedieron ${times(finding.details.times)}. Los espectadores pueden ver saltos o congelaciones.`;
      case 'gaps':
        return `${format.count(finding.details.video, { one: 'hueco', many: 'de huecos', other: 'huecos' })} en el vídeo y ${format.number(finding.details.audio)} en el audio. Los espectadores pueden notar interrupciones breves.`;
      case 'noGaps':
        return 'Llegaron todos los fotogramas codificados.';
      case 'startsApart':
        return `El vídeo y el audio empezaron con ${format.number(finding.details.ms)} ms de diferencia. Algunos servicios pueden reproducirlos desincronizados.`;
      case 'lengthsDiffer':
        return `La duración del vídeo y la del audio difieren en ${format.number(finding.details.ms)} ms. En una transmisión larga pueden desincronizarse.`;
      case 'inSync':
        return 'El vídeo y el audio estaban sincronizados.';
      case 'framesSkipped':
        return `Codificación sobrecargada: ${format.count(finding.details.frames, { one: 'fotograma omitido', many: 'de fotogramas omitidos', other: 'fotogramas omitidos' })}. Elige una resolución menor o menos fotogramas por segundo.`;
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
  return `${what} tuvo una media de ${format.number(kbps)} kbps. ${service} admite hasta ${format.number(limitKbps)} kbps.${kbps > limitKbps ? ' Baja la tasa de bits en Configuración.' : ''}`;
}
