/** The form of a browser page, which the secret frame shows. */
export { PageDialog } from '../PageDialog.tsx';
