/** What goes wrong between this computer and a server: network, TLS, RTMP. */
import type { ErrorDetails } from '../../../errors/app-error.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorText, ErrorTexts } from '../../error-text-types.ts';
import { iso } from '../format.ts';

type NetworkCode = Extract<ErrorCode, `transport/${string}` | `rtmp/${string}`>;

const RTMP = iso('rtmp://');
const RTMPS = iso('rtmps://');

/** `الخادم live.example.com`, after a verb or a preposition. */
function host(details: ErrorDetails, otherwise = 'الخادم'): string {
  return typeof details['host'] === 'string' ? `الخادم ${iso(details['host'])}` : otherwise;
}

/** A network answers in the server's place until its user has signed in. */
const SIGN_IN_PAGE = 'إذا كنت على شبكة Wi-Fi عامة، فافتح أي صفحة في متصفح وسجّل الدخول أولًا.';

const late: ReadonlyMap<unknown, (details: ErrorDetails) => string> = new Map([
  ['dns', (details) => `استغرق البحث عن ${host(details)} وقتًا طويلًا.`],
  ['tcp', (details) => `استغرق الاتصال مع ${host(details)} وقتًا طويلًا.`],
  ['tls', (details) => lateAt(details, 'أثناء تأمين الاتصال')],
  ['handshake', (details) => lateAt(details, 'أثناء مصافحة RTMP')],
  ['connect', (details) => lateAt(details, 'أثناء فتح تطبيق RTMP')],
  ['publish', (details) => lateAt(details, 'بعد أن أرسل Upcast مفتاح البث')],
]);

function lateAt(details: ErrorDetails, when: string): string {
  return `لم يستجب ${host(details)} في الوقت المحدد ${when}.`;
}

function timeout(details: ErrorDetails): ErrorText {
  return {
    title: late.get(details['step'])?.(details) ?? `لم يستجب ${host(details)} في الوقت المحدد.`,
    action: 'تحقق من العنوان ومن شبكتك، أو استخدم الخادم الاحتياطي.',
  };
}

function tlsFailed(details: ErrorDetails): ErrorText {
  const needed = details['neededVersion'];
  if (typeof needed === 'string')
    return {
      title: `لا يدعم ${host(details)} الإصدار ${iso(needed)} أو أحدث.`,
      action:
        needed === 'TLS 1.3'
          ? 'اطلب من مسؤول الخادم تشغيل TLS 1.3، أو اضبط أدنى إصدار TLS في هذه الوجهة على TLS 1.2.'
          : `اطلب من مسؤول الخادم تشغيل ${iso(needed)}. الإصدارات الأقدم غير آمنة.`,
    };
  if (details['isPlain'] === true)
    return {
      title: `استجاب ${host(details)} بلا تشفير.`,
      action: `تأكد من أن المنفذ يدعم RTMPS. ${SIGN_IN_PAGE}`,
    };
  return {
    title: 'تعذّر إنشاء اتصال آمن.',
    action: 'تأكد من أن المنفذ يدعم RTMPS. ثم راجع أدنى إصدار TLS في هذه الوجهة.',
  };
}

function movedElsewhere(details: ErrorDetails): ErrorText {
  const server = typeof details['server'] === 'string' ? `الخادم ${iso(details['server'])}` : 'الخادم';
  const isPrivate = details['isPrivate'] === true;
  const target = typeof details['host'] === 'string' ? iso(details['host']) : 'خادم آخر';
  return {
    title: `يريد ${server} تحويل بثّك إلى ${target}${isPrivate ? '، وهو على شبكة خاصة' : ''}.`,
    action: isPrivate
      ? 'لم يتبع Upcast التحويل لأنه سيرسل مفتاح البث إلى هذا المضيف. اسأل مسؤول الخادم عما إذا كان هذا المضيف صحيحًا. إذا كان كذلك، فأدخل عنوانه في هذه الوجهة.'
      : 'لم يتبع Upcast التحويل لأنه سيرسل مفتاح البث إلى هذا المضيف. إذا كنت تثق فيه، فاختر «السماح بهذا المضيف». وإن لم تكن متأكدًا، فاسأل مسؤول الخادم.',
  };
}

