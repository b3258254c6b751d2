//! Turns the tokens into egui's own styles, so that its widgets look like ours.

use egui::{
    Context, CornerRadius, Margin, Shadow, Stroke, Style, TextStyle, Theme, Visuals,
    epaint::Color32,
    style::{ScrollStyle, WidgetVisuals},
};

use super::{
    fonts::{self, Type},
    round_boxes::RoundBoxes,
    tokens::{MOTION, Tokens, radius, space},
};

/// Installs fonts and both themes. Call it once, before the first frame.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts::definitions());
    ctx.add_plugin(RoundBoxes);
    for theme in [Theme::Light, Theme::Dark] {
        ctx.style_mut_of(theme, |style| apply(style, theme));
    }
    ctx.options_mut(|options| {
        // The text size has its own setting; the keys for it go there.
        options.zoom_with_keyboard = false;
        // A machine that does not say whether it is dark gets the light paper.
        options.fallback_theme = Theme::Light;
    });
}

/// Switches motion off or on.
pub fn set_calm(ctx: &Context, calm: bool) {
    let time = if calm { 0.0 } else { MOTION };
    ctx.all_styles_mut(|style| {
        style.animation_time = time;
        style.scroll_animation = if calm {
            egui::style::ScrollAnimation::none()
        } else {
            egui::style::ScrollAnimation::duration(MOTION)
        };
    });
}

/// The one soft shadow of swatches and sheets.
pub fn shadow(tokens: &Tokens) -> Shadow {
    Shadow { offset: [0, 3], blur: 14, spread: 0, color: tokens.shadow }
}

fn apply(style: &mut Style, theme: Theme) {
    let tokens = Tokens::of_theme(theme);
    style.text_styles = [
        (TextStyle::Heading, Type::Heading.font()),
        (TextStyle::Body, Type::Body.font()),
        (TextStyle::Button, Type::Body.font()),
        (TextStyle::Monospace, Type::Body.font()),
        (TextStyle::Small, Type::Small.font()),
    ]
    .into();
    style.animation_time = MOTION;
    style.spacing.item_spacing = egui::vec2(space::XS, space::XS);
    style.spacing.button_padding = egui::vec2(space::S, space::XS);
    style.spacing.menu_margin = Margin::same(8);
    style.spacing.interact_size.y = 32.0;
    // Always seen where there is more, never louder than what is said.
    style.spacing.scroll = ScrollStyle {
        floating_width: 5.0,
        bar_outer_margin: 3.0,
        dormant_handle_opacity: 0.45,
        active_handle_opacity: 0.45,
        interact_handle_opacity: 0.7,
        ..ScrollStyle::floating()
    };
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    style.visuals = visuals(tokens, theme);
}

fn visuals(tokens: &Tokens, theme: Theme) -> Visuals {
    let mut visuals = theme.default_visuals();
    visuals.panel_fill = tokens.paper;
    visuals.window_fill = tokens.sheet;
    visuals.window_stroke = Stroke::new(1.0, tokens.line);
    visuals.window_corner_radius = CornerRadius::same(radius::SHEET);
    visuals.menu_corner_radius = CornerRadius::same(radius::BUTTON);
    visuals.popup_shadow = shadow(tokens);
    visuals.window_shadow = shadow(tokens);
    visuals.extreme_bg_color = tokens.sheet;
    visuals.faint_bg_color = tokens.rail;
    visuals.hyperlink_color = tokens.ink;
    visuals.weak_text_color = Some(tokens.soft);
    visuals.warn_fg_color = tokens.ink;
    visuals.error_fg_color = tokens.ink;
    visuals.selection.bg_fill = tokens.line;
    visuals.selection.stroke = Stroke::new(1.0, tokens.ink);
    // A blinking cursor would draw twice a second; at rest nothing is drawn.
    visuals.text_cursor.blink = false;
    visuals.text_cursor.stroke = Stroke::new(2.0, tokens.ink);
    let state = |fill: Color32, border: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, border),
        corner_radius: CornerRadius::same(radius::SMALL),
        fg_stroke: Stroke::new(1.5, tokens.ink),
        expansion: 0.0,
    };
    visuals.widgets.noninteractive = WidgetVisuals {
        bg_stroke: Stroke::new(1.0, tokens.line),
        fg_stroke: Stroke::new(1.0, tokens.ink),
        ..state(tokens.sheet, tokens.line)
    };
    visuals.widgets.inactive = state(tokens.sheet, tokens.edge);
    visuals.widgets.hovered = state(tokens.rail, tokens.ink);
    visuals.widgets.active = state(tokens.track, tokens.ink);
    visuals.widgets.open = state(tokens.rail, tokens.ink);
    visuals
}
