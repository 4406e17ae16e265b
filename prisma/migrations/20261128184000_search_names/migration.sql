-- The bare letters and digits of a name, as normaliseName() of src/domain/places/place-search.ts says (test/storage/bare-name.test.ts
-- holds them to each other). Numbers up to 39 are first put between < and >, which then become Roman.
CREATE FUNCTION "bare_name"("name" TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(
    CASE WHEN plain.text !~ '[0-9]' THEN plain.text ELSE
      replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
        regexp_replace(regexp_replace(regexp_replace(
          regexp_replace(translate(plain.text, '<>', '  '), '(?<![a-z0-9_])([1-3]?[0-9])(?![a-z0-9_])', '<\1>', 'g'),
          '<1([0-9]>)', 'x<\1', 'g'), '<2([0-9]>)', 'xx<\1', 'g'), '<3([0-9]>)', 'xxx<\1', 'g'),
        'x<0>', 'x'), '<0>', '0'), '<1>', 'i'), '<2>', 'ii'), '<3>', 'iii'), '<4>', 'iv'), '<5>', 'v'), '<6>', 'vi'), '<7>', 'vii'),
        '<8>', 'viii'), '<9>', 'ix')
    END, '[^a-z0-9]', '', 'g')
  FROM (
    SELECT lower(regexp_replace(
      CASE WHEN "name" ~ '^[ -~]*$' THEN "name" ELSE regexp_replace(normalize("name", NFKD), '[\u0300-\u036f]', '', 'g') END,
      '[^!-~]', ' ', 'g') COLLATE "C") AS text
  ) AS plain
$$;

-- AlterTable
ALTER TABLE "people" ADD COLUMN     "search_name" TEXT GENERATED ALWAYS AS (bare_name("name")) STORED;

-- AlterTable
ALTER TABLE "libraries" ADD COLUMN     "search_name" TEXT GENERATED ALWAYS AS (bare_name("name")) STORED;

-- AlterTable
ALTER TABLE "roster_rows" ADD COLUMN     "search_name" TEXT GENERATED ALWAYS AS (bare_name("name") || ' ' || coalesce(bare_name("library_name"), '')) STORED;
