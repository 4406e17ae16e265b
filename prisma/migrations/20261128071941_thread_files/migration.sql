-- AlterTable
ALTER TABLE "thread_messages" ADD COLUMN     "files" JSONB NOT NULL DEFAULT '[]';

-- The one photo that a message could have becomes the first of its files.
UPDATE "thread_messages"
SET "files" = jsonb_build_array(jsonb_build_object('kind', 'photo', 'fileId', "photo_id", 'albumId', NULL))
WHERE "photo_id" IS NOT NULL;

-- AlterTable
ALTER TABLE "thread_messages" DROP COLUMN "photo_id";
