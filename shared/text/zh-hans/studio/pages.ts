/** The form of a browser page. */

export const pages = {
  edit: '编辑浏览器来源…',
  reload: '重新加载网页',
  interact: '交互…',
  interactHint: '在可以点按和输入的窗口中打开网页。关闭窗口后，来源会重新加载。',
  windowTitle: (host: string) => `${host} – Upcast`,
  addTitle: '添加浏览器来源',
  editTitle: '编辑浏览器来源',
  description: '显示网页，例如提醒或聊天叠加层。网页的透明部分会露出后面的内容。',
  address: '地址',
  addressHint: '叠加层的地址通常包含令牌。Upcast 会像推流码一样安全地保存地址。',
  addressPlaceholder: 'https://',
  width: '宽度',
  height: '高度',
  fps: '最大帧率',
  css: '自定义 CSS',
  cssHint: 'Upcast 会在网页加载后添加此 CSS。',
  closeWhenHidden: '隐藏时关闭网页',
  closeHint: '每次场景显示网页时，网页都会重新加载。',
  badNumber: '请输入 1 到 4,096 像素的宽度和高度，以及 1 到 60 fps 的帧率。',
};
