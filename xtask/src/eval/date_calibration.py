"""How far the scores of dates can be believed: SCORER GOLD.jsonl PREDICTED.jsonl, by the scorer's own pairs.

The score of an expression is held against whether gold has the same span with the same value. A range that carries its ends is judged
by each of them. Printed are the expected calibration error, in ten bins, and by rule: how many there are, what their scores say on
average, how many are right."""
import importlib.util
import json
import sys

spec = importlib.util.spec_from_file_location("scorer", sys.argv[1])
scorer = importlib.util.module_from_spec(spec)
sys.dont_write_bytecode = True
spec.loader.exec_module(scorer)

gold = scorer.load(sys.argv[2])
bins = [0.0] * 10
rules = {}
judged = 0
for line in open(sys.argv[3], encoding="utf8"):
    found = json.loads(line)
    predicted = [{**part, "rule": date["rule"], "score": date["score"]} for date in found["dates"] for part in date.get("parts") or [date]]
    wanted = gold[found["id"]]["timexes"]
    match = {j: i for i, j in scorer.pair(wanted, predicted)}
    for j, date in enumerate(predicted):
        same = lambda key: wanted[match[j]].get(key) == date[key]
        right = j in match and same("start") and same("end") and same("value")
        bins[min(int(date["score"] * 10), 9)] += date["score"] - right
        rule = rules.setdefault(date["rule"], [0, 0.0, 0])
        rule[0] += 1
        rule[1] += date["score"]
        rule[2] += right
        judged += 1
print(json.dumps({"error": sum(map(abs, bins)) / max(1, judged), "rules": rules}))
