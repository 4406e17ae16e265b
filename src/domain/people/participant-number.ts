// A participant's number, as it stands in lists and files.

export interface NumberedClass {
  provinceCode: string;
  cohortYear: number;
  /** Within the cohort. */
  wave: number;
  classId: number;
}

/** <province>-<two digits of the year><wave>-<class>-<serial in the class>, e.g. 21-241-12-003. */
export function participantNumber({ provinceCode, cohortYear, wave, classId }: NumberedClass, serial: number): string {
  return `${provinceCode}-${String(cohortYear).slice(2)}${wave}-${classId}-${String(serial).padStart(3, "0")}`;
}
