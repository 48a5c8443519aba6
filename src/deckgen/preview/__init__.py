"""A deck that is being written -> a page in a browser that shows its slides as they change.

`watched` tells when anything that the deck reads has changed, `workshop` builds and draws it again,
`shown` is what there is to see then, `hub` hands it on, and `server` answers the browser, behind
`guard`. `page` has what runs in the browser. Nothing of a deck is run, and nothing here asks the
network for anything.
"""
