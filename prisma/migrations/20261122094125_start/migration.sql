-- CreateEnum
CREATE TYPE "PlaceLevel" AS ENUM ('province', 'regency', 'district', 'village');

-- CreateEnum
CREATE TYPE "SessionMode" AS ENUM ('in_person', 'online');

-- CreateEnum
CREATE TYPE "AttendanceAnswer" AS ENUM ('present', 'absent', 'late');

-- CreateEnum
CREATE TYPE "Language" AS ENUM ('id', 'en');

-- CreateEnum
CREATE TYPE "UnreachableCause" AS ENUM ('blocked', 'gone');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('trainer', 'admin');

-- CreateEnum
CREATE TYPE "ParticipantKind" AS ENUM ('desa', 'kelurahan', 'tbm', 'regency_office', 'province_office');

-- CreateEnum
CREATE TYPE "PlanType" AS ENUM ('information_services', 'community_engagement', 'advocacy');

-- CreateEnum
CREATE TYPE "PlanState" AS ENUM ('unwritten', 'none_yet', 'not_started', 'in_progress', 'stuck', 'done');

-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('photo', 'document');

-- CreateEnum
CREATE TYPE "FollowUpReason" AS ENUM ('overdue', 'stuck', 'help');

-- CreateEnum
CREATE TYPE "FollowUpResolution" AS ENUM ('reported', 'contacted', 'extended', 'noted');

-- CreateEnum
CREATE TYPE "AnnouncementState" AS ENUM ('sending', 'paused', 'cancelled');

-- CreateEnum
CREATE TYPE "InboxState" AS ENUM ('waiting', 'claimed', 'done', 'parked');

-- CreateEnum
CREATE TYPE "OutboxState" AS ENUM ('waiting', 'claimed', 'sent', 'unknown', 'dead', 'expired', 'cancelled');

