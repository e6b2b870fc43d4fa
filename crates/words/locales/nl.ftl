# De teksten van Vigie in het Nederlands.

## Het huis

skip = Naar de inhoud
nav-label = Ruimtes
nav-bridge = Brug
nav-mentions = Vermeldingen
nav-sources = Bronnen
nav-settings = Instellingen
banner-demo = Demo: niets hier is echt.
banner-drill = OEFENING — niets wat hier gebeurt, gaat de deur uit.
banner-plain-http = Onversleutelde verbinding: publiceren en goedkeuren zijn uitgeschakeld.
deaf-since = We horen { $what } niet sinds { $when }
undo = Ongedaan maken
save = Opslaan
close = Sluiten
older = Ouder
never = nooit
since = Sinds
partial = gedeeltelijk
followers = volgers
unit-bytes = bytes
logout = Afmelden
live-on = Rechtstreeks
live-off = Verbinding verbroken: deze pagina wordt niet bijgewerkt. Er wordt opnieuw geprobeerd.
live-over = Uw sessie is voorbij: deze pagina wordt niet meer bijgewerkt.
live-over-login = Opnieuw aanmelden
prefs-title = Taal, thema, toetsenbord
prefs-language = Taal van de pagina’s
prefs-theme = Thema
prefs-zone = Tijdzone
prefs-keys = Sneltoetsen van één toets
theme-auto = Zoals het systeem
theme-light = Licht
theme-dark = Donker
time-just-now = zojuist
time-minutes-ago = { $count } min geleden
time-yesterday = gisteren { $time }
hours-of = Uren van { $zone } ({ $offset }).
hours-there = Uren van { $zone } ({ $offset }); die van u zijn die van { $own }.
count-mentions = { PLURAL($count) ->
    [one] { $count } vermelding
   *[other] { $count } vermeldingen
 }
figure-range = geschat tussen { $low } en { $high }
figure-least = minstens { $count }
figure-unknown = onbekend
state-calm = rustig
state-notice = attentie
state-alert = waarschuwing
state-crisis = crisis
state-follow-up = nazorg
state-closed = gesloten
state-deaf = stil

## Aanmelden

login-title = Aanmelden
login-lead = Vigie houdt de wacht. Kom binnen en zie wat er gezegd wordt.
login-email = E-mailadres
login-password = Wachtwoord
login-submit = Aanmelden
login-wrong = Het adres of het wachtwoord klopt niet. Er is niets veranderd; probeer het opnieuw.
login-throttled = Te veel pogingen. Wacht { PLURAL($count) ->
    [one] { $count } minuut
   *[other] { $count } minuten
 } en probeer het dan opnieuw.
login-expired = Uw sessie is afgelopen. Meld u opnieuw aan; u komt op dezelfde pagina terug.
login-carried = Wat u had geschreven: het gaat verder na het aanmelden
login-again = U bent terug
login-again-lead = Uw sessie was voorbij toen u dit verstuurde, en er is niets van gedaan. Lees het nog eens, en verstuur het dan.
login-again-do = Nu versturen
login-again-not = Niet versturen; naar de pagina gaan

## Brug

bridge-all-calm = Alles is rustig in wat we zien.
bridge-all-deaf = We horen niets: of het rustig is, is niet bekend.
bridge-troubled = { PLURAL($count) ->
    [one] { $count } merk vraagt uw aandacht.
   *[other] { $count } merken vragen uw aandacht.
 }
bridge-of-clients-none = { $what } vraagt het eerst uw aandacht; geen van { $all } klanten is rustig.
bridge-of-clients = { PLURAL($count) ->
    [one] { $what } vraagt het eerst uw aandacht; { $count } van { $all } klanten is rustig.
   *[other] { $what } vraagt het eerst uw aandacht; { $count } van { $all } klanten zijn rustig.
}
bridge-empty = Er wordt nog geen merk beschermd.
bridge-empty-do = Voeg uw merk toe en waarnaar gezocht moet worden: de wacht begint meteen.
bridge-add-brand = Een merk toevoegen
bridge-as-of = Geteld
bridge-heard = { PLURAL($count) ->
    [one] { $count } van { $all } bronnen te horen
   *[other] { $count } van { $all } bronnen te horen
 }
bridge-surge = { PLURAL($count) ->
    [one] { $count } vermelding
   *[other] { $count } vermeldingen
 } in { $minutes } min, { $low } tot { $high } verwacht
bridge-today = Vandaag { PLURAL($count) ->
    [one] { $count } vermelding
   *[other] { $count } vermeldingen
 }, { $low } tot { $high } verwacht
bridge-calm-in = rustig in wat we zien ({ PLURAL($count) ->
    [one] { $count } plek
   *[other] { $count } plekken
 } van { $all })
bridge-seen-in = gezien op { PLURAL($count) ->
    [one] { $count } plek
   *[other] { $count } plekken
 } van { $all }
bridge-not-watched = Niet in de gaten gehouden: { $what }
bridge-negative = ≈ { $share } negatief ({ $low } tot { $high })
bridge-open = { PLURAL($count) ->
    [one] nog { $count } te behandelen
   *[other] nog { $count } te behandelen
 }
bridge-open-least = nog minstens { $count } te behandelen
bridge-spark = vandaag, { $low } tot { $high } verwacht
bridge-last-day = laatste 24 uur
bridge-open-signal = Het signaal openen
bridge-open-mentions = De vermeldingen bekijken

## Tijdlijn

timeline-title = Tijdlijn
timeline-expected = { PLURAL($count) ->
    [one] { $count } vermelding
   *[other] { $count } vermeldingen
 }, { $low } tot { $high } verwacht
timeline-finding = { PLURAL($count) ->
    [one] { $count } vermelding
   *[other] { $count } vermeldingen
 } van { $from } tot en met { $until }
timeline-finding-day = { PLURAL($count) ->
    [one] { $count } vermelding
   *[other] { $count } vermeldingen
 } op { $from }
timeline-rhythm = De drukste uren van de dag zijn van { $from } tot { $until }: { $share } van de vermeldingen.
timeline-span = Getoonde tijd
timeline-day = Eén dag
timeline-week = Zeven dagen
timeline-weeks = Vier weken
timeline-until = Laatste dag
timeline-show = Tonen
timeline-earlier = Eerder
timeline-later = Later
timeline-per-hour = waargenomen, per uur
timeline-per-day = waargenomen, per dag
timeline-highest = Hoogste
timeline-signals = Signalen in deze tijd
timeline-signals-none = Er was geen signaal.
timeline-none = In deze tijd is niets geteld.
timeline-newest = De laatste vermelding is van { $what }: die dagen tonen

## Vermeldingen

mentions-add = Een vermelding toevoegen
mentions-found = gevonden
mentions-fresh = { PLURAL($count) ->
    [one] { $count } nieuwe
   *[other] { $count } nieuwe
 }
mentions-none = Geen vermelding voldoet. Zoek ruimer of haal een filter weg.
mentions-search-lag = { PLURAL($count) ->
    [one] { $count } vermelding nog niet doorzoekbaar
   *[other] { $count } vermeldingen nog niet doorzoekbaar
 }
mentions-select = van { $who } om { $time } uur
filter-query = Zoeken naar
filter-search = Zoeken
filter-more = Filters
filter-all = Maakt niet uit
filter-brand = Merk
filter-source = Bron
filter-language = Taal
filter-polarity = Toon
filter-state = Afhandeling
filter-to-handle = Nog te behandelen
filter-handled = Afgehandeld
query-try = Probeer:
triage-done = Afgehandeld
triage-reopen = Terugzetten
triage-assign = Toewijzen
triage-assign-to = Toewijzen aan
triage-nobody = Niemand
keys-title = Met het toetsenbord
keys-move = volgende, vorige
keys-select = selecteren
keys-done = als afgehandeld markeren
keys-assign = aan iemand toewijzen
keys-search = zoeken
keys-help = deze hulp
keys-off = Deze toetsen kunnen onderaan elke pagina worden uitgezet.
post-author-unknown = onbekende auteur
post-no-text = Een beoordeling, zonder tekst
post-details = Meer hierover
post-grave = ernstig:
post-late = later gehoord
post-deleted = door de auteur gewist
post-erased = gewist na de dagen die u hebt ingesteld
post-handled-by = afgehandeld door { $what }
post-assigned-to = toegewezen aan { $what }
polarity-negative = negatief
polarity-neutral = neutraal
polarity-positive = positief
polarity-hint = Geschat door de automatische lezer, met de kans
kind-question = vraag
kind-complaint = klacht
stars-of-five = { PLURAL($count) ->
    [one] { $count } ster van 5
   *[other] { $count } sterren van 5
 }
lang-fr = Frans
lang-en = Engels
lang-fy = Fries
lang-nl = Nederlands
lang-de = Duits
lang-es = Spaans
lang-it = Italiaans
lang-pt = Portugees
lang-af = Afrikaans
lang-unknown = onbekende taal
mention-title = Een vermelding
mention-of = Vermelding van { $what }
mention-why = Waarom dit hier staat
mention-bound = Het komt van een bron die aan het merk gekoppeld is: alles wat die brengt, telt.
mention-engagement = Reacties door de tijd
mention-engagement-none = Er is geen telling gezien: de reacties zijn onbekend.
mention-versions = Eerdere versies
mention-evidence = Bewijs zoals ontvangen
mention-arrived = Hier aangekomen
mention-payload = Grootte
mention-reader = Lezer
mention-screenshot = Schermafbeelding
table-when = Wanneer
table-observed = Waargenomen
table-expected = Verwacht
engagement-likes = Vind-ik-leuks
engagement-shares = Gedeeld
engagement-replies = Antwoorden
engagement-views = Weergaven
engagement-by = Gezien door
engagement-source = de bron
add-title = Een vermelding met de hand toevoegen
add-lead = Plak wat u gezien hebt. Een link, een tekst of een schermafbeelding is genoeg; de rest kan wachten.
add-link = Link
add-text = Tekst
add-author = Auteur of account
add-screenshot = Schermafbeelding om toe te voegen
add-screenshot-hint = PNG, JPEG of WebP, hooguit 8 MB. Het wordt als bewijs bewaard, nooit gepubliceerd.
add-views = Weergaven gezien
add-views-count = Hoeveel
add-views-at = Hoe laat
add-submit = Toevoegen

## Signaal

signal-title = Een signaal
signal-headline = { $what }: { $finding }
signal-finding-mentions = { PLURAL($count) ->
    [one] { $count } vermelding
   *[other] { $count } vermeldingen
 } in { $minutes } minuten, { $low } tot { $high } verwacht
signal-finding-negative = { PLURAL($count) ->
    [one] { $count } negatieve vermelding
   *[other] { $count } negatieve vermeldingen
 } in { $minutes } minuten, { $low } tot { $high } verwacht
signal-finding-ratings = { PLURAL($count) ->
    [one] { $count } lage beoordeling
   *[other] { $count } lage beoordelingen
 } in { $minutes } minuten, { $low } tot { $high } verwacht
signal-finding-grave = een ernstig bericht: { $harm }
signal-grave-words = De woorden die het zeggen:
signal-silent-grave = Het slaat vanzelf alarm: zonder dit bericht geen signaal
signal-silent-burn = Het smeult al dagen: wat het stil had gemaakt, is niet berekend.
harm-injury = letsel, ziekte of onveilig eten
harm-leak = een lek van persoonsgegevens
harm-discrimination = discriminatie
harm-violence = geweld of bedreiging
harm-minor = een minderjarige in gevaar
signal-late = later gehoord: een bron was aan het inhalen
signal-partial = Gedeeltelijke tellingen: { $what } is niet te horen
signal-acknowledge = Gezien
signal-acknowledged = Gezien door { $who } ({ $when })
signal-read-posts = De berichten lezen
signal-not-problem = Geen probleem…
signal-problem-after-all = Het is toch een probleem
signal-not-problem-hint = Het signaal wordt voor iedereen gesloten en de reden bewaard. U kunt erop terugkomen.
signal-dismissed = Gesloten door { $who } ({ $when }): { $why }
reason-own-campaign = Onze eigen campagne
reason-good-news = Goed nieuws
reason-industry = De hele branche is geraakt
reason-spam = Het is spam
reason-homonym = Iets anders met dezelfde naam
reason-too-small = Te klein om ertoe te doen
signal-in-short = Kortom
signal-people = Mensen
signal-since-then = Vermeldingen sindsdien
signal-largest-story = Grootste verhaal
signal-reach = Volgers van wie schreef: kunnen het gezien hebben
signal-tone = Toon van de berichten
signal-words = Woorden die opvallen:
signal-stories = Wat er gezegd wordt
signal-stories-none = Geen verhaal keert terug: ieder zegt iets anders.
signal-story-posts = { PLURAL($count) ->
    [one] { $count } bericht
   *[other] { $count } berichten
 }
signal-story-first = als eerste
signal-story-open = De berichten bekijken
signal-story-private = Onder vier ogen geschreven: wie mag antwoorden, leest het.
signal-needs-it = zonder dit verhaal geen signaal
signal-by-author = Wie het draagt
signal-by-source = Waar
signal-by-query = Via welke zoekopdracht
signal-why = Waarom het signaal afging
signal-posts-more = { PLURAL($count) ->
    [one] nog { $count } bericht
   *[other] nog { $count } berichten
}
signal-one-in = Bij toeval ongeveer één venster op de
signal-frozen = Vastgezet: { $when }. Berichten die later gehoord zijn, staan in de grafiek en de tellingen, niet in deze score.
signal-versions = Detector en lezer
signal-silent = Wat het had laten zwijgen
signal-silent-below = { PLURAL($count) ->
    [one] Minder dan { $count } in hetzelfde venster
   *[other] Minder dan { $count } in hetzelfde venster
 }
signal-silent-without = Als “{ $what }” er niet was geweest
signal-silent-without-stories = { PLURAL($count) ->
    [one] Als één verhaal, hierboven aangegeven, er niet was geweest
   *[other] Als een van de { $count } verhalen, hierboven aangegeven, er niet was geweest
 }
signal-stands-anyway = Geen enkele auteur, bron of verhaal: het signaal blijft staan zonder elk van hen.
signal-posts = De berichten
signal-posts-shown = { $count } van { $all } getoond, nieuwste eerst
chart-desc = Band: wat verwacht wordt. Balken: wat waargenomen is. Driehoek: de eerste waarde buiten de band. De waarden staan in de tabel.
chart-observed = waargenomen, in het uur tot dan
chart-out = buiten het verwachte
chart-expected = verwacht
chart-table = Dezelfde cijfers als tabel

## Bronnen

sources-none = Er wordt nog nergens naar geluisterd.
sources-wait = { PLURAL($count) ->
    [one] { $count } bron is nog niet bezocht.
   *[other] { $count } bronnen zijn nog niet bezocht.
 }
sources-all-heard = Alle bronnen zijn te horen.
sources-deaf = { PLURAL($count) ->
    [one] { $count } bron is niet te horen.
   *[other] { $count } bronnen zijn niet te horen.
 }
source-off = gepauzeerd
source-waits = nog niet bezocht
source-heard = te horen
source-feed = Nieuwsfeed
source-webhook = Inkomende webhook
source-mailbox = Postbus
source-file = Bestand
source-hand = Met de hand
source-pack = Scenario
source-bound = gekoppeld aan { $what }
source-deaf-since = Niet te horen sinds
source-posts-today = Berichten, 24 uur
source-last-post = Laatste bericht
source-last-ok = Voor het laatst gehoord
source-last-try = Laatste poging
source-next-try = Volgende poging
source-quarantined = { PLURAL($count) ->
    [one] { $count } item apart gelegd
   *[other] { $count } items apart gelegd
 }
source-gaps = { PLURAL($count) ->
    [one] { $count } gat in wat gehoord is
   *[other] { $count } gaten in wat gehoord is
 }
outcome-ok = gaf antwoord
outcome-not-modified = niets nieuws
outcome-rate-limited = vraagt ons te wachten
outcome-auth = laat ons niet binnen: iemand moet de toegang vernieuwen
outcome-gone = bestaat niet meer
outcome-malformed = onleesbaar antwoord
outcome-too-big = antwoord te groot
outcome-blocked = tegengehouden door onze eigen regels
outcome-network = geen antwoord
quarantine-title = Apart gelegd
quarantine-headline = { PLURAL($count) ->
    [one] { $count } item apart gelegd. Verder is er niets verloren gegaan.
   *[other] { $count } items apart gelegd. Verder is er niets verloren gegaan.
 }
quarantine-dropped = { PLURAL($count) ->
    [one] { $count } ouder item is weggegooid: alleen de nieuwste worden bewaard.
   *[other] { $count } oudere items zijn weggegooid: alleen de nieuwste worden bewaard.
 }

## Instellingen

settings-brands = Merken
settings-queries = { PLURAL($count) ->
    [one] { $count } zoekopdracht
   *[other] { $count } zoekopdrachten
 }
settings-add-brand = Een merk, een concurrent of de branche toevoegen
settings-add-house = Voor welke klant
settings-add-house-missing = Zeg voor welke klant het merk is; er is niets toegevoegd.
settings-add = Het merk toevoegen
settings-more = Toegang
role-own = Te beschermen
role-competitor = Concurrent
role-industry = Branche
brand-title = Instellingen van een merk
brand-name = Naam
brand-role = Rol
brand-who = Wie beschermd wordt
brand-queries = Waar Vigie naar zoekt
brand-queries-lead = Een bericht dat aan een van deze zoekopdrachten voldoet, wordt een vermelding.
brand-query-name = Naam van de zoekopdracht
brand-query-text = Zoekopdracht
brand-query-hits = { PLURAL($count) ->
    [one] { $count } vermelding in 7 dagen
   *[other] { $count } vermeldingen in 7 dagen
 }
brand-query-remove = Weghalen
brand-query-add = Nieuwe zoekopdracht
brand-query-save = Hier ook naar zoeken
brand-places = Waar de klanten praten
brand-places-lead = Wat niet in de gaten wordt gehouden, blijft op de brug staan: daar is de rust niet zeker.
brand-place = Plek
brand-place-new = Een andere plek
brand-place-watch = Toezicht
watch-watched = In de gaten gehouden
watch-mails = Via zijn e-mails
watch-not-watched = Niet in de gaten
brand-own-accounts = Accounts van het huis
brand-own-accounts-hint = Eén per regel, ook die van het bureau. Wat zij publiceren, is geen vermelding.
tokens-title = Toegangssleutels
tokens-lead = Zodat een programma in uw plaats leest of schrijft, via de API: het mag wat u mag, tot u de sleutel intrekt.
tokens-fresh = Kopieer deze sleutel nu: hij wordt niet opnieuw getoond.
tokens-none = Geen sleutels.
tokens-new = Nieuwe sleutel
tokens-name = Waar hij voor is
tokens-create = De sleutel maken
tokens-revoke = Intrekken

## Fouten

error-kept-nothing-changed = Er is niets veranderd.
error-not-found = Hier is niets.
error-not-found-do = Misschien is het adres verkeerd overgenomen, of hoort dit bij een andere organisatie.
error-forbidden = Uw rol staat dit niet toe.
error-forbidden-do = Vraag een eigenaar van de organisatie om het te doen of uw rol te wijzigen.
error-bad-origin = Dit verzoek komt niet van onze pagina’s.
error-bad-origin-do = Open Vigie op het gewone adres en doe het opnieuw. Is het adres veranderd, zet het dan in de configuratie.
error-bad-request = Wat verstuurd is, is niet te lezen.
error-bad-request-do = Ga terug naar de pagina, controleer de velden en verstuur het opnieuw.
error-too-long = Wat verstuurd is, is te lang.
error-too-long-do = Ga terug: de meeste browsers bewaren wat u typte. Maak het korter en verstuur het opnieuw.
error-disk-full = De schijf is vol: Vigie leest, maar schrijft niet meer.
error-disk-full-kept = Alles wat al bewaard was, is er nog. Uw laatste handeling niet.
error-disk-full-do = Maak ruimte vrij op de machine; het luisteren gaat vanzelf verder waar het stopte.
error-internal = Vigie heeft een fout gemaakt.
error-internal-kept = Niets van wat bewaard was, is verloren, en het luisteren gaat door.
error-internal-do = Probeer het opnieuw. Gebeurt het weer, geef de verwijzing dan aan wie de machine beheert.
error-your-text = Wat u geschreven had, om weer te gebruiken
error-reference = Verwijzing: { $what }
error-home = Terug naar de brug

# What is wrong with a form
add-problem-views = Het aantal weergaven moet een geheel getal zijn, bijvoorbeeld 340000.
add-problem-time = De tijd moet eruitzien als 2026-11-22 01:50.
add-problem-picture = De afbeelding moet een PNG-, JPEG- of WebP-bestand zijn.
name-problem-empty = Er is een naam nodig.
name-problem = Die naam kan niet: hij is te lang, of bevat een teken dat niet te zien is. Typ hem opnieuw.
brand-problem-zone = { $what } is geen tijdzone zoals Europe/Paris.

# How often the reader is wrong
reader-title = Hoe vaak de lezer zich vergist
reader-lead = Taal en toon worden door een machine gelezen, en een op de paar berichten wordt verkeerd gelezen. Vertrouw op aandelen en hun verandering; bekijk een bericht voordat u iets doet.
reader-version = Lezer, versie { $what }
reader-three = Drie woorden
reader-five = Vijf woorden
reader-whole = Hele tekst
reader-polarity = Toon, F1-score
reader-not-measured = niet gemeten
reader-f1 = Taal: hoeveel teksten van elk goed herkend werden. Toon: het gemiddelde van de F1-scores van negatief, neutraal en positief; raden geeft een derde. Gemeten op berichten die de gemeten modellen niet hadden gezien.
reader-unlike = Waar niets gemeten is, waren geen beoordeelde berichten te krijgen: de toon wordt daar gelezen aan emoji, tekens en verwante woorden. Berichten over een merk lijken ook niet op die waarvan hij leerde, waarin elke toon even vaak voorkwam.

## Gewekt worden

wake-title-alert = Alarm over { $what }
wake-title-grave = Een ernstig bericht: { $what }
wake-title-worse = Het wordt erger: { $what }
wake-and-more = { $what } en nog { $count }
wake-repeat = Dit hebt u misschien al ontvangen.
wake-late = Dit komt laat: het werd niet op tijd gehoord of kon niet eerder worden gemeld.
wake-worse-level = Het was een melding toen iemand het zag; nu is het een alarm.
wake-worse-press = De pers heeft het opgepakt.
wake-worse-tenfold = Tien keer zoveel als toen iemand het zag.
wake-finding = { $what }: { PLURAL($count) ->
    [one] { $count } vermelding
   *[other] { $count } vermeldingen
 } in { $minutes } minuten, gewoonlijk { $usual }; sinds { $since }
wake-finding-grave = { $what }: een ernstig bericht, { $harm }; sinds { $since }. De woorden die het zeggen: { $words }
wake-grave-alone = Het is het enige bericht over dit merk in het laatste uur
wake-grave-beside = { PLURAL($count) ->
    [one] { $count } ander bericht over dit merk in het laatste uur
   *[other] { $count } andere berichten over dit merk in het laatste uur
}
wake-grave-usual = { $what }; gebruikelijk op dit uur: ongeveer { $count }.
wake-grave-usual-unknown = { $what }; wat gebruikelijk is, is nog niet bekend.
wake-in-press = { "" }; in de pers
wake-below-alert = { "" }; nog geen alarm
wake-quote = – { $who }: ‘{ $what }’
wake-told = Ook gewaarschuwd: { $what }
wake-told-nobody-else = Niemand anders is gewaarschuwd.
wake-also-missed = Gemist, te oud om u te wekken: { $what }
wake-also-quiet = Tegengehouden in uw stille uren: { $what }
wake-also-held = Tegengehouden, u was al vaak genoeg gebeld: { $what }
wake-tap = Open de link en tik één keer: het wordt stil voor iedereen, tot het erger wordt.
wake-test-title = Vigie: een proef
wake-test-body = Zo wekt Vigie u via ‘{ $what }’. Open de link en tik één keer, dan weet u dat het werkt.

alive-blind-title = Vigie was blind: { $from } tot { $until }
alive-blind-body = Er is niets gehoord: { $from } tot { $until }. Intussen, voor zover het daarna is gehoord:
alive-meanwhile = { $what }: { PLURAL($count) ->
    [one] { $count } vermelding
   *[other] { $count } vermeldingen
 }, waarvan { $negative } negatief
alive-meanwhile-alert = { "" }; een alarm sinds { $what }
alive-meanwhile-nothing = Er is niets gekomen.
alive-deaf-title = Vigie hoort niets meer: { $what }
alive-deaf-body = Geen enkele bron van { $what } antwoordt nog sinds { $since }. Het is nu stil omdat Vigie doof is, niet omdat alles goed gaat.
alive-other-title = Een andere Vigie zwijgt
alive-other-body = { $what } zegt niet meer dat ze luistert, sinds { $since }: { $why }. Wie erop vertrouwt, is blind.
## Een zoekopdracht wordt geprobeerd voor hij bewaard wordt

backtest-try = Proberen
backtest-title = Een zoekopdracht proberen
backtest-lead = Proberen bewaart niets. Vigie legt de zoekopdracht naast de bewaarde berichten, en naast de zoekopdrachten van nu.
backtest-finding = { PLURAL($count) ->
    [one] { $count } vermelding
   *[other] { $count } vermeldingen
 } in plaats van { $present }
backtest-since = Berichten sinds { $since }. Signalen zijn geteld zoals ze gegeven zouden zijn.
backtest-present = Zoals bewaard
backtest-changed = Zoals geprobeerd
backtest-negative = Waarvan negatief
backtest-alerts = Waarschuwingen
backtest-notices = Attenties
backtest-gained = Ook gevonden: { $count }
backtest-lost = Niet meer gevonden: { $count }
backtest-mention = Naar de vermelding
backtest-days = Vermeldingen, dag na dag
backtest-short = Er is veel te lezen: alleen de nieuwste { $count } berichten zijn geprobeerd, terug tot { $since }.
backtest-unseen = Sommige bronnen bewaren alleen wat overeenkomt ({ $what }): { $passed } van { $seen } berichten zijn niet bewaard. Wat een ruimere zoekopdracht daarin zou vinden, is niet bekend.
backtest-all-kept = Alle bronnen bewaren al hun berichten: alles wat gehoord is, is geprobeerd.

## De week in vijf regels

report-title = De week
report-lead = Vigie is wakker. Dezelfde vijf regels komen vanzelf, elke maandagochtend.
report-subject = De week van { $what }: { $from } tot { $until }
report-about = ongeveer { $what } ({ $low } tot { $high })
report-least = minstens { $what }
report-unknown = niet bekend
report-more = { $what } en nog { $count }
report-quiet = Een rustige week: niemand werd gehoord over { $what }.
report-unheard = Geen vermelding: er is nergens naar geluisterd.
report-mentions = { PLURAL($count) ->
    [one] { $count } vermelding deze week.
   *[other] { $count } vermeldingen deze week.
 }
report-before = De week ervoor: { $what }.
report-before-unknown = De week ervoor is niet te vergelijken: Vigie luisterde toen nog niet.
report-signals-none = Geen waarschuwing.
report-signals = Waarschuwingen: { $alerts }. Het bekijken waard: { $notices }.
report-answered = Er wacht niets op u: alles wat gezegd is, is afgehandeld.
report-waiting = { PLURAL($count) ->
    [one] { $count } vermelding wacht tot iemand er iets aan doet
   *[other] { $count } vermeldingen wachten tot iemand er iets aan doet
 }, de oudste sinds { $since }.
report-waiting-least = Minstens { $count } vermeldingen wachten tot iemand er iets aan doet, een daarvan sinds { $since }.
report-tone-none = Niets te tellen: geen likes, niets gedeeld, geen toon.
report-engagement = Likes, gedeelde berichten en antwoorden: { $what }.
report-negative = Negatief daarvan: { $what }.
report-negative-few = Negatief daarvan: { $count } van { $all }, te weinig om van een aandeel te spreken.
report-reader = Een machine leest de toon en vergist zich soms: ze haalt { $quality } van de 100, en raden zou 33 halen.
report-reader-unmeasured = Een machine leest de toon; hoe vaak ze zich in deze talen vergist, is nooit gemeten.
report-sources-none = Vigie luistert nergens: stilte zegt niets. Voeg een bron toe.
report-sources-unheard = Vigie heeft nog naar geen enkele bron geluisterd: stilte zegt niets. Er wordt geluisterd zolang vigie serve draait.
report-sources-some = { $count } van de { $all } bronnen zijn te horen.
report-sources-untried = Nog niet beluisterd: { $what }.
report-sources-heard = { PLURAL($count) ->
    [one] De bron is te horen.
   *[other] Alle { $count } bronnen zijn te horen.
 }
report-sources-deaf = { PLURAL($count) ->
    [one] { $count } van { $all } bronnen is te horen
   *[other] { $count } van { $all } bronnen zijn te horen
 }. Niet te horen: { $what }.
report-deaf = { $what } (sinds { $since })
report-gaps = { PLURAL($count) ->
    [one] Eén bron miste
   *[other] { $count } bronnen misten
 } ongeveer { $hours } uur van de week.
