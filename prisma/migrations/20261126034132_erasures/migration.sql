-- CreateTable
CREATE TABLE "erasures" (
    "id" SERIAL NOT NULL,
    "asked_at" TIMESTAMP(3) NOT NULL,
    "files" TEXT[],
    "accounts" BIGINT[],
    "finished_at" TIMESTAMP(3),

    CONSTRAINT "erasures_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "erasures_finished_at_asked_at_idx" ON "erasures"("finished_at", "asked_at");
