"""How far the scores of quotes can be believed: EVAL GOLD.jsonl PREDICTED.jsonl NEWSMARK CASES.jsonl, by the scorers in the folder EVAL.

The score of a quote is held against an exact span, over every predicted quote that the scorer counts; the score of its speaker
against the right credit (the same words, and the name behind them where gold has one), over quotes that gold has at Jaccard 0.5.
Among sure quotes, one that gold lacks counts as wrong."""
import json
import subprocess
import sys

folder, gold_file, predicted_file, newsmark, cases_file = sys.argv[1:]
sys.path.insert(0, folder)
sys.dont_write_bytecode = True
import check_cases
import score_quotes as scorer

BINS, SURE, MATCH = 10, 0.9, 0.5


def credit(quote):
    """The probability that the speaker is right, None where there is no speaker; schema 1 has one score for both."""
    speaker = quote.get("speaker")
    return speaker and speaker.get("score", quote["score"])


def sure(quote):
    return quote["score"] >= SURE and (credit(quote) or 0) >= SURE


def counted(document, quotes):
    """Gold that is speech, and the predicted quotes that do not belong to other gold, with their words."""
    kind = lambda quote: quote.get("kind") or scorer.kind_of(document.t, quote["parts"], document.mask)
    gold = [(q, document.toks(q), q.get("speech") is False and kind(q) == "indirect") for q in quotes[0]]
    speech = [(q, words) for q, words, other in gold if words and not other]
    others = [words for _, words, other in gold if words and other]
    predicted = [(q, document.toks(q)) for q in quotes[1]]

    def counts(words):
        inside = any(len(words & other) >= 0.5 * len(words) for other in others)
        return not inside or any(len(words & own) >= 0.3 * len(words | own) for _, own in speech)

    return speech, [(q, words) for q, words in predicted if words and counts(words)]


def matches(speech, predicted):
    """Index of predicted to index of gold, the best pairs first."""
    pairs = [(len(a & b) / len(a | b), i, j) for i, (_, a) in enumerate(speech) for j, (_, b) in enumerate(predicted) if a & b]
    taken, found = set(), {}
    for jaccard, i, j in sorted(pairs, reverse=True):
        if i in taken or j in found:
            continue
        taken.add(i)
        found[j] = i if jaccard >= MATCH else None
    return {j: i for j, i in found.items() if i is not None}


def rightly_credited(document, gold, quote):
    _, name, right = scorer.sp_right(document, gold, quote)
    phrase = scorer.same_phrase(document, gold, quote)
    return right if phrase is None else phrase and name is not False


def error(judged):
    """Expected calibration error of (probability, right) pairs."""
    bins = [0.0] * BINS
    for score, right in judged:
        bins[min(int(score * BINS), BINS - 1)] += score - right
    return sum(map(abs, bins)) / max(1, len(judged))


def in_corpus():
    spans, speakers, attributed, credited, clean = [], [], [], [], []
    predicted_of = scorer.load(predicted_file)
    for name, annotated in scorer.load(gold_file).items():
        document = scorer.Doc(annotated["text"])
        trimmed = lambda quote: scorer.trim(document.t, quote["start"], quote["end"])
        speech, predicted = counted(document, (annotated["quotes"], predicted_of[name]["quotes"]))
        left = [trimmed(quote) for quote, _ in speech]
        match = matches(speech, predicted)
        for j, (quote, _) in enumerate(predicted):
            span = trimmed(quote)
            spans.append((quote["score"], span in left))
            if span in left:
                left.remove(span)
            gold = speech[match[j]][0] if j in match else None
            right = gold is not None and rightly_credited(document, gold, quote)
            if gold is not None and credit(quote) is not None:
                speakers.append((credit(quote), right))
            if sure(quote):
                attributed.append(gold is not None and scorer.sp_right(document, gold, quote)[2])
                credited.append(right)
                clean.append(right and trimmed(gold) == span)
    shares = {"sure": len(clean), "attributed": sum(attributed), "credited": sum(credited), "clean": sum(clean)}
    return {"quote": error(spans), "speaker": error(speakers), **shares}


def in_cases():
    cases = [json.loads(line) for line in open(cases_file, encoding="utf8") if line.strip() and not line.startswith("#")]
    lines = "".join(json.dumps({"id": i, "text": case["text"]}) + "\n" for i, case in enumerate(cases))
    ran = subprocess.run([newsmark, "annotate", "--jsonl"], input=lines, capture_output=True, check=True, text=True, encoding="utf8")
    right = []
    for case, found in zip(cases, map(json.loads, ran.stdout.splitlines())):
        wanted = case.get("quotes", case.get("quotes+", []))
        for quote in filter(sure, found["quotes"]):
            # Alone, so that what the case says is said of this quote; that it then lacks the others is no fault.
            wrong = check_cases.check({"text": case["text"], "quotes": wanted}, {**found, "quotes": [quote]})
            if "quotes" in case or not any(line.startswith("false quote") for line in wrong):
                right.append(all(line.startswith("no quote") for line in wrong))
    return {"sureInCases": len(right), "rightInCases": sum(right)}


print(json.dumps(in_corpus() | in_cases()))
