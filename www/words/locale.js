// Which English a reader gets: spelling and dates as their browser asks for. It refuses to guess a language that it has no words for.

/** What the browser prefers, first things first; nothing where there is no browser. @type {readonly string[]} */
const asked = globalThis.window?.navigator?.languages ?? [];

/** For dates and numbers. A browser in another language gets the English of the world, where days come before months. */
export const locale = asked.find((tag) => /^en\b/i.test(tag)) ?? (asked.length > 0 ? "en-001" : "en-US");

/** Whether "organization" has a z. */
const isAmerican = /^en(-(US|CA|PH))?$/i.test(locale);

/** @param {string} american  @param {string} other */
export const spelt = (american, other) => (isAmerican ? american : other);

const plain = new Intl.NumberFormat(locale);

/** @param {number} count */
export const number = (count) => plain.format(count);

/** "1 mention", "2 mentions". @param {number} count  @param {string} one  @param {string} [many] */
export const counted = (count, one, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`;

/** A share as "37%". @param {number} share  From 0 to 1. */
export const percent = (share) => `${Math.round(share * 100)}%`;
