/** What people read of a destination's encryption and of its name. */

export const security = {
  tls: 'TLS',
  notEncrypted: 'Sem criptografia',
  notEncryptedHint: 'Sem criptografia: outras pessoas na rede podem ler a sua chave de transmissão.',
  flows: 'RTMFP, servidor não verificado',
  flowsHint: 'O RTMFP não verifica o servidor: alguém na rede pode ler a sua chave de transmissão.',
  backupNotEncrypted: 'Reserva sem criptografia',
  backupNotEncryptedHint:
    'Quando o Upcast usa o servidor reserva, outras pessoas na rede podem ler a sua chave de transmissão.',
  backupGetsKey: 'Usa a mesma chave de transmissão.',
  backupGetsKeyPlain: 'Usa a mesma chave de transmissão, sem criptografia.',
  backupIsWeaker:
    'O servidor principal é criptografado, mas este não: outras pessoas na rede podem ler a sua chave de transmissão. Use rtmps:// ou permita abaixo.',
  allowPlainBackup: 'Permitir este reserva sem criptografia',
  allowPlainBackupHint:
    'Alguém na sua rede poderia bloquear o servidor principal, forçar o uso do reserva e ler a sua chave de transmissão.',
  nameHasInvisible:
    'O nome contém um caractere invisível que pode ocultar ou reordenar o texto. Digite o nome de novo.',
};
