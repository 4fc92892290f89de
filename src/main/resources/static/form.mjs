// Shows the host's own time beside each time as it is typed in UTC. Without it the server shows it on the next answer.
const zone = document.querySelector("form.form")?.dataset.zone;

if (zone) {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit",
  });
  const place = zone.slice(zone.indexOf("/") + 1).replaceAll("_", " ");
  for (const beside of document.querySelectorAll("[data-local]")) {
    const field = document.getElementById(beside.dataset.local);
    field.addEventListener("input", () => {
      const at = new Date(field.value + "Z");
      beside.textContent = Number.isNaN(at.getTime()) ? "" : `= ${format.format(at).replace(",", "")} ${place}`;
    });
  }
}

// A map for the points of a volume is fetched once somebody unfolds it.
for (const details of document.querySelectorAll("details.pick")) {
  details.addEventListener("toggle", async () => {
    const element = details.querySelector("[data-pick]:not([data-drawn])");
    if (details.open && element && !element.dataset.asked) {
      element.dataset.asked = "yes";
      const sheet = document.createElement("link");
      sheet.rel = "stylesheet";
      sheet.href = "/vendor/maplibre-gl-6.17.0/maplibre-gl.css";
      document.head.append(sheet);
      try {
        const {pick} = await import("/map/pick.mjs");
        await pick(element);
      } catch (fault) {
        element.textContent = `No map: ${fault.message}. Type the points instead.`;
      }
    }
  });
}
