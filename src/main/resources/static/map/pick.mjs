// Points of a volume, picked on a map: what is clicked is a line more in the field, and what is typed there is drawn.
import {Map as ChartMap, NavigationControl, colour, label, read} from '/map/map.mjs';

const LINE = /^\s*(-?[0-9]{1,2}(?:\.[0-9]+)?)\s*,\s*(-?[0-9]{1,3}(?:\.[0-9]+)?)\s*$/;

// Positions that are written as latitude and longitude in degrees; names and other forms are left to the server.
function written(field) {
  return field.value.split('\n').map(line => LINE.exec(line)).filter(found => found !== null)
    .map(found => [Number(found[2]), Number(found[1])]);
}

function shape(points, kind) {
  const features = points.map(point => ({type: 'Feature', properties: {}, geometry: {type: 'Point', coordinates: point}}));
  if (points.length > 1 && kind !== 'circle') {
    const line = kind === 'polygon' ? [...points, points[0]] : points;
    features.push({type: 'Feature', properties: {}, geometry: {type: 'LineString', coordinates: line}});
  }
  return {type: 'FeatureCollection', features};
}

export async function pick(element) {
  const field = document.getElementById(element.dataset.pick);
  const kind = document.getElementById(element.dataset.pick.replace(/points$/, 'shape'));
  const [coast, bases] = await Promise.all([read('/map/coast.json'), read('/missions/map')]);
  element.textContent = '';
  const points = written(field);
  const map = new ChartMap({
    container: element,
    attributionControl: {compact: true, customAttribution: 'Coast: Natural Earth'},
    style: {
      version: 8,
      sources: {
        coast: {type: 'geojson', data: coast}, bases: {type: 'geojson', data: bases},
        picked: {type: 'geojson', data: shape(points, kind?.value)},
      },
      layers: [
        {id: 'coast', type: 'line', source: 'coast', paint: {'line-color': colour('quiet'), 'line-width': 1}},
        {id: 'base', type: 'circle', source: 'bases', paint: {'circle-radius': 4, 'circle-color': colour('ink')}},
        {id: 'line', type: 'line', source: 'picked', paint: {'line-color': colour('accent'), 'line-width': 2}},
        {id: 'point', type: 'circle', source: 'picked', filter: ['==', ['geometry-type'], 'Point'],
          paint: {'circle-radius': 6, 'circle-color': colour('accent'), 'circle-stroke-width': 2, 'circle-stroke-color': colour('paper')}},
      ],
    },
    center: points[0] ?? bases.features[0]?.geometry.coordinates ?? [0, 0],
    zoom: 5,
    dragRotate: false,
  });
  map.addControl(new NavigationControl({showCompass: false}));
  bases.features.forEach(base => label(map, base));
  const redraw = () => map.getSource('picked')?.setData(shape(written(field), kind?.value));
  field.addEventListener('input', redraw);
  kind?.addEventListener('change', redraw);
  const write = lines => {
    field.value = lines.join('\n');
    field.dispatchEvent(new Event('input', {bubbles: true}));
  };
  const lines = () => field.value.split('\n').filter(line => line.trim() !== '');
  map.on('click', event => write([...(kind?.value === 'circle' ? [] : lines()),
    `${event.lngLat.lat.toFixed(4)}, ${event.lngLat.lng.toFixed(4)}`]));
  element.parentElement.querySelector('button').addEventListener('click', () => write(lines().slice(0, -1)));
  map.on('load', () => { element.dataset.drawn = 'yes'; });
}
