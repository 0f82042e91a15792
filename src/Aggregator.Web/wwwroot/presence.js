// Who else has this issue open and where, and which sections were saved since this page was made (server-sent events).

const bar = document.querySelector("[data-presence]");
if (bar instanceof HTMLElement && bar.dataset.presence) {
  const sections = /** @type {HTMLFormElement[]} */ ([...document.querySelectorAll("[data-section]")]);
  const fields = /** @type {HTMLFormElement | null} */ (document.querySelector("#issue-fields"));
  const mine = Number(bar.dataset.account);
  let place = "";
  let windowId = "";

  /** @param {HTMLFormElement} form */
  const idOf = (form) => /** @type {HTMLInputElement} */ (form.elements.namedItem("section")).value;
  /** @param {HTMLFormElement} form */
  const tagOf = (form) => `"v${/** @type {HTMLInputElement} */ (form.elements.namedItem("version")).value}"`;
  /** @param {string} id */
  const numberOf = (id) => sections.findIndex((form) => idOf(form) === id) + 1;

  /** @param {HTMLElement} where @param {string} kind @param {string} words */
  const say = (where, kind, words) => {
    const line = /** @type {HTMLElement | null} */ (where.querySelector(`[data-say=${kind}]`));
    if (!line || line.textContent === words) return;
    line.textContent = words;
    line.hidden = words === "";
  };

  /** @param {{ window: string, people: { account: number, name: string, section?: string }[], issue: string, sections: { id: string, eTag: string, by?: string }[] }} now */
  const show = (now) => {
    windowId = now.window;
    const others = now.people.filter((person) => person.account !== mine);
    say(bar, "people", others.length === 0 ? "" : `${bar.dataset.here} ${others.map((person) => (person.section && numberOf(person.section) > 0 ? `${person.name} (${bar.dataset.in} ${numberOf(person.section)})` : person.name)).join(", ")}`);
    for (const form of sections) {
      const id = idOf(form);
      const names = others.filter((person) => person.section === id).map((person) => person.name);
      say(form, "writing", names.length === 0 ? "" : `${bar.dataset.writing} ${names.join(", ")}`);
      const stored = now.sections.find((section) => section.id === id);
      say(form, "saved", !stored ? `${bar.dataset.gone}` : stored.eTag === tagOf(form) ? "" : `${bar.dataset.saved}`.replace("…", stored.by ?? "?"));
    }
    if (fields) say(fields, "saved", now.issue === tagOf(fields) ? "" : `${bar.dataset.fields}`);
  };

  /** @param {string} section */
  const move = async (section) => {
    if (section === place || windowId === "") return;
    place = section;
    const token = /** @type {HTMLInputElement | null} */ (document.querySelector("input[name=__RequestVerificationToken]"))?.value ?? "";
    await fetch(`${bar.dataset.presence}/${windowId}`, {
      method: "PUT",
      headers: { "content-type": "application/json", RequestVerificationToken: token },
      body: JSON.stringify({ section: section === "" ? null : section }),
    }).catch(() => null);
  };

  const events = new EventSource(bar.dataset.presence);
  events.addEventListener("presence", (event) => {
    const last = windowId;
    show(JSON.parse(event.data));
    // A connection made anew is another window: it does not know yet where one is.
    if (last !== windowId && place !== "") {
      const here = place;
      place = "";
      void move(here);
    }
  });
  for (const form of sections) form.addEventListener("focusin", () => void move(idOf(form)));
  addEventListener("pagehide", () => events.close());
}
