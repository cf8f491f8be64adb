/** What the window uses of access to devices and the screen. */
export { AccessButton } from './AccessButton.tsx';
