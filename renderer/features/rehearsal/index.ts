/** What the window uses of the rehearsal. */
export { RehearsalCard } from './RehearsalCard.tsx';
export { RehearsalReportDialog } from './RehearsalReportDialog.tsx';
