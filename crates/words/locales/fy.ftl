# De teksten fan Vigie yn it Frysk.

## It hûs

skip = Nei de ynhâld
nav-label = Keamers
nav-bridge = Brêge
nav-mentions = Fermeldingen
nav-sources = Boarnen
nav-settings = Ynstellings
banner-demo = Demo: neat hjir is echt.
banner-drill = OEFENING — neat wat hjir dien wurdt, giet de doar út.
banner-plain-http = Unfersifere ferbining: publisearjen en goedkarren binne útskeakele.
deaf-since = Wy hearre { $what } net sûnt { $when }
undo = Ungedien meitsje
save = Bewarje
close = Slute
older = Alder
never = noait
since = Sûnt
partial = foar in part
followers = folgers
unit-bytes = bytes
logout = Ofmelde
live-on = Streekrjocht
live-off = Ferbining ferlern: dizze side wurdt net bywurke. Der wurdt op ’e nij besocht.
live-over = Jo sesje is foarby: dizze side wurdt net mear bywurke.
live-over-login = Op ’e nij oanmelde
prefs-title = Taal, tema, toetseboerd
prefs-language = Taal fan de siden
prefs-theme = Tema
prefs-zone = Tiidsône
prefs-keys = Fluchtoetsen fan ien toets
theme-auto = Lykas it systeem
theme-light = Ljocht
theme-dark = Tsjuster
time-just-now = krekt no
time-minutes-ago = { $count } min lyn
time-yesterday = juster { $time }
hours-of = Oeren fan { $zone } ({ $offset }).
hours-there = Oeren fan { $zone } ({ $offset }); jo oeren binne dy fan { $own }.
count-mentions = { PLURAL($count) ->
    [one] { $count } fermelding
   *[other] { $count } fermeldingen
 }
figure-range = rûsd tusken { $low } en { $high }
figure-least = op syn minst { $count }
figure-unknown = ûnbekend
state-calm = rêstich
state-notice = opmerking
state-alert = alarm
state-crisis = krisis
state-follow-up = neisoarch
state-closed = sluten
state-deaf = dôf

## Oanmelde

login-title = Oanmelde
login-lead = Vigie hâldt de wacht. Kom deryn en sjoch wat der sein wurdt.
login-email = E-mailadres
login-password = Wachtwurd
login-submit = Oanmelde
login-wrong = It adres of it wachtwurd doocht net. Der is neat feroare; besykje it nochris.
login-throttled = Tefolle besykjen. Wachtsje { PLURAL($count) ->
    [one] { $count } minút
   *[other] { $count } minuten
 } en besykje it dan nochris.
login-expired = Jo sesje is foarby. Meld jo wer oan; jo komme op deselde side werom.
login-carried = Wat jo skreaun hiene: it giet fierder nei it oanmelden
login-again = Jo binne werom
login-again-lead = Jo sesje wie foarby doe’t jo dit ferstjoerden, en der is neat fan dien. Lês it nochris, en ferstjoer it dan.
login-again-do = No ferstjoere
login-again-not = Net ferstjoere; nei de side gean

## Brêge

bridge-all-calm = Alles is rêstich yn wat wy sjogge.
bridge-all-deaf = Wy hearre neat: oft it rêstich is, is net bekend.
bridge-troubled = { PLURAL($count) ->
    [one] { $count } merk freget jo omtinken.
   *[other] { $count } merken freegje jo omtinken.
 }
bridge-of-clients-none = { $what } freget earst jo omtinken; gjinien fan { $all } klanten is rêstich.
bridge-of-clients = { PLURAL($count) ->
    [one] { $what } freget earst jo omtinken; { $count } fan { $all } klanten is rêstich.
   *[other] { $what } freget earst jo omtinken; { $count } fan { $all } klanten binne rêstich.
}
bridge-empty = Der wurdt noch gjin merk beskerme.
bridge-empty-do = Foegje jo merk ta en wêr’t nei socht wurde moat: de wacht begjint daliks.
bridge-add-brand = In merk taheakje
bridge-as-of = Teld
bridge-heard = { PLURAL($count) ->
    [one] { $count } fan { $all } boarnen te hearren
   *[other] { $count } fan { $all } boarnen te hearren
 }
bridge-surge = { PLURAL($count) ->
    [one] { $count } fermelding
   *[other] { $count } fermeldingen
 } yn { $minutes } min, { $low } oant { $high } ferwachte
bridge-today = Hjoed { PLURAL($count) ->
    [one] { $count } fermelding
   *[other] { $count } fermeldingen
 }, { $low } oant { $high } ferwachte
bridge-calm-in = rêstich yn wat wy sjogge ({ PLURAL($count) ->
    [one] { $count } plak
   *[other] { $count } plakken
 } fan { $all })
bridge-seen-in = sjoen op { PLURAL($count) ->
    [one] { $count } plak
   *[other] { $count } plakken
 } fan { $all }
bridge-not-watched = Net yn ’e gaten hâlden: { $what }
bridge-negative = ≈ { $share } negatyf ({ $low } oant { $high })
bridge-open = { PLURAL($count) ->
    [one] noch { $count } te dwaan
   *[other] noch { $count } te dwaan
 }
bridge-open-least = noch op syn minst { $count } te dwaan
bridge-spark = hjoed, { $low } oant { $high } ferwachte
bridge-last-day = lêste 24 oeren
bridge-open-signal = It sinjaal iepenje
bridge-open-mentions = De fermeldingen besjen

## Tiidline

timeline-title = Tiidline
timeline-expected = { PLURAL($count) ->
    [one] { $count } fermelding
   *[other] { $count } fermeldingen
 }, { $low } oant { $high } ferwachte
timeline-finding = { PLURAL($count) ->
    [one] { $count } fermelding
   *[other] { $count } fermeldingen
 } fan { $from } oant en mei { $until }
timeline-finding-day = { PLURAL($count) ->
    [one] { $count } fermelding
   *[other] { $count } fermeldingen
 } op { $from }
timeline-rhythm = De drokste oeren fan de dei binne fan { $from } oant { $until }: { $share } fan de fermeldingen.
timeline-span = Tiid yn byld
timeline-day = Ien dei
timeline-week = Sân dagen
timeline-weeks = Fjouwer wiken
timeline-until = Lêste dei
timeline-show = Sjen litte
timeline-earlier = Earder
timeline-later = Letter
timeline-per-hour = waarnommen, it oere
timeline-per-day = waarnommen, deis
timeline-highest = Heechste
timeline-signals = Sinjalen yn dizze tiid
timeline-signals-none = Der wie gjin sinjaal.
timeline-none = Yn dizze tiid is neat teld.
timeline-newest = De lêste fermelding is fan { $what }: dy dagen sjen litte

## Fermeldingen

mentions-add = In fermelding taheakje
mentions-found = fûn
mentions-fresh = { PLURAL($count) ->
    [one] { $count } nije
   *[other] { $count } nije
 }
mentions-none = Gjin fermelding foldocht. Sykje rommer of helje in filter wei.
mentions-search-lag = { PLURAL($count) ->
    [one] { $count } fermelding noch net te finen
   *[other] { $count } fermeldingen noch net te finen
 }
mentions-select = fan { $who } om { $time }
filter-query = Sykje nei
filter-search = Sykje
filter-more = Filters
filter-all = Makket net út
filter-brand = Merk
filter-source = Boarne
filter-language = Taal
filter-polarity = Toan
filter-state = Ofhanneling
filter-to-handle = Noch te dwaan
filter-handled = Ofhannele
query-try = Besykje:
triage-done = Dien
triage-reopen = Weromsette
triage-assign = Tawize
triage-assign-to = Tawize oan
triage-nobody = Nimmen
keys-title = Mei it toetseboerd
keys-move = folgjende, foarige
keys-select = selektearje
keys-done = as dien markearje
keys-assign = oan immen tawize
keys-search = sykje
keys-help = dizze help
keys-off = Dizze toetsen kinne ûnderoan elke side útset wurde.
post-author-unknown = ûnbekende skriuwer
post-no-text = In wurdearring, sûnder tekst
post-details = Mear hjiroer
post-grave = slim:
post-late = letter heard
post-deleted = troch de skriuwer wiske
post-erased = wiske nei de dagen dy’t jo ynsteld hawwe
post-handled-by = dien troch { $what }
post-assigned-to = tawiisd oan { $what }
polarity-negative = negatyf
polarity-neutral = neutraal
polarity-positive = posityf
polarity-hint = Rûsd troch de automatyske lêzer, mei de kâns
kind-question = fraach
kind-complaint = klacht
stars-of-five = { PLURAL($count) ->
    [one] { $count } stjer fan 5
   *[other] { $count } stjerren fan 5
 }
lang-fr = Frânsk
lang-en = Ingelsk
lang-fy = Frysk
lang-nl = Nederlânsk
lang-de = Dútsk
lang-es = Spaansk
lang-it = Italjaansk
lang-pt = Portugeesk
lang-af = Afrikaansk
lang-unknown = ûnbekende taal
mention-title = In fermelding
mention-of = Fermelding fan { $what }
mention-why = Wêrom’t it hjir stiet
mention-bound = It komt fan in boarne dy’t oan it merk keppele is: alles wat dy bringt, telt.
mention-engagement = Reaksjes troch de tiid
mention-engagement-none = Der is gjin telling sjoen: de reaksjes binne ûnbekend.
mention-versions = Eardere ferzjes
mention-evidence = Bewiis lykas it binnenkaam
mention-arrived = Hjir oankommen
mention-payload = Grutte
mention-reader = Lêzer
mention-screenshot = Skermôfbylding
table-when = Wannear
table-observed = Waarnommen
table-expected = Ferwachte
engagement-likes = Fyn-ik-leuk
engagement-shares = Dield
engagement-replies = Antwurden
engagement-views = Werjeften
engagement-by = Sjoen troch
engagement-source = de boarne
add-title = In fermelding mei de hân taheakje
add-lead = Plak wat jo sjoen hawwe. In keppeling, in tekst of in skermôfbylding is genôch; de rest kin wachtsje.
add-link = Keppeling
add-text = Tekst
add-author = Skriuwer of akkount
add-screenshot = Skermôfbylding om ta te heakjen
add-screenshot-hint = PNG, JPEG of WebP, op syn heechst 8 MB. It wurdt as bewiis bewarre, nea publisearre.
add-views = Werjeften sjoen
add-views-count = Hoefolle
add-views-at = Hoe let
add-submit = Taheakje

## Sinjaal

signal-title = In sinjaal
signal-headline = { $what }: { $finding }
signal-finding-mentions = { PLURAL($count) ->
    [one] { $count } fermelding
   *[other] { $count } fermeldingen
 } yn { $minutes } minuten, { $low } oant { $high } ferwachte
signal-finding-negative = { PLURAL($count) ->
    [one] { $count } negative fermelding
   *[other] { $count } negative fermeldingen
 } yn { $minutes } minuten, { $low } oant { $high } ferwachte
signal-finding-ratings = { PLURAL($count) ->
    [one] { $count } lege wurdearring
   *[other] { $count } lege wurdearrings
 } yn { $minutes } minuten, { $low } oant { $high } ferwachte
signal-finding-grave = in slim berjocht: { $harm }
signal-grave-words = De wurden dy’t it sizze:
signal-silent-grave = It slacht fan himsels alarm: sûnder dit berjocht gjin sinjaal
signal-silent-burn = It gloeit al dagen: wat it stil makke hie, is net berekkene.
harm-injury = ferwûning, sykte of ûnfeilich iten
harm-leak = in lek fan persoansgegevens
harm-discrimination = diskriminaasje
harm-violence = geweld of bedriging
harm-minor = in minderjierrige yn gefaar
signal-late = letter heard: in boarne wie oan it ynheljen
signal-partial = Tellings foar in part: { $what } is net te hearren
signal-acknowledge = Ik haw it sjoen
signal-acknowledged = Sjoen troch { $who } ({ $when })
signal-read-posts = De berjochten lêze
signal-not-problem = Gjin probleem…
signal-problem-after-all = It is by neier ynsjen wol in probleem
signal-not-problem-hint = It sinjaal wurdt foar elkenien sluten en de reden bewarre. Jo kinne it weromdraaie.
signal-dismissed = Sluten troch { $who } ({ $when }): { $why }
reason-own-campaign = Us eigen kampanje
reason-good-news = Goed nijs
reason-industry = De hiele branch is rekke
reason-spam = It is rommel
reason-homonym = Wat oars mei deselde namme
reason-too-small = Te lyts om oer yn te sitten
signal-in-short = Koartsein
signal-people = Minsken
signal-since-then = Fermeldingen sûnt dy tiid
signal-largest-story = Grutste ferhaal
signal-reach = Folgers fan wa’t skreau: kinne it sjoen ha
signal-tone = Toan fan de berjochten
signal-words = Wurden dy’t opfalle:
signal-stories = Wat der sein wurdt
signal-stories-none = Gjin ferhaal komt werom: elk seit wat oars.
signal-story-posts = { PLURAL($count) ->
    [one] { $count } berjocht
   *[other] { $count } berjochten
 }
signal-story-first = as earste
signal-story-open = De berjochten besjen
signal-story-private = Ûnder fjouwer eagen skreaun: wa’t antwurdzje mei, lêst it.
signal-needs-it = sûnder dit ferhaal gjin sinjaal
signal-by-author = Wa’t it draacht
signal-by-source = Wêr
signal-by-query = Troch hokker sykopdracht
signal-why = Wêrom’t it sinjaal ôfgie
signal-posts-more = { PLURAL($count) ->
    [one] noch { $count } berjocht
   *[other] noch { $count } berjochten
}
signal-one-in = By tafal likernôch ien finster op de
signal-frozen = Fêstset: { $when }. Berjochten dy’t letter heard binne, steane yn de grafyk en de tellingen, net yn dizze skoare.
signal-versions = Detektor en lêzer
signal-silent = Wat it swije litten hie
signal-silent-below = { PLURAL($count) ->
    [one] Minder as { $count } yn itselde finster
   *[other] Minder as { $count } yn itselde finster
 }
signal-silent-without = As “{ $what }” der net west hie
signal-silent-without-stories = { PLURAL($count) ->
    [one] As ien ferhaal, hjirboppe oanjûn, der net west hie
   *[other] As ien fan de { $count } ferhalen, hjirboppe oanjûn, der net west hie
 }
signal-stands-anyway = Gjin inkelde skriuwer, boarne of ferhaal: it sinjaal bliuwt stean sûnder elk fan harren.
signal-posts = De berjochten
signal-posts-shown = { $count } fan { $all } te sjen, nijste earst
chart-desc = Bân: wat ferwachte wurdt. Balken: wat waarnommen is. Trijehoek: de earste wearde bûten de bân. De wearden steane yn de tabel.
chart-observed = waarnommen, yn it oere oant dan
chart-out = bûten it ferwachte
chart-expected = ferwachte
chart-table = Deselde sifers as tabel

## Boarnen

sources-none = Der wurdt noch nearne nei harke.
sources-wait = { PLURAL($count) ->
    [one] { $count } boarne is noch net besocht.
   *[other] { $count } boarnen binne noch net besocht.
 }
sources-all-heard = Alle boarnen binne te hearren.
sources-deaf = { PLURAL($count) ->
    [one] { $count } boarne is net te hearren.
   *[other] { $count } boarnen binne net te hearren.
 }
source-off = skoft
source-waits = noch net besocht
source-heard = te hearren
source-feed = Nijsstream
source-webhook = Ynkommende webhook
source-mailbox = Postbus
source-file = Bestân
source-hand = Mei de hân
source-pack = Senario
source-bound = keppele oan { $what }
source-deaf-since = Dôf sûnt
source-posts-today = Berjochten, 24 oeren
source-last-post = Lêste berjocht
source-last-ok = Foar it lêst heard
source-last-try = Lêste besykjen
source-next-try = Folgjende besykjen
source-quarantined = { PLURAL($count) ->
    [one] { $count } stik oan ’e kant lein
   *[other] { $count } stikken oan ’e kant lein
 }
source-gaps = { PLURAL($count) ->
    [one] { $count } gat yn wat heard is
   *[other] { $count } gatten yn wat heard is
 }
outcome-ok = joech antwurd
outcome-not-modified = neat nijs
outcome-rate-limited = freget ús te wachtsjen
outcome-auth = lit ús der net yn: ien moat de tagong fernije
outcome-gone = bestiet net mear
outcome-malformed = ûnlêsber antwurd
outcome-too-big = antwurd te grut
outcome-blocked = tsjinhâlden troch ús eigen regels
outcome-network = gjin antwurd
quarantine-title = Oan ’e kant lein
quarantine-headline = { PLURAL($count) ->
    [one] { $count } stik oan ’e kant lein. Fierder is der neat ferlern gien.
   *[other] { $count } stikken oan ’e kant lein. Fierder is der neat ferlern gien.
 }
quarantine-dropped = { PLURAL($count) ->
    [one] { $count } âlder stik is fuortsmiten: allinnich de nijste wurde bewarre.
   *[other] { $count } âldere stikken binne fuortsmiten: allinnich de nijste wurde bewarre.
 }

## Ynstellings

settings-brands = Merken
settings-queries = { PLURAL($count) ->
    [one] { $count } sykopdracht
   *[other] { $count } sykopdrachten
 }
settings-add-brand = In merk, in konkurrint of de branch taheakje
settings-add-house = Foar hokker klant
settings-add-house-missing = Sis foar hokker klant it merk is; der is neat taheakke.
settings-add = It merk taheakje
settings-more = Tagong
role-own = Te beskermjen
role-competitor = Konkurrint
role-industry = Branch
brand-title = Ynstellings fan in merk
brand-name = Namme
brand-role = Rol
brand-who = Wa wurdt beskerme
brand-queries = Wêr’t Vigie nei siket
brand-queries-lead = In berjocht dat oan ien fan dizze sykopdrachten foldocht, wurdt in fermelding.
brand-query-name = Namme fan de sykopdracht
brand-query-text = Sykopdracht
brand-query-hits = { PLURAL($count) ->
    [one] { $count } fermelding yn 7 dagen
   *[other] { $count } fermeldingen yn 7 dagen
 }
brand-query-remove = Weihelje
brand-query-add = Nije sykopdracht
brand-query-save = Hjir ek nei sykje
brand-places = Wêr’t de klanten prate
brand-places-lead = Wat net yn ’e gaten hâlden wurdt, bliuwt op de brêge stean: dêr is de rêst net wis.
brand-place = Plak
brand-place-new = In oar plak
brand-place-watch = Tafersjoch
watch-watched = Yn ’e gaten hâlden
watch-mails = Troch syn e-mails
watch-not-watched = Net yn ’e gaten
brand-own-accounts = Akkounts fan it hûs
brand-own-accounts-hint = Ien op elke rigel, ek dy fan it buro. Wat sy publisearje, is gjin fermelding.
tokens-title = Tagongskaaien
tokens-lead = Sadat in programma yn jo plak lêst of skriuwt, troch de API: it mei wat jo meie, oant jo de kaai ynlûke.
tokens-fresh = Kopiearje dizze kaai no: hy wurdt net wer sjen litten.
tokens-none = Gjin kaaien.
tokens-new = Nije kaai
tokens-name = Wêr’t er foar is
tokens-create = De kaai meitsje
tokens-revoke = Ynlûke

## Flaters

error-kept-nothing-changed = Der is neat feroare.
error-not-found = Hjir is neat.
error-not-found-do = Miskien is it adres ferkeard oernommen, of heart dit by in oare organisaasje.
error-forbidden = Jo rol lit dit net ta.
error-forbidden-do = Freegje in eigner fan de organisaasje om it te dwaan of jo rol te feroarjen.
error-bad-origin = Dit fersyk komt net fan ús siden.
error-bad-origin-do = Iepenje Vigie op it gewoane adres en doch it nochris. Is it adres feroare, set it dan yn de konfiguraasje.
error-bad-request = Wat stjoerd is, is net te lêzen.
error-bad-request-do = Gean werom nei de side, sjoch de fjilden nei en stjoer it nochris.
error-too-long = Wat ferstjoerd is, is te lang.
error-too-long-do = Gean werom: de measte browsers bewarje wat jo typt hawwe. Meitsje it koarter en ferstjoer it nochris.
error-disk-full = De skiif is fol: Vigie lêst, mar skriuwt net mear.
error-disk-full-kept = Alles wat al bewarre wie, is der noch. Jo lêste hanneling net.
error-disk-full-do = Meitsje romte frij op de masine; it harkjen giet fansels fierder dêr’t it ophold.
error-internal = Vigie hat in flater makke.
error-internal-kept = Neat fan wat bewarre wie, is ferlern, en it harkjen giet troch.
error-internal-do = Besykje it nochris. Bart it wer, jou de ferwizing dan oan wa’t de masine behearret.
error-your-text = Wat jo skreaun hienen, om wer te brûken
error-reference = Ferwizing: { $what }
error-home = Werom nei de brêge

# What is wrong with a form
add-problem-views = It tal werjeften moat in hiel getal wêze, lykas 340000.
add-problem-time = De tiid moat derút sjen as 2026-11-22 01:50.
add-problem-picture = De ôfbylding moat in PNG-, JPEG- of WebP-bestân wêze.
name-problem-empty = Der is in namme nedich.
name-problem = Dy namme kin net: hy is te lang, of der sit in teken yn dat net te sjen is. Typ him nochris.
brand-problem-zone = { $what } is gjin tiidsône lykas Europe/Paris.

# How often the reader is wrong
reader-title = Hoe faak de lêzer it mis hat
reader-lead = Taal en toan wurde troch in masine lêzen, en ien op in pear berjochten wurdt ferkeard lêzen. Fertrou op oandielen en har feroaring; besjoch in berjocht foardat jo wat dogge.
reader-version = Lêzer, ferzje { $what }
reader-three = Trije wurden
reader-five = Fiif wurden
reader-whole = Hiele tekst
reader-polarity = Toan, F1-skoare
reader-not-measured = net mjitten
reader-f1 = Taal: hoefolle teksten fan elk goed werkend waarden. Toan: it gemiddelde fan de F1-skoares fan negatyf, neutraal en posityf; riede jout in tredde. Mjitten op berjochten dy’t de mjitten modellen net sjoen hiene.
reader-unlike = Dêr’t neat mjitten is, wiene gjin beoardiele berjochten te krijen: de toan wurdt dêr lêzen oan emoji, tekens en besibbe wurden. Berjochten oer in merk lykje ek net op dy dêr’t er fan leard hat, dêr’t elke toan like faak foarkaam.

## Wekker makke wurde

wake-title-alert = Alarm: { $what }
wake-title-grave = In slim berjocht: { $what }
wake-title-worse = It wurdt slimmer: { $what }
wake-and-more = { $what } en noch { $count }
wake-repeat = Jo hawwe dit miskien al krigen.
wake-late = Dit komt let: it waard net op ’e tiid heard of koe net earder meidield wurde.
wake-worse-level = It wie in melding doe’t it sjoen waard; no is it in alarm.
wake-worse-press = De parse hat it oppakt.
wake-worse-tenfold = Tsien kear safolle as doe’t it sjoen waard.
wake-finding = { $what }: { PLURAL($count) ->
    [one] { $count } fermelding
   *[other] { $count } fermeldingen
 } yn { $minutes } minuten, oars { $usual }; sûnt { $since }
wake-finding-grave = { $what }: in slim berjocht, { $harm }; sûnt { $since }. De wurden dy’t it sizze: { $words }
wake-grave-alone = It is it iennichste berjocht oer dit merk yn it lêste oere
wake-grave-beside = { PLURAL($count) ->
    [one] { $count } oar berjocht oer dit merk yn it lêste oere
   *[other] { $count } oare berjochten oer dit merk yn it lêste oere
}
wake-grave-usual = { $what }; gewoan op dit oere: sa’n { $count }.
wake-grave-usual-unknown = { $what }; wat gewoan is, is noch net bekend.
wake-in-press = { "" }; yn de parse
wake-below-alert = { "" }; noch gjin alarm
wake-quote = – { $who }: “{ $what }”
wake-told = Ek warskôge: { $what }
wake-told-nobody-else = Der is gjinien oars warskôge.
wake-also-missed = Mist, te âld om jo wekker te meitsjen: { $what }
wake-also-quiet = Tsjinholden yn jo stille oeren: { $what }
wake-also-held = Tsjinholden, jo wiene al faak genôch roppen: { $what }
wake-tap = Iepenje de keppeling en tik ien kear: dan is it stil foar elkenien, oant it slimmer wurdt.
wake-test-title = Vigie: in proef
wake-test-body = Sa makket Vigie jo wekker fia “{ $what }”. Iepenje de keppeling en tik ien kear, dan witte jo dat it wurket.

alive-blind-title = Vigie wie blyn: { $from } oant { $until }
alive-blind-body = Der is neat heard: { $from } oant { $until }. Yn dy tiid, foar safier’t it dêrnei heard is:
alive-meanwhile = { $what }: { PLURAL($count) ->
    [one] { $count } fermelding
   *[other] { $count } fermeldingen
 }, dêrfan { $negative } negatyf
alive-meanwhile-alert = { "" }; in alarm sûnt { $what }
alive-meanwhile-nothing = Der is neat kommen.
alive-deaf-title = Vigie heart neat mear: { $what }
alive-deaf-body = Gjin boarne fan { $what } jout noch antwurd sûnt { $since }. It is no stil om’t Vigie dôf is, net om’t alles goed giet.
alive-other-title = In oare Vigie is stil
alive-other-body = { $what } seit net mear dat er harket, sûnt { $since }: { $why }. Wa’t dêrop fertrout, is blyn.
## In sykopdracht wurdt besocht foar't er bewarre wurdt

backtest-try = Besykje
backtest-title = In sykopdracht besykje
backtest-lead = Mei it besykjen wurdt neat bewarre. Vigie hâldt de sykopdracht tsjin de bewarre berjochten, neist de sykopdrachten fan no.
backtest-finding = { PLURAL($count) ->
    [one] { $count } fermelding
   *[other] { $count } fermeldingen
 } ynstee fan { $present }
backtest-since = Berjochten sûnt { $since }. Sinjalen binne teld lykas se jûn wêze soene.
backtest-present = Sa't it no is
backtest-changed = Sa't besocht
backtest-negative = Dêrfan negatyf
backtest-alerts = Alarmen
backtest-notices = Opmerkingen
backtest-gained = Ek fûn: { $count }
backtest-lost = Net mear fûn: { $count }
backtest-mention = De fermelding besjen
backtest-days = Fermeldingen, dei foar dei
backtest-short = Der is in soad te lêzen: allinnich de nijste { $count } berjochten binne besocht, werom oant { $since }.
backtest-unseen = Guon boarnen bewarje allinnich wat oerienkomt ({ $what }): { $passed } fan { $seen } berjochten binne net bewarre. Wat in rommere sykopdracht dêr fine soe, is net bekend.
backtest-all-kept = Alle boarnen bewarje al harren berjochten: alles wat heard is, is besocht.

## De wike yn fiif rigels

report-title = De wike
report-lead = Vigie is wekker. Deselde fiif rigels komme fan sels, alle moandeitemoarnen.
report-subject = De wike fan { $what }: { $from } oant { $until }
report-about = likernôch { $what } ({ $low } oant { $high })
report-least = op syn minst { $what }
report-unknown = net bekend
report-more = { $what } en noch { $count }
report-quiet = In stille wike: nimmen waard heard oer { $what }.
report-unheard = Gjin fermelding: der is nearne nei harke.
report-mentions = { PLURAL($count) ->
    [one] { $count } fermelding dizze wike.
   *[other] { $count } fermeldingen dizze wike.
 }
report-before = De wike derfoar: { $what }.
report-before-unknown = De wike derfoar is net te fergelykjen: Vigie harke doe noch net.
report-signals-none = Der wie gjin alarm.
report-signals = Alarmen: { $alerts }. It besjen wurdich: { $notices }.
report-answered = Der wachtet neat op jo: alles wat sein is, is ôfhannele.
report-waiting = { PLURAL($count) ->
    [one] { $count } fermelding wachtet oant immen der wat oan docht
   *[other] { $count } fermeldingen wachtsje oant immen der wat oan docht
 }, de âldste sûnt { $since }.
report-waiting-least = Op syn minst { $count } fermeldingen wachtsje oant immen der wat oan docht, ien dêrfan sûnt { $since }.
report-tone-none = Neat te tellen: gjin likes, neat dield, gjin toan.
report-engagement = Likes, dielde berjochten en antwurden: { $what }.
report-negative = Dêrfan is negatyf: { $what }.
report-negative-few = Dêrfan is negatyf: { $count } fan { $all }, te min om fan in oandiel te praten.
report-reader = In masine lêst de toan en hat it soms mis: hy hellet { $quality } fan de 100, en riede soe 33 helje.
report-reader-unmeasured = In masine lêst de toan; hoe faak oft dy it yn dizze talen mis hat, is nea metten.
report-sources-none = Vigie harket nearne: stilte seit neat. Foegje in boarne ta.
report-sources-unheard = Vigie hat noch nei gjin boarne harke: stilte seit neat. Der wurdt harke salang’t vigie serve rint.
report-sources-some = { $count } fan de { $all } boarnen binne te hearren.
report-sources-untried = Noch net nei harke: { $what }.
report-sources-heard = { PLURAL($count) ->
    [one] De boarne is te hearren.
   *[other] Alle { $count } boarnen binne te hearren.
 }
report-sources-deaf = { PLURAL($count) ->
    [one] { $count } fan { $all } boarnen is te hearren
   *[other] { $count } fan { $all } boarnen binne te hearren
 }. Net te hearren: { $what }.
report-deaf = { $what } (sûnt { $since })
report-gaps = { PLURAL($count) ->
    [one] Ien boarne miste
   *[other] { $count } boarnen misten
 } likernôch { $hours } oere fan de wike.
