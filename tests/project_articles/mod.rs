//! The project's own articles, of many kinds.

pub const ARTICLES: [&str; 11] = [
    include_str!("../articles/business.txt"),
    include_str!("../articles/court.txt"),
    include_str!("../articles/disaster.txt"),
    include_str!("../articles/history.txt"),
    include_str!("../articles/interview.txt"),
    include_str!("../articles/politics.txt"),
    include_str!("../articles/science.txt"),
    include_str!("../articles/sport.txt"),
    include_str!("../articles/summit.txt"),
    include_str!("../articles/tech.txt"),
    include_str!("../articles/webpage.txt"),
];
