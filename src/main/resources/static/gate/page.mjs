// The base's page: may it go? It works without a network once it was loaded; docs/operating.md says how a base uses it.
import { inWords, zulu } from "./check.mjs";
import { device, enter, fingerprint, history, released } from "./device.mjs";
import { enrol, gate, offerPack, offered, synchronise, takeOffered, trustPrint } from "./keeping.mjs";
import { scan } from "./scan.mjs";
import { hex, sha256, utf8 } from "./seal.mjs";
import { keep, kept } from "./store.mjs";
import { SHORT, SIGNS } from "./words.mjs";

const MINUTE = 60_000;
const AGAIN = 2 * MINUTE;
const at = (id) => document.getElementById(id);

let shown = null;
let state = null;
let stopCamera = null;

const say = (id, words) => {
  at(id).textContent = words;
  at(id).hidden = words === "";
};

const element = (name, words, more = {}) => Object.assign(document.createElement(name), { textContent: words, ...more });

/** The pack's age, always in sight; its colour is that of the limits a paper is checked by. */
const showAge = async () => {
  const standing = await gate().catch(() => null);
  const age = standing?.age(Date.now()) ?? null;
  const light = age === null || standing.faults.length > 0 ? "RED"
    : age > standing.trust.amber ? "RED" : age > standing.trust.green || age < -5 * MINUTE ? "AMBER" : "GREEN";
  at("age").className = `age ${light}`;
  at("age").textContent = age === null ? "■ No pack on this phone. Connect it once."
    : `${SIGNS[light].shape} Pack ${inWords(Math.max(0, age))} old. ${light === "GREEN" ? `Fresh until ${inWords(standing.trust.green)}.`
      : light === "AMBER" ? `Older than ${inWords(standing.trust.green)}: call the host.` : "Too old: get a new one."}`;
};

/** Whatever happens, a colour: what could not be checked is red, and no exception is shown. */
const verdict = async (text) => {
  try {
    const standing = await gate();
    if (standing === null) {
      return { light: "RED", remarks: [{ code: "not-checked", light: "RED", words: "no trust file is on this phone: connect it once" }],
        clearance: null, packAge: null };
    }
    const found = await standing.check(text, Date.now());
    const before = found.clearance ? await released(found.clearance.digest) : [];
    if (before.length > 0) {
      const words = `this phone released this paper at ${before.map(({ check }) => check.at).join(", ")}`;
      found.remarks.push({ code: "used-here", light: "AMBER", words });
      found.light = found.light === "RED" ? "RED" : "AMBER";
    }
    return found;
  } catch (fault) {
    console.warn(fault);
    return { light: "RED", remarks: [{ code: "not-checked", light: "RED", words: "this phone could not check it" }], clearance: null,
      packAge: null };
  }
};

const showLight = (light, words) => {
  const { shape, word } = SIGNS[light];
  at("light").className = `light ${light}`;
  at("light").replaceChildren(element("span", shape, { className: "shape", ariaHidden: "true" }),
    element("span", word, { className: "word" }), element("span", words));
  window.scrollTo(0, 0);
};

const check = async (text) => {
  const pasted = text.trim();
  shown = { text: pasted, ...await verdict(pasted), compared: {} };
  const rows = shown.clearance ? comparisons(shown.clearance.claims) : [];
  shown.rows = rows;
  const first = shown.light === "GREEN" ? { code: "" } : shown.remarks.find((it) => it.light === shown.light);
  showLight(shown.light, SHORT[first.code] ?? "The paper holds. Now compare the aircraft.");
  at("reasons").replaceChildren(...shown.remarks.map((it) => element("li", it.words)));
  at("number").textContent = shown.clearance ? `Clearance ${shown.clearance.claims.number}` : "";
  at("rows").replaceChildren(...rows.map(row));
  at("conditions").replaceChildren(...(shown.clearance?.claims.permitted.conditions ?? []).map((it) => element("li", it)));
  at("conditions").parentElement.hidden = at("conditions").childElementCount === 0;
  at("call").hidden = shown.clearance === null;
  at("words").value = "";
  say("done", "");
  showMinutes();
  document.body.dataset.view = "verdict";
  allow();
  await showAge();
  await record("NONE", "");
};

const DECLARED = new Map([[true, "armed"], [false, "not armed"], [undefined, "not declared: call the host"]]);