report-missing-none = Er ontbreekt niets waarvan Vigie weet.
report-missing = Wat hier niet te zien is: { $what }.
report-missing-sources = alles, want er wordt naar geen bron geluisterd
report-missing-since = wat voor { $what } gezegd is
report-missing-places = plekken die niet gevolgd worden ({ $what })
report-missing-queries = wat deze zoekopdrachten zoeken, want ze zijn niet te lezen ({ $what })
report-missing-brands = alles over { $what }, want niets zoekt ernaar
report-missing-engagement = likes en delen van { PLURAL($count) ->
    [one] { $count } vermelding
   *[other] { $count } vermeldingen
 }
report-missing-tone = hoe vaak de toon fout is bij { PLURAL($count) ->
    [one] { $count } vermelding
   *[other] { $count } vermeldingen
 } in een taal die niet gemeten is
report-earlier = De week ervoor
report-later = De week erna
report-all = Alle merken
report-show = Tonen
report-line-waiting = Wat wacht
report-line-tone = Reacties en toon
report-line-missing = Wat ontbreekt
report-letter-quiet = Er is niets gebeurd, en er is de hele week geluisterd: { $what }.
report-letter-short = Hier is geen plaats voor de vijf regels van: { $what }. De pagina heeft ze.
report-letter-end = Vigie is wakker. Dit komt elke maandag; u kunt het uitzetten bij Instellingen, Hoe u gewekt wordt.

wake-page-title = Ik heb het gezien
wake-page-lead = Tik één keer: het wordt stil voor iedereen, tot het erger wordt.
wake-page-do = Ik heb het gezien
wake-page-take = Dit is voor mij
wake-page-mine-none = Het is gezien; anderen hebben de berichten.
wake-page-mine = { PLURAL($count) ->
    [one] Het is voor u: het aangehaalde bericht is aan u toegewezen.
   *[other] Het is voor u: de { $count } aangehaalde berichten zijn aan u toegewezen.
    }
wake-page-first = Dank: u was de eerste.
wake-page-known = { $who } was eerst ({ $when }).
wake-page-silent = Het is stil voor iedereen, tot het erger wordt.
wake-page-nothing = Hier valt niets meer te bevestigen.
wake-page-nothing-do = Het is voorbij, of deze koppeling geldt niet meer. De brug zegt wat er nu is.
wake-page-may-not = U leest hier mee; bevestigen is aan anderen.
wake-page-may-not-do = Er is niets veranderd: het roepen gaat door. Dezen mogen het bevestigen: { $what }. Waarschuw een van hen.
wake-page-works = Het werkt: “{ $what }” wekt u.
wake-page-works-do = U kunt deze pagina sluiten.
wake-page-here = Dit is aangetikt op de machine waarop Vigie draait.
wake-page-here-do = Dat zegt niets over uw telefoon: open het bericht daar en tik de link aan. De test telt niet.
wake-page-signal = Het signaal lezen
waking-title = Hoe u gewekt wordt
waking-index = Uw telefoon, uw mail, rustige uren, en wie daarna wordt geroepen
waking-nobody = Nog niets kan u wekken. Voeg een doel toe en probeer het.
waking-untried = U hebt nog geen test aangetikt. Probeer een doel met de telefoon in de hand.
waking-works = Het werkt: u hebt een bericht aangetikt dat zo kwam.
waking-sandbox = Niets verlaat deze wereld: berichten wachten en worden nooit verstuurd.
waking-saved = Bewaard.
waking-hours = Rustige uren en grenzen
waking-hours-lead = In rustige uren roept alleen een alarm of één ernstig bericht u. De grenzen gelden voor al uw merken; wat wordt tegengehouden, staat in uw volgende bericht.
refusal-said = { $what } Het antwoord was: “{ $said }”.
refusal-there = de andere kant
refusal-sandbox = Niets verlaat deze wereld: het is een oefening of een demonstratie.
refusal-late = Het is niet op tijd vertrokken, en zou nu te laat komen.
refusal-no-mailer = Er is geen mailserver ingesteld: noem er een in de configuratie.
refusal-no-key = Er kan niets gepusht worden: geen sleutel van dit huis werkt. Start vigie init, of abonneer opnieuw.
refusal-settings = Wat voor dit middel is ingesteld, kan niet gebruikt worden: voer het opnieuw in.
refusal-gone = Er is niemand meer om het naar te sturen: het middel is weggehaald, of er wordt geen mail gewenst.
refusal-too-long = Het is langer dan een brief mag zijn.
refusal-stopped = Vigie werd gestopt tijdens het versturen: het kan aangekomen zijn.
refusal-inside = { $what } staat voor een adres binnen het huis: is het van u, zet het dan op de toegestane lijst.
refusal-no-host = Geen adres gevonden voor { $what }: controleer de spelling en het netwerk.
refusal-no-connection = Er was geen verbinding met { $what }.
refusal-insecure = De verbinding met { $what } kan niet worden afgeschermd.
refusal-slow = { $what } antwoordde niet op tijd en kreeg niets.
refusal-not-begun = { $what } heeft het bericht niet gekregen.
refusal-moved = { $what } verwijst naar een ander adres: voer het adres van nu in.
refusal-login = { $what } laat ons niet binnen: controleer naam, wachtwoord of token.
refusal-no-such = { $what } kent dit adres, onderwerp of abonnement niet.
refusal-busy = { $what } vraagt om te wachten: het wordt opnieuw geprobeerd.
refusal-broken = { $what } heeft zelf een storing: het wordt opnieuw geprobeerd.
refusal-refused = { $what } zei nee.
refusal-unclear = { $what } kreeg het bericht, en niemand weet of het is aangenomen.
publish-token = { $what } kent het token niet meer: koppel het account opnieuw.
publish-scope = Het token mag dat niet bij { $what }: maak er een dat mag lezen en schrijven.
publish-busy = { $what } vraagt om het later te proberen: het wordt opnieuw geprobeerd.
publish-slow = { $what } antwoordde niet op tijd.
publish-network = { $what } was niet te bereiken: controleer het adres en het netwerk.
publish-moved = { $what } verwijst naar een ander adres: vul dat in.
publish-refused = { $what } zei nee.
publish-unreadable = Het antwoord van { $what } is niet te lezen: is het het juiste adres?
publish-unsaid = De tool kreeg opdracht om tegen te houden en antwoordde niet dat hij dat doet: kijk daar of hij het doet.
publish-channel = De sleutel opent dit kanaal niet meer: ken het opnieuw toe.
publish-off = Dit kanaal is uitgeschakeld in zijn tool.
publish-other = Het token opent nu een ander account: koppel het opnieuw.
publish-settings = Wat is ingevuld, is onbruikbaar: controleer het adres en het token.
waking-problem = Er is niets veranderd: uren zien eruit als 22:00, grenzen zijn hele getallen van 1 tot 100.
waking-quiet = Rustige uren houden
waking-from = Van
waking-to = Tot
waking-budget = Hoogstens roepen
waking-half-hour = in een half uur
waking-day = op een dag
waking-brand-day = op een dag voor één merk
waking-weekly = De week op maandagochtend
waking-weekly-lead = Het gaat naar uw mailadres, of anders naar uw eerste doel. Het wekt niemand, en het komt ook in rustige weken: komt het niet, kijk dan of Vigie wakker is.
waking-weekly-do = Stuur mij de week in vijf regels

retention-title = Hoe lang alles bewaard wordt
retention-index = Na hoeveel dagen teksten en namen worden gewist
retention-none = Er wordt niets gewist: teksten en namen worden bewaard zolang Vigie bestaat. 365 dagen is een goed begin.
retention-set = Wat ouder is, wordt gewist, eens per dag. Tellingen en signalen blijven.
retention-posts = Berichten
retention-oldest = Het oudste kwam binnen
retention-without-text = Al zonder tekst
retention-without-author = Al zonder schrijver
retention-text-days = Teksten zoveel dagen bewaren
retention-author-days = Namen van schrijvers zoveel dagen bewaren
retention-evidence-days = Bewijs hoogstens zoveel dagen bewaren
retention-empty = Leeg: voor altijd. De dagen tellen vanaf de dag dat een bericht binnenkwam; minstens 7.
retention-evidence = Bewijs blijft: wat iemand met de hand meldde of onder handen heeft, en wat een signaal aanhaalt dat niemand heeft afgewezen. Een bericht van meer organisaties gaat als ze het alle laten gaan.
retention-sources = Anders voor één bron
retention-source-empty = Leeg: zoals hierboven.
retention-preview = Zien wat zou gaan
retention-would = Teksten die nu zouden gaan: { $texts }. Schrijvers: { $authors }. Berichten die als bewijs blijven: { $evidence }.
retention-part = Er is maar naar een half miljoen berichten gekeken: het kunnen er meer zijn.
retention-save-lead = Er is nog niets bewaard. Bewaar het, en het gaat binnen een dag. Wat gewist is, komt niet terug.
retention-problem = Er is niets veranderd: dagen zijn hele getallen van 7 tot 36.500.
retention-saved = Bewaard. Wat moet gaan, gaat binnen een dag.
retention-log = Wat gewist is
retention-log-none = Nog niets.
retention-log-pass = Teksten gewist: { $texts }. Schrijvers: { $authors }.
retention-log-rules = Dagen ingesteld door { $what }
retention-console = de opdrachtregel
targets-title = Waar u te bereiken bent
targets-lead = De eerste wordt meteen geprobeerd, de volgende als niemand heeft getikt.
targets-add = Een doel toevoegen
target-mail = E-mail
target-push = Deze telefoon of browser
target-webhook = Ondertekende webhook
target-chat = Slack of Mattermost
target-name = Naam, als u wilt
target-push-hint = Zet de pagina eerst op het startscherm. Het bericht is versleuteld; de dienst van de browser kan het niet lezen.
target-push-do = Laat mij wekken
target-push-cannot = Deze browser kan u niet wekken: nodig zijn JavaScript en https, en op een iPhone de pagina op het startscherm.
target-push-denied = De browser stond het niet toe. Sta meldingen voor deze pagina toe en probeer het opnieuw.
target-server = Server
target-topic = Onderwerp
target-token = Toegangstoken, als de server erom vraagt
target-ntfy-hint = Wie het onderwerp kent, leest mee: kies er een dat niemand raadt, of een server die om een token vraagt.
target-chat-url = Adres van de inkomende webhook
target-markup = Geschreven voor
target-webhook-url = Adres
target-webhook-hint = JSON, ondertekend volgens Standard Webhooks. Het geheim wordt één keer getoond, bij het toevoegen.
target-add = Toevoegen
target-test = Testen
target-first = Eerst proberen
target-remove = Verwijderen
target-removed = een doel dat is verwijderd
target-fresh = Controleer handtekeningen met dit geheim; het wordt niet meer getoond.
target-added = Toegevoegd. Test het nu, en tik dan op de koppeling in het bericht.
target-tested = Een test is onderweg. Tik op de koppeling, dan weet u dat het werkt.
target-tapped = laatst aangetikt
target-rests = met rust gelaten tot
target-problem-mail = Dat is geen e-mailadres. Er is niets toegevoegd.
target-problem-ntfy = Er is niets toegevoegd: alleen de server, zoals https://ntfy.example.org, en een onderwerp van letters, cijfers, - of _.
target-problem-push = De browser gaf een abonnement dat niet bruikbaar is. Er is niets toegevoegd; probeer het opnieuw.
target-problem-webhook = Dat is geen webadres. Er is niets toegevoegd.
target-problem-chat = Dat is geen adres van een inkomende webhook. Er is niets toegevoegd.
target-problem-many = U hebt { $count } doelen, meer kan niet. Verwijder er eerst een.
outbox-waiting = wacht
outbox-sending = onderweg
outbox-sent = afgeleverd
outbox-unknown = misschien aangekomen
outbox-failed = niet afgeleverd
outbox-stale = te laat, niet verstuurd
outbox-silenced = niet meer nodig
outbox-tries = { PLURAL($count) ->
    [one] { $count } poging
   *[other] { $count } pogingen
 }
outbox-perhaps = { PLURAL($count) ->
    [one] waarvan { $count } misschien aangekomen
   *[other] waarvan { $count } misschien aangekomen
 }
messages-title = Berichten aan u
messages-lead = Wat u toegestuurd zou worden, en wat daarvan kwam.
messages-state = Wat daarvan kwam
messages-lost-only = niet zeker aangekomen
messages-lost = { PLURAL($count) ->
    [one] { $count } bericht is niet zeker aangekomen
   *[other] { $count } berichten zijn niet zeker aangekomen
 }
messages-none = Geen zulke berichten.
ladder-title = Wie wordt geroepen, en wie daarna
ladder-lead = Stap 1 wordt meteen geroepen. Als niemand binnen de minuten tikt, wordt ieder op het volgende doel geroepen, en dan de volgende stap.
ladder-problem = Er is niets veranderd: iemand moet worden geroepen, en elke wachttijd is 1 tot 1440 minuten.
ladder-gives-way = Niemand in deze stappen kan nu worden geroepen: vertrokken, of zonder doel. De leden die er een hebben, worden na elkaar geroepen.
ladder-reset = De leden weer na elkaar bellen
ladder-not-called = niet geroepen
ladder-step = Stap { $count }
ladder-wait = na stap { $count }
ladder-waits = Minuten wachten
ladder-no-target = heeft nog geen doel en kan niet worden geroepen
ladder-only-told = mag niet bevestigen: krijgt het te horen, en de volgende stap komt toch
signal-woken = Wie is geroepen
signal-woken-nobody = Hiervoor is niemand geroepen.
signal-first = Eerst gezien door { $who } ({ $when })
offline-banner = Offline. Dit is de brug zoals die was om

## Inrichten

setup-title = Uw merk in vijf minuten
setup-step = Stap { $count } van { $all }
setup-go = Verder
setup-back = Terug
setup-none-title = Deze Vigie is nog niet ingericht.
setup-none-lead = Niemand kan inloggen en er is niets te zien.
setup-none-do = Wie de machine beheert, vindt de koppeling waar Vigie is gestart: “vigie serve” toont die, “vigie init --setup-link” maakt een nieuwe.
setup-over-title = Deze koppeling opent niets meer.
setup-over-lead = Hij is gebruikt of verlopen. Wat klaar was, is bewaard.
setup-over-do = Vraag een nieuwe aan wie hem u gaf; “vigie init --setup-link” maakt hem.
setup-size = Met hoeveel past u erop?
size-solo = Alleen ik
size-solo-hint = Eén merk. Alleen wat nodig is wordt getoond.
size-team = Een ploeg
size-team-hint = Meer mensen delen de wacht.
size-agency = Een bureau
size-agency-hint = Veel klanten, elk apart.
setup-brand-title = Over wie moet Vigie waken?
setup-name = Naam, zoals mensen die zeggen
setup-town = Plaats
setup-trade = Vak
setup-link = Uw website of een profiel van u
setup-contact = Telefoon of e-mail
setup-contact-hint = Het vertelt land en taal; een e-mailadres wordt uw login.
setup-proposal-title = Waar Vigie naar zoekt
setup-proposal-lead = Een bericht dat op een van deze past, wordt een vermelding. Haal weg wat u niet bent.
setup-query-name = De naam
setup-query-town = Naam bij de plaats
setup-query-trade = Naam met het vak
setup-query-hashtag = Als hashtag geschreven
setup-query-handle = Uw account wordt genoemd
setup-query-site = Naar uw website wordt verwezen
setup-why-name = De naam zegt zelf wie er bedoeld wordt.
setup-why-town = De naam is een gewoon woord: hij telt alleen bij de plaats.
setup-why-trade = Mensen laten de halve naam weg en zeggen wat ze kochten.
setup-why-hashtag = De naam in één woord.
setup-why-handle = Wie dit account noemt, praat met u.
setup-why-site = Wie dit adres toont, bedoelt u.
setup-examples = Bent u dit?
setup-examples-lead = Zojuist gevonden. Van uw ‘nee’ leert Vigie wat weg kan.
setup-examples-none = Er is nu niets gevonden. Dat is gewoon bij een stille naam; de wacht begint toch.
setup-yes = Ja, dat zijn wij
setup-no = Nee
setup-exclusions = Vanaf nu weggelaten
setup-exclusions-lead = Deze staan in wat u niet bent, en in niets wat u wel bent. Haal het vinkje weg bij wat u wilt houden.
setup-exclusion-holds = { PLURAL($count) ->
    [one] in { $count } van uw ‘nee’
   *[other] in { $count } van uw ‘nee’
 }
setup-trouble = Nu geen antwoord, later weer geprobeerd: { $what }
setup-competitor = Een concurrent om mee te vergelijken (hoeft niet)
setup-country = Land, voor het recht
setup-country-check = Niets vertelde het land: kijk het na.
setup-languages = Talen van uw klanten: { $what }
setup-opening = Gewoonlijk open: { $what }
setup-expert = Voor kenners
setup-sources = Vigie gaat luisteren naar
setup-sources-none = Hier is geen bron zonder sleutel: voeg er later een toe.
setup-account-title = Uw login
setup-account-lead = Daarmee komt u terug, op deze machine en op de telefoon.
setup-person = Uw naam
setup-person-hint = Klanten zien hem als u hun antwoordt. Leeg: het begin van uw adres.
setup-password-hint = Ten minste { $least } tekens; een eigen zin is goed.
setup-finish = De wacht beginnen
phone-title = Hoe bereiken we u ’s nachts?
phone-lead = Kies een manier en stuur een test. Hebt u hem op uw telefoon aangetikt, dan weet u dat een alarm u wekt.
phone-send = De test sturen
phone-again = Nog eens sturen
phone-other = Een andere manier of een ander adres
phone-more = Andere manieren: Slack, Mattermost, een webhook, een eigen server
phone-later = Later
phone-later-hint = De brug zegt dat er geen test is aangetikt, tot dat wel zo is.
phone-looks = Deze pagina kijkt vanzelf opnieuw.
phone-waiting = De test voor ‘{ $what }’ is onderweg.
phone-sent = De test voor ‘{ $what }’ is bij de server afgeleverd. Open het bericht op uw telefoon en tik op de knop.
phone-unknown = Het is niet bekend of de test voor ‘{ $what }’ is aangekomen. Kijk op uw telefoon.
phone-refused = De test voor ‘{ $what }’ is niet aangenomen.
phone-failed = De test voor ‘{ $what }’ kon niet worden afgeleverd.
phone-next-try = Het wordt opnieuw geprobeerd: { $what }
phone-done = Vigie is ingericht en waakt.
phone-bridge = Naar de brug
phone-no-mail = Er gaat geen mail uit deze Vigie: er staat geen [mail] in vigie.toml.
phone-ntfy = Open dit onderwerp in de ntfy-app op uw telefoon en abonneer u erop, en stuur dan de test.
phone-ntfy-hint = Niemand kan het onderwerp raden; wie de server beheert, zou kunnen meelezen.
phone-link-machine = Geen telefoon kan de link in de test openen: { $what } is deze machine zelf. Zet in “origins” van vigie.toml het adres waarop telefoons Vigie bereiken, en start het opnieuw.
phone-link-network = De link in de test gaat alleen in uw eigen netwerk open ({ $what }). Gebruik een naam die buiten bekend is, of een netwerk waar de telefoon ook in zit (een VPN).
phone-link-plain = De link in de test is niet versleuteld ({ $what }). Gebruik https: zet een proxy met een certificaat voor Vigie.
phone-link-other-server = { $what } leidt naar een andere server dan deze Vigie. Verbeter “origins” in vigie.toml, of waar de naam of de proxy heen leidt.
phone-link-certificate = Een telefoon weigert { $what }: niemand die bekend is, heeft het certificaat ondertekend. Gebruik er een dat telefoons kennen, of zet het uwe op de telefoon.
phone-link-bad-certificate = Een telefoon weigert { $what }: het certificaat is van een andere host, verlopen of beschadigd. Maak een nieuw.
phone-link-unknown = Niemand kent de naam in { $what }. Verbeter “origins” in vigie.toml, of laat de naam inschrijven (DNS).
phone-link-closed = { $what } kon van hier niet worden geopend. Kijk of de weg erheen open is (router, firewall), en probeer het op een telefoon zonder wifi.
bridge-wake-nobody = Nog niemand kan worden gewekt.
bridge-wake-nobody-of = Nog niemand kan worden gewekt voor { $what }.
bridge-wake-failing = Nu kan niemand worden gewekt: alle doelen mislukken.
bridge-wake-failing-of = Nu kan niemand worden gewekt voor { $what }: alle doelen mislukken.
bridge-wake-untried = Er is nog geen test aangetikt: niemand weet of een alarm iemand wekt.
bridge-wake-untried-of = Er is nog geen test aangetikt voor { $what }: niemand weet of een alarm iemand wekt.
bridge-wake-do = Nu proberen
invited-to = { $what } · { $role }
invited-go = Mijn toegang maken
people-title = Team
people-index = Wie erbij hoort en tot wanneer, of ieder te bereiken is, en wie er vannacht ontbreekt
people-lead = Wie erbij hoort, en wat ieder mag.
people-role = Rol
people-change = Wijzigen
people-back = Weer opnemen
people-remove = Uit de organisatie halen
people-remove-hint = De sessies eindigen, en de API-tokens hier worden ingetrokken.
team-erase = Wissen uit bewaarde oefeningen
team-erase-hint = Uit de bewaarde oefeningen waarin deze persoon speelde, leiding gaf of iets noteerde, verdwijnen de naam, de teksten waarin die staat, en wat deze persoon liet zien. Het komt niet terug.
team-erased = Gewist uit bewaarde oefeningen: { $count }
people-ownerless = Er is niets veranderd: de organisatie zou geen eigenaar meer hebben. Maak eerst een ander lid eigenaar.
people-invite = Iemand uitnodigen
people-invite-lead = U krijgt een link om door te geven. Eén persoon maakt zich daarmee een toegang.
people-invite-do = De link maken
people-fresh = { PLURAL($count) ->
    [one] Geef deze link door. Hij maakt één toegang, binnen { $count } uur, en wordt niet meer getoond.
   *[other] Geef deze link door. Hij maakt één toegang, binnen { $count } uur, en wordt niet meer getoond.
}
people-waiting = Uitnodigingen waar nog niemand op inging
people-waits = uitgenodigd door { $who }, tot { $when }
people-take-back = Intrekken
people-others = Uw andere organisaties
person-owner = Eigenaar
person-lead = Leiding bij een crisis
person-spokesperson = Woordvoerder
person-social-manager = Beheer sociale media
person-legal = Jurist
person-executive = Directie
person-read-only = Alleen lezen
person-may-all = mag alles, ook mensen beheren
person-may-configure = handelt af en wijzigt instellingen
person-may-triage = handelt af
person-may-read = leest
reached-no-target = kan niet gewekt worden: geen doel
reached-failing = kan nu niet gewekt worden: alle doelen mislukken
reached-untried = nog geen test aangetikt
reached-tapped = kan gewekt worden: een test is aangetikt
setup-problem-trade = Kies een vak uit de lijst.
setup-problem-link = De koppeling moet lijken op https://www.example.org, of op @naam@server.
setup-problem-contact = Dat is geen telefoonnummer en geen e-mailadres.
setup-problem-zone = Dat is geen tijdzone zoals Europe/Amsterdam.
setup-problem-common = Iedereen gebruikt deze naam: noem ook de plaats, of geef een koppeling.
setup-problem-competitor = De naam van de concurrent kan niet worden gebruikt: hij is te lang, of bevat een onzichtbaar teken.
setup-problem-no-query = Houd minstens één zoekopdracht aan: zonder wordt er niets gezocht.
setup-problem-email = Op dat adres komt geen post aan: schrijf het als naam@voorbeeld.org.
setup-problem-password = Het wachtwoord is te kort: ten minste { $least } tekens.
setup-problem-taken = Dit adres heeft al een login. Neem een ander, of vraag wie u de koppeling stuurde.
expert-title = Alles wat in te stellen is
expert-lead = Verborgen voor één persoon met één merk, en altijd hier.
expert-queries = Zoekvragen van { $what }
expert-places = Plekken van { $what }
spot-google = Beoordelingen op Google
spot-app-stores = Winkels voor apps
spot-local-press = Plaatselijke pers
spot-forums = Fora
spot-own-site = Reacties op uw website
country-fr = Frankrijk
country-be = België
country-nl = Nederland
country-lu = Luxemburg
country-ch = Zwitserland
country-de = Duitsland
country-at = Oostenrijk
country-gb = Verenigd Koninkrijk
country-ie = Ierland
country-es = Spanje
country-pt = Portugal
country-it = Italië
country-ca = Canada
country-us = Verenigde Staten
trade-bakery = Bakker
trade-restaurant = Restaurant of eethuis
trade-cafe = Café of kroeg
trade-hotel = Hotel of pension
trade-camping = Camping, vakantiehuis
trade-grocery = Levensmiddelen
trade-butcher = Slagerij
trade-florist = Bloemenwinkel
trade-fashion = Kleding en schoenen
trade-shop = Andere winkel
trade-hairdresser = Kapper
trade-beauty = Schoonheid en verzorging
trade-garage = Autobedrijf
trade-craftsman = Bouw en onderhoud
trade-estate-agent = Makelaar
trade-doctor = Arts of kliniek
trade-dentist = Tandarts
trade-pharmacy = Apotheek
trade-care-home = Verzorgingshuis
trade-school = School of opvang
trade-sports = Sportclub of sportschool
trade-culture = Cultuur en festival
trade-association = Vereniging of stichting
trade-town = Gemeente
trade-online-shop = Webwinkel
trade-app = App of software
trade-public-figure = Bekend persoon
trade-other = Iets anders

# What a signal is about, how big and how grave.
assess-title = Wat het is
severity-title = Ernst
severity-watch = in de gaten houden
severity-alert = alarm
severity-crisis = crisis
severity-points = { $points } punten; alarm vanaf { $alert }, crisis vanaf { $crisis }
severity-said = { $who } zegt het ({ $when }); de lijst zegt: { $what }
severity-change = Een andere ernst zeggen…
severity-reason = Reden
severity-save = Deze ernst houden
severity-back = De lijst laten beslissen
urgency-by = Eerste woord naar buiten voor { $when }
urgency-overdue = Het eerste woord moest er zijn om { $when }
clocks-case = Dossier { $n } is open ({ $step }); zijn klokken:
clocks-case-none = Dossier { $n } is open ({ $step }); geen van zijn klokken loopt
clocks-would = Er is geen dossier open. Nu geopend op de stap ‘{ $what }’ zouden deze klokken gaan lopen:
clocks-would-none = Er is geen dossier open, en op de stap ‘{ $what }’ zou geen klok gaan lopen
clocks-left = { $what }: nog { $span } ({ $when })
clocks-over = { $what }: { $span } geleden verstreken ({ $when })
clocks-law = { $what }, als het zo is: { $span } vanaf het moment dat iemand hier het weet
clocks-law-at-once = { $what }, als het zo is: meteen zodra iemand hier het weet
clocks-counsel = { $what }, als het zo is: hier is geen termijn bekend, vraag uw jurist
clocks-more = { PLURAL($count) ->
    [one] en nog { $count } klok
   *[other] en nog { $count } klokken
}
assess-isolated = Losse stemmen: minder dan vijf mensen.
forecast-title = Wat kan komen
forecast-hours = { PLURAL($count) ->
    [one] Komend uur
   *[other] Komende { $count } uur
}
forecast-range = van { $low } tot { $high } in acht van de tien gevallen
forecast-usual = anders { $count }
forecast-record = opnieuw berekend uit de tellingen van nu: { $held } van { $made } overlappende voorspellingen zouden zijn uitgekomen
forecast-record-none = geen voorspelling is oud genoeg om te toetsen
forecast-young = Nog geen voorspelling: het begon minder dan tien minuten geleden.
forecast-little = Geen voorspelling: te weinig vermeldingen boven het gewone in de laatste uren.
forecast-desc = Omlijnd vlak na nu: vermeldingen per uur tot dan, in acht van de tien gevallen. De lijn erin: wat verwacht wordt. Streepjes: het gewone. De lijst heeft de waarden.
assess-causes = Waar het om gaat
assess-cause-words = op grond van: { $words }
cause-safety = gezondheid of veiligheid
cause-data = persoonsgegevens
cause-discrimination = discriminatie
cause-staff = personeel en bediening
cause-quality = kwaliteit
cause-delay = vertraging of wachten
cause-loss = verlies of schade
cause-ordering = bestellen of reserveren
cause-cancellation = annulering of geld terug
cause-price = prijs
cause-environment = milieu of dieren
cause-closing = sluiting of banen
assess-origin = Eerst verteld
assess-origin-copies = { PLURAL($count) ->
    [one] { $count } bericht vertelt hetzelfde
   *[other] { $count } berichten vertellen hetzelfde
}
assess-origin-elsewhere = het herhaalt een bericht dat hier niet is: het begon elders
assess-vivid = Foto of film
assess-vivid-post = op grond van een bericht
assess-carriers = Wie het het meest verspreidt
carrier-repeated = { $count }× herhaald
carrier-drawn = Likes, delen, antwoorden
carrier-followers = Volgers
carrier-posts = Berichten
carrier-who = Wie
carrier-erased = een naam die gewist is of nooit bekend was
assess-places = Waar het heen ging
assess-places-desc = Elke regel is een soort plek, in de volgorde waarin ze bereikt zijn; de balk loopt van de eerste tot de laatste vermelding, een stip is de eerste in een bron. De tabel heeft de waarden.
place-network = sociale netwerken
place-forum = forums en reacties
place-reviews = beoordelingen
place-press = pers
place-direct = mails en telefoon
place-title = Plek
place-first = Eerste
assess-languages = Talen
assess-reported = Gemeld door het team
assess-reported-none = Niemand heeft een cijfer gemeld: wat geen bron kan tellen.
assess-reported-by = { $who }, { $when }
reported-add = Een cijfer melden…
reported-hint = In totaal, tot nu toe. Het nieuwste van een soort geldt; de eerdere blijven bewaard.
reported-subject = Wat
reported-value = Hoeveel
reported-note = Notitie
reported-save = Melden
subject-views = weergaven
subject-calls = telefoontjes, mails en bezoeken erover
subject-cancelled = geannuleerde reserveringen en bestellingen
subject-money = geld verloren of terugbetaald
subject-harmed = mensen met schade
figure-reported = gemeld
assess-unknown = Niet bekend
unknown-reach = hoeveel mensen het zagen
unknown-organic = hoeveel daarvan georganiseerd is
unknown-grave = of één bericht op zichzelf ernstig is
unknown-vivid = of er een foto of film bij is: geen bericht toont of noemt er een, en niet elke bron vertelt het
unknown-cause = waar het om gaat: geen woorden wijzen daarop
unknown-harm = wat het kost: niemand heeft telefoontjes of annuleringen gemeld
unknown-forecast = wat er komt
unknown-growth = of het groeit: het is nog geen twee uur oud
unknown-ill = of de toon erger is dan anders: te weinig vermeldingen
unknown-rest = wat de vermeldingen na de eerste 5.000 zeggen
assess-factors = Hoe de ernst tot stand komt
factor-title = Factor
factor-value = Waarde
factor-points = Punten
factor-least = minstens { $what }
factor-of = { $points } van { $most }
factor-volume = keer het gewone
factor-growth = % van het uur ervoor
factor-people = mensen
factor-ill = punten meer die kwaad spreken
factor-duration = minuten sinds het begon
factor-reach = volgers van de schrijvers
factor-places = soorten openbare plekken
factor-press = artikelen in de pers
factor-cause = ernst van de oorzaak, 1 tot 3
factor-vivid = foto of film
factor-harm = gemelde telefoontjes, annuleringen, mensen met schade
factor-organic = ‰ hoogstens dat van mensen zelf komt
factor-grave = een ernstig bericht

