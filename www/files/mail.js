// Emails as programs save them: the subject becomes the headline, followed by the body and the day of the header. Attachments are not opened.

import PostalMime, { decodeWords } from "postal-mime";
import { dayOf } from "./days.js";

/** @typedef {import("./files.js").Read} Read */
/** @typedef {import("./files.js").Refused} Refused */

/** The lines of a header that a reader knows. */
const SHOWN = ["from", "to", "cc", "date", "subject"];
/** What has none of these is no mail. */
const NEEDED = [...SHOWN, "mime-version", "content-type", "received"];

/**
 * @param {Uint8Array} bytes
 * @returns {Promise<Read | Refused>}
 */
export async function readMail(bytes) {
  const mail = await PostalMime.parse(bytes).catch(() => null);
  if (!mail?.headers.some(({ key }) => NEEDED.includes(key))) return { wrong: "damaged" };
  const plain = (mail.text ?? "").replace(/\r\n?/g, "\n").trim();
  const { readFragment, readPage } = await import("./webpage.js");
  // A page that a browser saved as one file is a mail by its form.
  const isPage = mail.headers.some(({ key }) => key === "snapshot-content-location");
  if (isPage && mail.html) return readPage(mail.html);
  const rich = mail.html && plain === "" ? readFragment(mail.html) : null;
  const body = rich?.text ?? plain;
  if (body === "") return { wrong: "no-text" };
  const subject = (mail.subject ?? "").replace(/^((re|fwd?|aw|wg)\s*:\s*)+/i, "").trim();
  const header = mail.headers.filter(({ key }) => SHOWN.includes(key)).map(({ originalKey, value }) => `${originalKey}: ${decodeWords(value)}`);
  const date = dayOf(mail.headers.find(({ key }) => key === "date")?.value);
  return {
    text: subject && !body.startsWith(subject) ? `${subject}\n\n${body}` : body,
    original: `${header.join("\n")}\n\n${rich?.original ?? body}`,
    cleaned: ["mail-header", ...(rich?.cleaned ?? [])],
    title: subject || null,
    ...(date ? { date, dateFrom: /** @type {const} */ ("mail") } : {}),
  };
}