const comparisons = ({ permitted }) => [
  ["tail", "Tail", permitted.tail], ["type", "Type", permitted.type],
  ["armed", "Weapons, as declared", DECLARED.get(permitted.armed)], ["callSign", "Call sign", permitted.callSign],
  ["base", "Leaves from", permitted.departure],
  ["states", "Other states on the route", "all have cleared it, or there is none", "✓ Yes", "✗ No"],
];

const row = ([name, label, cleared, yes = "✓ Same", no = "✗ Different"]) => {
  const line = element("li", "");
  const button = (value, words) => {
    const made = element("button", words, { type: "button", ariaPressed: "false", className: `tick ${value}` });
    made.dataset.tick = `${name}-${value}`;
    made.addEventListener("click", () => {
      shown.compared[name] = value;
      line.querySelectorAll("button").forEach((it) => { it.ariaPressed = String(it === made); });
      allow();
    });
    return made;
  };
  line.append(element("span", label, { className: "quiet" }), element("b", cleared), button("same", yes), button("different", no));
  return line;
};

const showMinutes = () => {
  if (shown?.clearance) {
    const { from, until } = shown.clearance.claims;
    const now = Date.now();
    at("window").textContent = now < from ? `Window begins in ${inWords(from - now)}, at ${zulu(from)}.`
      : now >= until ? `Window ended at ${zulu(until)}.`
        : `${Math.floor((until - now) / MINUTE)} minutes left in the window, until ${zulu(until)}.`;
  }
};

/** What still stands in the way of a release, in words; nothing where nothing does. */
const missing = () => {
  if (shown.light === "RED") {
    return "The paper is red: it cannot be released.";
  }
  const different = shown.rows.find(([name]) => shown.compared[name] === "different");
  if (different !== undefined) {
    return different[0] === "states" ? "Another state has not cleared it: it cannot be released."
      : `${different[1]} is different: it cannot be released.`;
  }
  const open = shown.rows.filter(([name]) => shown.compared[name] !== "same");
  if (open.length > 0) {
    return `Still to compare: ${open.map(([, label]) => label.toLowerCase()).join(", ")}.`;
  }
  if (at("who").value.trim() === "") {
    return "Say who you are.";
  }
  return shown.light === "AMBER" && at("words").value.trim() === "" ? "Amber: say whom you called and what they said." : "";
};

const allow = () => {
  if (shown !== null) {
    const words = missing();
    at("release").disabled = words !== "" || shown.called !== undefined;
    at("stop").disabled = shown.called !== undefined || at("who").value.trim() === "" || at("words").value.trim() === "";
    say("missing", shown.called === undefined ? words : "");
  }
};

const record = async (call, words) => {
  const { clearance, light, remarks, packAge, text } = shown;
  try {
    await enter({
      at: `${new Date().toISOString().slice(0, 19)}Z`, call, compared: { ...shown.compared }, light,
      paper: hex(await sha256(utf8(text))), reasons: remarks.map((it) => it.code), who: at("who").value.trim(), words,
      ...(clearance ? { clearance: clearance.claims.number, token: clearance.digest } : {}),
      ...(packAge === null ? {} : { packAgeSeconds: Math.max(0, Math.floor(packAge / 1000)) }),
    });
  } catch (fault) {
    console.warn(fault);
    say("done", "This check could not be kept on this phone. Write it down.");
    return false;
  }
  await showRecords();
  return true;
};

/** Looked at once more before it is let go: minutes have passed, and a newer pack may have come. */
const callIt = async (call) => {
  shown.called = call;
  allow();
  if (call === "RELEASE") {
    const again = await verdict(shown.text);
    if (again.light === "RED" || (again.light === "AMBER" && shown.light === "GREEN")) {
      await check(shown.text);
      say("done", "Not released: the light has changed.");
      return;
    }
  }
  const kept = await record(call, at("words").value.trim());
  if (kept) {
    say("done", call === "RELEASE" ? `● Released at ${zulu(Date.now())}.` : `■ Stopped at ${zulu(Date.now())}.`);
    showLight(call === "STOP" ? "RED" : shown.light, call === "STOP" ? "Stopped. Keep it on the ground." : shown.light === "GREEN" ? "Released. It may go." : "Released, as you were told.");
  }
  await round();
};

