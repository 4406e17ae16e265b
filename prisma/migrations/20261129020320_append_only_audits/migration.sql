-- AlterTable
ALTER TABLE "audits" ADD COLUMN     "about" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "cohort_id" INTEGER,
ADD COLUMN     "province_code" TEXT,
ADD COLUMN     "regency_code" TEXT;

-- CreateIndex
CREATE INDEX "audits_subject_idx" ON "audits"("subject");

-- CreateIndex
CREATE INDEX "audits_action_id_idx" ON "audits"("action", "id");

-- CreateIndex
CREATE INDEX "audits_province_code_id_idx" ON "audits"("province_code", "id");

-- CreateIndex
CREATE INDEX "audits_regency_code_id_idx" ON "audits"("regency_code", "id");

-- CreateIndex
CREATE INDEX "audits_about_idx" ON "audits" USING GIN ("about");

-- Lines of before: what they are about; where that lay is not known any more, so admins of the whole country alone read them.
UPDATE "audits" SET "about" = ARRAY["subject"] || CASE WHEN jsonb_typeof("details" -> 'shown') = 'array'
  THEN ARRAY(SELECT jsonb_array_elements_text("details" -> 'shown')) ELSE ARRAY[]::text[] END;

-- No line is changed or deleted, but for what the transaction asked for by name (src/storage/own-data/audit-leave.ts):
--   older:<instant>    lines from before this instant may be deleted, because their time is over;
--   practice:<cohort>  lines about what somebody practises on may be deleted, never those stamped with another cohort;
--   blank              details and purpose may be emptied, and nothing else changed, because somebody is forgotten.
CREATE FUNCTION "keep_audits"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "leave" TEXT := coalesce(current_setting('audits.leave', true), '');
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    IF NOT EXISTS (SELECT 1 FROM "audits") THEN RETURN NULL; END IF;
  ELSIF TG_OP = 'DELETE' AND "leave" LIKE 'older:%' THEN
    IF OLD."at" < substr("leave", 7)::timestamp THEN RETURN OLD; END IF;
  ELSIF TG_OP = 'DELETE' AND "leave" LIKE 'practice:%' THEN
    IF coalesce(OLD."cohort_id", substr("leave", 10)::int) = substr("leave", 10)::int
      AND EXISTS (SELECT 1 FROM "cohorts" WHERE "id" = substr("leave", 10)::int AND "practice_of" <> 0) THEN RETURN OLD; END IF;
  ELSIF TG_OP = 'UPDATE' AND "leave" = 'blank' THEN
    IF (NEW."details" IS NULL OR NEW."details" = OLD."details") AND (NEW."purpose" IS NULL OR NEW."purpose" = OLD."purpose")
      AND to_jsonb(NEW) - 'details' - 'purpose' = to_jsonb(OLD) - 'details' - 'purpose' THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'The account of who did what is append-only: no % of audits.', TG_OP;
END
$$;

CREATE TRIGGER "audits_append_only" BEFORE UPDATE OR DELETE ON "audits" FOR EACH ROW EXECUTE FUNCTION "keep_audits"();
CREATE TRIGGER "audits_no_truncate" BEFORE TRUNCATE ON "audits" FOR EACH STATEMENT EXECUTE FUNCTION "keep_audits"();
