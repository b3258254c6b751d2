//! One file a view. Each draws what the scene holds and leaves what is asked for.

pub mod add_client;
pub mod changes;
pub mod client_card;
pub mod client_grid;
pub mod clients;
pub mod corner;
pub mod correct_income;
pub mod earn;
pub mod erase_client;
pub mod example_bar;
pub mod figure;
pub mod file_place;
pub mod keys_sheet;
pub mod month_income;
pub mod not_saved;
pub mod notice_bar;
pub mod others;
pub mod pots;
pub mod rail;
pub mod settings;
pub mod still_to_get;
pub mod today;
pub mod trouble;
pub mod welcome;
pub mod why;
