-- CreateTable
CREATE TABLE "database_home" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "identity" TEXT NOT NULL,
    "restored_at" TIMESTAMP(3),
    "recorded_until" TIMESTAMP(3),
    "decided_at" TIMESTAMP(3),

    CONSTRAINT "database_home_pkey" PRIMARY KEY ("id")
);