report-missing-none = Der ûntbrekt neat dêr't Vigie weet fan hat.
report-missing = Wat hjir net te sjen is: { $what }.
report-missing-sources = alles, want der wurdt nei gjin boarne harke
report-missing-since = wat foar { $what } sein is
report-missing-places = plakken dy't net folge wurde ({ $what })
report-missing-queries = wat dizze sykopdrachten sykje, want se binne net te lêzen ({ $what })
report-missing-brands = alles oer { $what }, want neat siket dernei
report-missing-engagement = likes en it dielen fan { PLURAL($count) ->
    [one] { $count } fermelding
   *[other] { $count } fermeldingen
 }
report-missing-tone = hoe faak oft de toan mis is by { PLURAL($count) ->
    [one] { $count } fermelding
   *[other] { $count } fermeldingen
 } yn in taal dy't net metten is
report-earlier = De wike derfoar
report-later = De wike dernei
report-all = Alle merken
report-show = Sjen litte
report-line-waiting = Wat wachtet
report-line-tone = Reaksjes en toan
report-line-missing = Wat ûntbrekt
report-letter-quiet = Der is neat bard, en der is de hiele wike harke: { $what }.
report-letter-short = Hjir is gjin plak foar de fiif rigels fan: { $what }. De side hat se.
report-letter-end = Vigie is wekker. Dit komt alle moandeis; jo kinne it útsette by Ynstellingen, Hoe’t jo wekker makke wurde.

wake-page-title = Ik haw it sjoen
wake-page-lead = Tik ien kear: it wurdt stil foar elkenien, oant it slimmer wurdt.
wake-page-do = Ik haw it sjoen
wake-page-take = Dit is foar my
wake-page-mine-none = It is sjoen; oaren hawwe de berjochten.
wake-page-mine = { PLURAL($count) ->
    [one] It is foar jo: it oanhelle berjocht is oan jo tawiisd.
   *[other] It is foar jo: de { $count } oanhelle berjochten binne oan jo tawiisd.
    }
wake-page-first = Tank: jo hawwe it as earste sjoen.
wake-page-known = { $who } wie earst ({ $when }).
wake-page-silent = It is stil foar elkenien, oant it slimmer wurdt.
wake-page-nothing = Hjir is neat mear te befêstigjen.
wake-page-nothing-do = It is foarby, of dizze keppeling jildt net mear. De brêge seit wat der no is.
wake-page-may-not = Jo lêze hjir mei; befêstigje is oan oaren.
wake-page-may-not-do = Der is neat feroare: it roppen giet troch. Dizzen meie it befêstigje: { $what }. Warskôgje ien fan harren.
wake-page-works = It wurket: “{ $what }” makket jo wekker.
wake-page-works-do = Jo kinne dizze side slute.
wake-page-here = Dit is oantikke op de masine dêr’t Vigie op draait.
wake-page-here-do = Dat seit neat oer jo telefoan: iepenje it berjocht dêr en tik de keppeling oan. De test telt net.
wake-page-signal = It sinjaal lêze
waking-title = Hoe’t jo wekker makke wurde
waking-index = Jo tillefoan, jo mail, rêstige oeren, en wa’t dêrnei roppen wurdt
waking-nobody = Noch neat kin jo wekker meitsje. Foegje in doel ta en besykje it.
waking-untried = Jo hawwe noch gjin test oantikke. Besykje in doel mei de tillefoan yn de hân.
waking-works = It wurket: jo hawwe in berjocht oantikke dat sa kaam.
waking-sandbox = Neat giet út dizze wrâld: berjochten wachtsje en wurde nea ferstjoerd.
waking-saved = Bewarre.
waking-hours = Rêstige oeren en grinzen
waking-hours-lead = Yn rêstige oeren ropt allinnich in alarm of ien slim berjocht jo. De grinzen jilde foar al jo merken; wat tsjinhâlden wurdt, stiet yn jo folgjende berjocht.
refusal-said = { $what } Sein waard: “{ $said }”.
refusal-there = de oare kant
refusal-sandbox = Neat giet dizze wrâld út: it is in oefening of in demonstraasje.
refusal-late = It is net op ’e tiid fuort, en soe no te let komme.
refusal-no-mailer = Der is gjin postserver ynsteld: neam ien yn de konfiguraasje.
refusal-no-key = Der kin neat skood wurde: gjin kaai fan dit hûs doocht. Start vigie init, of abonnearje op ’e nij.
refusal-settings = Wat foar dit middel ynsteld is, kin net brûkt wurde: fier it op ’e nij yn.
refusal-gone = Der is nimmen mear om it nei te stjoeren: it middel is fuorthelle, of der wurdt gjin post winske.
refusal-too-long = It is langer as in brief wêze mei.
refusal-stopped = Vigie waard stoppe wylst it ferstjoerd waard: it kin oankommen wêze.
refusal-inside = { $what } stiet foar in adres binnen it hûs: is it fan jo, set it dan op ’e list fan wat mei.
refusal-no-host = Gjin adres fûn foar { $what }: kontrolearje de stavering en it netwurk.
refusal-no-connection = Der wie gjin ferbining mei { $what }.
refusal-insecure = De ferbining mei { $what } kin net ôfskerme wurde.
refusal-slow = { $what } antwurde net op ’e tiid en krige neat.
refusal-not-begun = { $what } hat it berjocht net krigen.
refusal-moved = { $what } ferwiist nei in oar adres: fier it adres fan no yn.
refusal-login = { $what } lit ús der net yn: kontrolearje namme, wachtwurd of token.
refusal-no-such = { $what } kin dit adres, ûnderwerp of abonnemint net.
refusal-busy = { $what } freget om te wachtsjen: it wurdt noch ris besocht.
refusal-broken = { $what } hat sels in steuring: it wurdt noch ris besocht.
refusal-refused = { $what } sei nee.
refusal-unclear = { $what } krige it berjocht, en nimmen wit oft it oannommen is.
publish-token = { $what } ken it token net mear: keppelje it akkount op ’e nij.
publish-scope = It token mei dat net by { $what }: meitsje ien dat lêze en skriuwe mei.
publish-busy = { $what } freget om it letter te besykjen: it wurdt wer besocht.
publish-slow = { $what } hat net op ’e tiid antwurde.
publish-network = { $what } wie net te berikken: sjoch it adres en it netwurk nei.
publish-moved = { $what } ferwiist nei in oar adres: folje dat yn.
publish-refused = { $what } sei nee.
publish-unreadable = It antwurd fan { $what } is net te lêzen: is it it goede adres?
publish-unsaid = It ark is sein om tsjin te hâlden en hat net antwurde dat it dat docht: sjoch dêr oft it dat docht.
publish-channel = De kaai iepenet dit kanaal net mear: jou it op ’e nij.
publish-off = Dit kanaal is útskeakele yn syn ark.
publish-other = It token iepenet no in oar akkount: keppelje it op ’e nij.
publish-settings = Wat ynfolle is, is net te brûken: sjoch it adres en it token nei.
waking-problem = Der is neat feroare: oeren sjogge út as 22:00, grinzen binne hiele getallen fan 1 oant 100.
waking-quiet = Rêstige oeren hâlde
waking-from = Fan
waking-to = Oant
waking-budget = Op syn heechst roppen
waking-half-hour = yn in heal oere
waking-day = op in dei
waking-brand-day = op in dei foar ien merk
waking-weekly = De wike op moandeitemoarn
waking-weekly-lead = It giet nei jo mailadres, of oars nei jo earste doel. It makket nimmen wekker, en it komt ek yn stille wiken: komt it net, sjoch dan oft Vigie wekker is.
waking-weekly-do = Stjoer my de wike yn fiif rigels

retention-title = Hoe lang oft alles bewarre wurdt
retention-index = Nei hoefolle dagen oft teksten en nammen wiske wurde
retention-none = Der wurdt neat wiske: teksten en nammen wurde bewarre sa lang as Vigie bestiet. 365 dagen is in goed begjin.
retention-set = Wat âlder is, wurdt wiske, ien kear deis. Tellingen en sinjalen bliuwe.
retention-posts = Berjochten
retention-oldest = It âldste kaam binnen
retention-without-text = Al sûnder tekst
retention-without-author = Al sûnder skriuwer
retention-text-days = Teksten safolle dagen bewarje
retention-author-days = Nammen fan skriuwers safolle dagen bewarje
retention-evidence-days = Bewiis op syn heechst safolle dagen bewarje
retention-empty = Leech: foar altyd. De dagen telle fan de dei ôf dat in berjocht binnenkaam; op syn minst 7.
retention-evidence = Bewiis bliuwt: wat immen mei de hân melde of ûnder hannen hat, en wat in sinjaal oanhellet dat nimmen ôfwiisd hat. In berjocht fan mear organisaasjes giet as se it allegear gean litte.
retention-sources = Oars foar ien boarne
retention-source-empty = Leech: lykas hjirboppe.
retention-preview = Sjen wat gean soe
retention-would = Teksten dy’t no gean soene: { $texts }. Skriuwers: { $authors }. Berjochten dy’t as bewiis bliuwe: { $evidence }.
retention-part = Der is mar nei in heal miljoen berjochten sjoen: it kinne der mear wêze.
retention-save-lead = Der is noch neat bewarre. Bewarje it, en it giet binnen in dei. Wat wiske is, komt net werom.
retention-problem = Der is neat feroare: dagen binne hiele getallen fan 7 oant 36.500.
retention-saved = Bewarre. Wat gean moat, giet binnen in dei.
retention-log = Wat wiske is
retention-log-none = Noch neat.
retention-log-pass = Teksten wiske: { $texts }. Skriuwers: { $authors }.
retention-log-rules = Dagen ynsteld troch { $what }
retention-console = de kommandorigel
targets-title = Wêr’t jo te berikken binne
targets-lead = De earste wurdt daliks besocht, de folgjende as nimmen tikke hat.
targets-add = In doel tafoegje
target-mail = E-mail
target-push = Dizze tillefoan of browser
target-webhook = Tekene webhook
target-chat = Slack of Mattermost
target-name = Namme, as jo wolle
target-push-hint = Set de side earst op it thússkerm. It berjocht is fersifere; de tsjinst fan de browser kin it net lêze.
target-push-do = Lit my wekker meitsje
target-push-cannot = Dizze browser kin jo net wekker meitsje: it freget JavaScript en https, en op in iPhone de side op it thússkerm.
target-push-denied = De browser liet it net ta. Lit meldingen foar dizze side ta en besykje it nochris.
target-server = Tsjinner
target-topic = Underwerp
target-token = Tagongstoken, as de tsjinner der om freget
target-ntfy-hint = Wa’t it underwerp ken, lêst mei: kies ien dat nimmen riede kin, of in tsjinner dy’t om in token freget.
target-chat-url = Adres fan de ynkommende webhook
target-markup = Skreaun foar
target-webhook-url = Adres
target-webhook-hint = JSON, tekene neffens Standard Webhooks. It geheim wurdt ien kear toand, by it tafoegjen.
target-add = Tafoegje
target-test = Testje
target-first = Earst besykje
target-remove = Fuorthelje
target-removed = in doel dat fuorthelle is
target-fresh = Kontrolearje hantekeningen mei dit geheim; it wurdt net wer toand.
target-added = Tafoege. Testje it no, en tik dan op de keppeling yn it berjocht.
target-tested = In test is ûnderweis. Tik op de keppeling, dan witte jo dat it wurket.
target-tapped = lêst oantikke
target-rests = mei rêst litten oant
target-problem-mail = Dat is gjin e-mailadres. Der is neat tafoege.
target-problem-ntfy = Der is neat tafoege: allinnich de tsjinner, as https://ntfy.example.org, en in underwerp fan letters, sifers, - of _.
target-problem-push = De browser joech in abonnemint dat net brûkt wurde kin. Der is neat tafoege; besykje it nochris.
target-problem-webhook = Dat is gjin webadres. Der is neat tafoege.
target-problem-chat = Dat is gjin adres fan in ynkommende webhook. Der is neat tafoege.
target-problem-many = Jo hawwe { $count } doelen, mear kin net. Helje earst ien fuort.
outbox-waiting = wachtet
outbox-sending = ûnderweis
outbox-sent = ôflevere
outbox-unknown = miskien oankaam
outbox-failed = net ôflevere
outbox-stale = te let, net ferstjoerd
outbox-silenced = net mear nedich
outbox-tries = { PLURAL($count) ->
    [one] { $count } besykjen
   *[other] { $count } besykjen
 }
outbox-perhaps = { PLURAL($count) ->
    [one] dêrfan { $count } miskien oankaam
   *[other] dêrfan { $count } miskien oankaam
 }
messages-title = Berjochten oan jo
messages-lead = Wat jo tastjoerd wurde soe, en wat dêrfan kaam is.
messages-state = Wat dêrfan kaam is
messages-lost-only = net wis oankaam
messages-lost = { PLURAL($count) ->
    [one] { $count } berjocht is net wis oankaam
   *[other] { $count } berjochten binne net wis oankaam
 }
messages-none = Gjin sokke berjochten.
ladder-title = Wa’t roppen wurdt, en wa dêrnei
ladder-lead = Stap 1 wurdt daliks roppen. As nimmen binnen de minuten tikt, wurdt elk op syn folgjende doel roppen, en dan de folgjende stap.
ladder-problem = Der is neat feroare: immen moat roppen wurde, en elk wachtsjen duorret 1 oant 1440 minuten.
ladder-gives-way = Nimmen yn dizze stappen kin no roppen wurde: se binne fuort, of ha gjin doel. De leden dy’t ien ha, wurde efter elkoar roppen.
ladder-reset = De leden wer efter elkoar skilje
ladder-not-called = net roppen
ladder-step = Stap { $count }
ladder-wait = nei stap { $count }
ladder-waits = Minuten wachtsje
ladder-no-target = hat noch gjin doel en kin net roppen wurde
ladder-only-told = mei net befêstigje: krijt it te hearren, en de folgjende stap komt likegoed
signal-woken = Wa’t roppen is
signal-woken-nobody = Hjirfoar is nimmen roppen.
signal-first = Earst sjoen troch { $who } ({ $when })
offline-banner = Offline. Dit is de brêge sa’t dy wie om

## Ynrjochtsje

setup-title = Jo merk yn fiif minuten
setup-step = Stap { $count } fan { $all }
setup-go = Fierder
setup-back = Werom
setup-none-title = Dizze Vigie is noch net ynrjochte.
setup-none-lead = Nimmen kin ynlogge, en der is neat te sjen.
setup-none-do = Wa’t de masine beheart fynt de keppeling dêr’t Vigie start is: “vigie serve” toant dy, “vigie init --setup-link” makket in oaren.
setup-over-title = Dizze keppeling iepenet neat mear.
setup-over-lead = Hy is brûkt, of syn tiid is foarby. Wat klear wie, is bewarre.
setup-over-do = Freegje in nijen oan wa’t him jo joech; “vigie init --setup-link” makket him.
setup-size = Mei hoefolle passe jo derop?
size-solo = Allinnich ik
size-solo-hint = Ien merk. Allinnich wat nedich is wurdt toand.
size-team = In team
size-team-hint = Ferskate minsken diele de wacht.
size-agency = In buro
size-agency-hint = In protte klanten, elk op himsels.
setup-brand-title = Oer wa sil Vigie weitsje?
setup-name = Namme, sa’t minsken dy sizze
setup-town = Plak
setup-trade = Fak
setup-link = Jo webside of in profyl fan jo
setup-contact = Telefoan of e-mail
setup-contact-hint = It fertelt it lân en de taal; in e-mailadres wurdt jo oanmelding.
setup-proposal-title = Wêr’t Vigie nei siket
setup-proposal-lead = In berjocht dat op ien fan dizze past, wurdt in melding. Helje wei wat jo net binne.
setup-query-name = De namme
setup-query-town = Namme by it plak
setup-query-trade = Namme mei it fak
setup-query-hashtag = As hashtag skreaun
setup-query-handle = Jo account wurdt neamd
setup-query-site = Nei jo webside wurdt ferwiisd
setup-why-name = De namme seit sels wa’t bedoeld wurdt.
setup-why-town = De namme is in gewoan wurd: hy telt allinnich by it plak.
setup-why-trade = Minsken litte de helte fan de namme wei en sizze wat se kochten.
setup-why-hashtag = De namme yn ien wurd.
setup-why-handle = Wa’t dit account neamt, praat mei jo.
setup-why-site = Wa’t dit adres toant, bedoelt jo.
setup-examples = Binne jo dit?
setup-examples-lead = Krekt fûn. Fan jo ‘nee’ leart Vigie wat weilitten wurde moat.
setup-examples-none = Der is no neat fûn. Dat is gewoan by in stille namme; de wacht begjint dochs.
setup-yes = Ja, dat binne wy
setup-no = Nee
setup-exclusions = Fan no ôf weilitten
setup-exclusions-lead = Dizze steane yn wat jo net binne, en yn neat wat jo wol binne. Helje it finkje wei by wat jo hâlde wolle.
setup-exclusion-holds = { PLURAL($count) ->
    [one] yn { $count } fan jo ‘nee’
   *[other] yn { $count } fan jo ‘nee’
 }
setup-trouble = No gjin antwurd, letter wer besocht: { $what }
setup-competitor = In konkurrint om mei te fergelykjen (hoecht net)
setup-country = Lân, foar it rjocht
setup-country-check = Neat fertelde it lân: sjoch it nei.
setup-languages = Talen fan jo klanten: { $what }
setup-opening = Gewoanwei iepen: { $what }
setup-expert = Foar saakkundigen
setup-sources = Vigie sil harkje nei
setup-sources-none = Hjir is gjin boarne sûnder kaai: foegje der letter ien ta.
setup-account-title = Jo oanmelding
setup-account-lead = Dêrmei komme jo werom, op dizze masine en op de tillefoan.
setup-person = Jo namme
setup-person-hint = Klanten sjogge him as jo harren antwurdzje. Leech: it begjin fan jo adres.
setup-password-hint = Op syn minst { $least } tekens; in eigen sin is goed.
setup-finish = De wacht begjinne
phone-title = Hoe berikke wy jo nachts?
phone-lead = Kies in manier en stjoer in test. Hawwe jo dy op jo tillefoan oantikke, dan witte jo dat in alarm jo wekker makket.
phone-send = De test stjoere
phone-again = Nochris stjoere
phone-other = In oare manier of in oar adres
phone-more = Oare manieren: Slack, Mattermost, in webhook, in eigen tsjinner
phone-later = Letter
phone-later-hint = De brêge seit dat der gjin test oantikke is, oant dat wol sa is.
phone-looks = Dizze side sjocht fansels opnij.
phone-waiting = De test foar “{ $what }” is ûnderweis.
phone-sent = De test foar “{ $what }” is by de tsjinner ôflevere. Iepenje it berjocht op jo tillefoan en tik op de knop.
phone-unknown = It is net bekend oft de test foar “{ $what }” oankaam is. Sjoch op jo tillefoan.
phone-refused = De test foar “{ $what }” is net oannommen.
phone-failed = De test foar “{ $what }” koe net ôflevere wurde.
phone-next-try = It wurdt opnij besocht: { $what }
phone-done = Vigie is ynrjochte en waakt.
phone-bridge = Nei de brêge
phone-no-mail = Der giet gjin mail út dizze Vigie: der stiet gjin [mail] yn vigie.toml.
phone-ntfy = Iepenje dit underwerp yn de ntfy-app op jo tillefoan en abonnearje jo derop, en stjoer dan de test.
phone-ntfy-hint = Nimmen kin it underwerp riede; wa’t de tsjinner beheart, soe meilêze kinne.
phone-link-machine = Gjin tillefoan kin de keppeling yn de test iepenje: { $what } is dizze masine sels. Set yn “origins” fan vigie.toml it adres dêr’t tillefoans Vigie op berikke, en start it opnij.
phone-link-network = De keppeling yn de test giet allinnich yn jo eigen netwurk iepen ({ $what }). Brûk in namme dy’t bûten bekend is, of in netwurk dêr’t de tillefoan ek yn sit (in VPN).
phone-link-plain = De keppeling yn de test is net fersifere ({ $what }). Brûk https: set in proxy mei in sertifikaat foar Vigie.
phone-link-other-server = { $what } liedt nei in oare tsjinner as dizze Vigie. Ferbetterje “origins” yn vigie.toml, of wêr’t de namme of de proxy hinne liedt.
phone-link-certificate = In tillefoan wegeret { $what }: nimmen dy’t bekend is, hat it sertifikaat ûndertekene. Brûk ien dat tillefoans kenne, of set jinnen op de tillefoan.
phone-link-bad-certificate = In tillefoan wegeret { $what }: it sertifikaat is fan in oare host, ferrûn of skansearre. Meitsje in nij.
phone-link-unknown = Nimmen ken de namme yn { $what }. Ferbetterje “origins” yn vigie.toml, of lit de namme ynskriuwe (DNS).
phone-link-closed = { $what } koe fan hjir ôf net iepene wurde. Sjoch oft de wei derhinne iepen is (router, firewall), en besykje it op in tillefoan sûnder wifi.
bridge-wake-nobody = Noch nimmen kin wekker makke wurde.
bridge-wake-nobody-of = Noch nimmen kin wekker makke wurde foar { $what }.
bridge-wake-failing = No kin nimmen wekker makke wurde: alle doelen mislearje.
bridge-wake-failing-of = No kin nimmen wekker makke wurde foar { $what }: alle doelen mislearje.
bridge-wake-untried = Der is noch gjin test oantikke: nimmen wit oft in alarm immen wekker makket.
bridge-wake-untried-of = Der is noch gjin test oantikke foar { $what }: nimmen wit oft in alarm immen wekker makket.
bridge-wake-do = No besykje
invited-to = { $what } · { $role }
invited-go = Myn tagong meitsje
people-title = Team
people-index = Wa’t derby heart en oant wannear, oft elk te berikken is, en wa’t fannacht ûntbrekt
people-lead = Wa’t derby heart, en wat elk mei.
people-role = Rol
people-change = Feroarje
people-back = Wer opnimme
people-remove = Ut de organisaasje helje
people-remove-hint = De sesjes einigje, en de API-tokens hjir wurde ynlutsen.
team-erase = Wiskje út bewarre oefeningen
team-erase-hint = Ut de bewarre oefeningen dêr’t dizze persoan yn spile, lieding joech of wat notearre, ferdwine de namme, de teksten dêr’t dy yn stiet, en wat dizze persoan sjen liet. It komt net werom.
team-erased = Wiske út bewarre oefeningen: { $count }
people-ownerless = Der is neat feroare: de organisaasje soe gjin eigner mear hawwe. Meitsje earst in oar lid eigner.
people-invite = Immen útnoegje
people-invite-lead = Jo krije in keppeling om troch te jaan. Ien persoan makket him dermei in tagong.
people-invite-do = De keppeling meitsje
people-fresh = { PLURAL($count) ->
    [one] Jou dizze keppeling troch. Hy makket ien tagong, binnen { $count } oere, en wurdt net wer toand.
   *[other] Jou dizze keppeling troch. Hy makket ien tagong, binnen { $count } oeren, en wurdt net wer toand.
}
people-waiting = Utnûgings dêr’t noch nimmen op yngien is
people-waits = útnoege troch { $who }, oant { $when }
people-take-back = Weromlûke
people-others = Jo oare organisaasjes
person-owner = Eigner
person-lead = Lieding by in krisis
person-spokesperson = Wurdfierder
person-social-manager = Behear sosjale media
person-legal = Jurist
person-executive = Direksje
person-read-only = Allinnich lêze
person-may-all = mei alles, ek minsken beheare
person-may-configure = hannelet ôf en feroaret ynstellingen
person-may-triage = hannelet ôf
person-may-read = lêst
reached-no-target = kin net wekker makke wurde: gjin doel
reached-failing = kin no net wekker makke wurde: alle doelen mislearje
reached-untried = noch gjin test oantikke
reached-tapped = kin wekker makke wurde: in test is oantikke
setup-problem-trade = Kies in fak út de list.
setup-problem-link = De keppeling moat lykje op https://www.example.org, of op @namme@tsjinner.
setup-problem-contact = Dat is gjin telefoannûmer en gjin e-mailadres.
setup-problem-zone = Dat is gjin tiidsône lykas Europe/Amsterdam.
setup-problem-common = Elkenien brûkt dizze namme: sis ek it plak, of jou in keppeling.
setup-problem-competitor = De namme fan de konkurrint kin net brûkt wurde: hy is te lang, of hat in teken dat net te sjen is.
setup-problem-no-query = Hâld op syn minst ien sykopdracht oan: sûnder ien wurdt neat socht.
setup-problem-email = Op dat adres komt gjin post oan: skriuw it as namme@foarbyld.org.
setup-problem-password = It wachtwurd is te koart: op syn minst { $least } tekens.
setup-problem-taken = Dit adres hat al in oanmelding. Nim in oar, of freegje wa’t jo de keppeling stjoerde.
expert-title = Alles wat ynsteld wurde kin
expert-lead = Ferburgen foar ien persoan mei ien merk, en altyd hjir.
expert-queries = Sykfragen fan { $what }
expert-places = Plakken fan { $what }
spot-google = Besprekken op Google
spot-app-stores = Appwinkels
spot-local-press = Pleatslike parse
spot-forums = Foarums
spot-own-site = Reaksjes op jo webside
country-fr = Frankryk
country-be = Belgje
country-nl = Nederlân
country-lu = Lúksemboarch
country-ch = Switserlân
country-de = Dútslân
country-at = Eastenryk
country-gb = Feriene Keninkryk
country-ie = Ierlân
country-es = Spanje
country-pt = Portugal
country-it = Itaalje
country-ca = Kanada
country-us = Feriene Steaten
trade-bakery = Bakkerij
trade-restaurant = Restaurant of ytseal
trade-cafe = Kafee
trade-hotel = Hotel of pensjon
trade-camping = Kampearterrein, fakânsjehûs
trade-grocery = Itenswinkel
trade-butcher = Slachterij
trade-florist = Blommewinkel
trade-fashion = Klean en skuon
trade-shop = In oare winkel
trade-hairdresser = Kapper of kapster
trade-beauty = Skientme en fersoarging
trade-garage = Autobedriuw
trade-craftsman = Bou en ûnderhâld
trade-estate-agent = Makelder
trade-doctor = Dokter of klinyk
trade-dentist = Toskedokter
trade-pharmacy = Apteek
trade-care-home = Fersoargingshûs
trade-school = Skoalle of opfang
trade-sports = Sportklup
trade-culture = Kultuer en festival
trade-association = Feriening of stifting
trade-town = Gemeente, oerheid
trade-online-shop = Webwinkel op ynternet
trade-app = App of programma
trade-public-figure = Iepenbier persoan
trade-other = Wat oars

