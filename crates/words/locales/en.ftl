# What Vigie says in English.

## The house

skip = Skip to the content
nav-label = Rooms
nav-bridge = Bridge
nav-mentions = Mentions
nav-sources = Sources
nav-settings = Settings
banner-demo = Demo: nothing here is real.
banner-drill = DRILL — nothing done here leaves the house.
banner-plain-http = Unencrypted connection: publishing and approving are switched off.
deaf-since = We have not heard { $what } since { $when }
undo = Undo
save = Save
close = Close
older = Older
never = never
since = Since
partial = partial
followers = followers
unit-bytes = bytes
logout = Log out
live-on = Live
live-off = Connection lost: this page is not being updated. Trying again.
live-over = Your session has ended: this page is no longer updated.
live-over-login = Log in again
prefs-title = Language, theme, keyboard
prefs-language = Language of the pages
prefs-theme = Theme
prefs-zone = Time zone
prefs-keys = Single-key shortcuts
theme-auto = Same as the system
theme-light = Light
theme-dark = Dark
time-just-now = just now
time-minutes-ago = { $count } min ago
time-yesterday = yesterday { $time }
hours-of = Hours of { $zone } ({ $offset }).
hours-there = Hours of { $zone } ({ $offset }); yours are those of { $own }.
count-mentions = { PLURAL($count) ->
    [one] { $count } mention
   *[other] { $count } mentions
 }
figure-range = estimated between { $low } and { $high }
figure-least = at least { $count }
figure-unknown = unknown
state-calm = calm
state-notice = notice
state-alert = alert
state-crisis = crisis
state-follow-up = follow-up
state-closed = closed
state-deaf = deaf

## Login

login-title = Log in
login-lead = Vigie keeps watch. Come in to see what is being said.
login-email = Email address
login-password = Password
login-submit = Log in
login-wrong = The address or the password is not right. Nothing has changed; try again.
login-throttled = Too many tries. Wait { PLURAL($count) ->
    [one] { $count } minute
   *[other] { $count } minutes
 }, then try again.
login-expired = Your session has ended. Log in again; you will come back to the same page.
login-carried = What you had typed: it goes on after the log-in
login-again = You are back
login-again-lead = Your session had ended when you sent this, and nothing of it was done. Read it again, then send it.
login-again-do = Send it now
login-again-not = Do not send it; go to the page

## Bridge

bridge-all-calm = All is calm in what we see.
bridge-all-deaf = We hear nothing: whether it is calm is not known.
bridge-troubled = { PLURAL($count) ->
    [one] { $count } brand needs your attention.
   *[other] { $count } brands need your attention.
 }
bridge-of-clients-none = { $what } needs your attention first; none of { $all } clients is calm.
bridge-of-clients = { PLURAL($count) ->
    [one] { $what } needs your attention first; { $count } of { $all } clients is calm.
   *[other] { $what } needs your attention first; { $count } of { $all } clients are calm.
}
bridge-empty = No brand is protected yet.
bridge-empty-do = Add your brand and what to look for: the watch begins at once.
bridge-add-brand = Add a brand
bridge-as-of = Counted
bridge-heard = { PLURAL($count) ->
    [one] { $count } of { $all } sources heard
   *[other] { $count } of { $all } sources heard
 }
bridge-surge = { PLURAL($count) ->
    [one] { $count } mention
   *[other] { $count } mentions
 } in { $minutes } min, { $low } to { $high } expected
bridge-today = { PLURAL($count) ->
    [one] { $count } mention
   *[other] { $count } mentions
 } today, { $low } to { $high } expected
bridge-calm-in = calm in what we see ({ PLURAL($count) ->
    [one] { $count } place
   *[other] { $count } places
 } of { $all })
bridge-seen-in = seen in { PLURAL($count) ->
    [one] { $count } place
   *[other] { $count } places
 } of { $all }
bridge-not-watched = Not watched: { $what }
bridge-negative = ≈ { $share } negative ({ $low } to { $high })
bridge-open = { PLURAL($count) ->
    [one] { $count } to handle
   *[other] { $count } to handle
 }
bridge-open-least = at least { $count } to handle
bridge-spark = today, { $low } to { $high } expected
bridge-last-day = last 24 hours
bridge-open-signal = Open the signal
bridge-open-mentions = See the mentions

## Timeline

timeline-title = Timeline
timeline-expected = { PLURAL($count) ->
    [one] { $count } mention
   *[other] { $count } mentions
 }, { $low } to { $high } expected
timeline-finding = { PLURAL($count) ->
    [one] { $count } mention
   *[other] { $count } mentions
 } from { $from } to { $until }
timeline-finding-day = { PLURAL($count) ->
    [one] { $count } mention
   *[other] { $count } mentions
 } on { $from }
timeline-rhythm = The busiest hours of the day are { $from } to { $until }: { $share } of the mentions.
timeline-span = Time shown
timeline-day = One day
timeline-week = Seven days
timeline-weeks = Four weeks
timeline-until = Last day
timeline-show = Show
timeline-earlier = Earlier
timeline-later = Later
timeline-per-hour = observed, per hour
timeline-per-day = observed, per day
timeline-highest = Highest
timeline-signals = Signals in this time
timeline-signals-none = None was raised.
timeline-none = Nothing was counted in this time.
timeline-newest = The latest mention is from { $what }: show those days

## Mentions

mentions-add = Add a mention
mentions-found = found
mentions-fresh = { $count } new
mentions-none = No mention matches. Widen the search or take a filter away.
mentions-search-lag = { PLURAL($count) ->
    [one] { $count } mention not searchable yet
   *[other] { $count } mentions not searchable yet
 }
mentions-select = by { $who } at { $time }
filter-query = Look for
filter-search = Search
filter-more = Filters
filter-all = Any
filter-brand = Brand
filter-source = Source
filter-language = Language
filter-polarity = Tone
filter-state = Handling
filter-to-handle = To handle
filter-handled = Handled
query-try = Try:
triage-done = Done
triage-reopen = Put back
triage-assign = Assign
triage-assign-to = Assign to
triage-nobody = Nobody
keys-title = By keyboard
keys-move = next, previous
keys-select = select
keys-done = mark as done
keys-assign = assign to somebody
keys-search = search
keys-help = this help
keys-off = These keys can be turned off at the foot of every page.
post-author-unknown = unknown author
post-no-text = A rating, no text
post-details = Details
post-grave = grave:
post-late = heard late
post-deleted = deleted by its author
post-erased = erased after the days you set
post-handled-by = done by { $what }
post-assigned-to = assigned to { $what }
polarity-negative = negative
polarity-neutral = neutral
polarity-positive = positive
polarity-hint = Estimated by the automatic reader, with its probability
kind-question = question
kind-complaint = complaint
stars-of-five = { PLURAL($count) ->
    [one] { $count } star of 5
   *[other] { $count } stars of 5
 }
lang-fr = French
lang-en = English
lang-fy = Frisian
lang-nl = Dutch
lang-de = German
lang-es = Spanish
lang-it = Italian
lang-pt = Portuguese
lang-af = Afrikaans
lang-unknown = unknown language
mention-title = A mention
mention-of = Mention of { $what }
mention-why = Why it is here
mention-bound = It comes from a source bound to the brand: everything it brings counts.
mention-engagement = Reactions over time
mention-engagement-none = No count has been seen: the reactions are unknown.
mention-versions = Earlier versions
mention-evidence = Evidence as received
mention-arrived = Arrived here
mention-payload = Size
mention-reader = Reader
mention-screenshot = Screenshot
table-when = When
table-observed = Observed
table-expected = Expected
engagement-likes = Likes
engagement-shares = Shares
engagement-replies = Replies
engagement-views = Views
engagement-by = Seen by
engagement-source = the source
add-title = Add a mention by hand
add-lead = Paste what you saw. A link, a text or a screenshot is enough; the rest can wait.
add-link = Link
add-text = Text
add-author = Author or account
add-screenshot = Screenshot to attach
add-screenshot-hint = PNG, JPEG or WebP, 8 MB at most. It is kept as evidence, never published.
add-views = Views seen
add-views-count = How many
add-views-at = At what time
add-submit = Add it

## Signal

signal-title = A signal
signal-headline = { $what }: { $finding }
signal-finding-mentions = { PLURAL($count) ->
    [one] { $count } mention
   *[other] { $count } mentions
 } in { $minutes } minutes, { $low } to { $high } expected
signal-finding-negative = { PLURAL($count) ->
    [one] { $count } negative mention
   *[other] { $count } negative mentions
 } in { $minutes } minutes, { $low } to { $high } expected
signal-finding-ratings = { PLURAL($count) ->
    [one] { $count } low rating
   *[other] { $count } low ratings
 } in { $minutes } minutes, { $low } to { $high } expected
signal-finding-grave = one grave post: { $harm }
signal-grave-words = The words that say so:
signal-silent-grave = It alerts by itself: without this post there is no signal
signal-silent-burn = It is a slow burn of days: what would have silenced it is not computed.
harm-injury = injury, illness or unsafe food
harm-leak = a leak of personal data
harm-discrimination = discrimination
harm-violence = violence or threats
harm-minor = a minor at risk
signal-late = heard late: a source was catching up
signal-partial = Partial counts: { $what } cannot be heard
signal-acknowledge = Acknowledge
signal-acknowledged = Acknowledged by { $who } ({ $when })
signal-read-posts = Read the posts
signal-not-problem = Not a problem…
signal-problem-after-all = It is a problem after all
signal-not-problem-hint = The signal closes for everybody and the reason is kept. You can take it back.
signal-dismissed = Closed by { $who } ({ $when }): { $why }
reason-own-campaign = Our own campaign
reason-good-news = Good news
reason-industry = The whole trade is affected
reason-spam = It is spam
reason-homonym = Another thing of the same name
reason-too-small = Too small to matter
signal-in-short = In short
signal-people = People
signal-since-then = Mentions since then
signal-largest-story = Largest story
signal-reach = Followers of who wrote: may have seen it
signal-tone = Tone of the posts
signal-words = Words that stand out:
signal-stories = What they say
signal-stories-none = No story repeats: everybody says something else.
signal-story-posts = { PLURAL($count) ->
    [one] { $count } post
   *[other] { $count } posts
 }
signal-story-first = first
signal-story-open = See its posts
signal-story-private = Written in private: whoever may answer it reads it.
signal-needs-it = without this story, no signal
signal-by-author = Who carries it
signal-by-source = Where
signal-by-query = Through which query
signal-why = Why it was raised
signal-posts-more = { PLURAL($count) ->
    [one] { $count } more post
   *[other] { $count } more posts
}
signal-one-in = By chance, about one window in
signal-frozen = Frozen: { $when }. Posts heard later are in the chart and the counts, not in this score.
signal-versions = Detector and reader
signal-silent = What would have silenced it
signal-silent-below = { PLURAL($count) ->
    [one] Fewer than { $count } in the same window
   *[other] Fewer than { $count } in the same window
 }
signal-silent-without = The absence of “{ $what }”
signal-silent-without-stories = { PLURAL($count) ->
    [one] The absence of a single story, marked above
   *[other] The absence of any of the { $count } stories marked above
 }
signal-stands-anyway = No single author, source or story: the signal stands without any one of them.
signal-posts = The posts
signal-posts-shown = { $count } of { $all } shown, newest first
chart-desc = Band: what is expected. Bars: what was observed. Triangle: the first value outside the band. The table holds the values.
chart-observed = observed, in the hour until then
chart-out = beyond the expected
chart-expected = expected
chart-table = The same figures as a table

## Sources

sources-none = Nothing is listened to yet.
sources-wait = { PLURAL($count) ->
    [one] { $count } source has not been visited yet.
   *[other] { $count } sources have not been visited yet.
 }
sources-all-heard = All sources are heard.
sources-deaf = { PLURAL($count) ->
    [one] { $count } source cannot be heard.
   *[other] { $count } sources cannot be heard.
 }
source-off = paused
source-waits = not visited yet
source-heard = heard
source-feed = Feed
source-webhook = Inbound webhook
source-mailbox = Mailbox
source-file = File
source-hand = By hand
source-pack = Scenario
source-bound = bound to { $what }
source-deaf-since = Deaf since
source-posts-today = Posts, 24 h
source-last-post = Last post
source-last-ok = Last heard
source-last-try = Last try
source-next-try = Next try
source-quarantined = { PLURAL($count) ->
    [one] { $count } item kept aside
   *[other] { $count } items kept aside
 }
source-gaps = { PLURAL($count) ->
    [one] { $count } gap in what was heard
   *[other] { $count } gaps in what was heard
 }
outcome-ok = answered
outcome-not-modified = nothing new
outcome-rate-limited = asks us to wait
outcome-auth = does not let us in: somebody must renew the access
outcome-gone = is gone
outcome-malformed = unreadable answer
outcome-too-big = answer too big
outcome-blocked = blocked by our own rules
outcome-network = no answer
quarantine-title = Kept aside
quarantine-headline = { PLURAL($count) ->
    [one] { $count } item kept aside. Nothing else was lost.
   *[other] { $count } items kept aside. Nothing else was lost.
 }
quarantine-dropped = { PLURAL($count) ->
    [one] { $count } older item was dropped: only the newest are kept.
   *[other] { $count } older items were dropped: only the newest are kept.
 }

## Settings

settings-brands = Brands
settings-queries = { PLURAL($count) ->
    [one] { $count } query
   *[other] { $count } queries
 }
settings-add-brand = Add a brand, a competitor or the trade
settings-add-house = For which client
settings-add-house-missing = Say for which client the brand is; nothing was added.
settings-add = Add the brand
settings-more = Access
role-own = To protect
role-competitor = Competitor
role-industry = Trade
brand-title = Settings of a brand
brand-name = Name
brand-role = Role
brand-who = Who is protected
brand-queries = What Vigie looks for
brand-queries-lead = A post that answers one of these queries becomes a mention.
brand-query-name = Name of the query
brand-query-text = Query
brand-query-hits = { PLURAL($count) ->
    [one] { $count } mention in 7 days
   *[other] { $count } mentions in 7 days
 }
brand-query-remove = Remove
brand-query-add = New query
brand-query-save = Look for this too
brand-places = Where its customers talk
brand-places-lead = What is not watched stays written on the bridge: calm is not known there.
brand-place = Place
brand-place-new = Another place
brand-place-watch = Watch
watch-watched = Watched
watch-mails = Through its mails
watch-not-watched = Not watched
brand-own-accounts = Accounts of the house
brand-own-accounts-hint = One a line, the agency’s too. What they publish is no mention.
tokens-title = Access tokens
tokens-lead = So that a program reads or writes in your place, through the API: it may what you may, until you revoke it.
tokens-fresh = Copy this token now: it will not be shown again.
tokens-none = No token.
tokens-new = New token
tokens-name = What it is for
tokens-create = Create the token
tokens-revoke = Revoke

## Errors

error-kept-nothing-changed = Nothing has changed.
error-not-found = There is nothing here.
error-not-found-do = The address may be mistyped, or this belongs to another organisation.
error-forbidden = Your role does not allow this.
error-forbidden-do = Ask an owner of the organisation to do it or to change your role.
error-bad-origin = This request did not come from our pages.
error-bad-origin-do = Open Vigie at its usual address and do it again. If the address has changed, add it to the configuration.
error-bad-request = What was sent cannot be read.
error-bad-request-do = Go back to the page, check the fields and send it again.
error-too-long = What was sent is too long.
error-too-long-do = Go back: most browsers still hold what you typed. Shorten it and send it again.
error-disk-full = The disk is full: Vigie reads, but no longer writes.
error-disk-full-kept = Everything saved before is kept. Your last action is not.
error-disk-full-do = Free some space on the machine; listening resumes by itself where it stopped.
error-internal = Vigie made a mistake.
error-internal-kept = Nothing that was saved is lost, and listening goes on.
error-internal-do = Try again. If it happens again, give the reference to whoever runs the machine.
error-your-text = What you had written, to take back
error-reference = Reference: { $what }
error-home = Back to the bridge

# What is wrong with a form
add-problem-views = The number of views must be a whole number, such as 340000.
add-problem-time = The time must look like 2026-11-22 01:50.
add-problem-picture = The picture must be a PNG, JPEG or WebP file.
name-problem-empty = A name is needed.
name-problem = That name cannot be used: it is too long, or holds a character that is not seen. Type it again.
brand-problem-zone = { $what } is not a time zone such as Europe/Paris.

# How often the reader is wrong
reader-title = How often the reader is wrong
reader-lead = Language and tone are read by a machine, and one post in a few is read wrong. Trust shares and their changes; look at a post before you act on it.
reader-version = Reader version { $what }
reader-three = Three words
reader-five = Five words
reader-whole = Whole text
reader-polarity = Tone, F1
reader-not-measured = not measured
reader-f1 = Language: how many texts of each were told right. Tone: the mean of the F1 scores of negative, neutral and positive; guessing gives a third. Measured on posts that the measured models had not seen.
reader-unlike = Where nothing was measured, no labelled posts could be had: tone is read there by emoji, signs and related words. Posts about a brand are also unlike those it learnt from, where each tone was as frequent as the others.

## Being woken

wake-title-alert = Alert: { $what }
wake-title-grave = A grave post: { $what }
wake-title-worse = Worse now: { $what }
wake-and-more = { $what } and { $count } more
wake-repeat = You may have received this before.
wake-late = This comes late: it is told now because it was not heard or could not be told in time.
wake-worse-level = It was a notice when it was acknowledged; now it is an alert.
wake-worse-press = The press has picked it up.
wake-worse-tenfold = Ten times what was acknowledged.
wake-finding = { $what }: { PLURAL($count) ->
    [one] { $count } mention
   *[other] { $count } mentions
 } in { $minutes } minutes, usually { $usual }; since { $since }
wake-finding-grave = { $what }: one grave post, { $harm }; since { $since }. The words that say so: { $words }
wake-grave-alone = It is the only post about this brand in the last hour
wake-grave-beside = { PLURAL($count) ->
    [one] { $count } other post about this brand in the last hour
   *[other] { $count } other posts about this brand in the last hour
}
wake-grave-usual = { $what }; usual at this hour: about { $count }.
wake-grave-usual-unknown = { $what }; what is usual is not known yet.
wake-in-press = { "" }; in the press
wake-below-alert = { "" }; below an alert
wake-quote = – { $who }: “{ $what }”
wake-told = Told as well: { $what }
wake-told-nobody-else = Nobody else was told.
wake-also-missed = Missed, too old to wake you: { $what }
wake-also-quiet = Held back in your quiet hours: { $what }
wake-also-held = Held back, you had been called often enough: { $what }
wake-tap = Open the link and tap once: it falls silent for everybody until it gets worse.
wake-test-title = Vigie: a test
wake-test-body = This is how Vigie wakes you through “{ $what }”. Open the link and tap once, then you know that it works.

alive-blind-title = Vigie was blind from { $from } to { $until }
alive-blind-body = Nothing was heard from { $from } to { $until }. Meanwhile, as far as it was heard since:
alive-meanwhile = { $what }: { PLURAL($count) ->
    [one] { $count } mention
   *[other] { $count } mentions
 }, { $negative } of them negative
alive-meanwhile-alert = { "" }; an alert since { $what }
alive-meanwhile-nothing = Nothing came.
alive-deaf-title = Vigie hears nothing: { $what }
alive-deaf-body = No source of { $what } has answered since { $since }. It stays quiet now because it is deaf, not because all is well.
alive-other-title = Another Vigie is silent
alive-other-body = { $what } has not said that it listens since { $since }: { $why }. Whoever relies on it is blind.
## A query is tried before it is saved

backtest-try = Try it
backtest-title = Try a query
backtest-lead = Nothing is saved by trying. Vigie holds the query against the posts it has stored, beside the queries that are saved now.
backtest-finding = { PLURAL($count) ->
    [one] { $count } mention
   *[other] { $count } mentions
 } instead of { $present }
backtest-since = Posts since { $since }. Signals are counted as they would have been raised.
backtest-present = As saved
backtest-changed = As tried
backtest-negative = Of those, negative
backtest-alerts = Alerts
backtest-notices = Notices
backtest-gained = Also found: { $count }
backtest-lost = No longer found: { $count }
backtest-mention = See the mention
backtest-days = Mentions, day by day
backtest-short = There is much to look at: only the newest { $count } posts were tried, back to { $since }.
backtest-unseen = Some sources keep only what matches ({ $what }): { $passed } of { $seen } posts were not kept. What a wider query would find among those is not known.
backtest-all-kept = Every source keeps all its posts: whatever was heard was tried.

## The week in five lines

report-title = The week
report-lead = Vigie is awake. The same five lines come by themselves, every Monday morning.
report-subject = The week of { $what }: { $from } to { $until }
report-about = about { $what } ({ $low } to { $high })
report-least = at least { $what }
report-unknown = not known
report-more = { $what } and { $count } more
report-quiet = A quiet week: nobody was heard speaking of { $what }.
report-unheard = No mention: nothing was listened to.
report-mentions = { PLURAL($count) ->
    [one] { $count } mention this week.
   *[other] { $count } mentions this week.
 }
report-before = The week before: { $what }.
report-before-unknown = The week before cannot be compared: Vigie was not listening yet.
report-signals-none = No alert.
report-signals = Alerts: { $alerts }. Worth a look: { $notices }.
report-answered = Nothing waits for you: whatever was said has been dealt with.
report-waiting = { PLURAL($count) ->
    [one] { $count } mention waits for somebody to deal with it
   *[other] { $count } mentions wait for somebody to deal with them
 }, the oldest since { $since }.
report-waiting-least = At least { $count } mentions wait for somebody to deal with them, one of them since { $since }.
report-tone-none = Nothing to count: no likes, no shares, no tone.
report-engagement = Likes, shares and replies: { $what }.
report-negative = Negative: { $what }.
report-negative-few = Negative: { $count } of { $all }, too few to speak of a share.
report-reader = A machine reads the tone and is sometimes wrong: it scores { $quality } out of 100, and guessing would score 33.
report-reader-unmeasured = A machine reads the tone; how often it is wrong in these languages was never measured.
report-sources-none = Vigie listens nowhere: silence means nothing. Add a source.
report-sources-unheard = Vigie has not listened to any source yet: silence means nothing. It listens while it runs (vigie serve).
report-sources-some = { $count } of { $all } sources can be heard.
report-sources-untried = Not listened to yet: { $what }.
report-sources-heard = { PLURAL($count) ->
    [one] The source can be heard.
   *[other] All { $count } sources can be heard.
 }
