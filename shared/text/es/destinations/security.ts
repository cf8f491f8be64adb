/** What people read of a destination's encryption and of its name. */

export const security = {
  tls: 'TLS',
  notEncrypted: 'Sin cifrar',
  notEncryptedHint: 'Sin cifrar: otras personas de la red pueden leer tu clave de transmisión.',
  flows: 'RTMFP, servidor no verificado',
  flowsHint: 'RTMFP no verifica el servidor: alguien en la red puede leer tu clave de transmisión.',
  backupNotEncrypted: 'Respaldo sin cifrar',
  backupNotEncryptedHint:
    'Cuando Upcast usa el servidor de respaldo, otras personas de la red pueden leer tu clave de transmisión.',
  backupGetsKey: 'Usa la misma clave de transmisión.',
  backupGetsKeyPlain: 'Usa la misma clave de transmisión, sin cifrado.',
  backupIsWeaker:
    'El servidor principal está cifrado, pero este no: otras personas de la red pueden leer tu clave de transmisión. Usa rtmps:// o permítelo abajo.',
  allowPlainBackup: 'Permitir este respaldo sin cifrado',
  allowPlainBackupHint:
    'Alguien en tu red podría bloquear el servidor principal, forzar el uso del respaldo y leer tu clave de transmisión.',
  nameHasInvisible:
    'El nombre contiene un carácter invisible que puede ocultar o reordenar el texto. Vuelve a escribir el nombre.',
};
