// The CloudFront function that makes one page out of many addresses.

/**
 * Source of a viewer-request function: every path is answered with `/index.html`, except the application's own files. Addresses may hold
 * dots (`/thu-tuc/3.000465`), so files are told by their names, not by an ending. CloudFront's error pages would hide the API's own 404s.
 * @param files names of the files beside `index.html` in the root of the build
 */
export function toIndex(files: readonly string[]): string {
  return `var files = ${JSON.stringify(files.map((name) => `/${name}`))};
function handler(event) {
  var request = event.request;
  if (request.uri.indexOf('/_app/') !== 0 && files.indexOf(request.uri) < 0) request.uri = '/index.html';
  return request;
}`;
}