report-sources-deaf = { PLURAL($count) ->
    [one] { $count } of { $all } sources can be heard
   *[other] { $count } of { $all } sources can be heard
 }. Silent: { $what }.
report-deaf = { $what } (since { $since })
report-gaps = { PLURAL($count) ->
    [one] One source missed
   *[other] { $count } sources missed
 } about { $hours } h of the week.
report-missing-none = Nothing that Vigie knows of is missing.
report-missing = What this does not show: { $what }.
report-missing-sources = anything, for no source is listened to
report-missing-since = what was said before { $what }
report-missing-places = places that are not watched ({ $what })
report-missing-queries = what these searches look for, as they cannot be read ({ $what })
report-missing-brands = anything about { $what }, as nothing looks for it
report-missing-engagement = likes and shares of { PLURAL($count) ->
    [one] { $count } mention
   *[other] { $count } mentions
 }
report-missing-tone = how often the tone is wrong for { PLURAL($count) ->
    [one] { $count } mention
   *[other] { $count } mentions
 } in a language that was not measured
report-earlier = The week before
report-later = The week after
report-all = All brands
report-show = Show
report-line-waiting = What waits
report-line-tone = Engagement and tone
report-line-missing = What is missing
report-letter-quiet = Nothing happened, and it was listened all week: { $what }.
report-letter-short = No room here for the five lines of: { $what }. The page has them.
report-letter-end = Vigie is awake. This comes every Monday; you can turn it off under Settings, How you are woken.

wake-page-title = I have seen it
wake-page-lead = Tap once: it falls silent for everybody until it gets worse.
wake-page-do = I have seen it
wake-page-take = It is mine
wake-page-mine-none = It is acknowledged; others have its posts.
wake-page-mine = { PLURAL($count) ->
    [one] It is yours: the post it quotes is assigned to you.
   *[other] It is yours: the { $count } posts it quotes are assigned to you.
    }
wake-page-first = Thank you: yours is the acknowledgement.
wake-page-known = { $who } was first ({ $when }).
wake-page-silent = It is silent for everybody until it gets worse.
wake-page-nothing = There is nothing to acknowledge here any more.
wake-page-nothing-do = The story is over, or this link is no longer good. The bridge says what is up now.
wake-page-may-not = You read here; acknowledging it is for others.
wake-page-may-not-do = Nothing has changed: the calls go on. These may acknowledge it: { $what }. Tell one of them.
wake-page-works = It works: “{ $what }” wakes you.
wake-page-works-do = You can close this page.
wake-page-here = This was tapped on the machine that Vigie runs on.
wake-page-here-do = It shows nothing of your phone: open the message there and tap its link. The test is not counted.
wake-page-signal = Read the signal
waking-title = How you are woken
waking-index = Your phone, your mail, quiet hours, and who is called next
waking-nobody = Nothing can wake you yet. Add a target, then try it.
waking-untried = You have not tapped a test yet. Try a target with your phone in your hand.
waking-works = It works: you have tapped a message that came this way.
waking-sandbox = Nothing leaves this world: messages wait and are never sent.
waking-saved = Saved.
waking-hours = Quiet hours and limits
waking-hours-lead = In quiet hours only an alert or one grave post calls you. The limits hold over all your brands; what is held back is named in your next message.
refusal-said = { $what } It was said: “{ $said }”.
refusal-there = the other side
refusal-sandbox = Nothing leaves this world: it is a drill or a demo.
refusal-late = It was not sent in time, and would now come too late.
refusal-no-mailer = No mail server is set up: name one in the configuration.
refusal-no-key = Nothing can be pushed: no key of this house works. Run vigie init, or subscribe again.
refusal-settings = What is set for this target cannot be used: enter it again.
refusal-gone = There is nobody to send it to any more: the target was taken away, or no mails are wanted.
refusal-too-long = It is longer than a letter may be.
refusal-stopped = Vigie was stopped while it was sent: it may have arrived.
refusal-inside = { $what } stands for an address inside the house: if it is yours, put it on the allow-list.
refusal-no-host = No address was found for { $what }: check the spelling and the network.
refusal-no-connection = There was no connection to { $what }.
refusal-insecure = The connection to { $what } cannot be kept from others.
refusal-slow = { $what } did not answer in time and was given nothing.
refusal-not-begun = { $what } was not given the message.
refusal-moved = { $what } leads on to another address: enter the one that it has now.
refusal-login = { $what } does not let us in: check name, password or token.
refusal-no-such = { $what } does not know this address, topic or subscription.
refusal-busy = { $what } asks to wait: it is tried again.
refusal-broken = { $what } has trouble of its own: it is tried again.
refusal-refused = { $what } said no.
refusal-unclear = { $what } was given the message, and it is not known whether it took it.
publish-token = { $what } does not know the token any more: connect the account again.
publish-scope = The token may not do that at { $what }: make one that may read and write.
publish-busy = { $what } asks to try later: it is tried again.
publish-slow = { $what } did not answer in time.
publish-network = { $what } could not be reached: check the address and the network.
publish-moved = { $what } leads on to another address: enter that one.
publish-refused = { $what } said no.
publish-unreadable = What { $what } answered cannot be read: is it the right address?
publish-unsaid = It was told to hold and did not answer that it does: look there whether it does.
publish-channel = The key opens this channel no more: give it again.
publish-off = This channel is switched off in its tool.
publish-other = The token opens another account now: connect it again.
publish-settings = What was entered cannot be used: check the address and the token.
waking-problem = Nothing has changed: hours look like 22:00, limits are whole numbers from 1 to 100.
waking-quiet = Keep quiet hours
waking-from = From
waking-to = Until
waking-budget = Calls at most
waking-half-hour = in half an hour
waking-day = in a day
waking-brand-day = in a day for one brand
waking-weekly = The week on Monday morning
waking-weekly-lead = It goes to your mail address, or else to your first target. It wakes nobody, and it comes in quiet weeks too: when it does not come, look whether Vigie is awake.
waking-weekly-do = Send me the week in five lines

retention-title = How long things are kept
retention-index = After how many days texts and names are erased
retention-none = Nothing is erased: texts and names are kept as long as Vigie is. 365 days are a good beginning.
retention-set = What is older than this is erased, once a day. Counts and signals stay.
retention-posts = Posts
retention-oldest = The oldest came
retention-without-text = Without their text already
retention-without-author = Without their author already
retention-text-days = Keep texts for so many days
retention-author-days = Keep authors’ names for so many days
retention-evidence-days = Keep evidence for so many days at most
retention-empty = Empty: for ever. The days count from the day a post came in; at least 7.
retention-evidence = Evidence stays: what somebody reported by hand or has in hand, and what a signal quotes that nobody dismissed. A post that is several organisations’ goes when all of them let it go.
retention-sources = Different for one source
retention-source-empty = Empty: as above.
retention-preview = See what would go
retention-would = Texts that would go now: { $texts }. Authors: { $authors }. Posts that stay as evidence: { $evidence }.
retention-part = Only half a million posts were looked at: there may be more.
retention-save-lead = Nothing is saved yet. Save, and it goes within a day. What is erased does not come back.
retention-problem = Nothing has changed: days are whole numbers from 7 to 36,500.
retention-saved = Saved. What is to go goes within a day.
retention-log = What was erased
retention-log-none = Nothing yet.
retention-log-pass = Texts erased: { $texts }. Authors: { $authors }.
retention-log-rules = The days were set by { $what }
retention-console = the command line
targets-title = Where you are reached
targets-lead = The first is tried at once, the next one when nobody has tapped.
targets-add = Add a target
target-mail = E-mail
target-push = This phone or browser
target-webhook = Signed webhook
target-chat = Slack or Mattermost
target-name = Name, if you like
target-push-hint = Put the page on the home screen first. The message is encrypted; the browser’s push service cannot read it.
target-push-do = Let it wake me
target-push-cannot = This browser cannot be woken: it needs JavaScript and https, and on an iPhone the page on the home screen.
target-push-denied = The browser did not allow it. Allow notifications for this page, then try again.
target-server = Server
target-topic = Topic
target-token = Access token, where the server asks for one
target-ntfy-hint = Whoever knows the topic reads along: choose one that nobody can guess, or a server that asks for a token.
target-chat-url = Address of the incoming webhook
target-markup = Written for
target-webhook-url = Address
target-webhook-hint = JSON, signed by Standard Webhooks. The secret is shown once, when it is added.
target-add = Add
target-test = Test
target-first = Try first
target-remove = Remove
target-removed = a target that was taken away
target-fresh = Check signatures with this secret; it will not be shown again.
target-added = Added. Now try it: press Test, then tap the link in the message.
target-tested = A test is on its way. Tap the link in it, then you know that it works.
target-tapped = last tapped
target-rests = left alone until
target-problem-mail = That is no mail address. Nothing was added.
target-problem-ntfy = Nothing was added: the server alone, as https://ntfy.example.org, and a topic of letters, digits, - or _.
target-problem-push = The browser gave a subscription that cannot be used. Nothing was added; try again.
target-problem-webhook = That is no web address. Nothing was added.
target-problem-chat = That is no address of an incoming webhook. Nothing was added.
target-problem-many = You have { $count } targets, the most there can be. Take one away first.
outbox-waiting = waiting
outbox-sending = on its way
outbox-sent = delivered
outbox-unknown = perhaps arrived
outbox-failed = not delivered
outbox-stale = too late, not sent
outbox-silenced = no longer needed
outbox-tries = { PLURAL($count) ->
    [one] { $count } try
   *[other] { $count } tries
 }
outbox-perhaps = { PLURAL($count) ->
    [one] { $count } of them perhaps arrived
   *[other] { $count } of them perhaps arrived
 }
messages-title = Messages to you
messages-lead = What was to be sent to you, and what became of it.
messages-state = What became of it
messages-lost-only = not surely arrived
messages-lost = { PLURAL($count) ->
    [one] { $count } message did not surely arrive
   *[other] { $count } messages did not surely arrive
 }
messages-none = No such message.
ladder-title = Who is called, and who next
ladder-lead = Step 1 is called at once. When nobody taps in its minutes, each is called on their next target, then the next step is.
ladder-problem = Nothing has changed: somebody must be called, and every wait is 1 to 1440 minutes.
ladder-gives-way = Nobody in these steps can be called now: they left, or have no target. The members who have one are called one after the other.
ladder-reset = Call the members one after the other again
ladder-not-called = not called
ladder-step = Step { $count }
ladder-wait = after step { $count }
ladder-waits = Minutes to wait
ladder-no-target = has no target yet and cannot be called
ladder-only-told = may not acknowledge: is told, and the next step comes all the same
signal-woken = Who was called
signal-woken-nobody = Nobody was called about it.
signal-first = Acknowledged first by { $who } ({ $when })
offline-banner = Offline. This is the bridge as it was at

## Set-up

setup-title = Your brand in five minutes
setup-step = Step { $count } of { $all }
setup-go = Go on
setup-back = Back
setup-none-title = This Vigie is not set up yet.
setup-none-lead = Nobody can log in, and there is nothing to see.
setup-none-do = Whoever runs the machine finds the set-up link where Vigie was started: “vigie serve” prints it, “vigie init --setup-link” makes another.
setup-over-title = This set-up link opens nothing any more.
setup-over-lead = It was used, or its time is over. What was finished is kept.
setup-over-do = Ask whoever gave it to you for a new one; “vigie init --setup-link” makes it.
setup-size = How many of you look after it?
size-solo = Just me
size-solo-hint = One brand. Only what is needed is shown.
size-team = A team
size-team-hint = Several people share the watch.
size-agency = An agency
size-agency-hint = Many clients, each by itself.
setup-brand-title = Whom shall Vigie watch over?
setup-name = Name, as people say it
setup-town = Town
setup-trade = Trade
setup-link = Your site or a profile of yours
setup-contact = Phone or e-mail
setup-contact-hint = It tells the country and the language; an e-mail address becomes your login.
setup-proposal-title = What Vigie will look for
setup-proposal-lead = A post that answers one of these becomes a mention. Take away what is not you.
setup-query-name = Name
setup-query-town = Name near the town
setup-query-trade = Name with the trade
setup-query-hashtag = As a hashtag
setup-query-handle = Your account is called
setup-query-site = Your site is linked
setup-why-name = The name tells by itself who is meant.
setup-why-town = The name is an ordinary word: it counts near the town only.
setup-why-trade = People leave half of the name out and say what they bought.
setup-why-hashtag = The name in one word.
setup-why-handle = Whoever calls this account speaks to you.
setup-why-site = Whoever shows this address means you.
setup-examples = Is this you?
setup-examples-lead = Found just now. What you say no to teaches Vigie what to leave out.
setup-examples-none = Nothing was found just now. That is usual for a quiet name; the watch begins all the same.
setup-yes = Yes, us
setup-no = No
setup-exclusions = Left out from now on
setup-exclusions-lead = These stand in what is not you, and in nothing that is. Take the tick away from what you want to keep.
setup-exclusion-holds = { PLURAL($count) ->
    [one] in { $count } of your no’s
   *[other] in { $count } of your no’s
 }
setup-trouble = Not heard just now, tried again later: { $what }
setup-competitor = A competitor to compare with (you may leave it out)
setup-country = Country, for the law
setup-country-check = Nothing told the country: please check it.
setup-languages = Languages of your customers: { $what }
setup-opening = Usually open: { $what }
setup-expert = Expert
setup-sources = Vigie will listen to
setup-sources-none = There is no source here that needs no key: add one afterwards.
setup-account-title = Your login
setup-account-lead = With it you come back, on this machine and on the phone.
setup-person = Your name
setup-person-hint = Customers see it when you answer them. Empty: what your address begins with.
setup-password-hint = { $least } characters at least; a sentence of your own is good.
setup-finish = Begin the watch
phone-title = How do we reach you at night?
phone-lead = Choose one way and send a test. Once you have tapped it on your phone, you know that an alert wakes you.
phone-send = Send the test
phone-again = Send it again
phone-other = Another way or another address
phone-more = Other ways: Slack, Mattermost, a webhook, a server of your own
phone-later = Later
phone-later-hint = The bridge says that no test was tapped, until one was.
phone-looks = This page looks again by itself.
phone-waiting = The test for “{ $what }” is on its way.
phone-sent = The test for “{ $what }” was delivered to the server. Open the message on your phone and tap the button.
phone-unknown = It is not known whether the test for “{ $what }” arrived. Look at your phone.
phone-refused = The test for “{ $what }” was not taken.
phone-failed = The test for “{ $what }” could not be delivered.
phone-next-try = It is tried again: { $what }
phone-done = Vigie is set up and watches.
phone-bridge = To the bridge
phone-no-mail = No mail leaves this Vigie: there is no [mail] in vigie.toml.
phone-ntfy = Open this topic in the ntfy app on your phone and subscribe to it, then send the test.
phone-ntfy-hint = Nobody can guess the topic; whoever runs the server could read along.
phone-link-machine = No phone can open the link in the test: { $what } is this machine itself. Set “origins” in vigie.toml to the address by which phones reach Vigie, and start it again.
phone-link-network = The link in the test opens inside your own network only ({ $what }). Use a name that the outside knows, or a network that the phone is in too (a VPN).
phone-link-plain = The link in the test is not encrypted ({ $what }). Use https: put a proxy with a certificate before Vigie.
phone-link-other-server = { $what } leads to another server than this Vigie. Correct “origins” in vigie.toml, or where the name or the proxy leads.
phone-link-certificate = A phone refuses { $what }: nobody known has signed its certificate. Use one that phones know, or install yours on the phone.
phone-link-bad-certificate = A phone refuses { $what }: its certificate is another host’s, has run out or is damaged. Make a new one.
phone-link-unknown = Nobody knows the name in { $what }. Correct “origins” in vigie.toml, or have the name entered (DNS).
phone-link-closed = { $what } could not be opened from here. See that the way to it is open (router, firewall), and try it on a phone without Wi-Fi.
bridge-wake-nobody = Nobody can be woken yet.
bridge-wake-nobody-of = Nobody can be woken yet for { $what }.
bridge-wake-failing = Nobody can be woken now: every target fails.
bridge-wake-failing-of = Nobody can be woken now for { $what }: every target fails.
bridge-wake-untried = No test was tapped yet: nobody knows whether an alert wakes anybody.
bridge-wake-untried-of = No test was tapped yet for { $what }: nobody knows whether an alert wakes anybody.
bridge-wake-do = Try it now
invited-to = { $what } · { $role }
invited-go = Make my login
people-title = Team
people-index = Who belongs here and until when, whether each is reached, and who is missing tonight
people-lead = Who belongs here and what each may do.
people-role = Role
people-change = Change
people-back = Take back in
people-remove = Take out of the organisation
people-remove-hint = Their sessions end, and their API tokens here are revoked.
team-erase = Erase from kept drills
team-erase-hint = From the kept drills that they played, led or noted something of go their name, the texts that hold it, and what they showed. It does not come back.
team-erased = Erased from kept drills: { $count }
people-ownerless = Nothing has changed: nobody would own the organisation. Make another member its owner first.
people-invite = Invite somebody
people-invite-lead = You get a link to hand on. One person makes themselves a login by it.
people-invite-do = Make the link
people-fresh = { PLURAL($count) ->
    [one] Hand this link on. It makes one login, within { $count } hour, and is not shown again.
   *[other] Hand this link on. It makes one login, within { $count } hours, and is not shown again.
}
people-waiting = Invitations nobody has followed yet
people-waits = invited by { $who }, until { $when }
people-take-back = Take back
people-others = Your other organisations
person-owner = Owner
person-lead = Lead
person-spokesperson = Spokesperson
person-social-manager = Social manager
person-legal = Legal counsel
person-executive = Executive
person-read-only = Reader
person-may-all = may do everything, people included
person-may-configure = handles and changes settings
person-may-triage = handles
person-may-read = reads
reached-no-target = cannot be woken: there is no target
reached-failing = cannot be woken now: every target fails
reached-untried = no test was tapped yet
reached-tapped = can be woken: a test was tapped
setup-problem-trade = Choose a trade from the list.
setup-problem-link = The link must look like https://www.example.org, or like @name@server.
setup-problem-contact = That is neither a phone number nor an e-mail address.
setup-problem-zone = That is not a time zone such as Europe/Paris.
setup-problem-common = Everybody uses this name: say the town as well, or give a link.
setup-problem-competitor = The competitor’s name cannot be used: it is too long, or holds a character that is not seen.
setup-problem-no-query = Keep at least one query: without one nothing is looked for.
setup-problem-email = That is no address that mail can reach: write it as name@example.org.
setup-problem-password = The password is too short: { $least } characters at least.
setup-problem-taken = This address has a login already. Take another one, or ask whoever sent you the link.
expert-title = Everything that can be set
expert-lead = Hidden for one person with one brand, and always here.
expert-queries = Queries of { $what }
expert-places = Places of { $what }
spot-google = Reviews on Google
spot-app-stores = App stores
spot-local-press = Local press
spot-forums = Forums
spot-own-site = Comments on your site
country-fr = France
country-be = Belgium
country-nl = The Netherlands
country-lu = Luxembourg
country-ch = Switzerland
country-de = Germany
country-at = Austria
country-gb = United Kingdom
country-ie = Ireland
country-es = Spain
country-pt = Portugal
country-it = Italy
country-ca = Canada
country-us = United States
trade-bakery = Bakery
trade-restaurant = Restaurant, eating out
trade-cafe = Café or bar
trade-hotel = Hotel, bed and breakfast
trade-camping = Campsite, holiday home
trade-grocery = Food shop
trade-butcher = Butcher’s
trade-florist = Florist
trade-fashion = Clothes and shoes
trade-shop = Another shop
trade-hairdresser = Hairdresser, barber
trade-beauty = Beauty and care
trade-garage = Car repair
trade-craftsman = Building and repairs
trade-estate-agent = Estate agent
trade-doctor = Doctor, clinic
trade-dentist = Dentist
trade-pharmacy = Pharmacy
trade-care-home = Care home
trade-school = School, nursery
trade-sports = Sports club, gym
trade-culture = Culture, festival
trade-association = Association, charity
trade-town = Town council
trade-online-shop = Online shop
trade-app = App, software
trade-public-figure = Public figure
trade-other = Something else

