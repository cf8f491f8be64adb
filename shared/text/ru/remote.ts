/** How the remote control answers a request that it refuses. */
export const remote = {
  unknownPath: 'По этому пути ничего нет.',
  wrongMethod: (method: string) => `Для этого пути используйте ${method}.`,
  wrongHost: (port: number) => `Используйте адрес http://127.0.0.1:${port}.`,
  fromPage: 'Веб-страницам удалённое управление недоступно.',
  tooManyHeaders: (maximum: number) => `Слишком много заголовков в запросе. Максимум: ${maximum}.`,
  headersTooLarge: (bytes: number) => `Заголовки слишком велики. Максимум в байтах: ${bytes}.`,
  tokenMissing: 'Передайте токен из настроек Upcast как «Authorization: Bearer …».',
  bodyTooLarge: (bytes: number) => `Тело запроса слишком велико. Максимум в байтах: ${bytes}.`,
  badBody:
    'Оставьте тело запроса пустым. Чтобы начать трансляцию, можно отправить JSON, например {"isRehearsal": true}, с Content-Type: application/json.',
  tooManyListeners: (maximum: number) => `Слишком много подключённых приложений. Максимум: ${maximum}.`,
  tooSlow: 'Запрос передавался слишком долго.',
  notHttp: 'Это не HTTP.',
};
