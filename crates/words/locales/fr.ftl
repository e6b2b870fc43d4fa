# Les textes de Vigie en français.

## La maison

skip = Aller au contenu
nav-label = Salles
nav-bridge = Passerelle
nav-mentions = Mentions
nav-sources = Sources
nav-settings = Réglages
banner-demo = Démonstration : rien ici n’est réel.
banner-drill = EXERCICE — rien de ce qui se fait ici ne sort de la maison.
banner-plain-http = Connexion non chiffrée : la publication et l’approbation sont coupées.
deaf-since = Nous n’entendons pas { $what } depuis { $when }
undo = Annuler
save = Enregistrer
close = Fermer
older = Plus anciennes
never = jamais
since = Depuis
partial = partiel
followers = abonnés
unit-bytes = octets
logout = Se déconnecter
live-on = En direct
live-off = Connexion perdue : cette page ne se met plus à jour. Nouvel essai en cours.
live-over = Votre session est terminée : cette page n’est plus à jour.
live-over-login = Se reconnecter
prefs-title = Langue, thème, clavier
prefs-language = Langue des pages
prefs-theme = Thème
prefs-zone = Fuseau horaire
prefs-keys = Raccourcis à une touche
theme-auto = Comme le système
theme-light = Clair
theme-dark = Sombre
time-just-now = à l’instant
time-minutes-ago = il y a { $count } min
time-yesterday = hier à { $time }
hours-of = Heures de { $zone } ({ $offset }).
hours-there = Heures de { $zone } ({ $offset }) ; les vôtres sont celles de { $own }.
count-mentions = { PLURAL($count) ->
    [one] { $count } mention
    [many] { $count } de mentions
   *[other] { $count } mentions
 }
figure-range = estimé entre { $low } et { $high }
figure-least = au moins { $count }
figure-unknown = inconnu
state-calm = calme
state-notice = à surveiller
state-alert = alerte
state-crisis = crise
state-follow-up = suivi
state-closed = clos
state-deaf = muette

## Connexion

login-title = Connexion
login-lead = Vigie veille. Entrez pour voir ce qui se dit.
login-email = Adresse électronique
login-password = Mot de passe
login-submit = Entrer
login-wrong = L’adresse ou le mot de passe n’est pas le bon. Rien n’a changé ; réessayez.
login-throttled = Trop d’essais. Attendez { PLURAL($count) ->
    [one] { $count } minute
    [many] { $count } de minutes
   *[other] { $count } minutes
 }, puis réessayez.
login-expired = Votre session est terminée. Entrez de nouveau ; vous reviendrez à la même page.
login-carried = Ce que vous aviez écrit : il repart après la connexion
login-again = Vous revoilà
login-again-lead = Votre session était finie quand vous avez envoyé ceci, et rien n’en a été fait. Relisez-le, puis envoyez-le.
login-again-do = L’envoyer maintenant
login-again-not = Ne pas l’envoyer ; aller à la page

## Passerelle

bridge-all-calm = Tout est calme dans ce que nous voyons.
bridge-all-deaf = Nous n’entendons rien : le calme n’est pas connu.
bridge-troubled = { PLURAL($count) ->
    [one] { $count } marque demande votre attention.
    [many] { $count } de marques demandent votre attention.
   *[other] { $count } marques demandent votre attention.
 }
bridge-of-clients-none = { $what } demande votre attention en premier ; aucun des { $all } clients n’est au calme.
bridge-of-clients = { PLURAL($count) ->
    [one] { $what } demande votre attention en premier ; { $count } client sur { $all } est au calme.
    [many] { $what } demande votre attention en premier ; { $count } de clients sur { $all } sont au calme.
   *[other] { $what } demande votre attention en premier ; { $count } clients sur { $all } sont au calme.
}
bridge-empty = Aucune marque n’est encore protégée.
bridge-empty-do = Ajoutez votre marque et ce qu’il faut chercher : la veille commence aussitôt.
bridge-add-brand = Ajouter une marque
bridge-as-of = Compté
bridge-heard = { PLURAL($count) ->
    [one] { $count } source entendue sur { $all }
    [many] { $count } de sources entendues sur { $all }
   *[other] { $count } sources entendues sur { $all }
 }
bridge-surge = { PLURAL($count) ->
    [one] { $count } mention
    [many] { $count } de mentions
   *[other] { $count } mentions
 } en { $minutes } min, { $low } à { $high } attendues
bridge-today = { PLURAL($count) ->
    [one] { $count } mention
    [many] { $count } de mentions
   *[other] { $count } mentions
 } aujourd’hui, { $low } à { $high } attendues
bridge-calm-in = calme dans ce que nous voyons ({ PLURAL($count) ->
    [one] { $count } lieu
    [many] { $count } de lieux
   *[other] { $count } lieux
 } sur { $all })
bridge-seen-in = vu dans { PLURAL($count) ->
    [one] { $count } lieu
    [many] { $count } de lieux
   *[other] { $count } lieux
 } sur { $all }
bridge-not-watched = Non surveillés : { $what }
bridge-negative = ≈ { $share } négatives ({ $low } à { $high })
bridge-open = { PLURAL($count) ->
    [one] { $count } à traiter
   *[other] { $count } à traiter
 }
bridge-open-least = au moins { $count } à traiter
bridge-spark = aujourd’hui, { $low } à { $high } attendues
bridge-last-day = 24 dernières heures
bridge-open-signal = Ouvrir le signal
bridge-open-mentions = Voir les mentions

## Chronologie

timeline-title = Chronologie
timeline-expected = { PLURAL($count) ->
    [one] { $count } mention
   *[other] { $count } mentions
 }, { $low } à { $high } attendues
timeline-finding = { PLURAL($count) ->
    [one] { $count } mention
   *[other] { $count } mentions
 } du { $from } au { $until }
timeline-finding-day = { PLURAL($count) ->
    [one] { $count } mention
   *[other] { $count } mentions
 } le { $from }
timeline-rhythm = Les heures les plus actives vont de { $from } à { $until } : { $share } des mentions.
timeline-span = Durée affichée
timeline-day = Un jour
timeline-week = Sept jours
timeline-weeks = Quatre semaines
timeline-until = Dernier jour
timeline-show = Afficher
timeline-earlier = Avant
timeline-later = Après
timeline-per-hour = observé, par heure
timeline-per-day = observé, par jour
timeline-highest = Maximum
timeline-signals = Signaux dans cette période
timeline-signals-none = Aucun signal.
timeline-none = Rien n’a été compté dans cette période.
timeline-newest = La dernière mention date du { $what } : afficher ces jours-là

## Mentions

mentions-add = Ajouter une mention
mentions-found = trouvées
mentions-fresh = { PLURAL($count) ->
    [one] { $count } nouvelle
    [many] { $count } de nouvelles
   *[other] { $count } nouvelles
 }
mentions-none = Aucune mention ne correspond. Élargissez la recherche ou enlevez un filtre.
mentions-search-lag = { PLURAL($count) ->
    [one] { $count } mention pas encore cherchable
    [many] { $count } de mentions pas encore cherchables
   *[other] { $count } mentions pas encore cherchables
 }
mentions-select = { $who }, { $time }
filter-query = Chercher
filter-search = Rechercher
filter-more = Filtres
filter-all = Peu importe
filter-brand = Marque
filter-source = Source
filter-language = Langue
filter-polarity = Ton
filter-state = Traitement
filter-to-handle = À traiter
filter-handled = Traitées
query-try = Essayez :
triage-done = Traité
triage-reopen = Remettre à traiter
triage-assign = Confier
triage-assign-to = Confier à
triage-nobody = Personne
keys-title = Au clavier
keys-move = suivante, précédente
keys-select = sélectionner
keys-done = marquer comme traitée
keys-assign = confier à quelqu’un
keys-search = chercher
keys-help = cette aide
keys-off = Ces touches se coupent au bas de chaque page.
post-author-unknown = auteur inconnu
post-no-text = Une note, sans texte
post-details = Détails
post-grave = grave :
post-late = reçue en retard
post-deleted = effacée par son auteur
post-erased = effacée après les jours que vous avez fixés
post-handled-by = traité par { $what }
post-assigned-to = confié à { $what }
polarity-negative = négatif
polarity-neutral = neutre
polarity-positive = positif
polarity-hint = Estimé par le lecteur automatique, avec sa probabilité
kind-question = question
kind-complaint = plainte
stars-of-five = { PLURAL($count) ->
    [one] { $count } étoile sur 5
    [many] { $count } d’étoiles sur 5
   *[other] { $count } étoiles sur 5
 }
lang-fr = français
lang-en = anglais
lang-fy = frison
lang-nl = néerlandais
lang-de = allemand
lang-es = espagnol
lang-it = italien
lang-pt = portugais
lang-af = afrikaans
lang-unknown = langue inconnue
mention-title = Une mention
mention-of = Mention de { $what }
mention-why = Pourquoi elle est ici
mention-bound = Elle vient d’une source liée à la marque : tout ce qu’elle apporte compte.
mention-engagement = Réactions au fil du temps
mention-engagement-none = Aucun compte n’a été vu : les réactions sont inconnues.
mention-versions = Versions précédentes
mention-evidence = Pièce telle que reçue
mention-arrived = Arrivée ici
mention-payload = Taille
mention-reader = Lecteur
mention-screenshot = Capture d’écran
table-when = Quand
table-observed = Observé
table-expected = Attendu
engagement-likes = J’aime
engagement-shares = Partages
engagement-replies = Réponses
engagement-views = Vues
engagement-by = Vu par
engagement-source = la source
add-title = Ajouter une mention à la main
add-lead = Collez ce que vous avez vu. Un lien, un texte ou une capture suffit ; le reste peut attendre.
add-link = Lien
add-text = Texte
add-author = Auteur ou compte
add-screenshot = Capture d’écran à joindre
add-screenshot-hint = PNG, JPEG ou WebP, 8 Mo au plus. Elle est gardée comme pièce, jamais publiée.
add-views = Vues constatées
add-views-count = Combien
add-views-at = À quelle heure
add-submit = Ajouter

## Signal

signal-title = Signal
signal-headline = { $what } : { $finding }
signal-finding-mentions = { PLURAL($count) ->
    [one] { $count } mention
    [many] { $count } de mentions
   *[other] { $count } mentions
 } en { $minutes } minutes, { $low } à { $high } attendues
signal-finding-negative = { PLURAL($count) ->
    [one] { $count } mention négative
    [many] { $count } de mentions négatives
   *[other] { $count } mentions négatives
 } en { $minutes } minutes, { $low } à { $high } attendues
signal-finding-ratings = { PLURAL($count) ->
    [one] { $count } mauvaise note
    [many] { $count } de mauvaises notes
   *[other] { $count } mauvaises notes
 } en { $minutes } minutes, { $low } à { $high } attendues
signal-finding-grave = une publication grave : { $harm }
signal-grave-words = Les mots qui le disent :
signal-silent-grave = Elle alerte à elle seule : sans cette publication, pas de signal
signal-silent-burn = C’est une braise de plusieurs jours : ce qui l’aurait fait taire n’est pas calculé.
harm-injury = blessure, maladie ou aliment dangereux
harm-leak = fuite de données personnelles
harm-discrimination = discrimination
harm-violence = violence ou menaces
harm-minor = un mineur en danger
signal-late = entendu en retard : une source rattrapait
signal-partial = Comptes partiels : { $what } ne s’entend pas
signal-acknowledge = J’ai vu
signal-acknowledged = Vu par { $who } ({ $when })
signal-read-posts = Lire les publications
signal-not-problem = Pas un problème…
signal-problem-after-all = C’est un problème, tout compte fait
signal-not-problem-hint = Le signal sera clos pour tous et la raison gardée. Vous pourrez revenir dessus.
signal-dismissed = Clos par { $who } ({ $when }) : { $why }
reason-own-campaign = Notre propre campagne
reason-good-news = Une bonne nouvelle
reason-industry = Tout le secteur est touché
reason-spam = Du spam
reason-homonym = Une autre chose du même nom
reason-too-small = Trop petit pour compter
signal-in-short = En bref
signal-people = Personnes
signal-since-then = Mentions depuis
signal-largest-story = Récit principal
signal-reach = Abonnés de qui a écrit : ont pu le voir
signal-tone = Ton des messages
signal-words = Mots qui ressortent :
signal-stories = Ce qui se dit
signal-stories-none = Aucun récit ne se répète : chacun dit autre chose.
signal-story-posts = { PLURAL($count) ->
    [one] { $count } publication
    [many] { $count } de publications
   *[other] { $count } publications
 }
signal-story-first = première
signal-story-open = Voir ses publications
signal-story-private = Écrit en privé : qui peut y répondre le lit.
signal-needs-it = sans ce récit, pas de signal
signal-by-author = Qui le porte
signal-by-source = Où
signal-by-query = Par quelle recherche
signal-why = Pourquoi le signal s’est levé
signal-posts-more = { PLURAL($count) ->
    [one] et { $count } autre publication
   *[other] et { $count } autres publications
}
signal-one-in = Par hasard, environ une fenêtre sur
signal-frozen = Figé : { $when }. Les publications entendues après sont dans le graphique et les comptes, pas dans ce score.
signal-versions = Détecteur et lecteur
signal-silent = Ce qui l’aurait fait taire
signal-silent-below = { PLURAL($count) ->
    [one] Moins de { $count } dans la même fenêtre
   *[other] Moins de { $count } dans la même fenêtre
 }
signal-silent-without = L’absence de « { $what } »
signal-silent-without-stories = { PLURAL($count) ->
    [one] L’absence d’un seul récit, marqué plus haut
   *[other] L’absence de l’un des { $count } récits marqués plus haut
 }
signal-stands-anyway = Aucun auteur, aucune source, aucun récit à lui seul : le signal tient sans chacun d’eux.
signal-posts = Les publications
signal-posts-shown = { PLURAL($count) ->
    [one] { $count } montrée sur { $all }
   *[other] { $count } montrées sur { $all }
 }, les plus récentes d’abord
chart-desc = Bande : ce qui est attendu. Barres : ce qui a été observé. Triangle : la première mesure hors de la bande. Les valeurs sont dans le tableau.
chart-observed = observé, dans l’heure d’avant
chart-out = hors de l’attendu
chart-expected = attendu
chart-table = Les mêmes chiffres en tableau

## Sources

sources-none = Rien n’est encore écouté.
sources-wait = { PLURAL($count) ->
    [one] { $count } source n’a pas encore été visitée.
    [many] { $count } de sources n’ont pas encore été visitées.
   *[other] { $count } sources n’ont pas encore été visitées.
 }
sources-all-heard = Toutes les sources s’entendent.
sources-deaf = { PLURAL($count) ->
    [one] { $count } source ne s’entend plus.
    [many] { $count } de sources ne s’entendent plus.
   *[other] { $count } sources ne s’entendent plus.
 }
source-off = en pause
source-waits = pas encore visitée
source-heard = entendue
source-feed = Flux
source-webhook = Webhook entrant
source-mailbox = Boîte aux lettres
source-file = Fichier
source-hand = À la main
source-pack = Scénario
source-bound = liée à { $what }
source-deaf-since = Muette depuis
source-posts-today = Publications, 24 h
source-last-post = Dernière publication
source-last-ok = Entendue pour la dernière fois
source-last-try = Dernier essai
source-next-try = Prochain essai
source-quarantined = { PLURAL($count) ->
    [one] { $count } élément mis de côté
    [many] { $count } d’éléments mis de côté
   *[other] { $count } éléments mis de côté
 }
source-gaps = { PLURAL($count) ->
    [one] { $count } trou dans l’écoute
    [many] { $count } de trous dans l’écoute
   *[other] { $count } trous dans l’écoute
 }
outcome-ok = a répondu
outcome-not-modified = rien de neuf
outcome-rate-limited = nous demande d’attendre
outcome-auth = nous refuse l’entrée : quelqu’un doit renouveler l’accès
outcome-gone = n’existe plus
outcome-malformed = réponse illisible
outcome-too-big = réponse trop grosse
outcome-blocked = bloquée par nos propres règles
outcome-network = pas de réponse
quarantine-title = Mis de côté
quarantine-headline = { PLURAL($count) ->
    [one] { $count } élément mis de côté. Rien d’autre n’a été perdu.
    [many] { $count } d’éléments mis de côté. Rien d’autre n’a été perdu.
   *[other] { $count } éléments mis de côté. Rien d’autre n’a été perdu.
 }
quarantine-dropped = { PLURAL($count) ->
    [one] { $count } élément plus ancien a été écarté : seuls les plus récents sont gardés.
    [many] { $count } d’éléments plus anciens ont été écartés : seuls les plus récents sont gardés.
   *[other] { $count } éléments plus anciens ont été écartés : seuls les plus récents sont gardés.
 }

## Réglages

settings-brands = Marques
settings-queries = { PLURAL($count) ->
    [one] { $count } recherche
    [many] { $count } de recherches
   *[other] { $count } recherches
 }
settings-add-brand = Ajouter une marque, un concurrent ou le secteur
settings-add-house = Pour quel client
settings-add-house-missing = Dites pour quel client est cette marque ; rien n’a été ajouté.
settings-add = Ajouter la marque
settings-more = Accès
role-own = À protéger
role-competitor = Concurrent
role-industry = Secteur
brand-title = Réglages d’une marque
brand-name = Nom
brand-role = Rôle
brand-who = Qui est protégé
brand-queries = Ce que Vigie cherche
brand-queries-lead = Une publication qui répond à l’une de ces recherches devient une mention.
brand-query-name = Nom de la recherche
brand-query-text = Recherche
brand-query-hits = { PLURAL($count) ->
    [one] { $count } mention en 7 jours
    [many] { $count } de mentions en 7 jours
   *[other] { $count } mentions en 7 jours
 }
brand-query-remove = Retirer
brand-query-add = Nouvelle recherche
brand-query-save = Chercher aussi cela
brand-places = Où parlent ses clients
brand-places-lead = Ce qui n’est pas surveillé reste écrit sur la passerelle : le calme n’y est pas connu.
brand-place = Lieu
brand-place-new = Autre lieu
brand-place-watch = Surveillance
watch-watched = Surveillé
watch-mails = Par ses courriels
watch-not-watched = Non surveillé
brand-own-accounts = Comptes de la maison
brand-own-accounts-hint = Un par ligne, ceux de l’agence aussi. Ce qu’ils publient n’est pas une mention.
tokens-title = Jetons d’accès
tokens-lead = Pour qu’un programme lise ou écrive à votre place, par l’API : il peut ce que vous pouvez, jusqu’à ce que vous le révoquiez.
tokens-fresh = Copiez ce jeton maintenant : il ne sera plus montré.
tokens-none = Aucun jeton.
tokens-new = Nouveau jeton
tokens-name = À quoi il sert
tokens-create = Créer le jeton
tokens-revoke = Révoquer

## Erreurs

error-kept-nothing-changed = Rien n’a changé.
error-not-found = Il n’y a rien ici.
error-not-found-do = L’adresse est peut-être mal recopiée, ou ceci appartient à une autre organisation.
error-forbidden = Votre rôle ne permet pas cela.
error-forbidden-do = Demandez à un propriétaire de l’organisation de le faire ou de changer votre rôle.
error-bad-origin = Cette demande ne vient pas de nos pages.
error-bad-origin-do = Ouvrez Vigie à son adresse habituelle et recommencez. Si elle a changé, ajoutez-la à la configuration.
error-bad-request = Ce qui a été envoyé n’est pas lisible.
error-bad-request-do = Revenez à la page, vérifiez les champs et envoyez de nouveau.
error-too-long = Ce qui a été envoyé est trop long.
error-too-long-do = Revenez en arrière : la plupart des navigateurs gardent ce que vous avez écrit. Raccourcissez et envoyez à nouveau.
error-disk-full = Le disque est plein : Vigie lit, mais n’écrit plus.
error-disk-full-kept = Tout ce qui était déjà enregistré est gardé. Votre dernier geste ne l’est pas.
error-disk-full-do = Libérez de la place sur la machine ; l’écoute reprendra seule là où elle s’est arrêtée.
error-internal = Vigie a fait une erreur.
error-internal-kept = Rien de ce qui était enregistré n’est perdu, et l’écoute continue.
error-internal-do = Réessayez. Si cela recommence, donnez la référence à la personne qui tient la machine.
error-your-text = Ce que vous aviez écrit, à reprendre
error-reference = Référence : { $what }
error-home = Retour à la passerelle

# What is wrong with a form
add-problem-views = Le nombre de vues doit être un nombre entier, par exemple 340000.
add-problem-time = L’heure doit avoir la forme 2026-11-22 01:50.
add-problem-picture = L’image doit être un fichier PNG, JPEG ou WebP.
name-problem-empty = Un nom est nécessaire.
name-problem = Ce nom ne peut pas servir : il est trop long, ou contient un caractère invisible. Saisissez-le à nouveau.
brand-problem-zone = { $what } n’est pas un fuseau horaire comme Europe/Paris.

# How often the reader is wrong
reader-title = Combien de fois le lecteur se trompe
reader-lead = La langue et le ton sont lus par une machine, et un message sur quelques-uns est mal lu. Fiez-vous aux parts et à leurs variations ; regardez un message avant d’agir.
reader-version = Lecteur, version { $what }
reader-three = Trois mots
reader-five = Cinq mots
reader-whole = Texte entier
reader-polarity = Ton, F1
reader-not-measured = non mesuré
reader-f1 = Langue : part des textes de chacune qui ont été reconnus. Ton : moyenne des scores F1 de négatif, neutre et positif ; le hasard donne un tiers. Mesuré sur des messages que les modèles mesurés n’avaient pas vus.
reader-unlike = Là où rien n’a été mesuré, aucun message annoté n’était disponible : le ton y est lu par les émojis, les signes et les mots apparentés. Les messages sur une marque ne ressemblent pas non plus à ceux de l’apprentissage, où chaque ton était aussi fréquent que les autres.

## Être réveillé

wake-title-alert = Alerte : { $what }
wake-title-grave = Une publication grave : { $what }
wake-title-worse = Cela empire : { $what }
wake-and-more = { $what } et { $count } de plus
wake-repeat = Vous avez peut-être déjà reçu ce message.
wake-late = Ce message vient tard : on n’a pas pu entendre ou prévenir à temps.
wake-worse-level = Ce n’était qu’un avis quand quelqu’un l’a pris en compte ; c’est maintenant une alerte.
wake-worse-press = La presse s’en est emparée.
wake-worse-tenfold = Dix fois plus que ce qui avait été pris en compte.
wake-finding = { $what } : { PLURAL($count) ->
    [one] { $count } mention
   *[other] { $count } mentions
 } en { $minutes } minutes, d’habitude { $usual } ; depuis { $since }
wake-finding-grave = { $what } : une publication grave, { $harm } ; depuis { $since }. Les mots qui le disent : { $words }
wake-grave-alone = C’est la seule publication sur cette marque depuis une heure
wake-grave-beside = { PLURAL($count) ->
    [one] { $count } autre publication sur cette marque depuis une heure
    [many] { $count } d’autres publications sur cette marque depuis une heure
   *[other] { $count } autres publications sur cette marque depuis une heure
}
wake-grave-usual = { $what } ; d’habitude à cette heure : environ { $count }.
wake-grave-usual-unknown = { $what } ; l’habitude n’est pas encore connue.
wake-in-press = { "" } ; dans la presse
wake-below-alert = { "" } ; sous le seuil d’alerte
wake-quote = – { $who } : « { $what } »
wake-told = Également prévenus : { $what }
wake-told-nobody-else = Personne d’autre n’a été prévenu.
wake-also-missed = Manqué, trop ancien pour vous réveiller : { $what }
wake-also-quiet = Retenu pendant vos heures calmes : { $what }
wake-also-held = Retenu, vous aviez été appelé assez souvent : { $what }
wake-tap = Ouvrez le lien et touchez une fois : silence pour tout le monde, sauf si cela empire.
wake-test-title = Vigie : un essai
wake-test-body = C’est ainsi que Vigie vous réveille par « { $what } ». Ouvrez le lien et touchez une fois : vous saurez que cela marche.

alive-blind-title = Vigie était aveugle : { $from } – { $until }
alive-blind-body = Rien n’a été entendu : { $from } – { $until }. Entre-temps, d’après ce qui a été entendu depuis :
alive-meanwhile = { $what } : { PLURAL($count) ->
    [one] { $count } mention
   *[other] { $count } mentions
 }, dont { $negative } négatives
alive-meanwhile-alert = { "" } ; une alerte : { $what }
alive-meanwhile-nothing = Rien n’est venu.
alive-deaf-title = Vigie n’entend plus rien : { $what }
alive-deaf-body = Aucune source de { $what } ne répond depuis { $since }. Le calme vient de là : Vigie est sourde, tout ne va pas forcément bien.
alive-other-title = Une autre Vigie se tait
alive-other-body = { $what } ne dit plus qu’elle écoute depuis { $since } : { $why }. Qui compte sur elle est aveugle.
## Une recherche s’essaie avant d’être enregistrée

backtest-try = Essayer
backtest-title = Essayer une recherche
backtest-lead = Essayer n’enregistre rien. Vigie compare la recherche aux publications gardées, à côté des recherches enregistrées.
backtest-finding = { PLURAL($count) ->
    [one] { $count } mention
    [many] { $count } de mentions
   *[other] { $count } mentions
 } au lieu de { $present }
backtest-since = Publications depuis le { $since }. Les signaux sont comptés comme ils auraient été levés.
backtest-present = Enregistré
backtest-changed = À l’essai
backtest-negative = Dont négatives
backtest-alerts = Alertes
backtest-notices = Signaux à surveiller
backtest-gained = Trouvées en plus : { $count }
backtest-lost = Qui ne seraient plus trouvées : { $count }
backtest-mention = Voir la mention
backtest-days = Mentions, jour par jour
backtest-short = Il y a beaucoup à lire : seules les { $count } publications les plus récentes ont été essayées, en remontant jusqu’à { $since }.
backtest-unseen = Certaines sources ne gardent que ce qui correspond ({ $what }) : { $passed } publications sur { $seen } n’ont pas été gardées. Ce qu’une recherche plus large y trouverait n’est pas connu.
backtest-all-kept = Toutes les sources gardent toutes leurs publications : tout ce qui a été entendu a été essayé.

## La semaine en cinq lignes

report-title = La semaine
report-lead = Vigie veille. Ces cinq lignes viennent d’elles-mêmes, chaque lundi matin.
report-subject = La semaine de { $what } : du { $from } au { $until }
report-about = environ { $what } (de { $low } à { $high })
report-least = au moins { $what }
report-unknown = nombre inconnu
report-more = { $what } et { $count } de plus
report-quiet = Une semaine calme : personne n’a été entendu parler de { $what }.
report-unheard = Aucune mention : rien n’a été écouté.
report-mentions = { PLURAL($count) ->
    [one] { $count } mention cette semaine.
    [many] { $count } de mentions cette semaine.
   *[other] { $count } mentions cette semaine.
 }
report-before = La semaine d’avant : { $what }.
report-before-unknown = Pas de comparaison avec la semaine d’avant : Vigie n’écoutait pas encore.
report-signals-none = Aucune alerte.
report-signals = Alertes : { $alerts }. À surveiller : { $notices }.
report-answered = Rien ne vous attend : tout ce qui s’est dit a été traité.
report-waiting = { PLURAL($count) ->
    [one] { $count } mention attend que quelqu’un s’en occupe
    [many] { $count } de mentions attendent que quelqu’un s’en occupe
   *[other] { $count } mentions attendent que quelqu’un s’en occupe
 }, la plus ancienne depuis { $since }.
report-waiting-least = Au moins { $count } mentions attendent que quelqu’un s’en occupe, dont une depuis { $since }.
report-tone-none = Rien à compter : ni mentions J’aime, ni partages, ni ton.
report-engagement = J’aime, partages et réponses : { $what }.
report-negative = Négatives : { $what }.
report-negative-few = Négatives : { $count } sur { $all }, trop peu pour parler d’une part.
report-reader = Une machine lit le ton et se trompe parfois : elle obtient { $quality } sur 100, et le hasard obtiendrait 33.
report-reader-unmeasured = Une machine lit le ton ; combien de fois elle se trompe dans ces langues n’a jamais été mesuré.
report-sources-none = Vigie n’écoute nulle part : le silence ne veut rien dire. Ajoutez une source.
report-sources-unheard = Vigie n’a encore écouté aucune source : le silence ne veut rien dire. On écoute tant que vigie serve tourne.
report-sources-some = On entend { $count } des { $all } sources.
report-sources-untried = Pas encore écouté : { $what }.
report-sources-heard = { PLURAL($count) ->
    [one] La source s’entend bien.
    [many] Les { $count } de sources s’entendent bien.
   *[other] Les { $count } sources s’entendent bien.
 }
