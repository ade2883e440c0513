// Opens and closes the answers that folding.css folds. What was sent and its answer (`.responses-inner > div`) stay as they are.
document.addEventListener("click", (event) => {
  const row = event.target.closest("tr.response[data-code]");
  if (row && event.target.closest("td") === row.firstElementChild) row.classList.toggle("opened");
});
