// The rules of a page: what comes out of them follows what is written. Without this file the button "Try it" does the same.

const form = /** @type {HTMLFormElement | null} */ (document.querySelector(".rules-form"));
let turn = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;

/** @param {HTMLFormElement} rules */
const preview = async (rules) => {
  const mine = ++turn;
  const fields = new FormData(rules);
  fields.append("act", "preview");
  document.querySelector(".rules-preview")?.setAttribute("aria-busy", "true");
  const answer = await fetch(rules.action, { method: "POST", body: fields }).catch(() => null);
  // Of two answers on their way the later one counts; without an answer what stands there stays.
  if (!answer || mine !== turn) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector(".rules-preview");
  if (!fresh) return;
  document.querySelector(".rules-preview")?.replaceWith(document.adoptNode(fresh));
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (rules.querySelectorAll("input[id]"))) {
    const said = page.getElementById(field.id);
    if (said?.getAttribute("aria-invalid")) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
    const hint = page.getElementById(`${field.id}-hint`);
    if (hint) document.getElementById(hint.id)?.replaceWith(document.adoptNode(hint));
  }
};

form?.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => void preview(form), 400);
});
form?.addEventListener("submit", (event) => {
  const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
  if (button?.value !== "preview") return;
  event.preventDefault();
  clearTimeout(pause);
  void preview(form);
});
