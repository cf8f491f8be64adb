/** Why an address, a paste, or a file with destinations can't be used. Each also stands after a colon, so none is a whole sentence. */
import { endSentence } from '../../end-sentence.ts';
import { format, forms, iso } from '../format.ts';

const RTMP = iso('rtmp://');
const RTMPS = iso('rtmps://');
const HTTP = iso('http://');
const SOCKS5 = iso('socks5://');
const PASSWORD_FILE = iso('--proxy-password-file');

const linesOf = forms('سطر', 'سطرين', 'أسطر', 'سطرًا', 'سطر');
const outputsOf = forms('وجهة', 'وجهتين', 'وجهات', 'وجهة', 'وجهة');
const addressesOf = forms('عنوان', 'عنوانين', 'عناوين', 'عنوانًا', 'عنوان');

const askForRtmp = (protocol: string) =>
  `لا يدعم Upcast بروتوكول ${iso(protocol)}؛ اطلب من خدمتك عنوان ${RTMP} أو ${RTMPS}`;
const insecure = (protocol: string) =>
  `بروتوكول ${iso(protocol)} غير آمن ولم يعد مستخدمًا؛ اطلب من خدمتك عنوان ${RTMPS}`;

export const addresses = {
  askForRtmp,
  insecure,
  webPage: `هذه صفحة ويب؛ يبدأ عنوان الخادم بـ ${RTMP} أو ${RTMPS}`,
  empty: 'أدخل عنوان خادم',
  hasSpace: 'يحتوي عنوان الخادم على مسافة أو فاصل أسطر',
  badScheme: `ابدأ عنوان الخادم بـ ${RTMP} أو ${RTMPS}`,
  hashBehindHost: `أزل العلامة «${iso('#')}» بعد المضيف في عنوان الخادم`,
  noApplication: `يحتاج عنوان الخادم إلى تطبيق في نهايته، مثل ${iso('/live')}`,
  unreadableHost: 'لا يستطيع Upcast قراءة المضيف في عنوان الخادم؛ إذا كان عنوان IPv6 فضعه بين قوسين مربعين',
  noHost: (scheme: string) => `لا يوجد مضيف في عنوان الخادم بعد ${iso(`${scheme}://`)}`,
  badPassword: `تحتوي كلمة المرور على «${iso('#')}» أو «${iso('/')}» أو «${iso('?')}»؛ استخدم حقلي اسم المستخدم وكلمة المرور، أو اكتب بدلًا منها «${iso('%23')}» أو «${iso('%2F')}» أو «${iso('%3F')}»`,
  badPort: 'يجب أن يكون المنفذ في عنوان الخادم من 1 إلى 65535',
  badIpv6: 'عنوان IPv6 في عنوان الخادم غير صالح',
  badHost: 'اسم المضيف في عنوان الخادم غير صالح',
  longHost: 'اسم المضيف في عنوان الخادم طويل جدًا',
  longApplication: 'اسم التطبيق في العنوان أطول من أن يُرسل',
  longKey: 'مفتاح البث أطول من أن يُرسل',
  badKey: 'يحتوي مفتاح البث على فاصل أسطر أو حرف تحكم',

  longPaste: 'ما لصقته أطول من أن يكون عنوانًا',
  twoServices: 'فيما لصقته خوادم من خدمتين؛ الصق خدمة واحدة في كل مرة',
  tooManyServers: 'فيما لصقته أكثر من عنواني خادم؛ الصق خادمًا وخادمه الاحتياطي فقط',
  unknownLabel: 'في أحد الأسطر تسمية غير معروفة؛ الصق الخادم والمفتاح كلًا في حقله',
  moreThanServerAndKey: 'ما لصقته أكثر من خادم ومفتاح؛ الصق كلًا منهما في حقله',
  numericKey: 'مفتاح البث ليس بين علامتي اقتباس، فقد تكون بعض أرقامه خاطئة؛ الصقه في حقله',

  notObsService: 'هذا ليس ملف خدمة من OBS',
  obsNotRtmp: 'لا تستخدم خدمة OBS هذه RTMP، ولا يدعم Upcast إلا RTMP',
  obsAutoServer: 'يختار OBS هذا الخادم تلقائيًا، فلا يتضمنه الملف؛ أدخل الخادم بنفسك',
  noOutputs: (plugin: string, problem = '') =>
    `لا توجد في ملف ${iso(plugin)} وجهات يستطيع Upcast استيرادها${problem === '' ? '' : `. ${problem}`}`,
  obsSettings: 'لا يحتوي ملف تعريف OBS هذا على خادم؛ استورد service.json من المجلد نفسه',
  longValue: 'إحدى قيمه طويلة جدًا',
  output: (number: number) => `الوجهة ${format.number(number)}`,
  problemOf: (name: string, problem: string) => endSentence(`${iso(name)}: ${problem}`),
  problemOfLine: (line: number, problem: string) => endSentence(`السطر ${format.number(line)}: ${problem}`),
  unreadable: 'غير مقروء',
  onlyFirstOutputs: (count: number) => `لم يقرأ Upcast إلا أول ${format.count(count, outputsOf)}.`,
  onlyFirstLines: (count: number) => `لم يقرأ Upcast إلا أول ${format.count(count, linesOf)}.`,
  onlyFirstAddresses: (count: number) => `لم يقرأ Upcast إلا أول ${format.count(count, addressesOf)}.`,
  longLine: 'أطول من أن يكون عنوانًا',
  partOfJson: 'جزء من ملف JSON غير مكتمل',
  badName: 'لا يستطيع Upcast استخدام النص الذي قبل العنوان اسمًا',
  firstOfTwo: 'استخدم Upcast العنوان الأول فقط من عنوانين',
  otherProtocol: 'لا يستخدم RTMP',
  noServer: 'لا يوجد عنوان خادم',

  nginxControl: 'تحتوي إحدى قيم nginx على حرف تحكم',
  nginxLong: 'إحدى القيم أطول مما يقبله nginx',
  nginxDollar: `لا يمكن أن تحتوي مسارات nginx على «${iso('$')}»؛ أعد تسمية الملف أو المجلد`,

  proxyTls: `لا يدعم Upcast اتصال TLS بالوكيل؛ استخدم عنوانه الذي يبدأ بـ ${HTTP} أو ${SOCKS5}`,
  proxySocks4: `لا يدعم Upcast بروتوكول SOCKS4؛ استخدم وكيلًا يبدأ عنوانه بـ ${SOCKS5} أو ${HTTP}`,
  proxyScheme: `يجب أن يبدأ عنوان الوكيل بـ ${SOCKS5} أو ${HTTP}`,
  proxyUnreadable: `لا يستطيع Upcast قراءة عنوان الوكيل؛ اكتبه على هذا النحو: ${iso('socks5://proxy.example.com:1080')}`,
  proxySystemType: 'وكيل النظام ليس HTTP ولا SOCKS5؛ اختر وكيلًا آخر أو اتصالًا مباشرًا لهذه الوجهة',
  proxyPort: 'يجب أن يكون منفذ الوكيل من 1 إلى 65535',
  proxyPasswordNeedsProxy: `يحتاج ${PASSWORD_FILE} إلى ${iso('--proxy URL')} يتضمن اسم مستخدم`,
  proxyPasswordNeedsUsername: `مع ${PASSWORD_FILE}، يجب أن يتضمن ${iso('--proxy')} اسم مستخدم بلا كلمة مرور، مثل ${iso('socks5://user@host:1080')}`,
  proxyPasswordReadable: `يستطيع كل مستخدمي هذا الكمبيوتر قراءة كلمة المرور في ${iso('--proxy')}؛ استخدم ${iso('--proxy-password-file FILE')}، أو أضف ${iso('--key-in-arguments')}`,
  inEnvironment: (name: string, reason: string) => `متغير البيئة ${iso(name)}: ${reason}`,
  proxyCredentials: 'اسم مستخدم الوكيل أو كلمة مروره طويل جدًا؛ الحد الأقصى لكل منهما 255 بايت',
};
