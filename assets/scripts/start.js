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

// A page the browser kept whole is never shown again as it was: whose session it is now is the server's to say.
addEventListener("pageshow", (event) => event.persisted && location.reload());

// When the device changes hands in one tab, no other tab goes on showing what is not the new hands' to see.
const hands = document.body.classList.contains("corner--session") ? "child" : "worker";
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("kith-hands") : null;
tabs?.addEventListener("message", (event) => event.data !== hands && location.replace("/"));
tabs?.postMessage(hands);