report-sources-deaf = { PLURAL($count) ->
    [one] { $count } source sur { $all } s’entend
    [many] { $count } de sources sur { $all } s’entendent
   *[other] { $count } sources sur { $all } s’entendent
 }. Muettes : { $what }.
report-deaf = { $what } (depuis { $since })
report-gaps = { PLURAL($count) ->
    [one] Une source a manqué
    [many] { $count } de sources ont manqué
   *[other] { $count } sources ont manqué
 } environ { $hours } h de la semaine.
report-missing-none = Il ne manque rien que Vigie sache.
report-missing = Ce que cela ne montre pas : { $what }.
report-missing-sources = tout, car aucune source n’est écoutée
report-missing-since = ce qui s’est dit avant { $what }
report-missing-places = les lieux non surveillés ({ $what })
report-missing-queries = ce que visent ces recherches, illisibles ({ $what })
report-missing-brands = tout ce qui touche { $what }, que rien ne cherche
report-missing-engagement = les J’aime et partages de { PLURAL($count) ->
    [one] { $count } mention
    [many] { $count } de mentions
   *[other] { $count } mentions
 }
report-missing-tone = combien de fois le ton est faux pour { PLURAL($count) ->
    [one] { $count } mention
    [many] { $count } de mentions
   *[other] { $count } mentions
 } dans une langue non mesurée
report-earlier = La semaine précédente
report-later = La semaine suivante
report-all = Toutes les marques
report-show = Afficher
report-line-waiting = Ce qui attend
report-line-tone = Réactions et ton
report-line-missing = Ce qui manque
report-letter-quiet = Rien ne s’est passé, et l’écoute n’a pas cessé de la semaine : { $what }.
report-letter-short = Pas de place ici pour les cinq lignes de : { $what }. La page les montre.
report-letter-end = Vigie veille. Ce message vient chaque lundi ; vous pouvez l’arrêter dans Réglages, Comment vous êtes réveillé.

wake-page-title = J’ai vu
wake-page-lead = Touchez une fois : silence pour tout le monde, sauf si cela empire.
wake-page-do = J’ai vu
wake-page-take = Je m’en occupe
wake-page-mine-none = C’est vu ; d’autres ont ses publications.
wake-page-mine = { PLURAL($count) ->
    [one] C’est à vous : la publication citée vous est attribuée.
   *[other] C’est à vous : les { $count } publications citées vous sont attribuées.
    }
wake-page-first = Merci : c’est vous qui prenez en compte.
wake-page-known = { $who } l’a pris en compte en premier ({ $when }).
wake-page-silent = Silence pour tout le monde, sauf si cela empire.
wake-page-nothing = Il n’y a plus rien à prendre en compte ici.
wake-page-nothing-do = C’est terminé, ou ce lien n’est plus bon. La passerelle dit ce qui se passe maintenant.
wake-page-may-not = Vous lisez ici, et prendre en compte revient à d’autres.
wake-page-may-not-do = Rien n’a changé : l’appel continue. Peuvent le prendre en compte : { $what }. Prévenez l’un d’eux.
wake-page-works = Cela marche : « { $what } » vous réveille.
wake-page-works-do = Vous pouvez fermer cette page.
wake-page-here = L’appui vient de la machine où tourne Vigie.
wake-page-here-do = Cela ne dit rien de votre téléphone : ouvrez-y le message et touchez son lien. L’essai ne compte pas.
wake-page-signal = Lire le signal
waking-title = Comment vous êtes réveillé
waking-index = Votre téléphone, vos e-mails, vos heures calmes, et qui est appelé ensuite
waking-nobody = Rien ne peut encore vous réveiller. Ajoutez un moyen, puis essayez-le.
waking-untried = Vous n’avez encore touché aucun essai. Essayez un moyen, le téléphone en main.
waking-works = Cela marche : vous avez touché un message venu par là.
waking-sandbox = Rien ne sort de ce monde : les messages attendent et ne partent jamais.
waking-saved = Enregistré.
waking-hours = Heures calmes et limites
waking-hours-lead = Pendant les heures calmes, seule une alerte ou une publication grave vous appelle. Les limites valent pour toutes vos marques ; ce qui est retenu est nommé dans votre prochain message.
refusal-said = { $what } Réponse reçue : « { $said } ».
refusal-there = l’autre côté
refusal-sandbox = Rien ne sort de ce monde : c’est un exercice ou une démonstration.
refusal-late = Il n’est pas parti à temps, et arriverait trop tard.
refusal-no-mailer = Aucun serveur de courrier n’est en place : nommez-en un dans la configuration.
refusal-no-key = Rien ne peut être poussé : aucune clé de la maison ne convient. Lancez vigie init, ou abonnez-vous à nouveau.
refusal-settings = Ce qui est réglé pour ce moyen ne peut servir : saisissez-le à nouveau.
refusal-gone = Il n’y a plus personne à qui l’envoyer : le moyen a été retiré, ou aucun courrier n’est souhaité.
refusal-too-long = Il est plus long qu’une lettre ne peut l’être.
refusal-stopped = Vigie a été arrêtée pendant l’envoi : il est peut-être arrivé.
refusal-inside = { $what } désigne une adresse à l’intérieur de la maison : si elle est à vous, mettez-la sur la liste permise.
refusal-no-host = Aucune adresse trouvée pour { $what } : vérifiez l’orthographe et le réseau.
refusal-no-connection = Pas de connexion avec { $what }.
refusal-insecure = La connexion avec { $what } ne peut être protégée.
refusal-slow = { $what } n’a pas répondu à temps et n’a rien reçu.
refusal-not-begun = { $what } n’a pas reçu le message.
refusal-moved = { $what } renvoie vers une autre adresse : saisissez celle d’aujourd’hui.
refusal-login = { $what } ne nous laisse pas entrer : vérifiez nom, mot de passe ou jeton.
refusal-no-such = { $what } ne connaît pas cette adresse, ce sujet ou cet abonnement.
refusal-busy = { $what } demande d’attendre : un nouvel essai suivra.
refusal-broken = { $what } est en panne de son côté : un nouvel essai suivra.
refusal-refused = { $what } a dit non.
refusal-unclear = { $what } a reçu le message, sans qu’on sache si c’est accepté.
publish-token = { $what } ne reconnaît plus le jeton : reliez le compte à nouveau.
publish-scope = Le jeton ne le permet pas chez { $what } : créez-en un qui puisse lire et écrire.
publish-busy = { $what } demande de réessayer plus tard : un autre essai suit.
publish-slow = { $what } n’a pas répondu à temps.
publish-network = { $what } n’a pas pu être joint : vérifiez l’adresse et le réseau.
publish-moved = { $what } renvoie à une autre adresse : saisissez celle-là.
publish-refused = { $what } a dit non.
publish-unreadable = La réponse de { $what } est illisible : est-ce la bonne adresse ?
publish-unsaid = L’outil a reçu l’ordre de retenir et n’a pas répondu qu’il le fait : regardez là-bas s’il retient.
publish-channel = La clé n’ouvre plus ce canal : attribuez-le à nouveau.
publish-off = Ce canal est désactivé dans son outil.
publish-other = Le jeton ouvre maintenant un autre compte : reliez-le à nouveau.
publish-settings = Ce qui a été saisi est inutilisable : vérifiez l’adresse et le jeton.
waking-problem = Rien n’a changé : les heures ont la forme 22:00, les limites sont des nombres entiers de 1 à 100.
waking-quiet = Garder des heures calmes
waking-from = De
waking-to = Jusqu’à
waking-budget = Appels au plus
waking-half-hour = en une demi-heure
waking-day = en un jour
waking-brand-day = en un jour pour une marque
waking-weekly = La semaine, le lundi matin
waking-weekly-lead = Elle va à votre adresse e-mail, sinon à votre premier moyen. Elle ne réveille personne et vient aussi quand tout est calme : si elle ne vient pas, regardez si Vigie veille.
waking-weekly-do = M’envoyer la semaine en cinq lignes

retention-title = Combien de temps tout est gardé
retention-index = Après combien de jours les textes et les noms sont effacés
retention-none = Rien n’est effacé : textes et noms sont gardés aussi longtemps que Vigie. 365 jours sont un bon début.
retention-set = Ce qui est plus ancien est effacé, une fois par jour. Les comptes et les signaux restent.
retention-posts = Publications
retention-oldest = La plus ancienne est arrivée
retention-without-text = Déjà sans leur texte
retention-without-author = Déjà sans leur auteur
retention-text-days = Garder les textes, en jours
retention-author-days = Garder les noms des auteurs, en jours
retention-evidence-days = Garder les preuves, en jours, au plus
retention-empty = Vide : toujours. Les jours se comptent depuis l’arrivée d’une publication ; 7 au moins.
retention-evidence = Les preuves restent : ce que quelqu’un a signalé à la main ou a pris en charge, et ce que cite un signal que personne n’a écarté. Une publication qui est à plusieurs organisations part quand toutes la laissent partir.
retention-sources = Autrement pour une source
retention-source-empty = Vide : comme ci-dessus.
retention-preview = Voir ce qui partirait
retention-would = Textes qui partiraient maintenant : { $texts }. Auteurs : { $authors }. Publications qui restent comme preuves : { $evidence }.
retention-part = Seul un demi-million de publications a été regardé : il peut y en avoir plus.
retention-save-lead = Rien n’est encore enregistré. Enregistrez, et cela part en un jour au plus. Ce qui est effacé ne revient pas.
retention-problem = Rien n’a changé : les jours sont des nombres entiers de 7 à 36 500.
retention-saved = Enregistré. Ce qui doit partir part en un jour au plus.
retention-log = Ce qui a été effacé
retention-log-none = Rien encore.
retention-log-pass = Textes effacés : { $texts }. Auteurs : { $authors }.
retention-log-rules = Jours fixés par { $what }
retention-console = la ligne de commande
targets-title = Où l’on vous joint
targets-lead = Le premier moyen est essayé tout de suite, le suivant quand personne n’a touché.
targets-add = Ajouter un moyen
target-mail = E-mail
target-push = Ce téléphone ou ce navigateur
target-webhook = Webhook signé
target-chat = Slack ou Mattermost
target-name = Nom, si vous voulez
target-push-hint = Mettez d’abord la page sur l’écran d’accueil. Le message est chiffré ; le service de notification du navigateur ne peut pas le lire.
target-push-do = Qu’il me réveille
target-push-cannot = Ce navigateur ne peut pas vous réveiller : il faut JavaScript et https, et sur un iPhone la page sur l’écran d’accueil.
target-push-denied = Le navigateur ne l’a pas permis. Autorisez les notifications pour cette page, puis réessayez.
target-server = Serveur
target-topic = Sujet
target-token = Jeton d’accès, si le serveur en demande un
target-ntfy-hint = Qui connaît le sujet lit avec vous : choisissez-en un que personne ne devine, ou un serveur qui demande un jeton.
target-chat-url = Adresse du webhook entrant
target-markup = Écrit pour
target-webhook-url = Adresse
target-webhook-hint = Du JSON, signé selon Standard Webhooks. Le secret est montré une fois, à l’ajout.
target-add = Ajouter
target-test = Essayer
target-first = Essayer en premier
target-remove = Retirer
target-removed = un moyen retiré
target-fresh = Vérifiez les signatures avec ce secret ; il ne sera plus montré.
target-added = Ajouté. Essayez-le maintenant, puis touchez le lien du message.
target-tested = Un essai est en route. Touchez son lien : vous saurez que cela marche.
target-tapped = touché pour la dernière fois
target-rests = laissé en paix jusqu’à
target-problem-mail = Ce n’est pas une adresse e-mail. Rien n’a été ajouté.
target-problem-ntfy = Rien n’a été ajouté : le serveur seul, comme https://ntfy.example.org, et un sujet de lettres, chiffres, - ou _.
target-problem-push = Le navigateur a donné un abonnement inutilisable. Rien n’a été ajouté ; réessayez.
target-problem-webhook = Ce n’est pas une adresse web. Rien n’a été ajouté.
target-problem-chat = Ce n’est pas l’adresse d’un webhook entrant. Rien n’a été ajouté.
target-problem-many = Vous avez { $count } moyens, le maximum. Retirez-en un d’abord.
outbox-waiting = en attente
outbox-sending = en route
outbox-sent = remis
outbox-unknown = peut-être arrivé
outbox-failed = non remis
outbox-stale = trop tard, pas envoyé
outbox-silenced = plus nécessaire
outbox-tries = { PLURAL($count) ->
    [one] { $count } tentative
   *[other] { $count } tentatives
 }
outbox-perhaps = { PLURAL($count) ->
    [one] dont { $count } peut-être arrivée
   *[other] dont { $count } peut-être arrivées
 }
messages-title = Messages pour vous
messages-lead = Ce qui devait vous être envoyé, et ce qu’il en est advenu.
messages-state = Ce qu’il en est advenu
messages-lost-only = arrivée incertaine
messages-lost = { PLURAL($count) ->
    [one] { $count } message n’est pas sûrement arrivé
   *[other] { $count } messages ne sont pas sûrement arrivés
 }
messages-none = Aucun message de ce genre.
ladder-title = Qui est appelé, et qui ensuite
ladder-lead = L’étape 1 est appelée tout de suite. Si personne ne touche dans ses minutes, chacun est appelé par son moyen suivant, puis vient l’étape suivante.
ladder-problem = Rien n’a changé : quelqu’un doit être appelé, et chaque attente dure de 1 à 1440 minutes.
ladder-gives-way = Personne dans ces étapes ne peut être appelé : partis, ou sans moyen. Les membres qui en ont un sont appelés l’un après l’autre.
ladder-reset = Appeler de nouveau les membres l’un après l’autre
ladder-not-called = pas appelé
ladder-step = Étape { $count }
ladder-wait = après l’étape { $count }
ladder-waits = Minutes d’attente
ladder-no-target = n’a pas encore de moyen et ne peut pas être appelé
ladder-only-told = ne peut pas prendre en compte : est prévenu, et l’étape suivante vient quand même
signal-woken = Qui a été appelé
signal-woken-nobody = Personne n’a été appelé pour cela.
signal-first = Vu en premier par { $who } ({ $when })
offline-banner = Hors ligne. Voici la passerelle telle qu’elle était à

## Installation

setup-title = Votre marque en cinq minutes
setup-step = Étape { $count } sur { $all }
setup-go = Continuer
setup-back = Retour
setup-none-title = Cette Vigie n’est pas encore installée.
setup-none-lead = Personne ne peut se connecter, et il n’y a rien à voir.
setup-none-do = La personne qui gère la machine trouve le lien d’installation là où Vigie a été lancée : « vigie serve » l’affiche, « vigie init --setup-link » en fait un autre.
setup-over-title = Ce lien d’installation n’ouvre plus rien.
setup-over-lead = Il a servi, ou son temps est passé. Ce qui a été terminé est conservé.
setup-over-do = Demandez-en un nouveau à qui vous l’a donné ; « vigie init --setup-link » le fait.
setup-size = Combien êtes-vous à vous en occuper ?
size-solo = Moi seul
size-solo-hint = Une marque. Seul le nécessaire est montré.
size-team = Une équipe
size-team-hint = Plusieurs personnes se partagent la veille.
size-agency = Une agence
size-agency-hint = Beaucoup de clients, chacun à part.
setup-brand-title = Sur qui Vigie doit-elle veiller ?
setup-name = Nom, comme on le dit
setup-town = Ville
setup-trade = Métier
setup-link = Votre site ou l’un de vos profils
setup-contact = Téléphone ou e-mail
setup-contact-hint = Il dit le pays et la langue ; une adresse e-mail devient votre identifiant.
setup-proposal-title = Ce que Vigie va chercher
setup-proposal-lead = Une publication qui répond à l’une de ces requêtes devient une mention. Retirez ce qui n’est pas vous.
setup-query-name = Le nom
setup-query-town = Le nom près de la ville
setup-query-trade = Le nom et le métier
setup-query-hashtag = En mot-dièse
setup-query-handle = Votre compte est cité
setup-query-site = Votre site est cité
setup-why-name = Le nom suffit à dire de qui il s’agit.
setup-why-town = Le nom est un mot courant : il ne compte que près de la ville.
setup-why-trade = On abrège le nom et on dit ce qu’on a acheté.
setup-why-hashtag = Le nom en un seul mot.
setup-why-handle = Qui nomme ce compte vous parle.
setup-why-site = Qui montre cette adresse parle de vous.
setup-examples = Est-ce vous ?
setup-examples-lead = Trouvé à l’instant. Vos « non » apprennent à Vigie ce qu’il faut écarter.
setup-examples-none = Rien n’a été trouvé à l’instant. C’est courant pour un nom discret ; la veille commence quand même.
setup-yes = Oui, nous
setup-no = Non
setup-exclusions = Écarté désormais
setup-exclusions-lead = Ils figurent dans ce qui n’est pas vous, et dans rien de ce qui l’est. Décochez ce que vous voulez garder.
setup-exclusion-holds = { PLURAL($count) ->
    [one] dans { $count } de vos « non »
    [many] dans { $count } de vos « non »
   *[other] dans { $count } de vos « non »
 }
setup-trouble = Pas de réponse à l’instant, nouvel essai plus tard : { $what }
setup-competitor = Un concurrent à comparer (facultatif)
setup-country = Pays, pour le droit
setup-country-check = Rien n’a indiqué le pays : vérifiez-le.
setup-languages = Langues de vos clients : { $what }
setup-opening = Ouverture habituelle : { $what }
setup-expert = Réglages fins
setup-sources = Vigie va écouter
setup-sources-none = Aucune source sans clé ici : ajoutez-en une ensuite.
setup-account-title = Votre identifiant
setup-account-lead = Il vous permet de revenir, sur cette machine et sur le téléphone.
setup-person = Votre nom
setup-person-hint = Les clients le voient quand vous leur répondez. Vide : le début de votre adresse.
setup-password-hint = { $least } caractères au moins ; une phrase à vous convient bien.
setup-finish = Commencer la veille
phone-title = Comment vous joindre la nuit ?
phone-lead = Choisissez un moyen et envoyez un essai. Quand vous l’aurez touché sur votre téléphone, vous saurez qu’une alerte vous réveille.
phone-send = Envoyer l’essai
phone-again = L’envoyer encore
phone-other = Un autre moyen ou une autre adresse
phone-more = D’autres moyens : Slack, Mattermost, un webhook, votre propre serveur
phone-later = Plus tard
phone-later-hint = La passerelle dit qu’aucun essai n’a été touché, tant que c’est le cas.
phone-looks = Cette page regarde d’elle-même où cela en est.
phone-waiting = L’essai pour « { $what } » est en route.
phone-sent = L’essai pour « { $what } » a été remis au serveur. Ouvrez le message sur votre téléphone et touchez le bouton.
phone-unknown = On ne sait pas si l’essai pour « { $what } » est arrivé. Regardez votre téléphone.
phone-refused = L’essai pour « { $what } » n’a pas été accepté.
phone-failed = L’essai pour « { $what } » n’a pas pu être remis.
phone-next-try = Nouvel essai : { $what }
phone-done = Vigie est installée et veille.
phone-bridge = Vers la passerelle
phone-no-mail = Aucun e-mail ne part de cette Vigie : il n’y a pas de [mail] dans vigie.toml.
phone-ntfy = Ouvrez ce sujet dans l’application ntfy de votre téléphone et abonnez-vous, puis envoyez l’essai.
phone-ntfy-hint = Personne ne peut deviner le sujet ; qui tient le serveur pourrait lire avec vous.
phone-link-machine = Aucun téléphone ne peut ouvrir le lien de l’essai : { $what } est cette machine même. Mettez dans « origins » de vigie.toml l’adresse par laquelle les téléphones atteignent Vigie, et redémarrez-la.
phone-link-network = Le lien de l’essai ne s’ouvre que dans votre propre réseau ({ $what }). Prenez un nom connu au-dehors, ou un réseau où le téléphone est aussi (un VPN).
phone-link-plain = Le lien de l’essai n’est pas chiffré ({ $what }). Prenez https : mettez devant Vigie un mandataire avec un certificat.
phone-link-other-server = { $what } mène à un autre serveur que cette Vigie. Corrigez « origins » dans vigie.toml, ou la direction que prend le nom ou le mandataire.
phone-link-certificate = Un téléphone refuse { $what } : personne de connu n’a signé son certificat. Prenez-en un que les téléphones connaissent, ou installez le vôtre sur le téléphone.
phone-link-bad-certificate = Un téléphone refuse { $what } : son certificat est celui d’un autre hôte, périmé ou abîmé. Faites-en un nouveau.
phone-link-unknown = Personne ne connaît le nom dans { $what }. Corrigez « origins » dans vigie.toml, ou faites inscrire le nom (DNS).
phone-link-closed = { $what } n’a pas pu être ouvert d’ici. Voyez si le chemin est libre (routeur, pare-feu), et essayez sur un téléphone sans Wi-Fi.
bridge-wake-nobody = Personne ne peut encore être réveillé.
bridge-wake-nobody-of = Personne ne peut encore être réveillé pour { $what }.
bridge-wake-failing = Personne ne peut être réveillé en ce moment : tous les moyens échouent.
bridge-wake-failing-of = Personne ne peut être réveillé en ce moment pour { $what } : tous les moyens échouent.
bridge-wake-untried = Aucun essai n’a encore été touché : nul ne sait si une alerte réveille quelqu’un.
bridge-wake-untried-of = Aucun essai n’a encore été touché pour { $what } : nul ne sait si une alerte réveille quelqu’un.
bridge-wake-do = Essayer maintenant
invited-to = { $what } · { $role }
invited-go = Créer mon accès
people-title = Équipe
people-index = Qui en fait partie et jusqu’à quand, si chacun est joignable, et qui manque cette nuit
people-lead = Qui en fait partie, et ce que chacun peut faire.
people-role = Rôle
people-change = Changer
people-back = Reprendre dans l’organisation
people-remove = Retirer de l’organisation
people-remove-hint = Ses sessions prennent fin, et ses jetons d’API sont révoqués ici.
team-erase = Effacer des exercices gardés
team-erase-hint = Des exercices gardés où la personne a joué, mené ou pris des notes disparaissent son nom, les textes qui le portent, et ce qu’elle a montré. Cela ne revient pas.
team-erased = Effacé des exercices gardés : { $count }
people-ownerless = Rien n’a changé : l’organisation n’aurait plus de propriétaire. Faites-en d’abord un d’un autre membre.
people-invite = Inviter quelqu’un
people-invite-lead = Vous recevez un lien à transmettre. Une personne se crée un accès par ce lien.
people-invite-do = Créer le lien
people-fresh = { PLURAL($count) ->
    [one] Transmettez ce lien. Il crée un accès, dans l’heure, et ne sera plus montré.
   *[other] Transmettez ce lien. Il crée un accès, dans les { $count } heures, et ne sera plus montré.
}
people-waiting = Invitations que personne n’a encore suivies
people-waits = invité par { $who }, jusqu’au { $when }
people-take-back = Reprendre
people-others = Vos autres organisations
person-owner = Propriétaire
person-lead = Responsable de crise
person-spokesperson = Porte-parole
person-social-manager = Responsable des réseaux
person-legal = Juriste
person-executive = Direction
person-read-only = Lecture seule
person-may-all = peut tout, y compris gérer les personnes
person-may-configure = traite et change les réglages
person-may-triage = traite
person-may-read = lit
reached-no-target = ne peut pas être réveillé : aucun moyen
reached-failing = ne peut pas être réveillé en ce moment : tous les moyens échouent
reached-untried = aucun essai touché jusqu’ici
reached-tapped = peut être réveillé : un essai a été touché
setup-problem-trade = Choisissez un métier dans la liste.
setup-problem-link = Le lien doit ressembler à https://www.example.org, ou à @nom@serveur.
setup-problem-contact = Ce n’est ni un numéro de téléphone ni une adresse e-mail.
setup-problem-zone = Ce n’est pas un fuseau horaire comme Europe/Paris.
setup-problem-common = Tout le monde emploie ce nom : indiquez aussi la ville, ou un lien.
setup-problem-competitor = Le nom du concurrent ne peut pas servir : il est trop long, ou contient un caractère invisible.
setup-problem-no-query = Gardez au moins une requête : sans elle, rien n’est cherché.
setup-problem-email = Aucun courrier n’arriverait à cette adresse : écrivez-la comme nom@exemple.org.
setup-problem-password = Le mot de passe est trop court : { $least } caractères au moins.
setup-problem-taken = Cette adresse a déjà un identifiant. Prenez-en une autre, ou demandez à qui vous a envoyé le lien.
expert-title = Tout ce qui se règle
expert-lead = Caché pour une personne et une marque, et toujours ici.
expert-queries = Requêtes : { $what }
expert-places = Lieux : { $what }
spot-google = Avis Google
spot-app-stores = Magasins d’applications
spot-local-press = Presse locale
spot-forums = Les forums
spot-own-site = Commentaires sur votre site
country-fr = France
country-be = Belgique
country-nl = Pays-Bas
country-lu = Luxembourg
country-ch = Suisse
country-de = Allemagne
country-at = Autriche
country-gb = Royaume-Uni
country-ie = Irlande
country-es = Espagne
country-pt = Portugal
country-it = Italie
country-ca = Canada
country-us = États-Unis
trade-bakery = Boulangerie
trade-restaurant = Restauration
trade-cafe = Café, bar
trade-hotel = Hôtel, chambres d’hôtes
trade-camping = Camping, gîte
trade-grocery = Alimentation, épicerie
trade-butcher = Boucherie
trade-florist = Fleuriste
trade-fashion = Vêtements, chaussures
trade-shop = Autre commerce
trade-hairdresser = Coiffeur, barbier
trade-beauty = Beauté et soins
trade-garage = Garage automobile
trade-craftsman = Artisan, bâtiment
trade-estate-agent = Agence immobilière
trade-doctor = Médecin, clinique
trade-dentist = Dentiste
trade-pharmacy = Pharmacie
trade-care-home = Maison de retraite
trade-school = École, crèche
trade-sports = Club ou salle de sport
trade-culture = Culture, festivals
trade-association = Association
trade-town = Mairie, collectivité
trade-online-shop = Vente en ligne
trade-app = Application, logiciel
trade-public-figure = Personnalité
trade-other = Autre chose

