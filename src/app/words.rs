//! Every sentence on screen, from the `.ftl` files.

use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use crate::domain::book::Language;

/// The sentences of one language. Cheap to clone.
#[derive(Clone)]
pub struct Words {
    language: Language,
    bundle: Arc<FluentBundle<FluentResource>>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("language", &self.language).finish_non_exhaustive()
    }
}

/// The sentences of a language, as written.
pub const fn source(language: Language) -> &'static str {
    match language {
        Language::Dutch => concat!(
            include_str!("../../assets/words/nl/common.ftl"),
            "\n",
            include_str!("../../assets/words/nl/today.ftl"),
            "\n",
            include_str!("../../assets/words/nl/earn.ftl"),
            "\n",
            include_str!("../../assets/words/nl/why.ftl"),
            "\n",
            include_str!("../../assets/words/nl/income.ftl"),
            "\n",
            include_str!("../../assets/words/nl/card.ftl"),
            "\n",
            include_str!("../../assets/words/nl/settings.ftl"),
            "\n",
            include_str!("../../assets/words/nl/welcome.ftl"),
            "\n",
            include_str!("../../assets/words/nl/book.ftl"),
            "\n",
            include_str!("../../assets/words/nl/versions.ftl"),
            "\n",
            include_str!("../../assets/words/nl/deeds.ftl"),
            "\n",
            include_str!("../../assets/words/nl/fields.ftl"),
            "\n",
            include_str!("../../assets/words/nl/cli.ftl"),
            "\n",
        ),
        Language::English => concat!(
            include_str!("../../assets/words/en/common.ftl"),
            "\n",
            include_str!("../../assets/words/en/today.ftl"),
            "\n",
            include_str!("../../assets/words/en/earn.ftl"),
            "\n",
            include_str!("../../assets/words/en/why.ftl"),
            "\n",
            include_str!("../../assets/words/en/income.ftl"),
            "\n",
            include_str!("../../assets/words/en/card.ftl"),
            "\n",
            include_str!("../../assets/words/en/settings.ftl"),
            "\n",
            include_str!("../../assets/words/en/welcome.ftl"),
            "\n",
            include_str!("../../assets/words/en/book.ftl"),
            "\n",
            include_str!("../../assets/words/en/versions.ftl"),
            "\n",
            include_str!("../../assets/words/en/deeds.ftl"),
            "\n",
            include_str!("../../assets/words/en/fields.ftl"),
            "\n",
            include_str!("../../assets/words/en/cli.ftl"),
            "\n",
        ),
    }
}

impl Words {
    /// The sentences in `language`.
    pub fn new(language: Language) -> Self {
        let resource =
            FluentResource::try_new(source(language).to_owned()).unwrap_or_else(|(resource, errors)| {
                // A test reads both files to the last key; this only keeps a damaged build running.
                log::error!("{} words could not be read: {errors:?}", language.code());
                resource
            });
        let identifier: LanguageIdentifier = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // The marks around values would show as boxes, and upset searching by label.
        bundle.set_use_isolating(false);
        if let Err(errors) = bundle.add_resource(resource) {
            log::error!("{} words clash: {errors:?}", language.code());
        }
        Self { language, bundle: Arc::new(bundle) }
    }

    /// The language.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Whether there is a sentence with this key.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// A sentence.
    pub fn say(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// A sentence with values filled in.
    pub fn with<'a>(&self, key: &str, values: &[(&'a str, Value<'a>)]) -> String {
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            match value {
                Value::Text(text) => arguments.set(*name, FluentValue::from(*text)),
                Value::Number(number) => arguments.set(*name, FluentValue::from(*number)),
            }
        }
        self.format(key, Some(&arguments))
    }

    fn format(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            log::error!("no words for {key} in {}", self.language.code());
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, arguments, &mut errors).into_owned();
        if !errors.is_empty() {
            log::error!("words for {key} in {}: {errors:?}", self.language.code());
        }
        text
    }
}

/// A value in a sentence: ready text, or a number that chooses between one and many.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// Put in as it is.
    Text(&'a str),
    /// Put in, and chosen by.
    Number(u32),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(u32::try_from(number).unwrap_or(u32::MAX))
    }
}
