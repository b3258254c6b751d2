//! "Mijn klanten": the chips, the search, and the swatches.

use egui::{Align, Id, Layout, Rect, Ui, UiBuilder, vec2};

use super::client_grid;
use crate::{
    app::overview::Overview,
    domain::{
        fit::Fit,
        money::Cents,
        search,
        swatches::{self, Swatch, SwatchFilter, SwatchOrder},
    },
    ui::{
        action::{Action, SheetKind},
        fonts::Type,
        icon::Icon,
        privacy::Private,
        scene::Scene,
        tokens::space,
        widgets::{
            button::{self, Button},
            chip::Chip,
            field::Field,
            label, menu, spoken,
        },
    },
};

/// What is chosen and searched for.
#[derive(Debug, Default)]
pub struct ClientsState {
    filter: SwatchFilter,
    order: SwatchOrder,
    query: String,
    focus_search: bool,
}

impl ClientsState {
    /// Puts the keyboard in the search field at the next frame.
    pub fn focus_search(&mut self) {
        self.focus_search = true;
    }

    /// Draws the clients.
    pub fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let overview = std::sync::Arc::clone(&scene.overview);
        if overview.swatches.is_empty() {
            empty(ui, scene, &overview);
            return;
        }
        // A filter whose last client went away must not leave an empty screen behind.
        let nothing_left = match self.filter {
            SwatchFilter::All => false,
            SwatchFilter::StillToGet => overview.to_get == Cents::ZERO,
            SwatchFilter::Fit(_) | SwatchFilter::Archived => overview.count(self.filter) == 0,
        };
        // While colours are hidden, a choice of one would give them away.
        if nothing_left || (scene.hides(Private::Colour) && matches!(self.filter, SwatchFilter::Fit(_))) {
            self.filter = SwatchFilter::All;
        }
        if scene.hides(Private::Colour) && self.order == SwatchOrder::Colour {
            self.order = SwatchOrder::Soonest;
        }
        let query = search::fold(&self.query);
        let found: Vec<&Swatch> =
            overview.swatches.iter().filter(|swatch| search::matches(&swatch.searchable, &query)).collect();
        self.chips(ui, scene, &overview, &found);
        ui.add_space(space::XXS);
        self.tools(ui, scene);
        ui.add_space(space::S);
        let mut shown: Vec<&Swatch> =
            found.iter().copied().filter(|swatch| self.filter.shows(swatch)).collect();
        swatches::sort(&mut shown, self.order);
        if shown.is_empty() && self.filter == SwatchFilter::StillToGet && query.trim().is_empty() {
            label::soft(ui, Type::Body, scene.say("clients-to-get-nobody"));
            return;
        }
        if shown.is_empty() {
            label::soft(
                ui,
                Type::Body,
                scene.with("clients-none-found", &[("query", self.query.trim().into())]),
            );
            ui.add_space(space::XS);
            if found.is_empty() {
                self.offer(ui, scene);
            }
            if button::link(ui, &scene.say("clients-show-all")).clicked() {
                self.query.clear();
                self.filter = SwatchFilter::All;
            }
            return;
        }
        client_grid::ui(ui, scene, &shown, self.filter == SwatchFilter::StillToGet);
    }

    /// Offers to add the name that was searched for.
    fn offer(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let name = self.query.trim().to_owned();
        let words = scene.with("earn-add-client", &[("name", (&name).into())]);
        if Button::quiet(&words).icon(Icon::Plus).enabled(!scene.is_read_only()).show(ui).clicked() {
            scene.push(Action::AddClient(name));
            self.query.clear();
        }
    }

    /// Draws the chips, which count what is found; those without anything in the whole book are not there.
    fn chips(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, overview: &Overview, found: &[&Swatch]) {
        let count = |filter: SwatchFilter| found.iter().filter(|swatch| filter.shows(swatch)).count();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(9.0, space::XS);
            label::ink(ui, Type::Title, scene.say("clients-title"));
            ui.add_space(space::XXS);
            spoken::answers(ui, &scene.say("clients-which"));
            let all = count(SwatchFilter::All);
            let words = scene.with("chip-all", &[("count", all.into())]);
            self.chip(ui, Chip::new(&words, self.filter == SwatchFilter::All), SwatchFilter::All);
            for (fit, all) in Fit::ALL.into_iter().zip(overview.counts()) {
                // While hidden, a chip per colour would give the colours away.
                if all == 0 || scene.hides(Private::Colour) {
                    continue;
                }
                let count = count(SwatchFilter::Fit(fit));
                let paint = scene.paint(ui, fit);
                let words =
                    scene.with("chip-fit", &[("word", (&paint.word).into()), ("count", count.into())]);
                let filter = SwatchFilter::Fit(fit);
                let chip = Chip::new(&words, self.filter == filter).paint(paint.fill, paint.on, paint.icon);
                self.chip(ui, chip, filter);
            }
            if overview.to_get > Cents::ZERO {
                // What nobody in particular pays is no client's, and only in the whole.
                let to_get = match self.query.trim() {
                    "" => overview.to_get,
                    _ => found.iter().map(|swatch| swatch.to_get).sum(),
                };
                let words = scene.with("chip-to-get", &[("amount", (&scene.amount(to_get)).into())]);
                let filter = SwatchFilter::StillToGet;
                self.chip(ui, Chip::new(&words, self.filter == filter), filter);
                if self.filter == filter
                    && Chip::new(&scene.say("chip-to-get-list"), false).show(ui).clicked()
                {
                    scene.open(SheetKind::StillToGet);
                }
            }
            if overview.count(SwatchFilter::Archived) > 0 {
                let archived = count(SwatchFilter::Archived);
                let words = scene.with("chip-archived", &[("count", archived.into())]);
                self.chip(
                    ui,
                    Chip::new(&words, self.filter == SwatchFilter::Archived),
                    SwatchFilter::Archived,
                );
            }
        });
    }

    fn chip(&mut self, ui: &mut Ui, chip: Chip<'_>, filter: SwatchFilter) {
        if chip.show(ui).clicked() {
            // A second click on a chosen chip shows everyone again.
            self.filter = if self.filter == filter { SwatchFilter::All } else { filter };
        }
    }

    fn tools(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let wide = ui.available_width() > 640.0;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, space::XS);
            let id = Id::unique("search clients");
            let hint = scene.say("clients-search");
            let field = Field::line(&hint).hint(&hint).width(if wide { 300.0 } else { 220.0 });
            let response = field.show(ui, id, &mut self.query);
            if std::mem::take(&mut self.focus_search) {
                response.request_focus();
            }
            // Esc takes the keyboard out of a field; here it only takes the words.
            let escaped = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Escape));
            if escaped || (!self.query.is_empty() && cleared(ui, scene, response.rect)) {
                self.query.clear();
                response.request_focus();
            }
            self.order_menu(ui, scene);
            let (words, said) = (scene.say("clients-add"), scene.say("clients-add-said"));
            if wide {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    add_button(ui, scene, &words, &said);
                });
            } else {
                add_button(ui, scene, &words, &said);
            }
        });
    }

    fn order_menu(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let name = |order: SwatchOrder| {
            scene.say(match order {
                SwatchOrder::Soonest => "order-soonest",
                SwatchOrder::Name => "order-name",
                SwatchOrder::Colour => "order-colour",
            })
        };
        let now = name(self.order);
        let said = scene.with("order-now", &[("order", (&now).into())]);
        let response = Chip::new(&now, false).icon(Icon::CaretDown).named(&said).show(ui);
        menu::under(&response, &scene.say("order-menu"), |ui| {
            for order in SwatchOrder::ALL {
                if scene.hides(Private::Colour) && order == SwatchOrder::Colour {
                    continue;
                }
                if Button::bare(&name(order)).small().show(ui).clicked() {
                    self.order = order;
                    ui.close();
                }
            }
        });
    }
}

