/** Crashes, and the file of diagnostics. */

/** By the part of Upcast whose process crashed. */
const crashes = {
  window: {
    title: 'La ventana de Upcast se bloqueó.',
    doing:
      'Upcast la recargó. Si estás en directo, la transmisión continúa: mientras tanto, los espectadores vieron el último fotograma.',
    action: 'Si vuelve a ocurrir, guarda el diagnóstico desde el menú Ayuda.',
  },
  graphics: {
    title: 'El proceso de gráficos se bloqueó.',
    doing: 'Upcast lo reinició. Si estás en directo, la transmisión continúa.',
    action: 'Si vuelve a ocurrir, actualiza el controlador de tu tarjeta gráfica.',
  },
  audio: {
    title: 'El proceso de audio se bloqueó.',
    doing: 'Upcast lo reinició. Las fuentes de audio pueden quedar en silencio unos segundos.',
    action: 'Si una fuente sigue en silencio, vuelve a elegir su dispositivo.',
  },
};

const otherCrash = {
  title: 'Una parte de Upcast se bloqueó.',
  doing: 'Upcast la reinició.',
  action: 'Si vuelve a ocurrir, guarda el diagnóstico desde el menú Ayuda.',
};

/** @param part of the error's details */
export function crashedProcess(part: unknown): { title: string; doing: string; action: string } {
  return part === 'window' || part === 'graphics' || part === 'audio' ? crashes[part] : otherCrash;
}

export const diagnostics = {
  crashes,
  helpMenu: 'Ayuda',
  save: 'Guardar diagnóstico…',
  showLogs: 'Mostrar archivos de registro',
  saveTitle: 'Guardar diagnóstico',
  fileFilter: 'Archivos de texto',
  fileName: (stamp: string) => `Diagnóstico de Upcast ${stamp}.txt`,
  savedTitle: 'Diagnóstico guardado.',
  savedDetail:
    'El archivo no contiene claves de transmisión, direcciones ni vídeo. Upcast no lo envía a ningún sitio. Léelo antes de compartirlo.',
  showFile: 'Mostrar archivo',
  notSaved: 'No se pudo guardar el diagnóstico. Elige otra carpeta y vuelve a intentarlo.',

  cutOff: 'La última vez, Upcast se cerró de forma inesperada.',
  recovered: 'La última vez, una parte de Upcast se bloqueó.',
  offer:
    'Guarda el diagnóstico para averiguar la causa o para informar del problema. Upcast no envía nada por su cuenta.',

  heading: (time: string) => `Diagnóstico de Upcast, ${time}`,
  about: [
    'Upcast no envía este archivo a ningún sitio. Léelo antes de compartirlo.',
    'No incluye claves de transmisión, contraseñas, direcciones, nombres de archivo ni los nombres que escribiste.',
  ],
  none: 'Nada.',
  facts: 'Upcast y este equipo',
  runs: 'Últimas ejecuciones, de la más reciente a la más antigua',
  noEnd: 'sin final: se cortó o sigue en marcha',
  dumps:
    'Volcados de bloqueos, del más reciente al más antiguo (están en la carpeta de configuración de Upcast, no en este archivo)',
  settings: 'Configuración (solo números y opciones)',
  stream: 'Última transmisión',
  log: 'Registro, de lo más antiguo a lo más reciente',
};
