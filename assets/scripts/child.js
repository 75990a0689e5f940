// A child's own corner: being read to, and paper to draw on. Everything else there works without any script.

// Read to me: only when pressed, only with a voice of this device, nothing sent anywhere. Stops when the page is left.
const speech = window.speechSynthesis;
const readButton = document.querySelector("[data-read]");
const READ = "h1, h2, p, li, legend, label, summary, blockquote, .corner-choices b, .corner-truth li";
let reading = false;

function toRead() {
  const seen = [];
  for (const piece of document.querySelectorAll(READ.split(", ").map((one) => `main ${one}`).join(", "))) {
    const isInside = seen.some((other) => other.contains(piece));
    const visible = piece.checkVisibility ? piece.checkVisibility() : piece.offsetParent !== null;
    if (!isInside && visible && piece.innerText.trim()) seen.push(piece);
  }
  return seen;
}

function stopReading() {
  reading = false;
  speech.cancel();
  document.querySelector(".corner-reading")?.classList.remove("corner-reading");
  readButton.setAttribute("aria-pressed", "false");
  readButton.querySelector("[data-read-words]").textContent = "Read it to me";
}

function readOn(pieces) {
  document.querySelector(".corner-reading")?.classList.remove("corner-reading");
  const piece = pieces.shift();
  if (!piece || !reading) return stopReading();
  const words = new SpeechSynthesisUtterance(piece.innerText);
  words.lang = document.documentElement.lang || "en-GB";
  words.rate = 0.9;
  words.onend = () => reading && readOn(pieces);
  words.onerror = stopReading;
  piece.classList.add("corner-reading");
  return speech.speak(words);
}

function offerReading() {
  if (speech.getVoices().length) readButton.hidden = false;
}

if (speech && readButton) {
  offerReading();
  speech.addEventListener?.("voiceschanged", offerReading);
  readButton.addEventListener("click", () => {
    if (reading) return stopReading();
    reading = true;
    readButton.setAttribute("aria-pressed", "true");
    readButton.querySelector("[data-read-words]").textContent = "Stop";
    return readOn(toRead());
  });
  addEventListener("pagehide", () => speech.cancel());
}

// Paper. A drawing is kept as its strokes ([pen, width, x, y, x, y …]) with the rest of the sheet's draft, and becomes
// a picture when it is sent. Pens by number, so that a draft can hold nothing but numbers.
const PENS = ["#1c2b2d", "#d03b2c", "#ef8a2b", "#f7cf3c", "#3f8f4f", "#2b78b9", "#7b4fa3", "#8a5a3c", "#ffffff"];
const RUBBER = 8;
const FULL = 240000; // letters

function strokesIn(input) {
  try {
    const found = JSON.parse(input?.value || "[]");
    return Array.isArray(found) ? found.filter((one) => Array.isArray(one) && one.every(Number.isFinite)) : [];
  } catch {
    return [];
  }
}

function paint(canvas, strokes) {
  const ink = canvas.getContext("2d");
  ink.fillStyle = "#ffffff";
  ink.fillRect(0, 0, canvas.width, canvas.height);
  for (const stroke of strokes) line(canvas, stroke);
}

function line(canvas, [pen, width, ...points]) {
  const ink = canvas.getContext("2d");
  ink.lineCap = "round";
  ink.lineJoin = "round";
  ink.strokeStyle = PENS[pen] ?? PENS[0];
  ink.lineWidth = width;
  ink.beginPath();
  ink.moveTo(points[0], points[1]);
  for (let at = 2; at < points.length; at += 2) ink.lineTo(points[at], points[at + 1]);
  if (points.length === 2) ink.lineTo(points[0] + 0.1, points[1]);
  ink.stroke();
}

class Paper {
  constructor(paper, input) {
    this.canvas = paper.querySelector("canvas");
    this.says = paper.querySelector("[data-paper-says]");
    this.input = input;
    this.strokes = strokesIn(input);
    this.pen = 0;
    this.width = 8;
    this.now = null;
    paint(this.canvas, this.strokes);
    this.listen(paper);
  }

  listen(paper) {
    this.canvas.addEventListener("pointerdown", (event) => this.down(event));
    this.canvas.addEventListener("pointermove", (event) => this.move(event));
    for (const end of ["pointerup", "pointercancel"]) this.canvas.addEventListener(end, () => this.up());
    const pens = [...paper.querySelectorAll("[data-pen]")];
    const rub = paper.querySelector("[data-rub]");
    const thick = paper.querySelector("[data-thick]");
    const press = (pressed) => {
      for (const one of [...pens, rub]) one.setAttribute("aria-pressed", String(one === pressed));
    };
    for (const pen of pens) {
      pen.addEventListener("click", () => {
        this.pen = Number(pen.dataset.pen);
        press(pen);
      });
    }
    rub.addEventListener("click", () => {
      this.pen = RUBBER;
      press(rub);
    });
    thick.addEventListener("click", () => {
      this.width = this.width === 8 ? 22 : 8;
      thick.setAttribute("aria-pressed", String(this.width === 22));
    });
    paper.querySelector("[data-undo]").addEventListener("click", () => {
      this.strokes.pop();
      this.keep();
    });
  }

  at(event) {
    const box = this.canvas.getBoundingClientRect();
    const scale = this.canvas.width / box.width;
    return [Math.round((event.clientX - box.left) * scale), Math.round((event.clientY - box.top) * scale)];
  }

  down(event) {
    if (this.input.value.length > FULL) {
      this.says.textContent = "This paper is full. Send it, and start a new one.";
      return;
    }
    this.canvas.setPointerCapture(event.pointerId);
    this.now = [this.pen, this.pen === RUBBER ? 44 : this.width, ...this.at(event)];
    this.strokes.push(this.now);
    paint(this.canvas, this.strokes);
  }

  move(event) {
    if (!this.now) return;
    const [x, y] = this.at(event);
    const far = Math.hypot(x - this.now.at(-2), y - this.now.at(-1));
    if (far < 4) return;
    this.now.push(x, y);
    line(this.canvas, [this.now[0], this.now[1], ...this.now.slice(-4)]);
  }

  up() {
    if (!this.now) return;
    this.now = null;
    this.keep();
  }

  keep() {
    paint(this.canvas, this.strokes);
    this.input.value = this.strokes.length ? JSON.stringify(this.strokes) : "";
    this.input.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

for (const block of document.querySelectorAll("[data-draw]")) {
  block.hidden = false;
  const paper = block.querySelector("[data-paper]");
  new Paper(paper, block.closest("form").elements.strokes);
}

// What will be sent, as it will be seen: drawn once more from its strokes, then made a picture.
const picture = document.querySelector("[data-picture]");
if (picture) {
  paint(picture, strokesIn(document.querySelector("[data-strokes]")));
  document.querySelector("[data-drawing]").value = picture.toDataURL("image/png");
}