# Hoe vaak een merk zich meldt, en wat oordelen daarvan zeggen.
budget-title = Hoe vaak melden
budget-index = Een per dag, per week of per maand; en wat uw oordelen ervan zeggen
budget-lead = Ook als er niets gebeurt, maakt het toeval wat gerucht. Kies hoeveel loos alarm u verdraagt: hoe zeldzamer, hoe meer er nodig is om iets te melden. Wat gemeld is blijft; de keuze telt vanaf de volgende minuut.
budget-notices-lead = Hoogstens, in rustige tijden. Een attentie wekt niemand.
budget-alerts-lead = Hoogstens, in rustige tijden. Een waarschuwing wekt mensen.
budget-day = Ongeveer een per dag
budget-week = Ongeveer een per week
budget-month = Ongeveer een per maand
budget-two-months = Ongeveer een per twee maanden
budget-half-year = Ongeveer een per half jaar
budget-usual = { $what } (gewoonlijk)
budget-would = Sinds { $when } had deze keuze er zoveel gegeven: { $count }
budget-shared = Uw organisatie heeft { $brands } eigen merken. Opdat die samen niet meer dan drie loze attenties per dag en één loze waarschuwing per week geven, geeft elk merk minder dan hier gekozen is: { $notices } van de attenties, { $alerts } van de waarschuwingen.
budget-labels = Wat uw oordelen zeggen
budget-labels-lead = Elk signaal dat u gezien of gesloten hebt is een voorbeeld. Zonder u verandert er niets.
budget-few = Beoordeeld en vergelijkbaar: { $labelled }. Vanaf { $needed } valt er iets voor te stellen.
budget-keep = Beoordeeld: { $labelled }, gesloten als niets: { $dismissed }. Geen andere keuze is beter.
budget-rarer = Beoordeeld: { $labelled }, gesloten als niets: { $dismissed }. Met “{ $often }” waren er { $spared } daarvan niet gekomen, en was er geen verloren die gezien is.
budget-apply = Dit voorstel overnemen
budget-kept = Bewaard. Het telt vanaf de volgende minuut.
budget-otherwise = Uw oordelen stellen nu iets anders voor. Er is niets bewaard: bekijk het voorstel opnieuw.
budget-log = Wie wat koos
budget-log-none = Nog niemand koos: het is zoals gewoonlijk.
budget-log-said = { $who }: attenties “{ $notice }”, waarschuwingen “{ $alert }”
budget-log-labels = naar de oordelen
budgets-title = Wat uw oordelen voorstellen, voor alle merken
budgets-index = De voorstellen van meerdere merken tegelijk overnemen
budgets-lead = Voor elk merk wat de oordelen over zijn signalen zeggen, en wat er anders zou zijn geweest. Vink aan wat u wilt; zonder u verandert er niets.
budgets-none = Voor geen merk zijn er genoeg oordelen om iets voor te stellen.
budgets-take = Overnemen: attenties “{ $notice }”, waarschuwingen “{ $alert }”
budgets-apply = Bewaren wat is aangevinkt
budgets-few = { PLURAL($count) ->
    [one] { $count } merk heeft te weinig oordelen: vanaf vijf is er iets voor te stellen.
   *[other] { $count } merken hebben te weinig oordelen: vanaf vijf is er iets voor te stellen.
}
budgets-next = Volgende merken
budgets-kept = Bewaard, telt vanaf de volgende minuut: { $count }. Wat de oordelen niet meer voorstellen, blijft zoals het was.

# De lijst voor de ernst, als formulier.
rubric-title = Hoe de ernst wordt beoordeeld
rubric-index = De punten van elke factor, de grenzen en de termijnen
rubric-lead = Vanaf zo’n waarde zoveel punten; punten tellen op. Een trede kan ook op zichzelf een ernst eisen. Meer van wat dan ook is nooit minder ernstig: wat dat zou doen wordt geweigerd.
rubric-own = Uw organisatie heeft een eigen lijst.
rubric-house = Het is de lijst van het huis.
rubric-from = Vanaf
rubric-points = Punten
rubric-least = Minstens
rubric-least-none = niets
rubric-row = { $what }, trede { $n }
rubric-empty = Een lege trede telt niet; een factor zonder treden telt voor niets. Bewaar om een lege regel erbij te krijgen.
rubric-bounds = Grenzen
rubric-alert = Alarm vanaf zoveel punten
rubric-crisis = Crisis vanaf zoveel punten
rubric-minutes = Minuten tot het eerste woord
rubric-problem = Er is niets veranderd: zie wat er bij de velden staat.
rubric-wrong-number = Dit zijn geen hele getallen, of er ontbreekt er een.
rubric-wrong-falls = Waarden moeten stijgen; punten en geëiste ernst mogen niet dalen.
rubric-wrong-points = Punten gaan van 0 tot 1000, en een factor heeft hoogstens tien treden.
rubric-wrong-order = Een alarm begint bij minstens één punt, en een crisis bij meer punten dan een alarm.
rubric-wrong-minutes = Minuten gaan van 1 tot 43.200, en het ernstigere heeft nooit meer tijd.
rubric-saved = Bewaard. Signalen die komen worden hiermee beoordeeld.
rubric-reset = Weer de lijst van het huis
beside-title = Wat nog afwijkt
beside-departs = Wijkt af van het gewone: { $what }
beside-what = Wat
beside-now = Sinds het begon
beside-usual = Gewoonlijk
beside-range = { $low } tot { $high }
beside-hint = Aantallen naast even lange tijden van de vier weken ervoor (negen van de tien liggen erbinnen), aandelen met een interval van 90 %; hoogstens de laatste dag.
aspect-people = mensen
aspect-negative = vermeldingen die kwaad spreken
aspect-ill = deel dat kwaad spreekt
aspect-aroused = deel dat kwaad spreekt in woede, walging of angst
aspect-first-person = deel dat „ik” zegt
aspect-reposts = deel dat het bericht van een ander doorgeeft
aspect-reach = volgers, bij elke vermelding
aspect-places = soorten openbare plekken
aspect-stories = verhalen die steeds meer verteld worden
stands-above = meer dan gewoonlijk
stands-below = minder dan gewoonlijk
stands-usual = zoals gewoonlijk
stands-unknown = te weinig om te zeggen
trade-title = Wij, of de hele branche?
trade-nobody = Niet bekend: er wordt niemand anders gevolgd. Een concurrent of de branche kan als merk worden toegevoegd.
trade-young = Niet bekend: de anderen worden minder dan een week gevolgd.
trade-ours = { PLURAL($count) ->
    [one] Alleen wij: het andere gevolgde merk is rustig.
   *[other] Alleen wij: geen van de { $count } anderen wijkt af.
}
trade-shared = { $stirred } van de { $of } anderen wijken ook af. Een bericht dat er meer noemt, telt voor elk.
trade-trade-only = De enige ander die gevolgd wordt, wijkt ook af. Een bericht dat beide noemt, telt voor elk.
trade-trade = De hele branche: { $stirred } van de { $of } anderen ook. Een bericht dat er meer noemt, telt voor elk.
trade-as-much = Stijgt minstens half zo sterk als wij, naast het eigen gewone: { $what }. Dat verandert wat het is en legt niets het zwijgen op.
trade-who = Merk
stir-us = wij
stir-calm = zoals gewoonlijk
stir-less = wijkt minder af
stir-as-much = wijkt evenveel af
stir-unknown = te kort gevolgd
factor-arousal = punten meer die kwaad spreken in woede, walging of angst
factor-impersonal = punten minder die „ik” zeggen
forecast-picture = kan komen, per uur
place-sources = Bronnen, op volgorde
assess-cause-beyond = { $count } meer dan gewoonlijk
# Wie samen handelt.
company-title = Wie samen handelt
company-share = { $share } komt van mensen zelf: gedaan door accounts in geen enkele groep.
company-share-unknown = Hoeveel van mensen zelf komt, is uit wat bekend is niet te zeggen.
company-none = Geen accounts deden hetzelfde op hetzelfde moment vaker dan toeval verklaart.
company-group = { $count } accounts die samenvallen
company-more = Groepen gevonden naast deze: { $count }.
company-one-in = Bij toeval ongeveer één zo’n groep op { $count } stormen als deze.
company-who = Accounts
company-others = en nog { $count }
company-shared = Wat ze deelden
company-for = Wat pleit voor samen handelen
company-against = Wat ertegen pleit
company-hypothesis = Dit is geen oordeel. Fans, een redactie met tien pagina’s en iemand met twee accounts zien er van hier hetzelfde uit. Wie erachter zit, ook “een concurrent?”, is een vermoeden dat een mens moet bevestigen voor iemand het hardop zegt.
company-picture = Links de accounts, rechts wat ze deelden; een lijn zegt dat ze daar samenvielen. De tabel eronder heeft hetzelfde.
company-what = Wat
company-outside = Anderen
company-posts = Berichten die het tonen
company-objects = { $shown } van { $count } dingen getoond.
kind-repost = hetzelfde bericht doorgegeven
kind-link = dezelfde link
kind-text = bijna dezelfde tekst
kind-hashtags = dezelfde hashtags
kind-reply = antwoorden op hetzelfde bericht
kind-image = dezelfde foto, byte voor byte
kind-blurhash = foto’s die er vervaagd hetzelfde uitzien (zwakker dan hetzelfde bestand)
kind-unknown = hetzelfde ding
stretch-seconds = { $count } s
stretch-minutes = { $count } min
stretch-hours = { $count } uur
stretch-days = { $count } dagen
sign-synchrony = Paren van hen vielen binnen { $stretch } { $count } keer samen, waar toeval er { $expected } geeft.
sign-closeness = De helft daarvan lag hoogstens { $stretch } uiteen.
sign-density = { $count } van { $possible } mogelijke paren vallen op.
sign-single-purpose = { $share } van wat ze hier deden, was samen.
sign-other-interests = { $share } van wat ze hier deden, was iets anders, zoals mensen doen.
sign-popular = { $share } van wie hetzelfde deed, hoort er niet bij: het was populair.
sign-one-stretch = Alles gebeurde binnen { $stretch }, zoals rond een uitzending of een wedstrijd.
sign-few-accounts = Slechts { $count } accounts: één mens, of één huis, kan er zoveel hebben.
sign-blurred = Van de { $shown } getoonde dingen zijn er { $count } foto’s waarvan alleen bekend is hoe ze er vervaagd uitzien: andere foto’s kunnen er ook zo uitzien.
sign-few-objects = Ze vielen op weinig dingen samen: { $count }.
sign-young = { $count } van de { $known } accounts met bekende leeftijd waren jonger dan twee weken; van de anderen in deze storm minder dan een kwart.
sign-old = { $count } van de { $known } accounts met bekende leeftijd zijn ouder dan een jaar.
sign-default-profiles = { $count } van de { $known } accounts waarvan het profiel bekend is lieten het zoals het platform het maakte, zonder foto of woord; van de andere in deze storm minder dan een kwart. Velen die alleen lezen doen dat.
sign-single-review = { $count } van de { $known } accounts waarvan het bekend is schreven deze ene beoordeling en geen andere; van de andere in deze storm minder dan een kwart. Iedereen begint met één.
sign-many-reviews = { $count } van de { $known } accounts waarvan het bekend is schreven vijf beoordelingen of meer.
sign-vanished = { $count } van hun berichten werden binnen tien minuten verwijderd.
sign-nothing-measured = Niets van wat gemeten is. Wie ze zijn en wat ze willen, is niet gemeten.
sign-arrival = { $count } beoordelingen binnen { $stretch }, waar er anders { $expected } komen.
sign-one-sided = { $share } geeft { $count } van 5 sterren; anders { $usual }.
sign-one-off = { $count } van de { $known } accounts waarvan iets bekend is, zijn nieuw of beoordeelden niets anders; anders { $usual }.
sign-one-off-assumed = { $count } van de { $known } accounts waarvan iets bekend is, zijn nieuw of beoordeelden niets anders. Wat hier gewoon is, is niet bekend; aangenomen is { $usual }.
sign-copied = { $count } van de { $known } herhalen een eerdere beoordeling.
sign-real-customers = { $count } lijken echte klanten: er kan een reden zijn.
sign-nothing-known = Van { $count } accounts is niets bekend.
sign-arrival-unknown = Hoeveel beoordelingen er anders komen, is niet bekend: daar zijn vier weken luisteren voor nodig.
sign-crowd-possible = Een filmpje, een reportage of een rij aan de kassa brengt ook op één dag veel mensen met een eerste beoordeling. Niets hier onderscheidt dat.
signs-none = niets van wat gemeten is
usual-unknown = niet bekend
unseen-few = wie samen handelt: er is te weinig gedaan om te vergelijken
unseen-ages = hoe oud accounts zijn: bekend van { $known } van { $accounts }
unseen-nameless = wie { $count } vermeldingen schreef: dat staat er niet bij
unseen-pictures = of ze een foto delen: hun bronnen zeggen niets over foto’s; vergeleken zijn teksten, links, hashtags, doorgeven en antwoorden
unseen-pictures-some = of ze een foto delen, behalve bij { $known } van { $mentions } vermeldingen: van de andere zegt de bron niets, of ze hebben er geen
unseen-rest = wat er niet in paste: slechts een deel is vergeleken
unseen-terms = wie { $accounts } accounts van X zijn: de voorwaarden van X verbieden conclusies over een persoon, dus ze zijn geteld en niet aangewezen

# Een golf beoordelingen en het dossier.
reviews-title = De beoordelingen
reviews-line = { $count } beoordelingen in de golf: { $alike } lijken meer op elkaar dan boze klanten doen, { $own } lijken echte klanten, { $open } geen van beide.
reviews-one-in = Bij toeval één zo’n golf door zulke accounts op { $count }.
reviews-one-in-accounts = Bij toeval zulke accounts in één golf op { $count }; dat het er zoveel zijn, zegt hier niets: wat gewoon is, is niet bekend.
reviews-for = Wat pleit voor een campagne
dossier-link = Het dossier: elke beoordeling en waarom
dossier-title = Dossier van { $what }
dossier-lead = Voor het platform, om naar te kijken. Het beschuldigt niemand: het zegt van elke beoordeling wat bekend is, voor en tegen. Het is gemaakt door vergelijken; het platform kent zijn accounts.
dossier-terms = De beoordelingen staan er zoals ze geschreven zijn, met hun bron. Niet publiceren: laat ze het platform zien, niemand anders.
dossier-alike = Gelijkend: kijk hier alstublieft naar ({ $count })
dossier-own = Echte klanten voor zover te zien: niet beschuldigd ({ $count })
dossier-open = Daarvan is te weinig bekend: niet beschuldigd ({ $count })
dossier-rest = Hier niet afgedrukt: nog { $count }. De API en de opdrachtregel hebben ze alle.
dossier-none = Minder dan vijf vermeldingen van dit signaal zijn beoordelingen: er is geen dossier.
dossier-for = voor
dossier-against = tegen
dossier-unknown = niet bekend
dossier-original = Bij de bron
evidence-in-burst = kwam in de golf
evidence-another-time = kwam op een ander moment
evidence-same-rating = geeft de sterren van de golf
evidence-other-rating = geeft andere sterren
evidence-no-text = alleen sterren, zoals velen die gewoon teleurgesteld zijn
evidence-copied-text = eerdere beoordelingen met bijna dezelfde tekst: { $count }
evidence-own-text = eigen woorden
evidence-new-account = het account was { $count } dagen oud
evidence-old-account = het account is { $count } dagen oud
evidence-only-review = het account beoordeelde niets anders
evidence-history = het account schreef { $count } beoordelingen
evidence-age-unknown = hoe oud het account is
evidence-history-unknown = wat het account verder beoordeelde
evidence-rating-unknown = de sterren
evidence-text-unknown = de tekst

## Wat de controle van een plan vindt

finding-unreadable = De tekst is hier onleesbaar: { $what }
finding-unreadable-why = Wat hierna staat, kan in het plan ontbreken.
finding-unreadable-fix = Verbeter de regel; teksten staan tussen aanhalingstekens.
finding-too-long = { $kind ->
        [items] Er zijn er meer dan { $most }.
        [hours] Zoveel mensen, uren en regels samen kunnen niet worden doorgespeeld.
       *[other] Het plan is langer dan { $most } bytes.
    }
finding-too-long-why = Wat daarboven gaat, is niet gelezen of niet gecontroleerd.
finding-too-long-fix = Kort het in, of splits het in een basisplan en verschillen.
finding-unknown-section = Geen plan heeft een deel "{ $name }".
finding-unknown-section-why = Wat erin staat, wordt niet gebruikt.
finding-unknown-section-fix = Haal het weg, of schrijf de naam van een deel dat bestaat.
finding-unknown-field = "{ $section }" heeft geen veld "{ $name }".
finding-unknown-field-why = Wat het zegt, wordt niet gebruikt.
finding-unknown-field-fix = Haal het weg, of verbeter de naam.
finding-wrong-kind =
    "{ $field }" moet { $wanted ->
        [text] een tekst
        [list] een lijst
        [number] een heel getal
        [flag] true of false
        [day] een dag
        [section] een eigen deel
        *[other] iets anders
    } zijn.
finding-wrong-kind-why = Het is weggelaten.
finding-wrong-kind-fix = Schrijf het zo.
finding-unknown-choice = "{ $field }" kan niet "{ $name }" zijn.
finding-unknown-choice-why = Het is weggelaten.
finding-unknown-choice-fix = Kies uit: { $wanted }.
finding-bad-value = "{ $name }" is niet te lezen als "{ $field }".
finding-bad-value-why = Het is weggelaten.
finding-bad-value-fix =
    { $wanted ->
        [length] Een duur: 15 min, 2 h, 3 days.
        [day] Een dag: 2027-01-31.
        [hours] Uren: mon-fri 08:00-19:00.
        [zone] Een tijdzone: Europe/Amsterdam.
        [absence] Eerste en laatste dag: 2026-08-01..2026-08-21.
        [phone] Een telefoonnummer: 058 123 45 67.
        [query] Woorden in de taal van zoekopdrachten, zoals *Instellingen → merk → zoekopdrachten* ze aanneemt.
        [email] Een e-mailadres: lea@example.org.
        *[other] Een heel getal binnen zijn grenzen.
    }
finding-missing-field = "{ $name }" heeft geen "{ $field }".
finding-missing-field-why = Zonder dat is het plan daar niet te gebruiken.
finding-missing-field-fix = Vul het aan.
finding-unknown-reference =
    Er is geen { $kind ->
        [who] rol of persoon
        [person] persoon
        [objective] doel
        [scenario] scenario
        [action] actie
        [stakeholder] belanghebbende
        *[other] ding
    } "{ $name }" in het plan.
finding-unknown-reference-why = Wie dit 's nachts leest, zoekt het vergeefs.
finding-unknown-reference-fix = Verbeter de naam, of voeg toe wat hij noemt.
finding-empty-objective = Geen strategie dient het doel "{ $name }".
finding-empty-objective-why = Een doel zonder weg is een wens.
finding-empty-objective-fix = Voeg een strategie toe met objective = "{ $name }", of haal het weg.
finding-empty-strategy = De strategie "{ $name }" heeft geen actie.
finding-empty-strategy-why = Niemand doet er iets voor.
finding-empty-strategy-fix = Voeg een actie toe met strategy = "{ $name }", of haal haar weg.
finding-orphan-strategy = De strategie "{ $name }" dient geen doel.
finding-orphan-strategy-why = Niemand kan zeggen waarvoor ze is, of dat ze werkte.
finding-orphan-strategy-fix = Noem haar doel: objective = "…".
finding-orphan-action = De actie "{ $name }" hoort bij geen strategie.
finding-orphan-action-why = Wat nergens bij hoort, wordt het eerst vergeten.
finding-orphan-action-fix = Noem een strategie die bestaat: strategy = "…".
finding-half-missing =
    Het plan heeft geen { $name ->
        [prevention] voorkomen
        *[other] herstellen
    }.
finding-half-missing-why = Een plan heeft twee helften: vooraf, zodat het niet komt; achteraf, als het er is.
finding-half-missing-fix = Voeg een strategie toe met half = "{ $name }".
finding-no-responsible = Niemand is verantwoordelijk voor "{ $name }".
finding-no-responsible-why = Als het losbarst, vraagt iedereen "wie?".
finding-no-responsible-fix = Noem er precies één: een rol of een persoon.
finding-several-responsible = { $count } zijn verantwoordelijk waar er precies één moet zijn.
finding-several-responsible-why = Waar er meer verantwoordelijk zijn, wacht de een op de ander.
finding-several-responsible-fix = Houd er één; de ander is de vervanger.
finding-no-deputy = Niemand vervangt "{ $who }" bij "{ $name }".
finding-no-deputy-why = Mensen slapen, vliegen en worden ziek.
finding-no-deputy-fix = Noem een vervanger, of een tweede persoon in de rol.
finding-same-person = Bij "{ $name }" is de vervanger dezelfde persoon, "{ $who }".
finding-same-person-why = Niemand vervangt zichzelf.
finding-same-person-fix = Noem iemand anders.
finding-missing-role = De rol "{ $name }" heeft niemand.
finding-missing-role-why = De taken vallen toe aan wie er toevallig is.
finding-missing-role-fix = Voeg [role.{ $name }] met mensen toe.
finding-unreachable-owner = { $name } moet iets doen ("{ $what }") en is niet te bereiken.
finding-unreachable-owner-why = Er is geen telefoonnummer en geen adres.
finding-unreachable-owner-fix = Vul phone of email in.
finding-missing-language = Niemand in het plan spreekt "{ $language }".
finding-missing-language-why = Klanten schrijven het, en iemand moet antwoorden.
finding-missing-language-fix = Voeg het toe aan iemands talen, of noem iemand die helpt.
finding-risk-without-query = Niets luistert naar het risico "{ $name }".
finding-risk-without-query-why = Het zou pas opvallen als anderen bellen.
finding-risk-without-query-fix = Voeg queries toe: woorden die men zou schrijven.
finding-risk-without-scenario = Het risico "{ $name }" heeft geen scenario.
finding-risk-without-scenario-why = Het is bekend, en niemand weet wat dan te doen.
finding-risk-without-scenario-fix = Noem een scenario dat bestaat, of schrijf er een.
finding-scenario-without-action = In het scenario "{ $name }" doet niemand iets.
finding-scenario-without-action-why = Woorden alleen herstellen niets.
finding-scenario-without-action-fix = Voeg moves toe: de eerste acties, op volgorde.
finding-scenario-without-reply = Het scenario "{ $name }" heeft geen antwoord in "{ $language }".
finding-scenario-without-reply-why = 's Nachts vertaalt niemand goed.
finding-scenario-without-reply-fix = Schrijf een antwoord in die taal.
finding-no-holding = Het scenario "{ $name }" heeft geen eerste bericht in "{ $language }".
finding-no-holding-why = Het eerste uur gaat voorbij met zoeken naar woorden.
finding-no-holding-fix = Schrijf er een: gezien, we zoeken het uit, wie te bellen, volgend nieuws.
finding-no-alternative = "{ $name }" heeft in "{ $language }" maar één tekst voor "{ $phase }".
finding-no-alternative-why = Dezelfde woorden onder elk bericht lijken op een machine.
finding-no-alternative-fix = Schrijf een tweede.
finding-no-safety = Bij "{ $name }" kunnen mensen gewond raken, en niets zegt hoe veilig te blijven.
finding-no-safety-why = Vóór elk woord van spijt: wat mensen nu moeten doen.
finding-no-safety-fix = Voeg safety toe: twee zinnen en een nummer.
finding-expired-approval = De goedkeuring van "{ $name }" liep af op { $day }.
finding-expired-approval-why = Niemand mag het 's nachts vrijgeven.
finding-expired-approval-fix = Lees het opnieuw; zet een nieuwe dag of verander de tekst.
finding-expires-soon = De goedkeuring van "{ $name }" loopt af op { $day }.
finding-expires-soon-why = Daarna mag niemand het vrijgeven.
finding-expires-soon-fix = Lees het opnieuw en zet een nieuwe dag.
finding-not-approved = Niemand heeft "{ $name }" al goedgekeurd.
finding-not-approved-why = Bij terugval mag alleen vrij wat al goedgekeurd was.
finding-not-approved-fix = Lees het; daarna approved_by en expires.
finding-mixed-posture = "{ $name }" zegt "{ $posture }" en "{ $other }" tegelijk.
finding-mixed-posture-why = Wie ontkent én excuses maakt, wordt in geen van beide geloofd (SCCT).
finding-mixed-posture-fix = Kies één houding, of maak er twee scenario's van.
finding-text-too-long = { $count } tekens waar "{ $channel }" er { $most } neemt.
finding-text-too-long-why = Het zou op het slechtste moment worden afgekapt of geweigerd.
finding-text-too-long-fix = Kort het in, of kies een ander kanaal.
finding-unknown-blank = Niets vult de open plek "{ $name }" in.
finding-unknown-blank-why = Hij zou zo worden gepubliceerd.
finding-unknown-blank-fix = Voeg hem toe aan [blank], of neem er een die het dossier invult.
finding-missing-clock = De klok "{ $name }" ontbreekt.
finding-missing-clock-why = Wat geen termijn heeft, gebeurt het laatst.
finding-missing-clock-fix = Voeg een klok van die soort toe met due en owner.
finding-clock-without-fallback = Als de klok "{ $name }" afloopt, gebeurt er niets.
finding-clock-without-fallback-why = Een termijn die niemand overneemt, is versiering.
finding-clock-without-fallback-fix = Noem wie het overneemt: fallback = "…".
finding-missing-approval =
    Niemand is genoemd die bij een { $severity ->
        [crisis] crisis
        *[other] paracrisis
    } vrijgeeft.
finding-missing-approval-why = De tekst is klaar, en iedereen wacht op iedereen.
finding-missing-approval-fix = Voeg een goedkeuring met die severity toe.
finding-approval-without-fallback = De goedkeuring "{ $name }" kan eeuwig wachten.
finding-approval-without-fallback-why = Wie moet goedkeuren, slaapt misschien.
finding-approval-without-fallback-fix = Voeg within en fallback toe: wie dan mag vrijgeven wat al goedgekeurd was.
finding-nobody-can-release =
    { $weekday ->
        [monday] Maandag
        [tuesday] Dinsdag
        [wednesday] Woensdag
        [thursday] Donderdag
        [friday] Vrijdag
        [saturday] Zaterdag
        *[sunday] Zondag
    } om { $hour }{ $dated ->
        [yes] {" "}({ $day })
        *[no] {""}
    } kan niemand een verklaring vrijgeven ("{ $name }"): alleen { $only } mag dat{ $absent ->
        [yes] , en { $missing } is afwezig
        *[no] , maar niet op dat uur
    }.
