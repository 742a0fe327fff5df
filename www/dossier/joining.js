// Who is the same in several articles. Pure. For thousands of articles it can be done in steps, between which a page can do something else.
//
// Two people are one if they have the same full name and their roles agree: one has none, or they share a word of them. A surname or a first
// name alone is never enough. Organisations and places are one if they have the same name, unless that fits many, such as "City Council".
// Where a name has people of several roles, one without a role is left alone. What a reader decides goes before all of this.

import { compare } from "./digest.js";

/** @typedef {import("./digest.js").Reading} Reading */
/** @typedef {import("./digest.js").Named} Named */
/** @typedef {import("./digest.js").Said} Said */

/**
 * @typedef {{ does: "join", one: string, other: string }
 *   | { does: "part", members: string[] }
 *   | { does: "rename", member: string, name: string }} Decision  Members are named by their keys.
 */
/** @typedef {{ order: number, reading: Reading, at: number, named: Named }} Member  Somebody in one article, `at` being their index there. */

/**
 * @typedef {object} Party         A person, organisation or place over all articles.
 * @property {string} key          Its first member's.
 * @property {Named["type"]} type
 * @property {string} name
 * @property {string[]} roles      Most frequent first.
 * @property {Member[]} members    In the order of the articles; of one article, one or more.
 * @property {{ reading: Reading, quote: Said, isAlone: boolean }[]} quotes   In order of time.
 * @property {number} articles
 */

/** Names of organisations made of such words alone fit many. */
const GENERIC = new Set("a and association authority board bureau cabinet central chamber church city club college commission committee company congress council county court department district education federal fire for government health high hospital house justice local ministry municipal national of office parliament party police public regional school senate service state supreme town union university".split(" "));

/** So many members are a step. */
const STEP = 500;

/**
 * @param {readonly Reading[]} readings        In order of time.
 * @param {readonly Decision[]} decisions
 * @returns {Party[]} those in most articles first.
 */
