export default {
  layout: "article.njk",
  tags: ["article"],
  permalink: (page) => `/articles/${page.slug}/index.html`,
};
