// Forms that make or show a passkey (WebAuthn Level 3): they ask for options, let the browser make the credential, and post it.

/** @param {HTMLFormElement} form */
const credentialFor = async (form) => {
  const answer = await fetch(form.dataset.options ?? "", { method: "POST", body: new FormData(form) });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const options = await answer.json();
  return form.dataset.passkey === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
};

const forms = /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-passkey]"));
if ("PublicKeyCredential" in window && "parseRequestOptionsFromJSON" in PublicKeyCredential) {
  for (const form of forms) {
    form.hidden = false;
    const fault = /** @type {HTMLElement | null} */ (form.querySelector("[role=alert]"));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      try {
        const credential = /** @type {PublicKeyCredential} */ (await credentialFor(form));
        /** @type {HTMLInputElement} */ (form.elements.namedItem("credential")).value = JSON.stringify(credential.toJSON());
        form.submit();
      } catch {
        // Closed by the person, or nothing there: said beside the button, and the password is still a way in.
        if (fault) fault.hidden = false;
      }
    });
  }
}
