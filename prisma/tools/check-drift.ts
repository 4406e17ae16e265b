// Fails when schema.prisma says something that the written migrations do not: part of `npm run check`.
import { openEmptyDatabase } from "../../src/storage/embedded-database.js";
import { scriptFromMigrationsToSchema } from "./schema-engine.js";

const database = openEmptyDatabase();
const script = await scriptFromMigrationsToSchema(database.adapter);
await database.close();
if (script !== "") {
  console.error("schema.prisma and prisma/migrations differ. Run `npm run migration -- <name>`. What is missing:\n");
  console.error(script);
  process.exit(1);
}
console.log("Schema and migrations agree.");