# What a signal is about, how big and how grave.
assess-title = Ce que c’est
severity-title = Gravité
severity-watch = à suivre
severity-alert = alerte
severity-crisis = crise
severity-points = { $points } points ; alerte à partir de { $alert }, crise à partir de { $crisis }
severity-said = { $who } en a décidé ainsi ({ $when }) ; la grille dit : { $what }
severity-change = Fixer une autre gravité…
severity-reason = Raison
severity-save = Garder cette gravité
severity-back = Laisser la grille décider
urgency-by = Premier mot à publier avant { $when }
urgency-overdue = Le premier mot était attendu pour { $when }
clocks-case = Le dossier { $n } est ouvert ({ $step }) ; ses échéances :
clocks-case-none = Le dossier { $n } est ouvert ({ $step }) ; aucune de ses échéances ne court
clocks-would = Aucun dossier n’est ouvert. Ouvert maintenant à l’étape « { $what } », il ferait courir :
clocks-would-none = Aucun dossier n’est ouvert, et à l’étape « { $what } » aucune échéance ne courrait
clocks-left = { $what } : reste { $span } ({ $when })
clocks-over = { $what } : dépassé depuis { $span } ({ $when })
clocks-law = { $what }, si c’est le cas : { $span } dès que quelqu’un ici le sait
clocks-law-at-once = { $what }, si c’est le cas : sans délai dès que quelqu’un ici le sait
clocks-counsel = { $what }, si c’est le cas : aucun délai connu ici, demandez à votre conseil
clocks-more = { PLURAL($count) ->
    [one] et { $count } autre échéance
   *[other] et { $count } autres échéances
}
assess-isolated = Des voix isolées : moins de cinq personnes.
forecast-title = Ce qui peut venir
forecast-hours = { PLURAL($count) ->
    [one] Prochaine heure
   *[other] Prochaines { $count } heures
}
forecast-range = de { $low } à { $high } dans huit cas sur dix
forecast-usual = d’habitude { $count }
forecast-record = recalculé sur les comptes d’aujourd’hui : { $held } prévisions sur { $made }, qui se recouvrent, se seraient vérifiées
forecast-record-none = aucune prévision n’est assez ancienne pour être jugée
forecast-young = Pas encore de prévision : cela a commencé il y a moins de dix minutes.
forecast-little = Pas de prévision : trop peu de mentions au-dessus de l’habitude ces dernières heures.
forecast-desc = Surface cernée après maintenant : mentions par heure jusque-là, dans huit cas sur dix. Sa ligne : ce qui est attendu. Tirets : l’habitude. La liste donne les valeurs.
assess-causes = De quoi il s’agit
assess-cause-words = suggéré par : { $words }
cause-safety = santé ou sécurité
cause-data = données personnelles
cause-discrimination = discrimination
cause-staff = personnel et accueil
cause-quality = qualité
cause-delay = retard ou attente
cause-loss = perte ou casse
cause-ordering = commande ou réservation
cause-cancellation = annulation ou remboursement
cause-price = prix
cause-environment = environnement ou animaux
cause-closing = fermeture ou emplois
assess-origin = Premier récit
assess-origin-copies = { PLURAL($count) ->
    [one] { $count } publication dit la même chose
   *[other] { $count } publications disent la même chose
}
assess-origin-elsewhere = il reprend une publication absente d’ici : cela a commencé ailleurs
assess-vivid = Image ou film
assess-vivid-post = suggéré par une publication
assess-carriers = Qui le propage le plus
carrier-repeated = repris { $count } fois
carrier-drawn = Mentions j’aime, partages, réponses
carrier-followers = Abonnés
carrier-posts = Publications
carrier-who = Qui
carrier-erased = un nom effacé ou jamais connu
assess-places = Par où c’est passé
assess-places-desc = Chaque ligne est un type de lieu, dans l’ordre où ils ont été atteints ; la barre va de la première à la dernière mention, un point est la première d’une source. Le tableau donne les valeurs.
place-network = réseaux sociaux
place-forum = forums et commentaires
place-reviews = avis
place-press = presse
place-direct = courriels et appels
place-title = Lieu
place-first = Premier
assess-languages = Langues
assess-reported = Signalé par l’équipe
assess-reported-none = Personne n’a signalé de chiffre : ce qu’aucune source ne peut compter.
assess-reported-by = { $who }, { $when }
reported-add = Signaler un chiffre…
reported-hint = Au total, jusqu’ici. Le plus récent de chaque type compte ; les précédents sont gardés.
reported-subject = Quoi
reported-value = Combien
reported-note = Note
reported-save = Signaler
subject-views = vues
subject-calls = appels, courriels et visites à ce sujet
subject-cancelled = réservations et commandes annulées
subject-money = argent perdu ou remboursé
subject-harmed = personnes touchées
figure-reported = signalé
assess-unknown = Ce qu’on ne sait pas
unknown-reach = combien de personnes l’ont vu
unknown-organic = quelle part est organisée
unknown-grave = si une publication est grave à elle seule
unknown-vivid = s’il y a une image ou un film : aucune publication n’en montre ni n’en nomme, et toutes les sources ne le disent pas
unknown-cause = de quoi il s’agit : aucun mot ne le suggère
unknown-harm = ce que cela coûte : personne n’a signalé d’appels ni d’annulations
unknown-forecast = ce qui va venir
unknown-growth = si cela grandit : cela a moins de deux heures
unknown-ill = si le ton est pire que d’habitude : trop peu de mentions
unknown-rest = ce que disent les mentions au-delà des 5 000 premières
assess-factors = Comment la gravité se forme
factor-title = Facteur
factor-value = Valeur
factor-points = Points
factor-least = au moins { $what }
factor-of = { $points } sur { $most }
factor-volume = fois l’habitude
factor-growth = % de l’heure d’avant
factor-people = personnes
factor-ill = points de plus qui disent du mal
factor-duration = minutes depuis le début
factor-reach = abonnés des auteurs
factor-places = types de lieux publics
factor-press = articles de presse
factor-cause = gravité de la cause, de 1 à 3
factor-vivid = image ou film
factor-harm = appels, annulations, personnes touchées signalés
factor-organic = ‰ au plus qui vient des gens eux-mêmes
factor-grave = une publication grave

# Combien de fois une marque peut prévenir, et ce que disent les jugements.
budget-title = Combien de fois prévenir
budget-index = Un signal par jour, par semaine ou par mois ; ce que vos jugements en disent
budget-lead = Même quand rien ne se passe, le hasard fait parfois du bruit. Choisissez combien de fausses alertes vous acceptez : plus elles sont rares, plus il faut de mentions pour prévenir. Ce qui est signalé reste ; le choix compte à partir de la minute suivante.
budget-notices-lead = Au plus, par temps calme. Un signal à surveiller ne réveille personne.
budget-alerts-lead = Au plus, par temps calme. Une alerte réveille.
budget-day = Environ un par jour
budget-week = Environ un par semaine
budget-month = Environ un par mois
budget-two-months = Environ un en deux mois
budget-half-year = Environ un en six mois
budget-usual = { $what } (d’habitude)
budget-would = Depuis le { $when }, ce choix en aurait donné : { $count }
budget-shared = Votre organisation a { $brands } marques à elle. Pour que toutes ensemble ne donnent pas plus de trois fausses notifications par jour et une fausse alerte par semaine, chacune donne moins que ce qui est choisi ici : { $notices } des signaux à surveiller, { $alerts } des alertes.
budget-labels = Ce que disent vos jugements
budget-labels-lead = Chaque signal que vous avez pris en compte ou clos sert d’exemple. Rien ne change sans vous.
budget-few = Jugés et comparables : { $labelled }. À partir de { $needed }, il y a de quoi proposer.
budget-keep = Jugés : { $labelled }, dont clos sans suite : { $dismissed }. Aucun autre choix ne fait mieux.
budget-rarer = Jugés : { $labelled }, dont clos sans suite : { $dismissed }. Avec « { $often } », { $spared } de ceux-là ne seraient pas venus, et aucun de ceux qui ont été pris en compte n’aurait été perdu.
budget-apply = Adopter cette proposition
budget-kept = Enregistré. Cela compte à partir de la minute suivante.
budget-otherwise = Vos jugements proposent autre chose à présent. Rien n’a été enregistré : regardez de nouveau la proposition.
budget-log = Qui a choisi quoi
budget-log-none = Personne n’a encore choisi : c’est comme d’habitude.
budget-log-said = { $who } : à surveiller « { $notice } », alertes « { $alert } »
budget-log-labels = d’après les jugements
budgets-title = Ce que vos jugements proposent, pour toutes les marques
budgets-index = Prendre les propositions de plusieurs marques à la fois
budgets-lead = Pour chaque marque, ce que disent les jugements portés sur ses signaux, et ce qui aurait été différent. Cochez ce que vous voulez ; rien ne change sans vous.
budgets-none = Pour aucune marque il n’y a assez de jugements pour proposer quelque chose.
budgets-take = L’adopter : à surveiller « { $notice } », alertes « { $alert } »
budgets-apply = Garder ce qui est coché
budgets-few = { PLURAL($count) ->
    [one] { $count } marque a trop peu de jugements : à partir de cinq il y a de quoi proposer.
   *[other] { $count } marques ont trop peu de jugements : à partir de cinq il y a de quoi proposer.
}
budgets-next = Marques suivantes
budgets-kept = Enregistré, compte dès la prochaine minute : { $count }. Ce que les jugements ne proposent plus reste comme avant.

# La grille de la gravité, comme formulaire.
rubric-title = Comment la gravité est jugée
rubric-index = Les points de chaque facteur, les seuils et les délais
rubric-lead = À partir de telle valeur, tant de points ; les points s’additionnent. Un palier peut aussi imposer une gravité à lui seul. Plus de quoi que ce soit n’est jamais moins grave : ce qui ferait le contraire est refusé.
rubric-own = Votre organisation a sa propre grille.
rubric-house = C’est la grille de la maison.
rubric-from = À partir de
rubric-points = Points
rubric-least = Au moins
rubric-least-none = rien d’imposé
rubric-row = { $what }, palier { $n }
rubric-empty = Un palier vide ne compte pas ; un facteur sans palier ne compte pour rien. Enregistrez pour obtenir une ligne vide de plus.
rubric-bounds = Seuils
rubric-alert = Alerte à partir de tant de points
rubric-crisis = Crise à partir de tant de points
rubric-minutes = Minutes jusqu’à la première parole
rubric-problem = Rien n’a changé : voyez ce qui est dit près des champs.
rubric-wrong-number = Ce ne sont pas des nombres entiers, ou il en manque un.
rubric-wrong-falls = Les valeurs doivent monter ; les points et les gravités imposées ne doivent pas redescendre.
rubric-wrong-points = Les points vont de 0 à 1000, et un facteur a dix paliers au plus.
rubric-wrong-order = Une alerte commence à un point au moins, et une crise à plus de points qu’une alerte.
rubric-wrong-minutes = Les minutes vont de 1 à 43 200, et le plus grave n’a jamais plus de temps.
rubric-saved = Enregistré. Les signaux à venir sont jugés ainsi.
rubric-reset = Reprendre la grille de la maison
beside-title = Ce qui s’écarte aussi
beside-departs = S’écarte de l’habitude : { $what }
beside-what = Quoi
beside-now = Depuis le début
beside-usual = D’habitude
beside-range = { $low } à { $high }
beside-hint = Les nombres face à des durées égales des quatre semaines d’avant (neuf sur dix sont dans la fourchette), les parts avec un intervalle à 90 % ; au plus le dernier jour.
aspect-people = personnes
aspect-negative = mentions qui disent du mal
aspect-ill = part qui dit du mal
aspect-aroused = part qui dit du mal avec colère, dégoût ou peur
aspect-first-person = part qui dit « je »
aspect-reposts = part qui relaie une autre publication
aspect-reach = abonnés, à chaque mention
aspect-places = types de lieux publics
aspect-stories = récits de plus en plus repris
stands-above = plus que d’habitude
stands-below = moins que d’habitude
stands-usual = comme d’habitude
stands-unknown = trop peu pour le dire
trade-title = Nous, ou tout le secteur ?
trade-nobody = On ne sait pas : personne d’autre n’est suivi. Un concurrent ou le secteur peut être ajouté comme marque.
trade-young = On ne sait pas : les autres sont suivis depuis moins d’une semaine.
trade-ours = { PLURAL($count) ->
    [one] Seulement nous : l’autre marque suivie est calme.
   *[other] Seulement nous : aucune des { $count } autres ne sort de l’habitude.
}
trade-shared = { $stirred } des { $of } autres sortent aussi de l’habitude. Une publication qui en nomme plusieurs compte pour chacun.
trade-trade-only = Le seul autre qui est suivi sort aussi de l’habitude. Une publication qui nomme les deux compte pour chacun.
trade-trade = Tout le secteur : { $stirred } des { $of } autres aussi. Une publication qui en nomme plusieurs compte pour chacun.
trade-as-much = Monte au moins moitié autant que nous, face à sa propre habitude : { $what }. Cela change ce que c’est et ne fait rien taire.
trade-who = Marque
stir-us = nous
stir-calm = comme d’habitude
stir-less = sort moins de l’habitude
stir-as-much = en sort autant
stir-unknown = suivie depuis trop peu
factor-arousal = points de plus qui disent du mal avec colère, dégoût ou peur
factor-impersonal = points de moins qui disent « je »
forecast-picture = peut venir, par heure
place-sources = Sources, dans l’ordre
assess-cause-beyond = { $count } de plus que d’habitude
# Qui agit ensemble.
company-title = Qui agit ensemble
company-share = { $share } vient des gens eux-mêmes : fait par des comptes hors de tout groupe.
company-share-unknown = Ce qu’on sait ne dit pas quelle part vient des gens eux-mêmes.
company-none = Aucun compte n’a fait la même chose au même moment plus souvent que le hasard ne l’explique.
company-group = { $count } comptes qui coïncident
company-more = Groupes trouvés en plus de ceux-ci : { $count }.
company-one-in = Par hasard, un tel groupe dans une tempête semblable sur { $count } environ.
company-who = Comptes
company-others = et { $count } de plus
company-shared = Ce qu’ils ont en commun
company-for = Ce qui parle pour une action commune
company-against = Ce qui parle contre
company-hypothesis = Ce n’est pas un verdict. Des fans, une rédaction aux dix pages et une personne à deux comptes se ressemblent, vus d’ici. Qui est derrière, « un concurrent ? » compris, est une hypothèse qu’une personne doit confirmer avant que quiconque la dise.
company-picture = À gauche les comptes, à droite ce qu’ils ont en commun ; un trait dit qu’ils y ont coïncidé. Le tableau dessous donne la même chose.
company-what = Quoi
company-outside = Autres
company-posts = Publications qui le montrent
company-objects = { $shown } choses sur { $count } sont montrées.
kind-repost = la même publication relayée
kind-link = le même lien
kind-text = presque le même texte
kind-hashtags = les mêmes mots-dièse
kind-reply = des réponses à la même publication
kind-image = la même image, octet par octet
kind-blurhash = des images qui, floutées, se ressemblent (plus faible que le même fichier)
kind-unknown = la même chose
stretch-seconds = { $count } s
stretch-minutes = { $count } min
stretch-hours = { $count } h
stretch-days = { $count } jours
sign-synchrony = Des paires ont coïncidé à { $stretch } près { $count } fois, là où le hasard en donne { $expected }.
sign-closeness = La moitié étaient distantes d’au plus { $stretch }.
sign-density = { $count } paires sur { $possible } possibles ressortent.
sign-single-purpose = { $share } de ce qu’ils ont fait ici l’a été ensemble.
sign-other-interests = { $share } de ce qu’ils ont fait ici était autre chose, comme font les gens.
sign-popular = { $share } de ceux qui ont fait de même sont hors du groupe : c’était populaire.
sign-one-stretch = Tout s’est passé en { $stretch }, comme autour d’une émission ou d’un match.
sign-few-accounts = Seulement { $count } comptes : une personne, ou une maison, peut en avoir autant.
sign-blurred = Des { $shown } choses montrées, { $count } sont des images connues seulement par leur aspect flouté : d’autres images peuvent avoir le même.
sign-few-objects = Ils n’ont coïncidé que sur peu de choses : { $count }.
sign-young = { $count } des { $known } comptes dont l’âge est connu avaient moins de deux semaines ; parmi les autres de cette tempête, moins d’un quart.
sign-old = { $count } des { $known } comptes dont l’âge est connu ont plus d’un an.
sign-default-profiles = { $count } des { $known } comptes dont on connaît le profil l’ont laissé tel que la plateforme l’a fait, sans image ni mot ; des autres de cette tempête, moins d’un quart. Beaucoup de gens qui ne font que lire font de même.
sign-single-review = { $count } des { $known } comptes dont on le sait ont écrit ce seul avis et aucun autre ; des autres de cette tempête, moins d’un quart. Chacun commence par un.
sign-many-reviews = { $count } des { $known } comptes dont on le sait ont écrit cinq avis ou plus.
sign-vanished = { $count } de leurs publications ont été supprimées en dix minutes.
sign-nothing-measured = Rien de ce qui a été mesuré. Qui ils sont et ce qu’ils veulent ne l’a pas été.
sign-arrival = { $count } avis en { $stretch }, là où il en vient d’habitude { $expected }.
sign-one-sided = { $share } donnent { $count } étoile(s) sur 5 ; d’habitude { $usual }.
sign-one-off = { $count } des { $known } comptes dont on sait quelque chose sont neufs ou n’ont noté rien d’autre ; d’habitude { $usual }.
sign-one-off-assumed = { $count } des { $known } comptes dont on sait quelque chose sont neufs ou n’ont noté rien d’autre. L’habitude d’ici n’est pas connue ; on suppose { $usual }.
sign-copied = { $count } sur { $known } répètent un avis déjà publié.
sign-real-customers = { $count } ressemblent à de vrais clients : il peut y avoir une raison.
sign-nothing-known = De { $count } comptes, on ne sait rien.
sign-arrival-unknown = On ne sait pas combien d’avis viennent d’habitude : il faut quatre semaines d’écoute.
sign-crowd-possible = Une vidéo, un reportage ou une file au comptoir amènent aussi beaucoup de premiers avis en un jour. Rien ici ne les distingue.
signs-none = rien de ce qui a été mesuré
usual-unknown = non connu
unseen-few = qui agit ensemble : trop peu a été fait pour comparer
unseen-ages = l’âge des comptes : connu de { $known } sur { $accounts }
unseen-nameless = qui a écrit { $count } mentions : elles ne le disent pas
unseen-pictures = s’ils partagent une image : leurs sources ne disent rien des images ; textes, liens, mots-dièse, relais et réponses ont été comparés
unseen-pictures-some = s’ils partagent une image, sauf pour { $known } mentions sur { $mentions } : des autres la source ne dit rien, ou elles n’en ont pas
unseen-rest = ce qui dépasse la place : seule une partie a été comparée
unseen-terms = qui sont { $accounts } comptes de X : les règles de X interdisent les déductions sur une personne ; ils sont comptés, pas désignés

# Une vague de notes et son dossier.
reviews-title = Les notes
reviews-line = { $count } notes dans la vague : { $alike } se ressemblent au-delà de ce que partagent des clients fâchés, { $own } ressemblent à de vrais clients, { $open } ni l’un ni l’autre.
reviews-one-in = Par hasard, une telle vague par de tels comptes sur { $count }.
reviews-one-in-accounts = Par hasard, de tels comptes dans une vague sur { $count } ; leur nombre ne dit rien ici, faute de connaître l’habitude.
reviews-for = Ce qui parle pour une campagne
dossier-link = Le dossier : chaque avis et pourquoi
dossier-title = Dossier de { $what }
dossier-lead = Pour la plateforme, à examiner. Il n’accuse personne : il dit de chaque avis ce qui est connu, pour et contre. Il est fait par comparaison ; la plateforme connaît ses comptes.
dossier-terms = Les avis sont tels qu’ils ont été écrits, avec leur source. À ne pas publier : à montrer à la plateforme, à personne d’autre.
dossier-alike = Semblables : à examiner ({ $count })
dossier-own = De vrais clients, autant qu’on voie : non accusés ({ $count })
dossier-open = On en sait trop peu : non accusés ({ $count })
dossier-rest = Non imprimés ici : { $count } de plus. L’API et la ligne de commande les ont tous.
dossier-none = Moins de cinq mentions de ce signal sont des notes : il n’y a pas de dossier.
dossier-for = pour
dossier-against = contre
dossier-unknown = non connu
dossier-original = À la source
evidence-in-burst = il est venu dans la vague
evidence-another-time = il est venu à un autre moment
evidence-same-rating = il donne les étoiles de la vague
evidence-other-rating = il donne d’autres étoiles
evidence-no-text = des étoiles seules, comme beaucoup de simples déçus
evidence-copied-text = avis antérieurs au texte presque identique : { $count }
evidence-own-text = des mots à lui
evidence-new-account = son compte avait { $count } jours
evidence-old-account = son compte a { $count } jours
evidence-only-review = son compte n’a noté rien d’autre
evidence-history = son compte a écrit { $count } avis
evidence-age-unknown = l’âge de son compte
evidence-history-unknown = ce que son compte a noté d’autre
evidence-rating-unknown = ses étoiles
evidence-text-unknown = son texte

## Ce que trouve la vérification d’un plan

finding-unreadable = Le texte est illisible ici : { $what }
finding-unreadable-why = Ce qui suit cet endroit peut manquer au plan.
finding-unreadable-fix = Corrigez la ligne ; les textes se mettent entre guillemets droits.
finding-too-long = { $kind ->
        [items] Il y en a plus de { $most }.
        [hours] Tant de personnes, d’heures et de règles ensemble ne peuvent pas être passées en revue.
       *[other] Le plan dépasse { $most } octets.
    }
finding-too-long-why = Ce qui dépasse n’a pas été lu, ou pas vérifié.
finding-too-long-fix = Raccourcissez-le, ou séparez plan de base et différences.
finding-unknown-section = Aucun plan n’a de section « { $name } ».
finding-unknown-section-why = Ce qu’elle contient ne sert à rien.
finding-unknown-section-fix = Retirez-la, ou écrivez le nom d’une section qui existe.
finding-unknown-field = « { $section } » n’a pas de champ « { $name } ».
finding-unknown-field-why = Ce qu’il dit ne sert à rien.
finding-unknown-field-fix = Retirez-le, ou corrigez son nom.
finding-wrong-kind =
    « { $field } » doit être { $wanted ->
        [text] un texte
        [list] une liste
        [number] un nombre entier
        [flag] true ou false
        [day] un jour
        [section] une section à part
        *[other] autre chose
    }.
finding-wrong-kind-why = La valeur a été laissée de côté.
finding-wrong-kind-fix = Écrivez-la ainsi.
finding-unknown-choice = « { $field } » ne peut pas être « { $name } ».
finding-unknown-choice-why = La valeur a été laissée de côté.
finding-unknown-choice-fix = Au choix : { $wanted }.
finding-bad-value = « { $name } » ne se lit pas comme « { $field } ».
finding-bad-value-why = La valeur a été laissée de côté.
finding-bad-value-fix =
    { $wanted ->
        [length] Une durée : 15 min, 2 h, 3 days.
        [day] Un jour : 2027-01-31.
        [hours] Des heures : mon-fri 08:00-19:00.
        [zone] Un fuseau : Europe/Paris.
        [absence] Premier et dernier jour : 2026-08-01..2026-08-21.
        [phone] Un numéro de téléphone : 01 99 00 12 34.
        [query] Des mots dans le langage des requêtes, tels que *Réglages → marque → requêtes* les accepte.
        [email] Une adresse électronique : lea@example.org.
        *[other] Un nombre entier dans ses limites.
    }
finding-missing-field = « { $name } » n’a pas de « { $field } ».
finding-missing-field-why = Sans lui, le plan ne sert pas à cet endroit.
finding-missing-field-fix = Ajoutez-le.
finding-unknown-reference =
    Le plan ne connaît { $kind ->
        [who] ni rôle ni personne
        [person] aucune personne
        [objective] aucun objectif
        [scenario] aucun scénario
        [action] aucune action
        [stakeholder] aucune partie prenante
        *[other] rien du nom de
    } « { $name } ».
finding-unknown-reference-why = Qui lit cela la nuit le cherche en vain.
finding-unknown-reference-fix = Corrigez le nom, ou ajoutez ce qu’il nomme.
finding-empty-objective = Aucune stratégie ne sert l’objectif « { $name } ».
finding-empty-objective-why = Un objectif sans chemin est un vœu.
finding-empty-objective-fix = Ajoutez une stratégie avec objective = "{ $name }", ou retirez-le.
finding-empty-strategy = La stratégie « { $name } » n’a aucune action.
finding-empty-strategy-why = Personne ne fait rien pour elle.
finding-empty-strategy-fix = Ajoutez une action avec strategy = "{ $name }", ou retirez-la.
finding-orphan-strategy = La stratégie « { $name } » ne sert aucun objectif.
finding-orphan-strategy-why = Personne ne peut dire à quoi elle sert, ni si elle a réussi.
finding-orphan-strategy-fix = Nommez son objectif : objective = "…".
finding-orphan-action = L’action « { $name } » n’appartient à aucune stratégie.
finding-orphan-action-why = Ce qui n’appartient à rien est oublié en premier.
finding-orphan-action-fix = Nommez une stratégie qui existe : strategy = "…".
finding-half-missing =
    Le plan n’a pas de { $name ->
        [prevention] prévention
        *[other] correction
    }.
finding-half-missing-why = Un plan a deux moitiés : avant, pour que cela n’arrive pas ; après, quand c’est arrivé.
finding-half-missing-fix = Ajoutez une stratégie avec half = "{ $name }".
finding-no-responsible = Personne n’est responsable de « { $name } ».
finding-no-responsible-why = Quand tout explose, chacun demande « qui ? ».
finding-no-responsible-fix = Nommez-en exactement un : un rôle ou une personne.
finding-several-responsible = { $count } responsables là où il en faut exactement un.
finding-several-responsible-why = Quand plusieurs répondent, chacun attend l’autre.
finding-several-responsible-fix = Gardez-en un ; l’autre est suppléant.
finding-no-deputy = Personne ne supplée « { $who } » pour « { $name } ».
finding-no-deputy-why = On dort, on prend l’avion, on tombe malade.
finding-no-deputy-fix = Nommez un suppléant, ou une seconde personne dans le rôle.
finding-same-person = Dans « { $name } », le suppléant est la même personne, « { $who } ».
finding-same-person-why = On ne se supplée pas soi-même.
finding-same-person-fix = Nommez quelqu’un d’autre.
finding-missing-role = Le rôle « { $name } » n’a personne.
finding-missing-role-why = Ses tâches reviennent à qui se trouve là.
finding-missing-role-fix = Ajoutez [role.{ $name }] avec des personnes.
finding-unreachable-owner = { $name } doit agir (« { $what } ») et reste injoignable.
finding-unreachable-owner-why = Il n’y a ni téléphone ni adresse.
finding-unreachable-owner-fix = Ajoutez phone ou email.
finding-missing-language = Personne dans le plan ne parle « { $language } ».
finding-missing-language-why = Des clients l’écrivent, quelqu’un doit répondre.
finding-missing-language-fix = Ajoutez-la aux langues d’une personne, ou nommez quelqu’un qui aide.
finding-risk-without-query = Rien n’écoute le risque « { $name } ».
finding-risk-without-query-why = On s’en apercevrait quand d’autres appellent.
finding-risk-without-query-fix = Ajoutez queries : les mots qu’on écrirait.
finding-risk-without-scenario = Le risque « { $name } » n’a pas de scénario.
finding-risk-without-scenario-why = On le connaît, et personne ne sait que faire alors.
finding-risk-without-scenario-fix = Nommez un scénario qui existe, ou écrivez-en un.
finding-scenario-without-action = Dans le scénario « { $name } », personne ne fait rien.
finding-scenario-without-action-why = Les mots seuls ne réparent rien.
finding-scenario-without-action-fix = Ajoutez moves : les premières actions, dans l’ordre.
finding-scenario-without-reply = Le scénario « { $name } » n’a pas de réponse en « { $language } ».
finding-scenario-without-reply-why = La nuit, personne ne traduit bien.
finding-scenario-without-reply-fix = Écrivez une réponse dans cette langue.
finding-no-holding = Le scénario « { $name } » n’a pas de message d’attente en « { $language } ».
finding-no-holding-why = La première heure passe à chercher ses mots.
finding-no-holding-fix = Écrivez-en un : vu, on vérifie, qui appeler, prochaine nouvelle.
finding-no-alternative = « { $name } » n’a qu’un texte en « { $language } » pour « { $phase } ».
finding-no-alternative-why = Les mêmes mots sous chaque message font automate.
finding-no-alternative-fix = Écrivez-en une seconde.
finding-no-safety = Dans « { $name } », des gens peuvent être blessés, et rien ne dit comment se protéger.
finding-no-safety-why = Avant tout regret : ce qu’il faut faire maintenant.
finding-no-safety-fix = Ajoutez safety : deux phrases et un numéro.
finding-expired-approval = L’approbation de « { $name } » a expiré le { $day }.
finding-expired-approval-why = Personne ne peut le publier la nuit.
finding-expired-approval-fix = Relisez-le ; fixez un nouveau jour ou changez le texte.
finding-expires-soon = L’approbation de « { $name } » expire le { $day }.
finding-expires-soon-why = Ensuite personne ne pourra le publier.
finding-expires-soon-fix = Relisez-le et fixez un nouveau jour.
finding-not-approved = Personne n’a encore approuvé « { $name } ».
finding-not-approved-why = En repli, on ne publie que ce qui est déjà approuvé.
finding-not-approved-fix = Lisez-le ; puis approved_by et expires.
finding-mixed-posture = « { $name } » dit à la fois « { $posture } » et « { $other } ».
finding-mixed-posture-why = Qui nie et s’excuse n’est cru ni pour l’un ni pour l’autre (SCCT).
finding-mixed-posture-fix = Choisissez une posture, ou faites-en deux scénarios.
finding-text-too-long = { $count } caractères là où « { $channel } » en prend { $most }.
finding-text-too-long-why = Il serait coupé ou refusé au pire moment.
finding-text-too-long-fix = Raccourcissez-le, ou choisissez un autre canal.
finding-unknown-blank = Rien ne remplit le blanc « { $name } ».
finding-unknown-blank-why = Il serait publié tel quel.
finding-unknown-blank-fix = Ajoutez-le à [blank], ou prenez-en un que le dossier remplit.
finding-missing-clock = L’horloge « { $name } » manque.
finding-missing-clock-why = Ce qui n’a pas d’échéance se fait en dernier.
finding-missing-clock-fix = Ajoutez une horloge de ce genre avec due et owner.
finding-clock-without-fallback = Quand l’horloge « { $name } » expire, rien ne se passe.
finding-clock-without-fallback-why = Une échéance que personne ne reprend est un décor.
finding-clock-without-fallback-fix = Nommez qui prend la relève : fallback = "…".
finding-missing-approval =
    Personne n’est nommé pour publier lors d’une { $severity ->
        [crisis] crise
        *[other] paracrise
    }.
