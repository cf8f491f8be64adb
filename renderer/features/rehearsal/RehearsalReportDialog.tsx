/** How the rehearsal went: findings first, then what arrived, figure by figure. */
import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import type { RehearsalReport } from '../../../shared/broadcast/rehearsal-report.ts';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { DoneButton } from '../../ui/overlays/DoneButton.tsx';
import { ReportGroups } from '../../ui/layout/ReportGroups.tsx';
import { reportGroups } from './report-rows.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './RehearsalReportDialog.module.css';

const levelIcons = {
  good: <CircleCheck size={16} aria-hidden />,
  warning: <TriangleAlert size={16} aria-hidden />,
  problem: <CircleX size={16} aria-hidden />,
} as const;

export interface RehearsalReportDialogProps {
  readonly report: RehearsalReport;
  readonly onClose: () => void;
}

export function RehearsalReportDialog({ report, onClose }: RehearsalReportDialogProps) {
  const problems = report.findings.filter((finding) => finding.level !== 'good').length;
  const verdict = problems === 0 ? texts.rehearsalReport.allGood : texts.rehearsalReport.problems(problems);
  return (
    <Dialog
      title={texts.rehearsalReport.title}
      description={verdict}
      isTextOnly
      onClose={onClose}
      footer={<DoneButton data-autofocus onClick={onClose} />}
    >
      <ul className={css['findings']}>
        {report.findings.map((finding) => (
          <li key={finding.code} className={css[finding.level]}>
            {levelIcons[finding.level]}
            <span>
              <span className="visually-hidden">
                {texts.rehearsalReport.finding(texts.rehearsalReport.levels[finding.level])}
              </span>
              {texts.rehearsal.finding(finding)}
            </span>
          </li>
        ))}
      </ul>
      <ReportGroups groups={reportGroups(report)} />
    </Dialog>
  );
}
