//! The fourteen clients of Atelier Noor.

use super::{
    Said,
    mix::{self, Kind},
    said,
};
use crate::domain::{
    book::Language,
    client::{Client, GutFeeling, Met, Person},
    fit::Fit,
    id::Id,
    table::Table,
};

/// Each client, for the tables to name.
#[derive(Clone, Copy, Debug)]
pub enum Who {
    GalerieDeVos = 1,
    AminaHaddad,
    BistroLoo,
    TheaterZuid,
    JonasEnMira,
    BoekhandelPaard,
    MuziekschoolRie,
    CafePlein,
    KoffiebarNero,
    StudioBlink,
    FitPlus,
    UitgeverijMaan,
    LottePeeters,
    KaatClaes,
}

impl Who {
    /// Their id in the book.
    pub const fn id(self) -> Id {
        mix::id(Kind::Client, self as u64)
    }
}

/// How we met: through another client, or in words.
#[derive(Clone, Copy, Debug)]
enum Via {
    Client(Who),
    Words(Said),
}

/// One client as it stands in the table. A person is a name, a telephone number and an e-mail address.
#[derive(Clone, Copy, Debug)]
struct Row {
    who: Who,
    name: &'static str,
    fit: Fit,
    gut: Option<GutFeeling>,
    people: &'static [(&'static str, &'static str, &'static str)],
    address: &'static str,
    met: Via,
    notes: Said,
}

