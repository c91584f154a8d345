// Returns what fetches a file of ours as JSON when it is first asked for, and once; what fails is asked for again.
export function fetchOnce(address, read = (found) => found) {
  let asked = null;
  return () =>
    (asked ??= fetch(new URL(address, document.baseURI))
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))))
      .then(read)
      .catch((error) => {
        asked = null;
        throw error;
      }));
}
