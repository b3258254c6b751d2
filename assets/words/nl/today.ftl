### Vandaag

rail-today = Vandaag
rail-settings = Instellingen
rail-name = Schermen
rail-screen = Scherm { $screen }

corner-hide = Bedragen en kleuren verbergen
corner-show = Bedragen en kleuren tonen
corner-undo = Ongedaan maken
corner-redo = Opnieuw doen
corner-changes = Laatste wijzigingen
saved = Bewaard
saved-at = Bewaard om { $time }
saved-waiting = Wordt bewaard…
saved-not-yet = Nog niet bewaard
saved-slow = Nog niet bewaard. De schijf antwoordt niet.
saved-asking = Nog niet bewaard. Kies eerst wat er met de andere versie gebeurt.
saved-not = Nog niet bewaard. { $why }
saved-beside = Bewaard in “{ $file }”
saved-read-only = Alleen bekijken

figure-needed = vandaag nodig
figure-earned = verdiend
figure-earned-hint = Bekijk alles van deze maand
figure-month = Alles van { $month }
figure-left = nog { $amount }
figure-enough = Genoeg
figure-enough-month = voor { $month }
figure-enough-today = Genoeg voor vandaag
figure-free = Vandaag ben je vrij
figure-no-week = Op welke dagen werk je?
figure-no-week-help = Kies je werkdagen, dan weet je wat er vandaag nodig is.
figure-choose-days = Werkdagen kiezen
bar-sentence = Vandaag { $earned } verdiend. { $left }

earn-button = Ik heb iets verdiend
why-button = Waarom dit bedrag?
why-button-enough = Waarom is het genoeg?
why-button-none = Waarom is er geen bedrag?

pots-title = Mijn potjes
pot-of = van { $amount }
pot-sentence = { $pot }: { $held } van { $size }
pots-extra = { $amount } extra
pots-month-full = { $month }: alle potjes vol.
pots-month-extra = { $month }: alle potjes vol, { $amount } extra.

clients-title = Mijn klanten
clients-which = Welke klanten wil je zien?
clients-search = Zoek een klant
clients-search-clear = Zoekveld leegmaken
clients-add = Klant
clients-add-said = Klant toevoegen
clients-add-first = Eerste klant toevoegen
clients-empty = Hier komt elke klant als een kleurstaal. Begin met de klant die je het liefst ziet.
clients-none-found = Geen klant gevonden voor “{ $query }”.
clients-to-get-nobody = Wat je nog krijgt, staat hier zonder klant. De lijst toont alles.
clients-show-all = Toon alle klanten
chip-all = Alle { $count }
chip-fit = { $word } { $count }
chip-to-get = Nog te krijgen { $amount }
chip-to-get-list = Toon de lijst
chip-archived = Archief { $count }
order-soonest = Eerst wat eraan komt
order-name = Op naam
order-colour = Op kleur
order-now = Volgorde: { $order }
order-menu = Volgorde kiezen

swatch-nothing = nog niets
swatch-next = verwacht { $day }
swatch-last = verdiend op { $day }
swatch-earned = { $label }, verdiend op { $day }
swatch-since = verdiend op { $day }
swatch-to-get = { $amount } nog te krijgen
swatch-menu = Menu van { $name }
swatch-menu-colour = Geef een kleur

notice-hidden = Er is iets aangepast.
notice-name = Net gebeurd
example-bar = Dit is een voorbeeld: Atelier Noor, op 21 november 2026. Probeer gerust alles, er wordt niets bewaard.
example-leave = Verlaat het voorbeeld
pots-first-month = Vanaf { $day }: een deel van de maand.
