// What is selected in the article stands in the quote form; it stays there when the selection goes.

const body = document.querySelector(".article-body");
const words = /** @type {HTMLTextAreaElement | null} */ (document.querySelector("#quote-words"));
const form = document.querySelector("#quote");

document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  if (!body || !words || !selection || selection.isCollapsed || !body.contains(selection.getRangeAt(0).commonAncestorContainer)) return;
  const passage = selection.toString().trim();
  if (!passage) return;
  words.value = passage;
  form?.classList.add("is-filled");
});
