// The window of the bookmarklet: asks the page that opened it for itself, and shows that it came.
// Any site can open this window, so nothing is sent before the editor presses the button.
/** @type {HTMLFormElement | null} */
const form = document.querySelector("form[data-clip]");
const status = form?.querySelector("[role=status]");

addEventListener("message", (event) => {
  const page = event.data;
  if (!form || event.source !== opener || page?.kind !== "social-report-page" || typeof page.html !== "string") return;
  form.elements.namedItem("url").value = String(page.url);
  form.elements.namedItem("html").value = page.html;
  form.querySelector("button").disabled = false;
  if (status) status.textContent = status.dataset.here;
});

if (opener) {
  if (status) status.textContent = status.dataset.waiting;
  opener.postMessage("social-report-ready", "*");
}