# What a signal is about, how big and how grave.
assess-title = Wat it is
severity-title = Earnst
severity-watch = yn ’e gaten hâlde
severity-alert = alarm
severity-crisis = krisis
severity-points = { $points } punten; alarm fan { $alert } ôf, krisis fan { $crisis } ôf
severity-said = { $who } seit it ({ $when }); de list seit: { $what }
severity-change = In oare earnst sizze…
severity-reason = Reden
severity-save = Dizze earnst hâlde
severity-back = De list beslisse litte
urgency-by = Earste wurd nei bûten foar { $when }
urgency-overdue = It earste wurd moast der wêze om { $when }
clocks-case = Saak { $n } is iepen ({ $step }); syn klokken:
clocks-case-none = Saak { $n } is iepen ({ $step }); gjin fan syn klokken rint
clocks-would = Der is gjin saak iepen. No iepene op de stap ‘{ $what }’ soene dizze klokken rinne gean:
clocks-would-none = Der is gjin saak iepen, en op de stap ‘{ $what }’ soe gjin klok rinne gean
clocks-left = { $what }: noch { $span } ({ $when })
clocks-over = { $what }: { $span } lyn ferrûn ({ $when })
clocks-law = { $what }, as it sa is: { $span } fan it momint ôf dat immen hjir it wit
clocks-law-at-once = { $what }, as it sa is: daliks as immen hjir it wit
clocks-counsel = { $what }, as it sa is: hjir is gjin termyn bekend, freegje jo jurist
clocks-more = { PLURAL($count) ->
    [one] en noch { $count } klok
   *[other] en noch { $count } klokken
}
assess-isolated = Inkele stimmen: minder as fiif minsken.
forecast-title = Wat komme kin
forecast-hours = { PLURAL($count) ->
    [one] Kommend oere
   *[other] Kommende { $count } oeren
}
forecast-range = fan { $low } oant { $high } yn acht fan tsien gefallen
forecast-usual = oars { $count }
forecast-record = op ’e nij berekkene út de tellingen fan no: { $held } fan { $made } oerlaapjende foarsizzingen soene útkommen wêze
forecast-record-none = gjin foarsizzing is âld genôch om te hifkjen
forecast-young = Noch gjin foarsizzing: it begûn minder as tsien minuten lyn.
forecast-little = Gjin foarsizzing: te min fermeldingen boppe it gewoane yn de lêste oeren.
forecast-desc = Omline flak nei no: fermeldingen yn it oere oant dan, yn acht fan tsien gefallen. De line deryn: wat ferwachte wurdt. Streekjes: it gewoane. De list hat de wearden.
assess-causes = Wêr’t it om giet
assess-cause-words = op grûn fan: { $words }
cause-safety = sûnens of feiligens
cause-data = persoansgegevens
cause-discrimination = diskriminaasje
cause-staff = personiel en tsjinst
cause-quality = kwaliteit
cause-delay = fertraging of wachtsjen
cause-loss = ferlies of skea
cause-ordering = bestelle of reservearje
cause-cancellation = annulearring of jild werom
cause-price = priis
cause-environment = miljeu of bisten
cause-closing = sluting of banen
assess-origin = Earst ferteld
assess-origin-copies = { PLURAL($count) ->
    [one] { $count } berjocht fertelt itselde
   *[other] { $count } berjochten fertelle itselde
}
assess-origin-elsewhere = it werhellet in berjocht dat hjir net is: it begûn earne oars
assess-vivid = Foto of film
assess-vivid-post = op grûn fan in berjocht
assess-carriers = Wa’t it it meast ferspriedt
carrier-repeated = { $count }× werhelle
carrier-drawn = Likes, dielen, antwurden
carrier-followers = Folgers
carrier-posts = Berjochten
carrier-who = Wa
carrier-erased = in namme dy’t wiske is of nea bekend wie
assess-places = Wêr’t it hinne gie
assess-places-desc = Elke line is in soarte plak, yn de folchoarder dat se berikt waarden; de balke rint fan de earste oant de lêste fermelding, in stip is de earste yn in boarne. De tabel hat de wearden.
place-network = sosjale netwurken
place-forum = foarums en reaksjes
place-reviews = beoardielingen
place-press = parse
place-direct = mails en tillefoan
place-title = Plak
place-first = Earste
assess-languages = Talen
assess-reported = Meldd troch it team
assess-reported-none = Nimmen hat in tal meldd: wat gjin boarne telle kin.
assess-reported-by = { $who }, { $when }
reported-add = In tal melde…
reported-hint = Yn totaal, oant no ta. It nijste fan in soarte jildt; de eardere bliuwe bewarre.
reported-subject = Wat
reported-value = Hoefolle
reported-note = Oantekening
reported-save = Melde
subject-views = werjeften
subject-calls = tillefoantsjes, mails en besites deroer
subject-cancelled = annulearre reservearrings en bestellingen
subject-money = jild ferlern of werombetelle
subject-harmed = minsken mei skea
figure-reported = meldd
assess-unknown = Net bekend
unknown-reach = hoefolle minsken it seagen
unknown-organic = hoefolle dêrfan organisearre is
unknown-grave = oft ien berjocht op himsels slim is
unknown-vivid = oft der in foto of film by is: gjin berjocht lit der ien sjen of neamt der ien, en net elke boarne fertelt it
unknown-cause = wêr’t it om giet: gjin wurden wize dêrop
unknown-harm = wat it kostet: nimmen hat tillefoantsjes of annulearrings meldd
unknown-forecast = wat der komt
unknown-growth = oft it groeit: it is noch gjin twa oeren âld
unknown-ill = oft de toan slimmer is as oars: te min fermeldingen
unknown-rest = wat de fermeldingen nei de earste 5.000 sizze
assess-factors = Hoe’t de earnst ta stân komt
factor-title = Faktor
factor-value = Wearde
factor-points = Punten
factor-least = op syn minst { $what }
factor-of = { $points } fan { $most }
factor-volume = kear it gewoane
factor-growth = % fan it oere derfoar
factor-people = minsken
factor-ill = punten mear dy’t kwea sprekke
factor-duration = minuten sûnt it begûn
factor-reach = folgers fan de skriuwers
factor-places = soarten iepenbiere plakken
factor-press = artikels yn de parse
factor-cause = earnst fan de oarsaak, 1 oant 3
factor-vivid = foto of film
factor-harm = meldde tillefoantsjes, annulearrings, minsken mei skea
factor-organic = ‰ op syn heechst dat fan minsken sels komt
factor-grave = in slim berjocht

# Hoe faak in merk him meldt, en wat oardielen dêrfan sizze.
budget-title = Hoe faak melde
budget-index = Ien deis, wyks of moannes; en wat jo oardielen derfan sizze
budget-lead = Ek as der neat bart, makket it tafal wat lûd. Kies hoefolle loas alarm jo ferdrage: hoe seldsumer, hoe mear der nedich is om wat te melden. Wat meld is bliuwt; de kar telt fan de folgjende minút ôf.
budget-notices-lead = Op syn heechst, yn rêstige tiden. In opmerking makket nimmen wekker.
budget-alerts-lead = Op syn heechst, yn rêstige tiden. In alarm makket minsken wekker.
budget-day = Sawat ien deis
budget-week = Sawat ien wyks
budget-month = Sawat ien moannes
budget-two-months = Sawat ien yn twa moannen
budget-half-year = Sawat ien yn in heal jier
budget-usual = { $what } (ornaris)
budget-would = Sûnt { $when } hie dizze kar der safolle jûn: { $count }
budget-shared = Jo organisaasje hat { $brands } eigen merken. Dat dy tegearre net mear as trije loaze opmerkingen deis en ien loas alarm wyks jouwe, jout elk merk minder as hjir keazen is: { $notices } fan de opmerkingen, { $alerts } fan de alarmen.
budget-labels = Wat jo oardielen sizze
budget-labels-lead = Elk sinjaal dat jo sjoen of sluten hawwe is in foarbyld. Sûnder jo feroaret der neat.
budget-few = Beoardiele en te ferlykjen: { $labelled }. Fan { $needed } ôf is der wat foar te stellen.
budget-keep = Beoardiele: { $labelled }, sluten as neat: { $dismissed }. Gjin oare kar is better.
budget-rarer = Beoardiele: { $labelled }, sluten as neat: { $dismissed }. Mei “{ $often }” wiene { $spared } dêrfan net kommen, en wie der gjinien ferlern dy’t sjoen is.
budget-apply = Dit foarstel oernimme
budget-kept = Bewarre. It telt fan de folgjende minút ôf.
budget-otherwise = Jo oardielen stelle no wat oars foar. Der is neat bewarre: besjoch it foarstel nochris.
budget-log = Wa’t wat keas
budget-log-none = Noch nimmen keas: it is as ornaris.
budget-log-said = { $who }: opmerkingen “{ $notice }”, alarmen “{ $alert }”
budget-log-labels = nei de oardielen
budgets-title = Wat jo oardielen foarstelle, foar alle merken
budgets-index = De foarstellen fan mear merken tagelyk oernimme
budgets-lead = Foar elk merk wat de oardielen oer syn sinjalen sizze, en wat oars west hie. Tikje oan wat jo wolle; sûnder jo feroaret der neat.
budgets-none = Foar gjin merk binne der genôch oardielen om wat foar te stellen.
budgets-take = Oernimme: opmerkingen “{ $notice }”, alarmen “{ $alert }”
budgets-apply = Bewarje wat oantikke is
budgets-few = { PLURAL($count) ->
    [one] { $count } merk hat te min oardielen: fan fiif ôf is der wat foar te stellen.
   *[other] { $count } merken hawwe te min oardielen: fan fiif ôf is der wat foar te stellen.
}
budgets-next = Folgjende merken
budgets-kept = Bewarre, telt fan de folgjende minút ôf: { $count }. Wat de oardielen net mear foarstelle, bliuwt sa’t it wie.

# De list foar de earnst, as formulier.
rubric-title = Hoe’t de earnst beoardiele wurdt
rubric-index = De punten fan elke faktor, de grinzen en de terminen
rubric-lead = Fan sa’n wearde ôf safolle punten; punten telle op. In trede kin ek op himsels in earnst easkje. Mear fan wat ek is nea minder slim: wat dat dwaan soe wurdt wegere.
rubric-own = Jo organisaasje hat in eigen list.
rubric-house = It is de list fan it hûs.
rubric-from = Fan
rubric-points = Punten
rubric-least = Op syn minst
rubric-least-none = neat
rubric-row = { $what }, trede { $n }
rubric-empty = In lege trede telt net; in faktor sûnder treden telt foar neat. Bewarje om in lege rigel derby te krijen.
rubric-bounds = Grinzen
rubric-alert = Alarm fan safolle punten ôf
rubric-crisis = Krisis fan safolle punten ôf
rubric-minutes = Minuten oant it earste wurd
rubric-problem = Der is neat feroare: sjoch wat der by de fjilden stiet.
rubric-wrong-number = Dit binne gjin hiele getallen, of der mist ien.
rubric-wrong-falls = Wearden moatte stige; punten en easke earnst meie net sakje.
rubric-wrong-points = Punten geane fan 0 oant 1000, en in faktor hat op syn heechst tsien treden.
rubric-wrong-order = In alarm begjint by op syn minst ien punt, en in krisis by mear punten as in alarm.
rubric-wrong-minutes = Minuten geane fan 1 oant 43.200, en it slimmere hat nea mear tiid.
rubric-saved = Bewarre. Sinjalen dy’t komme wurde hjirmei beoardiele.
rubric-reset = Wer de list fan it hûs
beside-title = Wat noch ôfwykt
beside-departs = Wykt ôf fan it gewoane: { $what }
beside-what = Wat
beside-now = Sûnt it begûn
beside-usual = Gewoanlik
beside-range = { $low } oant { $high }
beside-hint = Tallen njonken like lange tiden fan de fjouwer wiken derfoar (njoggen fan de tsien lizze deryn), oandielen mei in ynterfal fan 90 %; op syn heechst de lêste dei.
aspect-people = minsken
aspect-negative = fermeldingen dy’t kwea sprekke
aspect-ill = diel dat kwea sprekt
aspect-aroused = diel dat kwea sprekt yn lilkens, walging of eangst
aspect-first-person = diel dat „ik” seit
aspect-reposts = diel dat it berjocht fan in oar trochjout
aspect-reach = folgers, by elke fermelding
aspect-places = soarten iepenbiere plakken
aspect-stories = ferhalen dy’t hieltyd mear ferteld wurde
stands-above = mear as gewoanlik
stands-below = minder as gewoanlik
stands-usual = lykas gewoanlik
stands-unknown = te min om te sizzen
trade-title = Wy, of de hiele branche?
trade-nobody = Net bekend: der wurdt nimmen oars folge. In konkurrint of de branche kin as merk tafoege wurde.
trade-young = Net bekend: de oaren wurde minder as in wike folge.
trade-ours = { PLURAL($count) ->
    [one] Allinnich wy: it oare folge merk is rêstich.
   *[other] Allinnich wy: gjin fan de { $count } oaren wykt ôf.
}
trade-shared = { $stirred } fan de { $of } oaren wike ek ôf. In berjocht dat ferskate neamt, telt foar elk.
trade-trade-only = De iennichste oar dy’t folge wurdt, wykt ek ôf. In berjocht dat beide neamt, telt foar elk.
trade-trade = De hiele branche: { $stirred } fan de { $of } oaren ek. In berjocht dat ferskate neamt, telt foar elk.
trade-as-much = Stiicht op syn minst heal sa sterk as wy, njonken it eigen gewoane: { $what }. Dat feroaret wat it is en makket neat stil.
trade-who = Merk
stir-us = wy
stir-calm = lykas gewoanlik
stir-less = wykt minder ôf
stir-as-much = wykt likefolle ôf
stir-unknown = te koart folge
factor-arousal = punten mear dy’t kwea sprekke yn lilkens, walging of eangst
factor-impersonal = punten minder dy’t „ik” sizze
forecast-picture = kin komme, yn it oere
place-sources = Boarnen, op folchoarder
assess-cause-beyond = { $count } mear as gewoanlik
# Wa’t gear hannelet.
company-title = Wa’t gear hannelet
company-share = { $share } komt fan minsken sels: dien troch akkounts yn gjin inkelde groep.
company-share-unknown = Hoefolle fan minsken sels komt, is út wat bekend is net te sizzen.
company-none = Gjin akkounts diene itselde op itselde stuit faker as tafal ferklearret.
company-group = { $count } akkounts dy’t gearfalle
company-more = Groepen fûn neist dizze: { $count }.
company-one-in = By tafal likernôch ien sa’n groep op { $count } stoarmen as dizze.
company-who = Akkounts
company-others = en noch { $count }
company-shared = Wat se dielden
company-for = Wat pleitet foar gear hanneljen
company-against = Wat dertsjin pleitet
company-hypothesis = Dit is gjin oardiel. Fans, in redaksje mei tsien siden en ien mei twa akkounts lykje fan hjir ôf op elkoar. Wa’t derefter sit, ek “in konkurrint?”, is in fermoeden dat in minske befêstigje moat foar’t immen it lûdop seit.
company-picture = Links de akkounts, rjochts wat se dielden; in line seit dat se dêr gearfoelen. De tabel derûnder hat itselde.
company-what = Wat
company-outside = Oaren
company-posts = Berjochten dy’t it sjen litte
company-objects = { $shown } fan { $count } dingen toand.
kind-repost = itselde berjocht trochjûn
kind-link = deselde keppeling
kind-text = hast deselde tekst
kind-hashtags = deselde hashtags
kind-reply = antwurden op itselde berjocht
kind-image = deselde foto, byte foar byte
kind-blurhash = foto’s dy’t der ferdizene gelyk útsjogge (swakker as itselde bestân)
kind-unknown = itselde ding
stretch-seconds = { $count } s
stretch-minutes = { $count } min
stretch-hours = { $count } oeren
stretch-days = { $count } dagen
sign-synchrony = Pearen fan harren foelen binnen { $stretch } { $count } kear gear, dêr’t tafal der { $expected } jout.
sign-closeness = De helte dêrfan lei op syn heechst { $stretch } útinoar.
sign-density = { $count } fan { $possible } mooglike pearen falle op.
sign-single-purpose = { $share } fan wat se hjir diene, wie tegearre.
sign-other-interests = { $share } fan wat se hjir diene, wie wat oars, lykas minsken dogge.
sign-popular = { $share } fan wa’t itselde die, heart der net by: it wie populêr.
sign-one-stretch = Alles barde binnen { $stretch }, lykas om in útstjoering of in wedstriid hinne.
sign-few-accounts = Mar { $count } akkounts: ien minske, of ien hûs, kin der safolle hawwe.
sign-blurred = Fan de { $shown } dingen dy’t toand wurde binne { $count } foto’s dêr’t allinnich fan bekend is hoe’t se der ferdizene útsjogge: oare foto’s kinne der ek sa útsjen.
sign-few-objects = Se foelen op in pear dingen mar gear: { $count }.
sign-young = { $count } fan de { $known } akkounts mei bekende leeftyd wiene jonger as twa wiken; fan de oaren yn dizze stoarm minder as in kwart.
sign-old = { $count } fan de { $known } akkounts mei bekende leeftyd binne âlder as in jier.
sign-default-profiles = { $count } fan de { $known } akkounts dêr’t it profyl fan bekend is lieten it sa’t it platfoarm it makke, sûnder foto of wurd; fan de oare yn dizze stoarm minder as in kwart. In protte dy’t allinnich lêze dogge dat.
sign-single-review = { $count } fan de { $known } akkounts dêr’t it fan bekend is skreaunen dizze iene beoardieling en gjin oare; fan de oare yn dizze stoarm minder as in kwart. Elkenien begjint mei ien.
sign-many-reviews = { $count } fan de { $known } akkounts dêr’t it fan bekend is skreaunen fiif beoardielings of mear.
sign-vanished = { $count } fan harren berjochten waarden binnen tsien minuten fuorthelle.
sign-nothing-measured = Neat fan wat mjitten is. Wa’t se binne en wat se wolle, is net mjitten.
sign-arrival = { $count } beoardielingen binnen { $stretch }, dêr’t der oars { $expected } komme.
sign-one-sided = { $share } jout { $count } fan 5 stjerren; oars { $usual }.
sign-one-off = { $count } fan de { $known } akkounts dêr’t wat fan bekend is, binne nij of beoardielen neat oars; oars { $usual }.
sign-one-off-assumed = { $count } fan de { $known } akkounts dêr’t wat fan bekend is, binne nij of beoardielen neat oars. Wat hjir gewoan is, is net bekend; oannommen is { $usual }.
sign-copied = { $count } fan de { $known } werhelje in eardere beoardieling.
sign-real-customers = { $count } lykje echte klanten: der kin in reden wêze.
sign-nothing-known = Fan { $count } akkounts is neat bekend.
sign-arrival-unknown = Hoefolle beoardielingen der oars komme, is net bekend: dêr binne fjouwer wiken harkjen foar nedich.
sign-crowd-possible = In filmke, in reportaazje of in rige oan de kassa bringt ek op ien dei in soad minsken mei in earste beoardieling. Neat hjir ûnderskiedt dat.
signs-none = neat fan wat mjitten is
usual-unknown = net bekend
unseen-few = wa’t gear hannelet: der is te min dien om te ferlykjen
unseen-ages = hoe âld akkounts binne: bekend fan { $known } fan { $accounts }
unseen-nameless = wa’t { $count } fermeldingen skreau: dat stiet der net by
unseen-pictures = oft se in foto diele: har boarnen sizze neat oer foto’s; ferlike binne teksten, keppelings, hashtags, trochjaan en antwurden
unseen-pictures-some = oft se in foto diele, útsein by { $known } fan { $mentions } fermeldings: fan de oare seit de boarne neat, of se hawwe gjinien
unseen-rest = wat der net yn paste: mar in part is ferlike
unseen-terms = wa’t { $accounts } akkounts fan X binne: de betingsten fan X ferbiede konklúzjes oer in persoan, dus se binne teld en net oanwiisd

# In weach beoardielingen en it dossier.
reviews-title = De beoardielingen
reviews-line = { $count } beoardielingen yn de weach: { $alike } lykje mear op elkoar as lilke klanten dogge, { $own } lykje echte klanten, { $open } gjin fan beide.
reviews-one-in = By tafal ien sa’n weach troch sokke akkounts op { $count }.
reviews-one-in-accounts = By tafal sokke akkounts yn ien weach op { $count }; dat it safolle binne, seit hjir neat: wat gewoan is, is net bekend.
reviews-for = Wat pleitet foar in kampanje
dossier-link = It dossier: elke beoardieling en wêrom
dossier-title = Dossier fan { $what }
dossier-lead = Foar it platfoarm, om nei te sjen. It beskuldiget nimmen: it seit fan elke beoardieling wat bekend is, foar en tsjin. It is makke troch ferlykjen; it platfoarm ken syn akkounts.
dossier-terms = De beoardielingen steane der sa’t se skreaun binne, mei harren boarne. Net publisearje: lit se it platfoarm sjen, nimmen oars.
dossier-alike = Lykjend: sjoch hjir asjebleaft nei ({ $count })
dossier-own = Echte klanten foar safier’t te sjen is: net beskuldige ({ $count })
dossier-open = Dêr is te min fan bekend: net beskuldige ({ $count })
dossier-rest = Hjir net ôfprinte: noch { $count }. De API en de kommandorigel hawwe se allegear.
dossier-none = Minder as fiif fermeldingen fan dit sinjaal binne beoardielingen: der is gjin dossier.
dossier-for = foar
dossier-against = tsjin
dossier-unknown = net bekend
dossier-original = By de boarne
evidence-in-burst = kaam yn de weach
evidence-another-time = kaam op in oar stuit
evidence-same-rating = jout de stjerren fan de weach
evidence-other-rating = jout oare stjerren
evidence-no-text = allinnich stjerren, lykas in soad dy’t gewoan teloarsteld binne
evidence-copied-text = eardere beoardielingen mei hast deselde tekst: { $count }
evidence-own-text = eigen wurden
evidence-new-account = it akkount wie { $count } dagen âld
evidence-old-account = it akkount is { $count } dagen âld
evidence-only-review = it akkount beoardielde neat oars
evidence-history = it akkount skreau { $count } beoardielingen
evidence-age-unknown = hoe âld it akkount is
evidence-history-unknown = wat it akkount fierder beoardielde
evidence-rating-unknown = de stjerren
evidence-text-unknown = de tekst

## Wat de kontrôle fan in plan fynt

finding-unreadable = De tekst is hjir net te lêzen: { $what }
finding-unreadable-why = Wat hjirnei stiet, kin yn it plan misse.
finding-unreadable-fix = Ferbetterje de rigel; teksten steane tusken oanhellingstekens.
finding-too-long = { $kind ->
        [items] Der binne mear as { $most }.
        [hours] Safolle minsken, oeren en regels byinoar kinne net trochspile wurde.
       *[other] It plan is langer as { $most } bytes.
    }
finding-too-long-why = Wat dêrboppe giet, is net lêzen of net neigien.
finding-too-long-fix = Meitsje it koarter, of ferdiel it yn in basisplan en ferskillen.
finding-unknown-section = Gjin plan hat in diel "{ $name }".
finding-unknown-section-why = Wat deryn stiet, wurdt net brûkt.
finding-unknown-section-fix = Helje it wei, of skriuw de namme fan in diel dat bestiet.
finding-unknown-field = "{ $section }" hat gjin fjild "{ $name }".
finding-unknown-field-why = Wat it seit, wurdt net brûkt.
finding-unknown-field-fix = Helje it wei, of ferbetterje de namme.
finding-wrong-kind =
    "{ $field }" moat { $wanted ->
        [text] in tekst
        [list] in list
        [number] in hiel getal
        [flag] true of false
        [day] in dei
        [section] in eigen diel
        *[other] wat oars
    } wêze.
finding-wrong-kind-why = It is weilitten.
finding-wrong-kind-fix = Skriuw it sa.
finding-unknown-choice = "{ $field }" kin net "{ $name }" wêze.
finding-unknown-choice-why = It is weilitten.
finding-unknown-choice-fix = Kies út: { $wanted }.
finding-bad-value = "{ $name }" is net te lêzen as "{ $field }".
finding-bad-value-why = It is weilitten.
finding-bad-value-fix =
    { $wanted ->
        [length] In doer: 15 min, 2 h, 3 days.
        [day] In dei: 2027-01-31.
        [hours] Oeren: mon-fri 08:00-19:00.
        [zone] In tiidsône: Europe/Amsterdam.
        [absence] Earste en lêste dei: 2026-08-01..2026-08-21.
        [phone] In telefoannûmer: 058 123 45 67.
        [query] Wurden yn de taal fan sykopdrachten, sa’t *Ynstellings → merk → sykopdrachten* se oannimt.
        [email] In e-mailadres: lea@example.org.
        *[other] In hiel getal binnen syn grinzen.
    }
finding-missing-field = "{ $name }" hat gjin "{ $field }".
finding-missing-field-why = Sûnder dat is it plan dêr net te brûken.
finding-missing-field-fix = Folje it oan.
finding-unknown-reference =
    Der is gjin { $kind ->
        [who] rol of persoan
        [person] persoan
        [objective] doel
        [scenario] senario
        [action] aksje
        [stakeholder] belanghawwende
        *[other] ding
    } "{ $name }" yn it plan.
finding-unknown-reference-why = Wa't dit nachts lêst, siket it fergees.
finding-unknown-reference-fix = Ferbetterje de namme, of foegje ta wat er neamt.
finding-empty-objective = Gjin strategy tsjinnet it doel "{ $name }".
finding-empty-objective-why = In doel sûnder wei is in winsk.
finding-empty-objective-fix = Foegje in strategy ta mei objective = "{ $name }", of helje it wei.
finding-empty-strategy = De strategy "{ $name }" hat gjin aksje.
finding-empty-strategy-why = Nimmen docht der wat foar.
finding-empty-strategy-fix = Foegje in aksje ta mei strategy = "{ $name }", of helje har wei.
finding-orphan-strategy = De strategy "{ $name }" tsjinnet gjin doel.
finding-orphan-strategy-why = Nimmen kin sizze wêrfoar't se is, of oft se wurke.
finding-orphan-strategy-fix = Neam har doel: objective = "…".
finding-orphan-action = De aksje "{ $name }" heart by gjin strategy.
finding-orphan-action-why = Wat nearne by heart, wurdt it earst fergetten.
finding-orphan-action-fix = Neam in strategy dy't bestiet: strategy = "…".
finding-half-missing =
    It plan hat gjin { $name ->
        [prevention] foarkommen
        *[other] werstellen
    }.
finding-half-missing-why = In plan hat twa helten: foarôf, dat it net komt; efternei, as it der is.
finding-half-missing-fix = Foegje in strategy ta mei half = "{ $name }".
finding-no-responsible = Nimmen is ferantwurdlik foar "{ $name }".
finding-no-responsible-why = As it losbarst, freget elkenien "wa?".
finding-no-responsible-fix = Neam der krekt ien: in rol of in persoan.
finding-several-responsible = { $count } binne ferantwurdlik dêr't it der krekt ien wêze moat.
finding-several-responsible-why = Dêr't mear ferantwurdlik binne, wachtet de iene op de oare.
finding-several-responsible-fix = Hâld der ien; de oare is de ferfanger.
finding-no-deputy = Nimmen ferfangt "{ $who }" by "{ $name }".
finding-no-deputy-why = Minsken sliepe, fleane en wurde siik.
finding-no-deputy-fix = Neam in ferfanger, of in twadde persoan yn de rol.
finding-same-person = By "{ $name }" is de ferfanger deselde persoan, "{ $who }".
finding-same-person-why = Nimmen ferfangt himsels.
finding-same-person-fix = Neam in oar.
finding-missing-role = De rol "{ $name }" hat nimmen.
finding-missing-role-why = De taken falle ta oan wa't der tafallich is.
finding-missing-role-fix = Foegje [role.{ $name }] mei minsken ta.
finding-unreachable-owner = { $name } moat wat dwaan ("{ $what }") en is net te berikken.
finding-unreachable-owner-why = Der is gjin telefoannûmer en gjin adres.
finding-unreachable-owner-fix = Folje phone of email yn.
finding-missing-language = Nimmen yn it plan praat "{ $language }".
finding-missing-language-why = Klanten skriuwe it, en immen moat antwurdzje.
finding-missing-language-fix = Foegje it ta oan immens talen, of neam immen dy't helpt.
finding-risk-without-query = Neat harket nei it risiko "{ $name }".
finding-risk-without-query-why = It soe pas opfalle as oaren belje.
finding-risk-without-query-fix = Foegje queries ta: wurden dy't men skriuwe soe.
finding-risk-without-scenario = It risiko "{ $name }" hat gjin senario.
finding-risk-without-scenario-why = It is bekend, en nimmen wit wat dan te dwaan.
finding-risk-without-scenario-fix = Neam in senario dat bestiet, of skriuw der ien.
finding-scenario-without-action = Yn it senario "{ $name }" docht nimmen wat.
finding-scenario-without-action-why = Wurden allinne meitsje neat goed.
finding-scenario-without-action-fix = Foegje moves ta: de earste aksjes, op folchoarder.
finding-scenario-without-reply = It senario "{ $name }" hat gjin antwurd yn "{ $language }".
finding-scenario-without-reply-why = Nachts oerset nimmen goed.
finding-scenario-without-reply-fix = Skriuw in antwurd yn dy taal.
finding-no-holding = It senario "{ $name }" hat gjin earste berjocht yn "{ $language }".
finding-no-holding-why = It earste oere giet foarby mei sykjen nei wurden.
finding-no-holding-fix = Skriuw der ien: sjoen, we sykje it út, wa te beljen, folgjend nijs.
finding-no-alternative = "{ $name }" hat yn "{ $language }" mar ien tekst foar "{ $phase }".
finding-no-alternative-why = Deselde wurden ûnder elk berjocht lykje op in masine.
finding-no-alternative-fix = Skriuw in twadde.
finding-no-safety = By "{ $name }" kinne minsken ferwûne reitsje, en neat seit hoe feilich te bliuwen.
finding-no-safety-why = Foar elk wurd fan spyt: wat minsken no dwaan moatte.
finding-no-safety-fix = Foegje safety ta: twa sinnen en in nûmer.
finding-expired-approval = De goedkarring fan "{ $name }" rûn ôf op { $day }.
finding-expired-approval-why = Nimmen mei it nachts frijjaan.
finding-expired-approval-fix = Lês it op 'e nij; set in nije dei of feroarje de tekst.
finding-expires-soon = De goedkarring fan "{ $name }" rint ôf op { $day }.
finding-expires-soon-why = Dêrnei mei nimmen it frijjaan.
finding-expires-soon-fix = Lês it op 'e nij en set in nije dei.
finding-not-approved = Nimmen hat "{ $name }" al goedkard.
finding-not-approved-why = By weromfal mei allinne frij wat al goedkard wie.
finding-not-approved-fix = Lês it; dêrnei approved_by en expires.
finding-mixed-posture = "{ $name }" seit "{ $posture }" en "{ $other }" tagelyk.
finding-mixed-posture-why = Wa't ûntkent én ekskuzes makket, wurdt yn gjin fan beide leaud (SCCT).
finding-mixed-posture-fix = Kies ien hâlding, of meitsje der twa senario's fan.
finding-text-too-long = { $count } tekens dêr't "{ $channel }" der { $most } nimt.
finding-text-too-long-why = It soe op it minste stuit ôfkapt of wegere wurde.
finding-text-too-long-fix = Meitsje it koarter, of kies in oar kanaal.
finding-unknown-blank = Neat follet it iepen plak "{ $name }" yn.
finding-unknown-blank-why = It soe sa publisearre wurde.
finding-unknown-blank-fix = Foegje it ta oan [blank], of nim ien dat it dossier ynfollet.
finding-missing-clock = De klok "{ $name }" mist.
finding-missing-clock-why = Wat gjin termyn hat, bart it lêst.
finding-missing-clock-fix = Foegje in klok fan dy soarte ta mei due en owner.
finding-clock-without-fallback = As de klok "{ $name }" ôfrint, bart der neat.
finding-clock-without-fallback-why = In termyn dy't nimmen oernimt, is fersiering.
finding-clock-without-fallback-fix = Neam wa't it oernimt: fallback = "…".
finding-missing-approval =
    Nimmen is neamd dy't by in { $severity ->
        [crisis] krisis
        *[other] parakrisis
    } frijjout.
