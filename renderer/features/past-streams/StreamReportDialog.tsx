/** How the stream went, shown once after it ended: as a whole, and destination by destination. */
import type { StatsSummary } from '../../../shared/broadcast/statistics.ts';
import { useSession } from '../../state/services.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { DoneButton } from '../../ui/overlays/DoneButton.tsx';
import { ReportGroups } from '../../ui/layout/ReportGroups.tsx';
import { describeStream, streamReportGroups } from './stream-report.ts';
import { texts } from '../../../shared/text/text.ts';

export interface StreamReportDialogProps {
  readonly summary: StatsSummary;
  readonly onClose: () => void;
  readonly onShowPast: () => void;
}

export function StreamReportDialog({ summary, onClose, onShowPast }: StreamReportDialogProps) {
  const events = useSession((state) => state.events);
  return (
    <Dialog
      title={texts.streamReport.title}
      description={describeStream(summary)}
      isTextOnly
      onClose={onClose}
      footer={
        <>
          <Button onClick={onShowPast}>{texts.streamReport.pastStreams}</Button>
          <DoneButton data-autofocus onClick={onClose} />
        </>
      }
    >
      <ReportGroups groups={streamReportGroups(summary, events)} />
    </Dialog>
  );
}
