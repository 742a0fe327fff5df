//! The documents of the repository as HTML: one folder, one style sheet, a list of all of them on each.
//!
//! A link to another document or to an example leads there. A link to anything else of the repository becomes plain text, since the site
//! does not have it.

use super::{copy, create};
use anyhow::{Context, Result};
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};
use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// A document of the repository, its file on the site, and what the list calls it.
const DOCUMENTS: [(&str, &str, &str); 10] = [
    ("README.md", "index.html", "Overview"),
    ("www/README.md", "javascript.html", "JavaScript"),
    ("python/README.md", "python.html", "Python"),
    ("docs/pipelines.md", "pipelines.html", "Many articles"),
    ("ARCHITECTURE.md", "architecture.html", "Architecture"),
    ("model/README.md", "model.html", "Model card"),
    ("SECURITY.md", "security.html", "Security"),
    ("CONTRIBUTING.md", "contributing.html", "Contributing"),
    ("CHANGELOG.md", "changelog.html", "Changelog"),
    ("NOTICE.md", "notice.html", "Data sources"),
];

/// Files that documents link to or show, and their names on the site.
const FILES: [(&str, &str); 9] = [
    ("docs/page.png", "page.png"),
    ("docs/card.png", "card.png"),
    ("docs/dossier.png", "dossier.png"),
    ("docs/element.png", "element.png"),
    ("docs/marking.png", "marking.png"),
    ("extension/store/1-who-said-what.png", "extension.png"),
    ("docs/peers.svg", "peers.svg"),
    ("LICENSE-MIT", "LICENSE-MIT.txt"),
    ("LICENSE-APACHE", "LICENSE-APACHE.txt"),
];

const EXAMPLES: [(&str, &str); 2] =
    [("www/examples/element.html", "../examples/element.html"), ("www/examples/marking.html", "../examples/marking.html")];

const STYLE: &str = include_str!("documents.css");
const POLICY: &str = "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'";

/// Writes all of them into a folder.
pub fn write(folder: &Path) -> Result<()> {
    for (document, file, title) in DOCUMENTS {
        let markdown = fs::read_to_string(document).with_context(|| format!("cannot read {document}"))?;
        create(&folder.join(file), page(title, file, &body(&markdown, document)))?;
    }
    for (file, name) in FILES {
        copy(Path::new(file), &folder.join(name))?;
    }
    create(&folder.join("documents.css"), STYLE)
}

/// The whole page around a document.
fn page(title: &str, file: &str, body: &str) -> String {
    let link = |(_, name, title): (&str, &str, &str)| {
        let here = if name == file { " aria-current=\"page\"" } else { "" };
        format!("      <li><a href=\"{name}\"{here}>{title}</a></li>\n")
    };
    let list: String = DOCUMENTS.into_iter().map(link).collect();
    format!(
        "<!doctype html>
<html lang=\"en\">
<head>
  <meta charset=\"utf-8\">
  <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">
  <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
  <meta name=\"color-scheme\" content=\"light dark\">
  <title>{title} – newsmark</title>
  <link rel=\"icon\" href=\"../icon.svg\" type=\"image/svg+xml\">
  <link rel=\"stylesheet\" href=\"documents.css\">
</head>
<body>
  <nav aria-label=\"Documents\">
    <ul>
      <li><a href=\"../index.html\">Try it</a></li>
{list}    </ul>
  </nav>
  <main>
{body}  </main>
</body>
</html>
"
    )
}

/// A document as HTML: its links lead to files of the site, and its headings can be linked to.
fn body(markdown: &str, document: &str) -> String {
    let mut events: Vec<Event> = Vec::new();
    let mut heading = None;
    let mut slugs = HashMap::new();
    // For each open link: whether it leads somewhere.
    let mut links = Vec::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let target = target(&dest_url, document);
                links.push(target.is_some());
                let Some(target) = target else { continue };
                events.push(Event::Start(Tag::Link { link_type, dest_url: CowStr::from(target), title, id }));
            }
            Event::End(TagEnd::Link) => {
                if links.pop() == Some(true) {
                    events.push(Event::End(TagEnd::Link));
                }
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                let target = target(&dest_url, document).unwrap_or_else(|| dest_url.to_string());
                events.push(Event::Start(Tag::Image { link_type, dest_url: CowStr::from(target), title, id }));
            }
            Event::Start(Tag::Heading { .. }) => {
                heading = Some(events.len());
                events.push(event);
            }
            Event::End(TagEnd::Heading(_)) => {
                if let Some(start) = heading.take() {
                    name(&mut events[start..], &mut slugs);
                }
                events.push(event);
            }
            other => events.push(other),
        }
    }
    let mut out = String::new();
    html::push_html(&mut out, events.into_iter());
    out
}

/// Gives a heading its id.
fn name(heading: &mut [Event], slugs: &mut HashMap<String, usize>) {
    let [Event::Start(Tag::Heading { id, .. }), words @ ..] = heading else { return };
    let text: String = words
        .iter()
        .filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
            _ => None,
        })
        .collect();
    let slug = slug(&text);
    let seen = slugs.entry(slug.clone()).and_modify(|count| *count += 1).or_insert(0);
    *id = Some(CowStr::from(if *seen == 0 { slug } else { format!("{slug}-{seen}") }));
}

/// A heading's id as GitHub makes it: lower case, hyphens for spaces, no punctuation.
fn slug(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect::<String>().to_lowercase()
}

/// Where a link of a document leads on the site, if the site has that.
fn target(link: &str, document: &str) -> Option<String> {
    if link.starts_with('#') || link.contains("://") {
        return Some(link.to_owned());
    }
    let (path, fragment) = link.split_once('#').map_or((link, String::new()), |(path, part)| (path, format!("#{part}")));
    let mut parts: Vec<&str> = document.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    let path = parts.join("/");
    let known = DOCUMENTS.iter().map(|(document, file, _)| (*document, *file)).chain(FILES).chain(EXAMPLES);
    known.into_iter().find(|(of, _)| *of == path).map(|(_, file)| format!("{file}{fragment}"))
}

#[cfg(test)]
mod tests {
    use super::{body, target};

    #[test]
    fn links_lead_to_files_of_the_site_or_nowhere() {
        let cases = [
            ("CONTRIBUTING.md", "README.md", Some("contributing.html")),
            ("../README.md#try-it", "www/README.md", Some("index.html#try-it")),
            ("www/examples/element.html", "README.md", Some("../examples/element.html")),
            ("docs/page.png", "README.md", Some("page.png")),
            ("#try-it", "README.md", Some("#try-it")),
            ("https://rustup.rs", "README.md", Some("https://rustup.rs")),
            ("examples/vue/main.js", "README.md", None),
            ("../../outside.md", "README.md", None),
        ];
        for (link, document, expected) in cases {
            assert_eq!(target(link, document).as_deref(), expected, "{link} in {document}");
        }
    }

    #[test]
    fn headings_have_ids_and_lost_links_keep_their_words() {
        let html = body(
            "# A `mark()` in a page's text\n\n## More\n\n## More\n\n[the job](examples/spark/annotate.py)\n",
            "README.md",
        );
        assert!(html.contains("<h1 id=\"a-mark-in-a-pages-text\">"), "{html}");
        assert!(html.contains("<h2 id=\"more\">") && html.contains("<h2 id=\"more-1\">"), "{html}");
        assert!(html.contains("<p>the job</p>"), "{html}");
    }
}
