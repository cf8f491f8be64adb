/** The sentences of the event list, of `live`, and of the NDJSON of `--stats`: one an event, with the destination's name in it. */
import { missingCase } from '../../assert.ts';
import type { BroadcastEvent } from '../../broadcast/statistics.ts';
import { causeToTell } from '../event-cause.ts';
import { endSentence } from '../end-sentence.ts';
import { format } from './format.ts';
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

/** A destination as a sentence begins with it, after “zu”, and after “für”. */
interface Named {
  readonly name: string;
  readonly to: string;
  readonly for: string;
}

function named(name: string | undefined): Named {
  return name === undefined
    ? { name: 'Das Ziel', to: 'zum Ziel', for: 'für das Ziel' }
    : { name, to: `zu ${name}`, for: `für ${name}` };
}

const testServer: Named = {
  name: 'Der lokale Testserver',
  to: 'zum lokalen Testserver',
  for: 'für den lokalen Testserver',
};

/** A rehearsal starts and ends; for all else its destination is the local test server. */
function happened(event: BroadcastEvent): string {
  if (event.isRehearsal !== true) return whatHappened(event, named(event.destinationName));
  if (event.code === 'destinationLive')
    return event.details.isReturn ? 'Probe fortgesetzt.' : 'Probe gestartet.';
  if (event.code === 'destinationEnded') return 'Probe beendet.';
  return whatHappened(event, testServer);
}

function whatHappened(event: BroadcastEvent, destination: Named): string {
  const { name } = destination;
  switch (event.code) {
    case 'broadcastStarted':
      return event.details.destinations === 1
        ? 'Der Stream startet.'
        : `Der Stream zu ${format.number(event.details.destinations)} Zielen startet.`;
    case 'broadcastEnded':
      return {
        ended: 'Stream beendet.',
        neverLive: 'Stream beendet, bevor er live war.',
        lost: 'Stream beendet: Alle Ziele sind ausgefallen.',
      }[event.details.outcome];
    case 'engineStopped':
      return engineStopped(event.details);
    case 'destinationConnecting':
      return event.details.attempt > 1
        ? `Verbindung ${destination.to} wird aufgebaut (Versuch ${format.number(event.details.attempt)}).`
        : `Verbindung ${destination.to} wird aufgebaut.`;
    case 'destinationMoving':
      return event.details.isBackup
        ? `Verbindung zum Backup-Server ${destination.for} wird aufgebaut, während der Stream weiterläuft.`
        : `Neue Verbindung ${destination.to} wird aufgebaut, während der Stream weiterläuft.`;
    case 'destinationLive':
      return isLive(name, event.details);
    case 'destinationMoved':
      return `${name} hat ohne Unterbrechung ${moveTarget(event.details)} gewechselt.`;
    case 'destinationLost':
      return `Verbindung ${destination.to} verloren.`;
    case 'destinationReconnecting':
      return `Neue Verbindung ${destination.to} ${soon(event.details.delayMs)} (Versuch ${format.number(event.details.attempt)}).`;
    case 'serverRefused':
      return event.details.isBackup
        ? `Der Backup-Server ${destination.for} ist nicht nutzbar. Wechsel zum Hauptserver.`
        : `Der Hauptserver ${destination.for} ist nicht nutzbar. Wechsel zum Backup-Server.`;
    case 'moveFailed':
      return `Eine neue Verbindung ${destination.to} kam nicht zustande. Die aktuelle bleibt bestehen.`;
    case 'destinationFailed':
      return `Der Stream ${destination.to} ist fehlgeschlagen. Upcast versucht es nicht noch einmal.`;
    case 'destinationEnded':
      return `Stream ${destination.to} beendet.`;
    case 'serverSaid':
      return serverSaid(name, event.details);
    case 'moveRefused':
      return `${name} wollte den Stream umleiten. Die aktuelle Verbindung bleibt bestehen.`;
    case 'codecUnconfirmed':
      return `${name} hat nicht bestätigt, dass ${event.details.codec} unterstützt wird. Prüfe, ob auf deinem Kanal Video zu sehen ist. Falls nicht, nimm H.264, das funktioniert überall.`;
    case 'bitrateChanged':
      return event.details.isDown
        ? `Videobitrate auf ${format.number(event.details.videoKbps)} kbps gesenkt: Das Netzwerk kam nicht hinterher.`
        : `Videobitrate auf ${format.number(event.details.videoKbps)} kbps erhöht: Das Netzwerk hat sich erholt.`;
    case 'encoderStarted':
      return `Encoder ${event.details.encoder} mit ${format.number(event.details.videoKbps)} kbps gestartet.`;
    case 'encoderSlowStart':
      return 'Warte auf den Start von FFmpeg. Möglicherweise prüft es gerade ein Virenscanner.';
    case 'encoderRestarted':
      return 'Der Encoder ist ausgefallen. Upcast hat ihn neu gestartet.';
    case 'encoderStalled':
      return `Der Encoder hat ${format.seconds(event.details.seconds * 1000)} lang keine Frames geliefert. Upcast hat ihn neu gestartet.`;
    case 'encoderChangeFailed':
      return 'Die neuen Encoder-Einstellungen ließen sich nicht anwenden. Die bisherigen gelten weiter.';
    case 'encoderFailed':
      return `Der Encoder wurde beendet, und Upcast konnte ihn nicht neu starten. ${whatEnds(event.details)} Wähle in den Einstellungen einen anderen Encoder.`;
    case 'recordingStarted':
      return `Aufnahme läuft: ${event.details.file}.`;
    case 'recordingSplit':
      return `Der Datenträger erlaubt keine größere Datei. Die Aufnahme geht weiter in ${event.details.file}.`;
    case 'recordingEnded':
      return `Aufnahme gespeichert: ${event.details.file}.`;
    case 'recordingNotStarted':
      return 'Die Aufnahme konnte nicht gestartet werden.';
    case 'recordingFailed':
      return 'Die Aufnahme wurde beendet.';
    case 'recordingSpaceLow':
      return goLive.diskFullIn(event.details.secondsLeft);
    case 'recordingTrackLost':
      return `Spur ${event.details.track} wird nicht mehr aufgenommen. Die anderen Spuren laufen weiter.`;
    case 'encodingOverloaded':
      return overloaded(event.details);
    case 'fileFormatKept':
      return 'Die Mediendatei ließ sich mit den neuen Einstellungen nicht abspielen. Sie läuft mit den bisherigen weiter.';
    case 'captureProblem':
      // The cause says it all.
      return '';
    case 'savedSentence': {
      const { text } = event.details;
      return event.destinationName === undefined || text.includes(event.destinationName)
        ? text
        : `${event.destinationName}: ${text}`;
    }
    default:
      return missingCase(event);
  }
}

