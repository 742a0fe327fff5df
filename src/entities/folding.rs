//! Letters without their marks: "ğ" and "g" are one letter to whoever compares names.
//!
//! Compiled into the name lists' builder too, so that both sides agree. It knows the Latin letters that names in English
//! text carry, and leaves every other character as it is.

/// A lower-case letter as ASCII writes it: "é" as "e", "ß" as "ss".
pub fn fold(letter: char) -> impl Iterator<Item = char> {
    let (first, second) = match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ' => ('a', None),
        'ç' | 'ć' | 'č' | 'ċ' => ('c', None),
        'ď' | 'đ' | 'ð' => ('d', None),
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'ə' => ('e', None),
        'ğ' | 'ģ' | 'ġ' => ('g', None),
        'ħ' => ('h', None),
        'ì'..='ï' | 'ī' | 'į' | 'ı' => ('i', None),
        'ķ' => ('k', None),
        'ł' | 'ļ' | 'ľ' | 'ĺ' => ('l', None),
        'ñ' | 'ń' | 'ņ' | 'ň' => ('n', None),
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => ('o', None),
        'ŕ' | 'ř' => ('r', None),
        'ś' | 'ş' | 'š' | 'ș' => ('s', None),
        'ţ' | 'ť' | 'ț' => ('t', None),
        'ù'..='ü' | 'ū' | 'ů' | 'ű' | 'ų' => ('u', None),
        'ý' | 'ÿ' => ('y', None),
        'ź' | 'ż' | 'ž' => ('z', None),
        'æ' => ('a', Some('e')),
        'œ' => ('o', Some('e')),
        'ß' => ('s', Some('s')),
        'þ' => ('t', Some('h')),
        '’' => ('\'', None),
        other => (other, None),
    };
    std::iter::once(first).chain(second)
}