finding-missing-approval-why = De tekst is klear, en elkenien wachtet op elkenien.
finding-missing-approval-fix = Foegje in goedkarring mei dy severity ta.
finding-approval-without-fallback = De goedkarring "{ $name }" kin ivich wachtsje.
finding-approval-without-fallback-why = Wa't goedkarre moat, sliept miskien.
finding-approval-without-fallback-fix = Foegje within en fallback ta: wa't dan frijjaan mei wat al goedkard wie.
finding-nobody-can-release =
    { $weekday ->
        [monday] Moandei
        [tuesday] Tiisdei
        [wednesday] Woansdei
        [thursday] Tongersdei
        [friday] Freed
        [saturday] Sneon
        *[sunday] Snein
    } om { $hour }{ $dated ->
        [yes] {" "}({ $day })
        *[no] {""}
    } kin nimmen in ferklearring frijjaan ("{ $name }"): allinne { $only } mei dat{ $absent ->
        [yes] , en { $missing } is ôfwêzich
        *[no] , mar net op dat oere
    }.
finding-nobody-can-release-why = Fûn troch elke persoan op elk oere fan 'e wike wei te litten.
finding-nobody-can-release-fix = Foegje in weromfal ta dy't dan te berikken is, of meitsje immens oeren rommer.
finding-missing-mandate = It plan seit net wat it buro allinne dwaan mei.
finding-missing-mandate-why = Nachts docht it buro dan te min, of te folle.
finding-missing-mandate-fix = Foegje [mandate] ta mei day en night: watch, freeze, reply, release.
finding-mandate-forbids = De weromfal "{ $who }" fan "{ $name }" is fan it buro, en it mandaat lit dat nachts neat frijjaan.
finding-mandate-forbids-why = It plan soe krekt dêr stopje.
finding-mandate-forbids-fix = Foegje "release" ta oan night fan it mandaat, of in weromfal fan de klant.
finding-missing-escalation = Neat seit wa't it heart as it slimmer wurdt.
finding-missing-escalation-why = Wa't beslist, heart it fan in sjoernalist.
finding-missing-escalation-fix = Foegje in eskalaasje ta mei tell en after.
finding-freeze-without-allow = De stop hâldt alles tsjin.
finding-freeze-without-allow-why = In weromropaksje of oare iepeningstiden moatte noch út.
finding-freeze-without-allow-fix = Foegje allow ta: feiligens, weromropaksje, iepeningstiden.
finding-missing-stakeholder = Nimmen fertelt it de meiwurkers.
finding-missing-stakeholder-why = Oan de baly wurdt it harren frege, en sy hearre it fan klanten.
finding-missing-stakeholder-fix = Foegje [stakeholder.staff] ta mei owner en message.
finding-missing-policy = Klanten witte net dêr't se mei in klacht telâne kinne.
finding-missing-policy-why = Wa't gjin doar fynt, ropt op strjitte.
finding-missing-policy-fix = Foegje [policy] ta mei complaints: de side of it nûmer.
finding-missing-conduct = Meiwurkers witte net hoe't se har hâlde moatte.
finding-missing-conduct-why = Ien lilk antwurd fan in privee-account is in twadde krisis.
finding-missing-conduct-fix = Foegje [conduct] ta mei do en do_not.
finding-untested-scenario = Gjin test dekt it senario "{ $name }".
finding-untested-scenario-why = Wat nea spile is, wurket nachts net.
finding-untested-scenario-fix = Foegje in test ta dy't it neamt, of ien foar alles.
finding-untested-lesson = Gjin oefening hat de les "{ $name }" fan saak { $case } beproefd.
finding-untested-lesson-why = Wat allinnich op papier leard is, is noch net leard.
finding-untested-lesson-fix = Spylje der in oefening fan, en neam dy yn it fjild "tested".
finding-invented-contact = { $name } hat allinnich it nûmer of adres fan in foarbyld.
finding-invented-contact-why = Op it minne stuit bellet dat nûmer nimmen.
finding-invented-contact-fix = Skriuw it nûmer of adres op dêr’t dizze persoan echt antwurdet.
finding-approved-other-text = Wat foar “{ $name }” ferstjoerd wurde soe, is feroare nei de goedkarring: de tekst, of wat op de iepen plakken komt.
finding-approved-other-text-why = Wat nimmen lêzen hat, mei nachts net nei bûten.
finding-approved-other-text-fix = Lês him op ’e nij en kar him wer goed, op de side “Antwurden goedkarre”.
finding-approver-not-named = “{ $who }” hat “{ $name }” goedkard en gjin regel fan goedkarring freget dat fan dy persoan.
finding-approver-not-named-why = Nimmen dy’t it plan freget, hat ja sein tsjin dizze wurden.
finding-approver-not-named-fix = Lit ien fan any of all fan [approval] it goedkarre, of neam dizze persoan dêr.
finding-one-person-twice = { $name } hat it telefoannûmer of adres fan { $other }.
finding-one-person-twice-why = Ien minske soe foar twa telle: as skriuwer en goedkarder, en as der ien fuort is.
finding-one-person-twice-fix = Helje ien fan beide wei, of skriuw it nûmer op fan wa’t echt opnimt.
finding-unbound-approval = Der stiet wa’t “{ $name }” goedkard hat, mar net hokker wurden dy lêzen hat.
finding-unbound-approval-why = In goedkarring jildt foar de krekte wurden dy’t ferstjoerd wurde soene, de iepen plakken ynfolle; hjir soe in feroaring nimmen opfalle.
finding-unbound-approval-fix = Lês him en kar him goed op de side “Antwurden goedkarre”; skriuw yn it bestân approved_text = "{ $stamp }" ûnder de tekst as jo him lêzen hawwe.
finding-near = Bedoelden jo "{ $what }"?

## De kaart

card-title = De kaart
card-steps = Yn seis stappen
card-prepare = Foarôf
card-look = Sjen: wat, hoefolle, wa is ferwûne?
card-gather = Wa liedt
card-hold = Alle reklame stil
card-say = De earste wiere wurden sizze
card-go-on = Trochgean: nijs as it tasein is
card-people = Wa te beljen
card-moves = Earste stappen
card-within = binnen { $what }
card-holding = Earste wurden
card-answers = Fragen oan de baly en oan de telefoan
card-answers-lead = Hjir stiet allinne wat goedkard is; foar al it oare: notearje namme en nûmer.
card-conduct = Foar meiwurkers
card-do = Wol dwaan
card-do-not = Net dwaan

## It plan op syn side

plan-title = It plan
plan-index = Wa wat docht as it komt, en wat sein wurdt
plan-lead = Der is noch gjin plan. Begjin mei ien dat meilevere is: it kriget jo namme en nûmer, en jo feroarje it oant it by jo past.
plan-kind = Foar wa
plan-kind-shop = In winkel fan ien persoan: fiif kaarten
plan-kind-brand = In merk mei in team
plan-kind-agency = In buro mei klanten
plan-kind-figure = In publyk persoan
plan-language = Taal fan it plan
plan-person = Wa liedt
plan-phone = Telefoannûmer
plan-begin = Mei dit plan begjinne
plan-text = It plan as tekst
plan-why = Wêrom it feroaret
plan-saved = Bewarre as nije ferzje.
plan-begun-names = It foarbyld rêst op wat it plan fan jo buro net hat; dêrom binne allinnich de nammen bewarre. Skriuw part foar part wat by dizze klant oars is.
plan-begin-base = It plan fan in klant leit op in oar plan: kies it plan dêrûnder. Der is neat begûn.
plan-clean = Der is neat op oan te merken.
plan-errors = { PLURAL($count) ->
    [one] { $count } flater
   *[other] { $count } flaters
 }
plan-warnings = { PLURAL($count) ->
    [one] { $count } warskôging
   *[other] { $count } warskôgings
 }
plan-to-do = { $count } te dwaan
plan-error = Flater
plan-warning = Warskôging
plan-note = Te dwaan
plan-findings = Wat fûn is, en hoe it te ferhelpen
plan-line = rigel { $count }
plan-card = De kaart, om te printsjen of op de telefoan te bewarjen
plan-too-long = De tekst hat { $size } bytes; in plan hat op syn heechst { $most }. Der is neat bewarre. Wat jo typt hawwe stiet hjirûnder: meitsje it koarter, of ferdiel it yn in basisplan en ferskillen.
plan-conflict = In oar hat it plan yntusken feroare
plan-conflict-lead = Fan jo is noch neat bewarre en neat ferlern: it stiet hjirûnder.
plan-theirs = Wat de oar feroare
plan-ours = Wat jo feroaren
plan-keep-both = Beide bewarje
plan-log = Ferzjes
plan-version = Ferzje { $count }
plan-more = … en noch { $count }
card-not-approved = Nimmen hat dizze tekst goedkard.

## The plan as forms: sections, fields, words of closed lists

form-section-plan = It plan sels
form-section-blank = Wat op de iepen plakken komt
form-section-person = Minsken
form-section-role = Rollen
form-section-objective = Doelen
form-section-strategy = Strategyen
form-section-action = Aksjes
form-section-risk = Risiko’s
form-section-scenario = Senario’s
form-section-reply = Antwurden
form-section-clock = Klokken
form-section-stakeholder = Belanghawwenden
form-section-approval = Wa’t frijjout
form-section-escalation = Wa’t it heart
form-section-mandate = Wat it buro allinnich mei
form-section-freeze = Wat stilset wurdt
form-section-policy = Wat it publyk te hearren krijt
form-section-policy-in = Wat it publyk yn in oare taal te hearren krijt
form-section-conduct = Wat it personiel te hearren krijt
form-section-test = Proeven fan it plan
form-section-lesson = Lessen fan weromblikken
form-field-title = Titel
form-field-size = Hoefolle minsken derfoar soargje
form-field-languages = Talen
form-field-country = Lân, yn twa letters
form-field-zone = Tiidsône
form-field-without = Ut it basisplan nommen
form-field-name = Namme
form-field-phone = Telefoannûmer
form-field-email = Mailadres fan dizze persoan
form-field-hours = Te berikken op dizze oeren
form-field-absences = Fuort op dizze dagen
form-field-agency = Heart by it buro
form-field-people = Wa, de earste hat de rol
form-field-text = Yn wurden
form-field-objective = Tsjinnet it doel
form-field-half = Derfoar of dernei
form-field-strategy = Heart by de strategy
form-field-responsible = Ferantwurdlik
form-field-deputy = Ferfanger
form-field-within = Klear binnen
form-field-scenarios = Senario’s; gjin betsjut alle
form-field-every = Op ’e nij om de
form-field-likelihood = Hoe wierskynlik, 1 oant 5
form-field-impact = Hoe slim, 1 oant 5
form-field-queries = Heard troch dizze sykfragen
form-field-scenario = Senario
form-field-cause = Oarsaak
form-field-severity = Hoe earnstich
form-field-posture = Hoe’t men ferantwurdlikheid nimt
form-field-safety = Hoe’t minsken feilich bliuwe
form-field-signs = Wêr’t men it oan werkent
form-field-moves = Earste stappen, op folchoarder
form-field-phase = Wannear’t it sein wurdt
form-field-audience = Oan wa
form-field-channel = Wêr, of hoe
form-field-language = Taal fan it antwurd
form-field-approved_by = Goedkard troch
form-field-expires = Goedkarring einiget op
form-field-approved_text = Stimpel fan de goedkarde tekst
form-field-kind = Hokker klok
form-field-due = Ferrint nei
form-field-owner = Wa’t derfoar soarget
form-field-fallback = Wa’t it oernimt
form-field-pauses_at_night = Stiet nachts stil
form-field-power = Hoefolle se dwaan kinne
form-field-interest = Hoefolle se witte wolle
form-field-message = Wat se earst hearre
form-field-authors = Wa’t skriuwe mei
form-field-any = Ien fan harren is genôch
form-field-all = Elk fan harren is nedich
form-field-ordered = Elk yn dizze folchoarder
form-field-tell = Oan wa fertelle
form-field-after = De folgjende nei
form-field-day = Oerdei
form-field-night = Nachts
form-field-targets = Akkounts en ark
form-field-allow = Giet dochs troch
form-field-complaints = Wêr’t men kleit
form-field-answer_within = Antwurd binnen
form-field-answers = Wa’t antwurdet
form-field-never = Wy dogge nea
form-field-do = Doch
form-field-do_not = Doch net
form-field-review = Ut de weromblik op saak
form-field-changes = Wat it yn it plan feroare hat
form-field-tested = Beproefd troch de oefening
form-word-solo = ien persoan
form-word-team = in team
form-word-agency = in buro mei klanten
form-word-prevention = derfoar: previnsje
form-word-correction = dernei: herstel
form-word-paracrisis = in parakrisis: freget in antwurd
form-word-crisis = in krisis: freget it team
form-word-inform = ynformearje: wat te dwaan, en dat it ús rekket
form-word-deny = ûntkenne: it is net sa
form-word-diminish = ferlytsje: minder as it liket
form-word-rebuild = weropbouwe: sorry, en hersteld
form-word-bolster = fersterkje: wat earder goed gie
form-word-holding = earste wurden
form-word-full = folsleine ferklearring
form-word-answer = antwurd oan ien persoan
form-word-update = wat der nij is
form-word-closing = it is foarby
form-word-any = oeral
form-word-review = ûnder in resinsje
form-word-mail = mei de mail
form-word-site = op de eigen side
form-word-phone = mei de tillefoan
form-word-counter = oan de baly
form-word-press = oan sjoernalisten
form-word-first-assessment = earste ynskatting
form-word-team-assembled = team byinoar
form-word-holding-statement = earste ferklearring
form-word-full-statement = folsleine ferklearring derút
form-word-next-update = folgjend nijs
form-word-reply = minsken antwurdzje
form-word-low = leech
form-word-high = heech
form-word-watch = meisjen
form-word-freeze = marketing stilsette
form-word-release = in goedkarde tekst frijjaan
form-hint-lines = Ien de rigel.
form-hint-length = 15 min, 2 h of 3 days (dagen).
form-hint-hours = Ien de rigel: mon-fri 08:00-19:00, of daily 00:00-00:00. Neat betsjut altyd.
form-hint-absences = Ien de rigel: 2026-08-01..2026-08-21
form-hint-zone = Lykas Europe/Amsterdam

## The pages of these forms

plan-sections = Feroarje it diel foar diel
plan-as-text = It hiele plan as tekst
plan-add = Foegje ien ta
plan-short-name = De koarte namme, yn letters, sifers en streekjes
plan-taken-name = Dy namme is der al, of hat oare tekens. Der is neat tafoege.
plan-take-out = Helje it derút…
plan-take-out-sure = Helje { $what } derút
plan-take-out-kept = Eardere ferzjes bewarje it.
plan-autosaved = Fansels bewarre, ferzje { $count }
plan-not-saved = Net bewarre: druk op “Bewarje”.
plan-field-conflict = Immen hat ûnderwilens itselde feroare. Wat jo typten stiet hjirûnder en is noch net bewarre.
plan-field-holds = Underwilens feroare yn:
plan-take-theirs = Lit mines falle, lit sjen wat jildt
plan-in-text-only = Allinnich yn ’e tekst kin dit sûnder ferlies feroare wurde.
plan-needed = nedich
plan-from-base = út it basisplan
plan-over = Leit oer it plan fan { $what }: allinnich wat ôfwykt stiet hjir.
plan-kind-client = In klant: leit oer it plan fan it buro
plan-base = It plan derûnder
plan-no-base = gjin plan
plan-base-save = Lis it oer dat plan
plan-approve = Antwurden goedkarre
plan-approve-lead = Lês elk lûdop. Wat goedkard is, mei nachts sûnder oare fraach nei bûten, oant de eindei.
plan-approve-until = Oant en mei
plan-approve-ticked = Kar goed wat oankruse is
plan-approve-none = Elk antwurd is goedkard en gjin goedkarring einiget binnen tritich dagen.
plan-approve-recorded = Fêstlein troch { $by } foar { $for }
plan-approve-changed = feroare sûnt it goedkard is: dy goedkarring jildt net mear
plan-approve-expired = de goedkarring is ferrûn
plan-approve-was = Doe goedkard
plan-approve-was-unknown = Hokker wurden doe goedkard binne, is net bewarre; lês it as in nije tekst.
plan-approve-nothing = Der wie neat oankrúst, dus is neat goedkard.
plan-approve-past = Dy dei is foarby. Kies in dei fan hjoed ôf; der is noch neat goedkard.
plan-approve-meanwhile = Teksten binne feroare wylst jo se lêzen. Se binne net mear oankrúst: lês se op ’e nij. Der is noch neat goedkard.
plan-new-blank = Noch in iepen plak
plan-new-blank-text = Wat deryn komt
nav-plan = Plan
plan-found-here = { $count } fûn
card-not-whole = In part fan it plan koe net lêzen wurde en ûntbrekt hjir. Iepenje it plan: it seit wêr.
plan-clients = Plannen dy’t op dit lizze
plan-base-end = Beëinigje it foar { $what }
draft-cites = { $what } “{ $said }”
draft-in-subject = Yn it ûnderwerp: { $what }
wording-anger = Lilke of misledigjende wurden, haadletters, of mear útroptekens.
wording-anger-why = Wa’t lilk antwurdet, wurdt oanhelle, en dan wurdt it antwurd it ferhaal. Elke gids fan it fak seit it: bliuw hoflik, lit jo net yn in rûzje lûke.
wording-anger-fix = Helje dy wurden wei, lit in oar it lêze, en antwurdzje op de saak sels.
wording-sarcasm = Irony op kosten fan wa’t jo antwurdzje.
wording-sarcasm-why = Op skrift lêst irony as ferachting, en sa wurdt it dield; wa’t meilêst kiest de kant fan de klant.
wording-sarcasm-fix = Siz it gewoan, of lit it wei.
wording-blame = De skuld wurdt by de klant of by in oar lein.
wording-blame-why = In sûndebok oanwize bedjert in ekskús (Youk en Park, 2022). Wa’t by jo kocht hat, hâldt jo ferantwurdlik, wa’t it ek besoarge.
wording-blame-fix = Siz wat jo deroan dogge. Wêrom’t it barde kin folgje as dat bekend is.
wording-non-apology = In ekskús foar wat oaren fiele, net foar wat der barde.
wording-non-apology-why = ‘Sorry as jo jo kwetst fiele’ seit dat de lêzer te gefoelich is. It wichtichste fan in ekskús is dat de flater neamd wurdt (Lewicki, Polin en Lount, 2016).
wording-non-apology-fix = Neam wat der barde en haw dêr spyt fan; of libje mei sûnder ekskús.
wording-weasel = Wurden dy’t iepen litte wat, wa of wannear.
wording-weasel-why = ‘Inkele problemen’, ‘der binne flaters makke’: wat iepen bliuwt, folje oaren yn, selden freonlik. Siz wat bekend is en wat net (it hânboek krisiskommunikaasje fan de CDC).
wording-weasel-fix = Neam it tal, it plak, it oere of wa’t it die; en siz rjochtút wat jo noch net witte.
wording-missing-acknowledgement = Wat de oar oerkommen is, wurdt net neamd.
wording-missing-acknowledgement-why = Wa’t gjin wurd oer de eigen soarch lêst, tinkt dat nimmen it lies. De soarch erkenne komt foar al it oare.
wording-missing-acknowledgement-fix = Siz yn ien sin wat jo ferteld is, sûnder oardiel.
wording-missing-empathy = Gjin wurd fan meilibjen.
wording-missing-empathy-why = Meilibjen wurket like goed as in ekskús en bekent neat (Coombs en Holladay, 2008).
wording-missing-empathy-fix = Siz dat jo begripe wat it foar de oar wie; ien sin is genôch.
wording-missing-action = Der stiet net wat der dien is of bart.
wording-missing-action-why = Wurden sûnder dieden geane troch foar in standertantwurd. Minsken wolle earst witte wat der no bart.
wording-missing-action-fix = Neam ien ding dat dien of begûn is, hoe lyts ek: neisjoen, weihelle, skille.
wording-missing-next-step = Gjin folgjende stap, en net by wa’t men telâne kin.
wording-missing-next-step-why = Wa’t net wit wat der komt, freget it op ’e nij, yn it iepenbier. In tiid foar it folgjende berjocht stelt mear gerêst as in hastich antwurd.
wording-missing-next-step-fix = Siz wat der folget en wannear, of wêr’t immen te berikken is.
wording-missing-name = Der stiet gjin namme ûnder.
wording-missing-name-why = Minsken binne mylder foar in minske as foar in saak: in namme en in ‘ik’ meitsje in antwurd minsklik (van Noort en Willemsen, 2012).
wording-missing-name-fix = Tekenje mei in foarnamme en wat jo dogge.
wording-undated-promise = In ûnthjit sûnder datum.
wording-undated-promise-why = Wat gjin datum hat, wurdt elk oere frege, en is brutsen yn ’e eagen fan wa’t wachtet. In berjocht draacht syn oere.
wording-undated-promise-fix = Set de dei en it oere derby, al is it mar fan it folgjende berjocht.
wording-unlimited-promise = In ûnthjit sûnder grins.
wording-unlimited-promise-why = ‘Nea wer’ wurdt troch de earste útsûndering wjerlein, en dy is nijs. Nimmen kin it wiermeitsje.
wording-unlimited-promise-fix = Siz wat jo feroare hawwe sadat it minder bart, en hoe’t jo sjogge oft it wurket.
wording-early-compensation = Der wurdt yn it iepenbier jild of in kado bean wylst de saak groeit.
wording-early-compensation-why = Betiid en iepenbier bean fjurret in fergoeding de stoarm oan; in oar kanaal bringt rêst (Herhausen en oaren, 2019).
wording-early-compensation-fix = Noegje de oar út yn in priveekanaal en regelje it dêr.
wording-personal-data = Persoanlike gegevens: in adres, in nûmer, in rekken of in dossier.
wording-personal-data-why = Wat iepenbier stiet is kopiearre foar’t it wiske is. In antwurd dat gegevens fan in klant priisjout, is sels in datalek.
wording-personal-data-fix = Helje se wei, en freegje dernei yn in priveeberjocht.
wording-named-person = In meiwurker, in klant of in oar wurdt by namme neamd.
wording-named-person-why = Wa’t neamd wurdt, wurdt it doel en bliuwt te finen. It hûs stiet yn foar syn minsken.
wording-named-person-fix = Neam de funksje, of neat; allinnich wa’t tekenet stiet der mei namme.
wording-template = In plak yn it sjabloan is net ynfolle.
wording-template-why = It lit sjen dat nimmen it antwurd lies foar’t it útgie.
wording-template-fix = Folje it yn, of helje it wei.
wording-wrong-language = De tekst stiet yn in oare taal as winske.
wording-wrong-language-why = Wa’t yn in oare taal antwurd krijt, is net heard.
wording-wrong-language-fix = Skriuw yn ’e taal fan it berjocht, of kies it goede senario.
wording-repeated-accusation = De beskuldiging of har hashtag wurdt werhelle.
wording-repeated-accusation-why = Ek ûntkend kleeft it wurd oan jo namme, en de hashtag bringt jo antwurd by elkenien dy’t him folget.
wording-repeated-accusation-fix = Siz wat der is, yn jo eigen wurden; lit de hashtag wei.
wording-bare-denial = In ûntkenning dy’t op gjin bekend feit rêst.
wording-bare-denial-why = Allinnich ûntkenne jout fertrouwen noch sympaty, en ien bewiis fan it tsjindiel makket in twadde krisis.
wording-bare-denial-fix = Neam it feit en wêr’t it nei te gean is; sûnder feit sizze jo dat jo it útsykje.
wording-mixed-posture = In ûntkenning en in ekskús of reparaasje yn ien tekst.
wording-mixed-posture-why = Wa’t ûntkent hat neat te reparearjen: it iene nimt it oare syn leauwe (Coombs). Meilibjen giet mei beide tegearre.
wording-mixed-posture-fix = Kies: ûntkenne mei it feit derby, of goedmeitsje.
wording-copy-paste = Hast wat earder al antwurde is (earder antwurd { $number }).
wording-copy-paste-why = Itselde antwurd twa kear falt op en wurdt njonken elkoar set; wikseljende antwurden remje de stoarm (Herhausen en oaren, 2019).
wording-copy-paste-fix = Begjin mei wat dizze persoan sei, en hâld allinnich wat foar him of har jildt.
wording-long-sentence = In sin fan { $number } wurden.
wording-long-sentence-why = Wa’t oerstjoer is en op in tillefoan lêst, rekket nei likernôch 25 de tried kwyt.
wording-long-sentence-fix = Meitsje der twa fan.
wording-hard-to-read = Dreech te lêzen: { $number } punten fan 100 (ûnder 50 is dreech).
wording-hard-to-read-why = Mjitten nei Flesch, oan ’e lingte fan wurden en sinnen, mei de konstanten fan it Nederlânsk: foar it Frysk hat nimmen se mjitten.
wording-hard-to-read-fix = Koartere wurden, koartere sinnen; tiidwurden ynstee fan haadwurden.
wording-too-long = Te lang foar it kanaal, { $number } tefolle.
wording-too-long-why = It kanaal kapet it ôf of wegeret it.
wording-too-long-fix = Meitsje it koarter, of ferwiis nei in side mei de hiele tekst.
wording-threat = Der wurdt mei de rjochter drige, of frege om in berjocht wei te heljen of te feroarjen.
wording-threat-why = In iepenbier drigemint makket it berjocht ferneamd. In juridyske stap set in riedsman, per brief, of nimmen.
wording-threat-fix = Antwurdzje op de saak; lit it rjocht oan ’e riedsman en de resinsje oan de skriuwer.
wording-no-comment = ‘Gjin kommentaar’, yn hokker wurden ek.
wording-no-comment-why = Swijen lêst as skuld, en oaren folje it yn.
wording-no-comment-fix = Siz wat jo witte, wat jo net witte, en wannear’t jo wer prate.
wording-trade-off-admission = In ôfwaging: wurden dy’t in rjochter as bekentenis lêze kin.
wording-trade-off-admission-why = Oan ’e iene kant is ferantwurdlikens nimme it sterkste diel fan in ekskús (Lewicki, Polin en Lount, 2016). Oan ’e oare kant bine dizze wurden yn rjochten en by de fersekerder. Gjin regel beslút dat.
wording-trade-off-admission-fix = Lit in riedsman dizze wurden goedkarre, of siz wat der barde sûnder de juridyske namme: wat, by wa, en wat jo no dogge.
wording-trade-off-silence = In ôfwaging: de ferantwurdlikens stiet fêst, en nimmen nimt har hjir.
wording-trade-off-silence-why = Swijen bynt ta neat en kostet fertrouwen: it wichtichste fan in ekskús ûntbrekt. It sizzen kin yn rjochten bine. Gjin regel beslút dat.
wording-trade-off-silence-fix = Siz wat it hûs ferkeard die, yn gewoane wurden dy’t de riedsman sjoen hat; of libje mei en siz hoe’t it makke wurdt.
wording-not-checked = Net neisjoen: de wurdkontrôle lêst Frânsk, Ingelsk, Frysk en Nederlânsk.
wording-not-checked-why = Yn in oare taal soe it swijen neat betsjutte.
wording-not-checked-fix = Lit it lêze troch immen dy’t de taal sprekt.
## It kanaal foar klachten: wat klanten lêze

source-complaint = Klachten
complaint-title = Sis { $what } wat der misgien is
complaint-lead = Jo berjocht giet allinne nei { $what }; it wurdt nearne publisearre. Immen fan it team antwurdet jo, ûnder eigen namme. Alle berjochten wurde gelyk behannele: jo hoege nearne wat wei te heljen, en it stiet jo frij en sis it earne oars ek.
complaint-text = Wat der bard is
complaint-text-hint = Wêr, wannear, en wat jo graach wolle.
complaint-name = Jo namme (as jo wolle)
complaint-email = Jo e-mailadres (as jo wolle)
complaint-email-hint = In e-mail fertelt jo dan dat immen antwurde hat. Sûnder adres: bewarje de keppeling fan de folgjende side.
complaint-files = Foto’s of PDF-bestannen (as jo wolle)
complaint-files-hint = Op syn heechst fiif, elk op syn heechst 5 MB: PNG, JPEG, WebP, PDF.
complaint-trap = Lit dit fjild leech
complaint-send = Nei { $what } stjoere
complaint-language = Taal
complaint-sent = { $what } hat jo berjocht
complaint-sent-lead = Dêr krije jo antwurd. Dizze keppeling is jo wei werom yn it petear: bewarje him en jou him oan nimmen troch.
complaint-sent-mailed = In e-mail mei in eigen keppeling is ûnderweis nei it adres dat jo opjûn hawwe.
complaint-link = Jo keppeling
complaint-go = It petear iepenje
complaint-other = Of berik harren sa: { $what }
complaint-shut = { $what } nimt hjir op it stuit gjin berjochten oan
complaint-shut-lead = Der is neat ferstjoerd. Petearen dy’t begûn binne geane troch mei har eigen keppeling.
complaint-too-many = Der komme no tige folle berjochten oan. Dat fan jo is noch net oannaam: it stiet hjirûnder. Wachtsje in pear minuten en stjoer it dan nochris.
complaint-too-large = Der is neat ferstjoerd: de bestannen wiene tegearre te grut, kamen net op tiid, of der komme no te folle. Stjoer minder, of allinnich de tekst.
complaint-wrong-no-text = Skriuw wat der bard is.
complaint-wrong-long = De tekst is te lang: op syn heechst { $count } tekens.
complaint-wrong-name = Dizze namme kin net brûkt wurde: te lang, of mei in teken dat net te sjen is.
complaint-wrong-email = Dit is gjin e-mailadres lykas namme@example.org.
complaint-wrong-many = Te folle bestannen: op syn heechst fiif.
complaint-wrong-large = In bestân is grutter as 5 MB.
complaint-wrong-kind = In bestân is gjin foto (PNG, JPEG, WebP) en ek gjin PDF.
complaint-wrong-room = Der is hjoed gjin romte foar bestannen. Stjoer allinne de tekst.
complaint-wrong-waits = Hjir kin no gjin bestân oannaam wurde: skriuw sûnder bestannen.
complaint-wrong-again = Der is noch neat ferstjoerd. Bestannen moatte op ’e nij keazen wurde.
conversation-title = Jo petear mei { $what }
conversation-you = Jo
conversation-of = { $who } fan { $what }
conversation-open = Se hawwe jo berjocht. Der hat noch nimmen op antwurde.
conversation-answered = Se hawwe jo antwurde.
conversation-closed = Sluten. Is der noch wat net goed, skriuw dan: it is dan wer iepen.
conversation-closed-by = Sluten troch { $who }
conversation-reopened-by = Wer iepene troch { $who }
conversation-write = Mear skriuwe
conversation-text = Jo berjocht
conversation-send = Stjoere
conversation-said = Ferstjoerd.
conversation-too-many = Jo hawwe krekt tige faak skreaun. Jo tekst stiet hjirûnder: stjoer him oer in pear minuten nochris.
conversation-erased = Wat hjir sein is, is wiske neffens de bewarregels fan { $what }.
conversation-gone = Dizze keppeling iepenet neat
conversation-gone-lead = Miskien is er ôfbrutsen: kopiearje him hielendal. Of wêr’t er hinne late is wiske.
conversation-mail = E-mails oer dit petear
conversation-mail-unconfirmed = Dizze keppeling kaam mei de e-mail. Meie der mear e-mails nei dat adres?
conversation-mail-confirmed = In e-mail fertelt jo fan elk antwurd.
conversation-mail-stopped = Der geane gjin e-mails mear nei dat adres.
conversation-mail-yes = Ja, skriuw my dêr
conversation-mail-no = Gjin e-mails mear
complaint-mail-received = { $what } hat jo berjocht krigen
complaint-mail-received-body = Immen hat dit adres efterlitten by in berjocht oan { $what }. Binne jo it, dan iepenet de keppeling hjirûnder jo petear. Binne jo it net, iepenje him dan en kies “Gjin e-mails mear”.
complaint-mail-answered = { $what } hat jo antwurde
complaint-mail-answered-body = { $who } hat antwurde op jo berjocht oan { $what }. Lês it en antwurdzje mei de keppeling hjirûnder.
complaint-mail-answers = Jo kinne dizze e-mail ek beantwurdzje: wat jo skriuwe, komt by { $what } oan, mei jo bestannen.
complaint-mail-no-answers = In antwurd op dizze e-mail komt by nimmen oan: skriuw mei de keppeling.
complaint-mail-foot = Dizze e-mail sitearret neat fan wat skreaun is. De keppeling iepenet it petear: jou him oan nimmen troch.