# What a signal is about, how big and how grave.
assess-title = What it is
severity-title = Severity
severity-watch = keep watching
severity-alert = alert
severity-crisis = crisis
severity-points = { $points } points; an alert from { $alert }, a crisis from { $crisis }
severity-said = { $who } says so ({ $when }); the rubric says: { $what }
severity-change = Say another severity…
severity-reason = Reason
severity-save = Keep this severity
severity-back = Let the rubric decide
urgency-by = First word out by { $when }
urgency-overdue = The first word was due by { $when }
clocks-case = Case { $n } is open ({ $step }); its clocks:
clocks-case-none = Case { $n } is open ({ $step }); none of its clocks runs
clocks-would = No case is open. Opened now at the step “{ $what }”, these clocks would start:
clocks-would-none = No case is open, and at the step “{ $what }” no clock would start
clocks-left = { $what }: { $span } left ({ $when })
clocks-over = { $what }: ran out { $span } ago ({ $when })
clocks-law = { $what }, if it is so: { $span } from when somebody here knows
clocks-law-at-once = { $what }, if it is so: at once when somebody here knows
clocks-counsel = { $what }, if it is so: no term is known here, ask your counsel
clocks-more = { PLURAL($count) ->
    [one] and { $count } clock more
   *[other] and { $count } clocks more
}
assess-isolated = Single voices: fewer than five people.
forecast-title = What may come
forecast-hours = { PLURAL($count) ->
    [one] Next hour
   *[other] Next { $count } hours
}
forecast-range = from { $low } to { $high } in eight of ten cases
forecast-usual = usually { $count }
forecast-record = computed again from the counts as they are now: { $held } of { $made } overlapping forecasts would have held
forecast-record-none = no forecast is old enough to be judged
forecast-young = No forecast yet: it began less than ten minutes ago.
forecast-little = No forecast: too few mentions above the usual in the last hours.
forecast-desc = Outlined area after now: mentions per hour until then, in eight of ten cases. Its line: what is expected. Dashes: the usual. The list holds the values.
assess-causes = What it is about
assess-cause-words = suggested by: { $words }
cause-safety = health or safety
cause-data = personal data
cause-discrimination = discrimination
cause-staff = staff and service
cause-quality = quality
cause-delay = delay or waiting
cause-loss = loss or damage
cause-ordering = ordering or booking
cause-cancellation = cancellation or refund
cause-price = price
cause-environment = environment or animals
cause-closing = closing or jobs
assess-origin = First told
assess-origin-copies = { PLURAL($count) ->
    [one] { $count } post tells the same
   *[other] { $count } posts tell the same
}
assess-origin-elsewhere = it repeats a post that is not here: it began elsewhere
assess-vivid = Picture or film
assess-vivid-post = suggested by a post
assess-carriers = Who spreads it most
carrier-repeated = repeated { $count }×
carrier-drawn = Likes, shares, answers
carrier-followers = Followers
carrier-posts = Posts
carrier-who = Who
carrier-erased = a name that was erased or never known
assess-places = Where it went
assess-places-desc = Each line is a kind of place, in the order they were reached; the bar runs from the first to the last mention there, a dot is the first in one source. The table holds the values.
place-network = social networks
place-forum = forums and comments
place-reviews = reviews
place-press = press
place-direct = mails and calls
place-title = Place
place-first = First
assess-languages = Languages
assess-reported = Reported by the team
assess-reported-none = Nobody has reported a figure: what no source can count.
assess-reported-by = { $who }, { $when }
reported-add = Report a figure…
reported-hint = In all, so far. The newest of a kind holds; the earlier ones are kept.
reported-subject = What
reported-value = How many
reported-note = Note
reported-save = Report
subject-views = views
subject-calls = calls, mails and visits about it
subject-cancelled = cancelled bookings and orders
subject-money = money lost or paid back
subject-harmed = people harmed
figure-reported = reported
assess-unknown = Not known
unknown-reach = how many people saw it
unknown-organic = how much of it is organised
unknown-grave = whether a single post is grave in itself
unknown-vivid = whether there is a picture or a film: no post shows or names one, and not every source tells
unknown-cause = what it is about: no words suggest it
unknown-harm = what it costs: nobody reported calls or cancellations
unknown-forecast = what will come
unknown-growth = whether it grows: it is less than two hours old
unknown-ill = whether the tone is worse than usual: too few mentions
unknown-rest = what the mentions say beyond the first 5,000
assess-factors = How the severity comes about
factor-title = Factor
factor-value = Value
factor-points = Points
factor-least = at least { $what }
factor-of = { $points } of { $most }
factor-volume = times the usual
factor-growth = % of the hour before
factor-people = people
factor-ill = points more that speak ill
factor-duration = minutes since it began
factor-reach = followers of the authors
factor-places = kinds of public places
factor-press = articles in the press
factor-cause = gravity of the cause, 1 to 3
factor-vivid = picture or film
factor-harm = reported calls, cancellations, people harmed
factor-organic = ‰ at most that is people’s own
factor-grave = a grave post

# How often a brand is told of, and what labels say of it.
budget-title = How often to speak up
budget-index = One a day, a week or a month; and what your verdicts say of it
budget-lead = Even when nothing happens, chance makes some noise. Choose how many false alarms you can bear: the rarer they are, the more it takes to speak up. What was raised stays; the choice counts from the next minute on.
budget-notices-lead = At most, in calm times. A notice wakes nobody.
budget-alerts-lead = At most, in calm times. An alert wakes people.
budget-day = About one a day
budget-week = About one a week
budget-month = About one a month
budget-two-months = About one in two months
budget-half-year = About one in half a year
budget-usual = { $what } (the usual)
budget-would = Since { $when } this choice would have given: { $count }
budget-shared = Your organisation has { $brands } brands of its own. So that all of them together give no more than three false notices a day and one false alert a week, each gives less than is chosen here: { $notices } of the notices, { $alerts } of the alerts.
budget-labels = What your verdicts say
budget-labels-lead = Every signal that you acknowledged or closed is an example. Nothing changes without you.
budget-few = With a verdict, and comparable: { $labelled }. From { $needed } on there is something to propose.
budget-keep = With a verdict: { $labelled }, closed as nothing: { $dismissed }. No other choice does better.
budget-rarer = With a verdict: { $labelled }, closed as nothing: { $dismissed }. With “{ $often }”, { $spared } of those would not have come, and none that was acknowledged would have been lost.
budget-apply = Take this proposal
budget-kept = Saved. It counts from the next minute on.
budget-otherwise = Your verdicts propose something else by now. Nothing was kept: look at the proposal again.
budget-log = Who chose what
budget-log-none = Nobody has chosen yet: it is as usual.
budget-log-said = { $who }: notices “{ $notice }”, alerts “{ $alert }”
budget-log-labels = from the verdicts
budgets-title = What your verdicts propose, for all brands
budgets-index = Take the proposals of several brands at once
budgets-lead = For each brand, what the verdicts on its signals say, and what would have been different. Tick what you want; nothing changes without you.
budgets-none = For no brand there are verdicts enough to propose anything.
budgets-take = Take it: notices “{ $notice }”, alerts “{ $alert }”
budgets-apply = Keep what is ticked
budgets-few = { PLURAL($count) ->
    [one] { $count } brand has too few verdicts: from five on there is something to propose.
   *[other] { $count } brands have too few verdicts: from five on there is something to propose.
}
budgets-next = Further brands
budgets-kept = Saved, and counting from the next minute on: { $count }. What the verdicts no longer propose stays as it was.

# The rubric of the severity, as a form.
rubric-title = How severity is judged
rubric-index = The points of each factor, the bounds and the terms
rubric-lead = From such a value on, so many points; points add up. A step may also call for a severity by itself. More of anything is never less grave: what would make it so is refused.
rubric-own = Your organisation has a rubric of its own.
rubric-house = It is the house’s rubric.
rubric-from = From
rubric-points = Points
rubric-least = At least
rubric-least-none = nothing
rubric-row = { $what }, step { $n }
rubric-empty = An empty step does not count; a factor without steps counts for nothing. Save to get one more empty line.
rubric-bounds = Bounds
rubric-alert = An alert from so many points on
rubric-crisis = A crisis from so many points on
rubric-minutes = Minutes until the first word
rubric-problem = Nothing has changed: see what is said beside the fields.
rubric-wrong-number = These are no whole numbers, or one is missing.
rubric-wrong-falls = Values must rise; points and the severities called for must not fall.
rubric-wrong-points = Points are from 0 to 1000, and a factor has ten steps at most.
rubric-wrong-order = An alert begins at one point at least, and a crisis at more points than an alert.
rubric-wrong-minutes = Minutes are from 1 to 43,200, and the graver never has longer.
rubric-saved = Saved. Signals to come are judged by it.
rubric-reset = The house’s again
beside-title = What else departs
beside-departs = Departs from the usual: { $what }
beside-what = What
beside-now = Since it began
beside-usual = Usual
beside-range = { $low } to { $high }
beside-hint = Counts beside as long stretches of the four weeks before (nine in ten lie in the range), shares with a 90 % interval; at most the last day.
aspect-people = people
aspect-negative = mentions that speak ill
aspect-ill = share that speaks ill
aspect-aroused = share that speaks ill in anger, disgust or fear
aspect-first-person = share that says “I”
aspect-reposts = share that passes on another’s post
aspect-reach = followers, at each mention
aspect-places = kinds of public places
aspect-stories = stories told more and more
stands-above = more than usual
stands-below = less than usual
stands-usual = as usual
stands-unknown = too little to say
trade-title = Us or the whole trade?
trade-nobody = Not known: nobody else is watched. A competitor or the trade can be added as a brand.
trade-young = Not known: the others have been watched for less than a week.
trade-ours = { PLURAL($count) ->
    [one] Only us: the other brand watched is calm.
   *[other] Only us: none of the { $count } others stands out.
}
trade-shared = { $stirred } of { $of } others stand out too. A post that names several counts for each.
trade-trade-only = The only other that is watched stands out too. A post that names both counts for each.
trade-trade = The whole trade: { $stirred } of { $of } others too. A post that names several counts for each.
trade-as-much = Rises at least half as much as we do, beside its own usual: { $what }. That changes what it is, and silences nothing.
trade-who = Brand
stir-us = us
stir-calm = as usual
stir-less = stands out less
stir-as-much = stands out as much
stir-unknown = watched too shortly
factor-arousal = points more that speak ill in anger, disgust or fear
factor-impersonal = points fewer that say “I”
forecast-picture = may come, per hour
place-sources = Sources, in order
assess-cause-beyond = { $count } more than usual
# Who acts together.
company-title = Who acts together
company-share = { $share } of it is people’s own: done by accounts in no group.
company-share-unknown = How much is people’s own cannot be told from what is known.
company-none = No accounts did the same at the same time more often than chance explains.
company-group = { $count } accounts that coincide
company-more = Groups found beside these: { $count }.
company-one-in = By chance, about one such group in { $count } storms like this.
company-who = Accounts
company-others = and { $count } more
company-shared = What they shared
company-for = What speaks for acting together
company-against = What speaks against it
company-hypothesis = This is no verdict. Fans, a newsroom with ten pages and one person with two accounts look alike from here. Who is behind it, “a competitor?” included, is a hypothesis that a person must confirm before anybody says it aloud.
company-picture = Left the accounts, right what they shared; a line says that they coincided on it. The table below holds the same.
company-what = What
company-outside = Others
company-posts = Posts that show it
company-objects = { $shown } of { $count } things shown.
kind-repost = the same post passed on
kind-link = the same link
kind-text = nearly the same text
kind-hashtags = the same hashtags
kind-reply = answers to the same post
kind-image = the same picture, byte by byte
kind-blurhash = pictures that look alike blurred (weaker than the same file)
kind-unknown = the same thing
stretch-seconds = { $count } s
stretch-minutes = { $count } min
stretch-hours = { $count } h
stretch-days = { $count } days
sign-synchrony = Pairs of them coincided within { $stretch } { $count } times, where chance gives { $expected }.
sign-closeness = Half of these were at most { $stretch } apart.
sign-density = { $count } of { $possible } possible pairs stand out.
sign-single-purpose = { $share } of what they did here was together.
sign-other-interests = { $share } of what they did here was something else, as people do.
sign-popular = { $share } of those who did the same are in no group: it was popular.
sign-one-stretch = All of it happened within { $stretch }, as around a broadcast or a match.
sign-few-accounts = Only { $count } accounts: one person, or one house, may have as many.
sign-blurred = Of the { $shown } things shown { $count } are pictures known only by how they look blurred: different pictures may look so, too.
sign-few-objects = They coincided on few things: { $count }.
sign-young = { $count } of the { $known } accounts whose age is known were younger than two weeks; of the others in this storm fewer than a quarter.
sign-old = { $count } of the { $known } accounts whose age is known are older than a year.
sign-default-profiles = { $count } of the { $known } accounts whose profile is known left it as the platform made it, without a picture or a word; of the others in this storm fewer than a quarter. Many who only read do so.
sign-single-review = { $count } of the { $known } accounts of which it is known have written this one review and no other; of the others in this storm fewer than a quarter. Everybody begins with one.
sign-many-reviews = { $count } of the { $known } accounts of which it is known have written five reviews or more.
sign-vanished = { $count } of their posts were deleted within ten minutes.
sign-nothing-measured = Nothing that was measured. Who they are and what they want was not.
sign-arrival = { $count } reviews within { $stretch }, where { $expected } usually come.
sign-one-sided = { $share } give { $count } of 5 stars; usually { $usual }.
sign-one-off = { $count } of the { $known } accounts of which something is known are new or reviewed nothing else; usually { $usual }.
sign-one-off-assumed = { $count } of the { $known } accounts of which something is known are new or reviewed nothing else. What is usual here is not known; { $usual } is assumed.
sign-copied = { $count } of { $known } repeat an earlier review.
sign-real-customers = { $count } look like real customers: people may have a reason.
sign-nothing-known = Nothing is known of { $count } accounts.
sign-arrival-unknown = How many reviews usually come is not known: four weeks of listening are needed.
sign-crowd-possible = A video, a report or a queue at the counter brings many first-time reviewers on one day, too. Nothing here tells that apart.
signs-none = nothing that was measured
usual-unknown = not known
unseen-few = who acts together: too little was done to compare
unseen-ages = how old accounts are: known of { $known } of { $accounts }
unseen-nameless = who wrote { $count } mentions: they do not say
unseen-pictures = whether they share a picture: their sources tell nothing of pictures; texts, links, hashtags, reposts and answers were compared
unseen-pictures-some = whether they share a picture, but for { $known } of { $mentions } mentions: of the others the source tells nothing, or they have none
unseen-rest = what was beyond the room: only a part was compared
unseen-terms = who { $accounts } accounts of X are: the terms of X forbid inferences about a person, so they are counted and not singled out

# A burst of ratings and its dossier.
reviews-title = The ratings
reviews-line = { $count } ratings in the burst: { $alike } look alike beyond what angry customers share, { $own } look like real customers, { $open } are neither.
reviews-one-in = By chance, one such burst by such accounts in { $count }.
reviews-one-in-accounts = By chance, such accounts in one burst of { $count }; that so many came says nothing here, as what is usual is not known.
reviews-for = What speaks for a campaign
dossier-link = The dossier: each review and why
dossier-title = Dossier of { $what }
dossier-lead = For the platform, to look at. It accuses nobody: it lists what is known of each review, for and against. It was made by comparing; the platform knows its accounts.
dossier-terms = Reviews stand as they were written, with their source. Not for publication: show them to the platform, nobody else.
dossier-alike = Alike: please look at these ({ $count })
dossier-own = Real customers as far as can be seen: not accused ({ $count })
dossier-open = Too little is known of them: not accused ({ $count })
dossier-rest = Not printed here: { $count } more. The API and the command line have all.
dossier-none = Fewer than five mentions of this signal are ratings: there is no dossier.
dossier-for = for
dossier-against = against
dossier-unknown = not known
dossier-original = At the source
evidence-in-burst = it came in the burst
evidence-another-time = it came at another time
evidence-same-rating = it gives the burst’s stars
evidence-other-rating = it gives other stars
evidence-no-text = stars only, as many who are simply disappointed
evidence-copied-text = earlier reviews with nearly its text: { $count }
evidence-own-text = words of its own
evidence-new-account = its account was { $count } days old
evidence-old-account = its account is { $count } days old
evidence-only-review = its account reviewed nothing else
evidence-history = its account has written { $count } reviews
evidence-age-unknown = how old its account is
evidence-history-unknown = what else its account reviewed
evidence-rating-unknown = its stars
evidence-text-unknown = its text

## What the check of a plan finds

finding-unreadable = The text cannot be read here: { $what }
finding-unreadable-why = What stands behind this place may be left out of the plan.
finding-unreadable-fix = Correct the line; texts stand between quotation marks.
finding-too-long = { $kind ->
        [items] There are more than { $most } of these.
        [hours] So many people, hours and rules together cannot be played through.
       *[other] The plan is longer than { $most } bytes.
    }
finding-too-long-why = What is beyond that was not read, or not checked.
finding-too-long-fix = Shorten it, or split it into a base plan and differences.
finding-unknown-section = No plan has a section "{ $name }".
finding-unknown-section-why = What stands in it is not used.
finding-unknown-section-fix = Take it out, or write the name of a section that there is.
finding-unknown-field = "{ $section }" has no field "{ $name }".
finding-unknown-field-why = What it says is not used.
finding-unknown-field-fix = Take it out, or correct its name.
finding-wrong-kind =
    "{ $field }" must be { $wanted ->
        [text] a text
        [list] a list
        [number] a whole number
        [flag] true or false
        [day] a day
        [section] a section of its own
        *[other] something else
    }.
finding-wrong-kind-why = It was left out.
finding-wrong-kind-fix = Write it so.
finding-unknown-choice = "{ $field }" cannot be "{ $name }".
finding-unknown-choice-why = It was left out.
finding-unknown-choice-fix = One of: { $wanted }.
finding-bad-value = "{ $name }" cannot be read as "{ $field }".
finding-bad-value-why = It was left out.
finding-bad-value-fix =
    { $wanted ->
        [length] A length of time: 15 min, 2 h, 3 days.
        [day] A day: 2027-01-31.
        [hours] Hours: mon-fri 08:00-19:00.
        [zone] A time zone: Europe/Paris.
        [absence] First and last day: 2026-08-01..2026-08-21.
        [phone] A telephone number: 020 7946 0123.
        [query] Words in the language of queries, as *Settings → brand → queries* takes them.
        [email] An address of mail: lea@example.org.
        *[other] A whole number within its bounds.
    }
finding-missing-field = "{ $name }" has no "{ $field }".
finding-missing-field-why = The plan cannot be used there without it.
finding-missing-field-fix = Add it.
finding-unknown-reference =
    There is no { $kind ->
        [who] role or person
        [person] person
        [objective] objective
        [scenario] scenario
        [action] action
        [stakeholder] stakeholder
        *[other] such thing
    } "{ $name }" in the plan.
finding-unknown-reference-why = Whoever reads this at night looks for it in vain.
finding-unknown-reference-fix = Correct the name, or add what it names.
finding-empty-objective = No strategy serves the objective "{ $name }".
finding-empty-objective-why = An objective without a road is a wish.
finding-empty-objective-fix = Add a strategy with objective = "{ $name }", or take it out.
finding-empty-strategy = The strategy "{ $name }" has no action.
finding-empty-strategy-why = Nobody does anything for it.
finding-empty-strategy-fix = Add an action with strategy = "{ $name }", or take it out.
finding-orphan-strategy = The strategy "{ $name }" serves no objective.
finding-orphan-strategy-why = Nobody can say what it is good for, nor whether it worked.
finding-orphan-strategy-fix = Name its objective: objective = "…".
finding-orphan-action = The action "{ $name }" belongs to no strategy.
finding-orphan-action-why = What belongs to nothing is forgotten first.
finding-orphan-action-fix = Name a strategy that there is: strategy = "…".
finding-half-missing =
    The plan has no { $name ->
        [prevention] prevention
        *[other] correction
    }.
finding-half-missing-why = A plan has two halves: before, so that it does not come; after, when it has come.
finding-half-missing-fix = Add a strategy with half = "{ $name }".
finding-no-responsible = Nobody is responsible for "{ $name }".
finding-no-responsible-why = When it explodes, everybody asks "who?".
finding-no-responsible-fix = Name exactly one: a role or a person.
finding-several-responsible = { $count } are responsible where there should be exactly one.
finding-several-responsible-why = Where several are responsible, each waits for the other.
finding-several-responsible-fix = Keep one; the other is the deputy.
finding-no-deputy = Nobody stands in for "{ $who }" in "{ $name }".
finding-no-deputy-why = People sleep, fly and fall ill.
finding-no-deputy-fix = Name a deputy, or a second person in the role.
finding-same-person = In "{ $name }" the deputy is the same person, "{ $who }".
finding-same-person-why = One cannot stand in for oneself.
finding-same-person-fix = Name somebody else.
finding-missing-role = The role "{ $name }" has nobody.
finding-missing-role-why = Its tasks fall to whoever happens to be there.
finding-missing-role-fix = Add [role.{ $name }] with people.
finding-unreachable-owner = { $name } must act ("{ $what }") and cannot be reached.
finding-unreachable-owner-why = There is neither a telephone number nor an address.
finding-unreachable-owner-fix = Add phone or email.
finding-missing-language = Nobody in the plan speaks "{ $language }".
finding-missing-language-why = Customers write in it, and somebody has to answer.
finding-missing-language-fix = Add it to a person's languages, or name somebody who helps.
finding-risk-without-query = Nothing listens for the risk "{ $name }".
finding-risk-without-query-why = It would be noticed when others call.
finding-risk-without-query-fix = Add queries: words that would be written.
finding-risk-without-scenario = The risk "{ $name }" has no scenario.
finding-risk-without-scenario-why = It is known, and nobody knows what to do then.
finding-risk-without-scenario-fix = Name a scenario that there is, or write one.
finding-scenario-without-action = In the scenario "{ $name }" nobody does anything.
finding-scenario-without-action-why = Words alone repair nothing.
finding-scenario-without-action-fix = Add moves: the first actions, in order.
finding-scenario-without-reply = The scenario "{ $name }" has no reply in "{ $language }".
finding-scenario-without-reply-why = At night nobody translates well.
finding-scenario-without-reply-fix = Write a reply in that language.
finding-no-holding = The scenario "{ $name }" has no holding text in "{ $language }".
finding-no-holding-why = The first hour passes while somebody looks for words.
finding-no-holding-fix = Write one: seen, checking, whom to call, next news.
finding-no-alternative = "{ $name }" has one text only in "{ $language }" for "{ $phase }".
finding-no-alternative-why = The same words under every post look like a machine.
finding-no-alternative-fix = Write a second one.
finding-no-safety = In "{ $name }" people may be hurt, and nothing says how to stay safe.
finding-no-safety-why = Before any word of regret: what people must do now.
finding-no-safety-fix = Add safety: two sentences and a number.
finding-expired-approval = The approval of "{ $name }" ran out on { $day }.
finding-expired-approval-why = Nobody may release it at night.
finding-expired-approval-fix = Read it again; set a new day or change the text.
finding-expires-soon = The approval of "{ $name }" runs out on { $day }.
finding-expires-soon-why = From then on nobody may release it.
finding-expires-soon-fix = Read it again and set a new day.
finding-not-approved = Nobody has approved "{ $name }" yet.
finding-not-approved-why = A fallback may only release what was approved before.
finding-not-approved-fix = Read it; then approved_by and expires.
finding-mixed-posture = "{ $name }" says "{ $posture }" and "{ $other }" together.
finding-mixed-posture-why = Whoever denies and apologises is believed in neither (SCCT).
finding-mixed-posture-fix = Choose one posture for the scenario, or split it in two.
finding-text-too-long = { $count } characters where "{ $channel }" takes { $most }.
finding-text-too-long-why = It would be cut, or refused, at the worst moment.
finding-text-too-long-fix = Shorten it, or choose another channel.
finding-unknown-blank = Nothing fills in the blank "{ $name }".
finding-unknown-blank-why = It would be published as it stands.
finding-unknown-blank-fix = Add it to [blank], or use one that the case fills in.
finding-missing-clock = The clock "{ $name }" is not there.
finding-missing-clock-why = What has no deadline is done last.
finding-missing-clock-fix = Add a clock of that kind with due and owner.
finding-clock-without-fallback = When the clock "{ $name }" runs out, nothing happens.
finding-clock-without-fallback-why = A deadline nobody takes over is a decoration.
finding-clock-without-fallback-fix = Name who takes over: fallback = "…".
finding-missing-approval =
    Nobody is named who releases a statement in a { $severity ->
        [crisis] crisis
        *[other] paracrisis
    }.
