// `npm run promises`: writes test/PROMISES.md anew.
import { writeFileSync } from "node:fs";
import { keptPromises, PROMISES_FILE, promisesPage } from "./kept-promises.js";

writeFileSync(PROMISES_FILE, promisesPage(keptPromises()));
