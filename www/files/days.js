// The day of a timestamp from a page, an email or a PDF, as written: no clock and no time zone moves it.

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * @param {string | null | undefined} written  "2026-03-04T23:10:00-05:00", "20260304", "D:20260304…", "Wed, 4 Mar 2026 …", "March 4, 2026".
 * @returns {string | null} `YYYY-MM-DD`; null where it names no day of the calendar.
 */
export function dayOf(written) {
  const stamp = (written ?? "").trim();
  const numbers = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(stamp) ?? /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(stamp);
  if (numbers) return day(numbers[1], numbers[2], numbers[3]);
  const dayFirst = /\b(\d{1,2})\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})\b/i.exec(stamp);
  if (dayFirst) return day(dayFirst[3], month(dayFirst[2]), dayFirst[1]);
  const monthFirst = /\b([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i.exec(stamp);
  return monthFirst ? day(monthFirst[3], month(monthFirst[1]), monthFirst[2]) : null;
}

/** @param {string | undefined} name */
function month(name) {
  return String(MONTHS.indexOf((name ?? "").toLowerCase()) + 1);
}

/** @param {string | undefined} year  @param {string | undefined} month  @param {string | undefined} day */
function day(year = "", month = "", day = "") {
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  // An invalid day would be read as one of the next month.
  return Number(year) >= 1000 && !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : null;
}
