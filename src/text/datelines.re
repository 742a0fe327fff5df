# Where and when a report was filed, on a line of its own: "NAIROBI, Kenya (AP) --", "KYIV, Jan 2 (Reuters)", "Kyiv (CNN) —".
DATELINE	[A-Z][A-Z.' -]*[A-Z](?:, [A-Z][A-Za-z. ]*)?(?:,? [A-Z][a-z]{2,8}[.]? [0-9]{1,2}(?:, [0-9]{4})?)?(?: ?[–—-]{0,2} ?[(][A-Z][A-Za-z/ .]*[)](?: ?[_–—-]+)?|,? ?/[A-Z][A-Za-z ]*/(?: ?[_–—-]+)?|(?: ?[_–—-]+))$
DATELINE	[A-Z][A-Z.' -]*[A-Z](?:, [A-Z][A-Za-z. ]*)?,? [A-Z][a-z]{2,8}[.]? [0-9]{1,2}(?:, [0-9]{4})?$
DATELINE	[A-Z][a-z]+(?: [A-Z][a-z]+)*(?:, [A-Z][A-Za-z.]*)?, [A-Z][a-z]{2,8}[.]? [0-9]{1,2}(?:, [0-9]{4})? ?[_–—-]+$
DATELINE	[A-Z][A-Z.' -]*[A-Z](?:, [A-Z][A-Za-z. ]*)? [0-9]{4}-[0-9]{2}-[0-9]{2}$
# The same before the first words of a report, up to the first letter of those: "KYIV, Jan 2 (Reuters) - Troops", and without a
# place: "Jan. 2 (Reuters) -- Troops".
INLINE	[A-Z][A-Z.' -]*[A-Z](?:, [A-Z][A-Za-z. ]*)?(?:,? (?:[A-Z][a-z]{2,8}[.]? [0-9]{1,2}(?:, [0-9]{4})?|[0-9]{1,2} [A-Z][a-z]{2,8}[.]?(?: [0-9]{4})?))?(?:(?: |--|[–—-])?(?:[(][A-Z][A-Za-z/ .]*[)]|/[A-Z][A-Za-z ]*/))? ?(?:--|[_–—-]) ?[A-Z"“‘'`]
INLINE	[A-Z][a-z]+(?: [A-Z][a-z]+)*(?:, [A-Z][A-Za-z. ]*)?,? (?:[A-Z][a-z]{2,8}[.]? [0-9]{1,2}(?:, [0-9]{4})?|[0-9]{1,2} [A-Z][a-z]{2,8}[.]?(?: [0-9]{4})?)(?:(?: |--|[–—-])?(?:[(][A-Z][A-Za-z/ .]*[)]|/[A-Z][A-Za-z ]*/))? ?(?:--|[_–—-]) ?[A-Z"“‘'`]
INLINE	(?:[A-Z][a-z]{2,8}[.]? [0-9]{1,2}(?:, [0-9]{4})?|[0-9]{1,2} [A-Z][a-z]{2,8}[.]?(?: [0-9]{4})?) ?[(][A-Z][A-Za-z/ .]*[)] ?(?:--|[_–—-]) ?[A-Z"“‘'`]
# Both without a date or dash that would show them; the word in brackets must be an agency's name.
SIGNED	[A-Z][a-z]+(?: [A-Z][a-z]+)*(?:, [A-Z][A-Za-z. ]*)? [(][A-Za-z]{2,12}(?:/[A-Za-z]{2,12})?[)](?: ?[_–—-]+)?$
INLINE_SIGNED	(?:[A-Z][A-Z.' -]*[A-Z]|[A-Z][a-z]+(?: [A-Z][a-z]+)*)(?:, [A-Z][A-Za-z. ]*)?(?:,? (?:[A-Z][a-z]{2,8}[.]? [0-9]{1,2}(?:, [0-9]{4})?|[0-9]{1,2} [A-Z][a-z]{2,8}[.]?(?: [0-9]{4})?))? ?[(][A-Za-z]{2,12}(?:/[A-Za-z]{2,12})?[)] ?(?:--|[_–—-])? ?[A-Z"“‘'`]
