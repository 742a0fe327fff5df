# Lines that are not running text, matched from their first character.
BYLINE	(?i)by [a-z]
