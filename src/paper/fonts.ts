// The letters of everything that we print: Inter, which has every letter of Indonesian names.
import { join } from "node:path";
import { PROJECT_ROOT } from "../project-root.js";

const FOLDER = join(PROJECT_ROOT, "src", "paper", "fonts");

export const FONTS = { plain: join(FOLDER, "Inter_400Regular.ttf"), bold: join(FOLDER, "Inter_700Bold.ttf") };
