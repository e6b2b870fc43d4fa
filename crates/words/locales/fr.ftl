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
deaf-since = Nous n’entendons plus { $what } depuis { $when }
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

## Passerelle

bridge-all-calm = Tout est calme dans ce que nous voyons.
bridge-troubled = { PLURAL($count) ->
    [one] { $count } marque demande votre attention.
    [many] { $count } de marques demandent votre attention.
   *[other] { $count } marques demandent votre attention.
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
post-late = reçue en retard
post-deleted = effacée par son auteur
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
signal-reach = Portée
signal-tone = Ton des messages
signal-stories = Ce qui se dit
signal-stories-none = Aucun récit ne se répète : chacun dit autre chose.
signal-story-posts = { PLURAL($count) ->
    [one] { $count } publication
    [many] { $count } de publications
   *[other] { $count } publications
 }
signal-story-first = première
signal-story-open = Voir ses publications
signal-needs-it = sans ce récit, pas de signal
signal-by-author = Qui le porte
signal-by-source = Où
signal-by-query = Par quelle recherche
signal-why = Pourquoi le signal s’est levé
signal-one-in = Par hasard, une fenêtre sur
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
chart-observed = observé, par demi-heure
chart-out = hors de l’attendu
chart-expected = attendu
chart-table = Les mêmes chiffres en tableau

## Sources

sources-none = Rien n’est encore écouté.
sources-all-heard = Toutes les sources s’entendent.
sources-deaf = { PLURAL($count) ->
    [one] { $count } source ne s’entend plus.
    [many] { $count } de sources ne s’entendent plus.
   *[other] { $count } sources ne s’entendent plus.
 }
sources-add-hint = Pour en ajouter une :
source-off = en pause
source-heard = entendue
source-feed = Flux
source-webhook = Webhook entrant
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
    [one] { $count } élément illisible mis de côté. Rien d’autre n’a été perdu.
    [many] { $count } d’éléments illisibles mis de côté. Rien d’autre n’a été perdu.
   *[other] { $count } éléments illisibles mis de côté. Rien d’autre n’a été perdu.
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
tokens-lead = Pour qu’un programme lise ou écrive à votre place, par l’API.
tokens-fresh = Copiez ce jeton maintenant : il ne sera plus montré.
tokens-none = Aucun jeton.
tokens-new = Nouveau jeton
tokens-name = À quoi il sert
tokens-read-only = Lecture seule
tokens-read-write = Lecture et écriture
tokens-last-used = dernier usage
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
setup-password-hint = { $least } caractères au moins ; une phrase à vous convient bien.
setup-finish = Commencer la veille
setup-problem-trade = Choisissez un métier dans la liste.
setup-problem-link = Le lien doit ressembler à https://www.example.org, ou à @nom@serveur.
setup-problem-contact = Ce n’est ni un numéro de téléphone ni une adresse e-mail.
setup-problem-zone = Ce n’est pas un fuseau horaire comme Europe/Paris.
setup-problem-common = Tout le monde emploie ce nom : indiquez aussi la ville, ou un lien.
setup-problem-email = Ce n’est pas une adresse e-mail.
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
country-fr = La France
country-be = Belgique
country-nl = Pays-Bas
country-lu = Le Luxembourg
country-ch = Suisse
country-de = Allemagne
country-at = Autriche
country-gb = Royaume-Uni
country-ie = Irlande
country-es = Espagne
country-pt = Le Portugal
country-it = Italie
country-ca = Le Canada
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
