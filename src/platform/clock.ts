/** Today as an ISO day where the reader is: lapse days are meant in the reader's calendar. */
export function readToday(now: Date = new Date()): string {
  const month = String(now.getMonth() + 1).padStart(2, '0');
  return `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, '0')}`;
}
