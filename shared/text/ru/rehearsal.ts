/** What the rehearsal's report says of the stream. */
import { missingCase } from '../../assert.ts';
import type { RehearsalFinding } from '../../broadcast/rehearsal-findings.ts';
import { format, frames, gaps, skipped, times } from './format.ts';

export const rehearsal = {
  finding: (finding: RehearsalFinding): string => {
    switch (finding.code) {
      case 'noVideo':
        return 'Видео не пришло.';
      case 'noAudio':
        return 'Звук не пришёл. Некоторые сервисы не показывают трансляции без звука.';
      case 'codecsEverywhere':
        return 'H.264 с AAC работает во всех сервисах.';
      case 'codecsRare':
        return `${finding.details.video} с ${finding.details.audio} поддерживают лишь некоторые сервисы.`;
      case 'keyframesTooFar':
        return `Между ключевыми кадрами было до ${seconds(finding.details.seconds)}. Некоторые сервисы не принимают интервал больше ${format.number(finding.details.limitSeconds)} с. Измените интервал ключевых кадров в настройках.`;
      case 'keyframesFar':
        return `Между ключевыми кадрами было до ${seconds(finding.details.seconds)}. Большинство сервисов рекомендует ${format.number(finding.details.wantedSeconds)} с. Измените интервал ключевых кадров в настройках.`;
      case 'keyframesUneven':
        return `Интервал ключевых кадров менялся от ${seconds(finding.details.minimumSeconds)} до ${seconds(finding.details.maximumSeconds)}. Некоторым сервисам нужен постоянный интервал.`;
      case 'keyframesEven':
        return `Интервал ключевых кадров: ${seconds(finding.details.seconds)}.`;
      case 'videoRate':
        return rate('Средний битрейт видео', finding.details);
      case 'audioRate':
        return rate('Средний битрейт звука', finding.details);
      case 'ratePeak':
        return `Битрейт доходил до ${format.number(finding.details.peakKbps)} kbps, это более чем вдвое выше среднего (${format.number(finding.details.averageKbps)} kbps). Проверьте, что сеть выдержит такие пики.`;
      case 'timestampsBack':
        return `Метки времени шли назад (${times(finding.details.times)}). У зрителей возможны скачки или замирания.`;
      case 'gaps':
        return `Разрывы: ${format.count(finding.details.video, gaps)} в видео, ${format.number(finding.details.audio)} в звуке. Зрители могут заметить короткие перерывы.`;
      case 'noGaps':
        return 'Все закодированные кадры дошли.';
      case 'startsApart':
        return `Начало видео и звука разошлось на ${format.number(finding.details.ms)} мс. В некоторых сервисах возможна рассинхронизация.`;
      case 'lengthsDiffer':
        return `Длина видео и звука различается на ${format.number(finding.details.ms)} мс. В долгой трансляции возможна рассинхронизация.`;
      case 'inSync':
        return 'Видео и звук шли синхронно.';
      case 'framesSkipped':
        return `Кодировщик перегружен. ${skipped(finding.details.frames)} ${format.count(finding.details.frames, frames)}. Выберите меньшее разрешение или частоту кадров.`;
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
  return `${what}: ${format.number(kbps)} kbps. ${service} допускает до ${format.number(limitKbps)} kbps.${kbps > limitKbps ? ' Уменьшите битрейт в настройках.' : ''}`;
}
