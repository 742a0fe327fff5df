//! Quotes, as tables: a text, then a line for each of its quotes.
//!
//! ```text
//! “It is late,” she said. “Go home.”
//!   > she: “It is late,” … “Go home.”
//! ```
//!
//! A quote is its speaker, a colon and its parts. `she=Ana Ruiz` also says which entity the words stand for; `-` is nobody.
//! `¶` in a text begins a paragraph. A text without such lines has no quote.

use newsmark::{Options, Quote, QuoteKind, annotate};
use wasm_bindgen_test::wasm_bindgen_test;

/// A text and the quotes it should have.
fn cases(table: &str) -> Vec<(String, Vec<&str>)> {
    let mut cases: Vec<(String, Vec<&str>)> = Vec::new();
    for line in table.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match (line.strip_prefix("> "), cases.last_mut()) {
            (Some(quote), Some((_, quotes))) => quotes.push(quote),
            _ => cases.push((line.replace(" ¶ ", "\n\n"), Vec::new())),
        }
    }
    cases
}

fn shown(text: &str, quote: &Quote, entity: Option<&str>) -> String {
    let speaker = quote.speaker.as_ref().map_or("-", |speaker| &speaker.text);
    let parts: Vec<&str> = quote.parts.iter().map(|part| part.of(text)).collect();
    let entity = entity.map(|name| format!("={name}")).unwrap_or_default();
    format!("{speaker}{entity}: {}", parts.join(" … ")).replace("\n\n", " ¶ ")
}