## It kanaal foar klachten: wat it team lêst

complaints-title = Klachten fan klanten
complaints-index = Wat minsken jo ûnder fjouwer eagen skreaun hawwe, en jo antwurden
complaints-lead = Wa’t it langst wachtet komt earst.
complaints-open = Wachtsje: { $count }
complaints-answered = Beantwurde: { $count }
complaints-closed = Sluten: { $count }
complaints-held = Apart lein: { $count }
complaints-held-lead = Apart lein om hoe’t se kamen, nea om wat se sizze. Se telle nearne mei oant jo se tastean; neat is fuort.
complaints-none = Hjir is neat.
complaints-no-channel = Gjin inkeld merk nimt noch klachten oan. Iepenje in kanaal by de ynstellings fan in merk.
complaint-number = Klacht nûmer { $count }
complaint-anonymous = Immen sûnder namme
complaint-waits = wachtet sûnt { $when }
complaint-moved = lêste kear wat bard { $when }
complaint-has = { $who } hat it
complaint-nobody = nimmen hat it
complaint-state-open = Wachtet op antwurd
complaint-state-answered = Beantwurde
complaint-state-closed = Is sluten
complaint-held-trap = Apart lein: in fjild dat minsken net sjogge wie ynfolle.
complaint-held-fast = Apart lein: flugger ferstjoerd as minsken skriuwe.
complaint-held-unsigned = Apart lein: it kaam net fan ús formulier.
complaint-held-network = Apart lein: der kamen in protte tagelyk fan ien netwurk.
complaint-held-flood = Apart lein: der kamen tige folle tagelyk.
complaint-held-sender = Apart lein: der kamen per e-mail in protte tagelyk fan ien adres.
complaint-let-in = Tastean
complaint-let-go = Gean litte
complaint-let-go-hint = De tekst, de bestannen en de namme wurde wiske; de keppeling iepenet neat mear.
complaint-answer = Jo antwurd
complaint-answer-as = Se sjogge jo namme: { $who }.
complaint-answer-mail = In e-mail fertelt it harren, sûnder jo te sitearjen.
complaint-answer-no-mail = Der giet gjin e-mail nei harren: se sjogge it fia har keppeling.
complaint-answer-lost = Se skreaunen per e-mail en hawwe gjin keppeling: salang’t hjir gjin e-mail fuortgiet, berikt jo antwurd harren net. Wa’t Vigie beheart, stelt [mail] yn vigie.toml yn.
complaint-answer-send = It antwurd stjoere
complaint-answered = Jo antwurd is no te lêzen fia har keppeling.
complaint-meanwhile = Der is yntusken wat oars sein. Lês it; jo tekst is hjirûnder bewarre.
complaint-answer-problem = It antwurd hat in tekst nedich fan op syn heechst { $count } tekens. Neat is ferstjoerd.
complaint-mail-state-waiting = E-mail: wachtet op ferstjoeren
complaint-mail-state-sent = E-mail: oannaam troch de mailtsjinner
complaint-mail-state-unknown = E-mail: it is net bekend oft er oankaam
complaint-mail-state-failed = E-mail: net ferstjoerd
complaint-close = It petear slute
complaint-reopen = It wer iepenje
complaint-mention = As fermelding
complaint-see = It petear
complaint-customer = Wa’t skreau
complaint-customer-files = Bestannen komme fan frjemden: se wurde bewarre, net toand.
complaint-by-mail = Per e-mail; it adres fan de stjoerder is net bewiisd.
complaint-by-mail-of = Per e-mail fan { $who }; it adres fan de stjoerder is net bewiisd.
complaint-by-mail-cut = Hy is langer as wat lêzen wurdt: de ein ûntbrekt.
complaint-by-mail-left-out = { PLURAL($count) ->
    [one] Ien bestân is net oannommen.
   *[other] { $count } bestannen binne net oannommen.
}
complaint-by-mail-raw = De e-mail bewarje sa’t er kaam
conversation-by-mail = Per e-mail
channel-title = Klachten ûnder fjouwer eagen
channel-index = In side dêr’t elkenien jo skriuwe kin, en antwurd ûnder namme kriget
channel-lead = Foar elkenien iepen en nea skift op wat immen seit: wa’t tefreden is en wa’t dat net is brûke itselde formulier. Elke klacht is in fermelding fan it merk en telt mei yn de sinjalen.
channel-open = Klachten oannimme
channel-address = It adres einiget mei
channel-address-hint = Lytse letters, sifers en keppeltekens. Leech: wy meitsje ien dat net maklik te rieden is.
channel-phone = In oare wei om jo te berikken
channel-phone-hint = Wurdt toand as it formulier net oannaam wurde kin: meastal in telefoannûmer. Leech: dat fan it plan.
channel-sites = Websiden dy’t it formulier toane meie, ien de rigel
channel-sites-hint = Lykas https://shop.example. Leech: elke webside mei it.
channel-page = De side om oan elkenien te jaan
channel-snippet = Foar jo eigen webside
channel-snippet-lead = Plak dit dêr’t it formulier komme moat. It hat gjin skript nedich en set gjin cookies.
channel-saved = Bewarre.
channel-wrong-own = Allinne in eigen merk kin klachten oannimme.
channel-wrong-address = It adres moat 3 oant 60 lytse letters, sifers en inkele keppeltekens hawwe. Neat is feroare.
channel-wrong-taken = Dit adres is al yn gebrûk. Neat is feroare.
channel-wrong-phone = De oare wei om jo te berikken is te lang, of hat in teken dat net te sjen is. Neat is feroare.
channel-wrong-sites = In webside liket op https://shop.example, en it binne der op syn heechst tweintich. Neat is feroare.
mailbox-title = Antwurden per e-mail
mailbox-lead = Jou de postbus efter jo klachteadres op. Wa’t ien fan ús e-mails beantwurdet, skriuwt dan yn it eigen petear; elke oare e-mail dy’t dêr oankomt, is in klacht. Yn de postbus wurdt neat feroare, en wat der al yn stiet wurdt net lêzen.
mailbox-read = De postbus wurdt elke minút lêzen: hoe’t it dermei stiet
mailbox-not = De postbus wurdt net lêzen sa’t jo him opjûn hawwe: der is neat feroare.
mailbox-address = Adres dêr’t de e-mails fan oankomme
mailbox-address-hint = Lykas klachten@winkel.example. In eigen postbus: elke e-mail dy’t immen dêrhinne skriuwt, wurdt in klacht.
mailbox-server = IMAP-tsjinner
mailbox-server-hint = Lykas imap.winkel.example, altyd fia TLS. Leech: de postbus wurdt net mear lêzen.
mailbox-login = Brûkersnamme
mailbox-login-hint = Leech: it adres.
mailbox-password = Wachtwurd
mailbox-password-hint = Leech: it bewarre, as dat der is. It wurdt net mear toand.
mailbox-save = De postbus besykje en lêze
## It team

login-ended = Jo tagong is einige. Freegje wa’t jo útnoege hat.
person-agency = Buro
person-client = Klant
person-auditor = Kontroleur
person-may-until = hannelet ôf, oant de lêste dei
person-may-audit = lêst alles, ek wa’t tagong hat; feroaret neat
person-may-see = sjocht wat sein wurdt en wat dêrmei bart, net de ynstellings
bridge-tonight = Fannacht: { $what }
bridge-nobody = { $what }: nimmen
bridge-nobody-for-hours = { $what }: guon oeren nimmen
team-until = oant en mei { $when }
team-ended = einige op { $when }
team-in-plan = yn it plan: { $what }
team-never = hat noch net befêstige hoe’t dizze te berikken is
team-changed = befêstige op { $when }, en it plan is sûnt feroare
team-stale = befêstige op { $when }: mear as in kwartaal lyn
team-confirmed = befêstige op { $when } hoe’t dizze te berikken is
team-own = It plan seit dat jo sa te berikken binne:
team-own-wrong = Nee, it plan ferbetterje
team-thanks = Tank: it is opskreaun.
team-ask = Befêstiging freegje
team-ask-hint = Elkenien yn it plan dy’t dit kwartaal neat befêstige hat, kriget in keppeling: ien tik is genôch. Op syn meast ien kear yn ’e wike.
team-asked = { PLURAL($count) ->
    [one] { $count } berjocht is ûnderweis.
   *[other] { $count } berjochten binne ûnderweis.
}
team-without-login = Yn it plan, sûnder tagong mei dat adres: { $what }. Dy kinne neat befêstigje.
team-last-day = Lêste dei
team-last-day-hint = Leech: gjin ein. In buro hat der altyd ien. Dêrnei iepenet neat mear, en wurdt nimmen wekker makke.
team-needs-end = Der is neat feroare: in buro hat in lêste dei nedich.
team-past = Der is neat feroare: dy dei is foarby. Om it no te einigjen, helje de persoan derút.
team-not-in-plan = Der is neat feroare: it plan neamt nimmen mei it adres fan jo tagong.
team-gone = Der is neat feroare: dizze persoan is yntusken derút helle, of de lêste dei is foarby. Nim dy wer op as dat de bedoeling is.
team-coverage = Wa’t te berikken is
team-coverage-lead = Neffens de rollen fan it plan, no en de kommende sân nachten, fan 22:00 oant 07:00 neffens de klok fan it plan ({ $what }); fan in nacht dy’t dwaande is, wat der fan oer is: oeren, ôfwêzigens en lêste dagen telle mei.
team-now = No
team-tonight = Fannacht
team-nobody = nimmen
team-hole = { $who }; nimmen fan { $from } oant { $until }
team-no-plan = Der is noch gjin plan mei rollen: sûnder plan wit nimmen wa’t ûntbrekt.
team-review = Is it noch it goede team?
team-review-lead = Nei elk gefal en elk healjier: wa ûntbrekt, wa is fuort, hokker feardichheid?
team-review-do = Ja, it team is goed
team-review-never = De gearstalling is noch net besjoen.
team-review-old = Foar it lêst besjoen op { $when }: mear as in healjier lyn.
team-review-case = Foar it lêst besjoen op { $when }; sûnt is in saak ôfsletten.
team-review-done = Besjoen op { $when }.
staff-title = Foar meiwurkers sûnder tagong
staff-lead = In keppeling iepenet wat it plan oan meiwurkers seit, en neat oars. Hy jildt oant jo him ynlûke.
staff-name = Foar wa? (de keuken, de winkel)
staff-do = In keppeling meitsje
staff-fresh = Jou dizze keppeling oan de meiwurkers. Hy wurdt net wer toand.
staff-made = makke op { $when }
staff-withdraw = Ynlûke
conduct-title = As der oer ús praat wurdt
conduct-lead = Wat elkenien dwaan kin, en net dwaan.
conduct-tell = Warskôgje
confirm-title = Binne jo sa te berikken?
confirm-lead = It berjocht seit hoe. Tik ien kear as it noch goed is.
confirm-do = Ja, dat kloppet
confirm-kept = Jo binne sa te berikken: { $what }
confirm-changed = It plan is yntusken feroare.
confirm-changed-do = Der is neat opskreaun. Sjoch op de side fan it team wat it no seit.
confirm-nothing-do = Dizze keppeling jildt net, of net mear. De side fan it team seit wat opskreaun is.
confirm-ask-title = { $what }: binne jo sa te berikken?
confirm-ask-body = It plan fan { $what } seit dat jo sa te berikken binne: { $contact }. As dat kloppet, iepenje de keppeling en tik ien kear. Sa net, ferbetterje it plan.
ready-title = Binne wy klear?
ready-index = In sifer mei syn redenen, en wat elk risiko mist
ready-score = { $score } fan 100
ready-lead = Elk punt dat ûntbrekt hat syn reden. It sifer ferliket it team mei himsels, en mei neat oars.
ready-whole = Der ûntbrekt neat dat Vigie sjen kin.
ready-reasons = Wat ûntbrekt
ready-cost = { PLURAL($count) ->
    [one] { $count } punt
   *[other] { $count } punten
}
ready-no-plan = Der is gjin plan dêr’t immen in rol yn hat.
ready-plan-errors = { PLURAL($count) ->
    [one] { $count } punt fan it plan soe misgean.
   *[other] { $count } punten fan it plan soene misgean.
}
ready-plan-warnings = { PLURAL($count) ->
    [one] { $count } punt fan it plan soe min wurkje.
   *[other] { $count } punten fan it plan soene min wurkje.
}
ready-tonight = { PLURAL($count) ->
    [one] Fannacht hat { $count } rol guon oeren nimmen.
   *[other] Fannacht hawwe { $count } rollen guon oeren nimmen.
}
ready-nights = { PLURAL($count) ->
    [one] { $count } gat yn de nachten dêrnei.
   *[other] { $count } gatten yn de nachten dêrnei.
}
ready-untested = { PLURAL($count) ->
    [one] { $count } persoan dy’t roppen wurdt hat noait in test oantikke.
   *[other] { $count } minsken dy’t roppen wurde hawwe noait in test oantikke.
}
ready-unconfirmed = { PLURAL($count) ->
    [one] { $count } persoan út it plan hat dit kwartaal net befêstige hoe’t dizze te berikken is.
   *[other] { $count } minsken út it plan hawwe dit kwartaal net befêstige hoe’t se te berikken binne.
}
ready-unheard = { PLURAL($count) ->
    [one] Foar { $count } risiko harket neat.
   *[other] Foar { $count } risiko’s harket neat.
}
ready-no-scenario = { PLURAL($count) ->
    [one] { $count } risiko hat gjin senario.
   *[other] { $count } risiko’s hawwe gjin senario.
}
ready-no-reply = { PLURAL($count) ->
    [one] Foar { $count } risiko leit neat klear om te sizzen.
   *[other] Foar { $count } risiko’s leit neat klear om te sizzen.
}
ready-no-drill = { PLURAL($count) ->
    [one] { $count } risiko is yn in healjier net oefene.
   *[other] { $count } risiko’s binne yn in healjier net oefene.
}
ready-untrained = { PLURAL($count) ->
    [one] { $count } minske mei in rol hat yn in jier net sjen litten dat er risiko’s sjocht, reagearret en praat.
   *[other] { $count } minsken mei in rol hawwe yn in jier net sjen litten dat se risiko’s sjogge, reagearje en prate.
}
ready-expired = { PLURAL($count) ->
    [one] { $count } goedkarring is ferrûn.
   *[other] { $count } goedkarrings binne ferrûn.
}
ready-void = { PLURAL($count) ->
    [one] { $count } antwurd is feroare sûnt it goedkard is: de goedkarring jildt net mear.
   *[other] { $count } antwurden binne feroare sûnt se goedkard binne: de goedkarrings jilde net mear.
}
ready-unapproved = { PLURAL($count) ->
    [one] Nimmen hat { $count } antwurd goedkard.
   *[other] Nimmen hat { $count } antwurden goedkard.
}
ready-team = De gearstalling fan it team is yn in healjier, of nei in ôfsletten saak, net besjoen.
ready-mend-no-plan = Begjinne mei in plan dat meilevere is
ready-mend-plan = Yn it plan lêze wat te ferbetterjen is
ready-mend-nights = In ferfanger beneame, of oare oeren
ready-mend-untested = In test stjoere en dy oantikke
ready-mend-unconfirmed = Befêstiging freegje
ready-mend-unheard = In sykopdracht mei dy namme of tekst bewarje: Ynstellings → merk
ready-mend-scenario = In senario neame yn it plan
ready-mend-reply = In antwurd skriuwe yn elke taal fan it merk
ready-mend-drill = It senario in kertier spylje, en it dan hjir opskriuwe
ready-mend-untrained = Mei-inoar in oefening spylje, of de training dwaan fia de keppeling foar it personiel (dêr seit elk sels wa’t er is)
ready-mend-approval = Op ’e nij lêze en goedkarre yn it plan
ready-mend-team = Besjen op de side fan it team
ready-matrix = Elk risiko, en wat klear stiet
ready-matrix-lead = It slimste foarop. ✕ is in gat.
ready-risk = Risiko
ready-query = Harkje
ready-scenario = Senario
ready-reply = Antwurden
ready-drill = Oefene op
ready-none = ûntbrekt
ready-queries = { PLURAL($count) ->
    [one] { $count } sykopdracht
   *[other] { $count } sykopdrachten
}
ready-replies = { PLURAL($count) ->
    [one] { $count } antwurd
   *[other] { $count } antwurden
}
ready-rehearsed = Wy hawwe oefene
ready-rehearsed-hint = Mei of sûnder Vigie: om ’e tafel, in kertier, mei it plan.
ready-rehearsed-do = Foar hjoed opskriuwe

## De krisiskeamer: wat Vigie der sels fan seit
case-holding = Wy hawwe de berjochten oer { $what } sjoen en sykje út wat der bard is. Om { $next } sizze wy hjir mear. { $who }
case-holding-phone = Wy hawwe de berjochten oer { $what } sjoen en sykje út wat der bard is. Jo kinne ús belje op { $phone }. Om { $next } sizze wy hjir mear. { $who }
case-holding-hurt = Wy hawwe de berjochten oer { $what } sjoen en sykje út wat der bard is. Hawwe jo wat fan ús dêr’t it oer giet, yt it dan net op en brûk it net. Binne jo ferwûne of fiele jo jo net goed, skilje dan de dokter, of by need { $emergency }. Om { $next } sizze wy hjir mear. { $who }
case-holding-hurt-phone = Wy hawwe de berjochten oer { $what } sjoen en sykje út wat der bard is. Hawwe jo wat fan ús dêr’t it oer giet, yt it dan net op en brûk it net. Binne jo ferwûne of fiele jo jo net goed, skilje dan de dokter, of by need { $emergency }. Jo kinne ús belje op { $phone }. Om { $next } sizze wy hjir mear. { $who }
case-clock-assessment = earste beoardieling
case-clock-team = ploech byinoar
case-clock-holding = earste ferklearring
case-clock-full = folsleine ferklearring
case-clock-update = tasein nijs
case-clock-reply = antwurd oan ien minske
case-clock-task = put { $count }
case-clock-approval = goedkarring fan tekst { $count }
case-clock-legal = wetlike termyn { $what }
case-clock-measure = maatregel { $count }
case-step-signal = Sinjaal
case-step-paracrisis = Foarkrisis
case-step-crisis = Krisis
case-step-follow-up = Neisoarch
case-step-closed = Sletten
case-step-dismissed = Oan kant lein
answer-title = Antwurdzje
answer-free = Noch nimmen antwurdet der op.
answer-claim = Ik antwurdzje
answer-held = { $what } antwurdet.
answer-in-case = Saak { $count } antwurdet.
answer-let-go = Loslitte
answer-write = In antwurd skriuwe
answer-pass = Oerdrage
answer-from = as { $what }, ûnder it berjocht
answer-by-hand = Ik set it der mei de hân op
answer-go-lead = De kontrôle hat neat fûn: jo jouwe it allinnich frij. Tsien sekonden om it werom te nimmen.
answer-go = Ferstjoere sa’t it hjir stiet
answer-submit-lead = De kontrôle hat wat fûn, of jo hawwe it net skreaun: ien oars lêst it ek.
case-tell-title = { $what }: saak { $n }
case-tell-called = Der is in krisis iepene. Jo binne nedich as: { $what }
case-tell-leads = Jo liede dizze saak fan no ôf.
case-tell-clock = Ferrûn: { $what }, tasein foar { $when }. Jo binne oan bar.
case-tell-approve = Tekst { $count } wachtet op jo goedkarring.
case-tell-task = Put { $count } is fan jo.
case-tell-note = Notysje { $count } ropt jo.
case-tell-mention = In fermelding is oan jo om te beantwurdzjen.
case-tell-unknown = Nimmen wit oft tekst { $count } bûten stiet: sjoch earst.
case-tell-refused = Tekst { $count } is net ferstjoerd.
case-tell-back = It komt werom: { $count } is mear as de grins dy’t steld is. De saak is wer iepen.
case-tell-held = Maatregel { $count } is ôfsletten: de toets hold stân.
case-tell-rose = It bliuwt drok, of it is werom: de saak stiet no op ‘{ $what }’.
case-tell-answer = { $what }: antwurd op in fermelding
case-letter-subject = Berjocht fan { $what }
case-head-title = { $what }: it segel fan saak { $n }
case-head-body = Bewarje dit berjocht. Mei dit segel kin nimmen wat fan dêrfoar ûngemurken feroarje: vigie case verify MAP --head { $what }
case-head-rings = Dit rinkelt en bewarret neat: skriuw it segel earne oars op, of set jo mailadres by wêr’t jo berikt wurde. { $what }
## The folder of a case, verified
case-broken-record = Rigel { $number }: { $why }
case-broken-missing = Rigel { $number } en alles dêrnei ûntbrekke: it manifest telt der mear
case-broken-added = Rigel { $number } is oan ’e ein taheakke: it manifest telt der minder
case-broken-head = Rigel { $number }: it manifest is oer in oare ûndertekene
case-broken-earlier = Rigel { $number }: dy sels, of wat derfoar stiet, is net mear wat it wie doe’t dizze kop it hûs útgie
case-broken-other-key = Rigel 1 en alles dêrnei: ûndertekene mei de kaai { $key }, dy’t net de opjûne kaai is
case-broken-manifest = manifest.json: { $why }
case-broken-text = texts.jsonl, rigel { $line }: { $why }
case-broken-capture = captures/{ $name }: wat deryn stiet is net wat fêstlein is
case-broken-beside = { $name }: it ûntbrekt, of is net wat it manifest ûndertekene
case-flaw-unreadable = net skreaun as in rigel
case-flaw-number = draacht it nûmer { $number }: hjir is in rigel weihelle, taheakke of ferpleatst
case-flaw-order = folget net op de rigel derfoar
case-flaw-changed = de bytes binne net dyjingen dêr’t de hash fan makke is
case-flaw-name = de namme is net dy fan wat der stiet
case-manifest-cut = it is ôfkapt
case-manifest-unreadable = it is net skreaun as in manifest
case-manifest-newer = in nijere Vigie hat it skreaun: kontrolearje it dêrmei
case-manifest-key = de kaai is gjin kaai
case-manifest-signature = de hantekening is gjin hantekening
case-text-unreadable = net skreaun as in tekst
case-text-salt = it sâlt is gjin sâlt
case-text-changed = it is net de tekst dy’t it lochboek neamt
case-text-unnamed = gjin rigel neamt dizze tekst
case-text-twice = stiet der twa kear
case-unproven-origin = Net bewiisd: dat jo hûs dit makke hat. De kaai is dy fan de map sels; wa’t alles mei in eigen kaai op ’e nij makket, komt der trochhinne. Jou de kaai fan it hûs (--key) of in eardere kop (--head).
case-unproven-after = Net bewiisd: wat nei rigel { $number } kaam. It kin op ’e nij makke of ôfkapt wêze.
case-unproven-signer = Net bewiisd: dat it hûs it sels net op ’e nij makke hat foar’t it ûndertekene. In eardere kop (--head) soe dat bewize.
case-holds = It kloppet: { PLURAL($count) ->
    [one] ien rigel
   *[other] { $count } rigels
}, net ien feroare, weihelle, taheakke of ferpleatst.
case-does-not-hold = De map kloppet net. Der is neat yn feroare; bewarje him sa’t er is.
case-head = Kop, om earne oars te bewarjen: { $head }
case-key = Undertekene mei de kaai { $key }
case-erased = { PLURAL($count) ->
    [one] Ien tekst is wiske, sa’t it lochboek seit
   *[other] { $count } teksten binne wiske, sa’t it lochboek seit
}: de ketting kloppet ek sûnder.
case-still-there = { PLURAL($count) ->
    [one] Ien tekst stiet der noch, hoewol’t it lochboek seit dat dy wiske is
   *[other] { $count } teksten steane der noch, hoewol’t it lochboek seit dat se wiske binne
}: helje se wei, of eksportearje de saak op ’e nij.
case-erased-captures = { PLURAL($count) ->
    [one] Ien opname is wiske, sa’t it log seit
   *[other] { $count } opnamen binne wiske, sa’t it log seit
}: de ketting hâldt ek sûnder.
case-still-captured = { PLURAL($count) ->
    [one] Ien opname leit der noch, al seit it log dat dy wiske is
   *[other] { $count } opnamen lizze der noch, al seit it log dat se wiske binne
}: helje se wei, of eksportearje de saak op ’e nij.
case-missing-texts = { PLURAL($count) ->
    [one] Ien tekst ûntbrekt
   *[other] { $count } teksten ûntbrekke
} sûnder dat it lochboek fan wiskjen sprekt.
case-missing-captures = { PLURAL($count) ->
    [one] Ien fêstlizzing ûntbrekt
   *[other] { $count } fêstlizzingen ûntbrekke
}.
case-beside = Gjin part fan it bewiis: { $name }

