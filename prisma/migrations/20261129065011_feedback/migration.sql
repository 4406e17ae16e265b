-- CreateTable
CREATE TABLE "feedback_pools" (
    "class_id" INTEGER NOT NULL,
    "given_by" INTEGER[],
    "released" INTEGER NOT NULL DEFAULT 0,
    "released_counts" JSONB NOT NULL DEFAULT '{}',
    "released_words" JSONB NOT NULL DEFAULT '{}',
    "waiting" INTEGER NOT NULL DEFAULT 0,
    "waiting_counts" JSONB NOT NULL DEFAULT '{}',
    "waiting_words" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "feedback_pools_pkey" PRIMARY KEY ("class_id")
);

-- CreateTable
CREATE TABLE "named_feedback" (
    "id" SERIAL NOT NULL,
    "class_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "answers" JSONB NOT NULL,

    CONSTRAINT "named_feedback_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "named_feedback_class_id_idx" ON "named_feedback"("class_id");

-- CreateIndex
CREATE UNIQUE INDEX "named_feedback_person_id_class_id_key" ON "named_feedback"("person_id", "class_id");

-- AddForeignKey
ALTER TABLE "feedback_pools" ADD CONSTRAINT "feedback_pools_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "training_classes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "named_feedback" ADD CONSTRAINT "named_feedback_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "training_classes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "named_feedback" ADD CONSTRAINT "named_feedback_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;
