"""Expected calibration error of name mentions, in ten bins: SCORER CORPUS.tsv PREDICTED.jsonl, the scorer's own rules."""
import importlib.util
import json
import sys

spec = importlib.util.spec_from_file_location("scorer", sys.argv[1])
scorer = importlib.util.module_from_spec(spec)
spec.loader.exec_module(scorer)

documents = scorer.read(sys.argv[2])
labels = {tag[2:] for document in documents for sentence in document for _, tag in sentence if tag != "O"}
types = scorer.FINE if "NORP" in labels else scorer.COARSE
bins = [[0.0, 0, 0] for _ in range(10)]
for line in open(sys.argv[3], encoding="utf8"):
    found = json.loads(line)
    text, spans = scorer.build(documents[int(found["id"])])
    gold = {(*scorer.trimmed(text, s, e), scorer.GOLD[label]) for s, e, label in spans if label in scorer.GOLD}
    ignored = [(s, e) for s, e, label in spans if label not in scorer.GOLD]
    kinds = {entity["id"]: types[entity["type"]] for entity in found["entities"]}
    for mention in found["mentions"]:
        start, end = scorer.trimmed(text, mention["start"], mention["end"])
        if mention["form"] != "name" or any(start < e and s < end for s, e in ignored):
            continue
        cell = bins[min(int(mention["score"] * 10), 9)]
        cell[0] += mention["score"]
        cell[1] += (start, end, kinds[mention["entity"]]) in gold
        cell[2] += 1
print(sum(abs(said - right) for said, right, _ in bins) / max(1, sum(count for _, _, count in bins)))
