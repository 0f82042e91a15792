// Keys of the desk: j next, k previous, o open, a add to the section that is the target. Without this file everything works by
// mouse and Tab: stories are radio buttons, adding is a form.

/** @returns {HTMLInputElement[]} */
const picks = () => [...document.querySelectorAll(".stories .pick")];

/** @param {number} step */
const move = (step) => {
  const all = picks();
  const next = all[Math.max(0, Math.min(all.length - 1, all.findIndex((pick) => pick.checked) + step))];
  if (!next) return;
  next.checked = true;
  next.focus({ preventScroll: true });
  next.closest(".story")?.scrollIntoView({ block: "nearest" });
};

const selected = () => picks().find((pick) => pick.checked)?.closest(".story");

/** @type {Record<string, () => void>} */
const keys = {
  j: () => move(1),
  k: () => move(-1),
  o: () => /** @type {HTMLElement | null | undefined} */ (selected()?.querySelector("h2 a"))?.click(),
  a: () => /** @type {HTMLElement | null | undefined} */ (selected()?.querySelector(".add-one"))?.click(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const at = /** @type {HTMLElement} */ (event.target);
  if (at.closest("textarea, select, [contenteditable], input:not([type=radio])")) return;
  const act = keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});
