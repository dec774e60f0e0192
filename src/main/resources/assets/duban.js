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
    // A second click while the first is on its way sends nothing; whoever waits in vain may click again.
    const sent = new WeakSet();
    document.addEventListener("submit", event => {
        if (event.defaultPrevented || event.target.method !== "post") return;
        if (sent.has(event.target)) event.preventDefault();
        sent.add(event.target);
        setTimeout(() => sent.delete(event.target), 10000);
    });
    addEventListener("pageshow", event => { if (event.persisted) document.querySelectorAll("form").forEach(form => sent.delete(form)); });
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
    // A text with line numbers: as many numbers as lines, and from a fault to its line.
    const number = text => {
        const gutter = text.parentElement.querySelector(".gutter");
        const lines = text.value.split("\n").length;
        while (gutter.children.length > lines) gutter.lastElementChild.remove();
        while (gutter.children.length < lines) gutter.append(Object.assign(document.createElement("li"), {textContent: gutter.children.length + 1}));
        text.rows = lines + 1;
    };
    document.addEventListener("input", event => event.target.matches(".code-text") && number(event.target));
    document.addEventListener("htmx:afterSettle", () => document.querySelectorAll(".code-text").forEach(number));
    document.addEventListener("click", event => {
        const line = event.target.closest("[data-line]")?.dataset.line;
        const text = document.querySelector(".code-text");
        if (!line || !text) return;
        event.preventDefault();
        const before = text.value.split("\n").slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
        const end = text.value.indexOf("\n", before);
        text.focus({preventScroll: true});
        text.setSelectionRange(before, end < 0 ? text.value.length : end);
        text.parentElement.querySelector(".gutter").children[line - 1]?.scrollIntoView({block: "center"});
    });
    document.addEventListener("htmx:afterSwap", () => document.querySelectorAll("details.menu[open]").forEach(menu => menu.open = false));
    document.addEventListener("DOMContentLoaded", () => document.querySelector("[data-focus]")?.focus());
    document.addEventListener("htmx:load", event => event.detail.elt.querySelector?.("[data-focus]")?.focus());
    // The brief of a matter opens beside its list: Escape and the cross close it, and the focus goes back to where it came from.
    // Whoever asks for a new window gets the page; j and k walk the rows.
    let opener = null;
    const close = () => {
        const brief = document.querySelector("#brief > .brief");
        if (!brief) return false;
        brief.remove();
        opener?.isConnected && opener.focus();
        return true;
    };
    document.addEventListener("htmx:beforeRequest", event => { if (event.detail.elt.matches("[data-brief]")) opener = event.detail.elt; });
    document.addEventListener("click", event => {
        const link = event.target.closest("[data-brief]");
        if (link && (event.ctrlKey || event.metaKey || event.shiftKey)) event.stopPropagation();
        if (event.target.closest("[data-close]") && close()) event.preventDefault();
    }, true);
    document.addEventListener("keydown", event => {
        if (event.key === "Escape") close();
        if ((event.key !== "j" && event.key !== "k") || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
        const rows = [...document.querySelectorAll("[data-brief]")];
        const next = rows[rows.indexOf(document.activeElement) + (event.key === "j" ? 1 : -1)];
        next?.focus();
    });
    // A page that visit.js kept for the day without a network is its writer's alone: it goes as they sign out, and as somebody else signs in.
    const letGo = () => { window.caches?.delete("duban-visit"); localStorage.removeItem("duban-visit"); };
    const keeper = leaves => { try { const person = localStorage.getItem("duban-visit"); if (person && leaves(person)) letGo(); } catch (nothingKept) { /* a browser that keeps nothing */ } };
    document.addEventListener("submit", event => event.target.getAttribute("action") === "/access/sign-out" && keeper(() => true));
    document.addEventListener("DOMContentLoaded", () => {
        const {person} = document.body.dataset;
        keeper(whose => person ? person !== whose : location.pathname === "/access/sign-in" && location.search === "?out");
    });
    // Where somebody stands, once they ask for it: a browser gives it over https alone.
    const heres = () => document.querySelectorAll("[data-here]").forEach(button => {
        if (!navigator.geolocation || !window.isSecureContext) return;
        button.parentElement.hidden = false;
        button.addEventListener("click", () => {
            const said = button.parentElement.querySelector("[data-here-said]");
            navigator.geolocation.getCurrentPosition(({coords}) => {
                document.getElementById(button.dataset.here).value = `${coords.latitude.toFixed(6)},${coords.longitude.toFixed(6)}`;
                said.textContent = "";
            }, () => { said.textContent = said.dataset.nowhere; }, {enableHighAccuracy: true, timeout: 15000});
        });
    });
    document.addEventListener("DOMContentLoaded", heres);
    // The bell counts along while the page is looked at: a hidden page lets go of its stream, since a browser keeps only a
    // handful of connections to one server, and so does one that nobody has touched for half an hour, since it would keep its session.
    const bell = () => document.querySelector("[data-stream]");
    const idle = 30 * 60 * 1000;
    let stream = null, touched = Date.now();
    const hush = () => { stream?.close(); stream = null; };
    const listen = () => {
        const where = bell();
        if (!where || stream || document.hidden || Date.now() - touched > idle || !window.EventSource) return;
        stream = new EventSource(where.dataset.stream);
        stream.addEventListener("count", event => {
            const {count, label} = JSON.parse(event.data);
            where.querySelector(".bell-count").textContent = count;
            where.setAttribute("aria-label", label);
            where.title = label;
        });
        stream.onerror = () => { if (stream?.readyState === EventSource.CLOSED || Date.now() - touched > idle) hush(); };
    };
    document.addEventListener("DOMContentLoaded", listen);
    document.addEventListener("visibilitychange", () => document.hidden ? hush() : listen());
    window.addEventListener("pagehide", hush);
    window.addEventListener("pageshow", listen);
    ["pointerdown", "keydown"].forEach(kind => document.addEventListener(kind, () => { touched = Date.now(); listen(); }, {passive: true}));
})();
