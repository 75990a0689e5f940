// Passkeys: ask the device, and say kindly when it does not. Without scripts, or in a browser that has none, the
// forms stay hidden: nothing is offered that cannot work.
const SAYS = {
  NotAllowedError: "Your device did not finish, or you stopped it. Try again, or use another way.",
  InvalidStateError: "This device has a passkey for you already. Use that one, or set up another device.",
  SecurityError: "Passkeys work only at Kith’s own name, not at a number. Check the address of this page.",
};
const OTHERWISE = "Your passkey could not be asked for just now. Try again in a minute, or use another way.";

async function optionsFor(form) {
  const onPage = document.getElementById("passkey-options");
  if (onPage) return JSON.parse(onPage.textContent);
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error("no options");
  return answer.json();
}

async function made(form) {
  const { creation_options: options } = await optionsFor(form);
  const alone = form.elements.passwordless.checked;
  const wanted = options.publicKey.authenticatorSelection;
  wanted.residentKey = alone ? "required" : "discouraged";
  wanted.requireResidentKey = alone;
  if (alone) wanted.userVerification = "required";
  return webauthnJSON.create(options);
}

async function used(form) {
  const { request_options: options } = await optionsFor(form);
  return webauthnJSON.get(options);
}

function say(form, words) {
  const place = form.querySelector("[data-passkey-trouble]");
  place.hidden = !words;
  place.firstElementChild.textContent = words;
  if (words) place.focus();
}

async function ask(form, event) {
  event.preventDefault();
  say(form, "");
  try {
    const credential = await (form.dataset.passkey === "add" ? made(form) : used(form));
    form.elements.credential.value = JSON.stringify(credential);
    form.submit();
  } catch (trouble) {
    say(form, SAYS[trouble.name] ?? OTHERWISE);
  }
}

if (webauthnJSON.supported()) {
  for (const none of document.querySelectorAll("[data-passkey-cannot]")) none.hidden = true;
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => ask(form, event));
  }
}
