/** How the remote control answers a request that it refuses. */
export const remote = {
  unknownPath: 'Unter diesem Pfad gibt es nichts.',
  wrongMethod: (method: string) => `Nutze ${method} für diesen Pfad.`,
  wrongHost: (port: number) => `Nutze die Adresse http://127.0.0.1:${port}.`,
  fromPage: 'Webseiten können die Fernsteuerung nicht nutzen.',
  tooManyHeaders: (maximum: number) => `Eine Anfrage kann höchstens ${maximum} Header haben.`,
  headersTooLarge: (bytes: number) => `Die Header dürfen höchstens ${bytes} Bytes groß sein.`,
  tokenMissing: 'Sende das Token aus den Einstellungen von Upcast als „Authorization: Bearer …“.',
  bodyTooLarge: (bytes: number) => `Der Inhalt darf höchstens ${bytes} Bytes groß sein.`,
  badBody:
    'Lass den Inhalt leer. Um einen Stream zu starten, kannst du JSON wie {"isRehearsal": true} mit Content-Type: application/json senden.',
  tooManyListeners: (maximum: number) => `Höchstens ${maximum} Apps können gleichzeitig zuhören.`,
  tooSlow: 'Die Anfrage kam zu langsam an.',
  notHttp: 'Das ist kein HTTP.',
};
