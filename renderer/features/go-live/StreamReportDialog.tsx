/** How the stream went, shown once after it ended: as a whole, and destination by destination. */
import type { StatsSummary } from '../../../shared/broadcast/statistics.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { describeStream, streamReportGroups } from './stream-report.ts';
import css from './StreamReportDialog.module.css';

export interface StreamReportDialogProps {
  readonly summary: StatsSummary;
  readonly onClose: () => void;
}

export function StreamReportDialog({ summary, onClose }: StreamReportDialogProps) {
  return (
    <Dialog
      title="Stream report"
      description={describeStream(summary)}
      onClose={onClose}
      footer={
        <Button variant="primary" data-autofocus onClick={onClose}>
          Done
        </Button>
      }
    >
      <div className={css['groups']}>
        {streamReportGroups(summary).map((group) => (
          <section key={group.id} aria-label={group.title}>
            <h3 className={css['title']}>{group.title}</h3>
            <dl className={css['rows']}>
              {group.rows.map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
