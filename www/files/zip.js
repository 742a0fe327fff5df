// The unpacked size that an archive declares, read before anything is unpacked: a small file can contain more than memory can hold.
//
// Format: APPNOTE.TXT of PKWARE, sections 4.3.12 and 4.3.16.

/** How an entry of the central directory begins, and where its sizes are. */
const ENTRY = 0x02014b50;
const SIZE_AT = 24;
const ENTRY_LENGTH = 46;
/** How the end of the directory begins, its length, and the most that may follow it. */
const END = 0x06054b50;
const END_LENGTH = 22;
const COMMENT = 0xffff;

/**
 * The bytes that all entries unpack to, as the archive says; 0 where it has no directory.
 * @param {Uint8Array} bytes
 */
export function expanded(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - END_LENGTH;
  const least = Math.max(0, end - COMMENT);
  while (end >= least && view.getUint32(end, true) !== END) end -= 1;
  if (end < least) return 0;
  let sum = 0;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0 && at + ENTRY_LENGTH <= bytes.length && view.getUint32(at, true) === ENTRY; left -= 1) {
    sum += view.getUint32(at + SIZE_AT, true);
    at += ENTRY_LENGTH + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sum;
}
