/** What the window uses of the status. */
export { Announcements } from './Announcements.tsx';
export { RuntimeBanner } from './RuntimeBanner.tsx';
export { StatusHeader } from './StatusHeader.tsx';
