//! The ways to report speech, each with a sentence in which it is found and one beside it in which it must not be.
//!
//! A row is a name. What finds it stands in the file of its step: [`super::attribution`] and [`super::source`], [`super::complement`],
//! [`super::object`] and [`super::passive`], [`super::stretches`]. Each quote keeps the name of what found it, finer than its `rule`, so that a
//! failing test can tell it and `cargo xtask eval quotes` counts how often each is found and how often rightly.

/// Makes the names, and the table of their sentences.
macro_rules! constructions {
    ($($(#[$doc:meta])* $name:ident: $finds:literal, not $near:literal;)*) => {
        /// What found a quote.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum Construction {
            $($(#[$doc])* $name,)*
        }

        /// Each construction, a text in which it is found, and one in which it is not.
        #[cfg(any(test, feature = "training"))]
        const ROWS: &[(Construction, &str, &str)] = &[$((Construction::$name, $finds, $near),)*];
    };
}

constructions! {
    // Attributions, in the order in which they are tried.
    /// A subject and its verb after words in marks.
    SubjectVerbAfterMarks: "“The bridge is safe,” Ana Ruiz said.", not "On “Late Night,” Ana Ruiz said the bridge is safe.";
    /// A subject and its verb after a clause, or amid it.
    SubjectVerbAfterClause: "The bridge, Ana Ruiz said, will open in May.", not "Ana Ruiz, the mayor, said: “It will open.”";
    /// A verb and its subject after words in marks.
    VerbSubjectAfterMarks: "“The bridge is safe,” said Ana Ruiz.", not "“The bridge is safe” criticised the plan.";
    /// A verb and its subject after a clause, or amid it.
    VerbSubjectAfterClause: "The bridge is safe, said Ana Ruiz.", not "Ana Ruiz, the mayor, said the bridge is safe.";
    /// As somebody put it, or said, before what it was.
    AsSaidBefore: "As Ana Ruiz said last week, the bridge is safe.", not "As Ana Ruiz left last week, the bridge was safe.";
    /// According to somebody.
    AccordingTo: "According to Ana Ruiz, the bridge is safe.", not "The work on the bridge went according to plan.";
    /// In somebody's view.
    InView: "In her view, the bridge is safe.", not "In her coat, the mayor crossed the bridge.";
    /// As somebody put it, after words in marks.
    AsPut: "“It is over,” as Ana Ruiz put it.", not "The bolt fits “B,” so Ana Ruiz put it back.";

    // What a verb governs, in the order in which it is asked.
    /// A clause with "that".
    ThatClause: "Ana Ruiz said that the bridge is safe.", not "Ana Ruiz said that evening.";
    /// Words in marks.
    MarksAfterVerb: "Ana Ruiz said: “The bridge is safe.”", not "Ana Ruiz read “War and Peace” on the train.";
    /// An addressee and an infinitive.
    Order: "Ana Ruiz urged the crews to leave.", not "Ana Ruiz urged the crews on.";
    /// A clause with "whether" and the like.
    Question: "Ana Ruiz asked whether the bridge was safe.", not "Ana Ruiz asked for the time.";
    /// An infinitive.
    Infinitive: "Ana Ruiz vowed to close the bridge.", not "Ana Ruiz went to close the bridge.";
    /// A noun phrase after a preposition.
    AfterPreposition: "Ana Ruiz called for an inquiry.", not "Ana Ruiz referred to it on Monday.";
    /// A clause without "that".
    BareClause: "Ana Ruiz said the bridge is safe.", not "Ana Ruiz said goodbye to the crowd.";
    /// A clause whose subject is a relative pronoun before the verb.
    ClauseOfRelative: "She broke a rule which critics said would fail the test.", not "She broke a rule which critics would like.";
    /// A noun phrase with words in marks in it.
    ObjectWithMarks: "Ana Ruiz called the plan a “disgrace” on Monday.", not "Ana Ruiz called the firm on Monday.";
    /// A gerund.
    Gerund: "Ana Ruiz recalled sitting in the dark hall.", not "Ana Ruiz enjoyed sitting in the dark hall.";
    /// An object and what it is called.
    Called: "Ana Ruiz called the plan a disaster.", not "Ana Ruiz called the mayor Monday.";
    /// A clause with "what" as an object.
    ObjectQuestion: "Ana Ruiz revealed what had happened on the bridge.", not "Ana Ruiz saw what had happened on the bridge.";
    /// An addressee and a noun phrase.
    SecondObject: "Ana Ruiz offered the family an apology.", not "Ana Ruiz offered the family a loan.";
    /// A noun phrase.
    Object: "Ana Ruiz denied the charges.", not "Ana Ruiz denied him entry.";
    /// What a court heard.
    Heard: "The court heard that Ana Ruiz hid the money.", not "The guard heard that Ana Ruiz hid the money.";
    /// What somebody was asked or told.
    Passive: "Asked whether she would run, Ana Ruiz smiled.", not "Asked by the crowd, Ana Ruiz smiled.";

    // Words in marks that no verb claims, in the order in which they are asked.
    /// Beyond the colon of a headline.
    HeadlineSpeaker: "Ana Ruiz: “We want the bridge to open” ¶ The bridge was closed on Monday after an accident.",
        not "Report: “We want the bridge to open” ¶ The bridge was closed on Monday after an accident.";
    /// A headline's words after a sentence that is about nobody.
    HeadlineOfNobody: "Trial hears of midnight call: “I am leaving now” ¶ The trial began on Monday after a delay.",
        not "Book of the year: “Leaving Now” ¶ The prize was given on Monday after a delay.";
    /// A past tense that is in no list, before its subject.
    UnlistedVerbSubject: "“We will never give up!” bristled Ana Ruiz.", not "“Never Again” scared Ana Ruiz.";
    /// A past tense that is in no list, after its subject.
    SubjectUnlistedVerb: "“We will never give up!” Ana Ruiz bristled.", not "“Never Again” was what Ana Ruiz bristled at.";
    /// A dash and a name.
    Signed: "“We never gave up.” — Ana Ruiz", not "“We never gave up.” — a sign on the wall";
    /// Somebody puts it so, before words in marks.
    PuttingIt: "Another put it more bluntly: “It is over.”", not "Another put more on the table: “It is over.”";
    /// A phrase after the first word, before words in marks.
    FirstPhrase: "From the report: “The bridge is safe.”", not "The report left no doubt: “The bridge is safe.”";
    /// A subject and its verb right before words in marks.
    VerbBeforeColon: "It had rained, and Ana Ruiz shrugged: “The bridge is safe.”", not "It had rained on her: “The bridge is safe.”";
    /// The last clause before words in marks has a pronoun for its subject.
    PronounOfLastClause: "The lights were on and I thought of home: “It is late.”", not "The lights were on at home: “It is late.”";
    /// The subject of the sentence before words in marks.
    SubjectOfLead: "Ana Ruiz was less convinced: “The bridge is old.”", not "Less than a day later: “The bridge is old.”";
    /// The one whom the sentence before is about.
    SentenceBefore: "Ana Ruiz turned to the crowd. “The port is full.”", not "Ana Ruiz and Bo Lind turned to the crowd. “The port is full.”";
    /// Whoever spoke last.
    SameSpeaker: "“It is late,” Ana Ruiz said. She left. “We want to go home.”", not "The hall was empty. “We want to go home.”";
    /// Nobody.
    Unattributed: "The hall was empty. “We want to go home.”", not "The hall was called the “Home” of the club.";

    // Dialogues.
    /// A label and what follows it.
    Turn: "Q: Is the bridge safe? ¶ A: It is safe, and we will open it.", not "Photo: Ana Ruiz ¶ Text: Bo Lind";
}

#[cfg(feature = "training")]
impl Construction {
    /// All of them, in the order in which they are asked.
    pub fn all() -> impl Iterator<Item = Construction> {
        ROWS.iter().map(|(construction, _, _)| *construction)
    }
}

#[cfg(test)]
mod tests {
    use super::{Construction, ROWS};
    use crate::{Options, constructions_of};
    use wasm_bindgen_test::wasm_bindgen_test;

    fn found(text: &str) -> Vec<Construction> {
        constructions_of(&text.replace(" ¶ ", "\n\n"), &Options::default())
    }

    #[wasm_bindgen_test(unsupported = test)]
    fn each_is_found_in_its_sentence_and_not_in_the_one_beside_it() {
        let mut wrong = Vec::new();
        for (construction, finds, near) in ROWS {
            if !found(finds).contains(construction) {
                wrong.push(format!("{construction:?} is not found, but {:?}: {finds}", found(finds)));
            }
            if found(near).contains(construction) {
                wrong.push(format!("{construction:?} is found: {near}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