fn check(table: &str) {
    let cases = cases(table);
    assert!(!cases.is_empty());
    let mut wrong = Vec::new();
    for (text, expected) in &cases {
        let found = annotate(text, &Options::default());
        let name_of = |quote: &Quote| quote.speaker.as_ref().and_then(|s| s.entity).map(|e| found.entities[e].name.clone());
        let asks =
            |at: usize| expected.get(at).is_some_and(|line| line.split(": ").next().is_some_and(|who| who.contains('=')));
        let quotes: Vec<String> = (found.quotes.iter().enumerate())
            .map(|(at, quote)| shown(text, quote, asks(at).then(|| name_of(quote).unwrap_or_default()).as_deref()))
            .collect();
        if &quotes != expected {
            wrong.push(format!("{text}\n  expected {expected:#?}\n  found    {quotes:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} texts:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[wasm_bindgen_test(unsupported = test)]
fn every_style_of_marks() {
    check(
        r#"
        “The bridge is closed,” Ana Ruiz said.
          > Ana Ruiz: “The bridge is closed,”
        "The bridge is closed," Ana Ruiz said.
          > Ana Ruiz: "The bridge is closed,"
        ‘The bridge is closed,’ Ana Ruiz said.
          > Ana Ruiz: ‘The bridge is closed,’
        'The bridge is closed,' Ana Ruiz said.
          > Ana Ruiz: 'The bridge is closed,'
        «The bridge is closed,» Ana Ruiz said.
          > Ana Ruiz: «The bridge is closed,»
        „The bridge is closed,“ Ana Ruiz said.
          > Ana Ruiz: „The bridge is closed,“
        „The bridge is closed,” Ana Ruiz said.
          > Ana Ruiz: „The bridge is closed,”
        ``The bridge is closed,'' Ana Ruiz said.
          > Ana Ruiz: ``The bridge is closed,''
        ''The bridge is closed,'' Ana Ruiz said.
          > Ana Ruiz: ''The bridge is closed,''
        ”The bridge is closed,” Ana Ruiz said.
          > Ana Ruiz: ”The bridge is closed,”
        “The bridge is closed," Ana Ruiz said.
          > Ana Ruiz: “The bridge is closed,"
        “The bridge is closed”, Ana Ruiz said.
          > Ana Ruiz: “The bridge is closed”
        "#,
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn apostrophes_close_nothing() {
    check(
        r#"
        ‘We can’t close it, and we won’t,’ Ana Ruiz said.
          > Ana Ruiz: ‘We can’t close it, and we won’t,’
        'It isn't ours, it's the workers' bridge,' Ana Ruiz said.
          > Ana Ruiz: 'It isn't ours, it's the workers' bridge,'
        "The '90s are over," Ana Ruiz said.
          > Ana Ruiz: "The '90s are over,"
        The council's plan and the workers' demands were read out.
        Dwayne 'The Rock' Johnson isn't coming to the council's party.
        "The gap is 6'2" wide," Ana Ruiz said.
          > Ana Ruiz: "The gap is 6'2" wide,"
        "#,
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn unclosed_and_reopened_marks() {
    check(
        r#"
        Ana Ruiz said: “The bridge is closed. ¶ The river kept rising on Monday.
          > Ana Ruiz: “The bridge is closed.
        “The bridge is closed,” Ana Ruiz said. “We have no date for it. ¶ “It may take a year.”
          > Ana Ruiz: “The bridge is closed,” … “We have no date for it. … “It may take a year.”
        She said the plan was "too late, and it was dropped. ¶ “We were wrong,” she added.
          > She: the plan was "too late, and it was dropped.
          > she: “We were wrong,”
        The bridge” is closed. ¶ “We were wrong,” Ana Ruiz said.
          > Ana Ruiz: “We were wrong,”
        "#,
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn parts_of_one_quote() {
    check(
        r#"
        “The bridge is closed,” Ana Ruiz said. “We have no date.”
          > Ana Ruiz: “The bridge is closed,” … “We have no date.”
        “The bridge,” Ana Ruiz said, “is closed.”
          > Ana Ruiz: “The bridge,” … “is closed.”
        “The bridge is closed,” said Ana Ruiz, the mayor. “We have no date.” The council meets on Monday.
          > Ana Ruiz: “The bridge is closed,” … “We have no date.”
        “It is closed,” Ana Ruiz said. “It is not,” Omar Haddad replied.
          > Ana Ruiz: “It is closed,”
          > Omar Haddad: “It is not,”
        “It is closed. It is gone,” she told reporters on Monday. “Go home.”
          > she: “It is closed. It is gone,” … “Go home.”
        “The bridge is closed,” Ana Ruiz said. ¶ “We do not know when it will open again.”
          > Ana Ruiz: “The bridge is closed,”
          > Ana Ruiz: “We do not know when it will open again.”
        "#,
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn where_the_speaker_stands() {
    check(
        r#"
        “We are ready,” said Ana Ruiz.
          > Ana Ruiz: “We are ready,”
        “We are ready,” said Ana Ruiz, the mayor of Torvik.
          > Ana Ruiz: “We are ready,”
        “We are ready,” Ana Ruiz, the mayor of Torvik, said on Monday.
          > Ana Ruiz, the mayor of Torvik: “We are ready,”
        “Are we ready?” Ana Ruiz asked.
          > Ana Ruiz: “Are we ready?”
        “Are we ready?” she asked. Nobody answered.
          > she: “Are we ready?”
        Ana Ruiz told reporters, “We are ready for the flood.”
          > Ana Ruiz: “We are ready for the flood.”
        Ana Ruiz said on Monday: “We are ready for the flood.”
          > Ana Ruiz: “We are ready for the flood.”
        In a statement, the ministry said: “We are ready for the flood.”
          > the ministry: “We are ready for the flood.”
        “We are ready!” shouted one protester.
          > one protester: “We are ready!”
        “We are ready,” White House spokeswoman Dana Cole told the news agency.
          > White House spokeswoman Dana Cole: “We are ready,”
        “We are ready,” a senior official who asked not to be named said.
          > a senior official who asked not to be named: “We are ready,”
        “We are ready,” as Ana Ruiz put it.
          > Ana Ruiz: “We are ready,”
        As Ana Ruiz put it, “we are ready for the flood.”
          > Ana Ruiz: “we are ready for the flood.”
        The river had frozen, and, as Ana Ruiz put it, “the valley fell silent”.
          > Ana Ruiz: “the valley fell silent”
        “We were never asked about it,” scoffed Omar Haddad.
          > Omar Haddad: “We were never asked about it,”
        Ana Ruiz shrugged: “We will never be ready for that.”
          > Ana Ruiz: “We will never be ready for that.”
        Ana Ruiz wrote on Twitter: ¶ “We will never be ready for that.”
          > Ana Ruiz: “We will never be ready for that.”
        "#,
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn a_dateline_is_no_speech() {
    check(
        r#"
        Ferries stop ¶ OBAN, Scotland, Nov. 23 (Island Wire) — Crews walked out on Monday, the company said.
          > the company: Crews walked out on Monday
        Ferries stop ¶ BERLIN (dpa) - “It is late,” said Ana Ruiz.
          > Ana Ruiz: “It is late,”
        Ferries stop ¶ Nairobi, Kenya (CNN) Crews walked out on Monday, the company said.
          > the company: Crews walked out on Monday
        Ferries stop ¶ New York, 3 January 2022 (Island Wire) - Crews walked out on Monday, the company said.
          > the company: Crews walked out on Monday
        Ferries stop ¶ WASHINGTON -- Crews walked out on Monday, the company said.
          > the company: Crews walked out on Monday
        "#,
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn indirect_speech() {
    check(
        r#"
        Ana Ruiz said that the bridge will open in May.
          > Ana Ruiz: that the bridge will open in May
        Ana Ruiz said the bridge will open in May.
          > Ana Ruiz: the bridge will open in May
        Ana Ruiz said on Monday that the bridge will open.
          > Ana Ruiz: that the bridge will open
        Ana Ruiz said Monday the bridge will open.
          > Ana Ruiz: the bridge will open
        Ana Ruiz told the council that the bridge will open.
          > Ana Ruiz: that the bridge will open
        Ana Ruiz told Omar Haddad she would resign.
          > Ana Ruiz: she would resign
        Ana Ruiz has repeatedly warned that the bridge could fall.
          > Ana Ruiz: that the bridge could fall
        Ana Ruiz asked whether the bridge was safe.
          > Ana Ruiz: whether the bridge was safe
        Ana Ruiz explained why the bridge was closed.
          > Ana Ruiz: why the bridge was closed
        The ministry vowed to reopen the bridge.
          > The ministry: to reopen the bridge
        Ana Ruiz urged residents to leave the valley.
          > Ana Ruiz: residents to leave the valley
        Ana Ruiz denounced the decision of the court.
          > Ana Ruiz: the decision of the court
        Ana Ruiz called for an inquiry into the collapse.
          > Ana Ruiz: an inquiry into the collapse
        Ana Ruiz reiterated her support for the bridge in an interview with the Herald.
          > Ana Ruiz: her support for the bridge
        The bridge will open in May, Ana Ruiz said.
          > Ana Ruiz: The bridge will open in May
        The bridge will open in May, said Ana Ruiz.
          > Ana Ruiz: The bridge will open in May
        The bridge, Ana Ruiz said, will open in May.
          > Ana Ruiz: The bridge … will open in May
        Officials say the bridge is safe.
          > Officials: the bridge is safe
        Ana Ruiz pointed out that nobody was hurt.
          > Ana Ruiz: that nobody was hurt
        Ana Ruiz, who said the bridge was safe, resigned.
          > who=Ana Ruiz: the bridge was safe
        At least 17 people were hurt on Monday, the police said.
          > the police: At least 17 people were hurt on Monday
        In a letter to the council, Ana Ruiz said.
        "#,
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn several_reports_in_a_sentence() {
    check(
        r#"
        Ana Ruiz said the bridge was safe and added that nobody was hurt.
          > Ana Ruiz: the bridge was safe
          > Ana Ruiz: that nobody was hurt
        Ana Ruiz said the bridge was safe, adding that nobody was hurt.
          > Ana Ruiz: the bridge was safe
          > Ana Ruiz: that nobody was hurt
        “It is safe,” Ana Ruiz said, adding that nobody was hurt.
          > Ana Ruiz: “It is safe,”
          > Ana Ruiz: that nobody was hurt
        Ana Ruiz resigned on Monday, saying the bridge was not safe.
          > Ana Ruiz: the bridge was not safe
        Ana Ruiz said the bridge was safe, but Omar Haddad said it was not.
          > Ana Ruiz: the bridge was safe
          > Omar Haddad: it was not
        Ana Ruiz said the bridge was safe, according to the Herald.
          > Ana Ruiz: the bridge was safe
        Ana Ruiz said that Omar Haddad had told her the bridge was safe.
          > Ana Ruiz: that Omar Haddad had told her the bridge was safe
        "#,
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn according_to_somebody() {
    check(
        r#"
        The bridge will open in May, according to Ana Ruiz.
          > Ana Ruiz: The bridge will open in May
        According to Ana Ruiz, the bridge will open in May.
          > Ana Ruiz: the bridge will open in May
        According to a report by the ministry, the bridge will open in May.
          > a report by the ministry: the bridge will open in May
        The bridge was “a disgrace to the whole city,” according to Ana Ruiz.
          > Ana Ruiz: The bridge was “a disgrace to the whole city,”
        "#,
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn mixed_speech_is_one_quote() {
    check(
        r#"
        Ana Ruiz said the bridge was “a disgrace” and had to go.
          > Ana Ruiz: the bridge was “a disgrace” and had to go
        Ana Ruiz said that the court would “respond decisively” if the bridge fell.
          > Ana Ruiz: that the court would “respond decisively” if the bridge fell
        The ministry “reaffirmed its commitment to the valley,” Ana Ruiz said.
          > Ana Ruiz: The ministry “reaffirmed its commitment to the valley,”
        Ana Ruiz called the plan “a disgrace.”
          > Ana Ruiz: the plan “a disgrace.”
        Ana Ruiz said it was “too late,” the Herald reported.
          > the Herald: Ana Ruiz said it was “too late,”
        Ana Ruiz described the court as “a circus” on Monday.
          > Ana Ruiz: the court as “a circus”
        "#,
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn pronouns_and_descriptions() {
    check(
        r#"
        Sergei Lavrov spoke on Friday. “We are ready,” he said.
          > he=Sergei Lavrov: “We are ready,”
        “We are ready,” Ana Ruiz said. ¶ “Nobody was hurt,” she added.
          > Ana Ruiz=Ana Ruiz: “We are ready,”
          > she=Ana Ruiz: “Nobody was hurt,”
        John Kerry met Angela Merkel in Berlin. “We are ready,” she said.
          > she=Angela Merkel: “We are ready,”
        John Kerry met Angela Merkel in Berlin. “We are ready,” he said.
          > he=John Kerry: “We are ready,”
        Ana Ruiz arrived early. “We are ready,” the mayor said.
          > the mayor: “We are ready,”
        “We are ready,” an aide to Joe Biden said.
          > an aide to Joe Biden=: “We are ready,”
        “We are ready,” Foreign Minister Sergei Lavrov said.
          > Foreign Minister Sergei Lavrov=Sergei Lavrov: “We are ready,”
        The ambassador to the United States, Oksana Markarova, reiterated the demand.
          > The ambassador to the United States, Oksana Markarova=Oksana Markarova: the demand
        “We are ready,” it said.
          > it=: “We are ready,”
        "#,
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn several_speakers_and_other_sources() {
    check(
        r#"
        Ana Ruiz and Omar Haddad said the bridge was safe.
          > Ana Ruiz and Omar Haddad: the bridge was safe
        The two men said the bridge was safe.
          > The two men: the bridge was safe
        Police said the bridge was safe.
          > Police: the bridge was safe
        The statement said the bridge was safe.
          > The statement: the bridge was safe
        Moscow said it would not negotiate.
          > Moscow: it would not negotiate
        "#,
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn nested_quotes_belong_to_the_outer_one() {
    check(
        r#"
        “He told me, ‘Go home,’ and I went,” Ana Ruiz said.
          > Ana Ruiz: “He told me, ‘Go home,’ and I went,”
        ‘He said “no” to all of us,’ Ana Ruiz said.
          > Ana Ruiz: ‘He said “no” to all of us,’
        “He said “no” to all of us,” Ana Ruiz said.
          > Ana Ruiz: “He said “no” to all of us,”
        “Omar said the bridge was safe,” Ana Ruiz said.
          > Ana Ruiz: “Omar said the bridge was safe,”
        "#,
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn words_in_marks_that_nobody_says() {
    check(
        r#"
        The so-called “green list” was published on Monday.
        She won a prize for “The Long River” in 2019.
        The film “Crossing the Bridge” opens on Friday.
        Omar “Big O” Haddad plays in goal.
        The word “bridge” has six letters.
        "#,
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn headlines() {
    check(
        r#"
        Bridge Will ‘Open In May’ If Rain Stops, Ruiz Tells Haddad ¶ The river fell on Monday.
          > Ruiz: Bridge Will ‘Open In May’ If Rain Stops
        "#,
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn nobody_is_credited() {
    check(
        r#"
        “It was the longest night that this valley has ever seen.”
          > -: “It was the longest night that this valley has ever seen.”
        "#,
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn kinds() {
    let kind = |text: &str| annotate(text, &Options::default()).quotes.first().map(|quote| quote.kind);
    assert_eq!(kind("“The bridge is closed,” Ana Ruiz said."), Some(QuoteKind::Direct));
    assert_eq!(kind("Ana Ruiz said the bridge was “a disgrace” and had to go."), Some(QuoteKind::Mixed));
    assert_eq!(kind("Ana Ruiz said the bridge is closed."), Some(QuoteKind::Indirect));
}

/// Marks and reporting verbs in masses neither take long nor leave the text.
#[wasm_bindgen_test(unsupported = test)]
fn masses_of_marks() {
    for unit in ["“", "”", "\"", "'", "‘", "’", "«", "»", "„", "``", "''", "“a” ", "he said, ", "said “a” ", "as he said, "]
    {
        let text = unit.repeat(100_000 / unit.chars().count());
        let found = annotate(&text, &Options::default());
        for quote in &found.quotes {
            assert!(quote.parts.windows(2).all(|pair| pair[0].end() <= pair[1].start()), "{unit}: parts overlap");
            assert!(quote.parts.iter().all(|part| quote.start <= part.start() && part.end() <= quote.end), "{unit}");
            assert!(text.get(quote.start..quote.end).is_some(), "{unit}: not on a boundary");
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn turns_of_a_dialogue() {
    check(
        r#"
        Interview with Ana Ruiz ¶ Q: Is the bridge safe? ¶ A: Yes, it is safe. I checked it.
          > Q: Is the bridge safe?
          > A=Ana Ruiz: Yes, it is safe. I checked it.
        The debate between Ana Ruiz and Bo Lind: ¶ Ruiz: We checked the bridge twice. ¶ Lind: You did not.
          > Ruiz=Ana Ruiz: We checked the bridge twice.
          > Lind=Bo Lind: You did not.
        MODERATOR: Is it safe? ¶ RUIZ: It is. ¶ LIND: She is wrong. ¶ MODERATOR: Why is that? ¶ RUIZ: I wonder. ¶ LIND: You know.
          > MODERATOR: Is it safe?
          > RUIZ: It is.
          > LIND: She is wrong.
          > MODERATOR: Why is that?
          > RUIZ: I wonder.
          > LIND: You know.
        Ana Ruiz: Will you open it? ¶ Bo Lind: I said that I will. ¶ Ruiz: When will you?
          > Ana Ruiz: Will you open it?
          > Bo Lind: I said that I will.
          > I=Bo Lind: that I will
          > Ruiz: When will you?
        Results ¶ Ana Ruiz: 12 points. ¶ Bo Lind: 10 points.
        The vote is today. ¶ RELATED: The bridge is closed, and it will not open. ¶ Photo: Ana Ruiz is on the bridge.
        Ruiz: The bridge is safe.
        "#,
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn names_below_a_quote_and_before_a_colon() {
    check(
        r#"
        It opened. ¶ “It is the best day of my life.” ¶ — Ana Ruiz, mayor of Solvik
          > Ana Ruiz=Ana Ruiz: “It is the best day of my life.”
        It opened. ¶ “It is the best day of my life.” — Ana Ruiz
          > Ana Ruiz=Ana Ruiz: “It is the best day of my life.”
        It opened. ¶ “It is the best day of my life.” ¶ Ana Ruiz came late, and the mayor of Solvik did not come at all.
          > -: “It is the best day of my life.”
        From the report: “In general, longer bridges gave better results.”
          > the report: “In general, longer bridges gave better results.”
        Stated Ana Ruiz: “The bridge is open.”
          > Ana Ruiz: “The bridge is open.”
        Here’s Ana Ruiz in December 1992: “Our new direction must rest on the bridge.”
          > Ana Ruiz=Ana Ruiz: “Our new direction must rest on the bridge.”
        "#,
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn appositions_and_reflexives_lead_to_the_name() {
    check(
        r#"
        The bridge is open, said the mayor, Ana Ruiz.
          > the mayor=Ana Ruiz: The bridge is open
        Ana Ruiz herself said that the bridge was open.
          > Ana Ruiz herself=Ana Ruiz: that the bridge was open
        “It is open,” said the city’s engineer, Bo Lind, who built it.
          > the city’s engineer=Bo Lind: “It is open,”
        "#,
    );
}
