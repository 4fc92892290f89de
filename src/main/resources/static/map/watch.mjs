// Keeps the column of flights new. While somebody is in one of its forms it is left alone; while the server is silent it says so.
const floor = document.getElementById('floor');

async function renew() {
  if (floor.contains(document.activeElement)) return;
  try {
    const response = await fetch(floor.dataset.list, {headers: {accept: 'text/html'}});
    if (!response.ok) throw new Error(String(response.status));
    floor.innerHTML = await response.text();
    floor.classList.remove('stale');
  } catch {
    floor.classList.add('stale');
  }
}

setInterval(renew, 2000);