export function joined(readings, decisions) {
  const steps = joining(readings, decisions);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * The same, step by step.
 * @param {readonly Reading[]} readings
 * @param {readonly Decision[]} decisions
 * @returns {Generator<void, Party[]>}
 */
export function* joining(readings, decisions) {
  /** @type {Member[]} */
  const members = [];
  for (const reading of readings) {
    reading.digest.named.forEach((named, at) => members.push({ order: members.length, reading, at, named }));
    if (members.length % STEP < reading.digest.named.length) yield;
  }
  const groups = createGroups(members);
  const decidedOf = new Set(decisions.flatMap((decision) => (decision.does === "join" ? [decision.one, decision.other] : decision.does === "part" ? decision.members : [decision.member])));
  /** Those that a reader has decided of. @type {Map<string, Member>} */
  const byKey = new Map();
  if (decidedOf.size > 0) for (const member of members) if (decidedOf.has(keyOf(member))) byKey.set(keyOf(member), member);
  /** Who was parted from the others stays apart. @type {Map<Member, number>} */
  const parted = new Map();
  decisions.forEach((decision, at) => {
    if (decision.does === "part") for (const key of decision.members) if (byKey.has(key)) parted.set(/** @type {Member} */ (byKey.get(key)), at);
  });
  /** @type {Record<Named["type"], Map<string, Member[]>>} */
  const alike = { person: new Map(), organization: new Map(), place: new Map() };
  for (const member of members) {
    const { type, plain } = member.named;
    const key = parted.has(member) ? `${plain} ${parted.get(member)}.` : plain;
    const list = alike[type].get(key);
    if (list) list.push(member);
    else alike[type].set(key, [member]);
    if (member.order % STEP === 0) yield;
  }
  for (const lists of Object.values(alike)) {
    for (const list of lists.values()) {
      const [first] = list;
      if (first && list.length > 1 && isFull(first.named)) joinAlike(list, groups, list.some((member) => parted.has(member)));
      if (list.length > STEP) yield;
    }
    yield;
  }
  for (const decision of decisions) {
    const [one, other] = decision.does === "join" ? [byKey.get(decision.one), byKey.get(decision.other)] : [];
    if (one && other) groups.join(one, other);
  }
  const names = new Map(decisions.flatMap((decision) => {
    const member = decision.does === "rename" && byKey.get(decision.member);
    return member ? [[groups.first(member), decision.name]] : [];
  }));
  /** @type {Party[]} */
  const parties = [];
  let told = 0;
  for (const group of groups.all()) {
    parties.push(party(group, names.get(groups.first(/** @type {Member} */ (group[0]))) ?? ""));
    told += group.length;
    if (told < STEP) continue;
    told = 0;
    yield;
  }
  return parties.sort((one, other) => other.articles - one.articles || other.quotes.length - one.quotes.length || compare(one.name, other.name));
}

/** What a decision calls somebody by. @param {Member} member */
export function keyOf({ reading, named: { type, plain, turn } }) {
  return `${reading.story.id} ${type} ${plain}${turn > 1 ? ` ${turn}` : ""}`;
}

/** Whether a name says by itself who is meant. @param {Named} named */
function isFull({ type, plain }) {
  const words = plain.split(" ");
  if (type === "person") return words.filter((word) => word.length > 1).length > 1;
  return type === "place" || words.some((word) => !GENERIC.has(word));
}

/**
 * Joins those of one name whose roles agree.
 * @param {readonly Member[]} members
 * @param {ReturnType<typeof createGroups>} groups
 * @param {boolean} isDecided  Whether a reader has said that these are one.
 */
function joinAlike(members, { join, first }, isDecided) {
  const [one] = members;
  if (!one) return;
  if (one.named.type !== "person" || isDecided) return members.forEach((member) => join(one, member));
  /** The first member with a word in its roles. @type {Map<string, Member>} */
  const having = new Map();
  for (const member of members) {
    for (const word of member.named.about) {
      const other = having.get(word);
      if (other) join(other, member);
      else having.set(word, member);
    }
  }
  const told = members.filter(({ named }) => named.about.length > 0);
  // With people of two roles, nothing tells which of them one without a role is.
  if (new Set(told.map(first)).size > 1) return;
  const head = told[0] ?? one;
  for (const member of members) if (member.named.about.length === 0) join(head, member);
}

/** Sets that are joined, each known by its first member. @param {readonly Member[]} members */
function createGroups(members) {
  const above = members.map((_, at) => at);
  const root = (/** @type {number} */ at) => {
    let top = at;
    while (above[top] !== top) top = /** @type {number} */ (above[top]);
    above[at] = top;
    return top;
  };
  const of = (/** @type {Member} */ member) => root(member.order);
  return {
    /** @param {Member} one  @param {Member} other */
    join(one, other) {
      const [a, b] = [of(one), of(other)];
      above[Math.max(a, b)] = Math.min(a, b);
    },
    /** @param {Member} member */
    first: of,
    all() {
      /** @type {Map<number, Member[]>} */
      const groups = new Map();
      members.forEach((member, at) => {
        const top = root(at);
        const group = groups.get(top);
        if (group) group.push(member);
        else groups.set(top, [member]);
      });
      return [...groups.values()];
    },
  };
}

/** @param {Member[]} members  @param {string} given  The name that a reader gave. @returns {Party} */
function party(members, given) {
  const [first] = /** @type {[Member]} */ (/** @type {unknown} */ (members));
  /** @type {Party["quotes"]} */
  const quotes = [];
  let articles = 0;
  members.forEach((member, at) => {
    const { reading, named } = member;
    const isFirst = members[at - 1]?.reading !== reading;
    if (isFirst) articles += 1;
    // An article may have several of them, who may speak together.
    const isOne = isFirst && members[at + 1]?.reading !== reading;
    const own = isOne ? named.quotes : isFirst ? [...new Set(members.filter((other) => other.reading === reading).flatMap((other) => other.named.quotes))].sort((one, other) => one - other) : [];
    for (const index of own) {
      const quote = reading.digest.quotes[index];
      if (quote) quotes.push({ reading, quote, isAlone: quote.speakers.length === 1 });
    }
  });
  const names = frequent(members.map(({ named }) => named.name), (name) => name);
  return {
    key: keyOf(first), type: first.named.type, members, quotes, articles,
    name: given || names.find((name) => name !== name.toUpperCase()) || names[0] || "",
    roles: frequent(members.flatMap(({ named }) => named.roles), (role) => role.toLowerCase()),
  };
}

/** Each once, most frequent first. @param {readonly string[]} all  @param {(one: string) => string} keyOf  @returns {string[]} */
function frequent(all, keyOf) {
  if (all.length < 2) return [...all];
  /** @type {Map<string, { one: string, count: number }>} */
  const counts = new Map();
  for (const one of all) {
    const found = counts.get(keyOf(one));
    if (found) found.count += 1;
    else counts.set(keyOf(one), { one, count: 1 });
  }
  return [...counts.values()].sort((one, other) => other.count - one.count).map(({ one }) => one);
}

/**
 * Who may be the same as somebody, and was not joined: of the same first and last name, or, with a surname alone, of that surname.
 * @param {Party} party
 * @param {readonly Party[]} all
 * @returns {Party[]}
 */
export function perhapsSame(party, all) {
  const ends = (/** @type {Party} */ { members }) => {
    const words = members[0]?.named.plain.split(" ") ?? [];
    return { first: words[0], last: words.at(-1), isLone: words.length === 1 };
  };
  const own = ends(party);
  if (party.type === "place") return [];
  return all.filter((other) => {
    if (other === party || other.type !== party.type) return false;
    if (party.type === "organization") return other.members[0]?.named.plain === party.members[0]?.named.plain;
    const its = ends(other);
    return own.last === its.last && (own.first === its.first || own.isLone || its.isLone);
  });
}

/**
 * The decisions with one more. Who is parted is not joined by what was decided before.
 * @param {readonly Decision[]} decisions
 * @param {Decision} decision
 * @returns {Decision[]}
 */
export function decided(decisions, decision) {
  if (decision.does !== "part") return [...decisions, decision];
  const isParted = (/** @type {string} */ key) => decision.members.includes(key);
  return [...decisions.filter((one) => one.does !== "join" || isParted(one.one) === isParted(one.other)), decision];
}

/** Who each of those named in an article is. @param {readonly Party[]} parties */
export function partiesOf(parties) {
  /** @type {Map<Reading, Map<number, Party>>} */
  const who = new Map();
  for (const party of parties) {
    for (const { reading, at } of party.members) {
      const places = who.get(reading) ?? new Map();
      who.set(reading, places.set(at, party));
    }
  }
  return who;
}