finding-missing-approval-why = The text is ready, and everybody waits for everybody.
finding-missing-approval-fix = Add an approval with that severity.
finding-approval-without-fallback = The approval "{ $name }" can wait for ever.
finding-approval-without-fallback-why = Whoever must approve may be asleep.
finding-approval-without-fallback-fix = Add within and fallback: who may then release what was approved before.
finding-nobody-can-release =
    { $weekday ->
        [monday] On Monday
        [tuesday] On Tuesday
        [wednesday] On Wednesday
        [thursday] On Thursday
        [friday] On Friday
        [saturday] On Saturday
        *[sunday] On Sunday
    } at { $hour }{ $dated ->
        [yes] {" "}({ $day })
        *[no] {""}
    } no one can release a statement ("{ $name }"): only { $only } may{ $absent ->
        [yes] , and { $missing } is absent
        *[no] , and not at that hour
    }.
finding-nobody-can-release-why = Found by leaving out each person at every hour of the week.
finding-nobody-can-release-fix = Add a fallback who can be reached then, or widen somebody's hours.
finding-missing-mandate = The plan does not say what the agency may do alone.
finding-missing-mandate-why = At night the agency either does nothing, or too much.
finding-missing-mandate-fix = Add [mandate] with day and night: watch, freeze, reply, release.
finding-mandate-forbids = The fallback "{ $who }" of "{ $name }" is the agency's, and the mandate lets it release nothing at night.
finding-mandate-forbids-why = The plan would stop exactly there.
finding-mandate-forbids-fix = Add "release" to the mandate's night, or a fallback of the client.
finding-missing-escalation = Nothing says who is told when it gets worse.
finding-missing-escalation-why = Those who decide hear it from a journalist.
finding-missing-escalation-fix = Add an escalation with tell and after.
finding-freeze-without-allow = The freeze holds everything.
finding-freeze-without-allow-why = A recall or changed opening hours must still go out.
finding-freeze-without-allow-fix = Add allow: safety, recall, opening hours.
finding-missing-stakeholder = Staff are told by nobody.
finding-missing-stakeholder-why = They are asked at the counter, and hear it from customers.
finding-missing-stakeholder-fix = Add [stakeholder.staff] with an owner and a message.
finding-missing-policy = Customers are not told where to take a complaint.
finding-missing-policy-why = Who finds no door, shouts in the street.
finding-missing-policy-fix = Add [policy] with complaints: the page or the number.
finding-missing-conduct = Staff are not told how to behave.
finding-missing-conduct-why = One angry answer from a private account is a second crisis.
finding-missing-conduct-fix = Add [conduct] with do and do_not.
finding-untested-scenario = No test covers the scenario "{ $name }".
finding-untested-scenario-why = What was never played does not work at night.
finding-untested-scenario-fix = Add a test that names it, or one for all.
finding-untested-lesson = No drill has tried the lesson "{ $name }" of case { $case }.
finding-untested-lesson-why = What was learned on paper is not learned yet.
finding-untested-lesson-fix = Play a drill of it, and name the drill in the field "tested".
finding-invented-contact = { $name } has only the number or address of an example.
finding-invented-contact-why = At the bad moment that number calls nobody.
finding-invented-contact-fix = Write the number or address under which this person really answers.
finding-approved-other-text = What would be sent for "{ $name }" was changed after it was approved: its text, or what fills its blanks.
finding-approved-other-text-why = What nobody has read must not go out at night.
finding-approved-other-text-fix = Read it again and approve it anew, on the page "Approve replies".
finding-approver-not-named = "{ $who }" has approved "{ $name }" and no rule of approval asks them.
finding-approver-not-named-why = Nobody whom the plan asks has said yes to these words.
finding-approver-not-named-fix = Have somebody of any or all of [approval] approve it, or name this person there.
finding-one-person-twice = { $name } has the telephone or the address of { $other }.
finding-one-person-twice-why = One person would count as two: as author and approver, and when somebody is away.
finding-one-person-twice-fix = Take one of them out, or write the number of the one who really answers.
finding-unbound-approval = Who approved "{ $name }" is written down, but not which words they read.
finding-unbound-approval-why = An approval holds for the exact words that would be sent, the blanks filled in; here a change of them would go unseen.
finding-unbound-approval-fix = Read it and approve it on the page "Approve replies"; in the file, write approved_text = "{ $stamp }" below its text once you have read it.
finding-near = Did you mean "{ $what }"?

## The card

card-title = The card
card-steps = In six steps
card-prepare = Before
card-look = Look: what, how many, who is hurt?
card-gather = Who leads
card-hold = Hold all marketing
card-say = Say the first true words
card-go-on = Go on: news when it was promised
card-people = Whom to call
card-moves = First moves
card-within = within { $what }
card-holding = First words
card-answers = Questions at the counter and on the telephone
card-answers-lead = Only what somebody approved stands here; everything else: take a name and a number.
card-conduct = For staff
card-do = Do
card-do-not = Do not

## The plan on its page

plan-title = The plan
plan-index = Who does what when it comes, and what is said
plan-lead = There is no plan yet. Begin with one that ships: it is filled with your name and number, and you change it until it sounds like you.
plan-kind = For whom
plan-kind-shop = A shop that one person looks after: five cards
plan-kind-brand = A brand with a team
plan-kind-agency = An agency with clients
plan-kind-figure = A public figure
plan-language = Language of the plan
plan-person = Who leads
plan-phone = Their telephone number
plan-begin = Begin with this plan
plan-text = The plan as text
plan-why = Why it is changed
plan-saved = Saved as a new version.
plan-begun-names = The example rests on what your agency’s plan does not have, so only the names were kept: write what is different at this client, part by part.
plan-begin-base = A client’s plan is laid over another: choose the plan below it. Nothing was begun.
plan-clean = Nothing is found in it.
plan-errors = { PLURAL($count) ->
    [one] { $count } error
   *[other] { $count } errors
 }
plan-warnings = { PLURAL($count) ->
    [one] { $count } warning
   *[other] { $count } warnings
 }
plan-to-do = { $count } to do
plan-error = Error
plan-warning = Warning
plan-note = To do
plan-findings = What is found, and how to mend it
plan-line = line { $count }
plan-card = The card, to print or to keep on the telephone
plan-too-long = The text has { $size } bytes; a plan has { $most } at most. Nothing was kept. What you typed stands below: shorten it, or split it into a base plan and differences.
plan-conflict = Somebody else changed the plan meanwhile
plan-conflict-lead = Nothing of yours is kept yet and nothing is lost: it stands below.
plan-theirs = What they changed
plan-ours = What you changed
plan-keep-both = Keep both
plan-log = Versions
plan-version = Version { $count }
plan-more = … and { $count } more
card-not-approved = Nobody has approved this text.

## The plan as forms: sections, fields, words of closed lists

form-section-plan = The plan itself
form-section-blank = What stands in the blanks
form-section-person = People
form-section-role = Roles
form-section-objective = Objectives
form-section-strategy = Strategies
form-section-action = Actions
form-section-risk = Risks
form-section-scenario = Scenarios
form-section-reply = Replies
form-section-clock = Clocks
form-section-stakeholder = Stakeholders
form-section-approval = Who releases
form-section-escalation = Who is told
form-section-mandate = What the agency may do alone
form-section-freeze = What is held
form-section-policy = What the public is told
form-section-policy-in = What the public is told in another language
form-section-conduct = What staff are told
form-section-test = Tests of the plan
form-section-lesson = Lessons of reviews
form-field-title = Title
form-field-size = How many look after it
form-field-languages = Languages
form-field-country = Country, as two letters
form-field-zone = Time zone
form-field-without = Taken out of the base plan
form-field-name = Name
form-field-phone = Telephone number
form-field-email = Address of mail
form-field-hours = Reached at these hours
form-field-absences = Away on these days
form-field-agency = Belongs to the agency
form-field-people = Who, the first holds the role
form-field-text = In words
form-field-objective = Serves the objective
form-field-half = Before or after
form-field-strategy = Part of the strategy
form-field-responsible = Responsible
form-field-deputy = Deputy
form-field-within = Done within
form-field-scenarios = Scenarios; none means all
form-field-every = Again every
form-field-likelihood = How likely, 1 to 5
form-field-impact = How bad, 1 to 5
form-field-queries = Heard by these queries
form-field-scenario = Scenario
form-field-cause = Cause
form-field-severity = How grave
form-field-posture = How responsibility is taken
form-field-safety = How people stay safe
form-field-signs = How one knows it
form-field-moves = First moves, in order
form-field-phase = When it is said
form-field-audience = To whom
form-field-channel = Where, or how
form-field-language = Language
form-field-approved_by = Approved by
form-field-expires = Approval ends on
form-field-approved_text = Stamp of the approved text
form-field-kind = Which clock
form-field-due = Due after
form-field-owner = Who sees to it
form-field-fallback = Who takes over
form-field-pauses_at_night = Pauses at night
form-field-power = How much they can do
form-field-interest = How much they want to know
form-field-message = What they are told first
form-field-authors = Who may write
form-field-any = One of these suffices
form-field-all = Each of these is needed
form-field-ordered = Each in this order
form-field-tell = Whom to tell
form-field-after = The next one after
form-field-day = By day
form-field-night = At night
form-field-targets = Accounts and tools
form-field-allow = Still goes out
form-field-complaints = Where to complain
form-field-answer_within = Answered within
form-field-answers = Who answers
form-field-never = We never
form-field-do = Do
form-field-do_not = Do not
form-field-review = From the review of case
form-field-changes = What it changed in the plan
form-field-tested = Tried by the drill
form-word-solo = one person
form-word-team = a team
form-word-agency = an agency with clients
form-word-prevention = before: prevention
form-word-correction = after: correction
form-word-paracrisis = a paracrisis: wants an answer
form-word-crisis = a crisis: wants the team
form-word-inform = inform: what to do, and that we care
form-word-deny = deny: it is not so
form-word-diminish = diminish: less than it seems
form-word-rebuild = rebuild: sorry, and repaired
form-word-bolster = bolster: what was well before
form-word-holding = first words
form-word-full = full statement
form-word-answer = answer to one person
form-word-update = what is new
form-word-closing = it is over
form-word-any = anywhere
form-word-review = below a review
form-word-mail = by mail
form-word-site = on one’s own site
form-word-phone = by telephone
form-word-counter = at the counter
form-word-press = to journalists
form-word-first-assessment = first assessment
form-word-team-assembled = team assembled
form-word-holding-statement = holding statement
form-word-full-statement = full statement out
form-word-next-update = next update
form-word-reply = answer people
form-word-low = low
form-word-high = high
form-word-watch = watch
form-word-freeze = hold marketing
form-word-release = release a text approved before
form-hint-lines = One a line.
form-hint-length = 15 min, 2 h or 3 days
form-hint-hours = One a line: mon-fri 08:00-19:00, or daily 00:00-00:00. Nothing means always.
form-hint-absences = One a line: 2026-08-01..2026-08-21
form-hint-zone = Europe/Paris, Europe/Amsterdam, Europe/London…

## The pages of these forms

plan-sections = Change it part by part
plan-as-text = The whole plan as text
plan-add = Add one
plan-short-name = Its short name, in letters, digits and dashes
plan-taken-name = There is one of that name already, or it holds other characters. Nothing was added.
plan-take-out = Take it out…
plan-take-out-sure = Take out { $what }
plan-take-out-kept = Earlier versions keep it.
plan-autosaved = Saved by itself, version { $count }
plan-not-saved = Not saved: press “Save”.
plan-field-conflict = Somebody changed the same meanwhile. What you typed stands below and is not kept yet.
plan-field-holds = Changed meanwhile to:
plan-take-theirs = Drop mine, show what holds
plan-in-text-only = Only in the text can this be changed without losing a part of it.
plan-needed = needed
plan-from-base = from the base plan
plan-over = Laid over the plan of { $what }: only what differs is kept here.
plan-kind-client = A client: laid over the plan of its agency
plan-base = The plan below it
plan-no-base = none
plan-base-save = Lay it over that plan
plan-approve = Approve replies
plan-approve-lead = Read each aloud. What is approved may go out at night without another question, until the day it ends.
plan-approve-until = Until
plan-approve-ticked = Approve what is ticked
plan-approve-none = Every reply is approved and no approval ends within thirty days.
plan-approve-recorded = Recorded by { $by } for { $for }
plan-approve-changed = changed since it was approved: that approval is void
plan-approve-expired = its approval has run out
plan-approve-was = Approved then
plan-approve-was-unknown = Which words were approved then is not kept; read it as a new text.
plan-approve-nothing = Nothing was ticked, so nothing was approved.
plan-approve-past = That day is over. Choose a day from today on; nothing was approved yet.
plan-approve-meanwhile = Texts changed while you read them. They are not ticked any more: read them again. Nothing was approved yet.
plan-new-blank = A blank more
plan-new-blank-text = What stands in it
nav-plan = Plan
plan-found-here = { $count } found
card-not-whole = A part of the plan could not be read and is missing here. Open the plan: it says where.
plan-clients = Plans laid over this one
plan-base-end = End it for { $what }
draft-cites = { $what } “{ $said }”
draft-in-subject = In the subject: { $what }
wording-anger = Angry or insulting words, capitals, or several exclamation marks.
wording-anger-why = Whoever answers in anger is quoted, and the answer becomes the story. Every guide of the craft says: stay courteous, do not be drawn into a fight.
wording-anger-fix = Take the words out, let somebody else read it, and answer the matter.
wording-sarcasm = Irony at the cost of whoever is answered.
wording-sarcasm-why = In writing, irony reads as contempt, and it is shared as such; those who only read along side with the customer.
wording-sarcasm-fix = Say it straight, or leave it out.
wording-blame = The blame is put on the customer or on somebody else.
wording-blame-why = Naming a scapegoat spoils an apology (Youk and Park, 2022). Who bought from you holds you responsible, whoever delivered.
wording-blame-fix = Say what you do about it. Why it happened may follow, once it is known.
wording-non-apology = An apology for what others feel, not for what happened.
wording-non-apology-why = “Sorry if you were offended” says that the reader is too sensitive. What counts most in an apology is that the fault is named (Lewicki, Polin and Lount, 2016).
wording-non-apology-fix = Name what happened and be sorry for that; or feel with the person and do not apologise.
wording-weasel = Words that leave open what, who or when.
wording-weasel-why = “Some issues”, “mistakes were made”: what is left open is filled in by others, seldom kindly. Say what is known and what is not (the CDC’s manual on crisis communication).
wording-weasel-fix = Put the number, the place, the hour or the one who did it; and say plainly what you do not know yet.
wording-missing-acknowledgement = What happened to the person is not named.
wording-missing-acknowledgement-why = Who reads no word of their own trouble thinks that nobody read it. Recognising the concern comes before everything else.
wording-missing-acknowledgement-fix = Say in a sentence what they told you, in their words and without judging it.
wording-missing-empathy = No word of feeling for the person.
wording-missing-empathy-why = Sympathy works as well as an apology and admits nothing (Coombs and Holladay, 2008).
wording-missing-empathy-fix = Say that you understand what it meant to them; one sentence is enough.
wording-missing-action = Nothing is said of what was done or is being done.
wording-missing-action-why = Words without deeds are taken for a standard answer. People first want to know what happens now.
wording-missing-action-fix = Say one thing that was done or has begun, even a small one: checked, withdrawn, called.
wording-missing-next-step = No next step, nor whom to ask.
wording-missing-next-step-why = Who does not know what comes next asks again, in public. A time for the next word calms more than an early answer.
wording-missing-next-step-fix = Say what happens next and when, or where a person can be reached.
wording-missing-name = No person signs.
wording-missing-name-why = People answer more kindly to a person than to a house: a name and a first person are what makes an answer sound human (van Noort and Willemsen, 2012).
wording-missing-name-fix = Sign with a first name and what you do.
wording-undated-promise = A promise without a date.
wording-undated-promise-why = What has no date is asked for every hour, and is broken in the eyes of each who waits. Updates carry their hour.
wording-undated-promise-fix = Add the day and the hour, even if only of the next word about it.
wording-unlimited-promise = A promise without limit.
wording-unlimited-promise-why = “Never again” is disproved by the first exception, and that one is news. No one can keep it.
wording-unlimited-promise-fix = Say what you changed so that it becomes rarer, and how you will see whether it works.
wording-early-compensation = Money or goods are offered in public while the case grows.
wording-early-compensation-why = Offered early and in public, compensation feeds a firestorm; moving to another channel calms it (Herhausen and others, 2019).
wording-early-compensation-fix = Invite the person to a private channel and settle it there.
wording-personal-data = Personal data: an address, a number, an account or a file.
wording-personal-data-why = What stands in public is copied before it is deleted. A reply that gives away a customer’s data is a breach of its own.
wording-personal-data-fix = Take it out, and ask for it in private.
wording-named-person = An employee, a customer or somebody else is named.
wording-named-person-why = Whoever is named becomes the target, and stays findable. The house answers for its people.
wording-named-person-fix = Say the function instead, or nothing; only who signs is named.
wording-template = A place of a template was not filled in.
wording-template-why = It shows that nobody read the answer before it went out.
wording-template-fix = Fill it in, or take it out.
wording-wrong-language = The text is in another language than the one that is wanted.
wording-wrong-language-why = Who is answered in another language than their own was not heard.
wording-wrong-language-fix = Write it in the language of the post, or choose the right scenario.
wording-repeated-accusation = The accusation or its hashtag is repeated.
wording-repeated-accusation-why = Even denied, the word sticks to your name, and the hashtag carries your answer to all who follow it.
wording-repeated-accusation-fix = Say what is so, in your own words; leave out the hashtag.
wording-bare-denial = A denial that rests on no known fact.
wording-bare-denial-why = Denial alone raises neither trust nor sympathy, and one proof against it makes a second crisis.
wording-bare-denial-fix = Cite the fact and where it can be checked; without one, say that you are checking.
wording-mixed-posture = A denial and an apology or a repair in one text.
wording-mixed-posture-why = Who denies has nothing to repair: the two take each other’s belief away (Coombs). Sympathy goes with both.
wording-mixed-posture-fix = Choose one: deny with the fact, or make amends.
wording-copy-paste = Nearly what was answered before (earlier reply { $number }).
wording-copy-paste-why = The same answer twice is noticed and shown side by side; varied answers carry a firestorm less far (Herhausen and others, 2019).
wording-copy-paste-fix = Begin with what this person said, and keep only what is true for them.
wording-long-sentence = A sentence of { $number } words.
wording-long-sentence-why = Whoever is upset and reads on a telephone loses the thread after about 25.
wording-long-sentence-fix = Make two of it.
wording-hard-to-read = Hard to read: { $number } points of 100 (under 50 is hard).
wording-hard-to-read-why = Measured after Flesch, by the length of words and sentences, with the constants of the language.
wording-hard-to-read-fix = Shorter words, shorter sentences; verbs instead of nouns.
wording-too-long = Longer than the channel takes, by { $number }.
wording-too-long-why = The channel cuts it or refuses it.
wording-too-long-fix = Shorten it, or lead to a page with the whole text.
wording-threat = Lawyers are announced, or a post is asked to be taken down or changed.
wording-threat-why = A threat in public makes the post famous. A legal step is taken by counsel, in a letter, or not at all.
wording-threat-fix = Answer the matter; leave the law to counsel and the review to its author.
wording-no-comment = “No comment”, in whatever words.
wording-no-comment-why = Silence is read as guilt, and others fill it.
wording-no-comment-fix = Say what you know, what you do not, and when you speak again.
wording-trade-off-admission = A trade-off: words that a court may read as an admission.
wording-trade-off-admission-why = On one side, taking responsibility is the strongest part of an apology (Lewicki, Polin and Lount, 2016). On the other, these words bind in law and with the insurer. No rule settles that.
wording-trade-off-admission-fix = Let counsel approve these words, or say what happened without its legal name: what was done, to whom, and what you do now.
wording-trade-off-silence = A trade-off: the responsibility is established, and nobody takes it here.
wording-trade-off-silence-why = Saying nothing binds to nothing, and it costs trust: what counts most in an apology is missing. Saying it may bind in law. No rule settles that.
wording-trade-off-silence-fix = Say what the house did wrong, in plain words that counsel has seen; or feel with the person and say how it is repaired.
wording-not-checked = Not checked: the wording check reads French, English, Frisian and Dutch.
wording-not-checked-why = In another language its silence would mean nothing.
wording-not-checked-fix = Have it read by somebody who speaks the language.
## The private complaint channel: what customers read

