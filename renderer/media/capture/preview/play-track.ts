/** A video element that plays a track and fills its container: the whole picture, however the container is shaped. @param page of the window that shows it. */
export function playTrack(track: MediaStreamTrack, page: Document = document): HTMLVideoElement {
  const element = page.createElement('video');
  element.muted = true;
  element.autoplay = true;
  element.playsInline = true;
  element.disablePictureInPicture = true;
  element.srcObject = new MediaStream([track]);
  Object.assign(element.style, { display: 'block', width: '100%', height: '100%', objectFit: 'contain' });
  return element;
}