/** Streams of older versions don't say whether the engine was started again: it was. */
function engineStopped({ isRestarted = true }: { readonly isRestarted?: boolean | undefined }): string {
  return isRestarted
    ? 'Die Streaming-Engine wurde unerwartet beendet, was den Stream unterbrochen hat. Upcast hat die Engine neu gestartet.'
    : 'Die Streaming-Engine beendet sich immer wieder, und damit der Stream. Upcast startet die Engine neu, wenn du live gehst.';
}

interface Live {
  readonly isReturn: boolean;
  readonly isBackup: boolean;
  readonly host?: string | undefined;
}

function isLive(name: string, { isReturn, isBackup, host }: Live): string {
  const backup = isBackup ? ' über den Backup-Server' : '';
  return `${name} ist${isReturn ? ' wieder' : ''}${backup} live${host === undefined ? '' : ` (umgeleitet an ${host})`}.`;
}

/** Before “gewechselt”. */
function moveTarget({ isBackup, host }: Omit<Live, 'isReturn'>): string {
  if (isBackup) return 'zum Backup-Server';
  return host === undefined ? 'zu einer neuen Verbindung' : `zu ${host} (umgeleitet)`;
}

interface Said {
  readonly words: string;
  readonly times: number;
  readonly isRepeated: boolean;
}

function serverSaid(name: string, { words, times, isRepeated }: Said): string {
  if (isRepeated)
    return `${name} meldet ${times === 1 ? 'noch einmal' : `noch ${format.number(times)}-mal`} „${words}“.`;
  return times === 1
    ? endSentence(`${name} meldet: „${words}“`)
    : endSentence(`${name} hat ${format.number(times)} weitere Nachrichten gesendet. Die letzte: „${words}“`);
}

function soon(delayMs: number): string {
  return delayMs < 500 ? 'jetzt' : `in ${format.seconds(delayMs)}`;
}

function whatEnds({ isOnAir, isRecording }: { isOnAir: boolean; isRecording: boolean }): string {
  if (isOnAir && isRecording) return 'Stream und Aufnahme sind beendet.';
  return isOnAir ? 'Der Stream ist beendet.' : 'Die Aufnahme ist beendet.';
}

/** After “in etwa”: in the dative. */
function overloaded({ lagMs, skippedFrames }: { lagMs: number; skippedFrames: number }): string {
  const facts = [
    ...(lagMs >= 100 ? [`${format.number(lagMs)} ms im Rückstand`] : []),
    ...(skippedFrames > 0
      ? [`${format.count(skippedFrames, { one: 'Frame', other: 'Frames' })} übersprungen`]
      : []),
  ];
  return facts.length === 0 ? 'Codierung überlastet.' : `Codierung überlastet: ${facts.join(', ')}.`;
}
