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