finding-nobody-can-release-why = Gevonden door elke persoon op elk uur van de week weg te laten.
finding-nobody-can-release-fix = Voeg een terugval toe die dan bereikbaar is, of verruim iemands uren.
finding-missing-mandate = Het plan zegt niet wat het bureau alleen mag doen.
finding-missing-mandate-why = 's Nachts doet het bureau dan te weinig, of te veel.
finding-missing-mandate-fix = Voeg [mandate] toe met day en night: watch, freeze, reply, release.
finding-mandate-forbids = De terugval "{ $who }" van "{ $name }" is van het bureau, en het mandaat laat dat 's nachts niets vrijgeven.
finding-mandate-forbids-why = Het plan zou precies daar stoppen.
finding-mandate-forbids-fix = Voeg "release" toe aan night van het mandaat, of een terugval van de klant.
finding-missing-escalation = Niets zegt wie het hoort als het erger wordt.
finding-missing-escalation-why = Wie beslist, hoort het van een journalist.
finding-missing-escalation-fix = Voeg een escalatie toe met tell en after.
finding-freeze-without-allow = De stop houdt alles tegen.
finding-freeze-without-allow-why = Een terugroepactie of andere openingstijden moeten nog uit.
finding-freeze-without-allow-fix = Voeg allow toe: veiligheid, terugroepactie, openingstijden.
finding-missing-stakeholder = Niemand vertelt het de medewerkers.
finding-missing-stakeholder-why = Aan de balie wordt het hun gevraagd, en zij horen het van klanten.
finding-missing-stakeholder-fix = Voeg [stakeholder.staff] toe met owner en message.
finding-missing-policy = Klanten weten niet waar ze met een klacht terecht kunnen.
finding-missing-policy-why = Wie geen deur vindt, roept op straat.
finding-missing-policy-fix = Voeg [policy] toe met complaints: de pagina of het nummer.
finding-missing-conduct = Medewerkers weten niet hoe zich te gedragen.
finding-missing-conduct-why = Eén boos antwoord van een privéaccount is een tweede crisis.
finding-missing-conduct-fix = Voeg [conduct] toe met do en do_not.
finding-untested-scenario = Geen test dekt het scenario "{ $name }".
finding-untested-scenario-why = Wat nooit gespeeld is, werkt 's nachts niet.
finding-untested-scenario-fix = Voeg een test toe die het noemt, of een voor alle.
finding-untested-lesson = Geen oefening heeft de les "{ $name }" van dossier { $case } beproefd.
finding-untested-lesson-why = Wat alleen op papier geleerd is, is nog niet geleerd.
finding-untested-lesson-fix = Speel er een oefening van, en noem die in het veld "tested".
finding-invented-contact = { $name } heeft alleen het nummer of adres van een voorbeeld.
finding-invented-contact-why = Op het slechte moment belt dat nummer niemand.
finding-invented-contact-fix = Schrijf het nummer of adres op waar deze persoon echt antwoordt.
finding-approved-other-text = Wat voor “{ $name }” verstuurd zou worden, is gewijzigd na de goedkeuring: de tekst, of wat op de open plekken komt.
finding-approved-other-text-why = Wat niemand gelezen heeft, mag ’s nachts niet naar buiten.
finding-approved-other-text-fix = Lees hem opnieuw en keur hem weer goed, op de pagina “Antwoorden goedkeuren”.
finding-approver-not-named = “{ $who }” heeft “{ $name }” goedgekeurd en geen regel van goedkeuring vraagt dat van die persoon.
finding-approver-not-named-why = Niemand die het plan vraagt, heeft ja gezegd tegen deze woorden.
finding-approver-not-named-fix = Laat iemand van any of all van [approval] het goedkeuren, of noem deze persoon daar.
finding-one-person-twice = { $name } heeft het telefoonnummer of adres van { $other }.
finding-one-person-twice-why = Eén mens zou voor twee tellen: als schrijver en goedkeurder, en als er iemand weg is.
finding-one-person-twice-fix = Haal een van beide weg, of schrijf het nummer op van wie echt opneemt.
finding-unbound-approval = Er staat wie “{ $name }” heeft goedgekeurd, maar niet welke woorden die gelezen heeft.
finding-unbound-approval-why = Een goedkeuring geldt voor de precieze woorden die verstuurd zouden worden, de open plekken ingevuld; hier zou een wijziging niemand opvallen.
finding-unbound-approval-fix = Lees hem en keur hem goed op de pagina “Antwoorden goedkeuren”; schrijf in het bestand approved_text = "{ $stamp }" onder de tekst als u hem gelezen hebt.
finding-near = Bedoelde u "{ $what }"?

## De kaart

card-title = De kaart
card-steps = In zes stappen
card-prepare = Vooraf
card-look = Kijken: wat, hoeveel, wie is gewond?
card-gather = Wie leidt
card-hold = Alle reclame stil
card-say = De eerste ware woorden zeggen
card-go-on = Doorgaan: nieuws wanneer beloofd
card-people = Wie te bellen
card-moves = Eerste stappen
card-within = binnen { $what }
card-holding = Eerste woorden
card-answers = Vragen aan de balie en aan de telefoon
card-answers-lead = Hier staat alleen wat goedgekeurd is; voor al het andere: noteer naam en nummer.
card-conduct = Voor medewerkers
card-do = Wel doen
card-do-not = Niet doen

## Het plan op zijn pagina

plan-title = Het plan
plan-index = Wie wat doet als het komt, en wat gezegd wordt
plan-lead = Er is nog geen plan. Begin met een dat meegeleverd is: het krijgt uw naam en nummer, en u verandert het tot het bij u past.
plan-kind = Voor wie
plan-kind-shop = Een winkel van één persoon: vijf kaarten
plan-kind-brand = Een merk met een team
plan-kind-agency = Een bureau met klanten
plan-kind-figure = Een publiek persoon
plan-language = Taal van het plan
plan-person = Wie leidt
plan-phone = Telefoonnummer
plan-begin = Met dit plan beginnen
plan-text = Het plan als tekst
plan-why = Waarom het verandert
plan-saved = Bewaard als nieuwe versie.
plan-begun-names = Het voorbeeld rust op wat het plan van uw bureau niet heeft; daarom zijn alleen de namen bewaard. Schrijf per onderdeel wat bij deze klant anders is.
plan-begin-base = Het plan van een klant ligt op een ander plan: kies het plan eronder. Er is niets begonnen.
plan-clean = Er is niets op aan te merken.
plan-errors = { PLURAL($count) ->
    [one] { $count } fout
   *[other] { $count } fouten
 }
plan-warnings = { PLURAL($count) ->
    [one] { $count } waarschuwing
   *[other] { $count } waarschuwingen
 }
plan-to-do = { $count } te doen
plan-error = Fout
plan-warning = Waarschuwing
plan-note = Te doen
plan-findings = Wat gevonden is, en hoe het te verhelpen
plan-line = regel { $count }
plan-card = De kaart, om te printen of op de telefoon te bewaren
plan-too-long = De tekst heeft { $size } bytes; een plan heeft er hoogstens { $most }. Er is niets bewaard. Wat u typte staat hieronder: maak het korter, of verdeel het in een basisplan en verschillen.
plan-conflict = Iemand anders heeft het plan intussen veranderd
plan-conflict-lead = Van u is nog niets bewaard en niets verloren: het staat hieronder.
plan-theirs = Wat de ander veranderde
plan-ours = Wat u veranderde
plan-keep-both = Beide bewaren
plan-log = Versies
plan-version = Versie { $count }
plan-more = … en nog { $count }
card-not-approved = Niemand heeft deze tekst goedgekeurd.

## The plan as forms: sections, fields, words of closed lists

form-section-plan = Het plan zelf
form-section-blank = Wat op de open plekken komt
form-section-person = Mensen
form-section-role = Rollen
form-section-objective = Doelen
form-section-strategy = Strategieën
form-section-action = Acties
form-section-risk = Risico’s
form-section-scenario = Scenario’s
form-section-reply = Antwoorden
form-section-clock = Klokken
form-section-stakeholder = Belanghebbenden
form-section-approval = Wie vrijgeeft
form-section-escalation = Wie het hoort
form-section-mandate = Wat het bureau alleen mag
form-section-freeze = Wat stilgezet wordt
form-section-policy = Wat het publiek te horen krijgt
form-section-policy-in = Wat het publiek in een andere taal te horen krijgt
form-section-conduct = Wat het personeel te horen krijgt
form-section-test = Proeven van het plan
form-section-lesson = Lessen van terugblikken
form-field-title = Titel
form-field-size = Hoeveel mensen ervoor zorgen
form-field-languages = Talen
form-field-country = Land, in twee letters
form-field-zone = Tijdzone
form-field-without = Uit het basisplan genomen
form-field-name = Naam
form-field-phone = Telefoonnummer
form-field-email = Mailadres
form-field-hours = Bereikbaar op deze uren
form-field-absences = Afwezig op deze dagen
form-field-agency = Hoort bij het bureau
form-field-people = Wie, de eerste heeft de rol
form-field-text = In woorden
form-field-objective = Dient het doel
form-field-half = Ervoor of erna
form-field-strategy = Hoort bij de strategie
form-field-responsible = Verantwoordelijk
form-field-deputy = Vervanger
form-field-within = Klaar binnen
form-field-scenarios = Scenario’s; geen betekent alle
form-field-every = Opnieuw om de
form-field-likelihood = Hoe waarschijnlijk, 1 tot 5
form-field-impact = Hoe erg, 1 tot 5
form-field-queries = Gehoord door deze zoekvragen
form-field-scenario = Scenario
form-field-cause = Oorzaak
form-field-severity = Hoe ernstig
form-field-posture = Hoe men verantwoordelijkheid neemt
form-field-safety = Hoe mensen veilig blijven
form-field-signs = Waaraan men het herkent
form-field-moves = Eerste stappen, op volgorde
form-field-phase = Wanneer het gezegd wordt
form-field-audience = Aan wie
form-field-channel = Waar, of hoe
form-field-language = Taal
form-field-approved_by = Goedgekeurd door
form-field-expires = Goedkeuring eindigt op
form-field-approved_text = Stempel van de goedgekeurde tekst
form-field-kind = Welke klok
form-field-due = Verloopt na
form-field-owner = Wie ervoor zorgt
form-field-fallback = Wie het overneemt
form-field-pauses_at_night = Staat ’s nachts stil
form-field-power = Hoeveel zij kunnen doen
form-field-interest = Hoeveel zij willen weten
form-field-message = Wat zij eerst horen
form-field-authors = Wie mag schrijven
form-field-any = Een van hen is genoeg
form-field-all = Ieder van hen is nodig
form-field-ordered = Ieder in deze volgorde
form-field-tell = Aan wie vertellen
form-field-after = De volgende na
form-field-day = Overdag
form-field-night = ’s Nachts
form-field-targets = Accounts en gereedschap
form-field-allow = Gaat toch door
form-field-complaints = Waar men klaagt
form-field-answer_within = Antwoord binnen
form-field-answers = Wie antwoordt
form-field-never = We doen nooit
form-field-do = Doe
form-field-do_not = Doe niet
form-field-review = Uit de terugblik op dossier
form-field-changes = Wat het in het plan heeft veranderd
form-field-tested = Beproefd door de oefening
form-word-solo = één persoon
form-word-team = een team
form-word-agency = een bureau met klanten
form-word-prevention = ervoor: preventie
form-word-correction = erna: herstel
form-word-paracrisis = een paracrisis: vraagt een antwoord
form-word-crisis = een crisis: vraagt het team
form-word-inform = informeren: wat te doen, en dat het ons raakt
form-word-deny = ontkennen: het is niet zo
form-word-diminish = verkleinen: minder dan het lijkt
form-word-rebuild = herstellen: sorry, en hersteld
form-word-bolster = versterken: wat eerder goed ging
form-word-holding = eerste woorden
form-word-full = volledige verklaring
form-word-answer = antwoord aan één persoon
form-word-update = wat er nieuw is
form-word-closing = het is voorbij
form-word-any = overal
form-word-review = onder een recensie
form-word-mail = per mail
form-word-site = op de eigen site
form-word-phone = per telefoon
form-word-counter = aan de balie
form-word-press = aan journalisten
form-word-first-assessment = eerste inschatting
form-word-team-assembled = team bij elkaar
form-word-holding-statement = eerste verklaring
form-word-full-statement = volledige verklaring eruit
form-word-next-update = volgend nieuws
form-word-reply = mensen antwoorden
form-word-low = laag
form-word-high = hoog
form-word-watch = meekijken
form-word-freeze = marketing stilzetten
form-word-release = een goedgekeurde tekst vrijgeven
form-hint-lines = Eén per regel.
form-hint-length = 15 min, 2 h of 3 days (dagen)
form-hint-hours = Eén per regel: mon-fri 08:00-19:00, of daily 00:00-00:00. Niets betekent altijd.
form-hint-absences = Eén per regel: 2026-08-01..2026-08-21
form-hint-zone = Zoals Europe/Amsterdam

## The pages of these forms

plan-sections = Wijzig het deel voor deel
plan-as-text = Het hele plan als tekst
plan-add = Voeg er een toe
plan-short-name = De korte naam, in letters, cijfers en streepjes
plan-taken-name = Die naam is er al, of bevat andere tekens. Er is niets toegevoegd.
plan-take-out = Haal het eruit…
plan-take-out-sure = Haal { $what } eruit
plan-take-out-kept = Eerdere versies bewaren het.
plan-autosaved = Vanzelf bewaard, versie { $count }
plan-not-saved = Niet bewaard: druk op “Opslaan”.
plan-field-conflict = Iemand heeft ondertussen hetzelfde gewijzigd. Wat u typte staat hieronder en is nog niet bewaard.
plan-field-holds = Ondertussen gewijzigd in:
plan-take-theirs = Laat het mijne vallen, toon wat geldt
plan-in-text-only = Alleen in de tekst kan dit zonder verlies worden gewijzigd.
plan-needed = nodig
plan-from-base = uit het basisplan
plan-over = Ligt over het plan van { $what }: alleen wat afwijkt staat hier.
plan-kind-client = Een klant: ligt over het plan van het bureau
plan-base = Het plan eronder
plan-no-base = geen plan
plan-base-save = Leg het over dat plan
plan-approve = Antwoorden goedkeuren
plan-approve-lead = Lees elk hardop. Wat goedgekeurd is, mag ’s nachts zonder verdere vraag naar buiten, tot de einddag.
plan-approve-until = Tot en met
plan-approve-ticked = Keur goed wat aangevinkt is
plan-approve-none = Elk antwoord is goedgekeurd en geen goedkeuring eindigt binnen dertig dagen.
plan-approve-recorded = Vastgelegd door { $by } voor { $for }
plan-approve-changed = veranderd sinds de goedkeuring: die geldt niet meer
plan-approve-expired = de goedkeuring is verlopen
plan-approve-was = Toen goedgekeurd
plan-approve-was-unknown = Welke woorden toen zijn goedgekeurd, is niet bewaard; lees het als een nieuwe tekst.
plan-approve-nothing = Er was niets aangevinkt, dus is er niets goedgekeurd.
plan-approve-past = Die dag is voorbij. Kies een dag vanaf vandaag; er is nog niets goedgekeurd.
plan-approve-meanwhile = Teksten zijn veranderd terwijl u ze las. Ze zijn niet meer aangevinkt: lees ze opnieuw. Er is nog niets goedgekeurd.
plan-new-blank = Nog een open plek
plan-new-blank-text = Wat erin komt
nav-plan = Plan
plan-found-here = { $count } gevonden
card-not-whole = Een deel van het plan kon niet worden gelezen en ontbreekt hier. Open het plan: het zegt waar.
plan-clients = Plannen die op dit liggen
plan-base-end = Beëindig het voor { $what }
draft-cites = { $what } “{ $said }”
draft-in-subject = In het onderwerp: { $what }
wording-anger = Boze of beledigende woorden, hoofdletters, of meer uitroeptekens.
wording-anger-why = Wie boos antwoordt, wordt geciteerd, en dan wordt het antwoord het verhaal. Elke gids van het vak zegt het: blijf hoffelijk, laat u niet in een ruzie trekken.
wording-anger-fix = Haal die woorden weg, laat iemand anders lezen, en antwoord op de zaak zelf.
wording-sarcasm = Ironie ten koste van wie u antwoordt.
wording-sarcasm-why = Op papier leest ironie als minachting, en zo wordt ze gedeeld; wie meeleest kiest de kant van de klant.
wording-sarcasm-fix = Zeg het gewoon, of laat het weg.
wording-blame = De schuld wordt bij de klant of bij een ander gelegd.
wording-blame-why = Een zondebok aanwijzen bederft een excuus (Youk en Park, 2022). Wie bij u kocht, houdt u verantwoordelijk, wie er ook bezorgde.
wording-blame-fix = Zeg wat u eraan doet. Waarom het gebeurde kan volgen zodra het bekend is.
wording-non-apology = Een excuus voor wat anderen voelen, niet voor wat er gebeurde.
wording-non-apology-why = ‘Sorry als u zich gekwetst voelt’ zegt dat de lezer te gevoelig is. Het belangrijkste van een excuus is dat de fout genoemd wordt (Lewicki, Polin en Lount, 2016).
wording-non-apology-fix = Noem wat er gebeurde en heb daar spijt van; of leef mee zonder excuus.
wording-weasel = Woorden die openlaten wat, wie of wanneer.
wording-weasel-why = ‘Enkele problemen’, ‘er zijn fouten gemaakt’: wat open blijft, vullen anderen in, zelden vriendelijk. Zeg wat bekend is en wat niet (het handboek crisiscommunicatie van de CDC).
wording-weasel-fix = Noem het aantal, de plaats, het uur of wie het deed; en zeg ronduit wat u nog niet weet.
wording-missing-acknowledgement = Wat de ander overkwam, wordt niet genoemd.
wording-missing-acknowledgement-why = Wie geen woord over zijn eigen zorg leest, denkt dat niemand haar las. De zorg erkennen komt voor al het andere.
wording-missing-acknowledgement-fix = Zeg in één zin wat u verteld is, zonder oordeel.
wording-missing-empathy = Geen woord van medeleven.
wording-missing-empathy-why = Medeleven werkt even goed als een excuus en bekent niets (Coombs en Holladay, 2008).
wording-missing-empathy-fix = Zeg dat u begrijpt wat het voor de ander was; één zin is genoeg.
wording-missing-action = Er staat niet wat er gedaan is of gebeurt.
wording-missing-action-why = Woorden zonder daden gaan door voor een standaardantwoord. Mensen willen eerst weten wat er nu gebeurt.
wording-missing-action-fix = Noem één ding dat gedaan of begonnen is, hoe klein ook: nagekeken, weggehaald, gebeld.
wording-missing-next-step = Geen volgende stap, en niet bij wie men terechtkan.
wording-missing-next-step-why = Wie niet weet wat er komt, vraagt het opnieuw, in het openbaar. Een tijdstip voor het volgende bericht stelt meer gerust dan een haastig antwoord.
wording-missing-next-step-fix = Zeg wat er volgt en wanneer, of waar iemand te bereiken is.
wording-missing-name = Er staat geen naam onder.
wording-missing-name-why = Mensen zijn milder voor een mens dan voor een zaak: een naam en een ‘ik’ maken een antwoord menselijk (van Noort en Willemsen, 2012).
wording-missing-name-fix = Onderteken met een voornaam en wat u doet.
wording-undated-promise = Een belofte zonder datum.
wording-undated-promise-why = Wat geen datum heeft, wordt elk uur gevraagd, en is gebroken in de ogen van wie wacht. Een bericht draagt zijn uur.
wording-undated-promise-fix = Zet de dag en het uur erbij, al is het maar van het volgende bericht.
wording-unlimited-promise = Een belofte zonder grens.
wording-unlimited-promise-why = ‘Nooit meer’ wordt door de eerste uitzondering weerlegd, en die is nieuws. Niemand kan het waarmaken.
wording-unlimited-promise-fix = Zeg wat u veranderde zodat het minder gebeurt, en hoe u ziet of het werkt.
wording-early-compensation = Er wordt in het openbaar geld of een cadeau geboden terwijl de zaak groeit.
wording-early-compensation-why = Vroeg en openbaar geboden wakkert een vergoeding de storm aan; een ander kanaal brengt rust (Herhausen en anderen, 2019).
wording-early-compensation-fix = Nodig de ander uit in een privékanaal en regel het daar.
wording-personal-data = Persoonlijke gegevens: een adres, een nummer, een rekening of een dossier.
wording-personal-data-why = Wat openbaar staat is gekopieerd voor het gewist is. Een antwoord dat gegevens van een klant prijsgeeft, is zelf een datalek.
wording-personal-data-fix = Haal ze weg, en vraag ernaar in een privébericht.
wording-named-person = Een medewerker, een klant of een ander wordt bij naam genoemd.
wording-named-person-why = Wie genoemd wordt, wordt het doelwit en blijft vindbaar. Het huis staat in voor zijn mensen.
wording-named-person-fix = Noem de functie, of niets; alleen wie ondertekent staat er met naam.
wording-template = Een plek in het sjabloon is niet ingevuld.
wording-template-why = Het laat zien dat niemand het antwoord las voor het uitging.
wording-template-fix = Vul hem in, of haal hem weg.
wording-wrong-language = De tekst staat in een andere taal dan gewenst.
wording-wrong-language-why = Wie in een andere taal antwoord krijgt, is niet gehoord.
wording-wrong-language-fix = Schrijf in de taal van het bericht, of kies het goede scenario.
wording-repeated-accusation = De beschuldiging of haar hashtag wordt herhaald.
wording-repeated-accusation-why = Ook ontkend kleeft het woord aan uw naam, en de hashtag brengt uw antwoord bij allen die hem volgen.
wording-repeated-accusation-fix = Zeg wat er is, in uw eigen woorden; laat de hashtag weg.
wording-bare-denial = Een ontkenning die op geen bekend feit rust.
wording-bare-denial-why = Alleen ontkennen geeft vertrouwen noch sympathie, en één bewijs van het tegendeel maakt een tweede crisis.
wording-bare-denial-fix = Noem het feit en waar het na te gaan is; zonder feit zegt u dat u het uitzoekt.
wording-mixed-posture = Een ontkenning en een excuus of herstel in één tekst.
wording-mixed-posture-why = Wie ontkent heeft niets te herstellen: het een neemt het ander zijn geloof (Coombs). Medeleven gaat met beide samen.
wording-mixed-posture-fix = Kies: ontkennen met het feit erbij, of goedmaken.
wording-copy-paste = Bijna wat eerder al geantwoord is (eerder antwoord { $number }).
wording-copy-paste-why = Hetzelfde antwoord twee keer valt op en wordt naast elkaar gezet; wisselende antwoorden remmen de storm (Herhausen en anderen, 2019).
wording-copy-paste-fix = Begin met wat deze persoon zei, en houd alleen wat voor hem of haar geldt.
wording-long-sentence = Een zin van { $number } woorden.
wording-long-sentence-why = Wie overstuur is en op een telefoon leest, raakt na ongeveer 25 de draad kwijt.
wording-long-sentence-fix = Maak er twee van.
wording-hard-to-read = Moeilijk te lezen: { $number } punten van 100 (onder 50 is moeilijk).
wording-hard-to-read-why = Gemeten naar Flesch, aan de lengte van woorden en zinnen, met de constanten van Douma voor het Nederlands.
wording-hard-to-read-fix = Kortere woorden, kortere zinnen; werkwoorden in plaats van naamwoorden.
wording-too-long = Te lang voor het kanaal, { $number } te veel.
wording-too-long-why = Het kanaal kapt het af of weigert het.
wording-too-long-fix = Maak het korter, of verwijs naar een pagina met de hele tekst.
wording-threat = Er wordt met de rechter gedreigd, of gevraagd een bericht weg te halen of te veranderen.
wording-threat-why = Een openbaar dreigement maakt het bericht beroemd. Een juridische stap zet een raadsman, per brief, of niemand.
wording-threat-fix = Antwoord op de zaak; laat het recht aan de raadsman en de recensie aan de schrijver.
wording-no-comment = ‘Geen commentaar’, in welke woorden ook.
wording-no-comment-why = Zwijgen leest als schuld, en anderen vullen het in.
wording-no-comment-fix = Zeg wat u weet, wat u niet weet, en wanneer u weer spreekt.
wording-trade-off-admission = Een afweging: woorden die een rechter als bekentenis kan lezen.
wording-trade-off-admission-why = Aan de ene kant is verantwoordelijkheid nemen het sterkste deel van een excuus (Lewicki, Polin en Lount, 2016). Aan de andere kant binden deze woorden in recht en bij de verzekeraar. Geen regel beslist dat.
wording-trade-off-admission-fix = Laat een raadsman deze woorden goedkeuren, of zeg wat er gebeurde zonder de juridische naam: wat, bij wie, en wat u nu doet.
wording-trade-off-silence = Een afweging: de verantwoordelijkheid staat vast, en niemand neemt haar hier.
wording-trade-off-silence-why = Zwijgen bindt tot niets en kost vertrouwen: het belangrijkste van een excuus ontbreekt. Het zeggen kan in recht binden. Geen regel beslist dat.
wording-trade-off-silence-fix = Zeg wat het huis verkeerd deed, in gewone woorden die de raadsman zag; of leef mee en zeg hoe het hersteld wordt.
wording-not-checked = Niet nagekeken: de woordcontrole leest Frans, Engels, Fries en Nederlands.
wording-not-checked-why = In een andere taal zou haar zwijgen niets betekenen.
wording-not-checked-fix = Laat het lezen door iemand die de taal spreekt.
## Het kanaal voor klachten: wat klanten lezen

source-complaint = Klachten
complaint-title = Zeg { $what } wat er misging
complaint-lead = Uw bericht gaat alleen naar { $what }; het wordt nergens gepubliceerd. Iemand van het team antwoordt u, onder eigen naam. Alle berichten worden gelijk behandeld: u hoeft nergens iets weg te halen, en het staat u vrij het ook elders te zeggen.
complaint-text = Wat er gebeurd is
complaint-text-hint = Waar, wanneer, en wat u graag zou willen.
complaint-name = Uw naam (als u wilt)
complaint-email = Uw e-mailadres (als u wilt)
complaint-email-hint = Een e-mail vertelt u dan dat iemand geantwoord heeft. Zonder adres: bewaar de link van de volgende pagina.
complaint-files = Foto’s of PDF-bestanden (als u wilt)
complaint-files-hint = Hoogstens vijf, elk hoogstens 5 MB: PNG, JPEG, WebP, PDF.
complaint-trap = Laat dit veld leeg
complaint-send = Naar { $what } sturen
complaint-language = Taal van deze pagina
complaint-sent = { $what } heeft uw bericht
complaint-sent-lead = Daar krijgt u antwoord. Deze link is uw weg terug in het gesprek: bewaar hem en geef hem aan niemand door.
complaint-sent-mailed = Een e-mail met een eigen link is onderweg naar het adres dat u opgaf.
complaint-link = Uw link
complaint-go = Het gesprek openen
complaint-other = Of bereik hen zo: { $what }
complaint-shut = { $what } neemt hier op dit moment geen berichten aan
complaint-shut-lead = Er is niets verstuurd. Gesprekken die begonnen zijn gaan door via hun eigen link.
complaint-too-many = Er komen nu zeer veel berichten aan. Het uwe is nog niet aangenomen: het staat hieronder. Wacht een paar minuten en stuur het dan opnieuw.
complaint-too-large = Er is niets verzonden: de bestanden waren samen te groot, kwamen niet op tijd, of er komen er nu te veel. Stuur er minder, of alleen de tekst.
complaint-wrong-no-text = Schrijf op wat er gebeurd is.
complaint-wrong-long = De tekst is te lang: hoogstens { $count } tekens.
complaint-wrong-name = Deze naam kan niet: te lang, of met een teken dat niet te zien is.
complaint-wrong-email = Dit is geen e-mailadres zoals naam@example.org.
complaint-wrong-many = Te veel bestanden: hoogstens vijf.
complaint-wrong-large = Een bestand is groter dan 5 MB.
complaint-wrong-kind = Een bestand is geen foto (PNG, JPEG, WebP) en ook geen PDF.
complaint-wrong-room = Er is vandaag geen plaats voor bestanden. Stuur alleen de tekst.
complaint-wrong-waits = Hier kan nu geen bestand worden aangenomen: schrijf zonder bestanden.
complaint-wrong-again = Er is nog niets verstuurd. Bestanden moeten opnieuw gekozen worden.
conversation-title = Uw gesprek met { $what }
conversation-you = U
conversation-of = { $who } van { $what }
conversation-open = Ze hebben uw bericht. Er heeft nog niemand op geantwoord.
conversation-answered = Ze hebben u geantwoord.
conversation-closed = Gesloten. Is er nog iets niet goed, schrijf dan: het is dan weer open.
conversation-closed-by = Gesloten door { $who }
conversation-reopened-by = Heropend door { $who }
conversation-write = Meer schrijven
conversation-text = Uw bericht
conversation-send = Versturen
conversation-said = Verstuurd.
conversation-too-many = U hebt net zeer vaak geschreven. Uw tekst staat hieronder: stuur hem over een paar minuten opnieuw.
conversation-erased = Wat hier gezegd is, is gewist volgens de bewaarregels van { $what }.
conversation-gone = Deze link opent niets
conversation-gone-lead = Misschien is hij afgebroken: kopieer hem helemaal. Of waar hij heen leidde is gewist.
conversation-mail = E-mails over dit gesprek
conversation-mail-unconfirmed = Deze link kwam per e-mail. Mogen er meer e-mails naar dat adres?
conversation-mail-confirmed = Een e-mail vertelt u van elk antwoord.
conversation-mail-stopped = Er gaan geen e-mails meer naar dat adres.
conversation-mail-yes = Ja, schrijf mij daar
conversation-mail-no = Geen e-mails meer
complaint-mail-received = { $what } heeft uw bericht ontvangen
complaint-mail-received-body = Iemand heeft dit adres achtergelaten bij een bericht aan { $what }. Was u dat, dan opent de link hieronder uw gesprek. Was u het niet, open hem dan en kies “Geen e-mails meer”.
complaint-mail-answered = { $what } heeft u geantwoord
complaint-mail-answered-body = { $who } heeft geantwoord op uw bericht aan { $what }. Lees het en antwoord via de link hieronder.
complaint-mail-answers = U kunt ook deze e-mail beantwoorden: wat u schrijft, komt bij { $what } aan, met uw bestanden.
complaint-mail-no-answers = Een antwoord op deze e-mail komt bij niemand aan: schrijf via de link.
complaint-mail-foot = Deze e-mail citeert niets van wat geschreven is. De link opent het gesprek: geef hem aan niemand door.