const proxyActions: ReadonlyMap<unknown, string> = new Map([
  ['signIn', 'افتح أي صفحة في متصفح على هذا الكمبيوتر وسجّل الدخول هناك، ثم أعد المحاولة.'],
  ['rules', 'اطلب من مسؤول الوكيل السماح بهذا الخادم والمنفذ، أو اتصل بدون وكيل.'],
  ['server', 'لا يستطيع الوكيل الوصول إلى الخادم. تحقق من عنوان الخادم ومنفذه.'],
  ['otherProtocol', 'تحقق من عنوان الوكيل ومنفذه ونوعه: لا يحل SOCKS5 وHTTP أحدهما محل الآخر.'],
  ['silent', 'تحقق من منفذ الوكيل ونوعه (SOCKS5 أو HTTP)، أو اتصل بدون وكيل.'],
  ['datagrams', 'استخدم RTMPS لهذه الوجهة، أو اتصل بدون وكيل.'],
]);

function proxy(details: ErrorDetails): string {
  return typeof details['host'] === 'string' ? `الوكيل ${iso(details['host'])}` : 'الوكيل';
}

const refusals: ReadonlyMap<unknown, (proxyName: string) => string> = new Map([
  ['silent', (name) => `يقبل ${name} الاتصالات لكنه لا يستجيب.`],
  ['signIn', (name) => `استجاب ${name} بصفحة ويب، وهي على الأرجح صفحة تسجيل دخول.`],
  ['datagrams', (name) => `لا ينقل ${name} بروتوكول RTMFP لأنه يستخدم UDP.`],
]);

function proxyRefused(details: ErrorDetails): ErrorText {
  const name = proxy(details);
  return {
    title: refusals.get(details['reason'])?.(name) ?? `لم يتصل ${name} بالخادم.`,
    action: proxyActions.get(details['reason']) ?? 'تحقق من عنوان الوكيل ونوعه، أو اتصل بدون وكيل.',
  };
}

function proxyLogin(details: ErrorDetails): ErrorText {
  const { hasLogin, otherMethods } = details;
  if (typeof otherMethods === 'string')
    return {
      title: `يتطلب ${proxy(details)} طريقة تسجيل دخول لا يدعمها Upcast${otherMethods === '' ? '' : ` (${iso(otherMethods)})`}.`,
      action:
        'يسجّل Upcast الدخول باسم مستخدم وكلمة مرور. اطلب من مسؤول الوكيل السماح بذلك (مصادقة Basic)، أو اتصل بدون وكيل.',
    };
  return {
    title:
      hasLogin === true
        ? `رفض ${proxy(details)} اسم المستخدم أو كلمة المرور.`
        : `يحتاج ${proxy(details)} إلى اسم مستخدم وكلمة مرور.`,
    action: 'أدخل اسم مستخدم الوكيل وكلمة مروره في هذه الوجهة، أو من «الوكيل» في الإعدادات.',
  };
}

function webPage(details: ErrorDetails, action: string): ErrorText {
  return {
    title: `استجاب ${host(details)} كموقع ويب لا كخادم بث.`,
    action: `${action} ${SIGN_IN_PAGE}`,
  };
}

