// What the office lays out for everybody: files, links and answers to frequent questions.
import type { Material, MaterialContent } from "../domain/materials/material.js";

export interface MaterialsPort {
  /** Topic by topic in the order of TOPICS, the oldest first. */
  all(): Promise<Material[]>;
  find(id: number): Promise<Material | null>;
  any(): Promise<boolean>;
  insert(content: MaterialContent): Promise<Material>;
  /** Its count stays. Null where it is gone. */
  change(id: number, content: MaterialContent): Promise<Material | null>;
  /** False where it was gone. */
  remove(id: number): Promise<boolean>;
  /** One more who said that the answer was enough; nothing where it is gone. */
  countHelped(id: number): Promise<void>;
}