## De krisiskeamer: de siden
nav-cases = Saken
cases-title = Krisissaken
cases-none = Der stiet gjin saak iepen.
cases-over = Koartlyn sletten
case-crisis = In krisis iepenje
case-crisis-lead = Ien tik iepenet de saak, jout de rollen oan wa’t der is, set de klokken oan, bewarret it bewiis en skriuwt in earste tekst. Der wurdt neat publisearre.
case-crisis-brand = Foar wa
case-crisis-said = Wat der bard is, yn jo wurden
case-crisis-hurt = Minsken kinne gefaar rinne
case-crisis-do = Krisis: saak iepenje
case-no-lead = noch nimmen liedt
case-line = { $who }, lêst bewege { $when }
case-clock-due = { $what }, op syn lêst { $when }
case-clock-late = { $what }: ferrûn { $when }
case-clock-paused = { $what }: stiet stil (ferwachte { $when })
case-title = { $what }: saak { $n }
case-led = Lieding: { $who }. Iepene { $when }.
case-task-due = { $who }, foar { $when }
case-nobody = nimmen
case-somebody = immen dy’t fuort is
case-of-signal = Foar it sinjaal { $what }
case-called-without-words = Iepene sûnder taljochting.
case-kept = It is bewarre.
case-gone = (wiske)
case-private = (ûnder fjouwer eagen skreaun)
case-safety = Earst: minsken yn feilichheid
case-safety-default = Bring minsken yn feilichheid; belje it needtal as der immen ferwûne is. Giet it om in produkt: stopje de ferkeap, bewarje de partij en wat derfan oer is. Warskôgje dêrnei de autoriteit en jo fersekerder.
case-action-stop-selling = De ferkeap stopje, of wat sear dwaan kin.
case-action-keep-batch = De partij bewarje en wat derfan oer is, mei etiketten en leveringsbonnen.
case-action-call-authority = De autoriteit warskôgje; as immen no net goed is, earst it needtal.
case-action-call-insurer = De fersekerder skilje: wat der bard is, wannear, wa. Foar dy tiid neat op papier tajaan.
case-unplanned = Der is gjin plan bewarre, dus jilde de standertynstellings: de terminen fan it plan dat meikomt, de eigener liedt, en yn in ploech keurt in oare eigener of lieder elke tekst goed. Bewarje in eigen plan:
case-now = No
case-clock-met = Dit is helle
case-how = Hoe’t men dat wit
case-nothing-waits = Der wachtet neat op immen.
case-waits-mine = Teksten dy’t op jo goedkarring wachtsje: { $what }
case-waits-unknown = Nimmen wit oft dizze teksten bûten steane: { $what }
case-waits-approvals = Teksten dy’t op goedkarring wachtsje: { $what }
case-waits-correct = Teksten dy’t bûten steane en net mear kloppe: { $what }
case-waits-vacant = Rollen dy’t nimmen hat: { $what }
case-freeze-confirmed = De reklame leit stil sûnt { $when }: { $held } berjochten fêsthâlden, { $left } trochlitten sa’t it plan tastiet, de rest stie al bûten.
case-freeze-pending = De reklame wurdt stillein: { $held } berjochten oant no ta, { $left } trochlitten; noch net befêstige.
case-hand-account = Soargje sels dat { $name } neat publisearret: nimmen koe sjen of sizze dat it tsjinhâldt. { $why } Sjoch dêr: { $link }
case-hand-post = Hâld in berjocht mei de hân tsjin: “{ $text }” giet op { $when } út fan { $name } ôf, en it ark hâldt it net tsjin. { $why } Sjoch dêr: { $link }
case-shelve-lead = It bliuwt yn de list en der wurdt net mear oan wurke: nimmen krijt it wer op, it wurdt op ’e nij skreaun.
case-task-open = noch te dwaan
case-corrects = It set rjocht
case-promise = Nijs tasizze
case-promise-until = Foar wannear (tiid fan it merk)
case-freeze = De reklame
case-freeze-posts = De berjochten, ien foar ien
case-freeze-end = De stilstân beëinigje
case-freeze-lift-lead = Nije berjochten geane wer út. Wat fêsthâlden is bliuwt sa oant immen der oer beslút.
case-freeze-lift = Opheffe
case-freeze-undo-lead = It wie in fersin: wat net te let is giet út sa’t it soe.
case-freeze-undo = Ungedien meitsje
case-waits-counsel = Foar in rjochtsfraach is hjir gjin termyn bekend: freegje it jo riedsman.
case-texts = Wat wy sizze
case-text = Tekst { $count }
case-stops = Net dwaan:
case-approve = Krekt dit goedkarre
case-decline = Net goedkarre
case-why = Wêrom
case-release-lead = Jo wurkje allinnich: lês alles noch ris, mei de befiningen. Jo namme stiet derefter.
case-release = Allinnich frijjaan
case-send-lead = Jo kinne it tsien sekonden ûngedien meitsje.
case-send = Publisearje
case-copied = Jo hawwe it mei de hân kopiearre: de keppeling fan it berjocht
case-copied-do = It stiet der
case-unknown-lead = It stiet miskien bûten, of net. Sjoch earst dêr: dan pas kin it op ’e nij.
case-found = Wêr’t it stiet (leech: it stiet der net)
case-resolve = Ik haw sjoen
case-despite = Wêrom’t it dochs giet nettsjinsteande de befiningen (allinnich dan)
case-submit = Frijjefte freegje
case-revise = De tekst feroarje
case-wording = De krekte tekst
case-shelve = Oan kant lizze
case-draft = In tekst skriuwe
case-draft-do = Tekst bewarje
case-form = Hokker soarte
case-to = Wêr’t it hinne giet
case-to-updates = Iepenbiere side mei it lêste nijs
case-to-site = eigen side, mei de hân kopiearre
case-to-press = parse, mei de hân kopiearre
case-to-mail = in brief per e-mail
case-letter = Fan in brief
case-letter-to = Nei hokker adres
case-letter-about = Underwerp (leech: dat fan Vigie, mei de namme fan it merk)
case-cites = It stipet op
case-alternatives = Begjin mei in tekst út it plan (lit de tekst leech)
case-facts = Wat bekend is by ús
case-facts-none = Der stiet noch neat op it boerd.
case-fact = It feit, of de fraach
case-fact-add = Op it boerd sette
case-fact-change = It is oars
case-fact-is = Hoe wis it is
case-fact-retract = ferkeard: trochhelje
case-fact-source = Wa’t dat seit
case-tasks = Putten
case-tasks-none = Der is noch neat te dwaan.
case-task-done = Dien
case-task-result = Mei hokker resultaat
case-task-aside = Net te dwaan
case-task-add = Immen in put jaan
case-task-what = Wat der te dwaan is
case-task-owner = Wa’t it docht
case-triage = Hoe slim, en hoe lûd
case-questions-do = De fragen beantwurdzje
case-scenario = Hokker senario fan it plan it is
case-scenario-do = De stappen as putten nimme
case-roles = Wa’t wat is
case-lead-do = De lieding oerdrage
case-lead-to = Oan wa
case-step-do = In oare stap sette
case-step-to = Nei hokker stap
case-log = Wat der barde
case-note = In notysje
case-note-for = Wa’t it lêst
case-note-do = Notysje bewarje
case-asked = Om goedkarring frege: { $what }
case-form-wrong = It formulier is skansearre of net folslein. Der is neat bewarre: lade de side op ’e nij.
case-kept-words = Wat jo skreaun hawwe, om te kopiearjen

case-news = { PLURAL($count) ->
    [one] Ien ding is bard sûnt jo seagen
   *[other] { $count } dingen binne bard sûnt jo seagen
}
case-waits-task = Foar jo: { $what }
case-waits-more = Oare taken fan jo: { $count }
case-waits-mentions = Fermeldingen dy’t jo beantwurdzje: { $count }
case-waits-twice = Dizze teksten steane der mear as ien kear: { $what }
case-clock-change = Dizze klok feroarje
case-clock-resume = Lit wer rinne
case-clock-pause = Stilsette
case-clock-drop = Net mear frege
case-hand-over = Oerdrage
case-task-reopen = Moat dochs noch dien wurde
case-against = Tsjin wat sein is:
case-against-stance = tekst { $count } nimt in stânpunt dat net by dit past.
case-against-uncorrected = tekst { $count } rêst op feit { $fact }, dat net mear stiet, en neat ferbetteret it noch.
case-against-certainty = tekst { $count } seit feit { $fact } mei in oare wissichheid.
case-apart-number = In oar getal as yn tekst { $count }:
case-apart-when = In oare dei of oere as yn tekst { $count }:
case-apart-name = In oar plak as yn tekst { $count }:
case-apart-yes-no = It tsjinoerstelde fan wat tekst { $count } seit:
case-apart-said = dy sei
case-apart-here = dizze seit
case-pass-over = It kin sa stean
case-passed-over = (immen hat yn it lochboek sein wêrom’t it stean bliuwt)
case-promises = It ûnthjit nijs om (oeren fan it merk)
case-promises-hint = Sa’t de tekst it seit; leech as er neat ûnthjit. De klok fan it folgjende nijs rint sadree’t er bûten is.
case-promise-past = It oere dat dizze tekst ûnthjit is foarby ({ $what }): feroarje earst de wurden.
case-fallback-lead = Nimmen dy’t frege is hat op ’e tiid antwurde. It plan lit jo dizze tekst, goedkard yn rêstige tiden, frijjaan sa’t er is.
case-fallback = Yn har plak frijjaan
case-mentions = Fermeldingen om te beantwurdzjen
case-mentions-none = Noch gjin fermelding is yn dizze saak opnommen.
case-mentions-all = Alle fermeldingen fan dit merk
case-mention = Fermelding fan { $what }
case-mention-plain = Fermelding
case-mention-waiting = Fan dy fan it merk dy’t wachtsje
case-mention-take = In oare fermelding oppakke
case-mention-number = In oarenien, oan it nûmer, sa’t it adres fan de side it seit
case-mention-held = { $who } beantwurdet it, sûnt { $when }
case-answered-outside = Al beäntwurde, bûten dit dossier, troch { $who }, { $when }
case-mention-free = Noch nimmen beantwurdet it.
case-claim = Ik beantwurdzje dizze
case-answer = It antwurd skriuwe
case-let-go = Wer loslitte
case-author = Skreaun troch
case-author-followers = Folgers: { $count }
case-author-first = Oars neat fan harren oer ús is bekend.
case-author-answered = beantwurde
case-author-unanswered = net beantwurde
case-offered = Oanbean:
case-offer = Notearje wat oanbean is
case-offer-what = Wat harren oanbean wurdt
case-offer-amount = Hoefolle (leech: gjin jild)
case-offer-by = Wa’t it goedfûn hat
case-exit-rules = By it platfoarm melde
case-exit-illegal = As yllegaal melde
case-exit-reason = Om hokker reden
case-capture = As bewiis bewarje
case-to-mention = Derûnder, fan
case-to-conversation = Yn it petear fan harren klacht
case-to-review = Under de resinsje, mei de hân kopiearre
case-stakeholders = Wa’t ynljochte wurde moat
case-stakeholders-none = It plan neamt nimmen dy’t ynljochte wurde moat.
case-told = Ynljochte { $when } troch { $who }.
case-told-not = Noch net ynljochte.
case-tell = Ik haw se ynljochte
case-tell-what = Wat sein is, en hoe
case-tell-at = Wannear (leech: no)
case-figures = Sifers dy’t minsken trochjouwe
case-figures-none = Noch nimmen hat in sifer trochjûn.
case-figure-do = In sifer trochjaan
case-figure-of = Wêrfan: tillefoantsjes yn ’e winkel, ferkochte doazen …
case-figure-many = Hoefolle
case-figure-kind = Hoe’t men it wit
case-figure-counted = teld, ien foar ien
case-figure-at-least = op syn minst safolle
case-figure-reported = ien seit it
case-figure-at = Foar wannear’t it jildt (leech: no)
case-legal = Wetlike termynen
case-legal-lead = In termyn rint fan wat in persoan mei namme seit; Vigie liedt neat ôf, en dit is gjin juridysk advys.
case-legal-matter = Wêr’t it om giet
case-legal-start = Wêrfan ôf it telt
case-legal-since = Sûnt wannear (oeren fan it merk)
case-legal-why = Op hokker grûn
case-legal-proof = It nûmer fan de fermelding dy’t it bewiist, as der ien is
case-legal-do = Ik ferklearje it
case-legal-unknown = Hjir is gjin termyn bekend: freegje jo juridysk adviseur.
case-legal-met = der rint neat mear; ferklearre foar
case-stance = Stânpunt
case-stance-do = In oar stânpunt ynnimme
case-bolster = Ek wat earder goed dien is
case-loudness = Hoe lûd
case-loudness-do = Lûder of sêfter antwurdzje
case-role = Rol
case-role-do = Ien in rol jaan
case-freeze-do = De reklame no stillizze
case-note-call = Ien derby roppe
case-export = De saak delhelje: in map dy’t himsels bewiist
case-as-of = Stân fan { $what }
case-sheet = Fragen en antwurden
case-sheet-lead = Foar de toanbank, de tillefoan en de parse: sis dit, wurd foar wurd, en oars neat.
case-sheet-none = Der is noch neat oan elkenien sein. Wy hawwe it sjoen en sykje it út.
case-sheet-not-yet = Wy witte it noch net, en wy sizze it sadree’t wy it witte.
case-sheet-said = Wat wy sein hawwe
case-sheet-no-next = Gjin oere is ûnthjitten foar it folgjende nijs.
case-brief = Koart oersjoch foar wa’t beslist
case-told-client = Hoe’t de saak derfoar stiet
case-brief-step = It stiet op
case-brief-began = It begûn
case-brief-opened = Iepene
case-brief-lead = Lieding
case-brief-next = Nijs ûnthjitten foar
case-brief-held = Reklameberjochten fêsthâlden, noch te besluten
case-brief-said = Wat sein is
case-brief-notes = Notysjes foar bûten it team
case-brief-decided = Wat besletten is
case-night = Ien fraach de keer
case-night-place = { $n } fan 7
case-night-room = De hiele saak
case-night-hurt = Is der ien ferwûne of siik, of kin dat barre?
case-night-safe-done = It is dien
case-night-safe-later = Noch net: tink my der oer in kertier oan
case-night-say = Dit sil elkenien lêze
case-night-say-do = Publisearje
case-night-none = Der is noch gjin tekst.
case-night-later = No net
case-night-go = Fierder
case-night-free = Der is gjin akkount dat út himsels berjochten pleatst, of der wurdt neat fan fêsthâlden.
case-night-who = Wa moat it fannacht noch mear witte?
case-night-everybody = Elkenien dy’t it plan neamt is ynljochte, of it neamt nimmen.
case-night-next = Wannear is it folgjende nijs ûnthjitten?
case-night-sleep = Jo kinne de tillefoan dellizze
case-night-wakes = { $when } wurde jo wer roppen foar: { $what }

updates-title = { $what }: wat wy witte
updates-next = Folgjend nijs: { $when }
updates-late = Der wie nijs tasein foar { $when }; it is te let.
updates-closed = Dit is foarby sûnt { $when }.
updates-holding = Earste berjocht
updates-statement = Ferklearring
updates-update = Nijs
updates-head = { $what }, { $when } oere
updates-corrected = Rjochtset: { $when }
updates-corrects = Dit set rjocht wat earder sein is: { $when }.
updates-feed = Dizze side folgje (Atom)
updates-none = Der is op dit stuit neat te melden.

## The case room: its log, its refusals, the names of things
case-log-opened-signal = hat de saak iepene nei in sinjaal, op "{ $what }"
case-log-opened-mention = hat de saak iepene nei in fermelding, op "{ $what }"
case-log-opened-call = hat de saak iepene nei in oprop, op "{ $what }"
case-log-taken-up-signal = hat in oar sinjaal by dizze saak brocht
case-log-taken-up-mention = hat in oare fermelding by dizze saak brocht
case-log-taken-up-call = hat in oare oprop by dizze saak brocht
case-log-sensed-calm = hat net mear heard as gewoan
case-log-sensed-notice = hat mear heard as gewoan
case-log-sensed-alert = hat folle mear heard as gewoan, of in swier berjocht
case-log-stepped = hat de saak fan "{ $from }" nei "{ $to }" brocht
case-log-stepped-loud = hat de saak fan "{ $from }" nei "{ $to }" brocht: it bleau lûd
case-log-stepped-calm = hat de saak fan "{ $from }" nei "{ $to }" brocht: it bleau stil
case-log-stepped-back = hat de saak fan "{ $from }" nei "{ $to }" brocht: it kaam werom
case-log-began-exact = hat optekene wannear’t it begûn: { $when }
case-log-began-about = hat optekene wannear’t it sa likernôch begûn: { $when }
case-log-assigned = hat de rol "{ $what }" jûn
case-log-assigned-next = hat de rol "{ $what }" oan de folgjende jûn (ôfwêzich dêrfoar: { $count })
case-log-assigned-nobody = hat nimmen berikke kinnen foar de rol "{ $what }"
case-log-lead-given = hat de saak immen jûn dy’t dy liedt
case-log-lead-handed-over = hat de lieding fan de saak oerdroegen
case-log-scenario = hat it senario "{ $what }" keazen
case-log-triaged = hat de fragen fan de triaazje beantwurde
case-log-posture = hat de hâlding "{ $what }" keazen
case-log-posture-bolster = hat de hâlding "{ $what }" keazen, mei wat earder goed dien is dêrneist
case-log-loudness = hat keazen hoe lûd der antwurde wurdt: { $what }
case-log-captured = hat in bewiis fêstlein foar’t it ferdwine koe
case-log-captured-mention = hat in fermelding fêstlein foar’t dy ferdwine koe
case-log-erased = { PLURAL($count) ->
    [one] hat { $count } tekst wiske foar de beskerming fan gegevens
   *[other] hat { $count } teksten wiske foar de beskerming fan gegevens
    }
case-log-cleared = { PLURAL($count) ->
    [one] hat { $count } tekst of opname wiske foar de beskerming fan gegevens
   *[other] hat { $count } teksten en opnamen wiske foar de beskerming fan gegevens
    }
case-log-clock-started = hat klok { $count } starte: { $what } (termyn: { $when })
case-log-incident = { $what } (foarfal { $count })
case-log-clock-paused = hat klok { $count } stilset
case-log-clock-resumed = hat klok { $count } wer rinne litten (termyn: { $when })
case-log-clock-met = hat klok { $count } helle
case-log-clock-missed = hat sjoen dat klok { $count } ferrûn is
case-log-clock-told = hat warskôge wa’t foar klok { $count } soarget dat dy ferrûn is
case-log-clock-escalated = hat klok { $count } oan de folgjende trochjûn (trep { $rung })
case-log-clock-dropped = hat klok { $count } falle litten
case-log-promised = hat it publyk nijs tasein (op syn lêst: { $when })
case-log-declared-awareness = hat ferklearre sûnt wannear’t it bekend is: { $what }, { $when }
case-log-declared-publication = hat ferklearre wannear’t it foar it earst publisearre is: { $what }, { $when }
case-log-declared-demand = hat ferklearre wannear’t de eask binnenkaam: { $what }, { $when }
case-log-declared-unknown = { $what } (hjir is gjin wetlike termyn bekend: freegje jo advokaat)
case-log-fact-stated = hat feit { $count } op it boerd set: { $what }
case-log-fact-moved = hat feit { $count } op it boerd ferset, no: { $what }
case-log-fact-retracted = hat feit { $count } weromnommen
case-log-task-opened = hat put { $count } fan it plan iepene: { $what }
case-log-task-added = hat put { $count } tafoege
case-log-task-due = { $what } (termyn: { $when })
case-log-task-handed-over = hat put { $count } oerdroegen
case-log-task-done = hat put { $count } dien
case-log-task-set-aside = hat put { $count } oan kant lein
case-log-task-reopened = hat put { $count } wer iepene
case-log-noted = hat notysje { $count } skreaun, te sjen foar { $what }
case-log-reported = hat in tal trochjûn: { $what }
case-log-told = hat it "{ $what }" sein
case-log-told-text = hat it "{ $what }" sein mei tekst { $count }
case-log-drafted = hat tekst { $count } opsteld: { $form }, { $target }
case-log-drafted-correction = hat tekst { $count } opsteld, dy’t tekst { $other } ferbetteret: { $form }, { $target }
case-log-revised = hat tekst { $count } feroare
case-log-checked-clean = hat de wurden fan tekst { $count } neigien en neat fûn
case-log-checked-found = hat de wurden fan tekst { $count } neigien (redenen om op te hâlden: { $stops }, om nei te sjen: { $warnings })
case-log-checked-not = hat de wurden fan tekst { $count } net neigien: de taal is der net ien dy’t neigien wurdt
case-log-submitted = hat goedkarring frege foar tekst { $count }
case-log-submitted-despite = hat goedkarring frege foar tekst { $count }, nettsjinsteande wat dertsjin pleitet
case-log-approved = hat tekst { $count } goedkard
case-log-declined = hat tekst { $count } ôfkard
case-log-released = hat tekst { $count } frijjûn: elk dy’t frege wie hat him goedkard
case-log-released-alone = hat tekst { $count } allinnich frijjûn, nei it oerlêzen fan it hiele stik
case-log-released-fallback = hat tekst { $count } frijjûn as weromfal fan it plan, doe’t de tiid foar goedkarring om wie
case-log-outgrown = hat op ’e nij goedkarring frege foar tekst { $count }: de saak is groeid en der binne mear minsken nedich
case-log-outgrown-nobody = hat tekst { $count } weromhelle: de saak is groeid en nimmen mei him sa frijjaan
case-log-recalled = hat tekst { $count } weromhelle: feit { $fact } draacht him net mear
case-log-intended = hat frege om tekst { $count } te ferstjoeren (op syn betidst: { $when })
case-log-undone = hat tekst { $count } tsjinholden foar’t er ferstjoerd waard
case-log-trying = is begûn tekst { $count } te ferstjoeren (besykjen { $try })
case-log-sent = hat tekst { $count } ferstjoerd
case-log-refused = hat tekst { $count } net ferstjoere kinnen: it doel wegere him
case-log-unknown = wit net oft tekst { $count } bûten stiet
case-log-resolved-there = hat neisjoen en tekst { $count } fûn dêr’t er hearde
case-log-resolved-not-there = hat neisjoen en tekst { $count } net fûn
case-log-shelved = hat tekst { $count } weilein
case-log-passed-over = liet tekst { $count } neist tekst { $other } stean, dy’t er tsjin te sprekken liket, en sei wêrom
case-log-mention-claimed = hat in fermelding oannommen om dy te beantwurdzjen
case-log-mention-handed-over = hat in fermelding oerdroegen
case-log-mention-let-go = hat in fermelding loslitten
case-log-mention-against-rules = hat in fermelding by it platfoarm oanjûn: { $what }
case-log-mention-illegal = hat in fermelding as yllegaal oanjûn: { $what }
case-log-offered = hat immen in oanbod dien
case-log-offered-money = hat immen in oanbod fan { $what } dien
case-log-freeze-begun = { PLURAL($count) ->
    [one] is begûn stil te setten wat pland is op { $count } akkount
   *[other] is begûn stil te setten wat pland is op { $count } akkounts
    }
case-log-freeze-unmapped = { $what } (kanalen fan nimmen, mei rêst litten: { $count })
case-log-freeze-held = hat in berjocht stilset (pland: { $when })
case-log-freeze-left = hat in berjocht mei rêst litten: { $what }
case-log-freeze-gone = hat in berjocht fûn dat der al út wie
case-log-freeze-failed = hat in berjocht noch net stilsette kinnen (kearen besocht: { $count })
case-log-freeze-confirmed = hat befêstige dat neat dat pland is derút giet (stilset: { $held }, mei rêst litten: { $left }, al derút: { $gone })
case-log-freeze-clashes = hat sjoen dat in stilset berjocht mei de saak botst
case-log-freeze-thawed = hat oer in stilset berjocht besletten: { $what }
case-log-freeze-lifted = hat it stilsetten opheft: nije berjochten geane der wer út
case-log-freeze-undone = hat it stilsetten ûngedien makke: wat noch net oer tiid is, giet derút as pland
case-log-measure-taken = hat maatregel { $count } nommen
case-log-measure-promised = hat immen maatregel { $count } tasein
case-log-measure-turned = hat maatregel { $count } hifke: { $what }
case-log-measure-held = hat maatregel { $count } ôfsletten: de toets hold stân
case-log-measure-done = hat sein dat maatregel { $count } dien is
case-log-measure-set-aside = hat maatregel { $count } oan kant lein
case-log-guard = hat grins { $count } steld
case-log-guard-passed = hat { $value } teld: grins { $count } is oerskreaun
case-log-guard-cleared = hat { $value } teld: grins { $count } wurdt wer helle
case-log-lesson-answered = hat in fraach fan de weromblik beantwurde
case-log-lesson-drawn = hat les { $count } lutsen
case-log-lesson-merged = hat les { $count } yn it plan opnommen (ferzje { $plan })
case-log-lesson-tested = hat les { $count } yn in oefening beproefd
case-log-lesson-shelved = hat les { $count } oan kant lein
case-standing-met = hâldt stân
case-standing-holding = hâldt oant no ta stân
case-standing-off = hâldt gjin stân
case-standing-failed = hold net op ’e tiid stân
case-standing-word = wachtet op immens wurd
case-standing-too-early = ûnbekend: der is noch gjin hiele dei foarby
case-standing-not-listened = ûnbekend: in boarne wie doe dôf
case-standing-too-few = ûnbekend: te min fermeldingen om it te sizzen
case-standing-not-observed = ûnbekend: it wurdt hjir nearne teld
case-ask-went-well = Wat gie goed, en moat wer sa?
case-ask-missing = Wat ûntbriek der?
case-ask-earlier = Wat hie it earder sjen litten?
case-ask-otherwise = Wat soene jo oars dwaan?
case-refusal-not-open = De saak is net iepen. Iepenje dy earst.
case-refusal-over = De saak is foarby. Nim dy earst wer op.
case-refusal-person = Dit docht in minske, nea Vigie. Meld jo oan en doch it sels.
case-refusal-house = Dit docht Vigie sels. Jo hoege neat te dwaan.
case-refusal-role = Jo rol yn dizze organisaasje mei dit net. Freegje it immen mei in rol dy’t it wol mei.
case-refusal-reader = Dyjinge mei hjir lêze en net oan saken wurkje. Kies immen dy’t dat mei, of feroarje de rol yn de ploech.
case-refusal-lead = Allinne wa’t de saak liedt docht dit. Freegje dyjinge it te dwaan.
case-refusal-missing = Dizze saak hat soks net ûnder nûmer { $count }. Besjoch de saak op ’e nij.
case-refusal-missing-task = Dizze saak hat gjin put { $count }. Besjoch de list mei putten op ’e nij.
case-refusal-missing-open-task = Put { $count } is net iepen. Iepenje dy earst wer, of kies in oaren.
case-refusal-missing-fact = Dizze saak hat gjin feit { $count }. Set it earst op it boerd, of kies in oar.
case-refusal-missing-clock = Dizze saak hat gjin klok { $count }. Besjoch de klokken op ’e nij.
case-refusal-missing-incident = Dizze saak hat gjin foarfal { $count } fan dizze soarte. Kies ien út de list, of jou in nij oan.
case-refusal-missing-draft = Dizze saak hat gjin tekst { $count }. Besjoch de teksten op ’e nij.
case-refusal-missing-measure = Dizze saak hat gjin maatregel { $count }. Besjoch de maatregels op ’e nij.
case-refusal-missing-lesson = Dizze saak hat gjin les { $count }. Besjoch de lessen op ’e nij.
case-refusal-missing-record = Dizze saak hat gjin foarfal { $count } yn it tiidferrin. Kies dêr ien út.
case-refusal-not-in-plan = It plan hat neat mei dy namme. Kies út it plan, of foegje it dêr ta.
case-refusal-not-in-plan-stakeholder = It plan hat gjin belanghawwende mei dy namme. Kies ien út it plan, of foegje dy dêr ta.
case-refusal-not-in-plan-reply = It plan hat gjin antwurd mei dy namme. Kies ien út it plan, of skriuw de tekst sels.
case-refusal-not-in-plan-role = It plan hat gjin rol mei dy namme. Kies ien út it plan, of foegje dy dêr ta.
case-refusal-not-in-plan-scenario = It plan hat gjin senario mei dy namme. Kies ien út it plan, of gean sûnder fierder.
case-refusal-ladder = Der giet gjin stap fan "{ $from }" nei "{ $to }". Kies in oare stap.
case-refusal-why = Hjir is in reden foar nedich. Sis wêrom.
case-refusal-open-tasks = { PLURAL($count) ->
    [one] { $count } put is iepen. Doch dy earst, of lis dy oan kant.
   *[other] { $count } putten binne iepen. Doch dy earst, of lis se oan kant.
    }
case-refusal-legal-term = De wetlike termyn { $what } rint. Sis dat dy helle is, of wêrom’t dy net frege wurdt.
case-refusal-under-way = Tekst { $count } is ûnderweis, of nimmen wit oft er bûten stiet. Sjoch dêr earst nei.
case-refusal-never-pauses = Dizze klok stiet nea stil. Helje him, of sis wêrom’t er net mear frege wurdt.
case-refusal-time = Dat stuit leit oan de ferkearde kant fan no. Wat bard is leit efter ús, wat pland is foar ús: kies in oar.
case-refusal-start = De termyn fan dit ûnderwerp rint fan wat oars ôf. Sis dit: { $what }.
case-refusal-proof = Dat in wetlike termyn helle is, moat te sjen wêze. Sis hoe’t jo it witte, of foegje ta wat it bewiist.
case-refusal-source = Hjir is in boarne foar nedich dy’t mear is as in konklúzje. Foegje in boarne of in bewiis ta.
case-refusal-retracted = Dat feit is weromnommen. Set it as nij feit op it boerd.
case-refusal-stale = De tekst, it doel of it akkount is net mear wat jo sjoen hawwe. Besjoch it op ’e nij.
case-refusal-stage = Tekst { $count } is net op dat punt. Sjoch hoe fier’t er is, en wat dêr kin.
case-refusal-weak-facts = De tekst stipet op feiten dy’t net bekend, net as wierskynlik sein of weromnommen binne: { $what }. Ferbetterje de feiten of de tekst.
case-refusal-unchecked = De kontrôle fan de wurden hat dizze tekst noch net lêzen. Wachtsje efkes en besykje it nochris.
case-refusal-stopped = { PLURAL($count) ->
    [one] De kontrôle fûn { $count } reden om op te hâlden. Ferbetterje it, of sis wêrom’t de tekst dochs giet.
   *[other] De kontrôle fûn { $count } redenen om op te hâlden. Ferbetterje se, of sis wêrom’t de tekst dochs giet.
    }
