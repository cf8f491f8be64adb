/** What the app's own dialogs and menus say, outside the window. */
export const main = {
  appName: 'Upcast',
  fileMenu: 'Archivo',
  viewMenu: 'Ver',
  menu: { settings: 'Configuración…', pastStreams: 'Transmisiones anteriores', guide: 'Guía de Upcast' },
  cancel: 'Cancelar',
  close: 'Cerrar',

  /** Outside the window, while it isn't in front. */
  notices: {
    live: 'En directo',
    /** On the icon in macOS' dock. */
    liveBadge: 'DIRECTO',
    reconnecting: (name: string) => `Reconectando con ${name}`,
    failed: (name: string) => `Se dejó de transmitir a ${name}`,
    ended: 'La transmisión ha terminado',
    interrupted: 'La transmisión se ha interrumpido',
    recordingStopped: 'La grabación se detuvo',
  },

  startFailed: 'Upcast no puede iniciarse.',
  startFailedAction:
    'Comprueba que el disco no esté lleno y que Upcast pueda escribir en su carpeta de configuración. Después, vuelve a abrir Upcast.',

  faultTitle: 'Upcast tiene que cerrarse.',
  faultDetail:
    'Algo falló en Upcast. Si estabas en directo, la transmisión ha terminado. Si estabas grabando, la grabación está guardada. Vuelve a abrir Upcast para continuar.',

  liveTitle: 'Estás en directo.',
  liveDetail: 'Al cerrar Upcast, la transmisión termina.',
  endAndClose: 'Finalizar y cerrar',
  keepStreaming: 'Seguir transmitiendo',

  windowFailsTitle: 'La ventana de Upcast se bloquea una y otra vez.',
  windowFailsDetail:
    'Upcast recargó la ventana tres veces en un minuto. Vuelve a recargarla o cierra Upcast.',
  windowFailsLiveDetail:
    'Upcast recargó la ventana tres veces en un minuto. La transmisión no recibe vídeo nuevo hasta que recargues la ventana.',
  reloadWindow: 'Recargar ventana',
  closeApp: 'Cerrar Upcast',

  trustTitle: (host: string, destination: string) => `¿Permitir ${host} para ${destination}?`,
  trustDetail: (url: string, host: string) =>
    `${url} quiere redirigir esta transmisión a ${host}. Tu clave de transmisión también se enviaría allí. Permítelo solo si confías en ${host}.`,
  trustAllow: 'Permitir',
  trustRefuse: 'No permitir',

  directTitle: '¿Conectar sin proxy?',
  directDetail: 'Se aplica a todos los destinos que no tengan su propio ajuste de proxy.',
  directConfirm: 'Conectar directamente',
  proxyTitle: (host: string, port: number) => `¿Conectar a través del proxy ${host}, puerto ${port}?`,
  proxyDetail:
    'Se aplica a todos los destinos que no tengan su propio ajuste de proxy. El proxy puede leer la clave de transmisión en las conexiones rtmp://; rtmps:// la protege.',
  proxyConfirm: 'Usar este proxy',
  systemProxyTitle: '¿Conectar a través del proxy del sistema?',
  systemProxyConfirm: 'Usar el proxy del sistema',

  importTitle: 'Importar destinos',
  importButton: 'Importar',
  importFilter: 'Destinos y listas de direcciones',
  allFiles: 'Todos los archivos',
  exportTitle: 'Exportar destinos',
  exportFilter: 'Destinos de Upcast',
  imageTitle: 'Elegir una imagen',
  imageFilter: 'Imágenes',
  mediaTitle: 'Elegir archivos multimedia',
  mediaFilter: 'Vídeo y audio',
  stingerTitle: 'Elegir un vídeo de stinger',
  slidesTitle: 'Elegir imágenes para la presentación',
  maskTitle: 'Elegir una imagen para la máscara',
  lutTitle: 'Elegir una LUT',
  lutFilter: 'Archivos LUT (.cube)',
  textTitle: 'Elegir un archivo de texto',
  textFilter: 'Archivos de texto',
  collectionTitle: 'Importar colección',
  collectionFilter: 'Colecciones de Upcast y de OBS',
  copyFolderTitle: 'Elegir dónde guardar los archivos de la colección',
  searchFolderTitle: 'Elegir una carpeta donde buscar los archivos que faltan',
  exportCollectionTitle: 'Exportar colección',
  exportCollectionButton: 'Exportar',
  relayFolderTitle: 'Elegir una carpeta para los archivos del servidor intermedio',
};
