/** The form of a browser page. */

export const pages = {
  edit: 'Modifier la source navigateur…',
  reload: 'Recharger la page',
  interact: 'Interagir…',
  interactHint:
    'Ouvre la page dans une fenêtre où vous pouvez cliquer et saisir du texte. La source se recharge quand vous fermez la fenêtre.',
  windowTitle: (host: string) => `${host} – Upcast`,
  addTitle: 'Ajouter une source navigateur',
  editTitle: 'Modifier la source navigateur',
  description:
    'Affiche une page web, par exemple un overlay d’alertes ou de chat. Les parties transparentes de la page montrent ce qui est derrière.',
  address: 'Adresse',
  addressHint:
    'Les adresses d’overlays contiennent souvent un jeton. Upcast protège l’adresse autant qu’une clé de stream.',
  addressPlaceholder: 'https://',
  width: 'Largeur',
  height: 'Hauteur',
  fps: 'Fréquence max.',
  css: 'CSS personnalisé',
  cssHint: 'Upcast ajoute ce CSS après le chargement de la page.',
  closeWhenHidden: 'Fermer la page quand elle est masquée',
  closeHint: 'La page se recharge chaque fois qu’une scène l’affiche.',
  badNumber:
    'Saisissez une largeur et une hauteur de 1 à 4 096 pixels et une fréquence d’images de 1 à 60 fps.',
};
