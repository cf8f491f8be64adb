/** What each service of the catalogue says of itself: where its stream key is found, and what is good to know. By the service's id. */

export const services = {
  youtube: {
    keyHint: '„YouTube Studio > Create > Go live > Stream“: Kopiere den Stream-Schlüssel.',
    notes: [
      'Für H.264 empfiehlt YouTube 12 Mbps bei 1080p60, 24 Mbps bei 1440p60 und 35 Mbps bei 2160p60.',
      'Die verschlüsselten Server nutzen nur Port 443. Das Backup braucht dieselbe Codierung.',
    ],
  },
  twitch: {
    keyHint: '„Creator Dashboard > Settings > Stream“: Kopiere den primären Stream-Schlüssel.',
    notes: [
      'Twitch wählt den nächstgelegenen Server. Du kannst auch jeden anderen Server eingeben, den Twitch auflistet.',
      'Streams können bis zu 48 Stunden dauern.',
      'Nur konstante Bitrate. Audio: AAC-LC, Mono oder Stereo, 44,1 oder 48 kHz. 128 kbps funktionieren für alle Zuschauer.',
    ],
  },
  facebook: {
    keyHint:
      '„Live Producer > Streaming software“: Kopiere den Stream-Schlüssel, auch den langen Teil am Ende.',
    notes: [
      'Empfohlen: 4,5–9 Mbps bei 1080p60, 3–6 Mbps bei 1080p30, 1,5–4 Mbps bei 720p30.',
      'Verschlüsselung und Audio sind Pflicht. Streams können bis zu 8 Stunden dauern.',
      'Facebook lässt während des Streams keine Änderung der Codierung zu. Schalte die dynamische Bitrate aus.',
      'Unbenutzte Adressen laufen nach 24 Stunden ab.',
      'Dein Konto muss mindestens 60 Tage alt sein und 100 Follower haben.',
    ],
  },
  instagram: {
    keyHint: 'Live Producer im Web zeigt für jeden Stream eine neue Adresse und einen neuen Schlüssel.',
    notes: ['Empfohlen: 720 × 1280 bei 30 fps, 2,25–6 Mbps. Audio: Stereo mit 44,1 kHz, bis zu 256 kbps.'],
  },
  tiktok: {
    keyHint: 'LIVE Studio oder LIVE Center zeigt für jeden Stream eine Adresse und einen Schlüssel.',
    notes: [
      'TikTok entscheidet, wer mit anderer Software streamen darf.',
      'Vorschlag: etwa 2,5 Mbps bei 1080 × 1920.',
    ],
  },
  kick: {
    keyHint: '„Creator Dashboard > Settings > Stream URL & Key“: Kopiere beides.',
    notes: ['Kick nutzt Amazon IVS: TLS 1.2 oder neuer, keine Streams nur mit Audio.'],
  },
  'amazon-ivs': {
    keyHint: 'Der Kanal in der AWS-Konsole zeigt den Ingest-Server und den Stream-Schlüssel.',
    notes: [
      'BASIC-Kanäle nehmen bis zu 1,5 Mbps bei 480p und 3,5 Mbps bei 1080p an. Bei höheren Bitraten wird die Verbindung vielleicht getrennt.',
      'TLS 1.2 oder neuer ist Pflicht, wenn der Kanal nichts anderes erlaubt. Keine Streams nur mit Audio.',
      'Ein Keyframe pro Sekunde senkt die Latenz. Echtzeit-Stages nehmen keine B-Frames und bis zu 160 kbps Audio an.',
    ],
  },
  x: {
    keyHint: '„Media Studio > Producer > Sources“: Erstelle eine RTMP-Quelle.',
  },
  linkedin: {
    keyHint:
      'Die Streaming-Seite des Events zeigt Adresse und Schlüssel. Du musst den Zugang vorher beantragen.',
    notes: ['Vorschlag: 720p30 mit etwa 3,5 Mbps. 1080p wird angenommen.'],
  },
  vimeo: {
    keyHint: '„Event settings > Connect to encoder“: Kopiere RTMPS-Adresse und Stream-Schlüssel.',
    notes: [
      'Zeigt das Event eine andere Adresse, nutze diese.',
      'Empfohlen: bis zu 5 Mbps bei 1080p30. Events dauern 12 Stunden, wenn sie nicht verlängert werden.',
    ],
  },
  dacast: {
    keyHint: 'Die Encoder-Einrichtung des Live-Kanals zeigt Adresse und Schlüssel.',
  },
  restream: {
    keyHint: '„Dashboard > RTMP setup“: Kopiere den Stream-Schlüssel.',
    notes: ['Ein Backup-Stream braucht einen zweiten Schlüssel.'],
  },
  castr: {
    keyHint: 'Die Seite des Streams zeigt den Schlüssel und die Adresse für seine Region.',
  },
  'cloudflare-stream': {
    keyHint: '„Stream > Live inputs“: Der Eingang zeigt seinen RTMPS-Schlüssel.',
    notes: [
      'Video und Audio zusammen: 2–14 Mbps, am besten unter 10. Geschlossene GOPs.',
      'Alle 2 bis 10 Sekunden ein Keyframe, am besten alle 4 bis 8.',
      'Für Wiedergabe mit niedriger Latenz: alle 2 bis 4 Sekunden ein Keyframe und keine B-Frames.',
      'Cloudflare schließt hin und wieder die Verbindung. Nach dem Wiederverbinden läuft derselbe Stream weiter.',
    ],
  },
  mux: {
    keyHint: '„Live Streams“: Der Stream zeigt seinen Schlüssel.',
    notes: ['Das „Reconnect Window“ des Streams bestimmt, wie lange eine Unterbrechung dauern darf.'],
  },
  livepeer: {
    keyHint: '„Streams“: Der Stream zeigt seinen Schlüssel.',
  },
  'dolby-optiview': {
    keyHint:
      'Die Seite des Publishing-Tokens zeigt den RTMP-Streamnamen. Nutze diesen Namen als Stream-Schlüssel.',
  },
  'google-live-stream': {
    keyHint: 'Der Eingabe-Endpunkt des Projekts hat Adresse und Schlüssel.',
    notes: [
      'Eingaben nehmen bis zu 6 Mbps (SD), 25 Mbps (HD) oder 50 Mbps (UHD) an.',
      'Empfohlen: 20 Mbps bei 1080p60, 8 Mbps bei 720p30.',
    ],
  },
  vindral: {
    keyHint: 'Die Seite des Kanals im Vindral-Portal zeigt seinen Ingest-Schlüssel.',
  },
  trovo: {
    keyHint: '„Trovo Studio > My Channel > Stream“: Kopiere den Stream-Schlüssel.',
  },
  steam: {
    keyHint: 'Die Broadcast-Upload-Seite deines Steam-Kontos zeigt deinen Schlüssel.',
  },
  picarto: {
    keyHint: '„Dashboard > Stream settings“: Kopiere den Stream-Schlüssel.',
  },
  chzzk: {
    keyHint: '„CHZZK Studio > Broadcast settings“: Kopiere den Stream-Schlüssel.',
  },
  bilibili: {
    keyHint:
      'Das Live-Center zeigt Adresse und Schlüssel. Kopiere den ganzen Schlüssel, auch den langen Teil am Ende.',
  },
  'api-video': {
    keyHint: '„Live Streams“: Der Stream zeigt seinen Schlüssel.',
  },
  dlive: {
    keyHint: '„Dashboard > Stream settings“: Kopiere den Stream-Schlüssel.',
  },
  uscreen: {
    keyHint: 'Die Seite des Live-Events in deinem Uscreen-Adminbereich zeigt seinen Schlüssel.',
  },
  sympla: {
    keyHint: 'Die Seite des Online-Events in deinem Veranstalterkonto zeigt seinen Schlüssel.',
  },
  onlyfans: {
    keyHint: '„Settings > Streaming“: Kopiere den Schlüssel.',
  },
  rumble: {
    keyHint: 'Die Einrichtungsseite des Livestreams zeigt Adresse und Schlüssel.',
    notes: ['Die Grenzwerte stehen auf der Einrichtungsseite.'],
  },
  telegram: {
    keyHint:
      'Starte einen Livestream im Kanal, dann „Stream with other apps“: Kopiere Serveradresse und Schlüssel.',
  },
  peertube: {
    keyHint: '„Publish > Go live“: Die Seite des Videos zeigt Adresse und Schlüssel.',
    notes: [
      'Selbst gehostet: Die Grenzwerte legt der Betreiber fest. Du kannst die Zertifizierungsstelle des Servers im Ziel eintragen.',
    ],
  },
  owncast: {
    keyHint: '„Admin page > Configuration > Server setup“: Kopiere einen Stream-Schlüssel.',
    notes: ['Selbst gehostet: Die Grenzwerte legt der Betreiber fest. Ändere den Standardschlüssel.'],
  },
  'nginx-rtmp': {
    keyHint: 'Jeder Name funktioniert, außer der Server prüft Schlüssel.',
    notes: [
      'Anwendung und Schlüssel dürfen je bis zu 255 Bytes lang sein. TLS braucht einen Proxy vor dem Server.',
    ],
  },
  relay: {
    keyHint: '„Über ein Relay senden“ erstellt Adresse und Schlüssel zusammen mit den Relay-Dateien.',
    notes: [
      'Das Relay leitet deinen Stream unverändert weiter. Upcast prüft deine Codierung daher für jeden Dienst dahinter.',
    ],
  },
  mediamtx: {
    keyHint:
      'Der Pfad ist Anwendung und Schlüssel zusammen. Gib Benutzername und Passwort ein, wenn der Server sie verlangt.',
  },
  srs: {
    keyHint: 'Jeder Name funktioniert, außer der Server prüft Schlüssel.',
  },
  'node-media-server': {
    keyHint: 'Jeder Name funktioniert. Hänge eine Signatur an, wenn der Server eine prüft.',
  },
};
