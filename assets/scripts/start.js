// GOV.UK's components, and small things of ours: print buttons, Today and Yesterday beside a date.
document.body.classList.add("js-enabled", "govuk-frontend-supported");
const source = document.querySelector("script[data-govuk]");
if (source) import(source.dataset.govuk).then((govuk) => govuk.initAll());

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