export const networkErrors: ErrorTexts<NetworkCode> = {
  'transport/host-not-found': (details) => ({
    title: `يتعذّر العثور على ${host(details)}.`,
    action: 'تأكد من خلو عنوان الخادم من أخطاء الكتابة، وتحقق من اتصالك بالإنترنت.',
  }),
  'transport/refused': (details) => ({
    title: `رفض ${host(details)} الاتصال.`,
    action: 'تحقق من المنفذ في العنوان، وتأكد من أن الخادم يعمل.',
  }),
  'transport/unreachable': (details) =>
    details['isLocalNetwork'] === true
      ? {
          title: `يتعذّر الوصول إلى ${host(details)} على شبكتك المحلية.`,
          action:
            'شغّل Upcast من إعدادات النظام > الخصوصية والأمن > الشبكة المحلية. إذا كان مشغّلًا، فتأكد من أن الخادم يعمل.',
        }
      : {
          title: `يتعذّر الوصول إلى ${host(details)} من هذه الشبكة.`,
          action: 'تحقق من الشبكة أو VPN أو جدار الحماية.',
        },
  'transport/timeout': timeout,
  'transport/reset': () => ({
    title: 'أعاد الخادم ضبط الاتصال.',
    action: 'إذا استمر ذلك، فتحقق من مفتاح البث وسرعة الرفع.',
  }),
  'transport/closed': () => ({
    title: 'أغلق الخادم الاتصال.',
    action: 'إذا استمر ذلك، فتحقق من مفتاح البث، وتأكد من أن لا أحد غيرك يبث به.',
  }),
  'transport/stalled': () => ({
    title: 'توقف الخادم عن قبول البيانات.',
    action: 'اخفض معدل البت إذا كان الرفع بطيئًا، أو استخدم الخادم الاحتياطي.',
  }),
  'transport/proxy-refused': proxyRefused,
  'transport/proxy-login': proxyLogin,
  'transport/proxy-unreachable': (details) => ({
    title: `يتعذّر الوصول إلى ${proxy(details)}.`,
    action: 'تأكد من أن الوكيل يعمل وأن عنوانه ومنفذه صحيحان، أو اتصل بدون وكيل.',
  }),
  'transport/tunnel-refused': (details) =>
    details['isWebPage'] === true
      ? webPage(details, `استخدم عنوان ${RTMP} أو ${RTMPS} للخادم.`)
      : {
          title: 'لا يدعم الخادم RTMP عبر HTTP.',
          action: `استخدم عنوان ${RTMP} أو ${RTMPS} للخادم.`,
        },
  'transport/tls-failed': tlsFailed,
  'transport/certificate-expired': () => ({
    title: 'انتهت صلاحية شهادة الخادم.',
    action: 'تحقق من ساعة هذا الكمبيوتر. إذا كانت صحيحة، فعلى مسؤول الخادم تجديد الشهادة.',
  }),
  'transport/certificate-not-yet-valid': () => ({
    title: 'لم تبدأ صلاحية شهادة الخادم بعد.',
    action: 'تحقق من ساعة هذا الكمبيوتر.',
  }),
  'transport/certificate-wrong-host': (details) => ({
    title: `شهادة الخادم ليست للمضيف ${typeof details['host'] === 'string' ? iso(details['host']) : 'المطلوب'}.`,
    action: `استخدم اسم المضيف الذي صدرت له الشهادة. ${SIGN_IN_PAGE}`,
  }),
  'transport/certificate-unknown-authority': ({ isChainMissing }) => ({
    title: 'لا يثق هذا الكمبيوتر في شهادة الخادم.',
    action:
      isChainMissing === true
        ? 'ربما لا يرسل الخادم سلسلة شهاداته كاملة. اطلب من مسؤوله التحقق. لخادمك الخاص، يمكنك إضافة مرجع تصديقه من «الأمان والشبكة» في هذه الوجهة.'
        : `إذا كان خادمك الخاص، فأضف مرجع تصديقه من «الأمان والشبكة» في هذه الوجهة. ${SIGN_IN_PAGE}`,
  }),
  'transport/certificate-pin-mismatch': () => ({
    title: 'لا تطابق شهادة الخادم الشهادة المثبّتة.',
    action: 'إذا كانت للخادم شهادة جديدة، فحدِّث الشهادة المثبّتة في هذه الوجهة.',
  }),
  'rtmp/not-rtmp': (details) =>
    details['isWebPage'] === true
      ? webPage(details, 'تحقق من العنوان والمنفذ.')
      : { title: 'لا يوجد خادم RTMP على هذا العنوان.', action: 'تحقق من العنوان والمنفذ.' },
  'rtmp/wants-encryption': () => ({
    title: 'يشترط الخادم اتصالًا مشفّرًا.',
    action: `استخدم عنوان ${RTMPS} للخادم.`,
  }),
  'rtmp/handshake-failed': () => ({
    title: 'فشلت مصافحة RTMP.',
    action: 'تأكد من أن العنوان لخادم RTMP.',
  }),
  'rtmp/protocol': () => ({
    title: 'أرسل الخادم رسالة RTMP غير صالحة.',
    action: 'اختر خادمًا آخر.',
  }),
  'rtmp/limit': () => ({
    title: 'أرسل الخادم بيانات أكثر من المسموح.',
    action: 'اختر خادمًا آخر.',
  }),
  'rtmp/bad-amf': () => ({
    title: 'أرسل الخادم استجابة لا يستطيع Upcast قراءتها.',
    action: 'اختر خادمًا آخر.',
  }),
  'rtmp/connect-rejected': () => ({
    title: 'رفض الخادم الاتصال.',
    action: 'تحقق من العنوان، وتأكد من أن حسابك مسموح له بالبث.',
  }),
  'rtmp/moved-elsewhere': movedElsewhere,
  'rtmp/unknown-application': () => ({
    title: 'ليس على الخادم تطبيق RTMP بهذا الاسم.',
    action:
      'تحقق من جزء العنوان الذي بعد المضيف، وهو غالبًا «live» أو «app». إذا كان صحيحًا، فربما لا يقبل الخادم إلا تطبيقات بث معينة.',
  }),
  'rtmp/key-refused': () => ({
    title: 'رفض الخادم مفتاح البث.',
    action:
      'انسخ المفتاح من خدمتك مجددًا واحفظه في هذه الوجهة. إذا كان تطبيق أو جهاز آخر يستخدم هذا المفتاح، فأوقفه أولًا.',
  }),
  'rtmp/cut-after-publish': () => ({
    title: 'انقطع الاتصال عند بدء البث.',
    action:
      'أعد المحاولة. إذا استمر ذلك، فانسخ المفتاح من خدمتك واحفظه في هذه الوجهة. إذا كان تطبيق أو جهاز آخر يستخدم هذا المفتاح، فأوقفه أولًا.',
  }),
  'rtmp/name-in-use': () => ({
    title: 'هناك من يبث بهذا المفتاح بالفعل.',
    action: 'أنهِ البث الآخر. إذا انتهى للتو، فانتظر دقيقة حتى يلاحظ الخادم ذلك.',
  }),
  'rtmp/authentication-required': () => ({
    title: 'يشترط الخادم اسم مستخدم وكلمة مرور.',
    action: 'أدخل اسم المستخدم وكلمة المرور في «تسجيل الدخول» في هذه الوجهة.',
  }),
  'rtmp/authentication-failed': () => ({
    title: 'رفض الخادم اسم المستخدم أو كلمة المرور.',
    action: 'أدخل اسم المستخدم وكلمة المرور من جديد في هذه الوجهة.',
  }),
  'rtmp/codec-refused': (details) => ({
    title: `لا يدعم ${host(details)} ${typeof details['codec'] === 'string' ? `الترميز ${iso(details['codec'])}` : 'هذا الترميز'}.`,
    action: 'أنهِ البث واختر مرمّز H.264 في الإعدادات. تدعم كل الخوادم H.264.',
  }),
  'rtmp/server-error': () => ({
    title: 'أبلغ الخادم عن خطأ داخلي.',
    action: 'انتظر لحظة، أو استخدم الخادم الاحتياطي.',
  }),
  'rtmp/server-ended': () => ({
    title: 'أنهى الخادم البث.',
    action: 'راجع لوحة معلومات خدمتك لترى إن كان أحد قد أنهى البث هناك.',
  }),
};
