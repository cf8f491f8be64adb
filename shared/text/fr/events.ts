/** The sentences of the event list, of `live`, and of the NDJSON of `--stats`: one an event, with the destination's name in it. */
import { missingCase } from '../../assert.ts';
import type { BroadcastEvent } from '../../broadcast/statistics.ts';
import { causeToTell } from '../event-cause.ts';
import { endSentence } from '../end-sentence.ts';
import { format, noun, quoted } from './format.ts';
import { cause } from './errors/causes.ts';
import { goLive } from './go-live.ts';

export const events = {
  /** One or two sentences; the second says why. */
  sentence: (event: BroadcastEvent): string => {
    const error = causeToTell(event);
    const sentences = [happened(event), error === undefined ? '' : cause(error)];
    return sentences.filter((sentence) => sentence !== '').join(' ');
  },
};

/** A destination as a sentence begins with it, after a preposition, and with “à”. */
interface Named {
  readonly name: string;
  readonly after: string;
  readonly to: string;
}

function named(name: string | undefined): Named {
  return name === undefined
    ? { name: 'La destination', after: 'la destination', to: 'à la destination' }
    : { name, after: name, to: `à ${name}` };
}

const attempt = (count: number): string => `(tentative ${format.number(count)})`;

const testServer: Named = {
  name: 'Le serveur de test local',
  after: 'le serveur de test local',
  to: 'au serveur de test local',
};

/** A rehearsal starts and ends; for all else its destination is the local test server. */
function happened(event: BroadcastEvent): string {
  if (event.isRehearsal !== true) return whatHappened(event, named(event.destinationName));
  if (event.code === 'destinationLive')
    return event.details.isReturn ? 'La répétition a repris.' : 'La répétition a démarré.';
  if (event.code === 'destinationEnded') return 'Répétition terminée.';
  return whatHappened(event, testServer);
}

function whatHappened(event: BroadcastEvent, { name, after, to }: Named): string {
  switch (event.code) {
    case 'broadcastStarted':
      return event.details.destinations === 1
        ? 'Le stream démarre.'
        : `Le stream démarre vers ${format.number(event.details.destinations)} destinations.`;
    case 'broadcastEnded':
      return {
        ended: 'Stream terminé.',
        neverLive: 'Stream terminé avant le passage en direct.',
        lost: 'Stream terminé : toutes les destinations ont échoué.',
      }[event.details.outcome];
    case 'engineStopped':
      return engineStopped(event.details);
    case 'destinationConnecting':
      return event.details.attempt > 1
        ? `Connexion ${to} ${attempt(event.details.attempt)}.`
        : `Connexion ${to}.`;
    case 'destinationMoving':
      return event.details.isBackup
        ? `Connexion au serveur de secours pour ${after}, sans interrompre le stream.`
        : `Nouvelle connexion ${to}, sans interrompre le stream.`;
    case 'destinationLive':
      return isLive(name, event.details);
    case 'destinationMoved':
      return `${name} utilise désormais ${moveTarget(event.details)}, sans interruption.`;
    case 'destinationLost':
      return `Connexion ${to} perdue.`;
    case 'destinationReconnecting':
      return `Reconnexion ${to} ${soon(event.details.delayMs)} ${attempt(event.details.attempt)}.`;
    case 'serverRefused':
      return event.details.isBackup
        ? `Impossible d’utiliser le serveur de secours pour ${after}. Passage au serveur principal.`
        : `Impossible d’utiliser le serveur principal pour ${after}. Passage au serveur de secours.`;
    case 'moveFailed':
      return `Impossible d’ouvrir une nouvelle connexion ${to}. La connexion actuelle est conservée.`;
    case 'destinationFailed':
      return `Échec du stream vers ${after}. Upcast ne réessaiera pas.`;
    case 'destinationEnded':
      return `Stream vers ${after} terminé.`;
    case 'serverSaid':
      return serverSaid(name, after, event.details);
    case 'moveRefused':
      return `${name} a tenté de rediriger le stream. La connexion actuelle est conservée.`;
    case 'codecUnconfirmed':
      return `${name} n’a pas confirmé la prise en charge du codec ${event.details.codec}. Vérifiez que la vidéo apparaît sur votre chaîne. Sinon, utilisez H.264, qui fonctionne partout.`;
    case 'bitrateChanged':
      return event.details.isDown
        ? `Débit vidéo réduit à ${format.number(event.details.videoKbps)} kbps : le réseau était trop lent.`
        : `Débit vidéo remonté à ${format.number(event.details.videoKbps)} kbps : le réseau s’est rétabli.`;
    case 'encoderStarted':
      return `Encodeur ${event.details.encoder} démarré à ${format.number(event.details.videoKbps)} kbps.`;
    case 'encoderSlowStart':
      return 'En attente du démarrage de FFmpeg. Un antivirus est peut-être en train de l’analyser.';
    case 'encoderRestarted':
      return 'L’encodeur s’est arrêté, Upcast l’a donc redémarré.';
    case 'encoderStalled':
      return `L’encodeur n’a produit aucune image pendant ${format.seconds(event.details.seconds * 1000)}. Upcast l’a redémarré.`;
    case 'encoderChangeFailed':
      return 'Impossible d’appliquer les nouveaux paramètres d’encodage. Les précédents sont conservés.';
    case 'encoderFailed':
      return `L’encodeur s’est arrêté, et Upcast n’a pas pu le redémarrer. ${whatEnds(event.details)} Choisissez un autre encodeur dans les paramètres.`;
    case 'recordingStarted':
      return `Enregistrement dans ${event.details.file}.`;
    case 'recordingSplit':
      return `Le disque ne peut pas contenir de fichier plus grand. L’enregistrement continue dans ${event.details.file}.`;
    case 'recordingEnded':
      return `Enregistrement sauvegardé : ${event.details.file}.`;
    case 'recordingNotStarted':
      return 'Impossible de démarrer l’enregistrement.';
    case 'recordingFailed':
      return 'L’enregistrement s’est arrêté.';
    case 'recordingSpaceLow':
      return goLive.diskFullIn(event.details.secondsLeft);
    case 'recordingTrackLost':
      return `La piste ${event.details.track} n’est plus enregistrée. Les autres pistes continuent.`;
    case 'encodingOverloaded':
      return overloaded(event.details);
    case 'fileFormatKept':
      return 'Impossible de lire le fichier multimédia avec les nouveaux paramètres. La lecture continue avec les précédents.';
    case 'captureProblem':
      // The cause says it all.
      return '';
    case 'savedSentence': {
      const { text } = event.details;
      return event.destinationName === undefined || text.includes(event.destinationName)
        ? text
        : `${event.destinationName} : ${text}`;
    }
    default:
      return missingCase(event);
  }
}

