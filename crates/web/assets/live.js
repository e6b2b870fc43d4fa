// Keeps pages live, takes keys, and lets this browser be woken. Everything here is a convenience: the pages work without it.
"use strict";
(() => {
  const root = document.documentElement;

  // Live: the server says that something changed; the page is read again and its live parts replaced, by id.
  const after = document.body.dataset.liveAfter;
  let last = after, source, due = 0, busy = false, ended = false;

  const say = (on) => {
    const badge = document.getElementById("live-state");
    if (!badge) return;
    const text = on ? badge.dataset.on : badge.dataset.off;
    if (badge.textContent !== text) badge.textContent = text;
    badge.classList.toggle("lost", !on);
  };

  // The session is over: said once, with the way back in; this page does not call again.
  let over = false;
  const loggedOut = () => {
    const line = document.getElementById("live-over"), badge = document.getElementById("live-state");
    if (over || !line) return;
    over = true;
    if (source) source.close();
    if (badge) badge.textContent = "";
    line.hidden = false;
  };
  const isLogin = (request) => request.responseURL && new URL(request.responseURL).pathname === "/login";

  const address = () => {
    const here = new URL(location.href);
    const list = document.querySelector("[data-seen]");
    if (list) here.searchParams.set("seen", list.dataset.seen);
    here.hash = "";
    return here.href;
  };

  const replace = (page, selector) => {
    for (const fresh of page.querySelectorAll(selector)) {
      const old = document.getElementById(fresh.id);
      if (!old || old.isEqualNode(fresh)) continue;
      if (old.contains(document.activeElement)) continue;
      for (const details of old.querySelectorAll("details[open]")) {
        const twin = details.id ? fresh.querySelector("#" + CSS.escape(details.id)) : fresh.querySelectorAll("details")[[...old.querySelectorAll("details")].indexOf(details)];
        if (twin) twin.open = true;
      }
      old.replaceWith(document.importNode(fresh, true));
    }
  };

  // A document by XMLHttpRequest: parsed without running anything, and no string ever becomes markup here.
  const read = (then) => {
    if (busy) { due = due || setTimeout(refresh, 1000); return; }
    busy = true;
    const request = new XMLHttpRequest();
    request.open("GET", address());
    request.responseType = "document";
    request.timeout = 15000;
    request.onloadend = () => {
      busy = false;
      if (request.status === 401 || isLogin(request)) loggedOut();
      else if (request.status === 200 && request.response) then(request.response);
    };
    request.send();
  };

  const refresh = () => { due = 0; if (!document.hidden) read((page) => replace(page, "[data-live]")); };
  const soon = () => { if (!due) due = setTimeout(refresh, 400); };

  const connect = () => {
    if (over) return;
    source = new EventSource((document.body.dataset.liveAt || "/live") + "?after=" + encodeURIComponent(last));
    ended = false;
    source.onopen = () => say(true);
    // The session is over, or too many pages are open: this page does not call again until somebody looks at it.
    source.addEventListener("ended", (event) => {
      source.close();
      ended = true;
      if (event.data === "logged-out") loggedOut(); else say(false);
    });
    source.addEventListener("changed", (event) => { if (event.lastEventId) last = event.lastEventId; soon(); });
    source.onerror = () => {
      if (over) return;
      say(false);
      // Refused, not broken: the page itself says whether that is because nobody is logged in any more.
      if (source.readyState === EventSource.CLOSED) { soon(); setTimeout(connect, 5000); }
    };
  };
  if (after !== undefined && window.EventSource) {
    connect();
    // A forecast and what is said of ages go on while nothing comes.
    if (document.getElementById("forecast")) setInterval(() => { if (!over) soon(); }, 60000);
    // A page kept for "back" would keep its connection too, and after six of them the browser opens no other.
    addEventListener("pagehide", () => source.close());
    addEventListener("pageshow", (event) => { if (event.persisted) { connect(); soon(); } });
    document.addEventListener("visibilitychange", () => { if (document.hidden) return; soon(); if (ended) connect(); });
    addEventListener("focus", () => { if (ended) { connect(); soon(); } });
  }

  // The worker, for whoever is logged in: it takes messages and keeps the last bridge. Its address is the one trusted type there is.
  const path = "/sw.js";
  const register = () => {
    const policy = window.trustedTypes && trustedTypes.createPolicy("vigie-worker", { createScriptURL: () => path });
    return navigator.serviceWorker.register(policy ? policy.createScriptURL(path) : path);
  };
  // A drill has none: the worker is the live world's.
  const worker = after !== undefined && !document.body.dataset.drill && navigator.serviceWorker ? register() : null;
  if (worker) worker.catch(() => {});

  const push = document.getElementById("push"), cannot = document.getElementById("push-cannot");
  const subscribe = async () => {
    if (await Notification.requestPermission() !== "granted") throw new Error("not allowed");
    await worker;
    const { pushManager } = await navigator.serviceWorker.ready;
    const wanted = { userVisibleOnly: true, applicationServerKey: push.dataset.key };
    const old = await pushManager.getSubscription();
    try {
      return await pushManager.subscribe(wanted);
    } catch (error) {
      // The house has another key than when this browser subscribed: what it had is void.
      if (!old || error.name !== "InvalidStateError") throw error;
      await old.unsubscribe();
      return pushManager.subscribe(wanted);
    }
  };
  if (push && worker && window.PushManager && window.Notification) {
    push.hidden = false;
    cannot.hidden = true;
    push.addEventListener("submit", (event) => {
      event.preventDefault();
      subscribe().then((made) => {
        push.elements.subscription.value = JSON.stringify(made);
        push.submit();
      }).catch(() => {
        cannot.textContent = cannot.dataset.denied;
        cannot.hidden = false;
      });
    });
  }

  // Triage: a form sent in the background, then the list read again; the place is kept.
  const form = document.querySelector("[data-triage]");
  let current = -1;
  const rows = () => [...document.querySelectorAll("[data-row]")];
  const box = (row) => row.querySelector("input[type=checkbox]");

  const go = (index) => {
    const all = rows();
    if (!all.length) return;
    current = Math.max(0, Math.min(all.length - 1, index));
    all[current].focus();
    all[current].scrollIntoView({ block: "nearest" });
  };

  if (form) {
    form.addEventListener("focusin", (event) => {
      const row = event.target.closest("[data-row]");
      if (row) current = rows().indexOf(row);
    });
    form.addEventListener("submit", (event) => {
      if (!window.fetch || !event.submitter) return;
      event.preventDefault();
      const data = new URLSearchParams(new FormData(form, event.submitter));
      const keep = current, menu = document.getElementById("assign");
      if (menu) menu.open = false;
      // Not form.action: the buttons are called "action" and stand in its way.
      fetch(form.getAttribute("action"), { method: "POST", body: data, redirect: "manual" }).then((answer) => {
        if (answer.type !== "opaqueredirect" && !answer.ok) throw new Error(String(answer.status));
        read((page) => {
          replace(page, "[data-live]");
          const list = page.getElementById("posts"), old = document.getElementById("posts");
          if (!list || !old) { location.reload(); return; }
          old.replaceWith(document.importNode(list, true));
          if (keep >= 0) go(keep);
        });
      }).catch(() => location.reload());
    });
  }

  // A form that keeps itself: sent in the background when a field is left, and what is found in it read again; what one types is never replaced.
  const kept = document.querySelector("form[data-autosave]");
  if (kept) {
    let waiting = 0, sending = false;
    const keep = () => {
      waiting = 0;
      if (sending) { waiting = setTimeout(keep, 300); return; }
      sending = true;
      const data = new FormData(kept);
      for (const name of [...data.keys()]) if (name.startsWith("new-")) data.delete(name);
      const request = new XMLHttpRequest();
      request.open("POST", kept.getAttribute("action"));
      request.setRequestHeader("Content-Type", "application/x-www-form-urlencoded");
      request.responseType = "document";
      request.timeout = 15000;
      request.onloadend = () => {
        sending = false;
        const page = request.status === 200 && !isLogin(request) ? request.response : null;
        // The server's own page says what stands against it.
        if (page && page.getElementById("conflict")) { kept.requestSubmit(); return; }
        const state = document.getElementById("saved-state");
        if (page && page.getElementById("saved-state")) {
          replace(page, "[data-saved]");
          // What was sent is what is shown now; what was not typed still shows what it showed.
          for (const was of kept.querySelectorAll("input[name^=was-]")) {
            const typed = data.getAll("f-" + was.name.slice(4)).filter((value) => value !== "").join("\n");
            if (typed !== data.get(was.name)) was.value = typed;
          }
        }
        else if (state) state.textContent = state.dataset.failed;
      };
      request.send(new URLSearchParams(data));
    };
    kept.addEventListener("change", (event) => {
      if (event.target.id.startsWith("new-")) return;
      clearTimeout(waiting);
      waiting = setTimeout(keep, 400);
    });
  }

  // Keys: single ones can be turned off in the preferences (WCAG 2.1.4), and never act while somebody types.
  const typing = (node) => node.closest("input:not([type=checkbox]), textarea, select, [contenteditable], dialog");
  const act = {
    j: () => go(current + 1),
    k: () => go(current - 1),
    x: () => { const row = rows()[current], tick = row && box(row); if (tick) tick.checked = !tick.checked; },
    e: () => {
      const button = form && form.querySelector("[data-key=e]");
      const row = rows()[current];
      if (!button) return;
      if (!form.querySelector("[data-row] input:checked") && row) box(row).checked = true;
      if (form.querySelector("[data-row] input:checked")) form.requestSubmit(button);
    },
    a: () => {
      const row = rows()[current], person = document.getElementById("assign-to");
      if (!person) return;
      if (row && !form.querySelector("[data-row] input:checked")) box(row).checked = true;
      person.closest("details").open = true;
      person.focus();
    },
    "/": () => { const query = document.getElementById("q"); if (query) query.focus(); },
    "?": () => { const help = document.getElementById("keys"); if (help && help.showModal) help.showModal(); },
  };
  document.addEventListener("keydown", (event) => {
    if (root.dataset.keys !== "on" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!Object.hasOwn(act, event.key) || typing(event.target)) return;
    event.preventDefault();
    act[event.key]();
  });
})();
