//! What somebody typed into a form that was refused: it stands in the form again; where that form is gone, beside the reason, to be copied.

use crate::html::Html;
use crate::untrusted;
use std::borrow::Borrow;
use std::collections::BTreeMap;

/// What was typed; nothing where nothing was refused.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// Which form, of which text, fact, task, clock or mention, and its fields.
    refused: Option<(String, String, BTreeMap<String, String>)>,
    /// Words that the page shows nowhere else.
    lost: Vec<String>,
}

impl Kept {
    /// What was typed into that form of that thing; of something new, of nothing.
    pub fn of(form: &str, of: &str, fields: BTreeMap<String, String>) -> Self {
        Self { refused: Some((form.to_owned(), of.to_owned(), fields)), lost: Vec::new() }
    }

    /// Looks on the page for what was typed: words that stand in no form any more are said beside the reason. Words have blanks between them; what has
    /// none was chosen, or is a number of ours.
    pub fn look_on(&mut self, page: &str) {
        let Some((_, _, fields)) = &self.refused else { return };
        let typed = fields.values().filter(|value| value.trim().contains(char::is_whitespace));
        self.lost = typed.filter(|value| !page.contains(untrusted::typed(value).as_str())).cloned().collect();
    }

    /// Words that stand in no form of the page.
    pub(crate) fn lost(&self) -> impl Iterator<Item = Html> + '_ {
        self.lost.iter().map(|text| untrusted::typed(text))
    }

    fn field(&self, form: &str, of: &(impl ToString + ?Sized), field: &str) -> Option<&str> {
        let (_, _, fields) =
            self.refused.as_ref().filter(|(kept, thing, _)| kept == form && *thing == of.to_string())?;
        fields.get(field).map(String::as_str)
    }

    /// Whether that form of that thing was refused just now.
    pub(crate) fn is(&self, form: &str, of: &(impl ToString + ?Sized)) -> bool {
        self.refused.as_ref().is_some_and(|(kept, thing, _)| kept == form && *thing == of.to_string())
    }

    /// What was typed into a field.
    pub(crate) fn again(&self, form: &str, of: &(impl ToString + ?Sized), field: &str) -> Html {
        self.or(form, of, field, "")
    }

    /// The same; where nothing was, this.
    pub(crate) fn or(&self, form: &str, of: &(impl ToString + ?Sized), field: &str, otherwise: &str) -> Html {
        untrusted::typed(self.field(form, of, field).unwrap_or(otherwise))
    }

    /// Whether that was chosen in a list, or ticked; where nothing was refused, what stands there anyway.
    pub(crate) fn picks(
        &self,
        form: &str,
        of: &(impl ToString + ?Sized),
        field: &str,
        value: &(impl ToString + ?Sized),
        otherwise: impl Borrow<bool>,
    ) -> bool {
        if !self.is(form, of) {
            return *otherwise.borrow();
        }
        self.field(form, of, field).is_some_and(|chosen| chosen == value.to_string())
    }

    /// The same of what is named by a word and a number.
    pub(crate) fn picks_of(
        &self,
        form: &str,
        of: &(impl ToString + ?Sized),
        field: &str,
        begins: &str,
        number: &impl ToString,
    ) -> bool {
        self.picks(form, of, field, &format!("{begins}{}", number.to_string()), false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_no_form_any_more_is_said_beside_the_reason() {
        let fields = [("text", "We <know> & say it."), ("why", "seen by two"), ("to", "updates_page")];
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let mut kept = Kept::of("draft", "", BTreeMap::from(fields));
        kept.look_on("<textarea>We &lt;know&gt; &amp; say it.</textarea>");
        let lost: Vec<String> = kept.lost().map(|text| text.to_string()).collect();
        assert_eq!(lost, ["seen by two"]);
        assert!(
            kept.picks("draft", "", "to", "updates_page", false)
                && !kept.picks("draft", "4", "to", "updates_page", false)
        );
        assert_eq!(kept.again("draft", "", "text").as_str(), "We &lt;know&gt; &amp; say it.");
        assert_eq!(kept.again("draft", &9, "text").as_str(), "");
    }
}
