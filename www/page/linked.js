// Runs before anything is shown: who follows a link that holds a text (sharing.js makes them) is not shown what the page opens with.

if (location.hash.startsWith("#text=")) document.documentElement.classList.add("awaiting");
