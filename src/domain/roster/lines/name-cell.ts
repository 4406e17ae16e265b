// A name without what offices write below it: nobody asked for the number of an official.

const ID_NUMBER = /[\s,;/([-]*\b(NIP|NIK|NUPTK|NIDN|NRP)\b\.?[\s.:]*[\d\s.-]{6,}[)\]]?/gi;
const LONG_NUMBER = /(?<!\d)(\d[ .-]?){15}\d+(?!\d)/g;

export function nameCell(text: string): string {
  return text.replace(ID_NUMBER, " ").replace(LONG_NUMBER, " ").replace(/\s+/g, " ").trim();
}
