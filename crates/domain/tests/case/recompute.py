"""Recomputes every number of a review from an exported folder alone, and compares.

    python3 recompute.py FOLDER...

A folder holds `events.jsonl` as `vigie case export` writes it, `around.json` (signals, volumes, sources, what the plan asks for) and `review.json`, the
review to be checked. Written from what the review promises to say, not from the code that says it. Needs nothing but Python.
Ends with 1 where a number differs, and names it.
"""

import json
import math
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def stamp(text):
    """Microseconds since 1970 of a time as it is written."""
    body, _, fraction = text.rstrip("Z").partition(".")
    whole = datetime.strptime(body, "%Y-%m-%dT%H:%M:%S").replace(tzinfo=timezone.utc)
    return (whole - EPOCH) // timedelta(microseconds=1) + int(fraction.ljust(6, "0")[:6] or 0)


def written(micros):
    """A time as it is written."""
    if micros is None:
        return None
    at = EPOCH + timedelta(microseconds=micros)
    fraction = f".{at.microsecond:06d}".rstrip("0") if at.microsecond else ""
    return at.strftime("%Y-%m-%dT%H:%M:%S") + fraction + "Z"


def seconds(start, end):
    """Whole seconds from one moment to another, towards zero."""
    between = end - start
    return between // 10**6 if between >= 0 else -(-between // 10**6)


def tagged(value):
    """The tag and the content of what is written with a tag outside."""
    return (value, None) if isinstance(value, str) else next(iter(value.items()))


class Log:
    """The records of a folder: (number, moment, group.variant, content)."""

    def __init__(self, folder):
        self.records = []
        for line in (folder / "events.jsonl").read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            group, event = tagged(json.loads(record["body"]))
            variant, content = tagged(event)
            self.records.append((record["version"], record["at"], f"{group}.{variant}", content))

    def of(self, *kinds):
        return [it for it in self.records if it[2] in kinds]


def steps(log):
    found = []
    for _, at, kind, content in log.of("course.opened", "course.stepped"):
        step = content["step"] if kind == "course.opened" else content["to"]
        found.append((at, step, content.get("reason")))
    return found


def arrivals(log):
    """Records that say that a text is out: (number, moment, draft)."""
    found = []
    for number, at, kind, content in log.of("speech.came", "speech.resolved"):
        if kind == "speech.came":
            there = tagged(content["outcome"])[0] == "sent"
        else:
            there = content["receipt"] is not None
        if there:
            found.append((number, at, content["draft"]))
    return found


def answered_by(draft):
    """The mention that a draft answers: the one it goes under, else the one it was written for."""
    tag, content = tagged(draft["wording"]["target"])
    return content if tag == "mention" else draft["about"]


def drafts(log):
    """Each draft as it stands at the end: form, wording, corrects, and whether it is out."""
    found = {}
    for _, _, kind, content in log.records:
        if kind == "speech.drafted":
            found[content["draft"]] = {
                "form": content["form"], "corrects": content["corrects"], "wording": content["wording"],
                "about": content.get("about"),
                "out": False, "lost": False, "tries": 0, "earlier": 0,
            }
            continue
        if not kind.startswith("speech.") or content["draft"] not in found:
            continue
        draft = found[content["draft"]]
        if kind == "speech.revised":
            draft["about"] = answered_by(draft)
            draft["wording"], draft["earlier"] = content["wording"], draft["tries"]
        elif kind == "speech.trying":
            draft["tries"], draft["lost"] = content["attempt"], False
        elif kind in ("speech.came", "speech.resolved"):
            outcome = tagged(content["outcome"])[0] if kind == "speech.came" else None
            if outcome == "sent" or content.get("receipt") is not None:
                if content["attempt"] > draft["earlier"]:
                    draft["out"], draft["lost"] = True, False
            else:
                draft["lost"] = outcome == "unknown"
    return found


