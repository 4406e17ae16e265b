-- AlterTable
ALTER TABLE "database_home" ADD COLUMN "noted" INTEGER NOT NULL DEFAULT 0;