-- CreateTable
CREATE TABLE "places" (
    "code" TEXT NOT NULL,
    "level" "PlaceLevel" NOT NULL,
    "parent_code" TEXT,
    "name" TEXT NOT NULL,
    "search_name" TEXT NOT NULL,

    CONSTRAINT "places_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "cohorts" (
    "id" SERIAL NOT NULL,
    "year" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "cohorts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waves" (
    "id" SERIAL NOT NULL,
    "cohort_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,

    CONSTRAINT "waves_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_classes" (
    "id" SERIAL NOT NULL,
    "wave_id" INTEGER NOT NULL,
    "province_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "venue" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "plans_due_on" DATE NOT NULL,
    "join_token" TEXT NOT NULL,
    "join_token_expires_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "training_classes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_sessions" (
    "id" SERIAL NOT NULL,
    "class_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "starts_at" TIMESTAMP(3) NOT NULL,
    "ends_at" TIMESTAMP(3) NOT NULL,
    "mode" "SessionMode" NOT NULL DEFAULT 'in_person',
    "place" TEXT NOT NULL,
    "cancelled_at" TIMESTAMP(3),
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "training_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "session_id" INTEGER NOT NULL,
    "participant_id" INTEGER NOT NULL,
    "answer" "AttendanceAnswer" NOT NULL,
    "answered_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("session_id","participant_id")
);

-- CreateTable
CREATE TABLE "people" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "phone" TEXT,
    "language" "Language" NOT NULL DEFAULT 'id',
    "zone" TEXT,
    "telegram_id" BIGINT,
    "unreachable_since" TIMESTAMP(3),
    "unreachable_cause" "UnreachableCause",
    "opted_out" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMP(3) NOT NULL,
    "erased_at" TIMESTAMP(3),

    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_bindings" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "telegram_id" BIGINT NOT NULL,
    "bound_at" TIMESTAMP(3) NOT NULL,
    "unbound_at" TIMESTAMP(3),

    CONSTRAINT "account_bindings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_bindings" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "role" "Role" NOT NULL,
    "region_code" TEXT,
    "cohort_id" INTEGER,
    "granted_at" TIMESTAMP(3) NOT NULL,
    "revoked_at" TIMESTAMP(3),

    CONSTRAINT "role_bindings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "token" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "used_at" TIMESTAMP(3),
    "revoked_at" TIMESTAMP(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("token")
);

-- CreateTable
CREATE TABLE "consent_receipts" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "notice_version" TEXT NOT NULL,
    "given_at" TIMESTAMP(3) NOT NULL,
    "update_id" BIGINT NOT NULL,
    "withdrawn_at" TIMESTAMP(3),

    CONSTRAINT "consent_receipts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "libraries" (
    "id" SERIAL NOT NULL,
    "kind" "ParticipantKind" NOT NULL,
    "name" TEXT NOT NULL,
    "place_code" TEXT NOT NULL,

    CONSTRAINT "libraries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "library_members" (
    "id" SERIAL NOT NULL,
    "library_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "from_at" TIMESTAMP(3) NOT NULL,
    "until_at" TIMESTAMP(3),

    CONSTRAINT "library_members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roster_rows" (
    "id" SERIAL NOT NULL,
    "class_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "kind" "ParticipantKind" NOT NULL,
    "library_name" TEXT,
    "place_code" TEXT,
    "participant_id" INTEGER,

    CONSTRAINT "roster_rows_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participants" (
    "id" SERIAL NOT NULL,
    "number" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "class_id" INTEGER NOT NULL,
    "library_id" INTEGER,
    "kind" "ParticipantKind" NOT NULL,
    "joined_at" TIMESTAMP(3) NOT NULL,
    "left_at" TIMESTAMP(3),

    CONSTRAINT "participants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "class_trainers" (
    "class_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,

    CONSTRAINT "class_trainers_pkey" PRIMARY KEY ("class_id","person_id")
);

-- CreateTable
CREATE TABLE "work_plans" (
    "id" SERIAL NOT NULL,
    "library_id" INTEGER NOT NULL,
    "cohort_id" INTEGER NOT NULL,
    "class_id" INTEGER NOT NULL,
    "type" "PlanType" NOT NULL,
    "state" "PlanState" NOT NULL DEFAULT 'unwritten',
    "activity" TEXT,
    "target_on" DATE,
    "measure" TEXT,
    "partner" TEXT,
    "written_at" TIMESTAMP(3),
    "due_on" DATE NOT NULL,
    "last_report_at" TIMESTAMP(3),

    CONSTRAINT "work_plans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deadline_extensions" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "until" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "update_id" BIGINT,

    CONSTRAINT "deadline_extensions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "progress_reports" (
    "id" SERIAL NOT NULL,
    "number" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "plan_id" INTEGER NOT NULL,
    "participant_id" INTEGER,
    "author_id" INTEGER NOT NULL,
    "on_behalf" BOOLEAN NOT NULL DEFAULT false,
    "state" "PlanState" NOT NULL,
    "obstacle" TEXT,
    "next_step" TEXT,
    "story" TEXT,
    "reported_at" TIMESTAMP(3) NOT NULL,
    "reviewed_at" TIMESTAMP(3),
    "update_id" BIGINT NOT NULL,

    CONSTRAINT "progress_reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_answers" (
    "report_id" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "amount" INTEGER,
    "text" TEXT,
    "choices" TEXT[],
    "day" DATE,

    CONSTRAINT "report_answers_pkey" PRIMARY KEY ("report_id","question")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "report_id" INTEGER,
    "kind" "EvidenceKind" NOT NULL,
    "file_id" TEXT NOT NULL,
    "file_unique_id" TEXT NOT NULL,
    "album_id" TEXT,
    "caption" TEXT,
    "mime_type" TEXT,
    "byte_size" INTEGER,
    "stored_as" TEXT,
    "received_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "follow_ups" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "trainer_id" INTEGER,
    "reason" "FollowUpReason" NOT NULL,
    "due_on" DATE NOT NULL,
    "raised_at" TIMESTAMP(3) NOT NULL,
    "alerted_at" TIMESTAMP(3),
    "rest_until" DATE,
    "resolved_at" TIMESTAMP(3),
    "resolution" "FollowUpResolution",
    "resolved_by_id" INTEGER,
    "note" TEXT,

    CONSTRAINT "follow_ups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "daily_summaries" (
    "id" SERIAL NOT NULL,
    "trainer_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "from_at" TIMESTAMP(3) NOT NULL,
    "to_at" TIMESTAMP(3) NOT NULL,
    "sent" BOOLEAN NOT NULL,

    CONSTRAINT "daily_summaries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcements" (
    "id" SERIAL NOT NULL,
    "author_id" INTEGER NOT NULL,
    "draft_id" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "audience" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "state" "AnnouncementState" NOT NULL DEFAULT 'sending',
    "created_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "announcements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcement_recipients" (
    "id" SERIAL NOT NULL,
    "announcement_id" INTEGER NOT NULL,
    "person_id" INTEGER,
    "roster_row_id" INTEGER,
    "skipped" TEXT,

    CONSTRAINT "announcement_recipients_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox" (
    "update_id" BIGINT NOT NULL,
    "arrival" BIGSERIAL NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "payload" JSONB,
    "state" "InboxState" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimed_by" TEXT,
    "lease_until" TIMESTAMP(3),
    "received_at" TIMESTAMP(3) NOT NULL,
    "settled_at" TIMESTAMP(3),
    "cause" TEXT,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("update_id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "person_id" INTEGER,
    "subjects" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "message" JSONB,
    "announcement_id" INTEGER,
    "variables" JSONB,
    "due_at" TIMESTAMP(3) NOT NULL,
    "not_after" TIMESTAMP(3),
    "state" "OutboxState" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "fence" INTEGER NOT NULL DEFAULT 0,
    "claimed_by" TEXT,
    "lease_until" TIMESTAMP(3),
    "settled_at" TIMESTAMP(3),
    "telegram_message_id" BIGINT,
    "cause" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lane_blocks" (
    "lane" TEXT NOT NULL,
    "blocked_until" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "lane_blocks_pkey" PRIMARY KEY ("lane")
);

-- CreateTable
CREATE TABLE "drafts" (
    "id" SERIAL NOT NULL,
    "telegram_id" BIGINT NOT NULL,
    "form" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "answers" JSONB NOT NULL,
    "editing" TEXT,
    "result" JSONB,
    "last_update_id" BIGINT,
    "created_at" TIMESTAMP(3) NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation_states" (
    "key" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "conversation_states_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audits" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "actor_id" INTEGER,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "details" JSONB,
    "purpose" TEXT,

    CONSTRAINT "audits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "counters" (
    "name" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "counters_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "places_parent_code_idx" ON "places"("parent_code");

-- CreateIndex
CREATE INDEX "places_level_search_name_idx" ON "places"("level", "search_name");

-- CreateIndex
CREATE UNIQUE INDEX "cohorts_year_key" ON "cohorts"("year");

-- CreateIndex
CREATE UNIQUE INDEX "waves_cohort_id_number_key" ON "waves"("cohort_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "training_classes_join_token_key" ON "training_classes"("join_token");

-- CreateIndex
CREATE INDEX "training_classes_wave_id_idx" ON "training_classes"("wave_id");

-- CreateIndex
CREATE INDEX "training_classes_province_code_idx" ON "training_classes"("province_code");

-- CreateIndex
CREATE INDEX "training_classes_starts_on_idx" ON "training_classes"("starts_on");

-- CreateIndex
CREATE INDEX "training_sessions_class_id_starts_at_idx" ON "training_sessions"("class_id", "starts_at");

-- CreateIndex
CREATE INDEX "training_sessions_starts_at_idx" ON "training_sessions"("starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "people_telegram_id_key" ON "people"("telegram_id");

-- CreateIndex
CREATE INDEX "people_phone_idx" ON "people"("phone");

-- CreateIndex
CREATE INDEX "account_bindings_person_id_idx" ON "account_bindings"("person_id");

-- CreateIndex
CREATE INDEX "account_bindings_telegram_id_idx" ON "account_bindings"("telegram_id");

-- CreateIndex
CREATE INDEX "role_bindings_person_id_idx" ON "role_bindings"("person_id");

-- CreateIndex
CREATE INDEX "invitations_person_id_idx" ON "invitations"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "consent_receipts_person_id_notice_version_key" ON "consent_receipts"("person_id", "notice_version");

-- CreateIndex
CREATE UNIQUE INDEX "libraries_place_code_kind_name_key" ON "libraries"("place_code", "kind", "name");

-- CreateIndex
CREATE INDEX "library_members_person_id_idx" ON "library_members"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "library_members_library_id_person_id_from_at_key" ON "library_members"("library_id", "person_id", "from_at");

-- CreateIndex
CREATE UNIQUE INDEX "roster_rows_participant_id_key" ON "roster_rows"("participant_id");

-- CreateIndex
CREATE INDEX "roster_rows_class_id_idx" ON "roster_rows"("class_id");

-- CreateIndex
CREATE INDEX "roster_rows_phone_idx" ON "roster_rows"("phone");

-- CreateIndex
CREATE UNIQUE INDEX "participants_number_key" ON "participants"("number");

-- CreateIndex
CREATE INDEX "participants_class_id_idx" ON "participants"("class_id");

-- CreateIndex
CREATE INDEX "participants_library_id_idx" ON "participants"("library_id");

-- CreateIndex
CREATE UNIQUE INDEX "participants_person_id_class_id_key" ON "participants"("person_id", "class_id");

-- CreateIndex
CREATE INDEX "class_trainers_person_id_idx" ON "class_trainers"("person_id");

-- CreateIndex
CREATE INDEX "work_plans_class_id_idx" ON "work_plans"("class_id");

-- CreateIndex
CREATE INDEX "work_plans_due_on_state_idx" ON "work_plans"("due_on", "state");

-- CreateIndex
CREATE UNIQUE INDEX "work_plans_library_id_cohort_id_type_key" ON "work_plans"("library_id", "cohort_id", "type");

-- CreateIndex
CREATE UNIQUE INDEX "deadline_extensions_plan_id_update_id_key" ON "deadline_extensions"("plan_id", "update_id");

-- CreateIndex
CREATE INDEX "progress_reports_plan_id_reported_at_idx" ON "progress_reports"("plan_id", "reported_at");

-- CreateIndex
CREATE INDEX "progress_reports_reported_at_idx" ON "progress_reports"("reported_at");

-- CreateIndex
CREATE UNIQUE INDEX "progress_reports_number_version_key" ON "progress_reports"("number", "version");

-- CreateIndex
CREATE UNIQUE INDEX "progress_reports_plan_id_update_id_key" ON "progress_reports"("plan_id", "update_id");

-- CreateIndex
CREATE INDEX "evidence_report_id_idx" ON "evidence"("report_id");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_plan_id_file_unique_id_key" ON "evidence"("plan_id", "file_unique_id");

-- CreateIndex
CREATE UNIQUE INDEX "follow_ups_key_key" ON "follow_ups"("key");

-- CreateIndex
CREATE INDEX "follow_ups_trainer_id_resolved_at_idx" ON "follow_ups"("trainer_id", "resolved_at");

-- CreateIndex
CREATE INDEX "follow_ups_plan_id_idx" ON "follow_ups"("plan_id");

-- CreateIndex
CREATE UNIQUE INDEX "daily_summaries_trainer_id_day_key" ON "daily_summaries"("trainer_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "announcements_draft_id_key" ON "announcements"("draft_id");

-- CreateIndex
CREATE INDEX "announcements_created_at_idx" ON "announcements"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "announcement_recipients_announcement_id_person_id_key" ON "announcement_recipients"("announcement_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "announcement_recipients_announcement_id_roster_row_id_key" ON "announcement_recipients"("announcement_id", "roster_row_id");

-- CreateIndex
CREATE INDEX "inbox_state_arrival_idx" ON "inbox"("state", "arrival");

-- CreateIndex
CREATE INDEX "inbox_chat_id_state_arrival_idx" ON "inbox"("chat_id", "state", "arrival");

-- CreateIndex
CREATE INDEX "inbox_state_settled_at_idx" ON "inbox"("state", "settled_at");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_key_key" ON "outbox"("key");

-- CreateIndex
CREATE INDEX "outbox_state_priority_due_at_id_idx" ON "outbox"("state", "priority", "due_at", "id");

-- CreateIndex
CREATE INDEX "outbox_announcement_id_state_due_at_id_idx" ON "outbox"("announcement_id", "state", "due_at", "id");

-- CreateIndex
CREATE INDEX "outbox_chat_id_state_idx" ON "outbox"("chat_id", "state");

-- CreateIndex
CREATE INDEX "outbox_person_id_created_at_idx" ON "outbox"("person_id", "created_at");

-- CreateIndex
CREATE INDEX "outbox_subjects_idx" ON "outbox" USING GIN ("subjects");

-- CreateIndex
CREATE INDEX "drafts_updated_at_idx" ON "drafts"("updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "drafts_telegram_id_form_subject_key" ON "drafts"("telegram_id", "form", "subject");

-- CreateIndex
CREATE INDEX "conversation_states_updated_at_idx" ON "conversation_states"("updated_at");

-- CreateIndex
CREATE INDEX "audits_at_idx" ON "audits"("at");

-- CreateIndex
CREATE INDEX "audits_actor_id_at_idx" ON "audits"("actor_id", "at");

-- AddForeignKey
ALTER TABLE "places" ADD CONSTRAINT "places_parent_code_fkey" FOREIGN KEY ("parent_code") REFERENCES "places"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waves" ADD CONSTRAINT "waves_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_classes" ADD CONSTRAINT "training_classes_wave_id_fkey" FOREIGN KEY ("wave_id") REFERENCES "waves"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_classes" ADD CONSTRAINT "training_classes_province_code_fkey" FOREIGN KEY ("province_code") REFERENCES "places"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_sessions" ADD CONSTRAINT "training_sessions_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "training_classes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "training_sessions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_bindings" ADD CONSTRAINT "account_bindings_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_bindings" ADD CONSTRAINT "role_bindings_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_bindings" ADD CONSTRAINT "role_bindings_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent_receipts" ADD CONSTRAINT "consent_receipts_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "libraries" ADD CONSTRAINT "libraries_place_code_fkey" FOREIGN KEY ("place_code") REFERENCES "places"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "library_members" ADD CONSTRAINT "library_members_library_id_fkey" FOREIGN KEY ("library_id") REFERENCES "libraries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "library_members" ADD CONSTRAINT "library_members_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_rows" ADD CONSTRAINT "roster_rows_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "training_classes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_rows" ADD CONSTRAINT "roster_rows_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participants"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participants" ADD CONSTRAINT "participants_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participants" ADD CONSTRAINT "participants_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "training_classes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participants" ADD CONSTRAINT "participants_library_id_fkey" FOREIGN KEY ("library_id") REFERENCES "libraries"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_trainers" ADD CONSTRAINT "class_trainers_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "training_classes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_trainers" ADD CONSTRAINT "class_trainers_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_plans" ADD CONSTRAINT "work_plans_library_id_fkey" FOREIGN KEY ("library_id") REFERENCES "libraries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_plans" ADD CONSTRAINT "work_plans_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_plans" ADD CONSTRAINT "work_plans_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "training_classes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline_extensions" ADD CONSTRAINT "deadline_extensions_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "work_plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline_extensions" ADD CONSTRAINT "deadline_extensions_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_reports" ADD CONSTRAINT "progress_reports_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "work_plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_reports" ADD CONSTRAINT "progress_reports_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participants"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_reports" ADD CONSTRAINT "progress_reports_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_answers" ADD CONSTRAINT "report_answers_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "progress_reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "work_plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "progress_reports"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "work_plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_trainer_id_fkey" FOREIGN KEY ("trainer_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "daily_summaries" ADD CONSTRAINT "daily_summaries_trainer_id_fkey" FOREIGN KEY ("trainer_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_recipients" ADD CONSTRAINT "announcement_recipients_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_recipients" ADD CONSTRAINT "announcement_recipients_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcements"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audits" ADD CONSTRAINT "audits_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;
