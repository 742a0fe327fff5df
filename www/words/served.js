// The words that are in the page before any script runs: the build puts each where `index.html` has its name in double braces.
// None of them is sent again with the scripts.

export const description = "Paste a news article and see who is named, who said what, and when. Everything happens on your own device.";
export const title = "newsmark";
export const skip = "Skip to the article";
export const tagline = "Who is named, who said what, and when.";
export const examples = "Examples";
export const pasteAnArticle = "Paste an article";
export const dossier = "Dossier";
export const dossierHelp = "Read many articles together";

export const yourArticle = "Your article";
export const articleText = "Article text";
export const openFile = "Open a file";
export const clear = "Clear";
export const done = "Done";
export const placeholder = "Paste or type an article. Names, quotes and dates are highlighted as you type. Nothing leaves your device.";

export const controls = "Controls";
export const view = "View";
export const viewAll = "Everything";
export const viewQuotes = "Quotes";
export const viewNames = "Names";
export const viewPlain = "Plain";
export const find = "Find";
export const previousMatch = "Previous match";
export const nextMatch = "Next match";
export const filter = "Key and filters";
export const onlyShow = "Only show";
export const kindOfQuote = "Kind of quote";
export const anyKind = "Any";
export const wordForWord = "Word for word";
export const paraphrases = "Paraphrases";
export const minimumConfidence = "Minimum confidence";
export const anyConfidence = "any";
export const highlightsToShow = "Highlights to show";
export const exportIt = "Export";
export const filtersOn = "Filters that are on";

export const published = "Published on";
export const publication = "Publication";
export const publicationHelp = "For citations, such as Riverside Ledger";
export const jumpToIndex = "Quotes, names, dates";
export const loading = "Loading";
export const article = "The article, highlighted";
export const emptyTitle = "Paste an article";
export const emptyPress = "Press";
export const or = "or";
export const emptyHelp = "anywhere on this page, or type in the text field. Or open a file, or drop one here: a web page, a PDF, a Word document, an email or a text. Nothing leaves your device.";
export const opening = "Opening …";
export const showOriginal = "Show original";
export const markAnyway = "Highlight it anyway";

export const corrections = "Corrections";
export const discardAll = "Discard all corrections";
export const whatTheArticleSays = "What the article says";
export const close = "Close";
export const reload = "Reload";

export const exportFormat = "Format";
export const download = "Download";
export const copy = "Copy";
export const shareLink = "Copy share link";

export const shortcuts = "Keyboard shortcuts";
export const keyArticle = "Enter or leave the article";
export const keyArrows = "Previous, next highlight";
export const keyEnter = "Open details";
export const keyEscape = "Close details";
export const keyNext = "Next highlight (Shift: previous)";
export const keyQuote = "Next quote, date";
export const keyCheck = "Check the next doubtful finding";
export const keyJudge = "Right, wrong, mend: in the details of a doubtful finding";
export const keyFind = "Find";
export const keyUndo = "Undo (Shift: redo)";
export const keyList = "Show this list";
export const letters = "Use single-letter shortcuts";
export const announce = "Announce results to screen readers";
export const labelAs = "Label as …";
export const noScript = "newsmark needs JavaScript and WebAssembly: your text is read in your browser, not on a server.";
