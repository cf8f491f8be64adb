/** Names of fonts that many computers have, for a list to choose from. */

export const fontNames: readonly string[] = [
  ...['Arial', 'Arial Black', 'Calibri', 'Cambria', 'Cantarell', 'Comic Sans MS', 'Consolas', 'Courier New'],
  ...['DejaVu Sans', 'DejaVu Sans Mono', 'DejaVu Serif', 'Futura', 'Georgia', 'Gill Sans', 'Helvetica'],
  ...['Helvetica Neue', 'Impact', 'Inter', 'Liberation Mono', 'Liberation Sans', 'Liberation Serif', 'Menlo'],
  ...['Noto Sans', 'Noto Serif', 'Open Sans', 'Palatino', 'Roboto', 'Segoe UI', 'Tahoma', 'Times New Roman'],
  ...['Trebuchet MS', 'Ubuntu', 'Verdana'],
];
/** The first of them that is there is a new text's. */
export const preferredFonts: readonly string[] = [
  'Segoe UI',
  'Helvetica Neue',
  'Roboto',
  'Noto Sans',
  'Arial',
  'Liberation Sans',
  'DejaVu Sans',
];
