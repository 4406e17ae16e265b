// The words by which lines below a table's heading are known to be no people.

export const TOTAL = /^\W*(grand +|sub *-?)?(total|jumlah|jml)\b/i;

/** What stands where an office signs, and the place and day above it: "Jambi, 12 Mei 2024". */
export const SIGNATURE =
  /^\W*(mengetahui|menyetujui|mengesahkan|disahkan|diketahui|ditetapkan|kepala (dinas|bidang|perpustakaan|desa|seksi|pusat|badan|uptd?|kantor)|lurah|camat|bupati|plt\b|plh\b|a\.?n\.? |ketua (panitia|pelaksana|tim)|panitia|penanggung jawab|yang membuat|dibuat oleh|pembuat daftar|tertanda|ttd\b|hormat (saya|kami)|sekretaris|nip[ .:]|pembina (tingkat|tk|utama))/i;
export const PLACE_AND_DAY =
  /^\p{L}[\p{L} .]{2,30}, *(tanggal +)?([\d. ]{0,3}|\.{2,}) *(januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember|\p{L}{3,9}) +(20\d\d|\.+)$/iu;

export const NOTE = /^\W*(catatan|keterangan|ket|note|notes|nb|sumber|source|\*)\b *[:.)]?|^\*/i;

/** "I", "A.", "1)", "(3)": numbering before whatever follows. */
export const NUMBERING = /^\(?([IVXLC]{1,6}|[A-Z]|\d{1,4})[.)]*$/i;

/** A line below the name that goes on with who it is. */
export const ID_NUMBER = /^\W*(NIP|NIK|NUPTK|NIDN|NRP)\b/i;
