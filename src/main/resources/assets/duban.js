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
    // Ticks: all at once, a filter over long lists, and the chosen names in the summary.
    const scripted = within => within.querySelectorAll("[data-scripted], [data-filter]").forEach(one => one.hidden = false);
    document.addEventListener("DOMContentLoaded", () => scripted(document));
    document.addEventListener("htmx:load", event => scripted(event.detail.elt));
    document.addEventListener("input", event => {
        if (!event.target.matches("[data-filter]")) return;
        const wanted = event.target.value.trim().toLowerCase();
        event.target.closest("details").querySelectorAll(".checks label").forEach(label => label.hidden = !label.textContent.toLowerCase().includes(wanted));
    });
    document.addEventListener("keydown", event => {
        if (event.key === "Enter" && event.target.matches("[data-filter]")) event.preventDefault();
    });
    document.addEventListener("change", event => {
        const all = event.target.dataset.ticks;
        if (all) event.target.form.querySelectorAll(`input[name="${all}"]`).forEach(tick => tick.checked = event.target.checked);
        const ticks = event.target.closest(".ticks");
        if (!ticks || event.target.type !== "checkbox") return;
        const chosen = [...ticks.querySelectorAll(".checks input:checked")].map(tick => tick.parentElement.textContent.trim());
        const said = ticks.querySelector("[data-chosen]");
        said.textContent = chosen.length ? chosen.join("、") : said.dataset.chosen;
    });
    document.addEventListener("htmx:afterSwap", () => document.querySelectorAll("details.menu[open]").forEach(menu => menu.open = false));
    document.addEventListener("DOMContentLoaded", () => document.querySelector("[data-focus]")?.focus());
    document.addEventListener("htmx:load", event => event.detail.elt.querySelector?.("[data-focus]")?.focus());
})();
