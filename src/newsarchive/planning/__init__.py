"""Planning: the parts that a site is to have, what each is made from, and the stale ones made."""