finding-missing-approval-why = Le texte est prêt, et chacun attend l’autre.
finding-missing-approval-fix = Ajoutez une approbation avec cette severity.
finding-approval-without-fallback = L’approbation « { $name } » peut attendre sans fin.
finding-approval-without-fallback-why = Qui doit approuver dort peut-être.
finding-approval-without-fallback-fix = Ajoutez within et fallback : qui peut alors publier ce qui est déjà approuvé.
finding-nobody-can-release =
    { $weekday ->
        [monday] Le lundi
        [tuesday] Le mardi
        [wednesday] Le mercredi
        [thursday] Le jeudi
        [friday] Le vendredi
        [saturday] Le samedi
        *[sunday] Le dimanche
    } à { $hour }{ $dated ->
        [yes] {" "}({ $day })
        *[no] {""}
    }, personne ne peut publier (« { $name } ») : seul(e) { $only } le peut{ $absent ->
        [yes] , et { $missing } est absent(e)
        *[no] , mais pas à cette heure
    }.
finding-nobody-can-release-why = Trouvé en ôtant chaque personne à chaque heure de la semaine.
finding-nobody-can-release-fix = Ajoutez un repli joignable alors, ou élargissez les heures de quelqu’un.
finding-missing-mandate = Le plan ne dit pas ce que l’agence peut faire seule.
finding-missing-mandate-why = La nuit, l’agence en fait trop peu, ou trop.
finding-missing-mandate-fix = Ajoutez [mandate] avec day et night : watch, freeze, reply, release.
finding-mandate-forbids = Le repli « { $who } » de « { $name } » est à l’agence, et le mandat ne la laisse rien publier la nuit.
finding-mandate-forbids-why = Le plan s’arrêterait exactement là.
finding-mandate-forbids-fix = Ajoutez "release" à night du mandat, ou un repli chez le client.
finding-missing-escalation = Rien ne dit qui prévenir quand cela empire.
finding-missing-escalation-why = Ceux qui décident l’apprennent par un journaliste.
finding-missing-escalation-fix = Ajoutez une escalade avec tell et after.
finding-freeze-without-allow = Le gel retient tout.
finding-freeze-without-allow-why = Un rappel ou un changement d’horaires doit encore partir.
finding-freeze-without-allow-fix = Ajoutez allow : sécurité, rappel, horaires.
finding-missing-stakeholder = Personne ne prévient l’équipe.
finding-missing-stakeholder-why = On l’interroge au comptoir, et elle l’apprend des clients.
finding-missing-stakeholder-fix = Ajoutez [stakeholder.staff] avec owner et message.
finding-missing-policy = Les clients ne savent pas où se plaindre.
finding-missing-policy-why = Qui ne trouve pas la porte crie dans la rue.
finding-missing-policy-fix = Ajoutez [policy] avec complaints : la page ou le numéro.
finding-missing-conduct = L’équipe ne sait pas comment se conduire.
finding-missing-conduct-why = Une réponse en colère d’un compte privé fait une seconde crise.
finding-missing-conduct-fix = Ajoutez [conduct] avec do et do_not.
finding-untested-scenario = Aucun essai ne couvre le scénario « { $name } ».
finding-untested-scenario-why = Ce qui n’a jamais été joué échoue la nuit.
finding-untested-scenario-fix = Ajoutez un essai qui le nomme, ou un pour tous.
finding-untested-lesson = Aucun exercice n’a éprouvé la leçon « { $name } » du dossier { $case }.
finding-untested-lesson-why = Ce qui n’est appris que sur le papier ne l’est pas encore.
finding-untested-lesson-fix = Jouez-en un exercice, et nommez-le dans le champ « tested ».
finding-invented-contact = { $name } n’a que le numéro ou l’adresse d’un exemple.
finding-invented-contact-why = Au mauvais moment, ce numéro n’appelle personne.
finding-invented-contact-fix = Inscrivez le numéro ou l’adresse où cette personne répond vraiment.
finding-approved-other-text = Ce qui partirait pour « { $name } » a été changé après son approbation : son texte, ou ce qui remplit ses blancs.
finding-approved-other-text-why = Ce que personne n’a relu ne doit pas partir la nuit.
finding-approved-other-text-fix = Relisez-le et approuvez-le de nouveau, sur la page « Approuver les réponses ».
finding-approver-not-named = « { $who } » a approuvé « { $name } » sans qu’aucune règle d’approbation ne le lui demande.
finding-approver-not-named-why = Personne à qui le plan le demande n’a dit oui à ces mots.
finding-approver-not-named-fix = Faites-le approuver par quelqu’un de any ou all de [approval], ou nommez-y cette personne.
finding-one-person-twice = { $name } a le téléphone ou l’adresse de { $other }.
finding-one-person-twice-why = Une personne compterait pour deux : comme auteur et approbateur, et en cas d’absence.
finding-one-person-twice-fix = Retirez l’une des deux, ou inscrivez le numéro de qui répond vraiment.
finding-unbound-approval = Il est écrit qui a approuvé « { $name } », mais pas quels mots ont été lus.
finding-unbound-approval-why = Une approbation vaut pour les mots exacts qui partiraient, blancs remplis ; ici, un changement passerait inaperçu.
finding-unbound-approval-fix = Relisez et approuvez sur la page « Approuver les réponses » ; dans le fichier, écrivez approved_text = "{ $stamp }" sous son texte une fois relu.
finding-near = Vouliez-vous dire « { $what } » ?

## La carte

card-title = La carte
card-steps = En six étapes
card-prepare = Avant
card-look = Regarder : quoi, combien, qui est blessé ?
card-gather = Qui dirige
card-hold = Suspendre toute publicité
card-say = Dire les premiers mots vrais
card-go-on = Continuer : des nouvelles à l’heure promise
card-people = Qui appeler
card-moves = Premiers gestes
card-within = en { $what }
card-holding = Premiers mots
card-answers = Questions au comptoir et au téléphone
card-answers-lead = Ici, seulement ce qui est approuvé ; pour le reste : noter un nom et un numéro.
card-conduct = Pour l’équipe
card-do = À faire
card-do-not = À ne pas faire

## Le plan sur sa page

plan-title = Le plan
plan-index = Qui fait quoi quand cela arrive, et que dire
plan-lead = Il n’y a pas encore de plan. Partez d’un plan fourni : il porte votre nom et votre numéro, et vous le changez jusqu’à ce qu’il vous ressemble.
plan-kind = Pour qui
plan-kind-shop = Un commerce tenu par une personne : cinq fiches
plan-kind-brand = Une marque et son équipe
plan-kind-agency = Une agence et ses clients
plan-kind-figure = Une personnalité publique
plan-language = Langue du plan
plan-person = Qui dirige
plan-phone = Son numéro de téléphone
plan-begin = Commencer avec ce plan
plan-text = Le plan en texte
plan-why = Pourquoi ce changement
plan-saved = Enregistré comme nouvelle version.
plan-begun-names = L’exemple s’appuie sur ce que le plan de votre agence ne contient pas : seuls les noms ont été gardés. Écrivez ce qui est différent chez ce client, partie par partie.
plan-begin-base = Le plan d’un client repose sur un autre : choisissez le plan en dessous. Rien n’a été commencé.
plan-clean = Rien à signaler.
plan-errors = { PLURAL($count) ->
    [one] { $count } erreur
    [many] { $count } d’erreurs
   *[other] { $count } erreurs
 }
plan-warnings = { PLURAL($count) ->
    [one] { $count } avertissement
    [many] { $count } d’avertissements
   *[other] { $count } avertissements
 }
plan-to-do = { $count } à faire
plan-error = Erreur
plan-warning = Avertissement
plan-note = À faire
plan-findings = Ce qui est trouvé, et comment y remédier
plan-line = ligne { $count }
plan-card = La carte, à imprimer ou à garder sur le téléphone
plan-too-long = Le texte compte { $size } octets ; un plan en a { $most } au plus. Rien n’a été gardé. Ce que vous avez écrit est ci-dessous : raccourcissez-le, ou partagez-le en un plan de base et des différences.
plan-conflict = Quelqu’un d’autre a changé le plan entre-temps
plan-conflict-lead = Rien de vous n’est encore enregistré et rien n’est perdu : tout est ci-dessous.
plan-theirs = Leurs changements
plan-ours = Vos changements
plan-keep-both = Garder les deux
plan-log = Versions
plan-version = Version { $count }
plan-more = … et { $count } autres
card-not-approved = Personne n’a approuvé ce texte.

## The plan as forms: sections, fields, words of closed lists

form-section-plan = Le plan lui-même
form-section-blank = Ce qui remplit les blancs
form-section-person = Personnes
form-section-role = Rôles
form-section-objective = Objectifs
form-section-strategy = Stratégies
form-section-action = Actions
form-section-risk = Risques
form-section-scenario = Scénarios
form-section-reply = Réponses
form-section-clock = Échéances
form-section-stakeholder = Parties prenantes
form-section-approval = Qui publie
form-section-escalation = Qui est prévenu
form-section-mandate = Ce que l’agence peut faire seule
form-section-freeze = Ce qui est suspendu
form-section-policy = Ce qui est dit au public
form-section-policy-in = Ce qui est dit au public dans une autre langue
form-section-conduct = Ce qui est dit à l’équipe
form-section-test = Essais du plan
form-section-lesson = Leçons des retours
form-field-title = Titre
form-field-size = Combien s’en occupent
form-field-languages = Langues
form-field-country = Pays, en deux lettres
form-field-zone = Fuseau horaire
form-field-without = Retiré du plan de base
form-field-name = Nom
form-field-phone = Numéro de téléphone
form-field-email = Adresse électronique
form-field-hours = Joignable à ces heures
form-field-absences = Absences
form-field-agency = Appartient à l’agence
form-field-people = Qui, le premier tient le rôle
form-field-text = En toutes lettres
form-field-objective = Sert l’objectif
form-field-half = Avant ou après
form-field-strategy = Fait partie de la stratégie
form-field-responsible = Responsable
form-field-deputy = Suppléant
form-field-within = À faire sous
form-field-scenarios = Scénarios ; aucun signifie tous
form-field-every = À refaire tous les
form-field-likelihood = Probabilité, de 1 à 5
form-field-impact = Gravité, de 1 à 5
form-field-queries = Entendu par ces requêtes
form-field-scenario = Scénario
form-field-cause = Cause probable
form-field-severity = Gravité de la situation
form-field-posture = Comment la responsabilité est prise
form-field-safety = Comment rester en sécurité
form-field-signs = À quoi on le reconnaît
form-field-moves = Premiers gestes, dans l’ordre
form-field-phase = Quand c’est dit
form-field-audience = À qui
form-field-channel = Où, ou comment
form-field-language = Langue
form-field-approved_by = Approuvé par
form-field-expires = Fin de l’approbation
form-field-approved_text = Empreinte du texte approuvé
form-field-kind = Quelle échéance
form-field-due = Échéance après
form-field-owner = Qui s’en charge
form-field-fallback = Qui prend le relais
form-field-pauses_at_night = En pause la nuit
form-field-power = Leur pouvoir
form-field-interest = Leur intérêt
form-field-message = Ce qu’on leur dit d’abord
form-field-authors = Qui peut écrire
form-field-any = L’un d’eux suffit
form-field-all = Chacun est nécessaire
form-field-ordered = Chacun dans cet ordre
form-field-tell = Qui prévenir
form-field-after = Le suivant après
form-field-day = De jour
form-field-night = De nuit
form-field-targets = Comptes et outils
form-field-allow = Part tout de même
form-field-complaints = Où se plaindre
form-field-answer_within = Réponse sous
form-field-answers = Qui répond
form-field-never = Nous ne faisons jamais
form-field-do = À faire
form-field-do_not = À ne pas faire
form-field-review = Vient du retour sur le dossier
form-field-changes = Ce qu’elle a changé dans le plan
form-field-tested = Éprouvée par l’exercice
form-word-solo = une personne
form-word-team = une équipe
form-word-agency = une agence avec des clients
form-word-prevention = avant : prévention
form-word-correction = après : correction
form-word-paracrisis = une paracrise : appelle une réponse
form-word-crisis = une crise : appelle l’équipe
form-word-inform = informer : que faire, et que nous nous en soucions
form-word-deny = nier : ce n’est pas vrai
form-word-diminish = atténuer : moins qu’il n’y paraît
form-word-rebuild = réparer : désolés, et réparé
form-word-bolster = renforcer : ce qui allait bien avant
form-word-holding = premiers mots
form-word-full = déclaration complète
form-word-answer = réponse à une personne
form-word-update = ce qui est nouveau
form-word-closing = c’est fini
form-word-any = n’importe où
form-word-review = sous un avis
form-word-mail = par courriel
form-word-site = sur son propre site
form-word-phone = par téléphone
form-word-counter = au comptoir
form-word-press = aux journalistes
form-word-first-assessment = première évaluation
form-word-team-assembled = équipe réunie
form-word-holding-statement = premier communiqué
form-word-full-statement = communiqué complet
form-word-next-update = prochain point
form-word-reply = répondre aux gens
form-word-low = faible
form-word-high = fort
form-word-watch = surveiller
form-word-freeze = suspendre la publicité
form-word-release = publier un texte déjà approuvé
form-hint-lines = Un par ligne.
form-hint-length = 15 min, 2 h ou 3 days (jours)
form-hint-hours = Une par ligne : mon-fri 08:00-19:00, ou daily 00:00-00:00. Rien signifie toujours.
form-hint-absences = Une par ligne : 2026-08-01..2026-08-21
form-hint-zone = Comme Europe/Paris

## The pages of these forms

plan-sections = Le modifier partie par partie
plan-as-text = Le plan entier en texte
plan-add = Ajouter
plan-short-name = Son nom court, en lettres, chiffres et tirets
plan-taken-name = Ce nom existe déjà, ou contient d’autres caractères. Rien n’a été ajouté.
plan-take-out = Le retirer…
plan-take-out-sure = Retirer { $what }
plan-take-out-kept = Les versions antérieures le gardent.
plan-autosaved = Enregistré automatiquement, version { $count }
plan-not-saved = Non enregistré : appuyez sur « Enregistrer ».
plan-field-conflict = Quelqu’un a modifié la même chose entre-temps. Votre saisie est ci-dessous, pas encore enregistrée.
plan-field-holds = Modifié entre-temps en :
plan-take-theirs = Abandonner ma saisie, voir ce qui vaut
plan-in-text-only = Ceci ne se modifie sans perte que dans le texte.
plan-needed = nécessaire
plan-from-base = du plan de base
plan-over = Posé sur le plan de { $what } : seul ce qui diffère est gardé ici.
plan-kind-client = Un client : posé sur le plan de son agence
plan-base = Le plan en dessous
plan-no-base = aucun plan
plan-base-save = Le poser sur ce plan
plan-approve = Approuver les réponses
plan-approve-lead = Lisez chaque texte à voix haute. Un texte approuvé peut partir la nuit sans autre question, jusqu’au jour où cela expire.
plan-approve-until = Jusqu’au
plan-approve-ticked = Approuver ce qui est coché
plan-approve-none = Toutes les réponses sont approuvées, aucune n’expire sous trente jours.
plan-approve-recorded = Consigné par { $by } pour { $for }
plan-approve-changed = modifiée depuis son approbation : celle-ci est caduque
plan-approve-expired = son approbation a expiré
plan-approve-was = Approuvé alors
plan-approve-was-unknown = Les mots approuvés alors ne sont pas conservés ; lisez ce texte comme un nouveau.
plan-approve-nothing = Rien n’était coché : rien n’a été approuvé.
plan-approve-past = Ce jour est passé. Choisissez un jour à partir d’aujourd’hui ; rien n’a encore été approuvé.
plan-approve-meanwhile = Des textes ont changé pendant votre lecture. Ils ne sont plus cochés : relisez-les. Rien n’a encore été approuvé.
plan-new-blank = Un blanc de plus
plan-new-blank-text = Ce qui le remplit
nav-plan = Le plan
plan-found-here = relevé : { $count }
card-not-whole = Une partie du plan n’a pas pu être lue et manque ici. Ouvrez le plan : il dit où.
plan-clients = Plans posés sur celui-ci
plan-base-end = Mettre fin pour { $what }
draft-cites = { $what } « { $said } »
draft-in-subject = Dans l’objet : { $what }
wording-anger = Mots de colère ou d’insulte, majuscules, ou plusieurs points d’exclamation.
wording-anger-why = Qui répond en colère est cité, et la réponse devient l’affaire. Tous les guides du métier le disent : restez courtois, n’entrez pas dans la dispute.
wording-anger-fix = Retirez ces mots, faites relire par quelqu’un d’autre, et répondez sur le fond.
wording-sarcasm = Ironie aux dépens de la personne à qui vous répondez.
wording-sarcasm-why = À l’écrit, l’ironie se lit comme du mépris et se partage ainsi ; ceux qui lisent prennent le parti du client.
wording-sarcasm-fix = Dites-le simplement, ou ne le dites pas.
wording-blame = La faute est rejetée sur le client ou sur un tiers.
wording-blame-why = Désigner un responsable ailleurs gâche les excuses (Youk et Park, 2022). Qui vous a acheté s’adresse à vous, quel que soit le livreur.
wording-blame-fix = Dites ce que vous faites. Le pourquoi peut suivre, une fois connu.
wording-non-apology = Des excuses pour ce que les autres ressentent, pas pour ce qui s’est passé.
wording-non-apology-why = « Désolé si cela vous a blessé » dit que le lecteur est trop sensible. Ce qui compte le plus dans des excuses est de nommer la faute (Lewicki, Polin et Lount, 2016).
wording-non-apology-fix = Nommez ce qui s’est passé et regrettez cela ; ou compatissez sans vous excuser.
wording-weasel = Des mots qui laissent ouvert quoi, qui ou quand.
wording-weasel-why = « Certains problèmes », « des erreurs ont été commises » : ce qui reste ouvert, d’autres le remplissent, rarement en votre faveur. Dites ce qui est su et ce qui ne l’est pas (manuel de communication de crise du CDC).
wording-weasel-fix = Mettez le nombre, le lieu, l’heure ou celui qui a agi ; et dites nettement ce que vous ne savez pas encore.
wording-missing-acknowledgement = Ce qui est arrivé à la personne n’est pas nommé.
wording-missing-acknowledgement-why = Qui ne retrouve pas son souci pense que personne ne l’a lu. Reconnaître la préoccupation vient avant tout le reste.
wording-missing-acknowledgement-fix = Redites en une phrase ce qui vous a été raconté, sans le juger.
wording-missing-empathy = Aucun mot pour ce que la personne a vécu.
wording-missing-empathy-why = La compassion agit aussi bien que des excuses et n’avoue rien (Coombs et Holladay, 2008).
wording-missing-empathy-fix = Dites que vous comprenez ce que cela a été ; une phrase suffit.
wording-missing-action = Rien n’est dit de ce qui a été fait ou est en cours.
wording-missing-action-why = Des mots sans actes passent pour une réponse toute faite. On veut d’abord savoir ce qui se passe maintenant.
wording-missing-action-fix = Dites une chose faite ou commencée, même petite : vérifié, retiré, appelé.
wording-missing-next-step = Ni la suite, ni à qui s’adresser.
wording-missing-next-step-why = Qui ne sait pas ce qui vient redemande, en public. Une heure pour la prochaine nouvelle apaise plus qu’une réponse hâtive.
wording-missing-next-step-fix = Dites ce qui suit et quand, ou où joindre quelqu’un.
wording-missing-name = Personne ne signe.
wording-missing-name-why = On répond plus doucement à une personne qu’à une enseigne : un nom et un « je » rendent une réponse humaine (van Noort et Willemsen, 2012).
wording-missing-name-fix = Signez d’un prénom et de votre fonction.
wording-undated-promise = Une promesse sans date.
wording-undated-promise-why = Ce qui n’a pas de date est réclamé chaque heure, et rompu aux yeux de qui attend. Un point d’information porte son heure.
wording-undated-promise-fix = Ajoutez le jour et l’heure, ne serait-ce que de la prochaine nouvelle.
wording-unlimited-promise = Une promesse sans limite.
wording-unlimited-promise-why = « Plus jamais » est démenti par la première exception, et celle-là fera parler. Personne ne peut le tenir.
wording-unlimited-promise-fix = Dites ce que vous avez changé pour que cela soit plus rare, et comment vous le verrez.
wording-early-compensation = De l’argent ou un cadeau est offert en public alors que l’affaire grandit.
wording-early-compensation-why = Offerte tôt et en public, la compensation attise la tempête ; changer de canal l’apaise (Herhausen et autres, 2019).
wording-early-compensation-fix = Invitez la personne en privé et réglez-le là.
wording-personal-data = Des données personnelles : une adresse, un numéro, un compte ou un dossier.
wording-personal-data-why = Ce qui est public est copié avant d’être effacé. Une réponse qui livre les données d’un client est une fuite à elle seule.
wording-personal-data-fix = Retirez-les, et demandez-les en privé.
wording-named-person = Un employé, un client ou un tiers est nommé.
wording-named-person-why = Qui est nommé devient la cible, et reste trouvable. La maison répond de ses gens.
wording-named-person-fix = Dites la fonction, ou rien ; seul celui qui signe est nommé.
wording-template = Un champ du modèle n’a pas été rempli.
wording-template-why = Cela montre que personne n’a relu la réponse avant l’envoi.
wording-template-fix = Remplissez-le, ou retirez-le.
wording-wrong-language = Le texte n’est pas dans la langue voulue.
wording-wrong-language-why = Qui reçoit une réponse dans une autre langue que la sienne n’a pas été entendu.
wording-wrong-language-fix = Écrivez-le dans la langue du message, ou prenez le bon modèle.
wording-repeated-accusation = L’accusation ou son mot-dièse est répété.
wording-repeated-accusation-why = Même nié, le mot colle à votre nom, et le mot-dièse porte votre réponse à tous ceux qui le suivent.
wording-repeated-accusation-fix = Dites ce qui est, avec vos mots ; laissez le mot-dièse.
wording-bare-denial = Un démenti qui ne repose sur aucun fait connu.
wording-bare-denial-why = Un démenti seul n’apporte ni confiance ni sympathie, et une preuve contraire ouvre une seconde crise.
wording-bare-denial-fix = Citez le fait et où le vérifier ; sans fait, dites que vous vérifiez.
wording-mixed-posture = Un démenti et des excuses, ou une réparation, dans un même texte.
wording-mixed-posture-why = Qui nie n’a rien à réparer : l’un enlève son crédit à l’autre (Coombs). La compassion va avec les deux.
wording-mixed-posture-fix = Choisissez : démentir avec le fait, ou réparer.
wording-copy-paste = Presque ce qui a déjà été répondu (réponse précédente { $number }).
wording-copy-paste-why = La même réponse deux fois se remarque et se montre côte à côte ; des réponses variées limitent la tempête (Herhausen et autres, 2019).
wording-copy-paste-fix = Commencez par ce que cette personne a dit, et ne gardez que ce qui vaut pour elle.
wording-long-sentence = Une phrase de { $number } mots.
wording-long-sentence-why = Qui lit bouleversé, sur un téléphone, perd le fil après 25 environ.
wording-long-sentence-fix = Faites-en deux.
wording-hard-to-read = Difficile à lire : { $number } points sur 100 (moins de 50, c’est difficile).
wording-hard-to-read-why = Mesuré d’après Flesch, par la longueur des mots et des phrases, avec les constantes de Kandel et Moles pour le français.
wording-hard-to-read-fix = Des mots plus courts, des phrases plus courtes, des verbes plutôt que des noms.
wording-too-long = Trop long pour le canal, de { $number }.
wording-too-long-why = Le canal le coupe ou le refuse.
wording-too-long-fix = Raccourcissez, ou renvoyez vers une page qui porte tout le texte.
wording-threat = Des poursuites sont annoncées, ou l’on demande de retirer ou de modifier un message.
wording-threat-why = Une menace en public rend le message célèbre. Une démarche juridique se fait par un conseil, par lettre, ou pas du tout.
wording-threat-fix = Répondez sur le fond ; laissez le droit au conseil et l’avis à son auteur.
wording-no-comment = « Aucun commentaire », sous quelque forme que ce soit.
wording-no-comment-why = Le silence passe pour un aveu, et d’autres le remplissent.
wording-no-comment-fix = Dites ce que vous savez, ce que vous ignorez, et quand vous parlerez à nouveau.
wording-trade-off-admission = Un arbitrage : des mots qu’un tribunal peut lire comme un aveu.
wording-trade-off-admission-why = D’un côté, assumer est la part la plus forte des excuses (Lewicki, Polin et Lount, 2016). De l’autre, ces mots engagent en droit et face à l’assureur. Aucune règle ne tranche.
wording-trade-off-admission-fix = Faites valider ces mots par votre conseil, ou dites ce qui s’est passé sans son nom juridique : quoi, à qui, et ce que vous faites.
wording-trade-off-silence = Un arbitrage : la responsabilité est établie, et personne ne l’assume ici.
wording-trade-off-silence-why = Se taire n’engage à rien et coûte la confiance : il manque ce qui compte le plus dans des excuses. Le dire peut engager en droit. Aucune règle ne tranche.
wording-trade-off-silence-fix = Dites ce que la maison a mal fait, avec des mots simples que le conseil a vus ; ou compatissez et dites la réparation.
wording-not-checked = Non vérifié : la relecture connaît le français, l’anglais, le frison et le néerlandais.
wording-not-checked-why = Dans une autre langue, son silence ne voudrait rien dire.
wording-not-checked-fix = Faites relire par quelqu’un qui parle cette langue.
## Le canal privé des réclamations : ce que lisent les clients

