/** What people read of a destination's encryption and of its name. */

export const security = {
  tls: 'TLS',
  notEncrypted: '未加密',
  notEncryptedHint: '未加密：网络上的其他人可以读取推流码。',
  flows: 'RTMFP，未验证服务器',
  flowsHint: 'RTMFP 不验证服务器：网络上的人可以读取推流码。',
  backupNotEncrypted: '备用未加密',
  backupNotEncryptedHint: '使用备用服务器时，网络上的其他人可以读取推流码。',
  backupGetsKey: '使用相同的推流码。',
  backupGetsKeyPlain: '使用相同的推流码，且不加密。',
  backupIsWeaker:
    '主服务器已加密，但此服务器没有：网络上的其他人可以读取推流码。请使用 rtmps://，或在下方允许。',
  allowPlainBackup: '允许此备用服务器不加密',
  allowPlainBackupHint: '网络上的人可能会阻断主服务器，迫使使用备用服务器，从而读取推流码。',
  nameHasInvisible: '名称中有不可见字符，可能会隐藏文本或打乱文本顺序。请重新输入名称。',
};
