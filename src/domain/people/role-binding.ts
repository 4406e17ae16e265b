// What somebody may do: a role, in a region, in a cohort.
export interface RoleBinding {
  role: "trainer" | "admin";
  /** Null: the whole country. */
  regionCode: string | null;
  /** Null: every cohort. */
  cohortId: number | null;
}
