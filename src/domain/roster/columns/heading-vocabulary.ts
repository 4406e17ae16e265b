// What the words of headings mean, in the Indonesian of offices and in English. A word has one meaning; read-heading.ts weighs them.

export type Meaning =
  | "number"
  | "name"
  /** Whose: "peserta", "pengelola". */
  | "person"
  /** Somebody else's name and phone stand there: the village's head, the trainer. */
  | "somebody-else"
  | "phone"
  | "code"
  | "village"
  | "kecamatan"
  | "kabupaten"
  | "province"
  | "address"
  /** "asal", "tempat": where from, or where. */
  | "where"
  | "institution"
  | "work"
  | "kind"
  | "class"
  | "wave"
  | "start"
  | "end"
  | "day"
  /** The training itself. */
  | "event"
  /** Signing up, filling in: a day of that is no day of the class. */
  | "sign-up"
  | "personal"
  /** NIP, NIK: personal, but often in the heading of the names, "Nama / NIP". */
  | "id-number"
  /** "jumlah": how many of whatever else the heading names. */
  | "count"
  /** Known, and of no use here. */
  | "other"
  /** Says nothing by itself. */
  | "filler"
  /** What follows explains: "Nama sesuai KTP". */
  | "explains";

const WORDS: Readonly<Record<Meaning, string>> = {
  number: "no nomor nomer nmr nr number num urut urutan",
  name: "nama nm name names",
  person: "peserta pengelola pustakawan petugas undangan participant attendee librarian staf staff",
  "somebody-else":
    "atasan pimpinan kades lurah kepala camat penanggung pj direktur ketua pendamping fasilitator pelatih narasumber trainer mentor head supervisor pemilik bendahara sekretaris",
  phone:
    "hp handphone handpone telepon telpon telephone telfon telp telpn tlp tlpn tlf tel wa whatsapp whatsap ponsel selular seluler mobile phone cellphone cell kontak contact telegram hape nohp nowa notelp",
  code: "kode kd code id",
  village: "desa ds kelurahan kel kalurahan kampung nagari gampong pekon village lembang",
  kecamatan: "kecamatan kec distrik kapanewon kemantren subdistrict district kecamata",
  kabupaten: "kabupaten kab kota kotamadya kabkota kabkot regency city municipality kabupate",
  province: "provinsi prov propinsi prop province",
  address: "alamat almt address domisili lokasi location wilayah daerah region",
  where: "asal tempat origin place from",
  institution:
    "perpustakaan perpus perpusdes perpusdeskel instansi lembaga institusi unit organisasi tbm satker opd skpd kantor dinas taman library institution organization organisation agency office lokus utusan delegasi perwakilan",
  work: "kerja tugas bertugas bekerja",
  kind: "jenis jns kategori tipe type kind category unsur",
  class: "kelas class rombel rombongan",
  wave: "angkatan gelombang batch wave cohort",
  start: "mulai start awal begin starting mulainya pembukaan",
  end: "selesai akhir berakhir end finish ending penutupan sampai",
  day: "tanggal tgl date hari jadwal schedule",
  event: "pelaksanaan kegiatan pelatihan bimtek bimbingan teknis training diklat workshop acara penyelenggaraan event",
  "sign-up":
    "daftar pendaftaran registrasi registration timestamp stempel input entri konfirmasi lapor isi surat lulus terbit created submitted",
  personal:
    "ktp kk lahir lhr ttl tl birth dob birthday umur usia age agama religion kelamin jk lp sex gender goldar darah blood kawin perkawinan pernikahan nikah marital kandung suami istri npwp rekening rek bank email surel mail pendidikan education ijazah jurusan pangkat golongan gol ruang kaos kaus baju ukuran penyakit alergi allergy disabilitas disability kesehatan suku kewarganegaraan paspor passport facebook instagram ig medsos rumah hobi vaksin bpjs gaji pekerjaan occupation",
  "id-number": "induk kependudukan nik nip nuptk nidn nrp nis nisn nipppk",
  count: "jumlah jml banyak banyaknya total count",
  other:
    "keterangan ket catatan remarks remark note notes status jabatan posisi position ttd tanda tangan paraf signature kehadiran hadir pos zip website situs koordinat latitude longitude rt rw dusun foto photo uang transport tahun year username waktu jam time program buku judul barang kuota verifikasi validasi nilai sertifikat npp link url sk absen absensi presensi",
  filler:
    "lengkap full dan atau and or of the aktif active gelar calon data identitas identity resmi bisa dihubungi tujuan penugasan sub urban in kemendagri bps dagri permendagri area jalan lgkp pribadi personal utama tetap depan belakang first last rencana",
  explains:
    "sesuai beserta dengan tanpa yang untuk contoh misal misalnya cth mohon harap diisi wajib berikut with eg format tulis please",
};

export const VOCABULARY: ReadonlyMap<string, Meaning> = new Map(
  Object.entries(WORDS).flatMap(([meaning, words]) =>
    words.split(" ").map((word) => [word, meaning as Meaning] as const),
  ),
);
