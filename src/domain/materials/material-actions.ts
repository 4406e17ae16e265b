// The buttons of materials: for everybody who reads them, and at the office's desk.
import { numberOf, oneOf, page, perhaps, type Shape } from "../messages/id-shape.js";
import { TOPICS } from "./material.js";

const materialId = numberOf("material");

export const MATERIAL_ACTIONS = {
  materials: [perhaps(oneOf(...TOPICS))], // of this topic, sent at once; the topics
  material: [materialId], // it in full
  materials_desk: [page], // all there is, for admins
  desk_material: [materialId], // one of it
  write_material: [perhaps(materialId)], // a new one; or that one changed
  remove_material: [materialId], // sure?
  confirm_remove_material: [materialId],
} as const satisfies Record<string, readonly Shape[]>;
