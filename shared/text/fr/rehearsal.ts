/** What the rehearsal's report says of the stream. */
import { missingCase } from '../../assert.ts';
import type { RehearsalFinding } from '../../broadcast/rehearsal-findings.ts';
import { format, noun, times } from './format.ts';

export const rehearsal = {
  finding: (finding: RehearsalFinding): string => {
    switch (finding.code) {
      case 'noVideo':
        return 'Aucune vidéo n’est arrivée.';
      case 'noAudio':
        return 'Aucun son n’est arrivé. Certains services n’affichent pas un stream sans audio.';
      case 'codecsEverywhere':
        return 'H.264 avec AAC fonctionne avec tous les services.';
      case 'codecsRare':
        return `Seuls certains services acceptent ${finding.details.video} avec ${finding.details.audio}.`;
      case 'keyframesTooFar':
        return `L’intervalle entre images clés a atteint ${seconds(finding.details.seconds)}. Certains services refusent plus de ${format.number(finding.details.limitSeconds)} s. Changez l’intervalle d’images clés dans les paramètres.`;
      case 'keyframesFar':
        return `L’intervalle entre images clés a atteint ${seconds(finding.details.seconds)}. La plupart des services recommandent ${format.number(finding.details.wantedSeconds)} s. Changez l’intervalle d’images clés dans les paramètres.`;
      case 'keyframesUneven':
        return `L’intervalle entre images clés a varié de ${seconds(finding.details.minimumSeconds)} à ${seconds(finding.details.maximumSeconds)}. Certains services attendent un intervalle régulier.`;
      case 'keyframesEven':
        return `L’intervalle entre images clés était de ${seconds(finding.details.seconds)}.`;
      case 'videoRate':
        return rate('Débit vidéo', finding.details);
      case 'audioRate':
        return rate('Débit audio', finding.details);
      case 'ratePeak':
        return `Le débit a atteint ${format.number(finding.details.peakKbps)} kbps, plus du double de la moyenne de ${format.number(finding.details.averageKbps)} kbps. Vérifiez que votre débit montant supporte ces pointes.`;
      case 'timestampsBack':
        return `L’horodatage a reculé ${times(finding.details.times)}. Les spectateurs peuvent voir des sauts ou des images figées.`;
      case 'gaps':
        return `${format.count(finding.details.video, noun('trou'))} dans la vidéo et ${format.number(finding.details.audio)} dans l’audio. Les spectateurs peuvent remarquer de courtes coupures.`;
      case 'noGaps':
        return 'Toutes les images encodées sont arrivées.';
      case 'startsApart':
        return `La vidéo et l’audio ont commencé à ${format.number(finding.details.ms)} ms d’écart. Certains services peuvent les lire désynchronisés.`;
      case 'lengthsDiffer':
        return `Les durées de la vidéo et de l’audio diffèrent de ${format.number(finding.details.ms)} ms. Un décalage peut apparaître pendant un long stream.`;
      case 'inSync':
        return 'La vidéo et l’audio étaient synchronisés.';
      case 'framesSkipped':
        return `Encodage surchargé, images sautées : ${format.number(finding.details.frames)}. Choisissez une résolution ou une fréquence d’images plus basse.`;
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
  return `${what} moyen : ${format.number(kbps)} kbps. ${service} accepte jusqu’à ${format.number(limitKbps)} kbps.${kbps > limitKbps ? ' Réduisez le débit dans les paramètres.' : ''}`;
}