source-complaint = Complaints
complaint-title = Tell { $what } what went wrong
complaint-lead = Your message goes to { $what } alone; it is published nowhere. Somebody of the team answers you, by name. Every message is treated alike: you need not take anything down, and you remain free to say it elsewhere.
complaint-text = What happened
complaint-text-hint = Where, when, and what you would like to be done.
complaint-name = Your name (if you like)
complaint-email = Your e-mail address (if you like)
complaint-email-hint = A mail then tells you that somebody has answered. Without it, keep the link that the next page shows.
complaint-files = Pictures or PDF files (if you like)
complaint-files-hint = Five at most, each of 5 MB at most: PNG, JPEG, WebP, PDF.
complaint-trap = Leave this field empty
complaint-send = Send to { $what }
complaint-language = Language
complaint-sent = { $what } has your message
complaint-sent-lead = Somebody answers you there. This link is your way back into the conversation: keep it, and pass it on to nobody.
complaint-sent-mailed = A mail with a link of its own is on its way to the address you left.
complaint-link = Your link
complaint-go = Open the conversation
complaint-other = Or reach them this way: { $what }
complaint-shut = { $what } takes no messages here at present
complaint-shut-lead = Nothing was sent. Conversations that have begun go on by their own links.
complaint-too-many = Very many messages are arriving just now. Yours has not been taken yet: it stands below. Wait a few minutes, then send it again.
complaint-too-large = Nothing was sent: the files were too large together, did not arrive in time, or too many come just now. Send fewer, or the text alone.
complaint-wrong-no-text = Write what happened.
complaint-wrong-long = The text is too long: { $count } characters at most.
complaint-wrong-name = This name cannot be used: it is too long, or holds a character that is not seen.
complaint-wrong-email = This is no e-mail address, such as name@example.org.
complaint-wrong-many = Too many files: five at most.
complaint-wrong-large = A file is larger than 5 MB.
complaint-wrong-kind = A file is neither a picture (PNG, JPEG, WebP) nor a PDF.
complaint-wrong-room = There is no room for files today. Send the text alone.
complaint-wrong-waits = No file can be taken here just now: write without files.
complaint-wrong-again = Nothing was sent yet. Files must be chosen again.
conversation-title = Your conversation with { $what }
conversation-you = You
conversation-of = { $who }, { $what }
conversation-open = They have your message. Nobody has answered it yet.
conversation-answered = They have answered you.
conversation-closed = Closed. If something is still wrong, write: it is open again then.
conversation-closed-by = Closed by { $who }
conversation-reopened-by = Opened again by { $who }
conversation-write = Write more
conversation-text = Your message
conversation-send = Send
conversation-said = Sent.
conversation-too-many = You have just written very often. Your text stands below: send it again in a few minutes.
conversation-erased = What was said here has been erased, as the rules of { $what } on keeping things say.
conversation-gone = This link opens nothing
conversation-gone-lead = It may be cut off: copy it whole. Or what it led to has been erased.
conversation-mail = Mails about this conversation
conversation-mail-unconfirmed = This link came by mail. May more mails go to that address?
conversation-mail-confirmed = A mail tells you of every answer.
conversation-mail-stopped = No more mails go to that address.
conversation-mail-yes = Yes, write to me there
conversation-mail-no = No more mails
complaint-mail-received = { $what } has received your message
complaint-mail-received-body = Somebody left this address with a message to { $what }. If it was you, the link below opens your conversation. If it was not, open it and choose “No more mails”.
complaint-mail-answered = { $what } has answered you
complaint-mail-answered-body = { $who } has answered your message to { $what }. Read it and answer by the link below.
complaint-mail-answers = You can also answer this mail: what you write reaches { $what }. Files come with it.
complaint-mail-no-answers = An answer to this mail reaches nobody: write by the link.
complaint-mail-foot = This mail quotes nothing of what was written. The link opens the conversation: pass it on to nobody.

## The private complaint channel: what the team reads

complaints-title = Complaints
complaints-index = What people told you in private, and your answers
complaints-lead = Whoever waits longest comes first.
complaints-open = Waiting: { $count }
complaints-answered = Answered: { $count }
complaints-closed = Closed: { $count }
complaints-held = Held aside: { $count }
complaints-held-lead = Held aside for how they came, never for what they say. They are counted nowhere until you let them in; nothing is lost.
complaints-none = Nothing here.
complaints-no-channel = No brand takes complaints yet. Open a channel in the settings of a brand.
complaint-number = Complaint { $count }
complaint-anonymous = Somebody without a name
complaint-waits = waits since { $when }
complaint-moved = last moved { $when }
complaint-has = { $who } has it
complaint-nobody = nobody has it
complaint-state-open = Waits for an answer
complaint-state-answered = Answered
complaint-state-closed = Closed
complaint-held-trap = Held aside: a field that people do not see was filled in.
complaint-held-fast = Held aside: it was sent faster than people write.
complaint-held-unsigned = Held aside: it did not come by our form.
complaint-held-network = Held aside: many came from one network at once.
complaint-held-flood = Held aside: very many came at once.
complaint-held-sender = Held aside: many came by mail from one address at once.
complaint-let-in = Let it in
complaint-let-go = Let it go
complaint-let-go-hint = The text, the files and the name are erased; its link opens nothing any more.
complaint-answer = Your answer
complaint-answer-as = They see your name: { $who }.
complaint-answer-mail = A mail tells them, without quoting you.
complaint-answer-no-mail = No mail goes to them: they see it by their link.
complaint-answer-lost = They wrote by mail and have no link: as long as no mail leaves this house, your answer does not reach them. Whoever runs Vigie sets [mail] in vigie.toml.
complaint-answer-send = Send the answer
complaint-answered = Your answer can be read by their link now.
complaint-meanwhile = Something else was said meanwhile. Read it; your text is kept below.
complaint-answer-problem = The answer needs a text, of { $count } characters at most. Nothing was sent.
complaint-mail-state-waiting = Mail: waits to be sent
complaint-mail-state-sent = Mail: taken by the mail server
complaint-mail-state-unknown = Mail: it is not known whether it arrived
complaint-mail-state-failed = Mail: not sent
complaint-close = Close the conversation
complaint-reopen = Open it again
complaint-mention = As a mention
complaint-see = The conversation
complaint-customer = Who wrote
complaint-customer-files = Files come from strangers: they are saved, not shown.
complaint-by-mail = By mail; the sender’s address was not proven.
complaint-by-mail-of = By mail from { $who }; the sender’s address was not proven.
complaint-by-mail-cut = It is longer than is read: its end is missing.
complaint-by-mail-left-out = { PLURAL($count) ->
    [one] One file was not taken.
   *[other] { $count } files were not taken.
}
complaint-by-mail-raw = Save the mail as it came
conversation-by-mail = By mail
channel-title = Complaints in private
channel-index = A page where anybody can write to you, and gets an answer by name
channel-lead = Open to everybody and never sorted by what somebody says: who is pleased and who is not use the same form. Each complaint is a mention of the brand and counts in its signals.
channel-open = Take complaints
channel-address = Its address ends with
channel-address-hint = Small letters, digits and hyphens. Empty: we make one that is not easily guessed.
channel-phone = Another way to reach you
channel-phone-hint = Shown where the form cannot be taken: a telephone number, most likely. Empty: the one of the plan.
channel-sites = Sites that may show the form, one a line
channel-sites-hint = As https://shop.example. Empty: every site may.
channel-page = The page to give to everybody
channel-snippet = For your own site
channel-snippet-lead = Paste this where the form is to stand. It needs no script and sets no cookie.
channel-saved = Saved.
channel-wrong-own = Only a brand of yours can take complaints.
channel-wrong-address = The address needs 3 to 60 small letters, digits and single hyphens. Nothing has changed.
channel-wrong-taken = This address is taken. Nothing has changed.
channel-wrong-phone = The other way to reach you is too long, or holds a character that is not seen. Nothing has changed.
channel-wrong-sites = A site looks like https://shop.example, and there are twenty at most. Nothing has changed.
mailbox-title = Answers by mail
mailbox-lead = Give the mailbox behind your complaints address. Whoever answers one of our mails then writes into their conversation; any other mail that comes there is a complaint. Nothing in the mailbox is changed, and what is there already is not read.
mailbox-read = The mailbox is read each minute: how it fares
mailbox-not = The mailbox is not read as you typed it: nothing has changed.
mailbox-address = Address whose mails come there
mailbox-address-hint = As complaints@shop.example. A mailbox of its own: every mail that a person writes to it becomes a complaint.
mailbox-server = IMAP server
mailbox-server-hint = As imap.shop.example, always by TLS. Empty: the mailbox is no longer read.
mailbox-login = Login
mailbox-login-hint = Empty: the address.
mailbox-password = Password
mailbox-password-hint = Empty: the one that is kept, where there is one. It is not shown again.
mailbox-save = Try the mailbox and read it
## The team

login-ended = Your access has ended. Ask whoever invited you.
person-agency = Agency
person-client = Client
person-auditor = Auditor
person-may-until = handles, until its last day
person-may-audit = reads everything, access included; changes nothing
person-may-see = sees what is said and what is made of it, not the settings
bridge-tonight = Tonight: { $what }
bridge-nobody = { $what }: nobody
bridge-nobody-for-hours = { $what }: nobody for some hours
team-until = until { $when }
team-ended = ended on { $when }
team-in-plan = in the plan: { $what }
team-never = has not confirmed yet how they are reached
team-changed = confirmed on { $when }, and the plan has changed since
team-stale = confirmed on { $when }: more than a quarter ago
team-confirmed = confirmed on { $when } how they are reached
team-own = The plan says that you are reached so:
team-own-wrong = No, correct the plan
team-thanks = Thank you: it is noted.
team-ask = Ask for confirmation
team-ask-hint = Everybody in the plan who confirmed nothing this quarter gets a link: one tap is enough. Once a week at most.
team-asked = { PLURAL($count) ->
    [one] { $count } message is on its way.
   *[other] { $count } messages are on their way.
}
team-without-login = In the plan, without a login of that address: { $what }. They cannot confirm anything.
team-last-day = Last day
team-last-day-hint = Empty: no end. An agency always has one. Afterwards nothing opens, and nobody is woken.
team-needs-end = Nothing has changed: an agency needs a last day.
team-past = Nothing has changed: that day is over. To end it now, take the person out.
team-not-in-plan = Nothing has changed: the plan names nobody with the address of your login.
team-gone = Nothing has changed: they were taken out meanwhile, or their last day is over. Take them back in if that is meant.
team-coverage = Who can be reached
team-coverage-lead = By role of the plan, now and in the next seven nights, 22:00 to 07:00 by the plan’s clock ({ $what }); of a night that goes on, what is left: hours, absences and last days count.
team-now = Now
team-tonight = Tonight
team-nobody = nobody
team-hole = { $who }; nobody from { $from } to { $until }
team-no-plan = There is no plan with roles yet: without one nobody knows who is missing.
team-review = Is it still the right team?
team-review-lead = After each case and each half-year: who is missing, who has left, which skill?
team-review-do = Yes, the team is right
team-review-never = Nobody has looked at the composition yet.
team-review-old = Last looked at on { $when }: more than half a year ago.
team-review-case = Last looked at on { $when }; a case was closed since.
team-review-done = Looked at on { $when }.
staff-title = For staff without a login
staff-lead = A link opens what the plan tells staff, and nothing else. It holds until you withdraw it.
staff-name = For whom? (the kitchen, the shop)
staff-do = Make a link
staff-fresh = Hand this link on to staff. It is not shown again.
staff-made = made on { $when }
staff-withdraw = Withdraw
conduct-title = When people talk about us
conduct-lead = What everybody can do, and not do.
conduct-tell = Tell
confirm-title = Are you reached so?
confirm-lead = The message says how. Tap once if it is still right.
confirm-do = Yes, that is right
confirm-kept = You are reached so: { $what }
confirm-changed = The plan has changed meanwhile.
confirm-changed-do = Nothing was noted. See on the team page what it says now.
confirm-nothing-do = This link is not good, or not any more. The team page says what is noted.
confirm-ask-title = { $what }: are you reached so?
confirm-ask-body = The plan of { $what } says that you are reached so: { $contact }. If that is right, open the link and tap once. If not, correct the plan.
ready-title = Are we ready?
ready-index = A score with its reasons, and what each risk lacks
ready-score = { $score } of 100
ready-lead = Every point that is missing has its reason. The score compares the team with itself, and with nothing else.
ready-whole = Nothing is missing that Vigie can see.
ready-reasons = What is missing
ready-cost = { PLURAL($count) ->
    [one] { $count } point
   *[other] { $count } points
}
ready-no-plan = There is no plan in which anybody has a role.
ready-plan-errors = { PLURAL($count) ->
    [one] { $count } thing in the plan would fail.
   *[other] { $count } things in the plan would fail.
}
ready-plan-warnings = { PLURAL($count) ->
    [one] { $count } thing in the plan would work badly.
   *[other] { $count } things in the plan would work badly.
}
ready-tonight = { PLURAL($count) ->
    [one] Tonight { $count } role has nobody for some hours.
   *[other] Tonight { $count } roles have nobody for some hours.
}
ready-nights = { PLURAL($count) ->
    [one] { $count } hole in the nights after it.
   *[other] { $count } holes in the nights after it.
}
ready-untested = { PLURAL($count) ->
    [one] { $count } person who is called never tapped a test.
   *[other] { $count } people who are called never tapped a test.
}
ready-unconfirmed = { PLURAL($count) ->
    [one] { $count } person of the plan has not confirmed this quarter how they are reached.
   *[other] { $count } people of the plan have not confirmed this quarter how they are reached.
}
ready-unheard = { PLURAL($count) ->
    [one] Nothing listens for { $count } risk.
   *[other] Nothing listens for { $count } risks.
}
ready-no-scenario = { PLURAL($count) ->
    [one] { $count } risk has no scenario.
   *[other] { $count } risks have no scenario.
}
ready-no-reply = { PLURAL($count) ->
    [one] For { $count } risk nothing is ready to be said.
   *[other] For { $count } risks nothing is ready to be said.
}
ready-no-drill = { PLURAL($count) ->
    [one] { $count } risk was not rehearsed for half a year.
   *[other] { $count } risks were not rehearsed for half a year.
}
ready-untrained = { PLURAL($count) ->
    [one] { $count } person with a role has not shown within a year that they see risks, respond and speak.
   *[other] { $count } people with a role have not shown within a year that they see risks, respond and speak.
}
ready-expired = { PLURAL($count) ->
    [one] { $count } approval has run out.
   *[other] { $count } approvals have run out.
}
ready-void = { PLURAL($count) ->
    [one] { $count } reply changed since it was approved: the approval is void.
   *[other] { $count } replies changed since they were approved: the approvals are void.
}
ready-unapproved = { PLURAL($count) ->
    [one] Nobody has approved { $count } reply.
   *[other] Nobody has approved { $count } replies.
}
ready-team = Nobody has looked at the team’s composition for half a year, or since a case was closed.
ready-mend-no-plan = Begin with a plan that ships
ready-mend-plan = Read in the plan what to correct
ready-mend-nights = Name somebody who stands in, or other hours
ready-mend-untested = Send a test and tap it
ready-mend-unconfirmed = Ask for confirmation
ready-mend-unheard = Save a query of that name or text: Settings → brand
ready-mend-scenario = Name a scenario in the plan
ready-mend-reply = Write a reply in each language of the brand
ready-mend-drill = Play the scenario for a quarter of an hour, then note it here
ready-mend-untrained = Play a drill together, or go through the training by the staff link (there, everybody is as said by themselves)
ready-mend-approval = Read again and approve in the plan
ready-mend-team = Look at it on the team page
ready-matrix = Each risk, and what stands ready
ready-matrix-lead = The gravest first. ✕ is a hole.
ready-risk = Risk
ready-query = Listening
ready-scenario = Scenario
ready-reply = Replies
ready-drill = Rehearsed on
ready-none = missing
ready-queries = { PLURAL($count) ->
    [one] { $count } query
   *[other] { $count } queries
}
ready-replies = { PLURAL($count) ->
    [one] { $count } reply
   *[other] { $count } replies
}
ready-rehearsed = We rehearsed
ready-rehearsed-hint = With Vigie or without: around a table, for a quarter of an hour, with the plan.
ready-rehearsed-do = Note it for today

## The case room: what the house says of itself
case-holding = We have seen the messages about { $what }, and we are checking what happened. We will say more here at { $next }. { $who }
case-holding-phone = We have seen the messages about { $what }, and we are checking what happened. You can call us on { $phone }. We will say more here at { $next }. { $who }
case-holding-hurt = We have seen the messages about { $what }, and we are checking what happened. If you have what they speak of from us, please do not eat it or use it. If you are hurt or feel unwell, call a doctor, or { $emergency } in an emergency. We will say more here at { $next }. { $who }
case-holding-hurt-phone = We have seen the messages about { $what }, and we are checking what happened. If you have what they speak of from us, please do not eat it or use it. If you are hurt or feel unwell, call a doctor, or { $emergency } in an emergency. You can call us on { $phone }. We will say more here at { $next }. { $who }
case-clock-assessment = first assessment
case-clock-team = team assembled
case-clock-holding = holding statement
case-clock-full = full statement
case-clock-update = promised update
case-clock-reply = answer to one person
case-clock-task = task { $count }
case-clock-approval = approval of text { $count }
case-clock-legal = legal term { $what }
case-clock-measure = measure { $count }
case-step-signal = Signal
case-step-paracrisis = Paracrisis
case-step-crisis = Crisis
case-step-follow-up = Follow-up
case-step-closed = Closed
case-step-dismissed = Dismissed
answer-title = Answer
answer-free = Nobody answers it yet.
answer-claim = I answer it
answer-held = { $what } answers it.
answer-in-case = Case { $count } answers it.
answer-let-go = Let it go
answer-write = Write an answer
answer-pass = Hand it over
answer-from = as { $what }, under the post
answer-by-hand = I publish it by hand
answer-go-lead = The check found nothing: you release it alone. Ten seconds to take it back.
answer-go = Send it as it stands here
answer-submit-lead = The check found something, or you did not write it: somebody else reads it too.
case-tell-title = { $what }: case { $n }
case-tell-called = A crisis was opened. You are needed as: { $what }
case-tell-leads = You lead this case from now on.
case-tell-clock = Run out: { $what }, due { $when }. You are next.
case-tell-approve = Text { $count } waits for your approval.
case-tell-task = Task { $count } is yours.
case-tell-note = Note { $count } calls you.
case-tell-mention = A mention is yours to answer.
case-tell-unknown = Nobody knows whether text { $count } is out: look before anything else.
case-tell-refused = Text { $count } was not sent.
case-tell-back = It came back: { $count } is more than the limit you set. The case is open again.
case-tell-held = Measure { $count } is closed: its test held.
case-tell-rose = It stayed loud, or came back: the case is now at “{ $what }”.
case-tell-answer = { $what }: an answer to a mention
case-letter-subject = A message from { $what }
case-head-title = { $what }: the head of case { $n }
case-head-body = Keep this message. With this head nothing before it can be changed unseen, by nobody: vigie case verify FOLDER --head { $what }
case-head-rings = This rings and keeps nothing: write the head down elsewhere, or add your mail address to where you are reached. { $what }
## The folder of a case, verified
case-broken-record = Record { $number }: { $why }
case-broken-missing = Record { $number } and what came after it are missing: the manifest counts more
case-broken-added = Record { $number } was added at the end: the manifest counts fewer
case-broken-head = Record { $number }: the manifest was signed over another one
case-broken-earlier = Record { $number }: it, or something before it, is not what it was when this head left the house
case-broken-other-key = Record 1 and all after it: signed with the key { $key }, which is not the one given
case-broken-manifest = manifest.json: { $why }
case-broken-text = texts.jsonl, line { $line }: { $why }
case-broken-capture = captures/{ $name }: what it holds is not what was captured
case-broken-beside = { $name }: it is missing, or not what the manifest was signed over
case-flaw-unreadable = it is not written as a record is
case-flaw-number = it carries the number { $number }: a record was taken out, added or moved here
case-flaw-order = it does not follow the record before it
case-flaw-changed = its bytes are not those its hash was made of
case-flaw-name = its name is not that of what it tells
case-manifest-cut = it was cut
case-manifest-unreadable = it is not written as a manifest is
case-manifest-newer = a newer Vigie wrote it: verify it with that one
case-manifest-key = its key is no key
case-manifest-signature = its signature is none
case-text-unreadable = it is not written as a text is
case-text-salt = its salt is none
case-text-changed = it is not the text that the log names
case-text-unnamed = no record names it
case-text-twice = it stands there twice
case-unproven-origin = Not proved: that your house made it. The key is the folder’s own; whoever made everything anew with a key of theirs would pass. Give the house’s key (--key) or an earlier head (--head).
case-unproven-after = Not proved: what came after record { $number }. It could have been made anew, or cut off.
case-unproven-signer = Not proved: that the house itself did not make it anew before it signed. An earlier head (--head) would prove that.
case-holds = It holds: { PLURAL($count) ->
    [one] one record
   *[other] { $count } records
}, none changed, taken out, added or moved.
case-does-not-hold = The folder does not hold. Nothing of it was changed; keep it as it is.
case-head = Head, to keep elsewhere: { $head }
case-key = Signed with the key { $key }
case-erased = { PLURAL($count) ->
    [one] One text was erased, as the log says
   *[other] { $count } texts were erased, as the log says
}: the chain holds without them.
case-still-there = { PLURAL($count) ->
    [one] One text lies there although the log says that it was erased
   *[other] { $count } texts lie there although the log says that they were erased
}: take them out, or export the case anew.
case-erased-captures = { PLURAL($count) ->
    [one] One capture was erased, as the log says
   *[other] { $count } captures were erased, as the log says
}: the chain holds without them.
case-still-captured = { PLURAL($count) ->
    [one] One capture lies there although the log says that it was erased
   *[other] { $count } captures lie there although the log says that they were erased
}: take them out, or export the case anew.
case-missing-texts = { PLURAL($count) ->
    [one] One text is missing
   *[other] { $count } texts are missing
}, and the log tells of no erasure.
case-missing-captures = { PLURAL($count) ->
    [one] One capture is missing
   *[other] { $count } captures are missing
}.
case-beside = Not part of the proof: { $name }

