/**
 * What services' pages write beside a server, a key, a user name or a password: English, German, French, Spanish, Portuguese,
 * Italian, Dutch, Polish, Russian, Ukrainian, Turkish, Arabic, Hindi, Japanese, Korean and Chinese. Data alone: `read-label.ts`
 * compares a text with these after folding case, width, signs and words such as "your".
 */

export type LabelKind = 'server' | 'key' | 'username' | 'password' | 'application';

function list(texts: string): readonly string[] {
  return texts.split(/[|\n]/).flatMap((text) => (text.trim() === '' ? [] : [text.trim()]));
}

/** Each text stands for itself with any adjective of `adjectives` around it. */
export const labels: Readonly<Record<LabelKind, readonly string[]>> = {
  server: list(`
    server | server url | server address | address | url | stream url | streaming url | rtmp | rtmps |
    rtmp url | rtmps url | rtmp server | rtmps server | rtmp address | rtmps address | rtmp server url |
    rtmps server url | ingest | ingest url | ingest server | ingest endpoint | ingestion address |
    ingestion url | endpoint | endpoint url | publish url | publishing url | push url | host | target |
    rtmps ingestion address | ingest point | entry point | publishing point | rtmp endpoint | rtmps endpoint |
    rtmp ingest | rtmps ingest | rtmp ingest url | rtmps ingest url | rtmp push url | rtmp stream url |
    serveradresse | serverurl | stream adresse | serveur | url du serveur | adresse du serveur |
    url de diffusion | url du flux | url de streaming | url de stream | servidor | url del servidor |
    dirección del servidor | url de transmisión | url de la transmisión | url de emisión | url do servidor |
    endereço do servidor | url de transmissão | url da transmissão | url di streaming | url dello stream |
    indirizzo del server | url server | serveradres | stream url adres | serwer | adres serwera |
    adres url serwera | url serwera | adres url strumienia | сервер | адрес сервера | url сервера |
    url адрес сервера | адрес | url потока | url трансляции | адреса сервера | url адреса сервера | sunucu |
    sunucu url | sunucu adresi | sunucu urlsi | yayın url | الخادم | خادم | عنوان الخادم | رابط الخادم |
    عنوان url للخادم | رابط البث | عنوان url للبث | सर्वर | सर्वर url | स्ट्रीम url | サーバー | サーバ | サーバーurl |
    サーバー url | サーバーのurl | 配信url | 配信サーバー | ストリームurl | ストリーム url | rtmpサーバー | rtmp url | 서버 | 서버 url | 서버 주소 |
    스트림 url | 방송 서버 | 服务器 | 服务器地址 | 服务器url | 推流地址 | 推流url | 推流服务器 | rtmp地址 | rtmp推流地址 | 直播地址 | 串流地址 | 接入地址 |
    伺服器 | 伺服器網址 | 伺服器地址 | 伺服器url | 串流網址 | 串流伺服器 | 推流網址
  `),
  key: list(`
    key | stream key | streamkey | stream name | streamname | name key | stream name key | stream id |
    stream key name | streaming key | broadcast key | publish key | publishing key | secret key | playpath |
    play path | live key | stream token | encoder key | channel key | ingest key | rtmp key | rtmps key |
    stream schlüssel | streamschlüssel | streaming schlüssel | schlüssel | streamname schlüssel | clé | clef |
    clé de stream | clé de flux | clé de diffusion | clé de streaming | clé du flux | clé secrète |
    nom du flux | clave | clave de transmisión | clave de la transmisión | clave de retransmisión |
    clave de stream | clave de emisión | clave del stream | clave de streaming | nombre de la transmisión |
    chave | chave de transmissão | chave da transmissão | chave de stream | chave do stream |
    chave de streaming | chiave | chiave di streaming | chiave dello stream | chiave stream | streamsleutel |
    stream sleutel | sleutel | klucz | klucz strumienia | klucz transmisji | klucz streamu | ключ |
    ключ потока | ключ трансляции | ключ стрима | ключ потоковой передачи | ключ эфира | ключ потоку |
    ключ трансляції | anahtar | yayın anahtarı | akış anahtarı | مفتاح البث | مفتاح | مفتاح الدفق |
    स्ट्रीम कुंजी | स्ट्रीम की | कुंजी | ストリームキー | ストリーム キー | 配信キー | ストリーム名 | キー | 스트림 키 | 스트림키 | 방송 키 | 키 |
    密钥 | 串流密钥 | 推流密钥 | 流密钥 | 直播密钥 | 直播码 | 推流码 | 串流码 | 流名称 | 流名 | 金鑰 | 串流金鑰 | 串流金鑰名稱 | 密鑰 | 串流密鑰 | 推流碼 | 直播碼
  `),
  username: list(`
    username | user name | user | login | login name | account | benutzername | benutzer | nutzername |
    utilisateur | nom d utilisateur | identifiant | usuario | nombre de usuario | usuário | nome de usuário |
    utilizador | nome utente | utente | gebruikersnaam | gebruiker | nazwa użytkownika | użytkownik |
    имя пользователя | пользователь | логин | ім я користувача | користувач | логін | kullanıcı adı |
    kullanıcı | اسم المستخدم | उपयोगकर्ता नाम | ユーザー名 | ユーザ名 | 사용자 이름 | 사용자명 | 用户名 | 用戶名 | 使用者名稱 | 帳號 | 账号
  `),
  password: list(`
    password | pass | passphrase | passwort | kennwort | mot de passe | contraseña | senha | palavra passe |
    wachtwoord | hasło | пароль | şifre | parola | كلمة المرور | كلمة السر | पासवर्ड | パスワード | 비밀번호 | 암호 |
    密码 | 密碼 | 口令
  `),
  application: list(`
    application | application name | app | app name | anwendung | aplicación | приложение | アプリ名 | 应用名
  `),
};

