// What the office lays out for everybody: files, links and answers to frequent questions.
import { TOPICS } from "../../domain/materials/material.js";
import type { MaterialsPort } from "../../ports/materials.js";
import type { Db } from "../engine/database.js";

export function createMaterials(db: Db): MaterialsPort {
  const find = (id: number) => db.material.findUnique({ where: { id } });
  return {
    find,
    async all() {
      const found = await db.material.findMany({ orderBy: { id: "asc" } });
      return found.sort((a, b) => TOPICS.indexOf(a.topic) - TOPICS.indexOf(b.topic));
    },
    async any() {
      return (await db.material.findFirst({ select: { id: true } })) !== null;
    },
    insert: (data) => db.material.create({ data }),
    async change(id, data) {
      const { count } = await db.material.updateMany({ where: { id }, data });
      return count === 0 ? null : find(id);
    },
    async remove(id) {
      return (await db.material.deleteMany({ where: { id } })).count > 0;
    },
    async countHelped(id) {
      await db.material.updateMany({ where: { id }, data: { helped: { increment: 1 } } });
    },
  };
}