## The case room: its pages
nav-cases = Cases
cases-title = Cases
cases-none = No case is open.
cases-over = Over, of late
case-crisis = Open a crisis
case-crisis-lead = One tap opens the case, gives the roles to who is there, starts the clocks, keeps the evidence and writes a first text. Nothing is published by it.
case-crisis-brand = For whom
case-crisis-said = What happened, in your words
case-crisis-hurt = People may be hurt
case-crisis-do = Crisis: open the case
case-no-lead = nobody leads yet
case-line = { $who }, last moved { $when }
case-clock-due = { $what }: { $when }
case-clock-late = { $what }: ran out { $when }
case-clock-paused = { $what }: stands still (was due { $when })
case-title = { $what }: case { $n }
case-led = Lead: { $who }. Opened { $when }.
case-task-due = { $who }, by { $when }
case-nobody = nobody
case-somebody = somebody who left
case-of-signal = For the signal { $what }
case-called-without-words = Opened without a word.
case-kept = It is kept.
case-gone = (erased)
case-private = (written in private)
case-safety = First: keep people safe
case-safety-default = Bring people out of danger; call the emergency number if somebody is hurt. If it is a product: stop selling it, keep the batch and what is left. Then tell the authority and your insurer.
case-action-stop-selling = Stop selling it, or stop whatever may hurt.
case-action-keep-batch = Keep the batch and what is left of it, with labels and delivery notes.
case-action-call-authority = Tell the authority; if somebody is unwell now, the emergency number first.
case-action-call-insurer = Call the insurer: what happened, when, who. Admit nothing in writing before that.
case-unplanned = No plan is kept, so defaults apply: the deadlines of the plan that ships, the owner leads, and in a team another owner or lead approves each text. Keep a plan of your own:
case-now = Now
case-clock-met = It is met
case-how = How one knows
case-nothing-waits = Nothing waits for anybody.
case-waits-mine = Texts that wait for your approval: { $what }
case-waits-unknown = Nobody knows whether these texts are out: { $what }
case-waits-approvals = Texts that wait for an approval: { $what }
case-waits-correct = Texts that are out and rest on what no longer holds: { $what }
case-waits-vacant = Roles that nobody holds: { $what }
case-freeze-confirmed = Marketing is held since { $when }: { $held } posts held, { $left } let out as the plan allows, the rest was out.
case-freeze-pending = Marketing is being held: { $held } posts so far, { $left } let out; not confirmed yet.
case-hand-account = Make sure by hand that { $name } publishes nothing: nobody could see or say that it holds. { $why } Look there: { $link }
case-hand-post = Stop a post by hand: “{ $text }” goes out on { $when } from { $name }, whose tool does not hold it. { $why } Look there: { $link }
case-shelve-lead = It stays in the list and is not worked on any more: nobody takes it up again, it is written anew.
case-task-open = to be done
case-corrects = It corrects
case-promise = Promise news
case-promise-until = Until when (hours of the brand)
case-freeze = Marketing
case-freeze-posts = The posts, one by one
case-freeze-end = End the freeze
case-freeze-lift-lead = New posts go out again. What is held stays held until somebody decides on it.
case-freeze-lift = Lift it
case-freeze-undo-lead = It was a mistake: what is not past due goes out as it was to.
case-freeze-undo = Undo it
case-waits-counsel = For a matter of law no term is known here: ask your counsel.
case-texts = Texts
case-text = Text { $count }
case-stops = Stop:
case-approve = Approve exactly this
case-decline = Do not approve
case-why = Why
case-release-lead = You work alone: read it whole once more, with what was found. Your name stands behind it.
case-release = Release it alone
case-send-lead = You can undo it for ten seconds.
case-send = Publish it
case-copied = You copied it there by hand: the link of the published post
case-copied-do = It is there
case-unknown-lead = It may be out, or not. Look there first: only then can it be tried again.
case-found = Where it is (empty: it is not there)
case-resolve = I looked
case-despite = Why it goes although something was found (only then)
case-submit = Ask for release
case-revise = Change the words
case-wording = The exact text
case-shelve = Put it aside
case-draft = Write a text
case-draft-do = Keep the text
case-form = What kind
case-to = Where it goes
case-to-updates = Public page of updates
case-to-site = own site, copied by hand
case-to-press = press, copied by hand
case-to-mail = a letter by mail
case-letter = Of a letter
case-letter-to = To which address
case-letter-about = Subject (empty: Vigie’s, with the brand’s name)
case-cites = It rests on
case-alternatives = Begin with a text of the plan (leave the text empty)
case-facts = What is known
case-facts-none = Nothing stands on the board yet.
case-fact = The fact, or the question
case-fact-add = Add it to the board
case-fact-change = It is otherwise
case-fact-is = How well it is known
case-fact-retract = wrong: strike it out
case-fact-source = Who says so
case-tasks = Tasks
case-tasks-none = There is nothing to do yet.
case-task-done = Done
case-task-result = With what result
case-task-aside = Not to be done
case-task-add = Give somebody a task
case-task-what = What is to be done
case-task-owner = Who does it
case-triage = How bad, and how loudly
case-questions-do = Answer the questions
case-scenario = Which scenario of the plan it is
case-scenario-do = Take its moves as tasks
case-roles = Who is what
case-lead-do = Hand the lead over
case-lead-to = To whom
case-step-do = Take another step
case-step-to = To which step
case-log = What happened
case-note = A note
case-note-for = Who reads it
case-note-do = Keep the note
case-asked = Asked to approve: { $what }
case-form-wrong = The form is damaged, or something is missing in it. Nothing was kept: load the page again.
case-kept-words = What you typed, to be copied

case-news = { PLURAL($count) ->
    [one] One thing happened since you looked
   *[other] { $count } things happened since you looked
}
case-waits-task = Yours to do: { $what }
case-waits-more = Other tasks of yours: { $count }
case-waits-mentions = Mentions you answer: { $count }
case-waits-twice = These texts are there more than once: { $what }
case-clock-change = Change this clock
case-clock-resume = Let it run again
case-clock-pause = Let it stand still
case-clock-drop = Not asked for any more
case-hand-over = Hand it over
case-task-reopen = It is to be done after all
case-against = Against what was said:
case-against-stance = text { $count } takes a stance that does not go with this one.
case-against-uncorrected = text { $count } rests on fact { $fact }, which no longer holds, and nothing corrects it yet.
case-against-certainty = text { $count } says fact { $fact } with another certainty.
case-apart-number = Another number than in text { $count }:
case-apart-when = Another day or hour than in text { $count }:
case-apart-name = Another place than in text { $count }:
case-apart-yes-no = The opposite of what text { $count } says:
case-apart-said = it said
case-apart-here = this one says
case-pass-over = It stands all the same
case-passed-over = (somebody said in the log why it stands)
case-promises = It promises news at (hours of the brand)
case-promises-hint = As the text says it; empty where it promises none. The clock of the next news runs once it is out.
case-promise-past = The hour that this text promises is past ({ $what }): change its words first.
case-fallback-lead = Nobody who was asked answered in time. The plan lets you release this text, approved in quiet times, as it is.
case-fallback = Release it in their place
case-mentions = Mentions to answer
case-mentions-none = No mention is taken up in this case yet.
case-mentions-all = All mentions of this brand
case-mention = Mention by { $what }
case-mention-plain = Mention
case-mention-waiting = Of the brand’s that wait
case-mention-take = Take up another mention
case-mention-number = Another, by its number, as its page’s address says it
case-mention-held = { $who } answers it, since { $when }
case-answered-outside = Answered already, outside of this case, by { $who }, { $when }
case-mention-free = Nobody answers it yet.
case-claim = I answer this one
case-answer = Write the answer
case-let-go = Let it go again
case-author = Written by
case-author-followers = Followers: { $count }
case-author-first = Nothing else of theirs about us is known.
case-author-answered = answered
case-author-unanswered = not answered
case-offered = Offered:
case-offer = Note what is offered
case-offer-what = What is offered to them
case-offer-amount = How much (empty: no money)
case-offer-by = Who authorised it
case-exit-rules = Report it to its platform
case-exit-illegal = Notify it as illegal
case-exit-reason = For what reason
case-capture = Keep it as evidence
case-to-mention = Under it, from
case-to-conversation = In the conversation of their complaint
case-to-review = Under the review, copied by hand
case-stakeholders = Who is to be told
case-stakeholders-none = The plan names nobody who is to be told.
case-told = Told { $when } by { $who }.
case-told-not = Not told yet.
case-tell = I told them
case-tell-what = What was said, and how
case-tell-at = When (empty: now)
case-figures = Figures that people report
case-figures-none = Nobody reported a figure yet.
case-figure-do = Report a figure
case-figure-of = Of what: calls at the shop, boxes sold …
case-figure-many = How many
case-figure-kind = How it is known
case-figure-counted = counted, one by one
case-figure-at-least = at least so many
case-figure-reported = somebody says so
case-figure-at = For when it holds (empty: now)
case-legal = Terms of law
case-legal-lead = A term runs from when a named person says so; Vigie infers none, and this is no legal advice.
case-legal-matter = What it is about
case-legal-start = What it counts from
case-legal-since = Since when (hours of the brand)
case-legal-why = On what grounds
case-legal-proof = The number of the mention that proves it, if one does
case-legal-do = I declare it
case-legal-unknown = No term is known here: ask your counsel.
case-legal-met = nothing runs any more; declared for
case-stance = Stance
case-stance-do = Take another stance
case-bolster = What was done well before stands beside it
case-loudness = How loudly
case-loudness-do = Answer louder, or more quietly
case-role = Role
case-role-do = Give somebody a role
case-freeze-do = Hold the marketing now
case-note-call = Call somebody to it
case-export = Download the case: a folder that proves itself
case-as-of = As of { $what }
case-sheet = Questions and answers
case-sheet-lead = For the counter, the telephone and the press: say this, word for word, and nothing else.
case-sheet-none = Nothing was said to everybody yet. We have seen it and are checking.
case-sheet-not-yet = We do not know yet, and we will say when we do.
case-sheet-said = What we said
case-sheet-no-next = No hour is promised for the next news.
case-brief = Brief for those who decide
case-told-client = Where the case stands
case-brief-step = It stands at
case-brief-began = It began
case-brief-opened = Opened
case-brief-lead = Lead
case-brief-next = News promised for
case-brief-held = Marketing posts held, undecided
case-brief-said = What was said
case-brief-notes = Notes for those outside the team
case-brief-decided = What was decided
case-night = One question a screen
case-night-place = { $n } of 7
case-night-room = The whole case
case-night-hurt = Is anybody hurt, or may somebody be?
case-night-safe-done = It is done
case-night-safe-later = Not yet: remind me in a quarter of an hour
case-night-say = This is what everybody will read
case-night-say-do = Publish it
case-night-none = There is no text yet.
case-night-later = Not now
case-night-go = Go on
case-night-free = No account that publishes by itself is connected, or nothing of it is held.
case-night-who = Who else must know tonight?
case-night-everybody = Everybody whom the plan names was told, or it names nobody.
case-night-next = When is the next news promised?
case-night-sleep = You can put the telephone down
case-night-wakes = { $when }, you are called again for: { $what }

updates-title = { $what }: what we know
updates-next = Next news: { $when }
updates-late = News were promised for { $when }; they are late.
updates-closed = This is over since { $when }.
updates-holding = First word
updates-statement = Statement
updates-update = News
updates-head = { $what }, { $when }
updates-corrected = Corrected { $when }
updates-corrects = This corrects what was said { $when }.
updates-feed = Follow this page (Atom)
updates-none = There is nothing to tell at the moment.

## The case room: its log, its refusals, the names of things
case-log-opened-signal = opened the case after a signal, at "{ $what }"
case-log-opened-mention = opened the case after a mention, at "{ $what }"
case-log-opened-call = opened the case after a call, at "{ $what }"
case-log-taken-up-signal = added another signal to this case
case-log-taken-up-mention = added another mention to this case
case-log-taken-up-call = added another call to this case
case-log-sensed-calm = heard no more than usual
case-log-sensed-notice = heard more than usual
case-log-sensed-alert = heard far more than usual, or a grave post
case-log-stepped = moved the case from "{ $from }" to "{ $to }"
case-log-stepped-loud = moved the case from "{ $from }" to "{ $to }": it stayed loud
case-log-stepped-calm = moved the case from "{ $from }" to "{ $to }": it stayed calm
case-log-stepped-back = moved the case from "{ $from }" to "{ $to }": it came back
case-log-began-exact = noted when it began: { $when }
case-log-began-about = noted about when it began: { $when }
case-log-assigned = gave the role "{ $what }"
case-log-assigned-next = gave the role "{ $what }" to the next in line (absent before them: { $count })
case-log-assigned-nobody = reached nobody for the role "{ $what }"
case-log-lead-given = gave the case somebody who leads it
case-log-lead-handed-over = handed over the lead of the case
case-log-scenario = chose the scenario "{ $what }"
case-log-triaged = answered the questions of the triage
case-log-posture = chose the posture "{ $what }"
case-log-posture-bolster = chose the posture "{ $what }", with what was done well before beside it
case-log-loudness = chose how loudly to answer: { $what }
case-log-captured = captured a piece of evidence before it could vanish
case-log-captured-mention = captured a mention before it could vanish
case-log-erased = { PLURAL($count) ->
    [one] erased { $count } text for data protection
   *[other] erased { $count } texts for data protection
    }
case-log-cleared = { PLURAL($count) ->
    [one] erased { $count } text or capture for data protection
   *[other] erased { $count } texts and captures for data protection
    }
case-log-clock-started = started clock { $count }: { $what }, due { $when }
case-log-incident = { $what } (incident { $count })
case-log-clock-paused = paused clock { $count }
case-log-clock-resumed = let clock { $count } run again, due { $when }
case-log-clock-met = met clock { $count }
case-log-clock-missed = saw clock { $count } run out
case-log-clock-told = told whoever answers for clock { $count } that it ran out
case-log-clock-escalated = handed clock { $count } up to the next in line (rung { $rung })
case-log-clock-dropped = dropped clock { $count }
case-log-promised = promised the public news by { $when }
case-log-declared-awareness = declared since when it was known: { $what }, { $when }
case-log-declared-publication = declared when it was first published: { $what }, { $when }
case-log-declared-demand = declared when the demand came in: { $what }, { $when }
case-log-declared-unknown = { $what } (no legal term is known here: ask your counsel)
case-log-fact-stated = put fact { $count } on the board: { $what }
case-log-fact-moved = moved fact { $count } on the board, now: { $what }
case-log-fact-retracted = retracted fact { $count }
case-log-task-opened = opened task { $count } of the plan: { $what }
case-log-task-added = added task { $count }
case-log-task-due = { $what }, due { $when }
case-log-task-handed-over = handed over task { $count }
case-log-task-done = did task { $count }
case-log-task-set-aside = set task { $count } aside
case-log-task-reopened = reopened task { $count }
case-log-noted = wrote note { $count }, seen by { $what }
case-log-reported = reported a number: { $what }
case-log-told = told "{ $what }"
case-log-told-text = told "{ $what }" with text { $count }
case-log-drafted = drafted text { $count }: { $form }, { $target }
case-log-drafted-correction = drafted text { $count }, which corrects text { $other }: { $form }, { $target }
case-log-revised = changed text { $count }
case-log-checked-clean = checked the wording of text { $count } and found nothing
case-log-checked-found = checked the wording of text { $count } (reasons to stop: { $stops }, to look at: { $warnings })
case-log-checked-not = did not check the wording of text { $count }: its language is not one that is checked
case-log-submitted = asked for the approval of text { $count }
case-log-submitted-despite = asked for the approval of text { $count } in spite of what speaks against it
case-log-approved = approved text { $count }
case-log-declined = did not approve text { $count }
case-log-released = released text { $count }: everybody who was asked approved it
case-log-released-alone = released text { $count } alone, after reading all of it again
case-log-released-fallback = released text { $count } as the fallback of the plan, once the time to approve was over
case-log-outgrown = asked for the approval of text { $count } anew: the case grew and more people are needed
case-log-outgrown-nobody = took back text { $count }: the case grew and nobody may release it as it stands
case-log-recalled = took back text { $count }: fact { $fact } no longer carries it
case-log-intended = asked to send text { $count }, not before { $when }
case-log-undone = stopped text { $count } before it was sent
case-log-trying = began to send text { $count } (try { $try })
case-log-sent = sent text { $count }
case-log-refused = could not send text { $count }: the target refused it
case-log-unknown = does not know whether text { $count } is out
case-log-resolved-there = looked and found text { $count } where it should be
case-log-resolved-not-there = looked and did not find text { $count }
case-log-shelved = shelved text { $count }
case-log-passed-over = let text { $count } stand beside text { $other }, which it seems to contradict, and said why
case-log-mention-claimed = took on a mention to answer it
case-log-mention-handed-over = handed over a mention
case-log-mention-let-go = let go of a mention
case-log-mention-against-rules = reported a mention to its platform: { $what }
case-log-mention-illegal = notified a mention as illegal: { $what }
case-log-offered = made somebody an offer
case-log-offered-money = made somebody an offer of { $what }
case-log-freeze-begun = { PLURAL($count) ->
    [one] began to hold what is scheduled on { $count } account
   *[other] began to hold what is scheduled on { $count } accounts
    }
case-log-freeze-unmapped = { $what } (channels of nobody, left alone: { $count })
case-log-freeze-held = held a post that was due { $when }
case-log-freeze-left = left a post alone: { $what }
case-log-freeze-gone = found a post already out
case-log-freeze-failed = could not hold a post yet (tries: { $count })
case-log-freeze-confirmed = confirmed that nothing scheduled goes out (held: { $held }, left alone: { $left }, already out: { $gone })
case-log-freeze-clashes = saw that a held post clashes with the case
case-log-freeze-thawed = decided on a held post: { $what }
case-log-freeze-lifted = lifted the freeze: new posts go out again
case-log-freeze-undone = undid the freeze: what is not past due goes out as planned
case-log-measure-taken = took measure { $count }
case-log-measure-promised = promised somebody measure { $count }
case-log-measure-turned = tested measure { $count }: { $what }
case-log-measure-held = closed measure { $count }: its test held
case-log-measure-done = said that measure { $count } is done
case-log-measure-set-aside = set measure { $count } aside
case-log-guard = set limit { $count }
case-log-guard-passed = counted { $value }: limit { $count } is passed
case-log-guard-cleared = counted { $value }: limit { $count } is kept again
case-log-lesson-answered = answered a question of the review
case-log-lesson-drawn = drew lesson { $count }
case-log-lesson-merged = took lesson { $count } into the plan (version { $plan })
case-log-lesson-tested = tried lesson { $count } in a drill
case-log-lesson-shelved = shelved lesson { $count }
case-standing-met = holds
case-standing-holding = holds so far
case-standing-off = does not hold
case-standing-failed = did not hold in time
case-standing-word = waits for a word
case-standing-too-early = unknown: less than a whole day is over
case-standing-not-listened = unknown: a source was deaf in that time
case-standing-too-few = unknown: too few mentions to tell
case-standing-not-observed = unknown: it is counted nowhere here
case-ask-went-well = What went well, and should be done again?
case-ask-missing = What was missing?
case-ask-earlier = What would have shown it earlier?
case-ask-otherwise = What would you do differently?
case-refusal-not-open = The case is not open. Open it first.
case-refusal-over = The case is over. Take it up again first.
case-refusal-person = A person does this, never Vigie. Sign in and do it yourself.
case-refusal-house = Vigie does this by itself. There is nothing for you to do.
case-refusal-role = Your role in this organisation does not do this. Ask somebody whose role does.
case-refusal-reader = That person may read here and not work on cases. Choose somebody who may, or change their role in the team.
case-refusal-lead = Only whoever leads the case does this. Ask them to do it.
case-refusal-missing = This case has no such entry with the number { $count }. Look at the case again.
case-refusal-missing-task = This case has no task { $count }. Look at the list of tasks again.
case-refusal-missing-open-task = Task { $count } is not open. Reopen it first, or choose another one.
case-refusal-missing-fact = This case has no fact { $count }. Put it on the board first, or choose another one.
case-refusal-missing-clock = This case has no clock { $count }. Look at its clocks again.
case-refusal-missing-incident = This case has no incident { $count } of this kind. Choose one of the list, or declare a new one.
case-refusal-missing-draft = This case has no text { $count }. Look at its texts again.
case-refusal-missing-measure = This case has no measure { $count }. Look at its measures again.
case-refusal-missing-lesson = This case has no lesson { $count }. Look at its lessons again.
case-refusal-missing-record = This case has no record { $count }. Choose one of its timeline.
case-refusal-not-in-plan = The plan has nothing of that name. Choose from the plan, or add it there.
case-refusal-not-in-plan-stakeholder = The plan has no stakeholder of that name. Choose one of the plan, or add it there.
case-refusal-not-in-plan-reply = The plan has no reply of that name. Choose one of the plan, or write the text yourself.
case-refusal-not-in-plan-role = The plan has no role of that name. Choose one of the plan, or add it there.
case-refusal-not-in-plan-scenario = The plan has no scenario of that name. Choose one of the plan, or go on without.
case-refusal-ladder = No step leads from "{ $from }" to "{ $to }". Choose another step.
case-refusal-why = This needs a reason. Say why.
case-refusal-open-tasks = { PLURAL($count) ->
    [one] { $count } task is open. Do it or set it aside first.
   *[other] { $count } tasks are open. Do them or set them aside first.
    }
case-refusal-legal-term = The legal term { $what } runs. Say that it was met, or why it is not asked for.
case-refusal-under-way = Text { $count } is under way, or nobody knows whether it is out. See to it first.
case-refusal-never-pauses = This clock never stands still. Meet it, or say why it is not asked for any more.
case-refusal-time = That moment is on the wrong side of now. What happened lies in the past, what is planned in the future: choose another one.
case-refusal-start = The term of this matter counts from something else. Say this: { $what }.
case-refusal-proof = That a legal term was met is shown. Say how you know it, or add what proves it.
case-refusal-source = This needs a source that is more than a conclusion. Add a source or what proves it.
case-refusal-retracted = That fact was retracted. State it anew, as a new fact.
case-refusal-stale = The text, its target or its account is not what you were shown. Look at it again.
case-refusal-stage = Text { $count } is not at that point. Look where it stands, and what can be done there.
case-refusal-weak-facts = The text rests on facts that are not known, not said to be probable, or retracted: { $what }. Mend the facts or the text.
case-refusal-unchecked = The wording check has not read this text yet. Wait a moment and try again.
case-refusal-stopped = { PLURAL($count) ->
    [one] The wording check found { $count } reason to stop. Mend it, or say why the text goes all the same.
   *[other] The wording check found { $count } reasons to stop. Mend them, or say why the text goes all the same.
    }
