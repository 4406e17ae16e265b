// Fails when schema.prisma says something that the written migrations do not: part of `npm run check`.
import { scriptFromMigrationsToSchema } from "./schema-engine.js";

const script = await scriptFromMigrationsToSchema();
if (script !== "") {
  console.error("schema.prisma and prisma/migrations differ. Run `npm run migration -- <name>`. What is missing:\n");
  console.error(script);
  process.exit(1);
}
console.log("Schema and migrations agree.");
