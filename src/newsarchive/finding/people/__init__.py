"""Who wrote the article: names where bylines stand, and which of them are its authors'.

Begin with `authors`.
"""
