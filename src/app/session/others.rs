//! Other versions of an open book: what the disk tells of them, what is answered, and what is put in one with it.

use std::path::PathBuf;

use super::{Keeping, Outcome, Session};
use crate::{
    app::{command::Refusal, deed::Deed, part::Part, preparing::Both, saver::Told},
    domain::{book::Book, change::Change, lineage::RecordId},
    storage::{
        problem::Problem,
        save::{Asked, PutAway},
    },
};

/// What the disk has to say that a person should hear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// What somebody else changed is in the book now.
    Merged(Box<Both>),
    /// Another version takes much away, or was edited by hand.
    Asks(Box<Asked>),
    /// An older version had come into the book's place; the book stands there again, and that one is kept.
    OlderReplaced,
    /// Something else was in the file's place; from now on the book lives in this one.
    Moved(PathBuf),
    /// The book lives in its own place again.
    BackHome(PathBuf),
    /// Copies in conflict were taken in, and put away.
    PutAway(PutAway),
}

impl Session {
    /// Takes in what the disk has to tell, and says what of it a person should hear.
    pub fn attend(&mut self) -> Vec<News> {
        let Keeping::File(saver) = &self.keeping else { return Vec::new() };
        let mut news = Vec::new();
        for told in saver.told() {
            match told {
                Told::Merged(book, _) => {
                    let before = std::mem::replace(&mut self.book, *book);
                    self.renew();
                    let both = Both { before, after: self.book.clone() };
                    if !both.before.says_the_same(&both.after) || both.newly_waiting() > 0 {
                        news.push(News::Merged(Box::new(both)));
                    }
                }
                Told::Asks(asked, _) => news.push(News::Asks(asked)),
                Told::OlderReplaced => news.push(News::OlderReplaced),
                Told::Moved(path) => news.push(News::Moved(path)),
                Told::BackHome(path) => news.push(News::BackHome(path)),
                Told::PutAway(put_away) => news.push(News::PutAway(put_away)),
            }
        }
        news
    }

    /// Answers what another version of the book asks: whether everything stays as it is here, and nothing goes that the
    /// other would take away; what was done by that, when it can be undone.
    ///
    /// # Errors
    /// When the machine gives no randomness for the change that a hand edit becomes; then nothing was answered.
    pub fn answer(&mut self, asked: &Asked, keep_all: bool) -> Result<Option<Deed>, Problem> {
        let Keeping::File(saver) = &self.keeping else { return Ok(None) };
        let mut done = None;
        match &asked.by_hand {
            Some(edit) if keep_all => saver.answered(edit.clone()),
            Some(edit) => {
                // It is made on an earlier version, where stamps of this opening may mean something else.
                let (taken, change) = edit.taken(self.ids.new_actor(self.today())?);
                saver.answered(edit.clone());
                self.book = self.book.merged_with(&taken);
                if !change.is_empty() {
                    self.note_done(Deed::EditedByHand, change);
                    done = Some(Deed::EditedByHand);
                }
            }
            None if keep_all => {
                self.book.hold_on_to(&asked.gone, self.actor);
                self.book = self.book.merged_with(&asked.theirs);
            }
            None => {
                saver.agree(asked.theirs.clone());
                self.book = self.book.merged_with(&asked.theirs);
                // What is merely absent there was put back by that.
                let gone = asked.gone.iter().fold(Change::default(), |change, record| match record {
                    RecordId::Client(id) => change.client(&self.book, *id, None),
                    RecordId::Income(id) => change.income(&self.book, *id, None),
                });
                gone.commit(&mut self.book, self.actor);
            }
        }
        self.renew();
        self.keep();
        Ok(done)
    }

    /// Puts another version of the book in one with it: a change that can be undone.
    ///
    /// # Errors
    /// [`Refusal`] says why nothing was done.
    pub fn join(&mut self, theirs: &Book) -> Result<Outcome, Refusal> {
        self.may_change()?;
        let joined = self.book.merged_with(theirs);
        if joined == self.book {
            return Ok(Outcome::Unchanged);
        }
        let change = Change::between(&self.book, &joined);
        self.book = joined;
        self.history.note(Deed::BookJoined, change, None, self.clock.time());
        self.changed(Part(self.book.clone()));
        Ok(Outcome::Done(Deed::BookJoined))
    }
}