## Het kanaal voor klachten: wat het team leest

complaints-title = Klachten van klanten
complaints-index = Wat mensen u onder vier ogen schreven, en uw antwoorden
complaints-lead = Wie het langst wacht komt eerst.
complaints-open = Wachten: { $count }
complaints-answered = Beantwoord: { $count }
complaints-closed = Gesloten: { $count }
complaints-held = Apart gelegd: { $count }
complaints-held-lead = Apart gelegd om hoe ze kwamen, nooit om wat ze zeggen. Ze tellen nergens mee tot u ze toelaat; niets is weg.
complaints-none = Hier is niets.
complaints-no-channel = Nog geen merk neemt klachten aan. Open een kanaal bij de instellingen van een merk.
complaint-number = Klacht nummer { $count }
complaint-anonymous = Iemand zonder naam
complaint-waits = wacht sinds { $when }
complaint-moved = laatst iets gebeurd { $when }
complaint-has = { $who } heeft het
complaint-nobody = niemand heeft het
complaint-state-open = Wacht op antwoord
complaint-state-answered = Beantwoord
complaint-state-closed = Is gesloten
complaint-held-trap = Apart gelegd: een veld dat mensen niet zien was ingevuld.
complaint-held-fast = Apart gelegd: sneller verstuurd dan mensen schrijven.
complaint-held-unsigned = Apart gelegd: het kwam niet van ons formulier.
complaint-held-network = Apart gelegd: er kwamen er veel tegelijk van één netwerk.
complaint-held-flood = Apart gelegd: er kwamen er zeer veel tegelijk.
complaint-held-sender = Apart gelegd: er kwamen er per e-mail veel tegelijk van één adres.
complaint-let-in = Toelaten
complaint-let-go = Laten gaan
complaint-let-go-hint = De tekst, de bestanden en de naam worden gewist; de koppeling opent niets meer.
complaint-answer = Uw antwoord
complaint-answer-as = Ze zien uw naam: { $who }.
complaint-answer-mail = Een e-mail vertelt het hun, zonder u te citeren.
complaint-answer-no-mail = Er gaat geen e-mail naar hen: ze zien het via hun link.
complaint-answer-lost = Ze schreven per e-mail en hebben geen link: zolang hier geen e-mail vertrekt, bereikt uw antwoord hen niet. Wie Vigie beheert, stelt [mail] in vigie.toml in.
complaint-answer-send = Het antwoord sturen
complaint-answered = Uw antwoord is nu te lezen via hun link.
complaint-meanwhile = Er is intussen iets anders gezegd. Lees het; uw tekst is hieronder bewaard.
complaint-answer-problem = Het antwoord heeft een tekst nodig van hoogstens { $count } tekens. Niets is verstuurd.
complaint-mail-state-waiting = E-mail: wacht op verzending
complaint-mail-state-sent = E-mail: aangenomen door de mailserver
complaint-mail-state-unknown = E-mail: het is niet bekend of hij aankwam
complaint-mail-state-failed = E-mail: niet verzonden
complaint-close = Het gesprek sluiten
complaint-reopen = Het heropenen
complaint-mention = Als vermelding
complaint-see = Het gesprek
complaint-customer = Wie schreef
complaint-customer-files = Bestanden komen van vreemden: ze worden bewaard, niet getoond.
complaint-by-mail = Per e-mail; het adres van de afzender is niet bewezen.
complaint-by-mail-of = Per e-mail van { $who }; het adres van de afzender is niet bewezen.
complaint-by-mail-cut = Hij is langer dan wat gelezen wordt: het einde ontbreekt.
complaint-by-mail-left-out = { PLURAL($count) ->
    [one] Eén bestand is niet aangenomen.
   *[other] { $count } bestanden zijn niet aangenomen.
}
complaint-by-mail-raw = De e-mail bewaren zoals hij kwam
conversation-by-mail = Per e-mail
channel-title = Klachten onder vier ogen
channel-index = Een pagina waar iedereen u kan schrijven, en antwoord op naam krijgt
channel-lead = Voor iedereen open en nooit gesorteerd op wat iemand zegt: wie tevreden is en wie niet gebruiken hetzelfde formulier. Elke klacht is een vermelding van het merk en telt mee in de signalen.
channel-open = Klachten aannemen
channel-address = Het adres eindigt op
channel-address-hint = Kleine letters, cijfers en streepjes. Leeg: wij maken er een die niet makkelijk te raden is.
channel-phone = Een andere weg om u te bereiken
channel-phone-hint = Wordt getoond als het formulier niet aangenomen kan worden: meestal een telefoonnummer. Leeg: dat van het plan.
channel-sites = Sites die het formulier mogen tonen, één per regel
channel-sites-hint = Zoals https://shop.example. Leeg: elke site mag het.
channel-page = De pagina om aan iedereen te geven
channel-snippet = Voor uw eigen site
channel-snippet-lead = Plak dit waar het formulier moet komen. Het heeft geen script nodig en plaatst geen cookies.
channel-saved = Bewaard.
channel-wrong-own = Alleen een eigen merk kan klachten aannemen.
channel-wrong-address = Het adres moet 3 tot 60 kleine letters, cijfers en enkele streepjes hebben. Niets is veranderd.
channel-wrong-taken = Dit adres is al in gebruik. Niets is veranderd.
channel-wrong-phone = De andere weg om u te bereiken is te lang, of heeft een teken dat niet te zien is. Niets is veranderd.
channel-wrong-sites = Een site lijkt op https://shop.example, en het zijn er hoogstens twintig. Niets is veranderd.
mailbox-title = Antwoorden per e-mail
mailbox-lead = Geef de postbus achter uw klachtenadres op. Wie een van onze e-mails beantwoordt, schrijft dan in het eigen gesprek; elke andere e-mail die daar aankomt, is een klacht. In de postbus wordt niets veranderd, en wat er al in staat wordt niet gelezen.
mailbox-read = De postbus wordt elke minuut gelezen: hoe het ermee staat
mailbox-not = De postbus wordt niet gelezen zoals u hem hebt opgegeven: er is niets veranderd.
mailbox-address = Adres waarvan de e-mails daar aankomen
mailbox-address-hint = Zoals klachten@winkel.example. Een eigen postbus: elke e-mail die iemand daarheen schrijft, wordt een klacht.
mailbox-server = IMAP-server
mailbox-server-hint = Zoals imap.winkel.example, altijd via TLS. Leeg: de postbus wordt niet meer gelezen.
mailbox-login = Gebruikersnaam
mailbox-login-hint = Leeg: het adres.
mailbox-password = Wachtwoord
mailbox-password-hint = Leeg: het bewaarde, als dat er is. Het wordt niet meer getoond.
mailbox-save = De postbus proberen en lezen
## Het team

login-ended = Uw toegang is geëindigd. Vraag wie u uitgenodigd heeft.
person-agency = Bureau
person-client = Klant
person-auditor = Controleur
person-may-until = handelt af, tot de laatste dag
person-may-audit = leest alles, ook wie toegang heeft; wijzigt niets
person-may-see = ziet wat er gezegd wordt en wat ermee gebeurt, niet de instellingen
bridge-tonight = Vannacht: { $what }
bridge-nobody = { $what }: niemand
bridge-nobody-for-hours = { $what }: sommige uren niemand
team-until = tot en met { $when }
team-ended = geëindigd op { $when }
team-in-plan = in het plan: { $what }
team-never = heeft nog niet bevestigd hoe hij of zij te bereiken is
team-changed = bevestigde op { $when }, en het plan is sindsdien veranderd
team-stale = bevestigde op { $when }: meer dan een kwartaal geleden
team-confirmed = bevestigde op { $when } hoe hij of zij te bereiken is
team-own = Het plan zegt dat u zo te bereiken bent:
team-own-wrong = Nee, het plan verbeteren
team-thanks = Dank: het is genoteerd.
team-ask = Bevestiging vragen
team-ask-hint = Iedereen in het plan die dit kwartaal niets bevestigde, krijgt een link: één tik is genoeg. Hooguit één keer per week.
team-asked = { PLURAL($count) ->
    [one] { $count } bericht is onderweg.
   *[other] { $count } berichten zijn onderweg.
}
team-without-login = In het plan, zonder toegang met dat adres: { $what }. Zij kunnen niets bevestigen.
team-last-day = Laatste dag
team-last-day-hint = Leeg: geen einde. Een bureau heeft er altijd een. Daarna opent niets meer, en wordt niemand gewekt.
team-needs-end = Er is niets veranderd: een bureau heeft een laatste dag nodig.
team-past = Er is niets veranderd: die dag is voorbij. Om het nu te beëindigen, haalt u de persoon eruit.
team-not-in-plan = Er is niets veranderd: het plan noemt niemand met het adres van uw toegang.
team-gone = Er is niets veranderd: deze persoon is er intussen uit gehaald, of de laatste dag is voorbij. Neem hen weer op als dat de bedoeling is.
team-coverage = Wie te bereiken is
team-coverage-lead = Per rol van het plan, nu en de komende zeven nachten, van 22:00 tot 07:00 volgens de klok van het plan ({ $what }); van een nacht die bezig is, wat er nog over is: uren, afwezigheid en laatste dagen tellen mee.
team-now = Nu
team-tonight = Vannacht
team-nobody = niemand
team-hole = { $who }; niemand van { $from } tot { $until }
team-no-plan = Er is nog geen plan met rollen: zonder plan weet niemand wie er ontbreekt.
team-review = Is dit nog het goede team?
team-review-lead = Na elk geval en elk half jaar: wie ontbreekt, wie is weg, welke vaardigheid?
team-review-do = Ja, het team is goed
team-review-never = De samenstelling is nog niet bekeken.
team-review-old = Voor het laatst bekeken op { $when }: meer dan een half jaar geleden.
team-review-case = Het laatst bekeken op { $when }; sindsdien is een dossier afgesloten.
team-review-done = Bekeken op { $when }.
staff-title = Voor medewerkers zonder toegang
staff-lead = Een link opent wat het plan aan medewerkers zegt, en niets anders. Hij geldt tot u hem intrekt.
staff-name = Voor wie? (de keuken, de winkel)
staff-do = Een link maken
staff-fresh = Geef deze link aan de medewerkers. Hij wordt niet meer getoond.
staff-made = gemaakt op { $when }
staff-withdraw = Intrekken
conduct-title = Als er over ons gepraat wordt
conduct-lead = Wat iedereen kan doen, en niet doen.
conduct-tell = Waarschuw
confirm-title = Bent u zo te bereiken?
confirm-lead = Het bericht zegt hoe. Tik één keer als het nog klopt.
confirm-do = Ja, dat klopt
confirm-kept = U bent zo te bereiken: { $what }
confirm-changed = Het plan is intussen veranderd.
confirm-changed-do = Er is niets genoteerd. Kijk op de pagina van het team wat het nu zegt.
confirm-nothing-do = Deze link geldt niet, of niet meer. De pagina van het team zegt wat genoteerd is.
confirm-ask-title = { $what }: bent u zo te bereiken?
confirm-ask-body = Het plan van { $what } zegt dat u zo te bereiken bent: { $contact }. Klopt dat, open dan de link en tik één keer. Zo niet, verbeter het plan.
ready-title = Zijn wij klaar?
ready-index = Een cijfer met zijn redenen, en wat elk risico mist
ready-score = { $score } van 100
ready-lead = Elk punt dat ontbreekt heeft zijn reden. Het cijfer vergelijkt het team met zichzelf, en met niets anders.
ready-whole = Er ontbreekt niets dat Vigie kan zien.
ready-reasons = Wat ontbreekt
ready-cost = { PLURAL($count) ->
    [one] { $count } punt
   *[other] { $count } punten
}
ready-no-plan = Er is geen plan waarin iemand een rol heeft.
ready-plan-errors = { PLURAL($count) ->
    [one] { $count } punt van het plan zou misgaan.
   *[other] { $count } punten van het plan zouden misgaan.
}
ready-plan-warnings = { PLURAL($count) ->
    [one] { $count } punt van het plan zou slecht werken.
   *[other] { $count } punten van het plan zouden slecht werken.
}
ready-tonight = { PLURAL($count) ->
    [one] Vannacht heeft { $count } rol sommige uren niemand.
   *[other] Vannacht hebben { $count } rollen sommige uren niemand.
}
ready-nights = { PLURAL($count) ->
    [one] { $count } gat in de nachten daarna.
   *[other] { $count } gaten in de nachten daarna.
}
ready-untested = { PLURAL($count) ->
    [one] { $count } persoon die geroepen wordt tikte nooit een test aan.
   *[other] { $count } mensen die geroepen worden tikten nooit een test aan.
}
ready-unconfirmed = { PLURAL($count) ->
    [one] { $count } persoon uit het plan bevestigde dit kwartaal niet hoe hij of zij te bereiken is.
   *[other] { $count } mensen uit het plan bevestigden dit kwartaal niet hoe ze te bereiken zijn.
}
ready-unheard = { PLURAL($count) ->
    [one] Voor { $count } risico luistert niets.
   *[other] Voor { $count } risico’s luistert niets.
}
ready-no-scenario = { PLURAL($count) ->
    [one] { $count } risico heeft geen scenario.
   *[other] { $count } risico’s hebben geen scenario.
}
ready-no-reply = { PLURAL($count) ->
    [one] Voor { $count } risico ligt niets klaar om te zeggen.
   *[other] Voor { $count } risico’s ligt niets klaar om te zeggen.
}
ready-no-drill = { PLURAL($count) ->
    [one] { $count } risico is in een half jaar niet geoefend.
   *[other] { $count } risico’s zijn in een half jaar niet geoefend.
}
ready-untrained = { PLURAL($count) ->
    [one] { $count } persoon met een rol heeft in een jaar niet laten zien risico’s te zien, te reageren en te spreken.
   *[other] { $count } personen met een rol hebben in een jaar niet laten zien risico’s te zien, te reageren en te spreken.
}
ready-expired = { PLURAL($count) ->
    [one] { $count } goedkeuring is verlopen.
   *[other] { $count } goedkeuringen zijn verlopen.
}
ready-void = { PLURAL($count) ->
    [one] { $count } antwoord is veranderd sinds het werd goedgekeurd: de goedkeuring geldt niet meer.
   *[other] { $count } antwoorden zijn veranderd sinds ze werden goedgekeurd: de goedkeuringen gelden niet meer.
}
ready-unapproved = { PLURAL($count) ->
    [one] Niemand heeft { $count } antwoord goedgekeurd.
   *[other] Niemand heeft { $count } antwoorden goedgekeurd.
}
ready-team = De samenstelling van het team is in een half jaar, of na een afgesloten dossier, niet bekeken.
ready-mend-no-plan = Beginnen met een plan dat meegeleverd is
ready-mend-plan = In het plan lezen wat te verbeteren is
ready-mend-nights = Een vervanger noemen, of andere uren
ready-mend-untested = Een test sturen en aantikken
ready-mend-unconfirmed = Bevestiging vragen
ready-mend-unheard = Een zoekopdracht met die naam of tekst bewaren: Instellingen → merk
ready-mend-scenario = Een scenario noemen in het plan
ready-mend-reply = Een antwoord schrijven in elke taal van het merk
ready-mend-drill = Het scenario een kwartier spelen, en het dan hier noteren
ready-mend-untrained = Samen een oefening spelen, of de training volgen via de link voor personeel (daar zegt ieder zelf wie hij is)
ready-mend-approval = Opnieuw lezen en goedkeuren in het plan
ready-mend-team = Bekijken op de pagina van het team
ready-matrix = Elk risico, en wat klaarstaat
ready-matrix-lead = Het ergste eerst. ✕ is een gat.
ready-risk = Risico
ready-query = Luisteren
ready-scenario = Scenario
ready-reply = Antwoorden
ready-drill = Geoefend op
ready-none = ontbreekt
ready-queries = { PLURAL($count) ->
    [one] { $count } zoekopdracht
   *[other] { $count } zoekopdrachten
}
ready-replies = { PLURAL($count) ->
    [one] { $count } antwoord
   *[other] { $count } antwoorden
}
ready-rehearsed = Wij hebben geoefend
ready-rehearsed-hint = Met of zonder Vigie: aan tafel, een kwartier, met het plan.
ready-rehearsed-do = Voor vandaag noteren

## De crisiskamer: wat Vigie er zelf van zegt
case-holding = We hebben de berichten over { $what } gezien en gaan na wat er is gebeurd. Om { $next } zeggen we hier meer. { $who }
case-holding-phone = We hebben de berichten over { $what } gezien en gaan na wat er is gebeurd. U kunt ons bellen op { $phone }. Om { $next } zeggen we hier meer. { $who }
case-holding-hurt = We hebben de berichten over { $what } gezien en gaan na wat er is gebeurd. Hebt u van ons iets waar het over gaat, eet het dan niet en gebruik het niet. Bent u gewond of voelt u zich niet goed, bel dan een dokter, of bij nood { $emergency }. Om { $next } zeggen we hier meer. { $who }
case-holding-hurt-phone = We hebben de berichten over { $what } gezien en gaan na wat er is gebeurd. Hebt u van ons iets waar het over gaat, eet het dan niet en gebruik het niet. Bent u gewond of voelt u zich niet goed, bel dan een dokter, of bij nood { $emergency }. U kunt ons bellen op { $phone }. Om { $next } zeggen we hier meer. { $who }
case-clock-assessment = eerste beoordeling
case-clock-team = team bijeen
case-clock-holding = eerste verklaring
case-clock-full = volledige verklaring
case-clock-update = beloofd nieuws
case-clock-reply = antwoord aan één persoon
case-clock-task = taak { $count }
case-clock-approval = goedkeuring van tekst { $count }
case-clock-legal = wettelijke termijn { $what }
case-clock-measure = maatregel { $count }
case-step-signal = Signaal
case-step-paracrisis = Paracrisis (voorfase)
case-step-crisis = Crisistoestand
case-step-follow-up = Nazorg
case-step-closed = Gesloten
case-step-dismissed = Terzijde gelegd
answer-title = Antwoorden
answer-free = Nog niemand antwoordt erop.
answer-claim = Ik antwoord
answer-held = { $what } antwoordt.
answer-in-case = Dossier { $count } antwoordt.
answer-let-go = Loslaten
answer-write = Een antwoord schrijven
answer-pass = Overdragen
answer-from = als { $what }, onder het bericht
answer-by-hand = Ik plaats het met de hand
answer-go-lead = De controle vond niets: u geeft het alleen vrij. Tien seconden om het terug te nemen.
answer-go = Versturen zoals het hier staat
answer-submit-lead = De controle vond iets, of u hebt het niet geschreven: iemand anders leest het ook.
case-tell-title = { $what }: dossier { $n }
case-tell-called = Er is een crisis geopend. U bent nodig als: { $what }
case-tell-leads = U leidt dit dossier vanaf nu.
case-tell-clock = Verstreken: { $what }, verwacht { $when }. U bent aan de beurt.
case-tell-approve = Tekst { $count } wacht op uw goedkeuring.
case-tell-task = Taak { $count } is van u.
case-tell-note = Notitie { $count } roept u.
case-tell-mention = Een vermelding is aan u om te beantwoorden.
case-tell-unknown = Niemand weet of tekst { $count } al buiten staat: kijk eerst na.
case-tell-refused = Tekst { $count } is niet verzonden.
case-tell-back = Het komt terug: { $count } is meer dan de gestelde grens. Het dossier is weer open.
case-tell-held = Maatregel { $count } is afgesloten: de toets hield stand.
case-tell-rose = Het blijft druk, of het is terug: het dossier staat nu op ‘{ $what }’.
case-tell-answer = { $what }: antwoord op een vermelding
case-letter-subject = Bericht van { $what }
case-head-title = { $what }: het zegel van dossier { $n }
case-head-body = Bewaar dit bericht. Met dit zegel kan niemand iets van daarvoor ongemerkt veranderen: vigie case verify MAP --head { $what }
case-head-rings = Dit gaat over en bewaart niets: schrijf het zegel elders op, of zet uw mailadres bij waar u wordt bereikt. { $what }
## The folder of a case, verified
case-broken-record = Regel { $number }: { $why }
case-broken-missing = Regel { $number } en alles daarna ontbreken: het manifest telt er meer
case-broken-added = Regel { $number } is aan het eind toegevoegd: het manifest telt er minder
case-broken-head = Regel { $number }: het manifest is over een andere ondertekend
case-broken-earlier = Regel { $number }: deze, of iets ervoor, is niet meer wat het was toen deze kop het huis verliet
case-broken-other-key = Regel 1 en alles daarna: ondertekend met de sleutel { $key }, die niet de opgegeven sleutel is
case-broken-manifest = manifest.json: { $why }
case-broken-text = texts.jsonl, regel { $line }: { $why }
case-broken-capture = captures/{ $name }: de inhoud is niet wat is vastgelegd
case-broken-beside = { $name }: het ontbreekt, of is niet wat het manifest ondertekende
case-flaw-unreadable = niet geschreven zoals een regel
case-flaw-number = draagt het nummer { $number }: hier is een regel weggehaald, toegevoegd of verplaatst
case-flaw-order = volgt niet op de vorige regel
case-flaw-changed = de bytes zijn niet die waarvan de hash is gemaakt
case-flaw-name = de naam is niet die van wat er staat
case-manifest-cut = het is afgekapt
case-manifest-unreadable = het is niet geschreven zoals een manifest
case-manifest-newer = een nieuwere Vigie heeft het geschreven: controleer het daarmee
case-manifest-key = de sleutel is geen sleutel
case-manifest-signature = de handtekening is geen handtekening
case-text-unreadable = niet geschreven zoals een tekst
case-text-salt = het zout is geen zout
case-text-changed = het is niet de tekst die het logboek noemt
case-text-unnamed = geen regel noemt deze tekst
case-text-twice = staat er twee keer
case-unproven-origin = Niet bewezen: dat uw huis dit heeft gemaakt. De sleutel is die van de map zelf; wie alles met een eigen sleutel opnieuw maakt, komt erdoor. Geef de sleutel van het huis (--key) of een eerdere kop (--head).
case-unproven-after = Niet bewezen: wat na regel { $number } kwam. Het kan opnieuw gemaakt of afgekapt zijn.
case-unproven-signer = Niet bewezen: dat het huis het zelf niet opnieuw heeft gemaakt vóór het ondertekende. Een eerdere kop (--head) zou dat bewijzen.
case-holds = Het klopt: { PLURAL($count) ->
    [one] één regel
   *[other] { $count } regels
}, geen gewijzigd, weggehaald, toegevoegd of verplaatst.
case-does-not-hold = De map klopt niet. Er is niets in veranderd; bewaar de map zoals die is.
case-head = Kop, om elders te bewaren: { $head }
case-key = Ondertekend met de sleutel { $key }
case-erased = { PLURAL($count) ->
    [one] Eén tekst is gewist, zoals het logboek zegt
   *[other] { $count } teksten zijn gewist, zoals het logboek zegt
}: de keten klopt ook zonder.
case-still-there = { PLURAL($count) ->
    [one] Eén tekst staat er nog, hoewel het logboek zegt dat die gewist is
   *[other] { $count } teksten staan er nog, hoewel het logboek zegt dat ze gewist zijn
}: haal ze weg, of exporteer de zaak opnieuw.
case-erased-captures = { PLURAL($count) ->
    [one] Eén opname is gewist, zoals het log zegt
   *[other] { $count } opnamen zijn gewist, zoals het log zegt
}: de keten houdt ook zonder.
case-still-captured = { PLURAL($count) ->
    [one] Eén opname ligt er nog, al zegt het log dat die gewist is
   *[other] { $count } opnamen liggen er nog, al zegt het log dat ze gewist zijn
}: haal ze weg, of exporteer het dossier opnieuw.
case-missing-texts = { PLURAL($count) ->
    [one] Eén tekst ontbreekt
   *[other] { $count } teksten ontbreken
} zonder dat het logboek van wissen spreekt.
case-missing-captures = { PLURAL($count) ->
    [one] Eén vastlegging ontbreekt
   *[other] { $count } vastleggingen ontbreken
}.
case-beside = Geen deel van het bewijs: { $name }