const ROWS: [Row; 14] = [
    Row {
        who: Who::GalerieDeVos,
        name: "Galerie De Vos",
        fit: Fit::Top,
        gut: Some(GutFeeling::Delightful),
        people: &[("Hilde De Vos", "0470 12 34 11", "hilde@galeriedevos.example")],
        address: "Penseelkaai 4\n9000 Gent",
        met: Via::Words(said(
            "Ze zag mijn linosneden op de kunstmarkt.",
            "She saw my linocuts at the art market.",
        )),
        notes: said(
            "Opening op vrijdag 27 november, vanaf 18 u.\nLijsten gaan via haar eigen lijstenmaker.",
            "Opening on Friday 27 November, from 6 pm.\nFrames go through her own framer.",
        ),
    },
    Row {
        who: Who::AminaHaddad,
        name: "Amina Haddad",
        fit: Fit::Top,
        gut: Some(GutFeeling::Delightful),
        people: &[("Amina Haddad", "0470 12 34 12", "amina@haddad.example")],
        address: "Lindenhof 27\n9050 Ledeberg",
        met: Via::Words(said("We zaten samen op de academie.", "We were at art school together.")),
        notes: said(
            "Elk jaar een portret van iemand uit de familie. Mailt zelf de foto's.",
            "A portrait of someone in the family every year. Sends the photos herself.",
        ),
    },
    Row {
        who: Who::BistroLoo,
        name: "Bistro Loo",
        fit: Fit::Fine,
        gut: Some(GutFeeling::Good),
        people: &[
            ("Lowie Maes", "0470 12 34 13", "lowie@bistroloo.example"),
            ("Els Maes", "", "rekeningen@bistroloo.example"),
        ],
        address: "Inktstraat 8\n9000 Gent",
        met: Via::Client(Who::CafePlein),
        notes: said(
            "Elk seizoen een nieuwe kaart. Maandag gesloten.",
            "A new menu every season. Closed on Mondays.",
        ),
    },
    Row {
        who: Who::TheaterZuid,
        name: "Theater Zuid",
        fit: Fit::Fine,
        gut: Some(GutFeeling::Good),
        people: &[
            ("Inge Raes", "0470 12 34 14", "inge@theaterzuid.example"),
            ("Tom Verbist", "0470 12 34 15", "techniek@theaterzuid.example"),
        ],
        address: "Coulissenplein 1\n9000 Gent",
        met: Via::Client(Who::GalerieDeVos),
        notes: said(
            "Logo's van de sponsors bij de start vragen. Drukwerk op A2.",
            "Ask for the sponsors' logos at the start. Printed at A2.",
        ),
    },
    Row {
        who: Who::JonasEnMira,
        name: "Jonas & Mira",
        fit: Fit::Fine,
        gut: Some(GutFeeling::Delightful),
        people: &[
            ("Jonas Wouters", "0470 12 34 16", "jonas@jonasenmira.example"),
            ("Mira Lemmens", "0470 12 34 17", "mira@jonasenmira.example"),
        ],
        address: "Kastanjedreef 15\n9820 Merelbeke",
        met: Via::Client(Who::AminaHaddad),
        notes: said(
            "Trouwkaart klaar op 12 december. Groen en oker, geen hartjes.",
            "Wedding invitation ready by 12 December. Green and ochre, no hearts.",
        ),
    },
    Row {
        who: Who::BoekhandelPaard,
        name: "Boekhandel Paard",
        fit: Fit::Fine,
        gut: Some(GutFeeling::Good),
        people: &[("Griet Paard", "0470 12 34 18", "griet@boekhandelpaard.example")],
        address: "Letterlaan 33\n9040 Sint-Amandsberg",
        met: Via::Words(said("Ik kocht er mijn schetsboeken.", "I bought my sketchbooks there.")),
        notes: said(
            "De etalage wisselt om de twee maanden. Ladder staat achteraan.",
            "The window changes every two months. The ladder is at the back.",
        ),
    },
    Row {
        who: Who::MuziekschoolRie,
        name: "Muziekschool Rie",
        fit: Fit::Fine,
        gut: Some(GutFeeling::Good),
        people: &[("Rie Baert", "0470 12 34 19", "rie@muziekschoolrie.example")],
        address: "Notenweg 6\n9030 Mariakerke",
        met: Via::Client(Who::BoekhandelPaard),
        notes: said(
            "Woensdagnamiddag vol kinderen: dan niet langsgaan.",
            "Full of children on Wednesday afternoons: don't drop by then.",
        ),
    },
    Row {
        who: Who::CafePlein,
        name: "Café Plein",
        fit: Fit::Fine,
        gut: Some(GutFeeling::Ordinary),
        people: &[("Wim Goossens", "0470 12 34 20", "wim@cafeplein.example")],
        address: "Krijtplein 2\n9050 Gentbrugge",
        met: Via::Words(said(
            "Het café om de hoek van het atelier.",
            "The café round the corner from the studio.",
        )),
        notes: said("Betaalt meteen, het liefst ter plaatse.", "Pays straight away, preferably on the spot."),
    },
    Row {
        who: Who::KoffiebarNero,
        name: "Koffiebar Nero",
        fit: Fit::Watch,
        gut: Some(GutFeeling::Ordinary),
        people: &[("Samir Nero", "0470 12 34 56", "samir@koffiebarnero.example")],
        address: "Brandersgang 9\n9000 Gent",
        met: Via::Client(Who::AminaHaddad),
        notes: said(
            "Wil alles in het zwart-wit. Bellen na 14 u.",
            "Wants everything in black and white. Call after 2 pm.",
        ),
    },
    Row {
        who: Who::StudioBlink,
        name: "Studio Blink",
        fit: Fit::Watch,
        gut: Some(GutFeeling::Chafing),
        people: &[
            ("Bram Decock", "0470 12 34 21", "bram@studioblink.example"),
            ("", "", "boekhouding@studioblink.example"),
        ],
        address: "Pixelkaai 40\n9000 Gent",
        met: Via::Client(Who::TheaterZuid),
        notes: said(
            "Vraagt vaak nog een ronde. Vooraf afspreken hoeveel erbij horen.",
            "Often asks for one more round. Agree beforehand how many are included.",
        ),
    },
    Row {
        who: Who::FitPlus,
        name: "Fit Plus",
        fit: Fit::LetGo,
        gut: Some(GutFeeling::Heavy),
        people: &[("Kevin Baele", "0470 12 34 22", "kevin@fitplus.example")],
        address: "Sprintlaan 101\n9800 Deinze",
        met: Via::Words(said("Hij vond me via een oproep online.", "He found me through a post online.")),
        notes: said(
            "De bestanden van de flyer zijn bezorgd. Niets nieuws afgesproken.",
            "The flyer files have been handed over. Nothing new agreed.",
        ),
    },
    Row {
        who: Who::UitgeverijMaan,
        name: "Uitgeverij Maan",
        fit: Fit::New,
        gut: None,
        people: &[("Sofie Neirinck", "0470 12 34 23", "sofie@uitgeverijmaan.example")],
        address: "Drukkersdok 12\n9000 Gent",
        met: Via::Client(Who::KaatClaes),
        notes: said(
            "Kennismaking op maandag 23 november, 11 u. Map met kinderboeken meenemen.",
            "First meeting on Monday 23 November, 11 am. Bring the children's book folder.",
        ),
    },
    Row {
        who: Who::LottePeeters,
        name: "Lotte Peeters",
        fit: Fit::New,
        gut: None,
        people: &[("Lotte Peeters", "0470 12 34 24", "lotte@peeters.example")],
        address: "Wilgendries 3\n9230 Wetteren",
        met: Via::Client(Who::JonasEnMira),
        notes: said(
            "Offerte voor een geboortekaartje gestuurd op 18 november.",
            "Sent her a quote for a birth announcement on 18 November.",
        ),
    },
    Row {
        who: Who::KaatClaes,
        name: "Kaat Claes",
        fit: Fit::Top,
        gut: Some(GutFeeling::Delightful),
        people: &[("Kaat Claes", "0470 12 34 25", "kaat@kaatclaes.example")],
        address: "Sprookjespad 18\n9080 Lochristi",
        met: Via::Words(said(
            "Ze las voor in de bib, ik tekende mee.",
            "She read at the library while I drew along.",
        )),
        notes: said(
            "Het kinderboek verschijnt in januari. De kleuren kiezen we samen.",
            "The children's book comes out in January. We choose the colours together.",
        ),
    },
];

/// Every client, in `language`.
pub fn all(language: Language) -> Table<Client> {
    ROWS.iter().map(|row| (row.who.id(), client(row, language))).collect()
}

fn client(row: &Row, language: Language) -> Client {
    let people = row.people.iter().map(|(name, phone, email)| Person {
        name: (*name).to_owned(),
        phone: (*phone).to_owned(),
        email: (*email).to_owned(),
    });
    let met = match row.met {
        Via::Client(who) => Met { through: Some(who.id()), words: String::new() },
        Via::Words(words) => Met { through: None, words: words.to(language) },
    };
    Client {
        people: people.collect(),
        address: row.address.to_owned(),
        fit: row.fit,
        gut: row.gut,
        met,
        notes: row.notes.to(language),
        ..Client::named(row.who.id(), row.name.to_owned())
    }
}
