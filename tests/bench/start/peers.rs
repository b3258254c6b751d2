//! The same records in the files of other programs.

use std::{
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use chrono::Datelike as _;
use kleurboek::domain::{Day, book::Book, example, id::Id, income::Income};

/// A program, how it is called, and the file it opens.
pub struct Peer {
    pub program: &'static str,
    pub arguments: Vec<String>,
    pub file: PathBuf,
    /// How long an empty window may stay while it reads the file.
    pub shows_nothing_for: Duration,
}

/// Those that are installed, each with a file in `folder`.
///
/// # Errors
/// When a file cannot be written.
pub fn with(book: &Book, folder: &Path) -> io::Result<Vec<Peer>> {
    let all = [
        ("homebank", homebank as fn(&Book) -> String, "xhb"),
        ("grisbi", grisbi, "gsb"),
        ("localc", csv, "csv"),
    ];
    let mut peers = Vec::new();
    for (program, text, ending) in all {
        if !is_installed(program) {
            println!("SKIPPED: {program} is not installed");
            continue;
        }
        let mut file = folder.join(format!("boek.{ending}"));
        fs::write(&file, text(book))?;
        let (mut arguments, mut shows_nothing_for) = (Vec::new(), Duration::ZERO);
        if program == "grisbi" {
            shows_nothing_for = Duration::from_secs(5);
            // Without settings it begins with an assistant, whatever file it is given.
            let settings = folder.join(".config/grisbi");
            fs::create_dir_all(&settings)?;
            fs::write(
                settings.join("grisbi.conf"),
                "[General]\nCan modify conf=true\n\n[Geometry]\nShow toolbar=true\n",
            )?;
        }
        if program == "localc" {
            let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
            // As a person would have it: in its own format.
            let converted = Command::new("soffice")
                .args([&profile, "--headless", "--convert-to", "ods", "--outdir"])
                .args([folder, &file])
                .output()?;
            assert!(converted.status.success(), "{converted:?}");
            file.set_extension("ods");
            arguments = vec![profile, "--norestore".to_owned(), "--nologo".to_owned()];
        }
        peers.push(Peer { program, arguments, file, shows_nothing_for });
    }
    Ok(peers)
}

fn is_installed(program: &str) -> bool {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&paths).any(|folder| folder.join(program).exists())
}

/// Clients by their number, from 1.
fn number(book: &Book, client: Option<Id>) -> usize {
    let position = client.and_then(|id| book.clients.iter().position(|client| client.id == id));
    position.map_or(0, |position| position + 1)
}

/// The day it is for; these programs know no income without one.
fn day_of(income: &Income) -> Day {
    income.shown_day().unwrap_or_else(example::example_day)
}

fn euros(cents: i64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// Letters with a meaning of their own in XML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

fn homebank(book: &Book) -> String {
    let mut text = "<?xml version=\"1.0\"?>\n<homebank v=\"1.4\" d=\"050602\">\n<properties title=\"Atelier\" curr=\"1\"/>\n\
                    <cur key=\"1\" iso=\"EUR\" name=\"Euro\" symb=\"€\" dchar=\",\" gchar=\".\" frac=\"2\"/>\n\
                    <account key=\"1\" pos=\"1\" type=\"1\" curr=\"1\" name=\"Atelier\"/>\n"
        .to_owned();
    for (client, key) in book.clients.iter().zip(1..) {
        let _ = writeln!(text, "<pay key=\"{key}\" name=\"{}\"/>", escaped(&client.name));
    }
    for income in book.incomes.iter() {
        let (day, amount) = (day_of(income).num_days_from_ce(), euros(income.amount.get()));
        let (payee, words) = (number(book, income.client), escaped(&income.label));
        let _ = writeln!(
            text,
            "<ope date=\"{day}\" amount=\"{amount}\" account=\"1\" payee=\"{payee}\" wording=\"{words}\"/>"
        );
    }
    text.push_str("</homebank>\n");
    text
}

fn grisbi(book: &Book) -> String {
    let mut text = "<?xml version=\"1.0\"?>\n<Grisbi>\n\t<General File_version=\"2.0.0\" Crypt_file=\"0\" File_title=\"Atelier\" />\n\
        \t<Currency Nb=\"1\" Na=\"Euro\" Co=\"€\" Ico=\"EUR\" Fl=\"2\" />\n\
        \t<Account Name=\"Atelier\" Number=\"1\" Owner=\"\" Kind=\"1\" Currency=\"1\" Closed_account=\"0\" />\n"
        .to_owned();
    for (client, key) in book.clients.iter().zip(1..) {
        let _ = writeln!(text, "\t<Party Nb=\"{key}\" Na=\"{}\" Txt=\"\" />", escaped(&client.name));
    }
    for (income, key) in book.incomes.iter().zip(1..) {
        let (day, amount) = (day_of(income), euros(income.amount.get()));
        let (payee, words) = (number(book, income.client), escaped(&income.label));
        let _ = writeln!(
            text,
            "\t<Transaction Ac=\"1\" Nb=\"{key}\" Id=\"\" Dt=\"{}\" Cu=\"1\" Am=\"{amount}\" Pa=\"{payee}\" No=\"{words}\" />",
            day.format("%m/%d/%Y"),
        );
    }
    text.push_str("</Grisbi>\n");
    text
}

fn csv(book: &Book) -> String {
    let mut text = "day,client,amount,for\n".to_owned();
    for income in book.incomes.iter() {
        let client = book.client_name(income.client).unwrap_or_default().replace('"', "\"\"");
        let (day, amount) = (day_of(income), euros(income.amount.get()));
        let _ = writeln!(text, "{day},\"{client}\",{amount},\"{}\"", income.label.replace('"', "\"\""));
    }
    text
}
