/** What goes wrong on this computer: input, encoder, recording, settings, Upcast itself. Capture has a file of its own. */
import {
  fileAdvice,
  messageAdvice,
  newerVersionAdvice,
  notReadyAdvice,
  pageAdvice,
  refusalAdvice,
} from '../../error-advice.ts';
import { crashedProcess } from '../failures/diagnostics.ts';
import { message } from './message.ts';
import { KEPT_UNTIL_QUIT, reason } from './reasons.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';

type LocalCode = Exclude<
  ErrorCode,
  `capture/${string}` | `transport/${string}` | `rtmp/${string}` | `update/${string}`
>;

const STREAM_CONTINUES = 'Dein Stream läuft ohne diese Quelle weiter.';
/** A recording may be all there is. */
const IF_LIVE = 'Falls du live bist, läuft dein Stream weiter.';
const TRY_OR_RESTART = 'Versuche es noch einmal. Passiert das wieder, starte Upcast neu.';
const UNAFFECTED = 'Dein Stream ist nicht betroffen.';

function recordingAction(why: unknown): string {
  if (why === 'tooManyRecordings' || why === 'filesTooSmall') return IF_LIVE;
  return why === 'folderProtected'
    ? `${IF_LIVE} Erlaube Upcast unter Windows-Sicherheit > Viren- & Bedrohungsschutz > Ransomware-Schutz > Überwachter Ordnerzugriff, oder wähle in den Einstellungen einen anderen Ordner.`
    : `${IF_LIVE} Wähle in den Einstellungen einen anderen Ordner.`;
}

