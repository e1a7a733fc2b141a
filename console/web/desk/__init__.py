"""The supervisors' watchlist desk: search, entries, proposals, whole lists, namesakes."""
