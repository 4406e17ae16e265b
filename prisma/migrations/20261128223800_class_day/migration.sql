-- AlterTable
ALTER TABLE "attendance" ADD COLUMN     "marked_by_id" INTEGER;

-- CreateTable
CREATE TABLE "roster_attendance" (
    "session_id" INTEGER NOT NULL,
    "roster_row_id" INTEGER NOT NULL,
    "answer" "AttendanceAnswer" NOT NULL,
    "marked_by_id" INTEGER NOT NULL,
    "marked_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "roster_attendance_pkey" PRIMARY KEY ("session_id","roster_row_id")
);

-- CreateTable
CREATE TABLE "class_boards" (
    "class_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "message_id" BIGINT,
    "shown" TEXT NOT NULL,
    "next_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "class_boards_pkey" PRIMARY KEY ("class_id","person_id","day")
);

-- CreateIndex
CREATE INDEX "roster_attendance_roster_row_id_idx" ON "roster_attendance"("roster_row_id");

-- CreateIndex
CREATE INDEX "class_boards_day_idx" ON "class_boards"("day");

-- CreateIndex
CREATE INDEX "class_boards_chat_id_idx" ON "class_boards"("chat_id");

-- AddForeignKey
ALTER TABLE "roster_attendance" ADD CONSTRAINT "roster_attendance_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "training_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_attendance" ADD CONSTRAINT "roster_attendance_roster_row_id_fkey" FOREIGN KEY ("roster_row_id") REFERENCES "roster_rows"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_boards" ADD CONSTRAINT "class_boards_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "training_classes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_boards" ADD CONSTRAINT "class_boards_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;
