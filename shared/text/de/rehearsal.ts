/** What the rehearsal's report says of the stream. */
import { missingCase } from '../../assert.ts';
import type { RehearsalFinding } from '../../broadcast/rehearsal-findings.ts';
import { format, times } from './format.ts';

export const rehearsal = {
  finding: (finding: RehearsalFinding): string => {
    switch (finding.code) {
      case 'noVideo':
        return 'Es kam kein Video an.';
      case 'noAudio':
        return 'Es kam kein Audio an. Manche Dienste zeigen einen Stream ohne Audio nicht an.';
      case 'codecsEverywhere':
        return 'H.264 mit AAC funktioniert bei jedem Dienst.';
      case 'codecsRare':
        return `Nur manche Dienste unterstützen ${finding.details.video} mit ${finding.details.audio}.`;
      case 'keyframesTooFar':
        return `Die Keyframes lagen bis zu ${seconds(finding.details.seconds)} auseinander. Manche Dienste lehnen Abstände über ${format.number(finding.details.limitSeconds)} s ab. Ändere das Keyframe-Intervall in den Einstellungen.`;
      case 'keyframesFar':
        return `Die Keyframes lagen bis zu ${seconds(finding.details.seconds)} auseinander. Die meisten Dienste empfehlen ${format.number(finding.details.wantedSeconds)} s. Ändere das Keyframe-Intervall in den Einstellungen.`;
      case 'keyframesUneven':
        return `Die Keyframe-Abstände schwankten zwischen ${seconds(finding.details.minimumSeconds)} und ${seconds(finding.details.maximumSeconds)}. Manche Dienste erwarten einen gleichmäßigen Abstand.`;
      case 'keyframesEven':
        return `Die Keyframes lagen ${seconds(finding.details.seconds)} auseinander.`;
      case 'videoRate':
        return rate('Das Video', finding.details);
      case 'audioRate':
        return rate('Das Audio', finding.details);
      case 'ratePeak':
        return `Die Bitrate erreichte bis zu ${format.number(finding.details.peakKbps)} kbps, mehr als das Doppelte des Mittelwerts von ${format.number(finding.details.averageKbps)} kbps. Prüfe, ob dein Upload für die Spitzen reicht.`;
      case 'timestampsBack':
        return `Die Zeitstempel sprangen ${times(finding.details.times)} zurück. Zuschauer sehen vielleicht Sprünge oder Standbilder.`;
      case 'gaps':
        return `${format.count(finding.details.video, { one: 'Lücke', other: 'Lücken' })} im Video und ${format.number(finding.details.audio)} im Audio. Zuschauer bemerken vielleicht kurze Unterbrechungen.`;
      case 'noGaps':
        return 'Jeder codierte Frame kam an.';
      case 'startsApart':
        return `Video und Audio begannen mit ${format.number(finding.details.ms)} ms Abstand. Manche Dienste spielen sie vielleicht nicht synchron ab.`;
      case 'lengthsDiffer':
        return `Video und Audio sind unterschiedlich lang, um ${format.number(finding.details.ms)} ms. In einem langen Stream laufen sie vielleicht auseinander.`;
      case 'inSync':
        return 'Video und Audio waren synchron.';
      case 'framesSkipped':
        return `Codierung überlastet: ${format.count(finding.details.frames, { one: 'Frame', other: 'Frames' })} übersprungen. Wähle eine niedrigere Auflösung oder Bildrate.`;
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
  return `${what} hatte im Mittel ${format.number(kbps)} kbps. Bei ${service} sind bis zu ${format.number(limitKbps)} kbps erlaubt.${kbps > limitKbps ? ' Senke die Bitrate in den Einstellungen.' : ''}`;
}