/** Streams of older versions don't say whether the engine was started again: it was. */
function engineStopped({ isRestarted = true }: { readonly isRestarted?: boolean | undefined }): string {
  return isRestarted
    ? 'Le moteur de streaming s’est arrêté de façon inattendue, ce qui a interrompu le stream. Upcast a redémarré le moteur.'
    : 'Le moteur de streaming s’arrête sans cesse, et le stream avec lui. Upcast relance le moteur quand vous passez en direct.';
}

interface Live {
  readonly isReturn: boolean;
  readonly isBackup: boolean;
  readonly host?: string | undefined;
}

function isLive(name: string, { isReturn, isBackup, host }: Live): string {
  const backup = isBackup ? ' sur son serveur de secours' : '';
  return `${name} est${isReturn ? ' à nouveau' : ''} en direct${backup}${host === undefined ? '' : ` (redirection vers ${host})`}.`;
}

/** After “utilise désormais”. */
function moveTarget({ isBackup, host }: Omit<Live, 'isReturn'>): string {
  if (isBackup) return 'son serveur de secours';
  return host === undefined ? 'une nouvelle connexion' : `${host} (redirection)`;
}

interface Said {
  readonly words: string;
  readonly times: number;
  readonly isRepeated: boolean;
}

function serverSaid(name: string, after: string, { words, times, isRepeated }: Said): string {
  if (isRepeated)
    return `${name} a répété ${times === 1 ? '' : `${format.number(times)} fois `}${quoted(words)}.`;
  return times === 1
    ? endSentence(`${name} répond : ${quoted(words)}`)
    : endSentence(
        `${format.number(times)} autres messages reçus pour ${after}. Le dernier : ${quoted(words)}`,
      );
}

function soon(delayMs: number): string {
  return delayMs < 500 ? 'maintenant' : `dans ${format.seconds(delayMs)}`;
}

function whatEnds({ isOnAir, isRecording }: { isOnAir: boolean; isRecording: boolean }): string {
  if (isOnAir && isRecording) return 'Le stream et l’enregistrement sont terminés.';
  return isOnAir ? 'Le stream est terminé.' : 'L’enregistrement est terminé.';
}

function overloaded({ lagMs, skippedFrames }: { lagMs: number; skippedFrames: number }): string {
  const facts = [
    ...(lagMs >= 100 ? [`${format.number(lagMs)} ms de retard`] : []),
    ...(skippedFrames > 0 ? [format.count(skippedFrames, noun('image sautée', 'images sautées'))] : []),
  ];
  return facts.length === 0 ? 'Encodage surchargé.' : `Encodage surchargé : ${facts.join(', ')}.`;
}