case-refusal-mixed = The posture contradicts other texts: { $what }. Change it, or say why the text goes all the same.
case-refusal-long = The text has { $count } characters, and { $most } fit there. Shorten it.
case-refusal-blank = The text is empty, or has a blank that is not filled in. Fill it in.
case-refusal-account = That account is not one of this brand’s. Choose an account of the brand.
case-refusal-to-all = A reply goes under a mention, by mail or into a conversation. What everybody is told is a statement: choose that, or another target.
case-refusal-corrects = A correction names a text that was sent. Choose one that was.
case-refusal-no-rule = The plan names nobody who releases this. Add an approval to the plan.
case-refusal-no-login = By the plan this is for { $what }, and nobody of them has a login. Invite them on the Team page, or name somebody else in the plan; until then only its fallback, where one is named who has a login, releases a reply approved beforehand.
case-refusal-author = The plan lets others write this. Hand the text to one of them.
case-refusal-own = Whoever wrote a text does not approve it. Ask somebody else who may.
case-refusal-not-asked = You are not among those who are asked for this, or not yet. The text says whose turn it is.
case-refusal-already = You approved this already. Others are still asked, if it waits.
case-refusal-not-alone = Only who works alone, or wrote an everyday reply in which the check found nothing, releases alone. Ask for an approval.
case-refusal-not-yet = It is too early: not before { $when }. Come back then.
case-refusal-no-fallback = The plan names no time after which the fallback may. Ask those who approve, or add "within" and "fallback" to the plan.
case-refusal-not-prepared = The fallback releases only what the plan had approved before, unchanged and not expired. Take such a reply, or ask for an approval.
case-refusal-mandate = The agency’s mandate does not let you do this at this hour. Call the client.
case-refusal-too-late = Too late: the text is being sent or is out. If it is wrong, write a correction.
case-refusal-attempt = That is not the try that is under way. Look at the text again.
case-refusal-may-be-out = Text { $count } was sent and not found, and may turn up yet. Send it as it is, or shelve it and write another one.
case-refusal-held-by = Somebody else answers this mention. Ask them to hand it over, or whoever leads the case.
case-refusal-elsewhere = This mention is answered elsewhere, in a case or outside of one: look there first.
case-refusal-claim-first = Nobody answers this mention yet. Claim it first.
case-refusal-answered = Text { $count } answers this mention already. Shelve one of the two, or correct the one that was sent.
case-refusal-amount = An offer is of nothing or more. Give an amount that is not below zero.
case-refusal-exit = This exit is not for you. Ask somebody whose role allows it.
case-refusal-exit-platform = Reporting to the platform is for the owner or the social media manager. Ask one of them.
case-refusal-exit-legal = Notifying illegal content is for legal counsel, or the fallback that the plan names. Ask one of them.
case-refusal-exit-legal-nobody = Notifying illegal content is for legal counsel, and the plan names none. Invite somebody as legal counsel on the Team page, or name a fallback in the plan.
case-refusal-exit-no-login = Notifying illegal content is for { $what } by the plan, and nobody of them has a login. Invite them on the Team page, or name a fallback in the plan who has one.
case-refusal-no-freeze = Nothing is frozen. Hold the marketing first.
case-refusal-fenced = A later freeze holds. Read the list again.
case-refusal-unaccounted = { PLURAL($count) ->
    [one] { $count } post is not accounted for yet. Wait, or look at it in its tool.
   *[other] { $count } posts are not accounted for yet. Wait, or look at them in their tool.
    }
case-refusal-not-held = That post is not held. Look at the list again.
case-refusal-frozen = The freeze still holds. Lift it first.
case-refusal-burst = Another post of that account goes out within ten minutes of it. Choose another time.
case-refusal-open-measures = { PLURAL($count) ->
    [one] { $count } measure is not over. Wait for its test, or set it aside first.
   *[other] { $count } measures are not over. Wait for their tests, or set them aside first.
    }
case-refusal-goal = A test needs at least one day, and a number that can be reached. Choose others.
case-refusal-tested = Its figures say whether it worked. Wait for them, or set the measure aside.
case-word-form-holding = holding statement
case-word-form-statement = statement to everybody
case-word-form-update = update with what is new
case-word-form-reply = reply to one person
case-word-target-mention = under a mention
case-word-target-post = as a post of one’s own: { $what }
case-word-target-mail = in a letter by mail
case-word-target-conversation = in conversation { $count } of a complaint
case-word-target-updates-page = on the public updates page
case-word-target-by-hand = copied by hand: { $what }
case-word-stage-writing = being written
case-word-stage-submitted = waiting for approval since { $when }
case-word-stage-declined = not approved: to be changed
case-word-stage-released = released: may be sent
case-word-stage-intended = to be sent, can be stopped until { $when }
case-word-stage-trying = being sent (try { $count })
case-word-stage-unknown = nobody knows whether it is out (try { $count })
case-word-stage-refused = not sent (try { $count }): may be tried again
case-word-stage-sent = sent { $when }
case-word-stage-shelved = shelved
case-word-fact-known = known
case-word-fact-probable = probable
case-word-fact-unknown = open question
case-word-fact-cannot-say = cannot be said
case-word-loudness-nothing = nothing in public yet
case-word-loudness-answer = an answer where it was said
case-word-loudness-statement = a statement where it was said
case-word-loudness-everywhere = everywhere we speak
case-word-guideline-inform-first = Instructing information first (what to do to stay safe), then adjusting information (what happened, that we care): always, before any word on responsibility.
case-word-guideline-victim-inform = Victim cluster, no history, good name: instructing and adjusting information alone can be enough.
case-word-guideline-victim-with-history = Victim cluster with a history or an unfavourable name: diminish.
case-word-guideline-accident-diminish = Accidental cluster, no history, neutral or good name: diminish.
case-word-guideline-accident-with-history = Accidental cluster with a history or an unfavourable name: rebuild.
case-word-guideline-preventable-rebuild = Preventable cluster: rebuild, whatever history and name.
case-word-guideline-unfounded-deny = Rumours, and challenges without ground: deny, if possible. Never mix deny with diminish or rebuild.
case-word-visibility-internal = the team
case-word-visibility-client = the team and the client
case-word-visibility-legal = the owner, the lead and legal counsel
case-word-left-allowed = the plan lets its kind out
case-word-left-foreign = its channel belongs to another organisation
case-word-left-unmapped = its channel is mapped to nobody
case-word-thaw-reschedule = goes out at another time ({ $when })
case-word-thaw-rewrite = is written anew
case-word-thaw-withdraw = is not published, stays in the list
case-word-thaw-as-it-was = goes out when it was to
case-word-matter-data-breach = data breach, to tell the authority
case-word-matter-data-breach-people = data breach with a high risk, to tell the people concerned
case-word-matter-press-offence = defamation or insult in public
case-word-matter-press-offence-aggravated = defamation or insult for what somebody is (origin, religion, sex, orientation, disability)
case-word-matter-right-of-reply = right of reply that we demand
case-word-matter-right-of-reply-owed = right of reply demanded of us
case-word-matter-unsafe-food = unsafe food on the market
case-word-matter-unsafe-product = dangerous product on the market
case-word-start-awareness = since when you have known
case-word-start-publication = when it was first published
case-word-start-demand = when the demand came in
case-word-platform-violence = threats or calls to violence
case-word-platform-hatred = hatred of a group
case-word-platform-harassment = harassment of a person
case-word-platform-personal-data = somebody’s personal data
case-word-platform-not-genuine = not genuine, or paid for
case-word-platform-spam = advertising, or the same again and again
case-word-platform-impersonation = pretends to be somebody else
case-word-ground-defamation = defamation
case-word-ground-insult = insult
case-word-ground-threat = threat
case-word-ground-hatred = hatred or discrimination
case-word-ground-privacy = somebody’s privacy or data
case-word-ground-counterfeit = another’s work or mark
case-word-ground-other = another law, named in the reason
case-triage-hurt = May somebody be hurt?
case-triage-cause = What is it about?
case-triage-cause-unknown = we cannot tell yet
case-triage-responsibility = Whose doing is it, as people see it?
case-triage-history = Did it happen before, or was our name bad already?
case-triage-vivid = Is there a film or a picture that is passed on?
case-triage-who = Who speaks of it?
case-triage-known-no = no
case-triage-known-unknown = not known yet
case-triage-known-yes = yes
case-triage-responsibility-unknown = nobody knows yet
case-triage-responsibility-untrue = it is not so, and we can show it
case-triage-responsibility-victim = it happened to us too
case-triage-responsibility-accidental = we did it, and did not mean to
case-triage-responsibility-preventable = we could have prevented it, or meant it
case-triage-who-one = one person only
case-triage-who-some = a few people
case-triage-who-many = many people
case-triage-who-press = the press, or somebody whom very many follow
## The communication policy: what the public reads, and what the team publishes
policy-title = Communication policy of { $what }
policy-only-in = The words of the house are in { $what }.
policy-where = Where to tell us
policy-channel = Write to { $what } in private
policy-channel-hint = A page open to everybody, without an account; it is published nowhere.
policy-who = Who answers, and when
policy-within = You have an answer within { $stretch }.
policy-do = What we do
policy-never = What we never do
policy-changed = Last changed: { $when }.
policy-settings = Communication policy
policy-index = A public page: where to complain, who answers and when, what you never do
policy-settings-lead = A page for everybody, made from your plan: where to complain, who answers and when, what you do and never do. It is closed until you publish it, and stays as it is when the plan changes, until you publish again.
policy-closed = Nothing is published.
policy-same = Published: the page says what the plan says.
policy-differs = Published, and the plan now says something else than the page.
policy-no-channel = No private channel is open for this brand: the page can lead to no form.
policy-changes = What would change for the public
policy-preview = What the plan says to the public
policy-write = Write it in the plan
policy-nothing = The plan says nothing to the public yet, so there is nothing to publish.
policy-address-hint = Small letters, digits and hyphens.
policy-publish = Publish what stands here
policy-withdraw = Take the page off
policy-withdraw-hint = Its address then shows nothing. What was published is kept.
policy-log = Published so far
policy-said-published = Published: everybody can read it now.
policy-said-withdrawn = The page is off.
policy-wrong-own = Only a brand of yours has a policy.
policy-wrong-blank = Nothing fills in the blank “{ $what }”: it would be published as it stands. Nothing has been published.
policy-wrong-nowhere = It would tell nobody where to complain: open the private channel, or name a place in the plan. Nothing has been published.
policy-wrong-invented = “{ $what }” is the address of the example, not yours: put yours into the plan. Nothing has been published.
policy-wrong-changed = The plan has changed since you opened this page. Read it again below; nothing has been published.

## The training of staff by their link
training-title = A short training
training-lead = Questions from our own plan ({ $count }) in three parts: spot a risk, respond properly, communicate well. No account, no marks: each answer is explained at once.
training-open = Train for it in five minutes
training-at = Question { $at } of { $count }
training-spot = Spot a risk
training-respond = Respond properly
training-speak = Communicate well
training-ask-sign = You notice: { $what } – a sign of what?
training-ask-tell = You see or hear something about us that worries you. Whom do you tell?
training-ask-rule = Which of these is a rule of ours?
training-ask-journalist = A journalist phones. Who answers?
training-ask-post = You see an angry post about us. Who answers it?
training-ask-safety = It happens: { $what }. What do people need to hear first?
training-ask-complain = Somebody wants to complain. Where do you send them?
training-ask-within = How soon does somebody who complains have an answer?
training-ask-first = In a crisis, how soon do we say our first words in public?
training-reflex-nothing = Of nothing: it will pass
training-reflex-nobody = Nobody, until I am sure
training-reflex-friends = My friends, in a chat
training-reflex-myself = I do, as well as I can
training-reflex-hang-up = Nobody: I hang up
training-reflex-own-account = I do, from my own account
training-reflex-delete = Nobody: we have it deleted
training-reflex-rule-answer = Answer at once, each from their own account.
training-reflex-rule-delete = Have everything deleted that harms us.
training-reflex-rule-guess = Say what probably happened, so that people have an answer.
training-reflex-rule-stars = Write good reviews ourselves, to make up for it.
training-reflex-fault = Whose fault it was
training-reflex-reassure = That it cannot be grave
training-reflex-network = To the social networks, in front of everybody
training-reflex-nowhere = Nowhere: we take no complaints
training-answer = Answer
training-choose = Choose an answer first.
training-right = Yes, that is what our plan says.
training-wrong = No. Our plan says: { $what }
training-because = In the words of the plan
training-next = Next question
training-end = To the end
training-done = That was it
training-score = { $correct } of { $count } answered as the plan says.
training-who = Who you are
training-who-other = somebody else, or I would rather not say
training-who-hint = The team sees that somebody went through it and when; your name only if you choose it in the list. It can be erased at any time.
training-name = First name, if you like
training-name-hint = The team sees that somebody went through it and when; your name only if you give it. It can be erased at any time.
training-tell = Tell the team
training-told = Thank you: the team knows that you were trained.
training-full = Many have finished just now, so this one was not counted. Try again in an hour.
training-again = Once more, with other questions
training-changed = The plan has changed meanwhile: here are its questions as of now.
training-none = The plan does not say enough to staff yet for a training.
training-back = How to behave
training-list = Who was trained
training-nobody = Nobody yet: the link above opens the training too.
training-unnamed = Without a name
training-erase = Erase

## ISO 22361: what of it a plan shows
iso-title = ISO 22361 in this plan
iso-lead = What of ISO 22361:2022 (crisis management, guidelines) the plan shows, and by what. This is our own reading of its principles, process and clauses by their titles; it is no certification, and the standard asks for more than a plan can show.
iso-half = The plan cannot be read whole, and half of it must not be told as if it were all.
iso-count = { $met } met, { $partly } partly, { $missing } missing.
iso-principle = Principles
iso-process = Process
iso-clause = What has a clause of its own
iso-met = met
iso-partly = partly
iso-missing = missing
iso-governance = Governance
iso-strategy = Strategy
iso-risk = Risk
iso-decision = Decision-making
iso-communication = Communication
iso-ethics = Ethics
iso-learning = Learning
iso-anticipation = Anticipation
iso-assessment = Assessment
iso-prevention = Prevention and mitigation
iso-preparedness = Preparedness
iso-response = Response
iso-recovery = Recovery
iso-improvement = Continual improvement
iso-leadership = Crisis leadership
iso-strategic-decision = Strategic decision-making
iso-crisis-communication = Crisis communication
iso-training = Training, validation and learning
iso-has-lead = Somebody leads
iso-has-team = Each role that a team needs has somebody
iso-has-deputies = Somebody stands in for everybody
iso-has-responsible = Each action has exactly one responsible
iso-has-reachable = Who is named can be reached
iso-has-approval = Who releases a text is said
iso-has-liveness = At every hour somebody can release
iso-has-escalation = Who is told when it gets worse is said
iso-has-objectives = Objectives, each with a strategy
iso-has-halves = Prevention and correction
iso-has-risks = Risks are named
iso-has-rated = How likely and how bad each risk is
iso-has-heard = Something listens for each risk
iso-has-scenarios = Each risk has a scenario
iso-has-signs = Each scenario says how one knows it
iso-has-recurring = Something is done regularly before anything happens
iso-has-first-assessment = A clock for the first assessment
iso-has-assembled = A clock for the team to assemble
iso-has-moves = Each scenario has its moves
iso-has-freeze = What is held, and what goes out all the same
iso-has-holding = Each scenario has first words in each language
iso-has-alternatives = And others to choose from
iso-has-languages = Somebody speaks each language of the brand
iso-has-approved = The texts are approved beforehand
iso-has-updates = A clock for the next news
iso-has-postures = Each scenario says how responsibility is taken
iso-has-stakeholders = Who has a stake is told, by whom and what
iso-has-policy = The public is told where to complain
iso-has-never = And what is never done
iso-has-conduct = Staff are told what to do and what not
iso-has-safety = Where people may be hurt, they are told how to stay safe
iso-has-full-statement = A clock for the full statement
iso-has-after = Each scenario has words for after the first ones
iso-has-measures = Something is done a day later or more
iso-has-tests = Each scenario is tested
iso-has-repeated = The tests are repeated

## The card: lines to write on. The plan as a file
card-blank-name = who speaks
card-blank-time = time
card-blank-next = next news
card-blank-place = place
card-blank-product = product
card-blank-fact = what we know
card-blank-signature = name and role
import-title = The plan as a file
import-out = Take it out
import-out-lead = The whole text with its comments, to keep elsewhere or to write in an editor of your own.
import-in = Bring one in
import-in-lead = It is checked, and you see what it changes before anything is kept. What holds now stays in the list of versions.
import-file = The file (TOML)
import-look = See what it changes
import-changes = What it changes
import-same = It says what the plan says already.
import-keep = Keep it as the next version
import-unreadable = This is no plan that can be read, so it cannot be kept. Below stands where it fails.
import-empty = No file was chosen. Nothing has changed.
import-large = The file is larger than a plan can be ({ $what } bytes). Nothing was kept, and the plan that holds is as it was. Split it into a base plan and differences.
import-no-text = The file is no text (UTF-8). Nothing has changed.

import-cacao = A scenario for other tools (CACAO 2.0)
import-cacao-lead = Its moves one after the other, each with who is responsible. Deputies, times, replies, signs one by one, telephone numbers and addresses stay here.
## Scheduled marketing

market-title = Scheduled marketing
market-index = The accounts that publish, what waits, what is held in a crisis
market-lead = In a crisis nothing goes out from these accounts but what your plan lets through. Afterwards each post is decided one by one: nothing leaves by itself, nor in a burst.
market-done = Done.
market-figure-held = Held
market-figure-goes = Go out
market-figure-left = Go out in spite of the freeze
market-figure-out = Out
market-accounts = Accounts
market-accounts-none = No account is connected.
market-free = free: no case holds it
market-frozen = held by case { $case } since { $when }
market-refused = Does not answer as it should:
market-taken = This account is taken. Nothing was changed.
market-holds = A case holds posts there. Decide on each first – let it go, or not publish it –, then let the account go: else nobody would ever let them go. Nothing was changed.
market-check = Check
market-let-go = Stop using it
market-let-go-hint = Its token is forgotten, and what was still to go out from it is held. What is published does not change.
market-gone-account = an account that is no longer connected
market-held = To be decided
market-goes = What goes out
market-over = Over
market-none = Nothing is scheduled.
market-more = Only the first 300 are shown; the command line and the API tell all.
market-queued = scheduled
market-holding = being held: it may still go out
market-is-held = held
market-draft = to be written anew
market-sending = being sent
market-sent = published
market-unknown = perhaps published: Vigie looks for it
market-failed = could not be sent
market-withdrawn = not to be published
market-gone = no longer in its server’s queue
market-alone = left alone in its tool: its channel is nobody’s here
market-due = due { $when }
market-at-server = in its server’s queue
market-left = goes out in spite of the freeze
market-see = See the post
market-as-it-was = Publish as planned
market-rewrite = Write anew
market-withdraw = Do not publish
market-reschedule = Publish at that time
market-at = Date and time
market-change = Change
market-new = Schedule a post
market-account = From the account
market-text = Text
market-language = Language
market-kind = Kind
market-kind-do = Keep the kind
market-kind-hint = A kind that the plan lets through a freeze: safety, recall, opening hours. Empty for anything else.
market-do = Schedule
market-connect = Connect an account
market-connect-hint = A Mastodon account, or one of a server that speaks like it. An account belongs to one client of this house.
market-server = Server
market-token = Access token
market-token-hint = In the account’s preferences, Development, new application, allowed to read and write. It is never shown again.
market-name = Name here
market-connect-do = Connect
market-hook = Connect another tool by webhook
market-hook-hint = For a tool that Vigie cannot hold by itself. In a crisis it is told campaign.pause, afterwards campaign.resume, signed (Standard Webhooks). It counts as held only when it answers, in JSON, paused: true.
market-hook-address = Address of the webhook
market-hook-secret = Secret that signs
market-hook-secret-hint = whsec_ and 24 to 64 bytes in base64, the same in the tool. It is never shown again.
market-told = told { $what } on { $when }; it answered: { $answer }
market-empty = The post has no words. Nothing was changed.
market-long = Too long: { $long } characters, and that server takes { $most }. A link always counts the same.
market-past = That time is past or too near. Choose a later one.
market-no-language = That is no language: write a code such as en.
market-kind-long = The name of the kind has more than 60 characters.
market-frozen-still = A case still holds this account: end the freeze first, or write it anew, or do not publish it.
market-burst = Another post of this account goes out within ten minutes of it: choose another time.
market-changed = Somebody changed it meanwhile. Look at it again: nothing was changed here.
market-plain-http = These pages are served without https outside this machine: nothing is published from here.
market-media = { PLURAL($count) ->
    [one] { $count } picture or the like
   *[other] { $count } pictures and the like
}
market-clash = clashes with the case: { $words }
market-elsewhere = Text and date of this post are chosen in its tool: give it its date there, then let it go as planned.
market-calendar = Open its calendar
market-unmapped = { PLURAL($count) ->
    [one] { $count } channel of your tools is given to nobody: it is never touched
   *[other] { $count } channels of your tools are given to nobody: they are never touched
}
tool-title = Scheduling tools
tool-lead = One key opens the channels of many clients. Give each channel to a brand: in a crisis, what waits there is held. Those that you leave alone are never touched.
tool-taken = This channel is taken: somebody else of this house uses it. Nothing was changed.
tool-taken-by = taken by somebody else of this house
tool-nobody = left alone: never touched
tool-given = given to { $brand }
tool-given-other = given, to no brand or to a client that you do not configure
tool-tally = { $given } given, { $alone } left alone
tool-disabled = switched off in the tool
tool-to = Give to
tool-alone = Leave alone
tool-new-key = New key (empty: the present one)
tool-check = Read its channels again
tool-let-go-hint = Its key is forgotten and its channels are left alone. What waits in the tool stays there as it is; what is held there stays a draft.
tool-none = No tool is connected.
tool-connect = Connect a Postiz
tool-server = Address of its interface
tool-server-hint = On your own server, its address with /api behind it; in its cloud, https://api.postiz.com.
tool-key = Key
tool-key-hint = In the settings of Postiz, Developers, Public API. It is never shown again.
tool-try = Try and connect

