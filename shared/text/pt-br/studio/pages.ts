/** The form of a browser page. */

export const pages = {
  edit: 'Editar fonte de navegador…',
  reload: 'Recarregar página',
  interact: 'Interagir…',
  interactHint:
    'Abre a página em uma janela onde você pode clicar e digitar. A fonte recarrega quando você fecha a janela.',
  windowTitle: (host: string) => `${host} – Upcast`,
  addTitle: 'Adicionar fonte de navegador',
  editTitle: 'Editar fonte de navegador',
  description:
    'Mostra uma página da web, como alertas ou um chat sobrepostos. As partes transparentes da página mostram o que está atrás.',
  address: 'Endereço',
  addressHint:
    'Endereços de overlays costumam conter um token. O Upcast guarda o endereço com a mesma segurança de uma chave de transmissão.',
  addressPlaceholder: 'https://',
  width: 'Largura',
  height: 'Altura',
  fps: 'FPS máximo',
  css: 'CSS personalizado',
  cssHint: 'O Upcast adiciona este CSS depois que a página carrega.',
  closeWhenHidden: 'Fechar a página enquanto estiver oculta',
  closeHint: 'A página carrega de novo sempre que uma cena a mostra.',
  badNumber: 'Digite uma largura e uma altura de 1 a 4.096 pixels, e de 1 a 60 fps.',
};
