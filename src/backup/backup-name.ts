// What a backup is called: by when it was made, so that the last in the alphabet is the newest.

export function backupName(madeAt: Date): string {
  return `tindak-lanjut-${madeAt.toISOString().replace(/[-:]|\.\d+/g, "")}.tar.gz`;
}

/** Whatever else lies beside them is nobody's backup. */
export function isBackupName(name: string): boolean {
  return /^tindak-lanjut-\d{8}T\d{6}Z\.tar\.gz$/.test(name);
}
