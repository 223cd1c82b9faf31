"""Planning: which parts a site is to have, what each is made from, and the making of stale ones."""
