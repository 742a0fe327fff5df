/** What the caller may say about an article. */
export interface AnnotateOptions {
  /**
   * The day the article is of: what "yesterday" is resolved against. `YYYY-MM-DD`, a time stamp, whose day is taken as it is written, or a
   * `Date`, whose day is taken in UTC. Without it, the article's own date is looked for.
   */
  date?: string | Date | null;
  /** Names that the caller knows: found wherever they are written, whatever the text suggests. */
  names?: KnownName[] | null;
  /** Regular expressions of the caller's: what they match is named, whatever the text suggests. At most 100. */
  patterns?: Pattern[] | null;
  /** Whether everything is read: what a page adds around the article too, and what is not in English. False if left out. */
  everything?: boolean | null;
  /** The longest text that is read, in UTF-16 code units: 10,000,000 if left out. `Infinity` for none; some 24 bytes of memory are needed for each. */
  limit?: number | null;
  /** Told what share of the work is done, from 0 to 1, after each stage. */
  progress?: ((done: number) => void) | null;
}

/** One thing that the caller knows by name. */
export interface KnownName {
  /** What its entity is called, and the first way it may be written. */
  name: string;
  type: EntityType;
  /** Other ways it may be written. */
  aliases?: string[];
  /** Whether capitals must be as given: "US" but not "us". False if left out. */
  caseSensitive?: boolean;
}

/** A regular expression of the caller's. It is matched in each paragraph by itself, in time linear in the text. */
export interface Pattern {
  /** What it matches is of this type. */
  type: EntityType;
  /**
   * In the syntax of the `regex` crate of Rust: `\b`, `\d`, `\s`, `\w` and `(?i)` know Unicode; there are no back references and no
   * look-around. `String.raw` spares doubled backslashes.
   */
  pattern: string;
  /** What the one entity is called that all its matches are mentions of. Without it, each text that it matches is an entity. */
  name?: string | null;
}

/** What is thrown where an argument cannot be used, or where the core broke down. */
export interface NewsmarkError extends Error {
  name: "NewsmarkError";
  /** The argument that is wrong; `length` of a text beyond the limit; `core` where the core cannot be loaded or broke down: the next call tries again, with a fresh one. */
  kind: "text" | "length" | "options" | "date" | "names" | "patterns" | "format" | "annotations" | "core";
}

/** What `exportAs` writes: offsets in it are Unicode code points. */
export type ExportFormat =
  | "html"
  | "markdown"
  | "tei"
  | "web-annotations"
  | "brat"
  | "conll"
  | "csv-entities"
  | "csv-quotes"
  | "csv-dates";

/** A half-open range of UTF-16 code units: `text.slice(start, end)`. */
export interface Span {
  start: number;
  end: number;
}

/** Everything found in one article. */
export interface Annotations {
  /** Version of these shapes. */
  schema: 2;
  offsets: "utf-16";
  /**
   * The language of the text as far as its words tell, ISO 639-1 ("en", "de"), or "und" where it is another than English and not clear
   * which. Left out where too little tells. Only what is in English has entities, quotes and dates.
   */
  language?: string;
  /** What relative dates were resolved against. */
  reference: { date: string | null; source: "given" | "text" | "inferred" | "none" };
  /** The article's paragraphs and other blocks, in text order. */
  blocks: Block[];
  /** One for each thing in the world that is named, in order of first mention. */
  entities: Entity[];
  /** Every mention of an entity, in text order. */
  mentions: Mention[];
  /** What is said, and by whom, in text order. */
  quotes: Quote[];
  /** Time expressions, in text order. */
  dates: TimeExpr[];
}

/** A paragraph or other block. */
export interface Block extends Span {
  kind: "headline" | "byline" | "dateline" | "paragraph" | "caption" | "credit" | "boilerplate";
}

/** What kind of thing an entity is. */
export type EntityType = "person" | "organization" | "place" | "group" | "event" | "work" | "product" | "other";

/** One thing in the world. */
export interface Entity {
  /** Its index in `entities`. */
  id: number;
  type: EntityType;
  /** Its fullest name in the text. */
  name: string;
  /** Titles and functions that the text gives it. */
  roles: Span[];
  /** Its mentions, as indices into `mentions`. */
  mentions: number[];
}

/** One mention of an entity. */
export interface Mention extends Span {
  text: string;
  /** The `id` of its entity. */
  entity: number;
  form: "name" | "nominal" | "pronoun";
  /** What of the caller's found it: a name that they know, or a pattern of theirs. Left out where neither did. */
  rule?: "known" | "pattern";
  /** Probability that span, type and entity are right, 0 to 1. */
  score: number;
}

/** One quote, with its quotation marks. */
export interface Quote extends Span {
  text: string;
  /** Its stretches of quoted or reported text, without speaker and cue in between. */
  parts: Span[];
  kind: "direct" | "indirect" | "mixed";
  /** Who said it; null where nobody is credited. */
  speaker: Speaker | null;
  /** The words that mark it as speech ("said", "according to"). */
  cue: Span | null;
  /** The evidence that chose the speaker; `by-hand` where somebody corrected it. */
  rule: string;
  /** Probability that these words are a quote with these ends, 0 to 1. */
  score: number;
}

/** Who is credited with a quote. */
export interface Speaker extends Span {
  text: string;
  /** The `id` of each entity that speaks ("Ruiz and Lind" are two), or none where they are not named. */
  entities: number[];
  /** Probability that the credit is right, 0 to 1. */
  score: number;
}

/** One time expression. */
export interface TimeExpr extends Span {
  text: string;
  type: "date" | "time" | "duration" | "set";
  /** TIMEX3 value. */
  value: string;
  /** TIMEX3 modifier. */
  mod?:
    | "BEFORE"
    | "AFTER"
    | "ON_OR_AFTER"
    | "ON_OR_BEFORE"
    | "LESS_THAN"
    | "MORE_THAN"
    | "EQUAL_OR_LESS"
    | "EQUAL_OR_MORE"
    | "START"
    | "MID"
    | "END"
    | "APPROX";
  /** TIMEX3 frequency of a set, how many times in each: "2X" for the month of "twice a month". */
  freq?: string;
  /** TIMEX3 quantifier of a set: "EVERY", "EACH", "EVERY OTHER", "EVERY THIRD" and so on. */
  quant?: string;
  /** First day of its interval, `YYYY-MM-DD`; null where open or unknown. */
  from: string | null;
  /** The day after its last; null where open or unknown. */
  to: string | null;
  /** The ends of a range. */
  parts?: TimePart[];
  /** The rule that found it; `by-hand` where somebody corrected it. */
  rule: string;
  /** Probability that span and value are right, 0 to 1. */
  score: number;
}

/** One end of a range. */
export interface TimePart extends Span {
  /** Its TIMEX3 value. */
  value: string;
}
