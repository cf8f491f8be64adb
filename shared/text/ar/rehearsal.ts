/** What the rehearsal's report says of the stream. */
import { missingCase } from '../../assert.ts';
import type { RehearsalFinding } from '../../broadcast/rehearsal-findings.ts';
import { format, forms, framesOf, iso, times } from './format.ts';

const gapsIn = forms('فجوة واحدة', 'فجوتان', 'فجوات', 'فجوة', 'فجوة');

export const rehearsal = {
  finding: (finding: RehearsalFinding): string => {
    switch (finding.code) {
      case 'noVideo':
        return 'لم يصل فيديو.';
      case 'noAudio':
        return 'لم يصل صوت. لا تعرض بعض الخدمات بثًا بلا صوت.';
      case 'codecsEverywhere':
        return 'يعمل H.264 مع AAC في كل الخدمات.';
      case 'codecsRare':
        return `لا تدعم ${iso(finding.details.video)} مع ${iso(finding.details.audio)} إلا بعض الخدمات.`;
      case 'keyframesTooFar':
        return `بلغ الفاصل بين الإطارات المفتاحية ${seconds(finding.details.seconds)}. ترفض بعض الخدمات الفواصل الأطول من ${format.number(finding.details.limitSeconds)} ث. غيّر فاصل الإطارات المفتاحية في الإعدادات.`;
      case 'keyframesFar':
        return `بلغ الفاصل بين الإطارات المفتاحية ${seconds(finding.details.seconds)}. توصي معظم الخدمات بفاصل ${format.number(finding.details.wantedSeconds)} ث. غيّر فاصل الإطارات المفتاحية في الإعدادات.`;
      case 'keyframesUneven':
        return `تراوح الفاصل بين الإطارات المفتاحية من ${seconds(finding.details.minimumSeconds)} إلى ${seconds(finding.details.maximumSeconds)}. تتوقع بعض الخدمات فاصلًا ثابتًا.`;
      case 'keyframesEven':
        return `كان الفاصل بين الإطارات المفتاحية ${seconds(finding.details.seconds)}.`;
      case 'videoRate':
        return rate('الفيديو', finding.details);
      case 'audioRate':
        return rate('الصوت', finding.details);
      case 'ratePeak':
        return `بلغ معدل البت ذروة قدرها ${kbps(finding.details.peakKbps)}، أي أكثر من ضعف المتوسط ${kbps(finding.details.averageKbps)}. تأكد من أن سرعة الرفع تتحمل الذرى.`;
      case 'timestampsBack':
        return `رجعت الطوابع الزمنية إلى الوراء ${times(finding.details.times)}. قد يلاحظ المشاهدون قفزات أو تجمّدًا.`;
      case 'gaps':
        return `الفجوات في الفيديو: ${format.count(finding.details.video, gapsIn)}، وفي الصوت: ${format.count(finding.details.audio, gapsIn)}. قد يلاحظ المشاهدون انقطاعات قصيرة.`;
      case 'noGaps':
        return 'وصل كل إطار مرمّز.';
      case 'startsApart':
        return `بدأ الفيديو والصوت بفارق ${format.number(finding.details.ms)} م.ث. قد تشغّلهما بعض الخدمات بلا تزامن.`;
      case 'lengthsDiffer':
        return `يختلف طول الفيديو عن طول الصوت بمقدار ${format.number(finding.details.ms)} م.ث. قد يفقدان التزامن في بث طويل.`;
      case 'inSync':
        return 'كان الفيديو والصوت متزامنين.';
      case 'framesSkipped':
        return `حمل الترميز زائد: تم تخطي ${format.count(finding.details.frames, framesOf)}. اختر دقة أو معدل إطارات أقل.`;
      default:
        return missingCase(finding);
    }
  },
};

function seconds(value: number): string {
  return format.seconds(value * 1000, 2);
}

function kbps(value: number): string {
  return iso(`${format.number(value)} kbps`);
}

interface Rate {
  readonly kbps: number;
  readonly limitKbps: number;
  readonly service: string;
}

function rate(what: string, { kbps: average, limitKbps, service }: Rate): string {
  return `بلغ متوسط معدل بت ${what} ${kbps(average)}. تسمح خدمة ${iso(service)} بما يصل إلى ${kbps(limitKbps)}.${average > limitKbps ? ' اخفض معدل البت في الإعدادات.' : ''}`;
}
