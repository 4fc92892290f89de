// The camera's pictures until one holds a code that begins like a clearance; the vendored `qr` reads them, on every platform alike.
import { decodeQR } from "/vendor/qr-0.7.0/decode.js";

const PAUSE = 120;
const WIDEST = 1280;

/** Starts the camera behind the video; answers a function that stops it. */
export const scan = async (video, found) => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: false,
    video: { facingMode: "environment", width: { ideal: WIDEST }, height: { ideal: 960 } } });
  video.srcObject = stream;
  await video.play();
  const canvas = document.createElement("canvas");
  let on = true;
  const stop = () => {
    on = false;
    stream.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
  };
  const look = () => {
    if (!on) {
      return;
    }
    const text = read(video, canvas);
    if (text?.startsWith("NA1:")) {
      stop();
      found(text);
    } else {
      setTimeout(look, PAUSE);
    }
  };
  look();
  return stop;
};

const read = (video, canvas) => {
  if (video.videoWidth === 0) {
    return null;
  }
  const scale = Math.min(1, WIDEST / video.videoWidth);
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  try {
    return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
  } catch {
    // no code in this picture
    return null;
  }
};
