/* Adds to the ways to cite an article what needs a script: buttons that copy and save what stands
   in the page, and addresses that lead to the passage that a reader chose. */
(() => {
  "use strict";
  const section = document.getElementById("cite");
  if (!section) return;
  const words = section.dataset;
  const web = /^https?:/;
  const known = web.test(words.address) || !web.test(location.href);
  const article = known ? words.address : location.href.split("#")[0];
  const citations = [...section.querySelectorAll(".citation")];
  const addresses = [];
  for (const citation of citations) {
    const texts = document.createTreeWalker(citation, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode;
      if (node.data.includes(words.address)) addresses.push({ node, text: node.data });
    }
  }

  const added = (name, parent, text, className = "") =>
    parent.appendChild(Object.assign(document.createElement(name), { textContent: text, className }));

  const button = (parent, text, act) => {
    const made = added("button", parent, text);
    made.type = "button";
    made.addEventListener("click", act);
  };

  const copy = async (citation) => {
    try {
      await navigator.clipboard.writeText(citation.textContent);
    } catch {
      getSelection().selectAllChildren(citation); // where a page may not write: select, old way
      document.execCommand("copy");
    }
    status.textContent = words.copied;
  };

  const save = (citation) => {
    const link = document.createElement("a");
    const { file } = citation.dataset;
    const end = file.endsWith(".ris") ? "\r\n" : "\n"; // a page has lost what RIS ends its lines with
    const text = citation.textContent.replaceAll("\n", end);
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    link.download = file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  const lead = () => {
    const passage = /^#p[0-9a-f]{8}(-\d+)?$/.test(location.hash) && document.querySelector(location.hash);
    if (location.hash === "#cite") return; // still about the passage that led here
    document.querySelector(".cite-passage")?.remove();
    const address = passage ? article + location.hash : article;
    for (const { node, text } of addresses) node.data = text.replaceAll(words.address, address);
    status.textContent = passage ? words.chosen : "";
    if (passage) added("a", passage, words.passage, "cite-passage").href = "#cite";
  };

  for (const citation of citations) {
    const row = document.createElement("p");
    row.className = "actions";
    button(row, words.copy, () => copy(citation));
    if (citation.dataset.file) button(row, words.save, () => save(citation));
    citation.after(row);
  }
  const status = added("p", section.lastElementChild, "", "status");
  status.setAttribute("role", "status");
  addEventListener("hashchange", lead);
  lead();
})();