case-refusal-mixed = De hâlding is yn striid mei oare teksten: { $what }. Feroarje dy, of sis wêrom’t de tekst dochs giet.
case-refusal-long = De tekst hat { $count } tekens, en dêr passe { $most }. Meitsje him koarter.
case-refusal-blank = De tekst is leech, of hat in iepen plak dat net ynfolle is. Folje it yn.
case-refusal-account = Dat akkount is net fan dit merk. Kies in akkount fan it merk.
case-refusal-to-all = In antwurd giet ûnder in fermelding, mei de mail of yn in petear. Wat elkenien te hearren krijt is in ferklearring: kies dy, of in oar doel.
case-refusal-corrects = In ferbettering neamt in tekst dy’t ferstjoerd is. Kies sa’n ien.
case-refusal-no-rule = It plan neamt nimmen dy’t dit frijjout. Foegje in goedkarring ta oan it plan.
case-refusal-no-login = Neffens it plan is dit foar { $what }, en nimmen fan harren hat in tagong. Noegje harren út op de side Team, of neam immen oars yn it plan; oant dan jout allinnich de weromfal, as ien neamd is dy’t in tagong hat, in antwurd frij dat fan tefoaren goedkard is.
case-refusal-author = It plan lit oaren dit skriuwe. Jou de tekst oan ien fan harren.
case-refusal-own = Wa’t in tekst skreaun hat, kart him net goed. Freegje it in oar dy’t it mei.
case-refusal-not-asked = Jo binne net ien fan dyjingen dy’t dit frege wurdt, of noch net. By de tekst stiet wa’t oan bar is.
case-refusal-already = Jo hawwe dit al goedkard. As it noch wachtet, wurde oaren noch frege.
case-refusal-not-alone = Allinne wa’t allinnich wurket, of in deistich antwurd skreau dêr’t de kontrôle neat yn fûn, jout allinnich frij. Freegje om goedkarring.
case-refusal-not-yet = It is noch te betiid: net foar { $when }. Kom dan werom.
case-refusal-no-fallback = It plan neamt gjin tiid dêr’t de weromfal nei mei. Freegje wa’t goedkart, of foegje "within" en "fallback" ta oan it plan.
case-refusal-not-prepared = De weromfal jout allinne frij wat it plan al goedkard hie, net feroare en net ferrûn. Nim sa’n antwurd, of freegje om goedkarring.
case-refusal-mandate = It mandaat fan it buro lit jo dit op dit oere net dwaan. Belje de klant.
case-refusal-too-late = Te let: de tekst wurdt ferstjoerd of is al fuort. Klopt er net, skriuw dan in ferbettering.
case-refusal-attempt = Dat is net it besykjen dat no rint. Besjoch de tekst op ’e nij.
case-refusal-may-be-out = Tekst { $count } is ferstjoerd en net fûn, en kin noch opdûke. Ferstjoer him sa’t er is, of lis him wei en skriuw in oaren.
case-refusal-held-by = In oar beantwurdet dizze fermelding. Freegje om oerdracht, of freegje it oan wa’t de saak liedt.
case-refusal-elsewhere = Dizze fermelding wurdt earne oars beantwurde, yn in saak of dêrbûten: sjoch dêr earst.
case-refusal-claim-first = Nimmen beantwurdet dizze fermelding noch. Nim dy earst oan.
case-refusal-answered = Tekst { $count } beantwurdet dizze fermelding al. Lis ien fan beide wei, of ferbetterje dy’t ferstjoerd is.
case-refusal-amount = In oanbod is neat of mear wurdich. Jou in bedrach dat net ûnder nul leit.
case-refusal-exit = Dizze útgong is net foar jo. Freegje it immen mei in rol dy’t it mei.
case-refusal-exit-platform = Oanjaan by it platfoarm is foar de eigener of wa’t de sosjale media beheart. Freegje it ien fan harren.
case-refusal-exit-legal = Yllegale ynhâld oanjaan is foar de juridysk adviseur, of de weromfal dy’t it plan neamt. Freegje it ien fan harren.
case-refusal-exit-legal-nobody = Yllegale ynhâld oanjaan is foar de juridysk adviseur, en it plan neamt der gjinien. Noegje immen as juridysk adviseur út op de side Team, of neam in weromfal yn it plan.
case-refusal-exit-no-login = Neffens it plan is yllegale ynhâld oanjaan foar { $what }, en nimmen fan harren hat in tagong. Noegje harren út op de side Team, of neam yn it plan in weromfal dy’t ien hat.
case-refusal-no-freeze = Der is neat stilset. Set de marketing earst stil.
case-refusal-fenced = Dêrnei is op ’e nij stilset. Lês de list op ’e nij.
case-refusal-unaccounted = { PLURAL($count) ->
    [one] Fan { $count } berjocht is noch net bekend hoe’t it dêrmei stiet. Wachtsje, of sjoch yn it ark.
   *[other] Fan { $count } berjochten is noch net bekend hoe’t it dêrmei stiet. Wachtsje, of sjoch yn it ark.
    }
case-refusal-not-held = Dat berjocht is net stilset. Besjoch de list op ’e nij.
case-refusal-frozen = It stilsetten jildt noch. Hef it earst op.
case-refusal-burst = In oar berjocht fan dat akkount giet der binnen tsien minuten fan ôf út. Kies in oare tiid.
case-refusal-open-measures = { PLURAL($count) ->
    [one] { $count } maatregel is noch net klear. Wachtsje op de toets, of lis dy earst oan kant.
   *[other] { $count } maatregels binne noch net klear. Wachtsje op de toetsen, of lis se earst oan kant.
    }
case-refusal-goal = In toets freget op syn minst ien dei, en in getal dat helber is. Kies oaren.
case-refusal-tested = De sifers sizze oft it wurke. Wachtsje dêrop, of lis de maatregel oan kant.
case-word-form-holding = earste ferklearring
case-word-form-statement = ferklearring oan elkenien
case-word-form-update = ferfolch mei wat der nij is
case-word-form-reply = antwurd oan ien inkeld minske
case-word-target-mention = ûnder in fermelding
case-word-target-post = as eigen berjocht: { $what }
case-word-target-mail = yn in brief mei de mail
case-word-target-conversation = yn petear { $count } fan in klacht
case-word-target-updates-page = op de iepenbiere nijsside
case-word-target-by-hand = mei de hân kopiearre: { $what }
case-word-stage-writing = wurdt skreaun
case-word-stage-submitted = wachtet op goedkarring sûnt { $when }
case-word-stage-declined = ôfkard: te feroarjen
case-word-stage-released = frijjûn: mei ferstjoerd wurde
case-word-stage-intended = te ferstjoeren, tsjin te hâlden oant { $when }
case-word-stage-trying = wurdt ferstjoerd (besykjen { $count })
case-word-stage-unknown = nimmen wit oft er bûten stiet (besykjen { $count })
case-word-stage-refused = net ferstjoerd (besykjen { $count }): kin noch ris
case-word-stage-sent = ferstjoerd: { $when }
case-word-stage-shelved = weilein
case-word-fact-known = bekend
case-word-fact-probable = wierskynlik
case-word-fact-unknown = iepen fraach
case-word-fact-cannot-say = kin net sein wurde
case-word-loudness-nothing = noch neat yn it iepenbier
case-word-loudness-answer = in antwurd dêr’t it sein is
case-word-loudness-statement = in ferklearring dêr’t it sein is
case-word-loudness-everywhere = oeral dêr’t wy prate
case-word-guideline-inform-first = Earst ynstruksjes (wat te dwaan om feilich te bliuwen), dan útlis dy’t helpt (wat der bard is, dat it ús rekket): altyd, foar elk wurd oer ferantwurdlikheid.
case-word-guideline-victim-inform = Slachtofferkluster, gjin skiednis, goede namme: ynstruksjes en útlis kinne genôch wêze.
case-word-guideline-victim-with-history = Slachtofferkluster mei in skiednis of in minne namme: ferlytsje.
case-word-guideline-accident-diminish = Ungelokskluster, gjin skiednis, neutrale of goede namme: ferlytsje.
case-word-guideline-accident-with-history = Ungelokskluster mei in skiednis of in minne namme: weropbouwe.
case-word-guideline-preventable-rebuild = Kluster "te foarkommen": weropbouwe, hokker skiednis en namme ek.
case-word-guideline-unfounded-deny = Geroften, en beskuldigingen sûnder grûn: ûntkenne, as it kin. Ming ûntkennen nea mei ferlytsjen of weropbouwen.
case-word-visibility-internal = de ploech
case-word-visibility-client = de ploech en de klant
case-word-visibility-legal = de eigener, wa’t de saak liedt en de juridysk adviseur
case-word-left-allowed = it plan lit dit soarte trochgean
case-word-left-foreign = it kanaal is fan in oare organisaasje
case-word-left-unmapped = it kanaal is oan nimmen keppele
case-word-thaw-reschedule = giet op in oar stuit derút ({ $when })
case-word-thaw-rewrite = wurdt op ’e nij skreaun
case-word-thaw-withdraw = wurdt net publisearre, bliuwt yn de list
case-word-thaw-as-it-was = giet derút doe’t it pland wie
case-word-matter-data-breach = datalek, te melden by de tasjochhâlder
case-word-matter-data-breach-people = datalek mei grut risiko, te melden oan de minsken sels
case-word-matter-press-offence = laster of belediging yn it iepenbier
case-word-matter-press-offence-aggravated = laster of belediging om wat immen is (komôf, leauwe, geslacht, oriïntaasje, beheining)
case-word-matter-right-of-reply = rjocht op wjerwurd dat wy easkje
case-word-matter-right-of-reply-owed = rjocht op wjerwurd dat fan ús easke wurdt
case-word-matter-unsafe-food = ûnfeilich iten op ’e merk
case-word-matter-unsafe-product = gefaarlik produkt op ’e merk
case-word-start-awareness = sûnt wannear’t jo it witte
case-word-start-publication = wannear’t it foar it earst publisearre is
case-word-start-demand = wannear’t de eask binnenkaam
case-word-platform-violence = driging of oprop ta geweld
case-word-platform-hatred = haat tsjin in groep
case-word-platform-harassment = it pesten fan in minske
case-word-platform-personal-data = immens persoansgegevens
case-word-platform-not-genuine = net echt, of betelle
case-word-platform-spam = reklame, of hieltyd itselde
case-word-platform-impersonation = docht him foar as in oar
case-word-ground-defamation = laster
case-word-ground-insult = belediging
case-word-ground-threat = driging
case-word-ground-hatred = haat of diskriminaasje
case-word-ground-privacy = immens privacy of gegevens
case-word-ground-counterfeit = wurk of merk fan in oar
case-word-ground-other = in oare wet, neamd yn de reden
case-triage-hurt = Kin der immen sear krije?
case-triage-cause = Wêr giet it oer?
case-triage-cause-unknown = dat witte wy noch net
case-triage-responsibility = Waans skuld is it, sa’t minsken it sjogge?
case-triage-history = Is it earder bard, of wie ús namme al min?
case-triage-vivid = Is der in filmke of in foto dy’t trochstjoerd wurdt?
case-triage-who = Wa praat deroer?
case-triage-known-no = nee
case-triage-known-unknown = noch net bekend
case-triage-known-yes = ja
case-triage-responsibility-unknown = nimmen wit it noch
case-triage-responsibility-untrue = it is net sa, en wy kinne it sjen litte
case-triage-responsibility-victim = it is ús ek oerkommen
case-triage-responsibility-accidental = wy hawwe it dien, en net mei opsetsin
case-triage-responsibility-preventable = wy hiene it foarkomme kinnen, of woene it sa
case-triage-who-one = ien minske
case-triage-who-some = in pear minsken
case-triage-who-many = in soad minsken
case-triage-who-press = de parse, of immen dy’t tige folle minsken folgje
## The communication policy: what the public reads, and what the team publishes
policy-title = Kommunikaasjebelied fan { $what }
policy-only-in = De tekst fan it hûs is yn it { $what }.
policy-where = Wêr’t jo it ús fertelle kinne
policy-channel = Skriuw { $what } ûnder fjouwer eagen
policy-channel-hint = In side iepen foar elkenien, sûnder account; der wurdt neat fan publisearre.
policy-who = Wa’t antwurdet, en wannear
policy-within = Jo hawwe antwurd binnen { $stretch }.
policy-do = Wat wy dogge
policy-never = Wat wy nea dogge
policy-changed = Foar it lêst feroare: { $when }.
policy-settings = Kommunikaasjebelied
policy-index = In iepenbiere side: wêr’t men kleit, wa’t antwurdet en wannear, wat jimme nea dogge
policy-settings-lead = In side foar elkenien, makke út jo plan: wêr’t men kleit, wa’t antwurdet en wannear, wat jo dogge en nea dogge. Hy is ticht oant jo him publisearje, en bliuwt as er is as it plan feroaret, oant jo op ’e nij publisearje.
policy-closed = Der is neat publisearre.
policy-same = Publisearre: de side seit wat it plan seit.
policy-differs = Publisearre, mar it plan seit no wat oars as de side.
policy-no-channel = Foar dit merk is gjin priveekanaal iepen: de side kin nei gjin formulier ferwize.
policy-changes = Wat der foar it publyk feroarje soe
policy-preview = Wat it plan it publyk seit
policy-write = Skriuw it yn it plan
policy-nothing = It plan seit it publyk noch neat: der is neat te publisearjen.
policy-address-hint = Lytse letters, sifers en keppelstreekjes.
policy-publish = Publisearje wat hjir stiet
policy-withdraw = Helje de side wei
policy-withdraw-hint = It adres lit dan neat mear sjen. Wat publisearre wie, bliuwt bewarre.
policy-log = Oant no ta publisearre
policy-said-published = Publisearre: elkenien kin it no lêze.
policy-said-withdrawn = De side is wei.
policy-wrong-own = Allinne in merk fan josels hat in belied.
policy-wrong-blank = Neat follet it iepen plak “{ $what }” yn: it soe sa publisearre wurde. Der is neat publisearre.
policy-wrong-nowhere = It soe nimmen fertelle wêr’t in klacht hinne kin: iepenje it privee kanaal, of neam in plak yn it plan. Der is neat publisearre.
policy-wrong-invented = “{ $what }” is it adres fan it foarbyld, net dat fan jo: set jo eigen yn it plan. Der is neat publisearre.
policy-wrong-changed = It plan is feroare sûnt jo dizze side iepenen. Lês it hjirûnder nochris; der is neat publisearre.

## The training of staff by their link
training-title = In koarte training
training-lead = Fragen út ús eigen plan ({ $count }), yn trije parten: in risiko sjen, goed reagearje, goed kommunisearje. Sûnder account en sûnder sifers: elk antwurd wurdt daliks útlein.
training-open = Oefenje it yn fiif minuten
training-at = Fraach { $at } fan { $count }
training-spot = In risiko sjen
training-respond = Goed reagearje
training-speak = Goed kommunisearje
training-ask-sign = Jo merke: { $what } – in teken fan wat?
training-ask-tell = Jo sjogge of hearre wat oer ús dat jo soargen jout. Wa fertelle jo it?
training-ask-rule = Hokker fan dizze is in regel fan ús?
training-ask-journalist = In sjoernalist skillet. Wa antwurdet?
training-ask-post = Jo sjogge in lilk berjocht oer ús. Wa antwurdet derop?
training-ask-safety = It bart: { $what }. Wat moatte minsken it earst hearre?
training-ask-complain = Immen wol kleie. Wêr stjoere jo dyjinge hinne?
training-ask-within = Hoe gau hat wa’t kleit in antwurd?
training-ask-first = Yn in krisis, hoe gau sizze wy yn it iepenbier ús earste wurden?
training-reflex-nothing = Fan neat: it waait wol oer
training-reflex-nobody = Nimmen, oant ik it wis wit
training-reflex-friends = Myn freonen, yn in app
training-reflex-myself = Ik, sa goed as ik kin
training-reflex-hang-up = Nimmen: ik lis op
training-reflex-own-account = Ik, fan myn eigen account ôf
training-reflex-delete = Nimmen: wy litte it fuortsmite
training-reflex-rule-answer = Daliks antwurdzje, elk fan it eigen account ôf.
training-reflex-rule-delete = Alles fuortsmite litte dat ús skea docht.
training-reflex-rule-guess = Sizze wat der tinklik bard is, dan hawwe minsken antwurd.
training-reflex-rule-stars = Sels goede beoardielings skriuwe, om it goed te meitsjen.
training-reflex-fault = Waans skuld it wie
training-reflex-reassure = Dat it net slim wêze kin
training-reflex-network = Nei de sosjale media, foar it each fan elkenien
training-reflex-nowhere = Nearne: wy nimme gjin klachten oan
training-answer = Antwurdzje
training-choose = Kies earst in antwurd.
training-right = Ja, dat seit ús plan.
training-wrong = Nee. Us plan seit: { $what }
training-because = Yn de wurden fan it plan
training-next = Folgjende fraach
training-end = Nei de ein
training-done = Dat wie it
training-score = { $correct } fan { $count } antwurde sa’t it plan it seit.
training-who = Wa’t jo binne
training-who-other = in oar, of sûnder it te sizzen
training-who-hint = It team sjocht dat immen it dien hat en wannear; jo namme allinne as jo dy yn de list kieze. Dy kin altyd wiske wurde.
training-name = Foarnamme, as jo wolle
training-name-hint = It team sjocht dat immen it dien hat en wannear; jo namme allinne as jo dy jouwe. Dy kin altyd wiske wurde.
training-tell = Fertel it it team
training-told = Tank: it team wit dat jo oefene hawwe.
training-full = In protte hawwe krekt dien west, dat dizze is net teld. Besykje it oer in oere nochris.
training-again = Nochris, mei oare fragen
training-changed = It plan is yntusken feroare: dit binne de fragen fan no.
training-none = It plan seit it personiel noch net genôch foar in training.
training-back = Hoe’t jo dogge
training-list = Wa’t oefene hat
training-nobody = Noch nimmen: de keppeling hjirboppe iepenet ek de training.
training-unnamed = Sûnder namme
training-erase = Wiskje

## ISO 22361: what of it a plan shows
iso-title = ISO 22361 yn dit plan
iso-lead = Wat it plan fan ISO 22361:2022 (krisismanagement, rjochtlinen) sjen lit, en wêrmei. Dit is ús eigen lêzing fan de prinsipes, it proses en de haadstikken neffens harren titels; it is gjin sertifisearring, en de noarm freget mear as in plan sjen litte kin.
iso-half = It plan kin net hielendal lêzen wurde, en de helte mei net trochgean foar it gehiel.
iso-count = { $met } dekt, { $partly } foar in part, { $missing } ûntbrekke.
iso-principle = Prinsipes
iso-process = Proses
iso-clause = Wat in eigen haadstik hat
iso-met = dekt
iso-partly = foar in part
iso-missing = ûntbrekt
iso-governance = Bestjoer
iso-strategy = Strategy
iso-risk = Risiko
iso-decision = Beslútfoarming
iso-communication = Kommunikaasje
iso-ethics = Etyk
iso-learning = Leare
iso-anticipation = Antisipearje
iso-assessment = Beoardielje
iso-prevention = Foarkomme en beheine
iso-preparedness = Tarieding
iso-response = Reaksje
iso-recovery = Herstel
iso-improvement = Hieltyd better
iso-leadership = Lieding yn in krisis
iso-strategic-decision = Strategyske besluten
iso-crisis-communication = Krisiskommunikaasje
iso-training = Oefenje, hifkje en leare
iso-has-lead = Immen hat de lieding
iso-has-team = Elke rol dy’t in ploech nedich hat, hat immen
iso-has-deputies = Elkenien hat in ferfanger
iso-has-responsible = Elke aksje hat krekt ien ferantwurdlike
iso-has-reachable = Wa’t neamd wurdt, is te berikken
iso-has-approval = It is sein wa’t in tekst frijjout
iso-has-liveness = Op elk oere kin immen frijjaan
iso-has-escalation = It is sein wa’t it heart as it slimmer wurdt
iso-has-objectives = Doelen, elk mei in strategy
iso-has-halves = Foarkomme en herstelle
iso-has-risks = Risiko’s binne neamd
iso-has-rated = Hoe wierskynlik en hoe slim elk risiko is
iso-has-heard = Nei elk risiko wurdt harke
iso-has-scenarios = Elk risiko hat in senario
iso-has-signs = Elk senario seit wêroan’t men it wit
iso-has-recurring = Der wurdt geregeld wat dien foardat der wat bart
iso-has-first-assessment = In klok foar it earste oardiel
iso-has-assembled = In klok om de ploech byinoar te heljen
iso-has-moves = Elk senario hat syn stappen
iso-has-freeze = Wat stilset wurdt, en wat dochs trochgiet
iso-has-holding = Elk senario hat earste wurden yn elke taal
iso-has-alternatives = En oare om út te kiezen
iso-has-languages = Immen praat elke taal fan it merk
iso-has-approved = De teksten binne foarôf goedkard
iso-has-updates = In klok foar it folgjende nijs
iso-has-postures = Elk senario seit hoe’t de ferantwurding nommen wurdt
iso-has-stakeholders = Belanghawwenden hearre it, fan wa en wat
iso-has-policy = It publyk wit wêr’t it kleie kin
iso-has-never = En wat nea dien wurdt
iso-has-conduct = It personiel wit wat it dwaan en litte moat
iso-has-safety = Dêr’t minsken skea rinne kinne, hearre se hoe’t se feilich bliuwe
iso-has-full-statement = In klok foar de folsleine ferklearring
iso-has-after = Elk senario hat wurden foar dêrnei
iso-has-measures = In dei letter of mear wurdt der ek noch wat dien
iso-has-tests = Elk senario wurdt hifke
iso-has-repeated = De proeven wurde werhelle

## The card: lines to write on. The plan as a file
card-blank-name = wa’t praat
card-blank-time = tiid
card-blank-next = folgjende nijs
card-blank-place = plak
card-blank-product = produkt
card-blank-fact = wat wy witte
card-blank-signature = namme en funksje
import-title = It plan as bestân
import-out = Helje it der út
import-out-lead = De hiele tekst mei syn opmerkings, om earne oars te bewarjen of yn jo eigen editor te skriuwen.
import-in = Bring ien yn
import-in-lead = It wurdt kontrolearre, en jo sjogge wat it feroaret foardat der wat bewarre wurdt. Wat no jildt, bliuwt yn de list fan ferzjes.
import-file = It bestân (TOML)
import-look = Sjen wat it feroaret
import-changes = Wat it feroaret
import-same = It seit wat it plan al seit.
import-keep = Bewarje it as folgjende ferzje
import-unreadable = Dit is gjin plan dat te lêzen is, dat it kin net bewarre wurde. Hjirûnder stiet wêr’t it misgiet.
import-empty = Der is gjin bestân keazen. Der is neat feroare.
import-large = It bestân is grutter as in plan wêze kin ({ $what } bytes). Der is neat bewarre, en it plan dat jildt is sa’t it wie. Ferdiel it yn in basisplan en ferskillen.
import-no-text = It bestân is gjin tekst (UTF-8). Der is neat feroare.

import-cacao = In senario foar oare ark (CACAO 2.0)
import-cacao-lead = De stappen efterinoar, elk mei wa’t ferantwurdlik is. Ferfangers, tiden, antwurden, tekens ien foar ien, nûmers en adressen bliuwe hjir.
## Pland pleatst wurk

market-title = Pland pleatst wurk
market-index = De akkounts dy’t publisearje, wat wachtet, wat by in krisis tsjinhâlden wurdt
market-lead = By in krisis giet der neat út fan dizze akkounts, útsein wat jo plan trochlit. Dêrnei wurdt elk berjocht ien foar ien besletten: neat giet fansels fuort, en neat yn in weach.
market-done = Dien.
market-figure-held = Tsjinhâlden
market-figure-goes = Geane út
market-figure-left = Geane út nettsjinsteande it beferzen
market-figure-out = Fuort
market-accounts = Akkounts
market-accounts-none = Der is gjin akkount keppele.
market-free = frij: gjin saak hâldt it tsjin
market-frozen = beferzen troch saak { $case } sûnt { $when }
market-refused = Antwurdet net sa’t it moat:
market-taken = Dit akkount is al nommen. Der is neat feroare.
market-holds = In saak hâldt dêr berjochten tsjin. Beslút earst oer elk – trochlitte of net publisearje – en lit it akkount dan los: oars bliuwe se foar altyd tsjinholden. Der is neat feroare.
market-check = Kontrolearje
market-let-go = Net mear brûke
market-let-go-hint = It token wurdt fergetten, en wat der noch út moast wurdt tsjinhâlden. Wat publisearre is, feroaret net.
market-gone-account = in akkount dat net mear keppele is
market-held = Te besluten
market-goes = Wat útgiet
market-over = Foarby
market-none = Der is neat pland.
market-more = Allinnich de earste 300 steane hjir; de kommandorigel en de API jouwe se allegear.
market-queued = pland
market-holding = wurdt tsjinhâlden: kin noch útgean
market-is-held = tsjinhâlden
market-draft = op ’e nij te skriuwen
market-sending = wurdt ferstjoerd
market-sent = publisearre
market-unknown = mooglik publisearre: Vigie siket it op
market-failed = koe net ferstjoerd wurde
market-withdrawn = wurdt net publisearre
market-gone = net mear yn de rige fan de tsjinner
market-alone = yn syn ark mei rêst litten: it kanaal is hjir fan nimmen
market-due = pland foar { $when }
market-at-server = yn de rige fan syn tsjinner
market-left = giet út nettsjinsteande it beferzen
market-see = It berjocht besjen
market-as-it-was = Publisearje sa’t pland wie
market-rewrite = Op ’e nij skriuwe
market-withdraw = Net publisearje
market-reschedule = Op dat stuit publisearje
market-at = Datum en tiid
market-change = Feroarje
market-new = In berjocht planne
market-account = Fan it akkount
market-text = Tekst
market-language = Taal
market-kind = Soarte
market-kind-do = De soarte bewarje
market-kind-hint = In soarte dy’t it plan by in beferzing trochlit: feiligens, weromroppen, iepeningstiden. Leech foar de rest.
market-do = Planne
market-connect = In akkount keppelje
market-connect-hint = In Mastodon-akkount, of ien fan in tsjinner dy’t itselde praat. In akkount heart by ien klant fan dit hûs.
market-server = Tsjinner
market-token = Tagongstoken
market-token-hint = Yn de foarkarren fan it akkount, Untwikkeling, nije applikaasje, mei rjocht om te lêzen en te skriuwen. It wurdt nea wer toand.
market-name = Namme hjir
market-connect-do = Keppelje
market-hook = In oar ark ferbine fia in webhook
market-hook-hint = Foar in ark dat Vigie sels net tsjinhâlde kin. Yn in krisis krijt it campaign.pause, letter campaign.resume, tekene (Standard Webhooks). It jildt pas as tsjinholden as it yn JSON antwurdet: paused: true.
market-hook-address = Adres fan de webhook
market-hook-secret = Geheim dat tekenet
market-hook-secret-hint = whsec_ en 24 oant 64 bytes yn base64, itselde yn it ark. It wurdt noait wer toand.
market-told = krige { $what } op { $when }; it antwurde: { $answer }
market-empty = It berjocht hat gjin tekst. Der is neat feroare.
market-long = Te lang: { $long } tekens, en dy tsjinner nimt { $most } oan. In keppeling telt altyd itselde.
market-past = Dy tiid is foarby, of te tichtby. Kies in lettere.
market-no-language = Dat is gjin taal: skriuw in koade lykas fy.
market-kind-long = De namme fan de soarte hat mear as 60 tekens.
market-frozen-still = In saak hâldt dit akkount noch tsjin: hef earst it beferzen op, of skriuw it op ’e nij, of publisearje it net.
market-burst = In oar berjocht fan dit akkount giet binnen tsien minuten dêrfan út: kies in oare tiid.
market-changed = Ien hat it yntusken feroare. Sjoch it nochris oan: hjir is neat feroare.
market-plain-http = Dizze siden wurde bûten dizze masine sûnder https tsjinne: hjirwei wurdt neat publisearre.
market-media = { PLURAL($count) ->
    [one] { $count } byld of sa
   *[other] { $count } bylden en sa
}
market-clash = botst mei de saak: { $words }
market-elsewhere = Tekst en datum fan dit berjocht wurde yn syn ark keazen: jou it dêr syn datum, en lit it dan gean lykas pland.
market-calendar = Syn kalinder iepenje
market-unmapped = { PLURAL($count) ->
    [one] { $count } kanaal fan jo ark heart by nimmen: dêr wurdt nea oankommen
   *[other] { $count } kanalen fan jo ark hearre by nimmen: dêr wurdt nea oankommen
}
tool-title = Ark om berjochten te plannen
tool-lead = Ien kaai iepenet de kanalen fan in soad klanten. Jou elk kanaal oan in merk: by in krisis wurdt tsjinhâlden wat dêr wachtet. Oan wat jo mei rêst litte, wurdt nea oankommen.
tool-taken = Dit kanaal is al nommen: in oar fan dit hûs brûkt it. Der is neat feroare.
tool-taken-by = nommen troch in oar fan dit hûs
tool-nobody = mei rêst litten: dêr wurdt nea oankommen
tool-given = heart by { $brand }
tool-given-other = keppele, sûnder merk of by in klant dy’t jo net ynstelle
tool-tally = { $given } keppele, { $alone } mei rêst litten
tool-disabled = útskeakele yn it ark
tool-to = Jaan oan
tool-alone = Mei rêst litte
tool-new-key = Nije kaai (leech: de hjoeddeiske)
tool-check = Syn kanalen op ’e nij lêze
tool-let-go-hint = Syn kaai wurdt fergetten en syn kanalen wurde mei rêst litten. Wat yn it ark wachtet, bliuwt dêr sa’t it is; wat dêr tsjinhâlden is, bliuwt in konsept.
tool-none = Der is gjin ark keppele.
tool-connect = In Postiz keppelje
tool-server = Adres fan syn ynterface
tool-server-hint = Op jo eigen tsjinner it adres mei /api derefter; yn syn wolk https://api.postiz.com.
tool-key = Kaai
tool-key-hint = Yn de ynstellingen fan Postiz, Developers, Public API. Hy wurdt nea wer toand.
tool-try = Besykje en keppelje

