//! A small book.

use std::sync::Arc;

use crate::domain::{
    book::{Book, Language},
    example,
    plan::Plan,
};

/// The first clients and incomes of the example.
pub fn small_example() -> Book {
    let mut book = example::atelier_noor(Language::Dutch);
    let clients: Vec<_> = book.clients.entries().skip(2).map(|(id, _)| id).collect();
    clients.into_iter().for_each(|id| book.clients.remove(id));
    let incomes: Vec<_> = book.incomes.entries().skip(3).map(|(id, _)| id).collect();
    incomes.into_iter().for_each(|id| book.incomes.remove(id));
    let mut plan = Plan::clone(&book.plan);
    plan.costs.truncate(1);
    book.plan = Arc::new(plan);
    book
}
