// The form of a visit: kept on this device at every pause, found again after the page or the telephone went, sent by visit-box.js.
(async () => {
    const kept = await visitBox;
    const form = document.querySelector("form[data-visit]");
    if (!kept || !form) return;
    const PAGE = "/inspections/visits/new";
    const KEPT = "duban-visit";
    const {box, person, words, say} = kept;
    const find = selector => form.querySelector(selector);

    // randomUUID wants a secure page; these sixteen bytes do not.
    const newKey = () => {
        const bytes = crypto.getRandomValues(new Uint8Array(16));
        bytes[6] = bytes[6] & 15 | 64;
        bytes[8] = bytes[8] & 63 | 128;
        return [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
    };

    let record = null, photos = [], pause = 0, reading = Promise.resolve(), sending = false;
    kept.form.inHand = () => record?.key;
    const values = () => {
        const fields = {};
        for (const [name, value] of new FormData(form)) if (typeof value === "string" && name !== "_csrf" && name !== "key" && name !== "keptAt") (fields[name] ||= []).push(value);
        // photographs that an earlier try left with the server belong to the record, whatever page it is written on
        if (record?.fields?.evidence) fields.evidence ||= record.fields.evidence;
        return fields;
    };
    const written = fields => photos.length || ["place", "notes", "finding"].some(name => (fields[name] || []).some(value => value.trim()));
    /** @return false where this device has no room for it */
    const save = async state => {
        delete form.dataset.draft;
        const fields = values();
        if (state === "draft" && !written(fields)) return true;
        record = {...record, person, state, fields, photos, faults: [], keptAt: new Date().toISOString()};
        try {
            await kept.keep(record);
        } catch (full) {
            say(words.full);
            box.hidden = false;
            return false;
        }
        if (state === "draft") form.dataset.draft = record.keptAt;
        return true;
    };
    const later = () => { clearTimeout(pause); pause = setTimeout(() => save("draft"), 300); };
    const pictures = () => {
        find("[data-photos]").replaceChildren(...photos.map((photo, no) => {
            const line = kept.element("li", photo.name + " ");
            const drop = kept.element("button", words.drop, {type: "button", className: "btn btn-sm"});
            drop.setAttribute("aria-label", words.drop + " " + photo.name);
            drop.addEventListener("click", () => { photos.splice(no, 1); pictures(); save("draft"); });
            line.append(drop);
            return line;
        }));
    };
    // What the server would not take is not kept either: it would be sent in vain again and again.
    const pick = async (files, into) => {
        let size = into.reduce((sum, photo) => sum + photo.bytes.byteLength, 0);
        for (const file of files) {
            size += file.size;
            if (file.size > Number(form.dataset.largest) || size > Number(form.dataset.most)) {
                say(file.name + "：" + words.large);
                box.hidden = false;
                size -= file.size;
            } else into.push({name: file.name, type: file.type, bytes: await file.arrayBuffer()});
        }
        if (into === photos) { pictures(); await save("draft"); }
    };
    const told = () => {
        const latitude = find("[name=latitude]").value;
        find("[data-located]").textContent = latitude ? latitude + ", " + find("[name=longitude]").value : "";
    };
    const locate = () => {
        const nowhere = () => { find("[data-located]").textContent = words.nowhere; };
        if (!navigator.geolocation) return nowhere();
        const {key} = record;
        navigator.geolocation.getCurrentPosition(({coords}) => {
            if (record.key !== key) return;
            find("[name=latitude]").value = coords.latitude.toFixed(6);
            find("[name=longitude]").value = coords.longitude.toFixed(6);
            find("[name=accuracy]").value = Math.round(coords.accuracy);
            told();
            save("draft");
        }, nowhere, {enableHighAccuracy: true, timeout: 15000});
    };
    const fill = fields => {
        for (const [name, given] of Object.entries(fields)) {
            const fitting = [...form.querySelectorAll(`[name="${name}"]`)];
            if (fitting[0]?.type === "radio") fitting.forEach(radio => radio.checked = given.includes(radio.value));
            else fitting.forEach((control, no) => control.value = given[no] ?? "");
        }
        told();
    };
    const take = found => {
        record = {...found, state: "draft"};
        photos = found.photos;
        fill(found.fields);
        pictures();
    };
    const write = async found => {
        if (!await kept.hold(found.key)) { say(words.elsewhere); return kept.show(); }
        clearTimeout(pause);
        await reading;
        await save("draft");
        if (record.key !== found.key) kept.release(record.key);
        form.reset();
        take(found);
        await save("draft");
        say(found.state === "draft" ? words.writing : "");
        await kept.show();
    };
    // A page that was kept for days says the time of that day, and a hidden field is not reset with the rest.
    const fresh = async () => {
        record = {key: newKey()};
        photos = [];
        for (const name of ["latitude", "longitude", "accuracy"]) find(`[name=${name}]`).value = "";
        const now = new Date();
        find("[name=visitedAt]").value = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
        await kept.hold(record.key);
    };
    // Where nothing more can be kept it goes as forms go, while the server can be reached; else it stays on the page.
    const asForm = async () => {
        const to = await kept.outbox().catch(() => null);
        if (!to) return;
        find("[name=key]").value = record.key;
        find("[name=_csrf]").value = to.token;
        const given = new DataTransfer();
        photos.forEach(photo => given.items.add(new File([photo.bytes], photo.name, {type: photo.type})));
        find("#photos").files = given.files;
        form.submit();
    };
    const hand = async () => {
        clearTimeout(pause);
        await reading;
        if (!await save("waiting")) return asForm();
        kept.release(record.key);
        form.reset();
        await fresh();
        pictures();
        told();
        say(words.waiting);
        await kept.show();
        box.scrollIntoView({block: "start"});
        kept.flush();
    };
    const begin = async () => {
        form.querySelectorAll("[data-scripted]").forEach(part => part.hidden = false);
        form.querySelectorAll("input[type=file]").forEach(input => input.addEventListener("change", () => {
            const files = [...input.files], into = photos;
            input.value = "";
            reading = reading.then(() => pick(files, into));
        }));
        form.addEventListener("input", event => event.target.type !== "file" && later());
        find("[data-locate]").addEventListener("click", locate);
        form.addEventListener("submit", async event => {
            event.preventDefault();
            if (sending) return;
            sending = true;
            try { await hand(); } finally { sending = false; }
        });
        kept.form.write = write;
        // An answer to what was typed here keeps it.
        if (location.pathname !== PAGE) {
            record = {key: find("[name=key]").value};
            await kept.hold(record.key);
        } else for (const draft of (await kept.all()).filter(found => found.state === "draft")) {
            if (!await kept.hold(draft.key)) continue;
            take(draft);
            say(words.writing);
            break;
        }
        if (!record) await fresh();
        form.dataset.ready = "true";
    };
    const holds = page => {
        form.dataset.holds = page ? "page" : "words";
        const line = find("[data-holding]");
        line.textContent = page ? line.dataset.page : line.dataset.words;
    };
    const mine = async answer => answer.ok && !answer.redirected && new DOMParser().parseFromString(await answer.clone().text(), "text/html").querySelector("[data-visit-box]")?.dataset.person === person;
    // The page and what it is dressed in, for the day without a network; only a secure page may. duban.js lets go of it when its writer leaves.
    const keepPage = async () => {
        if (!window.caches || !navigator.serviceWorker || location.pathname !== PAGE) return false;
        try {
            await navigator.serviceWorker.register("/inspections/worker.js", {scope: PAGE});
            const page = await fetch(PAGE, {cache: "no-store"});
            if (!await mine(page)) return false;
            if (localStorage.getItem(KEPT) !== person) await caches.delete(KEPT);
            localStorage.setItem(KEPT, person);
            const cache = await caches.open(KEPT);
            const dress = new Set([...document.querySelectorAll("link[rel=stylesheet], link[rel=icon]")].map(link => link.href).concat([...document.querySelectorAll("script[src]")].map(script => script.src), [...document.images].map(image => image.src)));
            await cache.addAll([...dress]);
            await cache.put(PAGE, page);
            for (const old of await cache.keys()) if (!dress.has(old.url) && new URL(old.url).pathname !== PAGE) await cache.delete(old);
            navigator.storage?.persist?.();
            await navigator.serviceWorker.ready;
            form.dataset.kept = "true";
            return true;
        } catch (noNetwork) {
            // what was kept before still serves
            return await caches.match(PAGE, {cacheName: KEPT}).then(found => !!found, () => false);
        }
    };

    await begin();
    await kept.show();
    keepPage().then(holds);
    await kept.flush();
})();