## Oefeningen
drill-done = Dien, foar de oefening.
drill-assembled = Elkenien dy’t der is hat antwurde.
drill-over = It is bedarre; wy hâlde it yn ’e gaten.
drill-dismissed = Besjoen: hjir is nimmen lilk op ús.
drill-despite = Troch twa minsken neilêzen: it giet der sa út.
drill-contradicted = Wat wy sûnt hearden, sprekt it tsjin.
drill-reply = Tank foar it melden. Wy sykje it hjoed út en jouwe jo moarn foar tolven hjir andert. Prate jo leaver mei ús, skriuw ús dan: in minske lêst it.
drill-measure = Elkenien waans fermelding wy opnommen hawwe, hat ús andert.
drill-title = Oefening: { $pack }
drill-line = { $what }: { $got } fan { $of }
drill-percent = { $percent } fan 100
drill-detected = Earste sinjaal { $minutes } min nei it earste opfallende berjocht.
drill-undetected = Der is gjin sinjaal jûn.
drill-minutes-left = { $minutes } min oer
drill-minutes-late = { $minutes } min te let
drill-minutes-after = nei { $minutes } min
drill-held = ja
drill-not-held = nee
drill-item-detected = Op ’e tiid sinjalearre
drill-item-quiet = Nimmen sûnder reden belle
drill-item-shown = It sinjaal seit wêr’t it oer giet
drill-item-step = Sa serieus nommen as it is
drill-item-clocks = Terminen helle
drill-item-roles = Rollen beset
drill-item-wording = Teksten dy’t de neilêzing net tsjinhâldt
drill-item-contradictions = Teksten dy’t gjin eardere tsjinsprekke
drill-item-actions = Aksjes fan it plan op ’e tiid dien
drill-item-answered = Fermeldings opnommen en beäntwurde
drill-item-measures = Maatregels dy’t hifke binne
drill-item-claimed-once = Fermeldingen dy’t ien minske op him naam
drill-mark = OEFENING
drill-paused = de klok stiet stil
drill-about = Oer dizze oefening
drill-leave = De oefening ferlitte
drills-title = Oefeningen
drills-index = In krisis spylje foar’t der ien komt
drills-lead = It team spilet in betochte krisis op de echte skermen. In oefening hat in eigen wrâld: neat berikt immen bûten.
drills-packs = Wat spile wurde kin
drills-packs-lead = Kies der ien en sis dan wa’t wa spilet. De regels spylje de oaren: ien minske allinne kin ek spylje.
drills-played = Spile
drills-none = Der is noch gjin oefening spile.
drills-who = Wa spilet wa
drills-who-hint = Elk lid hat op syn heechst ien plak. In plak dat nimmen hat, wurdt troch regels spile: it lêst teksten nei, docht syn taken en wachtet op jo by alles wat fan jo is.
drills-start = De oefening klearsette
drills-other = In oar ferhaal
drill-by-rules = spile troch regels
drill-pace = Tempo
drill-pace-hint = Hoefolle minuten fan de oefening yn ien minút foarbygeane. By ×4 duorret in oere in kertier. It kin altyd feroare wurde.
drill-seed = Nûmer fan de lotting
drill-seed-hint = Itselde nûmer jout deselde berjochten: twa teams binne te fergelykjen.
drill-is-on = wurdt spile
drill-ended-finished = útspile
drill-ended-stopped = stoppe mei de server; wat spile is, is bewarre
drill-ended-broke = ôfbrutsen troch in flater; wat spile is, is bewarre
drill-ended-lost = ferlern: de server foel stil foar’t der wat bewarre wie
drill-before = de stille dagen derfoar wurde spile; dan komme de minsken deryn
drill-scoring = it is dien, de skoare wurdt opmakke
drill-jumping = springt foarút
drill-runs = de klok giet op ×{ $pace }
drill-joined = { $who }, deryn sûnt { $when }
drill-not-joined = { $who }, noch net deryn
drill-member = nû. { $count } yn de bestannen
drill-join = Kom deryn
drill-join-hint = Iepenet de echte skermen fan de oefening yn dizze blêder. Jo gewoane siden bliuwe sa’t se binne.
drill-lead = De klok
drill-resume = Lit de tiid rinne
drill-pause = Set de klok stil
drill-jump = Nei wat der komt
drill-ahead = 10 minuten fierder
drill-wait = Dit duorret sa lang as de masine nedich hat, meast minder as in minút.
drill-end = De oefening beëinigje
drill-end-hint = Elkenien giet derút en it rapport wurdt makke. De wrâld fan de oefening is dan fuort.
drill-end-do = No beëinigje
drill-report = Rapport
drill-report-lead = Berekkene út de logboeken fan de oefening, elke rigel mei wat it sjen lit.
drill-cases = De saken fan de oefening
drill-case-review = de neibeskôging, lykas fan in echte saak
drill-case-folder = It logboek as triemmen
drill-team = Wa spilet wa
drill-injects = Wat jo ynbringe
drill-injects-none = Dit ferhaal hat fierder neat om yn te bringen.
drill-inject-call = in telefoantsje
drill-inject-absent = immen is der net
drill-inject-fact = in feit
drill-inject-contradicts = in feit tsjin it foarige
drill-left = oer { $span }
drill-left-real = { $span } fan jo tiid
drill-inject-late = { $span } te let
drill-inject-due = om { $when }
drill-inject-in = ynbrocht om { $when }
drill-inject-out = weilitten om { $when }
drill-bring = No ynbringe
drill-skip = Weilitte
drill-injects-past = Al ynbrocht of weilitten ({ $count })
drill-work = Hoe’t it team it docht
drill-work-none = Der is noch gjin saak iepene.
drill-work-clocks = Termynen helle: { $met } fan { $of }
drill-work-tasks = Iepen taken: { $count }
drill-course-earlier = Earder ({ $count })
drill-course = Wat der bart
drill-course-none = Noch neat: alles is rêstich.
drill-course-alert = Vigie sloech alarm
drill-course-notice = Vigie joech in sinjaal
drill-notes = Jo oantekeningen
drill-note = Wat jo seagen
drill-note-do = Opskriuwe
drill-gone-over = Dizze oefening is dien
drill-gone-over-hint = Wat jo krekt stjoerden, is nearne bewarre en nearne hinne gien. It rapport stiet by de oefening.
drill-gone-not-here = Net yn in oefening
drill-gone-not-here-hint = Dy keamer heart by de echte wrâld: ynstellingen, minsken en wat nei bûten giet binne yn in oefening net iepen. Der is neat feroare.
drill-gone-outside = Jo binne net yn dizze oefening
drill-gone-outside-hint = Kom deryn fan de side fan de oefening, dêr’t jo plak is.
drill-back-in = Werom yn de oefening
drills-story = { PLURAL($count) ->
    [one] { $count } oere ferhaal
   *[other] { $count } oeren ferhaal
}
drills-people = { PLURAL($count) ->
    [one] { $count } persoan yn it plan
   *[other] { $count } persoanen yn it plan
}
drills-injects = { PLURAL($count) ->
    [one] { $count } telefoantsje of feit fan bûten
   *[other] { $count } telefoantsjes en feiten fan bûten
}

## Calendar
calendar-name = Vigie · { $name }
calendar-drill = Oefening: { $what }
calendar-drill-why = In kertier mei-inoar: spylje it senario by “Oefeningen”, of rin it troch, en notearje it dan by “Binne wy klear?”.
calendar-confirm = Elkenien befêstiget hoe’t er te berikken is
calendar-confirm-why = Elk yn it plan tikt op de keppeling dy’t er kriget. Wa is fuort, wa hat in oar nûmer?
calendar-expires = De goedkarring fan “{ $what }” ferrint
calendar-expires-why = Lês it nochris en kar it op ’e nij goed: oant dan kin gjinien it sûnder lêzen ferstjoere.
calendar-team = Is it team noch it goede?
calendar-team-why = Wa ûntbrekt, wa is fuort, hokker feardigens? Notearje it by Team.
calendar-title = De dagen dy’t komme
calendar-lead = Wat neffens jo plan weromkomt: oefeningen, befêstigingen, goedkarringen dy’t ferrinne, de blik op it team. Elke kear as it lêzen wurdt opnij berekkene.
calendar-fresh = It adres fan jo aginda, allinnich dizze kear te sjen. Foegje it yn jo telefoan ta as aginda-abonnemint; wa’t it hat, lêst dizze dagen, en neat fan hokker saak ek.
calendar-no-plan = Der is noch gjin plan, en dus gjin dagen.
calendar-subscribe = Yn jo eigen aginda
calendar-subscribe-lead = Ien adres foar jo, fan dizze organisaasje. It hâldt op mei jo lidmaatskip. Kwyt, of troch immen sjoen? Meitsje in oar: it foarige iepenet neat mear.
calendar-since = Jo hawwe in adres sûnt { $when }.
calendar-renew = In oar adres meitsje
calendar-make = It adres meitsje
calendar-withdraw = It adres ynlûke
calendar-again = Opnij { $count } kear yn it jier.
practice-title = Wa’t wat kin
practice-lead = Wannear’t elkenien mei in rol yn it plan elk diel fan de training it lêst sjen liet: yn in spile oefening, of fia de keppeling foar it personiel. Dat jildt in jier. Fia de keppeling seit elk sels wa’t er is.
practice-not = net yn it lêste jier

## Review

review-title = Weromblik op saak { $count }
review-link = Weromblik
review-whole = De hiele weromblik
review-short = Twa siden foar wa’t beslút
review-client = Foar de klant
review-back = Werom nei de saak
review-note = Lêzen út { $count } foarfallen fan de saak; de getallen binne teld, net typt.
review-open = It is noch net foarby: wat rint is rekkene oant { $when }.
review-times = Mominten
review-onset = Earste fermelding dy’t opfoel
review-alert = Alarm
review-acknowledged = Troch immen sjoen
review-opened = Saak iepene
review-holding = Earste ferklearring derút
review-full = Folsleine ferklearring derút
review-since = { $span } nei: { $what }
review-unknown-time = net bekend
review-volumes = Wat der te hearren wie
review-before = foarôf
review-during = yn dy tiid
review-after = dêrnei
review-period = Perioade
review-mentions = Fermeldingen
review-a-day = Deis
review-ill = Negatyf, mei 90 % wissichheid
review-moved = Fan { $from } nei { $to }: { $what }.
review-moved-up = it negative diel gie omheech, mear as tafal
review-moved-down = it negative diel gie omleech, mear as tafal
review-moved-not = it negative diel bewege net mear as tafal dwaan kin
review-moved-unknown = der is te min bekend om it te sizzen
review-followed = Wat op eltse tekst folge
review-followed-note = De dei derfoar en de dei dernei. Wat nei in tekst komt, komt net fanwegen dy tekst: dit is gjin bewiis.
review-text = Tekst { $count }
review-day-before = Negatyf, de dei derfoar
review-day-after = Negatyf, de dei dernei
review-day-open = de dei dernei is noch net foarby
review-others = oare teksten yn dizze twa dagen: { $count }
review-of-stories = teld: wat de eigen ferhalen fertelt, { $before } fermeldingen derfoar, { $after } dernei
review-of-brand = teld: it hiele merk, { $before } fermeldingen derfoar, { $after } dernei
review-earlier = Wat der tefoaren wie
review-earlier-note = Besjoen fan { $from } oant { $until }. Teld, net mear: oft it foar te kommen wie is net mjitten.
review-earlier-cause = Wêr’t it oer giet: { $what }
review-earlier-stood = Sinjalen dy’t nimmen oppakt hat: { $count }
review-earlier-first = It earste kaam { $span } foardat it heard waard.
review-earlier-week = Wike fan
review-earlier-named = Fermeldings dy’t dizze oarsaak neame
earlier-title = Wat hie it earder sjen litten kinnen?
earlier-lead = In fraach neist dy’t jo ha, of faker berjocht, besocht op de bewarre berjochten fan de wiken derfoar. Der feroaret neat.
earlier-query = In fraach derby (mei leech bliuwe)
earlier-stretch = Besjoen fan { $from } oant it heard waard, { $until }.
earlier-sooner = It soe { $span } earder opfallen wêze as it heard waard
earlier-no-sooner = Der soe neat opfallen wêze foardat it heard waard
earlier-present = Sa’t it is
earlier-changed = As besocht
earlier-first = It earste sinjaal fan dy tiid
earlier-signals = Sinjalen sûnt
earlier-nothing = gjin
earlier-short = Allinnich it nijste part fan dy tiid koe besjoen wurde.
earlier-passed = Berjochten dy’t net bewarre binne, dus nimmen wit wat dêr fûn wie: { $count }
review-clocks = Termynen
review-what = Wat
review-due = Op syn lêst
review-came = Wat der fan kaam
review-ran-met = helle, { $span } oer
review-ran-late = helle, { $span } te let
review-ran-missed = net helle, { $span } deroerhinne
review-ran-running = rint, noch { $span }
review-ran-paused = stiet stil
review-ran-dropped = net mear frege
review-plan = It plan, aksje foar aksje
review-improvised = net yn it plan
review-done = op ’e tiid dien
review-done-late = dien, { $span } te let
review-done-aside = oan kant lein
review-done-skipped = ferwachte, net dien
review-done-open = noch iepen
review-said = Wat der sein is
review-said-line = Oan elkenien: { $statements }. Oan ien minske: { $replies }. Korreksjes: { $corrections }.
review-stances = Hâldingen: { $what }.
review-answered = Oppakt: { $taken }. Beantwurde: { $answered }. Ynstee dêrfan meld: { $left }.
review-answered-time = De helte fan de antwurden kaam binnen { $median }, it stadichste nei { $slowest }.
review-wrote = Negative fermeldingen yn dy tiid: { $what }.
review-measures = Maatregels
review-test = Toets
review-measure-done = dien, op immens wurd
review-measure-aside = opjûn
review-test-rate = minder as { $under } deis; dagen oan ien tried: { $count }
review-test-share = op syn heechst { $what } negatyf; dagen tegearre: { $count }
review-test-answered = { $what } fan wa’t skreau hat antwurd
review-test-seen = { $what } fan de boarnen dy’t it ferspraten seach tekst { $count }
review-test-word = immen seit dat it dien is
review-strengths = Sterke punten
review-improve = Punten om te ferbetterjen
review-why = Analyze
review-do = Oanbefelling
review-records = Foarfallen { $what }
review-hot = Wat de ploech seit
review-lessons = Lessen
review-lesson-drawn = foarsteld
review-lesson-merged = yn it plan sûnt ferzje { $count }, noch troch gjin oefening beproefd
review-lesson-tested = yn it plan sûnt ferzje { $count }, troch in oefening beproefd
review-lesson-shelved = oan kant lein
repair-title = Herstelle en leare
repair-none = Der is noch gjin maatregel nommen.
repair-take = In maatregel nimme
repair-take-lead = Sis earst wêr’t jo oan sjogge dat it holpen hat.
repair-take-do = Dizze maatregel nimme
repair-by-rate = Minder fermeldings deis
repair-by-share = Net mear negatyf as earst
repair-by-answers = Wa’t skreau hat antwurd
repair-by-seen = Wa’t it ferspraat hat, seach ús tekst
repair-seen-text = Hokker tekst
repair-seen-share = Op syn minst dit part fan harren, yn prosinten
repair-seen-hint = Teld wurde de tsien meast folge akkounts dy’t it ferhaal foar dy tekst ferspraat ha. Wa’t him sûnt oernommen, dield of keppele hat of der in sin út oanhelle, yn wat Vigie heart, seach him.
repair-by-word = Immen seit dat it dien is; of in tasizzing oan immen
repair-theme = Wat der teld wurdt
repair-theme-ill = negative fermeldings
repair-theme-all = alle fermeldings
repair-under = Minder as dit deis
repair-share = Op syn heechst dit part negatyf, yn prosinten
repair-answered = Op syn minst dit part beantwurde, yn prosinten
repair-days = Safolle dagen lang
repair-due = Wannear klear (mei leech bliuwe)
repair-to = Tasein oan wa’t dizze fermelding skreau (it nûmer; mei leech bliuwe)
repair-counted = teld: { $what }; te heljen: { $to }
repair-held = dagen helle: { $count } fan { $of }
repair-done = It is dien
repair-how = Wêr’t jo dat oan sjogge
repair-give-up = Opjaan
repair-promised = Wa’t wat tasein is
repair-promised-none = Nimmen wachtet op wat tasein is.
repair-promise-follows = Maatregel { $count } folget it: { $what }
repair-promise-open = Der is wat oanbean, en gjin maatregel folget it.
repair-follow = Mei in maatregel folgje
repair-limits = Grinzen fan it neikommen
repair-limits-lead = In grins dy’t by it neikommen oerskreaun wurdt, iepenet de saak út himsels, ien kear.
repair-limit = { $what }: mear as { $over } yn oeren: { $count }
repair-limit-passed = oerskreaun sûnt { $what }
repair-limit-add = In grins stelle
repair-over = Mear as dit
repair-hours = Yn safolle oeren
wash-title = Wat de ploech derfan seit
wash-place = { $n } fan { $of }
wash-who = De ploech lêst dit mei jo namme; in klant nea.
wash-say = Jo antwurd
wash-do = Bewarje en fierder
wash-skip = Fierder sûnder antwurd
wash-all = Wa’t wat sei
wash-nobody = Noch nimmen hat antwurde.
wash-answers = minsken dy’t antwurde: { $count }
wash-begin = Antwurdzje, ien fraach tagelyk
lesson-draw = In les lûke
lesson-lead = In les is in feroaring fan it plan. Earst wurdt dy foarsteld, mei wat der dan yn it plan fûn wurdt.
lesson-no-plan = Der is noch gjin plan: begjin dêr earst mei.
lesson-place = Wêr yn it plan
lesson-next = Nei de fjilden
lesson-other = in oar plak
lesson-text = Wat leard is, yn ien sin
lesson-records = Foarfallen dêr’t it op rêst
lesson-records-hint = Nûmers fan it tiidferrin, mei komma’s. Mei leech bliuwe.
lesson-records-wrong = Foarfallen binne nûmers, lykas 3, 12. Der is neat bewarre.
lesson-no-text = Sis yn ien sin wat leard is. Der is neat bewarre.
lesson-propose = Foarstelle
lesson-none = Der is noch gjin les lutsen.
lesson-finds-nothing = Der soe neat nijs yn it plan fûn wurde.
lesson-mends = Befiningen fan it plan dy’t dan fuort binne: { $count }
lesson-accept = Yn it plan opnimme
lesson-shelve = Oan kant lizze
review-unknown = Wat net bekend is
compare-title = Weromblikken njonken inoar
compare-none = Der is noch gjin saak om op werom te sjen.
compare-alert = Fan earste fermelding oant alarm
compare-acknowledged = Fan alarm oant sjoen
compare-holding = Fan iepening oant earste berjocht
compare-full = Fan iepening oant ferklearring
compare-clocks = Terminen helle
compare-answered = Beantwurde
compare-lessons = Lessen lutsen · yn it plan · beproefd
letterhead-title = Briefkop
letterhead-lead = Foar buro’s: op de evaluaasjes steane jo namme en jo kleur, en "Vigie" nearne.
letterhead-name = Jo namme
letterhead-name-hint = Lit leech om it wei te heljen.
letterhead-colour = Kleur
letterhead-do = Bewarje
quality-title = Hoe goed de opspoaring wie
quality-stretch = Sûnt { $from }; nachten: { $count }. Neffens wat minsken fan de sinjalen seine; sûnder oardiel telt in sinjaal yn gjin part.
quality-alerts = Alarmen (lûd)
quality-notices = Opmerkings
quality-raised = Jûn
quality-confirmed = Befêstige
quality-dismissed = Oan kant skood
quality-precision = Echt, fan dy mei in oardiel, binnen 90 %
quality-too-few = te min oardielen om it te sizzen (ûnder de tsien)
quality-delay = Nei de earste fermelding, de helte binnen
quality-slowest = It stadichste
quality-at-night = Ha nachts immen roppen
quality-thousand = Yn tûzen nachten, binnen 90 %
quality-too-short = koarter as twa wiken: net bekend
review-timeline = Tiidferrin
review-none = Hjir falt neat te sizzen.
review-more = noch { $count }, yn de hiele weromblik
review-gap-onset = Wannear’t it opfallen begûn: by dizze saak heart gjin sinjaal.
review-gap-alert = Hoe’t it heard wêze soe: der wie gjin alarm.
review-gap-acknowledged = Wannear’t immen it seach: nimmen befêstige in alarm.
review-gap-holding = Wannear’t de earste wurden derút wienen: dy binne der net.
review-gap-full = Wannear’t de folsleine ferklearring derút wie: dy is der net.
review-gap-volumes = Hoefolle der te hearren wie: der harket neat.
review-gap-wrote = Hoefolle minsken skreaunen.
review-gap-before = Hokker klachten fan tefoaren deselde oarsaak hiene.
review-gap-deaf = Wat der op { $what } sein waard: dy boarne wie { $span } dôf.
review-gap-source = in boarne
review-gap-text = Oft tekst { $count } derút is.
review-gap-erased = Wat wiske teksten seine ({ $count }).
review-gap-measure = Oft maatregel { $count } wurke.
review-clocks-met = Elke ôfrûne termyn is helle ({ $count }).
review-clocks-met-why = De tiden fan it plan passe by wa’t se helje moast.
review-plan-done = Alle aksjes fan it plan binne op ’e tiid dien ({ $count }).
review-plan-done-why = It plan neamde de goede dingen, en de minsken dêrfoar.
review-one-voice = Gjin tekst dy’t derút gie spruts in oaren tsjin ({ $count }).
review-one-voice-why = Se rêsten op deselde feiten en namen hâldingen dy’t mei-inoar kinne.
review-all-answered = Elkenien dy’t oppakt is, krige antwurd ({ $count }).
review-all-answered-why = Elke fermelding hie ien persoan, dy’t derby bleau.
review-frozen = Neat dat pland wie gie derút by it stilsetten ({ $count } stilset).
review-frozen-why = Elke wachtrige joech rekkenskip fan elk berjocht.
review-repaired = Maatregels dy’t wurken, sa sizze harren toetsen: { $count }.
review-repaired-why = Wat sukses is wie foarôf sein, en teld.
review-clock-missed = { $what }: termyn { $span } oerskreaun.
review-clock-missed-why = Wa’t op de ljedder stie die neat, of koe net; de foarfallen sizze wa’t wannear warskôge is.
review-clock-missed-do = Jou dy in oare ferantwurdlike of ferfanger, of in tiid dy’t helber is.
review-plan-action = út it plan
review-action-late = De aksje "{ $what }" wie { $span } te let.
review-action-late-why = Dy wachte op immen, of de tiid wie te koart.
review-action-late-do = Wiis in ferfanger oan dy’t der op dat oere is, of feroarje de tiid.
review-action-skipped = De aksje "{ $what }" waard ferwachte en is net dien.
review-action-skipped-why = Nimmen miste dy doe, of nimmen wist dat dy foar him wie.
review-action-skipped-do = Helje dy út it plan, of meitsje der immens earste stap fan.
review-was-improvised = Dien bûten it plan om: { $count }.
review-was-improvised-why = It plan foarseach se net, en immen betocht se ûnder druk.
review-was-improvised-do = Nim yn it plan op wat holp.
review-mixed = Teksten foarlein tsjin de hâlding fan oaren yn: { $count }.
review-mixed-why = Tagelyk ûntkenne en werstelle leaut nimmen.
review-mixed-do = Beslút de hâlding foar de earste ferklearring, en set dy yn it senario.
review-fell = Teksten dy’t derút wienen en op in ferfallen feit rêsten: { $count }.
review-fell-why = It hjitte bekend foardat it dat wie.
review-fell-do = Sis "wierskynlik" oant twa boarnen it sizze, en neam wa’t dat beslút.
review-unanswered = Fermeldingen oppakt en net beantwurde: { $count }.
review-unanswered-why = Wa’t ien oppakt, hâldt oaren fan antwurdzjen ôf.
review-unanswered-do = Antwurdzje noch, of draach se oer; sjoch nei de antwurdtermyn fan it plan.
review-vacant = De rol "{ $what }" hie nimmen.
review-vacant-why = Elkenien dy’t dêrfoar neamd is, wie fuort of net te berikken.
review-vacant-do = Wiis der immen by oan, mei oare oeren.
review-fallback = Teksten dy’t fia de weromfal giene, om’t nimmen op ’e tiid goedkarde: { $count }.
review-fallback-why = Wa’t goedkart wie der op dat oere net.
review-fallback-do = Wiis noch immen oan dy’t goedkart, of kar mear teksten yn rêstige tiid goed.
review-relapsed = It kaam werom ({ $count }).
review-relapsed-why = De oarsaak wie net fuort, of it hjitte te betiid foarby.
review-relapsed-do = Jou elke maatregel in toets, en slút pas as dy stân hâldt.
review-dismissed = Sinjalen fan de wiken derfoar dy’t oan kant skood binne: { $count }
review-dismissed-why = Miskien wie it neat, miskien itselde begjin: dat is net mjitten.
review-dismissed-do = Lês nochris wêrom’t se oan kant skood binne, en sis yn it plan wat net oan kant mei.
review-complained = Klachten mei deselde oarsaak foar it alarm: { $count }
review-complained-why = Wa’t ûnder fjouwer eagen kleie, sizze it earder as wa’t it elkenien fertelle.
review-complained-do = Jou klachten mei dizze oarsaak oan immen dy’t se deselde deis lêst.
review-span-min = { $count } min
review-span-h = { $count } o { $min } min
review-span-d = { $count } d { $h } o

profile-title = De saak: lân, iepeningstiden, talen
profile-index = Lân, iepeningstiden, tiidsône, talen fan jo klanten
profile-lead = Wat by it ynrjochtsjen sein is, en feroaret as it feroaret. Nachten, wetlike terminen en wat jo sjogge folgje daliks.
profile-unsaid = Nimmen hat dit noch sein: wat hjir stiet wurdt allinnich ferwachte. Sjoch it nei en bewarje it.
profile-refused = Der is neat feroare: sjoch hjirûnder.
profile-saved = Bewarre. It jildt fan no ôf.
profile-emergency = By need dêr: { $what }.
profile-planned = Jo plan neamt { $what }: de wetlike terminen folgje it plan, en syn telefoannûmers ek. Feroarje se dêr ek.
profile-open = Gewoanwei iepen
profile-first = Fan (dei)
profile-last = Oant en mei (dei)
profile-from = Giet iepen om
profile-until = Slút om
profile-hours-hint = Tiden lykas 9:30. Slute jo nei middernacht, skriuw dan dat oere: 2:00. Wa’t sels gjin stille oeren keas, rêst salang’t jo ticht binne.
profile-zone-hint = Lykas Europe/Amsterdam. Jo merken geane mei, en de klok fan wa’t fierder nearne foar soarget.
profile-languages = Talen fan jo klanten
profile-size-hint = Allinnich ik: jo sjogge allinnich wat nedich is.
profile-problem-size = Kies ien fan de trije.
profile-problem-country = Kies in lân út de list.
profile-problem-languages = Tikje op syn minst ien taal oan.
profile-problem-days = Kies twa dagen fan de wike.
profile-problem-from = Skriuw wannear’t jo iepengeane, lykas 9:30.
profile-problem-until = Skriuw wannear’t jo slute, lykas 18:30, en net it oere dat jo iepengeane.

sources-index = Feeds, Mastodon, postbussen, webhooks: tafoegje, feroarje, skoftsje, besykje
source-add = Nei noch in plak harkje
source-title = In boarne
source-tried = { PLURAL($count) ->
    [one] Se antwurdet: { $count } berjocht no. Fan dizze proef is neat bewarre.
   *[other] Se antwurdet: { $count } berjochten no. Fan dizze proef is neat bewarre.
}
source-not-heard = Se is net heard. Der is neat feroare.
source-host = Harket nei { $what }
source-for-brand = alles dêr giet oer { $what }
source-for-all = allinnich wat ien fan jo sykopdrachten fynt
source-lead-feed = RSS, Atom of JSON Feed: in krante, in foarum, reaksjes op jo side.
source-lead-mastodon = In server fan Mastodon of sibbe: ien hashtag, of syn iepenbiere tiidline.
source-lead-mailbox = Elke mail dy’t in minske skreau is in klacht; antwurden geane nei har petear. Yn de postbus feroaret neat.
source-lead-webhook = In oar programma stjoert hjirhinne wat it heart, ûndertekene. It geheim wurdt ien kear toand, by it meitsjen.
source-not-added = De boarne is net tafoege.
source-name = Namme
source-name-hint = Hjit se lykas it plak dêr’t jo klanten prate (Google, Tripadvisor …), dan wit de brêge dat dêr harke wurdt.
source-url = Adres fan de feed
source-server = Server
source-tag = Hashtag (leech: de iepenbiere tiidline)
source-token = Kaai, as de server derom freget
source-secret-hint = It wurdt bewarre, en noait wer toand.
source-streaming = Daliks hearre troch de stream fan de server (freget in kaai)
source-port = Poarte (leech: 993)
source-of = Wat as fermelding telt
source-try-and-add = Besykje en harkje
source-force = Dochs harkje
source-secret-once = Underteken mei dit geheim (Standard Webhooks). It wurdt allinnich no toand:
source-deliver = Leveringen geane nei
source-not-changed = Der is neat feroare.
source-test = Besykje
source-pause = Skoftsje
source-resume = Wer harkje
source-change = Feroarje
source-keep-matched = Allinnich bewarje wat in sykopdracht fynt
source-new-url = Nij adres
source-new-token = Nije kaai
source-new-login = Nije brûkersnamme
source-new-password = Nij wachtwurd
source-stays-hint = Leech litten bliuwt wat bewarre is: adressen, kaaien en wachtwurden wurde noait wer toand.
source-added = Vigie harket dêr fan no ôf.
source-changed = Feroare.
source-login-both = Skriuw de brûkersnamme en it wachtwurd tegearre.
source-port-problem = De poarte is in getal fan 1 oant 65535.
source-known = Nei dit plak wurdt al harke.
backtest-wide = “{ $what }” stiet yn hiel folle teksten: dizze sykopdracht soe hast alles fine kinne. Hjirûnder stiet wat se fûn hawwe soe; meitsje har nauwer, of hâld har as jo dat wolle.
backtest-sure = Dochs sykje
bridge-unheard = { $what }: dêr harket noch neat.
setup-agency-more = Jo oare klanten komme hjirnei, elk op himsels: wa’t de masine beheart bringt se yn út ien tabel, in klant de rigel, mei “vigie init --from clients.csv”; foar in klant dy’t it sels docht makket “vigie init --setup-link” in link.
