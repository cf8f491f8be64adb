/** What exactly went wrong, where an error's code alone is too coarse. One sentence each. */
import type { ErrorDetails } from '../../../errors/app-error.ts';
import { isErrorReason } from '../../../errors/error-reasons.ts';
import { endSentence } from '../../end-sentence.ts';
import type { ErrorReason } from '../../../errors/error-reasons.ts';

type Sentence = string | ((details: ErrorDetails) => string);

/** Values come from outside too: one that is missing leaves a gap, never a failure. */
const say = (details: ErrorDetails, name: string): string => String(details[name] ?? '');

/** Each stands after a colon. */
const diskCauses: ReadonlyMap<unknown, string> = new Map([
  ['full', 'Der Datenträger ist voll'],
  ['readOnly', 'Der Datenträger ist schreibgeschützt'],
  ['fault', 'Der Datenträger hat einen Fehler gemeldet'],
  ['notAllowed', 'Upcast darf dort nicht schreiben'],
]);

function diskCause(details: ErrorDetails): string {
  const { disk, systemCode } = details;
  return (
    diskCauses.get(disk) ??
    (systemCode === undefined ? 'Der Datenträger hat einen Fehler gemeldet' : String(systemCode))
  );
}

/** While the saved keys stay where they are. */
export const KEPT_UNTIL_QUIT = 'Schlüssel, die du jetzt eingibst, behält Upcast nur bis zum Beenden.';

