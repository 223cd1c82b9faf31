// The same pages as the others make: articles, home, sources, periods, feeds, sitemap.
import shelves from "./shelves.json" with { type: "json" };

const MOST_IN_FEED = 50;

export default function (config) {
  config.addPassthroughCopy("content/style.css");
  config.addGlobalData("site", { title: "An archive of made-up articles", url: "https://example.org/news" });
  config.addGlobalData("shelves", shelves);
  config.addFilter("json", (value) => JSON.stringify(value).replaceAll("<", "\\u003c"));
  config.addFilter("first", (list, number) => list.slice(0, number));
  config.addFilter("dated", (list) => list.filter((item) => item.data.day).slice(0, MOST_IN_FEED));

  const ordered = (api) =>
    api.getFilteredByTag("article").sort((a, b) =>
      (b.data.day ?? "").localeCompare(a.data.day ?? "") || a.data.slug.localeCompare(b.data.slug));
  config.addCollection("ordered", (api) => {
    const all = ordered(api);
    all.forEach((item, number) => {
      item.data.newer = all[number - 1];
      item.data.older = all[number + 1];
    });
    return all;
  });
  for (const folder of ["sources", "dates"]) {
    config.addCollection(folder, (api) => {
      const members = new Map();
      for (const item of ordered(api)) {
        for (const name of item.data[folder]) {
          if (!members.has(name)) members.set(name, []);
          members.get(name).push(item);
        }
      }
      return [...members].map(([name, items]) => ({ name, items, shelf: shelves[folder][name], folder }));
    });
  }
  config.addCollection("feeds", (api) => {
    const all = ordered(api);
    const whole = { title: "An archive of made-up articles", path: "/", items: all };
    const one = (name) => ({ title: name, path: `/sources/${name}/`, items: all.filter((item) => item.data.sources[0] === name) });
    return [whole, ...shelves.sources[""].parts.map(one)];
  });
}

export const config = {
  dir: { input: "content", includes: "../_includes", output: "_site" },
  markdownTemplateEngine: false,
};
