/** What the window uses of the break. */
export { AwayButton } from './AwayButton.tsx';
