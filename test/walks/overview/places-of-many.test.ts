// Whose list begins with places goes back to the places that it came from: those of the same people.
import { expect, test } from "vitest";
import { textsFor } from "../../../src/texts/index.js";
import { presses, says, screen } from "../../support/stage/phone.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildParticipant } from "../../support/world/builders.js";
import { openOverview } from "./three-provinces.js";

const { stage, onPhone, threeProvinces, admin } = openOverview();

test.each(WALKED_IN)("back from the late of one place stand the places of the late, in %s", async (language) => {
  const { riau } = await threeProvinces();
  for (let n = 0; n < 25; n += 1) await buildParticipant(stage.db, riau.id, { provinceCode: "21" });
  const sri = await admin("Sri Hartati", undefined, language);
  const { overview, caseload } = textsFor(language);
  await onPhone(sri, says(language === "id" ? "/peserta" : "/participants"), presses(/Kepulauan Riau/));
  await onPhone(sri, presses(/Bintan/), presses(new RegExp(`^${caseload.filterName("late")}`)));
  const places = () => (sri.lastMessage()?.reply_markup?.inline_keyboard ?? []).slice(0, -1).flat();
  await onPhone(sri, presses(overview.back));
  const late = `Kepulauan Riau, ${caseload.filterName("late").toLowerCase()}`;
  expect(screen(sri)).toContain(late);
  expect(places().map(({ text }) => text)).toEqual(["Kab. Bintan (28)"]);
  // And down again, to as many as the button says.
  await onPhone(sri, presses(/Bintan/));
  expect(screen(sri).split("\n")[0]).toContain("(28)");
  await onPhone(sri, presses(overview.back), presses(overview.back));
  expect(screen(sri)).toContain(caseload.filterName("late").toLowerCase());
  expect(stage.errors).toEqual([]);
});

test.each(WALKED_IN)(
  "who is of no regency is found in the whole province, and back stand its places, in %s",
  async (language) => {
    const { riau } = await threeProvinces();
    for (let n = 0; n < 25; n += 1) await buildParticipant(stage.db, riau.id, { provinceCode: "21" });
    // Besides the one invited in Riau: both are of the province itself, in none of its regencies.
    const { library } = await buildParticipant(stage.db, riau.id, { provinceCode: "21", name: "Peserta Provinsi" });
    await stage.db.library.update({ where: { id: library.id }, data: { placeCode: "21" } });
    const sri = await admin("Sri Hartati", undefined, language);
    const { overview } = textsFor(language);
    await onPhone(sri, says(language === "id" ? "/peserta" : "/participants"), presses(/Kepulauan Riau/));
    const all = overview.places.wholeProvince(31);
    const places = () => (sri.lastMessage()?.reply_markup?.inline_keyboard ?? []).slice(0, -1).flat();
    expect(places().map(({ text }) => text)).toEqual([all, "Kab. Bintan (29)"]);
    await onPhone(sri, presses(all));
    expect(screen(sri).split("\n")[0]).toMatch(/Kepulauan Riau.*\(31\)/);
    await onPhone(sri, presses(overview.back));
    expect(places().map(({ text }) => text)).toEqual([all, "Kab. Bintan (29)"]);
    await onPhone(sri, presses(/Bintan/));
    expect(screen(sri).split("\n")[0]).toMatch(/Bintan.*\(29\)/);
    expect(stage.errors).toEqual([]);
  },
);
