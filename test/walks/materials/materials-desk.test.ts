// The desk of the office's materials: what is gone, who may change what, and what has no room.
import { expect, test } from "vitest";
import { everything, presses, says, screen } from "../../support/stage/phone.js";
import { ANSWER, FAQ, openMaterials } from "./materials-scene.js";

const { stage, inTurn, cast, layOut, keysOf, labelsOn, documents, toTrainer } = openMaterials();

test("an answer removed while it is on the screen leaves the question, and the way to send it", async () => {
  const { siti, rina, budi } = await cast();
  await layOut(budi);
  await inTurn(siti, says("/tanya"), presses(/^❓/));
  const faq = siti.lastMessage();
  const [solved] = keysOf(siti) as { callback_data: string }[];
  await stage.db.material.deleteMany({ where: { kind: "answer" } });
  await inTurn(siti, says("/menu"), says("/tanya"));
  expect(screen(siti)).not.toContain(ANSWER);
  await inTurn(siti, (p) => p.pressesOn(faq?.message_id ?? 0, solved?.callback_data ?? ""));
  expect(screen(siti)).toMatch(/Senang bisa membantu/);
  await stage.db.material.create({ data: { topic: "other", title: FAQ, kind: "answer", content: ANSWER } });
  await inTurn(siti, says("/menu"), says("/tanya"), says("cara kirim foto laporan kegiatan"));
  expect(screen(siti)).toContain(ANSWER);
  await stage.db.material.deleteMany({ where: { kind: "answer" } });
  await inTurn(siti, says("/menu"), says("/tanya"));
  expect(screen(siti)).toMatch(/sudah tidak ada/);
  await inTurn(siti, presses(/^📨/));
  expect(toTrainer(rina).map(({ text }) => text)).toEqual([
    expect.stringContaining("cara kirim foto laporan kegiatan"),
  ]);
  expect(stage.errors).toEqual([]);
});

test("an old button of what is gone answers politely, with what is there", async () => {
  const { siti, budi } = await cast();
  await layOut(budi);
  const { id } = await stage.db.material.findFirstOrThrow({ where: { kind: "answer" } });
  await inTurn(
    budi,
    (p) => p.pressesOn(1, `confirm_remove_material:${id}`),
    (p) => p.pressesOn(1, `confirm_remove_material:${id}`),
  );
  expect(screen(budi)).toMatch(/sudah tidak ada/);
  await inTurn(siti, (p) => p.pressesOn(1, `material:${id}`));
  expect(screen(siti)).toMatch(/sudah tidak ada.*Pilih topiknya/s);
  await inTurn(siti, (p) => p.pressesOn(1, "materials:reporting"));
  expect(screen(siti)).toMatch(/sudah tidak ada/);
  for (const name of ["desk_material", "write_material", "remove_material"]) {
    await inTurn(budi, (p) => p.pressesOn(1, `${name}:${id}`));
    expect(screen(budi)).toMatch(/sudah tidak ada/);
  }
  expect(stage.errors).toEqual([]);
});

test("a file that Telegram has no longer is told of, and the rest of the topic is there", async () => {
  const { siti, budi } = await cast();
  await layOut(budi);
  const { id } = await stage.db.material.findFirstOrThrow({ where: { kind: "document" } });
  await stage.db.material.update({ where: { id }, data: { content: "BQAC-tidak-ada" } });
  await inTurn(siti, (p) => p.pressesOn(1, "materials:advocacy"));
  expect(screen(siti)).toMatch(/1 berkas tidak bisa dikirim lagi/);
  expect(labelsOn(siti).join()).toContain("Contoh kegiatan");
  await inTurn(siti, (p) => p.pressesOn(1, `material:${id}`));
  expect(screen(siti)).toMatch(/tidak bisa dikirim lagi/);
  expect(stage.errors).toEqual([]);
});

test("participants, trainers and admins of a province change nothing by any path; those of a province and trainers read", async () => {
  const { siti, rina, dewi, budi } = await cast();
  await layOut(budi);
  const before = await stage.db.material.findMany();
  const paths = [
    "write_material",
    ...before.flatMap(({ id }) => ["write", "remove", "confirm_remove"].map((name) => `${name}_material:${id}`)),
  ];
  for (const phone of [siti, rina, dewi]) {
    for (const path of paths) {
      await inTurn(phone, (p) => p.pressesOn(1, path));
      expect(screen(phone)).toMatch(/tidak tersedia untuk Bapak\/Ibu|atau tugas ini/);
    }
  }
  await inTurn(dewi, (p) => p.pressesOn(1, "materials_desk"), presses(/^❓/));
  expect(screen(dewi)).toContain(ANSWER);
  expect(labelsOn(dewi)).toEqual(["📚 Ke daftar materi"]);
  await inTurn(rina, says("materi"), presses(/^Advokasi/));
  expect(documents(rina)).toHaveLength(1);
  // The form that was open when the role went saves nothing.
  await inTurn(budi, (p) => p.pressesOn(1, "write_material"), presses("Lainnya"), says("Jadwal"), says("Menyusul."));
  await stage.db.roleBinding.updateMany({
    where: { role: "admin", regionCode: null },
    data: { revokedAt: stage.clock.now() },
  });
  await inTurn(budi, presses(/^✅ Simpan/));
  expect(await stage.db.material.findMany()).toEqual(before);
  expect(everything(budi)).not.toContain("Tersimpan: “Jadwal");
});