def clocks(log, until):
    told = []
    for number, _, _, content in log.of("clock.started"):
        clock = content["clock"]
        own = [it for it in log.records if it[2].startswith("clock.") and (it[3] or {}).get("clock") == clock]
        due, met, dropped, paused, rungs = stamp(content["terms"]["due"]), None, None, None, 0
        missed = False
        for _, at, kind, it in own:
            verb = kind.split(".")[1]
            if verb == "missed":
                missed = True
            elif verb == "paused" and not missed:
                paused = at
            elif verb == "resumed" and not missed:
                paused, due = None, stamp(it["due"])
            elif verb == "met":
                met = at
            elif verb == "dropped":
                dropped = at
            elif verb == "escalated":
                rungs = it["rung"] + 1
        if met is not None:
            stopped = met if paused is None else paused
            ran = {"met": seconds(stopped, due)} if stopped <= due else {"late": seconds(due, stopped)}
        elif dropped is not None:
            ran = "dropped" if paused is not None or dropped <= due else {"missed": seconds(due, dropped)}
        elif paused is not None:
            ran = "paused"
        else:
            ran = {"running": seconds(until, due)} if until <= due else {"missed": seconds(due, until)}
        told.append({
            "clock": clock, "of": content["of"], "start": content["terms"]["start"], "due": written(due),
            "met": written(met), "ran": ran, "escalated": rungs, "records": [it[0] for it in own],
        })
    return sorted(told, key=lambda it: it["clock"])


def tasks(log, planned, until):
    told = []
    for _, _, _, content in log.of("work.task_opened", "work.task_added"):
        own = [it for it in log.records if it[2].startswith("work.task_") and it[3]["task"] == content["task"]]
        last = next((it for it in reversed(own) if it[2] != "work.task_handed_over"), None)
        due = stamp(content["due"]) if content["due"] else None
        at, done = None, "open"
        if last[2] == "work.task_done":
            at, done = last[1], "done"
            if due is not None and at > due:
                done = {"late": seconds(due, at)}
        elif last[2] == "work.task_set_aside":
            done = "set_aside"
        elif due is not None and until > due:
            done = "skipped"
        told.append({
            "task": content["task"], "action": content.get("action"), "due": content["due"], "at": written(at),
            "done": done, "records": [it[0] for it in own],
        })
    told.sort(key=lambda it: it["task"])
    known = {it["action"] for it in told}
    for it in planned:
        if it["action"] not in known:
            known.add(it["action"])
            told.append({"task": None, "action": it["action"], "due": None, "at": None, "done": "skipped", "records": []})
    return told


def times(log, around):
    opened = next(((n, at) for n, at, _, _ in log.of("course.opened")), None)
    origins = [content["origin"] for _, _, _, content in log.of("course.opened", "course.taken_up")]
    own = {content for tag, content in map(tagged, origins) if tag == "signal"}
    signals = [it for it in around["signals"] if it["id"] in own]
    if not signals:
        signals = [it for it in around["signals"] if opened and stamp(it["onset"]) <= opened[1]]

    def least(name):
        known = [stamp(it[name]) for it in signals if it[name]]
        return {"at": written(min(known)), "record": None} if known else None

    def first(found):
        return {"at": written(found[1]), "record": found[0]} if found else None

    crisis = None
    for number, at, kind, content in log.of("course.opened", "course.stepped"):
        if (content["step"] if kind == "course.opened" else content["to"]) == "crisis":
            crisis = (number, at)
            break
    forms = {number: it["form"] for number, it in drafts(log).items()}

    def out(form):
        return first(next((it for it in arrivals(log) if forms.get(it[2]) == form), None))

    told = {
        "onset": least("onset"), "alert": least("alerted"), "acknowledged": least("acknowledged"),
        "opened": first(opened), "crisis": first(crisis), "holding": out("holding"), "full": out("statement"),
    }
    for name in ("onset_to_alert", "alert_to_acknowledged", "onset_to_holding", "opened_to_holding", "opened_to_full"):
        start, end = (told[part] for part in name.split("_to_"))
        told[name] = seconds(stamp(start["at"]), stamp(end["at"])) if start and end else None
    return told