source-complaint = Réclamations
complaint-title = Dites à { $what } ce qui n’a pas été
complaint-lead = Votre message ne va qu’à { $what } ; il n’est publié nulle part. Une personne de l’équipe vous répond, sous son nom. Tous les messages sont traités de la même façon : vous n’avez rien à retirer ailleurs, et vous restez libre de le dire où vous voulez.
complaint-text = Ce qui s’est passé
complaint-text-hint = Où, quand, et ce que vous aimeriez que l’on fasse.
complaint-name = Votre nom (si vous voulez)
complaint-email = Votre adresse e-mail (si vous voulez)
complaint-email-hint = Un e-mail vous dira qu’on vous a répondu. Sans adresse, gardez le lien que montre la page suivante.
complaint-files = Photos ou fichiers PDF (si vous voulez)
complaint-files-hint = Cinq au plus, chacun de 5 Mo au plus : PNG, JPEG, WebP, PDF.
complaint-trap = Laissez ce champ vide
complaint-send = Envoyer à { $what }
complaint-language = Langue
complaint-sent = { $what } a reçu votre message
complaint-sent-lead = On vous y répondra. Ce lien est votre chemin pour revenir à la conversation : gardez-le et ne le transmettez à personne.
complaint-sent-mailed = Un e-mail avec un lien part vers l’adresse que vous avez laissée.
complaint-link = Votre lien
complaint-go = Ouvrir la conversation
complaint-other = Ou joignez-les ainsi : { $what }
complaint-shut = { $what } ne prend pas de messages ici pour le moment
complaint-shut-lead = Rien n’a été envoyé. Les conversations commencées continuent par leur lien.
complaint-too-many = Beaucoup de messages arrivent en ce moment. Le vôtre n’est pas encore pris : il est ci-dessous. Attendez quelques minutes, puis renvoyez-le.
complaint-too-large = Rien n’est envoyé : les fichiers sont trop lourds ensemble, ne sont pas arrivés à temps, ou trop arrivent en ce moment. Envoyez-en moins, ou le texte seul.
complaint-wrong-no-text = Écrivez ce qui s’est passé.
complaint-wrong-long = Le texte est trop long : { $count } caractères au plus.
complaint-wrong-name = Ce nom ne convient pas : trop long, ou avec un caractère qu’on ne voit pas.
complaint-wrong-email = Ce n’est pas une adresse e-mail comme nom@example.org.
complaint-wrong-many = Trop de fichiers : cinq au plus.
complaint-wrong-large = Un fichier dépasse 5 Mo.
complaint-wrong-kind = Un fichier n’est ni une image (PNG, JPEG, WebP) ni un PDF.
complaint-wrong-room = Il n’y a plus de place pour des fichiers aujourd’hui. Envoyez le texte seul.
complaint-wrong-waits = Aucun fichier ne peut être pris ici pour l’instant : écrivez sans fichier.
complaint-wrong-again = Rien n’est encore envoyé. Les fichiers sont à choisir de nouveau.
conversation-title = Votre conversation avec { $what }
conversation-you = Vous
conversation-of = { $who } – { $what }
conversation-open = Votre message est arrivé. Personne n’y a encore répondu.
conversation-answered = On vous a répondu.
conversation-closed = Close. Si quelque chose ne va toujours pas, écrivez : elle s’ouvre de nouveau.
conversation-closed-by = Close par { $who }
conversation-reopened-by = Rouverte par { $who }
conversation-write = Écrire encore
conversation-text = Votre message
conversation-send = Envoyer
conversation-said = C’est envoyé.
conversation-too-many = Vous venez d’écrire très souvent. Votre texte est ci-dessous : renvoyez-le dans quelques minutes.
conversation-erased = Ce qui s’est dit ici a été effacé, selon les règles de conservation de { $what }.
conversation-gone = Ce lien n’ouvre rien
conversation-gone-lead = Il est peut-être coupé : copiez-le en entier. Ou bien ce qu’il ouvrait a été effacé.
conversation-mail = E-mails sur cette conversation
conversation-mail-unconfirmed = Ce lien est venu par e-mail. D’autres e-mails peuvent-ils aller à cette adresse ?
conversation-mail-confirmed = Un e-mail vous annonce chaque réponse.
conversation-mail-stopped = Plus aucun e-mail ne va à cette adresse.
conversation-mail-yes = Oui, écrivez-moi là
conversation-mail-no = Plus d’e-mails
complaint-mail-received = { $what } a bien reçu votre message
complaint-mail-received-body = Quelqu’un a laissé cette adresse avec un message à { $what }. Si c’est vous, le lien ci-dessous ouvre votre conversation. Sinon, ouvrez-le et choisissez « Plus d’e-mails ».
complaint-mail-answered = { $what } vous a répondu
complaint-mail-answered-body = { $who } a répondu à votre message à { $what }. Lisez et répondez par le lien ci-dessous.
complaint-mail-answers = Vous pouvez aussi répondre à cet e-mail : ce que vous écrivez arrive à { $what }, fichiers compris.
complaint-mail-no-answers = Une réponse à cet e-mail n’arrive à personne : écrivez par le lien.
complaint-mail-foot = Cet e-mail ne cite rien de ce qui a été écrit. Le lien ouvre la conversation : ne le transmettez à personne.

## Le canal privé des réclamations : ce que lit l’équipe

complaints-title = Réclamations
complaints-index = Ce que l’on vous a dit en privé, et vos réponses
complaints-lead = Qui attend depuis le plus longtemps vient d’abord.
complaints-open = En attente : { $count }
complaints-answered = Répondues : { $count }
complaints-closed = Closes : { $count }
complaints-held = Mises de côté : { $count }
complaints-held-lead = Mises de côté pour la façon dont elles sont venues, jamais pour ce qu’elles disent. Elles ne comptent nulle part avant que vous les laissiez entrer ; rien n’est perdu.
complaints-none = Rien ici.
complaints-no-channel = Aucune marque ne prend encore de réclamations. Ouvrez un canal dans les réglages d’une marque.
complaint-number = Réclamation { $count }
complaint-anonymous = Quelqu’un sans nom
complaint-waits = attend depuis { $when }
complaint-moved = dernier mouvement { $when }
complaint-has = confiée à { $who }
complaint-nobody = confiée à personne
complaint-state-open = Attend une réponse
complaint-state-answered = Répondue
complaint-state-closed = Close
complaint-held-trap = Mise de côté : un champ que l’on ne voit pas était rempli.
complaint-held-fast = Mise de côté : envoyée plus vite qu’on n’écrit.
complaint-held-unsigned = Mise de côté : elle n’est pas venue par notre formulaire.
complaint-held-network = Mise de côté : beaucoup sont venues d’un même réseau à la fois.
complaint-held-flood = Mise de côté : il en est venu énormément à la fois.
complaint-held-sender = Mise de côté : beaucoup sont venues par e-mail d’une même adresse à la fois.
complaint-let-in = Laisser entrer
complaint-let-go = Laisser partir
complaint-let-go-hint = Le texte, les fichiers et le nom sont effacés ; son lien n’ouvre plus rien.
complaint-answer = Votre réponse
complaint-answer-as = On voit votre nom : { $who }.
complaint-answer-mail = Un e-mail le leur annonce, sans vous citer.
complaint-answer-no-mail = Aucun e-mail ne leur est envoyé : ils la voient par leur lien.
complaint-answer-lost = Ces personnes ont écrit par e-mail et n’ont pas de lien : tant qu’aucun e-mail ne part d’ici, votre réponse ne leur parvient pas. Qui gère Vigie règle [mail] dans vigie.toml.
complaint-answer-send = Envoyer la réponse
complaint-answered = Votre réponse se lit maintenant par leur lien.
complaint-meanwhile = Autre chose a été dit entre-temps. Lisez-le ; votre texte est gardé ci-dessous.
complaint-answer-problem = La réponse a besoin d’un texte de { $count } caractères au plus. Rien n’est parti.
complaint-mail-state-waiting = E-mail : attend de partir
complaint-mail-state-sent = E-mail : pris par le serveur
complaint-mail-state-unknown = E-mail : on ne sait pas s’il est arrivé
complaint-mail-state-failed = E-mail : pas envoyé
complaint-close = Clore la conversation
complaint-reopen = La rouvrir
complaint-mention = Comme mention
complaint-see = La conversation
complaint-customer = Qui a écrit
complaint-customer-files = Les fichiers viennent d’inconnus : ils s’enregistrent, ils ne s’affichent pas.
complaint-by-mail = Par e-mail ; l’adresse de l’expéditeur n’est pas prouvée.
complaint-by-mail-of = Par e-mail de { $who } ; l’adresse de l’expéditeur n’est pas prouvée.
complaint-by-mail-cut = Il est plus long que ce qui est lu : la fin manque.
complaint-by-mail-left-out = { PLURAL($count) ->
    [one] Un fichier n’a pas été pris.
    [many] { $count } de fichiers n’ont pas été pris.
   *[other] { $count } fichiers n’ont pas été pris.
}
complaint-by-mail-raw = Enregistrer l’e-mail tel qu’il est venu
conversation-by-mail = Par e-mail
channel-title = Réclamations en privé
channel-index = Une page où chacun peut vous écrire et reçoit une réponse signée
channel-lead = Ouvert à tous et jamais trié selon ce qui est dit : les contents et les mécontents passent par le même formulaire. Chaque réclamation est une mention de la marque et compte dans ses signaux.
channel-open = Prendre des réclamations
channel-address = Son adresse finit par
channel-address-hint = Lettres minuscules, chiffres et tirets. Vide : nous en faisons une qui ne se devine pas facilement.
channel-phone = Un autre moyen de vous joindre
channel-phone-hint = Montré quand le formulaire ne peut être pris : un numéro de téléphone, sans doute. Vide : celui du plan.
channel-sites = Sites qui peuvent montrer le formulaire, un par ligne
channel-sites-hint = Comme https://shop.example. Vide : tous le peuvent.
channel-page = La page à donner à tous
channel-snippet = Pour votre propre site
channel-snippet-lead = Collez ceci là où le formulaire doit se trouver. Il n’a besoin d’aucun script et ne pose aucun cookie.
channel-saved = Enregistré.
channel-wrong-own = Seule une marque à vous peut prendre des réclamations.
channel-wrong-address = L’adresse doit avoir 3 à 60 lettres minuscules, chiffres et tirets simples. Rien n’a changé.
channel-wrong-taken = Cette adresse est déjà prise. Rien n’a changé.
channel-wrong-phone = L’autre moyen de vous joindre est trop long, ou contient un caractère qu’on ne voit pas. Rien n’a changé.
channel-wrong-sites = Un site ressemble à https://shop.example, et il y en a vingt au plus. Rien n’a changé.
mailbox-title = Réponses par e-mail
mailbox-lead = Indiquez la boîte aux lettres de votre adresse de réclamations. Qui répond à l’un de nos e-mails écrit alors dans sa conversation ; tout autre e-mail qui y arrive est une réclamation. Rien n’y est changé, et ce qui s’y trouve déjà n’est pas lu.
mailbox-read = La boîte est lue chaque minute : son état
mailbox-not = La boîte n’est pas lue telle que vous l’avez saisie : rien n’a changé.
mailbox-address = Adresse dont les e-mails y arrivent
mailbox-address-hint = Comme reclamations@boutique.example. Une boîte à part : chaque e-mail qu’une personne y écrit devient une réclamation.
mailbox-server = Serveur IMAP
mailbox-server-hint = Comme imap.boutique.example, toujours par TLS. Vide : la boîte n’est plus lue.
mailbox-login = Identifiant
mailbox-login-hint = Vide : l’adresse.
mailbox-password = Mot de passe
mailbox-password-hint = Vide : celui qui est gardé, s’il y en a un. Il ne s’affiche plus ensuite.
mailbox-save = Essayer la boîte et la lire
## L’équipe

login-ended = Votre accès a pris fin. Adressez-vous à la personne qui vous avait invité.
person-agency = Agence
person-client = Client
person-auditor = Auditeur
person-may-until = traite, jusqu’à son dernier jour
person-may-audit = lit tout, accès compris ; ne change rien
person-may-see = voit ce qui se dit et ce qui en est fait, sans les réglages
bridge-tonight = Cette nuit : { $what }
bridge-nobody = { $what } : personne
bridge-nobody-for-hours = { $what } : personne à certaines heures
team-until = jusqu’au { $when }
team-ended = terminé le { $when }
team-in-plan = dans le plan : { $what }
team-never = n’a pas encore confirmé ses coordonnées
team-changed = a confirmé le { $when } d’autres coordonnées que celles du plan
team-stale = a confirmé ses coordonnées le { $when } : il y a plus d’un trimestre
team-confirmed = a confirmé ses coordonnées le { $when }
team-own = Le plan dit que l’on vous joint ainsi :
team-own-wrong = Non, corriger le plan
team-thanks = Merci : c’est noté.
team-ask = Demander confirmation
team-ask-hint = Chaque personne du plan qui n’a rien confirmé ce trimestre reçoit un lien : un toucher suffit. Au plus une fois par semaine.
team-asked = { PLURAL($count) ->
    [one] Une demande est en route.
   *[other] { $count } demandes sont en route.
}
team-without-login = Dans le plan, sans accès à cette adresse : { $what }. Ces personnes ne peuvent rien confirmer.
team-last-day = Dernier jour
team-last-day-hint = Vide : sans fin. Une agence en a toujours un. Ensuite plus rien ne s’ouvre, et personne n’est réveillé.
team-needs-end = Rien n’a changé : une agence a besoin d’un dernier jour.
team-past = Rien n’a changé : ce jour est passé. Pour terminer maintenant, retirez la personne.
team-not-in-plan = Rien n’a changé : le plan ne nomme personne à l’adresse de votre accès.
team-gone = Rien n’a changé : cette personne a été retirée entre-temps, ou son dernier jour est passé. Reprenez-la si c’est voulu.
team-coverage = Qui est joignable
team-coverage-lead = Par rôle du plan, maintenant et les sept prochaines nuits, de 22:00 à 07:00, à l’heure du plan ({ $what }) ; d’une nuit en cours, ce qui en reste : heures, absences et derniers jours comptent.
team-now = Maintenant
team-tonight = Cette nuit
team-nobody = personne
team-hole = { $who } ; personne de { $from } à { $until }
team-no-plan = Il n’y a pas encore de plan avec des rôles : sans lui, nul ne sait qui manque.
team-review = Est-ce encore la bonne équipe ?
team-review-lead = Après chaque cas et chaque semestre : qui manque, qui est parti, quelle compétence ?
team-review-do = Oui, l’équipe est la bonne
team-review-never = La composition n’a pas encore été revue.
team-review-old = Revue pour la dernière fois le { $when } : il y a plus de six mois.
team-review-case = Dernier examen le { $when } ; un dossier a été clos depuis.
team-review-done = Revue le { $when }.
staff-title = Pour le personnel sans accès
staff-lead = Un lien ouvre les consignes du plan au personnel, et rien d’autre. Il vaut jusqu’à ce que vous le retiriez.
staff-name = Pour qui ? (la cuisine, la boutique)
staff-do = Créer un lien
staff-fresh = Transmettez ce lien au personnel. Il ne sera plus montré.
staff-made = créé le { $when }
staff-withdraw = Retirer
conduct-title = Quand on parle de nous
conduct-lead = Ce que chacun peut faire, et ne pas faire.
conduct-tell = Prévenez
confirm-title = Êtes-vous joint ainsi ?
confirm-lead = Le message dit comment. Touchez une fois si c’est encore juste.
confirm-do = Oui, c’est juste
confirm-kept = Vous êtes joint ainsi : { $what }
confirm-changed = Le plan a changé entre-temps.
confirm-changed-do = Rien n’a été noté. Regardez sur la page de l’équipe ce qu’il dit maintenant.
confirm-nothing-do = Ce lien n’est pas bon, ou plus. La page de l’équipe dit ce qui est noté.
confirm-ask-title = { $what } : êtes-vous joint ainsi ?
confirm-ask-body = Le plan de { $what } dit que l’on vous joint ainsi : { $contact }. Si c’est juste, ouvrez le lien et touchez une fois. Sinon, corrigez le plan.
ready-title = Sommes-nous prêts ?
ready-index = Une note avec ses raisons, et ce qui manque à chaque risque
ready-score = { $score } sur 100
ready-lead = Chaque point qui manque a sa raison. La note compare l’équipe à elle-même, et à rien d’autre.
ready-whole = Il ne manque rien que Vigie sache voir.
ready-reasons = Ce qui manque
ready-cost = { PLURAL($count) ->
    [one] { $count } point
   *[other] { $count } points
}
ready-no-plan = Il n’y a pas de plan où quelqu’un ait un rôle.
ready-plan-errors = { PLURAL($count) ->
    [one] { $count } point du plan échouerait.
   *[other] { $count } points du plan échoueraient.
}
ready-plan-warnings = { PLURAL($count) ->
    [one] { $count } point du plan marcherait mal.
   *[other] { $count } points du plan marcheraient mal.
}
ready-tonight = { PLURAL($count) ->
    [one] Cette nuit, un rôle n’a personne à certaines heures.
   *[other] Cette nuit, { $count } rôles n’ont personne à certaines heures.
}
ready-nights = { PLURAL($count) ->
    [one] Dans les nuits suivantes, un trou.
   *[other] Dans les nuits suivantes, { $count } trous.
}
ready-untested = { PLURAL($count) ->
    [one] Une personne appelée n’a jamais touché d’essai.
   *[other] { $count } personnes appelées n’ont jamais touché d’essai.
}
ready-unconfirmed = { PLURAL($count) ->
    [one] Une personne du plan n’a pas confirmé ses coordonnées ce trimestre.
   *[other] { $count } personnes du plan n’ont pas confirmé leurs coordonnées ce trimestre.
}
ready-unheard = { PLURAL($count) ->
    [one] Rien n’écoute pour un risque.
   *[other] Rien n’écoute pour { $count } risques.
}
ready-no-scenario = { PLURAL($count) ->
    [one] Un risque n’a pas de scénario.
   *[other] { $count } risques n’ont pas de scénario.
}
ready-no-reply = { PLURAL($count) ->
    [one] Pour un risque, rien n’est prêt à dire.
   *[other] Pour { $count } risques, rien n’est prêt à dire.
}
ready-no-drill = { PLURAL($count) ->
    [one] Un risque n’a pas été joué depuis six mois.
   *[other] { $count } risques n’ont pas été joués depuis six mois.
}
ready-untrained = { PLURAL($count) ->
    [one] Une personne qui a un rôle n’a pas montré depuis un an qu’elle voit les risques, répond et parle.
   *[other] { $count } personnes qui ont un rôle n’ont pas montré depuis un an qu’elles voient les risques, répondent et parlent.
}
ready-expired = { PLURAL($count) ->
    [one] Une approbation a expiré.
   *[other] { $count } approbations ont expiré.
}
ready-void = { PLURAL($count) ->
    [one] { $count } réponse a changé depuis son approbation : l’approbation est caduque.
    [many] { $count } de réponses ont changé depuis leur approbation : les approbations sont caduques.
   *[other] { $count } réponses ont changé depuis leur approbation : les approbations sont caduques.
}
ready-unapproved = { PLURAL($count) ->
    [one] Une réponse n’a été approuvée par personne.
   *[other] { $count } réponses n’ont été approuvées par personne.
}
ready-team = La composition de l’équipe n’a pas été revue depuis six mois, ou depuis la clôture d’un dossier.
ready-mend-no-plan = Commencer avec un plan fourni
ready-mend-plan = Lire dans le plan ce qui est à corriger
ready-mend-nights = Nommer un suppléant, ou d’autres heures
ready-mend-untested = Envoyer un essai et le toucher
ready-mend-unconfirmed = Demander confirmation
ready-mend-unheard = Enregistrer une requête de ce nom ou de ce texte : Réglages → marque
ready-mend-scenario = Nommer un scénario dans le plan
ready-mend-reply = Écrire une réponse dans chaque langue de la marque
ready-mend-drill = Jouer le scénario un quart d’heure, puis le noter ici
ready-mend-untrained = Jouer un exercice ensemble, ou suivre la formation par le lien du personnel (par le lien, chacun dit lui-même qui il est)
ready-mend-approval = Relire et approuver dans le plan
ready-mend-team = La revoir sur la page de l’équipe
ready-matrix = Chaque risque, et ce qui est prêt
ready-matrix-lead = Le plus grave d’abord. ✕ est un trou.
ready-risk = Risque
ready-query = Écoute
ready-scenario = Scénario
ready-reply = Réponses
ready-drill = Joué le
ready-none = manque
ready-queries = { PLURAL($count) ->
    [one] { $count } requête
   *[other] { $count } requêtes
}
ready-replies = { PLURAL($count) ->
    [one] { $count } réponse
   *[other] { $count } réponses
}
ready-rehearsed = Nous avons joué
ready-rehearsed-hint = Avec ou sans Vigie : à table, un quart d’heure, avec le plan.
ready-rehearsed-do = Noter pour aujourd’hui

## La salle de crise : ce que Vigie en dit elle-même
case-holding = Nous avons vu les messages à propos de { $what } et nous vérifions ce qui s’est passé. Nous en dirons plus ici à { $next }. { $who }
case-holding-phone = Nous avons vu les messages à propos de { $what } et nous vérifions ce qui s’est passé. Vous pouvez nous appeler au { $phone }. Nous en dirons plus ici à { $next }. { $who }
case-holding-hurt = Nous avons vu les messages à propos de { $what } et nous vérifions ce qui s’est passé. Si ce dont ils parlent vient de chez nous et se trouve chez vous, ne le mangez pas et ne vous en servez pas. Si vous êtes blessé ou vous sentez mal, appelez un médecin, ou le { $emergency } si c’est grave. Nous en dirons plus ici à { $next }. { $who }
case-holding-hurt-phone = Nous avons vu les messages à propos de { $what } et nous vérifions ce qui s’est passé. Si ce dont ils parlent vient de chez nous et se trouve chez vous, ne le mangez pas et ne vous en servez pas. Si vous êtes blessé ou vous sentez mal, appelez un médecin, ou le { $emergency } si c’est grave. Vous pouvez nous appeler au { $phone }. Nous en dirons plus ici à { $next }. { $who }
case-clock-assessment = première évaluation
case-clock-team = équipe réunie
case-clock-holding = message d’attente
case-clock-full = communiqué complet
case-clock-update = point promis
case-clock-reply = réponse à une personne
case-clock-task = tâche { $count }
case-clock-approval = validation du texte { $count }
case-clock-legal = délai légal { $what }
case-clock-measure = mesure { $count }
case-step-signal = Signalement
case-step-paracrisis = Paracrise
case-step-crisis = Crise
case-step-follow-up = Suivi
case-step-closed = Clos
case-step-dismissed = Écarté
answer-title = Répondre
answer-free = Personne n’y répond encore.
answer-claim = J’y réponds
answer-held = { $what } y répond.
answer-in-case = Le dossier { $count } y répond.
answer-let-go = La rendre
answer-write = Écrire une réponse
answer-pass = La confier
answer-from = en tant que { $what }, sous la publication
answer-by-hand = Je la publie à la main
answer-go-lead = La vérification n’a rien trouvé : vous la validez seul. Dix secondes pour la reprendre.
answer-go = L’envoyer telle qu’elle est ici
answer-submit-lead = La vérification a trouvé quelque chose, ou le texte n’est pas de vous : quelqu’un d’autre le lit aussi.
case-tell-title = { $what } : dossier { $n }
case-tell-called = Une crise est ouverte. On a besoin de vous comme : { $what }
case-tell-leads = Vous menez ce dossier désormais.
case-tell-clock = Délai dépassé : { $what }, prévu { $when }. C’est à vous.
case-tell-approve = Le texte { $count } attend votre validation.
case-tell-task = La tâche { $count } est à vous.
case-tell-note = La note { $count } vous appelle.
case-tell-mention = Une mention vous est confiée : à vous d’y répondre.
case-tell-unknown = Personne ne sait si le texte { $count } est publié : vérifiez avant toute chose.
case-tell-refused = Le texte { $count } n’est pas parti.
case-tell-back = Cela revient : { $count }, plus que le seuil fixé. Le dossier est rouvert.
case-tell-held = La mesure { $count } est close : son test est tenu.
case-tell-rose = Le bruit dure, ou revient : le dossier passe à « { $what } ».
case-tell-answer = { $what } : réponse à une mention
case-letter-subject = Un message de { $what }
case-head-title = { $what } : l’empreinte du dossier { $n }
case-head-body = Gardez ce message. Avec cette empreinte, rien de ce qui précède ne peut être changé sans que cela se voie : vigie case verify DOSSIER --head { $what }
case-head-rings = Ceci sonne et ne garde rien : notez l’empreinte ailleurs, ou ajoutez votre adresse de courriel là où l’on vous joint. { $what }
## The folder of a case, verified
case-broken-record = Enregistrement { $number } : { $why }
case-broken-missing = L’enregistrement { $number } et la suite manquent : le manifeste en compte davantage
case-broken-added = L’enregistrement { $number } a été ajouté à la fin : le manifeste en compte moins
case-broken-head = Enregistrement { $number } : le manifeste a été signé sur un autre
case-broken-earlier = Enregistrement { $number } : lui-même, ou quelque chose avant lui, n’est plus ce qu’il était quand cette tête a quitté la maison
case-broken-other-key = Enregistrement 1 et tous les suivants : signés avec la clé { $key }, qui n’est pas celle que vous avez donnée
case-broken-manifest = manifest.json : { $why }
case-broken-text = texts.jsonl, ligne { $line } : { $why }
case-broken-capture = captures/{ $name } : le contenu n’est pas ce qui a été capturé
case-broken-beside = { $name } : il manque, ou n’est plus ce que le manifeste a signé
case-flaw-unreadable = il n’est pas écrit comme un enregistrement
case-flaw-number = il porte le numéro { $number } : un enregistrement a été retiré, ajouté ou déplacé ici
case-flaw-order = il ne suit pas l’enregistrement précédent
case-flaw-changed = ses octets ne sont pas ceux de son empreinte
case-flaw-name = son nom n’est pas celui de ce qu’il raconte
case-manifest-cut = il est coupé
case-manifest-unreadable = il n’est pas écrit comme un manifeste
case-manifest-newer = une version plus récente de Vigie l’a écrit : vérifiez-le avec elle
case-manifest-key = sa clé n’en est pas une
case-manifest-signature = sa signature n’en est pas une
case-text-unreadable = il n’est pas écrit comme un texte
case-text-salt = son sel n’en est pas un
case-text-changed = ce n’est pas le texte que le journal désigne
case-text-unnamed = aucun enregistrement ne le désigne
case-text-twice = il y figure deux fois
case-unproven-origin = Non prouvé : que votre maison l’a fait. La clé est celle du dossier lui-même ; quiconque aurait tout refait avec sa propre clé passerait. Donnez la clé de la maison (--key) ou une tête antérieure (--head).
case-unproven-after = Non prouvé : ce qui suit l’enregistrement { $number }. Cela a pu être refait, ou coupé.
case-unproven-signer = Non prouvé : que la maison elle-même ne l’a pas refait avant de signer. Une tête antérieure (--head) le prouverait.
case-holds = Le dossier exporté est intact : { PLURAL($count) ->
    [one] un enregistrement, ni modifié, ni retiré, ni ajouté, ni déplacé
    [many] { $count } d’enregistrements, aucun modifié, retiré, ajouté ou déplacé
   *[other] { $count } enregistrements, aucun modifié, retiré, ajouté ou déplacé
}.
case-does-not-hold = Le dossier exporté n’est pas intact. Rien n’y a été changé ; gardez-le tel quel.
case-head = Tête, à garder ailleurs : { $head }
case-key = Signé avec la clé { $key }
case-erased = { PLURAL($count) ->
    [one] Un texte a été effacé, comme le dit le journal
    [many] { $count } de textes ont été effacés, comme le dit le journal
   *[other] { $count } textes ont été effacés, comme le dit le journal
} : la chaîne tient sans cela.
case-still-there = { PLURAL($count) ->
    [one] Un texte s’y trouve encore alors que le journal le dit effacé
    [many] { $count } de textes s’y trouvent encore alors que le journal les dit effacés
   *[other] { $count } textes s’y trouvent encore alors que le journal les dit effacés
} : retirez-les, ou exportez le dossier à nouveau.
case-erased-captures = { PLURAL($count) ->
    [one] Une capture a été effacée, le journal le dit
   *[other] { $count } captures ont été effacées, le journal le dit
} : la chaîne tient sans elles.
case-still-captured = { PLURAL($count) ->
    [one] Une capture est encore là alors que le journal la dit effacée
   *[other] { $count } captures sont encore là alors que le journal les dit effacées
} : retirez-les, ou exportez le dossier à nouveau.
case-missing-texts = { PLURAL($count) ->
    [one] Un texte manque
    [many] { $count } de textes manquent
   *[other] { $count } textes manquent
} sans que le journal parle d’un effacement.
case-missing-captures = { PLURAL($count) ->
    [one] Une capture manque
    [many] { $count } de captures manquent
   *[other] { $count } captures manquent
}.
case-beside = Hors de la preuve : { $name }

