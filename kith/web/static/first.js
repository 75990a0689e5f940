// Before the page is drawn: say that scripts work, so that nothing jumps when they arrive.
if ("noModule" in HTMLScriptElement.prototype) {
  document.documentElement.classList.add("js-enabled", "govuk-frontend-supported");
}
