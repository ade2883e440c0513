//! How hard a password is to guess, in a time that no input can stretch.

use std::borrow::Cow;

/// The shortest part of a name or address that counts as a word of its own.
const SHORTEST_WORD: usize = 3;
/// The most words of a person that are looked for.
const MOST_WORDS: usize = 32;
/// The most characters that are judged: what is longer is no easier to guess.
const LONGEST: usize = 64;
/// The most readings of look-alike characters that are tried, each of which costs a search of all dictionaries.
const MOST_READINGS: usize = 12;

/// The letters for which zxcvbn tries several look-alikes, and these: it multiplies the possibilities of all of them.
const LOOK_ALIKES: [(char, &[char]); 7] = [
    ('a', &['4', '@']),
    ('c', &['(', '{', '[', '<']),
    ('g', &['6', '9']),
    ('i', &['1', '!', '|']),
    ('l', &['1', '|', '7']),
    ('s', &['$', '5']),
    ('t', &['+', '7']),
];

/// The score of `password`, 0 to 4 (zxcvbn), for somebody who knows the person's `related` words.
pub(crate) fn score(password: &str, related: &[String]) -> u8 {
    // A guesser tries the parts of a name and an address, not only the whole of it.
    let parts = related.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    let parts = parts.filter(|part| part.chars().count() >= SHORTEST_WORD);
    let words: Vec<&str> = related.iter().map(String::as_str).chain(parts).take(MOST_WORDS).collect();
    let judged: String = password.chars().take(LONGEST).collect();
    zxcvbn::zxcvbn(&plainly_written(&judged), &words).score().into()
}

/// `password` with one look-alike per letter, where several of many letters would have to be tried with each other.
fn plainly_written(password: &str) -> Cow<'_, str> {
    if readings(password) <= MOST_READINGS {
        return Cow::Borrowed(password);
    }
    let plain = |c: char| match c {
        '@' => '4',
        '{' | '[' | '<' => '(',
        '9' => '6',
        '!' | '|' => '1',
        '5' => '$',
        '+' => '7',
        other => other,
    };
    Cow::Owned(password.chars().map(plain).collect())
}

/// How many ways there are to read the look-alikes in `password` as letters, at the most. A look-alike of two letters
/// counts for both, and once more for leaving it to the other one.
fn readings(password: &str) -> usize {
    let in_use = |alikes: &[char]| alikes.iter().filter(|alike| password.contains(**alike)).count();
    let shared = ['1', '|', '7'].into_iter().filter(|c| password.contains(*c)).count();
    let alone: usize = LOOK_ALIKES.iter().map(|(_, alikes)| in_use(alikes).max(1)).product();
    alone << shared
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    /// Every look-alike there is: 1440 readings and more.
    const WORST: &str = "4@({[<691!|17$5+7830%2bcegi";

    #[rstest]
    #[case::no_look_alikes("correct-horse-demo-battery")]
    #[case::few("p@ssw0rd-of-4lice")]
    #[case::as_people_write("Tr0ub4dor&3!")]
    fn what_people_choose_is_judged_as_it_is(#[case] password: &str) {
        assert_eq!(plainly_written(password), password);
    }

    #[rstest]
    #[case::all(WORST)]
    #[case::twice("4@({[<691!|17$5+7830%2bcegi4@({[<691!|17$5+7830%2bcegi")]
    #[case::among_words("p@ssw0rd4c(h{a[n<g6e9i1t!w|e7l$l5+")]
    fn no_password_has_more_readings_than_can_be_tried(#[case] password: &str) {
        assert!(readings(password) > MOST_READINGS, "{}", readings(password));
        let plain = plainly_written(password);
        assert!(readings(&plain) <= MOST_READINGS, "{plain}: {}", readings(&plain));
        assert_eq!(plain.chars().count(), password.chars().count());
    }

    #[test]
    fn a_word_in_all_its_disguises_is_still_that_word() {
        let disguised = "p@$5w0rd|!(<{[4+6";
        assert_eq!(plainly_written(disguised), "p4$$w0rd11((((476");
        assert_eq!(score(disguised, &[]), score("p4$$w0rd11((((476", &[]));
        assert!(score("p@$5w0rd", &[]) < 3);
    }

    #[test]
    fn only_so_much_is_judged() {
        let words: Vec<String> = (0..10_000).map(|n| format!("word{n}")).collect();
        assert!(score(&"x".repeat(100_000), &words) <= 4);
    }
}
