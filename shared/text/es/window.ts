/** The window as a whole: its parts, faults, what the start came across. */

export const window = {
  name: 'Upcast',
  sourcesColumn: 'Escenas, fuentes y audio',
  destinations: 'Destinos',
  bottom: 'Gráfico y eventos',
  bottomTabs: 'Gráfico o eventos',
  bitrate: 'Tasa de bits',
  events: 'Eventos',

  oldElectron: 'Electron desactualizado',
  oldElectronText: (version: string) =>
    `Electron ${version} está desactualizado: solo para desarrollo. A esta versión le faltan correcciones de seguridad, así que no transmitas con ella.`,

  noEvents: 'Los eventos aparecerán aquí.',
  event: (destination: string, text: string) => `${destination}: ${text}`,
};

/** What many parts of the window say. */
export const common = {
  cancel: 'Cancelar',
  close: 'Cerrar',
  dismiss: 'Descartar',
  done: 'Listo',
  save: 'Guardar',
  saving: 'Guardando…',
  undo: 'Deshacer',
  /** A button's name with its shortcut. */
  withShortcut: (label: string, shortcut: string) => `${label}  ${shortcut}`,
};

export const faults = {
  windowTitle: 'Upcast no puede mostrar su ventana.',
  onAir: 'La transmisión sigue en marcha. Si recargas la ventana, el vídeo se interrumpe durante un momento.',
  offAir: 'No estás en directo. Recarga la ventana. Si vuelve a ocurrir, reinicia Upcast.',
  cannotEnd: 'No se pudo finalizar la transmisión. Cierra Upcast para finalizarla.',
  reload: 'Recargar ventana',

  part: (name: string) =>
    `No se puede mostrar esta parte (${name}): algo falló en Upcast. La transmisión no se ve afectada.`,
  showAgain: 'Mostrar otra vez',

  formTitle: 'Upcast no puede mostrar este formulario.',
  formText: 'Algo falló en Upcast. No ha cambiado nada y la transmisión no se ve afectada.',
};

export const startNotices = {
  unread:
    'Upcast no pudo leer una parte de tu configuración guardada. Revisa tus destinos y la configuración antes de transmitir.',
  nothingDeleted: (reasons: string) => `${reasons} Upcast no eliminó nada.`,
  passwordKeptForRun:
    'No se pudo guardar una contraseña de servidor. Upcast la conserva solo hasta que salgas. Desbloquea el llavero para guardarla.',
  passwordInFile:
    'Una contraseña de servidor sigue guardada sin cifrar. Desbloquea el llavero y reinicia Upcast para cifrarla.',
};
