// The API's description to read and to try: with the session of this browser, or with a key ("Authorize").

const place = /** @type {HTMLElement} */ (document.querySelector("#api-browser"));
const token = /** @type {HTMLInputElement | null} */ (document.querySelector("input[name=__RequestVerificationToken]"))?.value ?? "";

/** @type {any} */ (window).SwaggerUIBundle({
  url: place.dataset.from,
  domNode: place,
  deepLinking: true,
  docExpansion: "none",
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: true,
  // Nothing leaves for a validator elsewhere.
  validatorUrl: null,
  /** @param {any} request */
  requestInterceptor: (request) => {
    // A session that changes something shows the token; a key needs none.
    if (!request.headers.Authorization && new URL(request.url, location.href).origin === location.origin) request.headers.RequestVerificationToken = token;
    return request;
  },
});
