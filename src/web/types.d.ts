/** Options for one article. */
export interface AnnotateOptions {
  /**
   * The publication date, which "yesterday" counts from: `YYYY-MM-DD`, a timestamp, whose day is used as written, or a `Date`, whose day is
   * taken in UTC. Without it, newsmark looks for the date in the article.
   */
  date?: string | Date | null;
  /** Names of your own: found wherever they appear, whatever the text suggests. */
  names?: KnownName[] | null;
  /** Regular expressions of your own: every match is an entity, whatever the text suggests. At most 100. */
  patterns?: Pattern[] | null;
  /** Whether to annotate everything: what a page adds around the article, and text that is not in English. Default: false. */
  everything?: boolean | null;
  /** The longest text to read, in UTF-16 code units. Default: 10,000,000. `Infinity` for no limit; each code unit needs some 24 bytes of memory. */
  limit?: number | null;
  /** Called after each stage with the share of the work that is done, from 0 to 1. */
  progress?: ((done: number) => void) | null;
}

/** A name of your own. */
export interface KnownName {
  /** The name of the entity, and its first spelling. */
  name: string;
  type: EntityType;
  /** Other spellings. */
  aliases?: string[];
  /** Whether capitals must match: "US" but not "us". Default: false. */
  caseSensitive?: boolean;
}

/** A regular expression of your own. It is matched in each paragraph separately, in time linear in the text. */
export interface Pattern {
  /** The type of its matches. */
  type: EntityType;
  /**
   * In the syntax of Rust's `regex` crate: `\b`, `\d`, `\s`, `\w` and `(?i)` support Unicode; there are no back-references and there is no
   * look-around. `String.raw` avoids doubled backslashes.
   */
  pattern: string;
  /** The name of the one entity that all matches mention. Without it, each different text is an entity of its own. */
  name?: string | null;
}

/** The error for invalid arguments, unreadable files, and a core that crashed. */
export interface NewsmarkError extends Error {
  name: "NewsmarkError";
  /** The invalid argument; `length`: the text is over the limit; `core` or `worker`: it could not be loaded, or crashed, and the next call tries again; `file`: a file cannot be read; `language`: the text is not English. */
  kind: "text" | "length" | "options" | "date" | "names" | "patterns" | "format" | "annotations" | "core" | "worker" | "file" | "language";
}

/** The formats of `exportAs`; offsets in them are Unicode code points. */
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
   * The language of the text, as far as its words show: ISO 639-1 ("en", "de"), or "und" for an unidentified language other than English.
   * Left out if there are too few words to tell. Only English text has entities, quotes and dates.
   */
  language?: string;
  /** The day that relative dates count from. */
  reference: { date: string | null; source: "given" | "text" | "inferred" | "none" };
  /** The article's paragraphs and other blocks, in text order. */
  blocks: Block[];
  /** One for each person, organisation or other thing that is named, in order of first mention. */
  entities: Entity[];
  /** Every mention of an entity, in text order. */
  mentions: Mention[];
  /** Who said what, in text order. */
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
  /** Whether one of your own names or patterns found it. Left out if neither did. */
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