## La salle de crise : ses pages
nav-cases = Dossiers
cases-title = Dossiers de crise
cases-none = Aucun dossier n’est ouvert.
cases-over = Clos récemment
case-crisis = Ouvrir une crise
case-crisis-lead = Un geste ouvre le dossier, donne les rôles à qui est là, lance les délais, conserve les preuves et rédige un premier texte. Rien n’est publié.
case-crisis-brand = Pour qui
case-crisis-said = Ce qui s’est passé, avec vos mots
case-crisis-hurt = Des personnes peuvent être en danger
case-crisis-do = Crise : ouvrir le dossier
case-no-lead = personne ne mène encore
case-line = { $who }, dernier mouvement { $when }
case-clock-due = { $what } : { $when }
case-clock-late = { $what } : dépassé, { $when }
case-clock-paused = { $what } : suspendu (prévu { $when })
case-title = { $what } : dossier { $n }
case-led = Mené par : { $who }. Ouvert { $when }.
case-task-due = { $who }, avant { $when }
case-nobody = personne
case-somebody = quelqu’un qui est parti
case-of-signal = Pour le signalement { $what }
case-called-without-words = Ouvert sans un mot.
case-kept = C’est enregistré.
case-gone = (effacé)
case-private = (écrit en privé)
case-safety = D’abord : protéger les personnes
case-safety-default = Mettez les personnes à l’abri ; appelez les secours si quelqu’un est blessé. S’il s’agit d’un produit : arrêtez la vente, gardez le lot et ce qu’il en reste. Prévenez ensuite l’autorité et votre assureur.
case-action-stop-selling = Arrêter la vente, ou ce qui peut blesser.
case-action-keep-batch = Garder le lot et ce qu’il en reste, avec étiquettes et bons de livraison.
case-action-call-authority = Prévenir l’autorité compétente ; si quelqu’un va mal maintenant, d’abord les secours.
case-action-call-insurer = Appeler l’assureur : ce qui s’est passé, quand, qui. Ne rien reconnaître par écrit avant cela.
case-unplanned = Aucun plan n’est enregistré : des réglages par défaut s’appliquent. Les délais sont ceux du plan fourni, le propriétaire mène, et à plusieurs un autre propriétaire ou responsable valide chaque texte. Enregistrez votre plan :
case-now = Maintenant
case-clock-met = C’est fait
case-how = Comment on le sait
case-nothing-waits = Rien n’attend personne.
case-waits-mine = Textes qui attendent votre validation : { $what }
case-waits-unknown = Personne ne sait si ces textes sont publiés : { $what }
case-waits-approvals = Textes en attente de validation : { $what }
case-waits-correct = Textes publiés qui reposent sur ce qui n’est plus vrai : { $what }
case-waits-vacant = Rôles que personne ne tient : { $what }
case-freeze-confirmed = Le marketing est suspendu depuis { $when } : { $held } messages retenus, { $left } laissés passer comme le plan le permet, le reste était publié.
case-freeze-pending = Le marketing est en cours de suspension : { $held } messages retenus, { $left } laissés passer ; pas encore confirmé.
case-hand-account = Vérifiez vous-même que { $name } ne publie rien : personne n’a pu voir ni dire qu’il retient. { $why } C’est là : { $link }
case-hand-post = Arrêtez une publication à la main : « { $text } » part le { $when } de { $name }, dont l’outil ne la retient pas. { $why } C’est là : { $link }
case-shelve-lead = Il reste dans la liste et n’est plus travaillé : on ne le reprend pas, on le réécrit.
case-task-open = à faire
case-corrects = Il corrige
case-promise = Promettre un point
case-promise-until = Pour quand (heure de la marque)
case-freeze = Le marketing
case-freeze-posts = Les messages, un par un
case-freeze-end = Mettre fin au gel
case-freeze-lift-lead = Les nouveaux messages repartent. Ce qui est retenu le reste jusqu’à ce que quelqu’un en décide.
case-freeze-lift = Lever le gel
case-freeze-undo-lead = C’était une erreur : ce qui n’est pas en retard part comme prévu.
case-freeze-undo = Annuler le gel
case-waits-counsel = Pour une question de droit, aucun délai n’est connu ici : demandez à votre conseil.
case-texts = Textes
case-text = Texte { $count }
case-stops = Stop :
case-approve = Valider exactement ceci
case-decline = Ne pas valider
case-why = Pourquoi
case-release-lead = Vous travaillez en solo : relisez tout, avec les remarques. Votre nom en répond.
case-release = Je valide en solo
case-send-lead = Vous pouvez annuler pendant dix secondes.
case-send = Publier
case-copied = Vous l’avez copié à la main : le lien du message publié
case-copied-do = C’est en ligne
case-unknown-lead = Il est peut-être publié, ou non. Vérifiez d’abord sur place : ensuite seulement on pourra réessayer.
case-found = Où il se trouve (vide : il n’y est pas)
case-resolve = J’ai vérifié
case-despite = Pourquoi il part malgré les remarques (seulement dans ce cas)
case-submit = Demander la validation
case-revise = Changer le texte
case-wording = Le texte exact
case-shelve = Le mettre de côté
case-draft = Écrire un texte
case-draft-do = Garder le texte
case-form = De quelle sorte
case-to = Où il va
case-to-updates = Page publique des points de situation
case-to-site = votre site, copié à la main
case-to-press = presse, copié à la main
case-to-mail = une lettre par courriel
case-letter = Pour une lettre
case-letter-to = À quelle adresse
case-letter-about = Objet (vide : celui de Vigie, avec le nom de la marque)
case-cites = Il repose sur
case-alternatives = Partir d’un texte du plan (laissez le texte vide)
case-facts = Ce que l’on sait
case-facts-none = Rien n’est encore au tableau.
case-fact = Le fait, ou la question
case-fact-add = Ajouter au tableau
case-fact-change = C’est autrement
case-fact-is = Avec quelle certitude
case-fact-retract = faux : le rayer
case-fact-source = Qui le dit
case-tasks = Tâches
case-tasks-none = Il n’y a encore rien à faire.
case-task-done = Fait
case-task-result = Avec quel résultat
case-task-aside = À ne pas faire
case-task-add = Confier une tâche
case-task-what = Ce qu’il faut faire
case-task-owner = Qui s’en charge
case-triage = Quelle gravité, et à quel volume
case-questions-do = Répondre aux questions
case-scenario = De quel scénario du plan il s’agit
case-scenario-do = Prendre ses étapes comme tâches
case-roles = Qui fait quoi
case-lead-do = Passer la main
case-lead-to = À qui
case-step-do = Changer d’étape
case-step-to = À quelle étape
case-log = Ce qui s’est passé
case-note = Une note
case-note-for = Qui la lit
case-note-do = Garder la note
case-asked = Validation demandée à : { $what }
case-form-wrong = Le formulaire est abîmé ou incomplet. Rien n’a été enregistré : rechargez la page.
case-kept-words = Ce que vous avez écrit, à copier

case-news = { PLURAL($count) ->
    [one] Un fait nouveau depuis votre dernier passage
   *[other] { $count } faits nouveaux depuis votre dernier passage
}
case-waits-task = À faire par vous : { $what }
case-waits-more = Autres tâches pour vous : { $count }
case-waits-mentions = Mentions auxquelles vous répondez : { $count }
case-waits-twice = Ces textes sont publiés plusieurs fois : { $what }
case-clock-change = Changer ce délai
case-clock-resume = Le relancer
case-clock-pause = Le suspendre
case-clock-drop = N’est plus demandé
case-hand-over = Confier à quelqu’un d’autre
case-task-reopen = Finalement à faire
case-against = En contradiction avec ce qui a été dit :
case-against-stance = le texte { $count } prend une position incompatible.
case-against-uncorrected = le texte { $count } repose sur le fait { $fact }, qui ne tient plus, et rien ne le corrige encore.
case-against-certainty = le texte { $count } donne le fait { $fact } avec une autre certitude.
case-apart-number = Un autre nombre que dans le texte { $count } :
case-apart-when = Un autre jour ou une autre heure que dans le texte { $count } :
case-apart-name = Un autre lieu que dans le texte { $count } :
case-apart-yes-no = Le contraire de ce que dit le texte { $count } :
case-apart-said = il disait
case-apart-here = celui-ci dit
case-pass-over = C’est juste ainsi
case-passed-over = (quelqu’un a dit dans le journal pourquoi)
case-promises = Il promet des nouvelles à (heure de la marque)
case-promises-hint = Comme le texte le dit ; vide s’il n’en promet pas. Le délai des prochaines nouvelles court dès qu’il est publié.
case-promise-past = L’heure que ce texte promet est passée ({ $what }) : changez d’abord ses mots.
case-fallback-lead = Personne n’a répondu à temps. Le plan vous permet de valider ce texte tel quel : il a été approuvé en période calme.
case-fallback = Valider à leur place
case-mentions = Mentions à traiter
case-mentions-none = Aucune mention n’est encore prise en charge dans ce dossier.
case-mentions-all = Toutes les mentions de cette marque
case-mention = Mention de { $what }
case-mention-plain = Mention
case-mention-waiting = Parmi celles de la marque qui attendent
case-mention-take = Prendre une autre mention
case-mention-number = Une autre, par son numéro, tel que l’adresse de sa page le donne
case-mention-held = { $who } s’en charge, depuis { $when }
case-answered-outside = Déjà répondu, hors de ce dossier, par { $who }, { $when }
case-mention-free = Personne ne s’en charge encore.
case-claim = Je m’en charge
case-answer = Écrire la réponse
case-let-go = Ne plus s’en charger
case-author = Écrit par
case-author-followers = Abonnés : { $count }
case-author-first = Rien d’autre de cette personne sur nous n’est connu.
case-author-answered = répondu
case-author-unanswered = sans réponse
case-offered = Proposé :
case-offer = Noter ce qui est proposé
case-offer-what = Ce qui leur est proposé
case-offer-amount = Combien (vide : pas d’argent)
case-offer-by = Qui l’a autorisé
case-exit-rules = Le signaler à sa plateforme
case-exit-illegal = Le notifier comme illicite
case-exit-reason = Pour quel motif
case-capture = Le conserver comme preuve
case-to-mention = Sous la mention, depuis
case-to-conversation = Dans la conversation de leur réclamation
case-to-review = Sous l’avis, copié à la main
case-stakeholders = Qui prévenir
case-stakeholders-none = Le plan ne nomme personne à prévenir.
case-told = Prévenu { $when } par { $who }.
case-told-not = Pas encore prévenu.
case-tell = Je les ai prévenus
case-tell-what = Ce qui a été dit, et comment
case-tell-at = Quand (vide : maintenant)
case-figures = Chiffres rapportés
case-figures-none = Personne n’a encore rapporté de chiffre.
case-figure-do = Rapporter un chiffre
case-figure-of = De quoi : appels au magasin, boîtes vendues…
case-figure-many = Combien
case-figure-kind = Comment on le sait
case-figure-counted = compté, un par un
case-figure-at-least = au moins autant
case-figure-reported = quelqu’un le dit
case-figure-at = À quel moment (vide : maintenant)
case-legal = Délais légaux
case-legal-lead = Un délai court à partir de ce qu’une personne nommée déclare ; Vigie n’en déduit aucun, et ceci n’est pas un conseil juridique.
case-legal-matter = De quoi il s’agit
case-legal-start = À partir de quoi il court
case-legal-since = Depuis quand (heure de la marque)
case-legal-why = Sur quelle base
case-legal-proof = Le numéro de la mention qui le prouve, s’il y en a une
case-legal-do = Je le déclare
case-legal-unknown = Aucun délai n’est connu ici : demandez à votre conseil.
case-legal-met = plus rien ne court ; déclaré pour
case-stance = Position
case-stance-do = Prendre une autre position
case-bolster = Rappeler aussi ce qui a été bien fait
case-loudness = Avec quelle portée
case-loudness-do = Répondre plus largement, ou plus discrètement
case-role = Rôle
case-role-do = Donner un rôle à quelqu’un
case-freeze-do = Suspendre le marketing maintenant
case-note-call = Alerter quelqu’un
case-export = Télécharger le dossier : il se prouve lui-même
case-as-of = État au { $what }
case-sheet = Questions et réponses
case-sheet-lead = Pour le comptoir, le téléphone et la presse : dites ceci, mot pour mot, et rien d’autre.
case-sheet-none = Rien n’a encore été dit publiquement. Nous avons vu et nous vérifions.
case-sheet-not-yet = Nous ne le savons pas encore, et nous le dirons dès que nous le saurons.
case-sheet-said = Ce que nous avons dit
case-sheet-no-next = Aucune heure n’est promise pour la suite.
case-brief = Note pour la direction
case-told-client = Où en est le dossier
case-brief-step = Étape
case-brief-began = Début
case-brief-opened = Ouvert
case-brief-lead = Mené par
case-brief-next = Nouvelles promises pour
case-brief-held = Messages programmés retenus, à décider
case-brief-said = Ce qui a été dit
case-brief-notes = Notes pour l’extérieur de l’équipe
case-brief-decided = Ce qui a été décidé
case-night = Une question par écran
case-night-place = { $n } sur 7
case-night-room = Tout le dossier
case-night-hurt = Quelqu’un est-il blessé ou malade, ou pourrait l’être ?
case-night-safe-done = C’est fait
case-night-safe-later = Pas encore : me le rappeler dans un quart d’heure
case-night-say = Voici ce que tout le monde lira
case-night-say-do = Publier
case-night-none = Il n’y a pas encore de texte.
case-night-later = Pas maintenant
case-night-go = Continuer
case-night-free = Aucun compte qui publie tout seul n’est relié, ou rien n’y est suspendu.
case-night-who = Qui d’autre doit le savoir cette nuit ?
case-night-everybody = Tous ceux que le plan nomme sont prévenus, ou il ne nomme personne.
case-night-next = Pour quand les prochaines nouvelles sont-elles promises ?
case-night-sleep = Vous pouvez poser le téléphone
case-night-wakes = { $when }, vous serez rappelé pour : { $what }

updates-title = { $what } : ce que nous savons
updates-next = Prochain point : { $when }
updates-late = Un point était promis pour { $when } ; il a du retard.
updates-closed = C’est terminé depuis le { $when }.
updates-holding = Premier message
updates-statement = Communiqué
updates-update = Point de situation
updates-head = { $what }, le { $when }
updates-corrected = Corrigé : { $when }
updates-corrects = Ceci corrige ce qui a été dit : { $when }.
updates-feed = Suivre cette page (Atom)
updates-none = Il n’y a rien à signaler pour le moment.

## The case room: its log, its refusals, the names of things
case-log-opened-signal = a ouvert le dossier après un signalement, à l’étape « { $what } »
case-log-opened-mention = a ouvert le dossier après une mention, à l’étape « { $what } »
case-log-opened-call = a ouvert le dossier après un appel, à l’étape « { $what } »
case-log-taken-up-signal = a joint un autre signalement à ce dossier
case-log-taken-up-mention = a joint une autre mention à ce dossier
case-log-taken-up-call = a joint un autre appel à ce dossier
case-log-sensed-calm = n’a rien entendu de plus que d’habitude
case-log-sensed-notice = a entendu plus que d’habitude
case-log-sensed-alert = a entendu bien plus que d’habitude, ou un message grave
case-log-stepped = a fait passer le dossier de « { $from } » à « { $to } »
case-log-stepped-loud = a fait passer le dossier de « { $from } » à « { $to } » : le bruit a duré
case-log-stepped-calm = a fait passer le dossier de « { $from } » à « { $to } » : le calme a duré
case-log-stepped-back = a fait passer le dossier de « { $from } » à « { $to } » : c’est revenu
case-log-began-exact = a noté quand cela a commencé : { $when }
case-log-began-about = a noté vers quand cela a commencé : { $when }
case-log-assigned = a attribué le rôle « { $what } »
case-log-assigned-next = a attribué le rôle « { $what } » au suivant de la liste (absences avant : { $count })
case-log-assigned-nobody = n’a pu joindre personne pour le rôle « { $what } »
case-log-lead-given = a confié la conduite du dossier
case-log-lead-handed-over = a transmis la conduite du dossier
case-log-scenario = a choisi le scénario « { $what } »
case-log-triaged = a répondu aux questions du tri
case-log-posture = a choisi la posture « { $what } »
case-log-posture-bolster = a choisi la posture « { $what } », avec ce qui a été bien fait auparavant
case-log-loudness = a choisi la portée de la réponse : { $what }
case-log-captured = a gardé une preuve avant qu’elle ne disparaisse
case-log-captured-mention = a gardé une mention avant qu’elle ne disparaisse
case-log-erased = { PLURAL($count) ->
    [one] a effacé { $count } texte pour la protection des données
   *[other] a effacé { $count } textes pour la protection des données
    }
case-log-cleared = { PLURAL($count) ->
    [one] a effacé { $count } texte ou capture pour la protection des données
   *[other] a effacé { $count } textes et captures pour la protection des données
    }
case-log-clock-started = a lancé l’échéance { $count } : { $what } (prévue : { $when })
case-log-incident = { $what } (incident numéro { $count })
case-log-clock-paused = a suspendu l’échéance { $count }
case-log-clock-resumed = a relancé l’échéance { $count } (prévue : { $when })
case-log-clock-met = a tenu l’échéance { $count }
case-log-clock-missed = a vu passer l’échéance { $count }
case-log-clock-told = a prévenu qui répond de l’échéance { $count } qu’elle est passée
case-log-clock-escalated = a passé l’échéance { $count } au suivant de la liste (échelon { $rung })
case-log-clock-dropped = a abandonné l’échéance { $count }
case-log-promised = a promis des nouvelles au public (au plus tard : { $when })
case-log-declared-awareness = a déclaré depuis quand c’est connu : { $what }, { $when }
case-log-declared-publication = a déclaré la première publication : { $what }, { $when }
case-log-declared-demand = a déclaré l’arrivée de la demande : { $what }, { $when }
case-log-declared-unknown = { $what } (aucun délai légal connu ici : demandez à votre conseil)
case-log-fact-stated = a inscrit le fait { $count } au tableau : { $what }
case-log-fact-moved = a déplacé le fait { $count } au tableau, désormais : { $what }
case-log-fact-retracted = a retiré le fait { $count }
case-log-task-opened = a ouvert la tâche { $count } du plan : { $what }
case-log-task-added = a ajouté la tâche { $count }
case-log-task-due = { $what } (échéance : { $when })
case-log-task-handed-over = a transmis la tâche { $count }
case-log-task-done = a fait la tâche { $count }
case-log-task-set-aside = a mis de côté la tâche { $count }
case-log-task-reopened = a rouvert la tâche { $count }
case-log-noted = a écrit la note { $count }, visible pour { $what }
case-log-reported = a rapporté un chiffre : { $what }
case-log-told = a informé « { $what } »
case-log-told-text = a informé « { $what } » par le texte { $count }
case-log-drafted = a rédigé le texte { $count } : { $form }, { $target }
case-log-drafted-correction = a rédigé le texte { $count }, qui corrige le texte { $other } : { $form }, { $target }
case-log-revised = a modifié le texte { $count }
case-log-checked-clean = a vérifié la formulation du texte { $count } sans rien trouver
case-log-checked-found = a vérifié la formulation du texte { $count } (raisons d’arrêter : { $stops }, à regarder : { $warnings })
case-log-checked-not = n’a pas vérifié la formulation du texte { $count } : sa langue n’est pas vérifiée
case-log-submitted = a demandé la validation du texte { $count }
case-log-submitted-despite = a demandé la validation du texte { $count } malgré ce qui s’y oppose
case-log-approved = a validé le texte { $count }
case-log-declined = a refusé de valider le texte { $count }
case-log-released = a donné le feu vert au texte { $count } : toutes les validations y sont
case-log-released-alone = a donné le feu vert au texte { $count } sans autre validation, après l’avoir relu en entier
case-log-released-fallback = a donné le feu vert au texte { $count } en relais prévu par le plan, le temps de validation passé
case-log-outgrown = a redemandé la validation du texte { $count } : le dossier a grandi et il faut plus d’accords
case-log-outgrown-nobody = a repris le texte { $count } : le dossier a grandi et personne ne peut lui donner le feu vert tel quel
case-log-recalled = a repris le texte { $count } : le fait { $fact } ne le porte plus
case-log-intended = a demandé l’envoi du texte { $count } (au plus tôt : { $when })
case-log-undone = a arrêté le texte { $count } avant son envoi
case-log-trying = a commencé à envoyer le texte { $count } (essai { $try })
case-log-sent = a envoyé le texte { $count }
case-log-refused = n’a pu envoyer le texte { $count } : la cible l’a refusé
case-log-unknown = ne sait pas si le texte { $count } est publié
case-log-resolved-there = a vérifié : le texte { $count } est bien là
case-log-resolved-not-there = a vérifié : le texte { $count } n’y est pas
case-log-shelved = a rangé le texte { $count }
case-log-passed-over = a laissé le texte { $count } à côté du texte { $other }, qu’il semble contredire, et a dit pourquoi
case-log-mention-claimed = a pris une mention en charge pour y répondre
case-log-mention-handed-over = a transmis une mention
case-log-mention-let-go = a rendu une mention libre
case-log-mention-against-rules = a signalé une mention à sa plateforme : { $what }
case-log-mention-illegal = a notifié une mention comme illicite : { $what }
case-log-offered = a fait un geste envers une personne
case-log-offered-money = a fait un geste de { $what } envers une personne
case-log-freeze-begun = { PLURAL($count) ->
    [one] a commencé à suspendre les publications prévues de { $count } compte
   *[other] a commencé à suspendre les publications prévues de { $count } comptes
    }
case-log-freeze-unmapped = { $what } (canaux rattachés à personne, laissés en paix : { $count })
case-log-freeze-held = a suspendu une publication (prévue : { $when })
case-log-freeze-left = n’a pas touché à une publication : { $what }
case-log-freeze-gone = a trouvé une publication déjà partie
case-log-freeze-failed = n’a pas encore pu suspendre une publication (essais : { $count })
case-log-freeze-confirmed = a confirmé que rien de prévu ne part (suspendues : { $held }, laissées : { $left }, déjà parties : { $gone })
case-log-freeze-clashes = a vu qu’une publication suspendue heurte le dossier
case-log-freeze-thawed = a décidé d’une publication suspendue : { $what }
case-log-freeze-lifted = a levé la suspension : les nouvelles publications repartent
case-log-freeze-undone = a annulé la suspension : ce qui n’est pas passé part comme prévu
case-log-measure-taken = a pris la mesure { $count }
case-log-measure-promised = a promis la mesure { $count } à quelqu’un
case-log-measure-turned = a vérifié la mesure { $count } : { $what }
case-log-measure-held = a clos la mesure { $count } : son test est tenu
case-log-measure-done = a dit que la mesure { $count } est faite
case-log-measure-set-aside = a mis de côté la mesure { $count }
case-log-guard = a fixé le seuil { $count }
case-log-guard-passed = a compté { $value } : le seuil { $count } est dépassé
case-log-guard-cleared = a compté { $value } : le seuil { $count } n’est plus dépassé
case-log-lesson-answered = a répondu à une question du retour
case-log-lesson-drawn = a tiré la leçon { $count }
case-log-lesson-merged = a repris la leçon { $count } dans le plan (version { $plan })
case-log-lesson-tested = a éprouvé la leçon { $count } dans un exercice
case-log-lesson-shelved = a mis de côté la leçon { $count }
case-standing-met = tenu
case-standing-holding = tient jusqu’ici
case-standing-off = ne tient pas
case-standing-failed = n’a pas tenu à temps
case-standing-word = attend la parole de quelqu’un
case-standing-too-early = inconnu : moins d’un jour entier est passé
case-standing-not-listened = inconnu : une source était sourde pendant ce temps
case-standing-too-few = inconnu : trop peu de mentions pour le dire
case-standing-not-observed = inconnu : rien ne le compte ici
case-ask-went-well = Qu’est-ce qui a bien marché et qu’il faut refaire ?
case-ask-missing = Qu’est-ce qui a manqué ?
case-ask-earlier = Qu’est-ce qui l’aurait montré plus tôt ?
case-ask-otherwise = Que feriez-vous autrement ?
case-refusal-not-open = Le dossier n’est pas ouvert. Ouvrez-le d’abord.
case-refusal-over = Le dossier est terminé. Reprenez-le d’abord.
case-refusal-person = C’est une personne qui fait cela, jamais Vigie. Connectez-vous et faites-le vous-même.
case-refusal-house = Vigie fait cela d’elle-même. Vous n’avez rien à faire.
case-refusal-role = Votre rôle dans cette organisation ne le permet pas. Demandez à quelqu’un dont le rôle le permet.
case-refusal-reader = Cette personne lit ici et ne travaille pas sur les dossiers. Choisissez quelqu’un qui le peut, ou changez son rôle dans l’équipe.
case-refusal-lead = Seule la personne qui mène le dossier fait cela. Demandez-lui de le faire.
case-refusal-missing = Ce dossier n’a rien de tel sous le numéro { $count }. Regardez de nouveau le dossier.
case-refusal-missing-task = Ce dossier n’a pas de tâche { $count }. Regardez de nouveau la liste des tâches.
case-refusal-missing-open-task = La tâche { $count } n’est pas ouverte. Rouvrez-la d’abord, ou choisissez-en une autre.
case-refusal-missing-fact = Ce dossier n’a pas de fait { $count }. Inscrivez-le d’abord au tableau, ou choisissez-en un autre.
case-refusal-missing-clock = Ce dossier n’a pas d’échéance { $count }. Regardez de nouveau ses échéances.
case-refusal-missing-incident = Ce dossier n’a pas d’incident { $count } de cette sorte. Choisissez-en un dans la liste, ou déclarez-en un nouveau.
case-refusal-missing-draft = Ce dossier n’a pas de texte { $count }. Regardez de nouveau ses textes.
case-refusal-missing-measure = Ce dossier n’a pas de mesure { $count }. Regardez de nouveau ses mesures.
case-refusal-missing-lesson = Ce dossier n’a pas de leçon { $count }. Regardez de nouveau ses leçons.
case-refusal-missing-record = Ce dossier n’a pas d’événement { $count }. Choisissez-en un dans sa chronologie.
case-refusal-not-in-plan = Le plan n’a rien de ce nom. Choisissez dans le plan, ou ajoutez-le.
case-refusal-not-in-plan-stakeholder = Le plan n’a pas de partie prenante de ce nom. Choisissez-en une du plan, ou ajoutez-la.
case-refusal-not-in-plan-reply = Le plan n’a pas de réponse de ce nom. Choisissez-en une du plan, ou écrivez le texte vous-même.
case-refusal-not-in-plan-role = Le plan n’a pas de rôle de ce nom. Choisissez-en un du plan, ou ajoutez-le.
case-refusal-not-in-plan-scenario = Le plan n’a pas de scénario de ce nom. Choisissez-en un du plan, ou continuez sans.
case-refusal-ladder = Aucun passage ne mène de « { $from } » à « { $to } ». Choisissez une autre étape.
case-refusal-why = Il faut une raison. Dites pourquoi.
case-refusal-open-tasks = { PLURAL($count) ->
    [one] { $count } tâche est ouverte. Faites-la ou mettez-la de côté d’abord.
   *[other] { $count } tâches sont ouvertes. Faites-les ou mettez-les de côté d’abord.
    }
case-refusal-legal-term = Le délai légal { $what } court. Dites qu’il a été tenu, ou pourquoi il n’est pas demandé.
case-refusal-under-way = Le texte { $count } est en route, ou personne ne sait s’il est publié. Occupez-vous-en d’abord.
case-refusal-never-pauses = Cette échéance ne s’arrête jamais. Tenez-la, ou dites pourquoi elle n’est plus demandée.
case-refusal-time = Ce moment est du mauvais côté de maintenant. Ce qui s’est passé est derrière nous, ce qui est prévu est devant : choisissez-en un autre.
case-refusal-start = Le délai de cette affaire compte à partir d’autre chose. Dites ceci : { $what }.
case-refusal-proof = Qu’un délai légal a été tenu, cela se montre. Dites comment vous le savez, ou joignez la preuve.
case-refusal-source = Il faut une source qui soit plus qu’une déduction. Ajoutez une source ou une preuve.
case-refusal-retracted = Ce fait a été retiré. Énoncez-le à nouveau, comme un nouveau fait.
case-refusal-stale = Le texte, sa cible ou son compte n’est plus ce que vous avez vu. Regardez-le de nouveau.
case-refusal-stage = Le texte { $count } n’en est pas là. Regardez où il en est, et ce qu’on peut y faire.
case-refusal-weak-facts = Le texte repose sur des faits non connus, non dits probables ou retirés : { $what }. Corrigez les faits ou le texte.
case-refusal-unchecked = La vérification de la formulation n’a pas encore lu ce texte. Attendez un instant et réessayez.
case-refusal-stopped = { PLURAL($count) ->
    [one] La vérification a trouvé { $count } raison de s’arrêter. Corrigez, ou dites pourquoi le texte part quand même.
   *[other] La vérification a trouvé { $count } raisons de s’arrêter. Corrigez, ou dites pourquoi le texte part quand même.
    }
