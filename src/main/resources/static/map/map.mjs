// Draws every element with data-map from the GeoJSON under that address; with data-refresh again every so many seconds.
import {Map as ChartMap, Marker, LngLatBounds, NavigationControl, setWorkerUrl} from '/vendor/maplibre-gl-6.17.0/maplibre-gl.mjs';

export {ChartMap as Map, NavigationControl};

setWorkerUrl('/vendor/maplibre-gl-6.17.0/maplibre-gl-worker.mjs');

// The page's own colours, resolved for light or dark as the reader has it.
export function colour(name) {
  const probe = document.createElement('span');
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const rgb = getComputedStyle(probe).color;
  probe.remove();
  return rgb;
}

function byMark(fallback) {
  return ['match', ['get', 'mark'], 'clear', colour('clear'), 'way', colour('way'), 'missing', colour('missing'), fallback];
}

const only = layer => ['==', ['get', 'layer'], layer];

function bounds(data) {
  const box = new LngLatBounds();
  const walk = part => typeof part[0] === 'number' ? box.extend(part) : part.forEach(walk);
  data.features.filter(one => one.properties.layer !== 'base').forEach(one => walk(one.geometry.coordinates));
  if (box.isEmpty()) data.features.forEach(one => walk(one.geometry.coordinates));
  return box;
}

// Names are elements of the page, so that no fonts need to be fetched for them.
export function label(map, feature) {
  const element = document.createElement('span');
  element.className = `map-name ${feature.properties.layer} ${feature.properties.mark}`;
  element.textContent = feature.properties.name;
  return new Marker({element, anchor: 'left', offset: [8, 0]}).setLngLat(feature.geometry.coordinates).addTo(map);
}

export async function read(address) {
  const response = await fetch(address, {headers: {accept: 'application/json'}});
  if (!response.ok) throw new Error(`the map's data answered ${response.status}`);
  return response.json();
}

async function draw(element) {
  const [coast, first] = await Promise.all([read('/map/coast.json'), read(element.dataset.map)]);
  element.textContent = '';
  const map = new ChartMap({
    container: element,
    attributionControl: {compact: true, customAttribution: 'Coast: Natural Earth'},
    style: {
      version: 8,
      sources: {coast: {type: 'geojson', data: coast}, flights: {type: 'geojson', data: first}},
      layers: [
        {id: 'coast', type: 'line', source: 'coast', paint: {'line-color': colour('quiet'), 'line-width': 1}},
        {id: 'volume', type: 'fill', source: 'flights', filter: only('volume'),
          paint: {'fill-color': colour('accent'), 'fill-opacity': 0.14}},
        {id: 'volume-edge', type: 'line', source: 'flights', filter: only('volume'),
          paint: {'line-color': colour('accent'), 'line-width': 1.5, 'line-dasharray': [3, 2]}},
        {id: 'track', type: 'line', source: 'flights', filter: only('track'),
          paint: {'line-color': byMark(colour('ink')), 'line-width': 3}},
        {id: 'base', type: 'circle', source: 'flights', filter: only('base'),
          paint: {'circle-radius': 4, 'circle-color': colour('ink')}},
        {id: 'aircraft', type: 'circle', source: 'flights', filter: only('aircraft'),
          paint: {'circle-radius': 7, 'circle-color': byMark(colour('ink')), 'circle-stroke-width': 2, 'circle-stroke-color': colour('paper')}},
      ],
    },
    bounds: bounds(first),
    fitBoundsOptions: {padding: 40, maxZoom: 9},
    dragRotate: false,
  });
  map.addControl(new NavigationControl({showCompass: false}));
  let names = [];
  const name = data => {
    names.forEach(marker => marker.remove());
    names = data.features.filter(one => one.geometry.type === 'Point').map(one => label(map, one));
  };
  name(first);
  map.on('load', () => { element.dataset.drawn = 'yes'; });
  const seconds = Number(element.dataset.refresh ?? 0);
  if (seconds > 0) {
    setInterval(async () => {
      try {
        const data = await read(element.dataset.map);
        map.getSource('flights').setData(data);
        name(data);
        element.classList.remove('stale');
      } catch {
        element.classList.add('stale');
      }
    }, seconds * 1000);
  }
}

for (const element of document.querySelectorAll('[data-map]')) {
  draw(element).catch(fault => {
    element.textContent = `No map: ${fault.message}. Everything it shows stands in words on this page.`;
  });
}
