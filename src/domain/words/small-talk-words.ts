// The words of small talk, in small letters and without signs, as people type them on a phone.
import type { SmallTalkKind } from "./small-talk-kind.js";

/** Said out of politeness; they change nothing. */
export const COURTESY = new Set(
  "pak bu bapak ibu bapakibu bpk kak kakak mas mbak bang admin min bot ya yah iya2 dong deh nih sih banyak sekali semua semuanya sebelumnya dan atas untuk saya sir madam please so much very".split(
    " ",
  ),
);

/** The whole text, without courtesies. */
export const WHOLE: Partial<Record<SmallTalkKind, readonly string[]>> = {
  hello: [
    ...["halo", "hallo", "hello", "helo", "hai", "hi", "hey", "hei", "p", "permisi", "tes", "test", "testing", "ping"],
    ...["selamat pagi", "selamat siang", "selamat sore", "selamat malam", "met pagi", "met siang", "met sore"],
    ...["met malam", "pagi", "siang", "sore", "malam", "good morning", "good afternoon", "good evening"],
  ],
  thanks: [
    ...["terima kasih", "terimakasih", "trima kasih", "trimakasih", "makasih", "makasi", "mksh", "mks", "mkasih"],
    ...["trims", "thx", "tq", "tks", "tengkyu", "thanks", "thank you", "thankyou", "nuwun", "matur nuwun"],
    ...["suwun", "matur suwun", "hatur nuhun", "nuhun", "tarimo kasih", "mauliate"],
  ],
  ok: [
    ...[
      "ok",
      "oke",
      "okey",
      "okay",
      "okk",
      "siap",
      "siapp",
      "baik",
      "baiklah",
      "iya",
      "ya",
      "yes",
      "yup",
      "sip",
      "noted",
    ],
    ...["all right", "alright", "mantap", "setuju"],
  ],
  later: [
    ...["nanti", "nanti saja", "nanti aja", "besok", "besok saja", "besok aja", "sibuk", "lagi sibuk", "masih sibuk"],
    ...["sebentar", "bentar", "tunggu", "tunggu sebentar", "later", "not now", "busy", "wait", "tomorrow"],
  ],
  done: ["sudah", "udah", "sdh", "beres", "sudah beres", "sudah saya kerjakan", "all done already", "already"],
  materials: [
    ...["materi", "materinya", "minta materi", "lihat materi", "mau materi", "materi pelatihan", "materi bimtek"],
    ...["bahan", "bahan ajar", "bahan pelatihan", "modul", "faq", "tanya jawab", "material", "materials", "handout"],
  ],
  not_yet: ["belum", "blm", "belum sempat", "blm sempat", "belum bisa", "not yet"],
};

