/** How the remote control answers a request that it refuses. */
import { iso } from './format.ts';

export const remote = {
  unknownPath: 'لا يوجد شيء في هذا المسار.',
  wrongMethod: (method: string) => `استخدم ${iso(method)} مع هذا المسار.`,
  wrongHost: (port: number) => `استخدم العنوان ${iso(`http://127.0.0.1:${port}`)}.`,
  fromPage: 'لا تستطيع صفحات الويب استخدام التحكم عن بُعد.',
  tooManyHeaders: (maximum: number) => `الحد الأقصى للترويسات في الطلب هو ${maximum}.`,
  headersTooLarge: (bytes: number) => `الحد الأقصى لحجم الترويسات هو ${bytes} بايت.`,
  tokenMissing: `أرسل الرمز الموجود في إعدادات Upcast بالصيغة ${iso('“Authorization: Bearer …”')}.`,
  bodyTooLarge: (bytes: number) => `الحد الأقصى لحجم المحتوى هو ${bytes} بايت.`,
  badBody: `اترك المحتوى فارغًا. لبدء بث، يمكنك إرسال JSON مثل ${iso('{"isRehearsal": true}')} مع ${iso('Content-Type: application/json')}.`,
  tooManyListeners: (maximum: number) => `الحد الأقصى للتطبيقات المستمعة في الوقت نفسه هو ${maximum}.`,
  tooSlow: 'استغرق وصول الطلب وقتًا طويلًا.',
  notHttp: 'هذا ليس HTTP.',
};
