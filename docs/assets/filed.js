// For the site in a folder on disk, where a browser neither loads modules nor fetches files: it gives both from `files`,
// which the build puts above this line.

const bytes = path => Uint8Array.from(atob(files[path]), letter => letter.charCodeAt(0));
window.filed = path => URL.createObjectURL(new Blob([bytes(path)], { type: "text/javascript" }));

const elsewhere = window.fetch;
window.fetch = (asked, options) => {
  const path = Object.keys(files).find(path => String(asked).split("?")[0].endsWith(`/${path}`));
  return path ? Promise.resolve(new Response(bytes(path))) : elsewhere(asked, options);
};