/** Anywhere in a short text, as whole words. */
export const INSIDE: [SmallTalkKind, readonly string[]][] = [
  [
    "rude",
    [
      "anjing",
      "bangsat",
      "goblok",
      "tolol",
      "bajingan",
      "brengsek",
      "sialan",
      "kampret",
      "bodoh",
      "fuck",
      "shit",
      "stupid",
    ],
  ],
  ["forgiveness", ["maaf lahir batin", "maaf lahir dan batin", "minal aidin", "minal aidzin"]],
  [
    "feast",
    [
      ...[
        "idul fitri",
        "idulfitri",
        "lebaran",
        "idul adha",
        "iduladha",
        "natal",
        "nyepi",
        "waisak",
        "imlek",
        "galungan",
      ],
      ...["tahun baru", "paskah", "happy new year", "merry christmas", "happy eid", "deepavali"],
    ].map((feast) => `selamat ${feast}`),
  ],
  ["feast", ["happy new year", "merry christmas", "happy eid", "eid mubarak"]],
  ["pause", ["saya cuti", "lagi cuti", "sedang cuti", "mau cuti", "cuti dulu"]],
  ["pause", ["jeda dulu", "mau jeda", "minta jeda", "istirahat dulu"]],
  ["pause", ["i am on leave", "on leave", "take a pause", "need a break", "on holiday"]],
  ["who", ["siapa ini", "ini siapa", "siapa kamu", "kamu siapa", "ini robot", "ini bot", "ini orang", "ini mesin"]],
  ["who", ["who is this", "who are you", "are you a robot", "are you a bot", "is this a bot", "are you human"]],
  [
    "official",
    [
      "ini resmi",
      "apakah resmi",
      "resmi kah",
      "resmikah",
      "penipuan",
      "penipu",
      "hoaks",
      "hoax",
      "scam",
      "is this official",
    ],
  ],
  [
    "due",
    [
      ...[
        "kapan batas",
        "batas waktunya kapan",
        "batas waktu kapan",
        "kapan deadline",
        "deadline kapan",
        "deadlinenya kapan",
      ],
      ...[
        "kapan terakhir",
        "terakhir kapan",
        "kapan tenggat",
        "tenggatnya kapan",
        "when is it due",
        "when is the deadline",
      ],
      ...["what is the deadline", "kapan paling lambat", "paling lambat kapan"],
    ],
  ],
  [
    "organisers",
    [
      ...[
        "honor",
        "honorarium",
        "honornya",
        "uang transpor",
        "uang transport",
        "uang saku",
        "transportnya",
        "transpornya",
      ],
      ...["spj", "travel money", "allowance", "penginapan", "hotel"],
    ],
  ],
  [
    "letter",
    [
      ...["sertifikat", "sertifikatnya", "sertipikat", "piagam", "piagamnya", "surat keterangan", "surat selesai"],
      ...["certificate", "certificates", "completion letter"],
    ],
  ],
  [
    "broken",
    [
      ...[
        "gak bisa",
        "ga bisa",
        "nggak bisa",
        "enggak bisa",
        "tidak bisa",
        "tdk bisa",
        "gk bisa",
        "error",
        "eror",
        "macet",
      ],
      ...["rusak", "hang", "ngadat", "does not work", "doesn t work", "not working", "broken"],
    ],
  ],
  [
    "lost",
    [
      ...["bingung", "pusing", "ribet", "caranya gimana", "gimana caranya", "bagaimana caranya", "caranya bagaimana"],
      ...["tidak paham", "gak paham", "ga paham", "tidak mengerti", "gak ngerti", "ga ngerti", "tidak tahu caranya"],
      ...["confused", "i do not understand", "i don t understand", "how does this work"],
    ],
  ],
];

export const GREETINGS: [reply: string, words: readonly string[]][] = [
  [
    "Waalaikumsalam",
    [
      ...["assalamualaikum", "assalamu alaikum", "asalamualaikum", "assalamu alaikum wr wb", "assalamualaikum wr wb"],
      ...["assalamualaikum warahmatullahi wabarakatuh", "ass", "aslm", "asswrwb", "ass wr wb", "askum", "السلام عليكم"],
      ...["samlekum", "salamualaikum"],
    ],
  ],
  ["Shalom", ["shalom", "syalom", "salom"]],
  ["Om swastyastu", ["om swastyastu", "om swastiastu", "swastyastu", "om suastiastu"]],
  ["Namo buddhaya", ["namo buddhaya", "namo budaya", "namobuddhaya"]],
  ["Salam kebajikan", ["salam kebajikan"]],
  ["Salam sejahtera", ["salam sejahtera"]],
  ["Horas", ["horas"]],
  ["Rampes", ["sampurasun"]],
  ["Tabea", ["tabea", "tabe"]],
];

/** Words of regional languages that Indonesian does not have. */
export const REGIONAL = new Set(
  "piye kepiye pripun kulo njih inggih sampun monggo saget ora iso opo nopo kumaha abdi punten teu naon tiasa hoyong baa ambo indak apo boha ahu tampiaseh degage aga".split(
    " ",
  ),
);