const showRecords = async () => {
  const all = await history();
  const waiting = all.filter((it) => !it.sent).length;
  say("waiting", waiting === 0 ? "" : `${waiting} ${waiting === 1 ? "check is" : "checks are"} not sent yet.`);
  at("records").replaceChildren(...all.slice(-10).reverse().map(({ number, sent, check: it }) => element("li",
    `${number}. ${it.at.slice(11, 16)}Z ${it.clearance ?? "unreadable paper"}: ${SIGNS[it.light].word}${
      it.call === "NONE" ? "" : `, ${it.call === "RELEASE" ? "released" : "stopped"}`}${sent ? "" : " (not sent)"}`)));
};

const STANDING = {
  ENROLLED: "This phone is enrolled. Its checks are signed and sent.",
  ASKED: "The base commander has not enrolled this phone yet. Compare the number above on both screens.",
  UNKNOWN: "This phone is not enrolled. It checks papers; its checks are kept, and not sent.",
  ENDED: "This phone was ended. Hand it to the base commander.",
};

const showDevice = async () => {
  const own = await device();
  at("fingerprint").textContent = fingerprint(own.id);
  const standing = state?.device ?? await kept("standing") ?? "UNKNOWN";
  at("standing").textContent = STANDING[standing];
  at("enrol").hidden = standing !== "UNKNOWN" || state === null;
  at("trust").textContent = await kept("trust") === undefined ? "none" : await trustPrint(await kept("trust"));
  const other = await offered();
  at("offered").hidden = other === undefined;
  at("offered-print").textContent = other === undefined ? "" : await trustPrint(other);
};

let turning = false;

/** One round with the server, if there is one. */
const round = async () => {
  if (turning) {
    return;
  }
  turning = true;
  try {
    const came = await synchronise();
    state = came.state;
    if (state !== null) {
      await keep("standing", state.device);
      if (at("who").value === "") {
        at("who").value = await kept("who") ?? state.person;
      }
    }
    say("told", came.told.join(" "));
  } finally {
    turning = false;
  }
  await Promise.all([showAge(), showDevice(), showRecords()]);
};

const leaveCamera = () => {
  stopCamera?.();
  stopCamera = null;
  at("camera").hidden = true;
};

const startCamera = async () => {
  at("camera").hidden = false;
  try {
    stopCamera = await scan(at("video"), (text) => {
      leaveCamera();
      check(text);
    });
  } catch {
    leaveCamera();
    say("told", "No camera here, or it is not allowed. Paste the paper's text instead.");
  }
};

const begin = async () => {
  at("scan").addEventListener("click", startCamera);
  at("no-camera").addEventListener("click", leaveCamera);
  at("paste").addEventListener("submit", (event) => {
    event.preventDefault();
    check(at("text").value);
  });
  at("next").addEventListener("click", () => {
    shown = null;
    at("text").value = "";
    document.body.dataset.view = "scan";
  });
  at("release").addEventListener("click", () => callIt("RELEASE"));
  at("stop").addEventListener("click", () => callIt("STOP"));
  at("words").addEventListener("input", allow);
  at("who").addEventListener("input", () => {
    keep("who", at("who").value.trim());
    allow();
  });
  at("again").addEventListener("click", round);
  at("enrol").addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await enrol(state, at("device-name").value.trim());
    } catch (fault) {
      say("told", fault.said ? fault.message : "No network. Try again.");
      return;
    }
    await round();
  });
  at("take-trust").addEventListener("click", async () => {
    await takeOffered();
    await round();
  });
  at("stick").addEventListener("change", async () => {
    try {
      const wrong = await offerPack(await at("stick").files[0].text());
      say("told", wrong === "" ? "The pack from the file is kept." : `This file is not taken: ${wrong}`);
    } catch {
      say("told", "This file is no pack.");
    }
    await showAge();
  });
  at("who").value = await kept("who") ?? "";
  await Promise.all([showAge(), showDevice(), showRecords()]);
  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.register("/gate-worker.mjs", { scope: "/gate" }).catch(() =>
      say("told", "This browser cannot keep the page. It works only with a network."));
    navigator.serviceWorker.ready.then(() => { document.body.dataset.ready = "offline"; });
  }
  navigator.storage?.persist?.();
  setInterval(() => Promise.all([showAge(), showMinutes()]), MINUTE / 4);
  setInterval(round, AGAIN);
  window.addEventListener("online", round);
  await round();
};

begin().catch((fault) => {
  console.warn(fault);
  say("told", "This phone cannot keep what the page needs. Use another browser.");
});
