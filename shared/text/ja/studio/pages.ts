/** The form of a browser page. */

export const pages = {
  edit: 'ブラウザソースを編集…',
  reload: 'ページを再読み込み',
  interact: '対話…',
  interactHint:
    'クリックや入力ができるウィンドウでページを開きます。ウィンドウを閉じると、ソースが再読み込みされます。',
  windowTitle: (host: string) => `${host} – Upcast`,
  addTitle: 'ブラウザソースを追加',
  editTitle: 'ブラウザソースを編集',
  description:
    'アラートやチャットのオーバーレイなどのウェブページを表示します。ページの透明な部分には背後の映像が見えます。',
  address: 'アドレス',
  addressHint:
    'オーバーレイのアドレスにはトークンが含まれることがよくあります。アドレスはストリームキーと同じように安全に保存されます。',
  addressPlaceholder: 'https://',
  width: '幅',
  height: '高さ',
  fps: '最大フレームレート',
  css: 'カスタムCSS',
  cssHint: 'このCSSは、ページの読み込み後に追加されます。',
  closeWhenHidden: '非表示の間はページを閉じる',
  closeHint: 'シーンに表示されるたびに、ページが再読み込みされます。',
  badNumber: '幅と高さには1～4,096ピクセル、フレームレートには1～60 fpsの値を入力してください。',
};
