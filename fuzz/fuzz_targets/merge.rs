//! Two or three texts as copies of one book, with a line of `%%%` between them.
#![no_main]

use kleurboek_fuzz::{
    domain::book::Book,
    promises::{agree, can_be_shown, merge, read},
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|texts: &str| {
    let mut books: Vec<Book> = Vec::new();
    for text in texts.split("\n%%%\n").take(3) {
        let Ok(loaded) = read(text) else { return };
        let id = books.first().map_or(loaded.book.id, |first| first.id);
        books.push(Book { id, ..loaded.book });
    }
    let [one, other, rest @ ..] = books.as_slice() else { return };
    let both = merge(one, other);
    can_be_shown(&both);
    if let [third] = rest {
        let (last, first) = (merge(other, third), merge(&both, third));
        let all = [(one, other), (other, third), (one, third), (&both, third), (one, &last)];
        let in_any_order = first == merge(one, &last);
        assert!(in_any_order || !all.iter().all(|(a, b)| agree(a, b)), "not the same in any order");
    }
});