## De crisiskamer: de pagina's
nav-cases = Dossiers
cases-title = Crisisdossiers
cases-none = Er is geen dossier open.
cases-over = Onlangs gesloten
case-crisis = Een crisis openen
case-crisis-lead = Eén tik opent het dossier, geeft de rollen aan wie er is, start de klokken, bewaart het bewijs en schrijft een eerste tekst. Er wordt niets gepubliceerd.
case-crisis-brand = Voor wie
case-crisis-said = Wat er gebeurd is, in uw woorden
case-crisis-hurt = Er kunnen mensen gevaar lopen
case-crisis-do = Crisis: dossier openen
case-no-lead = nog niemand leidt
case-line = { $who }, laatst bewogen { $when }
case-clock-due = { $what }, uiterlijk { $when }
case-clock-late = { $what }: verstreken { $when }
case-clock-paused = { $what }: staat stil (verwacht { $when })
case-title = { $what }, dossier { $n }
case-led = Leiding: { $who }. Geopend { $when }.
case-task-due = { $who }, vóór { $when }
case-nobody = niemand
case-somebody = iemand die vertrokken is
case-of-signal = Voor het signaal { $what }
case-called-without-words = Geopend zonder toelichting.
case-kept = Het is bewaard.
case-gone = (gewist)
case-private = (onder vier ogen geschreven)
case-safety = Eerst: mensen in veiligheid
case-safety-default = Breng mensen in veiligheid; bel het noodnummer als er iemand gewond is. Gaat het om een product: stop de verkoop, bewaar de partij en wat ervan over is. Waarschuw daarna de autoriteit en uw verzekeraar.
case-action-stop-selling = De verkoop stoppen, of wat letsel kan geven.
case-action-keep-batch = De partij bewaren en wat ervan over is, met etiketten en leverbonnen.
case-action-call-authority = De autoriteit waarschuwen; gaat het nu met iemand niet goed, dan eerst het noodnummer.
case-action-call-insurer = De verzekeraar bellen: wat er gebeurde, wanneer, wie. Geef vooraf niets schriftelijk toe.
case-unplanned = Er is geen plan bewaard, dus gelden standaardinstellingen: de termijnen van het meegeleverde plan, de eigenaar leidt, en in een team keurt een andere eigenaar of leider elke tekst goed. Bewaar een eigen plan:
case-now = Nu
case-clock-met = Dit is gehaald
case-how = Hoe men dat weet
case-nothing-waits = Er wacht niets op iemand.
case-waits-mine = Teksten die op uw goedkeuring wachten: { $what }
case-waits-unknown = Niemand weet of deze teksten buiten staan: { $what }
case-waits-approvals = Teksten die op goedkeuring wachten: { $what }
case-waits-correct = Teksten die buiten staan en niet meer kloppen: { $what }
case-waits-vacant = Rollen die niemand heeft: { $what }
case-freeze-confirmed = De marketing ligt stil sinds { $when }: { $held } berichten vastgehouden, { $left } doorgelaten zoals het plan toestaat, de rest stond al buiten.
case-freeze-pending = De marketing wordt stilgelegd: { $held } berichten tot nu toe, { $left } doorgelaten; nog niet bevestigd.
case-hand-account = Zorg er zelf voor dat { $name } niets publiceert: niemand kon zien of zeggen dat de tool tegenhoudt. { $why } Kijk daar: { $link }
case-hand-post = Houd een bericht met de hand tegen: “{ $text }” gaat op { $when } uit vanaf { $name }, en de tool houdt het niet tegen. { $why } Kijk daar: { $link }
case-shelve-lead = Het blijft in de lijst en er wordt niet meer aan gewerkt: niemand pakt het weer op, het wordt opnieuw geschreven.
case-task-open = nog te doen
case-corrects = Het zet recht
case-promise = Nieuws beloven
case-promise-until = Vóór wanneer (tijd van het merk)
case-freeze = De marketing
case-freeze-posts = De berichten, één voor één
case-freeze-end = De stilstand beëindigen
case-freeze-lift-lead = Nieuwe berichten gaan weer uit. Wat is vastgehouden blijft zo tot iemand erover beslist.
case-freeze-lift = Opheffen
case-freeze-undo-lead = Het was een vergissing: wat niet te laat is gaat uit zoals gepland.
case-freeze-undo = Ongedaan maken
case-waits-counsel = Voor een rechtsvraag is hier geen termijn bekend: vraag het uw raadsman.
case-texts = Teksten
case-text = Tekst nummer { $count }
case-stops = Niet doen:
case-approve = Precies dit goedkeuren
case-decline = Niet goedkeuren
case-why = Waarom
case-release-lead = U werkt alleen: lees alles nog eens, met de bevindingen. Uw naam staat erachter.
case-release = Alleen vrijgeven
case-send-lead = U kunt het tien seconden lang ongedaan maken.
case-send = Publiceren
case-copied = U hebt het met de hand gekopieerd: de link van het bericht
case-copied-do = Het staat er
case-unknown-lead = Het staat misschien buiten, of niet. Kijk eerst daar: pas dan kan het opnieuw.
case-found = Waar het staat (leeg: het staat er niet)
case-resolve = Ik heb gekeken
case-despite = Waarom het toch gaat ondanks de bevindingen (alleen dan)
case-submit = Vrijgave vragen
case-revise = De tekst wijzigen
case-wording = De precieze tekst
case-shelve = Opzij leggen
case-draft = Een tekst schrijven
case-draft-do = Tekst bewaren
case-form = Welke soort
case-to = Waar het naartoe gaat
case-to-updates = Openbare pagina met het laatste nieuws
case-to-site = eigen site, met de hand gekopieerd
case-to-press = pers, met de hand gekopieerd
case-to-mail = een brief per mail
case-letter = Van een brief
case-letter-to = Naar welk adres
case-letter-about = Onderwerp (leeg: dat van Vigie, met de naam van het merk)
case-cites = Het steunt op
case-alternatives = Begin met een tekst uit het plan (laat de tekst leeg)
case-facts = Wat bekend is
case-facts-none = Er staat nog niets op het bord.
case-fact = Het feit, of de vraag
case-fact-add = Op het bord zetten
case-fact-change = Het is anders
case-fact-is = Hoe zeker het is
case-fact-retract = onjuist: doorhalen
case-fact-source = Wie dat zegt
case-tasks = Taken
case-tasks-none = Er is nog niets te doen.
case-task-done = Gedaan
case-task-result = Met welk resultaat
case-task-aside = Niet te doen
case-task-add = Iemand een taak geven
case-task-what = Wat er te doen is
case-task-owner = Wie het doet
case-triage = Hoe erg, en hoe luid
case-questions-do = De vragen beantwoorden
case-scenario = Welk scenario van het plan het is
case-scenario-do = De stappen als taken nemen
case-roles = Wie wat is
case-lead-do = De leiding overdragen
case-lead-to = Aan wie
case-step-do = Een andere stap zetten
case-step-to = Naar welke stap
case-log = Wat er gebeurde
case-note = Een notitie
case-note-for = Wie het leest
case-note-do = Notitie bewaren
case-asked = Om goedkeuring gevraagd: { $what }
case-form-wrong = Het formulier is beschadigd of onvolledig. Er is niets bewaard: laad de pagina opnieuw.
case-kept-words = Wat u hebt geschreven, om te kopiëren

case-news = { PLURAL($count) ->
    [one] Er is één ding gebeurd sinds u keek
   *[other] Er zijn { $count } dingen gebeurd sinds u keek
}
case-waits-task = Voor u: { $what }
case-waits-more = Andere taken van u: { $count }
case-waits-mentions = Vermeldingen die u beantwoordt: { $count }
case-waits-twice = Deze teksten staan er meer dan eens: { $what }
case-clock-change = Deze klok veranderen
case-clock-resume = Weer laten lopen
case-clock-pause = Stilzetten
case-clock-drop = Niet meer gevraagd
case-hand-over = Overdragen
case-task-reopen = Moet toch nog gebeuren
case-against = Tegen wat gezegd is:
case-against-stance = tekst { $count } neemt een standpunt in dat hier niet bij past.
case-against-uncorrected = tekst { $count } rust op feit { $fact }, dat niet meer klopt, en niets verbetert het nog.
case-against-certainty = tekst { $count } zegt feit { $fact } met een andere zekerheid.
case-apart-number = Een ander getal dan in tekst { $count }:
case-apart-when = Een andere dag of een ander uur dan in tekst { $count }:
case-apart-name = Een andere plaats dan in tekst { $count }:
case-apart-yes-no = Het tegendeel van wat tekst { $count } zegt:
case-apart-said = die zei
case-apart-here = deze zegt
case-pass-over = Het kan zo blijven
case-passed-over = (iemand zei in het logboek waarom het blijft staan)
case-promises = Het belooft nieuws om (uren van het merk)
case-promises-hint = Zoals de tekst het zegt; leeg als hij niets belooft. De klok van het volgende nieuws loopt zodra hij buiten is.
case-promise-past = Het uur dat deze tekst belooft is voorbij ({ $what }): verander eerst de woorden.
case-fallback-lead = Niemand die gevraagd is heeft op tijd geantwoord. Het plan laat u deze tekst, goedgekeurd in rustige tijden, vrijgeven zoals hij is.
case-fallback = In hun plaats vrijgeven
case-mentions = Vermeldingen om te beantwoorden
case-mentions-none = In deze zaak is nog geen vermelding opgepakt.
case-mentions-all = Alle vermeldingen van dit merk
case-mention = Vermelding van { $what }
case-mention-plain = Vermelding
case-mention-waiting = Van die van het merk die wachten
case-mention-take = Een andere vermelding oppakken
case-mention-number = Een andere, met het nummer, zoals het adres van de pagina het zegt
case-mention-held = { $who } beantwoordt het, sinds { $when }
case-answered-outside = Al beantwoord, buiten dit dossier, door { $who }, { $when }
case-mention-free = Nog niemand beantwoordt het.
case-claim = Ik beantwoord deze
case-answer = Het antwoord schrijven
case-let-go = Weer loslaten
case-author = Geschreven door
case-author-followers = Volgers: { $count }
case-author-first = Verder is niets van hen over ons bekend.
case-author-answered = beantwoord
case-author-unanswered = niet beantwoord
case-offered = Aangeboden:
case-offer = Noteren wat is aangeboden
case-offer-what = Wat hun wordt aangeboden
case-offer-amount = Hoeveel (leeg: geen geld)
case-offer-by = Wie het toestond
case-exit-rules = Bij het platform melden
case-exit-illegal = Als onwettig melden
case-exit-reason = Om welke reden
case-capture = Als bewijs bewaren
case-to-mention = Eronder, van
case-to-conversation = In het gesprek van hun klacht
case-to-review = Onder de recensie, met de hand gekopieerd
case-stakeholders = Wie ingelicht moet worden
case-stakeholders-none = Het plan noemt niemand die ingelicht moet worden.
case-told = Ingelicht { $when } door { $who }.
case-told-not = Nog niet ingelicht.
case-tell = Ik heb hen ingelicht
case-tell-what = Wat er gezegd is, en hoe
case-tell-at = Wanneer (leeg: nu)
case-figures = Cijfers die mensen melden
case-figures-none = Nog niemand heeft een cijfer gemeld.
case-figure-do = Een cijfer melden
case-figure-of = Waarvan: telefoontjes in de winkel, verkochte dozen …
case-figure-many = Hoeveel
case-figure-kind = Hoe men het weet
case-figure-counted = geteld, één voor één
case-figure-at-least = minstens zoveel
case-figure-reported = iemand zegt het
case-figure-at = Voor wanneer het geldt (leeg: nu)
case-legal = Wettelijke termijnen
case-legal-lead = Een termijn loopt vanaf wat een genoemde persoon zegt; Vigie leidt niets af, en dit is geen juridisch advies.
case-legal-matter = Waar het om gaat
case-legal-start = Vanaf wat het telt
case-legal-since = Sinds wanneer (uren van het merk)
case-legal-why = Op welke grond
case-legal-proof = Het nummer van de vermelding die het bewijst, als die er is
case-legal-do = Ik verklaar het
case-legal-unknown = Hier is geen termijn bekend: vraag uw juridisch adviseur.
case-legal-met = er loopt niets meer; verklaard voor
case-stance = Standpunt
case-stance-do = Een ander standpunt innemen
case-bolster = Ook wat eerder goed is gedaan
case-loudness = Hoe luid
case-loudness-do = Luider of zachter antwoorden
case-role = Rol
case-role-do = Iemand een rol geven
case-freeze-do = De marketing nu stilzetten
case-note-call = Iemand erbij roepen
case-export = De zaak downloaden: een map die zichzelf bewijst
case-as-of = Stand van { $what }
case-sheet = Vragen en antwoorden
case-sheet-lead = Voor de balie, de telefoon en de pers: zeg dit, woord voor woord, en verder niets.
case-sheet-none = Er is nog niets aan iedereen gezegd. Wij hebben het gezien en gaan het na.
case-sheet-not-yet = Wij weten het nog niet, en zeggen het zodra wij het weten.
case-sheet-said = Wat wij hebben gezegd
case-sheet-no-next = Er is geen uur beloofd voor het volgende nieuws.
case-brief = Kort overzicht voor wie beslist
case-told-client = Hoe het dossier ervoor staat
case-brief-step = Het staat op
case-brief-began = Het begon
case-brief-opened = Geopend
case-brief-lead = Leiding
case-brief-next = Nieuws beloofd voor
case-brief-held = Marketingberichten stilgezet, onbeslist
case-brief-said = Wat er gezegd is
case-brief-notes = Notities voor buiten het team
case-brief-decided = Wat er besloten is
case-night = Eén vraag per scherm
case-night-place = { $n } van 7
case-night-room = De hele zaak
case-night-hurt = Is er iemand gewond of ziek, of kan dat gebeuren?
case-night-safe-done = Het is gedaan
case-night-safe-later = Nog niet: herinner mij over een kwartier
case-night-say = Dit zal iedereen lezen
case-night-say-do = Publiceren
case-night-none = Er is nog geen tekst.
case-night-later = Nu niet
case-night-go = Verder
case-night-free = Er is geen account dat vanzelf publiceert, of er wordt niets van tegengehouden.
case-night-who = Wie moet het vannacht nog meer weten?
case-night-everybody = Iedereen die het plan noemt is ingelicht, of het noemt niemand.
case-night-next = Wanneer is het volgende nieuws beloofd?
case-night-sleep = U kunt de telefoon neerleggen
case-night-wakes = { $when } wordt u weer geroepen voor: { $what }

updates-title = { $what }: wat wij weten
updates-next = Volgend nieuws: { $when }
updates-late = Er was nieuws beloofd voor { $when }; het is te laat.
updates-closed = Dit is voorbij sinds { $when }.
updates-holding = Eerste bericht
updates-statement = Verklaring
updates-update = Nieuws
updates-head = { $what } op { $when }
updates-corrected = Rechtgezet: { $when }
updates-corrects = Dit zet recht wat eerder is gezegd: { $when }.
updates-feed = Deze pagina volgen (Atom)
updates-none = Er is op dit moment niets te melden.

## The case room: its log, its refusals, the names of things
case-log-opened-signal = heeft het dossier geopend na een signaal, op "{ $what }"
case-log-opened-mention = heeft het dossier geopend na een vermelding, op "{ $what }"
case-log-opened-call = heeft het dossier geopend na een oproep, op "{ $what }"
case-log-taken-up-signal = heeft nog een signaal bij dit dossier gebracht
case-log-taken-up-mention = heeft nog een vermelding bij dit dossier gebracht
case-log-taken-up-call = heeft nog een oproep bij dit dossier gebracht
case-log-sensed-calm = heeft niet meer gehoord dan gewoonlijk
case-log-sensed-notice = heeft meer gehoord dan gewoonlijk
case-log-sensed-alert = heeft veel meer gehoord dan gewoonlijk, of een ernstig bericht
case-log-stepped = heeft het dossier van "{ $from }" naar "{ $to }" gebracht
case-log-stepped-loud = heeft het dossier van "{ $from }" naar "{ $to }" gebracht: het bleef luid
case-log-stepped-calm = heeft het dossier van "{ $from }" naar "{ $to }" gebracht: het bleef rustig
case-log-stepped-back = heeft het dossier van "{ $from }" naar "{ $to }" gebracht: het kwam terug
case-log-began-exact = heeft genoteerd wanneer het begon: { $when }
case-log-began-about = heeft genoteerd wanneer het ongeveer begon: { $when }
case-log-assigned = heeft de rol "{ $what }" gegeven
case-log-assigned-next = heeft de rol "{ $what }" aan de volgende gegeven (afwezig daarvoor: { $count })
case-log-assigned-nobody = heeft niemand bereikt voor de rol "{ $what }"
case-log-lead-given = heeft het dossier iemand gegeven die het leidt
case-log-lead-handed-over = heeft de leiding van het dossier overgedragen
case-log-scenario = heeft het scenario "{ $what }" gekozen
case-log-triaged = heeft de vragen van de triage beantwoord
case-log-posture = heeft de houding "{ $what }" gekozen
case-log-posture-bolster = heeft de houding "{ $what }" gekozen, met wat eerder goed is gedaan ernaast
case-log-loudness = heeft gekozen hoe luid er wordt geantwoord: { $what }
case-log-captured = heeft een bewijs vastgelegd voor het kon verdwijnen
case-log-captured-mention = heeft een vermelding vastgelegd voor ze kon verdwijnen
case-log-erased = { PLURAL($count) ->
    [one] heeft { $count } tekst gewist voor de bescherming van gegevens
   *[other] heeft { $count } teksten gewist voor de bescherming van gegevens
    }
case-log-cleared = { PLURAL($count) ->
    [one] heeft { $count } tekst of opname gewist voor de bescherming van gegevens
   *[other] heeft { $count } teksten en opnamen gewist voor de bescherming van gegevens
    }
case-log-clock-started = heeft klok { $count } gestart: { $what } (termijn: { $when })
case-log-incident = { $what } (voorval { $count })
case-log-clock-paused = heeft klok { $count } stilgezet
case-log-clock-resumed = heeft klok { $count } weer laten lopen (termijn: { $when })
case-log-clock-met = heeft klok { $count } gehaald
case-log-clock-missed = heeft gezien dat klok { $count } is verstreken
case-log-clock-told = heeft gewaarschuwd wie voor klok { $count } zorgt dat die is verstreken
case-log-clock-escalated = heeft klok { $count } aan de volgende doorgegeven (trede { $rung })
case-log-clock-dropped = heeft klok { $count } laten vallen
case-log-promised = heeft het publiek nieuws beloofd (uiterlijk: { $when })
case-log-declared-awareness = heeft verklaard sinds wanneer het bekend is: { $what }, { $when }
case-log-declared-publication = heeft verklaard wanneer het voor het eerst is gepubliceerd: { $what }, { $when }
case-log-declared-demand = heeft verklaard wanneer de eis binnenkwam: { $what }, { $when }
case-log-declared-unknown = { $what } (hier is geen wettelijke termijn bekend: vraag uw advocaat)
case-log-fact-stated = heeft feit { $count } op het bord gezet: { $what }
case-log-fact-moved = heeft feit { $count } op het bord verzet, nu: { $what }
case-log-fact-retracted = heeft feit { $count } teruggenomen
case-log-task-opened = heeft taak { $count } van het plan geopend: { $what }
case-log-task-added = heeft taak { $count } toegevoegd
case-log-task-due = { $what } (termijn: { $when })
case-log-task-handed-over = heeft taak { $count } overgedragen
case-log-task-done = heeft taak { $count } gedaan
case-log-task-set-aside = heeft taak { $count } terzijde gelegd
case-log-task-reopened = heeft taak { $count } heropend
case-log-noted = heeft notitie { $count } geschreven, te zien voor { $what }
case-log-reported = heeft een getal gemeld: { $what }
case-log-told = heeft het "{ $what }" gezegd
case-log-told-text = heeft het "{ $what }" gezegd met tekst { $count }
case-log-drafted = heeft tekst { $count } opgesteld: { $form }, { $target }
case-log-drafted-correction = heeft tekst { $count } opgesteld, die tekst { $other } verbetert: { $form }, { $target }
case-log-revised = heeft tekst { $count } gewijzigd
case-log-checked-clean = heeft de woorden van tekst { $count } nagekeken en niets gevonden
case-log-checked-found = heeft de woorden van tekst { $count } nagekeken (redenen om te stoppen: { $stops }, om naar te kijken: { $warnings })
case-log-checked-not = heeft de woorden van tekst { $count } niet nagekeken: de taal is er geen die nagekeken wordt
case-log-submitted = heeft goedkeuring gevraagd voor tekst { $count }
case-log-submitted-despite = heeft goedkeuring gevraagd voor tekst { $count }, ondanks wat ertegen pleit
case-log-approved = heeft tekst { $count } goedgekeurd
case-log-declined = heeft tekst { $count } afgekeurd
case-log-released = heeft tekst { $count } vrijgegeven: ieder die gevraagd was heeft hem goedgekeurd
case-log-released-alone = heeft tekst { $count } alleen vrijgegeven, na het geheel te hebben herlezen
case-log-released-fallback = heeft tekst { $count } vrijgegeven als terugval van het plan, toen de tijd voor goedkeuring om was
case-log-outgrown = heeft opnieuw goedkeuring gevraagd voor tekst { $count }: het dossier is gegroeid en er zijn meer mensen nodig
case-log-outgrown-nobody = heeft tekst { $count } teruggehaald: het dossier is gegroeid en niemand mag hem zo vrijgeven
case-log-recalled = heeft tekst { $count } teruggehaald: feit { $fact } draagt hem niet meer
case-log-intended = heeft gevraagd tekst { $count } te verzenden (op zijn vroegst: { $when })
case-log-undone = heeft tekst { $count } tegengehouden voor hij werd verzonden
case-log-trying = is begonnen tekst { $count } te verzenden (poging { $try })
case-log-sent = heeft tekst { $count } verzonden
case-log-refused = heeft tekst { $count } niet kunnen verzenden: het doel weigerde hem
case-log-unknown = weet niet of tekst { $count } al buiten staat
case-log-resolved-there = heeft gekeken en tekst { $count } gevonden waar hij hoorde
case-log-resolved-not-there = heeft gekeken en tekst { $count } niet gevonden
case-log-shelved = heeft tekst { $count } weggelegd
case-log-passed-over = liet tekst { $count } naast tekst { $other } staan, die hij lijkt tegen te spreken, en zei waarom
case-log-mention-claimed = heeft een vermelding op zich genomen om te beantwoorden
case-log-mention-handed-over = heeft een vermelding overgedragen
case-log-mention-let-go = heeft een vermelding losgelaten
case-log-mention-against-rules = heeft een vermelding bij het platform gemeld: { $what }
case-log-mention-illegal = heeft een vermelding als onwettig aangegeven: { $what }
case-log-offered = heeft iemand een aanbod gedaan
case-log-offered-money = heeft iemand een aanbod van { $what } gedaan
case-log-freeze-begun = { PLURAL($count) ->
    [one] is begonnen stil te zetten wat gepland is op { $count } account
   *[other] is begonnen stil te zetten wat gepland is op { $count } accounts
    }
case-log-freeze-unmapped = { $what } (kanalen van niemand, met rust gelaten: { $count })
case-log-freeze-held = heeft een bericht stilgezet (gepland: { $when })
case-log-freeze-left = heeft een bericht met rust gelaten: { $what }
case-log-freeze-gone = heeft een bericht gevonden dat er al uit was
case-log-freeze-failed = heeft een bericht nog niet kunnen stilzetten (pogingen: { $count })
case-log-freeze-confirmed = heeft bevestigd dat niets geplands eruit gaat (stilgezet: { $held }, met rust gelaten: { $left }, al eruit: { $gone })
case-log-freeze-clashes = heeft gezien dat een stilgezet bericht met het dossier botst
case-log-freeze-thawed = heeft over een stilgezet bericht beslist: { $what }
case-log-freeze-lifted = heeft de stilzetting opgeheven: nieuwe berichten gaan er weer uit
case-log-freeze-undone = heeft de stilzetting ongedaan gemaakt: wat niet over tijd is, gaat eruit zoals gepland
case-log-measure-taken = heeft maatregel { $count } genomen
case-log-measure-promised = heeft iemand maatregel { $count } beloofd
case-log-measure-turned = heeft maatregel { $count } getoetst: { $what }
case-log-measure-held = heeft maatregel { $count } afgesloten: de toets hield stand
case-log-measure-done = heeft gezegd dat maatregel { $count } gedaan is
case-log-measure-set-aside = heeft maatregel { $count } terzijde gelegd
case-log-guard = heeft grens { $count } gesteld
case-log-guard-passed = heeft { $value } geteld: grens { $count } is overschreden
case-log-guard-cleared = heeft { $value } geteld: grens { $count } wordt weer gehaald
case-log-lesson-answered = heeft een vraag van de terugblik beantwoord
case-log-lesson-drawn = heeft les { $count } getrokken
case-log-lesson-merged = heeft les { $count } in het plan opgenomen (versie { $plan })
case-log-lesson-tested = heeft les { $count } in een oefening beproefd
case-log-lesson-shelved = heeft les { $count } terzijde gelegd
case-standing-met = houdt stand
case-standing-holding = houdt tot nu toe stand
case-standing-off = houdt geen stand
case-standing-failed = hield niet op tijd stand
case-standing-word = wacht op iemands woord
case-standing-too-early = onbekend: er is nog geen hele dag voorbij
case-standing-not-listened = onbekend: een bron was toen doof
case-standing-too-few = onbekend: te weinig vermeldingen om het te zeggen
case-standing-not-observed = onbekend: het wordt hier nergens geteld
case-ask-went-well = Wat ging goed, en moet weer zo?
case-ask-missing = Wat ontbrak er?
case-ask-earlier = Wat had het eerder laten zien?
case-ask-otherwise = Wat zou u anders doen?
case-refusal-not-open = Het dossier is niet open. Open het eerst.
case-refusal-over = Het dossier is afgelopen. Neem het eerst weer op.
case-refusal-person = Dit doet een mens, nooit Vigie. Meld u aan en doe het zelf.
case-refusal-house = Dit doet Vigie zelf. U hoeft niets te doen.
case-refusal-role = Uw rol in deze organisatie mag dit niet. Vraag het iemand met een rol die het wel mag.
case-refusal-reader = Diegene mag hier lezen en niet aan dossiers werken. Kies iemand die dat mag, of wijzig de rol in het team.
case-refusal-lead = Alleen wie het dossier leidt doet dit. Vraag diegene het te doen.
case-refusal-missing = Dit dossier heeft zoiets niet onder nummer { $count }. Bekijk het dossier opnieuw.
case-refusal-missing-task = Dit dossier heeft geen taak { $count }. Bekijk de takenlijst opnieuw.
case-refusal-missing-open-task = Taak { $count } is niet open. Heropen die eerst, of kies een andere.
case-refusal-missing-fact = Dit dossier heeft geen feit { $count }. Zet het eerst op het bord, of kies een ander.
case-refusal-missing-clock = Dit dossier heeft geen klok { $count }. Bekijk de klokken opnieuw.
case-refusal-missing-incident = Dit dossier heeft geen voorval { $count } van deze soort. Kies er een uit de lijst, of geef een nieuw op.
case-refusal-missing-draft = Dit dossier heeft geen tekst { $count }. Bekijk de teksten opnieuw.
case-refusal-missing-measure = Dit dossier heeft geen maatregel { $count }. Bekijk de maatregelen opnieuw.
case-refusal-missing-lesson = Dit dossier heeft geen les { $count }. Bekijk de lessen opnieuw.
case-refusal-missing-record = Dit dossier heeft geen gebeurtenis { $count }. Kies er een uit het tijdsverloop.
case-refusal-not-in-plan = Het plan heeft niets met die naam. Kies uit het plan, of voeg het daar toe.
case-refusal-not-in-plan-stakeholder = Het plan heeft geen belanghebbende met die naam. Kies er een uit het plan, of voeg die daar toe.
case-refusal-not-in-plan-reply = Het plan heeft geen antwoord met die naam. Kies er een uit het plan, of schrijf de tekst zelf.
case-refusal-not-in-plan-role = Het plan heeft geen rol met die naam. Kies er een uit het plan, of voeg die daar toe.
case-refusal-not-in-plan-scenario = Het plan heeft geen scenario met die naam. Kies er een uit het plan, of ga zonder verder.
case-refusal-ladder = Er gaat geen stap van "{ $from }" naar "{ $to }". Kies een andere stap.
case-refusal-why = Hier is een reden voor nodig. Zeg waarom.
case-refusal-open-tasks = { PLURAL($count) ->
    [one] { $count } taak is open. Doe die eerst, of leg die terzijde.
   *[other] { $count } taken zijn open. Doe ze eerst, of leg ze terzijde.
    }
case-refusal-legal-term = De wettelijke termijn { $what } loopt. Zeg dat die gehaald is, of waarom die niet gevraagd wordt.
case-refusal-under-way = Tekst { $count } is onderweg, of niemand weet of hij buiten staat. Kijk daar eerst naar.
case-refusal-never-pauses = Deze klok staat nooit stil. Haal hem, of zeg waarom hij niet meer gevraagd wordt.
case-refusal-time = Dat moment ligt aan de verkeerde kant van nu. Wat gebeurd is ligt achter ons, wat gepland is voor ons: kies een ander.
case-refusal-start = De termijn van dit onderwerp loopt vanaf iets anders. Zeg dit: { $what }.
case-refusal-proof = Dat een wettelijke termijn gehaald is, moet te zien zijn. Zeg hoe u het weet, of voeg toe wat het bewijst.
case-refusal-source = Hier is een bron voor nodig die meer is dan een conclusie. Voeg een bron of een bewijs toe.
case-refusal-retracted = Dat feit is teruggenomen. Zet het als nieuw feit op het bord.
case-refusal-stale = De tekst, het doel of het account is niet meer wat u hebt gezien. Bekijk het opnieuw.
case-refusal-stage = Tekst { $count } is niet op dat punt. Kijk hoe ver hij is, en wat daar kan.
case-refusal-weak-facts = De tekst steunt op feiten die niet bekend, niet als waarschijnlijk gezegd of teruggenomen zijn: { $what }. Verbeter de feiten of de tekst.
case-refusal-unchecked = De controle van de woorden heeft deze tekst nog niet gelezen. Wacht even en probeer het opnieuw.
case-refusal-stopped = { PLURAL($count) ->
    [one] De controle vond { $count } reden om te stoppen. Verbeter het, of zeg waarom de tekst toch gaat.
   *[other] De controle vond { $count } redenen om te stoppen. Verbeter ze, of zeg waarom de tekst toch gaat.
    }
