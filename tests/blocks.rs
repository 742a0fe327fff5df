//! Blocks: what each stretch of an article is for, and which lines belong to one.

use newsmark::text::{Document, Reading};

/// The first letter of each block's kind: Headline, bYline, Dateline, Paragraph, cAption, cRedit, Boilerplate.
fn kinds(text: &str) -> String {
    let letter = |kind| match kind {
        newsmark::BlockKind::Headline => 'H',
        newsmark::BlockKind::Byline => 'Y',
        newsmark::BlockKind::Dateline => 'D',
        newsmark::BlockKind::Paragraph => 'P',
        newsmark::BlockKind::Caption => 'A',
        newsmark::BlockKind::Credit => 'R',
        newsmark::BlockKind::Boilerplate => 'B',
        _ => '?',
    };
    Document::of(&Reading::of(text)).blocks.iter().map(|block| letter(block.kind)).collect()
}

fn blocks(text: &str) -> Vec<String> {
    let reading = Reading::of(text);
    Document::of(&reading).blocks.iter().map(|block| block.span.of(reading.text()).to_owned()).collect()
}

const BODY: &str = "The mayor opened the bridge on Monday after ten years of delay, officials said at the ceremony.";

/// The kind of a line between two paragraphs of running text.
fn between(line: &str) -> String {
    kinds(&format!("{BODY}\n\n{line}\n\n{BODY}"))[1..2].to_owned()
}

