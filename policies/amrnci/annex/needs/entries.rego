package amrnci.annex.needs

# METADATA
# description: A member of an entry of a list as a fact, with its pointer and the value stated.
member(list, index, name, kind) := {"path": $"{list.base}/{index}/{name}", "value": value} if {
	value := object.get(list.entries[index], name, object.get(data.amrnci.facts.unstated, kind, "unknown"))
}

# METADATA
# description: The open list itself as a fact, with what one more entry would need; none for a complete list.
one_more(list, need) := [{"path": list.path, "value": "unknown", "needs": need} | list.open]

# METADATA
# description: The entries that are asked about first; nobody answers thousands of questions at once, and the others come when these are known.
first_asked(entries) := array.slice(entries, 0, data.tables.choices.entries_asked)

# METADATA
# description: The answer where no entry that is known counts - undecided when an open list may hold one that does.
unlisted(list, need) := {"outcome": "undecided", "facts": more, "asks": more} if {
	more := one_more(list, need)
	count(more) > 0
} else := not_met

# METADATA
# description: Of the entries that miss a grade for want of one known quantity, the one that misses it by least; none or one.
nearest(list, entries, name, number, unit) := [shown |
	[_, index] := max([[entry[name].low, entry.index] |
		some entry in entries
		entry[name].low == entry[name].high
		entry[name].low < number
		not is_object(object.get(list.entries[entry.index], name, null)) # bounds have no distance
	])
	fact := member(list, index, name, "quantity")
	shown := at_least(fact, number, unit)
]
