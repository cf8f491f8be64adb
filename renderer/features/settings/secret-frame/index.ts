/** The dialog of the settings that the secret frame shows. Apart from the window's own, so that its page holds nothing else. */
export { TokenDialog } from '../TokenDialog.tsx';
