// A record of a visit is kept on this device while it is written, and sent once there is a network. Without this the form works online.
(async () => {
    const box = document.querySelector("[data-visit-box]");
    if (!box || !window.indexedDB) return;
    const PAGE = "/inspections/visits/new";
    const {person, waiting, refused, writing, signin, sending} = box.dataset;
    const form = document.querySelector("form[data-visit]");

    const open = () => new Promise((done, fail) => {
        const asked = indexedDB.open("duban-visits", 1);
        asked.onupgradeneeded = () => asked.result.createObjectStore("visit", {keyPath: "key"});
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => fail(asked.error);
    });
    // Where nothing can be kept, the form is sent as forms are.
    const database = await open().catch(() => null);
    if (!database) return;
    const within = (mode, work) => new Promise((done, fail) => {
        const transaction = database.transaction("visit", mode, {durability: "strict"});
        const asked = work(transaction.objectStore("visit"));
        transaction.oncomplete = () => done(asked.result);
        transaction.onabort = () => fail(transaction.error);
    });
    // What one window keeps or sends shows in the others.
    const windows = window.BroadcastChannel ? new BroadcastChannel("duban-visits") : null;
    const tell = done => { windows?.postMessage("changed"); return done; };
    const keep = record => within("readwrite", store => store.put(record)).then(tell);
    const forget = key => within("readwrite", store => store.delete(key)).then(tell);
    const all = async () => (await within("readonly", store => store.getAll())).filter(record => record.person === person);

    // randomUUID wants a secure page; these sixteen bytes do not.
    const newKey = () => {
        const bytes = crypto.getRandomValues(new Uint8Array(16));
        bytes[6] = bytes[6] & 15 | 64;
        bytes[8] = bytes[8] & 63 | 128;
        return [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
    };
    // Of several windows one sends, and each record is written in one window.
    let busy = false;
    const alone = async (name, work) => {
        if (navigator.locks) return navigator.locks.request(name, {ifAvailable: true}, lock => lock ? work() : null);
        if (busy) return null;
        busy = true;
        try { return await work(); } finally { busy = false; }
    };
    const held = new Set();
    const hold = key => !navigator.locks || held.has(key) ? Promise.resolve(true) : new Promise(done => {
        navigator.locks.request("visit-" + key, {signal: AbortSignal.timeout(500)}, () => { held.add(key); done(true); return new Promise(() => {}); }).catch(() => done(false));
    });

    const say = text => { const line = box.querySelector("[data-said]"); line.textContent = text; line.hidden = !text; };
    const element = (name, text, more = {}) => Object.assign(document.createElement(name), {textContent: text, ...more});
    const show = async () => {
        const records = (await all()).filter(record => record.state !== "draft");
        const list = box.querySelector("ul");
        list.replaceChildren(...records.map(record => {
            const line = element("li", "");
            const where = (record.fields.place || [""])[0];
            line.append(element("strong", record.state === "refused" ? refused : waiting), " ", element("span", where + (record.photos.length ? " · " + record.photos.length + " " + box.dataset.photos : "")));
            if (record.state === "refused") {
                line.append(element("p", record.faults.join(" "), {className: "wrong"}));
                const mend = form ? element("button", box.dataset.mend, {type: "button", className: "btn btn-sm"}) : element("a", box.dataset.mend, {href: PAGE, className: "btn btn-sm"});
                if (form) mend.addEventListener("click", () => write(record));
                line.append(mend);
            }
            return line;
        }));
        box.hidden = !records.length && box.querySelector("[data-said]").hidden && !box.querySelector("[data-arrived]").childElementCount;
        return records;
    };

    const payload = record => {
        const data = new FormData();
        for (const [name, values] of Object.entries(record.fields)) for (const value of values) data.append(name, value);
        data.set("key", record.key);
        data.set("keptAt", record.keptAt);
        for (const photo of record.photos) data.append("photos", new Blob([photo.bytes], {type: photo.type}), photo.name);
        return data;
    };
    const send = async (record, outbox) => {
        const answer = await fetch("/inspections/visits/sent", {method: "POST", body: payload(record), headers: {[outbox.header]: outbox.token}});
        if (answer.redirected || answer.status === 401 || answer.status === 403) { say(signin); return false; }
        if (answer.ok) {
            const told = await answer.json();
            await forget(record.key);
            const line = element("li", "");
            line.append(element("a", box.dataset.sent + " " + (record.fields.place || [""])[0], {href: told.href}));
            box.querySelector("[data-arrived]").append(line);
            return true;
        }
        if (answer.status === 422 || answer.status === 413) {
            const told = await answer.json().catch(() => ({faults: [String(answer.status)]}));
            await keep({...record, state: "refused", faults: told.faults || [told.detail || String(answer.status)]});
            return true;
        }
        return false;
    };
    const flush = () => alone("duban-visits-sending", async () => {
        const records = (await all()).filter(record => record.state === "waiting");
        if (!records.length) return show();
        try {
            const answer = await fetch("/inspections/visits/outbox", {cache: "no-store"});
            if (answer.redirected || !answer.ok) { say(signin); return show(); }
            const outbox = await answer.json();
            if (outbox.person !== person) { say(signin); return show(); }
            say(sending);
            for (const record of records) if (!await send(record, outbox)) break;
            if (box.querySelector("[data-said]").textContent === sending) say("");
        } catch (noNetwork) {
            say("");
        }
        return show();
    }).catch(() => show());

    // The record in hand: kept at every pause, found again after the page or the telephone went.
    let record = null, photos = [], pause = 0;
    const values = () => {
        const fields = {};
        for (const [name, value] of new FormData(form)) if (typeof value === "string" && name !== "_csrf" && name !== "key" && name !== "keptAt") (fields[name] ||= []).push(value);
        return fields;
    };
    const written = fields => photos.length || ["place", "notes", "finding"].some(name => (fields[name] || []).some(value => value.trim()));
    const save = async state => {
        delete form.dataset.draft;
        const fields = values();
        if (state === "draft" && !written(fields)) return;
        record = {...record, person, state, fields, photos, faults: [], keptAt: new Date().toISOString()};
        await keep(record);
        if (state === "draft") form.dataset.draft = record.keptAt;
    };
    const later = () => { clearTimeout(pause); pause = setTimeout(() => save("draft"), 300); };
    const pictures = () => {
        const list = form.querySelector("[data-photos]");
        list.replaceChildren(...photos.map((photo, no) => {
            const line = element("li", photo.name + " ");
            const drop = element("button", box.dataset.drop, {type: "button", className: "btn btn-sm"});
            drop.setAttribute("aria-label", box.dataset.drop + " " + photo.name);
            drop.addEventListener("click", () => { photos.splice(no, 1); pictures(); save("draft"); });
            line.append(drop);
            return line;
        }));
    };
    const fill = fields => {
        for (const [name, given] of Object.entries(fields)) {
            const fitting = [...form.querySelectorAll(`[name="${name}"]`)];
            if (fitting[0]?.type === "radio") fitting.forEach(radio => radio.checked = given.includes(radio.value));
            else fitting.forEach((control, no) => control.value = given[no] ?? "");
        }
        told();
    };
    const told = () => {
        const at = form.querySelector("[data-located]");
        const latitude = form.querySelector("[name=latitude]").value;
        at.textContent = latitude ? latitude + ", " + form.querySelector("[name=longitude]").value : "";
    };
    const write = async found => {
        if (!await hold(found.key)) return;
        record = {...found, state: "draft"};
        photos = found.photos;
        fill(found.fields);
        pictures();
        await keep(record);
        say(found.state === "draft" ? writing : "");
        await show();
    };
    // A page that was kept for days says the time of that day, and a hidden field is not reset with the rest.
    const fresh = async () => {
        record = {key: newKey()};
        photos = [];
        for (const name of ["latitude", "longitude", "accuracy"]) form.querySelector(`[name=${name}]`).value = "";
        const now = new Date();
        form.querySelector("[name=visitedAt]").value = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
        await hold(record.key);
    };
    const begin = async () => {
        form.querySelectorAll("[data-scripted]").forEach(part => part.hidden = false);
        form.querySelectorAll("input[type=file]").forEach(input => input.addEventListener("change", async () => {
            for (const file of input.files) photos.push({name: file.name, type: file.type, bytes: await file.arrayBuffer()});
            input.value = "";
            pictures();
            await save("draft");
        }));
        form.addEventListener("input", event => event.target.type !== "file" && later());
        form.querySelector("[data-locate]").addEventListener("click", () => navigator.geolocation?.getCurrentPosition(({coords}) => {
            form.querySelector("[name=latitude]").value = coords.latitude.toFixed(6);
            form.querySelector("[name=longitude]").value = coords.longitude.toFixed(6);
            form.querySelector("[name=accuracy]").value = Math.round(coords.accuracy);
            told();
            save("draft");
        }, () => { form.querySelector("[data-located]").textContent = box.dataset.nowhere; }, {enableHighAccuracy: true, timeout: 15000}));
        form.addEventListener("submit", async event => {
            event.preventDefault();
            clearTimeout(pause);
            await save("waiting");
            form.reset();
            await fresh();
            pictures();
            told();
            say(waiting);
            await show();
            box.scrollIntoView({block: "start"});
            await flush();
        });
        for (const draft of (await all()).filter(found => found.state === "draft")) {
            if (!await hold(draft.key)) continue;
            record = draft;
            photos = draft.photos;
            fill(draft.fields);
            pictures();
            say(writing);
            break;
        }
        if (!record) await fresh();
        form.dataset.ready = "true";
        await keepPage();
    };
    // The page and what it is dressed in, for the day without a network; only a secure page may.
    const keepPage = async () => {
        if (!window.caches || !("serviceWorker" in navigator) || location.pathname !== PAGE) return;
        try {
            await navigator.serviceWorker.register("/inspections/worker.js", {scope: PAGE});
            const cache = await caches.open("duban-visit");
            const dress = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon]")].map(link => link.href).concat([...document.querySelectorAll("script[src]")].map(script => script.src), [...document.images].map(image => image.src));
            await cache.addAll([PAGE, ...new Set(dress)]);
            await navigator.serviceWorker.ready;
            form.dataset.kept = "true";
        } catch (noNetwork) {
            // what was kept before still serves
        }
    };

    if (windows) windows.onmessage = show;
    addEventListener("online", flush);
    document.addEventListener("visibilitychange", () => document.hidden || flush());
    setInterval(flush, 20000);
    if (form) await begin();
    await show();
    await flush();
})();
