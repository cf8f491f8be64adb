/** What the window uses of past streams. */
export { PastStreamsDialog } from './PastStreamsDialog.tsx';
export { StreamReportDialog } from './StreamReportDialog.tsx';
export { isReportDue } from './stream-report.ts';
