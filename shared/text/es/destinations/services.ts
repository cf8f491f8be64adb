/** What each service of the catalogue says of itself: where its stream key is found, and what is good to know. By the service's id. */

export const services = {
  youtube: {
    keyHint: '«YouTube Studio > Create > Go live > Stream»: copia la clave de transmisión.',
    notes: [
      'Para H.264, YouTube recomienda 12 Mbps a 1080p60, 24 Mbps a 1440p60 y 35 Mbps a 2160p60.',
      'Los servidores cifrados usan solo el puerto 443. El de respaldo necesita la misma codificación.',
    ],
  },
  twitch: {
    keyHint: '«Creator Dashboard > Settings > Stream»: copia la clave de transmisión principal.',
    notes: [
      'Twitch elige el servidor más cercano. Puedes introducir cualquier otro servidor de la lista de Twitch.',
      'Las transmisiones pueden durar hasta 48 horas.',
      'Solo tasa de bits constante. Audio: AAC-LC, mono o estéreo, 44,1 o 48 kHz. 128 kbps les sirven a todos los espectadores.',
    ],
  },
  facebook: {
    keyHint:
      '«Live Producer > Streaming software»: copia la clave de transmisión, incluida la parte larga del final.',
    notes: [
      'Recomendado: 4,5–9 Mbps a 1080p60, 3–6 Mbps a 1080p30, 1,5–4 Mbps a 720p30.',
      'Exige cifrado y audio. Las transmisiones pueden durar hasta 8 horas.',
      'Facebook no permite cambiar la codificación en directo. Desactiva la tasa de bits dinámica.',
      'Las direcciones sin usar caducan a las 24 horas.',
      'Tu cuenta debe tener al menos 60 días y 100 seguidores.',
    ],
  },
  instagram: {
    keyHint: 'Live Producer, en la web, muestra una dirección y una clave nuevas para cada transmisión.',
    notes: ['Recomendado: 720 × 1280 a 30 fps, 2,25–6 Mbps. Audio: estéreo a 44,1 kHz, hasta 256 kbps.'],
  },
  tiktok: {
    keyHint: 'LIVE Studio o LIVE Center muestra una dirección y una clave para cada transmisión.',
    notes: [
      'TikTok decide quién puede transmitir con otro software.',
      'Sugerido: unos 2,5 Mbps a 1080 × 1920.',
    ],
  },
  kick: {
    keyHint: '«Creator Dashboard > Settings > Stream URL & Key»: copia ambos.',
    notes: ['Kick usa Amazon IVS: TLS 1.2 o posterior, sin transmisiones de solo audio.'],
  },
  'amazon-ivs': {
    keyHint: 'El canal, en la consola de AWS, muestra el servidor de ingesta y la clave de transmisión.',
    notes: [
      'Los canales BASIC admiten hasta 1,5 Mbps a 480p y 3,5 Mbps a 1080p. Con tasas de bits más altas, la conexión puede cortarse.',
      'Exige TLS 1.2 o posterior, salvo que el canal permita otra cosa. Sin transmisiones de solo audio.',
      'Un fotograma clave por segundo reduce la latencia. Los stages en tiempo real no admiten fotogramas B y aceptan hasta 160 kbps de audio.',
    ],
  },
  x: {
    keyHint: '«Media Studio > Producer > Sources»: crea una fuente RTMP.',
  },
  linkedin: {
    keyHint:
      'La página de transmisión del evento muestra la dirección y la clave. Hay que solicitar el acceso.',
    notes: ['Sugerido: 720p30 a unos 3,5 Mbps. También se admite 1080p.'],
  },
  vimeo: {
    keyHint: '«Event settings > Connect to encoder»: copia la dirección RTMPS y la clave de transmisión.',
    notes: [
      'Si el evento muestra otra dirección, usa esa.',
      'Recomendado: hasta 5 Mbps a 1080p30. Los eventos duran 12 horas si no se amplían.',
    ],
  },
  dacast: {
    keyHint: 'La configuración del codificador del canal muestra la dirección y la clave.',
  },
  restream: {
    keyHint: '«Dashboard > RTMP setup»: copia la clave de transmisión.',
    notes: ['Una transmisión de respaldo necesita una segunda clave.'],
  },
  castr: {
    keyHint: 'La página de la transmisión muestra la clave y la dirección de su región.',
  },
  'cloudflare-stream': {
    keyHint: '«Stream > Live inputs»: la entrada muestra su clave RTMPS.',
    notes: [
      'Vídeo y audio juntos: 2–14 Mbps, mejor por debajo de 10. GOP cerrados.',
      'Un fotograma clave cada 2 a 10 segundos, mejor cada 4 a 8.',
      'Para una reproducción de baja latencia: un fotograma clave cada 2 a 4 segundos y sin fotogramas B.',
      'Cloudflare puede cerrar la conexión de vez en cuando. Al reconectar, continúa la misma transmisión.',
    ],
  },
  mux: {
    keyHint: '«Live Streams»: la transmisión muestra su clave.',
    notes: ['El plazo de reconexión de la transmisión fija cuánto puede durar una interrupción.'],
  },
  livepeer: {
    keyHint: '«Streams»: la transmisión muestra su clave.',
  },
  'dolby-optiview': {
    keyHint:
      'La página del token de publicación muestra el nombre de la transmisión RTMP. Usa ese nombre como clave de transmisión.',
  },
  'google-live-stream': {
    keyHint: 'El punto de entrada del proyecto tiene la dirección y la clave.',
    notes: [
      'Las entradas admiten hasta 6 Mbps (SD), 25 Mbps (HD) o 50 Mbps (UHD).',
      'Recomendado: 20 Mbps a 1080p60, 8 Mbps a 720p30.',
    ],
  },
  vindral: {
    keyHint: 'La página del canal, en el portal de Vindral, muestra su clave de ingesta.',
  },
  trovo: {
    keyHint: '«Trovo Studio > My Channel > Stream»: copia la clave de transmisión.',
  },
  steam: {
    keyHint: 'La página de emisión de tu cuenta de Steam muestra tu clave.',
  },
  picarto: {
    keyHint: '«Dashboard > Stream settings»: copia la clave de transmisión.',
  },
  chzzk: {
    keyHint: '«CHZZK Studio > Broadcast settings»: copia la clave de transmisión.',
  },
  bilibili: {
    keyHint:
      'El centro de directos muestra la dirección y la clave. Copia la clave completa, incluida la parte larga del final.',
  },
  'api-video': {
    keyHint: '«Live Streams»: la transmisión muestra su clave.',
  },
  dlive: {
    keyHint: '«Dashboard > Stream settings»: copia la clave de transmisión.',
  },
  uscreen: {
    keyHint: 'La página del evento, en tu área de administración de Uscreen, muestra su clave.',
  },
  sympla: {
    keyHint: 'La página del evento en línea, en tu cuenta de organizador, muestra su clave.',
  },
  onlyfans: {
    keyHint: '«Settings > Streaming»: copia la clave.',
  },
  rumble: {
    keyHint: 'La página de configuración del directo muestra la dirección y la clave.',
    notes: ['La página de configuración indica los límites.'],
  },
  telegram: {
    keyHint:
      'Inicia un directo en el canal y elige «Stream with other apps»: copia la dirección del servidor y la clave.',
  },
  peertube: {
    keyHint: '«Publish > Go live»: la página del vídeo muestra la dirección y la clave.',
    notes: [
      'Servidor propio: su dueño fija los límites. Puedes añadir la autoridad de certificación del servidor al destino.',
    ],
  },
  owncast: {
    keyHint: '«Admin page > Configuration > Server setup»: copia una clave de transmisión.',
    notes: ['Servidor propio: su dueño fija los límites. Cambia la clave predeterminada.'],
  },
  'nginx-rtmp': {
    keyHint: 'Sirve cualquier nombre, salvo que el servidor compruebe las claves.',
    notes: [
      'La aplicación y la clave pueden tener hasta 255 bytes cada una. TLS necesita un proxy delante del servidor.',
    ],
  },
  relay: {
    keyHint:
      '«Enviar por un servidor intermedio» crea la dirección y la clave junto con los archivos del servidor.',
    notes: [
      'El servidor intermedio reenvía tu transmisión sin cambios, así que Upcast comprueba tu codificación para cada servicio al que llega.',
    ],
  },
  mediamtx: {
    keyHint:
      'La ruta es la aplicación y la clave juntas. Añade usuario y contraseña si el servidor los exige.',
  },
  srs: {
    keyHint: 'Sirve cualquier nombre, salvo que el servidor compruebe las claves.',
  },
  'node-media-server': {
    keyHint: 'Sirve cualquier nombre. Añade una firma al final si el servidor la comprueba.',
  },
};
