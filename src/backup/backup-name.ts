// What a backup is called: by when it was made, so that the last in the alphabet is the newest.

export function backupName(madeAt: Date): string {
  return `tindak-lanjut-${madeAt.toISOString().replace(/[-:]|\.\d+/g, "")}.tar.gz`;
}

const NAME = /^tindak-lanjut-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.tar\.gz$/;

/** Whatever else lies beside them is nobody's backup. */
export function isBackupName(name: string): boolean {
  return NAME.test(name);
}

/** To the second. Null: no backup has this name. A copy has another time on its disk, and the same name. */
export function madeAt(name: string): Date | null {
  const [whole, year, month, day, hour, minute, second] = NAME.exec(name) ?? [];
  return whole === undefined ? null : new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
