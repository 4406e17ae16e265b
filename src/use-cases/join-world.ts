// The parts, joined into one world.
import type { World, WorldParts } from "../ports.js";

export function joinWorld(parts: WorldParts): World {
  return {
    ...parts,
    // Of the world that it is asked of: a copy of it, with another store or with progress, begins with its own.
    transaction(work) {
      return this.store.transaction((store) => work({ ...this, store }));
    },
  };
}
