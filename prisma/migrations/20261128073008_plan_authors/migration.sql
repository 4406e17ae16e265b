-- AlterTable
ALTER TABLE "work_plans" ADD COLUMN     "changed_by_id" INTEGER,
ADD COLUMN     "replaced" JSONB;

-- Where only one person ever acted for a library, its plans are theirs.
UPDATE "work_plans" p SET "changed_by_id" = m."person_id"
FROM (
  SELECT "library_id", min("person_id") AS "person_id" FROM "library_members"
  GROUP BY "library_id" HAVING count(DISTINCT "person_id") = 1
) AS m
WHERE m."library_id" = p."library_id" AND p."activity" IS NOT NULL;
