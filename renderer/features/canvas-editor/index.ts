/** What the window uses of the editor on the picture. */
export { ProgramEditor } from './ProgramEditor.tsx';