/// The kind of a line above the article.
fn above(line: &str) -> String {
    kinds(&format!("{line}\n\n{BODY}\n\n{BODY}"))[..1].to_owned()
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn an_article_from_head_to_foot() {
    let article = [
        ("Mayor Opens Bridge After Ten Years", 'H'),
        ("Crossing will halve travel times, officials say", 'H'),
        ("By Jane Doe and John Roe", 'Y'),
        ("Jane Doe, transport correspondent", 'Y'),
        ("Published 3 January 2022, 10:00 GMT", 'Y'),
        ("3 min read", 'B'),
        ("Facebook Twitter WhatsApp", 'B'),
        ("A view of the bridge (file photo)", 'A'),
        ("KYIV, Jan 2 (Reuters)", 'D'),
        (BODY, 'P'),
        ("Advertisement", 'B'),
        ("A long history", 'H'),
        (BODY, 'P'),
        ("READ MORE: Bridge to Nowhere", 'B'),
        (BODY, 'P'),
        ("(Reporting by Jane Doe; Editing by John Roe)", 'R'),
        ("© 2022 The Example Times. All rights reserved.", 'B'),
        ("Related stories", 'B'),
        ("Council Votes on Tolls", 'B'),
        ("Leave A Reply", 'B'),
        ("Your email address will not be published. Required fields are marked *", 'B'),
    ];
    let expected: String = article.iter().map(|(_, kind)| kind).collect();
    for separator in ["\n\n", "\n", "\r\n", "\r", "\u{2029}"] {
        let text = article.map(|(line, _)| line).join(separator);
        assert_eq!(kinds(&text), expected, "lines separated by {separator:?}");
    }
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn lines_above_the_article() {
    let cases = [
        ("Mayor Opens Bridge", "H"),
        ("Bridge is open at last, mayor says", "H"),
        ("POLICE SEEK WITNESSES AFTER CRASH", "H"),
        ("Who Will Lead the Party Now?", "H"),
        ("‘We Will Never Give Up’", "H"),
        ("Doe: ‘This Cannot Go On.’", "H"),
        ("The mayor went home.", "P"),
        ("By Jane Doe", "Y"),
        ("BY JANE DOE | Kyiv", "Y"),
        ("By Jane Doe, Ana Ruiz and John Roe", "Y"),
        ("By Reuters", "Y"),
        ("By our own correspondent", "Y"),
        ("Updated: 3 Jan 2022 10:00 GMT", "Y"),
        ("January 2, 2022", "Y"),
        ("Monday, 3 January 2022, 10:30", "Y"),
        ("2022-01-03", "Y"),
        ("NAIROBI, Kenya (AP) --", "D"),
        ("LONDON 2001-08-30", "D"),
        ("KYIV, Jan. 2", "D"),
        ("Prague (AFP) —", "D"),
        ("Prague (Interfax)", "D"),
        ("Prague (Tomorrow)", "H"),
        ("Image: Jane Doe/AFP", "R"),
        ("12 comments", "B"),
        ("Skip to content", "B"),
    ];
    for (line, kind) in cases {
        assert_eq!(above(line), kind, "of {line:?}");
    }
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn lines_inside_the_article() {
    let cases = [
        ("Why it took so long", "H"),
        ("A DEADLY YEAR", "H"),
        ("Here are the names:", "P"),
        ("He left.", "P"),
        ("• one of many", "P"),
        ("2. Second of many", "P"),
        ("17", "P"),
        ("* * *", "P"),
        ("By Monday evening ten thousand cars had crossed it.", "P"),
        ("By 2019, Doe had left.", "P"),
        ("Gov. Ana Ruiz (R) and Mayor Jan Novak (D) have both left.", "P"),
        ("Images by the firm showed trucks that were moving towards the border.", "P"),
        ("Reporting by the newspaper showed that ministers knew about it.", "P"),
        ("Follow the money, he told them on that day.", "P"),
        ("A poll by Example/Ipsos showed him ahead.", "P"),
        ("FILE - Ana Ruiz speaks in Prague.", "A"),
        ("Ana Ruiz (left) with Jan Novak in Prague", "A"),
        ("Soldiers march through Prague. Photograph: Jane Doe/AFP", "A"),
        ("A woman walks past the bridge. REUTERS/Jane Doe", "A"),
        ("Photo: Jane Doe/Getty Images", "R"),
        ("With reporting by the service’s Ukrainian desk", "R"),
        ("With additional reporting by Jane Doe", "R"),
        ("The Associated Press contributed to this report.", "R"),
        ("This article was first published in The Example.", "R"),
        ("(AFP)", "R"),
        ("— Reuters", "R"),
        ("ADVERTISEMENT", "B"),
        ("Story continues below advertisement", "B"),
        ("Sign up for our newsletter and never miss a story.", "B"),
        ("Follow us on Facebook and Twitter!", "B"),
        ("Follow Jane Doe on Twitter @janedoe.", "B"),
        ("Read more: Ten things to know", "B"),
        ("Share this", "B"),
        ("We use cookies to improve this site.", "B"),
        ("By signing up you agree to our terms of use.", "B"),
        ("Copyright 2022 Example Media. Do not copy.", "B"),
        ("Share | Tweet | Email", "B"),
        ("Tags: bridge, mayor, Prague", "B"),
    ];
    for (line, kind) in cases {
        assert_eq!(between(line), kind, "of {line:?}");
    }
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn when_unsure_a_paragraph() {
    let long = "Word after word ".repeat(40);
    let cases = [
        ("Just One Line Pasted Here", "P"),
        ("Leave A Reply", "P"),
        ("", ""),
        (" \n\t\r\n ", ""),
        (long.as_str(), "P"),
        ("apples\npears\nplums\nnuts", "PPPP"),
        ("Doe 3\nRoe 2\nNovak 1\nRuiz 0\nSmith 0", "HPPPP"),
    ];
    for (text, expected) in cases {
        assert_eq!(kinds(text), expected, "of {text:?}");
    }
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn wrapped_lines_are_one_paragraph() {
    let mail = "Officials of both countries met on Monday in Geneva, where they\n\
                discussed the matter for three hours. The talks ended without any\n\
                result, a spokesman said. Another round is planned for next week.\n\
                \n\
                Nobody expects much from it now that the fronts have hardened, and\n\
                both sides say so.";
    assert_eq!(blocks(mail).len(), 2);
    assert_eq!(blocks(&mail.replace('\n', "\r\n")).len(), 2);
    let indented = mail.replace("\n\nNobody", "\n   Nobody");
    assert_eq!(blocks(&indented).len(), 2, "a new paragraph by its indent");
    let listed = "Officials of both countries met on Monday in Geneva, where they\n\
                  discussed three things for three hours, and these three were the\n\
                  following:\n\
                  - the first of them was the border between the two countries and\n\
                  the river;\n\
                  - the second was trade.";
    assert_eq!(blocks(listed).len(), 3);
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn paragraphs_of_one_line_each_stay_apart() {
    let cases = [
        ("First one here.\nSecond one here.\nThird one here.", 3),
        ("\tFirst one here.\n\tSecond one here.", 2),
        ("First one here.\u{2028}Second one here.", 2),
        ("First one here.\u{2029}Second one here.", 2),
        ("Roses are red\nviolets are blue\nsugar is sweet", 3),
        ("The mayor has opened the new bridge at last\nBy Jane Doe\nIt rained on Monday.", 3),
    ];
    for (text, count) in cases {
        assert_eq!(blocks(text).len(), count, "of {text:?}");
    }
}

/// A second paragraph, of other words.
const MORE: &str =
    "Tolls will pay for the bridge, and the ferry will go on sailing until the autumn, when the pier is pulled down.";

/// The kinds of lines above, before and after an article of two paragraphs.
fn page(above: &[&str], below: &[&str]) -> String {
    let lines: Vec<&str> = above.iter().chain(&[BODY, MORE]).chain(below).copied().collect();
    let kinds = kinds(&lines.join("\n\n"));
    assert_eq!(&kinds[above.len()..above.len() + 2], "PP", "of {above:?}");
    format!("{} {}", &kinds[..above.len()], &kinds[above.len() + 2..])
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn the_headline_is_the_line_that_the_article_is_about() {
    let title = "Mayor opens bridge after ten years";
    let cases: [(&[&str], &str); 14] = [
        (&["Home", "Politics", "Culture", "Opinion", title], "BBBBH"),
        (&["The Solvik Gazette", "Sign in", "Subscribe", title, "By Jane Doe"], "BBBHY"),
        (&["Skip to content", "Menu", "Local | Business | Sport | Weather", title], "BBBH"),
        (&["Home › News › Local", title], "BH"),
        (&["Search", "Newsletters", "Local", "Letters page", title, "3 min read"], "BBBBHB"),
        (&["Transport", title], "BH"),
        (&["Tomas Brekke", title], "YH"),
        (&["Tomas Brekke", "Is the mayor done with the bridge?"], "YH"),
        (&[title, "Crossing will halve travel times between the shores, officials say"], "HH"),
        (&["Bridge opens", "Mayor says crossing was worth ten years of delay"], "HH"),
        (&["At last", title], "BH"),
        (&["Opening day", "By Jane Doe"], "HY"),
        (&["Solvik", "Orlund", "Tarn", "Storm closes schools"], "HPPP"),
        (&["Thursday, May 16, 2024", "World", "Sport", "Weather", title], "YBBBH"),
    ];
    for (above, expected) in cases {
        assert_eq!(page(above, &[]).trim(), expected, "of {above:?}");
    }
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn who_wrote_it_without_by() {
    let title = "Mayor opens bridge after ten years";
    for byline in [
        "Our Political Staff",
        "Tomas Brekke",
        "Tomas Brekke in Orlund",
        "Tomas Brekke and Ana Ruiz",
        "Staff and agencies",
        "Pictures by Ana Ruiz",
        "Additional reporting by Ana Ruiz",
    ] {
        let expected = if byline.starts_with("Additional") || byline.starts_with("Pictures") { "HR" } else { "HY" };
        assert_eq!(page(&[title, byline], &[]).trim(), expected, "of {byline:?}");
    }
    for no_byline in ["Bridge Traffic", "Ten years in the making", "Hospital staff", "Crossing in numbers"] {
        assert_eq!(page(&[title, no_byline], &[]).trim(), "HH", "of {no_byline:?}");
    }
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn below_the_article() {
    let cases: [(&[&str], &str); 10] = [
        (&["Not a subscriber yet? Sign up", "Read on with a free trial"], "BB"),
        (&["Up next", "Ferry captain says farewell", "Tags", "Bridges", "Solvik"], "BBBBB"),
        (&["Seen something? Email us at news@gazette.example", "Download our app"], "BB"),
        (&["Most read", "Council votes on tolls", "Storm closes schools"], "BBB"),
        (&["Logo", "Logo"], "BB"),
        (
            &[
                "2 comments",
                "islander58",
                "3 hours ago",
                "The old ferry was better, whatever they say about it in the town hall.",
                "Reply",
                "Like",
            ],
            "BBBBBB",
        ),
        (&["The mayor went home.", "She was tired."], "PP"),
        (&["The app will tell drivers what they pay, and cookies will be sold at the toll booths."], "P"),
        (&["He has a tip for drivers who subscribe to nothing: come early, and bring your own newsletter."], "P"),
        (&["Solvik 3, Orlund 1", "Tarn 2, Brekke 2"], "PP"),
    ];
    for (below, expected) in cases {
        assert_eq!(page(&["Mayor opens bridge after ten years"], below).trim_start_matches("H "), expected, "of {below:?}");
    }
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn under_pictures() {
    let cases = [
        ("The bridge seen from the pier (Photo by Ana Ruiz)", "A"),
        ("The bridge in its first days (image courtesy of the city)", "A"),
        ("Cars wait on the bridge. Ana Ruiz for The Gazette", "A"),
        ("Cars wait on the bridge. Courtesy of the city archive", "A"),
        ("Ana Ruiz, right, with the first driver", "A"),
        ("From left: Ana Ruiz, Jan Novak and Tomas Brekke (left to right)", "A"),
        ("The picture that Ana Ruiz took showed the bridge in snow.", "P"),
        ("Ana Ruiz, right, as always, left the town hall before noon.", "P"),
        ("He worked for The Gazette (and for others) until he died.", "P"),
    ];
    for (line, kind) in cases {
        assert_eq!(between(line), kind, "of {line:?}");
    }
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn entries_of_a_live_blog_and_turns() {
    let blog = [
        ("Storm reaches Solvik: follow it live", 'H'),
        ("Updates by Ana Ruiz", 'Y'),
        ("21:40 Bridge closed to lorries", 'H'),
        ("Lorries must take the ferry, police said.", 'P'),
        ("7.15pm: Schools to stay shut", 'H'),
        ("All schools stay shut on Friday, the county said.", 'P'),
        ("– Ana Ruiz, 6:58 p.m.", 'Y'),
        ("Power is back in Orlund", 'H'),
        ("Power is back in all of Orlund after six hours without light, the company said.", 'P'),
    ];
    let expected: String = blog.iter().map(|(_, kind)| kind).collect();
    assert_eq!(kinds(&blog.map(|(line, _)| line).join("\n\n")), expected);
    assert_eq!(kinds("Q: Why now?\n\nMayor Ruiz: It was time to open it.\n\nQ: And then?\n\nMayor Ruiz: We go on."), "PPPP");
    assert_eq!(kinds("At 21:40 the bridge was closed to lorries, and at 19:15 the schools were told to stay shut."), "P");
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn press_releases() {
    for line in [
        "ORLUND, Wis.–(BUSINESS WIRE)–",
        "ORLUND, Wis., May 16, 2024 (GLOBE NEWSWIRE) --",
        "LONDON, May 16, 2024 /PRNewswire/ --",
        "SOLVIK, Norway--(BUSINESS WIRE)--",
    ] {
        assert_eq!(above(line), "D", "of {line:?}");
    }
    assert_eq!(kinds(&format!("FOR IMMEDIATE RELEASE\n\nBrekke Mills Opens Bridge\n\n{BODY}\n\n{BODY}")), "BHPP");
    assert_eq!(kinds(&format!("Brekke Mills Opens Bridge\n\n{BODY}\n\nPage 2 of 3\n\n{BODY}")), "HPBP");
}
