/** What people read of a destination's encryption and of its name. */

export const security = {
  tls: 'TLS',
  notEncrypted: '暗号化なし',
  notEncryptedHint: '暗号化されません: ネットワーク上の第三者がストリームキーを読み取れます。',
  flows: 'RTMFP、サーバー未検証',
  flowsHint: 'RTMFPではサーバーが検証されません: ネットワーク上の第三者がストリームキーを読み取れます。',
  backupNotEncrypted: 'バックアップ暗号化なし',
  backupNotEncryptedHint:
    'バックアップサーバーの使用中は、ネットワーク上の第三者がストリームキーを読み取れます。',
  backupGetsKey: '同じストリームキーを使います。',
  backupGetsKeyPlain: '同じストリームキーを暗号化なしで使います。',
  backupIsWeaker:
    'プライマリサーバーは暗号化されますが、このサーバーは暗号化されません: ネットワーク上の第三者がストリームキーを読み取れます。rtmps://を使うか、下で許可してください。',
  allowPlainBackup: 'このバックアップを暗号化なしで許可',
  allowPlainBackupHint:
    'ネットワーク上の第三者がプライマリサーバーを遮断してバックアップを使わせ、ストリームキーを読み取る可能性があります。',
  nameHasInvisible:
    '名前に、文字を隠したり並び順を変えたりする見えない文字が含まれています。名前を入力し直してください。',
};
