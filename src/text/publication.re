# When an article was published: "Updated 3 January 2022, 10:00 GMT", or a date alone. Lines matched whole.
PUBLISHED	(?i:(?:first |last |originally )?(?:published|updated|posted|modified|issued|date|last update|publication date)(?: on| at)?:? ?(?:[a-z]+,? )*[0-9].*)$
DATE	(?i:(?:(?:mon|tues?|wed|wednes|thur?s?|fri|satu?r?|sun)(?:day)?[.]?,? )?(?:jan|january|feb|february|mar|march|apr|april|may|june?|july?|aug|august|sept?|september|oct|october|nov|november|dec|december)[.]? [0-9]{1,2}(?:st|nd|rd|th)?,? [0-9]{4}(?:,? ?(?:at |- |– |— |[|•·] ?|/ ?)?[0-9]{1,2}[:.][0-9]{2}.*)?)$
DATE	(?i:(?:(?:mon|tues?|wed|wednes|thur?s?|fri|satu?r?|sun)(?:day)?[.]?,? )?[0-9]{1,2}(?:st|nd|rd|th)? (?:jan|january|feb|february|mar|march|apr|april|may|june?|july?|aug|august|sept?|september|oct|october|nov|november|dec|december)[.]?,? [0-9]{4}(?:,? ?(?:at |- |– |— |[|•·] ?|/ ?)?[0-9]{1,2}[:.][0-9]{2}.*)?)$
DATE	[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[ T][0-9]{2}:[0-9]{2}.*)?$
DATE	[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4}(?:,? [0-9]{1,2}[:.][0-9]{2}.*)?$
DATE	[0-9]{1,2} (?i:minutes?|mins?|hours?|hrs?|days?|weeks?|months?) ago$