const reasons: Readonly<Record<ErrorReason, Sentence>> = {
  streamRunning: 'Es läuft schon ein Stream.',
  nothingLive: 'Du bist nicht live.',
  streamEnding: 'Der Stream wird gerade beendet.',
  notWaiting: 'Dieses Ziel wartet nicht auf eine neue Verbindung.',
  notRetrying: 'Dieses Ziel verbindet sich nicht neu.',
  noBackupNow: 'Dieses Ziel kann jetzt nicht zum Backup-Server wechseln.',
  destinationNotLive: 'Dieses Ziel ist nicht live.',
  destinationUnknown: 'Dieses Ziel gibt es nicht mehr.',
  sceneUnknown: 'Diese Szene gibt es nicht mehr.',
  sourceUnknown: 'Diese Quelle gibt es nicht mehr.',
  itemUnknown: 'Diese Quelle ist nicht mehr in der Szene.',
  canvasUnknown: 'Diese Leinwand gibt es nicht mehr.',
  studioModeOff: 'Der Studiomodus ist aus. Schalte ihn zuerst ein.',
  lastScene: 'Deine einzige Szene kannst du nicht entfernen. Füge zuerst eine andere hinzu.',
  sceneInItself: 'Eine Szene kann sich nicht selbst enthalten.',
  notAGroup: 'Diese Quelle ist keine Gruppe.',
  sourceWithoutVideo: 'Diese Quelle hat kein Video.',
  tooManyScenes: (details) => `Mehr als ${say(details, 'maximum')} Szenen sind nicht möglich.`,
  tooManySources: (details) => `Mehr als ${say(details, 'maximum')} Quellen sind nicht möglich.`,
  tooManyItems: (details) =>
    `Mehr als ${say(details, 'maximum')} Quellen sind in dieser Szene nicht möglich.`,
  filterUnknown: 'Diesen Filter gibt es nicht mehr.',
  tooManyFilters: (details) => `Mehr als ${say(details, 'maximum')} Filter sind hier nicht möglich.`,
  filterMisplaced:
    'Audiofilter gehören zu einem Kanal des Mixers, Videofilter zu einer Quelle oder einer Szene.',
  channelUnknown: 'Dieser Kanal ist nicht mehr im Mixer.',
  channelThere: 'Diese Quelle ist schon im Mixer.',
  sourceWithoutAudio: 'Diese Quelle hat kein Audio.',
  fileOnNetwork:
    'Upcast kann keine Dateien von einem Netzwerkpfad öffnen. Verbinde den Netzwerkordner mit einem Laufwerksbuchstaben oder kopiere die Datei auf diesen Computer.',
  fileNotChosen: 'Upcast öffnet nur Dateien, die du selbst ausgewählt hast. Wähle die Datei neu aus.',
  nothingToUndo: 'Es gibt nichts rückgängig zu machen.',
  nothingToRedo: 'Es gibt nichts zu wiederholen.',
  tooManyMedia: (details) =>
    `Mehr als ${say(details, 'maximum')} geöffnete Medienquellen sind nicht möglich. Stoppe zuerst eine.`,
  noUpdate: 'Es gibt kein Update zum Installieren.',
  updateWhileLive: 'Du bist live oder nimmst auf. Installiere das Update danach.',
  restartWhileLive: 'Du bist live oder nimmst auf. Starte Upcast danach neu.',
  noWindow: 'Das Fenster von Upcast wird geladen. Versuche es noch einmal.',
  pageNotTyped: 'Upcast öffnet nur Seiten, deren Adresse du selbst eingegeben hast. Gib die Adresse neu ein.',
  alreadyRecording: 'Upcast nimmt schon auf.',
  notRecording: 'Upcast nimmt nicht auf.',
  recordingEnding: 'Upcast speichert noch die letzte Aufnahme.',
  recordingFolderFailed: (details) => `Der Ordner ${say(details, 'folder')} konnte nicht angelegt werden.`,
  diskFull: 'Der Datenträger ist voll.',
  diskTooSlow: 'Der Datenträger ist zu langsam für diese Aufnahme.',
  folderMissing: 'Den Ordner für Aufnahmen gibt es nicht.',
  folderProtected: 'Windows hat Upcast nicht in den Ordner für Aufnahmen schreiben lassen.',
  folderReadOnly: 'Upcast kann nicht in den Ordner für Aufnahmen schreiben.',
  fileNameTooLong: 'Der Name der Aufnahme ist zu lang für diesen Datenträger.',
  driveSilent: 'Der Datenträger für Aufnahmen reagiert nicht.',
  tooManyRecordings:
    'Es gibt zu viele Aufnahmen mit diesem Namen. Ändere den Dateinamen in den Einstellungen.',
  filesTooSmall:
    'Auf diesem Datenträger können Dateien nicht groß genug für eine Aufnahme werden. Wähle einen Ordner auf einem anderen Datenträger.',
  notWritten: (details) =>
    details['systemCode'] === undefined
      ? 'Die Aufnahme konnte nicht gespeichert werden.'
      : `Das System hat den Fehler ${say(details, 'systemCode')} gemeldet.`,
  notAcknowledged: (details) => `Der Server hat ${say(details, 'seconds')} s lang nichts empfangen.`,
  notAnswered: (details) => `Der Server hat ${say(details, 'seconds')} s lang nicht geantwortet.`,
  nothingTaken: (details) => `Die Verbindung stand ${say(details, 'seconds')} s lang still.`,
  serverAnswersOthers: 'Die Verbindung stand still, aber der Server nimmt weiter neue Verbindungen an.',
  computerSlept: (details) => `Dieser Computer war ${say(details, 'seconds')} s lang im Ruhezustand.`,
  addressLost: 'Die Netzwerkadresse dieses Computers hat sich geändert.',
  tooSlowForAudio: 'Die Verbindung ist sogar für Audio zu langsam.',
  publishTimeout: 'Der Server hat den Stream nicht rechtzeitig angenommen.',
  closedHere: 'Upcast hat die Verbindung geschlossen.',
  gaveUp: 'Du hast weitere Versuche gestoppt.',
  testWhileLive:
    'Während ein Stream läuft, ist kein Test möglich: Der Test würde dem Stream Bandbreite wegnehmen.',
  tooManyDestinations: (details) =>
    `Das wären ${say(details, 'count')} Ziele. Das Maximum ist ${say(details, 'maximum')}. Wähle weniger aus.`,
  keyMissing: (details) => `${say(details, 'name')} braucht einen Stream-Schlüssel.`,
  keyOfOtherServer:
    'Der Server oder seine Zertifikatseinstellungen haben sich geändert. Upcast verwendet den gespeicherten Schlüssel und das Passwort deshalb nicht weiter.',
  keyReadByProxy:
    'Die Verbindung zu diesem Server ist nicht verschlüsselt. Der neue Proxy könnte den gespeicherten Schlüssel mitlesen.',
  relayFolderIsLink: (details) =>
    `${say(details, 'file')} ist eine Verknüpfung und kein Ordner. Wähle einen anderen Ordner.`,
  relayFolderIsOpen:
    'Unter Windows muss der Ordner für das Relay in deinem Benutzerordner liegen. Anderswo könnten andere Benutzer die Stream-Schlüssel lesen. Wähle einen anderen Ordner.',
  relayFolderFailed: 'Der Ordner für das Relay konnte nicht angelegt werden.',
  relayNotWritten: 'Speichere zuerst die Dateien des Relays.',
  exportTooLarge: 'Die Datei wäre zu groß zum Importieren. Exportiere weniger Ziele.',
  fileNotOpen: 'Die Datei ist nicht mehr geöffnet. Wähle sie neu aus.',
  fileNotSaved: 'Die Datei konnte nicht gespeichert werden.',
  screenGone: (details) =>
    details['label'] === undefined
      ? 'Der ausgewählte Bildschirm ist nicht angeschlossen.'
      : `Der Bildschirm „${say(details, 'label')}“ ist nicht angeschlossen.`,
  noScreen: 'Es gibt keinen Bildschirm zum Aufnehmen.',
  screensUnlisted: 'Die Bildschirme konnten nicht aufgelistet werden.',
  windowGone: (details) => `Das Fenster „${say(details, 'label')}“ ist nicht geöffnet.`,
  windowsAlike: (details) => `${say(details, 'count')} Fenster heißen „${say(details, 'label')}“.`,
  windowUntitled: 'Das ausgewählte Fenster hat keinen Titel. Upcast kann es deshalb nicht wiederfinden.',
  captureTargetGone: 'Das aufgenommene Fenster oder der aufgenommene Bildschirm ist weg.',
  captureAskedAnew:
    'Deine Desktop-Umgebung fragt bei jedem Start von Upcast, welchen Bildschirm oder welches Fenster du teilen willst.',
  applicationAudioElsewhere: 'Upcast kann das Audio einer einzelnen App nur unter Linux aufnehmen.',
  soundToolsMissing:
    'Um das Audio einer einzelnen App aufzunehmen, braucht Upcast pactl und parec. Sie sind nicht installiert.',
  soundServerSilent: 'PulseAudio oder PipeWire ist nicht erreichbar.',
  portTaken: (details) => `Eine andere App nutzt Port ${say(details, 'port')}.`,
  portUnusable: (details) =>
    `Port ${say(details, 'port')} ist nicht nutzbar (${say(details, 'systemCode')}).`,
  ffmpegMissing: 'FFmpeg nicht gefunden. Installiere FFmpeg.',
  ffmpegBroken:
    'Das FFmpeg, auf das UPCAST_FFMPEG zeigt, lässt sich nicht ausführen. Korrigiere den Pfad, oder lösche UPCAST_FFMPEG, damit Upcast FFmpeg selbst findet.',
  fileIsFolder: 'Das ist ein Ordner. Wähle eine Mediendatei darin.',
  fileEmpty: 'Die Datei ist leer.',
  fileUnnamed: 'Keine Datei ausgewählt.',
  fileMissing: (details) => `${say(details, 'path')} gibt es nicht.`,
  fileNotAllowed: (details) => `Du hast keine Berechtigung, ${say(details, 'path')} zu lesen.`,
  fileLinkLoop: (details) => `${say(details, 'path')} ist eine Verknüpfung mit sich selbst.`,
  fileNotOpened: (details) => `${say(details, 'path')} konnte nicht geöffnet werden.`,
  fileNotRead: 'Die Datei konnte nicht gelesen werden.',
  fileNoMedia: 'Die Datei hat weder Video noch Audio.',
  fileNoVideo: 'Die Datei hat kein Video.',
  fileIndexMissing: 'Der Index der Datei fehlt. Die Aufnahme ist wahrscheinlich abgebrochen.',
  fileFormatRefused: 'Upcast kann Dateien in diesem Format nicht öffnen.',
  fileNotMedia: 'FFmpeg hat in der Datei kein Video gefunden.',
  fileCodecNotCarried: (details) =>
    `Das Video der Datei ist ${say(details, 'codec')}, was RTMP nicht übertragen kann. Konvertiere die Datei zuerst in H.264.`,
  fileCodecNeedsFfmpeg: (details) =>
    `Das Video der Datei ist ${say(details, 'codec')}, wofür FFmpeg 6.1 oder neuer nötig ist. Du hast FFmpeg ${say(details, 'version')}.`,
  fileFrameTimeout: 'Aus der Datei kam nicht rechtzeitig ein Videobild.',
  fileNotPlain: (details) => `${say(details, 'path')} ist keine Datei, die Upcast lesen kann.`,
  fileTooLarge: (details) => `${say(details, 'path')} ist größer als ${say(details, 'megabytes')} MB.`,
  fileSilent: 'Der Datenträger mit der Datei reagiert nicht.',
  ffmpegStopped: 'FFmpeg liest die Datei nicht weiter.',
  ffmpegSaid: (details) => endSentence(`FFmpeg konnte die Datei nicht lesen: ${say(details, 'words')}`),
  ffmpegNotStarted: 'FFmpeg ist nicht gestartet.',
  settingsAside: (details) =>
    `Deine Einstellungsdatei ist beschädigt, daher ist Upcast mit Standardeinstellungen gestartet. Die beschädigte Datei liegt noch unter ${say(details, 'file')}.`,
  settingsStuck: (details) =>
    `${say(details, 'file')} ist beschädigt, und Upcast konnte die Datei nicht verschieben. Upcast speichert keine Änderungen, bis du die Datei umbenennst und Upcast neu startest.`,
  settingsUnread: (details) =>
    `Die gespeicherten Einstellungen in ${say(details, 'file')} konnten nicht gelesen werden.`,
  settingsBusy: 'Ein anderes Upcast speichert gerade seine Einstellungen. Versuche es gleich noch einmal.',
  keysAside: (details) =>
    `Dein Schlüsselbund konnte die gespeicherten Stream-Schlüssel nicht öffnen. Gib die Schlüssel neu ein. Die alte Datei liegt noch unter ${say(details, 'file')}.`,
  keysStuck: (details) =>
    `Dein Schlüsselbund konnte die gespeicherten Stream-Schlüssel nicht öffnen, und Upcast konnte ${say(details, 'file')} nicht verschieben. ${KEPT_UNTIL_QUIT}`,
  keysUnread: (details) => `Die Stream-Schlüssel in ${say(details, 'file')} konnten nicht geöffnet werden.`,
  keysFileLocked: (details) =>
    `${say(details, 'file')} konnte nicht gelesen werden. Deine Stream-Schlüssel sind dort noch gespeichert.`,
  keychainRefused:
    'Dein Schlüsselbund konnte die gespeicherten Stream-Schlüssel nicht öffnen. Die Schlüssel sind noch gespeichert.',
  keychainNotWritten:
    'Dein Schlüsselbund konnte die Stream-Schlüssel nicht verschlüsseln. Upcast behält sie nur bis zum Beenden.',
  addressSecretHeld: (details) =>
    `Upcast hat ein Passwort oder Token aus der Einstellungsdatei entfernt. Es stand in der Serveradresse von ${say(details, 'names')}. Ohne Schlüsselbund behält Upcast das Passwort oder Token nur bis zum Beenden. Füge danach die vollständige Adresse neu ein.`,
  addressSecretInFile:
    'Eine Serveradresse enthält ein Passwort oder Token, das Upcast nicht verschlüsseln konnte. Es steht noch in der Einstellungsdatei.',
  notSaved: (details) => `${say(details, 'file')} konnte nicht gespeichert werden: ${diskCause(details)}.`,
  reportsNotChanged: (details) =>
    `Die gespeicherten Berichte konnten nicht aktualisiert werden: ${diskCause(details)}.`,
  authorityNotPem:
    'Die Zertifizierungsstelle hat nicht das PEM-Format. Sie muss mit BEGIN CERTIFICATE beginnen und mit END CERTIFICATE enden.',
  authorityUnreadable:
    'Die Zertifizierungsstelle konnte nicht gelesen werden. Das Zertifikat ist vielleicht unvollständig oder beschädigt.',
  keyTooLong: (details) =>
    `Der Stream-Schlüssel ist zu lang. Das Maximum sind ${say(details, 'maximumBytes')} Bytes.`,
  addressTooLong: (details) =>
    `Die Serveradresse ist zu lang. Das Maximum sind ${say(details, 'maximumBytes')} Bytes.`,
  codecFixed: (details) =>
    `Solange du live bist, ist kein Wechsel von ${say(details, 'from')} zu ${say(details, 'to')} möglich. Beende zuerst den Stream.`,
  imageUnknown: 'Diese Datei ist kein Bild, das Upcast anzeigen kann.',
  imageDamaged: 'Die Bilddatei ist beschädigt oder unvollständig.',
  imageTooLarge: (details) =>
    `Das Bild ist zu groß: ${say(details, 'width')} × ${say(details, 'height')} Pixel.`,
  imageTooManyFrames: (details) => `Die Animation hat zu viele Einzelbilder: ${say(details, 'frames')}.`,
  imageTooComplex: 'Das Zeichnen des SVG-Bilds dauert zu lange.',
  pageAddressBad: 'Die Adresse der Seite muss mit http:// oder https:// beginnen.',
  pageAddressMissing: 'Die Adresse dieser Seite ist auf diesem Computer nicht gespeichert. Gib sie neu ein.',
  pageNotLoaded: (details) =>
    `Die Seite von ${say(details, 'host')} konnte nicht geladen werden (${say(details, 'cause')}).`,
  pageAnswered: (details) =>
    `Die Seite von ${say(details, 'host')} konnte nicht geladen werden: HTTP ${say(details, 'status')}.`,
  pageCrashed: (details) => `Die Seite von ${say(details, 'host')} ist abgestürzt.`,
  pageClosed: (details) => `Die Seite von ${say(details, 'host')} hat sich selbst geschlossen.`,
  pageHung: (details) =>
    `Die Seite von ${say(details, 'host')} hat nicht mehr reagiert. Upcast hat sie geschlossen.`,
  pageMemory: (details) =>
    `Die Seite von ${say(details, 'host')} brauchte mehr als ${say(details, 'megabytes')} MB Speicher. Upcast hat sie geschlossen.`,
  pageFlood: (details) =>
    `Die Seite von ${say(details, 'host')} hat Upcast zu stark ausgelastet. Upcast hat sie geschlossen.`,
  collectionTooLarge: 'Diese Sammlung ist zu groß zum Importieren.',
  collectionDamaged: 'Die Sammlung ist beschädigt: Ihr JSON ist unvollständig.',
  collectionForeign: 'Das ist keine Sammlung, die Upcast importieren kann.',
  collectionUnknown: 'Diese Sammlung gibt es nicht mehr.',
  collectionBusy:
    'Eine andere Sammlung wird noch exportiert oder importiert. Warte, bis das fertig ist, oder brich es ab.',
  collectionOpen: 'Die geöffnete Sammlung kannst du nicht entfernen. Wechsle zuerst zu einer anderen.',
  collectionsFixed:
    'Ohne Fenster kann Upcast die Sammlung nicht wechseln. Starte Upcast mit --collection FILE, um eine andere zu nutzen.',
  tooManyCollections: (details) =>
    `Mehr als ${say(details, 'maximum')} Sammlungen sind nicht möglich. Entferne zuerst eine.`,
  collectionFromBackup: (details) =>
    `Die Sammlung „${say(details, 'name')}“ ist beschädigt. Upcast hat ihre Sicherungskopie geöffnet. Die letzten Änderungen fehlen vielleicht. Die beschädigte Datei liegt noch unter ${say(details, 'file')}.`,
  collectionAside: (details) =>
    `Eine Sammlung ist beschädigt und hat keine Sicherungskopie. Die beschädigte Datei liegt noch unter ${say(details, 'file')}.`,
  collectionStuck: (details) => `Die Sammlung in ${say(details, 'file')} konnte nicht gelesen werden.`,
  collectionNewer: (details) =>
    `Eine neuere Version von Upcast hat die Sammlung „${say(details, 'name')}“ gespeichert. Aktualisiere Upcast, um die Sammlung zu öffnen.`,
  importNewer:
    'Eine neuere Version von Upcast hat diese Sammlung gespeichert. Aktualisiere Upcast, um sie zu importieren.',
  collectionUnfit: 'Die Sammlung ist beschädigt.',
  exportFolderTaken: (details) => `„${say(details, 'folder')}“ gibt es schon. Wähle einen anderen Namen.`,
  exportNotWritten: (details) => `Die Sammlung konnte nicht exportiert werden: ${diskCause(details)}.`,
  importNotCopied: (details) =>
    `Die Dateien der Sammlung konnten nicht kopiert werden: ${diskCause(details)}.`,
  collectionsNotChanged: (details) =>
    `Die gespeicherten Sammlungen konnten nicht geändert werden: ${diskCause(details)}.`,
};

/** The sentence of `details.reason`; undefined without a reason. */
export function reason(details: ErrorDetails): string | undefined {
  const { reason: code } = details;
  if (!isErrorReason(code)) return undefined;
  const sentence = reasons[code];
  return typeof sentence === 'string' ? sentence : sentence(details);
}
