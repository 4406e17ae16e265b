// Which page of a long list is wanted, and how many stand on one. Where there are fewer pages, the last one is shown.
export interface PageWish {
  page: number;
  most: number;
}