## Drills
drill-done = Done, in the drill.
drill-assembled = Everybody who is there has answered.
drill-over = It has calmed down; we keep watching.
drill-dismissed = Looked at: nobody is angry with us here.
drill-despite = Read again by two people: it goes out as it is.
drill-contradicted = What we were told since says otherwise.
drill-reply = Thank you for telling us. We are looking into it today and answer you here by tomorrow noon. If you would rather talk, write to us: a person reads it.
drill-measure = Everybody whose mention we took has our answer.
drill-title = Drill: { $pack }
drill-line = { $what }: { $got } of { $of }
drill-percent = { $percent } of 100
drill-detected = First signal { $minutes } min after the first outlying post.
drill-undetected = No signal was raised.
drill-minutes-left = { $minutes } min to spare
drill-minutes-late = { $minutes } min late
drill-minutes-after = after { $minutes } min
drill-held = yes
drill-not-held = no
drill-item-detected = Raised in time
drill-item-quiet = Nobody called without reason
drill-item-shown = The signal says what it is about
drill-item-step = Taken as grave as it is
drill-item-clocks = Deadlines met
drill-item-roles = Roles covered
drill-item-wording = Texts that the wording check does not stop
drill-item-contradictions = Texts that contradict none before
drill-item-actions = Actions of the plan done in time
drill-item-answered = Mentions taken and answered
drill-item-measures = Measures that were tested
drill-item-claimed-once = Mentions that one person took
drill-mark = DRILL
drill-paused = the clock stands
drill-about = About this drill
drill-leave = Leave the drill
drills-title = Drills
drills-index = Play a crisis before one comes
drills-lead = The team plays an invented crisis on the real screens. A drill has a world of its own: nothing of it reaches anybody outside.
drills-packs = What can be played
drills-packs-lead = Choose one, then say who plays whom. The rules play the others: one person alone can play too.
drills-played = Played
drills-none = No drill was played yet.
drills-who = Who plays whom
drills-who-hint = Each member has one seat at most. A seat that nobody has is played by rules: it looks at texts, does its tasks, and waits for you in all that is yours.
drills-start = Set the drill up
drills-other = Another story
drill-by-rules = played by rules
drill-pace = Pace
drill-pace-hint = How many minutes of the drill pass in one. At ×4 an hour takes a quarter of an hour. It can be changed at any time.
drill-seed = Number of the draw
drill-seed-hint = The same number gives the same posts: two teams can be compared.
drill-is-on = being played
drill-ended-finished = played to its end
drill-ended-stopped = stopped with the server; what was played is kept
drill-ended-broke = broke; what was played is kept
drill-ended-lost = lost: the server went down before anything could be kept
drill-before = the quiet days before are being played; people come in next
drill-scoring = it is over, and is being scored
drill-jumping = jumping ahead
drill-runs = the clock goes at ×{ $pace }
drill-joined = { $who }, in since { $when }
drill-not-joined = { $who }, not in yet
drill-member = no. { $count } in its files
drill-join = Come in
drill-join-hint = Opens the real screens of the drill in this browser. Your live pages stay as they are.
drill-lead = The clock
drill-resume = Let time go
drill-pause = Stop the clock
drill-jump = To what comes next
drill-ahead = 10 minutes ahead
drill-wait = This takes as long as the machine needs, mostly less than a minute.
drill-end = End the drill
drill-end-hint = Everybody is led out and the report is made. The drill’s world is gone then.
drill-end-do = End it now
drill-report = Report
drill-report-lead = Computed from the logs of the drill, each line with what shows it.
drill-cases = The cases of the drill
drill-case-review = the review, as of a real case
drill-case-folder = Its log as files
drill-team = Who plays whom
drill-injects = What you bring in
drill-injects-none = This story has nothing more to bring in.
drill-inject-call = a call
drill-inject-absent = somebody is absent
drill-inject-fact = a fact
drill-inject-contradicts = a fact against the one before
drill-left = in { $span }
drill-left-real = { $span } of your time
drill-inject-late = { $span } late
drill-inject-due = due at { $when }
drill-inject-in = brought in at { $when }
drill-inject-out = left out at { $when }
drill-bring = Bring it in now
drill-skip = Leave it out
drill-injects-past = Brought in or left out ({ $count })
drill-work = How the team does
drill-work-none = No case is open yet.
drill-work-clocks = Deadlines met: { $met } of { $of }
drill-work-tasks = Open tasks: { $count }
drill-course-earlier = Earlier ({ $count })
drill-course = What happens
drill-course-none = Nothing yet: all is calm.
drill-course-alert = Vigie raised an alert
drill-course-notice = Vigie raised a notice
drill-notes = Your notes
drill-note = What you saw
drill-note-do = Write it down
drill-gone-over = This drill is over
drill-gone-over-hint = What you sent a moment ago was kept nowhere and went nowhere. The report stands with the drill.
drill-gone-not-here = Not in a drill
drill-gone-not-here-hint = That room belongs to the live world: settings, people and what reaches outside are not open in a drill. Nothing was changed.
drill-gone-outside = You are not in this drill
drill-gone-outside-hint = Come in from the page of the drill, where your seat is.
drill-back-in = Back into the drill
drills-story = { PLURAL($count) ->
    [one] { $count } hour of story
   *[other] { $count } hours of story
}
drills-people = { PLURAL($count) ->
    [one] { $count } person in its plan
   *[other] { $count } people in its plan
}
drills-injects = { PLURAL($count) ->
    [one] { $count } call or fact from outside
   *[other] { $count } calls and facts from outside
}

## Calendar
calendar-name = Vigie: { $name }
calendar-drill = Drill: { $what }
calendar-drill-why = A quarter of an hour together: play the scenario under Drills, or go through it, then note it under Readiness.
calendar-confirm = Everybody confirms how they are reached
calendar-confirm-why = Each person of the plan taps the link that they are sent. Who left, who has another number?
calendar-expires = The approval of “{ $what }” runs out
calendar-expires-why = Read it again and approve it anew: until then nobody can send it unread.
calendar-team = Is the team still the right one?
calendar-team-why = Who is missing, who has left, which skill? Note it under Team.
calendar-title = The days ahead
calendar-lead = What comes back by your plan: drills, confirmations, approvals that run out, the look at the team. Computed anew each time it is read.
calendar-fresh = The address of your calendar, shown this once. Add it in your telephone as a subscribed calendar; whoever has it reads these days, and nothing of any case.
calendar-no-plan = There is no plan yet, and so no days.
calendar-subscribe = In your own calendar
calendar-subscribe-lead = One address for you, of this organisation. It ends with your membership. Lost, or seen by somebody? Make another: the one before opens nothing any more.
calendar-since = You have had an address since { $when }.
calendar-renew = Make another address
calendar-make = Make the address
calendar-withdraw = Take the address back
calendar-again = Again { $count } times a year.
practice-title = Who can do what
practice-lead = When each person with a role in the plan last showed each part of the training: in a drill that they played, or by the link for staff. It holds for a year. By the link, everybody is who they say they are.
practice-not = not within a year

## Review

review-title = Review of case { $count }
review-link = Review
review-whole = The whole review
review-short = Two pages for who decides
review-client = For the client
review-back = Back to the case
review-note = Read from { $count } records of the case; its numbers are counted, not typed.
review-open = It is not over: what runs is reckoned until { $when }.
review-times = Moments
review-onset = First mention that stood out
review-alert = Alert
review-acknowledged = Acknowledged
review-opened = Case opened
review-holding = Holding statement out
review-full = Full statement out
review-since = { $span } after: { $what }
review-unknown-time = not known
review-volumes = What was heard
review-before = before
review-during = during
review-after = after
review-period = Period
review-mentions = Mentions
review-a-day = A day
review-ill = Speak ill, within 90 %
review-moved = From { $from } to { $to }: { $what }.
review-moved-up = the share that speaks ill rose, beyond chance
review-moved-down = the share that speaks ill fell, beyond chance
review-moved-not = the share that speaks ill moved no more than chance may do
review-moved-unknown = too little is known to say
review-followed = What followed each text
review-followed-note = The day before and the day after. What comes after a text did not come because of it: this is no proof.
review-text = Text { $count }
review-day-before = Ill, the day before
review-day-after = Ill, the day after
review-day-open = the day after is not over
review-others = other texts in these two days: { $count }
review-of-stories = counted: what tells its own stories, { $before } mentions before, { $after } after
review-of-brand = counted: all of the brand, { $before } mentions before, { $after } after
review-earlier = What stood before
review-earlier-note = Looked at from { $from } until { $until }. Counted, no more: whether it could have been avoided was not measured.
review-earlier-cause = What it is about: { $what }
review-earlier-stood = Signals that stood and nobody took up: { $count }
review-earlier-first = The first of these came { $span } before it was heard of.
review-earlier-week = Week from
review-earlier-named = Mentions that name this cause
earlier-title = What would have shown it earlier?
earlier-lead = A query beside those you have, or being told more often, tried on the stored posts of the weeks before. Nothing is changed.
earlier-query = A query more (may stay empty)
earlier-stretch = Looked at from { $from } until it was heard of, { $until }.
earlier-sooner = It would have stood out { $span } before it was heard of
earlier-no-sooner = Nothing would have stood out before it was heard of
earlier-present = As things are
earlier-changed = As tried
earlier-first = The first signal of that time
earlier-signals = Signals from then until now
earlier-nothing = none
earlier-short = Only the newest part of that time could be looked at.
earlier-passed = Posts that were not kept, so nobody knows what would be found among them: { $count }
review-clocks = Deadlines
review-what = What
review-due = Due
review-came = What came of it
review-ran-met = met, { $span } left
review-ran-late = met, { $span } late
review-ran-missed = not met, { $span } over
review-ran-running = runs, { $span } left
review-ran-paused = stands still
review-ran-dropped = not asked for any more
review-plan = The plan, action by action
review-improvised = not in the plan
review-done = done in time
review-done-late = done, { $span } late
review-done-aside = set aside
review-done-skipped = expected, not done
review-done-open = still open
review-said = What was said
review-said-line = To everybody: { $statements }. To one person: { $replies }. Corrections: { $corrections }.
review-stances = Stances: { $what }.
review-answered = Taken on: { $taken }. Answered: { $answered }. Reported or notified instead: { $left }.
review-answered-time = Half of the answers came within { $median }, the slowest after { $slowest }.
review-wrote = Mentions that spoke ill while it lasted: { $what }.
review-measures = Measures
review-test = Test
review-measure-done = done, by somebody’s word
review-measure-aside = given up
review-test-rate = fewer than { $under } a day; days in a row: { $count }
review-test-share = at most { $what } speak ill; days taken together: { $count }
review-test-answered = { $what } of those who wrote are answered
review-test-seen = { $what } of the sources that spread it saw text { $count }
review-test-word = somebody says that it is done
review-strengths = Strengths
review-improve = Areas for improvement
review-why = Analysis
review-do = Recommendation
review-records = Records { $what }
review-hot = What the team says
review-lessons = Lessons
review-lesson-drawn = proposed
review-lesson-merged = in the plan since version { $count }, tried by no drill yet
review-lesson-tested = in the plan since version { $count }, tried by a drill
review-lesson-shelved = shelved
repair-title = Repair and lessons
repair-none = No measure was taken yet.
repair-take = Take a measure
repair-take-lead = Say first how you will know that it worked.
repair-take-do = Take this measure
repair-by-rate = Fewer mentions a day
repair-by-share = As few who speak ill as before
repair-by-answers = Those who wrote are answered
repair-by-seen = Those who spread it saw our text
repair-seen-text = Which text
repair-seen-share = At least this share of them, in percent
repair-seen-hint = Counted are the ten accounts with the most followers that spread the story before that text. Whoever has since copied, shared, linked it or quoted a sentence of it, in what Vigie hears, saw it.
repair-by-word = Somebody says that it is done; or a promise to somebody
repair-theme = What is counted
repair-theme-ill = mentions that speak ill
repair-theme-all = all mentions
repair-under = Fewer than this a day
repair-share = At most this share speaks ill, in percent
repair-answered = At least this share is answered, in percent
repair-days = For so many days
repair-due = By when (may stay empty)
repair-to = Promised to whoever wrote this mention (its number; may stay empty)
repair-counted = counted: { $what }; to reach: { $to }
repair-held = days that it holds: { $count } of { $of }
repair-done = It is done
repair-how = How you know
repair-give-up = Give it up
repair-promised = Who was promised what
repair-promised-none = Nobody waits for anything that was promised.
repair-promise-follows = Measure { $count } follows it: { $what }
repair-promise-open = Something was offered, and no measure follows it.
repair-follow = Follow it by a measure
repair-limits = Limits of the follow-up
repair-limits-lead = Passed in follow-up, a limit brings the case back by itself, once.
repair-limit = { $what }: more than { $over } in hours: { $count }
repair-limit-passed = passed since { $what }
repair-limit-add = Set a limit
repair-over = More than this
repair-hours = In so many hours
wash-title = What the team says
wash-place = { $n } of { $of }
wash-who = The team reads this with your name; a client never does.
wash-say = Your answer
wash-do = Keep, and go on
wash-skip = Go on without an answer
wash-all = Who said what
wash-nobody = Nobody answered yet.
wash-answers = people who answered: { $count }
wash-begin = Answer, one question at a time
lesson-draw = Draw a lesson
lesson-lead = A lesson is a change of the plan. It is proposed first, with what would be found in the plan then.
lesson-no-plan = There is no plan yet: begin one first.
lesson-place = Where in the plan
lesson-next = To its fields
lesson-other = another place
lesson-text = What is learned, in a sentence
lesson-records = Records it rests on
lesson-records-hint = Numbers of the review’s timeline, with commas. May stay empty.
lesson-records-wrong = Records are numbers, such as 3, 12. Nothing was kept.
lesson-no-text = Say in a sentence what is learned. Nothing was kept.
lesson-propose = Propose it
lesson-none = No lesson was drawn yet.
lesson-finds-nothing = Nothing new would be found in the plan.
lesson-mends = Findings of the plan that would be gone: { $count }
lesson-accept = Take it into the plan
lesson-shelve = Set it aside
review-unknown = What is not known
compare-title = Reviews compared
compare-none = There is no case to look back on yet.
compare-alert = First mention to alert
compare-acknowledged = Alert to acknowledged
compare-holding = Opened to holding statement
compare-full = Opened to full statement
compare-clocks = Deadlines kept
compare-answered = Answered
compare-lessons = Lessons drawn · in the plan · tried
letterhead-title = Letterhead
letterhead-lead = For agencies: your name and colour stand on the reviews, and "Vigie" nowhere.
letterhead-name = Your name
letterhead-name-hint = Leave it empty to take it away.
letterhead-colour = Colour
letterhead-do = Keep
quality-title = How good detection was
quality-stretch = Since { $from }; nights: { $count }. From what people said of the signals; who says nothing of one is in no share.
quality-alerts = Alerts
quality-notices = Notices
quality-raised = Raised
quality-confirmed = Confirmed
quality-dismissed = Dismissed
quality-precision = Real, of those judged, within 90 %
quality-too-few = too few were judged to tell (under ten)
quality-delay = After the first mention, half within
quality-slowest = The slowest
quality-at-night = Called somebody at night
quality-thousand = In a thousand nights, within 90 %
quality-too-short = under two weeks: not known
review-timeline = Timeline
review-none = Nothing to say here.
review-more = { $count } more, in the whole review
review-gap-onset = When it began to stand out: no signal belongs to this case.
review-gap-alert = How it would have been heard: no alert was raised.
review-gap-acknowledged = When somebody took notice: nobody acknowledged an alert.
review-gap-holding = When the first words were out: none are.
review-gap-full = When the full statement was out: there is none.
review-gap-volumes = How much was heard: nothing listens.
review-gap-wrote = How many wrote.
review-gap-before = Which complaints before were of the same cause.
review-gap-deaf = What was said on { $what }: it was deaf for { $span }.
review-gap-source = a source
review-gap-text = Whether text { $count } is out.
review-gap-erased = What erased texts said ({ $count }).
review-gap-measure = Whether measure { $count } worked.
review-clocks-met = Every deadline that ended was kept ({ $count }).
review-clocks-met-why = The plan’s times fit the people who had to keep them.
review-plan-done = All actions of the plan were done in time ({ $count }).
review-plan-done-why = The plan named the right things, and people for them.
review-one-voice = No text that went out contradicted another ({ $count }).
review-one-voice-why = They rested on the same facts and took stances that go together.
review-all-answered = Everybody who was taken on was answered ({ $count }).
review-all-answered-why = Each mention had one person, who stayed with it.
review-frozen = Nothing scheduled went out under the freeze ({ $count } held).
review-frozen-why = Every queue answered for each of its posts.
review-repaired = Measures that worked, as their tests say: { $count }.
review-repaired-why = What success means was said before, and counted.
review-clock-missed = { $what }: due time passed by { $span }.
review-clock-missed-why = Whoever was on its ladder did not act, or could not; the records say who was told and when.
review-clock-missed-do = Give it another owner or fallback, or a time that can be kept.
review-plan-action = of the plan
review-action-late = The action "{ $what }" was { $span } late.
review-action-late-why = It waited for somebody, or its time was too short.
review-action-late-do = Name a deputy who is there at that hour, or change its time.
review-action-skipped = The action "{ $what }" was expected and not done.
review-action-skipped-why = Nobody missed it at the time, or nobody knew that it was theirs.
review-action-skipped-do = Take it out of the plan, or make it one person’s first move.
review-was-improvised = Done, and in no plan: { $count }.
review-was-improvised-why = The plan did not foresee them, and somebody thought of them under pressure.
review-was-improvised-do = Take into the plan those that helped.
review-mixed = Texts sent to approval against the stance of others: { $count }.
review-mixed-why = Denying and repairing at once is believed by nobody.
review-mixed-do = Decide the stance before the first statement, and write it into the scenario.
review-fell = Texts that were out and rested on a fact that fell: { $count }.
review-fell-why = It was called known before it was.
review-fell-do = Say "probable" until two sources say it, and name who decides that.
review-unanswered = Mentions taken on and not answered: { $count }.
review-unanswered-why = Who takes one on keeps others from answering it.
review-unanswered-do = Answer them still, or hand them over; look at the reply window of the plan.
review-vacant = The role "{ $what }" had nobody.
review-vacant-why = Everybody named for it was away or could not be reached.
review-vacant-do = Name somebody more for it, with other hours.
review-fallback = Texts that went by the fallback, since nobody approved in time: { $count }.
review-fallback-why = Those who approve were not there at that hour.
review-fallback-do = Name another approver, or more texts that are approved in quiet times.
review-relapsed = It came back ({ $count }).
review-relapsed-why = The cause was not gone, or it was called over too soon.
review-relapsed-do = Give each measure a test, and close only when it holds.
review-dismissed = Signals of the weeks before that were dismissed: { $count }
review-dismissed-why = They may have been nothing, or the same beginning: that was not measured.
review-dismissed-do = Read again why they were dismissed, and say in the plan what is not to be dismissed.
review-complained = Complaints of the same cause before the alert: { $count }
review-complained-why = Those who complain in private say it before those who tell everybody.
review-complained-do = Give complaints of this cause somebody who reads them on the same day.
review-span-min = { $count } min
review-span-h = { $count } h { $min } min
review-span-d = { $count } d { $h } h

profile-title = The house: country, hours, languages
profile-index = Country, opening hours, time zone, languages of your customers
profile-lead = What was said at the set-up, and can be changed whenever it changes. Nights, terms of the law and what is shown follow at once.
profile-unsaid = Nobody has said this yet: what stands here is only expected. Check it and save.
profile-refused = Nothing was changed: see below.
profile-saved = Saved. It holds from now on.
profile-emergency = In an emergency there: { $what }.
profile-planned = Your plan names { $what }: the terms of the law follow the plan, and so do its own telephone numbers. Change them there too.
profile-open = Usually open
profile-first = From (day)
profile-last = To (day)
profile-from = Opens at
profile-until = Closes at
profile-hours-hint = Times such as 9:30. If you close after midnight, write that hour: 2:00. Whoever set no quiet hours of their own rests while you are closed.
profile-zone-hint = Such as Europe/Paris. Your brands go with it, and the clocks of those people who look after nothing else.
profile-languages = Languages of your customers
profile-size-hint = Just me: only what is needed is shown.
profile-problem-size = Choose one of the three.
profile-problem-country = Choose a country from the list.
profile-problem-languages = Tick one language at least.
profile-problem-days = Choose two days of the week.
profile-problem-from = Write when you open, such as 9:30.
profile-problem-until = Write when you close, such as 18:30, and not the hour at which you open.

sources-index = Feeds, Mastodon, mailboxes, webhooks: add, change, pause, try
source-add = Listen to another place
source-title = A source
source-tried = { PLURAL($count) ->
    [one] It answers: { $count } item there now. Nothing was kept of this try.
   *[other] It answers: { $count } items there now. Nothing was kept of this try.
}
source-not-heard = It was not heard. Nothing was changed.
source-host = Listens to { $what }
source-for-brand = everything there is about { $what }
source-for-all = only what one of your queries finds
source-lead-feed = RSS, Atom or JSON Feed: a newspaper, a forum, comments on your site.
source-lead-mastodon = A server of Mastodon or its kin: one tag, or its public timeline.
source-lead-mailbox = Each mail that a person wrote is a complaint; answers go into their conversation. Nothing in the mailbox is changed.
source-lead-webhook = Another program sends here what it hears, signed. The secret is shown once, when the source is made.
source-not-added = It was not added.
source-name = Name
source-name-hint = Named like the place where your customers talk (Google, Tripadvisor …), the bridge knows that somebody listens there.
source-url = Address of the feed
source-server = Server
source-tag = Tag (empty: the public timeline)
source-token = Token, where the server asks for one
source-secret-hint = It is kept, and never shown again.
source-streaming = Hear it at once by the server’s stream (needs a token)
source-port = Port (empty: 993)
source-of = What counts as a mention
source-try-and-add = Try it and listen
source-force = Listen all the same
source-secret-once = Sign with this secret (Standard Webhooks). It is shown this once:
source-deliver = Deliveries are sent to
source-not-changed = Nothing was changed.
source-test = Try it
source-pause = Pause
source-resume = Listen again
source-change = Change it
source-keep-matched = Keep only posts that a query finds
source-new-url = New address
source-new-token = New token
source-new-login = New login
source-new-password = New password
source-stays-hint = Left empty, what is kept stays: addresses, tokens and passwords are never shown again.
source-added = Vigie listens there from now on.
source-changed = Changed.
source-login-both = Write the login and its password together.
source-port-problem = The port is a number from 1 to 65535.
source-known = This place is listened to already.
backtest-wide = “{ $what }” stands in very many texts: this query could find nearly everything. Below is what it would have found; narrow it, or keep it if that is what you want.
backtest-sure = Look for it all the same
bridge-unheard = { $what }: nothing listens there yet.
setup-agency-more = Your other clients come next, each by itself: whoever runs the machine brings them in from one table, a client a line, with “vigie init --from clients.csv”; for a client who sets up alone, “vigie init --setup-link” makes a link.
