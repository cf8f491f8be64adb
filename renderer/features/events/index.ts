/** What the window uses of the events. */
export { EventList } from './EventList.tsx';
