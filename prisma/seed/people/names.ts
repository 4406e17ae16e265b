// Names that people of a region could have. All persons are made up; anyone who has such a name is not meant.
import type { Random } from "../random.js";

interface NameStock {
  women: readonly string[];
  men: readonly string[];
  /** Second names, for everybody. */
  family: readonly string[];
}

const stock = (women: string, men: string, family: string): NameStock => ({
  women: women.split(" "),
  men: men.split(" "),
  family: family.split(" "),
});

const STOCKS = {
  aceh: stock(
    "Cut Nurlaila Safrida Fitriani Rahmawati Mutia Zuraida Nurul Hafsah Yusnidar Aklima Marlina Ainul",
    "Teuku Zulkifli Muzakir Iskandar Fadhli Mukhlis Safwan Azhari Munawar Rizal Hasbi Saifuddin Mahdi",
    "Abdullah Yusuf Hanafiah Husin Ismail Rahman Ibrahim Daud Usman Syah Ali Mahmud",
  ),
  batak: stock(
    "Rosmaida Tiurma Duma Lamria Hotmaida Rouli Mariana Renta Tiarma Sondang Nurmala Lasma Friska",
    "Parlindungan Togar Binsar Sahat Marihot Tumpak Jonner Halomoan Pardamean Ramli Edison Manahan Saut",
    "Siregar Nasution Harahap Simanjuntak Sitompul Hutabarat Lubis Sinaga Pasaribu Tarigan Ginting Manurung",
  ),
  malay: stock(
    "Nurhayati Siti Zubaidah Rosmawati Hartati Suryani Nuraini Halimah Masitah Yulianti Asnah Fauziah Rabiah Maimunah Zainab Desi",
    "Hasan Hamzah Zulfikar Syamsul Rusdi Azwar Jamaluddin Mahmud Arifin Firdaus Baharuddin Kamarudin Junaidi Helmi Tarmizi Saparudin",
    "Abdullah Rahman Yusuf Salim Effendi Ismail Ahmad Latif Hakim Usman Bakri Zain Idris Said Anwar Harun",
  ),
  minang: stock(
    "Yusmaniar Elfiza Gusnita Rahmi Desmawati Yulinar Eka Nofrianti Zulhelmi Fitria Lismar Wirda Marnis",
    "Syafril Yulhendri Zulkarnain Ermanto Afrizal Jasman Hendri Masrul Nofrizal Dasril Syahrial Yondri Bustami",
    "Chaniago Piliang Koto Tanjung Sikumbang Jambak Guci Caniago Putra Marajo Sutan Malin",
  ),
  lampung: stock(
    "Rohayati Sulastri Dewi Nurlela Maysaroh Yuliana Komariah Herlina Sumiati Aprilia Wahyuni Marlena Tri Rusmini Lestari",
    "Herman Sugiarto Riyanto Azhar Sutrisno Edi Rahmat Ansori Slamet Wahyudi Mulyadi Fahrudin Supriyadi Ridwan Heri",
    "Saputra Pratama Wijaya Handayani Susanto Setiawan Kurniawan Hidayat Ningsih Astuti Gunawan Utami Prasetyo Fitriani",
  ),
  javanese: stock(
    "Sri Wahyuni Endang Sulastri Retno Suparmi Lestari Ratna Tutik Sumarni Dyah Yuniarti Kristina Umi Winarsih Puji",
    "Bambang Sutrisno Joko Agus Slamet Widodo Suprapto Eko Hariyanto Teguh Sugeng Mulyono Purwanto Budi Yulianto Arif",
    "Wibowo Santoso Rahayu Setyawan Hartono Nugroho Purnomo Lestari Prasetyo Susilo Handoko Utomo Widiastuti Kusuma",
  ),
  sundanese: stock(
    "Neneng Euis Imas Yayah Tati Iis Cucu Rohaeti Nunung Aisyah Lilis Elis Yeni Rina",
    "Asep Ujang Dadang Cecep Dede Yayan Endang Aceng Maman Iwan Usep Deden Agus Wawan",
    "Suryana Hidayat Rohman Kurnia Mulyana Sopandi Permana Ruhiyat Gunawan Sutisna Nurjaman Supriatna",
  ),
  balinese: stock(
    "Luh Wayan Made Nyoman Ketut Putu Kadek Komang Ayu Ni Gusti",
    "Wayan Made Nyoman Ketut Putu Kadek Komang Gede Agung Gusti Dewa",
    "Suardana Astawa Sudiarta Wirawan Suastini Artini Sukerti Mahendra Widiani Parwata Adnyana Suryani",
  ),
  eastern: stock(
    "Maria Yuliana Theresia Yohana Agnes Martha Fransiska Elisabeth Veronika Margareta Kristina Rosalia",
    "Yohanes Petrus Markus Antonius Fransiskus Stefanus Yosef Dominikus Kornelis Hendrikus Paulus Thomas",
    "Nahak Bere Seran Tefa Lawa Radja Kase Manek Taolin Djawa Liunokas Benu",
  ),
  dayak: stock(
    "Marlina Yuliana Kristina Hermina Selvia Ratna Lusiana Norma Yati Rosa Emilia Agnes",
    "Yansen Rudianto Herkulanus Marten Simon Lukas Yulius Kornelius Andreas Sius Hendra Dominikus",
    "Usop Lambung Nyarong Tingang Ding Bunau Sampit Rangkap Jelahu Anyie Luhat Ngau",
  ),
  banjar: stock(
    "Norhasanah Siti Rusmiati Noor Aida Halimatus Mariani Rahmah Hamidah Raudah Masniah Jumiati Fatimah Yulida Norlina Mahmudah",
    "Ahmad Muhammad Syahrani Fahriansyah Rusmadi Abdul Hairani Gazali Ardiansyah Syarkawi Masrani Junaidi Saberan Kaspul Norman Supian",
    "Noor Rahman Syahrani Fauzi Hakim Ansyari Rahmi Effendi Sani Basuni Hidayati Zaini Arsyad Yamani Mursyid Aini",
  ),
  bugis: stock(
    "Andi Hasnah Nurlina Rosdiana Hasmawati Syamsiah Nurhaedah Darmawati Kasmawati Rahmatia Hajrah Sitti",
    "Andi Baso Ambo Syamsuddin Muhammad Sudirman Kaharuddin Amiruddin Abdul Jufri Haeruddin Mappa",
    "Tenri Mappiasse Latief Rauf Saleh Mansyur Hamid Tahir Palaguna Kadir Halim Basri",
  ),
  minahasan: stock(
    "Meiske Jeane Olga Deisy Novita Fonny Selvie Marlin Yulin Grace Sientje Hetty",
    "Jantje Ferry Denny Hanny Robby Vecky Noldy Stenly Jefry Franky Max Rolly",
    "Lumintang Rondonuwu Wowor Mokoginta Tumbel Sumual Pontoh Kalangi Mamonto Karundeng Lasut Runtu",
  ),
  moluccan: stock(
    "Yohana Maria Salma Christina Nurjana Dorkas Welmina Aisa Elisabeth Martha Hadija Yosina Fransina Rahma",
    "Yohanis Ibrahim Petrus Abdul Jacob Semuel Markus Hasan Elias Rahman Thomas Marthen Ismail Daniel",
    "Latuconsina Pattiasina Tuasikal Leiwakabessy Sahetapy Pelupessy Tomasoa Rumalean Manuputty Wael Lestaluhu Souhuwat Nahumury Tuanakotta",
  ),
  papuan: stock(
    "Yuliana Maria Yosina Agustina Orpa Selvina Martha Dorce Naomi Debora Ruth Mince",
    "Yulius Markus Yakob Silas Obet Yunus Melkias Daniel Titus Lukas Nikolaus Ayub",
    "Wenda Kogoya Rumbiak Wanimbo Mandacan Tabuni Yikwa Kambu Wonda Sawaki Giyai Asso",
  ),
} as const satisfies Record<string, NameStock>;

