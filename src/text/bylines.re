# Who wrote it: "By Jane Doe", "By Jane Doe and John Roe", "BY JANE DOE | Kyiv". Lines matched whole.
BYLINE	(?:By|BY|by|[A-Z][a-z]+ by|[A-Z][a-z]+ (?:reporting|words|reports|updates|coverage|analysis|pictures|story|text|photographs|research) by):? [A-Z\x80-\x{10FFFF}][A-Za-z.'\x80-\x{10FFFF}-]*(?: (?:[A-Z\x80-\x{10FFFF}][A-Za-z.'\x80-\x{10FFFF}-]*|de|van|von|der|den|al|el|bin|la|di|da|dos|le))+(?:(?: and | AND | & |,| ?[|•·–—/(-]| in | for | at ).*)?$
BYLINE	(?:By|BY|by|Author|Author:|Written by|Published|Published on|Updated|Last updated|Posted)$
BYLINE	(?:By|BY|From) (?:[Oo]ur|OUR|[Aa]|[Tt]he)(?: [A-Za-z]+){0,3} (?i:staff|correspondents?|reporters?|desk|team|writers?|bureau|editors?)$
