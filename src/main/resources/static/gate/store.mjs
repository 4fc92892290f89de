// What the device keeps between two starts, in IndexedDB: trust file, pack, its key, and the records of its checks.
const open = () => new Promise((done, failed) => {
  const asked = indexedDB.open("nullaosta-gate", 1);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore("kept");
    asked.result.createObjectStore("records", { keyPath: "number" });
  };
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => failed(asked.error);
});

/** Done once the transaction is on disk, so that what is reported as kept survives the battery. */
const within = async (names, mode, work) => {
  const database = await open();
  try {
    return await new Promise((done, failed) => {
      const transaction = database.transaction(names, mode, { durability: "strict" });
      let result;
      transaction.oncomplete = () => done(result);
      transaction.onabort = () => failed(transaction.error ?? new Error("the device's store did not take it"));
      const asked = work(transaction);
      asked.onsuccess = () => { result = asked.result; };
    });
  } finally {
    database.close();
  }
};

export const kept = (name) => within(["kept"], "readonly", (it) => it.objectStore("kept").get(name));
export const keep = (name, value) => within(["kept"], "readwrite", (it) => it.objectStore("kept").put(value, name));
export const records = () => within(["records"], "readonly", (it) => it.objectStore("records").getAll());

/** Adds the next record; one of the same number is never written over. */
export const append = (record) => within(["records"], "readwrite", (it) => it.objectStore("records").add(record));
export const mark = (record) => within(["records"], "readwrite", (it) => it.objectStore("records").put(record));
