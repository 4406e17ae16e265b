-- CreateTable
CREATE TABLE "roster_imports" (
    "id" SERIAL NOT NULL,
    "draft_id" INTEGER NOT NULL,
    "author_id" INTEGER NOT NULL,
    "class_id" INTEGER,
    "inserted" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "same" INTEGER NOT NULL,
    "saved_at" TIMESTAMP(3) NOT NULL,
    "undone_at" TIMESTAMP(3),
    "undone_by_id" INTEGER,

    CONSTRAINT "roster_imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roster_changes" (
    "import_id" INTEGER NOT NULL,
    "roster_row_id" INTEGER NOT NULL,
    "before" JSONB,

    CONSTRAINT "roster_changes_pkey" PRIMARY KEY ("import_id","roster_row_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "roster_imports_draft_id_key" ON "roster_imports"("draft_id");

-- CreateIndex
CREATE INDEX "roster_imports_author_id_idx" ON "roster_imports"("author_id");

-- CreateIndex
CREATE INDEX "roster_imports_saved_at_idx" ON "roster_imports"("saved_at");

-- AddForeignKey
ALTER TABLE "roster_imports" ADD CONSTRAINT "roster_imports_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_changes" ADD CONSTRAINT "roster_changes_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "roster_imports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