case-refusal-mixed = La posture contredit d’autres textes : { $what }. Changez-la, ou dites pourquoi le texte part quand même.
case-refusal-long = Le texte a { $count } caractères, et { $most } tiennent là. Raccourcissez-le.
case-refusal-blank = Le texte est vide, ou a un blanc qui n’est pas rempli. Remplissez-le.
case-refusal-account = Ce compte n’est pas un compte de cette marque. Choisissez un compte de la marque.
case-refusal-to-all = Une réponse va sous une mention, par courriel ou dans une conversation. Ce qui s’adresse à tous est un communiqué : choisissez cela, ou une autre cible.
case-refusal-corrects = Une correction nomme un texte qui a été envoyé. Choisissez-en un.
case-refusal-no-rule = Le plan ne nomme personne pour donner le feu vert à ceci. Ajoutez une validation au plan.
case-refusal-no-login = Selon le plan, ceci revient à { $what }, et aucune de ces personnes n’a d’accès. Invitez-les depuis la page Équipe, ou nommez quelqu’un d’autre dans le plan ; d’ici là, seul le relais, s’il en nomme un qui a un accès, peut envoyer une réponse validée à l’avance.
case-refusal-author = Le plan confie cette rédaction à d’autres. Confiez le texte à l’un d’eux.
case-refusal-own = L’auteur d’un texte ne le valide pas. Demandez à une autre personne qui le peut.
case-refusal-not-asked = Vous n’êtes pas parmi les personnes sollicitées, ou pas encore. Le texte dit à qui c’est le tour.
case-refusal-already = Vous avez déjà validé ceci. S’il attend encore, c’est le tour d’autres.
case-refusal-not-alone = Seule une personne qui travaille seule, ou qui a écrit une réponse courante où la vérification n’a rien trouvé, donne seule le feu vert. Demandez une validation.
case-refusal-not-yet = C’est trop tôt. Revenez à ce moment : { $when }.
case-refusal-no-fallback = Le plan ne fixe pas de délai après lequel le relais peut agir. Demandez à qui valide, ou ajoutez « within » et « fallback » au plan.
case-refusal-not-prepared = Le relais ne donne le feu vert qu’à ce que le plan avait déjà approuvé, inchangé et encore valable. Prenez une telle réponse, ou demandez une validation.
case-refusal-mandate = Le mandat de l’agence ne vous permet pas cela à cette heure. Appelez le client.
case-refusal-too-late = Trop tard : le texte part ou est parti. S’il est faux, écrivez une correction.
case-refusal-attempt = Ce n’est pas l’essai en cours. Regardez le texte de nouveau.
case-refusal-may-be-out = Le texte { $count } a été envoyé et n’a pas été retrouvé ; il peut encore apparaître. Envoyez-le tel quel, ou rangez-le et écrivez-en un autre.
case-refusal-held-by = Quelqu’un d’autre répond à cette mention. Demandez-lui de la transmettre, ou à qui mène le dossier.
case-refusal-elsewhere = On répond à cette mention ailleurs, dans un dossier ou en dehors : regardez d’abord là-bas.
case-refusal-claim-first = Personne ne répond encore à cette mention. Prenez-la d’abord en charge.
case-refusal-answered = Le texte { $count } répond déjà à cette mention. Rangez l’un des deux, ou corrigez celui qui est parti.
case-refusal-amount = Un geste vaut zéro ou plus. Donnez un montant qui n’est pas négatif.
case-refusal-exit = Cette sortie n’est pas pour vous. Demandez à quelqu’un dont le rôle la permet.
case-refusal-exit-platform = Le signalement à la plateforme revient au propriétaire ou au responsable des réseaux sociaux. Demandez à l’un d’eux.
case-refusal-exit-legal = La notification d’un contenu illicite revient au conseil juridique, ou au relais que nomme le plan. Demandez à l’un d’eux.
case-refusal-exit-legal-nobody = La notification d’un contenu illicite revient au conseil juridique, et le plan n’en nomme aucun. Invitez quelqu’un comme conseil juridique depuis la page Équipe, ou nommez un relais dans le plan.
case-refusal-exit-no-login = Selon le plan, la notification d’un contenu illicite revient à { $what }, et aucune de ces personnes n’a d’accès. Invitez-les depuis la page Équipe, ou nommez dans le plan un relais qui en a un.
case-refusal-no-freeze = Rien n’est suspendu. Suspendez d’abord la publicité.
case-refusal-fenced = Une suspension plus récente est en cours. Relisez la liste.
case-refusal-unaccounted = { PLURAL($count) ->
    [one] { $count } publication n’a pas encore de réponse. Attendez, ou vérifiez-la dans son outil.
   *[other] { $count } publications n’ont pas encore de réponse. Attendez, ou vérifiez-les dans leur outil.
    }
case-refusal-not-held = Cette publication n’est pas suspendue. Regardez de nouveau la liste.
case-refusal-frozen = La suspension est encore en cours. Levez-la d’abord.
case-refusal-burst = Une autre publication de ce compte part à moins de dix minutes. Choisissez un autre moment.
case-refusal-open-measures = { PLURAL($count) ->
    [one] { $count } mesure n’est pas finie. Attendez son test, ou mettez-la de côté d’abord.
   *[other] { $count } mesures ne sont pas finies. Attendez leurs tests, ou mettez-les de côté d’abord.
    }
case-refusal-goal = Un test demande au moins un jour, et un nombre qu’on peut atteindre. Choisissez-en d’autres.
case-refusal-tested = Ses chiffres diront si elle a marché. Attendez-les, ou mettez la mesure de côté.
case-word-form-holding = message d’attente
case-word-form-statement = communiqué à tous
case-word-form-update = point d’étape
case-word-form-reply = réponse à une seule personne
case-word-target-mention = sous une mention
case-word-target-post = en publication propre : { $what }
case-word-target-mail = en lettre par courriel
case-word-target-conversation = dans la conversation { $count } d’une réclamation
case-word-target-updates-page = sur la page publique d’information
case-word-target-by-hand = copié à la main : { $what }
case-word-stage-writing = en rédaction
case-word-stage-submitted = en attente de validation (depuis : { $when })
case-word-stage-declined = non validé : à modifier
case-word-stage-released = feu vert donné : peut partir
case-word-stage-intended = à envoyer, peut encore être arrêté (limite : { $when })
case-word-stage-trying = en cours d’envoi (essai { $count })
case-word-stage-unknown = personne ne sait s’il est publié (essai { $count })
case-word-stage-refused = non envoyé (essai { $count }) : peut être retenté
case-word-stage-sent = envoyé : { $when }
case-word-stage-shelved = rangé
case-word-fact-known = connu
case-word-fact-probable = probable, non certain
case-word-fact-unknown = question ouverte
case-word-fact-cannot-say = ne peut être dit
case-word-loudness-nothing = rien en public pour l’instant
case-word-loudness-answer = une réponse là où cela a été dit
case-word-loudness-statement = un communiqué là où cela a été dit
case-word-loudness-everywhere = partout où nous parlons
case-word-guideline-inform-first = D’abord les consignes (que faire pour rester en sécurité), puis l’information qui rassure (ce qui s’est passé, que nous nous en soucions) : toujours, avant tout mot sur la responsabilité.
case-word-guideline-victim-inform = Groupe « victime », sans antécédent, bonne réputation : les consignes et l’information qui rassure peuvent suffire.
case-word-guideline-victim-with-history = Groupe « victime » avec antécédent ou réputation défavorable : atténuer.
case-word-guideline-accident-diminish = Groupe « accident », sans antécédent, réputation neutre ou bonne : atténuer.
case-word-guideline-accident-with-history = Groupe « accident » avec antécédent ou réputation défavorable : réparer.
case-word-guideline-preventable-rebuild = Groupe « évitable » : réparer, quels que soient les antécédents et la réputation.
case-word-guideline-unfounded-deny = Rumeurs et mises en cause sans fondement : nier, si possible. Ne mêlez jamais nier avec atténuer ou réparer.
case-word-visibility-internal = l’équipe
case-word-visibility-client = l’équipe et le client
case-word-visibility-legal = le propriétaire, qui mène le dossier et le conseil juridique
case-word-left-allowed = le plan laisse partir ce genre
case-word-left-foreign = son canal est à une autre organisation
case-word-left-unmapped = son canal n’est rattaché à personne
case-word-thaw-reschedule = part à un autre moment ({ $when })
case-word-thaw-rewrite = est à réécrire
case-word-thaw-withdraw = n’est pas publiée, reste dans la liste
case-word-thaw-as-it-was = part à l’heure prévue
case-word-matter-data-breach = fuite de données à signaler à l’autorité
case-word-matter-data-breach-people = fuite de données à risque élevé, à annoncer aux personnes concernées
case-word-matter-press-offence = diffamation ou injure publique
case-word-matter-press-offence-aggravated = diffamation ou injure pour ce que l’on est (origine, religion, sexe, orientation, handicap)
case-word-matter-right-of-reply = droit de réponse que nous demandons
case-word-matter-right-of-reply-owed = droit de réponse qui nous est demandé
case-word-matter-unsafe-food = denrée dangereuse mise sur le marché
case-word-matter-unsafe-product = produit dangereux mis sur le marché
case-word-start-awareness = depuis quand vous le savez
case-word-start-publication = quand cela a été publié en premier
case-word-start-demand = quand la demande est arrivée
case-word-platform-violence = menaces ou appels à la violence
case-word-platform-hatred = haine d’un groupe
case-word-platform-harassment = harcèlement d’une personne
case-word-platform-personal-data = données personnelles de quelqu’un
case-word-platform-not-genuine = faux, ou payé
case-word-platform-spam = publicité, ou répétition
case-word-platform-impersonation = usurpation d’identité
case-word-ground-defamation = diffamation
case-word-ground-insult = injure
case-word-ground-threat = menace
case-word-ground-hatred = haine ou discrimination
case-word-ground-privacy = vie privée ou données de quelqu’un
case-word-ground-counterfeit = œuvre ou marque d’autrui
case-word-ground-other = autre loi, nommée dans le motif
case-triage-hurt = Quelqu’un risque-t-il d’être blessé ?
case-triage-cause = De quoi s’agit-il ?
case-triage-cause-unknown = nous ne le savons pas encore
case-triage-responsibility = Aux yeux des gens, à qui la faute ?
case-triage-history = Est-ce déjà arrivé, ou notre réputation était-elle déjà mauvaise ?
case-triage-vivid = Une vidéo ou une image circule-t-elle ?
case-triage-who = Qui en parle ?
case-triage-known-no = non
case-triage-known-unknown = pas encore connu
case-triage-known-yes = oui
case-triage-responsibility-unknown = personne ne le sait encore
case-triage-responsibility-untrue = c’est faux, et nous pouvons le montrer
case-triage-responsibility-victim = cela nous est arrivé aussi
case-triage-responsibility-accidental = nous l’avons fait, sans le vouloir
case-triage-responsibility-preventable = nous aurions pu l’éviter, ou l’avons voulu
case-triage-who-one = une seule personne
case-triage-who-some = quelques personnes
case-triage-who-many = beaucoup de gens
case-triage-who-press = la presse, ou quelqu’un de très suivi
## The communication policy: what the public reads, and what the team publishes
policy-title = Comment { $what } communique
policy-only-in = Le texte de la maison est en { $what }.
policy-where = Où nous le dire
policy-channel = Écrire à { $what } en privé
policy-channel-hint = Une page ouverte à tous, sans compte ; rien n’y est publié.
policy-who = Qui répond, et quand
policy-within = Vous avez une réponse sous { $stretch }.
policy-do = Ce que nous faisons
policy-never = Ce que nous ne faisons jamais
policy-changed = Dernière modification : { $when }.
policy-settings = Politique de communication
policy-index = Une page publique : où se plaindre, qui répond et quand, ce que vous ne faites jamais
policy-settings-lead = Une page pour tous, tirée de votre plan : où se plaindre, qui répond et quand, ce que vous faites et ne faites jamais. Elle reste fermée tant que vous ne la publiez pas, et ne change pas quand le plan change, tant que vous ne republiez pas.
policy-closed = Rien n’est publié.
policy-same = Publiée : la page dit ce que dit le plan.
policy-differs = Publiée, mais le plan dit maintenant autre chose que la page.
policy-no-channel = Aucun canal privé n’est ouvert pour cette marque : la page ne peut mener à aucun formulaire.
policy-changes = Ce qui changerait pour le public
policy-preview = Ce que le plan dit au public
policy-write = L’écrire dans le plan
policy-nothing = Le plan ne dit encore rien au public : il n’y a rien à publier.
policy-address-hint = Lettres minuscules, chiffres et traits d’union.
policy-publish = Publier ce qui est écrit ici
policy-withdraw = Retirer la page
policy-withdraw-hint = Son adresse ne montre alors plus rien. Ce qui a été publié est gardé.
policy-log = Publications
policy-said-published = Publiée : tout le monde peut la lire.
policy-said-withdrawn = La page est retirée.
policy-wrong-own = Seule une marque à vous a une politique.
policy-wrong-blank = Rien ne remplit le blanc « { $what } » : il serait publié tel quel. Rien n’a été publié.
policy-wrong-nowhere = Elle ne dirait à personne où se plaindre : ouvrez le canal privé, ou nommez un lieu dans le plan. Rien n’a été publié.
policy-wrong-invented = « { $what } » est l’adresse de l’exemple, pas la vôtre : mettez la vôtre dans le plan. Rien n’a été publié.
policy-wrong-changed = Le plan a changé depuis que vous avez ouvert cette page. Relisez-le ci-dessous ; rien n’a été publié.

## The training of staff by their link
training-title = Une courte formation
training-lead = Des questions tirées de notre propre plan ({ $count }), en trois parties : repérer un risque, bien réagir, bien communiquer. Sans compte ni note : chaque réponse est expliquée aussitôt.
training-open = S’y former en cinq minutes
training-at = Question { $at } sur { $count }
training-spot = Repérer un risque
training-respond = Bien réagir
training-speak = Bien communiquer
training-ask-sign = Vous remarquez : { $what } – de quoi est-ce le signe ?
training-ask-tell = Vous voyez ou entendez sur nous quelque chose qui vous inquiète. À qui le dites-vous ?
training-ask-rule = Laquelle de ces règles est la nôtre ?
training-ask-journalist = Un journaliste téléphone. Qui répond ?
training-ask-post = Vous voyez un message furieux sur nous. Qui y répond ?
training-ask-safety = Cela arrive : { $what }. Qu’est-ce que les gens doivent entendre en premier ?
training-ask-complain = Quelqu’un veut se plaindre. Où l’envoyez-vous ?
training-ask-within = Sous quel délai qui se plaint a-t-il une réponse ?
training-ask-first = En cas de crise, sous quel délai disons-nous nos premiers mots en public ?
training-reflex-nothing = De rien : cela passera
training-reflex-nobody = À personne, tant que je n’en suis pas sûr
training-reflex-friends = À mes amis, dans une discussion
training-reflex-myself = Moi, du mieux que je peux
training-reflex-hang-up = Personne : je raccroche
training-reflex-own-account = Moi, de mon propre compte
training-reflex-delete = Personne : nous le faisons effacer
training-reflex-rule-answer = Répondre aussitôt, chacun de son propre compte.
training-reflex-rule-delete = Faire effacer tout ce qui nous nuit.
training-reflex-rule-guess = Dire ce qui s’est sans doute passé, pour que les gens aient une réponse.
training-reflex-rule-stars = Écrire nous-mêmes de bons avis, pour compenser.
training-reflex-fault = À qui la faute
training-reflex-reassure = Que ce ne peut pas être grave
training-reflex-network = Sur les réseaux sociaux, devant tout le monde
training-reflex-nowhere = Nulle part : nous ne prenons pas de plaintes
training-answer = Répondre
training-choose = Choisissez d’abord une réponse.
training-right = Oui, c’est ce que dit notre plan.
training-wrong = Non. Notre plan dit : { $what }
training-because = Dans les mots du plan
training-next = Question suivante
training-end = Terminer
training-done = C’est terminé
training-score = { $correct } sur { $count } répondu comme le dit le plan.
training-who = Qui vous êtes
training-who-other = une autre personne, ou sans le dire
training-who-hint = L’équipe voit que quelqu’un l’a suivie et quand ; votre nom seulement si vous vous choisissez dans la liste. Il peut être effacé à tout moment.
training-name = Prénom, si vous voulez
training-name-hint = L’équipe voit que quelqu’un l’a suivie et quand ; votre prénom seulement si vous le donnez. Il peut être effacé à tout moment.
training-tell = Le dire à l’équipe
training-told = Merci : l’équipe sait que vous êtes formé.
training-full = Beaucoup viennent de terminer : celle-ci n’a pas été comptée. Réessayez dans une heure.
training-again = Encore une fois, avec d’autres questions
training-changed = Le plan a changé entre-temps : voici ses questions d’aujourd’hui.
training-none = Le plan n’en dit pas encore assez à l’équipe pour une formation.
training-back = La conduite à tenir
training-list = Qui s’est formé
training-nobody = Personne encore : le lien ci-dessus ouvre aussi la formation.
training-unnamed = Sans prénom
training-erase = Effacer

## ISO 22361: what of it a plan shows
iso-title = ISO 22361 dans ce plan
iso-lead = Ce que le plan montre d’ISO 22361:2022 (gestion de crise, lignes directrices), et par quoi. C’est notre propre lecture de ses principes, de son processus et de ses articles d’après leurs titres ; ce n’est pas une certification, et la norme demande plus que ce qu’un plan peut montrer.
iso-half = Le plan ne peut être lu en entier, et sa moitié ne doit pas passer pour le tout.
iso-count = { $met } couverts, { $partly } en partie, { $missing } manquants.
iso-principle = Principes
iso-process = Processus
iso-clause = Ce qui a son propre article
iso-met = couvert
iso-partly = en partie
iso-missing = manquant
iso-governance = Gouvernance
iso-strategy = Stratégie
iso-risk = Risque
iso-decision = Prise de décision
iso-communication = Communication
iso-ethics = Éthique
iso-learning = Apprentissage
iso-anticipation = Anticipation
iso-assessment = Évaluation
iso-prevention = Prévention et atténuation
iso-preparedness = Préparation
iso-response = Réponse
iso-recovery = Rétablissement
iso-improvement = Amélioration continue
iso-leadership = Conduite de la crise
iso-strategic-decision = Décisions stratégiques
iso-crisis-communication = Communication de crise
iso-training = Formation, validation et apprentissage
iso-has-lead = Quelqu’un dirige
iso-has-team = Chaque rôle nécessaire a quelqu’un
iso-has-deputies = Chacun a un suppléant
iso-has-responsible = Chaque action a exactement un responsable
iso-has-reachable = Qui est nommé est joignable
iso-has-approval = Il est dit qui publie un texte
iso-has-liveness = À toute heure quelqu’un peut publier
iso-has-escalation = Il est dit qui est prévenu quand cela empire
iso-has-objectives = Des objectifs, chacun avec une stratégie
iso-has-halves = Prévention et correction
iso-has-risks = Des risques sont nommés
iso-has-rated = La probabilité et la gravité de chaque risque
iso-has-heard = Chaque risque est écouté
iso-has-scenarios = Chaque risque a un scénario
iso-has-signs = Chaque scénario dit à quoi le reconnaître
iso-has-recurring = Quelque chose est fait régulièrement avant que rien n’arrive
iso-has-first-assessment = Une échéance pour la première évaluation
iso-has-assembled = Une échéance pour réunir l’équipe
iso-has-moves = Chaque scénario a ses gestes
iso-has-freeze = Ce qui est suspendu, et ce qui part quand même
iso-has-holding = Chaque scénario a ses premiers mots dans chaque langue
iso-has-alternatives = Et d’autres au choix
iso-has-languages = Quelqu’un parle chaque langue de la marque
iso-has-approved = Les textes sont approuvés d’avance
iso-has-updates = Une échéance pour les nouvelles suivantes
iso-has-postures = Chaque scénario dit comment la responsabilité est prise
iso-has-stakeholders = Les parties prenantes sont informées, par qui et de quoi
iso-has-policy = Le public sait où se plaindre
iso-has-never = Et ce qui n’est jamais fait
iso-has-conduct = L’équipe sait que faire et ne pas faire
iso-has-safety = Où des gens risquent d’être blessés, ils savent se protéger
iso-has-full-statement = Une échéance pour la déclaration complète
iso-has-after = Chaque scénario a des mots pour la suite
iso-has-measures = Quelque chose est fait un jour plus tard ou plus
iso-has-tests = Chaque scénario est essayé
iso-has-repeated = Les essais sont répétés

## The card: lines to write on. The plan as a file
card-blank-name = qui parle
card-blank-time = heure
card-blank-next = prochaines nouvelles
card-blank-place = lieu
card-blank-product = produit
card-blank-fact = ce que nous savons
card-blank-signature = nom et fonction
import-title = Le plan en fichier
import-out = Le sortir
import-out-lead = Le texte entier avec ses commentaires, à garder ailleurs ou à écrire dans votre propre éditeur.
import-in = En apporter un
import-in-lead = Il est vérifié, et vous voyez ce qu’il change avant que rien ne soit gardé. Ce qui vaut maintenant reste dans la liste des versions.
import-file = Le fichier (TOML)
import-look = Voir ce qu’il change
import-changes = Ce qu’il change
import-same = Il dit ce que le plan dit déjà.
import-keep = Le garder comme version suivante
import-unreadable = Ce n’est pas un plan lisible : il ne peut pas être gardé. L’endroit où il échoue est indiqué ci-dessous.
import-empty = Aucun fichier n’a été choisi. Rien n’a changé.
import-large = Le fichier est plus grand qu’un plan ne peut l’être ({ $what } octets). Rien n’a été gardé, et le plan en vigueur est resté le même. Partagez-le en un plan de base et des différences.
import-no-text = Le fichier n’est pas un texte (UTF-8). Rien n’a changé.

import-cacao = Un scénario pour d’autres outils (CACAO 2.0)
import-cacao-lead = Ses gestes l’un après l’autre, chacun avec son responsable. Suppléants, délais, réponses, signes un par un, numéros et adresses restent ici.
## Les publications programmées

market-title = Publications programmées
market-index = Les comptes qui publient, ce qui attend, ce qui est retenu pendant une crise
market-lead = Pendant une crise, rien ne sort de ces comptes, sauf ce que votre plan laisse passer. Ensuite, chaque publication se décide une par une : rien ne part tout seul, ni en rafale.
market-done = C’est fait.
market-figure-held = Retenues
market-figure-goes = À venir
market-figure-left = Sortent malgré le gel
market-figure-out = Parties
market-accounts = Comptes
market-accounts-none = Aucun compte n’est relié.
market-free = libre : aucun dossier ne le retient
market-frozen = gelé par le dossier { $case } depuis le { $when }
market-refused = Ne répond pas comme il faut :
market-taken = Ce compte est déjà pris. Rien n’a changé.
market-holds = Une crise y retient des publications. Décidez d’abord de chacune (la laisser partir ou ne pas la publier), puis retirez le compte : sinon, elles resteraient retenues pour toujours. Rien n’a changé.
market-check = Vérifier
market-let-go = Ne plus utiliser
market-let-go-hint = Son jeton est oublié, et ce qui devait encore en sortir est retenu. Ce qui est publié ne change pas.
market-gone-account = compte qui n’est plus relié
market-held = À décider
market-goes = Ce qui va sortir
market-over = Terminé
market-none = Rien n’est programmé.
market-more = Seules les 300 premières sont affichées ; la ligne de commande et l’API les disent toutes.
market-queued = programmée
market-holding = en train d’être retenue : elle peut encore sortir
market-is-held = retenue
market-draft = à réécrire
market-sending = en cours d’envoi
market-sent = publiée
market-unknown = peut-être publiée : Vigie le recherche
market-failed = n’a pas pu partir
market-withdrawn = ne sera pas publiée
market-gone = n’est plus dans la file du serveur
market-alone = laissée telle quelle dans son outil : son canal n’est à personne ici
market-due = prévue le { $when }
market-at-server = dans la file de son serveur
market-left = sort malgré le gel
market-see = Voir la publication
market-as-it-was = Publier à l’heure prévue
market-rewrite = Réécrire
market-withdraw = Ne pas publier
market-reschedule = Publier à cette heure
market-at = Date et heure
market-change = Changer
market-new = Programmer une publication
market-account = Depuis le compte
market-text = Texte
market-language = Langue
market-kind = Genre
market-kind-do = Noter le genre
market-kind-hint = Un genre que le plan laisse passer pendant un gel : sécurité, rappel, horaires. Vide pour le reste.
market-do = Programmer
market-connect = Relier un compte
market-connect-hint = Un compte Mastodon, ou d’un serveur qui parle comme lui. Un compte appartient à un seul client de cette maison.
market-server = Serveur
market-token = Jeton d’accès
market-token-hint = Dans les préférences du compte, Développement, nouvelle application, avec les droits de lire et d’écrire. Il n’est plus jamais montré.
market-name = Nom ici
market-connect-do = Relier
market-hook = Relier un autre outil par webhook
market-hook-hint = Pour un outil que Vigie ne sait pas retenir lui-même. Pendant une crise il reçoit campaign.pause, ensuite campaign.resume, signés (Standard Webhooks). Il ne compte comme retenu que s’il répond, en JSON, paused: true.
market-hook-address = Adresse du webhook
market-hook-secret = Secret qui signe
market-hook-secret-hint = whsec_ et 24 à 64 octets en base64, le même dans l’outil. Il n’est plus jamais montré.
market-told = a reçu { $what } le { $when } ; réponse : { $answer }
market-empty = La publication n’a pas de texte. Rien n’a changé.
market-long = Trop long : { $long } caractères, et ce serveur en accepte { $most }. Un lien compte toujours autant.
market-past = Cette heure est passée, ou trop proche. Choisissez-en une plus tardive.
market-no-language = Cette langue n’en est pas une : écrivez un code comme fr.
market-kind-long = Le nom du genre a plus de 60 caractères.
market-frozen-still = Un dossier retient encore ce compte : levez d’abord le gel, ou choisissez de réécrire ou de ne pas publier.
market-burst = Une autre publication de ce compte sort à moins de dix minutes de là : choisissez une autre heure.
market-changed = Quelqu’un l’a changée entre-temps. Regardez-la de nouveau : rien n’a changé ici.
market-plain-http = Ces pages sont servies sans https en dehors de cette machine : rien ne se publie d’ici.
market-media = { PLURAL($count) ->
    [one] { $count } média
   *[other] { $count } médias
}
market-clash = heurte le dossier : { $words }
market-elsewhere = Le texte et la date de cette publication se choisissent dans son outil : donnez-lui sa date là-bas, puis laissez-la partir à l’heure prévue.
market-calendar = Ouvrir son calendrier
market-unmapped = { PLURAL($count) ->
    [one] { $count } canal de vos outils n’est rattaché à personne : il n’est jamais touché
   *[other] { $count } canaux de vos outils ne sont rattachés à personne : ils ne sont jamais touchés
}
tool-title = Outils de programmation
tool-lead = Une clé ouvre les canaux de beaucoup de clients. Donnez chaque canal à une marque : pendant une crise, ce qui y attend est retenu. Ceux que vous laissez en paix ne sont jamais touchés.
tool-taken = Ce canal est déjà pris : quelqu’un d’autre de cette maison s’en sert. Rien n’a changé.
tool-taken-by = pris par quelqu’un d’autre de cette maison
tool-nobody = laissé en paix : jamais touché
tool-given = rattaché à { $brand }
tool-given-other = rattaché, sans marque ou chez un client que vous ne réglez pas
tool-tally = { $given } rattachés, { $alone } laissés en paix
tool-disabled = désactivé dans l’outil
tool-to = Rattacher à
tool-alone = Laisser en paix
tool-new-key = Nouvelle clé (vide : l’actuelle)
tool-check = Relire ses canaux
tool-let-go-hint = Sa clé est oubliée et ses canaux sont laissés en paix. Ce qui attend dans l’outil y reste comme il est ; ce qui y est retenu reste un brouillon.
tool-none = Aucun outil n’est relié.
tool-connect = Relier un Postiz
tool-server = Adresse de son interface
tool-server-hint = Sur votre serveur, l’adresse suivie de /api ; dans son nuage, https://api.postiz.com.
tool-key = Clé
tool-key-hint = Dans les réglages de Postiz, Developers, Public API. Elle n’est plus jamais montrée.
tool-try = Essayer et relier

