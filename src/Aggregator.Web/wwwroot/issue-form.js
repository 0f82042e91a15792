// The issue form: the preview follows what is written, credits go to where one writes, and leaving with unsaved words asks first.

import "./presence.js";

const preview = document.querySelector("#preview");
const forms = /** @type {HTMLFormElement[]} */ ([...document.querySelectorAll("#issue-fields, [data-section]")]);
let changed = false;
let turn = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;

/** All fields of all forms as one; the token once. */
const written = () => {
  const all = new FormData();
  for (const form of forms) {
    for (const [name, value] of new FormData(form)) {
      if (name === "version" || (name.startsWith("__") && all.has(name))) continue;
      all.append(name, value);
    }
  }
  return all;
};

const refresh = async () => {
  if (!(preview instanceof HTMLElement) || !preview.dataset.from) return;
  const mine = ++turn;
  const answer = await fetch(preview.dataset.from, { method: "POST", body: written() }).catch(() => null);
  // Of two answers on their way the later one counts; without an answer the old preview stays.
  if (answer?.ok && mine === turn) preview.innerHTML = await answer.text();
};

const follow = () => {
  changed = true;
  clearTimeout(pause);
  pause = setTimeout(refresh, 300);
};

for (const form of forms) {
  form.addEventListener("input", follow);
  form.addEventListener("submit", (event) => {
    const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
    const text = /** @type {HTMLTextAreaElement | null} */ (form.querySelector("textarea[name=text]"));
    if (button?.dataset.credit && text) {
      event.preventDefault();
      text.setRangeText(button.dataset.credit, text.selectionStart, text.selectionEnd, "end");
      text.focus();
      follow();
    } else if (button?.getAttribute("formaction")) {
      event.preventDefault();
      void refresh();
    } else {
      // Saving one form must not lose what stands unsaved in another.
      const others = forms.filter((other) => other !== form && [...other.elements].some(isChanged));
      changed = others.length > 0;
    }
  });
}

/** @param {Element} field */
const isChanged = (field) =>
  (field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type !== "hidden")) && field.value !== field.defaultValue;

window.addEventListener("beforeunload", (event) => {
  if (changed) event.preventDefault();
});
