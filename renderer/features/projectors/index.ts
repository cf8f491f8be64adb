/** What the window uses of the projectors. */
export { ProjectorMenu } from './ProjectorMenu.tsx';
export { Projectors } from './Projectors.tsx';
