// Everything that is kept about somebody, for them: one page to read and one file for programs. That they asked is noted.
import type { NewFile } from "../../domain/message.js";
import { type KnownActor, zoneOf } from "../../domain/person.js";
import type { World } from "../../ports.js";
import { textsFor } from "../../texts/index.js";
import { drawOwnDataPage } from "./draw-own-data-page.js";

export async function showOwnData(world: World, actor: KnownActor): Promise<{ page: NewFile; json: NewFile }> {
  const now = world.clock.now();
  const { id, zone } = actor.person;
  const texts = textsFor(actor.language);
  const data = await world.store.transaction(async (store) => {
    await store.audit.record({ actorId: id, action: "person.own-data", subject: `person:${id}` }, now);
    return store.ownData.collect(id, now);
  });
  const name = texts.ownDataPage.fileName;
  return {
    page: file(`${name}.html`, drawOwnDataPage(texts, data, { zone: zoneOf({ zone }), now })),
    json: file(`${name}.json`, JSON.stringify(data, null, 2)),
  };
}

function file(name: string, content: string): NewFile {
  return { kind: "document", name, base64: Buffer.from(content, "utf8").toString("base64") };
}