/// The cross in the search field; whether it was clicked.
fn cleared(ui: &mut Ui, scene: &Scene<'_>, field: Rect) -> bool {
    let rect = Rect::from_center_size(field.right_center() - vec2(22.0, 0.0), vec2(36.0, 36.0));
    let mut corner = ui.new_child(UiBuilder::new().id_salt("clear search").max_rect(rect));
    button::icon_button(&mut corner, Icon::Close, &scene.say("clients-search-clear")).clicked()
}

fn add_button(ui: &mut Ui, scene: &mut Scene<'_>, words: &str, said: &str) {
    let button = Button::quiet(words).icon(Icon::Plus).named(said).enabled(!scene.is_read_only());
    if button.show(ui).clicked() {
        scene.open(SheetKind::AddClient);
    }
}

/// A book without clients: what a client is, and the first small step.
fn empty(ui: &mut Ui, scene: &mut Scene<'_>, overview: &Overview) {
    label::ink(ui, Type::Title, scene.say("clients-title"));
    ui.add_space(space::XS);
    label::soft(ui, Type::Body, scene.say("clients-empty"));
    ui.add_space(space::S);
    let first = scene.say("clients-add-first");
    add_button(ui, scene, &first, &first);
    // Money can be waited for without a client too.
    if overview.to_get > Cents::ZERO {
        ui.add_space(space::S);
        let words = scene.with("chip-to-get", &[("amount", (&scene.amount(overview.to_get)).into())]);
        if Chip::new(&words, false).show(ui).clicked() {
            scene.open(SheetKind::StillToGet);
        }
    }
}
