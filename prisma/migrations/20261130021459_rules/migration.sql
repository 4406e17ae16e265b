-- CreateTable
CREATE TABLE "rule_versions" (
    "number" INTEGER NOT NULL,
    "changes" JSONB NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "takes_back" INTEGER,

    CONSTRAINT "rule_versions_pkey" PRIMARY KEY ("number")
);