case-refusal-mixed = De houding is in strijd met andere teksten: { $what }. Verander die, of zeg waarom de tekst toch gaat.
case-refusal-long = De tekst heeft { $count } tekens, en daar passen er { $most }. Maak hem korter.
case-refusal-blank = De tekst is leeg, of heeft een open plek die niet is ingevuld. Vul die in.
case-refusal-account = Dat account is niet van dit merk. Kies een account van het merk.
case-refusal-to-all = Een antwoord gaat onder een vermelding, per mail of in een gesprek. Wat iedereen te horen krijgt is een verklaring: kies die, of een ander doel.
case-refusal-corrects = Een verbetering noemt een tekst die is verzonden. Kies zo’n tekst.
case-refusal-no-rule = Het plan noemt niemand die dit vrijgeeft. Voeg een goedkeuring toe aan het plan.
case-refusal-no-login = Volgens het plan is dit voor { $what }, en niemand van hen heeft een toegang. Nodig hen uit op de pagina Team, of noem iemand anders in het plan; tot dan geeft alleen de terugval, als er een genoemd is die een toegang heeft, een antwoord vrij dat vooraf is goedgekeurd.
case-refusal-author = Het plan laat anderen dit schrijven. Geef de tekst aan een van hen.
case-refusal-own = Wie een tekst schreef, keurt hem niet goed. Vraag het een ander die dat mag.
case-refusal-not-asked = U bent niet een van hen aan wie dit wordt gevraagd, of nog niet. Bij de tekst staat wie aan de beurt is.
case-refusal-already = U hebt dit al goedgekeurd. Als het nog wacht, worden anderen nog gevraagd.
case-refusal-not-alone = Alleen wie alleen werkt, of een dagelijks antwoord schreef waarin de controle niets vond, geeft alleen vrij. Vraag om goedkeuring.
case-refusal-not-yet = Het is nog te vroeg: niet voor { $when }. Kom dan terug.
case-refusal-no-fallback = Het plan noemt geen tijd waarna de terugval mag. Vraag wie goedkeurt, of voeg "within" en "fallback" toe aan het plan.
case-refusal-not-prepared = De terugval geeft alleen vrij wat het plan al had goedgekeurd, ongewijzigd en niet verlopen. Neem zo’n antwoord, of vraag om goedkeuring.
case-refusal-mandate = Het mandaat van het bureau laat u dit op dit uur niet doen. Bel de klant.
case-refusal-too-late = Te laat: de tekst wordt verzonden of is al weg. Klopt hij niet, schrijf dan een verbetering.
case-refusal-attempt = Dat is niet de poging die nu loopt. Bekijk de tekst opnieuw.
case-refusal-may-be-out = Tekst { $count } is verzonden en niet gevonden, en kan nog opduiken. Verzend hem zoals hij is, of leg hem weg en schrijf een andere.
case-refusal-held-by = Een ander beantwoordt deze vermelding. Vraag om overdracht, of vraag het aan wie het dossier leidt.
case-refusal-elsewhere = Deze vermelding wordt elders beantwoord, in een dossier of daarbuiten: kijk daar eerst.
case-refusal-claim-first = Niemand beantwoordt deze vermelding nog. Neem ze eerst op u.
case-refusal-answered = Tekst { $count } beantwoordt deze vermelding al. Leg een van beide weg, of verbeter de tekst die is verzonden.
case-refusal-amount = Een aanbod is niets of meer waard. Geef een bedrag dat niet onder nul ligt.
case-refusal-exit = Deze uitgang is niet voor u. Vraag het iemand met een rol die het mag.
case-refusal-exit-platform = Melden bij het platform is voor de eigenaar of wie de sociale media beheert. Vraag het een van hen.
case-refusal-exit-legal = Onwettige inhoud aangeven is voor de juridisch adviseur, of de terugval die het plan noemt. Vraag het een van hen.
case-refusal-exit-legal-nobody = Onwettige inhoud aangeven is voor de juridisch adviseur, en het plan noemt er geen. Nodig iemand uit als juridisch adviseur op de pagina Team, of noem een terugval in het plan.
case-refusal-exit-no-login = Volgens het plan is onwettige inhoud aangeven voor { $what }, en niemand van hen heeft een toegang. Nodig hen uit op de pagina Team, of noem in het plan een terugval die er een heeft.
case-refusal-no-freeze = Er is niets stilgezet. Zet de marketing eerst stil.
case-refusal-fenced = Er is nu een latere stilzetting. Lees de lijst opnieuw.
case-refusal-unaccounted = { PLURAL($count) ->
    [one] Van { $count } bericht is nog niet bekend hoe het ermee staat. Wacht, of kijk in het hulpmiddel.
   *[other] Van { $count } berichten is nog niet bekend hoe het ermee staat. Wacht, of kijk in het hulpmiddel.
    }
case-refusal-not-held = Dat bericht is niet stilgezet. Bekijk de lijst opnieuw.
case-refusal-frozen = De stilzetting geldt nog. Hef die eerst op.
case-refusal-burst = Een ander bericht van dat account gaat er binnen tien minuten vandaan uit. Kies een ander tijdstip.
case-refusal-open-measures = { PLURAL($count) ->
    [one] { $count } maatregel is nog niet klaar. Wacht op de toets, of leg die eerst terzijde.
   *[other] { $count } maatregelen zijn nog niet klaar. Wacht op de toetsen, of leg ze eerst terzijde.
    }
case-refusal-goal = Een toets vraagt minstens één dag, en een getal dat haalbaar is. Kies andere.
case-refusal-tested = De cijfers zeggen of het werkte. Wacht daarop, of leg de maatregel terzijde.
case-word-form-holding = eerste verklaring
case-word-form-statement = verklaring aan iedereen
case-word-form-update = vervolg met wat er nieuw is
case-word-form-reply = antwoord aan één enkel persoon
case-word-target-mention = onder een vermelding
case-word-target-post = als eigen bericht: { $what }
case-word-target-mail = in een brief per mail
case-word-target-conversation = in gesprek { $count } van een klacht
case-word-target-updates-page = op de openbare nieuwspagina
case-word-target-by-hand = met de hand gekopieerd: { $what }
case-word-stage-writing = wordt geschreven
case-word-stage-submitted = wacht op goedkeuring sinds { $when }
case-word-stage-declined = afgekeurd: te wijzigen
case-word-stage-released = vrijgegeven: mag verzonden worden
case-word-stage-intended = te verzenden, tegen te houden tot { $when }
case-word-stage-trying = wordt verzonden (poging { $count })
case-word-stage-unknown = niemand weet of hij buiten staat (poging { $count })
case-word-stage-refused = niet verzonden (poging { $count }): kan nog eens
case-word-stage-sent = verzonden: { $when }
case-word-stage-shelved = weggelegd
case-word-fact-known = zeker bekend
case-word-fact-probable = waarschijnlijk
case-word-fact-unknown = open vraag
case-word-fact-cannot-say = kan niet gezegd worden
case-word-loudness-nothing = nog niets in het openbaar
case-word-loudness-answer = een antwoord waar het gezegd is
case-word-loudness-statement = een verklaring waar het gezegd is
case-word-loudness-everywhere = overal waar wij spreken
case-word-guideline-inform-first = Eerst instructies (wat te doen om veilig te blijven), dan uitleg die helpt (wat er is gebeurd, dat het ons raakt): altijd, voor elk woord over verantwoordelijkheid.
case-word-guideline-victim-inform = Slachtoffercluster, geen voorgeschiedenis, goede naam: instructies en uitleg kunnen genoeg zijn.
case-word-guideline-victim-with-history = Slachtoffercluster met een voorgeschiedenis of een slechte naam: verkleinen.
case-word-guideline-accident-diminish = Ongevalcluster, geen voorgeschiedenis, neutrale of goede naam: verkleinen.
case-word-guideline-accident-with-history = Ongevalcluster met een voorgeschiedenis of een slechte naam: herstellen.
case-word-guideline-preventable-rebuild = Cluster "te voorkomen": herstellen, ongeacht voorgeschiedenis en naam.
case-word-guideline-unfounded-deny = Geruchten, en beschuldigingen zonder grond: ontkennen, als het kan. Meng ontkennen nooit met verkleinen of herstellen.
case-word-visibility-internal = het team
case-word-visibility-client = het team en de klant
case-word-visibility-legal = de eigenaar, wie het dossier leidt en de juridisch adviseur
case-word-left-allowed = het plan laat deze soort doorgaan
case-word-left-foreign = het kanaal is van een andere organisatie
case-word-left-unmapped = het kanaal is aan niemand gekoppeld
case-word-thaw-reschedule = gaat op een ander moment eruit ({ $when })
case-word-thaw-rewrite = wordt opnieuw geschreven
case-word-thaw-withdraw = wordt niet gepubliceerd, blijft in de lijst
case-word-thaw-as-it-was = gaat eruit op het geplande moment
case-word-matter-data-breach = datalek, te melden bij de toezichthouder
case-word-matter-data-breach-people = datalek met groot risico, te melden aan de mensen zelf
case-word-matter-press-offence = laster of belediging in het openbaar
case-word-matter-press-offence-aggravated = laster of belediging om wat iemand is (afkomst, geloof, geslacht, geaardheid, beperking)
case-word-matter-right-of-reply = recht van antwoord dat wij eisen
case-word-matter-right-of-reply-owed = recht van antwoord dat van ons geëist wordt
case-word-matter-unsafe-food = onveilig voedsel op de markt
case-word-matter-unsafe-product = gevaarlijk product op de markt
case-word-start-awareness = sinds wanneer u het weet
case-word-start-publication = wanneer het voor het eerst is gepubliceerd
case-word-start-demand = wanneer de eis binnenkwam
case-word-platform-violence = dreiging of oproep tot geweld
case-word-platform-hatred = haat tegen een groep
case-word-platform-harassment = pesten van een persoon
case-word-platform-personal-data = iemands persoonsgegevens
case-word-platform-not-genuine = niet echt, of betaald
case-word-platform-spam = reclame, of steeds hetzelfde
case-word-platform-impersonation = doet zich voor als een ander
case-word-ground-defamation = laster of smaad
case-word-ground-insult = een belediging
case-word-ground-threat = bedreiging
case-word-ground-hatred = haat of discriminatie
case-word-ground-privacy = iemands privacy of persoonlijke gegevens
case-word-ground-counterfeit = werk of merk van een ander
case-word-ground-other = een andere wet, genoemd in de reden
case-triage-hurt = Kan iemand letsel oplopen?
case-triage-cause = Waar gaat het over?
case-triage-cause-unknown = dat weten we nog niet
case-triage-responsibility = Wiens schuld is het, zoals mensen het zien?
case-triage-history = Is het eerder gebeurd, of was onze naam al slecht?
case-triage-vivid = Is er een filmpje of een foto die wordt doorgestuurd?
case-triage-who = Wie praat erover?
case-triage-known-no = nee, niet
case-triage-known-unknown = nog niet bekend
case-triage-known-yes = ja, wel
case-triage-responsibility-unknown = niemand weet het nog
case-triage-responsibility-untrue = het is niet zo, en wij kunnen het laten zien
case-triage-responsibility-victim = het is ons ook overkomen
case-triage-responsibility-accidental = wij hebben het gedaan, en niet met opzet
case-triage-responsibility-preventable = wij hadden het kunnen voorkomen, of wilden het zo
case-triage-who-one = één mens
case-triage-who-some = een paar mensen
case-triage-who-many = veel mensen
case-triage-who-press = de pers, of iemand die heel veel mensen volgen
## The communication policy: what the public reads, and what the team publishes
policy-title = Communicatiebeleid van { $what }
policy-only-in = De tekst van het huis is in het { $what }.
policy-where = Waar u het ons kunt vertellen
policy-channel = Schrijf { $what } onder vier ogen
policy-channel-hint = Een pagina open voor iedereen, zonder account; er wordt niets van gepubliceerd.
policy-who = Wie antwoordt, en wanneer
policy-within = U hebt antwoord binnen { $stretch }.
policy-do = Wat we doen
policy-never = Wat we nooit doen
policy-changed = Laatst gewijzigd: { $when }.
policy-settings = Communicatiebeleid
policy-index = Een openbare pagina: waar men klaagt, wie antwoordt en wanneer, wat u nooit doet
policy-settings-lead = Een pagina voor iedereen, gemaakt uit uw plan: waar men klaagt, wie antwoordt en wanneer, wat u doet en nooit doet. Ze is dicht tot u haar publiceert, en blijft zoals ze is als het plan verandert, tot u opnieuw publiceert.
policy-closed = Er is niets gepubliceerd.
policy-same = Gepubliceerd: de pagina zegt wat het plan zegt.
policy-differs = Gepubliceerd, maar het plan zegt nu iets anders dan de pagina.
policy-no-channel = Voor dit merk is geen privékanaal open: de pagina kan naar geen formulier verwijzen.
policy-changes = Wat er voor het publiek zou veranderen
policy-preview = Wat het plan het publiek zegt
policy-write = Schrijf het in het plan
policy-nothing = Het plan zegt het publiek nog niets: er is niets te publiceren.
policy-address-hint = Kleine letters, cijfers en koppeltekens.
policy-publish = Publiceer wat hier staat
policy-withdraw = Haal de pagina weg
policy-withdraw-hint = Het adres toont dan niets meer. Wat gepubliceerd was, blijft bewaard.
policy-log = Tot nu toe gepubliceerd
policy-said-published = Gepubliceerd: iedereen kan het nu lezen.
policy-said-withdrawn = De pagina is weg.
policy-wrong-own = Alleen een merk van uzelf heeft een beleid.
policy-wrong-blank = Niets vult de open plek “{ $what }” in: hij zou zo gepubliceerd worden. Er is niets gepubliceerd.
policy-wrong-nowhere = Het zou niemand vertellen waar een klacht heen kan: open het privékanaal, of noem een plaats in het plan. Er is niets gepubliceerd.
policy-wrong-invented = “{ $what }” is het adres van het voorbeeld, niet het uwe: zet het uwe in het plan. Er is niets gepubliceerd.
policy-wrong-changed = Het plan is veranderd sinds u deze pagina opende. Lees het hieronder opnieuw; er is niets gepubliceerd.

## The training of staff by their link
training-title = Een korte training
training-lead = Vragen uit ons eigen plan ({ $count }), in drie delen: een risico zien, goed reageren, goed communiceren. Zonder account en zonder cijfers: elk antwoord wordt meteen uitgelegd.
training-open = Oefen het in vijf minuten
training-at = Vraag { $at } van { $count }
training-spot = Een risico zien
training-respond = Goed reageren
training-speak = Goed communiceren
training-ask-sign = U merkt: { $what } – een teken waarvan?
training-ask-tell = U ziet of hoort iets over ons dat u zorgen baart. Aan wie vertelt u het?
training-ask-rule = Welke van deze is een regel van ons?
training-ask-journalist = Een journalist belt. Wie antwoordt?
training-ask-post = U ziet een boos bericht over ons. Wie antwoordt erop?
training-ask-safety = Het gebeurt: { $what }. Wat moeten mensen het eerst horen?
training-ask-complain = Iemand wil klagen. Waar stuurt u die heen?
training-ask-within = Hoe snel heeft wie klaagt een antwoord?
training-ask-first = In een crisis, hoe snel zeggen we in het openbaar onze eerste woorden?
training-reflex-nothing = Van niets: het waait wel over
training-reflex-nobody = Niemand, tot ik het zeker weet
training-reflex-friends = Mijn vrienden, in een app
training-reflex-myself = Ik, zo goed als ik kan
training-reflex-hang-up = Niemand: ik hang op
training-reflex-own-account = Ik, van mijn eigen account
training-reflex-delete = Niemand: we laten het verwijderen
training-reflex-rule-answer = Meteen antwoorden, ieder van het eigen account.
training-reflex-rule-delete = Alles laten verwijderen wat ons schaadt.
training-reflex-rule-guess = Zeggen wat er waarschijnlijk gebeurd is, dan hebben mensen antwoord.
training-reflex-rule-stars = Zelf goede beoordelingen schrijven, om het goed te maken.
training-reflex-fault = Wiens schuld het was
training-reflex-reassure = Dat het niet ernstig kan zijn
training-reflex-network = Naar de sociale media, voor ieders ogen
training-reflex-nowhere = Nergens: we nemen geen klachten aan
training-answer = Antwoorden
training-choose = Kies eerst een antwoord.
training-right = Ja, dat zegt ons plan.
training-wrong = Nee. Ons plan zegt: { $what }
training-because = In de woorden van het plan
training-next = Volgende vraag
training-end = Naar het einde
training-done = Dat was het
training-score = { $correct } van { $count } beantwoord zoals het plan het zegt.
training-who = Wie u bent
training-who-other = iemand anders, of zonder het te zeggen
training-who-hint = Het team ziet dat iemand het gedaan heeft en wanneer; uw naam alleen als u die in de lijst kiest. Die kan altijd gewist worden.
training-name = Voornaam, als u wilt
training-name-hint = Het team ziet dat iemand het gedaan heeft en wanneer; uw naam alleen als u die geeft. Die kan altijd gewist worden.
training-tell = Vertel het het team
training-told = Dank u: het team weet dat u geoefend hebt.
training-full = Velen waren net klaar, dus deze is niet geteld. Probeer het over een uur opnieuw.
training-again = Nog eens, met andere vragen
training-changed = Het plan is intussen veranderd: dit zijn de vragen van nu.
training-none = Het plan zegt het personeel nog niet genoeg voor een training.
training-back = Hoe u doet
training-list = Wie geoefend heeft
training-nobody = Nog niemand: de link hierboven opent ook de training.
training-unnamed = Zonder naam
training-erase = Wissen

## ISO 22361: what of it a plan shows
iso-title = ISO 22361 in dit plan
iso-lead = Wat het plan van ISO 22361:2022 (crisismanagement, richtlijnen) laat zien, en waarmee. Dit is onze eigen lezing van de principes, het proces en de hoofdstukken naar hun titels; het is geen certificering, en de norm vraagt meer dan een plan kan laten zien.
iso-half = Het plan kan niet in zijn geheel gelezen worden, en de helft mag niet voor het geheel doorgaan.
iso-count = { $met } gedekt, { $partly } deels, { $missing } ontbreken.
iso-principle = Principes
iso-process = Proces
iso-clause = Wat een eigen hoofdstuk heeft
iso-met = gedekt
iso-partly = deels
iso-missing = ontbreekt
iso-governance = Bestuur
iso-strategy = Strategie
iso-risk = Risico
iso-decision = Besluitvorming
iso-communication = Communicatie
iso-ethics = Ethiek
iso-learning = Leren
iso-anticipation = Anticiperen
iso-assessment = Beoordelen
iso-prevention = Voorkomen en beperken
iso-preparedness = Voorbereiding
iso-response = Respons
iso-recovery = Herstel
iso-improvement = Voortdurende verbetering
iso-leadership = Leiding in een crisis
iso-strategic-decision = Strategische besluiten
iso-crisis-communication = Crisiscommunicatie
iso-training = Oefenen, toetsen en leren
iso-has-lead = Iemand heeft de leiding
iso-has-team = Elke rol die een team nodig heeft, heeft iemand
iso-has-deputies = Iedereen heeft een vervanger
iso-has-responsible = Elke actie heeft precies één verantwoordelijke
iso-has-reachable = Wie genoemd wordt, is bereikbaar
iso-has-approval = Er staat wie een tekst vrijgeeft
iso-has-liveness = Op elk uur kan iemand vrijgeven
iso-has-escalation = Er staat wie het hoort als het erger wordt
iso-has-objectives = Doelen, elk met een strategie
iso-has-halves = Voorkomen en herstellen
iso-has-risks = Risico’s zijn genoemd
iso-has-rated = Hoe waarschijnlijk en hoe erg elk risico is
iso-has-heard = Naar elk risico wordt geluisterd
iso-has-scenarios = Elk risico heeft een scenario
iso-has-signs = Elk scenario zegt waaraan men het herkent
iso-has-recurring = Er wordt geregeld iets gedaan voor er iets gebeurt
iso-has-first-assessment = Een klok voor de eerste beoordeling
iso-has-assembled = Een klok om het team bijeen te krijgen
iso-has-moves = Elk scenario heeft zijn stappen
iso-has-freeze = Wat stilgezet wordt, en wat toch doorgaat
iso-has-holding = Elk scenario heeft eerste woorden in elke taal
iso-has-alternatives = En andere om uit te kiezen
iso-has-languages = Iemand spreekt elke taal van het merk
iso-has-approved = De teksten zijn vooraf goedgekeurd
iso-has-updates = Een klok voor het volgende nieuws
iso-has-postures = Elk scenario zegt hoe verantwoordelijkheid genomen wordt
iso-has-stakeholders = Belanghebbenden horen het, van wie en wat
iso-has-policy = Het publiek weet waar het kan klagen
iso-has-never = En wat nooit gedaan wordt
iso-has-conduct = Het personeel weet wat het moet doen en laten
iso-has-safety = Waar mensen gevaar lopen, horen ze hoe ze veilig blijven
iso-has-full-statement = Een klok voor de volledige verklaring
iso-has-after = Elk scenario heeft woorden voor daarna
iso-has-measures = Een dag later of meer wordt er ook nog iets gedaan
iso-has-tests = Elk scenario wordt getoetst
iso-has-repeated = De proeven worden herhaald

## The card: lines to write on. The plan as a file
card-blank-name = wie spreekt
card-blank-time = tijd
card-blank-next = volgend nieuws
card-blank-place = plaats
card-blank-product = product
card-blank-fact = wat we weten
card-blank-signature = naam en functie
import-title = Het plan als bestand
import-out = Haal het eruit
import-out-lead = De hele tekst met zijn opmerkingen, om elders te bewaren of in uw eigen editor te schrijven.
import-in = Breng er een in
import-in-lead = Het wordt gecontroleerd, en u ziet wat het verandert voor er iets bewaard wordt. Wat nu geldt, blijft in de lijst van versies.
import-file = Het bestand (TOML)
import-look = Zien wat het verandert
import-changes = Wat het verandert
import-same = Het zegt wat het plan al zegt.
import-keep = Bewaar het als volgende versie
import-unreadable = Dit is geen leesbaar plan, dus het kan niet bewaard worden. Hieronder staat waar het misgaat.
import-empty = Er is geen bestand gekozen. Er is niets veranderd.
import-large = Het bestand is groter dan een plan kan zijn ({ $what } bytes). Er is niets bewaard, en het plan dat geldt is zoals het was. Verdeel het in een basisplan en verschillen.
import-no-text = Het bestand is geen tekst (UTF-8). Er is niets veranderd.

import-cacao = Een scenario voor andere hulpmiddelen (CACAO 2.0)
import-cacao-lead = De stappen na elkaar, elk met wie verantwoordelijk is. Vervangers, tijden, antwoorden, tekens één voor één, nummers en adressen blijven hier.
## Geplande berichten

market-title = Geplande berichten
market-index = De accounts die publiceren, wat wacht, wat tijdens een crisis wordt tegengehouden
market-lead = Tijdens een crisis gaat er niets uit van deze accounts, behalve wat uw plan doorlaat. Daarna wordt elk bericht een voor een besloten: niets gaat vanzelf weg, en niets in een golf.
market-done = Gedaan.
market-figure-held = Tegengehouden
market-figure-goes = Gaan uit
market-figure-left = Gaan uit ondanks de bevriezing
market-figure-out = Weg
market-accounts = Accounts
market-accounts-none = Er is geen account gekoppeld.
market-free = vrij: geen zaak houdt het tegen
market-frozen = bevroren door zaak { $case } sinds { $when }
market-refused = Antwoordt niet zoals het moet:
market-taken = Dit account is al bezet. Er is niets veranderd.
market-holds = Een zaak houdt daar berichten tegen. Beslis eerst over elk ervan – laten gaan of niet publiceren – en laat het account dan los: anders blijven ze voor altijd tegengehouden. Er is niets veranderd.
market-check = Controleren
market-let-go = Niet meer gebruiken
market-let-go-hint = Het token wordt vergeten, en wat er nog uit moest wordt tegengehouden. Wat gepubliceerd is, verandert niet.
market-gone-account = een account dat niet meer gekoppeld is
market-held = Te besluiten
market-goes = Wat uitgaat
market-over = Voorbij
market-none = Er is niets gepland.
market-more = Alleen de eerste 300 staan hier; de opdrachtregel en de API geven ze allemaal.
market-queued = gepland
market-holding = wordt tegengehouden: kan nog uitgaan
market-is-held = tegengehouden
market-draft = opnieuw te schrijven
market-sending = wordt verstuurd
market-sent = gepubliceerd
market-unknown = misschien gepubliceerd: Vigie zoekt het op
market-failed = kon niet worden verstuurd
market-withdrawn = wordt niet gepubliceerd
market-gone = niet meer in de rij van de server
market-alone = in zijn tool met rust gelaten: het kanaal is hier van niemand
market-due = gepland voor { $when }
market-at-server = in de rij van zijn server
market-left = gaat uit ondanks de bevriezing
market-see = Het bericht bekijken
market-as-it-was = Publiceren zoals gepland
market-rewrite = Opnieuw schrijven
market-withdraw = Niet publiceren
market-reschedule = Op dat moment publiceren
market-at = Datum en tijd
market-change = Wijzigen
market-new = Een bericht plannen
market-account = Vanaf het account
market-text = Tekst
market-language = Taal
market-kind = Soort
market-kind-do = De soort bewaren
market-kind-hint = Een soort die het plan tijdens een bevriezing doorlaat: veiligheid, terugroepen, openingstijden. Leeg voor de rest.
market-do = Plannen
market-connect = Een account koppelen
market-connect-hint = Een Mastodon-account, of een van een server die hetzelfde spreekt. Een account hoort bij één klant van dit huis.
market-server = Server
market-token = Toegangstoken
market-token-hint = In de voorkeuren van het account, Ontwikkeling, nieuwe toepassing, met recht om te lezen en te schrijven. Het wordt nooit meer getoond.
market-name = Naam hier
market-connect-do = Koppelen
market-hook = Een andere tool koppelen met een webhook
market-hook-hint = Voor een tool die Vigie zelf niet kan tegenhouden. In een crisis krijgt die campaign.pause, daarna campaign.resume, ondertekend (Standard Webhooks). Hij geldt pas als tegengehouden als hij in JSON antwoordt: paused: true.
market-hook-address = Adres van de webhook
market-hook-secret = Geheim dat ondertekent
market-hook-secret-hint = whsec_ en 24 tot 64 bytes in base64, hetzelfde in de tool. Het wordt nooit meer getoond.
market-told = kreeg { $what } op { $when }; antwoord: { $answer }
market-empty = Het bericht heeft geen tekst. Er is niets veranderd.
market-long = Te lang: { $long } tekens, en die server accepteert er { $most }. Een link telt altijd hetzelfde.
market-past = Die tijd is voorbij, of te dichtbij. Kies een latere.
market-no-language = Dat is geen taal: schrijf een code zoals nl.
market-kind-long = De naam van de soort heeft meer dan 60 tekens.
market-frozen-still = Een zaak houdt dit account nog tegen: hef eerst de bevriezing op, of schrijf het opnieuw, of publiceer het niet.
market-burst = Een ander bericht van dit account gaat binnen tien minuten daarvan uit: kies een andere tijd.
market-changed = Iemand heeft het intussen gewijzigd. Bekijk het opnieuw: hier is niets veranderd.
market-plain-http = Deze pagina’s worden buiten deze machine zonder https geserveerd: van hieruit wordt niets gepubliceerd.
market-media = { PLURAL($count) ->
    [one] { $count } beeld of zo
   *[other] { $count } beelden en zo
}
market-clash = botst met de zaak: { $words }
market-elsewhere = Tekst en datum van dit bericht worden in zijn gereedschap gekozen: geef het daar zijn datum, en laat het dan gaan zoals gepland.
market-calendar = Zijn agenda openen
market-unmapped = { PLURAL($count) ->
    [one] { $count } kanaal van uw gereedschap hoort bij niemand: het wordt nooit aangeraakt
   *[other] { $count } kanalen van uw gereedschap horen bij niemand: ze worden nooit aangeraakt
}
tool-title = Planningsgereedschap
tool-lead = Eén sleutel opent de kanalen van veel klanten. Geef elk kanaal aan een merk: tijdens een crisis wordt tegengehouden wat daar wacht. Wat u met rust laat, wordt nooit aangeraakt.
tool-taken = Dit kanaal is al bezet: iemand anders van dit huis gebruikt het. Er is niets veranderd.
tool-taken-by = bezet door iemand anders van dit huis
tool-nobody = met rust gelaten: nooit aangeraakt
tool-given = hoort bij { $brand }
tool-given-other = gekoppeld, zonder merk of bij een klant die u niet instelt
tool-tally = { $given } gekoppeld, { $alone } met rust gelaten
tool-disabled = uitgeschakeld in het gereedschap
tool-to = Geven aan
tool-alone = Met rust laten
tool-new-key = Nieuwe sleutel (leeg: de huidige)
tool-check = Zijn kanalen opnieuw lezen
tool-let-go-hint = Zijn sleutel wordt vergeten en zijn kanalen worden met rust gelaten. Wat in het gereedschap wacht, blijft daar zoals het is; wat daar wordt tegengehouden, blijft een concept.
tool-none = Er is geen gereedschap gekoppeld.
tool-connect = Een Postiz koppelen
tool-server = Adres van zijn interface
tool-server-hint = Op uw eigen server het adres met /api erachter; in zijn cloud https://api.postiz.com.
tool-key = Sleutel
tool-key-hint = In de instellingen van Postiz, Developers, Public API. Hij wordt nooit meer getoond.
tool-try = Proberen en koppelen

