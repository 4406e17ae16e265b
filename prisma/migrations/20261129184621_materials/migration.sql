-- CreateEnum
CREATE TYPE "MaterialTopic" AS ENUM ('information_services', 'community_engagement', 'advocacy', 'reporting', 'other');

-- CreateEnum
CREATE TYPE "MaterialKind" AS ENUM ('photo', 'document', 'link', 'answer');

-- CreateTable
CREATE TABLE "materials" (
    "id" SERIAL NOT NULL,
    "topic" "MaterialTopic" NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "MaterialKind" NOT NULL,
    "content" TEXT NOT NULL,
    "helped" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "materials_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "materials_topic_title_key" ON "materials"("topic", "title");
