/** yyyymmdd; −1 where there is no such day. */
export function makeDay(year: i32, month: i32, date: i32): i32 {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || date < 1) return -1;
  if (date > 28) {
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const length = month === 2 ? (leap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
    if (date > length) return -1;
  }
  return year * 10000 + month * 100 + date;
}

export function firstOfNextMonth(day: i32): i32 {
  const month = (day / 100) % 100;
  return month === 12 ? (day / 10000 + 1) * 10000 + 101 : day - (day % 100) + 101;
}