## Oefeningen
drill-done = Gedaan, voor de oefening.
drill-assembled = Iedereen die er is heeft geantwoord.
drill-over = Het is tot rust gekomen; we blijven kijken.
drill-dismissed = Bekeken: niemand is hier boos op ons.
drill-despite = Door twee mensen nagelezen: het gaat er zo uit.
drill-contradicted = Wat we sindsdien hoorden, spreekt het tegen.
drill-reply = Dank dat u het meldt. We zoeken het vandaag uit en antwoorden u hier morgen vóór twaalven. Praat u liever met ons, schrijf ons dan: een mens leest het.
drill-measure = Iedereen wiens vermelding we oppakten, heeft ons antwoord.
drill-title = Oefening: { $pack }
drill-line = { $what }: { $got } van { $of }
drill-percent = { $percent } van 100
drill-detected = Eerste signaal { $minutes } min na het eerste opvallende bericht.
drill-undetected = Er is geen signaal gegeven.
drill-minutes-left = { $minutes } min over
drill-minutes-late = { $minutes } min te laat
drill-minutes-after = na { $minutes } min
drill-held = ja
drill-not-held = nee
drill-item-detected = Op tijd gesignaleerd
drill-item-quiet = Niemand zonder reden gebeld
drill-item-shown = Het signaal zegt waar het over gaat
drill-item-step = Zo ernstig genomen als het is
drill-item-clocks = Termijnen gehaald
drill-item-roles = Rollen bezet
drill-item-wording = Teksten die de controle niet tegenhoudt
drill-item-contradictions = Teksten die geen eerdere tegenspreken
drill-item-actions = Acties van het plan op tijd gedaan
drill-item-answered = Vermeldingen opgepakt en beantwoord
drill-item-measures = Maatregelen die getoetst zijn
drill-item-claimed-once = Vermeldingen die één persoon op zich nam
drill-mark = OEFENING
drill-paused = de klok staat stil
drill-about = Over deze oefening
drill-leave = De oefening verlaten
drills-title = Oefeningen
drills-index = Een crisis spelen voor er een komt
drills-lead = Het team speelt een verzonnen crisis op de echte schermen. Een oefening heeft een eigen wereld: niets bereikt iemand daarbuiten.
drills-packs = Wat er te spelen is
drills-packs-lead = Kies er een en zeg dan wie wie speelt. De regels spelen de anderen: één persoon alleen kan ook spelen.
drills-played = Gespeeld
drills-none = Er is nog geen oefening gespeeld.
drills-who = Wie speelt wie
drills-who-hint = Elk lid heeft hoogstens één plaats. Een plaats die niemand heeft, wordt door regels gespeeld: ze leest teksten na, doet haar taken en wacht op u bij alles wat van u is.
drills-start = De oefening klaarzetten
drills-other = Een ander verhaal
drill-by-rules = gespeeld door regels
drill-pace = Tempo
drill-pace-hint = Hoeveel minuten van de oefening in één minuut voorbijgaan. Bij ×4 duurt een uur een kwartier. Het kan altijd worden veranderd.
drill-seed = Nummer van de trekking
drill-seed-hint = Hetzelfde nummer geeft dezelfde berichten: twee teams zijn te vergelijken.
drill-is-on = wordt gespeeld
drill-ended-finished = uitgespeeld
drill-ended-stopped = gestopt met de server; wat gespeeld is, is bewaard
drill-ended-broke = afgebroken door een fout; wat gespeeld is, is bewaard
drill-ended-lost = verloren: de server viel stil voordat er iets was bewaard
drill-before = de rustige dagen ervoor worden gespeeld; daarna komen de mensen binnen
drill-scoring = het is voorbij, de score wordt opgemaakt
drill-jumping = springt vooruit
drill-runs = de klok loopt op ×{ $pace }
drill-joined = { $who }, binnen sinds { $when }
drill-not-joined = { $who }, nog niet binnen
drill-member = nr. { $count } in de bestanden
drill-join = Binnenkomen
drill-join-hint = Opent de echte schermen van de oefening in deze browser. Uw gewone pagina’s blijven zoals ze zijn.
drill-lead = De klok
drill-resume = Laat de tijd lopen
drill-pause = Zet de klok stil
drill-jump = Naar wat er komt
drill-ahead = 10 minuten verder
drill-wait = Dit duurt zo lang als de machine nodig heeft, meestal minder dan een minuut.
drill-end = De oefening beëindigen
drill-end-hint = Iedereen gaat eruit en het verslag wordt gemaakt. De wereld van de oefening is dan weg.
drill-end-do = Nu beëindigen
drill-report = Verslag
drill-report-lead = Berekend uit de logboeken van de oefening, elke regel met wat het laat zien.
drill-cases = De zaken van de oefening
drill-case-review = de terugblik, zoals van een echte zaak
drill-case-folder = Het logboek als bestanden
drill-team = Wie speelt wie
drill-injects = Wat u inbrengt
drill-injects-none = Dit verhaal heeft verder niets om in te brengen.
drill-inject-call = een telefoontje
drill-inject-absent = iemand is er niet
drill-inject-fact = een feit
drill-inject-contradicts = een feit tegen het vorige
drill-left = over { $span }
drill-left-real = { $span } van uw tijd
drill-inject-late = { $span } te laat
drill-inject-due = om { $when }
drill-inject-in = ingebracht om { $when }
drill-inject-out = weggelaten om { $when }
drill-bring = Nu inbrengen
drill-skip = Weglaten
drill-injects-past = Al ingebracht of weggelaten ({ $count })
drill-work = Hoe het team het doet
drill-work-none = Er is nog geen dossier geopend.
drill-work-clocks = Termijnen gehaald: { $met } van { $of }
drill-work-tasks = Open taken: { $count }
drill-course-earlier = Eerder ({ $count })
drill-course = Wat er gebeurt
drill-course-none = Nog niets: alles is rustig.
drill-course-alert = Vigie sloeg alarm
drill-course-notice = Vigie gaf een signaal
drill-notes = Uw aantekeningen
drill-note = Wat u zag
drill-note-do = Opschrijven
drill-gone-over = Deze oefening is voorbij
drill-gone-over-hint = Wat u zojuist stuurde, is nergens bewaard en nergens heen gegaan. Het verslag staat bij de oefening.
drill-gone-not-here = Niet in een oefening
drill-gone-not-here-hint = Die kamer hoort bij de echte wereld: instellingen, mensen en wat naar buiten gaat zijn in een oefening niet open. Er is niets veranderd.
drill-gone-outside = U bent niet in deze oefening
drill-gone-outside-hint = Kom binnen via de pagina van de oefening, waar uw plaats is.
drill-back-in = Terug in de oefening
drills-story = { PLURAL($count) ->
    [one] { $count } uur verhaal
   *[other] { $count } uur verhaal
}
drills-people = { PLURAL($count) ->
    [one] { $count } persoon in het plan
   *[other] { $count } personen in het plan
}
drills-injects = { PLURAL($count) ->
    [one] { $count } telefoontje of feit van buiten
   *[other] { $count } telefoontjes en feiten van buiten
}

## Calendar
calendar-name = Vigie – { $name }
calendar-drill = Oefening: { $what }
calendar-drill-why = Een kwartier samen: speel het scenario bij “Oefeningen”, of loop het door, en noteer het daarna bij “Zijn wij klaar?”.
calendar-confirm = Iedereen bevestigt hoe hij te bereiken is
calendar-confirm-why = Ieder in het plan tikt op de link die hij krijgt. Wie is weg, wie heeft een ander nummer?
calendar-expires = De goedkeuring van “{ $what }” verloopt
calendar-expires-why = Lees het opnieuw en keur het opnieuw goed: tot dan kan niemand het ongelezen versturen.
calendar-team = Is het team nog het juiste?
calendar-team-why = Wie ontbreekt, wie is weg, welke vaardigheid? Noteer het bij Team.
calendar-title = De komende dagen
calendar-lead = Wat volgens uw plan terugkomt: oefeningen, bevestigingen, goedkeuringen die verlopen, de blik op het team. Bij elke keer lezen opnieuw berekend.
calendar-fresh = Het adres van uw agenda, alleen deze keer getoond. Voeg het op uw telefoon toe als agenda-abonnement; wie het heeft leest deze dagen, en niets van enig dossier.
calendar-no-plan = Er is nog geen plan, en dus geen dagen.
calendar-subscribe = In uw eigen agenda
calendar-subscribe-lead = Eén adres voor u, van deze organisatie. Het eindigt met uw lidmaatschap. Kwijt, of door iemand gezien? Maak een ander: het vorige opent niets meer.
calendar-since = U hebt een adres sinds { $when }.
calendar-renew = Een ander adres maken
calendar-make = Het adres maken
calendar-withdraw = Het adres intrekken
calendar-again = Opnieuw { $count } keer per jaar.
practice-title = Wie wat kan
practice-lead = Wanneer ieder met een rol in het plan elk deel van de training het laatst liet zien: in een gespeelde oefening, of via de link voor personeel. Dat geldt een jaar. Via de link zegt ieder zelf wie hij is.
practice-not = niet in het laatste jaar

## Review

review-title = Terugblik op dossier { $count }
review-link = Terugblik
review-whole = De hele terugblik
review-short = Twee bladzijden voor wie beslist
review-client = Voor de klant
review-back = Terug naar het dossier
review-note = Gelezen uit { $count } gebeurtenissen van het dossier; de getallen zijn geteld, niet getypt.
review-open = Het is nog niet voorbij: wat loopt is gerekend tot { $when }.
review-times = Momenten
review-onset = Eerste vermelding die opviel
review-alert = Alarm
review-acknowledged = Gezien door iemand
review-opened = Dossier geopend
review-holding = Eerste verklaring eruit
review-full = Volledige verklaring eruit
review-since = { $span } na: { $what }
review-unknown-time = niet bekend
review-volumes = Wat er te horen was
review-before = vóór
review-during = tijdens
review-after = erna
review-period = Periode
review-mentions = Vermeldingen
review-a-day = Per dag
review-ill = Negatief, met 90 % zekerheid
review-moved = Van { $from } naar { $to }: { $what }.
review-moved-up = het negatieve deel steeg, meer dan toeval
review-moved-down = het negatieve deel daalde, meer dan toeval
review-moved-not = het negatieve deel bewoog niet meer dan toeval kan doen
review-moved-unknown = er is te weinig bekend om het te zeggen
review-followed = Wat op elke tekst volgde
review-followed-note = De dag ervoor en de dag erna. Wat na een tekst komt, komt niet door die tekst: dit is geen bewijs.
review-text = Uitgegane tekst { $count }
review-day-before = Negatief, de dag ervoor
review-day-after = Negatief, de dag erna
review-day-open = de dag erna is nog niet voorbij
review-others = andere teksten in deze twee dagen: { $count }
review-of-stories = geteld: wat de eigen verhalen vertelt, { $before } vermeldingen ervoor, { $after } erna
review-of-brand = geteld: het hele merk, { $before } vermeldingen ervoor, { $after } erna
review-earlier = Wat er eerder was
review-earlier-note = Bekeken van { $from } tot { $until }. Geteld, niet meer: of het te voorkomen was is niet gemeten.
review-earlier-cause = Waar het over gaat: { $what }
review-earlier-stood = Signalen die niemand oppakte: { $count }
review-earlier-first = Het eerste kwam { $span } voordat het gehoord werd.
review-earlier-week = Week van
review-earlier-named = Vermeldingen die deze oorzaak noemen
earlier-title = Wat had het eerder kunnen laten zien?
earlier-lead = Een zoekvraag naast die u hebt, of vaker bericht, geprobeerd op de bewaarde berichten van de weken ervoor. Er verandert niets.
earlier-query = Een zoekvraag erbij (mag leeg blijven)
earlier-stretch = Bekeken van { $from } tot het gehoord werd, { $until }.
earlier-sooner = Het zou { $span } eerder zijn opgevallen dan het gehoord werd
earlier-no-sooner = Er zou niets zijn opgevallen voordat het gehoord werd
earlier-present = Zoals het is
earlier-changed = Zoals geprobeerd
earlier-first = Het eerste signaal van die tijd
earlier-signals = Signalen sindsdien
earlier-nothing = geen
earlier-short = Alleen het nieuwste deel van die tijd kon bekeken worden.
earlier-passed = Berichten die niet bewaard zijn, dus niemand weet wat daar gevonden was: { $count }
review-clocks = Termijnen
review-what = Wat
review-due = Uiterlijk
review-came = Wat ervan kwam
review-ran-met = gehaald, { $span } over
review-ran-late = gehaald, { $span } te laat
review-ran-missed = niet gehaald, { $span } eroverheen
review-ran-running = loopt, nog { $span }
review-ran-paused = staat stil
review-ran-dropped = niet meer gevraagd
review-plan = Het plan, actie voor actie
review-improvised = niet in het plan
review-done = op tijd gedaan
review-done-late = gedaan, { $span } te laat
review-done-aside = terzijde gelegd
review-done-skipped = verwacht, niet gedaan
review-done-open = nog open
review-said = Wat er gezegd is
review-said-line = Aan iedereen: { $statements }. Aan één persoon: { $replies }. Correcties: { $corrections }.
review-stances = Houdingen: { $what }.
review-answered = Opgepakt: { $taken }. Beantwoord: { $answered }. In plaats daarvan gemeld: { $left }.
review-answered-time = De helft van de antwoorden kwam binnen { $median }, het traagste na { $slowest }.
review-wrote = Negatieve vermeldingen in die tijd: { $what }.
review-measures = Maatregelen
review-test = Toets
review-measure-done = gedaan, op iemands woord
review-measure-aside = opgegeven
review-test-rate = minder dan { $under } per dag; dagen achtereen: { $count }
review-test-share = hoogstens { $what } negatief; dagen samen: { $count }
review-test-answered = { $what } van wie schreef heeft antwoord
review-test-seen = { $what } van de bronnen die het verspreidden zag tekst { $count }
review-test-word = iemand zegt dat het gedaan is
review-strengths = Sterke punten
review-improve = Punten om te verbeteren
review-why = Analyse
review-do = Aanbeveling
review-records = Gebeurtenissen { $what }
review-hot = Wat het team zegt
review-lessons = Lessen
review-lesson-drawn = voorgesteld
review-lesson-merged = in het plan sinds versie { $count }, nog door geen oefening beproefd
review-lesson-tested = in het plan sinds versie { $count }, door een oefening beproefd
review-lesson-shelved = terzijde gelegd
repair-title = Herstellen en leren
repair-none = Er is nog geen maatregel genomen.
repair-take = Een maatregel nemen
repair-take-lead = Zeg eerst waaraan u ziet dat het hielp.
repair-take-do = Deze maatregel nemen
repair-by-rate = Minder vermeldingen per dag
repair-by-share = Niet meer negatief dan eerst
repair-by-answers = Wie schreef heeft antwoord
repair-by-seen = Wie het verspreidde, zag onze tekst
repair-seen-text = Welke tekst
repair-seen-share = Minstens dit deel van hen, in procenten
repair-seen-hint = Geteld worden de tien meest gevolgde accounts die het verhaal vóór die tekst verspreidden. Wie hem sindsdien overnam, deelde, linkte of er een zin uit aanhaalde, in wat Vigie hoort, zag hem.
repair-by-word = Iemand zegt dat het gedaan is; of een toezegging aan iemand
repair-theme = Wat er geteld wordt
repair-theme-ill = negatieve vermeldingen
repair-theme-all = alle vermeldingen
repair-under = Minder dan dit per dag
repair-share = Hoogstens dit deel negatief, in procenten
repair-answered = Minstens dit deel beantwoord, in procenten
repair-days = Zoveel dagen lang
repair-due = Wanneer klaar (mag leeg blijven)
repair-to = Toegezegd aan wie deze vermelding schreef (het nummer; mag leeg blijven)
repair-counted = geteld: { $what }; te halen: { $to }
repair-held = dagen gehaald: { $count } van { $of }
repair-done = Het is gedaan
repair-how = Waaraan u dat ziet
repair-give-up = Opgeven
repair-promised = Wie wat is toegezegd
repair-promised-none = Niemand wacht op een toezegging.
repair-promise-follows = Maatregel { $count } volgt het: { $what }
repair-promise-open = Er is iets aangeboden, en geen maatregel volgt het.
repair-follow = Met een maatregel volgen
repair-limits = Grenzen van de nazorg
repair-limits-lead = Wordt een grens in de nazorg overschreden, dan gaat het dossier vanzelf weer open, één keer.
repair-limit = { $what }: meer dan { $over } in uren: { $count }
repair-limit-passed = overschreden sinds { $what }
repair-limit-add = Een grens stellen
repair-over = Meer dan dit
repair-hours = In zoveel uren
wash-title = Wat het team ervan zegt
wash-place = { $n } van { $of }
wash-who = Het team leest dit met uw naam; een klant nooit.
wash-say = Uw antwoord
wash-do = Bewaren en verder
wash-skip = Verder zonder antwoord
wash-all = Wie wat zei
wash-nobody = Nog niemand antwoordde.
wash-answers = mensen die antwoordden: { $count }
wash-begin = Antwoorden, één vraag tegelijk
lesson-draw = Een les trekken
lesson-lead = Een les is een wijziging van het plan. Eerst wordt ze voorgesteld, met wat er dan in het plan gevonden wordt.
lesson-no-plan = Er is nog geen plan: begin daar eerst mee.
lesson-place = Waar in het plan
lesson-next = Naar de velden
lesson-other = een andere plek
lesson-text = Wat geleerd is, in één zin
lesson-records = Gebeurtenissen waarop het rust
lesson-records-hint = Nummers van het tijdsverloop, met komma’s. Mag leeg blijven.
lesson-records-wrong = Gebeurtenissen zijn nummers, zoals 3, 12. Er is niets bewaard.
lesson-no-text = Zeg in één zin wat geleerd is. Er is niets bewaard.
lesson-propose = Voorstellen
lesson-none = Er is nog geen les getrokken.
lesson-finds-nothing = Er zou niets nieuws in het plan gevonden worden.
lesson-mends = Bevindingen van het plan die dan weg zijn: { $count }
lesson-accept = In het plan opnemen
lesson-shelve = Terzijde leggen
review-unknown = Wat niet bekend is
compare-title = Terugblikken naast elkaar
compare-none = Er is nog geen dossier om op terug te kijken.
compare-alert = Van eerste vermelding tot alarm
compare-acknowledged = Van alarm tot gezien
compare-holding = Van opening tot eerste bericht
compare-full = Van opening tot verklaring
compare-clocks = Termijnen gehaald
compare-answered = Beantwoord
compare-lessons = Lessen getrokken · in het plan · beproefd
letterhead-title = Briefhoofd
letterhead-lead = Voor bureaus: op de evaluaties staan uw naam en uw kleur, en "Vigie" nergens.
letterhead-name = Uw naam
letterhead-name-hint = Laat leeg om het weg te halen.
letterhead-colour = Kleur
letterhead-do = Bewaren
quality-title = Hoe goed de opsporing was
quality-stretch = Sinds { $from }; nachten: { $count }. Naar wat mensen van de signalen zeiden; zonder oordeel telt een signaal in geen deel.
quality-alerts = Alarmen
quality-notices = Opmerkingen
quality-raised = Gegeven
quality-confirmed = Bevestigd
quality-dismissed = Terzijde geschoven
quality-precision = Echt, van die met een oordeel, binnen 90 %
quality-too-few = te weinig oordelen om het te zeggen (onder de tien)
quality-delay = Na de eerste vermelding, de helft binnen
quality-slowest = Het traagste
quality-at-night = Riepen ’s nachts iemand
quality-thousand = In duizend nachten, binnen 90 %
quality-too-short = korter dan twee weken: niet bekend
review-timeline = Tijdsverloop
review-none = Hier valt niets te zeggen.
review-more = nog { $count }, in de hele terugblik
review-gap-onset = Wanneer het begon op te vallen: bij dit dossier hoort geen signaal.
review-gap-alert = Hoe het gehoord zou zijn: er was geen alarm.
review-gap-acknowledged = Wanneer iemand het zag: niemand bevestigde een alarm.
review-gap-holding = Wanneer de eerste woorden eruit waren: die zijn er niet.
review-gap-full = Wanneer de volledige verklaring eruit was: die is er niet.
review-gap-volumes = Hoeveel er te horen was: er luistert niets.
review-gap-wrote = Hoeveel mensen schreven.
review-gap-before = Welke klachten van tevoren dezelfde oorzaak hadden.
review-gap-deaf = Wat er op { $what } gezegd werd: die bron was { $span } doof.
review-gap-source = een bron
review-gap-text = Of tekst { $count } eruit is.
review-gap-erased = Wat gewiste teksten zeiden ({ $count }).
review-gap-measure = Of maatregel { $count } werkte.
review-clocks-met = Elke afgelopen termijn is gehaald ({ $count }).
review-clocks-met-why = De tijden van het plan passen bij wie ze moest halen.
review-plan-done = Alle acties van het plan zijn op tijd gedaan ({ $count }).
review-plan-done-why = Het plan noemde de juiste dingen, en de mensen ervoor.
review-one-voice = Geen tekst die eruit ging sprak een andere tegen ({ $count }).
review-one-voice-why = Ze rustten op dezelfde feiten en namen houdingen die samengaan.
review-all-answered = Iedereen die opgepakt is, kreeg antwoord ({ $count }).
review-all-answered-why = Elke vermelding had één persoon, die erbij bleef.
review-frozen = Niets geplands ging eruit tijdens de stilzetting ({ $count } stilgezet).
review-frozen-why = Elke wachtrij gaf rekenschap van elk bericht.
review-repaired = Maatregelen die werkten, zo zeggen hun toetsen: { $count }.
review-repaired-why = Wat succes is was vooraf gezegd, en geteld.
review-clock-missed = { $what }: termijn { $span } overschreden.
review-clock-missed-why = Wie op de ladder stond deed niets, of kon niet; de gebeurtenissen zeggen wie wanneer gewaarschuwd is.
review-clock-missed-do = Geef die een andere verantwoordelijke of vervanger, of een haalbare tijd.
review-plan-action = uit het plan
review-action-late = De actie "{ $what }" was { $span } te laat.
review-action-late-why = Die wachtte op iemand, of de tijd was te kort.
review-action-late-do = Wijs een vervanger aan die er op dat uur is, of verander de tijd.
review-action-skipped = De actie "{ $what }" werd verwacht en is niet gedaan.
review-action-skipped-why = Niemand miste die toen, of niemand wist dat die voor hem was.
review-action-skipped-do = Haal die uit het plan, of maak er iemands eerste stap van.
review-was-improvised = Gedaan buiten het plan om: { $count }.
review-was-improvised-why = Het plan voorzag ze niet, en iemand bedacht ze onder druk.
review-was-improvised-do = Neem op in het plan wat hielp.
review-mixed = Teksten voorgelegd tegen de houding van andere in: { $count }.
review-mixed-why = Tegelijk ontkennen en herstellen gelooft niemand.
review-mixed-do = Bepaal de houding vóór de eerste verklaring, en zet die in het scenario.
review-fell = Teksten die eruit waren en op een vervallen feit rustten: { $count }.
review-fell-why = Het heette bekend voordat het dat was.
review-fell-do = Zeg "waarschijnlijk" tot twee bronnen het zeggen, en noem wie dat beslist.
review-unanswered = Vermeldingen opgepakt en niet beantwoord: { $count }.
review-unanswered-why = Wie er een oppakt, houdt anderen van antwoorden af.
review-unanswered-do = Antwoord alsnog, of draag ze over; kijk naar de antwoordtermijn van het plan.
review-vacant = De rol "{ $what }" had niemand.
review-vacant-why = Iedereen die ervoor genoemd is, was weg of onbereikbaar.
review-vacant-do = Wijs er iemand bij aan, met andere uren.
review-fallback = Teksten die via de terugval gingen, omdat niemand op tijd goedkeurde: { $count }.
review-fallback-why = Wie goedkeurt was er op dat uur niet.
review-fallback-do = Wijs nog iemand aan die goedkeurt, of keur meer teksten in rustige tijd goed.
review-relapsed = Het kwam terug ({ $count }).
review-relapsed-why = De oorzaak was niet weg, of het heette te vroeg voorbij.
review-relapsed-do = Geef elke maatregel een toets, en sluit pas als die standhoudt.
review-dismissed = Signalen van de weken ervoor die terzijde zijn geschoven: { $count }
review-dismissed-why = Misschien was het niets, misschien hetzelfde begin: dat is niet gemeten.
review-dismissed-do = Lees nog eens waarom ze terzijde zijn geschoven, en zeg in het plan wat niet terzijde mag.
review-complained = Klachten met dezelfde oorzaak vóór het alarm: { $count }
review-complained-why = Wie onder vier ogen klaagt, zegt het eerder dan wie het iedereen vertelt.
review-complained-do = Geef klachten met deze oorzaak aan iemand die ze dezelfde dag leest.
review-span-min = { $count } min
review-span-h = { $count } u { $min } min
review-span-d = { $count } d { $h } u

profile-title = De zaak: land, openingstijden, talen
profile-index = Land, openingstijden, tijdzone, talen van uw klanten
profile-lead = Wat bij het inrichten is gezegd, en verandert wanneer het verandert. Nachten, wettelijke termijnen en wat u ziet volgen meteen.
profile-unsaid = Niemand heeft dit nog gezegd: wat hier staat wordt alleen verwacht. Kijk het na en sla het op.
profile-refused = Er is niets veranderd: zie hieronder.
profile-saved = Opgeslagen. Het geldt vanaf nu.
profile-emergency = Bij nood daar: { $what }.
profile-planned = Uw plan noemt { $what }: de wettelijke termijnen volgen het plan, en zijn telefoonnummers ook. Verander ze daar ook.
profile-open = Gewoonlijk open
profile-first = Van (dag)
profile-last = Tot en met (dag)
profile-from = Opent om
profile-until = Sluit om
profile-hours-hint = Tijden zoals 9:30. Sluit u na middernacht, schrijf dan dat uur: 2:00. Wie zelf geen stille uren koos, rust zolang u gesloten bent.
profile-zone-hint = Zoals Europe/Amsterdam. Uw merken gaan mee, en de klok van wie verder nergens voor zorgt.
profile-languages = Talen van uw klanten
profile-size-hint = Alleen ik: u ziet alleen wat nodig is.
profile-problem-size = Kies een van de drie.
profile-problem-country = Kies een land uit de lijst.
profile-problem-languages = Vink ten minste één taal aan.
profile-problem-days = Kies twee dagen van de week.
profile-problem-from = Schrijf wanneer u opent, zoals 9:30.
profile-problem-until = Schrijf wanneer u sluit, zoals 18:30, en niet het uur waarop u opent.

sources-index = Feeds, Mastodon, postbussen, webhooks: toevoegen, veranderen, pauzeren, proberen
source-add = Naar nog een plek luisteren
source-title = Een bron
source-tried = { PLURAL($count) ->
    [one] Ze antwoordt: { $count } bericht nu. Van deze proef is niets bewaard.
   *[other] Ze antwoordt: { $count } berichten nu. Van deze proef is niets bewaard.
}
source-not-heard = Ze is niet gehoord. Er is niets veranderd.
source-host = Luistert naar { $what }
source-for-brand = alles daar gaat over { $what }
source-for-all = alleen wat een van uw zoekopdrachten vindt
source-lead-feed = RSS, Atom of JSON Feed: een krant, een forum, reacties op uw site.
source-lead-mastodon = Een server van Mastodon of verwant: één hashtag, of zijn openbare tijdlijn.
source-lead-mailbox = Elke mail die een mens schreef is een klacht; antwoorden gaan naar hun gesprek. In de postbus verandert niets.
source-lead-webhook = Een ander programma stuurt hierheen wat het hoort, ondertekend. Het geheim wordt één keer getoond, bij het maken.
source-not-added = De bron is niet toegevoegd.
source-name = Naam
source-name-hint = Heet ze zoals de plek waar uw klanten praten (Google, Tripadvisor …), dan weet de brug dat daar geluisterd wordt.
source-url = Adres van de feed
source-server = Server
source-tag = Hashtag (leeg: de openbare tijdlijn)
source-token = Sleutel, als de server erom vraagt
source-secret-hint = Het wordt bewaard, en nooit meer getoond.
source-streaming = Meteen horen via de stream van de server (vraagt een sleutel)
source-port = Poort (leeg: 993)
source-of = Wat als vermelding telt
source-try-and-add = Proberen en luisteren
source-force = Toch luisteren
source-secret-once = Onderteken met dit geheim (Standard Webhooks). Het wordt alleen nu getoond:
source-deliver = Leveringen gaan naar
source-not-changed = Er is niets veranderd.
source-test = Proberen
source-pause = Pauzeren
source-resume = Weer luisteren
source-change = Veranderen
source-keep-matched = Alleen bewaren wat een zoekopdracht vindt
source-new-url = Nieuw adres
source-new-token = Nieuwe sleutel
source-new-login = Nieuwe gebruikersnaam
source-new-password = Nieuw wachtwoord
source-stays-hint = Leeg gelaten blijft wat bewaard is: adressen, sleutels en wachtwoorden worden nooit meer getoond.
source-added = Vigie luistert daar vanaf nu.
source-changed = Veranderd.
source-login-both = Schrijf de gebruikersnaam en het wachtwoord samen.
source-port-problem = De poort is een getal van 1 tot 65535.
source-known = Naar deze plek wordt al geluisterd.
backtest-wide = “{ $what }” staat in heel veel teksten: deze zoekopdracht zou bijna alles kunnen vinden. Hieronder staat wat hij gevonden zou hebben; maak hem nauwer, of houd hem als u dat wilt.
backtest-sure = Toch zoeken
bridge-unheard = { $what }: daar luistert nog niets.
setup-agency-more = Uw andere klanten komen hierna, elk op zichzelf: wie de machine beheert brengt ze binnen uit één tabel, een klant per regel, met “vigie init --from clients.csv”; voor een klant die het zelf doet maakt “vigie init --setup-link” een link.
