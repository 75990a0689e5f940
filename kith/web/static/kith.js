{
// GOV.UK's components, and small things of ours: what a choice reveals, folding, printing, Today and Yesterday.
document.body.classList.add("js-enabled", "govuk-frontend-supported");

// GOV.UK's own Radios script is left out: it marks radios as expanded, which a radio cannot be. This does its work.
const COMPONENTS = [
  "Button", "CharacterCount", "Checkboxes", "ErrorSummary", "NotificationBanner",
  "PasswordInput", "ServiceNavigation", "SkipLink", "Tabs",
];

function reveal(group) {
  for (const radio of group.querySelectorAll("input[type=radio][data-aria-controls]")) {
    const revealed = document.getElementById(radio.dataset.ariaControls);
    revealed?.classList.toggle("govuk-radios__conditional--hidden", !radio.checked);
  }
}

function revealAll() {
  document.querySelectorAll('[data-module="govuk-radios"]').forEach(reveal);
}

revealAll();
addEventListener("pageshow", revealAll); // coming back to a page, the browser has chosen again for us
document.addEventListener("change", (event) => {
  const group = event.target.closest('[data-module="govuk-radios"]');
  if (group) reveal(group);
});

const source = document.querySelector("script[data-govuk]");
if (source) {
  import(source.dataset.govuk).then((govuk) => {
    const dress = (scope) => COMPONENTS.forEach((name) => govuk.createAll(govuk[name], {}, scope));
    dress(document);
    document.addEventListener("htmx:after:swap", (event) => dress(event.detail?.ctx?.target ?? document));
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

for (const button of document.querySelectorAll("[data-toggle]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    button.setAttribute("aria-expanded", button.getAttribute("aria-expanded") === "false");
  });
}

function fill(date, daysAgo) {
  const day = new Date();
  day.setDate(day.getDate() - daysAgo);
  const [dayBox, monthBox, yearBox] = date.querySelectorAll("input");
  dayBox.value = day.getDate();
  monthBox.value = day.getMonth() + 1;
  yearBox.value = day.getFullYear();
  yearBox.dispatchEvent(new Event("input", { bubbles: true }));
}

for (const date of document.querySelectorAll('[data-day="recent"]')) {
  const group = document.createElement("div");
  group.className = "kith-days";
  ["Today", "Yesterday"].forEach((name, daysAgo) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "kith-tool";
    button.textContent = name;
    button.addEventListener("click", () => fill(date, daysAgo));
    group.append(button);
  });
  date.after(group);
}
}
{
// Hide the screen at once: Esc twice, or the button in the header. Any key or touch brings it back.
const panel = document.querySelector("[data-blank-panel]");
const usualTitle = document.title;
let lastEscape = -Infinity;
let cameFrom = null;

function hide() {
  cameFrom = document.activeElement;
  panel.hidden = false;
  document.body.classList.add("kith-blanked");
  document.title = "Kith";
  panel.focus();
}

function show() {
  panel.hidden = true;
  document.body.classList.remove("kith-blanked");
  document.title = usualTitle;
  cameFrom?.focus?.();
}

if (panel) {
  for (const button of document.querySelectorAll("[data-blank-screen]")) {
    button.hidden = false;
    button.addEventListener("click", hide);
  }
  panel.addEventListener("click", show);
  document.addEventListener("keydown", (event) => {
    if (!panel.hidden) {
      event.preventDefault();
      show();
      lastEscape = -Infinity;
      return;
    }
    if (event.key !== "Escape") return;
    if (event.timeStamp - lastEscape < 800) hide();
    lastEscape = event.timeStamp;
  });
}
}
{
// Nothing typed is lost. A form with data-draft="URL" is sent there as it is typed, five seconds apart at
// most, and says so in its [data-saved-state]. The answer is {"saved": "12:04", "version": 3}; 409 means the
// same draft was written elsewhere ({"conflict": URL}); 401, 403 or a redirect, that the session has ended.
const PAUSE = 1500; // milliseconds after the last key
const LONGEST = 5000; // and never longer than this since the first unsaved one
const RETRY = [2000, 5000, 10000, 20000];

const BOTH = { text: "See both texts" };
const SIGN_IN = { text: "Sign in (opens in a new tab)", href: "/", target: "_blank" };
const SAYS = {
  waiting: "Keeping what you type…",
  failed: "Not saved yet – still on this page. Trying again.",
  unsent: "Not sent: Kith can’t be reached. Your words are still on this page.",
  out: "You have been signed out. Your words are kept on this page: sign in in another tab, then carry on here.",
  conflict: "This was also written in another tab or on another device. Nothing is lost.",
};

function freshToken(form) {
  // Signing in again changes the token: take it from the cookie rather than from the page.
  const name = document.querySelector('meta[name="kith-csrf"]')?.content;
  const cookie = document.cookie.split("; ").find((one) => name && one.startsWith(`${name}=`));
  const hidden = form.elements.csrfmiddlewaretoken;
  if (cookie && hidden) hidden.value = decodeURIComponent(cookie.slice(name.length + 1));
  return hidden?.value ?? "";
}

function words(form) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
  body.set("draft_title", document.title); // how the list of drafts calls it
  body.set("draft_back", location.pathname + location.search); // and where it leads
  return body;
}

class Draft {
  constructor(form) {
    this.form = form;
    this.status = form.querySelector("[data-saved-state]");
    this.unsaved = false;
    this.since = 0;
    this.failures = 0;
    this.sending = null;
    form.addEventListener("input", () => this.typed());
    form.addEventListener("submit", (event) => this.submitted(event));
    addEventListener("pagehide", () => this.leave());
    document.addEventListener("visibilitychange", () => document.hidden && this.leave());
    addEventListener("beforeunload", (event) => {
      if (this.unsaved && this.failures) event.preventDefault();
    });
  }

  say(text, tone = "", link = {}) {
    if (!this.status) return;
    this.status.textContent = text;
    this.status.className = `kith-saved ${tone && `kith-saved--${tone}`}`.trim();
    if (!link.href) return;
    const anchor = document.createElement("a");
    anchor.textContent = link.text;
    anchor.href = link.href;
    anchor.target = link.target ?? "";
    this.status.append(" ", anchor);
  }

  typed() {
    const now = performance.now();
    if (!this.unsaved) this.since = now;
    this.unsaved = true;
    if (!this.failures) this.say(SAYS.waiting, "waiting");
    this.plan(Math.max(0, Math.min(PAUSE, this.since + LONGEST - now)));
  }

  plan(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), wait);
  }

  // Resolves to "saved", "failed", "out" or "conflict". One request at a time, so versions stay in step.
  save() {
    clearTimeout(this.timer);
    this.sending ??= this.send().finally(() => {
      this.sending = null;
      if (this.unsaved && !this.failures) this.typed();
    });
    return this.sending;
  }

  async send() {
    this.unsaved = false;
    let response;
    try {
      const token = freshToken(this.form);
      response = await fetch(this.form.dataset.draft, {
        method: "POST",
        body: words(this.form),
        headers: { "X-CSRFToken": token, Accept: "application/json" },
        redirect: "manual",
        signal: AbortSignal.timeout(15000),
      });
    } catch {
      return this.failed();
    }
    if (response.type === "opaqueredirect" || response.status === 401 || response.status === 403) {
      this.failed();
      this.say(SAYS.out, "not", SIGN_IN);
      return "out";
    }
    if (response.status === 409) return this.clashed(await response.json().catch(() => ({})));
    if (!response.ok) return this.failed();
    return this.saved(await response.json().catch(() => ({})));
  }

  saved(answer) {
    this.failures = 0;
    const version = this.form.elements.draft_version;
    if (version && answer.version !== undefined) version.value = answer.version;
    this.say(`Saved ${answer.saved ?? ""}`.trim());
    return "saved";
  }

  failed() {
    this.unsaved = true;
    this.say(SAYS.failed, "not");
    this.plan(RETRY[Math.min(this.failures, RETRY.length - 1)]);
    this.failures += 1;
    return "failed";
  }

  clashed(answer) {
    const version = this.form.elements.draft_version;
    if (version && answer.version !== undefined) version.value = answer.version;
    this.say(SAYS.conflict, "not", { ...BOTH, href: answer.conflict ?? this.form.dataset.draftConflict });
    return "conflict";
  }

  // Before the form itself goes, make sure of the words: if the server cannot be reached, stay on the page.
  async submitted(event) {
    freshToken(this.form);
    if (this.sure || !(this.unsaved || this.sending)) return this.gone();
    event.preventDefault();
    await this.sending;
    const outcome = this.unsaved ? await this.save() : "saved";
    if (outcome === "failed") return this.say(SAYS.unsent, "not");
    if (outcome === "out") return undefined;
    this.sure = true;
    this.gone();
    return this.form.requestSubmit(event.submitter);
  }

  gone() {
    clearTimeout(this.timer);
    this.unsaved = false;
  }

  // The page is going away and there is no time to wait for an answer.
  leave() {
    if (!this.unsaved) return;
    freshToken(this.form);
    if (navigator.sendBeacon(this.form.dataset.draft, words(this.form))) this.unsaved = false;
  }
}

const kept = new WeakSet();

function keepDrafts() {
  for (const form of document.querySelectorAll("form[data-draft]")) {
    if (!kept.has(form)) new Draft(form);
    kept.add(form);
  }
}

keepDrafts();
document.addEventListener("htmx:after:swap", keepDrafts);
}