/** By province; anyone who is not named here has names of Java, as many people in every province do. */
const STOCK_OF_PROVINCE: Readonly<Record<string, keyof typeof STOCKS>> = {
  "11": "aceh",
  "12": "batak",
  "13": "minang",
  "14": "malay",
  "15": "malay",
  "16": "malay",
  "17": "malay",
  "18": "lampung",
  "19": "malay",
  "21": "malay",
  "32": "sundanese",
  "36": "sundanese",
  "51": "balinese",
  "53": "eastern",
  "61": "dayak",
  "62": "dayak",
  "63": "banjar",
  "64": "banjar",
  "65": "dayak",
  "71": "minahasan",
  "72": "bugis",
  "73": "bugis",
  "74": "bugis",
  "75": "minahasan",
  "76": "bugis",
  "81": "moluccan",
  "82": "moluccan",
  "91": "papuan",
  "92": "papuan",
  "93": "papuan",
  "94": "papuan",
  "95": "papuan",
  "96": "papuan",
};

/** The people of the demo, by name because its pictures and its guide show them. */
export const DEMO_NAMES = {
  newcomer: "Nurhayati Salim",
  participant: "Zulfikar Effendi",
  trainer: "Retno Widiastuti",
  nationalAdmin: "Bambang Nugroho",
  provinceAdmin: "Rosmawati Hakim",
  consultant: "Ahmad Fauzi Lubis",
} as const;

/** A name that nobody in `taken` has; it is put there. Most managers of village libraries are women. */
export function fictiveName(random: Random, provinceCode: string, taken: Set<string>): string {
  const { women, men, family } = STOCKS[STOCK_OF_PROVINCE[provinceCode] ?? "javanese"];
  for (;;) {
    const first = random.pick<string>(random.chance(0.62) ? women : men);
    const last = random.pick<string>(family);
    // Some have one name, a few three.
    const middle = random.chance(0.12) ? ` ${random.pick<string>(family)}` : "";
    const name = first === last ? first : `${first}${middle === ` ${last}` ? "" : middle} ${last}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}