test("a title taken or a topic that is full is said, and only that is asked anew", async () => {
  const { budi } = await cast();
  await layOut(budi);
  await inTurn(
    budi,
    (p) => p.pressesOn(1, "write_material"),
    presses(/bot$/),
    says(FAQ),
    says("Jawaban lain."),
    presses(/^✅/),
  );
  expect(screen(budi)).toMatch(/berjudul sama/);
  await inTurn(budi, says("Kapan melapor?"), presses(/^✅/));
  expect(screen(budi)).toMatch(/Tersimpan: “Kapan melapor/);
  const rows = Array.from({ length: 10 }, (_, at) => ({
    topic: "other" as const,
    title: `Panjang ${"sekali ".repeat(7)}${at}`,
  }));
  await stage.db.material.createMany({
    data: rows.map((row) => ({ ...row, kind: "answer", content: "a".repeat(600) })),
  });
  await inTurn(
    budi,
    (p) => p.pressesOn(1, "write_material"),
    presses("Lainnya"),
    says("Satu lagi"),
    says("Begini."),
    presses(/^✅/),
  );
  expect(screen(budi)).toMatch(/sudah penuh/);
  await inTurn(budi, presses("Advokasi"), presses(/^✅/));
  expect(await stage.db.material.findFirst({ where: { title: "Satu lagi" } })).toMatchObject({ topic: "advocacy" });
});

test("long titles and answers fit, on every page of a full desk", async () => {
  const { siti, dewi } = await cast();
  const title = (at: number) => `${at} ${"Kepustakawanan ".repeat(4)}`.slice(0, 60);
  const data = Array.from({ length: 10 }, (_, at) => ({
    title: title(at),
    kind: "answer" as const,
    content: "a".repeat(600),
    helped: 1234,
  }));
  await stage.db.material.createMany({ data: data.map((one) => ({ ...one, topic: "community_engagement" as const })) });
  await inTurn(siti, (p) => p.pressesOn(1, "materials:community_engagement"), presses(/^❓ 1/));
  expect(screen(siti).length).toBeLessThanOrEqual(700);
  await inTurn(siti, says("/tanya"), says(title(3)));
  expect(screen(siti)).toContain("a".repeat(600));
  expect(screen(siti).length).toBeLessThanOrEqual(700);
  await inTurn(dewi, (p) => p.pressesOn(1, "materials_desk"));
  const labels = labelsOn(dewi);
  expect(labels.filter((label) => label.startsWith("❓"))).toHaveLength(8);
  expect(labels.every((label) => [...label].length <= 30)).toBe(true);
  await inTurn(dewi, presses(/^❓ 2/));
  expect(screen(dewi).length).toBeLessThanOrEqual(700);
});

test("of an album the first photo is the entry, and that the others are not is said", async () => {
  const { budi } = await cast();
  await inTurn(budi, (p) => p.pressesOn(1, "programme"), presses(/^📚/), presses(/^➕/), presses(/^Advokasi/));
  await inTurn(budi, says("Foto kegiatan"), (p) => p.sendsAlbum([{}, {}, {}]));
  expect(screen(budi)).toContain("hanya memuat satu foto atau berkas");
  await inTurn(budi, presses(/^✅ Simpan/));
  expect(await stage.db.material.findMany({ select: { kind: true, title: true } })).toEqual([
    { kind: "photo", title: "Foto kegiatan" },
  ]);
  expect(stage.errors).toEqual([]);
});

test("a form that was put aside keeps what a colleague corrected meanwhile, and says so before it is saved", async () => {
  const { budi } = await cast();
  await layOut(budi);
  const { id } = await stage.db.material.findFirstOrThrow({ where: { kind: "answer" } });
  await inTurn(budi, (p) => p.pressesOn(1, `write_material:${id}`), presses(/Judul/), says("Cara mengirim foto"));
  await stage.db.material.update({ where: { id }, data: { content: "Lewat Lapor, sampai 30 Juni." } });
  await inTurn(budi, presses(/^✅ Simpan/));
  expect(everything(budi)).toContain("Admin lain sudah mengubah materi ini.");
  expect(await stage.db.material.findUnique({ where: { id } })).toMatchObject({ title: FAQ });
  await inTurn(budi, presses(/^✅ Simpan/));
  const corrected = { title: "Cara mengirim foto", content: "Lewat Lapor, sampai 30 Juni." };
  expect(await stage.db.material.findUnique({ where: { id } })).toMatchObject(corrected);
  expect(stage.errors).toEqual([]);
});

test("of a link that is none of ours it is said why", async () => {
  const { budi } = await cast();
  await inTurn(budi, (p) => p.pressesOn(1, "write_material"), presses("Lainnya"), says("Formulir"));
  const long = `https://perpusnas.go.id/${"a".repeat(520)}`;
  for (const [link, why] of [
    [long, "Alamatnya terlalu panjang."],
    [`${long}${"a".repeat(100)}`, "Alamatnya terlalu panjang."],
    ["https://budi:rahasia@perpusnas.go.id", "kata sandi"],
    ["http://perpusnas.go.id", "harus dimulai dengan https://"],
  ] as const) {
    await inTurn(budi, says(link));
    expect(screen(budi), link).toContain(why);
  }
});
