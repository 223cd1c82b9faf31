/* Day or night, as a reader chose, or as the system has it. It runs before the first paint, so that
   nothing flashes, and its buttons show only where it runs: the styles wait for `data-theme`. */
(() => {
  "use strict";
  const KEY = "newsarchive-theme";
  const root = document.documentElement;

  const wear = (theme) => {
    root.dataset.theme = theme === "light" || theme === "dark" ? theme : "system";
    for (const button of document.querySelectorAll(".themes button"))
      button.setAttribute("aria-pressed", String(button.value === root.dataset.theme));
  };

  const recalled = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // the reader lets pages keep nothing: the choice holds for this page
    }
  };

  const keep = (theme) => {
    try {
      if (theme === "system") localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, theme);
    } catch {}
  };

  wear(recalled());
  addEventListener("DOMContentLoaded", () => {
    wear(recalled());
    for (const button of document.querySelectorAll(".themes button"))
      button.addEventListener("click", () => {
        wear(button.value);
        keep(button.value);
      });
  });
  addEventListener("storage", ({ key }) => (key === KEY || key === null) && wear(recalled()));
  addEventListener("pageshow", ({ persisted }) => persisted && wear(recalled()));
})();
