/** The items of the menu that every program has, and the choice of the language. */
export const appMenu = {
  edit: 'Edición',
  undo: 'Deshacer',
  redo: 'Rehacer',
  cut: 'Cortar',
  copy: 'Copiar',
  paste: 'Pegar',
  pasteAsText: 'Pegar sin formato',
  delete: 'Eliminar',
  selectAll: 'Seleccionar todo',
  actualSize: 'Tamaño real',
  zoomIn: 'Acercar',
  zoomOut: 'Alejar',
  fullScreen: 'Pantalla completa',
  developerTools: 'Herramientas para desarrolladores',
  close: 'Cerrar ventana',
  quit: 'Salir de Upcast',
  about: 'Acerca de Upcast',
  services: 'Servicios',
  hide: 'Ocultar Upcast',
  hideOthers: 'Ocultar otros',
  showAll: 'Mostrar todo',
  window: 'Ventana',
};

export const languageSettings = {
  label: 'Idioma',
  /** What the system prefers, by its own name. */
  system: (language: string) => `Predeterminado del sistema (${language})`,
  reload: 'Upcast vuelve a cargar su ventana al guardar.',
  busy: 'Puedes cambiar el idioma cuando no estés en directo ni grabando.',
};

/** For those who hear the messages at the edge of the window. `{hotkey}` stays as it is. */
export const toasts = {
  list: 'Notificaciones ({hotkey})',
  one: 'Notificación',
};
