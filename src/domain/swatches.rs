//! The clients as swatches: what stands on each, and in what order.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use super::{Day, book::Book, client::Client, fit::Fit, id::Id, income::Income, money::Cents, search};

/// One client as a swatch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swatch {
    /// Whose.
    pub client: Arc<Client>,
    /// What is due next or came last.
    pub news: News,
    /// What is still to get.
    pub to_get: Cents,
    /// Since when the longest wait lasts; none when nothing is still to get, or it has no earned day.
    pub waiting_since: Option<Day>,
    /// The last day anything was earned or paid, for "last used first".
    pub last_used: Option<Day>,
    /// What search looks through.
    pub searchable: String,
}

/// What a swatch says first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// Money that should come on a day, today or later.
    Next {
        /// What for; may be empty.
        label: String,
        /// When.
        day: Day,
    },
    /// What came or was earned last.
    Last {
        /// What for; may be empty.
        label: String,
        /// When.
        day: Day,
    },
    /// Nothing was ever noted.
    Nothing,
}

/// How the swatches are ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SwatchOrder {
    /// What comes soonest first, then by name.
    #[default]
    Soonest,
    /// By name.
    Name,
    /// By colour, then by name.
    Colour,
}

impl SwatchOrder {
    /// Every order, the usual one first.
    pub const ALL: [Self; 3] = [Self::Soonest, Self::Name, Self::Colour];
}

/// Which swatches are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SwatchFilter {
    /// Everyone who is not archived.
    #[default]
    All,
    /// One colour.
    Fit(Fit),
    /// Those who still have to pay something, archived or not.
    StillToGet,
    /// Those who were archived.
    Archived,
}

impl SwatchFilter {
    /// Whether `swatch` is shown.
    pub fn shows(self, swatch: &Swatch) -> bool {
        let archived = swatch.client.archived;
        match self {
            Self::All => !archived,
            Self::Fit(fit) => !archived && swatch.client.fit == fit,
            Self::StillToGet => swatch.to_get > Cents::ZERO,
            Self::Archived => archived,
        }
    }
}

/// Every client as a swatch, by name.
pub fn all(book: &Book, today: Day) -> Vec<Swatch> {
    let mut by_client: HashMap<Id, Vec<&Arc<Income>>> = HashMap::new();
    for income in book.incomes.iter() {
        if let Some(client) = income.client {
            by_client.entry(client).or_default().push(income);
        }
    }
    let mut swatches: Vec<Swatch> = book
        .clients
        .iter()
        .map(|client| {
            let incomes = by_client.get(&client.id).map_or(&[][..], Vec::as_slice);
            swatch(client, incomes, today)
        })
        .collect();
    let names: BTreeMap<Id, String> =
        book.clients.iter().map(|client| (client.id, search::fold(&client.name))).collect();
    swatches
        .sort_by(|a, b| (names.get(&a.client.id), a.client.id).cmp(&(names.get(&b.client.id), b.client.id)));
    swatches
}

/// Puts swatches that stand by name in another order.
pub fn sort(swatches: &mut [&Swatch], order: SwatchOrder) {
    match order {
        SwatchOrder::Name => {}
        SwatchOrder::Colour => swatches.sort_by_key(|swatch| swatch.client.fit.index()),
        SwatchOrder::Soonest => swatches.sort_by_key(|swatch| match swatch.news {
            News::Next { day, .. } => (false, Some(day)),
            News::Last { .. } | News::Nothing => (true, None),
        }),
    }
}

fn swatch(client: &Arc<Client>, incomes: &[&Arc<Income>], today: Day) -> Swatch {
    let open = || incomes.iter().filter(|income| income.is_still_to_get());
    let next = open()
        .filter_map(|income| Some((income.due.filter(|due| *due >= today)?, income.id, *income)))
        .min_by_key(|(due, id, _)| (*due, *id));
    let last = incomes
        .iter()
        .filter_map(|income| {
            let day = income.earned.or(income.paid).or(income.due)?;
            (day <= today).then_some((day, Reverse(income.id), *income))
        })
        .max_by_key(|(day, id, _)| (*day, *id));
    // What is waited for and has no day to come still says more than what came after it.
    let waiting = open()
        .filter_map(|income| {
            let day = income.earned.or(income.due)?;
            (day <= today).then_some((day, Reverse(income.id), *income))
        })
        .min_by_key(|(day, id, _)| (*day, *id));
    let last = waiting.or(last);
    let news = match (&next, &last) {
        (Some((day, _, income)), _) => News::Next { label: income.label.clone(), day: *day },
        (None, Some((day, _, income))) => News::Last { label: income.label.clone(), day: *day },
        (None, None) => News::Nothing,
    };
    Swatch {
        client: Arc::clone(client),
        news,
        to_get: open().map(|income| income.amount).sum(),
        waiting_since: open().filter_map(|income| income.earned).min(),
        last_used: incomes.iter().filter_map(|income| income.earned.max(income.paid)).max(),
        searchable: search::searchable(client),
    }
}