## Exercices
drill-done = Fait, pour l’exercice.
drill-assembled = Toutes les personnes présentes ont répondu.
drill-over = Le calme est revenu ; nous continuons à veiller.
drill-dismissed = Regardé : personne n’est en colère contre nous ici.
drill-despite = Relu à deux : il part tel quel.
drill-contradicted = Ce que l’on nous a dit depuis le contredit.
drill-reply = Merci de nous le dire. Nous regardons cela aujourd’hui et vous répondons ici demain avant midi. Si vous préférez en parler, écrivez-nous : quelqu’un vous lira.
drill-measure = Chaque personne dont nous avons pris la mention a notre réponse.
drill-title = Exercice : { $pack }
drill-line = { $what } : { $got } sur { $of }
drill-percent = { $percent } sur 100
drill-detected = Premier signal { $minutes } min après la première publication qui sort de l’ordinaire.
drill-undetected = Aucun signal n’a été donné.
drill-minutes-left = { $minutes } min d’avance
drill-minutes-late = { $minutes } min de retard
drill-minutes-after = après { $minutes } min
drill-held = oui
drill-not-held = non
drill-item-detected = Signalé à temps
drill-item-quiet = Personne d’appelé sans raison
drill-item-shown = Le signal dit de quoi il s’agit
drill-item-step = Pris au sérieux à sa juste mesure
drill-item-clocks = Échéances tenues
drill-item-roles = Rôles tenus
drill-item-wording = Textes que la relecture n’arrête pas
drill-item-contradictions = Textes qui n’en contredisent aucun autre
drill-item-actions = Actions du plan faites à temps
drill-item-answered = Mentions prises et répondues
drill-item-measures = Mesures mises à l’épreuve
drill-item-claimed-once = Mentions prises par une seule personne
drill-mark = EXERCICE
drill-paused = l’horloge est arrêtée
drill-about = À propos de l’exercice
drill-leave = Quitter l’exercice
drills-title = Exercices
drills-index = Jouer une crise avant qu’elle ne vienne
drills-lead = L’équipe joue une crise inventée sur les vrais écrans. Un exercice a son propre monde : rien n’en sort vers l’extérieur.
drills-packs = Ce que l’on peut jouer
drills-packs-lead = Choisissez-en un, puis dites qui joue qui. Les règles jouent les autres : on peut aussi jouer seul.
drills-played = Joués
drills-none = Aucun exercice n’a encore été joué.
drills-who = Qui joue qui
drills-who-hint = Chaque membre a une place au plus. Une place sans personne est jouée par des règles : elle relit les textes, fait ses tâches, et vous attend pour ce qui vous revient.
drills-start = Préparer l’exercice
drills-other = Une autre histoire
drill-by-rules = jouée par des règles
drill-pace = Rythme
drill-pace-hint = Combien de minutes de l’exercice passent en une. À ×4, une heure prend un quart d’heure. Il se change à tout moment.
drill-seed = Numéro du tirage
drill-seed-hint = Le même numéro donne les mêmes messages : deux équipes se comparent.
drill-is-on = en cours
drill-ended-finished = joué jusqu’au bout
drill-ended-stopped = arrêté avec le serveur ; ce qui a été joué est gardé
drill-ended-broke = interrompu par une erreur ; ce qui a été joué est gardé
drill-ended-lost = perdu : le serveur s’est arrêté avant que rien ne soit gardé
drill-before = les jours calmes d’avant se jouent ; puis l’équipe entre
drill-scoring = c’est fini, le bilan se calcule
drill-jumping = saut en avant
drill-runs = l’horloge avance à ×{ $pace }
drill-joined = { $who }, entré à { $when }
drill-not-joined = { $who }, pas encore entré
drill-member = nº { $count } dans ses fichiers
drill-join = Entrer
drill-join-hint = Ouvre les vrais écrans de l’exercice dans ce navigateur. Vos pages réelles restent telles quelles.
drill-lead = L’horloge
drill-resume = Laisser filer le temps
drill-pause = Arrêter l’horloge
drill-jump = Jusqu’à la suite
drill-ahead = 10 minutes plus loin
drill-wait = Cela prend le temps qu’il faut à la machine, le plus souvent moins d’une minute.
drill-end = Terminer l’exercice
drill-end-hint = Tout le monde sort et le bilan est établi. Le monde de l’exercice disparaît alors.
drill-end-do = Terminer maintenant
drill-report = Bilan
drill-report-lead = Calculé d’après les journaux de l’exercice, chaque ligne avec ce qui la montre.
drill-cases = Les dossiers de l’exercice
drill-case-review = le retour d’expérience, comme d’un vrai dossier
drill-case-folder = Son journal en fichiers
drill-team = Qui joue qui
drill-injects = Ce que vous apportez
drill-injects-none = Cette histoire n’a plus rien à apporter.
drill-inject-call = un appel
drill-inject-absent = quelqu’un est absent
drill-inject-fact = un fait
drill-inject-contradicts = un fait contre le précédent
drill-left = dans { $span }
drill-left-real = { $span } de votre temps
drill-inject-late = en retard de { $span }
drill-inject-due = prévu à { $when }
drill-inject-in = apporté à { $when }
drill-inject-out = écarté à { $when }
drill-bring = Apporter maintenant
drill-skip = L’écarter
drill-injects-past = Déjà apporté ou écarté ({ $count })
drill-work = Où en est l’équipe
drill-work-none = Aucun dossier n’est encore ouvert.
drill-work-clocks = Échéances tenues : { $met } sur { $of }
drill-work-tasks = Tâches ouvertes : { $count }
drill-course-earlier = Plus tôt ({ $count })
drill-course = Ce qui se passe
drill-course-none = Rien encore : tout est calme.
drill-course-alert = Vigie a donné l’alerte
drill-course-notice = Vigie a signalé
drill-notes = Vos notes
drill-note = Ce que vous avez vu
drill-note-do = Le noter
drill-gone-over = Cet exercice est terminé
drill-gone-over-hint = Ce que vous venez d’envoyer n’a été gardé nulle part et n’est parti nulle part. Le bilan se trouve avec l’exercice.
drill-gone-not-here = Pas pendant un exercice
drill-gone-not-here-hint = Cette salle appartient au monde réel : les réglages, les personnes et ce qui va vers l’extérieur ne sont pas ouverts pendant un exercice. Rien n’a changé.
drill-gone-outside = Vous n’êtes pas dans cet exercice
drill-gone-outside-hint = Entrez par la page de l’exercice, où se trouve votre place.
drill-back-in = Retour dans l’exercice
drills-story = { PLURAL($count) ->
    [one] { $count } heure d’histoire
   *[other] { $count } heures d’histoire
}
drills-people = { PLURAL($count) ->
    [one] { $count } personne dans son plan
   *[other] { $count } personnes dans son plan
}
drills-injects = { PLURAL($count) ->
    [one] { $count } appel ou fait de l’extérieur
   *[other] { $count } appels et faits de l’extérieur
}

## Calendar
calendar-name = Vigie : { $name }
calendar-drill = Exercice : { $what }
calendar-drill-why = Un quart d’heure ensemble : jouez le scénario sous « Exercices », ou parcourez-le, puis notez-le sous « Sommes-nous prêts ? ».
calendar-confirm = Chacun confirme comment on le joint
calendar-confirm-why = Chaque personne du plan touche le lien qu’elle reçoit. Qui est parti, qui a changé de numéro ?
calendar-expires = L’accord sur « { $what } » expire
calendar-expires-why = Relisez-le et approuvez-le de nouveau : d’ici là, personne ne peut l’envoyer sans relecture.
calendar-team = L’équipe est-elle toujours la bonne ?
calendar-team-why = Qui manque, qui est parti, quelle compétence ? Notez-le sous Équipe.
calendar-title = Les dates à venir
calendar-lead = Ce qui revient selon votre plan : exercices, confirmations, accords qui expirent, regard sur l’équipe. Recalculé à chaque lecture.
calendar-fresh = L’adresse de votre agenda, montrée cette seule fois. Ajoutez-la dans votre téléphone comme agenda par abonnement ; qui l’a lit ces dates, et rien d’aucun dossier.
calendar-no-plan = Il n’y a pas encore de plan, donc pas de dates.
calendar-subscribe = Dans votre propre agenda
calendar-subscribe-lead = Une adresse pour vous, pour cette organisation. Elle finit avec votre appartenance. Perdue, ou vue par quelqu’un ? Faites-en une autre : la précédente n’ouvre plus rien.
calendar-since = Vous avez une adresse depuis le { $when }.
calendar-renew = Faire une autre adresse
calendar-make = Faire l’adresse
calendar-withdraw = Reprendre l’adresse
calendar-again = De nouveau { $count } fois par an.
practice-title = Qui sait faire quoi
practice-lead = Quand chaque personne qui a un rôle dans le plan a montré pour la dernière fois chaque partie de la formation : dans un exercice joué, ou par le lien du personnel. Cela vaut un an. Par le lien, chacun dit lui-même qui il est.
practice-not = pas depuis un an

## Review

review-title = Retour sur le dossier { $count }
review-link = Retour
review-whole = Le retour entier
review-short = Deux pages pour qui décide
review-client = Pour le client
review-back = Retour au dossier
review-note = Lu dans { $count } événements du dossier ; les nombres sont comptés, pas saisis.
review-open = Ce n’est pas fini : ce qui court est compté jusqu’à { $when }.
review-times = Moments
review-onset = Première mention qui sort de l’ordinaire
review-alert = Alerte
review-acknowledged = Prise en compte
review-opened = Dossier ouvert
review-holding = Message d’attente parti
review-full = Communiqué complet parti
review-since = { $span } après : { $what }
review-unknown-time = inconnu
review-volumes = Ce qui s’est dit
review-before = avant
review-during = pendant
review-after = après
review-period = Période
review-mentions = Mentions
review-a-day = Par jour
review-ill = Disent du mal, à 90 % près
review-moved = De { $from } à { $to } : { $what }.
review-moved-up = la part qui dit du mal a monté, au-delà du hasard
review-moved-down = la part qui dit du mal a baissé, au-delà du hasard
review-moved-not = la part qui dit du mal n’a pas bougé plus que le hasard ne peut le faire
review-moved-unknown = on en sait trop peu pour le dire
review-followed = Ce qui a suivi chaque texte
review-followed-note = La veille et le lendemain. Ce qui vient après un texte ne vient pas forcément de lui : ce n’est pas une preuve.
review-text = Texte { $count }
review-day-before = Critiques, la veille
review-day-after = Critiques, le lendemain
review-day-open = le lendemain n’est pas fini
review-others = autres textes pendant ces deux jours : { $count }
review-of-stories = compté : ce qui raconte ses propres histoires, { $before } mentions avant, { $after } après
review-of-brand = compté : toute la marque, { $before } mentions avant, { $after } après
review-earlier = Ce qu’il y avait avant
review-earlier-note = Regardé du { $from } au { $until }. Compté, rien de plus : on n’a pas mesuré si cela pouvait être évité.
review-earlier-cause = De quoi il s’agit : { $what }
review-earlier-stood = Signalements que personne n’a repris : { $count }
review-earlier-first = Le premier est venu { $span } avant qu’on en entende parler.
review-earlier-week = Semaine du
review-earlier-named = Mentions qui nomment cette cause
earlier-title = Qu’est-ce qui l’aurait montré plus tôt ?
earlier-lead = Une requête de plus, ou des signalements plus fréquents, essayés sur les messages gardés des semaines d’avant. Rien n’est changé.
earlier-query = Une requête de plus (facultatif)
earlier-stretch = Regardé du { $from } jusqu’à ce qu’on en entende parler, { $until }.
earlier-sooner = Cela aurait tranché { $span } avant qu’on en entende parler
earlier-no-sooner = Rien n’aurait tranché avant qu’on en entende parler
earlier-present = Comme c’est
earlier-changed = À l’essai
earlier-first = Le premier signalement de cette période
earlier-signals = Signalements depuis
earlier-nothing = aucun
earlier-short = Seule la partie la plus récente a pu être regardée.
earlier-passed = Messages non gardés, dont on ne sait pas ce qu’on y aurait trouvé : { $count }
review-clocks = Échéances
review-what = Quoi
review-due = Prévue
review-came = Ce qu’il en est advenu
review-ran-met = tenue, { $span } de marge
review-ran-late = tenue avec { $span } de retard
review-ran-missed = non tenue, dépassée de { $span }
review-ran-running = court encore, reste { $span }
review-ran-paused = suspendue
review-ran-dropped = plus demandée
review-plan = Le plan, action par action
review-improvised = hors du plan
review-done = faite à temps
review-done-late = faite avec { $span } de retard
review-done-aside = mise de côté
review-done-skipped = attendue, pas faite
review-done-open = encore ouverte
review-said = Ce qui a été dit
review-said-line = À tous : { $statements }. À une personne : { $replies }. Corrections : { $corrections }.
review-stances = Postures : { $what }.
review-answered = Pris en charge : { $taken }. Répondus : { $answered }. Signalés ou notifiés à la place : { $left }.
review-answered-time = La moitié des réponses sont venues en { $median }, la plus lente après { $slowest }.
review-wrote = Mentions qui disaient du mal pendant ce temps : { $what }.
review-measures = Mesures
review-test = Test
review-measure-done = faite, sur la parole de quelqu’un
review-measure-aside = abandonnée
review-test-rate = moins de { $under } par jour ; jours de suite : { $count }
review-test-share = au plus { $what } disent du mal ; jours pris ensemble : { $count }
review-test-answered = { $what } de ceux qui ont écrit ont une réponse
review-test-seen = { $what } des sources qui l’ont répandu ont vu le texte { $count }
review-test-word = quelqu’un dit que c’est fait
review-strengths = Points forts
review-improve = Points à améliorer
review-why = Analyse
review-do = Recommandation
review-records = Événements { $what }
review-hot = Ce que dit l’équipe
review-lessons = Leçons
review-lesson-drawn = proposée
review-lesson-merged = dans le plan depuis la version { $count }, éprouvée par aucun exercice
review-lesson-tested = dans le plan depuis la version { $count }, éprouvée par un exercice
review-lesson-shelved = mise de côté
repair-title = Réparer et apprendre
repair-none = Aucune mesure n’est prise.
repair-take = Prendre une mesure
repair-take-lead = Dites d’abord à quoi vous verrez qu’elle a marché.
repair-take-do = Prendre cette mesure
repair-by-rate = Moins de mentions par jour
repair-by-share = Pas plus de critiques qu’avant
repair-by-answers = Ceux qui ont écrit ont une réponse
repair-by-seen = Ceux qui l’ont répandu ont vu notre texte
repair-seen-text = Quel texte
repair-seen-share = Part d’entre eux au moins, en pour cent
repair-seen-hint = On compte les dix comptes les plus suivis qui ont répandu l’histoire avant ce texte. A vu qui l’a depuis repris, relayé, cité d’une phrase ou lié, dans ce que Vigie entend.
repair-by-word = Quelqu’un dit que c’est fait ; ou une promesse à quelqu’un
repair-theme = Ce qui est compté
repair-theme-ill = mentions qui disent du mal
repair-theme-all = toutes les mentions
repair-under = Moins que ce nombre par jour
repair-share = Part de critiques au plus, en pour cent
repair-answered = Part de réponses au moins, en pour cent
repair-days = Pendant tant de jours
repair-due = Pour quand (facultatif)
repair-to = Promis à qui a écrit cette mention (son numéro ; facultatif)
repair-counted = compté : { $what } ; à atteindre : { $to }
repair-held = jours tenus : { $count } sur { $of }
repair-done = C’est fait
repair-how = À quoi vous le voyez
repair-give-up = Abandonner
repair-promised = Qui attend quoi de nous
repair-promised-none = Personne n’attend une promesse.
repair-promise-follows = La mesure { $count } la suit : { $what }
repair-promise-open = Quelque chose a été offert, et aucune mesure ne le suit.
repair-follow = Suivre par une mesure
repair-limits = Seuils du suivi
repair-limits-lead = Dépassé pendant le suivi, un seuil rouvre le dossier de lui-même, une fois.
repair-limit = { $what } : plus de { $over } en heures : { $count }
repair-limit-passed = dépassé depuis { $what }
repair-limit-add = Fixer un seuil
repair-over = Plus que ce nombre
repair-hours = En tant d’heures
wash-title = Ce que l’équipe en dit
wash-place = { $n } sur { $of }
wash-who = L’équipe le lit avec votre nom ; un client, jamais.
wash-say = Votre réponse
wash-do = Garder et continuer
wash-skip = Continuer sans répondre
wash-all = Qui a dit quoi
wash-nobody = Personne n’a encore répondu.
wash-answers = personnes qui ont répondu : { $count }
wash-begin = Répondre, une question à la fois
lesson-draw = Tirer une leçon
lesson-lead = Une leçon est un changement du plan. Elle est d’abord proposée, avec ce qu’on trouverait alors dans le plan.
lesson-no-plan = Il n’y a pas encore de plan : commencez par en faire un.
lesson-place = Où dans le plan
lesson-next = Voir les champs
lesson-other = un autre endroit
lesson-text = Ce qui est appris, en une phrase
lesson-records = Événements sur lesquels elle repose
lesson-records-hint = Numéros de la chronologie, séparés par des virgules. Facultatif.
lesson-records-wrong = Les événements sont des numéros, par exemple 3, 12. Rien n’a été enregistré.
lesson-no-text = Dites en une phrase ce qui est appris. Rien n’a été enregistré.
lesson-propose = Proposer
lesson-none = Aucune leçon n’est tirée.
lesson-finds-nothing = On ne trouverait rien de nouveau dans le plan.
lesson-mends = Remarques du plan qui disparaîtraient : { $count }
lesson-accept = Prendre dans le plan
lesson-shelve = Mettre de côté
review-unknown = Ce qu’on ne sait pas
compare-title = Retours comparés
compare-none = Il n’y a pas encore de dossier à relire.
compare-alert = De la première mention à l’alerte
compare-acknowledged = De l’alerte à la prise en compte
compare-holding = De l’ouverture au message d’attente
compare-full = De l’ouverture au communiqué
compare-clocks = Échéances tenues
compare-answered = Réponses
compare-lessons = Leçons tirées · dans le plan · éprouvées
letterhead-title = Papier à en-tête
letterhead-lead = Pour les agences : sur les retours d’expérience figurent votre nom et votre couleur, et « Vigie » nulle part.
letterhead-name = Votre nom
letterhead-name-hint = Laissez vide pour le retirer.
letterhead-colour = Couleur
letterhead-do = Garder
quality-title = Qualité de la détection
quality-stretch = Depuis le { $from } ; nuits : { $count }. D’après ce qu’on a dit des signalements ; sans avis, un signalement n’entre dans aucune part.
quality-alerts = Alertes
quality-notices = Avis
quality-raised = Déclenchés
quality-confirmed = Confirmés
quality-dismissed = Écartés
quality-precision = Fondés, parmi ceux qui ont un avis, à 90 %
quality-too-few = trop peu d’avis pour le dire (moins de dix)
quality-delay = Après la première mention, la moitié en
quality-slowest = Le plus lent
quality-at-night = Ont appelé quelqu’un la nuit
quality-thousand = Pour mille nuits, à 90 %
quality-too-short = moins de deux semaines : inconnu
review-timeline = Chronologie
review-none = Rien à dire ici.
review-more = { $count } de plus, dans le retour entier
review-gap-onset = Quand cela a commencé à se voir : aucun signal n’appartient à ce dossier.
review-gap-alert = Comment on l’aurait entendu : aucune alerte n’a été donnée.
review-gap-acknowledged = Quand quelqu’un en a pris note : personne n’a pris une alerte en compte.
review-gap-holding = Quand les premiers mots sont partis : il n’y en a pas.
review-gap-full = Quand le communiqué complet est parti : il n’y en a pas.
review-gap-volumes = Combien s’en est dit : rien n’écoute.
review-gap-wrote = Combien de personnes ont écrit.
review-gap-before = Quelles réclamations d’avant avaient la même cause.
review-gap-deaf = Ce qui s’est dit sur { $what } : source sourde pendant { $span }.
review-gap-source = une source
review-gap-text = Si le texte { $count } est parti.
review-gap-erased = Ce que disaient des textes effacés ({ $count }).
review-gap-measure = Si la mesure { $count } a marché.
review-clocks-met = Toutes les échéances closes ont été tenues ({ $count }).
review-clocks-met-why = Les délais du plan conviennent à ceux qui devaient les tenir.
review-plan-done = Toutes les actions du plan ont été faites à temps ({ $count }).
review-plan-done-why = Le plan nommait ce qu’il fallait, et qui.
review-one-voice = Aucun texte parti n’en contredit un autre ({ $count }).
review-one-voice-why = Ils reposaient sur les mêmes faits et prenaient des postures compatibles.
review-all-answered = Tous ceux qui ont été pris en charge ont eu une réponse ({ $count }).
review-all-answered-why = Chaque mention avait une personne, qui l’a gardée.
review-frozen = Rien de prévu n’est parti pendant la suspension ({ $count } suspendues).
review-frozen-why = Chaque file a rendu compte de chaque publication.
review-repaired = Mesures qui ont marché, leurs tests le disent : { $count }.
review-repaired-why = Ce qu’est le succès était dit avant, et compté.
review-clock-missed = { $what } : délai dépassé de { $span }.
review-clock-missed-why = Les personnes de son échelle n’ont pas agi, ou ne pouvaient pas ; les événements disent qui fut prévenu et quand.
review-clock-missed-do = Donnez-lui un autre responsable ou suppléant, ou un délai tenable.
review-plan-action = du plan
review-action-late = L’action « { $what } » a eu { $span } de retard.
review-action-late-why = Elle attendait quelqu’un, ou son délai était trop court.
review-action-late-do = Nommez un suppléant présent à cette heure, ou changez le délai.
review-action-skipped = L’action « { $what } » était attendue et n’a pas été faite.
review-action-skipped-why = Personne n’en a senti le manque, ou ne savait que c’était à lui.
review-action-skipped-do = Retirez-la du plan, ou faites-en le premier geste d’une personne.
review-was-improvised = Fait hors de tout plan : { $count }.
review-was-improvised-why = Le plan ne les prévoyait pas, et quelqu’un y a pensé sous pression.
review-was-improvised-do = Reprenez dans le plan celles qui ont aidé.
review-mixed = Textes soumis contre la posture d’autres : { $count }.
review-mixed-why = Nier et réparer à la fois, personne n’y croit.
review-mixed-do = Décidez la posture avant le premier communiqué, et écrivez-la dans le scénario.
review-fell = Textes partis qui reposaient sur un fait tombé : { $count }.
review-fell-why = On le disait établi avant qu’il le soit.
review-fell-do = Dites « probable » jusqu’à deux sources, et nommez qui en décide.
review-unanswered = Mentions prises en charge et laissées sans réponse : { $count }.
review-unanswered-why = Qui en prend une empêche les autres d’y répondre.
review-unanswered-do = Répondez-y encore, ou transmettez-les ; revoyez le délai de réponse du plan.
review-vacant = Le rôle « { $what } » n’avait personne.
review-vacant-why = Toutes les personnes nommées étaient absentes ou injoignables.
review-vacant-do = Nommez une personne de plus, à d’autres heures.
review-fallback = Textes partis par le repli, faute de validation à temps : { $count }.
review-fallback-why = Ceux qui valident n’étaient pas là à cette heure.
review-fallback-do = Nommez un autre valideur, ou plus de textes validés par temps calme.
review-relapsed = C’est revenu ({ $count }).
review-relapsed-why = La cause n’avait pas disparu, ou la fin fut dite trop tôt.
review-relapsed-do = Donnez un test à chaque mesure, et ne closez que s’il tient.
review-dismissed = Signalements des semaines d’avant qui ont été écartés : { $count }
review-dismissed-why = Ce n’était peut-être rien, peut-être déjà le début : cela n’a pas été mesuré.
review-dismissed-do = Relisez pourquoi ils ont été écartés, et dites dans le plan ce qui ne doit pas l’être.
review-complained = Réclamations pour la même cause avant l’alerte : { $count }
review-complained-why = Ceux qui se plaignent en privé le disent avant ceux qui le disent à tous.
review-complained-do = Confiez les réclamations de cette cause à quelqu’un qui les lit le jour même.
review-span-min = { $count } min
review-span-h = { $count } h { $min } min
review-span-d = { $count } j { $h } h

profile-title = La maison : pays, horaires, langues
profile-index = Pays, heures d’ouverture, fuseau horaire, langues de vos clients
profile-lead = Ce qui a été dit à l’installation, et se change quand cela change. Les nuits, les délais légaux et ce qui s’affiche suivent aussitôt.
profile-unsaid = Personne ne l’a encore dit : ce qui est écrit ici est seulement supposé. Vérifiez, puis enregistrez.
profile-refused = Rien n’a été changé : voyez ci-dessous.
profile-saved = C’est enregistré, et vaut dès maintenant.
profile-emergency = En cas d’urgence là-bas : { $what }.
profile-planned = Votre plan nomme : { $what }. Les délais légaux suivent le plan, et ses numéros de téléphone aussi. Changez-les là-bas également.
profile-open = Ouverture habituelle
profile-first = Du (jour)
profile-last = Au (jour)
profile-from = Ouvre à
profile-until = Ferme à
profile-hours-hint = Des heures comme 9:30. Si vous fermez après minuit, écrivez cette heure : 2:00. Qui n’a pas choisi ses heures calmes se repose pendant la fermeture.
profile-zone-hint = Comme Europe/Paris. Vos marques suivent, ainsi que l’horloge de celles et ceux qui ne s’occupent de rien d’autre.
profile-languages = Langues de vos clients
profile-size-hint = Moi seul : seul le nécessaire s’affiche.
profile-problem-size = Choisissez l’un des trois.
profile-problem-country = Choisissez un pays dans la liste.
profile-problem-languages = Cochez au moins une langue.
profile-problem-days = Choisissez deux jours de la semaine.
profile-problem-from = Écrivez l’heure d’ouverture, comme 9:30.
profile-problem-until = Écrivez l’heure de fermeture, comme 18:30, différente de celle d’ouverture.

sources-index = Flux, Mastodon, boîtes aux lettres, webhooks : ajouter, changer, suspendre, essayer
source-add = Écouter un autre lieu
source-title = Une source
source-tried = { PLURAL($count) ->
    [one] Elle répond : { $count } élément en ce moment. Rien n’a été gardé de cet essai.
   *[other] Elle répond : { $count } éléments en ce moment. Rien n’a été gardé de cet essai.
}
source-not-heard = Elle n’a pas été entendue. Rien n’a été changé.
source-host = Écoute { $what }
source-for-brand = tout ce qui s’y trouve parle de { $what }
source-for-all = seulement ce qu’une de vos recherches trouve
source-lead-feed = RSS, Atom ou JSON Feed : un journal, un forum, les commentaires de votre site.
source-lead-mastodon = Un serveur Mastodon ou apparenté : un mot-dièse, ou son fil public.
source-lead-mailbox = Chaque courriel écrit par une personne est une réclamation ; les réponses rejoignent leur conversation. Rien n’est changé dans la boîte.
source-lead-webhook = Un autre programme envoie ici ce qu’il entend, signé. Le secret s’affiche une seule fois, à la création.
source-not-added = La source n’a pas été ajoutée.
source-name = Nom
source-name-hint = Nommée comme le lieu où parlent vos clients (Google, Tripadvisor…), la passerelle sait qu’on y écoute.
source-url = Adresse du flux
source-server = Serveur
source-tag = Mot-dièse (vide : le fil public)
source-token = Jeton, si le serveur en demande un
source-secret-hint = Il est gardé, et n’est plus jamais affiché.
source-streaming = L’entendre aussitôt par le flux du serveur (il faut un jeton)
source-port = Port (vide : 993)
source-of = Ce qui compte comme mention
source-try-and-add = Essayer et écouter
source-force = Écouter quand même
source-secret-once = Signez avec ce secret (Standard Webhooks). Il ne s’affiche que cette fois :
source-deliver = Les envois vont à
source-not-changed = Rien n’a été changé.
source-test = Essayer
source-pause = Suspendre
source-resume = Écouter de nouveau
source-change = La changer
source-keep-matched = Ne garder que ce qu’une recherche trouve
source-new-url = Nouvelle adresse
source-new-token = Nouveau jeton
source-new-login = Nouvel identifiant
source-new-password = Nouveau mot de passe
source-stays-hint = Laissé vide, ce qui est gardé reste : adresses, jetons et mots de passe ne sont plus jamais affichés.
source-added = Vigie y écoute dès maintenant.
source-changed = C’est changé.
source-login-both = Écrivez l’identifiant et son mot de passe ensemble.
source-port-problem = Le port est un nombre de 1 à 65535.
source-known = Ce lieu est déjà écouté.
backtest-wide = « { $what } » figure dans énormément de textes : cette recherche pourrait trouver presque tout. Voici ce qu’elle aurait trouvé ; précisez-la, ou gardez-la si c’est ce que vous voulez.
backtest-sure = La chercher quand même
bridge-unheard = { $what } : rien n’y écoute encore.
setup-agency-more = Vos autres clients viennent ensuite, chacun à part : qui tient la machine les apporte d’un seul tableau, un client par ligne, avec « vigie init --from clients.csv » ; pour un client qui s’installe seul, « vigie init --setup-link » fait un lien.
