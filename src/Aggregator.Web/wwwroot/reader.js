// What is selected in the article stands in the quote form; it stays there when the selection goes.

const body = document.querySelector(".article-body");
const words = /** @type {HTMLTextAreaElement | null} */ (document.querySelector("#quote-words"));
const form = document.querySelector("#quote");

document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  if (!body || !words || !selection || selection.isCollapsed) return;
  const range = selection.getRangeAt(0).cloneRange();
  if (!body.contains(range.startContainer)) return;
  // Three clicks on the last paragraph end just behind it, outside the article.
  const within = body.contains(range.endContainer);
  if (!within) range.setEnd(body, body.childNodes.length);
  const passage = (within ? selection.toString() : range.toString()).trim();
  if (!passage) return;
  words.value = passage;
  form?.classList.add("is-filled");
});
