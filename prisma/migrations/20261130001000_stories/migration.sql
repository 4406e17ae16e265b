-- CreateTable
CREATE TABLE "stories" (
    "id" SERIAL NOT NULL,
    "participant_id" INTEGER NOT NULL,
    "update_id" BIGINT NOT NULL,
    "sent_at" TIMESTAMP(3) NOT NULL,
    "answers" JSONB NOT NULL,
    "awaits_typing" BOOLEAN NOT NULL,
    "photos" TEXT[],
    "shows_children" BOOLEAN NOT NULL,
    "guardian" JSONB,
    "consent" TEXT NOT NULL DEFAULT 'none',
    "consent_at" TIMESTAMP(3),
    "flagged_at" TIMESTAMP(3),
    "flagged_by_id" INTEGER,
    "listed_at" TIMESTAMP(3),
    "listed_by_id" INTEGER,

    CONSTRAINT "stories_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "story_exports" (
    "story_id" INTEGER NOT NULL,
    "update_id" BIGINT NOT NULL,
    "by_id" INTEGER NOT NULL,
    "form" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "story_exports_pkey" PRIMARY KEY ("story_id","update_id")
);

-- CreateTable
CREATE TABLE "champions" (
    "participant_id" INTEGER NOT NULL,
    "named_at" TIMESTAMP(3) NOT NULL,
    "named_by_id" INTEGER NOT NULL,

    CONSTRAINT "champions_pkey" PRIMARY KEY ("participant_id")
);

-- CreateTable
CREATE TABLE "story_subscriptions" (
    "person_id" INTEGER NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "story_subscriptions_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE INDEX "stories_flagged_at_idx" ON "stories"("flagged_at");

-- CreateIndex
CREATE INDEX "stories_listed_at_idx" ON "stories"("listed_at");

-- CreateIndex
CREATE UNIQUE INDEX "stories_participant_id_update_id_key" ON "stories"("participant_id", "update_id");

-- AddForeignKey
ALTER TABLE "stories" ADD CONSTRAINT "stories_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story_exports" ADD CONSTRAINT "story_exports_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "stories"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "champions" ADD CONSTRAINT "champions_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story_subscriptions" ADD CONSTRAINT "story_subscriptions_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;
