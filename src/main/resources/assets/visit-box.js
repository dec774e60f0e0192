// Records of visits that are kept on this device until they were sent. Without this the form works online; visit.js writes them.
const visitBox = (async () => {
    const box = document.querySelector("[data-visit-box]");
    if (!box || !window.indexedDB) return null;
    const {person} = box.dataset;
    const SENDING = "duban-visits-sending";
    // A network that takes the question and never answers is no network.
    const PATIENCE = 8000;

    const open = () => new Promise((done, fail) => {
        const asked = indexedDB.open("duban-visits", 1);
        asked.onupgradeneeded = () => asked.result.createObjectStore("visit", {keyPath: "key"});
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => fail(asked.error);
    });
    // Where nothing can be kept, the form is sent as forms are.
    const database = await open().catch(() => null);
    if (!database) return null;
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

    // Of several windows one sends, and each record is written in one window. Locks want a secure page; without them the windows ask each other.
    let busy = null, inLine = null;
    const alone = (name, work) => navigator.locks ? navigator.locks.request(name, {ifAvailable: true}, lock => lock ? work() : null) : busy ||= work().finally(() => busy = null);
    // Whoever has something new to send has a turn after the one that is at it, which may fail at what it began before.
    const inTurn = (name, work) => {
        const begin = () => { inLine = null; return navigator.locks ? work() : alone(name, work); };
        return inLine ||= navigator.locks ? navigator.locks.request(name, begin) : Promise.resolve(busy).then(begin, begin);
    };
    const held = new Map();
    const answers = new Map();
    const asked = key => new Promise(done => {
        const elsewhere = () => done(false);
        answers.set(key, elsewhere);
        windows?.postMessage({asked: key});
        setTimeout(() => {
            if (answers.get(key) !== elsewhere) return done(false);
            answers.delete(key);
            held.set(key, () => {});
            done(true);
        }, 250);
    });
    const hold = key => held.has(key) ? Promise.resolve(true) : !navigator.locks ? asked(key) : new Promise(done => {
        const lock = () => { done(true); return new Promise(release => held.set(key, release)); };
        navigator.locks.request("visit-" + key, {signal: AbortSignal.timeout(500)}, lock).catch(() => done(false));
    });
    const release = key => { held.get(key)?.(); held.delete(key); };
    const heard = ({data}) => {
        if (data === "changed") show();
        else if (data.asked && held.has(data.asked)) windows.postMessage({held: data.asked});
        else if (data.held && answers.has(data.held)) { answers.get(data.held)(); answers.delete(data.held); }
    };

    const words = box.dataset;
    const say = text => { const line = box.querySelector("[data-said]"); line.textContent = text; line.hidden = !text; };
    const element = (name, text, more = {}) => Object.assign(document.createElement(name), {textContent: text, ...more});
    // The form tells which record it has in hand, and takes another.
    const form = {inHand: () => null, write: null};
    const drop = async record => {
        if (!confirm(words.sure)) return;
        if (!await hold(record.key)) return say(words.elsewhere);
        await forget(record.key);
        release(record.key);
        await show();
    };
    const line = record => {
        const shown = element("li", "");
        const where = (record.fields.place || [""])[0];
        const state = record.state === "draft" ? words.draft : record.state === "refused" ? words.refused : words.waiting;
        shown.append(element("strong", state), " ", element("span", where + (record.photos.length ? " · " + record.photos.length + " " + words.photos : "")));
        if (record.state === "waiting") return shown;
        if (record.state === "refused") shown.append(element("p", record.faults.join(" "), {className: "wrong"}));
        const text = record.state === "draft" ? words.goon : words.mend;
        const mend = form.write ? element("button", text, {type: "button", className: "btn btn-sm"}) : element("a", text, {href: "/inspections/visits/new", className: "btn btn-sm"});
        if (form.write) mend.addEventListener("click", () => form.write(record));
        const away = element("button", words.away, {type: "button", className: "btn btn-sm"});
        away.setAttribute("aria-label", words.away + " " + where);
        away.addEventListener("click", () => drop(record));
        shown.append(mend, " ", away);
        return shown;
    };
    const show = async () => {
        const records = (await all()).filter(record => record.state !== "draft" || record.key !== form.inHand());
        box.querySelector("ul").replaceChildren(...records.map(line));
        box.hidden = !records.length && box.querySelector("[data-said]").hidden && !box.querySelector("[data-arrived]").childElementCount;
    };

    const payload = record => {
        const data = new FormData();
        for (const [name, values] of Object.entries(record.fields)) for (const value of values) data.append(name, value);
        data.set("key", record.key);
        data.set("keptAt", record.keptAt);
        for (const photo of record.photos) data.append("photos", new Blob([photo.bytes], {type: photo.type}), photo.name);
        return data;
    };
    const signedOut = answer => answer.redirected || answer.status === 401 || answer.status === 403;
    // A server in trouble may take it later; what it will never take as it is waits for whoever wrote it, and for nothing else.
    const later = status => status >= 500 || status === 408 || status === 425 || status === 429;
    const faults = async answer => {
        if (answer.status === 413) return [words.large];
        const told = await answer.json().catch(() => ({}));
        return told.faults || [told.title, told.detail].filter(Boolean).concat(words.refusal + " " + answer.status);
    };
    /** @return what to say, null where the next can be sent */
    const send = async (record, outbox) => {
        const answer = await fetch("/inspections/visits/sent", {method: "POST", body: payload(record), headers: {[outbox.header]: outbox.token, Accept: "application/json"}});
        if (signedOut(answer)) return words.signin;
        if (answer.ok) {
            const told = await answer.json();
            await forget(record.key);
            const arrived = element("li", "");
            arrived.append(element("a", words.sent + " " + (record.fields.place || [""])[0], {href: told.href}));
            box.querySelector("[data-arrived]").append(arrived);
        } else if (later(answer.status)) troubled = true;
        else await keep({...record, state: "refused", faults: await faults(answer)});
        return null;
    };
    /** @return null where this person is not signed in here, and why */
    const outbox = async () => {
        const answer = await fetch("/inspections/visits/outbox", {cache: "no-store", signal: AbortSignal.timeout(PATIENCE)});
        if (signedOut(answer)) { say(words.signin); return null; }
        if (!answer.ok) { say(words.trouble); troubled = true; return null; }
        const found = await answer.json();
        if (found.person === person) return found;
        say(words.signin);
        return null;
    };
    // A telephone says that it is online before anything goes through: what fails is tried again after two seconds, then less and less often, until somebody looks or it says so again.
    let troubled = false, failures = 0, next = 0, timer = 0;
    const sendAll = async () => {
        const records = (await all()).filter(record => record.state === "waiting");
        if (!records.length) return show();
        troubled = false;
        try {
            const to = await outbox();
            if (to) {
                say(words.sending);
                let stopped = null;
                for (const record of records) if (stopped = await send(record, to)) break;
                say(stopped || (troubled ? words.trouble : ""));
            }
        } catch (noNetwork) {
            troubled = true;
            if (box.querySelector("[data-said]").textContent === words.sending) say("");
        }
        failures = troubled ? failures + 1 : 0;
        const wait = troubled ? Math.min(1000 * 2 ** failures, 600000) : 0;
        next = Date.now() + wait;
        clearTimeout(timer);
        if (troubled) timer = setTimeout(tryAgain, wait);
        return show();
    };
    const tryAgain = () => alone(SENDING, sendAll).catch(() => show());
    const flush = () => inTurn(SENDING, sendAll).catch(() => show());

    if (windows) windows.onmessage = heard;
    addEventListener("online", () => { failures = 0; flush(); });
    document.addEventListener("visibilitychange", () => document.hidden || flush());
    setInterval(() => Date.now() < next || tryAgain(), 20000);
    return {box, person, words, form, all, keep, hold, release, say, element, show, flush, outbox};
})();
visitBox.then(async box => { if (box && !document.querySelector("form[data-visit]")) { await box.show(); await box.flush(); } });
