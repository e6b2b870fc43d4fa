//! The names of months and of days of the week, as the four languages write them that Vigie speaks.

/// A language's own.
#[derive(Debug)]
pub struct Names {
    /// January first.
    pub months: [&'static str; 12],
    /// Monday first.
    pub weekdays: [&'static str; 7],
}

impl Names {
    /// French.
    pub const FRENCH: Self = Self {
        months: [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    };
    /// English.
    pub const ENGLISH: Self = Self {
        months: [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    };
    /// West Frisian.
    pub const FRISIAN: Self = Self {
        months: [
            "jannewaris",
            "febrewaris",
            "maart",
            "april",
            "maaie",
            "juny",
            "july",
            "augustus",
            "septimber",
            "oktober",
            "novimber",
            "desimber",
        ],
        weekdays: ["moandei", "tiisdei", "woansdei", "tongersdei", "freed", "sneon", "snein"],
    };
    /// Dutch.
    pub const DUTCH: Self = Self {
        months: [
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ],
        weekdays: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    };
    /// Those of every language that Vigie speaks.
    pub const ALL: [&Self; 4] = [&Self::FRENCH, &Self::ENGLISH, &Self::FRISIAN, &Self::DUTCH];

    /// Which month a word names, January as 0, in capitals or not.
    pub fn month(&self, word: &str) -> Option<usize> {
        self.months.iter().position(|month| is_same(month, word))
    }

    /// Which day of the week a word names, Monday as 0, in capitals or not.
    pub fn weekday(&self, word: &str) -> Option<usize> {
        self.weekdays.iter().position(|day| is_same(day, word))
    }
}

fn is_same(name: &str, word: &str) -> bool {
    name.to_lowercase() == word.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_however_it_is_written() {
        let cases = [
            (Names::FRENCH, "AOÛT", Some(7)),
            (Names::ENGLISH, "may", Some(4)),
            (Names::FRISIAN, "Jannewaris", Some(0)),
            (Names::DUTCH, "mai", None),
        ];
        for (names, word, month) in cases {
            assert_eq!(names.month(word), month, "{word}");
        }
        assert_eq!(Names::FRISIAN.weekday("Snein"), Some(6));
    }
}