export const localErrors: ErrorTexts<LocalCode> = {
  'input/bad-option': (details) => ({
    title: message(details, 'Eine deiner Eingaben ist ungültig.'),
    action: 'Korrigiere das und versuche es noch einmal.',
  }),
  'input/bad-url': (details) => ({
    title: message(details, 'Upcast kann nicht an diese Adresse streamen.'),
    action: 'Nutze eine Adresse, die mit rtmp:// oder rtmps:// beginnt, so wie dein Dienst sie anzeigt.',
  }),
  'input/bad-key': (details) => ({
    title: message(details, 'Das ist kein gültiger Stream-Schlüssel.'),
    action: 'Kopiere den Schlüssel noch einmal von deinem Dienst, ohne Leerzeichen davor oder danach.',
  }),
  'input/bad-file': (details) => ({
    title: message(details, 'Die Datei ist nicht lesbar.'),
    action: {
      otherFile: 'Wähle eine andere Datei.',
      ifThatFails: 'Hilft das nicht, wähle eine andere Datei.',
      none: undefined,
    }[fileAdvice(details)],
  }),
  'input/bad-message': (details) => ({
    title: reason(details) ?? 'Es ist ein Fehler aufgetreten.',
    action: {
      restart: TRY_OR_RESTART,
      none: undefined,
    }[messageAdvice(details)],
  }),
  'source/bad-image': (details) => ({
    title: message(details, 'Dieses Bild kann nicht angezeigt werden.'),
    doing: STREAM_CONTINUES,
    action: 'Wähle ein anderes Bild oder speichere dieses neu als PNG oder JPEG.',
  }),
  'source/bad-lut': () => ({
    title: 'Diese LUT ist nicht lesbar.',
    doing: 'Der Filter hat keine Wirkung.',
    action: 'Wähle eine andere .cube-Datei.',
  }),
  'source/file-unreadable': (details) => ({
    title: message(details, 'Die Datei der Quelle ist nicht lesbar.'),
    doing:
      'Zuschauer sehen den letzten Stand, den Upcast lesen konnte. Upcast zeigt die Datei wieder, sobald sie lesbar ist.',
    action: 'Lege die Datei wieder an ihren alten Ort oder wähle eine andere.',
  }),
  'source/page-failed': (details) => ({
    title: reason(details) ?? 'Diese Seite kann nicht angezeigt werden.',
    ...(details['reason'] !== 'pageAddressMissing' && {
      doing:
        details['isGivenUp'] === true
          ? 'Zuschauer sehen das letzte Bild der Seite.'
          : 'Zuschauer sehen das letzte Bild der Seite. Upcast lädt die Seite automatisch neu.',
    }),
    action: {
      reload: 'Lade die Seite neu oder ändere ihre Adresse.',
      address: 'Prüfe die Adresse der Seite.',
      none: undefined,
    }[pageAdvice(details)],
  }),
  'encoder/not-found': (details) => ({
    title: reason(details) ?? 'FFmpeg nicht gefunden.',
    action:
      details['reason'] === 'ffmpegMissing' || details['reason'] === 'ffmpegBroken'
        ? 'Versuche es dann noch einmal.'
        : 'Installiere FFmpeg und versuche es noch einmal.',
  }),
  'encoder/failed-to-start': (details) => ({
    title: reason(details) ?? 'Der Encoder ist nicht gestartet.',
    action: 'Wähle in den Einstellungen einen anderen Encoder oder eine niedrigere Auflösung.',
  }),
  'encoder/exited': () => ({
    title: 'Der Encoder hat sich beendet.',
    action: 'Passiert das wieder, wähle in den Einstellungen einen anderen Encoder.',
  }),
  'encoder/stalled': () => ({
    title: 'Der Encoder reagiert nicht mehr.',
    action: 'Wähle in den Einstellungen eine niedrigere Auflösung oder ein schnelleres CPU-Preset.',
  }),
  'encoder/bad-output': () => ({
    title: 'Der Encoder hat ungültige Daten geliefert.',
    action: 'Wähle in den Einstellungen einen anderen Encoder.',
  }),
  'encoder/unsupported': (details) => ({
    title: reason(details) ?? 'Dieser Encoder funktioniert auf diesem Computer nicht.',
    action:
      reason(details) === undefined
        ? 'Stelle den Encoder in den Einstellungen auf „Automatisch“.'
        : 'Wähle den Encoder danach in den Einstellungen neu aus.',
  }),
  'flv/bad-data': () => ({
    title: 'Upcast hat beschädigte Daten im Stream übersprungen.',
    action: 'Passiert das immer wieder, beende den Stream und geh neu live.',
  }),
  'record/cannot-write': ({ reason: why }) => ({
    title: 'Die Aufnahme konnte nicht gespeichert werden.',
    action: recordingAction(why),
  }),
  'record/disk-full': () => ({
    title: 'Der Datenträger ist voll.',
    action: `Alles bisher Aufgenommene ist gespeichert. ${IF_LIVE} Schaffe Platz und starte die Aufnahme dann neu.`,
  }),
  'report/gone': () => ({
    title: 'Diesen Bericht gibt es nicht mehr.',
    action: 'Schließe diese Liste und öffne sie neu.',
  }),
  'report/unreadable': () => ({
    title: 'Dieser Bericht ist nicht lesbar.',
    action: 'Andere Berichte sind nicht betroffen. Lösche diesen, wenn du ihn nicht brauchst.',
  }),
  'settings/corrupt': (details) => ({
    title: message(details, 'Die Einstellungsdatei ist beschädigt.'),
    action: 'Wenn etwas fehlt, richte es neu ein.',
  }),
  'settings/newer-version': (details) => ({
    title: reason(details) ?? 'Eine neuere Version von Upcast hat deine Einstellungen gespeichert.',
    action: {
      openNewer:
        'Upcast hat deine Einstellungen nicht verändert. Öffne die neuere Version, um sie zu nutzen oder zu ändern.',
      none: undefined,
    }[newerVersionAdvice(details)],
  }),
  'settings/write-failed': (details) => ({
    title: message(details, 'Deine Einstellungen konnten nicht gespeichert werden.'),
    action:
      reason(details) === undefined
        ? 'Früher gespeicherte Daten sind unverändert. Prüfe, ob der Datenträger voll oder schreibgeschützt ist.'
        : 'Früher gespeicherte Daten sind unverändert.',
  }),
  'settings/no-keychain': () => ({
    title: 'Upcast erreicht den Schlüsselbund deines Systems nicht.',
    action:
      'Upcast behält Stream-Schlüssel nur bis zum Beenden. Entsperre deinen Schlüsselbund, um sie zu speichern. Unter Linux musst du vielleicht erst einen installieren, zum Beispiel GNOME Keyring.',
  }),
  'settings/keys-locked': (details) => ({
    title: reason(details) ?? 'Deine gespeicherten Stream-Schlüssel lassen sich nicht öffnen.',
    action:
      details['reason'] === 'keysFileLocked'
        ? KEPT_UNTIL_QUIT
        : `Entsperre den Schlüsselbund und starte Upcast neu. ${KEPT_UNTIL_QUIT}`,
  }),
  'settings/no-key': () => ({
    title: 'Dieses Ziel hat keinen Stream-Schlüssel.',
    action: 'Bearbeite das Ziel und füge den Schlüssel ein, den dein Dienst anzeigt.',
  }),
  'settings/key-of-other-server': (details) => ({
    title: message(
      details,
      'Der Server oder seine Zertifikatseinstellungen haben sich geändert. Upcast verwendet den gespeicherten Schlüssel deshalb nicht weiter.',
    ),
    action: 'Um trotzdem fortzufahren, gib Stream-Schlüssel und Passwort neu ein.',
  }),
  'settings/wrong-passphrase': () => ({
    title: 'Falsche Passphrase.',
    action: 'Versuche es noch einmal.',
  }),
  'remote/unauthorized': () => ({
    title: 'Eine App der Fernsteuerung hat das falsche Token genutzt.',
    action: 'Kopiere das Token noch einmal aus den Einstellungen.',
  }),
  'remote/forbidden': (details) => ({
    title: message(details, 'Upcast hat eine Anfrage der Fernsteuerung abgewiesen.'),
    action: 'Verbinde dich von einer App auf diesem Computer aus, nicht von einer Webseite.',
  }),
  'remote/not-found': (details) => ({
    title: message(details, 'Eine App der Fernsteuerung hat etwas verlangt, das es nicht gibt.'),
    action: 'Welche Anfragen möglich sind, steht im Upcast-Handbuch unter „Remote control“.',
  }),
  'remote/too-much': (details) => ({
    title: message(details, 'Eine App der Fernsteuerung hat mehr gesendet, als Upcast annimmt.'),
    action: 'Sende weniger oder schließe ungenutzte Verbindungen und versuche es noch einmal.',
  }),
  'studio/not-ready': (details) => ({
    title: message(details, 'Das ist in Upcast gerade nicht möglich.'),
    action: {
      listed: 'Behebe, was über „Live gehen“ steht, und versuche es noch einmal.',
      ifWrong: 'Wenn das nicht stimmt, versuche es gleich noch einmal.',
      none: undefined,
    }[notReadyAdvice(details)],
  }),
  'studio/refused': (details) => ({
    title: message(details, 'Upcast kann diese Änderung nicht vornehmen.'),
    action: {
      check: 'Prüfe deine Szenen und Quellen und versuche es noch einmal.',
      unchanged: 'Es hat sich nichts geändert.',
      none: undefined,
    }[refusalAdvice(details)],
  }),
  'remote/port-taken': (details) => ({
    title: message(details, 'Eine andere App nutzt diesen Port.'),
    action: 'Schalte die Fernsteuerung aus, wähle einen anderen Port und schalte sie wieder ein.',
  }),
  'internal/engine-silent': () => ({
    title: 'Die Streaming-Engine reagiert nicht.',
    action: 'Beende den Stream und geh neu live. Hilft das nicht, starte Upcast neu.',
  }),
  'internal/engine-exited': ({ isRestarted }) =>
    isRestarted === false
      ? {
          title: 'Die Streaming-Engine beendet sich immer wieder.',
          action: 'Geh live, um sie neu zu starten. Beendet sie sich wieder, starte Upcast neu.',
        }
      : {
          title: 'Die Streaming-Engine wurde unerwartet beendet.',
          doing:
            'Upcast hat sie neu gestartet. Warst du live oder hast du aufgenommen, beginnt das jetzt wieder.',
          action: 'Passiert das wieder, speichere die Diagnosedaten im Menü „Hilfe“.',
        },
  'internal/process-crashed': ({ part }) => crashedProcess(part),
  'internal/aborted': () => ({
    title: 'Abgebrochen.',
    action: 'Versuche es noch einmal, wann immer du willst.',
  }),
  'internal/bug': (details) => ({
    title: `In Upcast ist ein Fehler aufgetreten. ${message(details, '')}`.trim(),
    doing: UNAFFECTED,
    action: TRY_OR_RESTART,
  }),
};
