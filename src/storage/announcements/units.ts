// How long words are for Telegram, whose bounds the texts of announcements keep.
import { Prisma } from "../generated/client.js";

/** As Telegram counts: a sign beyond the first 65,536 of Unicode, such as an emoji, is two. */
export function units(column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`length(${column}) + length(regexp_replace(${column}, '[\u0001-\uFFFF]', '', 'g'))`;
}
