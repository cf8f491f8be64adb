/** The items of the menu that every program has, and the choice of the language. */
export const appMenu = {
  edit: 'Édition',
  undo: 'Annuler',
  redo: 'Rétablir',
  cut: 'Couper',
  copy: 'Copier',
  paste: 'Coller',
  pasteAsText: 'Coller en texte brut',
  delete: 'Supprimer',
  selectAll: 'Tout sélectionner',
  actualSize: 'Taille réelle',
  zoomIn: 'Zoom avant',
  zoomOut: 'Zoom arrière',
  fullScreen: 'Plein écran',
  developerTools: 'Outils de développement',
  close: 'Fermer la fenêtre',
  quit: 'Quitter Upcast',
  about: 'À propos d’Upcast',
  services: 'Services',
  hide: 'Masquer Upcast',
  hideOthers: 'Masquer les autres',
  showAll: 'Tout afficher',
  window: 'Fenêtre',
};

export const languageSettings = {
  label: 'Langue',
  system: (language: string) => `Langue du système (${language})`,
  reload: 'Upcast recharge sa fenêtre quand vous sauvegardez.',
  busy: 'Vous pouvez changer de langue hors direct et hors enregistrement.',
};

/** For those who hear the messages at the edge of the window. `{hotkey}` stays as it is. */
export const toasts = {
  list: 'Notifications ({hotkey})',
  one: 'Notification',
};
