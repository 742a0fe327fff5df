// Runs before anything is shown: who follows a link that holds a text (sharing.js makes them), or comes back to one of their own (draft.js
// keeps it), is not shown what the page opens with.

function isAwaited() {
  try {
    return location.hash.startsWith("#text=") || sessionStorage.getItem("newsmark.draft") !== null;
  } catch {
    return false;
  }
}

if (isAwaited()) document.documentElement.classList.add("awaiting");
