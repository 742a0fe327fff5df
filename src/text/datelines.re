# Where and when a report was filed, on a line of its own: "NAIROBI, Kenya (AP) --", "KYIV, Jan 2 (Reuters)", "Kyiv (CNN) —".
DATELINE	[A-Z][A-Z.' -]*[A-Z](?:, [A-Z][A-Za-z. ]*)?(?:,? [A-Z][a-z]{2,8}[.]? [0-9]{1,2}(?:, [0-9]{4})?)?(?: ?[(][A-Z][A-Za-z/ .]*[)](?: ?[_–—-]+)?|(?: ?[_–—-]+))$
DATELINE	[A-Z][A-Z.' -]*[A-Z](?:, [A-Z][A-Za-z. ]*)?,? [A-Z][a-z]{2,8}[.]? [0-9]{1,2}(?:, [0-9]{4})?$
DATELINE	[A-Z][A-Z.' -]*[A-Z](?:, [A-Z][A-Za-z. ]*)? [0-9]{4}-[0-9]{2}-[0-9]{2}$
DATELINE	[A-Z][a-z]+(?: [A-Z][a-z]+)*(?:, [A-Z][A-Za-z. ]*)? [(](?:[A-Z]{2,5}|dpa|RFE/RL|Reuters|Xinhua|Bloomberg|Yonhap|Kyodo)[)](?: ?[_–—-]+)?$
# The same before the first words of a report, up to the first letter of those: "KYIV, Jan 2 (Reuters) - Troops".
INLINE	[A-Z][A-Z.' -]*[A-Z](?:, [A-Z][A-Za-z. ]*)?(?:,? (?:[A-Z][a-z]{2,8}[.]? [0-9]{1,2}(?:, [0-9]{4})?|[0-9]{1,2} [A-Z][a-z]{2,8}[.]?(?: [0-9]{4})?))?(?: ?[(](?:[A-Z][A-Za-z/ .]*|dpa)[)])? ?(?:--|[_–—-]) ?[A-Z"“‘'`]
INLINE	[A-Z][a-z]+(?: [A-Z][a-z]+)*(?:, [A-Z][A-Za-z. ]*)?,? (?:[A-Z][a-z]{2,8}[.]? [0-9]{1,2}(?:, [0-9]{4})?|[0-9]{1,2} [A-Z][a-z]{2,8}[.]?(?: [0-9]{4})?)(?: ?[(](?:[A-Z][A-Za-z/ .]*|dpa)[)])? ?(?:--|[_–—-]) ?[A-Z"“‘'`]
INLINE	(?:[A-Z][A-Z.' -]*[A-Z]|[A-Z][a-z]+(?: [A-Z][a-z]+)*)(?:, [A-Z][A-Za-z. ]*)?(?:,? (?:[A-Z][a-z]{2,8}[.]? [0-9]{1,2}(?:, [0-9]{4})?|[0-9]{1,2} [A-Z][a-z]{2,8}[.]?(?: [0-9]{4})?))? ?[(](?:[A-Z]{2,5}|dpa|RFE/RL|Reuters|Xinhua|Bloomberg|Yonhap|Kyodo)[)] ?(?:--|[_–—-])? ?[A-Z"“‘'`]
