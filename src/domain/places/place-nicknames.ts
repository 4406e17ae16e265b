/** What provinces and regencies are called besides their official names: nicknames of offices, old names. Lower case, bare letters. */

/** What the offices call provinces among themselves, and so write into rosters. */
export const PROVINCE_NICKNAMES = nicknames(`
  nad nanggroeacehdarussalam: aceh
  sumut sumatrautara: sumaterautara
  sumbar sumatrabarat: sumaterabarat
  sumsel sumatraselatan: sumateraselatan
  babel bangkabelitung kepbangkabelitung: kepulauanbangkabelitung
  kepri: kepulauanriau
  dkj daerahkhususjakarta dkijakarta: jakarta
  jabar: jawabarat
  jateng: jawatengah
  jatim: jawatimur
  diy jogja jogjakarta daerahistimewayogyakarta: yogyakarta
  ntb: nusatenggarabarat
  ntt: nusatenggaratimur
  kalbar: kalimantanbarat
  kalteng: kalimantantengah
  kalsel: kalimantanselatan
  kaltim: kalimantantimur
  kaltara: kalimantanutara
  sulut: sulawesiutara
  sulteng: sulawesitengah
  sulsel: sulawesiselatan
  sultra: sulawesitenggara
  sulbar: sulawesibarat
  malut: malukuutara
  irianjaya: papua
  irianjayabarat: papuabarat
  papsel: papuaselatan
  papteng: papuatengah
  pabar: papuabarat
  pbd: papuabaratdaya
`);

/** Nicknames and former names of regencies. Some mean two ("Mura"): then the province decides, or nobody. */
export const REGENCY_NICKNAMES = nicknames(`
  abdya: acehbaratdaya
  palas: padanglawas
  paluta: padanglawasutara
  tapsel: tapanuliselatan
  tapteng: tapanulitengah
  taput: tapanuliutara
  humbahas: humbanghasundutan
  madina: mandailingnatal
  labusel: labuhanbatuselatan
  labura: labuhanbatuutara
  sergai: serdangbedagai
  tobasamosir tobasa: toba
  sidimpuan padangsidempuan: padangsidimpuan
  siantar: pematangsiantar
  50kota limapuluhkoto 50koto: limapuluhkota
  sawahluntosijunjung: sijunjung
  inhil: indragirihilir
  inhu: indragirihulu
  rohil: rokanhilir
  rohul: rokanhulu
  kuansing: kuantansingingi
  tanjabbar: tanjungjabungbarat
  tanjabtim: tanjungjabungtimur
  oku: ogankomeringulu
  oki: ogankomeringilir
  okut okutimur: ogankomeringulutimur
  okus okuselatan: ogankomeringuluselatan
  muba: musibanyuasin
  mura: musirawas murungraya
  muratara: musirawasutara
  pali: penukalabablematangilir
  lamsel: lampungselatan
  lamteng: lampungtengah
  lamtim: lampungtimur
  lambar: lampungbarat
  lampura lamut: lampungutara
  tubaba: tulangbawangbarat
  tuba: tulangbawang
  basel: bangkaselatan
  bateng: bangkatengah
  babar: bangkabarat
  beltim: belitungtimur
  jakpus: jakartapusat
  jakut: jakartautara
  jakbar: jakartabarat
  jaksel: jakartaselatan
  jaktim: jakartatimur
  kepseribu pulauseribu: kepulauanseribu
  kbb: bandungbarat
  tangsel: tangerangselatan
  solo: surakarta
  jogja jogjakarta: yogyakarta
  lobar: lombokbarat
  loteng: lomboktengah
  lotim: lomboktimur
  klu: lombokutara
  ksb: sumbawabarat
  tts: timortengahselatan
  ttu: timortengahutara
  flotim: florestimur
  sbd: sumbabaratdaya
  mabar: manggaraibarat
  matim: manggaraitimur
  kobar: kotawaringinbarat
  kotim: kotawaringintimur
  barsel: baritoselatan
  barut: baritoutara
  bartim: baritotimur
  pulpis: pulangpisau
  batola: baritokuala
  tala: tanahlaut
  tanbu: tanahbumbu
  hss: hulusungaiselatan
  hst: hulusungaitengah
  hsu: hulusungaiutara
  kukar: kutaikartanegara
  kubar: kutaibarat
  kutim: kutaitimur
  ppu: penajampaserutara
  pasir: paser
  mahulu: mahakamulu
  ktt: tanatidung
  bolmong: bolaangmongondow
  bolmut: bolaangmongondowutara
  boltim: bolaangmongondowtimur
  bolsel: bolaangmongondowselatan
  minsel: minahasaselatan
  minut: minahasautara
  mitra: minahasatenggara
  sitaro: kepulauansiautagulandangbiaro
  sangihe kepulauansangihetalaud: kepulauansangihe
  talaud: kepulauantalaud
  bangkep: banggaikepulauan
  balut: banggailaut
  parimo: parigimoutong
  touna: tojounauna
  morut: morowaliutara
  selayar: kepulauanselayar
  pangkep pangkajenekepulauan: pangkajenedankepulauan
  sidrap: sidenrengrappang
  lutra: luwuutara
  lutim: luwutimur
  tator: tanatoraja
  torut: torajautara
  ujungpandang: makassar
  konsel: konaweselatan
  konut: konaweutara
  konkep: konawekepulauan
  kolut: kolakautara
  koltim: kolakatimur
  butur: butonutara
  buteng: butontengah
  busel: butonselatan
  mamujuutara matra: pasangkayu
  mateng: mamujutengah
  polman polewalimamasa: polewalimandar
  malteng: malukutengah
  malra: malukutenggara
  malukutenggarabarat mtb kkt tanimbar: kepulauantanimbar
  mbd: malukubaratdaya
  sbt: serambagiantimur
  sbb: serambagianbarat
  bursel: buruselatan
  halbar: halmaherabarat
  halteng: halmaheratengah
  halut: halmaherautara
  halsel: halmaheraselatan
  haltim: halmaheratimur
  morotai: pulaumorotai
  taliabu: pulautaliabu
  tidore: tidorekepulauan
  yapenwaropen yapen: kepulauanyapen
  biak: biaknumfor
  pegaf: pegununganarfak
  pegbintang: pegununganbintang
`);

/**
 * Provinces made out of another in 2022, by the older one: rosters go on saying Papua for what is now Papua Selatan. The older name still
 * is the name of one province, so this widens a search and never names the province itself.
 */
export const PROVINCES_MADE_FROM: ReadonlyMap<string, readonly string[]> = new Map([
  ["91", ["93", "94", "95"]],
  ["92", ["96"]],
]);

function nicknames(table: string): ReadonlyMap<string, readonly string[]> {
  const rows = table
    .trim()
    .split("\n")
    .map((line) => line.split(":"));
  return new Map(
    rows.flatMap(([called = "", meant = ""]) =>
      called
        .trim()
        .split(" ")
        .map((name) => [name, meant.trim().split(" ")] as const),
    ),
  );
}
