// An officer's own signature: a passkey of this device, or a file's key by way of the command line. The key never comes here.
const bytes = (base64url) => Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const base64 = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)));
const base64url = (buffer) => base64(buffer).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

// Making a passkey: its public half goes into the box, for the appointing authority.
const making = document.querySelector("form[data-passkey]");
making?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const trouble = making.querySelector("[data-trouble]");
  try {
    const made = await navigator.credentials.create({
      publicKey: {
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        rp: { name: "Nullaosta" },
        user: { id: new TextEncoder().encode(making.dataset.person), name: making.dataset.person, displayName: making.dataset.name },
        pubKeyCredParams: [{ type: "public-key", alg: -7 }],
        authenticatorSelection: { userVerification: "required", residentKey: "preferred" },
      },
    });
    making.elements.request.value = JSON.stringify({
      spki: base64(made.response.getPublicKey()), credential: base64url(made.rawId), site: location.hostname,
    });
    trouble.textContent = "";
  } catch (fault) {
    trouble.textContent = `No passkey was made: ${fault.message}`;
  }
});

// Signing: the text that stands now is fetched, signed, and sent with the decision.
const form = document.querySelector("form[data-signing]");
if (form) {
  const trouble = form.querySelector("[data-trouble]");
  const keys = await (await fetch("/keys/mine")).json();
  const passkeys = keys.filter((key) => key.site === location.hostname);
  const text = async (verdict) => {
    const asked = new FormData(form);
    asked.set("verdict", form.dataset.verdict ?? verdict);
    const answer = await fetch(form.dataset.signing, { method: "POST", body: new URLSearchParams(asked) });
    const said = await answer.json();
    if (!answer.ok) {
      throw new Error(said.detail);
    }
    return said;
  };
  const send = (verdict, signed, assertion) => {
    for (const [name, value] of Object.entries({ [form.dataset.name ?? "verdict"]: verdict, text: signed, assertion })) {
      const field = form.querySelector(`[name="${name}"][data-own]`) ?? form.appendChild(document.createElement("input"));
      Object.assign(field, { name, value, type: "hidden" });
    }
    form.submit();
  };
  if (passkeys.length > 0) {
    form.addEventListener("submit", async (event) => {
      if ("unsigned" in event.submitter.dataset) {
        return;
      }
      event.preventDefault();
      const verdict = event.submitter.value;
      try {
        const said = await text(verdict);
        const given = await navigator.credentials.get({
          publicKey: {
            challenge: bytes(said.challenge), userVerification: "required",
            allowCredentials: passkeys.map((key) => ({ type: "public-key", id: bytes(key.credential) })),
          },
        });
        const used = passkeys.find((key) => key.credential === base64url(given.rawId));
        send(verdict, said.text, JSON.stringify({
          key: used.key, authenticatorData: base64(given.response.authenticatorData),
          clientData: base64(given.response.clientDataJSON), signature: base64(given.response.signature),
        }));
      } catch (fault) {
        trouble.textContent = `Not signed: ${fault.message}`;
      }
    });
  }
  if (keys.length > passkeys.length) {
    const file = form.querySelector("[data-file]");
    file.hidden = false;
    const show = async (event) => {
      event.preventDefault();
      try {
        file.querySelector("[data-text]").value = (await text(event.currentTarget.value)).text;
        file.dataset.verdict = event.currentTarget.value;
        trouble.textContent = "";
      } catch (fault) {
        trouble.textContent = fault.message;
      }
    };
    file.querySelectorAll("button[data-show]").forEach((button) => button.addEventListener("click", show));
    file.querySelector("button[data-send]").addEventListener("click", (event) => {
      event.preventDefault();
      send(file.dataset.verdict, file.querySelector("[data-text]").value, file.querySelector("[data-assertion]").value);
    });
  }
}