def speech(log):
    out = {number: it for number, it in drafts(log).items() if it["out"]}
    stances = dict.fromkeys(("deny", "diminish", "rebuild", "bolster", "inform", "none"), 0)
    for it in out.values():
        stances[it["wording"]["posture"] or "none"] += 1
    submitted = log.of("speech.submitted")
    fell = []
    for number, at, _, content in log.of("board.retracted"):
        said = []
        for record, _, draft in arrivals(log):
            words = drafts(log).get(draft)
            if record < number and words and draft not in said:
                if any(cite["fact"] == content["fact"] for cite in words["wording"]["cites"]):
                    said.append(draft)
        fell += [[content["fact"], draft, number] for draft in said]
    replies = sum(it["form"] == "reply" for it in out.values())
    return {
        "statements": len(out) - replies, "replies": replies,
        "corrections": sum(it["corrects"] is not None for it in out.values()), "stances": stances,
        "mixed": [[it[3]["draft"], it[0]] for it in submitted if it[3]["mixed"]],
        "despite": [[it[3]["draft"], it[0]] for it in submitted if it[3]["despite"] is not None],
        "fell": fell,
    }


def answers(log, around):
    wrote, taken, answered = {}, {}, {}
    for _, _, _, content in log.of("clock.started"):
        if tagged(content["of"])[0] == "reply":
            wrote.setdefault(content["of"]["reply"], stamp(content["terms"]["start"]))
    for _, at, _, content in log.of("mention.claimed"):
        taken.setdefault(content["mention"], at)
    left = {content["mention"] for _, _, _, content in log.of("mention.left")}
    words = drafts(log)
    for number, at, draft in arrivals(log):
        mention = answered_by(words[draft])
        if mention is not None:
            answered.setdefault(mention, (at, number))
    took = sorted(seconds(wrote.get(it, taken.get(it)), at) for it, (at, _) in answered.items()
                  if it in wrote or it in taken)
    return {
        "wrote": around["wrote"], "taken_on": len(taken), "answered": sum(it in answered for it in taken),
        "left": sum(it in left for it in taken), "median": took[(len(took) - 1) // 2] if took else None,
        "slowest": took[-1] if took else None,
        "unanswered": sorted(it for it in taken if it not in answered and it not in left),
        "records": [answered[it][1] for it in sorted(answered)],
    }


def share(part, every):
    """Wilson's interval at 90 %, in thousandths; none under ten."""
    if part is None or every is None or every < 10:
        return "unknown"
    z, p = 1.645, part / every
    middle = (p + z * z / (2 * every)) / (1 + z * z / every)
    half = z / (1 + z * z / every) * math.sqrt(p * (1 - p) / every + z * z / (4 * every * every))
    mid, low, high = (math.floor(min(max(it, 0), 1) * 1000 + 0.5) for it in (p, middle - half, middle + half))
    return {"estimated": {"mid": mid, "low": low, "high": high}}


def counted(span):
    """A span of time as it is told."""
    minutes = max((stamp(span["until"]) - stamp(span["from"])) // (60 * 10**6), 1)
    mentions = span["mentions"]
    a_day = "unknown" if mentions is None else {"counted": mentions * 14400 // minutes}
    return {**span, "a_day": a_day, "ill_share": share(span["ill"], mentions)}


def moved(start, end):
    """Whether a share moved: the intervals lie apart."""
    if end is None or "unknown" in (start["ill_share"], end["ill_share"]):
        return "unknown"
    was, now = start["ill_share"]["estimated"], end["ill_share"]["estimated"]
    return "up" if now["low"] > was["high"] else "down" if now["high"] < was["low"] else "not_apart"


def volumes(around):
    if around["volumes"] is None:
        return None

    before, during = counted(around["volumes"]["before"]), counted(around["volumes"]["during"])
    after = counted(around["volumes"]["after"]) if around["volumes"]["after"] else None
    return {"before": before, "during": during, "after": after,
            "rose": moved(before, during), "stayed": moved(before, after)}


def followed(log, around):
    out = {number: it for number, it in drafts(log).items() if it["out"] and it["form"] != "reply"}
    said = []
    for record, at, draft in arrivals(log):
        if draft in out and draft not in [it[2] for it in said]:
            said.append((record, at, draft))
    told = []
    for record, at, draft in said:
        windows = next((it for it in around["windows"] if it["draft"] == draft), None)
        if windows is None:
            continue
        before, after = counted(windows["before"]), windows["after"] and counted(windows["after"])
        start = stamp(windows["before"]["from"])
        end = stamp((windows["after"] or windows["before"])["until"])
        others = sum(it[2] != draft and start <= it[1] < end for it in said)
        told.append({"draft": draft, "record": record, "at": written(at), "before": before, "after": after,
                     "stories": windows.get("stories", False), "moved": moved(before, after), "others": others})
    return told


def earlier(around):
    before = around["before"]
    if before is None:
        return None
    dismissed = sum(it["dismissed"] is not None for it in before["signals"])
    signs = [it["onset"] for it in before["signals"]] + (before["complaints"] or [])
    first = min(map(stamp, signs)) if signs else None
    return {
        "from": before["from"], "until": before["until"], "cause": before["cause"], "dismissed": dismissed,
        "stood": len(before["signals"]) - dismissed,
        "complaints": None if before["complaints"] is None else len(before["complaints"]),
        "first": written(first), "sooner": None if first is None else seconds(first, stamp(before["until"])),
        "weeks": before["weeks"],
    }


def findings(log, told):
    good, bad = [], []

    def say(where, name, numbers, records):
        where.append({"observed": {name: numbers}, "records": records})

    shown = [it for it in told["clocks"] if tagged(it["of"])[0] not in ("task", "approval")]
    late = [it for it in shown if tagged(it["ran"])[0] in ("late", "missed")]
    met = [it for it in shown if tagged(it["ran"])[0] == "met"]
    for it in late:
        tag, over = tagged(it["ran"])
        say(bad, "clock_missed", {"of": it["of"], "over": over, "met": tag == "late"}, it["records"])
    if met and not late:
        say(good, "clocks_met", {"met": len(met)}, [it["records"][-1] for it in met])
    planned = [it for it in told["tasks"] if it["action"] is not None]
    own = [it for it in told["tasks"] if it["action"] is None]
    for it in planned:
        tag, over = tagged(it["done"])
        if tag == "late":
            say(bad, "action_late", {"action": it["action"], "over": over}, it["records"])
        elif tag == "skipped":
            say(bad, "action_skipped", {"action": it["action"]}, it["records"])
    if planned and all(it["done"] == "done" for it in planned):
        say(good, "plan_done", {"done": len(planned)}, [it["records"][-1] for it in planned])
    if own:
        say(bad, "improvised", {"tasks": len(own)}, [it["records"][0] for it in own])
    said = told["speech"]
    if said["mixed"]:
        say(bad, "mixed", {"texts": len(said["mixed"])}, [it[1] for it in said["mixed"]])
    if said["fell"]:
        say(bad, "fell", {"texts": len(said["fell"])}, [it[2] for it in said["fell"]])
    texts = said["statements"] + said["replies"]
    if texts > 1 and not said["mixed"] and not said["fell"]:
        say(good, "one_voice", {"texts": texts}, [it[0] for it in arrivals(log)])
    fallback = [it[0] for it in log.of("speech.released") if it[3]["how"] == "fallback"]
    if fallback:
        say(bad, "fallback", {"texts": len(fallback)}, fallback)
    confirmed = [it[0] for it in log.of("freeze.confirmed")]
    if confirmed:
        posts = {}
        for _, _, _, content in log.of("freeze.outcome"):
            posts[content["post"]] = tagged(content["outcome"])[0]
        say(good, "frozen", {"held": list(posts.values()).count("held")}, confirmed)
    people = told["answers"]
    if people["unanswered"]:
        claimed = [it[0] for it in log.of("mention.claimed") if it[3]["mention"] in people["unanswered"]]
        say(bad, "unanswered", {"mentions": len(people["unanswered"])}, claimed)
    elif people["answered"] and people["answered"] == people["taken_on"]:
        say(good, "all_answered", {"answered": people["answered"]}, people["records"])
    roles = {}
    for _, _, kind, content in log.of("course.assigned", "course.handed_over"):
        roles["lead" if kind == "course.handed_over" else content["role"]] = content["to"]
    for role in sorted(roles):
        if roles[role] is None:
            say(bad, "vacant", {"role": role}, [it[0] for it in log.of("course.assigned") if it[3]["role"] == role])
    held = log.of("measure.held")
    if held:
        say(good, "repaired", {"measures": len({it[3]["measure"] for it in held})}, [it[0] for it in held])
    back = [it[0] for it in log.of("course.stepped") if it[3]["reason"] == "relapse"]
    if back:
        say(bad, "relapsed", {"times": len(back)}, back)
    before, opened = told["earlier"], [it[0] for it in log.of("course.opened")]
    if before and before["dismissed"]:
        say(bad, "dismissed", {"signals": before["dismissed"]}, opened)
    if before and before["complaints"]:
        say(bad, "complained", {"complaints": before["complaints"]}, opened)
    return good, bad


def gaps(log, told, around):
    found = [name for name in ("onset", "alert", "acknowledged", "holding", "full") if told["times"][name] is None]
    if around["volumes"] is None:
        found.append("volumes")
    if around["wrote"] == "unknown":
        found.append("wrote")
    if around["before"] is None or around["before"]["complaints"] is None:
        found.append("before")
    found += [{"deaf": it} for it in around["deaf"] if it["minutes"] > 0]
    found += [{"text": number} for number, it in sorted(drafts(log).items()) if it["lost"]]
    erased = {text for _, _, _, content in log.of("course.erased") for text in content["texts"]}
    if erased:
        found.append({"erased": len(erased)})
    standing, ended = {}, set()
    for _, _, kind, content in log.records:
        if kind == "measure.taken":
            standing[content["measure"]] = None
        elif kind == "measure.turned":
            standing[content["measure"]] = tagged(content["standing"])[0]
        elif kind in ("measure.held", "measure.done"):
            ended.add(content["measure"])
    found += [{"measure": number} for number, it in sorted(standing.items())
              if number not in ended and it in (None, "unknown", "word")]
    return found


def recompute(folder):
    log, around = Log(folder), json.loads((folder / "around.json").read_text(encoding="utf-8"))
    course = steps(log)
    last = course[-1][1] if course else "signal"
    ended = course[-1][0] if last in ("closed", "dismissed") else None
    until = ended if ended is not None else stamp(around["now"])
    ladder = ("signal", "paracrisis", "crisis")
    stood = [step for _, step, _ in course if step in ladder]
    told = {
        "records": len(log.records), "step": last, "worst": max(stood, key=ladder.index) if stood else last,
        "opened": written(log.of("course.opened")[0][1]) if log.of("course.opened") else None,
        "ended": written(ended), "relapses": sum(reason == "relapse" for _, _, reason in course),
        "times": times(log, around), "clocks": clocks(log, until), "tasks": tasks(log, around["planned"], until),
        "speech": speech(log), "answers": answers(log, around), "volumes": volumes(around),
        "followed": followed(log, around), "earlier": earlier(around),
    }
    told["strengths"], told["improve"] = findings(log, told)
    told["unknown"] = gaps(log, told, around)
    return told


def numbers(value):
    """How many numbers there are in it."""
    if isinstance(value, bool):
        return 0
    if isinstance(value, int):
        return 1
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return sum(map(numbers, parts))


def main(folders):
    checked, wrong = 0, 0
    for folder in map(Path, folders):
        review = json.loads((folder / "review.json").read_text(encoding="utf-8"))
        for name, value in recompute(folder).items():
            checked += numbers(value)
            if review.get(name) != value:
                wrong += 1
                print(f"{folder.name}: {name}: the review says {json.dumps(review.get(name))}, "
                      f"the records say {json.dumps(value)}")
    print(f"{checked} numbers of {len(folders)} reviews, {wrong} parts differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