/** Words beside a label that change nothing about what it names. */
export const adjectives: readonly string[] = list(`
  your | my | the | this | primary | main | copy | paste | enter | default | secure | custom | live | obs |
  encoder | rtmp | rtmps | youtube | twitch | facebook | kick | instagram | tiktok | ihr | dein | votre |
  tu | su | seu | sua | ваш | основной | primäre | primärer | principal | principale | 主 | 主要
`);

/** Words that make a server the backup server, and a key the backup's. */
export const backupWords: readonly string[] = list(`
  backup | back up | secondary | fallback | failover | alternate | alternative | redundant | ersatz |
  sicherung | secours | sauvegarde | respaldo | reserva | secundario | secundário | di riserva | reserve |
  zapasowy | резервный | резервного | запасной | резервний | yedek | الاحتياطي | احتياطي | バックアップ | 予備 |
  백업 | 备用 | 備用 | 备份 | 備份
`);

/** What pages show in place of a value that is not there. */
export const emptyValues: readonly string[] = list(`
  empty | none | no key | leave empty | leave blank | blank | not set | not required | n a | leer | keiner |
  vide | aucune | vacío | vacio | ninguna | vazio | nenhuma | vuoto | nessuna | leeg | puste | brak |
  пусто | нет | порожньо | boş | yok | فارغ | खाली | なし | 空 | 空欄 | 없음 | 无 | 無 | 空白
`);

/** Buttons that are copied along with a value. */
export const buttonWords: readonly string[] = list(`
  copy | copied | copy link | copy key | copy url | show | hide | reveal | reset | edit | regenerate |
  view | kopieren | anzeigen | zurücksetzen | copier | afficher | réinitialiser | copiar | mostrar |
  restablecer | redefinir | copia | mostra | kopiëren | tonen | kopiuj | pokaż | копировать | показать |
  сбросить | копіювати | kopyala | göster | نسخ | إظهار | कॉपी करें | コピー | 表示 | リセット | 복사 | 표시 | 재설정 | 复制 |
  複製 | 显示 | 顯示 | 重置 | 重設
`);
