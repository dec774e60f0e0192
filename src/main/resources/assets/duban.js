// What makes pages quicker to use; every page works without it.
(() => {
    const root = document.documentElement;
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const dress = () => {
        const theme = root.dataset.theme;
        root.dataset.bsTheme = theme === "dark" || (theme === "auto" && dark.matches) ? "dark" : "light";
    };
    dress();
    dark.addEventListener("change", dress);

    const typing = element => element.closest("input, textarea, select, [contenteditable]");
    document.addEventListener("keydown", event => {
        if (event.key === "Escape") {
            document.querySelectorAll("details.menu[open], details.drawer[open], details.confirm[open]").forEach(menu => {
                menu.open = false;
                menu.querySelector("summary").focus();
            });
        }
        if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
        const target = [...document.querySelectorAll("[data-hotkey]")].find(one => one.dataset.hotkey === event.key);
        if (target) {
            event.preventDefault();
            if (typing(target)) target.focus(); else target.click();
        }
    });
    // One menu at a time, closed by a click anywhere else.
    document.addEventListener("click", event => {
        document.querySelectorAll("details.menu[open], details.drawer[open], details.confirm[open]").forEach(menu => {
            if (!menu.contains(event.target)) menu.open = false;
        });
    });
    document.addEventListener("htmx:afterSwap", () => document.querySelectorAll("details.menu[open]").forEach(menu => menu.open = false));
    document.addEventListener("DOMContentLoaded", () => document.querySelector("[data-focus]")?.focus());
    document.addEventListener("htmx:load", event => event.detail.elt.querySelector?.("[data-focus]")?.focus());
})();
