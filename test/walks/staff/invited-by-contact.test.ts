// An admin invites a trainer by sending their contact, as it stands in the admin's phone book.
import { expect, test } from "vitest";
import { presses, says } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass } from "../../support/world/builders.js";

// Monday, 09:00 in Jakarta.
const stage = stageAt("2026-04-06T02:00:00Z");
const inTurn = phoneActsOn(stage, 2000);

test.each(["6281277778888", "+62 812-7777-8888", "081277778888"])(
  "a trainer whose contact was sent as %s takes up their invitation with their own number",
  async (shared) => {
    const trainingClass = await buildClass(stage.db, { startsOn: "2026-04-20", provinceCode: "21" });
    const [budi, mahmud] = [stage.person({ name: "Budi" }), stage.person({ name: "Mahmud", phone: "+6281277778888" })];
    await buildAdmin(stage.db, { name: "Budi Santoso", telegramId: budi.id, regionCode: "21" });
    await inTurn(
      budi,
      (p) => p.start(),
      (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, `invite_trainer:${trainingClass.id}`),
      says("Mahmud Hidayat"),
      (p) => p.sharesContact({ phone: "+6277812345" }),
      (p) => p.sharesContact({ phone: shared }),
      presses("✅ Buat undangan"),
    );
    const { token, person } = await stage.db.invitation.findFirstOrThrow({ include: { person: true } });
    expect(person.phone).toBe("+6281277778888");
    await inTurn(
      mahmud,
      (p) => p.start(token),
      (p) => p.sharesContact(),
      presses("✅ Setuju"),
    );
    const accepted = await stage.db.person.findUniqueOrThrow({ where: { id: person.id } });
    expect(Number(accepted.telegramId)).toBe(mahmud.id);
  },
);
