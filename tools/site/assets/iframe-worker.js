// Search runs in a worker, and browsers refuse workers on pages that are opened from a folder.
// There, a hidden frame does the work of the worker.
if (location.protocol === "file:") {
  window.Worker = class {
    constructor(address) {
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      document.documentElement.append(this.frame);
      this.inside = this.frame.contentWindow;
      // What the script posts goes to the page, not to its own window.
      this.inside.postMessage = (data) => this.onmessage?.({ data: structuredClone(data) });
      const script = this.inside.document.createElement("script");
      script.src = address;
      this.isLoaded = new Promise((resolve, reject) => {
        script.onload = resolve;
        script.onerror = reject;
      });
      this.isLoaded.catch((error) => this.onerror?.(error));
      this.inside.document.documentElement.append(script);
    }

    postMessage(data) {
      const send = () => this.inside.dispatchEvent(new this.inside.MessageEvent("message", { data: structuredClone(data) }));
      this.isLoaded.then(send, () => {});
    }

    terminate() {
      this.frame.remove();
    }
  };
}
